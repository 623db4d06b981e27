"""
Statements as rows: one for each version.

=============  =====================================================================================
column         what
=============  =====================================================================================
statement      id of the statement
speaker        the speaker's name, if the articles agree on it
outlet         the outlet
date           when it was printed, in ISO form
is_first       whether no other version is known to be earlier
wording        ``identical``, ``trimmed`` or ``reworded``, compared with the fullest version
text           the quotation as printed
left_out       words of the fullest version that this one leaves out, joined by " … "
changed        words that this version has in other places or of its own, joined by " … "
score          share of its words that the fullest version has
named          the speaker's name as the article resolves it
article        id of the article
attribution    id of the attribution in the article
url            address of the article
=============  =====================================================================================

What is not known is None.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from quotekit.matching.statements import Statement, Version, each_statement

__all__ = ["COLUMNS", "to_rows"]

#: The names of the columns.
COLUMNS = (
    "statement",
    "speaker",
    "outlet",
    "date",
    "is_first",
    "wording",
    "text",
    "left_out",
    "changed",
    "score",
    "named",
    "article",
    "attribution",
    "url",
)


def to_rows(statements: Iterable[Statement]) -> Iterator[dict[str, Any]]:
    """
    Convert statements to rows.

    Args:
        statements: The statements.

    Yields:
        A row for each version, with the columns :data:`COLUMNS`.
    """
    for statement in each_statement(statements):
        first = {id(version) for version in statement.first}
        for version in statement.versions:
            yield _row(statement, version, is_first=id(version) in first)


def _row(statement: Statement, version: Version, *, is_first: bool) -> dict[str, Any]:
    printed = version.printed
    values = (
        statement.id,
        statement.speaker,
        printed.outlet,
        printed.date,
        is_first,
        version.wording.value,
        printed.text,
        " … ".join(version.left_out) or None,
        " … ".join(version.changed) or None,
        version.difference.score if version.difference else 1.0,
        printed.speaker,
        printed.article,
        printed.attribution,
        printed.url,
    )
    return dict(zip(COLUMNS, values, strict=True))
