"""The pipeline: an ordered list of spaCy components, and the Extractor that runs articles through it."""

import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

import spacy
from spacy.attrs import LOWER
from spacy.language import Language
from spacy.tokens import Doc

from extract import countries, dates, ministries, organizations  # noqa: F401  (they register their components)
from extract.article import Article, Notice
from extract.assembly import record_of
from extract.gazetteer import raw_tables
from extract.meetings import component as _meetings  # noqa: F401
from extract.officials import component as _officials  # noqa: F401
from extract.page import layout as _layout  # noqa: F401
from extract.record import Record
from extract.references import component as _references  # noqa: F401
from extract.relations import component as _relations  # noqa: F401
from extract.text.tokens import LinearTokenizer, split

COMPONENTS = (
    "defense_layout",
    "defense_countries",
    "defense_organizations",
    "defense_dates",
    "defense_officials",
    "defense_ministries",
    "defense_references",
    "defense_meetings",
    "defense_relations",
)
_BATCH = 64
_SPECIMEN = "OSLO, May 4 -- Defense Minister Jonas Berg of Norway met his Danish counterpart here on Monday."


class Extractor:
    """Article → Record. Costs a moment to make and is then used again and again.

    `nlp` is a base pipeline of the user's own (a trained one included, whose PERSON entities become candidates for
    officials); without it a blank English one, which needs no model.
    """

    def __init__(self, nlp: Language | None = None) -> None:
        self.nlp = _blank() if nlp is None else nlp
        for name in COMPONENTS:
            if name not in self.nlp.pipe_names:
                self.nlp.add_pipe(name)
        self(Article(id="specimen", text=_SPECIMEN))  # so that all word lists are compiled before the first article

    def __call__(self, article: Article) -> Record:
        """The record of one article."""
        with self.nlp.memory_zone():
            return self._record(article)

    def stream(self, articles: Iterable[Article], *, report: Callable[[Notice], None] | None = None) -> Iterator[Record]:
        """The records of `articles`, in their order; memory stays flat however many there are.

        An article that cannot be extracted is told to `report`, and the others go on; without `report` its error is raised once
        the records of those before it have been given.
        """
        rest = iter(articles)
        while batch := list(islice(rest, _BATCH)):
            records, failures = self._extract(batch, report)
            yield from records
            for failure in failures:
                raise failure

    def _extract(
        self, batch: Iterable[Article], report: Callable[[Notice], None] | None
    ) -> tuple[list[Record], list[Exception]]:
        """The records of a batch, and without `report` the error at which it ended."""
        records: list[Record] = []
        with self.nlp.memory_zone():
            for article in batch:
                try:
                    records.append(self._record(article))
                except Exception as error:  # whatever one article does, the others are read
                    if report is None:
                        return records, [error]
                    what = f"could not be extracted ({type(error).__name__}: {error})"
                    report(Notice("failed", article.id, what, "report this with the article"))
        return records, []

    def _record(self, article: Article) -> Record:
        doc = self.doc(article)
        record = record_of(doc, article)
        doc.user_data.clear()  # its sentences hold the Doc, which would stay until the garbage is next collected
        return record

    def doc(self, article: Article) -> Doc:
        """The spaCy Doc of an article with everything that was found in it, to look at or build on."""
        doc = self.nlp.make_doc(article.text)
        told = doc._
        told.title, told.published, told.publisher = article.title, article.published, article.publisher
        return self.nlp(doc)


def _blank() -> Language:
    nlp = spacy.blank("en")
    vocab: Any = nlp.vocab  # its getters are not in spaCy's stubs
    # No component asks for a word's shape, norm and the like, which would be computed anew for each article.
    vocab.lex_attr_getters = {LOWER: vocab.lex_attr_getters[LOWER]}
    # What the tables hold most articles hold: known from the start, it is not made anew in the memory zone of each.
    for form in {form for table in raw_tables() for word in split(table) for form in (word, word.capitalize())}:
        vocab[form]
    nlp.tokenizer = LinearTokenizer(nlp.vocab)
    nlp.max_length = sys.maxsize  # spaCy's limit guards trained models: ours take time and memory in proportion to the text
    return nlp
