"""Where a journey leads: the places behind a verb or noun of travel, by name or as "the country", "the Polish capital"."""

from collections.abc import Collection
from typing import NamedTuple

from extract.clauses.clauses import Sentence
from extract.text.marked import marked
from extract.text.phrases import Found
from extract.words.lexicon import clause_words
from extract.words.relation_words import VisitWords, relation_words

_TOWARDS = {"in", "to", "for", "at"}
_REACH, _LONGEST_LEAD = 14, 5
_NEAR = 8  # tokens
_RELATIVE = {"that", "which"}
_IN_NAMES = {"the", "of", "and", "for", "-"}
_HEADQUARTERS = {"headquarters", "ghq"}


class Place(NamedTuple):
    """A country, or a place in it, up to token `end`; `code` is None of "the country" that the traveller is in."""

    end: int
    code: str | None
    is_city: bool = False


def destinations(sentence: Sentence, after: int, prepositions: Collection[str]) -> list[Place]:
    """The places that one of the prepositions leads to, in the clause behind token `after`."""
    lower, stops = sentence.words.lower, _words().stops
    for k in range(after, min(sentence.end, after + _REACH)):
        if lower[k] in stops:
            return []
        found = places_from(sentence, k + 1) if lower[k] in prepositions else []
        if found:
            return found
    return []


def places_from(sentence: Sentence, at: int) -> list[Place]:
    """The places named at token `at`, with those that commas and "and" join to them."""
    lower, joints = sentence.words.lower, _words().place_joints
    found: list[Place] = []
    place = _place_at(sentence, at)
    while place is not None:
        found.append(place)
        k = place.end
        while k < min(sentence.end, place.end + _LONGEST_LEAD) and lower[k] in joints:
            k += 1
        place = _place_at(sentence, k) if k > place.end else None
        if place is not None and lower[place.end : place.end + 1] == ["'s"]:
            break
    return found


def place_before(sentence: Sentence, verb: int) -> list[Place]:
    """The place of "Poland, which he | reached on Monday"."""
    lower = sentence.words.lower
    which = next((k for k in range(verb - 2, max(sentence.start, verb - _LONGEST_LEAD), -1) if lower[k] == "which"), None)
    if which is None or lower[which - 1] != "," or not any(which < a.actor.start < verb for a in sentence.arguments):
        return []
    named = (found for found in _named(sentence).values() if found[0] == which - 1 and found[2] != "demonym")
    return [Place(end, code, label == "city") for end, code, label in named]


def place_of_base(sentence: Sentence, after: int) -> list[Place]:
    """The city of "Air Headquarters, Islamabad": behind the first comma after a name in capitals."""
    words = sentence.words
    comma = next((k for k in range(after, min(sentence.end, after + _NEAR)) if words.lower[k] == ","), None)
    if comma is None or not all(words.text[k][0].isupper() or words.lower[k] in _IN_NAMES for k in range(after, comma)):
        return []
    return places_from(sentence, comma + 1)


def place_on_island(sentence: Sentence, after: int) -> list[Place]:
    """Where somebody arrived "on the island", with or without its name."""
    lower = sentence.words.lower
    on_land = lower[after : after + 2] == ["on", "the"] and lower[after + 2] in _words().countries
    return (places_from(sentence, after + 1) or [Place(after + 3, None)]) if on_land else []


def place_of_forces(sentence: Sentence, at: int) -> list[Place]:
    """The country of "a visit to the Polish Armed Forces"."""
    if sentence.words.lower[at : at + 1] != ["to"]:
        return []
    forces = (a for a in sentence.arguments if at < a.actor.start <= at + 2 and a.actor.kind == "ministry")
    named = (a.actor for a in forces for s in sentence.countries if s.start == a.actor.start)
    return next(([Place(actor.end, code) for code in actor.codes] for actor in named), [])


def places_between(sentence: Sentence, start: int, end: int) -> list[Place]:
    """The places behind "in" or "to" from token `start` to `end`, or "there"."""
    lower, here = sentence.words.lower, _words().here
    leads = (k + (lower[k] not in here) for k in range(start, end) if lower[k] in here or lower[k] in _TOWARDS)
    return next((found for k in leads if (found := places_from(sentence, k))), [])


