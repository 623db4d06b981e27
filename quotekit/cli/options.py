"""Options that several commands have."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeVar

import typer

from quotekit.exporters.formats import Format, format_of

if TYPE_CHECKING:
    from quotekit.extractor import Extractor

__all__ = [
    "ConfidenceOption",
    "ModelOption",
    "OnError",
    "SpeakerConfidenceOption",
    "choose_format",
    "make_extractor",
    "refuse_ending",
    "refuse_to_overwrite",
]

FormT = TypeVar("FormT", bound=enum.Enum)

ConfidenceOption = Annotated[
    float | None,
    typer.Option(min=0, max=1, metavar="X", help="Minimum confidence, from 0 to 1; the model's default if omitted."),
]
SpeakerConfidenceOption = Annotated[
    float | None,
    typer.Option(
        min=0, max=1, metavar="X", help="Minimum confidence of speakers' names, from 0 to 1; the default if omitted."
    ),
]
ModelOption = Annotated[
    Path | None, typer.Option(metavar="FOLDER", help="Model folder; the model in the package if omitted.")
]


def make_extractor(min_confidence: float | None, min_speaker_confidence: float | None, model: Path | None) -> Extractor:
    """
    Make an extractor with the settings of the command line.

    Args:
        min_confidence: The minimum confidence; the model's default if None.

        min_speaker_confidence: The minimum confidence of speakers' names; the default if None.

        model: The model folder; the model in the package if None.

    Returns:
        The extractor.
    """
    from quotekit.extractor import Extractor

    return Extractor(model=model, min_confidence=min_confidence, min_speaker_confidence=min_speaker_confidence)


class OnError(str, enum.Enum):
    """What to do if an article cannot be read."""

    #: Go on with the others.
    SKIP = "skip"
    #: End the command.
    RAISE = "raise"


def refuse_to_overwrite(output: Path | None, names: Iterable[str]) -> None:
    """
    Refuse an output that is one of the inputs.

    Args:
        output: The output; None for standard output.

        names: The inputs.

    Raises:
        BadParameter: It is one of them.
    """
    if output is None or not output.exists():
        return
    if any(Path(name).exists() and output.samefile(name) for name in names if name != "-"):
        problem = f"{str(output)!r} is one of the input files"
        raise typer.BadParameter(problem, param_hint="--output")


def choose_format(form: FormT | None, output: Path | None, forms: type[FormT]) -> FormT:
    """
    Choose the output format of a command.

    Args:
        form: The given format; None if none is given.

        output: The output file; None for standard output.

        forms: All formats of the command.

    Returns:
        The given format; if there is none, that of the file's ending, and "pretty" for standard output.

    Raises:
        BadParameter: The ending is not that of a format.
    """
    if form is not None:
        return form
    if output is None:
        return forms(Format.PRETTY.value)
    known = format_of(output)
    if known is None or known.value not in {each.value for each in forms}:
        refuse_ending(output)
    return forms(known.value)


def refuse_ending(output: Path) -> NoReturn:
    """
    Refuse an output without a format whose ending is not that of one.

    Args:
        output: The output.

    Raises:
        BadParameter: Always.
    """
    problem = f"the ending of {str(output)!r} says no format; name one with --format"
    raise typer.BadParameter(problem, param_hint="--output")
