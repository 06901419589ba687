"""Everything in a text that can act or take part, in order, each with its people and parties.

Names stand for themselves; an office without a name, a rank, a pronoun, "the two sides" stand for those named before them.
"""

from bisect import bisect_right
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from .lexicon import clause_words, references, titles
from .offices import Office
from .officials import Person
from .tokens import words

_PRECEDENCE = ("official", "title", "office", "ministry", "organization", "group", "country", "modifier", "pronoun")
_REMEMBERED = 40
_OF_PEOPLE = {"official", "office", "pronoun"}
_LONGEST_COLLECTIVE = 5
_BESIDE = 12  # tokens
_COMPANY = {"with", "by", "between", "among"}
_ANYBODY = {"leaders", "officials", "chiefs", "men", "women", "dignitaries", "officers", "heads"}
_HEADING = {"led", "leads", "leading", "headed", "heads", "heading"}


@dataclass(frozen=True)
class Actor:
    """Tokens `start` to `end` that name or point at people (`people`, names) and parties (`codes`).

    `kind`: official, title (an office set beside a name), country, modifier ("Turkish", "Turkey's"), organization, ministry,
    office, pronoun or group. A pronoun or group that could not be resolved has no codes.
    """

    start: int
    end: int
    kind: str
    people: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


def find_actors(doc: Doc, home: str | None) -> Iterator[Actor]:
    """The actors of `doc` in text order, without overlaps; `home` is the country that "we" and "our" stand for."""
    lower = words(doc).lower
    starts = [sentence.start for sentence in doc.sents]
    offices = {office.start: office for office in doc._.offices}
    told = _Told(doc._.officials)
    for actor in _without_overlaps([*_named(doc), *_pointing(doc, home)]):
        sentence = bisect_right(starts, actor.start)
        known = told.resolve(actor, lower, sentence, offices.get(actor.start))
        if known is not None:
            told.add(known, lower, sentence)
            yield known


# ---- spans that act --------------------------------------------------------------------------------------------------------


def _named(doc: Doc) -> Iterator[Actor]:
    """Officials, ministries, organizations and countries; offices, still without their holders."""
    lower = words(doc).lower
    attached: set[int] = set()
    for person in doc._.officials:
        codes = (person.country,) if person.country else ()
        for naming in person.namings:
            attached.update(office.start for office in naming.offices)
            yield Actor(naming.start, naming.end, "official", (person.name,), codes)
    for office in doc._.offices:
        yield Actor(office.start, office.end, "title" if office.start in attached else "office", (), office.countries)
    bodies: dict[tuple[int, int], dict[str, None]] = {}  # "the Polish and Czech navies" are of both
    for span in doc.spans.get("ministries", ()):
        bodies.setdefault((span.start, span.end), {})[span.id_.split("/")[0]] = None
    for (start, end), owners in bodies.items():
        yield Actor(start, end, "ministry", (), tuple(owners))
    named_bodies = {start for start, _ in bodies}
    for span in doc.spans.get("organizations", ()):
        yield Actor(span.start, span.end, "organization", (), (span.id_,))
    for span in doc.spans.get("countries", ()):
        following = lower[span.end] if span.end < len(lower) else ""
        if span.end in named_bodies:
            yield Actor(span.start, span.end, "modifier", (), (span.id_,))  # "the US Department of Defense"
            continue
        if collective := _collective_end(span.end, lower):
            yield Actor(span.start, collective, "country", (), (span.id_,))
            yield Actor(span.start, span.end, "modifier", (), (span.id_,))  # where an official's name begins behind it
        elif lower[span.start - 1] == "the" and following in references().group_verbs - {"of"}:
            yield Actor(span.start, span.end, "country", (), (span.id_,))  # "the British had talks"
        elif span.label_ != "demonym" and following != "'s":
            yield Actor(_with_people_of(span.start, lower), span.end, "country", (), (span.id_,))
        else:
            yield Actor(span.start, span.end, "modifier", (), (span.id_,))


