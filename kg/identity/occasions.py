"""Which reports are of one occasion, by a rule that a reader can follow.

**Never one** are two reports of one article, which tells its meetings apart itself, and reports that differ in

- parties, unless one body stands for most of its members; a report that names fewer parties needs the same proper name, and who
  met one party only is known to be the same where just the same is told;
- days: held meetings more than a day apart (a dateline, a time zone), or a day apart where the later day is not that of its
  publication and neither name, number, signing nor place is the same; a meeting held four days before its plan or a month after
  it, one held on the day it was cancelled or a hundred days after. A date stands for all the days it may mean: "2021-09" is a
  month, less the days after the report that it was held, or before the report that it was planned;
- the number of the sitting ("the 11th dialogue"), or proper names that share only common words;
- the country, except on one day; or in that one was by video or phone and the other in a city (by phone: or in a country),
  unless the name and the day are the same: some sat together, others at a screen;
- people: both name officials of one country, and none the same, unless the number is the same, or it is a forum or a 2+2, of
  which each report may name other delegates, or a plan that has its own name and day, where another may have stood in. Who may
  be the same is not counted as another: one's name is part of the other's ("Marcos"), or both hold an office that one at a time
  holds, and share a name. A 2+2 is another than what two defense or two foreign ministers held alone;
- offices, where no party's people are named in both ("the defense ministers", "the visiting foreign minister" count as told).

**How like** two others are is counted: 5 for the same people, of two countries at least, 3 for some of each, 2 for some of one;
2 for the same proper name or its acronym (foreign and defense ministers meet for a "2+2" even where it is not told), 2 for the
same number, the same signing, the same town that is no capital, or the same larger event; 1 each for the same capital, video or
phone, the same offices, the same kind of occasion, the same three parties. Reports of one day need nothing more than not to
differ. Others need 2 if the vaguer date includes the other; 3 if the days are a day apart; if one is undated, 3 and people of
two countries; if a plan came off on another day, 3 and the same people or number. To what was enough, 2 are added for the same
day, 1 for a date that includes the other: of two that are alike, the nearer is meant.

The likest are joined first, whole groups or not at all, and what is as like two occasions that are not one stays apart
(joining.py). Compared are only reports that share two parties (or are both of forums) and are near in time, or that share an
official if one is undated: the cost grows with the reports, not with their pairs.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from extract.gazetteer import countries, fold, organizations
from extract.record import SOLE_OFFICES, Meeting, Record
from kg.identity.agreement import date_and_end, widest
from kg.identity.alike import ReportKey, Rules, events
from kg.identity.spans import Span, are_two
from kg.identity.tellings import (
    FOREIGN_AND_DEFENSE,
    REMOTE,
    TWO_PLUS_TWO,
    Named,
    Participant,
    Telling,
    lexicon,
    telling,
    united,
)
from kg.sides import meeting_code, members

_FORUM = 4
"""Of so many sides a meeting is a forum."""
_EARLIER, _LATER = 3, 31
"""By so many days a meeting may come before or after its plan."""
_POSTPONED = 100
"""By so many days after a cancelled meeting it may be held after all."""
_NEVER = 99


def occasions(records: Iterable[Record], officials: Mapping[tuple[str, str], Hashable]) -> list[list[ReportKey]]:
    """The reports (record id, index of the meeting) of each occasion, sorted; the same for any order of `records`.

    `officials` are the ids of those whom the records name, by (record id, name).
    """
    told = {
        (record.id, index): telling(record, meeting, officials)
        for record in records
        for index, meeting in enumerate(record.meetings)
    }
    return events(told, RULES)


def occasion_prefix(told: Sequence[Meeting]) -> str:
    """What the ids of meetings begin with that are told so: ``2021-09-08/ASEAN-KOR``."""
    date, _ = date_and_end(told)
    return f"{date or 'undated'}/{meeting_code(widest(told))}"


# ---- which are compared --------------------------------------------------------------------------------------------


@cache
def _blocks(sides: frozenset[str]) -> tuple[str, ...]:
    """Each pair of sides; of a forum, and of a body that may stand for the members another report names, that it is one."""
    pairs = tuple(map("-".join, combinations(sorted(sides), 2))) if len(sides) < _FORUM else ()
    forum = len(sides) >= _FORUM or not sides.isdisjoint(organizations())
    return (*pairs, "forum") if forum else pairs or tuple(sides)


def _reach(told: Telling) -> Span | None:
    """The days on which other reports may let the meeting of one report be."""
    span = told.span
    if span is None:
        return None
    before, after = (_EARLIER, _LATER) if told.planned else (0, _POSTPONED) if told.cancelled else (1, 1)
    return Span(span.first - before, span.last + after)


def _ids(told: Telling) -> Iterator[Hashable]:
    return (official for named in told.people.values() for official in named)


# ---- what is never one ---------------------------------------------------------------------------------------------


def contradict(one: Telling, other: Telling) -> bool:
    """Whether two tellings cannot be of one occasion."""
    return (
        not one.records.isdisjoint(other.records)
        or _differ(one.ordinals, other.ordinals)
        or _of_other_days(one, other)
        or _of_other_parties(one, other)
        or _of_unknown_parties(one, other)
        or _of_other_places(one, other)
        or _of_other_names(one, other)
        or _of_other_people(one, other)
        or _of_other_offices(one, other)
    )


def _differ(some: frozenset[Hashable], others: frozenset[Hashable]) -> bool:
    return bool(some and others) and some.isdisjoint(others)


def _of_other_parties(one: Telling, other: Telling) -> bool:
    if one.sides == other.sides:
        return False
    wider, narrower = _covers(one.sides, other.sides), _covers(other.sides, one.sides)
    if wider and narrower:
        return False
    forums = min(len(one.sides), len(other.sides)) >= _FORUM and not one.sides.isdisjoint(other.sides)
    return not ((wider or narrower or forums) and _share_a_name(one, other))


def _of_unknown_parties(one: Telling, other: Telling) -> bool:
    return len(one.sides) == 1 and one.sides == other.sides and one.content != other.content


@cache
def _covers(whole: frozenset[str], part: frozenset[str]) -> bool:
    """Whether every party of `part` is in the whole: itself, as a member of a body, or as the body of most who are there."""
    return all(
        side in whole or any(side in members(body) for body in whole) or 2 * len(members(side) & whole) > len(members(side)) > 0
        for side in part
    )


def _of_other_days(one: Telling, other: Telling) -> bool:
    return (
        are_two(one.held, other.held)
        or _was_the_day_after(one, other)
        or _was_the_day_after(other, one)
        or are_two(one.cancelled, other.cancelled)
        or (not one.held and not other.held and are_two(one.planned, other.planned))
        or any(_came_not_off(plan, event) for plan, event in ((one, other), (other, one)))
    )


def _was_the_day_after(one: Telling, other: Telling) -> bool:
    """Whether the one was held on the day after the other, and that is no late dateline, nor the same lasting two days."""
    if not (one.held and other.held and one.firm and one.held.is_day and other.held.is_day):
        return False
    return one.held.first - other.held.last == 1 and not _share_what_it_was(one, other)


def _share_what_it_was(one: Telling, other: Telling) -> bool:
    """Whether number, name, signing or place are the same; a dinner where they talked the day before is none of the talks."""
    there = any(_shared_place(a, b) for a in one.places for b in other.places)
    dined = "luncheon" in one.kinds ^ other.kinds
    named = one.ordinals & other.ordinals or _share_a_name(one, other)
    return bool(named or "signing" in one.kinds & other.kinds or (there and not dined))


def _came_not_off(plan: Telling, event: Telling) -> bool:
    """Whether what the one tells to be planned or cancelled cannot be what the other tells to have come of it."""
    if plan.planned and event.held and not -_EARLIER <= plan.planned.until(event.held) <= _LATER:
        return True
    if plan.cancelled and event.planned and plan.cancelled.until(event.planned) > _POSTPONED:
        return True
    if not plan.cancelled or not event.held:
        return False
    if plan.cancelled.is_day and event.held.first <= plan.cancelled.last:
        return True
    return not 0 <= plan.cancelled.until(event.held) <= _POSTPONED


def _of_other_places(one: Telling, other: Telling) -> bool:
    if REMOTE & (one.modes | other.modes):
        if _on_one_day(one, other) and _share_a_name(one, other):  # some were there, and others on a screen
            return False
        pairs = ((one, other), (other, one))
        return any(a.modes.isdisjoint(REMOTE) and _is_somewhere(a, b) and b.modes <= REMOTE for a, b in pairs)
    return _differ(one.place_countries, other.place_countries) and not _on_one_day(one, other)


def _is_somewhere(one: Telling, other: Telling) -> bool:
    """Whether it is told where the one was: in which town, or, if the other was by phone, in which country."""
    return bool(one.places or (one.place_countries and "phone" in other.modes))


def _on_one_day(one: Telling, other: Telling) -> bool:
    if one.held is None or other.held is None:
        return False
    return one.held.is_day and other.held.is_day and one.held.gap(other.held) <= 0


def _of_other_names(one: Telling, other: Telling) -> bool:
    if _share_an_acronym(one, other) or _has_as_a_word(one, other) or _has_as_a_word(other, one):
        return False
    return bool(one.names and other.names) and not any(_may_be_one(a, b) for a in one.names for b in other.names)


def _may_be_one(name: frozenset[str], other: frozenset[str]) -> bool:
    return name <= other or other <= name or not name & other <= lexicon().common


def _share_an_acronym(one: Telling, other: Telling) -> bool:
    """Whether one names in short what the other names in short too, or in full."""
    short = one.acronyms & (other.acronyms | other.initials) or one.initials & other.acronyms
    return bool(short)


def _of_other_people(one: Telling, other: Telling) -> bool:
    if _of_other_formats(one, other) or _of_other_formats(other, one):
        return True
    forum = max(len(one.sides), len(other.sides)) >= _FORUM
    if forum or one.ordinals & other.ordinals or TWO_PLUS_TWO in one.names & other.names or _is_plan_of(one, other):
        return False
    known = (one.people.keys() & other.people.keys()) - {None}
    return any(not _overlap(one.people[party], other.people[party]) for party in known)


def _has_as_a_word(one: Telling, other: Telling) -> bool:
    """Whether the acronym of the other is a word of the one's name."""
    return any(other.acronyms & name for name in one.names)


