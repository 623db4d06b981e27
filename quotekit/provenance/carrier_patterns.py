"""Patterns of the words before and after an outlet that mark it as a carrier."""

from __future__ import annotations

import re
from functools import cache

from quotekit.english.patterns import any_of

__all__ = [
    "ACCORDING_TO",
    "CITING",
    "GAVE_TO",
    "INTERVIEWING",
    "INTO_WORK",
    "IN_A",
    "NAME_AT",
    "ON",
    "PRINTED_IN",
    "REPORTED_BY",
    "SAID_TO",
    "SAYING",
    "interview_with",
    "piece",
    "told",
]

#: "According to the news agency", "per".
ACCORDING_TO = re.compile(r"\b(?:[Aa]ccording\s+to|[Pp]er)\s+(?:the\s+)?(?:news\ agency\s+)?$", re.VERBOSE)
#: "Reported by", "published first in".
REPORTED_BY = re.compile(
    r"""
    \b(?:reported|carried|published|quoted|cited|relayed|obtained|aired|broadcast)\s+
    (?:first\s+|as\s+\w+ing\s+)?(?:by|in|on)\s+(?:the\s+)?$                                      # "quoted as saying by"
    """,
    re.VERBOSE,
)
#: "Acknowledged to", "explained on Friday to", "identified herself to", "opened up to".
SAID_TO = re.compile(
    r"""
    \b(?:acknowledg|admitt?|complain|confess|explain|insist|jok|maintain|reiterat|stress|vent)(?:e?d|es|ing|s)
      \s{1,9}(?:on\s{1,9})?(?:\w{1,40}day\s{1,9})?to\s{1,9}(?:the\s{1,9})?$
    | \b(?:said|saying|says)\s{1,9}(?:on\s{1,9})?(?:\w{1,40}day\s{1,9})?to\s{1,9}(?:the\s{1,9})?$
    | \b(?:open(?:ed|ing|s)\ up|identified\ (?:him|her|them)sel(?:f|ves))\ to\s{1,9}(?:the\s{1,9})?$
    """,
    re.VERBOSE,
)
#: "Gave the letter to", "leaked to".
GAVE_TO = re.compile(
    r"""
    \b(?:confided|confirmed|described|disclosed|gave|given|leaked|provided|released|revealed|sent)\s+
    (?:\w+\s+){0,4}to\s+(?:the\s+)?$
    """,
    re.VERBOSE,
)
#: "On", "via her official account on", "during this week's edition of".
ON = re.compile(
    r"""
    \b(?:[Oo]n|[Vv]ia|[Dd]uring)\s{1,9}
    (?:(?:the|his|her|their|its|a|\w{0,40}(?:day|end|week|month)(?:['’]s)?|this|last)\s{1,9}){0,8}  # "this week's"
    (?:(?:broadcast|edition|episode|podcast|radio|show|program|programme                       # "edition of"
         |account|page|site|website|platform|network|channel|series                            # "official account on"
         |social|media|messaging|app|official|verified|personal|own|of|on|the)\s{1,9}){0,8}$
    """,
    re.VERBOSE,
)
#: "Holm at", "Holm of the".
NAME_AT = re.compile(r"\b(?:[A-Z][\w.'’-]{1,40})\s{1,9}(?:at|of|for)\s{1,9}(?:the\s{1,9})?$")
#: "In the", "in Tuesday's", "in Norland's".
PRINTED_IN = re.compile(r"\b[Ii]n\s+(?:the\s+|[A-Z]\w+['’]s\s+)?$")
#: "In a", "during several", before "BBC interview".
IN_A = re.compile(
    r"""
    \b(?:[Ii]n|[Dd]uring|[Ff]or|[Oo]n|[Vv]ia)\s+
    (?:an?|her|his|its|their|the|two|several)\s+(?:\w+\s+){0,2}$
    """,
    re.VERBOSE,
)
#: "In her 2015 memoir, “", before the title of a work.
INTO_WORK = re.compile(
    r"""
    \b(?:[Ii]n|[Oo]n|[Tt]hroughout|[Ww]ith|[Dd]uring)\s+
    (?:(?:an?|her|his|its|the|their|[A-Z][\w.’'-]+['’]s?)\s+)?                                 # "her", "Holm's"
    (?:[a-z0-9][\w’'-]*,?\s+){0,4}                                                             # "2015 memoir,"
    (?:[“\"‘*_]|''|``)*$                                                                       # marks of the title
    """,
    re.VERBOSE,
)
#: ", citing an official", after an outlet.
CITING = re.compile(r"[^.!?\n]{0,80}?\b(?:citing|quoting|quoted|cited|attributing)\b")
#: " presenter Carl Dray interviewed", after an outlet.
INTERVIEWING = re.compile(
    r"""
    (?:['’]s)?\s (?:[a-z-]{1,40}\s){0,6} (?:[A-Z][\w.’'-]{1,40}\s){1,3}              # the interviewer
    (?:interviewed | (?:sat\ down|spoke|talked)\ (?:to|with)) \b
    """,
    re.VERBOSE,
)
#: "'s Jo Lind first reported", after an outlet; the group ``verb`` may be any word.
SAYING = re.compile(
    r"""
    (?:['’]s?\ (?:[A-Z][\w.’'-]{1,40}\ ?){1,3})?                                      # "'s Jo Lind"
    \s{0,9}\b(?:(?:also|first|had|has|have|later|previously|since)\s{1,9}){0,2}
    (?P<verb>[a-z]{1,40})\b
    """,
    re.VERBOSE,
)


