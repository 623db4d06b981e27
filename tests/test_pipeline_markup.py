"""Texts with markup left in them, end to end: they are read as without it, at offsets of the text as given."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Span

from quotekit import Extractor
from quotekit.records import Spans
from tests.markup import parse

MARKED = {
    "entities": "{t &quot;We shut the mill,&quot;} {c said} {s Ida Holm}. {t &quot;It was old.&quot;}",
    "numbers": "{t &#8220;It is late,&#8221;} {s Bo Dray} {c told} Anna Lind in S&oslash;dal.",
    "hexadecimal": "{t &#x201C;It is late,&#x201D;} {c said} {s Bo Dray}.",
    "escaped twice": "&lt;p&gt;{t &amp;ldquo;It is late,&amp;rdquo;} {c said} {s Ida Holm}.&lt;/p&gt;",
    "entities inside": "{s Ida Holm} {c said} {t the mill wasn&#39;t safe &mdash; and hadn&#8217;t been for years}.",
    "unbreakable spaces": "{s Ida\u00a0Holm}\u00a0{c said}\u2009{t the bridge would open in\u00a0May}.",
    "spaces": "{s Holm}&nbsp;{c said}&nbsp;{t the bridge would open in May}.",
    "names with an ampersand": "{s Smith &amp; Sons} {c said} {t AT&amp;T had paid}.",
    "paragraphs": "<p>{t “We have no water,”} {c said} {s Ida Holm}.</p><p>The mayor of Reef left.</p>",
    "tags in the sentence": "<font size\\=2>{s Ida Holm}</font> <i>{c said}</i> <b>{t the mill was unsafe}</b>.",
    "tags in the content": '{t “It was <em>never</em> safe,”} {c said} <a href\\="/holm">{s Ida Holm}</a>.',
    "line breaks": "By <b>Bo Dray</b><br>OSLO, Norway (AP) &#8212; {t The mill is unsafe}, {s Ida Holm} {c said}.",
    "bold labels": "**{s Host}{c :}** {t Was it cold?}\n\n**{s2 Ida Holm}{c2 :}** {t2 It was. We kept moving.}",
    "italic labels": "_{s Bo Dray}{c :}_ {t When did you know?}\n\n_{s2 Ida Holm}{c2 :}_ {t2 In May. Everybody knew.}",
    "bold quotation": "**{t “We are out of water,”}** {c said} *{s Ida Holm}*.",
    "links": "[{s Ida Holm}](https://example.org/holm) {c said} {t the [mill](https://example.org) was unsafe}.",
    "quoted lines": '> {t "We have to leave,"} {s Ida Holm} {c wrote}.\n> {t "The water comes, and the road is shut."}',
    "mail": (
        "On Tue, 4 May, {s Ida Holm} <ida@example.org> {c wrote:}\n\n"
        "> {t We have to leave.\n> It is late.}\n\nThe mayor agreed."
    ),
    "mail with carriage returns": (
        "{s Ida Holm} {c wrote:}\r\n\r\n> {t We have to leave.\r\n> It is late.}\r\n\r\nThe mayor agreed."
    ),
    "voices": "<v {s Ida Holm}>{t Was it cold?}\n<v.loud {s2 Bo Dray}>{t2 It was. We kept moving.}",
    "voices with times": (
        "WEBVTT\n\n00:01.000 --> 00:03.000\n<v {s Ida Holm}>{t Was it cold?}</v>\n\n"
        "00:03.500 --> 00:05.000\n<v {s2 Bo Dray}>{t2 It was. <i>We</i> kept moving.}</v>"
    ),
    "users": "[9:14] <{s Ida}> {t Was it cold?}\n[9:15] <{s2 Bo}> {t2 It was. We kept moving.}",
    "accents for apostrophes": "{t The mill}, {s Holm} {c said}, {t wasn‘t safe and hadn´t been}.",
    "angles for guillemets": "{t <<We have no water,>>} {c said} {s Ida Holm}.",
    "commas for a low mark": "{t ,,We have no water,''} {c said} {s Ida Holm}.",
    "words apart": "{t `` We have no water , ''} {c said} {s Ida Holm} . {t `` None at all . ''}",
    "escaped marks": '{t \\\\"We have no water,\\\\"} {c said} {s Ida Holm}.',
    "misread bytes": "{t â€œWe have no water,â€\x9d} {c said} {s Ida Holm}.",
    "a stray mark": "“{s Ida Holm} {c told} the council on Monday, {t “We have no water, and we never had.”}",
    "less and greater": "{s Ida Holm} {c said} {t the price rose from <5 to >9 euros}.",
    "less": "{s Ida Holm} {c said} {t x < y and y > z in all cases}.",
    "no tag": "{s Ida Holm} {c said} {t the ratio was <b and the cost >c}.",
}


@pytest.fixture(name="extractor", scope="module")
def fixture_extractor() -> Extractor:
    """Return an extractor with default settings."""
    return Extractor()


@pytest.mark.parametrize("markup", MARKED.values(), ids=MARKED.keys())
def test_texts(extractor: Extractor, markup: str) -> None:
    """Content, cue and source are those of the sentence, and begin and end outside of its markup."""
    marked = parse(markup)
    expected = [tuple(marked.spans(role, number) for role in "tcs") for number in marked.numbers("t", "c", "s")]

    article = extractor.extract(marked.text)

    assert expected == [(a.content, a.cue, a.source) for a in article.attributions]
    assert marked.text == article.text


class TestRecords:
    """The other parts of an article."""

    def test_names_are_clean(self, extractor: Extractor) -> None:
        """Names are read, mentions are cut from the text as given."""
        article = extractor.extract("<b>Ida O&rsquo;Hara</b> said it rained. O&rsquo;Hara told <i>The Guardian</i> so.")

        assert ["Ida O’Hara"] == [speaker.name for speaker in article.speakers if speaker.name]
        assert ("Ida O&rsquo;Hara", "O&rsquo;Hara") == tuple(span.text for span in article.speakers[0].mentions)

    def test_credits(self, extractor: Extractor) -> None:
        """Credits and dateline have the offsets of the text as given."""
        article = extractor.extract("By <b>Bo Dray</b><br>OSLO (AP) &#8212; The mill is unsafe, Ida Holm said.")

        assert [(6, 13), (27, 29)] == [(credit.start, credit.end) for credit in article.credits]
        assert article.dateline is not None
        assert (21, 25) == (article.dateline.start, article.dateline.end)

    def test_quoted(self, extractor: Extractor) -> None:
        """The quoted part is between the entities."""
        [attribution] = extractor.extract("&ldquo;It is late,&rdquo; said Ida Holm.").attributions

        assert "It is late," == attribution.quoted.text

    def test_explanations(self, extractor: Extractor) -> None:
        """Explanations are of the same attributions."""
        text = "<p>&ldquo;It is late,&rdquo; said Ida Holm.</p>"

        found = tuple(explanation.attribution for explanation in extractor.explain(text))

        assert extractor.extract(text).attributions == found


class TestDocs:
    """Docs with markup."""

    def test_entities(self) -> None:
        """The entities of a Doc are those of its text as given."""
        doc = spacy.blank("en")("<p> &ldquo; It is late, &rdquo; said Reef . </p>")
        doc.ents = (
            Span(doc, next(t.i for t in doc if t.text == "Reef"), next(t.i for t in doc if t.text == "."), "PERSON"),
        )

        [speaker] = Extractor().extract(doc).speakers

        assert ("Reef", "person", Spans.of(doc.text, [(37, 41)])) == (speaker.name, str(speaker.kind), speaker.mentions)

    def test_clusters(self) -> None:
        """Clusters have offsets of the text as given."""
        text = "<b>Ida Holm</b> met Eva Lind. <i>She</i> said it rained."
        clusters = [[(3, 11), (33, 36)]]

        [attribution] = Extractor(resolver=lambda _: clusters).extract(text).attributions

        assert attribution.speaker is not None
        assert "Ida Holm" == attribution.speaker.name
