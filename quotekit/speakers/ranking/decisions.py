"""What the rules decided, as columns of the evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from quotekit.speakers.discourse import Discourse
from quotekit.speakers.ranking.columns import KINDS, Widths
from quotekit.speakers.ranking.made import Made
from quotekit.speakers.ranking.mention_table import NOWHERE
from quotekit.speakers.referents import Document, Joint, Named

if TYPE_CHECKING:
    from quotekit.speakers.ranking.block import Block

__all__ = ["decided_entities", "nobody_columns", "query_columns", "ruled_columns"]

_Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"


def decided_entities(made: Sequence[Made], discourse: Discourse) -> _Array:
    """
    Find the entities that the rules decided on.

    Args:
        made: What the rules made of attributions.

        discourse: What is known.

    Returns:
        The entity of each attribution, the first of several; -1 if there is none.
    """
    by_name = {entity.name: number for number, entity in reversed([*enumerate(discourse.entities)])}
    return np.array([_entity_of(one, by_name) for one in made], np.int64)


def _entity_of(one: Made, by_name: Mapping[str, int]) -> int:
    match None if one.decision is None else one.decision.referent:
        case Named(entity):
            return entity
        case Joint(entities):
            return entities[0]
        case Document(makers) if makers:
            return by_name.get(makers[0], NOWHERE)
        case _:
            return NOWHERE


def ruled_columns(block: Block, sieves: Mapping[str, int]) -> _Array:
    """
    Say by which sieve the rules decided on an entity, and how sure they are.

    Args:
        block: The attributions.

        sieves: The numbers of the sieves by name, from 1; 0 is for others.

    Returns:
        A column for each sieve, whether they decided on it, their confidence, and its share among the candidates;
        shape (D, S, ruled).
    """
    found = np.zeros((*block.candidates.shape, len(sieves) + 4), np.float32)
    for row, one in enumerate(block.made):
        if one.decision is not None and block.decided[row] >= 0:
            values = np.zeros(found.shape[2], np.float32)
            values[sieves.get(one.decision.how, 0)] = 1
            values[-3:] = 1, one.decision.confidence, one.decision.probability or 0.0
            found[row, block.candidates[row] == block.decided[row]] = values
    return found


def query_columns(made: Sequence[Made], discourse: Discourse) -> _Array:
    """
    Say what is known of attributions whoever speaks.

    Args:
        made: What the rules made of them.

        discourse: What is known.

    Returns:
        A column for each of :data:`~quotekit.speakers.ranking.columns.KINDS`, whether there is a source, whether it is
        quoted, and the confidence of the attribution; shape (D, query).
    """
    found = np.zeros((len(made), len(KINDS) + 3), np.float32)
    for row, one in enumerate(made):
        found[row, KINDS.index(one.kind(discourse))] = 1
        has_source = bool(one.draft.source)
        found[row, -3:] = has_source, has_source and discourse.index.is_quoted(one.at), one.draft.confidence
    return found


def nobody_columns(made: Sequence[Made], decided: _Array, sieves: Mapping[str, int]) -> _Array:
    """
    Say what the rules decided, whoever it is.

    Args:
        made: What the rules made of attributions.

        decided: The entities that they decided on.

        sieves: The numbers of the sieves by name, from 1; 0 is for others.

    Returns:
        A column for each sieve, whether they decided on an entity, and their confidence; shape (D, nobody).
    """
    found = np.zeros((len(made), Widths.of(tuple(sieves)).nobody), np.float32)
    for row, one in enumerate(made):
        if one.decision is not None:
            found[row, sieves.get(one.decision.how, 0)] = 1
            found[row, -1] = one.decision.confidence
    found[:, -2] = decided >= 0
    return found
