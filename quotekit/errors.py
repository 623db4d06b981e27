"""Every error quotekit raises on purpose. Each carries its data as fields and says what to do."""

from __future__ import annotations

from pathlib import Path

import attrs

__all__ = ["CorpusError", "InputError", "ModelError", "QuotekitError", "RecordError"]


class QuotekitError(Exception):
    """Any error of quotekit's own."""


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
    value: object = attrs.field(eq=repr)

    def __str__(self) -> str:
        """Say what was given and what is needed."""
        shown = repr(self.value)
        shown = shown if len(shown) <= 60 else shown[:57] + "..."
        return (
            f"{self.argument!r} must be a string or a spaCy Doc, got {shown} ({type(self.value).__name__}): "
            "decode bytes and fill in missing values first"
        )


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

    #: Path of the field that is wrong, such as ``attributions[0].cue[0]``.
    where: str
    #: What is wrong with it.
    problem: str

    def __str__(self) -> str:
        """Say which field and what is wrong."""
        return f"no article can be made of this: at {self.where}, {self.problem}"


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
