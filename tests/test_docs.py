"""The documentation covers the records and the modules."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import resolve_name
from types import ModuleType

import attrs
import pytest
from typer.main import get_command

import quotekit
from quotekit import records
from quotekit.cli import app

DOCS = Path(__file__).parent.parent / "docs"
README = DOCS.parent / "README.md"
PAGES = sorted(DOCS.rglob("*.md"))

PACKAGE = Path(quotekit.__file__).parent

# What others need not import: how the work is done, stage by stage, and what exporters share.
INNER = {
    "__main__",
    "_version",
    "arguments",
    "attributions",
    "cli",
    "doc_reader",
    "english",
    "exporters.encodable",
    "exporters.file_names",
    "exporters.grouping",
    "exporters.replace",
    "exporters.rows",
    "exporters.spreadsheets",
    "exporters.table_reader",
    "exporters.tables",
    "exporters.web_addresses",
    "inputs",
    "metadata",
    "names",
    "outcomes",
    "pipeline",
    "processes",
    "provenance",
    "ranking",
    "settings",
    "speakers",
    "tagger",
    "training",
    "wording",
}


def parts(folder: Path, before: str = "") -> set[str]:
    """Return the names of the modules and packages in a folder, with their prefixes."""
    names = {path.stem for path in folder.glob("*.py")} | {path.parent.name for path in folder.glob("*/__init__.py")}
    return {before + name for name in names - {"__init__"}}


PARTS = parts(PACKAGE) - {"exporters"} | parts(PACKAGE / "exporters", "exporters.")
# What needs an extra that tests do without.
WITH_EXTRAS = ("ray", "spark", "training")
PUBLIC = ["quotekit", *sorted(f"quotekit.{part}" for part in PARTS - INNER - {*WITH_EXTRAS})]


def told() -> Iterator[object]:
    """Return what the API pages document: the objects they name, and all exports of the modules they name."""
    for page in sorted(DOCS.joinpath("api").glob("*.md")):
        for path, options in re.findall(r"^::: ([\w.]+)\n((?: .*\n)*)", page.read_text(encoding="utf-8"), re.MULTILINE):
            if {*path.split(".")} & {*WITH_EXTRAS}:
                continue
            thing = resolve_name(path)
            if isinstance(thing, ModuleType):
                yield from () if "members: false" in options else (getattr(thing, name) for name in thing.__all__)
            else:
                yield thing


def sections(page: str) -> dict[str, str]:
    """Return the second-level sections of a page by their headings."""
    text = DOCS.joinpath(page).read_text(encoding="utf-8")
    return dict(re.findall(r"^## (.+)\n((?:(?!## ).*\n)*)", text, re.MULTILINE))


def terms(section: str) -> list[str]:
    """Return the terms that a section of the glossary explains."""
    return re.findall(r"^- \*\*(.+?)\*\*: ", section, re.MULTILINE)


class TestGlossary:
    """The glossary has every term of the records."""

    def test_records(self) -> None:
        """After the terms, there is exactly one section for each record."""
        first, *names = sections("glossary.md")

        assert "Terms" == first
        assert sorted(records.__all__) == sorted(names)

    @pytest.mark.parametrize("name", records.__all__)
    def test_fields(self, name: str) -> None:
        """A record's section explains its fields, or its values, in their order."""
        record = getattr(records, name)
        expected = (
            [v.value for v in record] if issubclass(record, enum.Enum) else [f.name for f in attrs.fields(record)]
        )

        assert expected == terms(sections("glossary.md")[name])

    def test_terms_are_sorted_and_once(self) -> None:
        """The general terms are sorted and unique."""
        found = terms(sections("glossary.md")["Terms"])

        assert sorted(set(found)) == found


class TestLinks:
    """Links between the pages are valid."""

    @pytest.mark.parametrize("page", [README, *PAGES], ids=lambda page: page.relative_to(DOCS.parent).as_posix())
    def test_targets(self, page: Path) -> None:
        """Each link to a file refers to an existing file."""
        targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))

        assert [] == [target for target in targets if not page.parent.joinpath(target).exists()]

    def test_every_page_is_listed(self) -> None:
        """The index links to all pages, and the API index to all API pages."""
        listed = re.findall(r"\]\(([\w/-]+\.md)\)", DOCS.joinpath("index.md").read_text(encoding="utf-8"))

        assert {page.name for page in DOCS.glob("*.md")} - {"index.md"} | {"api/index.md"} == set(listed)


def shown(pattern: str) -> list[str]:
    """Return the distinct matches of a pattern in the ``sh`` blocks of the pages, which no test runs."""
    texts = [page.read_text(encoding="utf-8") for page in (README, *PAGES)]
    blocks = [block for text in texts for block in re.findall(r"^```sh\n(.+?)^```", text, re.MULTILINE | re.DOTALL)]
    return sorted({found for block in blocks for found in re.findall(pattern, block, re.MULTILINE)})


class TestCommands:
    """Commands that the pages show without running them are valid."""

    @pytest.mark.parametrize("line", shown(r"^quotekit .+"))
    def test_options(self, line: str) -> None:
        """The command exists, and has the options that are shown."""
        command = get_command(app).commands[line.split()[1]]
        known = {option for parameter in command.params for option in parameter.opts}

        assert [] == [option for option in re.findall(r"--[\w-]+", line) if option not in known]

    @pytest.mark.parametrize("extras", shown(r"quotekit-nlp\[(.+?)\]"))
    def test_extras(self, extras: str) -> None:
        """The extras exist."""
        project = DOCS.parent.joinpath("pyproject.toml").read_text(encoding="utf-8")
        known = re.findall(r"^(\w+) = \[", project.split("[project.optional-dependencies]")[1], re.MULTILINE)

        assert [] == [extra for extra in extras.split(",") if extra not in known]


class TestApi:
    """The API pages cover all public modules."""

    @pytest.mark.parametrize("module", PUBLIC)
    def test_names(self, module: str) -> None:
        """All exports of public modules are documented, under one of their names."""
        exporting, documented = import_module(module), list(told())

        assert [] == [name for name in exporting.__all__ if not any(getattr(exporting, name) is d for d in documented)]

    def test_internal_modules_exist(self) -> None:
        """The modules declared internal exist."""
        assert set() == INNER - PARTS
