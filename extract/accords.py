"""What two sides did together: agreed, signed, raised their ties, held an exercise."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from .acts import (
    Background,
    Relation,
    codes_of,
    company_of,
    dates_between,
    doers,
    each_pair,
    is_done,
    is_passive,
    length_in_days,
    when,
)
from .calendar import add_days
from .clauses import Sentence
from .gazetteer import organizations
from .lexicon import references
from .money import find_amount
from .phrases import Found, Phrases
from .relation_words import Accord, relation_words

_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_RELATIVE = {"which", "that"}
_AHEAD, _BACK = 18, 22
_BY_BOTH = ("with", "between", "by", "and", "among")


def find_accords(sentence: Sentence, hit: Found, background: Background) -> Iterator[Relation]:
    """The relations that the verb tells, one for each pair of those who acted together."""
    name = hit.value
    kind = _kind(name)
    noun = _object(sentence, hit, kind, name)
    if (kind.objects and noun is None) or not is_done(sentence, hit.start) or _of_company(sentence, hit, name):
        return
    codes = _without_members(_parties(sentence, hit, noun, background, name))
    if not 2 <= len(codes) <= 3:
        return
    date = _date(sentence, hit, noun, kind, background, codes)
    detail = _detail(sentence, hit, noun, name)
    amount = find_amount(sentence.text(hit.start, sentence.end)) if name == "signed" else None
    for source, target in each_pair(codes):
        yield Relation(
            sentence,
            hit.start,
            hit.end,
            name,
            source,
            target,
            date,
            detail,
            amount=amount[0] if amount else None,
            currency=amount[1] if amount else None,
            documents=(detail,) if name == "signed" and detail else (),
        )


@cache
def accord_triggers() -> tuple[tuple[str, str], ...]:
    """Verb forms → the kind they may tell."""
    return tuple((form, name) for name in ("agreed", "signed", "upgraded_ties", "exercised") for form in _kind(name).verbs)


def _kind(name: str) -> Accord:
    kind: Accord = getattr(relation_words(), name)
    return kind


# ---- what ----------------------------------------------------------------------------------------------------------------


@cache
def _objects(name: str) -> Phrases:
    return Phrases((word, word) for word in _kind(name).objects)


def _object(sentence: Sentence, hit: Found, kind: Accord, name: str) -> Found | None:
    """What the verb was done to: behind it, or before it where it is passive or a relative clause, and followed as it must be."""
    lower = sentence.words.lower
    if (
        kind.followed
        and kind.followed.isdisjoint(lower[hit.end : min(sentence.end, hit.end + kind.reach)])
        and not _relative(lower, hit.start)
    ):
        return None
    if hit.start == sentence.start:  # "Signed in Oslo by X and Y, the pact …"
        return next(iter(_objects(name).find(lower, hit.end, min(sentence.end, hit.end + 3 * _AHEAD))), None)
    dated = {k for m in dates_between(sentence.doc, sentence.start, sentence.end) for k in range(m.start - 1, m.end + 1)}
    ends = (
        k
        for k in range(hit.end, min(sentence.end, hit.end + _AHEAD))
        if lower[k] in relation_words().acts.breaks or (lower[k] == "," and k not in dated)
    )
    stop = next(ends, sentence.end)
    behind = _objects(name).find(lower, hit.end, min(stop, sentence.end, hit.end + _AHEAD))
    if behind:
        return behind[0]
    before = _objects(name).find(lower, max(sentence.start, hit.start - _BACK), hit.start)
    if before and (
        is_passive(lower, hit.start) or _relative(lower, hit.start) or kind.happens or hit.start - before[-1].end <= 3
    ):
        return before[0]
    return None


def _relative(lower: Sequence[str], verb: int) -> bool:
    return not _RELATIVE.isdisjoint(lower[max(0, verb - 7) : verb])


def _of_company(sentence: Sentence, hit: Found, name: str) -> bool:
    """Whether a company signed: then it is a sale, and transfers.py reads it."""
    company = company_of(sentence) if name == "signed" else None
    return company is not None and company.actor.end <= hit.start + 8


# ---- who -----------------------------------------------------------------------------------------------------------------


def _parties(sentence: Sentence, hit: Found, noun: Found | None, background: Background, name: str) -> list[str]:
    """Those who acted: the subject, who is behind "with" or "between", else those who met where the words point back at them."""
    passive = _is_done_to(sentence, hit, noun)
    subjects = [] if passive else sentence.subjects(hit.start)
    if any(a.actor.kind == "group" for a in subjects) or (name != "exercised" and _points_back(sentence, hit.start)):
        return _group(sentence, hit, codes_of(subjects), background)
    if passive:
        left = [a for a in sentence.arguments if a.actor.end <= hit.start and a.governor in {"between", "with", "among"}]
        codes = [*codes_of(left), *codes_of(sentence.objects(hit.end, ("by", "and")))]
    else:
        codes = list(codes_of(doers(sentence, hit.start)))
    if len(set(codes)) < 2:
        codes += [*codes_of(sentence.objects(hit.end, _BY_BOTH)), *_hyphenated(sentence, hit, noun)]
        codes += codes_of(sentence.objects(noun.end, _BY_BOTH)) if noun is not None else ()
    codes = list(dict.fromkeys(codes))
    return (
        codes if len(codes) > 1 or name == "exercised" else _with_counterpart(sentence, hit, codes, passive, background, name)
    )


def _is_done_to(sentence: Sentence, hit: Found, noun: Found | None) -> bool:
    """Whether what was signed stands before the verb as its subject."""
    lower = sentence.words.lower
    return (
        is_passive(lower, hit.start)
        or hit.start == sentence.start
        or (noun is not None and noun.end <= hit.start and not _relative(lower, hit.start))
    )


def _points_back(sentence: Sentence, verb: int) -> bool:
    """“The ministers agreed”: a plural with an article for a subject."""
    lower = sentence.words.lower
    k = verb - 1
    while k > sentence.start and lower[k] in relation_words().acts.adverbs | {"have", "had"}:
        k -= 1
    return (
        k > sentence.start
        and lower[k] in references().groups
        and not {"the", "both", "two"}.isdisjoint(lower[max(sentence.start, k - 3) : k])
    )


def _group(sentence: Sentence, hit: Found, codes: tuple[str, ...], background: Background) -> list[str]:
    """“The two sides”, "they": those who met last, unless the nearest names are exactly those of another meeting."""
    lower = sentence.words.lower
    before = set(lower[max(sentence.start, hit.start - 6) : hit.start])
    before.update(
        w for a in sentence.subjects(hit.start) if a.actor.kind == "group" for w in lower[a.actor.start : a.actor.end]
    )
    meeting = background.meeting((), hit.start)
    most = 2 if before & {"two", "both"} else 3
    if meeting is not None and 2 <= len(meeting.parties) <= most and not background.met(codes):
        return list(meeting.parties)
    if "they" in before and not background.held:
        return []
    return list(codes or background.pair())


def _with_counterpart(
    sentence: Sentence, hit: Found, codes: list[str], passive: bool, background: Background, name: str
) -> list[str]:
    """One party, or none, completed: by the other of the sentence, by the other of the meeting told in it or, of a document, before it."""
    lower = sentence.words.lower
    meeting = background.meeting(codes, hit.start)
    if name == "signed" and passive:
        named = list(codes_of(a for a in sentence.arguments if a.actor.end <= hit.start))
        if len(named) == 2:
            return named
    if meeting is None or len(meeting.parties) > 3:
        return codes
    joined = (
        any(s.sentence.start == sentence.start and s.start < hit.start for s in meeting.tellings)
        and "and" in lower[max(sentence.start, hit.start - 6) : hit.start]
    )
    spoken = lower[hit.start - 1] in {"we", "have"} and "we" in lower[max(sentence.start, hit.start - 3) : hit.start]
    stated = passive and "it" in lower[max(sentence.start, hit.start - 5) : hit.start]
    whole = joined or spoken or (stated and name == "agreed") or (name == "signed" and len(meeting.parties) == 2)
    return list(meeting.parties) if whole else codes


def _hyphenated(sentence: Sentence, hit: Found, noun: Found | None) -> list[str]:
    """“the upgrade of the A-B relations”: two parties joined by a hyphen right behind the verb, or before its noun."""
    first, last = (noun.start - 6, noun.start) if noun is not None and noun.end <= hit.start else (hit.end, hit.end + 8)
    near = [a for a in sentence.arguments if first <= a.actor.start <= last]
    pairs = (
        (a, b)
        for a, b in zip(near, near[1:], strict=False)
        if b.chained and "-" in sentence.words.lower[a.actor.end : b.actor.start]
    )
    return [code for pair in pairs for a in pair for code in a.actor.codes]


def _without_members(codes: Iterable[str]) -> list[str]:
    """Of more than three parties those stand aside whose body is named too."""
    parties = list(dict.fromkeys(codes))
    if len(parties) <= 3:
        return parties
    members = {member for code in parties if code in organizations() for member in organizations()[code].members}
    return [code for code in parties if code not in members]


# ---- when ----------------------------------------------------------------------------------------------------------------


def _date(
    sentence: Sentence, hit: Found, noun: Found | None, kind: Accord, background: Background, codes: Collection[str]
) -> str | None:
    """The day in the verb's own clause, else that of the meeting; of an exercise the day it began, counted back from its last."""
    period = when(sentence, hit.start, hit.end, strict=kind.at_meetings)
    if period is None and kind.at_meetings:
        return background.day(codes, hit.start)
    if period is None:
        return _year_in_name(sentence, noun) if noun and kind.happens else None
    lower = sentence.words.lower
    days = length_in_days(lower, sentence.start, sentence.end) if kind.endings & set(lower[hit.start : hit.end]) else None
    return add_days(period.start, 1 - days) if days and len(period.start) == 10 else period.start


