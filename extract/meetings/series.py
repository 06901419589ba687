"""Meetings held again and again: what an article says of their number, beginning and rhythm."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.clauses.clauses import Sentence
from extract.clauses.noun_phrases import NounPhrase, noun_phrase
from extract.clauses.sentences import holding
from extract.clauses.telling import level_of_words
from extract.meetings.occasion import Occasion
from extract.words.meeting_words import meeting_words


@dataclass(frozen=True)
class Series:
    """What a sentence says of a recurring meeting; tokens `start` to `end` name it. `since` and `skipped` are ISO dates."""

    sentence: Sentence
    start: int
    end: int
    name: str
    parties: tuple[str, ...]
    since: str | None = None
    cadence: str | None = None
    skipped: tuple[str, ...] = ()


def find_series(told: Sequence[Sentence], occasions: Sequence[Occasion]) -> Iterator[Series]:
    """The series that the article tells of and those of its numbered meetings; each occasion is given the name of its own."""
    found: dict[tuple[str, tuple[str, ...]], Series] = {}
    for sentence in holding(told, meeting_words().ordering.cadence_phrases.keys):
        series = _recurring(sentence, occasions)
        if series is not None:
            found.setdefault((series.name, series.parties), series)
    for occasion in occasions:
        numbered = next((s for s in (*occasion.in_body, *occasion.tellings) if s.ordinal is not None and s.name), None)
        if numbered is not None:
            sentence, start, end = numbered.sentence, numbered.start, numbered.end
            series = Series(sentence, start, end, _name(sentence, start, end), _sides(occasion))
            occasion.series = found.setdefault((series.name, series.parties), series).name
    yield from found.values()


def _recurring(sentence: Sentence, occasions: Sequence[Occasion]) -> Series | None:
    """What is told as in "The vice-ministerial dialogue has been held annually since 2017, excluding last year"."""
    table = meeting_words()
    cadence = sentence.first(table.ordering.cadence_phrases)
    noun = sentence.first(table.nouns.phrases) if cadence else None
    if cadence is None or noun is None or "since" not in sentence.lower:
        return None
    phrase = noun_phrase(sentence, noun)
    occasion = _occasion_of(phrase, occasions)
    if occasion is None:
        return None
    skip = sentence.first(table.ordering.skips)
    skipped = tuple(m.past.start for m in sentence.dates if skip and skip.end <= m.start and m.past)
    occasion.series = _name(sentence, phrase.first, phrase.end)
    occasion.level = occasion.level or level_of_words(phrase.spelled)
    return Series(
        sentence, phrase.first, phrase.end, occasion.series, _sides(occasion), _since(sentence), cadence.value, skipped
    )


def _occasion_of(phrase: NounPhrase, occasions: Sequence[Occasion]) -> Occasion | None:
    """The last meeting that the phrase can name, by its parties."""
    codes = {c for a in phrase.sentence.arguments if phrase.first <= a.actor.start < phrase.end for c in a.actor.codes}
    return next((o for o in reversed(occasions) if not o.larger and codes <= set(o.parties)), None)


def _since(sentence: Sentence) -> str | None:
    """The date behind "since" or "launched in"."""
    for mention in sentence.dates:
        before = sentence.words.lower[max(sentence.start, mention.start - 3) : mention.start + 1]
        if mention.past is not None and not {"since", "in"}.isdisjoint(before):
            return mention.past.start
    return None


def _name(sentence: Sentence, start: int, end: int) -> str:
    """The name of the series: the meeting's phrase without number, parties and brackets."""
    words = sentence.words
    parties = {i for a in sentence.arguments for i in range(a.actor.start, a.actor.end)}
    kept: list[str] = []
    depth = 0
    for i in range(start, end):
        depth += words.text[i] == "("
        if not depth and i not in parties and meeting_words().ordering.ordinal(words.lower[i]) is None:
            kept.append(words.text[i] if words.text[i].isupper() else words.lower[i])
        depth -= words.text[i] == ")"
    name = re.sub(r" ?- ?", "-", " ".join(kept)).strip(" -")
    return re.sub(r"^(the|annual|last|next) ", "", name)


def _sides(occasion: Occasion) -> tuple[str, ...]:
    """The parties of the series: each side by its body or its only party."""
    return tuple(sorted(side[0] for side in occasion.sides)) or tuple(occasion.parties)
