"""Statements before "as somebody explained"."""

from __future__ import annotations

import pytest

from quotekit.attributions.as_explained import recover_as_explained
from tests.helpers import drafts_of, parts_of, ruled
from tests.markup import parse

FOUND = {
    "a name": "{t The dam leaks}, {c as} {s Mary Lowe} {c explained}.",
    "an apposition": "{t The dam leaks}, {c as} {s Mary Lowe, a lawyer}, {c explained}.",
    "an adverb": "{t The dam leaks}, {c as} {s Mary Lowe} {c has recently said}.",
    "put it": "{t The dam leaks}, {c as} {s she} {c put it}.",
    "pointed out": "{t The dam leaks}, {c as} {s Mary Lowe} {c pointed out} in May.",
    "a day": "{t The dam leaks}, {c as} {s Mary Lowe} {c says}; it is old.",
}
NOT_FOUND = {
    "another verb": "The dam leaks, as Mary Lowe painted.",
    "goes on": "The dam leaks, as Mary Lowe continued.",
    "an infinitive": "The dam leaks, as many people say.",
    "a thing": "The dam leaks, as the weather explained.",
    "quoted": "“The dam leaks, as Mary Lowe explained.”",
    "known": "{t The dam leaks}, as {s Mary Lowe} {c explained}.",
    "a cue in between": "{t The dam leaks}, {s Holm} {c said}, as Mary Lowe explained.",
}


class TestRecoverAsExplained:
    """recover_as_explained()."""

    @pytest.mark.parametrize("markup", FOUND.values(), ids=FOUND)
    def test_found(self, markup: str) -> None:
        """What is before the comma is said by whoever explained it."""
        text = parse(markup).text

        assert parts_of(drafts_of(parse(markup))) == parts_of(ruled(recover_as_explained, text))

    @pytest.mark.parametrize("markup", NOT_FOUND.values(), ids=NOT_FOUND)
    def test_not_found(self, markup: str) -> None:
        """Other sentences have no such statement, nor have those with a known one."""
        assert drafts_of(parse(markup)) == ruled(recover_as_explained, markup)
