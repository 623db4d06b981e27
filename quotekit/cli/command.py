"""How the commands show their help."""

from __future__ import annotations

from typing import Any

from typer.core import TyperArgument, TyperCommand

__all__ = ["Command"]


class Command(TyperCommand):
    """A command whose help names its arguments without their Python types, which some versions of Typer add."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        for parameter in self.params:
            if isinstance(parameter, TyperArgument):
                vars(parameter)["display_type_rich"] = _show_nothing


def _show_nothing(ctx: object) -> None:
    """Return no type."""
