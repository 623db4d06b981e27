"""Word lists: their form on disk, and their loader."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from quotekit.english.lexicons import load_words

FILES = {
    path.name.removesuffix(".txt"): path
    for path in files("quotekit.english.lexicons").iterdir()
    if path.name.endswith(".txt")
}


def lines_of(name: str) -> list[str]:
    """The lines of one list as they are on disk."""
    text = FILES[name].read_bytes().decode("utf-8")
    assert text.endswith("\n")
    return text[:-1].split("\n")


def note_of(name: str) -> list[str]:
    """The lines at the top that say what the list is."""
    lines = lines_of(name)
    return lines[: next(i for i, line in enumerate(lines) if not line.startswith("#"))]


def entries_of(name: str) -> list[str]:
    """The lines after the note."""
    return lines_of(name)[len(note_of(name)) :]


@pytest.mark.parametrize("name", sorted(FILES))
class TestFiles:
    """Every word list in the package."""

    def test_note(self, name: str) -> None:
        """It begins with a sentence on what it is and where it comes from."""
        note = " ".join(line.removeprefix("# ") for line in note_of(name))

        assert re.fullmatch(r"\S.*\. Compiled (?:by the project's authors|from \S.*)\.", note)

    def test_sorted(self, name: str) -> None:
        """Its entries are in the order of their characters, so that a change shows as one line."""
        assert sorted(entries_of(name)) == entries_of(name)

    def test_no_duplicates(self, name: str) -> None:
        """It has each entry once."""
        entries = entries_of(name)

        assert [] == [entry for entry in set(entries) if entries.count(entry) > 1]

    def test_entries(self, name: str) -> None:
        """Its entries are lower-case words with one space between them, and no comment is among them."""
        assert [] == [e for e in entries_of(name) if e != " ".join(e.lower().split()) or not e or e.startswith("#")]

    def test_loaded(self, name: str) -> None:
        """The loader gives its entries, and nothing of its note."""
        assert set(entries_of(name)) == load_words(name)


class TestLoadWords:
    """load_words()."""

    def test_no_such_list(self) -> None:
        """A list that is not there is an error at once."""
        with pytest.raises(FileNotFoundError, match=re.escape("no_such_list.txt")):
            load_words("no_such_list")

    def test_loads_once(self) -> None:
        """A list is read from disk the first time only."""
        assert load_words("elisions") is load_words("elisions")

    @pytest.mark.parametrize("word", ["'twas", "'em", "'n", "n'", "ol'"])
    def test_elisions(self, word: str) -> None:
        """The apostrophes of cut words stand where the letters are missing."""
        assert word in load_words("elisions")
