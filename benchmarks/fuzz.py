"""
Coverage-guided fuzzing, with the extra ``fuzz``: inputs that reach new code are kept and changed further.

Two targets: texts of pieces of news in any order, in which a model at random finds attributions, so that all rules
meet what nobody has thought of; and files, which readers must read or refuse with an error of quotekit's. After each
text the article must be valid, and what is written must be read back.

    python benchmarks/fuzz.py --seconds 15
    python benchmarks/fuzz.py --seconds 3600 --corpus fuzz-corpus

Prints how many inputs each target had. Fails at the first input that breaks something, and says where it is kept.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")
ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

#: Longest inputs, in bytes, and pieces in a text.
_MOST_BYTES = 160
_MOST_PIECES = 16
#: Of 256 texts, so many are written as pages, which takes longer than all else.
_PAGES = 8
_FIRST_INPUTS = 64
_DONE = re.compile(r"Done (?P<inputs>\d+) (?:runs|in)")


def prepare_texts(atheris: Any) -> Callable[[bytes], None]:
    """
    Prepare the target of texts.

    Args:
        atheris: The fuzzer's package.

    Returns:
        A function that reads the text that some bytes stand for, and fails if the article is not valid.
    """
    with atheris.instrument_imports(include=["quotekit"], enable_loader_override=False):
        from quotekit import Article
        from quotekit.exporters.brat import from_brat, to_brat
        from quotekit.exporters.webannotation import from_web_annotations, to_web_annotations
        from quotekit.inputs import About
        from quotekit.pipeline import read_text
    from tests.invariants import problems_of
    from tests.news_soup import PIECES
    from tests.random_model import RandomModel

    def read(data: bytes) -> None:
        chance = atheris.FuzzedDataProvider(data)
        model: Any = RandomModel(chance.ConsumeIntInRange(0, 255))
        pieces: list[str] = []
        while chance.remaining_bytes() and len(pieces) < _MOST_PIECES:
            kind = PIECES[chance.ConsumeIntInRange(0, len(PIECES) - 1)]
            pieces.append(kind[chance.ConsumeIntInRange(0, len(kind) - 1)])
            pieces.append("" if chance.ConsumeIntInRange(0, 7) == 0 else " ")
        text = "".join(pieces)
        article = read_text(text, None, About(), model, min_confidence=0, min_speaker_confidence=0).article
        problems = problems_of(article)
        if article != Article.from_json(article.to_json()):
            problems.append("JSON is read back differently")
        if article != from_web_annotations(to_web_annotations(article)):
            problems.append("web annotations are read back differently")
        if len(article.attributions) != len(from_brat(*to_brat(article), id=None, meta={}).attributions):
            problems.append("brat is read back differently")
        if model.seed < _PAGES and not article.to_html():
            problems.append("no page")
        # The fuzzer reports the exception, and keeps the input.
        assert not problems, (model.seed, text, problems)  # noqa: S101

    return read


def prepare_files(atheris: Any) -> Callable[[bytes], None]:
    """
    Prepare the target of files.

    Args:
        atheris: The fuzzer's package.

    Returns:
        A function that reads a file with changes, and fails if it is neither read nor refused.
    """
    with atheris.instrument_imports(include=["quotekit"], enable_loader_override=False):
        import quotekit
        from quotekit.errors import QuotekitError
        from quotekit.exporters.brat import from_brat, to_brat
        from quotekit.exporters.webannotation import from_web_annotations, to_web_annotations
    news = "OSLO (AP) — “It leaks,” Ida Holm told CNN. Holm and Carl Dray said that it will not hold."
    article = quotekit.extract(news, id="dam", meta={"outlet": "Reef Times"})
    text, brat = to_brat(article)
    line, annotations = article.to_json(), json.dumps(to_web_annotations(article))
    readers: tuple[tuple[str, Callable[[str], object]], ...] = (
        (line, quotekit.Article.from_json),
        (brat, lambda changed: from_brat(text, changed, id=None, meta={})),
        (annotations, lambda changed: from_web_annotations(json.loads(changed))),
    )

    def read(data: bytes) -> None:
        chance = atheris.FuzzedDataProvider(data)
        changed, reader = readers[chance.ConsumeIntInRange(0, len(readers) - 1)]
        while chance.remaining_bytes():
            at, end = sorted(chance.ConsumeIntListInRange(2, 0, len(changed)))
            words = (
                "",
                "null",
                "-1",
                "1e999",
                "[]",
                "{}",
                '"a1"',
                "s9",
                "9" * 30,
                "\t",
                "\n",
                chance.ConsumeUnicode(4),
            )
            changed = changed[:at] + words[chance.ConsumeIntInRange(0, len(words) - 1)] + changed[min(end, at + 9) :]
        try:
            reader(changed)
        except (QuotekitError, json.JSONDecodeError):
            return

    return read


_TARGETS = {"texts": prepare_texts, "files": prepare_files}


def fuzz(target: str, options: Sequence[str]) -> None:
    """
    Fuzz one target in this process, which ends with it.

    Args:
        target: "texts" or "files".

        options: Options of libFuzzer.
    """
    import atheris

    atheris.Setup([sys.argv[0], *options], _TARGETS[target](atheris))
    atheris.Fuzz()


def run(target: str, seconds: int, corpus: Path) -> int | None:
    """
    Fuzz one target in a process of its own.

    Args:
        target: "texts" or "files".

        seconds: For how long.

        corpus: Folder for the inputs that reach new code.

    Returns:
        How many inputs there were; None if one has broken something.
    """
    folder = corpus / target
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(0)
    for number in range(_FIRST_INPUTS):
        (folder / f"first-{number}").write_bytes(chance.randbytes(chance.randrange(8, _MOST_BYTES)))
    options = [f"-max_total_time={seconds}", f"-max_len={_MOST_BYTES}", f"-artifact_prefix={corpus}/", str(folder)]
    command = [sys.executable, __file__, "--target", target, "--", *options]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", errors="replace")  # noqa: S603
    found = _DONE.search(done.stderr)
    if done.returncode or found is None:
        print(done.stdout, done.stderr, file=sys.stderr)
        return None
    return int(found["inputs"])


def main() -> int:
    """Fuzz all targets one after the other, and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=15, help="for each target")
    parser.add_argument("--corpus", type=Path, help="folder that keeps the inputs for the next run")
    parser.add_argument(
        "--target", choices=_TARGETS, help="one target in this process, with options of libFuzzer behind --"
    )
    parser.add_argument("options", nargs="*", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.target:
        fuzz(options.target, options.options)
    with tempfile.TemporaryDirectory() as folder:
        counts = {target: run(target, options.seconds, options.corpus or Path(folder)) for target in _TARGETS}
    for target, inputs in counts.items():
        print(
            f"{target}: failed" if inputs is None else f"{target}: {inputs:,} inputs in {options.seconds} s, none fails"
        )
    return int(None in counts.values())


if __name__ == "__main__":
    sys.exit(main())
