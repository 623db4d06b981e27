"""Check quotations against what was said: transcripts, speeches, documents, e-mails."""

from quotekit.verify.check import Verifier, verify, verify_article
from quotekit.verify.results import Edit, EditKind, Passage, SourceSpan, Verdict, Verification
from quotekit.verify.sources import SourceTexts

__all__ = [
    "Edit",
    "EditKind",
    "Passage",
    "SourceSpan",
    "SourceTexts",
    "Verdict",
    "Verification",
    "Verifier",
    "verify",
    "verify_article",
]
