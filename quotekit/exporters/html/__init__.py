"""Articles as pages to look at: the text with its attributions marked, and the speakers beside it."""

from quotekit.exporters.html.pages import to_fragment, to_page, write_html, write_html_folder

__all__ = ["to_fragment", "to_page", "write_html", "write_html_folder"]
