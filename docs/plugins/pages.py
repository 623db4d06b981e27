"""Pages whose text is in other files, and highlighting of examples."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from quotekit.tagger.session import DEFAULT_MODEL

ROOT = Path(__file__).parent.parent.parent

#: Pages that are replaced by other files.
REPLACED = {
    "changelog.md": ROOT / "CHANGELOG.md",
    "model-card.md": DEFAULT_MODEL / "README.md",
}

_SESSION = re.compile(r"^```python$(?=\n>>> )", re.MULTILINE)


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """
    Replace pages by other files, and highlight blocks with prompts as interactive sessions.

    Args:
        markdown: The page's text.

        page: The page.

    Returns:
        The text that is rendered.
    """
    path = REPLACED.get(page.file.src_uri)
    text = markdown if path is None else path.read_text(encoding="utf-8")
    return _SESSION.sub("```pycon", text)
