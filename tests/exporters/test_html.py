"""Articles as HTML pages: the unchanged text, with every part marked and all markup escaped."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.exporters.file_names import FileNames
from quotekit.exporters.html import to_fragment, to_page, write_html, write_html_folder
from quotekit.exporters.html.nested_spans import Mark, Token, tokens
from quotekit.records import Article, Attribution, Credit, Kind, Outlet, Spans, Speaker, SpeakerKind, TextSpan
from tests.exporters.test_json_csv import ARTICLE, attribution
from tests.pages import Element, parse
from tests.strategies import articles, texts

HOSTILE = "</script></style><img src=x onerror=\"alert('1')\"><!-- '\" onclick=alert(2) &lt;b&gt; {{ 7 * 6 }} {% raw %}"
BOTH: list[Callable[[Article], str]] = [to_page, to_fragment]


def shown(text: str) -> str:
    """Return a text as HTML can represent it."""
    return re.sub("[\0\ud800-\udfff]", "\ufffd", text)


def written(*some: Article) -> str:
    """Return what write_html() writes."""
    stream = io.StringIO()
    write_html(some, stream)
    return stream.getvalue()


def hostile() -> Article:
    """Return an article all of whose strings contain markup."""
    text = f"{HOSTILE} said so."
    whole = Spans.of(text, [(0, len(text))])
    speaker = Speaker(HOSTILE, HOSTILE, SpeakerKind.PERSON, (HOSTILE,), whole)
    said = Attribution(
        id=HOSTILE,
        kind=Kind.DIRECT,
        content=whole,
        quoted=whole,
        cue=whole,
        cue_lemma=HOSTILE,
        source=whole,
        speaker=speaker,
        addressee=TextSpan(0, len(text), text),
        via=(Outlet(HOSTILE),),
        negated=False,
        parent=HOSTILE,
        confidence=1.0,
    )
    return Article(HOSTILE, text, (said,), (speaker,), (Credit(HOSTILE, HOSTILE, 0, 1),))


class TestTokens:
    """Overlapping marks become properly nested elements."""

    def picture(self, text: str, *marks: Mark) -> str:
        """Return the text with each element in brackets, the first ones with their attribution."""
        return "".join(t.text or (f"[{t.opens.attribution}:" if t.opens else "]") for t in tokens(text, marks))

    @pytest.mark.parametrize(
        ("marks", "expected"),
        [
            ([], "abcdef"),
            ([(1, 3), (3, 4)], "a[0:bc][1:d]ef"),
            ([(2, 3), (0, 6)], "[1:ab[0:c]def]"),
            ([(0, 4), (2, 6)], "[0:ab[1:cd]][1:ef]"),
            ([(0, 3), (1, 5), (2, 6)], "[0:a[1:b[2:c]]][2:[1:de]f]"),
            ([(1, 2), (1, 2)], "a[0:[1:b]]cdef"),
        ],
        ids=["none", "side by side", "inside", "crossing", "three crossing", "alike"],
    )
    def test_examples(self, marks: list[tuple[int, int]], expected: str) -> None:
        """A mark that crosses an earlier one is split."""
        assert expected == self.picture("abcdef", *(Mark(s, e, 0, i) for i, (s, e) in enumerate(marks)))

    def test_roles(self) -> None:
        """For parts with the same bounds, the content is outside and the cue inside."""
        opened = [t.opens.role for t in tokens("abc", [Mark(0, 3, r, 0) for r in (2, 0, 1)]) if t.opens]

        assert [0, 1, 2] == opened

    def test_first(self) -> None:
        """Only the first piece of a split mark is the start of its attribution."""
        crossing = tokens("abcdef", [Mark(0, 4, 1, 0), Mark(2, 6, 0, 1, first=True)])

        assert [False, True, False] == [t.opens.first for t in crossing if t.opens]

    def test_deep(self) -> None:
        """Marks that are nested too deeply are dropped, their text is not."""
        found = list(tokens("a" * 500, [Mark(i, 500, 0, i) for i in range(400)]))

        assert (24, "a" * 500) == (sum(t.closes for t in found), "".join(t.text for t in found))

    @given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=12))
    def test_any_marks(self, bounds: list[tuple[int, int]]) -> None:
        """Each character occurs once, in the elements of exactly its marks."""
        text = "".join(chr(0x100 + i) for i in range(45))
        around: list[int] = []
        found: dict[str, list[int]] = {}
        for token in tokens(text, [Mark(s, s + n, 0, i) for i, (s, n) in enumerate(bounds)]):
            if token.opens:
                around.append(token.opens.attribution)
            elif token.closes:
                around.pop()
            found.update({character: sorted(around) for character in token.text})
        expected = {c: [i for i, (s, n) in enumerate(bounds) if s <= k < s + n] for k, c in enumerate(text)}

        assert (expected, []) == (found, around)

    def test_no_empty_text(self) -> None:
        """No token is empty text."""
        assert [Token("a"), Token("b")] == [t for t in tokens("ab", [Mark(1, 2, 0, 0)]) if not t.opens and not t.closes]


@pytest.fixture(name="page", scope="module")
def fixture_page() -> Element:
    """Return the page of an article with all fields."""
    return parse(to_page(ARTICLE))


class TestPage:
    """One article as a page."""

    def test_text(self, page: Element) -> None:
        """The text is unchanged."""
        assert ARTICLE.text == page.one(of="text").text

    @pytest.mark.parametrize("role", ["content", "source", "cue"])
    def test_marks(self, page: Element, role: str) -> None:
        """Exactly the parts of the attributions are marked."""
        found: dict[str, str] = {}
        for mark in page.one(of="text").all("span", role):
            key = mark.attributes["data-statement"]
            found[key] = found.get(key, "") + mark.text
        expected = {f"1-{i}": "".join(s.text for s in getattr(a, role)) for i, a in enumerate(ARTICLE.attributions, 1)}

        assert {key: text for key, text in expected.items() if text} == found

    def test_kinds(self, page: Element) -> None:
        """An attribution starts with a button that shows its kind and speaker and links to its card."""
        labels = page.all("button", "label")

        assert [
            ("indirect", "indirect: Ida Holm"),
            ("direct, negated", "direct, negated: Ida Holm"),
            ("mixed", "mixed: One engineer"),
            ("mixed", "mixed: Ida Holm"),
            ("indirect", "indirect: Nobody named"),
        ] == [(b.attributes["data-label"], b.attributes["aria-label"]) for b in labels]
        assert [f"about-1-{i}" for i in range(1, 6)] == [b.attributes["aria-describedby"] for b in labels]

    def test_nested(self, page: Element) -> None:
        """A nested attribution is marked inside the outer content."""
        (outer,) = page.one(of="text").all(
            where=lambda e: e.attributes.get("data-statement") == "1-3" and "content" in e.classes
        )

        assert ["1-3", "1-4", "1-4"] == [m.attributes["data-statement"] for m in outer.all(of="mark")]

    def test_speakers(self, page: Element) -> None:
        """The sidebar lists the speakers with their counts and contents."""
        found = [
            (s.one("button").one(of="name").text, s.one(of="count").text, [said.text for said in s.all(of="said")])
            for s in page.all(of="speaker")
        ]

        assert [
            (
                "Ida Holm",
                "3 attributions",
                ["The bridge is safe", '"We were late," … "but not\nby much."', "the work “a\tjoke”"],
            ),
            ("One engineer", "1 attribution", ["Holm had called the work “a\tjoke”"]),
            ("Nobody named", "1 attribution", ["it will break"]),
        ] == found

    def test_provenance(self, page: Element) -> None:
        """The card of an attribution has all of its fields."""
        first, *_, last = page.all(of="card")

        assert ("Ida Holm Mayor, person", "indirect") == (first.one("p", "speaking").text, first.one("p", "kind").text)
        assert {
            "Source": "Mayor Ida Holm",
            "Cue": "told (tell)",
            "To": "Radio Nord",
            "Via": "Radio Nord → NTB",
            "Credits": "NTB (wire)",
            "Confidence": "93%",
            "Speaker confidence": "87%",
            "Id": "a1",
            "Characters": "13–31",
        } == dict(zip([e.text for e in first.all("dt")], [e.text for e in first.all("dd")], strict=True))
        assert "Nobody named" == last.one("p", "speaking").text

    def test_head(self, page: Element) -> None:
        """The header has id, counts, dateline and credits."""
        assert ["5 attributions, 2 speakers", "Dateline: OSLO", "Credits: NTB (wire)"] == [
            p.text for p in page.one("header").all("p")
        ]
        assert ("bridge", "bridge") == (page.one("h1").text, page.one("title").text)

    def test_links(self, page: Element) -> None:
        """All internal links are valid, and ids are unique."""
        ids = [e.attributes["id"] for e in page if "id" in e.attributes]
        wanted = {e.attributes[name].lstrip("#") for e in page for name in REFERENCES if name in e.attributes}

        assert len(set(ids)) == len(ids)
        assert set() == wanted - set(ids)

    def test_is_self_contained(self, page: Element) -> None:
        """The page is self-contained and has no inline handlers or styles."""
        names = {name for element in page for name in element.attributes}
        addresses = [e.attributes[n] for e in page for n in ("href", "src", "action") if n in e.attributes]

        assert [] == [name for name in names if name.startswith("on") or name in {"style", "src"}]
        assert [] == [address for address in addresses if not address.startswith("#")]
        assert [] == re.findall(r"url\(|@import|https?:", to_page(ARTICLE))

    def test_policy(self, page: Element) -> None:
        """The content security policy allows only the page's own style and script, by their digests."""
        digests = [
            base64.b64encode(hashlib.sha256(page.one(tag).text.encode()).digest()).decode()
            for tag in ("style", "script")
        ]
        (policy,) = (m.attributes["content"] for m in page.all("meta") if "http-equiv" in m.attributes)

        assert [
            "default-src 'none'",
            f"style-src 'sha256-{digests[0]}'",
            f"script-src 'sha256-{digests[1]}'",
            "base-uri 'none'",
            "form-action 'none'",
        ] == policy.split("; ")

    def test_nothing_found(self) -> None:
        """The page of an article without attributions is its text."""
        page = parse(to_page(Article(None, "So.\n")))

        assert ("So.\n", "(no id)", []) == (page.one(of="text").text, page.one("h1").text, page.all(of="speaker"))

    def test_unresolved_source(self) -> None:
        """Without a resolved speaker, the source stands for the speaker, the same source once."""
        text = "It is late, he said. It is early, He said."
        said = [
            attribution(n, Kind.INDIRECT, Spans.of(text, [(s, e)]), Spans(), source=Spans.of(text, [(e + 2, e + 4)]))
            for n, s, e in ((1, 0, 10), (2, 21, 32))
        ]
        page = parse(to_page(Article("a", text, tuple(said))))

        assert ["he"] == [s.one("button").one(of="name").text for s in page.all(of="speaker")]

    def test_article(self) -> None:
        """The article's methods return the page, and the fragment for notebooks."""
        assert (to_page(ARTICLE), to_fragment(ARTICLE)) == (ARTICLE.to_html(), ARTICLE._repr_html_())


