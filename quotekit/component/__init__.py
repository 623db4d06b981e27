"""
The spaCy component ``quotekit``: attributions on Docs.

``nlp.add_pipe("quotekit")`` finds it without an import. Only plain dictionaries and lists are stored on a Doc; records
are built from them on access, so Docs can be serialized and sent to other processes.
"""

from quotekit.component.extensions import set_extensions
from quotekit.component.groups import COLORS
from quotekit.component.pipe import AttributionPipe
from quotekit.component.scorer import make_scorer, score_attributions

__all__ = ["COLORS", "AttributionPipe", "make_scorer", "score_attributions", "set_extensions"]
