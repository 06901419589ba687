"""Visits: who travelled where, as a clause tells it."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from .acts import Background, Relation, codes_of, dates_between, doers, is_ahead, is_done, is_passive, length_in_days, when
from .calendar import add_days
from .clauses import Argument, Sentence
from .lexicon import VisitWords, clause_words, references, relation_words
from .phrases import Found, Phrases

_REACH = 14
_NEAR = 8  # how far behind a visit that is named in passing its date may stand
_OWNERS = {"his", "her", "their", "its", "my", "our"}
_DETERMINERS = {"the", "a", "an", "this", "that", "another", *_OWNERS}
_VERBAL = {"to", "will", "would", "can", "could", "may", "might", "should", "must", "did"}
_OF_PEOPLE = {"official", "office", "pronoun"}


class Place(NamedTuple):
    """A country, or a place in it, at tokens `start` to `end`; `code` is None for "the country" the visitor is in."""

    start: int
    end: int
    code: str | None


def find_visits(sentence: Sentence, hit: Found, background: Background) -> Iterator[Relation]:
    """The visits that the trigger tells: one for each visitor and country. The date is the month where no day is told."""
    yield from _READERS[hit.value](sentence, hit, background)


@cache
def visit_triggers() -> tuple[tuple[str, str], ...]:
    """Phrases that may tell of a visit → how they are read."""
    words = _words()
    ways = (("direct", words.direct), ("moving", words.moving), ("noun", words.nouns), ("guest", ("visiting",)), ("being", words.being))
    return tuple((phrase, f"visited.{way}") for way, phrases in ways for phrase in phrases)


@cache
def _words() -> VisitWords:
    return relation_words().visited


# ---- verbs ---------------------------------------------------------------------------------------------------------------


def _direct(sentence: Sentence, hit: Found, background: Background) -> Iterator[Relation]:
    """ "X visited Poland (and Latvia)", "X visited a base in Poland", "Poland was visited by X"."""
    lower = sentence.words.lower
    if lower[hit.start] in {"visit", "visits"} and lower[hit.start - 1] not in _VERBAL and (_is_noun(sentence, hit) or not places_from(sentence, hit.end)):
        yield from _noun(sentence, hit, background)
        return
    if not is_done(sentence, hit.start):
        return
    if is_passive(lower, hit.start) and lower[hit.end : hit.end + 1] == ["by"]:
        guests = codes_of(sentence.objects(hit.end, ("by", "and"))) or _behind(sentence, hit.end, {"by"})
        to = [Place(a.actor.start, a.actor.end, code) for a in sentence.subjects(hit.start) for code in a.actor.codes]
        yield from _visits(sentence, hit, guests, to, background)
        return
    named = places_from(sentence, hit.end)
    to = named or destinations(sentence, hit.end, {"in"})
    yield from _visits(sentence, hit, _travellers(sentence, hit.start), to, background, dated=bool(named))


def _moving(sentence: Sentence, hit: Found, background: Background) -> Iterator[Relation]:
    """ "X arrived on Monday in Oslo", "X flew in"."""
    lower = sentence.words.lower
    if not is_done(sentence, hit.start) or lower[hit.start - 1] == "it" or (lower[hit.start] == "spent" and not dates_between(sentence.doc, hit.end, hit.end + 4)) or "since" in lower[max(sentence.start, hit.start - 3) : hit.start]:
        return
    verb = " ".join(lower[hit.start : hit.end])
    last = lower[hit.end - 1]
    to = places_from(sentence, hit.end) if last in _words().prepositions else []
    to = to or destinations(sentence, hit.end, _words().prepositions if not verb.startswith(("left", "leaves", "depart")) else {"for"})
    if not to and verb in _words().arriving:
        to = [Place(hit.end, hit.end, None)]
    if lower[hit.start] == "spent":
        to = [place for place in to if _places(sentence).get(place.start, (0, "", "city"))[2] != "city"]
    yield from _visits(sentence, hit, _travellers(sentence, hit.start), to, background)


def _travellers(sentence: Sentence, verb: int) -> tuple[str, ...]:
    """The parties of the verb's subject, of those who can travel: people, forces and delegations, not a country."""
    return codes_of(a for a in doers(sentence, verb) if _can_travel(sentence, a))


def _can_travel(sentence: Sentence, argument: Argument) -> bool:
    return argument.actor.kind != "country" or sentence.words.lower[argument.actor.end - 1] in references().collectives


