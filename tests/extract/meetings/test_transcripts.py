"""What is told word for word, by turns or by one who speaks, and what is a report."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extract.meetings.transcripts import is_transcript

_REPORT = "The minister met his counterpart and said: “I thank you for what you did for my country.” "
_SPEECH = "I want to tell you how much my visit meant to me, and what you have done for the peace of the world. "


_ASKED = "MS. BERG: Hello.\nQ Where is he?\nMS. BERG: In Oslo.\nQ Why?\nMS. BERG: For talks. "
_MET = "Norwegian Defence Minister Olav Berg met with Polish Defence Minister Adam Nowak in Warsaw"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MS. BERG: Hello.\nQ Where is he?\nMS. BERG: In Oslo.\nQ Why?\nMS. BERG: For talks.", True),
        ("MS. BERG: Hello. QUESTION: Where is he? MS. BERG: In Oslo. QUESTION: Why? MS. BERG: For talks.", True),
        ("PRESIDENT BERG: We are glad.\n\nSECRETARY NOWAK: So are we.", True),
        ("MEDIA CONTACT: Olav Berg\n\nOSLO: The minister met his counterpart.", False),
        (_SPEECH * 20, True),
        (_SPEECH, False),
        (_REPORT * 30, False),
        ("OSLO: The minister met his counterpart in Warsaw.", False),
    ],
)
def test_is_transcript(read: Callable[[str], Doc], text: str, expected: bool) -> None:
    assert is_transcript(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{_ASKED}{_MET}.", []),
        (f"{_ASKED}{_MET} on 9 May 2022.", ["2022-05-09"]),
    ],
)
def test_meetings_told_off_the_cuff(read: Callable[[str], Doc], text: str, expected: list[str]) -> None:
    assert [meeting.date for meeting in read(text)._.meetings] == expected
