"""A headless Chromium that opens pages from strings, as a desktop, phone or printer, in light and dark mode."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
from selenium.webdriver import Chrome, ChromeOptions, Keys
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

__all__ = ["Browser", "Keys"]

_OPTIONS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--window-size=1200,900",
)
_PATIENCE = 20
_COLOURS = """
const parse = (colour) => {
  const [r, g, b, a] = colour.match(/[\\d.]+/g).map(Number);
  return [r, g, b, a ?? 1];
};
const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
const light = (c) => {
  const [r, g, b] = c.map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [a, b] = [light(one), light(other)].sort((x, y) => y - x);
  return Math.round(((a + 0.05) / (b + 0.05)) * 100) / 100;
};
const behind = (element) => {
  const layers = [];
  for (let e = element; e; e = e.parentElement) layers.push(parse(getComputedStyle(e).backgroundColor));
  return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1]);
};
"""
# The contrast of each visible text with what is painted behind it, lowest first.
_CONTRASTS = (
    _COLOURS
    + """
const elements = [...document.body.querySelectorAll("*")].filter((e) => {
  const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
  return (own || e.matches(".label")) && e.checkVisibility() && !e.closest(".unseen, style, script, defs");
});
return elements.map((e) => {
  const style = getComputedStyle(e);
  const ground = behind(e);
  const paint = e instanceof SVGElement ? style.fill : style.color;
  const name = `${e.tagName} ${e.getAttribute("class")} ${e.textContent.slice(0, 30)}`;
  return [contrast(over(parse(paint), ground), ground), name];
}).sort((x, y) => x[0] - y[0]);
"""
)


@attrs.frozen
class Browser:
    """A browser with a page."""

    #: Selenium's driver.
    driver: Chrome
    #: Where pages are kept while they are open.
    folder: list[Path] = attrs.Factory(list)

    @classmethod
    def start(cls) -> Browser:
        """Start Chromium. Debian has it in the packages chromium and chromium-driver."""
        program, driver = shutil.which("chromium"), shutil.which("chromedriver")
        assert program, "Chromium is not installed"
        assert driver, "the driver of Chromium is not installed"
        options = ChromeOptions()
        options.binary_location = program
        for option in _OPTIONS:
            options.add_argument(option)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        browser = cls(Chrome(options, Service(driver)))
        browser.driver.set_script_timeout(_PATIENCE)
        return browser

    def reset(self, folder: Path) -> None:
        """Reset all settings and logs."""
        self.folder[:] = [folder]
        for command in ("Emulation.clearDeviceMetricsOverride", "Emulation.setEmulatedMedia"):
            self.driver.execute_cdp_cmd(command, {})
        self.driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": False})
        self.driver.get("about:blank")
        ActionChains(self.driver).move_by_offset(1, 1).reset_actions()
        self.complaints()
        self.requests()

    def complaints(self) -> list[str]:
        """Return what was written to the console since the last call."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """Return the URLs requested since the last call."""
        events = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        return [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]

    def open(self, page: str) -> Browser:
        """Open a page."""
        path = self.folder[0] / "page.html"
        path.write_text(page, encoding="utf-8", newline="")
        self.driver.get(path.as_uri())
        return self

    def phone(self, width: int = 360) -> Browser:
        """Emulate a phone of this width in pixels."""
        size = {"width": width, "height": 740, "deviceScaleFactor": 2, "mobile": True}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        self.driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": True})
        return self

    def media(self, media: str = "", scheme: str = "light") -> Browser:
        """Emulate print media, or a color scheme."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})
        return self

    def run(self, script: str, *arguments: object) -> Any:
        """Return the result of a script."""
        return self.driver.execute_script(script, *arguments)

    def all(self, selector: str) -> list[WebElement]:
        """Return all elements that match a selector."""
        return self.driver.find_elements("css selector", selector)

    def seen(self, selector: str) -> list[str]:
        """Return the texts of the visible elements that match a selector."""
        return [element.text for element in self.all(selector) if element.is_displayed()]

    def text(self, selector: str) -> list[str]:
        """Return the text of each element that matches a selector, visible or not."""
        found: list[str] = self.run(
            "return [...document.querySelectorAll(arguments[0])].map((e) => e.textContent)", selector
        )
        return found

    def press(self, *keys: str) -> Browser:
        """Press keys in sequence."""
        ActionChains(self.driver).send_keys(*keys).perform()
        return self

    def point(self, selector: str, x: int = 0) -> Browser:
        """Move the pointer to the middle of the first element that matches a selector, or to the right of it."""
        ActionChains(self.driver).move_to_element_with_offset(self.all(selector)[0], x, 0).perform()
        return self

    def touch(self, *points: dict[str, float]) -> Browser:
        """Touch the screen at some points, or release it if there are none."""
        touch = {"type": "touchStart" if points else "touchEnd", "touchPoints": points}
        self.driver.execute_cdp_cmd("Input.dispatchTouchEvent", touch)
        return self

    def click(self, selector: str, number: int = 0) -> Browser:
        """Click one of the elements for a selector."""
        self.all(selector)[number].click()
        return self

    def focused(self) -> str:
        """Return the text of the focused element, or its accessible name."""
        element = self.driver.switch_to.active_element
        return element.get_attribute("aria-label") or element.text

    def wait(self, condition: Callable[[], bool]) -> bool:
        """Wait until a condition holds."""
        return WebDriverWait(self.driver, _PATIENCE).until(lambda _: condition())

    def width(self) -> int:
        """Return the width of the page in pixels, with what must be scrolled to."""
        found: int = self.run("return document.documentElement.scrollWidth")
        return found

    def low_contrasts(self, least: float = 4.5) -> list[object]:
        """Return the texts whose contrast is below level AA of WCAG 2; there must be some text."""
        found = self.run(_CONTRASTS)
        assert found
        return [entry for entry in found if entry[0] < least]

    def low_contrasts_of(self, colours: list[str], least: float) -> list[str]:
        """Return the colors whose contrast with the page's background is lower than this."""
        found = self.run(
            _COLOURS + "return arguments[0].map((c) => contrast(parse(c), behind(document.body)))", colours
        )
        return [colour for colour, contrast in zip(colours, found, strict=True) if contrast < least]
