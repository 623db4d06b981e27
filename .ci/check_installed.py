"""Check that what a test run tested is a wheel as installed: ``check_installed.py WHEEL TESTS.log``."""

from __future__ import annotations

import sys
import sysconfig
import zipfile
from pathlib import Path

import quotekit


def problems(wheel: Path, log: Path) -> list[str]:
    """
    Compare the installed package with the wheel's files, and the test run's header with the package's path.

    Args:
        wheel: The wheel.

        log: Output of the test run.

    Returns:
        One line for each problem.
    """
    package = Path(quotekit.__file__).parent
    expected = Path(sysconfig.get_path("purelib"), "quotekit")
    found = [] if package == expected else [f"imported from {package}, not from {expected}"]
    header = next((line for line in log.read_text(encoding="utf-8").splitlines() if line.startswith("quotekit: ")), "")
    if not header.endswith(f", {expected}"):
        found.append(f"the tests ran against {header!r}")
    with zipfile.ZipFile(wheel) as files:
        for name in files.namelist():
            installed = expected.parent / name
            if name.startswith("quotekit/") and (not installed.is_file() or installed.read_bytes() != files.read(name)):
                found.append(f"differs from the wheel: {name}")
    return found


if __name__ == "__main__":
    lines = problems(Path(sys.argv[1]), Path(sys.argv[2]))
    print("\n".join(lines) or "tested: the files of the wheel, as installed")
    sys.exit(1 if lines else 0)
