"""What a text is read with before the first stage: nothing for a string, or a spaCy Doc with all that it carries."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from quotekit.errors import InputError, QuotekitWarning
from quotekit.text.surrogates import replace_surrogates

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["DocReader", "sentence_starts_of"]

# English, several languages, and none given.
_LANGUAGES = frozenset({"en", "xx", "mul", ""})


class DocReader:
    """
    Turns inputs into texts, each with its Doc where there is one.

    A string gets a Doc only if somebody needs it: a pipeline of the caller's runs on it, and a resolver of the caller's
    takes one. Otherwise spaCy is not even imported.

    Args:
        nlp: The caller's pipeline, which reads strings; none if not given.

        needs_doc: Whether strings need a Doc even without a pipeline; they are then tokenized, and nothing more.

    Example:
        >>> DocReader().read("It rained.")
        ('It rained.', None)
    """

    def __init__(self, nlp: Language | None = None, *, needs_doc: bool = False) -> None:
        #: The caller's pipeline.
        self.nlp = nlp
        self._needs_doc = needs_doc

    def read(self, text: object) -> tuple[str, Doc | None]:
        """
        Read one input.

        Args:
            text: A string or a spaCy Doc.

        Returns:
            The text as given, and its Doc; None where nobody needs one.

        Raises:
            InputError: *text* is neither a string nor a Doc.
        """
        if not isinstance(text, str):
            doc = _checked_doc(text)
            return doc.text, doc
        nlp = self._pipeline()
        return text, None if nlp is None else _checked_doc(nlp(replace_surrogates(text)))

    def stream(self, pairs: Iterable[tuple[Any, Any]], batch_size: int) -> Iterator[tuple[tuple[str, Doc | None], Any]]:
        """
        Read many inputs in their order; runs of strings go through the pipeline in batches.

        Args:
            pairs: Strings or Docs, each with anything.

            batch_size: How many strings the pipeline reads at once.

        Yields:
            What :meth:`read` returns for each input, with what came with it.

        Raises:
            InputError: One of the inputs is neither a string nor a Doc.
        """
        for is_string, run in groupby(pairs, key=lambda pair: isinstance(pair[0], str)):
            nlp = self._pipeline() if is_string else None
            if nlp is None:
                yield from ((self.read(text), context) for text, context in run)
            else:
                inputs = ((replace_surrogates(text), (text, context)) for text, context in run)
                for doc, (text, context) in nlp.pipe(inputs, as_tuples=True, batch_size=batch_size):
                    yield (text, _checked_doc(doc)), context

    def _pipeline(self) -> Language | None:
        return _blank_pipeline() if self.nlp is None and self._needs_doc else self.nlp


def sentence_starts_of(doc: Doc | None) -> tuple[int, ...] | None:
    """
    Return where the sentences of a Doc begin.

    Args:
        doc: The Doc; None where there is none.

    Returns:
        Character offsets; None where no component has set sentence boundaries.

    Example:
        >>> import spacy
        >>> nlp = spacy.blank("en")
        >>> sentence_starts_of(nlp("It rained. It poured.")) is None
        True
        >>> _ = nlp.add_pipe("sentencizer")
        >>> sentence_starts_of(nlp("It rained. It poured."))
        (0, 11)
    """
    if doc is None or not doc.has_annotation("SENT_START"):
        return None
    return tuple(sentence.start_char for sentence in doc.sents)


def _checked_doc(value: object) -> Doc:
    """Refuse anything that is not a Doc."""
    from spacy.tokens import Doc

    if not isinstance(value, Doc):
        raise InputError(argument="text", value=value)
    if value.lang_ not in _LANGUAGES:
        _warn_of(value.lang_)
    return value


@cache
def _warn_of(language: str) -> None:
    """Warn of a language, once for each."""
    message = f"the Doc is of a pipeline for {language!r}, but quotekit reads English: its results may be meaningless"
    warnings.warn(message, QuotekitWarning, stacklevel=5)


@cache
def _blank_pipeline() -> Language:
    import spacy

    nlp = spacy.blank("en")
    # The limit guards memory-hungry parsers; there is none here.
    nlp.max_length = sys.maxsize
    return nlp
