"""Pages of articles in a browser: what pointer, keyboard and touch show, and that markup stays text."""

from __future__ import annotations

import pytest

from quotekit.exporters.html import to_fragment, to_page
from quotekit.records import Article, Kind, Spans
from tests.browser.chromium import Browser, Keys
from tests.exporters.test_html import HOSTILE, hostile, shown, written
from tests.exporters.test_json_csv import ARTICLE, attribution

pytestmark = pytest.mark.browser

PAGE = to_page(ARTICLE)
ALL = [
    "The bridge is safe",
    '"We were late," … "but not by much."',
    "the work “a joke”",
    "Holm had called the work “a joke”",
    "it will break",
]
LONG = "".join(chr(ord("a") + i % 26) for i in range(600))


def long_words() -> Article:
    """Return an article without a place for a line break."""
    whole = Spans.of(LONG, [(0, len(LONG))])
    return Article(LONG, LONG, (attribution(1, Kind.MIXED, whole, whole, source=whole),))


def marked(browser: Browser) -> list[str]:
    """Return the highlighted parts of the text."""
    look = """
      const plain = (e) => getComputedStyle(e).backgroundColor === "rgba(0, 0, 0, 0)"
        && getComputedStyle(e).fontWeight < 600 && getComputedStyle(e).fontStyle === "normal";
      return [...document.querySelectorAll(".text .mark")].filter((e) => !plain(e)).map((e) => e.textContent);
    """
    found: list[str] = browser.run(look)
    return found


class TestText:
    """The text in the browser."""

    @pytest.mark.parametrize("write", [to_page, to_fragment], ids=["page", "fragment"])
    def test_hostile(self, browser: Browser, write: object) -> None:
        """Markup in an article is escaped, and no script runs."""
        browser.open(write(hostile()))  # type: ignore[operator]

        assert [hostile().text] == browser.text(".text")
        assert 0 == browser.run("return document.querySelectorAll('img, .text script').length")
        assert {HOSTILE} == set(browser.text("bdi.name"))

    def test_odd_characters(self, browser: Browser) -> None:
        """A browser reads each text unchanged, with replacement characters for what HTML cannot represent."""
        odd = [
            "\r\n\n\ra\r",
            "\n\nb",
            "\0a\x0b\x0c\x1b[0m\x7f\x85\x9b",
            "\ufeff\u202ec\u2066 \u2029",
            "\ud800\ufffe\uffff",
            "&amp;&#13;&notit;",
        ]
        browser.open(written(*(Article(None, text) for text in odd)))

        assert [shown(text) for text in odd] == browser.text(".text")

    def test_policy(self, browser: Browser) -> None:
        """The content security policy blocks other scripts and all loading."""
        complaints: list[str] = []
        browser.open(PAGE)
        browser.run("const s = document.createElement('script'); s.text = 'window.ran = true'; document.body.append(s)")
        browser.run(
            "const i = new Image(); i.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='; document.body.append(i)"
        )
        browser.wait(lambda: complaints.extend(browser.complaints()) or len(complaints) == 2)  # type: ignore[func-returns-value]

        assert [True, True] == ["Content Security Policy" in complaint for complaint in complaints]
        assert browser.run("return window.ran") is None


class TestSpeakers:
    """Selecting a speaker."""

    def test_click(self, browser: Browser) -> None:
        """A click shows only the speaker's attributions; a second click shows all."""
        browser.open(PAGE)
        before = marked(browser)
        browser.click(".who", 1)

        assert ["Holm had called the work “a joke”"] == browser.seen(".said")
        assert {"One engineer", "said", "Holm had called the work “a\tjoke”"} == set(marked(browser))
        assert ["1 of 5 attributions: One engineer"] == browser.seen("[role=status]")
        assert ["false", "true", "false"] == [who.get_attribute("aria-pressed") for who in browser.all(".who")]

        browser.click(".who", 1)

        assert (ALL, before) == (browser.seen(".said"), marked(browser))

    def test_another(self, browser: Browser) -> None:
        """A click on another speaker shows that speaker's attributions instead."""
        browser.open(PAGE).click(".who", 1).click(".who", 0)

        assert ALL[:3] == browser.seen(".said")

    def test_keyboard(self, browser: Browser) -> None:
        """Tab moves to the speakers, Enter and Space select, Escape shows all, and the focus is kept."""
        browser.open(PAGE).press(Keys.TAB, Keys.ENTER)
        first = browser.seen(".said")
        browser.press(Keys.ESCAPE)
        then = browser.seen(".said")
        browser.press(Keys.SPACE)

        assert (ALL[:3], ALL, ALL[:3]) == (first, then, browser.seen(".said"))
        assert browser.focused().startswith("Ida Holm")

    def test_show_all(self, browser: Browser) -> None:
        """The button by the text shows all, and returns the focus to the speaker."""
        browser.open(PAGE).click(".who", 2)
        browser.run("document.querySelector('.all').focus()")
        browser.press(Keys.ENTER)

        assert (ALL, []) == (browser.seen(".said"), browser.seen(".all"))
        assert browser.focused().startswith("Nobody named")

    def test_labels(self, browser: Browser) -> None:
        """The Tab key moves only among the labels of the selected speaker."""
        browser.open(PAGE).click(".who", 1)
        browser.run("document.querySelector('.all').focus()")
        browser.press(Keys.TAB)

        assert "mixed: One engineer" == browser.focused()
        assert "BODY" == browser.press(Keys.TAB).run("return document.activeElement.tagName")

    def test_own_article(self, browser: Browser) -> None:
        """On a page of several articles, the others are not affected."""
        browser.open(written(ARTICLE, ARTICLE)).click(".who", 1)

        assert [ALL[3], *ALL] == browser.seen(".said")