REFERENCES = ("href", "aria-describedby", "aria-labelledby")


class TestManyArticles:
    """Several articles on a page."""

    def test_each(self) -> None:
        """Each article has a section, ids are unique, and the page has its own title."""
        page = parse(written(ARTICLE, hostile(), ARTICLE))
        ids = [e.attributes["id"] for e in page if "id" in e.attributes]

        assert ["bridge", HOSTILE, "bridge"] == [e.text for e in page.all("h2")]
        assert ("Who says what", len(set(ids))) == (page.one("h1").text, len(ids))

    def test_none(self) -> None:
        """A page of no articles says so."""
        assert ["No articles."] == [p.text for p in parse(written()).one("main").all("p")]

    def test_stream(self) -> None:
        """Articles are written as a stream."""
        stream = io.StringIO()
        seen = []

        def some() -> Iterator[Article]:
            for number in range(4):
                seen.append(stream.getvalue().count("</article>"))
                yield attrs.evolve(ARTICLE, id=str(number))

        write_html(some(), stream)

        assert [0, 0] == seen[:2]
        assert all(1 == later - earlier for earlier, later in pairwise(seen[2:]))


class TestFolder:
    """A folder with a page per article."""

    def test_pages(self, tmp_path: Path) -> None:
        """Each article has a page, and the index links to all of them."""
        some = [ARTICLE, attrs.evolve(ARTICLE, id="index"), attrs.evolve(ARTICLE, id="x/../<b> #?"), ARTICLE]
        write_html_folder(iter(some), tmp_path / "new" / "pages")
        files = {path.name: path.read_text("utf-8") for path in tmp_path.joinpath("new", "pages").iterdir()}
        links = [a.attributes["href"] for a in parse(files.pop("index.html")).all("a")]

        assert [to_page(article) for article in some] == [files.pop(link) for link in links]
        assert {} == files

    def test_index(self, tmp_path: Path) -> None:
        """The index summarizes each article, or says that there are none."""
        write_html_folder([hostile()], tmp_path / "one")
        write_html_folder([], tmp_path / "none")
        one, none = (parse(tmp_path.joinpath(f, "index.html").read_text("utf-8")) for f in ("one", "none"))

        assert [(HOSTILE, "1 attribution, 1 speaker")] == [
            (li.one("a").text, li.one("span").text) for li in one.all("li")
        ]
        assert ["No articles."] == [li.text for li in none.all("li")]

    @given(st.lists(st.none() | texts(), max_size=6))
    def test_any_ids(self, ids: list[str | None]) -> None:
        """Whatever the ids, file names are unique regardless of case, short, and inside the folder."""
        names = FileNames("index")
        made = ["index", *(names.after(name) for name in ids)]

        assert len(made) == len({name.casefold() for name in made})
        assert [] == [name for name in made if len(name.encode()) > 220 or not re.fullmatch(r"\w[\w.-]*", name)]


