"""Readers of data that somebody has changed: an article that is consistent, or an error of ours."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import quotekit
from quotekit import Article
from quotekit.errors import QuotekitError
from quotekit.evaluation import AnnotatedArticle
from quotekit.exporters.brat import from_brat, to_brat
from quotekit.exporters.webannotation import from_web_annotations, to_web_annotations
from quotekit.graph import from_graph, to_graph
from quotekit.verify import Verification, verify_article

TEXT = (
    "By Bo Lind\n\nOSLO, May 3 (Reuters) - “It leaks,” Ida Holm said. She told CNN that Holm had said that the dam is "
    "old, the Reef Times wrote. Ida Holm and Carl Dray said both agree that it will hold."
)
ARTICLE = quotekit.extract(TEXT, id="dam", meta={"outlet": "Reef Times", "tags": ["a", {"b": 1}]})
READERS: dict[str, tuple[Any, Callable[[Any], object]]] = {
    "article": (ARTICLE.to_dict(), Article.from_dict),
    "web annotations": (to_web_annotations(ARTICLE), from_web_annotations),
    "graph": (to_graph([ARTICLE]), from_graph),
    "annotated": (ARTICLE.to_dict(), AnnotatedArticle.from_dict),
    "verification": (verify_article(ARTICLE, {"s": "It leaks."})[0].to_dict(), Verification.from_dict),
}
VALUES: list[Any] = [
    *(None, True, False, 0, -1, 1, 10**30, 1.5, float("nan"), float("inf")),
    *("", "x", "a1", "s1", "\ud800", "\0"),
    *([], [1], ["x"], [[]], [None], {}, {"a": 1}),
]
CHARACTERS = ["", " ", "\t", "9", "-1", "{", "}", '"', ":", ";", "T99", "E1", "null", "[", "a", "\0", "\n"]


def paths(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the paths of all values in data."""
    if path:
        yield path
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield from paths(value, (*path, key))


def change(data: Any, draw: st.DataObject) -> Any:
    """Return data of which one value is another one, is left out, or stands in another's place as well."""
    data = copy.deepcopy(data)
    *way, last = draw.draw(st.sampled_from([*paths(data)]))
    holder = data
    for key in way:
        holder = holder[key]
    how = draw.draw(st.sampled_from(["other", "other", "less", "more"]))
    if how == "other":
        holder[last] = copy.deepcopy(draw.draw(st.sampled_from(VALUES)))
    elif how == "less":
        del holder[last]
    elif isinstance(holder, list):
        holder.append(copy.deepcopy(holder[last]))
    else:
        holder[draw.draw(st.sampled_from([*holder]))] = copy.deepcopy(holder[last])
    return data


@pytest.mark.parametrize("kind", READERS)
@given(draw=st.data())
def test_plain_data(kind: str, draw: st.DataObject) -> None:
    """What is read can be written and read again; all else is an error of ours."""
    data, read = READERS[kind]
    for _ in range(draw.draw(st.integers(1, 3))):
        if not [*paths(data)]:
            break
        data = change(data, draw)
    try:
        found = read(data)
    except QuotekitError:
        return
    if isinstance(found, Article):
        assert found == Article.from_json(found.to_json())
        to_brat(found)
        found.to_html()


@given(st.data())
def test_brat(draw: st.DataObject) -> None:
    """The same holds for changed lines of brat."""
    text, annotations = to_brat(ARTICLE)
    for _ in range(draw.draw(st.integers(1, 3))):
        at = draw.draw(st.integers(0, len(annotations)))
        length = draw.draw(st.sampled_from([0, 1, 3, 40]))
        annotations = annotations[:at] + draw.draw(st.sampled_from(CHARACTERS)) + annotations[at + length :]
    try:
        found = from_brat(text, annotations)
    except QuotekitError:
        return

    assert found == Article.from_dict(found.to_dict())