def _is_plan_of(one: Telling, other: Telling) -> bool:
    """Whether the one was planned for the days of the other, under a name of its own: another may have stood in."""
    plan, event = (one, other) if one.planned and not one.held else (other, one)
    if plan.held or not plan.planned or not event.held or plan.planned.gap(event.held) > 0:
        return False
    return any(a & b - lexicon().common for a in one.names for b in other.names)


def _of_other_formats(one: Telling, other: Telling) -> bool:
    """Whether the one was a 2+2, and in the other only the foreign or only the defense ministers of two countries met."""
    if TWO_PLUS_TWO not in one.names or TWO_PLUS_TWO in other.names:
        return False
    held = {participant.office for named in other.people.values() for participant in named.values()}
    return len(other.people) > 1 and len(held) == 1 and held <= FOREIGN_AND_DEFENSE


def _of_other_offices(one: Telling, other: Telling) -> bool:
    """Whether no party's people are known from both, and the offices of those who met differ."""
    return (one.people.keys() & other.people.keys()) <= {None} and _differ(one.offices, other.offices)


def _overlap(some: Named, others: Named) -> bool:
    """Whether some official may be the same."""
    return not some.keys().isdisjoint(others) or any(_may_be(a, b) for a in some.values() for b in others.values())


def _may_be(one: Participant, other: Participant) -> bool:
    """Whether the one's name is a part of the other's, or they share a word and an office that one at a time holds."""
    if one.name <= other.name or other.name <= one.name:
        return True
    return one.office == other.office in SOLE_OFFICES and any(len(word) > 2 for word in one.name & other.name)


