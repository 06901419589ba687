"""Whom pronouns, groups, ranks and bare offices mean: rows of (text, words, people, parties)."""

import pytest

from extract import Article, Extractor

LEAD = "Norwegian Defence Minister Olav Berg met Polish General Jan Nowak in Warsaw. "


@pytest.mark.parametrize(
    ("text", "words", "people", "codes"),
    [
        # a pronoun is the subject of the last sentence that has a person
        (LEAD + "He praised the army.", "He", ("Olav Berg",), ("NOR",)),
        # a mere head noun is who holds such an office
        (LEAD + "The minister praised the army.", "minister", ("Olav Berg",), ("NOR",)),
        # a rank is the officer who has it
        (LEAD + "The General praised the army.", "General", ("Jan Nowak",), ("POL",)),
        # groups of people and of countries
        (LEAD + "They praised the army.", "They", ("Olav Berg", "Jan Nowak"), ("NOR", "POL")),
        (LEAD + "The two sides praised the army.", "The two sides", (), ("NOR", "POL")),
        (LEAD + "Both countries praised the army.", "Both countries", (), ("NOR", "POL")),
        # an office with its country, without a name
        (LEAD + "The Norwegian minister left.", "Norwegian minister", ("Olav Berg",), ("NOR",)),
        # a government, a delegation
        ("The Government of Chile agreed.", "Government of Chile", (), ("CHL",)),
        ("A delegation from Chile arrived.", "delegation from Chile", (), ("CHL",)),
        # a name that is two words to the tokenizer
        ("Omani Defense Minister Badr Al-Hadi came. On Monday Al-Hadi left.", "Al-Hadi", ("Badr Al-Hadi",), ("OMN",)),
    ],
)
def test_actor(extractor: Extractor, text: str, words: str, people: tuple[str, ...], codes: tuple[str, ...]) -> None:
    doc = extractor.doc(Article(id="a", text=text))
    found = [actor for actor in doc._.actors if doc[actor.start : actor.end].text == words]
    assert [(actor.people, actor.codes) for actor in found[-1:]] == [(people, codes)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # a number before a noun that is no group
        (LEAD + "A two-day visit ended.", "two"),
        # who is named right behind, or right before
        (LEAD + "Berg and his host, Defence Minister Wim Kok of Belgium, met.", "his host"),
        (LEAD + "Belgian Defence Minister Wim Kok, his host, left.", "his host"),
        # a body, not an officer
        (LEAD + "The General Staff agreed.", "General"),
    ],
)
def test_no_actor(extractor: Extractor, text: str, words: str) -> None:
    doc = extractor.doc(Article(id="a", text=text))
    assert not [actor for actor in doc._.actors if doc[actor.start : actor.end].text == words and actor.start > 12]


def test_actors_do_not_overlap(extractor: Extractor) -> None:
    doc = extractor.doc(Article(id="a", text=LEAD + "The two ministers and the Polish Army agreed. They met."))
    ends = [actor.end for actor in doc._.actors]
    assert all(end <= actor.start for end, actor in zip(ends, doc._.actors[1:], strict=False))