def _year_in_name(sentence: Sentence, noun: Found) -> str | None:
    """The year of ""Sky Guard 2021": it dates the event."""
    around = range(max(sentence.start, noun.start - 12), min(sentence.end, noun.end + 4))
    in_dates = {
        k for m in dates_between(sentence.doc, sentence.start, sentence.end) if m.kind != "year" for k in range(m.start, m.end)
    }
    return next((sentence.words.text[k] for k in around if k not in in_dates and _YEAR.match(sentence.words.text[k])), None)


# ---- detail --------------------------------------------------------------------------------------------------------------


def _detail(sentence: Sentence, hit: Found, noun: Found | None, name: str) -> str | None:
    """What was agreed or signed, to what level ties were raised, in the article's words, without the date."""
    words, lower = relation_words().acts, sentence.words.lower
    dated = {k for m in dates_between(sentence.doc, sentence.start, sentence.end) for k in range(m.start, m.end)}
    start, stop = hit.end, sentence.end
    if noun is not None and noun.end <= hit.start:
        start, stop = _phrase_start(lower, noun.start, sentence.start), noun.end
    elif name == "upgraded_ties":
        start = next((k + 1 for k in range(hit.end, min(sentence.end, hit.end + 20)) if lower[k] == "to"), hit.end)
    while start < stop and (
        start in dated or lower[start] in {"to", "on", "that", "the", "upon", "a", "an", "further", ",", "their"}
    ):
        start += 1
    end = start
    while end < stop and not _ends_detail(lower, end, dated, name == "upgraded_ties", words.speech):
        end += 1
    while end > start and (end - 1 in dated or lower[end - 1] in {",", "in", "on", "and", ".", "”", '"', "/"}):
        end -= 1
    return sentence.text(start, end) or None


def _ends_detail(lower: Sequence[str], k: int, dated: set[int], is_level: bool, speech: frozenset[str]) -> bool:
    if lower[k] in {";", ".", "./"} or lower[k].startswith("\n\n"):
        return True
    if is_level and (k in dated or lower[k] == ","):
        return True
    return lower[k] == "," and not speech.isdisjoint(lower[k : k + 9])


def _phrase_start(lower: Sequence[str], noun: int, floor: int) -> int:
    """Where the phrase of a noun begins, left over what describes it."""
    k = noun
    while (
        k > floor
        and noun - k < 6
        and (lower[k - 1].isalnum() or lower[k - 1] == "-")
        and lower[k - 1] not in {"the", "a", "an", "their", "and", "of", "in", "with", "to"}
    ):
        k -= 1
    return k
