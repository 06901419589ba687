"""Meetings: the sittings that sentences tell of, put together so that each occasion stands once.

`doc._.meetings` holds the occasions with at least two parties, `doc._.series` what is said of recurring ones;
`doc.spans["meetings"]` marks the words that tell of each.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from .calendar import add_days
from .clauses import Sentence, sentences
from .lexicon import meeting_words, topics
from .occasions import Occasion, add_company, add_sitting, complete, expand_members, listed_members
from .phrases import Found, Phrases
from .references import dateline_country
from .sittings import Sitting, find_sittings, host_of, named_sitting, sidelines

Doc.set_extension("meetings", default=(), force=True)
Doc.set_extension("series", default=(), force=True)

_TOGETHER = {"cooperation", "collaboration", "discussed", "discuss", "reviewed", "exchanged", "agreed", "talked"}
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}


@dataclass(frozen=True)
class Series:
    """What a sentence says of a recurring meeting; tokens `start` to `end` name it."""

    sentence: Sentence
    start: int
    end: int
    name: str
    parties: tuple[str, ...]
    since: str | None = None
    cadence: str | None = None
    skipped: tuple[str, ...] = ()


@Language.component("defense_meetings", requires=["doc._.actors", "doc._.dates"], assigns=["doc._.meetings", "doc._.series", "doc.spans"])
def find_meetings(doc: Doc) -> Doc:
    """Write `doc._.meetings`, `doc._.series` and `doc.spans["meetings"]`."""
    told = list(sentences(doc))
    members = listed_members(told)
    occasions: list[Occasion] = []
    for sentence in sorted(told, key=lambda sentence: sentence.is_title):
        for sitting in find_sittings(sentence):
            complete(sitting)
            expand_members(sitting, members)
            add_sitting(sitting, occasions)
        add_company(sentence, occasions)
    for sitting in _larger_events(told):
        add_sitting(sitting, occasions)
    kept = [occasion for occasion in occasions if len(occasion.parties) >= 2]
    _date_by_report(doc, told, kept)
    for occasion in kept:
        _add_details(doc, occasion, told)
    doc._.series = tuple(_series(told, kept))
    doc._.meetings = tuple(kept)
    doc.spans["meetings"] = [Span(doc, o.best.start, o.best.end, label="meeting") for o in kept]
    return doc


def _date_by_report(doc: Doc, told: Sequence[Sentence], occasions: Sequence[Occasion]) -> None:
    """What is held without a date of its own was on the one day of which the whole report tells; what falls only on a journey, in the
    month of the report."""
    days = {day.start for sentence in told for m in sentence.dates if (day := m.past) and len(day.start) == 10 and not day.end}
    journey = doc._.published is not None and any(not meeting_words().holding.journeys.isdisjoint(sentence.lower) for sentence in told)
    for occasion in occasions:
        if occasion.date is not None or occasion.status == "cancelled" or any(s.past for s in occasion.tellings):
            continue
        if occasion.status == "held" and len(days) == 1:
            occasion.date = next(iter(days))
        elif journey:
            occasion.date = doc._.published[:7]


# ---- the larger event beside which a meeting was held ----------------------------------------------------------------------


def _larger_events(told: Sequence[Sentence]) -> Iterator[Sitting]:
    """The events named as those beside which something was held, wherever the article tells who took part in them."""
    names: dict[str, str] = {}
    days: dict[str, Sitting] = {}
    for sentence in told:
        for start, end in sidelines(sentence):
            name = sentence.text( start, end)
            names.update({alias: name for alias in (name, _acronym(name)) if len(alias) > 1})
            days.setdefault(name, named_sitting(sentence, Found(start, end, "strong"), name))
    phrases = Phrases((alias.lower(), name) for alias, name in names.items())
    for sentence in told:
        for hit in phrases.find(sentence.words.lower, sentence.start, sentence.end) if names else ():
            sitting = named_sitting(sentence, hit, hit.value)
            if len(sitting.codes) >= 2:
                yield sitting
                yield days[hit.value]


def _acronym(name: str) -> str:
    letters = [word[0] for word in name.split() if word[0].isupper()]
    return "".join(letters) if len(letters) > 2 else name


# ---- details ---------------------------------------------------------------------------------------------------------------


def _add_details(doc: Doc, occasion: Occasion, told: Sequence[Sentence]) -> None:
    """Place, larger event, duration, level and topics, from all that tells of the occasion."""
    for sitting in occasion.tellings:
        sentence = sitting.sentence
        for start, end in () if occasion.larger else sidelines(sentence):
            occasion.sidelines_of = occasion.sidelines_of or sentence.text( start, end)
        place, owner = _place(doc, sitting)
        occasion.place = occasion.place or place
        occasion.place_country = occasion.place_country or owner
        if occasion.date and not occasion.end and len(occasion.date) == 10:
            days = _days(sentence, sitting)
            occasion.end = add_days(occasion.date, days - 1) if days else None
    if occasion.mode in {"video", "phone"}:
        occasion.place = occasion.place_country = None
    homes = {p.name: p.role_class for p in doc._.officials}
    levels = [meeting_words().level_of_role[homes[n]] for n in occasion.people if homes.get(n) in meeting_words().level_of_role]
    if occasion.level is None and levels and not occasion.larger:
        ranks = list(dict.fromkeys(meeting_words().level_of_role.values()))
        occasion.level = max(levels, key=ranks.index)
    if occasion.larger and occasion.name:
        occasion.place_country = occasion.place_country or host_of(occasion.name)
    occasion.topics = sorted({topic for sentence in told if _is_about(sentence, occasion) for topic in topics_in(sentence)})


def _is_about(sentence: Sentence, occasion: Occasion) -> bool:
    """Whether the sentence tells of the occasion, or of what all its sides have done together."""
    if any(s.sentence.start == sentence.start for s in occasion.tellings):
        return True
    codes = {code for argument in sentence.arguments for code in argument.actor.codes}
    return bool(occasion.sides) and all(not codes.isdisjoint(side) for side in occasion.sides) and not _TOGETHER.isdisjoint(sentence.lower)


def topics_in(sentence: Sentence) -> list[str]:
    """Ids of the topics that the sentence names."""
    return list(dict.fromkeys(hit.value for hit in _topic_phrases().find(sentence.words.lower, sentence.start, sentence.end)))


@cache
def _topic_phrases() -> Phrases:
    forms = {form: name for name, topic in topics().items() for phrase in topic.phrases for form in (phrase, f"{phrase}s")}
    return Phrases(forms)


def _place(doc: Doc, sitting: Sitting) -> tuple[str | None, str | None]:
    """City or venue and its country: behind "in" or "at" in the trigger's clause, or "here" for the dateline's."""
    sentence = sitting.sentence
    lower = sentence.words.lower
    for key, spans in (("places", sentence.places), ("countries", sentence.countries)):
        for span in spans:
            if key == "countries" and span.label_ not in {"name", "seat"}:
                continue
            before = lower[span.start - 1] if span.start > sentence.start else ""
            before = lower[span.start - 2] if before == "the" and span.start - 1 > sentence.start else before
            if before in {"in", "at"} or (before == "," and key == "places" and span.start >= sitting.end):
                between = lower[sitting.end : span.start] if span.start > sitting.end else lower[span.end : sitting.start]
                if not {"said", "that", "which", "who"} & set(between) and len(between) < 30:
                    return (span.text if key == "places" or span.label_ == "seat" else None), span.id_
    if "here" in lower[sentence.start : sentence.end]:
        city = doc._.dateline_place
        if city:
            return city.title() if city.isupper() else city, dateline_country(doc)
    return None, None


def _days(sentence: Sentence, sitting: Sitting) -> int | None:
    """The number of days of a "three-day run"; what is told of the larger event or of a visit is not the meeting's."""
    lower = sentence.words.lower
    for i in range(sitting.start, min(sentence.end - 3, sitting.end + 20)):
        if lower[i] in {"sidelines", "margins", "fringes"}:
            return None
        if lower[i + 1 : i + 3] == ["-", "day"] and lower[i] in _NUMBERS and lower[i + 3] not in {"visit", "trip", "tour", "official", "stay"}:
            return _NUMBERS[lower[i]]
    return None


