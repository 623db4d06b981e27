"""Templates, styles and scripts from files of the package; a page made of them may load nothing and run nothing else."""

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

# HTML has no null byte, UTF-8 no lone surrogate.
_UNKNOWN = re.compile(r"[\0\ud800-\udfff]")


class Templates:
    """
    The templates, styles and scripts in some folders.

    Args:
        folders: The folders; of files with one name that in the first of them is taken.
    """

    def __init__(self, *folders: Path) -> None:
        self._folders = folders
        self._environment = Environment(
            loader=FileSystemLoader(folders),
            autoescape=True,
            finalize=_written,
            lstrip_blocks=True,
            trim_blocks=True,
            undefined=StrictUndefined,
        )

    def joined(self, names: Iterable[str]) -> Markup:
        """
        Read styles, or scripts.

        Args:
            names: The files' names.

        Returns:
            Their text, to be put between the tags as it is.
        """
        paths = (next(path for folder in self._folders if (path := folder / name).exists()) for name in names)
        return Markup("\n").join(Markup(path.read_text(encoding="utf-8")) for path in paths)  # noqa: S704  # our own

    def filled(self, name: str, **values: object) -> Iterator[str]:
        """
        Fill in a template.

        Args:
            name: The template's name.

            values: What it is filled with. Text is escaped.

        Returns:
            The result, piece by piece.
        """
        return self._environment.get_template(name).generate(values)

    def page(self, name: str, styles: Iterable[str], scripts: Iterable[str] = (), **values: object) -> Iterator[str]:
        """
        Fill in the template of a whole page.

        The template is told the page's style, its script, the policy that allows only these, and the version of
        quotekit.

        Args:
            name: The template's name.

            styles: Names of the files that are its style.

            scripts: Names of the files that are its script; there may be none.

            values: What else it is filled with.

        Returns:
            The page, piece by piece.
        """
        style, script = self.joined(styles), self.joined(scripts)
        return self.filled(
            name, style=style, script=script, policy=_policy(style, script), version=__version__, **values
        )


def _policy(style: str, script: str) -> str:
    """A content security policy under which a page fetches nothing, and runs nothing but its own script."""
    return f"default-src 'none'; style-src '{_digest(style)}'; script-src {_source(script)}; base-uri 'none'; form-action 'none'"


def _source(script: str) -> str:
    return f"'{_digest(script)}'" if script else "'none'"


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _written(value: object) -> object:
    """A value as it is written: what HTML lacks as U+FFFD, a carriage return so that it is not read as a line feed."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return escape(_UNKNOWN.sub("\ufffd", value)).replace("\r", Markup("&#13;"))
