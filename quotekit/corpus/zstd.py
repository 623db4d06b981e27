"""Files compressed by Zstandard, as streams. Needs the extra ``zstd``."""

from __future__ import annotations

import io
from typing import IO, TYPE_CHECKING, Any

from quotekit.errors import MissingExtraError

try:
    import zstandard
except ImportError as error:
    raise MissingExtraError(package="zstandard", extra="zstd") from error

if TYPE_CHECKING:
    from typing_extensions import Buffer

__all__ = ["ZstdFile"]

_CHUNK_BYTES = 2**16


class ZstdFile(io.RawIOBase):
    """
    The bytes of all frames of a file; the library's own reader takes a truncated file for a complete one.

    Args:
        file: The compressed file.

    Example:
        >>> io.BufferedReader(ZstdFile(io.BytesIO(zstandard.compress(b"It rained.")))).read()
        b'It rained.'
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._frame: Any = None
        self._ready = b""

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        """
        Read uncompressed bytes.

        Args:
            buffer: Where to put them.

        Returns:
            Their number; 0 at the end.

        Raises:
            EOFError: The file ends in the middle of a frame.
        """
        while not self._ready and self._fill():
            pass
        target = memoryview(buffer).cast("B")
        part = self._ready[: len(target)]
        target[: len(part)] = part
        self._ready = self._ready[len(part) :]
        return len(part)

    def _fill(self) -> bool:
        """Uncompress the next chunk; return False at the end."""
        waiting = self._frame.unused_data if self._frame is not None and self._frame.eof else b""
        data = waiting or self._file.read(_CHUNK_BYTES)
        if not data:
            if self._frame is not None and not self._frame.eof:
                problem = "it ends in the middle"
                raise EOFError(problem)
            return False
        if self._frame is None or self._frame.eof:
            self._frame = zstandard.ZstdDecompressor().decompressobj()
        self._ready = self._frame.decompress(data)
        return True