def _being(sentence: Sentence, hit: Found, background: Background) -> Iterator[Relation]:
    """ "X is in Oslo (on a visit)", of people."""
    to = places_from(sentence, hit.end)
    subjects = [a for a in sentence.arguments if a.actor.end <= hit.start and a.actor.codes and _can_travel(sentence, a)]
    near = subjects and (hit.start - subjects[-1].actor.end <= 3)
    lower = sentence.words.lower
    here = bool(to) and (lower[to[-1].end] in _words().purposes or bool(dates_between(sentence.doc, to[-1].end, to[-1].end + 2)))
    if lower[hit.start] == "while":
        people = [a for a in sentence.arguments if a.actor.kind in _OF_PEOPLE and a.actor.codes]
        subjects = [a for a in people if a.actor.start > hit.end][:1] or people[:1]
        yield from _visits(sentence, hit, codes_of(subjects), to, background, dated=False)
    elif near and here and is_done(sentence, hit.start + 1):
        yield from _visits(sentence, hit, codes_of(subjects[-1:]), to, background)


def _guest(sentence: Sentence, hit: Found, background: Background) -> Iterator[Relation]:
    """ "the visiting Polish minister", or "while visiting Poland"."""
    lower = sentence.words.lower
    to = places_from(sentence, hit.end)
    if to:
        if is_done(sentence, hit.start):
            yield from _visits(sentence, hit, _travellers(sentence, hit.start), to, background)
        return
    if not {"forces", "team", "fellow", "professor"}.isdisjoint(lower[hit.end : hit.end + 1]):
        return
    guests = next((a.actor.codes for a in sentence.arguments if a.actor.start <= hit.end + 1 and hit.end < a.actor.end and a.actor.codes), ())
    yield from _visits(sentence, hit, guests[:1], [Place(hit.end, hit.end, None)], background, dated=False)


# ---- nouns ---------------------------------------------------------------------------------------------------------------


def _noun(sentence: Sentence, hit: Found, background: Background) -> Iterator[Relation]:
    """ "X paid a visit to Poland", "X's visit to Poland", "the visit by X", "during his visit, X …"."""
    lower, words = sentence.words.lower, _words()
    first = hit.start
    while first > sentence.start and hit.start - first < 8 and _describes(lower[first - 1]):
        first -= 1
    lead = first - 1
    plural = lower[hit.end - 1].endswith("s")
    phrase = set(lower[first : hit.start])
    if lower[hit.start - 1] in _VERBAL or words.planned & phrase or (words.unlike & set(lower[hit.end : hit.end + 2])) or (lead >= sentence.start and lower[lead] in words.not_after):
        return
    if not _is_real(sentence, first, hit):
        return
    to = [p for p in _destinations_of_noun(sentence, hit)]
    guests, at = _guests(sentence, first, hit)
    if at is None and not words.possessive.isdisjoint(lower[max(sentence.start, lead - 1) : first + 1]):
        guests = tuple(code for code in guests if code not in {place.code for place in to})[:1]
    if plural and not (to and guests):
        return
    owned = lower[lead] == "'s" or (lower[lead] in {"his", "her"} and lower[lead - 1] in words.during)
    if at is not None and at > hit.start:
        to = to or destinations(sentence, at, _words().prepositions)
    if lower[lead - 1] in words.hosting or lower[lead] in words.hosting:
        to = to or [Place(a.actor.start, a.actor.end, code) for a in doers(sentence, lead) for code in a.actor.codes]
    if to or at is not None or owned:
        yield from _visits(sentence, hit, guests, to or [Place(hit.end, hit.end, None)], background, carried_by=at, in_passing=at is None and lower[hit.start] != "arrival")


def _describes(word: str) -> bool:
    """Whether the word may stand between a determiner and the noun."""
    return word.isalnum() and word not in _DETERMINERS and word not in clause_words().others and word not in clause_words().partners and not word.endswith("ed") and word not in _words().carrying or word == "-"


def _is_noun(sentence: Sentence, hit: Found) -> bool:
    before = sentence.words.lower[hit.start - 1] if hit.start > sentence.start else ""
    return before in _DETERMINERS or before == "'s" or before in {"-", "official", "state", "first", "day", "working", "on", "during", "of"}


