"""
Who says what, in whose words, and how we know: attributions in English news, with character offsets.

Start with :func:`extract` for one text, or an :class:`Extractor` for many.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from quotekit._version import __version__

if TYPE_CHECKING:
    from quotekit.errors import QuotekitError
    from quotekit.extractor import Extractor, extract
    from quotekit.records import Article, Attribution, Kind, Spans, Speaker, SpeakerKind, Stance, TextSpan

__all__ = [
    "Article",
    "Attribution",
    "Extractor",
    "Kind",
    "QuotekitError",
    "Spans",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "TextSpan",
    "__version__",
    "extract",
]

# A program that imports the package may never need it, or only in some of its processes: what takes time is imported
# when a name is first used.
_MODULES = {
    "QuotekitError": "errors",
    "Extractor": "extractor",
    "extract": "extractor",
    **dict.fromkeys(
        ("Article", "Attribution", "Kind", "Spans", "Speaker", "SpeakerKind", "Stance", "TextSpan"), "records"
    ),
}


def __getattr__(name: str) -> Any:
    """Import a public name, or the module of one."""
    if name in _MODULES.values():
        return import_module(f"{__name__}.{name}")
    if name not in _MODULES:
        problem = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(problem)
    globals()[name] = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    return globals()[name]


def __dir__() -> list[str]:
    """Return all names, those that have not been imported yet among them."""
    return sorted({*globals(), *__all__})