class TestCards:
    """Cards of attributions."""

    CARD = (
        "Ida Holm Mayor, person\nindirect\nSource\nMayor Ida Holm\nCue\ntold (tell)\nTo\nRadio Nord\nVia\nRadio "
        "Nord → NTB\nCredits\nNTB (wire)\nConfidence\n93%\nSpeaker confidence\n87%\nId\na1\nCharacters\n13–31"
    )

    def test_hover(self, browser: Browser) -> None:
        """Pointing at a part of an attribution shows its card and highlights its parts; pointing elsewhere hides it."""
        for part in ("content", "source", "cue"):
            browser.open(PAGE).point(f".text .{part}")

            assert [self.CARD] == browser.seen(".card")
            assert ["The bridge is safe", "Mayor Ida Holm", "told"] == browser.text(".mark.on")

        browser.point("h1")

        assert browser.wait(lambda: not browser.seen(".card"))

    def test_card_can_be_pointed_at(self, browser: Browser) -> None:
        """The card stays while the pointer is on it."""
        browser.open(PAGE)
        browser.run(
            "window.later = []; window.setTimeout = (f) => later.push(f); window.clearTimeout = (n) => later[n - 1] "
            "= null"
        )
        browser.point(".text .content")
        browser.run("document.querySelector('.card').style.top = '60px'")
        browser.point(".status").point(".card")
        browser.run("later.forEach((f) => f && f())")

        assert [self.CARD] == browser.seen(".card")
        assert browser.run("return later.length") > 0

    def test_nested(self, browser: Browser) -> None:
        """Inside a nested attribution, its card is shown."""
        browser.open(PAGE).point(".content .content")
        inner = browser.seen(".card")
        browser.point(".content:has(.content)", x=-80)

        assert [["Ida Holm", "a4 inside a3"], ["One engineer", "a3"]] == [
            [card.split("\n")[0].removesuffix(" Mayor, person").removesuffix(" unnamed"), card.split("\n")[-3]]
            for card in (*inner, *browser.seen(".card"))
        ]

    def test_focus(self, browser: Browser) -> None:
        """The Tab key moves among labels and shows their cards; Escape closes a card and keeps the focus."""
        browser.open(PAGE)
        browser.run("document.querySelectorAll('.speakers a')[4].focus()")
        browser.press(Keys.TAB)

        assert [self.CARD] == browser.seen(".card")

        browser.press(Keys.ESCAPE)

        assert ([], "indirect: Ida Holm") == (browser.seen(".card"), browser.focused())
        assert 1 == len(browser.press(Keys.TAB).seen(".card"))
        assert "direct, negated: Ida Holm" == browser.focused()

    def test_described(self, browser: Browser) -> None:
        """The card is an accessible description."""
        browser.open(PAGE)
        node = browser.driver.execute_cdp_cmd("Runtime.evaluate", {"expression": "document.querySelector('.label')"})
        tree = browser.driver.execute_cdp_cmd(
            "Accessibility.getPartialAXTree", {"objectId": node["result"]["objectId"], "fetchRelatives": False}
        )["nodes"][0]

        assert ("button", "indirect: Ida Holm") == (tree["role"]["value"], tree["name"]["value"])
        assert "Via Radio Nord → NTB" in tree["description"]["value"]

    def test_link(self, browser: Browser) -> None:
        """A click on an attribution in the sidebar scrolls to it in the text."""
        browser.open(PAGE).click(".said", 3)

        assert "mixed: One engineer" == browser.focused()
        assert browser.wait(lambda: len(browser.seen(".card")) == 1)

    def test_click_elsewhere(self, browser: Browser) -> None:
        """A click elsewhere closes the card."""
        browser.open(PAGE).click(".text .content")
        opened = len(browser.seen(".card"))
        browser.click("h1")

        assert (1, []) == (opened, browser.seen(".card"))

    @pytest.mark.parametrize("number", range(5))
    def test_card_is_within_the_text(self, browser: Browser, number: int) -> None:
        """No card extends beyond the text."""
        browser.phone().open(PAGE)
        browser.run("document.querySelectorAll('.label')[arguments[0]].focus()", number)
        (card,) = (card.rect for card in browser.all(".card") if card.is_displayed())
        text = browser.all(".reading")[0].rect

        assert text["x"] <= card["x"]
        assert card["x"] + card["width"] <= text["x"] + text["width"]


