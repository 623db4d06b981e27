"""Check that a wheel has all required files and no others: ``check_wheel.py WHEEL``."""

from __future__ import annotations

import sys
import zipfile
from fnmatch import fnmatch
from pathlib import Path

NEEDED = (
    "quotekit/__init__.py",
    "quotekit/py.typed",
    "quotekit/exporters/html/files/page.html",
    "quotekit/report/files/report.html",
    "quotekit/english/lexicons/*.txt",
    "quotekit/tagger/models/en_news_v9/README.md",
    "quotekit/tagger/models/en_news_v9/config.json",
    "quotekit/tagger/models/en_news_v9/model.onnx",
    "quotekit/tagger/models/en_news_v9/outlets.npz",
    "quotekit/tagger/models/en_news_v9/speakers.npz",
    "quotekit/tagger/models/en_news_v9/tokenizer.json",
    "quotekit_nlp-*.dist-info/entry_points.txt",
    "quotekit_nlp-*.dist-info/licenses/LICENSE",
)
ALLOWED = ("quotekit/*", "quotekit_nlp-*.dist-info/*")
MOST_MODEL_BYTES = 25_000_000
MOST_WHEEL_BYTES = 30_000_000


def problems(sizes: dict[str, int]) -> list[str]:
    """
    Find missing, unexpected and large files in a wheel.

    Args:
        sizes: Size in bytes of each file, by its name.

    Returns:
        One line for each problem.
    """
    missing = [f"missing: {need}" for need in NEEDED if not any(fnmatch(name, need) for name in sizes)]
    extra = [f"unexpected: {name}" for name in sizes if not any(fnmatch(name, allowed) for allowed in ALLOWED)]
    large = [f"too large: {n}, {s} bytes" for n, s in sizes.items() if n.endswith(".onnx") and s > MOST_MODEL_BYTES]
    return missing + extra + large


def main(path: Path) -> int:
    """Print the wheel's files and its problems; return the exit code."""
    with zipfile.ZipFile(path) as wheel:
        sizes = {info.filename: info.file_size for info in wheel.infolist()}
    for name, size in sizes.items():
        print(f"{size:>10}  {name}")
    found = problems(sizes)
    if path.stat().st_size > MOST_WHEEL_BYTES:
        found.append(f"too large: {path.name}, {path.stat().st_size} bytes")
    print(f"{path.name}: {len(sizes)} files, {path.stat().st_size} bytes,", "; ".join(found) or "no problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
