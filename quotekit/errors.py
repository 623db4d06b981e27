"""The exceptions that quotekit raises. Each has its data as fields; its message says what is wrong and what to do."""

from __future__ import annotations

from pathlib import Path

import attrs

__all__ = [
    "CorpusError",
    "InputError",
    "MissingExtraError",
    "ModelError",
    "QuotekitError",
    "QuotekitWarning",
    "RecordError",
    "ResolverError",
    "SettingError",
    "SourceError",
    "UnknownIdError",
    "WorkerError",
    "describe",
]

_MAX_REPR_CHARS = 60


def describe(value: object) -> str:
    """
    Describe a value in an error message.

    Args:
        value: Any value.

    Returns:
        Its representation, truncated to 60 characters, and its type.

    Example:
        >>> print(describe("no" * 100))
        'nononononononononononononononononononononononononononono... (str)
    """
    try:
        shown = repr(value)
    except Exception:  # noqa: BLE001  # a failing __repr__ must not replace the error at hand
        shown = object.__repr__(value)
    shown = shown if len(shown) <= _MAX_REPR_CHARS else shown[: _MAX_REPR_CHARS - 3] + "..."
    return f"{shown} ({type(value).__name__})"


class QuotekitError(Exception):
    """Base class of quotekit's exceptions. Two are equal if they have the same class and the same representation."""

    def __eq__(self, other: object) -> bool:
        """Compare class and representation; the data themselves may not be comparable."""
        return type(self) is type(other) and repr(self) == repr(other)

    def __hash__(self) -> int:
        """Hash consistently with equality."""
        return hash(repr(self))

    def __reduce__(self) -> tuple[type[QuotekitError], tuple[object, ...]]:
        """Unpickle through the constructor, because a frozen exception cannot be filled in later."""
        return type(self), self.args


class QuotekitWarning(UserWarning):
    """Category of quotekit's warnings: what works, but hardly as it is meant to."""


@attrs.frozen(slots=False)
class InputError(QuotekitError, TypeError):
    """
    An argument is not a text.

    Example:
        >>> str(InputError(argument="text", value=5))
        "'text' must be a string or a spaCy Doc, got 5 (int): decode bytes and fill in missing values first"
    """

    #: Name of the argument.
    argument: str
    #: The value passed.
    value: object = attrs.field(repr=describe)
    #: What it must be.
    needed: str = "a string or a spaCy Doc"
    #: What to do.
    remedy: str = "decode bytes and fill in missing values first"

    def __str__(self) -> str:
        """Return the message."""
        return f"{self.argument!r} must be {self.needed}, got {describe(self.value)}: {self.remedy}"


@attrs.frozen(slots=False)
class MissingExtraError(QuotekitError, ImportError):
    """
    An optional dependency is not installed.

    Example:
        >>> print(MissingExtraError(package="pyarrow", extra="arrow"))
        'pyarrow' is not installed: run pip install 'quotekit-nlp[arrow]'
    """

    #: The package that is missing.
    package: str
    #: The extra that installs it.
    extra: str

    def __str__(self) -> str:
        """Return the message."""
        return f"{self.package!r} is not installed: run pip install 'quotekit-nlp[{self.extra}]'"


@attrs.frozen(slots=False)
class ModelError(QuotekitError):
    """
    A model folder cannot be used.

    Example:
        >>> str(ModelError(Path("models/mine"), "model.onnx is missing", "export the model again"))
        "the model folder 'models/mine' cannot be used: model.onnx is missing; export the model again"
    """

    #: The model folder.
    folder: Path
    #: What is wrong with it.
    problem: str
    #: What to do.
    remedy: str

    def __str__(self) -> str:
        """Return the message."""
        return f"the model folder {str(self.folder)!r} cannot be used: {self.problem}; {self.remedy}"


@attrs.frozen(slots=False)
class RecordError(QuotekitError, ValueError):
    """
    Data is not an article as written by :meth:`quotekit.Article.to_dict`.

    Example:
        >>> str(RecordError(where="attributions[0].cue[0]", problem="its text is not the article's text from 3 to 7"))
        "not a valid article: at attributions[0].cue[0], its text is not the article's text from 3 to 7"
    """

    #: Path of the invalid field, such as ``attributions[0].cue[0]``; empty for the article as a whole.
    where: str
    #: What is wrong with it.
    problem: str

    def __str__(self) -> str:
        """Return the message."""
        place = f"at {self.where}, " if self.where else ""
        return f"not a valid article: {place}{self.problem}"

    def inside(self, place: str) -> RecordError:
        """
        Add the article's own position.

        Args:
            place: The position, such as "line 3".

        Returns:
            An error whose path begins with the position.

        Example:
            >>> print(RecordError(where="text", problem="the field is missing").inside("line 3"))
            not a valid article: at line 3, text, the field is missing
        """
        return RecordError(where=", ".join(filter(None, (place, self.where))), problem=self.problem)