class TestFragment:
    """The fragment that notebooks show."""

    def test_has_no_ids(self) -> None:
        """The fragment has no ids, scripts or handlers."""
        fragment = parse(to_fragment(ARTICLE))
        names = {name for element in fragment for name in element.attributes}

        assert {"aria-label", "class", "data-label", "dir", "title"} == names
        assert [] == fragment.all("script")
        assert ARTICLE.text == fragment.one(of="text").text

    def test_style_is_its_own(self) -> None:
        """The style applies only to the fragment."""
        css = re.sub(r"/\*.*?\*/", "", parse(to_fragment(ARTICLE)).one("style").text, flags=re.DOTALL)
        selectors = [s.strip() for rule in re.findall(r"([^{}]+)\{", css) for s in rule.split(",")]

        assert [] == [s for s in selectors if ".quotekit" not in s and not s.startswith("@media")]

    def test_provenance(self) -> None:
        """The tooltip of an attribution has all of its fields, and the list most of them."""
        fragment = parse(to_fragment(ARTICLE))

        assert (
            "Ida Holm (Mayor, person) · indirect · source: Mayor Ida Holm · cue: told (tell) · to: Radio Nord"
            " · via: Radio Nord → NTB · credits: NTB (wire) · confidence: 93% · speaker confidence: 87%"
            " · id: a1 · characters: 13–31"
        ) == fragment.one(of="text").all(of="content")[0].attributes["title"]
        assert (
            "cue: told (tell) · to: Radio Nord · via: Radio Nord → NTB · confidence: 93%"
            == fragment.all("small")[0].text
        )


