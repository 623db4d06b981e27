"""
Check a built documentation site: ``check_site.py SITE``.

Each public name must be documented in it, docstrings must be rendered, and no page may load external resources.
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

# Modules that cannot be imported without their engines.
ENGINES = ("quotekit.ray", "quotekit.spark")
API = Path(__file__).parent.parent / "docs" / "api"


def public_names() -> Iterator[str]:
    """Yield the names that the API pages refer to, and all exports of the modules among them."""
    for page in sorted(API.glob("*.md")):
        for path in re.findall(r"^::: ([\w.]+)$", page.read_text(encoding="utf-8"), re.MULTILINE):
            yield path
            if path in ENGINES:
                continue
            value = resolve_name(path)
            if isinstance(value, ModuleType):
                yield from (f"{path}.{name}" for name in value.__all__)


def documented_names(site: Path) -> set[str]:
    """Return the names in a site's inventory, which has a line for each link target."""
    inventory = site.joinpath("objects.inv").read_bytes()
    lines = zlib.decompress(inventory.split(b"\n", 4)[4]).decode("utf-8").splitlines()
    return {line.split(" ", 1)[0] for line in lines}


def unrendered(site: Path) -> Iterator[str]:
    """Yield each role and each table of a docstring that is not rendered, with the page's name."""
    for page in sorted(site.joinpath("api").glob("*.html")):
        text = page.read_text(encoding="utf-8")
        yield from (
            f"{page.relative_to(site)}: {markup}" for markup in re.findall(r":\w+:<code>.*?</code>|<p>={3,}.*", text)
        )


class ResourceParser(HTMLParser):
    """Collects the resources that a page loads: styles, scripts, images and frames."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect the URLs of an element, unless it is a hyperlink."""
        if tag != "a":
            self.found += [value for name, value in attrs if name in {"href", "src", "srcset", "data"} and value]


def external_resources(site: Path) -> Iterator[str]:
    """Yield each external URL that a page or a style of the site loads, with the file's name."""
    for page in sorted(site.rglob("*.html")):
        parser = ResourceParser()
        parser.feed(page.read_text(encoding="utf-8"))
        yield from (f"{page.relative_to(site)}: {url}" for url in parser.found if re.match(r"(?:\w+:)?//", url))
    for style in sorted(site.rglob("*.css")):
        text = style.read_text(encoding="utf-8")
        yield from (f"{style.relative_to(site)}: {url}" for url in re.findall(r"url\([\"']?((?:\w+:)?//[^)]*)", text))


def main(site: Path) -> int:
    """Print the problems of a site; return the exit code."""
    public, documented = sorted(set(public_names())), documented_names(site)
    problems = [
        *(f"not in the API pages: {name}" for name in public if name not in documented),
        *(f"not rendered: {markup}" for markup in unrendered(site)),
        *(f"external resource: {url}" for url in external_resources(site)),
    ]
    print("\n".join(problems) or f"{len(public)} public names, all in the API pages; no external resources")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