def _collective_end(after: int, lower: list[str]) -> int:
    """The token after the noun that makes a demonym a whole side ("Thai side", "Thai military delegation"); 0 without one."""
    table = references()
    sides = table.collectives | table.persons
    for i in range(after, min(after + _LONGEST_COLLECTIVE, len(lower))):
        if lower[i] in sides and sides.isdisjoint(lower[i + 1 : i + 2]):
            return i + 1
        if lower[i] not in table.group_modifiers and lower[i] not in sides:
            return 0
    return 0


def _with_people_of(start: int, lower: list[str]) -> int:
    """The first token of "the Government of X", "a delegation from X", given that of X."""
    k = start - 1 - (lower[start - 1] == "the")
    return k - 1 if lower[k] in {"of", "from"} and lower[k - 1] in references().peoples else start


def _pointing(doc: Doc, home: str | None) -> Iterator[Actor]:
    """Pronouns, groups ("they", "both sides", "the two ministers") and ranks ("the General")."""
    lower, table = words(doc).lower, references()
    cues = table.pronouns | table.first_persons | {"they", "two", "both", "three", "the"}
    for i in [i for i, word in enumerate(lower) if word in cues]:
        if lower[i] in table.pronouns:
            yield Actor(i, i + 1, "pronoun")
        elif lower[i] in table.first_persons:
            yield Actor(i, i + 1, "pronoun", (), (home,) if home else ())
        elif end := _group_end(i, lower):
            yield Actor(i, end, "group")
        elif lower[i] == "the" and (end := _rank_end(i + 1, lower)):
            yield Actor(i + 1, end, "office")


def _group_end(i: int, lower: list[str]) -> int:
    """The token after "they", "the two sides", "both" at `i`; 0 where there is no group."""
    table = references()
    if lower[i] == "they":
        return i + 1
    k = i + (lower[i] == "the")
    if lower[i] == "the" and k + 1 < len(lower) and lower[k] in table.delegations and lower[k + 1] not in {"of", "from", "'s"}:
        return k + 1
    counted = lower[k : k + 1] and lower[k] in {"two", "three", "both"}
    k += bool(counted)
    if lower[k : k + 1] == ["-"]:
        return 0
    last = k
    while last < min(k + 3, len(lower)) and lower[last] in table.group_modifiers:
        last += 1
    noun = lower[last] if last < len(lower) else ""
    if noun in table.groups and (counted or noun in table.pairs):
        return last + 1
    alone = k < len(lower) and (lower[k] in table.group_verbs or not lower[k][0].isalpha())
    return k if counted and alone else 0


def _rank_end(i: int, lower: list[str]) -> int:
    """The token after the rank at `i`; 0 where there is none, or where it belongs to a body ("General Staff")."""
    end = i + 3 if lower[i + 1 : i + 2] == ["-"] else i + 1
    following = lower[end] if end < len(lower) else ""
    is_rank = end <= len(lower) and lower[end - 1] in titles().rank_cores
    return end if is_rank and following not in titles().after_general and following != "-" else 0


def _without_overlaps(actors: Iterable[Actor]) -> Iterator[Actor]:
    """Actors in text order; of overlapping ones the kind that comes first in the order of precedence, then the longest."""
    taken: set[int] = set()
    kept = []
    for actor in sorted(actors, key=lambda a: (_PRECEDENCE.index(a.kind), a.start, -a.end)):
        if taken.isdisjoint(range(actor.start, actor.end)):
            taken.update(range(actor.start, actor.end))
            kept.append(actor)
    yield from sorted(kept, key=lambda a: a.start)


# ---- whom they mean ----------------------------------------------------------------------------------------------------------


