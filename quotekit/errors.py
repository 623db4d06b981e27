"""Every error quotekit raises on purpose. Each carries its data as fields and says what to do."""

from __future__ import annotations

from pathlib import Path

import attrs

__all__ = [
    "CorpusError",
    "InputError",
    "MissingExtraError",
    "ModelError",
    "QuotekitError",
    "RecordError",
    "ResolverError",
    "SettingError",
    "describe",
]

_LONGEST = 60


def describe(value: object) -> str:
    """
    Show a value in an error's text.

    Args:
        value: Anything.

    Returns:
        How Python writes it, in 60 characters at most, and its type.

    Example:
        >>> print(describe("no" * 100))
        'nononononononononononononononononononononononononononono... (str)
    """
    try:
        shown = repr(value)
    except Exception:  # noqa: BLE001  # an error that cannot be shown hides what is wrong
        shown = object.__repr__(value)
    shown = shown if len(shown) <= _LONGEST else shown[: _LONGEST - 3] + "..."
    return f"{shown} ({type(value).__name__})"


class QuotekitError(Exception):
    """Any error of quotekit's own. Two are equal if they are of one class and show the same data."""

    def __eq__(self, other: object) -> bool:
        """Compare class and data; the data as it is shown, for it may be anything."""
        return type(self) is type(other) and repr(self) == repr(other)

    def __hash__(self) -> int:
        """Agree with equality."""
        return hash(repr(self))

    def __reduce__(self) -> tuple[type[QuotekitError], tuple[object, ...]]:
        """Come back from another process by being made anew: a frozen error cannot be filled in later."""
        return type(self), self.args


@attrs.frozen(slots=False)
class InputError(QuotekitError, TypeError):
    """
    Something that is no text was given where a text is needed.

    Example:
        >>> str(InputError(argument="text", value=5))
        "'text' must be a string or a spaCy Doc, got 5 (int): decode bytes and fill in missing values first"
    """

    #: Name of the argument.
    argument: str
    #: What was given.
    value: object = attrs.field(repr=describe)
    #: What is needed.
    needed: str = "a string or a spaCy Doc"
    #: What to do.
    remedy: str = "decode bytes and fill in missing values first"

    def __str__(self) -> str:
        """Say what was given and what is needed."""
        return f"{self.argument!r} must be {self.needed}, got {describe(self.value)}: {self.remedy}"


@attrs.frozen(slots=False)
class MissingExtraError(QuotekitError, ImportError):
    """
    A library is not installed that only some of quotekit needs.

    Example:
        >>> print(MissingExtraError(package="pyarrow", extra="arrow"))
        'pyarrow' is not installed: run pip install 'quotekit-nlp[arrow]'
    """

    #: The library.
    package: str
    #: The extra that brings it.
    extra: str

    def __str__(self) -> str:
        """Say what is missing and how to get it."""
        return f"{self.package!r} is not installed: run pip install 'quotekit-nlp[{self.extra}]'"


@attrs.frozen(slots=False)
class ModelError(QuotekitError):
    """
    A model folder cannot be used.

    Example:
        >>> str(ModelError(folder=Path("models/mine"), problem="model.onnx is missing", remedy="export the model again"))
        "the model folder 'models/mine' cannot be used: model.onnx is missing; export the model again"
    """

    #: The model folder.
    folder: Path
    #: What is wrong with it.
    problem: str
    #: What to do.
    remedy: str

    def __str__(self) -> str:
        """Say which folder, what is wrong and what to do."""
        return f"the model folder {str(self.folder)!r} cannot be used: {self.problem}; {self.remedy}"


@attrs.frozen(slots=False)
class RecordError(QuotekitError, ValueError):
    """
    Data is not an article as :meth:`quotekit.Article.to_dict` writes it.

    Example:
        >>> str(RecordError(where="attributions[0].cue[0]", problem="its text is not the article's text from 3 to 7"))
        "no article can be made of this: at attributions[0].cue[0], its text is not the article's text from 3 to 7"
    """

    #: Path of the field that is wrong, such as ``attributions[0].cue[0]``; empty for the whole.
    where: str
    #: What is wrong with it.
    problem: str

    def __str__(self) -> str:
        """Say which field and what is wrong."""
        place = f"at {self.where}, " if self.where else ""
        return f"no article can be made of this: {place}{self.problem}"

    def inside(self, place: str) -> RecordError:
        """
        Say where the article itself is.

        Args:
            place: Such as "line 3".

        Returns:
            The error with the place before the field's.

        Example:
            >>> print(RecordError(where="text", problem="the field is missing").inside("line 3"))
            no article can be made of this: at line 3, text, the field is missing
        """
        return RecordError(where=", ".join(filter(None, (place, self.where))), problem=self.problem)


@attrs.frozen(slots=False)
class ResolverError(QuotekitError, ValueError):
    """
    A resolver of coreference cannot be used, or returns something else than clusters of mentions.

    Example:
        >>> str(ResolverError(where="[0][2]", problem="a mention must be a pair, got 5 (int)", remedy="return pairs"))
        'the resolver cannot be used: at [0][2] of what it returned, a mention must be a pair, got 5 (int); return pairs'
    """

    #: Place in what the resolver returned, such as ``[0][2]`` for the third mention of the first cluster; empty for the
    #: whole, and for the resolver itself.
    where: str
    #: What is wrong with it.
    problem: str
    #: What to do.
    remedy: str

    def __str__(self) -> str:
        """Say where, what is wrong and what to do."""
        place = f"at {self.where} of what it returned, " if self.where else ""
        return f"the resolver cannot be used: {place}{self.problem}; {self.remedy}"


@attrs.frozen(slots=False)
class CorpusError(QuotekitError, ValueError):
    """
    A line of a file of annotated articles cannot be read.

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
        """Say where and what is wrong."""
        return f"{str(self.path)!r}, line {self.line}: {self.problem}"


@attrs.frozen(slots=False)
class SettingError(QuotekitError, ValueError):
    """
    A setting of the spaCy component cannot be used.

    Example:
        >>> str(SettingError("min_confidence", 5, "it must be from 0 to 1", "leave it out for the model's own choice"))
        "the setting 'min_confidence' cannot be 5 (int): it must be from 0 to 1; leave it out for the model's own choice"
    """

    #: Name of the setting.
    setting: str
    #: What was given.
    value: object = attrs.field(repr=describe)
    #: What is wrong with it.
    problem: str
    #: What to do.
    remedy: str

    def __str__(self) -> str:
        """Say which setting, what is wrong and what to do."""
        return f"the setting {self.setting!r} cannot be {describe(self.value)}: {self.problem}; {self.remedy}"
