"""Every example in readings.toml is decided by its reading; no counter-example is."""

from collections.abc import Iterator
from typing import Literal

import pytest
import spacy

from extract.countries import country_names
from extract.gazetteer import GazetteerError, Reading, readings, spellings
from extract.organizations import organization_names
from extract.text.tokens import LinearTokenizer
from extract.words.readings import Name, NameMatcher

Table = Literal["countries", "organizations"]
nlp = spacy.blank("en")
nlp.tokenizer = LinearTokenizer(nlp.vocab)
NAMES = {"countries": list(country_names()), "organizations": list(organization_names())}
SPELLINGS = {name: spellings(name.text) for names in NAMES.values() for name in names}


def mentions(text: str, table: Table, using: tuple[Reading, ...]) -> list[tuple[int, str, str]]:
    near: list[Name] = [name for name in NAMES[table] if any(way in text.replace("\n", " ") for way in SPELLINGS[name])]
    others = {code for _, _, code in mentions(text, "countries", readings("countries"))} if table == "organizations" else set()
    found = NameMatcher(nlp, near, using)(nlp(text), frozenset(others))
    return [(mention.start, mention.name.text, mention.code) for mention in found]


def cases(kind: Literal["examples", "not_examples"]) -> Iterator[object]:
    for table in ("countries", "organizations"):
        for i, reading in enumerate(readings(table)):
            for text in getattr(reading, kind):
                yield pytest.param(table, i, text, id=f"{table}-{i}-{text}")


def test_a_spelling_with_two_owners_is_refused() -> None:
    names = [Name("Saint Ives", "city", "GBR"), Name("St. Ives", "city", "AUS")]
    with pytest.raises(GazetteerError, match="belongs to GBR and to AUS"):
        NameMatcher(nlp, names, ())


@pytest.mark.parametrize(("table", "i", "text"), list(cases("examples")))
def test_an_example_is_read_otherwise_without_its_reading(table: Table, i: int, text: str) -> None:
    every = readings(table)
    read, unread = mentions(text, table, every), mentions(text, table, every[:i] + every[i + 1 :])
    assert read != unread
    assert {code for *_, code in set(read) - set(unread)} <= set(every[i].codes)


@pytest.mark.parametrize(("table", "i", "text"), list(cases("not_examples")))
def test_a_counter_example_is_read_alike_without_the_reading(table: Table, i: int, text: str) -> None:
    every = readings(table)
    assert mentions(text, table, every) == mentions(text, table, every[:i] + every[i + 1 :])