def _is_real(sentence: Sentence, first: int, hit: Found) -> bool:
    """Whether the visit took place or takes place: nothing around it speaks of a plan, an invitation or what comes before it."""
    lower, words = sentence.words.lower, _words()
    left = lower[max(sentence.start, first - 7) : first]
    for k in range(len(left) - 1, -1, -1):
        if left[k] in {";", ":", "that", "who"}:
            left = left[k + 1 :]
            break
    right = lower[hit.end : min(sentence.end, hit.end + 10)]
    if words.unreal.intersection(left) or not clause_words().future.isdisjoint(left) or not clause_words().wishes.isdisjoint(left):
        return False
    if {"will", "scheduled", "expected", "planned", "postponed", "cancelled", "canceled"}.intersection(right[:8]) and "," not in right[:4]:
        return False
    return not is_ahead(sentence, hit.start, hit.end)


def _destinations_of_noun(sentence: Sentence, hit: Found) -> list[Place]:
    lower = sentence.words.lower
    if lower[hit.end : hit.end + 1] and lower[hit.end] in {"here", "there"}:
        return [Place(hit.end, hit.end + 1, None)]
    return destinations(sentence, hit.end, {"to", "of", "in"} if lower[hit.end - 1] in {"tour", "stay", "stop", "stopover"} else {"to", "in", "at"} if lower[hit.end - 1] == "arrival" else {"to", "in"})


def _guests(sentence: Sentence, first: int, hit: Found) -> tuple[tuple[str, ...], int | None]:
    """The visitors, and the verb that carries the visit if one does."""
    lower = sentence.words.lower
    lead = first - 1
    described = codes_of(a for a in sentence.arguments if first <= a.actor.start < hit.start)
    if described:
        return described, None
    if lead >= sentence.start and lower[lead] in {"'s", "'"}:
        owner = [a for a in sentence.arguments if a.actor.end in {lead, lead + 1}]
        if owner:
            return codes_of(owner), None
    by = _behind(sentence, hit.end, {"by"}) or (_behind(sentence, hit.end, {"of", "from"}) if lower[hit.end : hit.end + 1] in (["of"], ["from"]) and lower[hit.end - 1] != "tour" else ())
    if by:
        return by, None
    return _subjects_of_noun(sentence, first, hit)


def _subjects_of_noun(sentence: Sentence, first: int, hit: Found) -> tuple[tuple[str, ...], int | None]:
    """Who makes the visit: the subject of "paid a visit", or of the clause that "during his visit" belongs to."""
    lower = sentence.words.lower
    lead = first - 1
    while lead >= sentence.start and (lower[lead] in _DETERMINERS or lower[lead] in _words().between):
        lead -= 1
    on = "on" in lower[lead + 1 : first]
    verb = lead if lead >= sentence.start and (lower[lead] in _words().carrying or (on and lower[lead] in relation_words().acts.being)) else None
    if verb is not None:
        return _travellers(sentence, verb), verb
    relative = next((k for k in range(hit.end, min(sentence.end, hit.end + 8)) if lower[k] in _words().carrying), None)
    if relative is not None and not _breaks(lower[hit.end : relative]):
        subject = codes_of(sentence.subjects(relative))
        if subject:
            return subject, relative
    start = max(sentence.start, lead)
    people = [a for a in sentence.arguments if a.actor.end <= start + 1 and a.actor.kind in _OF_PEOPLE and a.actor.codes]
    if people:
        return codes_of([*sentence.subjects(start), *reversed(people), *reversed([a for a in sentence.arguments if a.actor.end <= start + 1])]), None
    behind = [a for a in sentence.arguments if a.actor.start >= hit.end and a.actor.kind in _OF_PEOPLE and a.governor == ""]
    return codes_of(behind[:1]), None


def _breaks(between: Sequence[str]) -> bool:
    return not {",", ";", "and", "to", "in"}.isdisjoint(between)


def _behind(sentence: Sentence, after: int, prepositions: set[str]) -> tuple[str, ...]:
    """The parties that one of the prepositions introduces within the noun's phrase: "visit (to X) by Y and Z"."""
    lower = sentence.words.lower
    at = next((k for k in range(after, min(sentence.end, after + 10)) if lower[k] in prepositions), None)
    if at is None or not {",", "said", "who", "which"}.isdisjoint(lower[after:at]):
        return ()
    chain: list[Argument] = []
    for argument in (a for a in sentence.arguments if a.actor.start > at):
        if (chain and not argument.chained) or (not chain and argument.actor.start - at > 8):
            break
        chain.append(argument)
    return codes_of(chain)


# ---- where ---------------------------------------------------------------------------------------------------------------


def destinations(sentence: Sentence, after: int, prepositions: frozenset[str] | set[str]) -> list[Place]:
    """The places that one of the prepositions leads to, in the clause behind token `after`."""
    lower, stops = sentence.words.lower, _words().stops
    for k in range(after, min(sentence.end, after + _REACH)):
        if lower[k] in stops:
            return []
        if lower[k] in prepositions:
            found = places_from(sentence, k + 1)
            if found:
                return found
    return []


