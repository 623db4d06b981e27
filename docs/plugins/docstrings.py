"""
Conversion of docstrings for the site's generator; they have Sphinx roles and reStructuredText tables.

``#:`` comments are read by another extension, griffe-sphinx.
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
    """Converts roles such as ``:class:`Article``` and the names of errors to links, and tables to Markdown."""

    def on_package(self, *, pkg: griffe.Module, **_: Any) -> None:
        """Convert the docstrings of a package once all of it is loaded, so that every name in it is known."""
        _convert(pkg)


def _convert(parent: griffe.Module | griffe.Class | griffe.Function | griffe.Attribute) -> None:
    """Convert the docstrings of an object and of its members."""
    if parent.docstring is not None:
        text = _TABLE.sub(_table, _EXAMPLE.sub("Examples:", parent.docstring.value))
        for error in _RAISED.findall(text):
            _import_error(parent, error)
        parent.docstring.value = _ROLE.sub(lambda role: _link(parent, role), text)
    for member in list(parent.members.values()):
        if not member.is_alias:
            _convert(member)


def _link(scope: griffe.Object, role: re.Match[str]) -> str:
    """Convert a role to a link; its name is a full path, or one that is defined in the docstring's scope."""
    title = role["name"].rpartition(".")[2] if role["short"] else role["name"]
    return f"[`{title}`][{_path(scope, role['name'])}]"


def _path(scope: griffe.Object, name: str) -> str:
    """Return the canonical path of a name, or the name itself if it is not defined."""
    first, *rest = name.split(".")
    try:
        path = first if first == scope.package.name else scope.resolve(first)
        return scope.package[[*path.split(".")[1:], *rest]].canonical_path
    except (griffe.NameResolutionError, KeyError):
        return name


def _table(found: re.Match[str]) -> str:
    """Convert a simple table to Markdown; a line that begins with spaces continues the row above."""
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


def _import_error(scope: griffe.Object, name: str) -> None:
    """Import an exception of quotekit's where a docstring mentions it, so that it can be linked."""
    errors, module = scope.package["errors"], scope.module
    if name in errors.members and name not in module.members:
        module.imports[name] = errors[name].path
        module.set_member(name, griffe.Alias(name, errors[name]))
