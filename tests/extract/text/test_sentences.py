"""Paragraphs and sentences."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text.sentences import paragraphs, sentence_starts


def sentences(text: str) -> list[str]:
    starts = [start for piece in paragraphs(text) for start in sentence_starts(text, piece.start, piece.end)]
    if not starts:
        return []
    return [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def test_a_blank_left_out_between_sentences() -> None:
    assert sentences("The talks ended on Monday.Both sides were content. See www.berg.no for more.") == [
        "The talks ended on Monday.",
        "Both sides were content.",
        "See www.berg.no for more.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        # each line is one sentence; together they are one paragraph
        "The talks ended on Monday.\nBoth sides were content.",
        "Lt. Gen. Kim Do-yun met Adm. John R. Doe of the U.S. Navy.\nThey shook hands.",
        "He flew to Washington, D.C. on Sept. 5.\nIt was his first visit.",
        "The minister left the U.S.\nHe will be back in Oct. 2022.",
        "They met at 5 p.m. Tuesday.\nThe talks lasted until 9 p.m.\nThen dinner was served.",
        '"We agreed."\nThat was all Mr. Doe said.',
        "“Is this a pact?” he asked.\n“It is!” she replied.",
        "S. Korea and N. Korea talked.\nNothing came of it.",
        "Resolution No. 1718 was named, and so was Art. 5.\nNobody objected.",
        "Shipyards Co. Ltd. and Hull Inc. signed.\nThe deal is worth $2.5 million.",
        "The talks (the third this year) went on...\nThen they stopped.",
        "Prof. A. B. Doe spoke first.\nJ. Roe of St. Ives replied.",
        "Retired Gen. John Doe Jr. was there.\nSo was his aide.",
        "H.E. Dr. Jane Doe paid a call.\nOn Friday she left.",
        "The vessel, Mk. V, can carry missiles.\n40 were built.",
    ],
)
def test_a_paragraph_comes_apart_where_a_reader_would_break_it(text: str) -> None:
    assert sentences(text.replace("\n", " ")) == text.split("\n")


def test_two_blanks_behind_an_abbreviation_end_a_sentence() -> None:
    assert sentences("He is in Washington, D.C.  Minister Doe is not.") == ["He is in Washington, D.C.", "Minister Doe is not."]
    assert sentences("He met J.  Roe of the U.S. Navy.") == ["He met J.  Roe of the U.S. Navy."]


def test_no_sentence_crosses_a_paragraph() -> None:
    assert sentences("Ministers meet in Oslo\n\nBy Jane Doe\nThe ministers met.\n\n1. The first item\n2. The second") == [
        "Ministers meet in Oslo",
        "By Jane Doe",
        "The ministers met.",
        "1. The first item",
        "2. The second",
    ]


def test_lines_wrapped_at_a_width_are_joined_and_short_ones_end_a_paragraph() -> None:
    text = (
        "OSLO, 8 September: The Minister of Defence of Freedonia has invited\n"
        "his counterpart, Maj. Gen. John Doe, for an official visit that\n"
        "begins on Monday. A declaration is to be signed.\n"
        "The guest will also be shown an air base that lies in the south of\n"
        "the country.\n"
    )
    assert [piece.text.count("\n") for piece in paragraphs(text)] == [2, 1]
    assert [sentence.split()[0] for sentence in sentences(text)] == ["OSLO,", "A", "The"]


def test_a_wrapped_paragraph_is_one() -> None:
    text = (
        "The two ministers of defence met in the capital on Tuesday to\n"
        "talk about a treaty on joint training, which has been in the\n"
        "making for years, and about the security of the region."
    )
    assert len(paragraphs(text)) == 1
    assert len(sentences(text)) == 1


def test_headlines_below_each_other_are_not_joined() -> None:
    assert (
        len(paragraphs("Fleet sails for exercise in the north\nMinister opens new shipyard in the south\nBudget grows again"))
        == 3
    )


@given(st.text(alphabet=st.sampled_from("aB. \n!\"'()…1-")))
def test_sentences_cover_the_text_in_order(text: str) -> None:
    starts = [start for piece in paragraphs(text) for start in sentence_starts(text, piece.start, piece.end)]
    assert starts == sorted(set(starts))
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
    assert all(not text[start].isspace() for start in starts)


@given(st.text())
def test_every_character_but_white_space_is_in_one_paragraph(text: str) -> None:
    found = paragraphs(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert "".join("".join(piece.text for piece in found).split()) == "".join(text.split())
    assert all(piece.text == text[piece.start : piece.end] for piece in found)
