"""The documentation keeps up with the records and the modules it tells of."""

from __future__ import annotations

import enum
import re
from pathlib import Path

import attrs
import pytest

from quotekit import records

DOCS = Path(__file__).parent.parent / "docs"
README = DOCS.parent / "README.md"


def sections(page: str) -> dict[str, str]:
    """The second-level sections of a page by their headings."""
    text = DOCS.joinpath(page).read_text(encoding="utf-8")
    return dict(re.findall(r"^## (.+)\n((?:(?!## ).*\n)*)", text, re.MULTILINE))


def terms(section: str) -> list[str]:
    """The terms that a section of the glossary explains."""
    return re.findall(r"^- \*\*(.+?)\*\*: ", section, re.MULTILINE)


class TestGlossary:
    """The glossary has every term of the records."""

    def test_records(self) -> None:
        """After the terms there is one section for each record, and for nothing else."""
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
        """The general terms stand in order, each one once."""
        found = terms(sections("glossary.md")["Terms"])

        assert sorted(set(found)) == found


class TestLinks:
    """Links between the pages lead somewhere."""

    @pytest.mark.parametrize("page", [README, *sorted(DOCS.glob("*.md"))], ids=lambda page: page.name)
    def test_targets(self, page: Path) -> None:
        """Each link to a file leads to one that is there."""
        targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))

        assert [] == [target for target in targets if not page.parent.joinpath(target).exists()]

    def test_every_page_is_listed(self) -> None:
        """The first page leads to all others."""
        listed = re.findall(r"\]\((\w+\.md)\)", DOCS.joinpath("index.md").read_text(encoding="utf-8"))

        assert {page.name for page in DOCS.glob("*.md")} - {"index.md"} == set(listed)
