"""Texts on their way to another process: strings as they are, spaCy Docs as bytes without their vocabulary."""

from __future__ import annotations

from typing import Any

import attrs

from quotekit.errors import InputError

__all__ = ["pack", "unpack"]


@attrs.frozen
class _PackedDoc:
    """A spaCy Doc as bytes."""

    #: Its tokens, annotations and span groups.
    data: bytes = attrs.field(repr=False)
    #: Its ``user_data``, which holds the values of its extensions.
    user_data: bytes = attrs.field(repr=False)


def pack(content: object) -> Any:
    """
    Make a text ready to be pickled.

    Args:
        content: A string or a spaCy Doc.

    Returns:
        What :func:`unpack` takes. A Doc's vocabulary, which may be large, is left out.

    Raises:
        InputError: It is neither a string nor a Doc.

    Example:
        >>> unpack(pack("It rained."))
        'It rained.'
    """
    if isinstance(content, str):
        # Of a subclass, such as an element of a web page, only the characters.
        return str.__str__(content)
    import srsly
    from spacy.tokens import Doc

    if not isinstance(content, Doc):
        raise InputError(argument="text", value=content)
    return _PackedDoc(content.to_bytes(exclude=["user_data"]), srsly.pickle_dumps(content.user_data))


def unpack(packed: Any) -> Any:
    """
    Undo :func:`pack` in another process.

    Args:
        packed: What :func:`pack` returned.

    Returns:
        The string, or a Doc with the same text, annotations, span groups and values of extensions.
    """
    if not isinstance(packed, _PackedDoc):
        return packed
    import srsly
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    doc = Doc(Vocab()).from_bytes(packed.data)
    doc.user_data = srsly.pickle_loads(packed.user_data)
    for key in doc.user_data:
        # The module that registers an extension may not have been imported in this process.
        if isinstance(key, tuple) and key[0] == "._." and key[2] is None and not Doc.has_extension(key[1]):
            Doc.set_extension(key[1], default=None)
    return doc
