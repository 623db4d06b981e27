"""The characters of quotation marks, and characters around them that show how to read them."""

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
#: Single marks that are also used as apostrophes.
APOSTROPHES = frozenset("'＇`´‘‛’")
#: Double marks that are also used for inches.
INCHES = frozenset(('"', "＂", "″", "”", "''"))
#: Marks that always open.
ONLY_OPEN = frozenset("„「｢『﹁﹃〝❝‚❛")
#: Marks that always close.
ONLY_CLOSE = frozenset("」｣』﹂﹄〞〟❞❜")
#: Marks that usually open and sometimes close.
LEFT = frozenset(("“", "‟", "‘‘", "‘", "‛"))
#: Marks that usually close and sometimes open.
RIGHT = frozenset(("”", "’’", "’"))
#: Marks that open in some countries and close in others.
GUILLEMETS = frozenset("«»‹›")
#: Marks that close only their own kind.
GRAVE = frozenset(("``", "`"))

#: After one of these a mark opens rather than closes.
BRACKETS = frozenset("([{<=")
#: After one of these a mark may open.
BEFORE_OPENING = BRACKETS | frozenset("-–—―/:*_>|")
#: Ends of clauses, which precede the closing mark in American typography.
CLAUSE_END = frozenset(".,!?…")
#: No quotation begins with one of these.
NEVER_FIRST = frozenset(",;:)]}>%")
#: Characters without width: zero-width spaces, soft hyphens, marks for the direction of writing.
INVISIBLE = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
