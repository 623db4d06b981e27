"""Old place of what is in :mod:`quotekit.english.impersonal`, ``negation`` and ``verb_classes`` now."""

from quotekit.english.impersonal import is_impersonal
from quotekit.english.negation import is_negated
from quotekit.english.verb_classes import OF_SPEECH, saying_kind

__all__ = ["OF_SPEECH", "is_impersonal", "is_negated", "saying_kind"]
