"""The characters of quotation marks, and those beside them that tell how to read them."""

from __future__ import annotations

#: What closes each opening mark; a mark that has no entry opens nothing.
CLOSERS = {
    opening: frozenset(closing.split())
    for opening, closing in {
        '"': '" ＂ ″',
        "＂": '＂ "',
        "″": '″ "',
        "“": "” ‟ ’’",
        "‟": "”",
        "”": "”",
        "„": "“ ” ‟",
        "«": "»",
        "»": "« »",
        "「": "」",
        "｢": "｣",
        "『": "』",
        "﹁": "﹂",
        "﹃": "﹄",
        "〝": "〞 〟",
        "❝": "❞",
        "``": "'' ´´ `` \"",
        "´´": "´´",
        "''": "''",
        "‘‘": "’’ ''",
        "’’": "’’",
        "'": "'",
        "＇": "＇",
        "`": "' ´ ` ’",
        "´": "´",
        "‘": "’",
        "‛": "’",
        "’": "’",
        "‚": "‘ ’",
        "‹": "›",
        "›": "‹ ›",
        "❛": "❜",
    }.items()
}
#: The characters that marks are made of.
ALL = frozenset("".join(opening + "".join(closers) for opening, closers in CLOSERS.items()))
#: Single marks; the others are double ones.
SINGLE = frozenset("'＇`´‘‛’‚‹›❛❜")
#: Single marks that are written for apostrophes, too.
APOSTROPHES = frozenset("'＇`´‘‛’")
#: Double marks that are written for inches, too.
INCHES = frozenset(('"', "＂", "″", "”", "''"))
#: Marks that always open.
ONLY_OPEN = frozenset("„「｢『﹁﹃〝❝‚❛")
#: Marks that always close.
ONLY_CLOSE = frozenset("」｣』﹂﹄〞〟❞❜")
#: Marks made to open, which now and then close.
LEFT = frozenset(("“", "‟", "‘‘", "‘", "‛"))
#: Marks made to close, which now and then open.
RIGHT = frozenset(("”", "’’", "’"))
#: Marks that open in one country and close in the next.
GUILLEMETS = frozenset("«»‹›")
#: Marks that close nothing but their own kind.
GRAVE = frozenset(("``", "`"))

#: After one of these a mark opens rather than closes.
BRACKETS = frozenset("([{<=")
#: After one of these a mark may well open.
BEFORE_OPENING = BRACKETS | frozenset("-–—―/:*_>|")
#: What ends a clause; it stands before the closing mark in American print.
CLAUSE_END = frozenset(".,!?…")
#: No quotation begins with one of these.
NEVER_FIRST = frozenset(",;:)]}>%")
#: Characters that take no room: zero-width ones, soft hyphens, signs for the direction of writing.
INVISIBLE = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