# ---- how like ------------------------------------------------------------------------------------------------------


def likeness(one: Telling, other: Telling) -> int | None:
    """How like the tellings of two reports are; None where they are not like enough to be joined."""
    if contradict(one, other):
        return None
    people, number = _shared_people(one, other), 2 * bool(one.ordinals & other.ordinals)
    weight = people + number + 2 * _share_a_name(one, other) + _shared_circumstances(one, other)
    return weight + _shared_days(one, other) if weight >= _needed(one, other, people, number) else None


def _shared_people(one: Telling, other: Telling) -> int:
    parties = one.people.keys() & other.people.keys()
    shared = [party for party in parties if _overlap(one.people[party], other.people[party])]
    everybody = one.people.keys() == other.people.keys() and all(
        _same(one.people[party], other.people[party]) for party in parties
    )
    if len(shared) > 1:
        return 5 if everybody else 3
    return 2 * len(shared)


def _same(some: Named, others: Named) -> bool:
    pairs = ((some, others), (others, some))
    return all(_overlap({official: participant}, b) for a, b in pairs for official, participant in a.items())


def _share_a_name(one: Telling, other: Telling) -> bool:
    return _share_an_acronym(one, other) or _share_words(one.names, other.names)


def _share_words(some: frozenset[frozenset[str]], others: frozenset[frozenset[str]]) -> bool:
    return any(a <= b or b <= a or 2 * len(a & b) >= len(a | b) for a in some for b in others)


