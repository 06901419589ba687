"""Sittings told in many sentences → occasions, each once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from .calendar import Period, add_days
from .clauses import Sentence
from .gazetteer import organizations
from .lexicon import meeting_words
from .phrases import Phrases
from .references import Actor
from .sittings import Sitting
from .telling import period_of

_STATES = {"nations", "countries", "states", "members"}
_LISTING = {"comprises", "comprise", "comprising", "consists", "groups", "members"}
_NUMBER_WORDS = {3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten", 11: "eleven", 12: "twelve"}


@dataclass
class Occasion:
    """One meeting as the article tells it, with all tellings; fields are the record's."""

    tellings: list[Sitting]
    parties: list[str]
    people: list[str]
    status: str
    date: str | None = None
    end: str | None = None
    mode: str | None = None
    name: str | None = None
    place: str | None = None
    place_country: str | None = None
    sidelines_of: str | None = None
    level: str | None = None
    ordinal: int | None = None
    series: str | None = None
    topics: list[str] = field(default_factory=list)
    larger: bool = False

    @property
    def in_body(self) -> list[Sitting]:
        """The tellings outside the headline."""
        return [s for s in self.tellings if not _in_title(s)]

    @property
    def best(self) -> Sitting:
        """The telling that says most; of equals the first."""
        return max(self.tellings, key=lambda s: (not _in_title(s), len(s.codes) + len(s.people), s.name is not None, _dated(s), -s.start))

    @property
    def sides(self) -> tuple[tuple[str, ...], ...]:
        """The parties as they faced each other; () of a forum."""
        return group_sides(self.parties)