def headquarters(sentence: Sentence, after: int) -> list[Place]:
    """Where "the Army | Headquarters" or "GHQ" is that somebody visited: in the country that the article is from."""
    lower, home = sentence.words.lower, sentence.doc._.home
    end = next((k for k in range(after, min(sentence.end, after + _NEAR)) if lower[k] in _HEADQUARTERS), None)
    if end is None or home is None or not _words().stops.isdisjoint(lower[after:end]):
        return []
    foreign = any(after <= a.actor.start <= end and set(a.actor.codes) - {home} for a in sentence.arguments)
    return [] if foreign else [Place(end + 1, home)]


def is_fronted(sentence: Sentence, verb: Found) -> bool:
    """“The exhibit that X toured | shows what happened in Y”: whether the object stands before, and another verb behind."""
    lower, table = sentence.words.lower, clause_words()
    following = lower[verb.end] if verb.end < sentence.end else ""
    opens = next((k for k in range(verb.start - 1, max(sentence.start, verb.start - _NEAR), -1) if lower[k] in _RELATIVE), None)
    subject = opens is not None and any(opens < a.actor.start < verb.start for a in sentence.arguments)
    return subject and following.isalpha() and following.endswith("s") and following not in table.determiners | table.fillers


def place_within(sentence: Sentence, start: int, noun: int) -> list[Place]:
    """The place that describes a visit whose phrase stands from token `start` to the noun: "his Moscow visit"."""
    named, following = _named(sentence), sentence.words.lower[noun + 1 : noun + 2]
    found = next((named[k] for k in range(start, noun) if k in named), None)
    if found is None or found[2] == "demonym" or sentence.words.lower[found[0]] in {"'s", "'", "-"}:
        return []
    if found[2] != "city" and following == ["to"]:  # "the US visit to Poland"
        return []
    return [Place(found[0], found[1], found[2] == "city")]


def _place_at(sentence: Sentence, at: int) -> Place | None:
    """The place named at token `at`, or behind articles and adjectives."""
    lower, table, named = sentence.words.lower, _words(), _named(sentence)
    for k in range(at, min(sentence.end, at + _LONGEST_LEAD)):
        if k in named:
            return _named_place(sentence, *named[k])
        if lower[k] == "there" and k == at:
            return Place(k + 1, _last_named(sentence, k))
        leads_on = k + 1 in named or (lower[k + 1 : k + 2] == ["of"] and k + 2 in named)  # "the island of | Cyprus"
        if (lower[k] in table.countries and k > at and not leads_on) or (lower[k] in table.here and k == at):
            return Place(k + 1, None)
        if lower[k] not in table.before_places:
            return None
    return None


def _named_place(sentence: Sentence, end: int, code: str, label: str) -> Place | None:
    """A name, unless a hyphen makes it part of another word; of a demonym only with "capital" and the like behind it."""
    following = sentence.words.lower[end] if end < sentence.end else ""
    if label != "demonym":
        return Place(end, code, label == "city") if following != "-" else None
    return Place(end + 1, code) if following in _words().capitals else None


def _last_named(sentence: Sentence, before: int) -> str | None:
    """The country that "there" points back at: the last one of the sentence behind "in" or "to"."""
    lower, named = sentence.words.lower, _named(sentence)
    starts = (k for k in range(before - 1, sentence.start + 1, -1) if k in named and named[k][2] != "demonym")
    return next((named[k][1] for k in starts if not _TOWARDS.isdisjoint(lower[k - 2 : k])), None)


def _named(sentence: Sentence) -> dict[int, tuple[int, str, str]]:
    """First token of each country and city of the Doc → its end, its country, and its label."""
    found: dict[int, tuple[int, str, str]] | None = sentence.doc.user_data.get("defense_places")
    if found is None:
        spans = (span for key in ("places", "countries") for span in marked(sentence.doc, key))
        found = {span.start: (span.end, span.id_, span.label_) for span in spans}
        sentence.doc.user_data["defense_places"] = found
    return found


def _words() -> VisitWords:
    return relation_words().visited
