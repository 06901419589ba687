"""What several tests of the extractor share: one extractor, a text's annotated Doc, and its relations in short."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extract import Article, Extractor

Read = Callable[[str], Doc]

PUBLISHED = "2022-05-11"  # a Wednesday


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="session")
def read(extractor: Extractor) -> Read:
    """`read(text)` is the annotated Doc of an article."""
    return lambda text: extractor.doc(Article(id="test", text=text))


@pytest.fixture(scope="session")
def told(extractor: Extractor) -> Callable[[str], list[str]]:
    """`told(text)`: each relation of a text of a Wednesday as "type source target date"."""

    def relations(text: str) -> list[str]:
        record = extractor(Article(id="a", text=text, published=PUBLISHED))
        return sorted(f"{r.type} {r.source} {r.target} {r.date}" for r in record.relations)

    return relations