def group_sides(parties: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Parties as sides: a body and its members are one; four or more that no body groups are a forum, which has none."""
    sides: list[tuple[str, ...]] = []
    left = list(parties)
    for body in [p for p in parties if p in organizations()]:
        members = [p for p in left if p in organizations()[body].members]
        if body in left and len(members) != 1 and len(members) < len(left) - 1:
            sides.append((body, *sorted(members)))
            left = [p for p in left if p != body and p not in members]
    sides += [(party,) for party in left]
    return tuple(sorted(sides)) if 2 <= len(sides) <= 3 else ()


def add_sitting(sitting: Sitting, occasions: list[Occasion]) -> None:
    """Add the sitting to the occasion it tells of, or begin a new one."""
    period = _period(sitting, occasions)
    known = next((o for o in (occasions if _in_title(sitting) else reversed(occasions)) if _tells_of(sitting, period, o)), None)
    if known is not None:
        _join(sitting, period, known)
    elif len(sitting.codes) >= 2 or _is_another_of_series(sitting, period, occasions):
        occasion = Occasion([], [], [], sitting.status)
        if len(sitting.codes) < 2:
            sitting.members = list(occasions[-1].parties)
        _join(sitting, period, occasion)
        occasions.append(occasion)


def _is_another_of_series(sitting: Sitting, period: Period | None, occasions: list[Occasion]) -> bool:
    """ "The previous dialogue was held in Hanoi in 2019": an earlier or later sitting of the same parties, by its date."""
    pointing = sitting.definite or sitting.past or sitting.ordinal is not None
    return bool(occasions) and pointing and period is not None and not sitting.people and set(sitting.codes) <= set(occasions[-1].parties) and not occasions[-1].larger


def _period(sitting: Sitting, occasions: list[Occasion]) -> Period | None:
    """When the sitting was, "the same day" counted from the occasion told last."""
    period = period_of(sitting.sentence, sitting.start, sitting.end, sitting.status == "planned")
    if period is not None:
        return period
    spoken_of = next((o.date for o in reversed(occasions) if o.date and len(o.date) == 10), None)
    for mention in sitting.sentence.doc._.dates:
        if mention.start >= sitting.sentence.end:
            return None
        if mention.shift is not None and mention.start >= sitting.sentence.start:
            return Period(add_days(spoken_of, mention.shift)) if spoken_of else None
        if mention.past is not None and len(mention.past.start) == 10:
            spoken_of = mention.past.start
    return None


def _tells_of(sitting: Sitting, period: Period | None, occasion: Occasion) -> bool:
    codes, people = set(sitting.codes), set(sitting.people)
    if sitting.larger and not codes:
        return occasion.larger and _plain(sitting.name or "") == _plain(occasion.name or "")
    if sitting.name and occasion.name and _plain(sitting.name) == _plain(occasion.name) and _dates_agree(period, occasion.date):
        return True
    if sitting.status != occasion.status or not _dates_agree(period, occasion.date):
        return False
    if sitting.past and period is None and not sitting.definite:
        return False
    if not codes:
        return sitting.definite and sitting.name is None and not sitting.past and not occasion.larger
    if len(codes) == 1:
        return sitting.definite and codes <= set(occasion.parties) and not occasion.larger
    parties = set(occasion.parties)
    if not _same_parties(codes, parties, loose=sitting.definite or not occasion.people or people <= set(occasion.people)) or (occasion.larger != sitting.larger and parties != codes):
        return False
    if sitting.ordinal and occasion.ordinal and sitting.ordinal != occasion.ordinal:
        return False
    if sitting.mode and occasion.mode and sitting.mode != occasion.mode and not sitting.definite:
        return False
    return _in_title(sitting) or not _other_people(sitting, people, occasion)


def _same_parties(a: set[str], b: set[str], loose: bool) -> bool:
    """Whether two sets of parties can be those of one sitting: equal, or one the other without members of its bodies; if `loose`, a part."""
    extra = (a | b) - (a & b)
    members = {member for body in a & b if body in organizations() for member in organizations()[body].members}
    return extra <= members or (loose and (a <= b or b <= a))


def _other_people(sitting: Sitting, people: set[str], occasion: Occasion) -> bool:
    """Whether one side sent somebody else: each counterpart met separately is a meeting of its own."""
    homes = {p.name: p.country for p in sitting.sentence.doc._.officials}
    for code in {homes.get(name) for name in people}:
        here = {name for name in people if homes.get(name) == code}
        there = {name for name in occasion.people if homes.get(name) == code}
        if here and there and here.isdisjoint(there):
            return True
    return False


def _dates_agree(period: Period | None, date: str | None) -> bool:
    """Unknown, equal, or one the other made more precise."""
    return period is None or date is None or period.start.startswith(date) or date.startswith(period.start)


def _join(sitting: Sitting, period: Period | None, occasion: Occasion) -> None:
    occasion.tellings.append(sitting)
    occasion.parties = sorted({*occasion.parties, *sitting.codes})
    if not (_in_title(sitting) and occasion.people):
        speakers = {p.name for p in sitting.sentence.doc._.officials if p.role_class == "spokesperson"}
        occasion.people = [name for name in dict.fromkeys([*occasion.people, *sitting.people]) if name not in speakers]
    if period is not None and len(period.start) > len(occasion.date or ""):
        occasion.date, occasion.end = period.start, period.end
    occasion.mode = occasion.mode or sitting.mode
    occasion.name = next((s.name for s in occasion.in_body if s.name), None) or next((s.name for s in occasion.tellings if s.name), None)
    occasion.ordinal = occasion.ordinal or sitting.ordinal
    occasion.level = occasion.level or sitting.level
    occasion.larger = occasion.larger or sitting.larger


def _dated(sitting: Sitting) -> bool:
    return period_of(sitting.sentence, sitting.start, sitting.end, sitting.status == "planned") is not None


def _in_title(sitting: Sitting) -> bool:
    return sitting.sentence.is_title


def complete(sitting: Sitting) -> None:
    """Give a sitting that names its one side only the article's leading figure of another country as the other."""
    codes = sitting.codes
    if len(codes) != 1 or sitting.left or sitting.definite or not sitting.people:
        return
    named = [p for p in sitting.sentence.doc._.officials if p.country and p.country not in codes and p.namings[0].start < sitting.end and p.role_class != "spokesperson"]
    leading = max(named, key=lambda p: (len(p.namings), -p.namings[0].start), default=None)
    if leading is not None and leading.country:
        sitting.left = [Actor(sitting.start, sitting.start, "official", (leading.name,), (leading.country,))]


def _plain(name: str) -> str:
    return re.sub(r"\W+", " ", name.lower()).strip()


def add_company(sentence: Sentence, occasions: list[Occasion]) -> None:
    """Add those whom the sentence tells to have been there too to the occasion told last."""
    occasion = next((o for o in reversed(occasions) if o.status == "held" or o.tellings[-1].sentence is sentence), None)
    if occasion is None or not _presence().find(sentence.words.lower, sentence.start, sentence.end):
        return
    present = [a.actor for a in sentence.arguments if a.actor.people and a.governor not in {"to", "from", "of", "on", "about", "for"}]
    parties = set(occasion.parties)
    if present and all(parties.issuperset(actor.codes) for actor in present):
        occasion.people = list(dict.fromkeys([*occasion.people, *(name for actor in present for name in actor.people)]))


@cache
def _presence() -> Phrases:
    return Phrases((form, form) for form in meeting_words().holding.presence)


# ---- bodies whose members took part one by one ---------------------------------------------------------------------------


def listed_members(told: Sequence[Sentence]) -> dict[str, list[str]]:
    """Bodies whose members the article lists ("ASEAN comprises Brunei, …") → those members."""
    listed: dict[str, list[str]] = {}
    for sentence in told:
        if _LISTING.isdisjoint(sentence.lower):
            continue
        codes = [c for a in sentence.arguments for c in a.actor.codes]
        for body in (c for c in codes if c in organizations()):
            members = [c for c in dict.fromkeys(codes) if c in organizations()[body].members]
            if len(members) >= 3:
                listed[body] = members
    return listed


def expand_members(sitting: Sitting, listed: dict[str, list[str]]) -> None:
    """ "his counterparts from 10 Southeast Asian nations" are the ten members that the article lists."""
    lower = sitting.sentence.lower
    for body, members in listed.items():
        counts = {str(len(members)), _NUMBER_WORDS.get(len(members), "")}
        for i, word in enumerate(lower[:-1]):
            if word in {"from", "of"} and lower[i + 1] in counts and not _STATES.isdisjoint(lower[i + 2 : i + 7]):
                sitting.members = [body, *members]