def _shared_place(one: frozenset[str], other: frozenset[str]) -> int:
    """What it says that both were there: 1 in a capital, where many meet; 2 elsewhere."""
    if not (one <= other or other <= one):
        return 0
    return 1 if _capitals() & {one, other} else 2


@cache
def _capitals() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(fold(capital).split()) for country in countries().values() for capital in country.capitals)


def _shared_circumstances(one: Telling, other: Telling) -> int:
    kinds = one.kinds & other.kinds
    return (
        (2 if "signing" in kinds else int(bool(kinds)))
        + max((_shared_place(a, b) for a in one.places for b in other.places), default=0)
        + 2 * _share_words(one.events, other.events)
        + (one.sides == other.sides and len(one.sides) > 2)
        + bool(REMOTE & one.modes & other.modes)
        + bool(one.offices and one.offices == other.offices)
    )


def _shared_days(one: Telling, other: Telling) -> int:
    days, others = one.span, other.span
    if days is None or others is None or days.gap(others) > 0:
        return 0
    return 2 if days.is_day and others.is_day else 1


def _needed(one: Telling, other: Telling, people: int, number: int) -> int:
    """How like two reports must be, as their days agree."""
    days, others = one.span, other.span
    if days is None or others is None or not (one.dated and other.dated):
        return 3 if people >= 3 else _NEVER
    gap = days.gap(others)
    came_off_after_all = (one.cancelled or other.cancelled) and (one.held or other.held)
    if gap <= 0 and not came_off_after_all:
        return 0 if days.is_day and others.is_day else 2
    if gap == 1 and one.held and other.held:
        return 3
    return 3 if people == 5 or number else _NEVER


RULES = Rules(
    blocks=lambda told: _blocks(told.sides),
    reach=_reach,
    people=_ids,
    likeness=likeness,
    contradict=contradict,
    united=united,
)
"""By which reports of meetings are told apart and joined."""
