"""How words tell of an act: whether it was, will be or was called off, when, by what means, at what level."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extract.clauses.clauses import Sentence
from extract.clauses.dated import period_of
from extract.clauses.means import call_mode, mode_near
from extract.clauses.sentences import sentences
from extract.clauses.telling import (
    is_announced,
    is_cancelled,
    is_to_come,
    level_of_words,
    verb_status,
)

Read = Callable[[str], Doc]

DATELINE = "OSLO, May 6, 2020 (Wire) -- "  # a Wednesday


def found(doc: Doc, word: str) -> tuple[Sentence, int]:
    """The first sentence outside the headline that has the word, and the word's token."""
    for sentence in sentences(doc):
        for i in range(sentence.start, sentence.end):
            if sentence.words.lower[i] == word and not sentence.is_title:
                return sentence, i
    raise AssertionError(word)


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The ministers of Norway and Denmark met in Oslo.", "met", "held"),
        ("The ministers of Norway and Denmark have met twice.", "met", "held"),
        ("The ministers of Norway and Denmark will meet in Oslo.", "meet", "planned"),
        ("The ministers of Norway and Denmark are to meet in Oslo.", "meet", "planned"),
        ("The minister of Norway is expected to meet the Dane.", "meet", "planned"),
        ("The minister of Norway did not meet the Dane.", "meet", None),
        ("The minister of Norway refused to meet the Dane.", "meet", None),
        ("The minister of Norway hopes to meet the Dane.", "meet", None),
        ("The ministers of Norway and Denmark regularly meet in Oslo.", "meet", None),
        ("The minister of Norway was to have met the Dane.", "met", "cancelled"),
        # the second of two verbs is to come as the first is
        ("The minister of Norway will land on Monday and meet the Dane.", "meet", "planned"),
        # what governs another verb does not govern this one
        ("He said they would be strong, and the minister met the Dane.", "met", "held"),
    ],
)
def test_verb_status(text: str, word: str, status: str | None, read: Read) -> None:
    assert verb_status(*found(read(f"{DATELINE}{text}"), word)) == status


@pytest.mark.parametrize(
    ("text", "cancelled"),
    [
        ("Talks between Norway and Denmark were cancelled.", True),
        ("Talks between Norway and Denmark were called off on Monday.", True),
        ("Talks between Norway and Denmark were put off for a year.", True),
        ("Talks between Norway and Denmark were held on Monday.", False),
    ],
)
def test_is_cancelled(text: str, cancelled: bool, read: Read) -> None:
    sentence, noun = found(read(f"{DATELINE}{text}"), "talks")
    assert is_cancelled(sentence, noun + 1) == cancelled


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        ("Talks are scheduled for Friday with Denmark.", True),
        ("Talks with Denmark at ministerial level are due on Friday.", True),
        ("Talks with Denmark, to be held in Oslo, were agreed upon.", True),
        ("He left for the talks with Denmark which opens on Friday.", True),
        ("Still to come are talks with Denmark.", True),
        ("Talks with Denmark ended on Friday.", False),
        ("Talks with Denmark went well, said the minister who is due in Oslo.", False),
    ],
)
def test_is_announced(text: str, announced: bool, read: Read) -> None:
    sentence, noun = found(read(f"{DATELINE}{text}"), "talks")
    assert is_announced(sentence, noun, noun + 1) == announced


def test_is_to_come(read: Read) -> None:
    future, verb = found(read(f"{DATELINE}He will fly to Denmark, where he meets the queen."), "meets")
    assert is_to_come(future, verb)
    past, verb = found(read(f"{DATELINE}He flew to Denmark, where he met the queen."), "met")
    assert not is_to_come(past, verb)


@pytest.mark.parametrize(
    ("text", "word", "status", "period"),
    [
        ("Norway and Denmark met on Monday.", "met", "held", "2020-05-04"),
        ("Norway and Denmark will meet on Monday.", "meet", "planned", "2020-05-11"),
        ("On Tuesday, Norway and Denmark met, the first such event since 2012.", "met", "held", "2020-05-05"),
        # the nearest of several, and not that of another clause
        ("On Monday the Dane arrived, and on Tuesday he met the Norwegian minister.", "met", "held", "2020-05-05"),
        # the day on which something was said is not that on which it happened
        ("Norway and Denmark met for talks, the ministry said on Tuesday.", "met", "held", None),
        ("He told reporters on Tuesday that Norway met Denmark.", "met", "held", None),
        ("Norway and Denmark met.", "met", "held", None),
    ],
)
def test_period_of(text: str, word: str, status: str, period: str | None, read: Read) -> None:
    sentence, verb = found(read(f"{DATELINE}It rained in Bergen again.\n\n{text}"), word)
    told = period_of(sentence, verb, verb + 1, status)
    assert (told and told.start) == period


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The ministers spoke by phone on Monday.", "phone"),
        ("The ministers spoke via video conference on Monday.", "video"),
        ("The ministers spoke in Oslo on Monday.", None),
    ],
)
def test_mode_near(text: str, mode: str | None, read: Read) -> None:
    sentence, verb = found(read(f"{DATELINE}{text}"), "spoke")
    assert mode_near(sentence, verb, verb + 1) == mode


@pytest.mark.parametrize(
    ("phrase", "mode"),
    [
        ("phone call", "phone"),
        ("call", "phone"),
        ("video call", "video"),
        ("courtesy call", None),
        ("talks", None),
    ],
)
def test_call_mode(phrase: str, mode: str | None) -> None:
    assert call_mode(phrase.split()) == mode


@pytest.mark.parametrize(
    ("phrase", "level"),
    [
        ("vice-ministerial dialogue", "vice_ministerial"),
        ("summit", "head_of_state"),
        ("working-level talks", "working"),
        ("talks", None),
    ],
)
def test_level_of_words(phrase: str, level: str | None) -> None:
    assert level_of_words(phrase) == level
