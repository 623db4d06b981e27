"""Templates, styles and scripts of the package; pages load no other resources and run no other scripts."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from quotekit._version import __version__

__all__ = ["Templates"]

# HTML does not allow null bytes, and UTF-8 cannot encode lone surrogates.
_INVALID = re.compile(r"[\0\ud800-\udfff]")


class Templates:
    """
    The templates, styles and scripts in some folders.

    Args:
        folders: The folders; the first one with a file of a given name is used.
    """

    def __init__(self, *folders: Path) -> None:
        self._folders = folders
        self._environment = Environment(
            loader=FileSystemLoader(folders),
            autoescape=True,
            finalize=_finalize,
            lstrip_blocks=True,
            trim_blocks=True,
            undefined=StrictUndefined,
        )

    def joined(self, names: Iterable[str]) -> Markup:
        """
        Concatenate styles or scripts.

        Args:
            names: The file names.

        Returns:
            Their text, which needs no escaping.
        """
        paths = (next(path for folder in self._folders if (path := folder / name).exists()) for name in names)
        return Markup("\n").join(Markup(path.read_text(encoding="utf-8")) for path in paths)  # noqa: S704  # our own

    def filled(self, name: str, **values: object) -> Iterator[str]:
        """
        Render a template.

        Args:
            name: The template's name.

            values: Its variables. Text is escaped.

        Returns:
            The result, piece by piece.
        """
        return self._environment.get_template(name).generate(values)

    def page(self, name: str, styles: Iterable[str], scripts: Iterable[str] = (), **values: object) -> Iterator[str]:
        """
        Render the template of a whole page.

        The template gets the page's style and script, a content security policy that allows only these, and the
        version of quotekit.

        Args:
            name: The template's name.

            styles: File names of its styles.

            scripts: File names of its scripts, if any.

            values: Other variables.

        Returns:
            The page, piece by piece.
        """
        style, script = self.joined(styles), self.joined(scripts)
        return self.filled(
            name, style=style, script=script, policy=_policy(style, script), version=__version__, **values
        )


def _policy(style: str, script: str) -> str:
    """Make a content security policy that allows a page its own style and script and nothing else."""
    directives = {
        "default-src": "'none'",
        "style-src": f"'{_digest(style)}'",
        "script-src": _source(script),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def _source(script: str) -> str:
    return f"'{_digest(script)}'" if script else "'none'"


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _finalize(value: object) -> object:
    """Escape text, replace invalid characters, and encode carriage returns, which are read as line feeds otherwise."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return escape(_INVALID.sub("\ufffd", value)).replace("\r", Markup("&#13;"))