@pytest.mark.parametrize("write", BOTH, ids=["page", "fragment"])
class TestEscaping:
    """Escaping of markup."""

    def test_hostile(self, write: Callable[[Article], str]) -> None:
        """Tags, quotation marks, comments and templates in any string are escaped."""
        article = hostile()
        page = parse(write(article))
        expected = {e.tag for e in parse(write(ARTICLE))}

        assert article.text == page.one(of="text").text
        assert set() == {e.tag for e in page} - expected
        assert set() == {name for e in page for name in e.attributes if name.startswith("on")}
        assert {HOSTILE} == {e.text for e in page.all(of="name")}

    @pytest.mark.parametrize(
        "text", ["\r\n\n\ra\r", "\n\nb", "\x0b\x0c\x1b[0m\x7f\x85\x9b\u2028", "\ufeff\u202ec\u2066", "\ufffe\uffff"]
    )
    def test_odd_characters(self, write: Callable[[Article], str], text: str) -> None:
        """Line ends of every kind, control characters and direction marks are kept."""
        assert text == parse(write(Article(text, text))).one(of="text").text

    def test_unencodable_characters(self, write: Callable[[Article], str]) -> None:
        """Null bytes and lone surrogates are replaced by one character each."""
        page = write(Article("\ud800", "a\0b\udfff"))

        assert "a\ufffdb\ufffd" == parse(page.encode().decode()).one(of="text").text

    @given(articles())
    def test_any_article(self, write: Callable[[Article], str], article: Article) -> None:
        """The text of any article is unchanged, and each attribution is in the list."""
        page = parse(write(article).encode().decode())

        assert shown(article.text) == page.one(of="text").text
        assert sorted(shown(a.content.text) for a in article.attributions) == sorted(
            s.text for s in page.all(of="said")
        )
