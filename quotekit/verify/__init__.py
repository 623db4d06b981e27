"""Hold quotations against what was said: transcripts, speeches, documents, e-mails."""

from quotekit.verify.check import Verifier, verify, verify_article
from quotekit.verify.results import Edit, EditKind, Passage, SourceSpan, Verdict, Verification
from quotekit.verify.sources import Sources

__all__ = [
    "Edit",
    "EditKind",
    "Passage",
    "SourceSpan",
    "Sources",
    "Verdict",
    "Verification",
    "Verifier",
    "verify",
    "verify_article",
]
