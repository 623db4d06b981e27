"""Files and folders that are there whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["replacing"]


@contextmanager
def replacing(path: Path, *, merges: bool = False) -> Iterator[Path]:
    """
    Write a file or a folder beside its place, and move it there when it is whole.

    Args:
        path: Its place; a file is replaced, and a folder if it is empty.

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
    new = path.with_name(f"{path.name}.tmp")
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


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
