"""Articles off the disk, each with its record: what goes wrong with one is told, and the others are read."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from extract.article import MAX_BYTES, Article, Notice, read_articles
from extract.pipeline import Extractor
from extract.record import Record
from kg.errors import RecordError
from kg.files import StrPath
from kg.reports import check_record


def read(
    paths: Iterable[StrPath], *, max_bytes: int = MAX_BYTES, report: Callable[[Notice], None] | None = None
) -> Iterator[tuple[Article, Record]]:
    """Each article with its record, one pair at a time, in the order of `extract.read_articles`.

    What cannot be read, extracted or put into a graph is told to `report`, and the reading goes on; without `report` it raises.
    """
    return extracted(read_articles(paths, max_bytes=max_bytes, report=report), report=report)


def extracted(
    articles: Iterable[Article], *, report: Callable[[Notice], None] | None = None
) -> Iterator[tuple[Article, Record]]:
    """Each of `articles` with its record, as `read` gives them. No extractor is made for no articles."""
    waiting: dict[str, Article] = {}
    rest = (waiting.setdefault(article.id, article) for article in articles)
    for first in rest:
        for record in Extractor().stream(chain([first], rest), report=report):
            article = waiting.pop(record.id)
            try:
                check_record(record)
            except RecordError as error:
                if report is None:
                    raise
                report(Notice("failed", record.id, f"was misread ({error})", "report this with the article"))
            else:
                yield article, record
