"""The rules that correct known errors of the model, in order."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from quotekit.attributions.action_beats import attribute_action_beats
from quotekit.attributions.agents import attribute_to_agents
from quotekit.attributions.as_explained import recover_as_explained
from quotekit.attributions.bulleted_quotations import complete_bulleted_quotations
from quotekit.attributions.content_edges import end_at_next_statement, end_at_second_verb, start_after_addressee
from quotekit.attributions.cue_recovery import recover_following_cues, recover_introducing_cues
from quotekit.attributions.enclosing_statements import find_enclosing_statements
from quotekit.attributions.free_relatives import drop_free_relatives
from quotekit.attributions.gapping import divide_gapped_statements
from quotekit.attributions.headlines import trust_headlines
from quotekit.attributions.heard_saying import attribute_to_those_heard
from quotekit.attributions.hearers import drop_hearers, resume_heard_subjects
from quotekit.attributions.insertions import cut_at_insertions, name_before_insertions, separate_or_so
from quotekit.attributions.kickers import drop_kickers
from quotekit.attributions.non_statements import drop_non_statements
from quotekit.attributions.noun_cues import prefer_noun_cues
from quotekit.attributions.paragraph_ends import end_at_paragraphs
from quotekit.attributions.quotation_subjects import attribute_quotation_subjects
from quotekit.attributions.resumed_quotations import attach_resumed_quotations
from quotekit.attributions.rules import Rule
from quotekit.attributions.running_quotations import join_running_quotations
from quotekit.attributions.sentence_ends import end_at_sentences
from quotekit.attributions.shared_sources import share_sources
from quotekit.attributions.signature_lines import draft_signed_quotations
from quotekit.attributions.signatures import end_at_signatures
from quotekit.attributions.signed_headlines import find_signed_headlines
from quotekit.attributions.speech_occasions import recover_speech_occasions
from quotekit.attributions.torn_quotations import restore_quotations
from quotekit.attributions.turns import draft_turns
from quotekit.attributions.uncued_quotations import attach_uncued_quotations

__all__ = ["CORRECTIONS"]

#: Applied to all drafts, even unlikely ones, before any is dropped for its confidence. The rules for sources and cues
#: come first, since those for contents depend on them; uncued quotations come last, since they need complete contents.
CORRECTIONS: Mapping[str, Rule] = MappingProxyType(
    {
        # "Berg called it a triumph, adding that …": both have the same source.
        "shared_sources": share_sources,
        # ``"No," was his short answer``: the cue is "answer".
        "noun_cues": prefer_noun_cues,
        # ``"Enough," yodeled Ito``: a cue unknown to the model, after a quotation.
        "following_cues": recover_following_cues,
        # ``Then the judge asked: "Who won?"``: a cue that the model missed before a quotation.
        "introducing_cues": recover_introducing_cues,
        # "Berg was quoted by Kyodo as saying that …": the source is Berg.
        "heard_saying": attribute_to_those_heard,
        # "Dismissed as “a farce” by Berg": the source is Berg.
        "agents": attribute_to_agents,
        # ``"A farce" is how Berg sees it``: the content is the quotation, the cue "sees".
        "quotation_subjects": attribute_quotation_subjects,
        # "It works, as Berg, a lawyer, explained": the cue is far from its statement.
        "as_explained": recover_as_explained,
        # "She used her sermon to “thank every hand”": what is quoted is hers.
        "speech_occasions": recover_speech_occasions,
        # "The court heard he left but told her so": he told her, not the court.
        "heard_subjects": resume_heard_subjects,
        # "The court heard that …": the court is not a source.
        "hearers": drop_hearers,
        # "Berg called it “full”; Holm, “empty”": a statement without a cue.
        "gapped_statements": divide_gapped_statements,
        # "It works, or so Berg claims": the cue is "or so claims".
        "or_so": separate_or_so,
        # "The dockers — who are not paid — said": the source is "the dockers".
        "sources_before_insertions": name_before_insertions,
        # "The dockers — Berg says they are not paid — left": the content ends with the insertion.
        "insertions": cut_at_insertions,
        # "Contrary to what Berg said, …": the rest is the writer's.
        "free_relatives": drop_free_relatives,
        # "Berg said nothing": not a statement.
        "non_statements": drop_non_statements,
        # ``"It rained." — Ito "It is dry." — Berg``: what follows a signature has another speaker.
        "signatures": end_at_signatures,
        # "It rained, she said. Nobody came.": the content ends with the sentence of its cue.
        "sentence_ends": end_at_sentences,
        # "Holm says port will close" as a headline: the content ends with its paragraph.
        "paragraph_ends": end_at_paragraphs,
        # "Port will close - minister" as a headline: a statement of the minister.
        "signed_headlines": find_signed_headlines,
        # "Port row: Holm denies bribes" as a headline: "port row" says nothing.
        "kickers": drop_kickers,
        # "Holm warns port will close" as a headline: nothing else is in its line.
        "headlines": trust_headlines,
        # "Ito said it rained as she claimed …": the first content ends before the second statement.
        "next_statements": end_at_next_statement,
        # "Ito told all of her friends to wait": the friends are not part of the content.
        "addressees": start_after_addressee,
        # "Ito denied lying and let them search her house": the content ends before "and".
        "second_verbs": end_at_second_verb,
        # A content that covers a good part of a quotation is extended to all of it.
        "torn_quotations": restore_quotations,
        # ``"It works," Ito said. "We tried it."``: the second sentence goes to the same draft.
        "uncued_quotations": attach_uncued_quotations,
        # ``Holm said: "It rains.⏎⏎"It pours."``: one statement with two spans of content.
        "running_quotations": join_running_quotations,
        # ``"It works," Ito said. Yet, "we must test it."``: the second quotation goes to the same draft.
        "resumed_quotations": attach_resumed_quotations,
        # ``"Stop." Ivan raised his hand. "They follow us."``: both quotations are Ivan's.
        "action_beats": attribute_action_beats,
        # ``Reyes said x, adding that "y," Cole wrote``: all of it is what Cole wrote.
        "enclosing_statements": find_enclosing_statements,
        # "The mayor made three promises:" above a list of quotations: all of them are the content.
        "bulleted_quotations": complete_bulleted_quotations,
        # ``"Too small." Ida Holm, 44, Oslo``: a name that ends the line is the source.
        "signature_lines": draft_signed_quotations,
        # "Q. Was it cold? / A. It was.": each turn of a transcript is the content of one draft.
        "turns": draft_turns,
    }
)
