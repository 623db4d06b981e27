"""Three labelled articles, and what a small run starts from."""

from __future__ import annotations

from pathlib import Path

import attrs

from quotekit.tagger.session import Model
from quotekit.training.model import Tagger

__all__ = ["ARTICLES", "OUTLETS", "SIZE", "Written"]

#: Word pieces in a window.
SIZE = 126
#: The text of each article by its id, and the contents and speakers of its attributions.
ARTICLES: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    "bridge": (
        (
            "Mayor Ana Vega opened the bridge on Monday. “It will hold,” she said. The mayor added that it had cost"
            " less than planned. Luis Marin, who lives beside it, said that it was ugly. She"
            " had told Radio Taiga of it."
        ),
        [("“It will hold,”", "Ana Vega"), ("that it had cost less than planned", "Ana Vega")],
    ),
    "dam": (
        (
            "The engineer Ida Holm has measured the dam for ten years. “It leaks,” she said. Her colleague Bo Dray was"
            " calmer. He said that all dams leak."
        ),
        [("“It leaks,”", "Ida Holm"), ("that all dams leak", "Bo Dray")],
    ),
    "ferry": (
        (
            "Ferries stood still on Friday. A deckhand said that nobody had been paid. Captain Sven Dahl paid them from"
            " his own pocket. “They have families,” he said."
        ),
        [("that nobody had been paid", None), ("“They have families,”", "Sven Dahl")],
    ),
}
#: The outlets that carried these statements; of the third article nobody says.
OUTLETS: dict[str, list[list[str]]] = {"bridge": [["Radio Taiga"], []], "dam": [[], []]}


@attrs.frozen
class Written:
    """What a run starts from."""

    #: The tagger.
    tagger: Tagger
    #: The file of its weights.
    weights: Path
    #: The model that was written of it.
    model: Model
