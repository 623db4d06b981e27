"""
Small changes to Python code, each of which a test should notice.

A mutant is one change to one expression or statement of one module. Docstrings, annotations, decorators, imports,
``__all__`` and the fields of classes are left alone.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import attrs

_COMPARISONS: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_ARITHMETIC: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
# Characters that a description has before and after what differs.
_AROUND = 30
# What only a regular expression has.
_PATTERN = re.compile(r"\\[bBdDsSwWZA]|\(\?|\[\^|\{\d+,\d*\}|\][*+?]|\)[*+?]")
_QUANTIFIER = re.compile(r"(?P<atom>\\.|[\w\])])(?P<times>[?*+]|\{(?P<least>\d*),(?P<most>\d*)\})")
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@attrs.frozen
class Mutant:
    """One change to one module."""

    #: The module's file.
    path: Path
    #: Its number among the changes to this file.
    number: int
    #: What kind of change it is.
    operator: str
    #: First and last line of the code that must run if a test is to notice it.
    lines: tuple[int, int]
    #: The code before and after the change.
    change: str
    #: Number of the statement of the module that it is in.
    statement: int
    #: Name and first line of the outermost function that it is in; None for a constant of the module.
    function: tuple[str, int] | None

    def __str__(self) -> str:
        """Where it is, and what it changes."""
        return f"{self.path}:{self.lines[0]} {self.operator}: {self.change}"


@attrs.frozen
class _Site:
    """A node that can be changed, and where it is."""

    node: ast.AST
    put: Callable[[Any], None]
    lines: tuple[int, int]
    statement: int
    function: tuple[str, int] | None
    returns: str = ""


def list_mutants(path: Path) -> list[Mutant]:
    """
    List all mutants of a module.

    Args:
        path: Its file.

    Returns:
        The mutants, in the order of the code.
    """
    return [
        Mutant(path, number, operator, site.lines, _describe(site.node, new), site.statement, site.function)
        for number, (site, operator, new) in enumerate(_changes(ast.parse(path.read_text(encoding="utf-8"))))
    ]


def mutate(mutant: Mutant) -> ast.Module:
    """
    Change the module of a mutant.

    Args:
        mutant: The mutant.

    Returns:
        The module's tree with the change.
    """
    tree = ast.parse(mutant.path.read_text(encoding="utf-8"))
    for number, (site, _, new) in enumerate(_changes(tree)):
        if number == mutant.number:
            site.put(ast.copy_location(new, site.node) if isinstance(new, ast.AST) else new)
            break
    return ast.fix_missing_locations(tree)


def _describe(old: ast.AST, new: Any) -> str:
    """Return what differs, with some characters around it."""
    before, after = (re.sub(r"\s+", " ", ast.unparse(node)) for node in (old, new))
    same = _alike(before, after)
    ahead = _alike(before[same:][::-1], after[same:][::-1])
    start = max(0, same - _AROUND)
    cut = (code[start : len(code) - max(0, ahead - _AROUND)] for code in (before, after))
    return " → ".join(code or "nothing" for code in cut)


def _alike(one: str, other: str) -> int:
    """Return with how many same characters two strings begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def _changes(tree: ast.Module) -> Iterator[tuple[_Site, str, Any]]:
    for site in _sites(tree):
        for operator, new in _replacements(site):
            yield site, operator, new


def _sites(tree: ast.Module) -> Iterator[_Site]:
    for number, statement in enumerate(tree.body):
        if isinstance(statement, _FUNCTIONS):
            yield from _in_function(statement, number)
        elif isinstance(statement, ast.ClassDef):
            for member in statement.body:
                if isinstance(member, _FUNCTIONS):
                    yield from _in_function(member, number)
        elif isinstance(statement, (ast.Assign, ast.AnnAssign)) and statement.value and not _is_all(statement):
            yield from _within(statement, "value", _Site(statement, lambda _: None, (0, 0), number, None))


def _is_all(statement: ast.Assign | ast.AnnAssign) -> bool:
    return isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]).startswith("__")


def _in_function(function: ast.FunctionDef | ast.AsyncFunctionDef, number: int) -> Iterator[_Site]:
    first = min([function.lineno, *(one.lineno for one in function.decorator_list)])
    returns = ast.unparse(function.returns) if function.returns else ""
    body = _Site(function, lambda _: None, (0, 0), number, (function.name, first), returns)
    yield from _within(function, "body", body)


def _within(parent: ast.AST, field: str, around: _Site) -> Iterator[_Site]:
    """Find the sites in one field of a node: the innermost statement has the lines."""
    values = getattr(parent, field)
    for at, node in enumerate(values if isinstance(values, list) else [values]):
        if not isinstance(node, ast.AST) or _is_docstring(node):
            continue
        lines = _lines_of(node) if isinstance(node, ast.stmt) else around.lines
        if lines == (0, 0):
            lines = _lines_of(parent)
        site = attrs.evolve(around, node=node, put=_setter(parent, field, at), lines=lines)
        yield site
        if isinstance(node, _FUNCTIONS):
            yield from _within(node, "body", attrs.evolve(site, returns=ast.unparse(node.returns or ast.Tuple([]))))
            continue
        skipped = {"annotation", "format_spec", "ctx", "returns", "targets", "target"}
        for inner in node._fields:
            if inner not in skipped:
                yield from _within(node, inner, site)


