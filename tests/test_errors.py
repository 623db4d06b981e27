"""The errors: their messages, their fields, and their behavior as exceptions."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import attrs
import pytest

from quotekit.errors import (
    CorpusError,
    InputError,
    MissingExtraError,
    ModelError,
    QuotekitError,
    RecordError,
    ResolverError,
    SettingError,
    SourceError,
    UnknownIdError,
    WorkerError,
    describe,
)

ERRORS = [
    pytest.param(
        InputError(argument="text", value=None),
        "'text' must be a string or a spaCy Doc, got None (NoneType): decode bytes and fill in missing values first",
        id="input",
    ),
    pytest.param(
        MissingExtraError(package="pandas", extra="pandas"),
        "'pandas' is not installed: run pip install 'quotekit-nlp[pandas]'",
        id="extra",
    ),
    pytest.param(
        ModelError(folder=Path("mine"), problem="config.json is missing", remedy="export the model again"),
        "the model folder 'mine' cannot be used: config.json is missing; export the model again",
        id="model",
    ),
    pytest.param(
        RecordError(where="speakers[1].kind", problem="it must be a string, got 5 (int)"),
        "not a valid article: at speakers[1].kind, it must be a string, got 5 (int)",
        id="record",
    ),
    pytest.param(
        RecordError(where="", problem="it must be JSON"),
        "not a valid article: it must be JSON",
        id="whole record",
    ),
    pytest.param(
        ResolverError(where="[2]", problem="a cluster must be an iterable of mentions", remedy="return a list"),
        ("the resolver cannot be used: at [2] of its result, a cluster must be an iterable of mentions; return a list"),
        id="resolver's clusters",
    ),
    pytest.param(
        ResolverError(where="", problem="it must be a function", remedy="give one"),
        "the resolver cannot be used: it must be a function; give one",
        id="resolver",
    ),
    pytest.param(
        CorpusError(path=Path("gold.jsonl"), line=3, problem="the field 'text' is missing"),
        "'gold.jsonl', line 3: the field 'text' is missing",
        id="corpus",
    ),
    pytest.param(
        SettingError(setting="extension", value="a b", problem="it is no name", remedy="choose another one"),
        "the setting 'extension' cannot be 'a b' (str): it is no name; choose another one",
        id="setting",
    ),
    pytest.param(
        UnknownIdError("a99"),
        "the article has no attribution 'a99' (str): the ids of its attributions are a1, a2 and so on",
        id="unknown id",
    ),
    pytest.param(
        SourceError(place="page.html", problem="it is a web page", remedy="extract its text first"),
        "'page.html': it is a web page; extract its text first",
        id="source",
    ),
    pytest.param(
        SourceError(place="none.txt", problem="no such file"),
        "'none.txt': no such file",
        id="source without remedy",
    ),
    pytest.param(
        WorkerError(problem="two worker processes ended while they read text 3", remedy="use fewer processes"),
        "two worker processes ended while they read text 3; use fewer processes",
        id="worker",
    ),
    pytest.param(
        InputError(argument="doclike", value="It rained.", needed="a spaCy Doc or Span", remedy="read it with spaCy"),
        "'doclike' must be a spaCy Doc or Span, got 'It rained.' (str): read it with spaCy",
        id="other input",
    ),
]


class Hostile:
    """A value whose representation fails."""

    def __repr__(self) -> str:
        """Fail."""
        raise ZeroDivisionError


@pytest.mark.parametrize(("error", "message"), ERRORS)
class TestErrors:
    """Every error of quotekit."""

    def test_message(self, error: Any, message: str) -> None:
        """The message says what is wrong, and where."""
        assert message == str(error)

    def test_fields(self, error: Any, message: str) -> None:
        """An error made from the same fields is equal, has the same message, and has the same hash."""
        again = type(error)(**{field.name: getattr(error, field.name) for field in attrs.fields(type(error))})

        assert error == again
        assert message == str(again)
        assert 1 == len({error, again})

    def test_data_differs(self, error: Any, message: str) -> None:
        """Errors with different data, or of different classes, are not equal."""
        names = [field.name for field in attrs.fields(type(error))]
        others = [attrs.evolve(error, **{name: "another"}) for name in names]

        assert error not in [*others, QuotekitError(), ValueError(message)]

    def test_frozen(self, error: Any, message: str) -> None:
        """Setting a field of an error raises and changes nothing."""
        for field in attrs.fields(type(error)):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(error, field.name, "another")

        assert message == str(error)

    def test_pickle(self, error: Any, message: str) -> None:
        """A pickled error is equal and has the same message."""
        again = pickle.loads(pickle.dumps(error))  # noqa: S301  # made here

        assert error == again
        assert message == str(again)

    def test_raise(self, error: Any, message: str) -> None:
        """An error can be chained, caught as a quotekit error, and given notes."""
        cause = KeyError("text")
        with pytest.raises(QuotekitError) as caught:
            raise error from cause
        error.__notes__ = ["in the second file"]

        assert ["in the second file"] == error.__notes__
        assert message == str(error)
        assert cause is error.__cause__
        assert error is caught.value


class TestParents:
    """The built-in exceptions that errors derive from."""

    @pytest.mark.parametrize(
        ("error", "parent"),
        [
            (InputError, TypeError),
            (MissingExtraError, ImportError),
            (RecordError, ValueError),
            (ResolverError, ValueError),
            (CorpusError, ValueError),
        ],
    )
    def test_builtin(self, error: type[QuotekitError], parent: type[Exception]) -> None:
        """An error can be caught as its built-in parent."""
        assert issubclass(error, parent)


class TestDescribe:
    """How errors show a value."""

    @pytest.mark.parametrize(
        ("value", "shown"),
        [
            pytest.param("5", "'5' (str)", id="string"),
            pytest.param(True, "True (bool)", id="bool"),
            pytest.param("\ud800", "'\\ud800' (str)", id="lone surrogate"),
            pytest.param("x" * 58, f"'{'x' * 58}' (str)", id="just short enough"),
            pytest.param("x" * 59, f"'{'x' * 56}... (str)", id="too long"),
        ],
    )
    def test_describe(self, value: object, shown: str) -> None:
        """A value is shown by its representation, truncated to 60 characters, with its type."""
        assert shown == describe(value)

    def test_cannot_be_shown(self) -> None:
        """A value whose representation fails does not hide the error."""
        value = Hostile()

        assert f"{object.__repr__(value)} (Hostile)"[:40] == describe(value)[:40]
        assert "got <" in str(InputError(argument="text", value=value))
