"""No text, name, id, outlet or metadata makes a page run a script: a policy in the browser would report it."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Callable, Iterable
from operator import attrgetter
from pathlib import Path

import attrs
import pytest

from quotekit import Article, Attribution, Kind, Spans, Speaker, SpeakerKind, TextSpan
from quotekit.exporters.html import to_fragment, to_page, write_html
from quotekit.graph import write_chains
from quotekit.matching import cluster
from quotekit.matching.write import write_html as write_matched
from quotekit.records import Credit, Dateline, Outlet
from quotekit.report import write_report
from quotekit.verify import verify_article
from quotekit.verify.write import write_html as write_checked
from tests.browser.chromium import Browser

pytestmark = pytest.mark.browser

# Each calls hit() if it is taken for what it looks like, wherever it is written.
PAYLOADS = [
    "<script>hit()</script>",
    "</script><script>hit()</script>",
    "</style></title></textarea><script>hit()</script>",
    "--><img src=x onerror=hit()>",
    '" onmouseover=hit() onfocus=hit() autofocus tabindex=0 x="',
    "' onmouseover=hit() onfocus=hit() autofocus tabindex=0 x='",
    "` onmouseover=hit() x=`",
    "javascript:hit()",
    "data:text/html,<script>parent.hit()</script>",
    "<svg onload=hit()><animate onbegin=hit() attributeName=x dur=1s>",
    "<iframe srcdoc='<script>parent.hit()</script>'></iframe>",
    "<a href=javascript:hit()>x</a><base href=//example.com/>",
    "<meta http-equiv=refresh content='0;url=javascript:hit()'>",
    "<form action=javascript:hit()><button autofocus>x</button></form>",
    "${hit()} {{ hit() }} {% raw %} #{hit()} $\\frac{1}{0}$",
    "\ufeff<script\0>hit()</script\0>",
    "\ud800<script>hit()</script>\udc00",
    "＜script＞hit()＜/script＞ &lt;script&gt;hit()&lt;/script&gt; &#60;script&#62;",
    "\u2028<script>hit()</script>\u2029]]>",
]
WORDS = "the dam is old, but it will hold until the spring, whatever the county says"


def hostile(payload: str) -> Article:
    """Return an article that has a payload in each of its strings."""
    text = f"“{WORDS} {payload},” {payload} said."
    whole, middle = Spans.of(text, [(0, len(text))]), TextSpan(3, 9, text[3:9])
    quoted = Spans.of(text, [(1, len(WORDS) + 1)])
    speaker = Speaker("s1", payload, SpeakerKind.PERSON, (payload,), whole)
    other = Speaker("s2", f"{payload} {payload}", SpeakerKind.ORGANIZATION, (), whole)
    first = Attribution(
        id=payload,
        kind=Kind.DIRECT,
        content=whole,
        quoted=quoted,
        cue=whole,
        cue_lemma=payload,
        source=whole,
        speaker=speaker,
        addressee=middle,
        via=(Outlet(payload, middle), Outlet(f"The {payload}")),
        negated=False,
        parent=None,
        confidence=0.9,
        speaker_confidence=0.9,
    )
    inner = attrs.evolve(first, id=f"{payload} 2", speaker=other, parent=payload, kind=Kind.MIXED)
    meta = dict.fromkeys(("outlet", "url", "author", "title", "date", payload), payload)
    credit, dateline = Credit(payload, payload, 0, 3), Dateline(payload, payload, 0, 3)
    return Article(payload, text, (first, inner), (speaker, other), (credit,), dateline, meta)


def _written(write: Callable[..., object], *arguments: object) -> str:
    stream = io.StringIO()
    write(*arguments[:1], stream, *arguments[1:])
    return stream.getvalue()


def _both(payload: str) -> Iterable[Article]:
    return hostile(payload), attrs.evolve(hostile(payload), id="other", meta={"outlet": f"{payload}!"})


def _notebook(payload: str) -> str:
    return f"<!doctype html><html><head></head><body>{to_fragment(hostile(payload))}</body></html>"


def _checked(payload: str) -> str:
    source = f"{payload} {WORDS.replace('old', payload)} {payload}"
    return _written(write_checked, [(hostile(payload), verify_article(hostile(payload), {payload: source}))])


PAGES: dict[str, Callable[[str], str]] = {
    "article": lambda payload: to_page(hostile(payload)),
    "articles": lambda payload: _written(write_html, _both(payload)),
    "notebook": _notebook,
    "chains": lambda payload: _written(write_chains, _both(payload)),
    "report": lambda payload: _written(write_report, _both(payload), attrgetter("id"), {payload: payload}),
    "matched": lambda payload: _written(write_matched, cluster(_both(payload))),
    "checked": _checked,
}
_POLICY = re.compile(r'(?<=Content-Security-Policy" content=")[^"]+')


_NO_SCRIPT = "default-src 'none'; script-src 'none'; style-src 'unsafe-inline'"
_WATCHER = """
window.found = [];
window.hit = () => window.found.push("hit");
document.addEventListener("securitypolicyviolation", (e) => window.found.push(`${e.violatedDirective} ${e.sample}`));
"""
# Points at everything, focuses and clicks it; returns what was found, and the addresses on the page.
_USE = """
for (const e of document.querySelectorAll("body *")) {
  for (const kind of ["pointerover", "mouseover", "mouseenter", "focusin"])
    e.dispatchEvent(new Event(kind, {bubbles: true}));
  if (e.focus) e.focus();
  if (!e.closest("a:not([href^='#'])")) e.dispatchEvent(new Event("click", {bubbles: true}));
}
const names = ["href", "src", "action", "srcdoc", "data", "formaction"];
const addresses = names.flatMap((n) => [...document.querySelectorAll(`[${n}]`)].map((e) => e.getAttribute(n)));
setTimeout(() => arguments[0]([window.found, addresses]), 20);
"""


def watched(page: str) -> str:
    """
    Return a page that writes down what its policy forbids, and what calls hit().

    Its own policy allows its own script by its hash; the watcher is allowed by a nonce.
    """
    found = _POLICY.search(page)
    policy = html.unescape(found.group()) if found else _NO_SCRIPT
    allowed = policy.replace("script-src 'none'", "script-src").replace("script-src", "script-src 'nonce-watch'")
    watcher = (
        f'<head><meta http-equiv="Content-Security-Policy" content="{html.escape(allowed)}">'
        f'<script nonce="watch">{_WATCHER}</script>'
    )
    rest = re.sub(r"<meta http-equiv=.Content-Security-Policy[^>]*>", "", page, count=1) if found else page
    return rest.replace("<head>", watcher, 1)


def found_by(browser: Browser, page: str) -> list[str]:
    """Return what happens on a page while it is used, and the addresses on it that lead elsewhere."""
    browser.open(watched(page))
    found, addresses = browser.driver.execute_async_script(_USE)
    return [*found, *(address for address in addresses if not address.startswith(("#", "data:text/csv;")))]


@pytest.mark.parametrize("kind", PAGES)
def test_runs_nothing(browser: Browser, kind: str) -> None:
    """Whatever is in an article, the browser runs nothing, loads nothing, and has nothing to report."""
    assert [] == [(payload, found) for payload in PAYLOADS if (found := found_by(browser, PAGES[kind](payload)))]


@pytest.mark.parametrize("payload", ["<script>hit()</script>", "<img src=x onerror=hit()>", "<svg onload=hit()>"])
def test_watcher(chromium: Browser, tmp_path: Path, payload: str) -> None:
    """A page that did not escape a payload would be reported."""
    chromium.reset(tmp_path)

    assert [] != found_by(chromium, to_page(Article("a", "It rained.")).replace("It rained.", payload))
