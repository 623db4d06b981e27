"""
Stage one: find the quotation marks of a text and pair them.

News uses every style there is: straight and curly marks, guillemets, low-high and corner
marks, single inside double and the reverse, marks opened again at each paragraph of a running
quotation. It also loses marks, and it uses the same characters for apostrophes, feet, inches
and decades. Each mark is first read by its neighbours: whether it may open, may close, or is no
quotation mark. The marks of a paragraph are then paired with a stack. Nothing here raises.
"""

from quotekit.text.quotations import Quotation, pair_marks

__all__ = ["Quotation", "pair_marks"]
