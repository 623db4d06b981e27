"""The rules that revise the confident drafts, using the names and the boilerplate of the text."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from quotekit.attributions.boilerplate import strip_boilerplate
from quotekit.attributions.cited_sources import attribute_to_cited_sources, recover_cited_sources
from quotekit.attributions.cited_speakers import separate_cited_speakers, separate_cited_statements
from quotekit.attributions.impersonal_sources import drop_impersonal_sources
from quotekit.attributions.joint_sources import join_sources
from quotekit.attributions.kickers import drop_kickers
from quotekit.attributions.non_statements import drop_quoted_authors
from quotekit.attributions.possessive_sources import extend_possessive_sources
from quotekit.attributions.rules import Rule
from quotekit.attributions.told_outlets import replace_told_outlets

__all__ = ["REVISIONS"]

#: Applied to the drafts that are confident enough, including nested ones.
REVISIONS: Mapping[str, Rule] = MappingProxyType(
    {
        # "Port row: Holm denies bribes" as a headline, where the statement is found in the content of "port row".
        "kickers_of_nested": drop_kickers,
        # "Moody's said it was late": the source is "Moody's".
        "possessive_sources": extend_possessive_sources,
        # "Ann Lee, speaking on Monday, and Bo Day said": the source is both.
        "joint_sources": join_sources,
        # "It is safe, an engineer, who built it, told Kyodo": the source is the engineer.
        "told_outlets": replace_told_outlets,
        # "OSLO (AP) — It is late, Holm said.": the dateline is not part of the statement.
        "boilerplate": strip_boilerplate,
        # "Kyodo quoted a ministry source as saying that …": the source is what comes before "as saying".
        "cited_speakers": separate_cited_speakers,
        # "Kyodo reported it, citing a ministry source": two drafts become one with the cited source.
        "cited_sources": attribute_to_cited_sources,
        # "The Reef Times reported, citing a memo, that …": the source is what comes before "that".
        "cited_statements": separate_cited_statements,
        # Like "cited_sources", if the tagger has found no draft with the cue "citing".
        "recovered_sources": recover_cited_sources,
        # "Holm said, quoting the poet Berg": Berg is not content.
        "quoted_authors": drop_quoted_authors,
        # "The dam is expected to hold": "the dam" is not a source.
        "impersonal_sources": drop_impersonal_sources,
    }
)
