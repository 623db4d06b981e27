"""The structure of the package: cost of imports, direction of dependencies, and public names."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import quotekit

PACKAGE = Path(quotekit.__file__).parent
DOCS = Path(__file__).parent.parent / "docs"

# From the base up: a part may import those before it and what stands in its own row.
LAYERS = (
    ("_version", "errors"),
    ("arguments", "settings"),
    ("records",),
    ("english",),
    ("text",),
    ("metadata",),
    ("tagger",),
    ("ranking",),
    ("names",),
    ("attributions",),
    ("speakers",),
    ("provenance",),
    ("explanation",),
    ("doc_reader", "inputs"),
    ("processes",),
    ("outcomes", "pipeline"),
    ("extractor",),
    ("evaluation",),
    ("component",),
    ("textacy",),
    ("quotekit",),
    ("exporters",),
    ("arrow", "pandas"),
    ("polars", "ray", "spark"),
    ("corpus",),
    ("graph",),
    ("report",),
    ("wording",),
    ("verify",),
    ("matching",),
    ("cli",),
    ("__main__",),
)
LEVEL = {part: level for level, parts in enumerate(LAYERS) for part in parts}

# The one way back: methods of an article, such as ``to_frame``, that write it import its writer when they are called.
LATE = {("records/article.py", "exporters")}

HEAVY = (
    "huggingface_hub",
    "jinja2",
    "matplotlib",
    "networkx",
    "onnxruntime",
    "pandas",
    "pyarrow",
    "pyspark",
    "ray",
    "scipy",
    "sklearn",
    "spacy",
    "textacy",
    "thinc",
    "tokenizers",
    "torch",
    "transformers",
)


def files_by_part() -> dict[str, list[Path]]:
    """Return the files of each part of the package by its name; ``quotekit`` is the package's own ``__init__``."""
    found: dict[str, list[Path]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        top = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        found.setdefault("quotekit" if top == "__init__" else top, []).append(path)
    return found


PARTS = files_by_part()


def imported_parts(path: Path) -> Iterator[str]:
    """Return the parts of the package that a file imports, also in functions, except those in LATE."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    in_functions = {node for function in functions for node in ast.walk(function)}
    name = path.relative_to(PACKAGE).as_posix()
    for node in ast.walk(tree):
        yield from (part for part in parts_of(node, path) if node not in in_functions or (name, part) not in LATE)


def parts_of(node: ast.AST, path: Path) -> Iterator[str]:
    """Return the parts of the package that a statement in a file imports."""
    here = ["quotekit", *path.relative_to(PACKAGE).parts[:-1]]
    if isinstance(node, ast.Import):
        names = [alias.name for alias in node.names]
    elif isinstance(node, ast.ImportFrom):
        base = here[: len(here) - node.level + 1] if node.level else []
        module = ".".join([*base, *filter(None, [node.module])])
        names = [f"{module}.{alias.name}" for alias in node.names]
    else:
        return
    for top, *rest in (name.split(".") for name in names):
        if top == "quotekit":
            yield rest[0] if rest and rest[0] in PARTS else "quotekit"


class TestLightness:
    """What ``import quotekit`` loads."""

    def test_import(self) -> None:
        """Importing the package loads nothing else, not even of its own."""
        code = "import sys; before = {*sys.modules}; import quotekit; print(*sorted({*sys.modules} - before))"
        printed = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout

        others = [name for name in printed.split() if name.partition(".")[0] not in sys.stdlib_module_names]
        assert ["quotekit", "quotekit._version"] == others

    def test_extractor(self) -> None:
        """An extractor that has read nothing yet has loaded no library that is slow to load."""
        code = "import sys, quotekit; quotekit.Extractor(); print(*{name.partition('.')[0] for name in sys.modules})"
        printed = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout

        assert "quotekit" in printed.split()
        assert [] == [name for name in HEAVY if name in printed.split()]

    def test_import_beside_spacy(self) -> None:
        """The integrations load spaCy, but neither the model's runtime nor textacy."""
        code = "import sys, quotekit.textacy; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
        printed = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout

        assert "spacy" in printed.split()
        assert [] == [name for name in ("onnxruntime", "textacy", "tokenizers") if name in printed.split()]

    def test_extracting_from_strings(self) -> None:
        """Strings are read without spaCy."""
        code = "import sys, quotekit; quotekit.extract('It rained, she said.'); print(*sys.modules)"
        printed = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout

        assert [] == [name for name in ("spacy", "textacy", "thinc") if name in printed.split()]

    def test_names_are_there(self) -> None:
        """Each public name can be imported from the package, though its module is loaded late, and no other name."""
        assert [] == [name for name in quotekit.__all__ if getattr(quotekit, name, None) is None]
        assert {*quotekit.__all__} <= {*dir(quotekit)}
        with pytest.raises(AttributeError, match="module 'quotekit' has no attribute 'quotes'"):
            _ = quotekit.quotes


class TestLayers:
    """The direction of imports."""

    def test_every_part_has_a_layer(self) -> None:
        """Every part of the package has its place in the order."""
        assert set() == set(PARTS) - set(LEVEL) - {"training"}

    @pytest.mark.parametrize("part", sorted(set(PARTS) - {"training"}))
    def test_direction(self, part: str) -> None:
        """No part imports one that comes after it."""
        imported = {name for path in PARTS[part] for name in imported_parts(path)}

        assert set() == {name for name in imported if LEVEL.get(name, len(LAYERS)) > LEVEL[part]}

    def test_training(self) -> None:
        """Training imports what builds and evaluates a tagger, and nothing that presents results."""
        imported = {name for path in PARTS["training"] for name in imported_parts(path)}

        assert set() == {name for name in imported - {"training"} if LEVEL[name] > LEVEL["evaluation"]}


class TestNames:
    """The public names."""

    def documented(self) -> list[str]:
        """Return the names in the table under "Names" of the page on the library."""
        page = DOCS.joinpath("usage.md").read_text(encoding="utf-8")
        section = page.split("\n## Names\n")[1].split("\n## ")[0]
        return re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)

    def test_are_documented(self) -> None:
        """The package exports exactly the documented names."""
        assert sorted(self.documented()) == sorted(quotekit.__all__)

    def test_are_few(self) -> None:
        """The number of public names is small."""
        assert len(quotekit.__all__) <= 12
