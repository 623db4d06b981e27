"""Pages that lie elsewhere, and examples as the site shows them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from quotekit.tagger.session import DEFAULT_MODEL

ROOT = Path(__file__).parent.parent.parent

#: The pages that only name a file, and the file that takes their place.
ELSEWHERE = {
    "changelog.md": ROOT / "CHANGELOG.md",
    "model-card.md": DEFAULT_MODEL / "README.md",
}

_SESSION = re.compile(r"^```python$(?=\n>>> )", re.MULTILINE)


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """
    Put a file in the place of a page, and have blocks with prompts highlighted as the sessions they are.

    Args:
        markdown: The page's text.

        page: The page.

    Returns:
        The text that the site shows.
    """
    path = ELSEWHERE.get(page.file.src_uri)
    text = markdown if path is None else path.read_text(encoding="utf-8")
    return _SESSION.sub("```pycon", text)
