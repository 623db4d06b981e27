"""Files and folders that are written completely or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from quotekit.arguments import check_path

__all__ = ["creating", "replacing", "replacing_file"]


@contextmanager
def replacing(path: str | os.PathLike[str], *, merges: bool = False) -> Iterator[Path]:
    """
    Write a file or a folder beside its place, and move it there when it is complete.

    Args:
        path: Its place; a file is replaced, and a folder if it is empty. A link is followed. A device or a pipe is
            written to directly.

        merges: Whether files are moved into a folder that is not empty, over those of the same names.

    Yields:
        Where to write it. After an error it is removed, and what was at its place is as before.

    Raises:
        OSError: It cannot be moved.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     with replacing(Path(folder, "dam.txt")) as new:
        ...         _ = new.write_text("It rained.")
        ...     [path.name for path in Path(folder).iterdir()]
        ['dam.txt']
    """
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file() and not path.is_dir():
        yield path
        return
    # A fixed name, so that the next process removes what a killed one left.
    new = path.with_name(f".{path.name}.quotekit-new")
    _remove(new)
    try:
        yield new
        if not (new.is_dir() and path.is_dir()):
            new.replace(path)
        elif merges:
            shutil.copytree(new, path, copy_function=os.replace, dirs_exist_ok=True)
            _remove(new)
        else:
            path.rmdir()
            new.replace(path)
    except BaseException:
        _remove(new)
        raise


@contextmanager
def creating(path: str | os.PathLike[str]) -> Iterator[Path]:
    """
    Write a file as :func:`replacing` does, but refuse to replace anything.

    Args:
        path: Its place.

    Yields:
        Where to write it.

    Raises:
        InputError: It is not a path.

        FileExistsError: There is something already.

    Example:
        >>> with creating(os.devnull):
        ...     pass
        Traceback (most recent call last):
        ...
        FileExistsError: [Errno 17] File exists: '/dev/null'
    """
    check_path("path", path)
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), os.fspath(path))
    with replacing(path) as new:
        yield new


@contextmanager
def replacing_file(file: str | os.PathLike[str] | BinaryIO) -> Iterator[Path | BinaryIO]:
    """
    Write a file as :func:`replacing` does, or a stream as it is.

    Args:
        file: The path of the file, or the stream.

    Yields:
        What to write to.

    Raises:
        OSError: It cannot be moved.

    Example:
        >>> import io
        >>> stream = io.BytesIO()
        >>> with replacing_file(stream) as new:
        ...     new is stream
        True
    """
    if isinstance(file, (str, os.PathLike)):
        with replacing(file) as new:
            yield new
    else:
        yield file


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
