"""The weights of evidence in conversations; see :mod:`quotekit.training.conversation_weights`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

__all__ = ["conversation_weights"]

_FILE = Path(__file__).with_name("weights.json")


@cache
def conversation_weights() -> Mapping[str, float]:
    """Load the weights by the names of the features of :class:`quotekit.speakers.conversations.evidence.Evidence`."""
    weights: dict[str, float] = json.loads(_FILE.read_text(encoding="utf-8"))
    return weights
