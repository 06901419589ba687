"""Interviews, briefings and hearings word for word: what is asked and answered there tells of few meetings.

Speakers stand before their words with a colon, or as Q and A. What people say of meetings off the cuff is taken only where both
sides are named in the sentence itself.
"""

import re
from collections import Counter
from functools import cache

from spacy.tokens import Doc

from .sittings import Sitting
from .tokens import words

_TURNS = 4


def is_transcript(doc: Doc) -> bool:
    """Whether four turns stand in the text of speakers who speak more than once."""
    turns = Counter(_turns().findall(words(doc).whole))
    return sum(count for count in turns.values() if count > 1) >= _TURNS


def names_both_sides(sitting: Sitting) -> bool:
    """Whether officials of two parties are named in the sentence as those who met."""
    named = [actor for actor in (*sitting.left, *sitting.right) if actor.kind == "official"]
    return len({code for actor in named for code in actor.codes}) > 1


@cache
def _turns() -> re.Pattern[str]:
    """Who speaks, at the beginning of a line: "MR. SMITH:", "Journalist:", "Q "."""
    name = r"[A-Z][\w.’'-]{0,30}"
    return re.compile(rf"^[ \t]*({name}(?: {name}){{0,4}}(?=:)|[QA](?=[.:]| {{2,}}|\u00a0| [A-Z]))", re.MULTILINE)
