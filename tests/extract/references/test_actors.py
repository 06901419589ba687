"""Whom pronouns, groups, ranks and bare offices mean.

In pointers.txt braces hold the words that point at somebody, and behind the bar the surnames of those meant, the codes of
their countries where nobody is named, or nothing. All people are invented.
"""

import re
from pathlib import Path

import pytest

from extract import Article, Extractor

ROWS = (Path(__file__).parent / "pointers.txt").read_text(encoding="utf-8").split("\n")
_BRACED = re.compile(r"\{([^|}]*)\|([^}]*)\}")
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
        ("Mongolian Defense Minister G.Bat came. On Monday G.Bat left.", "G.Bat", ("G.Bat",), ("MNG",)),
        ("Omani Defense Minister Badr al-Hadi came. On Monday Hadi left.", "Hadi", ("Badr al-Hadi",), ("OMN",)),
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
        # where a body sits is not whose it is
        (LEAD + "Berg met the heads of the Rome-based agencies.", "Rome"),
    ],
)
def test_no_actor(extractor: Extractor, text: str, words: str) -> None:
    doc = extractor.doc(Article(id="a", text=text))
    assert not [actor for actor in doc._.actors if doc[actor.start : actor.end].text == words and actor.start > 12]


def test_actors_do_not_overlap(extractor: Extractor) -> None:
    doc = extractor.doc(Article(id="a", text=LEAD + "The two ministers and the Polish Army agreed. They met."))
    ends = [actor.end for actor in doc._.actors]
    assert all(end <= actor.start for end, actor in zip(ends, doc._.actors[1:], strict=False))


@pytest.mark.parametrize("row", [row for row in ROWS if row and not row.startswith("#")])
def test_pointers(extractor: Extractor, row: str) -> None:
    """Each pointer means those behind its bar, in whatever order."""
    row = row.replace("\\n", "\n")
    doc = extractor.doc(Article(id="a", text=_BRACED.sub(r"\1", row)))
    shift = 0
    for braced in _BRACED.finditer(row):
        start = braced.start() - shift
        shift += len(braced[0]) - len(braced[1])
        span = doc.char_span(start, start + len(braced[1]), alignment_mode="expand")
        found = [a for a in doc._.actors if a.start < span.end and a.end > span.start and a.kind not in {"modifier", "title"}]
        people = {name.split()[-1] for actor in found for name in actor.people}
        codes = {code for actor in found for code in actor.codes}
        assert set(braced[2].split()) == (people or codes), braced[0]
