"""Everything in a text that can act or take part: officials, offices, bodies, countries, and what points at them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Doc

from extract.text.marked import marked
from extract.text.tokens import words
from extract.words.lexicon import references

_KINDS = ("official", "title", "group", "office", "ministry", "organization", "country", "modifier", "pronoun")
_PRECEDENCE = {kind: place for place, kind in enumerate(_KINDS)}
_APART = 12  # tokens
_LONGEST_COLLECTIVE = 5


class Actor(NamedTuple):
    """Tokens `start` to `end` that name or point at people (`people`, names) and parties (`codes`).

    `kind`: official, title (an office set beside a name), country, modifier ("Turkish", "Turkey's"), organization, ministry,
    office, pronoun or group. A pronoun or group that could not be resolved has no codes.
    """

    start: int
    end: int
    kind: str
    people: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


def named_actors(doc: Doc) -> Iterator[Actor]:
    """Officials with the offices beside their names, ministries, organizations and countries."""
    lower = words(doc).lower
    attached: set[int] = set()
    for person in doc._.officials:
        codes = (person.country,) if person.country else ()
        for naming in person.namings:
            yield Actor(naming.start, naming.end, "official", (person.name,), codes)
            for office in naming.offices:
                attached.add(office.start)
                if office.end + _APART < naming.start or naming.end + _APART < office.start:
                    yield Actor(office.start, office.end, "official", (person.name,), codes)
    for office in doc._.offices:
        if office.start in attached or office.is_counterpart:
            yield Actor(office.start, office.end, "title" if office.start in attached else "office", (), office.countries)
    bodies: dict[tuple[int, int], dict[str, None]] = {}  # "the Polish and Czech navies" are of both
    for span in marked(doc, "ministries"):
        bodies.setdefault((span.start, span.end), {})[span.id_.split("/")[0]] = None
    named = {span.start: (span.end, span.id_) for span in marked(doc, "countries")}
    for (start, end), owners in bodies.items():
        behind = end + 1 + (lower[end + 1 : end + 2] == ["the"])
        owner_end, owner = named.get(behind, (end, "")) if lower[end : end + 1] == ["of"] else (end, "")
        yield Actor(start, owner_end if owner in owners else end, "ministry", (), tuple(owners))  # "the Navy | of Poland"
    named_bodies = {start for start, _ in bodies}
    for span in marked(doc, "organizations"):
        if not references().persons.isdisjoint(lower[span.end : span.end + 1]):
            yield Actor(span.start, span.end + 1, "organization", (), (span.id_,))  # "the NATO official"
        yield Actor(span.start, span.end, "organization", (), (span.id_,))
    for span in marked(doc, "countries"):
        following = lower[span.end] if span.end < len(lower) else ""
        if following == "-" and lower[span.end + 1 : span.end + 2] == ["based"]:  # "the Rome-based agencies"
            continue
        if span.end in named_bodies:
            yield Actor(span.start, span.end, "modifier", (), (span.id_,))  # "the US Department of Defense"
            continue
        if collective := _collective_end(span.end, lower):
            yield Actor(span.start, collective, "country", (), (span.id_,))
            yield Actor(span.start, span.end, "modifier", (), (span.id_,))  # where an official's name begins behind it
        elif lower[span.start - 1] == "the" and following in references().group_verbs:
            yield Actor(span.start, span.end, "country", (), (span.id_,))  # "the British had talks"
        elif span.label_ != "demonym" and following != "'s":
            yield Actor(_with_people_of(span.start, lower), span.end, "country", (), (span.id_,))
        else:
            yield Actor(span.start, span.end, "modifier", (), (span.id_,))


def _collective_end(after: int, lower: list[str]) -> int:
    """The token after the noun that makes a demonym a whole side ("Thai side", "Thai military delegation"); 0 without one."""
    table = references()
    for i in range(after, min(after + _LONGEST_COLLECTIVE, len(lower))):
        if lower[i] in table.sides and table.sides.isdisjoint(lower[i + 1 : i + 2]):
            return i + 1
        if lower[i] not in table.group_modifiers and lower[i] not in table.sides:
            return 0
    return 0


def _with_people_of(start: int, lower: list[str]) -> int:
    """The first token of "the Government of X", "a delegation from X", given that of X."""
    k = start - 1 - (lower[start - 1] == "the")
    return k - 1 if lower[k] in {"of", "from"} and lower[k - 1] in references().peoples else start


def without_overlaps(actors: Iterable[Actor]) -> Iterator[Actor]:
    """Actors in text order; of overlapping ones the kind that comes first in the order of precedence, then the longest."""
    taken: set[int] = set()
    kept = []
    for actor in sorted(actors, key=lambda a: (_PRECEDENCE[a.kind], a.start, -a.end)):
        if taken.isdisjoint(range(actor.start, actor.end)):
            taken.update(range(actor.start, actor.end))
            kept.append(actor)
    yield from sorted(kept)
