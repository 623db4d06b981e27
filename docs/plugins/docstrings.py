"""
Docstrings as the site's generator reads them, for those in this package are written for Sphinx as well.

What reads ``#:`` comments is an extension of its own, griffe-sphinx.
"""

from __future__ import annotations

import re
from typing import Any

import griffe

_ROLE = re.compile(r":(?:attr|class|data|func|meth|mod):`(?P<short>~?)(?P<name>[\w.]+)`")
_EXAMPLE = re.compile(r"^Example:$", re.MULTILINE)
_TABLE = re.compile(
    r"^(?P<rule>=+(?: +=+)+)\n(?P<head>.+)\n(?P=rule)\n(?P<rows>.+?)\n(?P=rule)$", re.MULTILINE | re.DOTALL
)
_RAISED = re.compile(r"^ +(\w+Error): ", re.MULTILINE)


class Docstrings(griffe.Extension):
    """Makes links of roles such as ``:class:`Article``` and of errors, and sections and tables of what looks like them."""

    def on_package(self, *, pkg: griffe.Module, **_: Any) -> None:
        """Change the docstrings of a package once all of it is read, so that every name in it is known."""
        _change(pkg)


def _change(parent: griffe.Module | griffe.Class | griffe.Function | griffe.Attribute) -> None:
    """Change the docstrings of an object and of all that is defined in it."""
    if parent.docstring is not None:
        text = _TABLE.sub(_table, _EXAMPLE.sub("Examples:", parent.docstring.value))
        for error in _RAISED.findall(text):
            _make_known(parent, error)
        parent.docstring.value = _ROLE.sub(lambda role: _link(parent, role), text)
    for member in list(parent.members.values()):
        if not member.is_alias:
            _change(member)


def _link(scope: griffe.Object, role: re.Match[str]) -> str:
    """Make a link of a role; its name is a whole path, or one that is known where the docstring stands."""
    title = role["name"].rpartition(".")[2] if role["short"] else role["name"]
    return f"[`{title}`][{_path(scope, role['name'])}]"


def _path(scope: griffe.Object, name: str) -> str:
    """Where the thing with a name is defined; the name itself if there is no such thing."""
    first, *rest = name.split(".")
    try:
        whole = first if first == scope.package.name else scope.resolve(first)
        return scope.package[[*whole.split(".")[1:], *rest]].canonical_path
    except (griffe.NameResolutionError, KeyError):
        return name


def _table(found: re.Match[str]) -> str:
    """Write a simple table as Markdown does; a line that begins with spaces goes on with the row above."""
    starts = [column.start() for column in re.finditer("=+", found["rule"])]
    edges = list(zip(starts, [*starts[1:], None], strict=True))
    rows: list[list[str]] = []
    for line in [found["head"], *found["rows"].splitlines()]:
        cells = [line[start:end].strip() for start, end in edges]
        if cells[0]:
            rows.append(cells)
        else:
            rows[-1] = [" ".join(filter(None, pair)) for pair in zip(rows[-1], cells, strict=True)]
    rows.insert(1, ["---"] * len(edges))
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def _make_known(scope: griffe.Object, name: str) -> None:
    """Import an error of quotekit's own where a docstring tells of it, for what raises it may be elsewhere."""
    errors, module = scope.package["errors"], scope.module
    if name in errors.members and name not in module.members:
        module.imports[name] = errors[name].path
        module.set_member(name, griffe.Alias(name, errors[name]))
