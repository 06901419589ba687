"""What several tests of the extractor share: one extractor, and the relations of a text in short."""

from collections.abc import Callable

import pytest

from extract import Article, Extractor

PUBLISHED = "2022-05-11"  # a Wednesday


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="session")
def told(extractor: Extractor) -> Callable[[str], list[str]]:
    """`told(text)`: each relation of a text of a Wednesday as "type source target date"."""

    def relations(text: str) -> list[str]:
        record = extractor(Article(id="a", text=text, published=PUBLISHED))
        return sorted(f"{r.type} {r.source} {r.target} {r.date}" for r in record.relations)

    return relations
