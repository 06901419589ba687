"""One extractor for the tests that read whole texts."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extract import Article
from extract.pipeline import Extractor

Read = Callable[[str], Doc]


@pytest.fixture(scope="session")
def read() -> Read:
    """`read(text)` is the annotated Doc of an article."""
    extractor = Extractor()
    return lambda text: extractor.doc(Article(id="test", text=text))
