"""Functions that stand in for an extractor in tests of processes; light, since each process imports them."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quotekit.processes import Failure


def shout(texts: Sequence[tuple[str, object]], first: int) -> list[Any]:
    """Return the texts in capitals, each with its place in the stream."""
    return [(first + place, text.upper()) for place, (text, _) in enumerate(texts)]


def shout_or_fail(texts: Sequence[tuple[str, object]], first: int) -> list[Any]:
    """Return the texts in capitals, and a failure for each "bad" one."""
    return [
        Failure(place, ValueError(text)) if text == "bad" else text.upper()
        for place, (text, _) in enumerate(texts, start=first)
    ]


def die_on(word: str, marker: Path | None, texts: Sequence[tuple[str, object]], first: int) -> list[Any]:
    """Return the texts in capitals, but kill the process at a certain one; only once if there is a marker."""
    if word in dict(texts) and (marker is None or not marker.exists()):
        if marker is not None:
            marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return shout(texts, first)


class OddError(Exception):
    """An error that cannot be made again from its arguments."""

    def __init__(self, text: str, place: int) -> None:
        super().__init__(text)
        self.place = place


def fail_oddly(texts: Sequence[tuple[str, object]], first: int) -> list[Any]:
    """Raise an error that cannot be unpickled."""
    raise OddError(texts[0][0], first)


def wait_on(texts: Sequence[tuple[str, object]], first: int) -> list[Any]:
    """Return the texts, but never one that says to wait."""
    if "wait" in dict(texts):
        time.sleep(1000)
    return shout(texts, first)
