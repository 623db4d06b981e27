"""
The spaCy component ``quotekit``: attributions on a caller's own Docs.

``nlp.add_pipe("quotekit")`` finds it without any import. Only plain dictionaries and lists lie on a Doc; the records
are built from them when they are asked for, so Docs can be written, read, and sent to other processes.
"""

from quotekit.component.extensions import set_extensions
from quotekit.component.groups import COLORS
from quotekit.component.pipe import AttributionPipe
from quotekit.component.scorer import make_scorer, score_attributions

__all__ = ["COLORS", "AttributionPipe", "make_scorer", "score_attributions", "set_extensions"]
