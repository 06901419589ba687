"""The pipeline: an ordered list of spaCy components, and the Extractor that runs articles through it."""

from collections.abc import Iterable, Iterator
from itertools import islice

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from . import countries, dates, layout, meetings, ministries, officials, organizations, references, relations  # noqa: F401  (they register their components)
from .article import Article
from .record import Record
from .reading import record_of
from .tokens import LinearTokenizer

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

    def __call__(self, article: Article) -> Record:
        """The record of one article."""
        return next(self.stream([article]))

    def stream(self, articles: Iterable[Article]) -> Iterator[Record]:
        """The records of `articles`, in their order; memory stays flat however many there are."""
        rest = iter(articles)
        while batch := list(islice(rest, _BATCH)):
            with self.nlp.memory_zone():
                records = [record_of(self.doc(article), article) for article in batch]
            yield from records

    def doc(self, article: Article) -> Doc:
        """The spaCy Doc of an article with everything that was found in it, to look at or build on."""
        doc = self.nlp.make_doc(article.text)
        doc._.title, doc._.published = article.title, article.published
        return self.nlp(doc)


def _blank() -> Language:
    nlp = spacy.blank("en")
    nlp.tokenizer = LinearTokenizer(nlp.vocab)
    return nlp
