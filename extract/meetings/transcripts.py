"""Speeches, interviews, briefings and hearings word for word: what is said there tells of few meetings.

Speakers stand before their words with a colon, or as Q and A, or one speaks all the time. What people say of meetings off the
cuff is taken only where both sides and the day are named in the sentence itself.
"""

import re
from collections import Counter

from spacy.tokens import Doc

from extract.meetings.sittings import Sitting
from extract.text.tokens import Words, words

_TURNS = 4
_DAY = 10  # characters of a date of a day
_SPOKEN = frozenset({"i", "me", "my", "you", "your"})
_SHORTEST_SPEECH, _SPOKEN_EVERY = 400, 65  # tokens
_TITLES = frozenset(
    {"SECRETARY", "PRESIDENT", "MINISTER", "FOREIGN", "PRIME", "DEFENSE", "DEFENCE", "VICE", "DEPUTY", "AMBASSADOR", "GENERAL"}
    | {"CHANCELLOR", "KING", "MR", "MS", "MRS", "DR", "QUESTION", "MODERATOR", "ADMIRAL", "SENATOR", "CHAIR", "CHAIRMAN", "HIS"}
)
_QUESTION_AND_ANSWER = {"Q", "A"}
_QUOTES = {"“": True, "”": False}
_SPOKEN_OR_MARK = _SPOKEN.union(_QUOTES, {'"'})


def is_transcript(doc: Doc) -> bool:
    """Whether four turns of speakers who speak more than once, or two with titles, take turns, or one speaks throughout."""
    return _has_turns(words(doc).whole) or _is_speech(words(doc))


def _has_turns(text: str) -> bool:
    turns: Counter[str] = Counter()
    titled: set[str] = set()
    for line in map(str.strip, text.splitlines()):
        if ":" not in line and line[:1] not in _QUESTION_AND_ANSWER:
            continue
        opening = _OPENING_TURN.match(line)
        turns.update([opening[0]] if opening else ())
        if opening and opening[0].isupper() and opening[0].split()[0].strip(".") in _TITLES:
            titled.add(opening[0])
        turns.update(found[0] for found in _TURN.finditer(line))
    return len(titled) > 1 or sum(count for count in turns.values() if count > 1) >= _TURNS


def _is_speech(found: Words) -> bool:
    """Whether many words outside of quotation marks are a speaker's."""
    lower, positions = found.lower, found.positions
    enough = max(len(lower), _SHORTEST_SPEECH) // _SPOKEN_EVERY
    if len(lower) < _SHORTEST_SPEECH or len(positions.of(_SPOKEN)) < enough:
        return False
    spoken, quoted = 0, False
    for word in (lower[i] for i in positions.of(_SPOKEN_OR_MARK)):
        quoted = _QUOTES.get(word, quoted != (word == '"'))
        spoken += word in _SPOKEN and not quoted
    return spoken >= enough


def is_plain(sitting: Sitting) -> bool:
    """Whether a headline, or a sentence that tells the day, names officials of two parties as those who met."""
    lower = sitting.sentence.words.lower
    actors = (actor for actor in (*sitting.left, *sitting.right) if lower[actor.end : actor.end + 1] != [":"])  # who speaks
    named = [actor for actor in actors if actor.kind == "official"]
    period = sitting.period
    dated = sitting.sentence.is_title or (period is not None and len(period.start) == _DAY)
    return dated and len({code for actor in named for code in actor.codes}) > 1


# Who speaks: at the beginning of a line ("MR. SMITH:", "Journalist:", "Q "), and anywhere in capitals.
_NAME, _CAPITALS = r"[A-Z][\w.’'-]{0,30}", r"[A-Z.’'-]{1,30}"
_OPENING_TURN = re.compile(rf"(?:{_NAME}(?: {_NAME}){{0,4}}(?=:)|[QA](?=[.:]| {{2,}}|\u00a0| [A-Z]))")
_TURN = re.compile(rf"[A-Z](?<=\s.){_CAPITALS}(?: [A-Z]{_CAPITALS}){{0,4}}(?=:)")