class TestPhone:
    """A screen of 360 pixels."""

    @pytest.mark.parametrize("article", [ARTICLE, hostile(), long_words()], ids=["usual", "hostile", "long words"])
    @pytest.mark.parametrize("write", [to_page, to_fragment], ids=["page", "fragment"])
    def test_width(self, browser: Browser, article: Article, write: object) -> None:
        """Nothing requires horizontal scrolling, even with a speaker selected and a card open."""
        viewport = '<meta name="viewport" content="width=device-width, initial-scale=1">'
        browser.phone().open(viewport + write(article))  # type: ignore[operator]
        before = browser.width()
        browser.run("document.querySelectorAll('.who')[0].click(); document.querySelector('.label').focus()")

        assert (360, 360) == (before, browser.width())

    def test_speakers(self, browser: Browser) -> None:
        """Speakers are collapsed until one is selected."""
        browser.phone().open(PAGE)
        before = browser.seen(".said")
        browser.click(".who", 0)

        assert ([], ALL[:3]) == (before, browser.seen(".said"))

    def test_tap(self, browser: Browser) -> None:
        """A tap on a mark shows its card; touching it to scroll does not."""
        browser.phone().open(PAGE)
        place = browser.all(".text .source")[0]
        browser.run("arguments[0].scrollIntoView({block: 'center'})", place)
        box = browser.run(
            "const b = arguments[0].getClientRects()[0]; return [b.x + b.width / 2, b.y + b.height / 2]", place
        )
        browser.run("window.over = 0; addEventListener('pointerover', () => over++)")
        browser.touch({"x": box[0], "y": box[1]})
        browser.wait(lambda: browser.run("return over") > 0)

        assert [] == browser.seen(".card")

        browser.touch()

        assert browser.wait(lambda: browser.seen(".card") == [TestCards.CARD])


class TestColours:
    """A contrast of at least 4.5 in every state."""

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("write", [to_page, to_fragment], ids=["page", "fragment"])
    def test_contrast(self, browser: Browser, scheme: str, write: object) -> None:
        """All text is readable: initially, with a card open, and with a speaker selected."""
        browser.media(scheme=scheme).open(write(ARTICLE))  # type: ignore[operator]
        low = browser.low_contrasts()
        browser.run("document.querySelectorAll('button.label')[3]?.focus()")
        low += browser.low_contrasts()
        browser.run("document.querySelector('.who').click()")

        assert [] == low + browser.low_contrasts()

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_scheme(self, browser: Browser, scheme: str) -> None:
        """The background follows the system's color scheme."""
        browser.media(scheme=scheme).open(PAGE)
        red = browser.run("return Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])")

        assert scheme == ("light" if red > 200 else "dark")

    @pytest.mark.parametrize("theme", ["true", "false"])
    def test_notebook(self, browser: Browser, theme: str) -> None:
        """In a notebook, the colors follow the notebook, not the system."""
        system = "dark" if theme == "true" else "light"
        browser.media(scheme=system).open(f'<body data-jp-theme-light="{theme}">{to_fragment(ARTICLE)}')
        red = browser.run(
            "return Number(getComputedStyle(document.querySelector('.quotekit')).backgroundColor.match(/\\d+/)[0])"
        )

        assert theme == str(red > 200).lower()

    def test_kinds(self, browser: Browser) -> None:
        """Kinds have different line styles."""
        browser.open(PAGE)
        styles = {
            kind: browser.run(
                "return getComputedStyle(document.querySelector(arguments[0])).textDecorationStyle", f".text .{kind}"
            )
            for kind in ("direct", "mixed", "indirect")
        }

        assert {"direct": "solid", "mixed": "dashed", "indirect": "dotted"} == styles


class TestPrint:
    """The page on paper."""

    def test_prints_text_and_attributions(self, browser: Browser) -> None:
        """The text is followed by all attributions, without interactive elements, on a white background."""
        browser.media("print", "dark").open(PAGE)
        text, speakers = (browser.all(of)[0].rect["y"] for of in (".text", ".speakers"))

        assert text < speakers
        assert (ALL, []) == (browser.seen(".said"), browser.seen(".all"))
        assert browser.run("return getComputedStyle(document.querySelector('.text')).color") == "rgb(34, 38, 43)"


class TestWithoutScript:
    """Pages with scripts disabled."""

    def test_fragments(self, browser: Browser) -> None:
        """A notebook with two articles has both texts, and lists that the keyboard opens."""
        policy = '<meta http-equiv="Content-Security-Policy" content="script-src \'none\'">'
        browser.open(policy + to_fragment(ARTICLE) + to_fragment(hostile()))
        before = browser.seen(".said")
        browser.press(Keys.TAB, Keys.ENTER)

        assert ([], ALL[:3]) == (before, browser.seen(".said"))
        assert [ARTICLE.text, hostile().text] == browser.text(".text")

    def test_page(self, browser: Browser) -> None:
        """A page has its text, and all attributions with their fields."""
        browser.phone().open(PAGE.replace("<script>", "<script type='text/plain'>"))

        assert (ALL, [ARTICLE.text]) == (browser.seen(".said"), browser.text(".text"))
        assert "cue: told (tell) · to: Radio Nord · via: Radio Nord → NTB · confidence: 93%" == browser.seen("small")[0]