class _Told:
    """What the text has told so far: who held which office, the subject of each sentence, who acted last."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.people = {person.name: person for person in people}
        self.keys = {name: _keys(person) for name, person in self.people.items()}
        self.first: dict[tuple[str, str | None], Person] = {}
        self.last: dict[tuple[str, str | None], Person] = {}
        self.leading: dict[str, Person] = {}
        self.heads: dict[str, str] = {}
        self.delegation: Actor | None = None
        self.subjects: deque[tuple[int, Actor]] = deque(maxlen=3)
        self.acting: deque[tuple[int, Actor]] = deque(maxlen=_REMEMBERED)
        for person in self.people.values():
            for key in self.keys[person.name]:
                self.first.setdefault((key, person.country), person)

    def add(self, actor: Actor, lower: list[str], sentence: int) -> None:
        """Remember an actor that has been resolved."""
        is_first = not self.subjects or self.subjects[-1][0] != sentence
        is_subject = len(actor.people) == 1 and is_first and not _is_governed(actor, lower)
        if is_subject:
            self.subjects.append((sentence, actor))
        if actor.kind == "official" and len(actor.codes) == 1 and _heads_delegation(actor, lower):
            self.heads[actor.codes[0]] = actor.people[0]
            self.delegation = actor
        for person in (self.people[name] for name in actor.people if actor.kind == "official" and name in self.people):
            for key in self.keys[person.name]:
                self.last[key, person.country] = self.last[key, None] = person
                if is_subject:
                    self.leading[key] = person
        place = actor.kind == "country" and lower[actor.start - 1] in references().not_acting
        if (actor.codes or actor.kind == "official") and actor.kind not in {"modifier", "title"} and not place:
            self.acting.append((sentence, actor))

    def resolve(self, actor: Actor, lower: list[str], sentence: int, office: Office | None) -> Actor | None:
        """The actor with those it means; None for an office that means nobody."""
        if actor.kind == "pronoun" and not actor.codes:
            return self._of(actor, self._pronoun(actor, lower, sentence))
        if actor.kind == "group":
            return self._group(actor, lower)
        if actor.kind == "country" and lower[actor.end - 1] in references().delegations:
            self.delegation = replace(actor, people=tuple(self.heads[code] for code in actor.codes if code in self.heads))
            return self.delegation
        if actor.kind == "country" and lower[actor.end - 1] in references().persons:
            return replace(actor, people=self._last_of(actor.codes))
        if actor.kind != "office":
            return actor
        return self._office(actor, office, lower) if office else self._rank(actor, lower)

    def _last_of(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """The official of the country who was named last."""
        named = (actor for _, actor in reversed(self.acting) if actor.kind == "official" and actor.codes == codes)
        return next((actor.people for actor in named), ())

    def _pronoun(self, actor: Actor, lower: list[str], sentence: int) -> tuple[str, ...]:
        """The subject told last; "him" is whom the sentence told of as an object, else a subject before the last."""
        last = next((acting for number, acting in reversed(self.acting) if number == sentence and acting.people), None)
        if last is None or lower[actor.start] not in references().object_pronouns:
            return self._subject(())
        if _is_governed(last, lower) or "and" in lower[last.end : actor.start]:  # "spoke with X and told him"
            return last.people
        return self._subject(last.people)  # "X flew to Riga, where Y received him"

    def _subject(self, other: tuple[str, ...]) -> tuple[str, ...]:
        """The subject told last who is not `other`."""
        return next((actor.people for _, actor in reversed(self.subjects) if actor.people != other), ())

    def _of(self, actor: Actor, people: tuple[str, ...]) -> Actor:
        countries = (self.people[name].country for name in people if name in self.people)
        return replace(actor, people=people, codes=tuple(code for code in countries if code))

    def _office(self, actor: Actor, office: Office, lower: list[str]) -> Actor | None:
        """The official of that office, and country if one is told, named last; else the country's."""
        if office.is_counterpart or office.plural:
            return actor if office.countries or office.is_counterpart else None
        if office.bare and not office.country and lower[actor.start - 1] not in references().before_bare:
            return None
        keys = [office.role] if office.bare or office.role_class == "other" else [office.role_class, office.role]
        if not office.country:
            subject = next((self.leading[key] for key in keys if key in self.leading), None)
            if subject is not None:
                return self._of(actor, (subject.name,))
        for known in (self.last, self.first) if office.country else (self.last,):
            holder = next((known[key, office.country] for key in keys if (key, office.country) in known), None)
            if holder is not None:
                return self._of(actor, (holder.name,))
        if office.country and " " not in office.role:
            return replace(actor, people=self._last_of((office.country,)))
        return actor if office.country or lower[actor.start - 1] in references().before_bare else None

    def _rank(self, actor: Actor, lower: list[str]) -> Actor | None:
        """The officer of that rank named last."""
        holder = self.last.get((lower[actor.end - 1], None))
        return self._of(actor, (holder.name,)) if holder else None

    def _group(self, group: Actor, lower: list[str]) -> Actor:
        """The parties, and where the words are of people the people, that acted together last before the group."""
        said = lower[group.start : group.end]
        of_people = said[-1] in {"they", "two", "both", "three"} or not references().people_groups.isdisjoint(said)
        size = 3 if "three" in said else 2
        named = self._people_of(said[-1], size)
        if named:
            return self._of(group, named)
        known = of_people and any(actor.kind in _OF_PEOPLE for _, actor in self.acting)
        codes, people = self._last_together(size, _OF_PEOPLE if known else set())
        return replace(group, codes=codes, people=people if of_people and len(people) > 1 else ())

    def _last_together(self, size: int, kinds: Collection[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The parties and people of the last `size` parties that acted, of these kinds (of any where there are none).

        A group told before is preferred to parties that do not stand in one sentence.
        """
        codes: dict[str, None] = {}
        people: dict[str, None] = {}
        told: set[int] = set()
        for sentence, actor in reversed(self.acting):
            if actor.kind == "group" and len(actor.codes) == size and (not codes or len(told | {sentence}) > 1):
                return actor.codes, actor.people
            if (kinds and actor.kind not in kinds) or not (kinds or actor.codes) or len(codes) == size:
                continue
            fresh = [code for code in actor.codes if code not in codes]
            if not actor.codes or len(codes) + len(fresh) > size:
                break
            codes.update(dict.fromkeys(fresh))
            people.update(dict.fromkeys(actor.people) if fresh else {})
            told.add(sentence)
            if len(codes) == size and len(told) == 1:
                break
        return (tuple(codes), tuple(people)) if len(codes) > 1 else ((), ())

    def _people_of(self, noun: str, size: int) -> tuple[str, ...]:
        """The officials of `size` countries told last whom the noun of "the two ministers" fits; () where they are fewer."""
        if noun not in references().people_groups:
            return ()
        kind = titles().singular.get(noun, noun.removesuffix("s"))
        found: dict[str, str] = {}
        for _, actor in reversed(self.acting):
            for name in actor.people if actor.kind == "official" else ():
                country = self.people[name].country
                if country and country not in found and (noun in _ANYBODY or kind in self.keys[name]):
                    found[country] = name
            if len(found) == size:
                return tuple(found.values())
        return ()


def _is_governed(actor: Actor, lower: list[str]) -> bool:
    """Whether a preposition stands before the actor, so that it is no subject: "With Gen. X, he had talks"."""
    before = actor.start - 1 - (lower[actor.start - 1] in clause_words().determiners)
    return before >= 0 and (lower[before] in clause_words().others or lower[before] in _COMPANY)


def _heads_delegation(actor: Actor, lower: list[str]) -> bool:
    """Whether the words beside an official tell that he led a delegation."""
    before, after = lower[max(0, actor.start - _BESIDE) : actor.start], lower[actor.end : actor.end + _BESIDE]
    led = "delegation" in before and "by" in before[-4:] and not _HEADING.isdisjoint(before)
    return led or ("delegation" in after and not _HEADING.isdisjoint(after))


def _keys(person: Person) -> set[str]:
    """What may point at a person: his class, his office in words, its single words, the words of his ranks."""
    roles = [person.role or "", *(office.role for naming in person.namings for office in naming.offices)]
    ranks = {word for naming in person.namings if naming.rank for word in naming.rank.replace("-", " ").split()}
    classes = {person.role_class} - {"other", ""}
    other_words = references().synonyms.get(person.role_class, frozenset())
    return {*other_words, *roles, *(word for role in roles for word in role.split()), *ranks, *classes} - {""}
