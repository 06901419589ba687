"""Interviews, briefings and hearings word for word: what is asked and answered there tells of few meetings.

Speakers stand before their words in capitals, or as Q and A. What people say of meetings off the cuff is taken only where both
sides are named in the sentence itself.
"""

import re
from functools import cache

from spacy.tokens import Doc

from .sittings import Sitting

_TURNS = 4


def is_transcript(doc: Doc) -> bool:
    """Whether at least four turns of speakers stand in the text."""
    return len(_turns().findall(doc.text)) >= _TURNS


def names_both_sides(sitting: Sitting) -> bool:
    """Whether officials of two parties are named in the sentence as those who met."""
    named = [actor for actor in (*sitting.left, *sitting.right) if actor.kind == "official"]
    return len({code for actor in named for code in actor.codes}) > 1


@cache
def _turns() -> re.Pattern[str]:
    """The beginning of a turn: "MR. SMITH:", "SECRETARY JONES:", "QUESTION:", "Q " at the beginning of a line."""
    return re.compile(r"^[ \t]*(?:[A-Z][A-Z.’'\- ]{2,40}:|(?:Q|A)(?:[.:]| {2,}|\u00a0| (?=[A-Z])))", re.MULTILINE)
