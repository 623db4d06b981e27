"""
Takes the pictures of pages that the documentation shows: ``python -m tests.browser.screenshots docs/images``.

Needs the extras ``browser`` and ``report`` (for Pillow, which Matplotlib brings along) and Chromium.
"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path

import attrs
from PIL import Image

import quotekit
from quotekit.graph import write_chains
from tests.browser.chromium import Browser

CHAINS = (
    "Eva Holm told CNN that the dam would hold, the Reef Times reported. “We will close it,” the minister told Kyodo. "
    "Holm had met the owner, the Reef Times reported, citing a ministry source. “Go now,” Mayor Vera Lind said."
)
SUMMIT = Path(__file__).parent.parent.parent / "examples" / "japan_summit.txt"


def take(browser: Browser, path: Path, width: int, height: int) -> None:
    """Save a screenshot of the viewport with few colors, so that it is small."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1.25, "mobile": False}
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    picture = Image.open(io.BytesIO(browser.driver.get_screenshot_as_png())).convert("RGB")
    picture.quantize(128, kmeans=4).save(path, optimize=True)


def main(folder: Path) -> None:
    """Save all screenshots."""
    article = attrs.evolve(quotekit.extract(SUMMIT.read_text(encoding="utf-8")), id=SUMMIT.stem)
    browser = Browser.start()
    with tempfile.TemporaryDirectory() as pages:
        browser.reset(Path(pages))
        browser.open(article.to_html())
        browser.run("""
          const labels = [...document.querySelectorAll(".label")];
          const label = labels.find((l) => l.parentElement.textContent.includes("is strong in Asia"));
          document.documentElement.scrollTop = label.getBoundingClientRect().top - 330;
          label.focus({preventScroll: true});
        """)
        take(browser, folder / "page.png", 1120, 640)
        page = io.StringIO()
        write_chains([attrs.evolve(quotekit.extract(CHAINS), id="dam")], page)
        browser.open(page.getvalue())
        take(browser, folder / "chains.png", 1100, 420)
    browser.driver.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
