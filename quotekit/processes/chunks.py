"""Texts in chunks: short ones together, since each chunk costs a message, and long ones alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, TypeAlias, TypeVar

import attrs

__all__ = ["Chunk", "Failure", "Input", "Outcome", "Read", "Text", "cut_chunks"]

ResultT = TypeVar("ResultT")

# About a second's work: enough to hide the cost of a message, and little enough that results come soon.
_MAX_CHUNK_CHARS = 20_000


@attrs.frozen(eq=False)
class Failure:
    """A text that could not be read."""

    #: The text's place in the stream, counted from 0.
    index: int
    #: What was raised.
    error: Exception
    #: The id of the article that it would have been; None if it has none.
    id: str | None = None

    @property
    def reason(self) -> str:
        """The class of the error and its message, in one line."""
        return " ".join(f"{type(self.error).__name__}: {self.error}".split())


#: The result of reading one text.
Outcome: TypeAlias = ResultT | Failure
#: A text, what its reader should know about it, and what stays in this process and is given back.
Input: TypeAlias = tuple[Any, Any, Any]
#: A function that reads texts, each with what is known about it, the first of which has the given place in the stream.
#: It returns one outcome for each of them.
Read: TypeAlias = Callable[[Sequence[tuple[Any, Any]], int], list[Outcome[ResultT]]]


@attrs.define(eq=False)
class Text(Generic[ResultT]):
    """One text on its way."""

    #: Its place in the stream, counted from 0.
    index: int
    #: The text, or None once it has been read.
    content: Any
    #: What its reader should know about it.
    about: Any
    #: What stays in this process.
    context: Any
    #: Its outcome; None until it has been read.
    outcome: Outcome[ResultT] | None = None
    #: Whether a worker was lost while it had this text.
    is_suspect: bool = False


#: Texts that are read together.
Chunk: TypeAlias = list[Text[ResultT]]


def cut_chunks(inputs: Iterable[Input], most: int) -> Iterator[Chunk[Any]]:
    """
    Cut a stream into chunks.

    Args:
        inputs: The texts.

        most: The maximum number of texts in a chunk.

    Yields:
        Chunks in the order of the texts; nothing is read before it is needed.

    Example:
        >>> texts = ["One.", "Two.", "A long one. " * 2000, "Three."]
        >>> stream = ((text, None, name) for text, name in zip(texts, "abcd"))
        >>> [[text.context for text in chunk] for chunk in cut_chunks(stream, most=10)]
        [['a', 'b'], ['c'], ['d']]
    """
    chunk: Chunk[Any] = []
    chars = 0
    for index, (content, about, context) in enumerate(inputs):
        size = _chars(content)
        if chunk and (chars + size > _MAX_CHUNK_CHARS or len(chunk) == most):
            yield chunk
            chunk, chars = [], 0
        chunk.append(Text(index, content, about, context))
        chars += size
        if chars >= _MAX_CHUNK_CHARS or len(chunk) == most:
            yield chunk
            chunk, chars = [], 0
    if chunk:
        yield chunk


def _chars(content: object) -> int:
    """Return the length of a string, and that of a Doc; nothing for what will be refused."""
    text = content if isinstance(content, str) else getattr(content, "text", "")
    return len(text) if isinstance(text, str) else 0
