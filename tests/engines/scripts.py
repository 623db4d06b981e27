"""The scripts in the documentation."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

PAGE = Path(__file__).parents[2] / "docs" / "scale.md"
TEXTS = ["It rained, Ida Holm said.", None, "The ferry sank, critics say.", "Nobody spoke."]


def run_script(title: str, folder: Path) -> tuple[str, dict[str, list[str]]]:
    """Run a script of the page on four articles; return the last line that it prints, and the cues by id."""
    [script] = re.findall(rf'```py title="{re.escape(title)}"\n(.*?)```', PAGE.read_text(encoding="utf-8"), re.DOTALL)
    path = folder / title
    path.write_text(script, encoding="utf-8")
    pq.write_table(pa.table({"key": [1, 2, 3, 4], "body": TEXTS}), folder / "in.parquet")
    environment = {
        **os.environ,
        "PYSPARK_PYTHON": sys.executable,
        "PYSPARK_SUBMIT_ARGS": "--master local[2] --conf spark.driver.host=127.0.0.1 pyspark-shell",
    }
    command = [sys.executable, path, folder / "in.parquet", folder / "out"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    rows = pq.read_table(folder / "out", columns=["id", "attributions"]).to_pylist()
    cues = {row["id"]: [a["cue"][0]["text"] for a in row["attributions"] or []] for row in rows}
    return done.stdout.strip().splitlines()[-1], cues


#: What a script should print and write.
EXPECTED = ("4 articles, 1 not read", {"1": ["said"], "2": [], "3": ["say"], "4": []})
