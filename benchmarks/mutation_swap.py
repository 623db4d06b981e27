"""Put the code of a mutant in the place of the old in modules that are imported, and find the tests that run it."""

from __future__ import annotations

import ast
import gc
import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

import attrs
import coverage
from mutants import Mutant, mutate

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


class LeftOutError(Exception):
    """A mutant cannot be put in place."""


@attrs.frozen
class Statement:
    """A statement of a module, run when it was imported."""

    #: The module's name.
    module: str
    #: Its number in the module.
    number: int
    #: Its tree.
    node: ast.stmt
    #: What it reads and what it sets: a module's name and a name in it.
    reads: frozenset[tuple[str, str]]
    sets: frozenset[tuple[str, str]]
    #: Names that functions in it read, and the line of each.
    later: tuple[tuple[tuple[str, str], int], ...]


@attrs.define
class Swapper:
    """Knows what follows from what in the modules of quotekit that are imported."""

    #: Which tests run which lines.
    data: coverage.CoverageData
    #: The statements of all modules, each after those that it depends on.
    statements: list[Statement] = attrs.field(init=False)
    #: The functions by file, name and first line.
    functions: dict[tuple[str, str, int], list[FunctionType]] = attrs.field(init=False, factory=dict)
    #: What remembers results.
    caches: list[Any] = attrs.field(init=False)
    _contexts_of: dict[str, dict[int, list[str]]] = attrs.field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        modules = _modules()
        self.statements = [one for name in _in_order(modules) for one in _read(modules[name])]
        things = gc.get_objects()
        for one in things:
            if isinstance(one, FunctionType) and "/quotekit/" in one.__code__.co_filename:
                code = one.__code__
                key = code.co_filename, code.co_name, code.co_firstlineno
                self.functions.setdefault(key, []).append(one)
        self.caches = [one for one in things if isinstance(one, _lru_cache_wrapper)]

    def tests_of(self, mutant: Mutant) -> set[str]:
        """
        Find the tests that run what a mutant changes.

        Args:
            mutant: The mutant.

        Returns:
            Their ids.

        Raises:
            LeftOutError: What follows from the change cannot be computed anew.
        """
        if mutant.function is None:
            return self._readers({*self._statement(mutant).sets})
        contexts = self._contexts(str(mutant.path), range(mutant.lines[0], mutant.lines[1] + 1))
        if "" not in contexts:
            return contexts
        # It was run when modules were imported.
        changed = {(self._statement(mutant).module, mutant.function[0])}
        return (contexts | self._readers(changed)) - {""}

    def swap(self, mutant: Mutant) -> None:
        """
        Change the modules in this process.

        Args:
            mutant: The mutant.
        """
        tree = mutate(mutant)
        statement = self._statement(mutant)
        changed = {*statement.sets}
        if mutant.function:
            name, line = mutant.function
            code = next(
                one
                for one in _codes(compile(tree, str(mutant.path), "exec"))
                if (one.co_name, one.co_firstlineno) == (name, line)
            )
            for function in self.functions[str(mutant.path), name, line]:
                function.__code__ = code
            changed = {(statement.module, name)}
            if "" not in self._contexts(str(mutant.path), range(mutant.lines[0], mutant.lines[1] + 1)):
                changed = set()
        else:
            _run(attrs.evolve(statement, node=tree.body[statement.number]))
        for cache in self.caches:
            cache.cache_clear()
        for other in self._following(changed):
            if (other.module, other.number) != (statement.module, statement.number):
                _run(other)

    def _statement(self, mutant: Mutant) -> Statement:
        path = str(mutant.path)
        for one in self.statements:
            if one.number == mutant.statement and sys.modules[one.module].__file__ == path:
                return one
        raise LeftOutError(path)

    def _contexts(self, path: str, lines: range) -> set[str]:
        if path not in self._contexts_of:
            self._contexts_of[path] = self.data.contexts_by_lineno(path)
        found = self._contexts_of[path]
        return {context for line in lines for context in found.get(line, ())}

    def _following(self, changed: set[tuple[str, str]]) -> list[Statement]:
        """Return the statements that compute something from what has changed, in their order."""
        found = []
        changed = {*changed}
        for one in self.statements:
            if one.reads & changed:
                if isinstance(one.node, (ast.ClassDef, *_FUNCTIONS)):
                    raise LeftOutError(ast.unparse(one.node))
                found.append(one)
                changed |= one.sets
        return found

    def _readers(self, changed: set[tuple[str, str]]) -> set[str]:
        """Return the tests that run a line which reads what has changed, or what follows from it."""
        every = changed.union(*(one.sets for one in self._following(changed)))
        tests: set[str] = set()
        for one in self.statements:
            path = str(sys.modules[one.module].__file__)
            for name, line in one.later:
                if name in every:
                    tests |= self._contexts(path, range(line, line + 1))
        return tests - {""}


def _codes(code: CodeType) -> Iterator[CodeType]:
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield one
            yield from _codes(one)


def _modules() -> dict[str, ModuleType]:
    return {
        name: one
        for name, one in sys.modules.items()
        if name.split(".")[0] in {"quotekit", "tests"} and getattr(one, "__file__", None)
    }


def _in_order(modules: dict[str, ModuleType]) -> list[str]:
    """Return the modules so that each comes after those that it imports."""
    order: dict[str, None] = {}
    begun: set[str] = set()

    def visit(name: str) -> None:
        if name in begun:
            return
        begun.add(name)
        for node in _tree(modules[name]).body:
            if isinstance(node, ast.ImportFrom) and node.module in modules:
                visit(node.module)
        order[name] = None

    for name in modules:
        visit(name)
    return [*order]


def _tree(module: ModuleType) -> ast.Module:
    return ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))


def _read(module: ModuleType) -> Iterator[Statement]:
    name = module.__name__
    for number, node in enumerate(_tree(module).body):
        if isinstance(node, ast.ImportFrom):
            pairs = [(one.name, one.asname or one.name) for one in node.names]
            reads, sets = {(str(node.module), old) for old, _ in pairs}, {(name, new) for _, new in pairs}
            yield Statement(name, number, node, frozenset(reads), frozenset(sets), ())
            continue
        now, later = _names(node)
        stored = {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
        yield Statement(
            name,
            number,
            node,
            frozenset((name, read) for read in now),
            frozenset((name, one) for one in stored) if isinstance(node, (ast.Assign, ast.AnnAssign)) else frozenset(),
            tuple(((name, read), line) for read, line in later),
        )


def _names(node: ast.AST, *, inside: bool = False) -> tuple[set[str], list[tuple[str, int]]]:
    """Return the names that are read when a statement is run, and those that the functions in it read."""
    now: set[str] = set()
    later: list[tuple[str, int]] = []
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        if inside:
            later.append((node.id, node.lineno))
        else:
            now.add(node.id)
    for field, value in ast.iter_fields(node):
        if field in {"annotation", "returns"}:
            continue
        within = inside or (isinstance(node, (*_FUNCTIONS, ast.Lambda)) and field == "body")
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, ast.AST):
                more_now, more_later = _names(one, inside=within)
                now |= more_now
                later += more_later
    return now, later


def _run(statement: Statement) -> None:
    """Run a statement again in its module."""
    module = sys.modules[statement.module]
    tree = ast.Module([statement.node], [])
    exec(compile(tree, str(module.__file__), "exec"), vars(module))  # noqa: S102  # code of this package
