"""Articles as HTML pages: the text with its attributions highlighted, beside a list of the speakers."""

from quotekit.exporters.html.pages import to_fragment, to_page, write_html, write_html_folder

__all__ = ["to_fragment", "to_page", "write_html", "write_html_folder"]
