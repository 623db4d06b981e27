"""Hypothesis strategies for texts of the pieces that news consists of, in any order and any state of repair."""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["PIECES", "news_soups"]

_NAMES = (
    *(
        "Ida Holm",
        "Holm",
        "Mr. Holm",
        "Dr. Ida B. Holm Jr.",
        "Sen. Carl Dray (R-Ohio)",
        "Dray",
        "J. R. O’Dell",
        "Anne-Marie",
    ),
    *(
        "Mayor Vera Lind",
        "Ms. Lind",
        "Vera Lind and Carl Dray",
        "Holm, Dray and Lind",
        "al-Reef",
        "van der Berg",
        "A. B. C.",
    ),
    *(
        "the Reef Times",
        "Reuters",
        "CNN",
        "BBC Radio 4",
        "the Harbour Authority",
        "Reef Dams Inc.",
        "the U.N.",
        "HOLM",
        "Oslo",
    ),
)
_DESCRIPTIONS = (
    *(
        "the mayor",
        "a spokesman for Reef Dams",
        "officials",
        "critics",
        "his attorney",
        "the 62-year-old",
        "both",
        "the company",
    ),
    *(
        "he",
        "she",
        "they",
        "it",
        "who",
        "which",
        "I",
        "we",
        "you",
        "nobody",
        "Holm’s spokesman",
        "Holm's statement",
        "the report",
    ),
    *("a man who gave his name as Bo", "the Ohio senator", "one of them", "his wife, Mia,", "two police officers"),
)
_CUES = (
    *(
        "said",
        "says",
        "told CNN",
        "told reporters",
        "tweeted",
        "wrote",
        "asked",
        "according to",
        "was quoted by",
        "as saying",
    ),
    *(
        "said that",
        "denied that",
        "warned",
        "added",
        "citing",
        "believes",
        "is expected to",
        "did not say",
        "has repeatedly",
    ),
    *(
        "has claimed",
        "called it",
        "in an interview with",
        "in a statement",
        "wrote on Twitter",
        "said on Monday",
        "they say",
    ),
    *("reported", "declined to comment", "argued:", "said:", "noted, adding", "urged", "vowed to", "his answer was"),
)
_STATEMENTS = (
    *(
        "the dam is old",
        "it rained",
        "We waited",
        "Nobody came",
        "No",
        "Yes",
        "the plan is a joke",
        "who pays",
        "that it leaks",
    ),
    *(
        "“The dam is old,”",
        "“No,”",
        "“It leaks”",
        '"We waited,"',
        "“What he said was ‘no,’ twice.”",
        "“I",
        "hope so.”",
        "‘so’",
    ),
)
_MARKS = (*"\"'`´“”‟„‘’‛«»‹›「」『』＂＇′″", "``", "''", "„", "“‘", "’”", ",”", ".”", "”,", "…”", "“…")
_JOINTS = (
    *(
        ",",
        ".",
        ";",
        ":",
        "?",
        "!",
        "…",
        "—",
        " — ",
        " - ",
        "--",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "/",
        "|",
        "*",
        "_",
        "#",
        "@",
        "&",
    ),
    *(
        "and",
        "but",
        "who",
        "that",
        "when",
        "while",
        ", who",
        ", and",
        "as",
        "because",
        "<",
        ">",
        "\\",
        "$",
        "%",
        "~",
        "^",
        "=",
    ),
)
_BLANKS = (
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\u00a0",
    "\u2028",
    "\u2029",
    "\x85",
    "\x0b",
    "\f",
    "\u3000",
    "\u200b",
    "",
)
_LAYOUT = (
    *(
        "OSLO (AP) — ",
        "PARIS, May 3, 2024 (Reuters) - ",
        "(Reuters)",
        "By Ida Holm",
        "Photo: Ida Holm/AP",
        "HOLM: ",
        "Q: ",
        "A: ",
    ),
    *(
        "- ",
        "• ",
        "1. ",
        "> ",
        "## ",
        "| a | b |",
        "<p>",
        "</p>",
        "<br>",
        "<b>",
        "&amp;",
        "&lt;p&gt;",
        "<!--",
        "-->",
        "[b]",
        "<q>",
    ),
    *(
        "<script>",
        "</script>",
        "{% x %}",
        "[1](http://a.b/c)",
        "http://a.b/c?d=“e”",
        "@holm",
        "#dam",
        "00:00:01,000 --> 00:00:02,000",
    ),
    *(
        "<v Holm>",
        "Reporting by Ida Holm; editing by Bo Lind",
        "Read more:",
        "Correction: ",
        "— Ida Holm",
        "REUTERS/Bo Lind",
        "***",
    ),
)
_ODD = (
    *(
        "\0",
        "\ufeff",
        "\u202e",
        "\u2066",
        "\u2069",
        "\u200d",
        "\u200f",
        "\ud83d",
        "\ude00",
        "\udcff",
        "e\u0301",
        "\u0301",
        "👩\u200d🚒",
    ),
    *(
        "😀",
        "漢字",
        "Łódź",
        "Άνα είπε",
        "она сказала",
        "قالت",
        "ﬁ",
        "İ",
        "ß",
        "ǆ",
        "Ⅷ",
        "½",
        "7",
        "1,000",
        "5'11\"",
        "'90s",
        "\x7f",
    ),
    *("a" * 60, "A" * 60, "." * 20, "-" * 20, " " * 20, "\u00a0" * 20),
)
#: Pieces of news by kind.
PIECES = (_NAMES, _DESCRIPTIONS, _CUES, _STATEMENTS, _MARKS, _JOINTS, _BLANKS, _LAYOUT, _ODD)


def _sentences() -> st.SearchStrategy[str]:
    """Draw sentences with an attribution, most of them in the order of English."""
    name, cue = st.sampled_from((*_NAMES, *_DESCRIPTIONS)), st.sampled_from(_CUES)
    statement, end = st.sampled_from(_STATEMENTS), st.sampled_from((". ", ", ", ".\n\n", "? ", " ", "", ".”\n\n"))
    orders = (name, cue, statement, end), (statement, name, cue, end), (statement, cue, name, end)
    return st.one_of(*(st.tuples(*order).map(" ".join) for order in orders))


def news_soups(most: int = 24) -> st.SearchStrategy[str]:
    """Draw texts of the pieces of news: sentences, and single pieces with or without a blank of some kind."""
    words = st.one_of(*map(st.sampled_from, PIECES))
    spaced = st.tuples(words, st.sampled_from((" ", " ", " ", *_BLANKS))).map("".join)
    texts = st.lists(st.one_of(_sentences(), spaced, spaced), max_size=most).map("".join)
    return st.one_of(texts, texts, texts, texts.map(str.upper), texts.map(str.lower))