def places_from(sentence: Sentence, at: int) -> list[Place]:
    """The places named at token `at`, with those that commas and "and" join to them."""
    lower = sentence.words.lower
    found: list[Place] = []
    place = _place_at(sentence, at)
    while place is not None:
        found.append(place)
        k = place.end
        while k < sentence.end and k - place.end < 5 and lower[k] in {",", "and", "the", "&", "then", "later", "as", "well", "to"}:
            k += 1
        place = _place_at(sentence, k) if k > place.end else None
    return found


def _place_at(sentence: Sentence, at: int) -> Place | None:
    """The place whose name begins at `at`, or behind an article and the like: "the Polish capital", "the neighbouring country"."""
    lower, named = sentence.words.lower, _places(sentence)
    k = at
    while k < sentence.end and k - at < 5:
        if k in named:
            end, code, label = named[k]
            if label != "demonym" and lower[end : end + 1] != ["-"]:
                return Place(at, end, code)
            return Place(at, end + 1, code) if end < sentence.end and lower[end] in _words().capitals else None
        if lower[k] in _words().countries and k > at:
            return Place(at, k + 1, None)
        if lower[k] in {"here", "there"} and k == at:
            return Place(at, k + 1, None)
        if lower[k] not in _words().before_places:
            return None
        k += 1
    return None


def _places(sentence: Sentence) -> dict[int, tuple[int, str, str]]:
    """First token of each country or city of the Doc → its end, its country, and its label."""
    found: dict[int, tuple[int, str, str]] | None = sentence.doc.user_data.get("defense_places")
    if found is None:
        found = {s.start: (s.end, s.id_, s.label_) for s in sentence.doc.spans.get("places", ())}
        found |= {s.start: (s.end, s.id_, s.label_) for s in sentence.doc.spans.get("countries", ())}
        sentence.doc.user_data["defense_places"] = found
    return found


# ---- the relation ----------------------------------------------------------------------------------------------------------


def _visits(sentence: Sentence, hit: Found, guests: tuple[str, ...], to: list[Place], background: Background, *, dated: bool = True, carried_by: int | None = None, in_passing: bool = False) -> Iterator[Relation]:
    if not guests or not to or is_ahead(sentence, hit.start, to[-1].end):
        return
    start = hit.start if carried_by is None else min(hit.start, carried_by)
    told = max(hit.end, to[-1].end)
    end = _beginning(sentence, told)
    in_passing = in_passing and end == told
    period = when(sentence, start, end, strict=True, behind=_NEAR if in_passing else 0) if dated else None
    if period and in_passing and len(period.start) == 10 and period.end is None:
        period = None  # a day on which he was there, not the first
    date = _first_day(sentence, start, period.start) if period else _today(sentence, hit, background)
    for guest in guests:
        for place in to:
            code = place.code or background.host(guest, hit.start)
            if code and code != guest:
                yield Relation(sentence, hit.start, hit.end, "visited", guest, code, date)


def _beginning(sentence: Sentence, end: int) -> int:
    """Behind "began", or ", which began": there the first day of a visit stands that was told up to token `end`."""
    lower = sentence.words.lower
    k = end
    while k < sentence.end and k < end + 3 and lower[k] in {",", "which", "that", "has"}:
        k += 1
    return k + 1 if k < sentence.end and lower[k] in _words().beginning else end


def _first_day(sentence: Sentence, verb: int, date: str) -> str | None:
    """The day a visit began, counted back where the date is that of its end."""
    lower = sentence.words.lower
    if lower[verb] not in _words().ending:
        return date
    days = length_in_days(lower, sentence.start, sentence.end)
    return add_days(date, 1 - days) if days and len(date) == 10 else date[:7]


def _today(sentence: Sentence, hit: Found, background: Background) -> str | None:
    """The day the article reports on, where the visit is told to be of that day: "one-day visit", "arrived in the morning"."""
    lower = sentence.words.lower
    near = " ".join((*lower[max(sentence.start, hit.start - 5) : hit.start], "…", *lower[hit.end : min(sentence.end, hit.end + 4)]))
    return background.news_day if any(phrase in near for phrase in _words().of_the_day) else None


_READERS: dict[str, Callable[[Sentence, Found, Background], Iterator[Relation]]] = {
    "visited.direct": _direct,
    "visited.moving": _moving,
    "visited.noun": _noun,
    "visited.guest": _guest,
    "visited.being": _being,
}
