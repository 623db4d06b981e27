"""
One index of a text: its quotation marks, sentences and paragraphs, with offsets into the text as given.

News uses every style of quotation marks: straight and curly marks, guillemets, low-high and corner marks, single inside
double and the reverse, opening marks repeated in each paragraph of a running quotation. It also loses marks, and it
uses the same characters for apostrophes, feet, inches and decades. Each mark is first classified by the characters
around it: whether it may open, may close, or is not a quotation mark. The marks of a paragraph are then paired with a
stack. Any string can be indexed; none is an error.

Markup is taken out before (:func:`clean_markup`): entities, tags, Markdown, the signs of quoted mails and subtitles.
The other stages read the clean text, and what they find is located in the text as given at the end.
"""

from quotekit.text.edits import CleanText
from quotekit.text.index import Bounds, TextIndex
from quotekit.text.markup import clean_markup
from quotekit.text.quotations import Quotation, pair_marks

__all__ = ["Bounds", "CleanText", "Quotation", "TextIndex", "clean_markup", "pair_marks"]
