"""What two sides did together: agreed, signed, raised their ties, held an exercise."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from .acts import Background, Relation, codes_of, dates_between, doers, each_pair, is_done, is_passive, when
from .calendar import add_days
from .clauses import Argument, Sentence
from .dates import tables
from .gazetteer import organizations
from .lexicon import Accord, relation_words
from .money import find_amount
from .phrases import Found, Phrases

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
    date = _date(sentence, hit, noun, kind)
    detail = _detail(sentence, hit, noun, name)
    amount = find_amount(sentence.text(hit.start, sentence.end)) if name == "signed" else None
    for source, target in each_pair(codes):
        meeting = background.meeting((source, target), hit.start) if kind.at_meetings and date is None else None
        yield Relation(
            sentence,
            hit.start,
            hit.end,
            name,
            source,
            target,
            meeting.date if meeting else date,
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
    if kind.followed and kind.followed.isdisjoint(lower[hit.end : min(sentence.end, hit.end + 16)]) and not _relative(lower, hit.start):
        return None
    stop = next((k for k in range(hit.end, min(sentence.end, hit.end + _AHEAD)) if lower[k] in relation_words().acts.breaks), sentence.end)
    behind = _objects(name).find(lower, hit.end, min(stop, sentence.end, hit.end + _AHEAD))
    if behind:
        return behind[0]
    before = _objects(name).find(lower, max(sentence.start, hit.start - _BACK), hit.start)
    if before and (is_passive(lower, hit.start) or _relative(lower, hit.start) or kind.happens or hit.start - before[-1].end <= 3):
        return before[0]
    return None


def _relative(lower: Sequence[str], verb: int) -> bool:
    return not _RELATIVE.isdisjoint(lower[max(0, verb - 7) : verb])


def _of_company(sentence: Sentence, hit: Found, name: str) -> bool:
    """Whether a company signed: then it is a sale, and transfers.py reads it."""
    lower = sentence.words.lower
    return name == "signed" and not relation_words().supplied_arms.companies.isdisjoint(lower[max(sentence.start, hit.start - 8) : hit.start])


# ---- who -----------------------------------------------------------------------------------------------------------------


def _parties(sentence: Sentence, hit: Found, noun: Found | None, background: Background, name: str) -> list[str]:
    """Those who acted: the subject, who is behind "with" or "between", else those who met where the words point back at them."""
    lower = sentence.words.lower
    passive = is_passive(lower, hit.start) or (noun is not None and noun.end <= hit.start and not _relative(lower, hit.start))
    if passive:
        left = [a for a in sentence.arguments if a.actor.end <= hit.start and a.governor in {"between", "with", "of", "among"}]
        subjects: list[Argument] = []
        codes = [*codes_of(left), *codes_of(sentence.objects(hit.end, ("by", "and")))]
    else:
        subjects = [] if name == "agreed" else []
        codes = list(doers(sentence, hit.start))
        subjects = sentence.subjects(hit.start)
    if len(set(codes)) < 2:
        codes += [*codes_of(sentence.objects(hit.end, _BY_BOTH)), *_hyphenated(sentence, hit)]
        if noun is not None:
            codes += codes_of(sentence.objects(noun.end, ("with", "between", "and", "by")))
    codes = list(dict.fromkeys(codes))
    group = next((a for a in subjects if a.actor.kind == "group"), None)
    if group is not None and not any(set(codes) == set(o.parties) for o in background.held):
        meeting = background.meeting((), hit.start)
        return list(meeting.parties) if meeting and len(meeting.parties) <= 3 else codes
    if len(codes) < 2 and (name == "signed" or passive) and name != "exercised":
        meeting = background.meeting(codes, hit.start)
        return list(meeting.parties) if meeting and len(meeting.parties) == 2 else codes
    return codes


def _hyphenated(sentence: Sentence, hit: Found) -> list[str]:
    """ "the upgrade of the A-B relations": two parties joined by a hyphen right behind the word."""
    near = [a for a in sentence.arguments if hit.end <= a.actor.start <= hit.end + 8]
    pairs = ((a, b) for a, b in zip(near, near[1:], strict=False) if b.chained and "-" in sentence.words.lower[a.actor.end : b.actor.start])
    return [code for pair in pairs for a in pair for code in a.actor.codes]


def _without_members(codes: Iterable[str]) -> list[str]:
    """Of more than three parties those stand aside whose body is named too."""
    parties = list(dict.fromkeys(codes))
    if len(parties) <= 3:
        return parties
    members = {member for code in parties if code in organizations() for member in organizations()[code].members}
    return [code for code in parties if code not in members]


# ---- when ----------------------------------------------------------------------------------------------------------------


def _date(sentence: Sentence, hit: Found, noun: Found | None, kind: Accord) -> str | None:
    """The day it began: counted back from its last day where an end is told with a length."""
    lower = sentence.words.lower
    period = when(sentence, hit.start, hit.end)
    if period is None:
        return _year_in_name(sentence, noun) if noun and kind.happens else None
    days = _length(lower, sentence.start, sentence.end) if kind.endings & set(lower[hit.start : hit.end]) else None
    return add_days(period.start, 1 - days) if days and len(period.start) == 10 else period.start


def _length(lower: Sequence[str], start: int, end: int) -> int | None:
    """The number of days of a "five-day exercise"."""
    at = next((k for k in range(start, end - 2) if lower[k + 1] == "-" and lower[k + 2] == "day"), None)
    if at is None:
        return None
    return int(lower[at]) if lower[at].isdecimal() and len(lower[at]) < 3 else tables().numbers.get(lower[at])


def _year_in_name(sentence: Sentence, noun: Found) -> str | None:
    """The year of ""Sky Guard 2021": it dates the event."""
    around = range(max(sentence.start, noun.start - 12), min(sentence.end, noun.end + 4))
    in_dates = {k for m in dates_between(sentence.doc, sentence.start, sentence.end) if m.kind != "year" for k in range(m.start, m.end)}
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
    while start < stop and (start in dated or lower[start] in {"to", "on", "that", "the", "upon", "a", "an", "further", ",", "their"}):
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
    while k > floor and noun - k < 6 and (lower[k - 1].isalnum() or lower[k - 1] == "-") and lower[k - 1] not in {"the", "a", "an", "their", "and", "of", "in", "with", "to"}:
        k -= 1
    return k
