"""
Check that the same commit gives the same wheel: ``check_reproducible.py WHEEL FOLDER``.

The wheel is built again from a copy of the folder, with other times and permissions of files, by the same hatchling.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

# A time that no file of the checkout has.
_OTHER_TIME = 1_000_000_000
_SOURCES = ("pyproject.toml", "README.md", "LICENSE", "quotekit")


def build_again(folder: Path, work: Path) -> Path:
    """
    Build a wheel from a changed copy of a folder.

    Args:
        folder: The project.

        work: A folder for the copy and the wheel.

    Returns:
        The wheel.
    """
    copy = work / "copy"
    copy.mkdir()
    for name in _SOURCES:
        source = folder / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, copy / name)
    for path in copy.rglob("*"):
        if path.is_file():
            path.chmod(0o600)
            os.utime(path, (_OTHER_TIME, _OTHER_TIME))
    environment = {**os.environ, "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", work / "dist", copy]
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    (wheel,) = (work / "dist").glob("*.whl")
    return wheel


def differences(one: Path, other: Path) -> list[str]:
    """
    Compare two wheels.

    Args:
        one: A wheel.

        other: Another one.

    Returns:
        One line for each file that differs, or one for the wheels themselves; none if they are the same bytes.
    """
    if one.read_bytes() == other.read_bytes():
        return []
    with zipfile.ZipFile(one) as first, zipfile.ZipFile(other) as second:
        names = sorted({*first.namelist(), *second.namelist()})
        both = [name for name in names if name in first.namelist() and name in second.namelist()]
        missing = [f"only in one: {name}" for name in names if name not in both]
        changed = [f"differs: {name}" for name in both if first.read(name) != second.read(name)]
    return missing + changed or ["the same files, in another order or with other times or permissions"]


def main(wheel: Path, folder: Path) -> int:
    """Print the differences; return the exit code."""
    with tempfile.TemporaryDirectory() as work:
        found = differences(wheel, build_again(folder, Path(work)))
    print("\n".join(found) or f"reproducible: {wheel.name}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
