"""Articles off the disk, each with its record: what goes wrong with one is told, and the others are read."""

from collections.abc import Callable, Iterable, Iterator

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
    waiting: dict[str, Article] = {}
    articles = (waiting.setdefault(article.id, article) for article in read_articles(paths, max_bytes=max_bytes, report=report))
    for record in Extractor().stream(articles, report=report):
        article = waiting.pop(record.id)
        try:
            check_record(record)
        except RecordError as error:
            if report is None:
                raise
            report(Notice("failed", record.id, f"was misread ({error})", "report this with the article"))
        else:
            yield article, record
