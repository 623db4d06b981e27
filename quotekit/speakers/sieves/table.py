"""The sieves in the order in which they are tried; the first one to decide on a query wins."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from quotekit.speakers.decision import Sieve
from quotekit.speakers.descriptions import Scorer
from quotekit.speakers.sieves.appositions import apposition
from quotekit.speakers.sieves.bodies import body_again, named_body
from quotekit.speakers.sieves.documents import document_just_issued
from quotekit.speakers.sieves.epithets import epithet
from quotekit.speakers.sieves.introduced import introduced_quotation
from quotekit.speakers.sieves.labels import question_or_answer
from quotekit.speakers.sieves.names import by_cluster, by_maker, by_name, by_names
from quotekit.speakers.sieves.organizations import described_document, described_organization, short_name
from quotekit.speakers.sieves.pairs import both
from quotekit.speakers.sieves.people import described_person
from quotekit.speakers.sieves.pronouns import he_or_she, it, other_pronoun, relative_pronoun, they
from quotekit.speakers.sieves.quoted import continued_quotation, first_person
from quotekit.speakers.sieves.singular_they import singular_they
from quotekit.speakers.sieves.unnamed import described_again, description

__all__ = ["SIEVES"]

#: The sieves by their names.
#:
#: The caller's clusters come first, since they may hold more than the phrase shows. Names come before anything that
#: has to be inferred. A description is matched with named people first, then with speakers described before; if neither
#: matches, it introduces a new speaker. The last three sieves depend on the speakers of the surrounding words, so they
#: are tried once all other sources have been resolved.
SIEVES: Mapping[str, Sieve] = MappingProxyType(
    {
        "cluster": by_cluster,
        "question or answer": question_or_answer,
        "maker of a document": by_maker,
        "name": by_name,
        "joint names": by_names,
        "relative pronoun": relative_pronoun,
        "he or she": he_or_she,
        "singular they": singular_they,
        "they": they,
        "it": it,
        "other pronoun": other_pronoun,
        "both": both,
        "apposition": apposition,
        "description of a person": described_person,
        "named body": named_body,
        "body again": body_again,
        "description of an organization": described_organization,
        "short name": short_name,
        "description of a document": described_document,
        "document just issued": document_just_issued,
        "description repeated": described_again,
        "epithet": epithet,
        "weighed description": Scorer(),
        "description": description,
        "first person": first_person,
        "continued quotation": continued_quotation,
        "introduced quotation": introduced_quotation,
    }
)