# ---- series ------------------------------------------------------------------------------------------------------------------


def _series(told: Sequence[Sentence], occasions: list[Occasion]) -> Iterator[Series]:
    """What is said of meetings held again and again, and the series of every numbered meeting."""
    found: dict[tuple[str, tuple[str, ...]], Series] = {}
    for sentence in told:
        series = _recurring(sentence, occasions)
        if series is not None:
            found.setdefault((series.name, series.parties), series)
    for occasion in occasions:
        sitting = next((s for s in (*occasion.in_body, *occasion.tellings) if s.ordinal is not None and s.name), None)
        if sitting is not None and occasion.name:
            name = series_name(sitting)
            series = found.setdefault((name, _sides(occasion)), Series(sitting.sentence, sitting.start, sitting.end, name, _sides(occasion)))
            occasion.series = series.name
    yield from found.values()


def _recurring(sentence: Sentence, occasions: list[Occasion]) -> Series | None:
    """ "The vice-ministerial dialogue has been held annually since 2017, excluding last year"."""
    cadence = next(iter(_cadences().find(sentence.words.lower, sentence.start, sentence.end)), None)
    noun = next(iter(_series_nouns().find(sentence.words.lower, sentence.start, sentence.end)), None)
    if cadence is None or noun is None:
        return None
    sitting = named_sitting(sentence, noun, None)
    occasion = next((o for o in reversed(occasions) if len(o.parties) >= 2 and not o.larger and (not sitting.codes or set(sitting.codes) <= set(o.parties))), None)
    if occasion is None or "since" not in sentence.lower:
        return None
    since = next((m.past.start for m in sentence.dates if m.past and _follows(sentence, m.start, {"since", "in"})), None)
    skip = next(iter(_skips().find(sentence.words.lower, sentence.start, sentence.end)), None)
    skipped = [m.past.start for m in sentence.dates if skip and skip.end <= m.start and m.past]
    name = series_name(sitting)
    occasion.series = name
    if sitting.level is not None:
        occasion.level = occasion.level or sitting.level
    return Series(sentence, sitting.start, sitting.end, name, _sides(occasion), since, cadence.value, tuple(skipped))


