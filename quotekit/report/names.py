"""Which speakers of different articles are the same."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from quotekit.arguments import check_path
from quotekit.english.outlet_names import is_outlet
from quotekit.errors import SourceError, describe
from quotekit.records import Speaker, SpeakerKind

__all__ = ["normalize", "read_aliases", "speaker_key"]

_COLUMNS = ["alias", "name"]
_PEOPLE = frozenset({SpeakerKind.PERSON, SpeakerKind.AUTHOR})


def normalize(name: str) -> str:
    """
    Return a name without differences in spelling between articles.

    Args:
        name: The name.

    Returns:
        The name without case, "the" and double spaces.

    Example:
        >>> normalize("The  Harbour Times")
        'harbour times'
    """
    return " ".join(name.split()).casefold().removeprefix("the ")


def speaker_key(speaker: Speaker, article: int, aliases: Mapping[str, str]) -> str:
    """
    Return what a speaker has in common with the same speaker in other articles.

    Speakers are the same if their names are, except for case and "the", and both or neither are people. A person who
    is known by one word only, which may be a surname that others have too, is the same in no other article. Aliases
    decide before all of this.

    Args:
        speaker: A speaker with a name.

        article: The article's number.

        aliases: Normalized names by normalized aliases, from :func:`quotekit.report.read_aliases`.

    Returns:
        The key.

    Example:
        >>> holm = Speaker("s1", "Holm", SpeakerKind.PERSON)
        >>> speaker_key(holm, 1, {}) == speaker_key(holm, 2, {})
        False
        >>> speaker_key(holm, 1, {"holm": "ida holm"})
        'person ida holm'
    """
    name = normalize(speaker.name or "")
    is_person = speaker.kind in _PEOPLE and not is_outlet(speaker.name or "")
    known = aliases.get(name)
    if known is None and is_person and " " not in name:
        return f"person {name} of article {article}"
    return f"{'person' if is_person else 'other'} {known or name}"


def read_aliases(path: Path) -> dict[str, str]:
    """
    Read a file of aliases: CSV in UTF-8 with the columns ``alias`` and ``name``.

    Args:
        path: The file.

    Returns:
        Normalized names by normalized aliases.

    Raises:
        SourceError: It cannot be read, or is not such a table, or an alias has two names.
    """
    check_path("path", path)
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
    except OSError as error:
        raise SourceError(str(path), f"cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise SourceError(str(path), f"it is not CSV in UTF-8 ({error})") from error
    if not rows or rows[0] != _COLUMNS:
        raise SourceError(str(path), "it must begin with the line alias,name")
    found: dict[str, str] = {}
    for number, row in enumerate(rows[1:], start=2):
        if len(row) != len(_COLUMNS) or not all(map(str.strip, row)):
            raise _wrong(path, number, f"there must be an alias and a name, got {describe(row)}")
        alias, name = map(normalize, row)
        if found.setdefault(alias, name) != name:
            raise _wrong(path, number, f"{row[0]!r} has another name in an earlier line")
    return found


def _wrong(path: Path, line: int, problem: str) -> SourceError:
    return SourceError(f"{path}, line {line}", problem)
