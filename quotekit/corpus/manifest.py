"""The manifest beside an output: the settings of its run, and whether that is complete."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from quotekit._version import __version__
from quotekit.errors import SourceError
from quotekit.exporters.replace import replacing

__all__ = ["Manifest"]


@attrs.frozen
class Manifest:
    """What a run was asked to do, and whether it has done it."""

    #: The settings on which the results depend, by the names of the options.
    settings: Mapping[str, Any]
    #: Whether the output is complete.
    complete: bool = False
    #: Numbers of articles, attributions and failures, of a complete run.
    counts: Mapping[str, int] = attrs.Factory(dict)

    def write(self, path: Path) -> None:
        """
        Write the manifest.

        Args:
            path: Its path.
        """
        plain = {"quotekit": __version__, **attrs.asdict(self)}
        with replacing(path) as new:
            new.write_text(json.dumps(plain, indent=2) + "\n", encoding="utf-8")

    @classmethod
    def read(cls, path: Path) -> Manifest | None:
        """
        Read a manifest.

        Args:
            path: Its path.

        Returns:
            The manifest; None if there is none.

        Raises:
            SourceError: It is not a manifest, or that of another version.
        """
        try:
            plain = json.loads(path.read_text(encoding="utf-8"))
            version, settings = plain["quotekit"], plain["settings"]
            found = cls(dict(settings), bool(plain["complete"]), dict(plain["counts"]))
        except FileNotFoundError:
            return None
        except (ValueError, TypeError, KeyError) as error:
            problem = f"it is not the manifest of a run ({error})"
            raise SourceError(str(path), problem, "delete it to start again") from error
        if version != __version__:
            problem = f"its run was begun by version {version}"
            raise SourceError(str(path), problem, "finish it with that, or delete the manifest to start again")
        return found

    def check(self, settings: Mapping[str, Any], path: Path) -> None:
        """
        Refuse to resume a run with different settings.

        Args:
            settings: The settings now.

            path: Path of the manifest.

        Raises:
            SourceError: One of them differs.
        """
        plain = json.loads(json.dumps(dict(settings)))
        for name in {*plain, *self.settings}:
            before, now = self.settings.get(name), plain.get(name)
            if before != now:
                problem = f"its run was begun {_differently(name, before, now)}"
                raise SourceError(str(path), problem, "give the same options, or delete the manifest to start again")


def _differently(name: str, before: Any, now: Any) -> str:
    """Return how a setting of a run differs from that of today, in words."""
    if not _is_given(before):
        return f"without {name}"
    shown = "" if before is True else f" {before!r}"
    return f"with {name}{shown}, not {repr(now) if _is_given(now) else 'without'}"


def _is_given(value: Any) -> bool:
    """Return whether the value of a setting is one that was given."""
    return value is not None and value is not False and value != []
