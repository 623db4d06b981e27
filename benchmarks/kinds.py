"""
Kinds of report in many forms: headlines, datelines, passives, negations. How many are read right.

Each form is a template; what is to be found in it is marked: ``<c>`` a content, ``<o>`` what it is about, which may
belong to the content, ``<s>`` its source. All are invented. A statement is right if an attribution has this content, by
its words, and its speaker is the one named; a negation, if nothing is reported as said.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

import attrs

from quotekit import Extractor
from quotekit.records import Article, Attribution

_MARKS = re.compile(r"<(/?)([cos])>")
_WORD = re.compile(r"\w+")
# A content may begin with them or not.
_UNCOUNTED = frozenset(("as", "that", "whether"))

HEADLINES = (
    "<s>Petra Holm</s> says <c>harbour will close</c>",
    "<c>Harbour will close</c>, <s>Petra Holm</s> says",
    "<c>Harbour will close</c>, says <s>Petra Holm</s>",
    "<s>Petra Holm</s>: <c>Harbour will close</c>",
    "<c>‘Harbour will close’</c>, says <s>Petra Holm</s>",
    "<c>“Harbour will close”</c>: <s>Petra Holm</s>",
    "<c>Harbour will close</c> - <s>Petra Holm</s>",
    "<s>Petra Holm</s> warns <c>harbour will close by June</c>",
    "<s>Petra Holm</s> denies <c>harbour will close</c>",
    "<s>Petra Holm</s> claims <c>harbour was sold in secret</c>",
    "<s>Petra Holm</s> insists <c>harbour is safe</c>",
    "<s>Petra Holm</s> fears <c>harbour will close</c>",
    "<s>Petra Holm</s> admits <c>harbour was sold too cheaply</c>",
    "<s>Petra Holm</s> hints <c>harbour may be sold</c>",
    "<s>Petra Holm</s> tells council <c>harbour will close</c>",
    "<s>Petra Holm</s> predicts <c>harbour will close within a year</c>",
    "<c>Harbour will be sold</c>, <s>Petra Holm</s> confirms",
    "<c>Harbour ‘is finished’</c>, warns <s>Petra Holm</s>",
    "<s>Petra Holm</s>: <c>‘We will fight for our harbour’</c>",
    "Exclusive: <s>Petra Holm</s> says <c>harbour will close</c>",
)
BODIES = (
    "The harbour handles half of the county's grain. It has been closed twice this year.",
    "Ninety boats lie there in winter. Most of them belong to two families.",
    "A vote is due on Friday. Nobody expects it to be close.",
    "“We have no other place for the boats,” Otto Renn said on Tuesday.",
    "Otto Renn, who repairs sails, said that the pier had lost a third of its visitors.",
)
PLACES = (
    "KARACHI:",
    "OSLO —",
    "Lima –",
    "NAIROBI, Kenya —",
    "NAIROBI (Reuters) -",
    "NEW DELHI, Aug 28 (ANI):",
    "LAGOS, Aug. 28 (NAN) —",
    "PARIS, May 3, 2024 (AFP) -",
    "WASHINGTON (AP) —",
    "Kochi (Kerala) [India], August 28 (ANI):",
    "MANILA, Philippines –",
    "SEOUL, July 2 (Yonhap) --",
    "DHAKA, 3 May (BSS):",
    "[May 3] SINGAPORE (Reuters) -",
    "ST. PAUL, Minn. (AP) —",
    "SAN JOSE, Calif. —",
    "PORT LOUIS:",
    "Kuala Lumpur, March 9 -",
    "ISLAMABAD/LAHORE:",
    "ADDIS ABABA, Ethiopia, June 1 (Xinhua) --",
    "TOKYO, Jan. 5 -",
)
DATELINED = (
    "<c>The dam is safe</c>, <s>Water Minister Petra Holm</s> said on Friday.",
    "<s>Petra Holm</s>, the water minister, said on Friday that <c>the dam would hold</c>.",
)
PASSIVES = (
    "<s>Petra Holm</s> was quoted as saying <c>that the plan was rubbish</c>.",
    "<s>Petra Holm</s> was quoted by Reuters as saying <c>that the talks had failed</c>.",
    "<s>Petra Holm</s> has been quoted as saying <c>the talks had failed</c>.",
    "<c>“The plan is rubbish,”</c> <s>Petra Holm</s> was quoted as saying.",
    "<c>“The plan is rubbish,”</c> <s>Petra Holm</s> was quoted as saying by the agency.",
    "<s>Petra Holm</s> is quoted in the report as saying: <c>“The plan is rubbish.”</c>",
    "The agency quoted <s>Petra Holm</s> as saying <c>that the talks had failed</c>.",
    "The agency cited <s>Petra Holm</s> as saying <c>the town had no water</c>.",
    "State television quoted <s>Petra Holm</s> as saying, <c>“The town has no water.”</c>",
    "<s>Petra Holm</s> was overheard saying <c>that the talks had failed</c>.",
    "<s>Petra Holm</s> was heard to say <c>that the talks had failed</c>.",
    "<s>Petra Holm</s> can be heard telling a nurse <c>that the lift had stopped</c>.",
    "In the recording, <s>Petra Holm</s> is heard saying <c>that the talks have failed</c>.",
    "<s>Petra Holm</s> was reported to have said <c>that the talks had failed</c>.",
    "<s>Petra Holm</s> is reported as saying <c>the lift had stopped</c>.",
    "<s>Petra Holm</s> is said to have warned <c>that the bridge would fall</c>.",
    "<o>The deal</o>, labelled <c>“a farce”</c> by <s>Petra Holm</s>, was signed in May.",
    "<o>The plan</o> was dismissed as <c>“rubbish”</c> by <s>Petra Holm</s>.",
    "<o>The plan</o> was described by <s>Petra Holm</s> as <c>“rubbish”</c>.",
    "Dismissed as <c>“rubbish”</c> by <s>Petra Holm</s>, <o>the plan</o> went to a vote.",
    "Branded <c>“a gift to landlords”</c> by <s>Petra Holm</s>, <o>the law</o> passed by two votes.",
    "<o>The move</o> was called <c>“a mistake”</c> by <s>Petra Holm</s> last week.",
    "Reporters were told by <s>Petra Holm</s> <c>that the bridge would open in May</c>.",
    "It was claimed by <s>Petra Holm</s> <c>that the bridge had been paid for twice</c>.",
)
NEGATIONS = (
    "Contrary to what Petra Holm said, <c>the votes were not stolen</c>.",
    "Unlike what Petra Holm claimed, <c>the lift never worked</c>.",
    "Petra Holm has yet to say whether <c>the votes were stolen</c>.",
    "Petra Holm is yet to confirm that <c>the votes were stolen</c>.",
    "It is false that Petra Holm said <c>the votes were stolen</c>.",
    "It is not true that Petra Holm said <c>the votes were stolen</c>.",
    "It is untrue that Petra Holm claimed <c>the votes were stolen</c>.",
    "There is no evidence that Petra Holm said <c>the votes were stolen</c>.",
    "There is no record that Petra Holm ever said <c>the votes were stolen</c>.",
    "There is no proof that Petra Holm claimed <c>the votes were stolen</c>.",
    "Rather than saying <c>that the votes were stolen</c>, Petra Holm smiled.",
    "Instead of saying <c>that the votes were stolen</c>, Petra Holm smiled.",
    "Without saying <c>that the votes were stolen</c>, Petra Holm left the room.",
    "At no point did Petra Holm say <c>that the votes were stolen</c>.",
    "At no time did Petra Holm claim <c>that the votes were stolen</c>.",
    "Never did Petra Holm say <c>that the votes were stolen</c>.",
    "Nowhere did Petra Holm say <c>that the votes were stolen</c>.",
    "Petra Holm did not say <c>that the votes were stolen</c>.",
    "Petra Holm didn't say <c>the votes were stolen</c>.",
    "Petra Holm never said <c>the votes were stolen</c>.",
    "Petra Holm has never said <c>that the votes were stolen</c>.",
    "Petra Holm would not say whether <c>the votes were stolen</c>.",
    "Petra Holm declined to say whether <c>the votes were stolen</c>.",
    "Petra Holm refused to say whether <c>the votes were stolen</c>.",
    "Petra Holm could not say whether <c>the votes were stolen</c>.",
    "Petra Holm stopped short of saying <c>that the votes were stolen</c>.",
    "Petra Holm avoided saying <c>that the votes were stolen</c>.",
    "Petra Holm failed to say <c>that the votes were stolen</c>.",
    "Petra Holm neither said nor implied <c>that the votes were stolen</c>.",
    "Neither Petra Holm nor Otto Renn said <c>that the votes were stolen</c>.",
    "Nobody said <c>that the votes were stolen</c>.",
    "No one claimed <c>that the votes were stolen</c>.",
    "No official has said <c>that the votes were stolen</c>.",
    "None of the clerks said <c>that the votes were stolen</c>.",
    "Petra Holm was careful not to say <c>that the votes were stolen</c>.",
    "Petra Holm chose not to say <c>that the votes were stolen</c>.",
    "Petra Holm was reluctant to say <c>that the votes were stolen</c>.",
    "Petra Holm is not saying <c>that the votes were stolen</c>.",
    "Nor did Petra Holm say <c>that the votes were stolen</c>.",
    "Hardly anyone said <c>that the votes were stolen</c>.",
    "Petra Holm had no intention of saying <c>that the votes were stolen</c>.",
)


@attrs.frozen
class Form:
    """A text of some kind, and what is to be found in it."""

    kind: str
    text: str
    #: Start and end of the content.
    content: tuple[int, int]
    #: The name of the speaker; None where nothing is said.
    speaker: str | None
    #: Start and end of what the content is about, if that may belong to it.
    about: tuple[int, int] | None = None
    #: Where the headline ends, if there is one: no content crosses it.
    line_end: int | None = None


def read_form(kind: str, template: str, *, after: str = "", before: str = "") -> Form:
    """
    Read a template.

    Args:
        kind: The kind of report.

        template: A text with marks.

        after: Text that follows.

        before: Text that precedes.

    Returns:
        The text without the marks, and what they mark.
    """
    text, at, places = before, 0, dict[str, int]()
    for mark in _MARKS.finditer(template):
        text += template[at : mark.start()]
        places[mark[1] + mark[2]] = len(text)
        at = mark.end()
    text += template[at:]
    speaker = "Petra Holm" if "s" in places else None
    line_end = len(text) if after else None
    about = (places["o"], places["/o"]) if "o" in places else None
    return Form(kind, text + after, (places["c"], places["/c"]), speaker, about, line_end)


def forms() -> Iterator[Form]:
    """Yield all forms of all kinds."""
    for headline, body in product(HEADLINES, BODIES):
        yield read_form("headlines", headline, after=f"\n\n{body}")
    for place, statement in product(PLACES, DATELINED):
        yield read_form("datelines", statement, before=f"{place} ")
    for kind, templates in (("passives and hearing", PASSIVES), ("negations", NEGATIONS)):
        for template in templates:
            yield read_form(kind, template)


def _words(text: str) -> list[str]:
    words = [word.lower() for word in _WORD.findall(text)]
    return [word for word in words if word not in _UNCOUNTED]


def _content(article: Article, attribution: Attribution) -> list[str]:
    return _words(" ".join(article.text[s.start : s.end] for s in attribution.content))


def is_right(form: Form, article: Article) -> bool:
    """
    Return whether a form is read right.

    Args:
        form: The form.

        article: What is found in its text.

    Returns:
        Whether it is, as the module's docstring says.
    """
    pieces = [form.content] if form.about is None else sorted([form.content, form.about])
    expected = [_words(" ".join(form.text[s:e] for s, e in some)) for some in ([form.content], pieces)]
    same = [a for a in article.attributions if _content(article, a) in expected]
    if form.speaker is None:
        start, end = form.content
        about = [a for a in article.attributions if any(s.start < end and start < s.end for s in a.content)]
        return all(a.negated for a in about)
    if form.line_end is not None and _crosses(article.attributions, form.line_end):
        return False
    names = {speaker.id: speaker.name for speaker in article.speakers}
    return any(a.speaker is not None and names[a.speaker.id] == form.speaker for a in same)


def _crosses(attributions: Sequence[Attribution], at: int) -> bool:
    return any(s.start < at < s.end for a in attributions for s in a.content)


def main() -> None:
    """Print the share of each kind that is read right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print the forms that are not")
    show = parser.parse_args().show
    extractor = Extractor()
    counts, right = Counter[str](), Counter[str]()
    for form in forms():
        article = extractor.extract(form.text)
        counts[form.kind] += 1
        found = is_right(form, article)
        right[form.kind] += found
        if show and not found:
            print(form.kind, repr(form.text))
            for attribution in article.attributions:
                name = None if attribution.speaker is None else attribution.speaker.id
                print("   ", name, _content(article, attribution), "negated" if attribution.negated else "")
    for kind, count in counts.items():
        print(f"{kind:<22} {right[kind]:>4} of {count:<4} {right[kind] / count:.2f}")


if __name__ == "__main__":
    main()