@attrs.frozen(slots=False)
class ResolverError(QuotekitError, ValueError):
    """
    A coreference resolver cannot be used, or does not return clusters of mentions.

    Example:
        >>> print(ResolverError("[0][2]", "a mention must be a pair, got 5 (int)", "return pairs"))
        the resolver cannot be used: at [0][2] of its result, a mention must be a pair, got 5 (int); return pairs
    """

    #: Position in the result, such as ``[0][2]`` for the third mention of the first cluster; empty for the result as a
    #: whole, and for the resolver itself.
    where: str
    #: What is wrong with it.
    problem: str
    #: What to do.
    remedy: str

    def __str__(self) -> str:
        """Return the message."""
        place = f"at {self.where} of its result, " if self.where else ""
        return f"the resolver cannot be used: {place}{self.problem}; {self.remedy}"


@attrs.frozen(slots=False)
class CorpusError(QuotekitError, ValueError):
    """
    A line of a file of articles cannot be read.

    Example:
        >>> str(CorpusError(path=Path("gold.jsonl"), line=3, problem="the field 'text' is missing"))
        "'gold.jsonl', line 3: the field 'text' is missing"
    """

    #: The file.
    path: Path
    #: The line, counted from 1.
    line: int
    #: What is wrong with it.
    problem: str

    def __str__(self) -> str:
        """Return the message."""
        return f"{str(self.path)!r}, line {self.line}: {self.problem}"


@attrs.frozen(slots=False)
class SettingError(QuotekitError, ValueError):
    """
    A setting of an extractor, a stream or the spaCy component is invalid.

    Example:
        >>> print(SettingError("min_confidence", 5, "it must be from 0 to 1", "omit it to use the model's default"))
        the setting 'min_confidence' cannot be 5 (int): it must be from 0 to 1; omit it to use the model's default
    """

    #: Name of the setting.
    setting: str
    #: The value passed.
    value: object = attrs.field(repr=describe)
    #: What is wrong with it.
    problem: str
    #: What to do.
    remedy: str

    def __str__(self) -> str:
        """Return the message."""
        return f"the setting {self.setting!r} cannot be {describe(self.value)}: {self.problem}; {self.remedy}"


@attrs.frozen(slots=False)
class UnknownIdError(QuotekitError, KeyError):
    """
    An article has no attribution with an id.

    Example:
        >>> print(UnknownIdError("a99"))
        the article has no attribution 'a99' (str): the ids of its attributions are a1, a2 and so on
    """

    #: The id.
    id: object = attrs.field(repr=describe)

    def __str__(self) -> str:
        """Return the message."""
        return f"the article has no attribution {describe(self.id)}: the ids of its attributions are a1, a2 and so on"


@attrs.frozen(slots=False)
class SourceError(QuotekitError):
    """
    An input or an output of a corpus cannot be used.

    Example:
        >>> print(SourceError("page.html", "it is a web page, not a text", "extract its text first, with trafilatura"))
        'page.html': it is a web page, not a text; extract its text first, with trafilatura
    """

    #: The file, folder or pattern, or a place in it.
    place: str
    #: What is wrong with it.
    problem: str
    #: What to do; empty if that is clear.
    remedy: str = ""

    def __str__(self) -> str:
        """Return the message."""
        return f"{self.place!r}: {self.problem}" + (f"; {self.remedy}" if self.remedy else "")


@attrs.frozen(slots=False)
class WorkerError(QuotekitError, RuntimeError):
    """
    A process that reads texts for another one cannot be started, or has been lost with a text.

    Example:
        >>> print(WorkerError("a worker process ended before it was ready (exit code 1)", "see what it has printed"))
        a worker process ended before it was ready (exit code 1); see what it has printed
    """

    #: What is wrong.
    problem: str
    #: What to do.
    remedy: str

    def __str__(self) -> str:
        """Return the message."""
        return f"{self.problem}; {self.remedy}"
