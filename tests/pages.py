"""A strict HTML reader for tests: elements with their attributes and text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html.parser import HTMLParser

import attrs

__all__ = ["Element", "parse"]

_EMPTY = frozenset({"br", "hr", "img", "input", "link", "meta"})


@attrs.define
class Element:
    """An element of a page."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = attrs.Factory(list)

    def __iter__(self) -> Iterator[Element]:
        """Iterate over the element and its descendants."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child

    @property
    def text(self) -> str:
        """Return all text in the element."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def classes(self) -> set[str]:
        """Return the element's classes."""
        return set(self.attributes.get("class", "").split())

    def all(self, tag: str = "", of: str = "", where: Callable[[Element], bool] = lambda _: True) -> list[Element]:
        """Return the descendants with a tag and a class, if given, that fulfil a condition."""
        return [e for e in self if tag in {"", e.tag} and (not of or of in e.classes) and where(e)]

    def one(self, tag: str = "", of: str = "") -> Element:
        """Return the only such element."""
        (found,) = self.all(tag, of)
        return found


class _Builder(HTMLParser):
    """Builds elements; an unmatched end tag is an error."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _EMPTY:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open and close an SVG element."""
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element."""
        ended = self.open.pop().tag
        if ended != tag:
            message = f"</{tag}> ends <{ended}>"
            raise ValueError(message)

    def handle_data(self, data: str) -> None:
        """Add text."""
        self.open[-1].children.append(data)


def parse(page: str) -> Element:
    """Read a page; an element that is not closed is an error."""
    builder = _Builder()
    builder.feed(page)
    builder.close()
    (root,) = builder.open
    return root
