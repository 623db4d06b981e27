"""
Check a built documentation site: ``check_site.py SITE``.

Each public name must have its place in it, docstrings must be shown as meant, and no page may load anything from
elsewhere.
"""

from __future__ import annotations

import re
import sys
import zlib
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from pkgutil import resolve_name
from types import ModuleType

API = Path(__file__).parent.parent / "docs" / "api"


def public_names() -> Iterator[str]:
    """What the pages on the API promise: the things they name, and of modules all that these export."""
    for page in sorted(API.glob("*.md")):
        for path in re.findall(r"^::: ([\w.]+)$", page.read_text(encoding="utf-8"), re.MULTILINE):
            yield path
            thing = resolve_name(path)
            if isinstance(thing, ModuleType):
                yield from (f"{path}.{name}" for name in thing.__all__)


def documented_names(site: Path) -> set[str]:
    """The names in a site's inventory, which has a line for each place that can be linked to."""
    inventory = site.joinpath("objects.inv").read_bytes()
    lines = zlib.decompress(inventory.split(b"\n", 4)[4]).decode("utf-8").splitlines()
    return {line.split(" ", 1)[0] for line in lines}


def shown_as_written(site: Path) -> Iterator[str]:
    """Each role and each table of a docstring that is shown as it is written, with the file's name."""
    for page in sorted(site.joinpath("api").glob("*.html")):
        text = page.read_text(encoding="utf-8")
        yield from (
            f"{page.relative_to(site)}: {what}" for what in re.findall(r":\w+:<code>.*?</code>|<p>={3,}.*", text)
        )


class Loads(HTMLParser):
    """Gathers what a page loads, be it a style, a script, a picture or a frame."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the addresses of an element, unless it is a link to follow."""
        if tag != "a":
            self.found += [value for name, value in attrs if name in {"href", "src", "srcset", "data"} and value]


def loaded_from_elsewhere(site: Path) -> Iterator[str]:
    """Each address that a page or a style of the site loads from another place, with the file's name."""
    for page in sorted(site.rglob("*.html")):
        loads = Loads()
        loads.feed(page.read_text(encoding="utf-8"))
        yield from (f"{page.relative_to(site)}: {url}" for url in loads.found if re.match(r"(?:\w+:)?//", url))
    for style in sorted(site.rglob("*.css")):
        text = style.read_text(encoding="utf-8")
        yield from (f"{style.relative_to(site)}: {url}" for url in re.findall(r"url\([\"']?((?:\w+:)?//[^)]*)", text))


def main(site: Path) -> int:
    """Print the problems of a site; return the exit code."""
    promised, documented = sorted(set(public_names())), documented_names(site)
    problems = [
        *(f"not in the pages on the API: {name}" for name in promised if name not in documented),
        *(f"shown as it is written: {what}" for what in shown_as_written(site)),
        *(f"loaded from elsewhere: {what}" for what in loaded_from_elsewhere(site)),
    ]
    print("\n".join(problems) or f"{len(promised)} public names, each in the pages on the API; nothing from elsewhere")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