@cache
def told() -> re.Pattern[str]:
    """Build the pattern of "told", "told the news agency", "told Carl Dray of"."""
    return re.compile(
        rf"""
        \b(?:told|tells|tell|telling)\s+
        (?:(?:the|its|a|an)\s+)?
        (?:[a-z-]+\s+(?:at|for|from|of|on|with)\s+(?:the\s+)?)?                 # "the hosts of"
        (?:(?:[a-z-]+\s+){{0,3}}{any_of("outlet_kind_nouns")}\s+)?               # "state news agency"
        (?:(?:[A-Z][\w'’.-]+\s+){{1,3}}(?:of|from|at|on)\s+(?:the\s+)?)?$        # an interviewer's name
        """,
        re.VERBOSE,
    )


@cache
def interview_with() -> re.Pattern[str]:
    """Build the pattern of "interview with", "posted on", "took to"."""
    return re.compile(
        rf"""
        \b(?i:{any_of("conveying_words")})
        \s{{1,9}}(?:with|to|on|in|for|by|via|at)\s{{1,9}}
        (?:                                                                      # small words between
            (?:[a-z][\w'’-]{{0,40}}                                                     # "the state-run"
              |[A-Z]\w{{1,40}}['’]s                                                     # "Sunday's", "Norland's"
              |\w{{1,40}}day                                                            # "Sunday"
              |[A-Z][\w.'’-]{{1,40}}\s{{1,9}}[A-Z][\w.'’-]{{1,40}}\s{{1,9}}(?:of|on|from)  # "Carl Dray of"
            )\s{{1,9}}
        ){{0,5}}$
        | \b(?i:
            (?:took|taken|takes|taking|turn(?:ed|ing|s))\s{{1,9}}to | went\s{{1,9}}on
            | (?:sat|sit|sits|sitting)[ -]down\s{{1,9}}(?:for|on|with)
            | (?:asked|contacted|interviewed|quoted|reached)\s{{1,9}}by
            | interviews?\s{{1,9}}(?:(?:he|she|that|they)\s{{1,9}}){{1,2}}(?:gave|granted)\s{{1,9}}(?:to\s{{1,9}})?
          )\s{{1,9}}
          (?:(?:an?|her|his|its|the|their)\s{{1,9}})?$
        """,
        re.VERBOSE,
    )


@cache
def piece() -> re.Pattern[str]:
    """Build the pattern of what follows an outlet in "in a BBC interview"."""
    return re.compile(rf"['’]?s?\s{{1,9}}(?:[a-z-]{{1,40}}\s{{1,9}})?{any_of('outlet_pieces')}\b")
