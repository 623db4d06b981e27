"""
Run textacy's own tests of direct quotations with quotekit's function in place of textacy's.

The tests are from the source distribution of the installed version of textacy, which is downloaded to a temporary
folder. Everything else of textacy is the installed package.
"""

from __future__ import annotations

import importlib.metadata
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

TESTS = "tests/extract/test_triples.py"


def main() -> int:
    """Download, unpack, run; return the exit code."""
    version = importlib.metadata.version("textacy")
    with tempfile.TemporaryDirectory() as work:
        download = ["download", "-q", "--no-deps", "--no-binary", "textacy", "-d", work, f"textacy=={version}"]
        subprocess.run([sys.executable, "-m", "pip", *download], check=True)
        (archive,) = Path(work).glob("*.tar.gz")
        with tarfile.open(archive) as files:
            files.extractall(work, filter="data")
        source = Path(work, f"textacy-{version}")
        # An empty configuration, because textacy's own would put its source before the installed package.
        Path(work, "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
        options = ["-c", f"{work}/pytest.ini", "--rootdir", work, "--import-mode=importlib", "-p", "textacy_plugin"]
        command = [sys.executable, "-m", "pytest", *options, "-v", "-k", "direct_quotations", TESTS]
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent), "PYTHONSAFEPATH": "1"}
        return subprocess.run(command, check=False, cwd=source, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