def _follows(sentence: Sentence, at: int, cues: set[str]) -> bool:
    return not cues.isdisjoint(sentence.words.lower[max(sentence.start, at - 3) : at + 1])


def series_name(sitting: Sitting) -> str:
    """The name of the series: the meeting's phrase without number, parties and brackets."""
    words = sitting.sentence.words
    inside = {i for a in sitting.sentence.arguments for i in range(a.actor.start, a.actor.end)}
    kept: list[str] = []
    depth = 0
    for i in range(sitting.start, sitting.end):
        depth += words.text[i] == "("
        if not depth and i not in inside and meeting_words().ordering.ordinal(words.lower[i]) is None:
            kept.append(words.lower[i] if not words.text[i].isupper() else words.text[i])
        depth -= words.text[i] == ")"
    name = re.sub(r" ?- ?", "-", " ".join(kept)).strip(" -")
    return re.sub(r"^(the|annual|last|next) ", "", name)


def _sides(occasion: Occasion) -> tuple[str, ...]:
    """The parties of the series: each side by its body or its only party."""
    return tuple(sorted(side[0] for side in occasion.sides)) or tuple(occasion.parties)


@cache
def _cadences() -> Phrases:
    return Phrases((form, name) for name, forms in meeting_words().ordering.cadences.items() for form in forms)


@cache
def _series_nouns() -> Phrases:
    nouns = meeting_words().nouns
    return Phrases((noun, "strong") for noun in (*nouns.strong, *nouns.loose))


@cache
def _skips() -> Phrases:
    return Phrases((form, form) for form in meeting_words().ordering.skips)
