"""Relations of whole articles: what is told twice stands once, with its sentence; and every pattern has its examples."""

import pytest

from extract import Article, Extractor
from extract.record import Relation
from extract.words.lexicon import Exemplified
from extract.words.relation_words import relation_words

PUBLISHED = "2022-05-11"  # a Wednesday
KINDS = [name for name, entry in relation_words() if isinstance(entry, Exemplified)]


def relations(extractor: Extractor, text: str, published: str | None = PUBLISHED) -> list[Relation]:
    return list(extractor(Article(id="a", text=text, published=published)).relations)


def kinds(extractor: Extractor, text: str) -> set[str]:
    return {relation.type for relation in relations(extractor, text)}


@pytest.mark.parametrize("name", KINDS)
def test_examples(extractor: Extractor, name: str) -> None:
    entry = getattr(relation_words(), name)
    assert all(name in kinds(extractor, text) for text in entry.examples), entry.examples
    assert not any(name in kinds(extractor, text) for text in entry.not_examples), entry.not_examples


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        # the day told later is that of the visit told first
        (
            "Norwegian Defence Minister Olav Berg is on a visit to Poland. Berg arrived in Warsaw on Tuesday.",
            ["2022-05-10"],
        ),
        # another year is another visit
        (
            "Norwegian Defence Minister Olav Berg visited Poland on Monday. Norwegian generals visited Poland in 2019.",
            ["2019", "2022-05-09"],
        ),
        # without a publication date only full dates count
        ("Norwegian Defence Minister Olav Berg visited Poland on Monday.", ["2022-05-09"]),
    ],
)
def test_once_for_each_date(extractor: Extractor, text: str, dates: list[str]) -> None:
    assert sorted(str(r.date) for r in relations(extractor, text)) == dates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Norwegian Defence Minister Olav Berg visited Poland on Monday.", None),
        ("Norwegian Defence Minister Olav Berg visited Poland on 4 May 2022.", "2022-05-04"),
    ],
)
def test_an_undated_article(extractor: Extractor, text: str, date: str | None) -> None:
    assert [r.date for r in relations(extractor, text, published=None)] == [date]


def test_evidence_and_trigger(extractor: Extractor) -> None:
    text = "It rained. Norway donated two patrol boats worth US$2 million to Moldova on 4 May 2022. It rained."
    (gift,) = relations(extractor, text)
    assert gift.trigger is not None
    assert text[gift.start_char : gift.end_char] == gift.evidence
    assert gift.evidence == "Norway donated two patrol boats worth US$2 million to Moldova on 4 May 2022."
    assert text[slice(*gift.trigger)] == "donated"
    assert (gift.amount, gift.currency) == (2_000_000, "USD")


def test_details(extractor: Extractor) -> None:
    (pact,) = relations(extractor, "Norway and Poland signed a memorandum of understanding on cyber defence on 4 May 2022.")
    assert pact.documents == ("memorandum of understanding on cyber defence",)
    assert pact.topics == ("cybersecurity",)
    (ties,) = relations(extractor, "In 2019 Norway and Poland elevated their relations to a strategic partnership.")
    assert (ties.detail, ties.date) == ("strategic partnership", "2019")


def test_arms_are_sold_unless_words_of_giving_are_beside_them(extractor: Extractor) -> None:
    assert kinds(extractor, "Norway delivered ten aircraft to Poland.") == {"supplied_arms"}
    assert kinds(extractor, "Norway delivered ten aircraft to Poland as military aid.") == {"aided"}
