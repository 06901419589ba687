"""What facts rest on: sentences of articles, of which those of copies of one text are one source."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.record import Record


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence of an article: ``text[start_char:end_char] == sentence`` in the article as read; None where nothing is known.

    A country or an organization is named by an article as a whole: its sources have no sentence. `copy_of` is the article
    whose text this one repeats, as `kg.store.copies` finds it: the two are one source. `trigger` is where the words stand that
    tell of a meeting or relation, in the article as read too: ``text[slice(*trigger)]`` is "held talks".
    """

    article: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    sentence: str | None = None
    start_char: int | None = None
    end_char: int | None = None
    trigger: tuple[int, int] | None = None
    copy_of: str | None = None


SOURCE_COLUMNS: Mapping[str, Callable[[Source], str | None]] = {
    "articles": lambda source: source.article,
    "copies": lambda source: f"{source.article} of {source.copy_of}" if source.copy_of else None,
    "publishers": lambda source: source.publisher,
    "urls": lambda source: source.url,
    "published": lambda source: source.published,
    "sentences": lambda source: source.sentence,
}
"""Where sources can only be columns: the name of each, and what each source has in it."""


class Shelf:
    """The sources of all records, each made once, however much rests on it."""

    def __init__(self, copies: Mapping[str, str]) -> None:
        self._copies = copies
        self._sources: dict[tuple[Any, ...], Source] = {}

    def article(self, record: Record) -> Source:
        """The article as a whole."""
        return self._shelved(record)

    def sentence(self, record: Record, item: Any) -> Source:
        """The sentence that an item of the article rests on, and its words if it is told by any."""
        return self._shelved(record, item.evidence or None, item.start_char, item.end_char, getattr(item, "trigger", None))

    def _shelved(
        self,
        record: Record,
        sentence: str | None = None,
        start: int | None = None,
        end: int | None = None,
        trigger: tuple[int, int] | None = None,
    ) -> Source:
        place = (record.id, sentence, start, end, trigger)
        if place not in self._sources:
            about = (record.title, record.article.publisher, record.article.url, record.published)
            self._sources[place] = Source(record.id, *about, sentence, start, end, trigger, self._copies.get(record.id))
        return self._sources[place]


def distinct(sources: Iterable[Source]) -> tuple[Source, ...]:
    """The sources, each once, by article and place."""
    return tuple(sorted(set(sources), key=place_of))


def place_of(source: Source) -> tuple[str, int, int, str, tuple[int, ...]]:
    """What sources are sorted by: the article, and where the sentence and its words stand in it."""
    return source.article, source.start_char or 0, source.end_char or 0, source.sentence or "", source.trigger or ()


def texts(sources: Iterable[Source]) -> list[list[str]]:
    """The articles that sources are of, those together that carry one text: as many lists as there are independent sources."""
    articles: dict[str, dict[str, None]] = defaultdict(dict)
    for source in sources:
        articles[source.copy_of or source.article][source.article] = None
    return [list(alike) for alike in articles.values()]


def source_columns(sources: Sequence[Source], sentence_mark: str = "\n") -> dict[str, str]:
    """The distinct values of each of SOURCE_COLUMNS in the order of the sources, as one text; what no source has is absent."""
    columns = {}
    for column, read in SOURCE_COLUMNS.items():
        values = dict.fromkeys(value for source in sources if (value := read(source)))
        columns[column] = (sentence_mark if column == "sentences" else "; ").join(values)
    return {column: text for column, text in columns.items() if text}
