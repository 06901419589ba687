"""Who stands where around a verb, in sentences whose verb is "met", "hosted" or "thanked"."""

from collections.abc import Callable, Sequence

import pytest
from spacy.tokens import Doc

from extract.clauses.clauses import Argument, Sentence
from extract.clauses.sentences import sentences

Read = Callable[[str], Doc]

WHO = "Norwegian Defense Minister Jonas Berg"
WHOM = "Danish Defense Minister Mads Holm"


def only(doc: Doc) -> Sentence:
    (sentence,) = sentences(doc)
    return sentence


def verb(sentence: Sentence, *forms: str) -> int:
    """The token of the first of these words."""
    return next(i for i in range(sentence.start, sentence.end) if sentence.words.lower[i] in forms)


def spelled(arguments: Sequence[Argument]) -> list[str]:
    """Each argument by its person, or else its parties."""
    return [" ".join(argument.actor.people or argument.actor.codes) for argument in arguments]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{WHO} met {WHOM}.", ["Jonas Berg"]),
        (f"{WHO} and {WHOM} met in Oslo.", ["Jonas Berg", "Mads Holm"]),
        (f"{WHO}, together with {WHOM}, met reporters.", ["Jonas Berg", "Mads Holm"]),
        # what a preposition of place or topic governs is no subject
        (f"In Sweden, {WHO} met {WHOM}.", ["Jonas Berg"]),
        (f"After talks about Russia, {WHO} met {WHOM}.", ["Jonas Berg"]),
        # an aside is passed over
        (f"{WHO}, who is on a visit to Sweden, met {WHOM}.", ["Jonas Berg"]),
        (f"{WHO} (left) on Monday met {WHOM}.", ["Jonas Berg"]),
        # "of" belongs to the person before it
        ("Defense Minister Jonas Berg of Norway met reporters.", ["Jonas Berg"]),
        # a demonym alone describes
        (f"Swedish jets flew by while {WHO} met {WHOM}.", ["Jonas Berg"]),
    ],
)
def test_subjects(text: str, expected: list[str], read: Read) -> None:
    sentence = only(read(text))
    assert spelled(sentence.subjects(verb(sentence, "met"))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{WHO} met {WHOM}.", ["Mads Holm"]),
        (f"{WHO} met on Monday in Oslo with {WHOM}.", ["Mads Holm"]),
        (f"{WHO} met {WHOM} and Swedish Foreign Minister Eva Lind.", ["Mads Holm", "Eva Lind"]),
        (
            f"{WHO} met {WHOM}, Swedish Foreign Minister Eva Lind and General Olli Salo of Finland.",
            ["Mads Holm", "Eva Lind", "Olli Salo"],
        ),
        # not who is only talked about, nor where
        (f"{WHO} met {WHOM} to discuss Russia.", ["Mads Holm"]),
        (f"{WHO} met {WHOM} in Sweden.", ["Mads Holm"]),
        # nor who speaks in the next clause
        (f"{WHO} met reporters, Swedish Foreign Minister Eva Lind said.", []),
    ],
)
def test_objects(text: str, expected: list[str], read: Read) -> None:
    sentence = only(read(text))
    assert spelled(sentence.objects(verb(sentence, "met") + 1, ("", "with", "and"))) == expected


def test_fronted(read: Read) -> None:
    sentence = only(read(f"With {WHOM}, {WHO} talked about Russia."))
    assert spelled(sentence.fronted(verb(sentence, "talked"))) == ["Mads Holm"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"The talks held on Monday in Oslo and long prepared were between {WHO} and {WHOM}.", ["Jonas Berg", "Mads Holm"]),
        (f"The talks were secret, {WHO} said, between {WHOM} and Sweden.", []),  # somebody speaks in between
    ],
)
def test_behind(text: str, expected: list[str], read: Read) -> None:
    sentence = only(read(text))
    assert spelled(sentence.behind(verb(sentence, "talks") + 1, "between")) == expected


def test_what_is_in_a_sentence(read: Read) -> None:
    doc = read(
        f"Talks were held on May 3, 2020.\n\n{WHO} met {WHOM} in Oslo on May 4, 2020, in Sweden's shadow.\n\n"
        "It rained on May 5, 2020."
    )
    sentence = next(one for one in sentences(doc) if "met" in one.lower)
    assert [mention.past and mention.past.start for mention in sentence.dates] == ["2020-05-04"]
    assert [sentence.text(place.start, place.end) for place in sentence.places] == ["Oslo"]
    assert sentence.codes() == {"DNK", "NOR", "SWE"}
    assert set(sentence.officials) == {"Jonas Berg", "Mads Holm"}
    assert sentences(doc) is sentences(doc)


def test_furniture_has_no_sentences_and_the_headline_is_marked(read: Read) -> None:
    doc = read(
        f"Home | World | Sport\n\nMinisters of Norway and Denmark meet\n\n{WHO} met {WHOM} in Oslo on Monday.\n\nBack to top"
    )
    assert [(sentence.lower[0], sentence.is_title) for sentence in sentences(doc)] == [
        ("ministers", True),
        ("norwegian", False),
    ]
