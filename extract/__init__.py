"""What a news article says about defence relations: `Extractor()(article)` gives its `Record`.

Everything here loads when it is first used, so that `import extract` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extract.article import Article, Notice, read_articles
    from extract.errors import ArticleError, ArticleWarning, ExtractError
    from extract.pipeline import Extractor
    from extract.record import Meeting, Mention, Ministry, Official, Record, Relation, Series

__version__ = "0.1.0"

__all__ = [
    "Article",
    "ArticleError",
    "ArticleWarning",
    "ExtractError",
    "Extractor",
    "Meeting",
    "Mention",
    "Ministry",
    "Notice",
    "Official",
    "Record",
    "Relation",
    "Series",
    "read_articles",
]

_HOMES = {
    "article": ("Article", "Notice", "read_articles"),
    "errors": ("ArticleError", "ArticleWarning", "ExtractError"),
    "pipeline": ("Extractor",),
    "record": ("Meeting", "Mention", "Ministry", "Official", "Record", "Relation", "Series"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
