"""All regular expressions of the package match in linear time: by their structure, without a clock."""

from __future__ import annotations

import ast
import functools
import importlib
import inspect
import operator
import pkgutil
import re
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

import pytest

import quotekit
from tests.backtracking import find_pump

#: Modules that need an extra, and those of training, which read no texts of strangers.
LEFT_OUT = re.compile(r"quotekit\.(?:ray|spark|training|__main__)\b")
#: Stands for words that come from a text or a word list.
WORD = "Holm"


def modules() -> Iterator[ModuleType]:
    """Yield the modules of the package."""
    for found in pkgutil.walk_packages(quotekit.__path__, "quotekit."):
        if not LEFT_OUT.match(found.name):
            yield importlib.import_module(found.name)


def patterns_in(value: Any) -> Iterator[re.Pattern[str]]:
    """Yield a compiled pattern, or those in a collection of them."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from patterns_in(item)
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from patterns_in(item)


def patterns() -> dict[re.Pattern[str], str]:
    """Return all patterns of the package with where they are: constants, and what cached functions build."""
    found: dict[re.Pattern[str], str] = {}
    for module in modules():
        for name, value in vars(module).items():
            if hasattr(value, "cache_info") and value.__module__ == module.__name__:
                is_built = "Pattern" in str(inspect.signature(value)) and not inspect.signature(value).parameters
                value = value() if is_built else None  # noqa: PLW2901
            for pattern in patterns_in(value):
                found.setdefault(pattern, f"{module.__name__}.{name}")
    return found


PATTERNS = patterns()


@pytest.mark.parametrize("pattern", PATTERNS, ids=PATTERNS.values())
def test_pattern(pattern: re.Pattern[str]) -> None:
    """No string can be repeated so that a search takes more than linear time."""
    assert find_pump(pattern) is None


@pytest.mark.parametrize("module", [*modules()], ids=lambda module: module.__name__)
def test_inside_functions(module: ModuleType) -> None:
    """The same holds for patterns that functions use or build, with a word in the place of what they are built from."""
    functions = [node for node in ast.walk(ast.parse(inspect.getsource(module))) if isinstance(node, ast.FunctionDef)]
    calls = {call for function in functions for call in ast.walk(function) if isinstance(call, ast.Call)}
    built = [pattern for call in calls for pattern in built_by(call, module)]

    assert [] == [pattern for pattern in built if find_pump(pattern) is not None]


def built_by(call: ast.Call, module: ModuleType) -> Iterator[re.Pattern[str]]:
    """Yield the patterns that a call of a function of ``re`` may get."""
    name = ast.unparse(call.func)
    if name.startswith("re.") and name != "re.escape":
        flags = [
            getattr(re, node.attr) for node in ast.walk(call) if isinstance(node, ast.Attribute) and node.attr.isupper()
        ]
        for text in texts_of(call.args[0], module):
            yield re.compile(text, functools.reduce(operator.or_, flags, 0))


def texts_of(node: ast.expr, module: ModuleType) -> Iterator[str]:
    """Yield what an expression may be: constants as they are, a word in the place of anything else."""
    match node:
        case ast.Constant(str(text)):
            yield text
        case ast.JoinedStr():
            yield "".join(next(texts_of(part, module)) for part in node.values)
        case ast.FormattedValue(ast.Name(name)):
            yield str(getattr(module, name, WORD))
        case ast.FormattedValue():
            yield WORD
        case ast.Call(ast.Attribute(ast.Name(name), "format")):
            yield getattr(module, name).format(**{str(keyword.arg): WORD for keyword in node.keywords})
        case ast.IfExp():
            yield from (*texts_of(node.body, module), *texts_of(node.orelse, module))


class TestFindPump:
    """find_pump()."""

    @pytest.mark.parametrize(
        "pattern",
        [
            *(r"\w+:", r"\s+$", r"a(?:.*b)?", r"x\s*,?\s*y", r"(?:\s+\w+)*\s*z", r"\bA\s+(?:\w+\s+)*B", r"(?:a+)+b"),
            *(r"(?m)^\s*x", r"(?:ab|ac)*d", r"(?<!\w)\w*a\w*:", r"[^(]+\(", r"(?:a|a)*b", r"\d+[-/]\d+", r"(?i)A+b"),
        ],
    )
    def test_found(self, pattern: str) -> None:
        """Patterns that take quadratic or exponential time."""
        assert find_pump(re.compile(pattern)) is not None

    @pytest.mark.parametrize(
        "pattern",
        [
            *(r"\w+\b", r"(?<!\w)\w+:", r"\w+", r"\b\w+\b:", r"^\s*\w+:", r"(?m)^[ \t]*x", r"x\s*y", r"\w{1,40}:"),
            *(
                r"\w+(?:['’-]\w+)*",
                r"(?<!\s)\s+x",
                r"<[^<>]*>",
                r"\(\((?:[^()\\]|\\.)*\)",
                r"x(?=\s*y)\s",
                r"(?<=x)\s+y",
            ),
        ],
    )
    def test_none(self, pattern: str) -> None:
        """Patterns that take linear time."""
        assert find_pump(re.compile(pattern)) is None

    def test_anchored(self) -> None:
        """What is quadratic in a search may be linear at one place."""
        assert find_pump(re.compile(r"\w+:"), is_searched=False) is None