def _setter(parent: ast.AST, field: str, at: int) -> Callable[[Any], None]:
    def put(new: Any) -> None:
        values = getattr(parent, field)
        if isinstance(values, list):
            values[at] = new
        else:
            setattr(parent, field, new)

    return put


def _lines_of(node: Any) -> tuple[int, int]:
    """Return the lines of a statement without those of the statements in it."""
    body = getattr(node, "body", None)
    last = body[0].lineno - 1 if isinstance(body, list) else node.end_lineno
    return node.lineno, max(node.lineno, last)


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _replacements(site: _Site) -> Iterator[tuple[str, Any]]:
    node: Any = site.node
    if isinstance(node, (ast.If, ast.IfExp, ast.While)):
        yield from _conditions(node)
    elif isinstance(node, ast.stmt):
        yield from _statements(node, site.returns)
    elif isinstance(node, ast.Constant):
        yield from _constants(node, "constant" if site.function else "word")
    elif isinstance(node, ast.Slice):
        yield from _slices(node)
    else:
        yield from _operators(node)


def _statements(node: Any, returns: str) -> Iterator[tuple[str, Any]]:
    if isinstance(node, ast.Return) and node.value is not None:
        yield from _returns(node, returns)
    elif isinstance(node, ast.AugAssign) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)):
        yield "statement", ast.Pass()
    elif isinstance(node, (ast.Break, ast.Continue)):
        yield "statement", ast.Continue() if isinstance(node, ast.Break) else ast.Break()


def _operators(node: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(node, ast.Compare):
        for at, operator in enumerate(node.ops):
            other = [*node.ops[:at], _COMPARISONS[type(operator)](), *node.ops[at + 1 :]]
            yield "comparison", ast.Compare(node.left, other, node.comparators)
    elif isinstance(node, ast.BoolOp):
        yield "boolean", ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
        for at in range(len(node.values)):
            rest = [*node.values[:at], *node.values[at + 1 :]]
            yield "boolean", rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.USub)):
        yield "boolean" if isinstance(node.op, ast.Not) else "arithmetic", node.operand
    elif isinstance(node, ast.BinOp) and type(node.op) in _ARITHMETIC:
        yield "arithmetic", ast.BinOp(node.left, _ARITHMETIC[type(node.op)](), node.right)


def _conditions(node: Any) -> Iterator[tuple[str, Any]]:
    for truth in (True, False):
        if isinstance(node, ast.While) and truth:
            continue
        changed = type(node)(**{field: getattr(node, field) for field in node._fields})
        changed.test = ast.Constant(truth)
        yield "condition", changed


def _constants(node: ast.Constant, of_words: str) -> Iterator[tuple[str, Any]]:
    value = node.value
    if isinstance(value, bool):
        yield "constant", ast.Constant(not value)
    elif isinstance(value, (int, float)):
        yield "constant", ast.Constant(value + 1)
    elif isinstance(value, str) and _PATTERN.search(value):
        for changed in _patterns(value):
            yield "pattern", ast.Constant(changed)
    elif isinstance(value, str):
        yield of_words, ast.Constant("" if value else "x")


def _patterns(pattern: str) -> Iterator[str]:
    """Change how often something may come in a regular expression, or leave out an assertion."""
    for found in _QUANTIFIER.finditer(pattern):
        before, after = pattern[: found.start("times")], pattern[found.end() :]
        times, least = found["times"], found["least"]
        if times == "?":
            yield before + after
        elif times in "*+":
            yield before + {"*": "+", "+": "*"}[times] + after
        else:
            yield f"{before}{{{int(least or 0) + 1},{found['most']}}}{after}"
    for found in re.finditer(r"\\[bBZA]|(?<!\[)\^|(?<!\\)\$", pattern):
        yield pattern[: found.start()] + pattern[found.end() :]
    for found in re.finditer(r"(?<=[|(:])[\w ’'\\-]+\||\|[\w ’'\\-]+(?=[)|])", pattern):
        yield pattern[: found.start()] + pattern[found.end() :]


def _slices(node: ast.Slice) -> Iterator[tuple[str, Any]]:
    one = ast.Constant(1)
    if node.lower is not None:
        yield "slice", ast.Slice(ast.BinOp(node.lower, ast.Add(), one), node.upper, node.step)
    if node.upper is not None:
        yield "slice", ast.Slice(node.lower, ast.BinOp(node.upper, ast.Sub(), one), node.step)


def _returns(node: ast.Return, returns: str) -> Iterator[tuple[str, Any]]:
    """Return something else of the same type, where there is something."""
    constant = node.value.value if isinstance(node.value, ast.Constant) else ...
    if returns == "bool" and constant is ...:
        for truth in (True, False):
            yield "return", ast.Return(ast.Constant(truth))
    elif "None" in returns and constant is not None:
        yield "return", ast.Return(ast.Constant(None))
    elif returns == "str" and constant is ...:
        yield "return", ast.Return(ast.Constant(""))
    elif returns in ("int", "float") and constant is ...:
        yield "return", ast.Return(ast.Constant(0))
    elif returns.startswith("list["):
        yield "return", ast.Return(ast.List([], ast.Load()))
    elif returns.startswith("tuple[") and "..." in returns:
        yield "return", ast.Return(ast.Tuple([], ast.Load()))
