"""Officials across articles: every naming of somebody in a record → the person whom it means.

Whole names first: those of one country that are alike and of one career are one person, the surest likeness before the looser,
and nobody joins two who contradict each other. Then names without a country, and at last single names, each where it fits one
person only. Names are compared only within blocks that share a word and the initial of another, so that the cost grows with
the number of names.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise, product

from networkx.utils import UnionFind

from extract.record import Record
from kg.corrections import NONE, Corrections, PeopleCorrection
from kg.names import Likeness, initial_of, key_of, likeness, read_name, turned
from kg.people import GENERATION, Mention, are_one, may_be_one_career, years_between

Spelling = tuple[str, str]
"""A record's id, and an official's name in it."""

_SUREST: tuple[Likeness, ...] = ("same", "order", "spelling", "shorter", "initials")
_LOOSE = frozenset({"shorter", "initials"})
_LULL = 3.0  # years without a word of him after which a contradictory career is another's


@dataclass
class Person:
    """Somebody with the namings that mean him."""

    country: str | None
    names: set[str]
    namings: list[tuple[Spelling, Mention]]
    career: dict[tuple[str, str], Mention] = field(default_factory=dict)  # each office when it is first and last told

    def __post_init__(self) -> None:
        for _, mention in self.namings:
            self._extend(mention)

    def take(self, other: "Person") -> None:
        """Take over all that means another."""
        self.names |= other.names
        self.namings += other.namings
        for mention in other.career.values():
            self._extend(mention)

    def may_be(self, other: "Person") -> bool:
        """Whether nothing in the two careers forbids that they are one."""
        return all(
            may_be_one_career(a, b) and years_between(a, b) <= GENERATION
            for a, b in product(self.career.values(), other.career.values())
        )

    def _extend(self, mention: Mention) -> None:
        if mention.date is None:
            self.career.setdefault((mention.office, "undated"), mention)
            return
        for end, sooner in (("first", True), ("last", False)):
            known = self.career.get((mention.office, end))
            if known is None or ((mention.date < (known.date or "")) is sooner and mention.date != known.date):
                self.career[mention.office, end] = mention


def people_in(records: Iterable[Record], corrections: Corrections = NONE) -> list[Person]:
    """The people whom the records name, each with his namings; the same for any order of records.

    Names that are `same` in the corrections are one person's whatever else is told, and those that are `different` never.
    """
    namings = sorted(_namings(records), key=lambda naming: (naming[1].date or "", naming[0]))
    whole: dict[tuple[str | None, str], list[tuple[Spelling, Mention]]] = defaultdict(list)
    single: list[tuple[Spelling, Mention]] = []
    for naming in namings:
        mention = naming[1]
        if len(read_name(mention.name, mention.country).words) > 1:
            whole[mention.country, mention.name].append(naming)
        else:
            single.append(naming)
    people = [
        person for (country, name), told in sorted(whole.items(), key=_by_name) for person in _careers(country, name, told)
    ]
    merged = _merged(people, corrections.different)
    known = _with_strangers(merged, corrections.different)
    return _with_same(_with_single(known, single, corrections.different), corrections.same)


def _namings(records: Iterable[Record]) -> Iterator[tuple[Spelling, Mention]]:
    for record in records:
        for name, official in {official.name: official for official in record.officials}.items():
            untold = official.role is None and official.role_class == "other"
            yield (record.id, name), Mention(name, official.country, "" if untold else official.role_class, record.published)


def _by_name(item: tuple[tuple[str | None, str], object]) -> tuple[str, str]:
    country, name = item[0]
    return country or "", name


def _careers(country: str | None, name: str, told: Sequence[tuple[Spelling, Mention]]) -> Iterator[Person]:
    """Those who bear one name: another begins where the offices contradict after a lull, or a generation has passed."""
    person: Person | None = None
    last: Mention | None = None
    for naming in told:
        mention = naming[1]
        here = Person(country, {name}, [naming])
        lull = years_between(last, mention) if last is not None else 0.0
        if person is not None and (lull <= _LULL or person.may_be(here)) and lull <= GENERATION:
            person.take(here)
        else:
            if person is not None:
                yield person
            person = here
        last = mention if mention.date else last
    if person is not None:
        yield person


# ---- whole names -----------------------------------------------------------------------------------------------------


def _merged(people: list[Person], different: Sequence[PeopleCorrection]) -> list[Person]:
    """The people, those whose names and careers may be one person's put together."""
    groups, loose = _Groups(people, different), defaultdict[int, set[int]](set)
    letters = [len(min(person.names)) for person in people]
    for rank, a, b in sorted(_alike(people)):
        if _SUREST[rank] not in _LOOSE:
            groups.join(a, b)
        else:
            short, full = sorted((a, b), key=lambda number: (letters[number], number))
            loose[short].add(full)
    for short, fuller in sorted(loose.items()):
        fitting = {groups.of(full) for full in fuller if groups.agree(short, full)}
        if len(fitting) == 1:
            groups.join(short, *fitting)
    return groups.leaders()


class _Groups:
    """People who are found to be one; each group's first stands for it."""

    def __init__(self, people: list[Person], different: Sequence[PeopleCorrection]) -> None:
        self._people, self._different = people, different
        self._found: UnionFind[int] = UnionFind(range(len(people)))

    def of(self, number: int) -> int:
        """The number of who stands for the group."""
        leader: int = self._found[number]
        return leader

    def leaders(self) -> list[Person]:
        """Who stands for each group, with all that means him."""
        return [person for number, person in enumerate(self._people) if self.of(number) == number]

    def agree(self, a: int, b: int) -> bool:
        """Whether all names of the one group are like those of the other, and their careers may be one."""
        one, other = self._people[self.of(a)], self._people[self.of(b)]
        named = product(one.names, other.names)
        if _are_different(one, other, self._different) or not one.may_be(other):
            return False
        return all(likeness(x, y, one.country) is not None for x, y in named)

    def join(self, a: int, b: int) -> None:
        """Put two groups together if they agree."""
        one, other = self.of(a), self.of(b)
        if one != other and self.agree(one, other):
            self._found.union(one, other)
            leader = self.of(one)
            self._people[leader].take(self._people[other if leader == one else one])


def _are_different(one: Person, other: Person, different: Iterable[PeopleCorrection]) -> bool:
    """Whether a correction tells the two apart."""
    sides = ((c.sides_of(one.names, one.country), c.sides_of(other.names, other.country)) for c in different)
    return any(a and b and len(a | b) > 1 for a, b in sides)


def _alike(people: Sequence[Person]) -> Iterator[tuple[int, int, int]]:
    """The pairs of people whose names are alike: how surely (0 is surest), and their numbers."""
    blocks: dict[tuple[str | None, str, str], list[int]] = defaultdict(list)
    for number, person in enumerate(people):
        for key in sorted(_keys(person)):
            blocks[person.country, *key].append(number)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        for pair in combinations(block, 2):
            if pair not in seen:
                seen.add(pair)
                how = likeness(min(people[pair[0]].names), min(people[pair[1]].names), people[pair[0]].country)
                if how in _SUREST:
                    yield _SUREST.index(how), *pair


def _keys(person: Person) -> set[tuple[str, str]]:
    """The blocks in which a name is compared: each of its words with the initial of each other."""
    words = read_name(min(person.names), person.country).words
    joined = [(words[0], "".join(words[1:])), ("".join(words[:-1]), words[-1])]
    pairs = [*((a, b) for a in words for b in words if a is not b), *joined, *((b, a) for a, b in joined)]
    return {(key_of(a, person.country), initial_of(b, person.country)) for a, b in pairs}


# ---- names without a country, and single names ------------------------------------------------------------------------


def _with_strangers(people: Sequence[Person], different: Sequence[PeopleCorrection]) -> list[Person]:
    """The people, those of whom no country is told taken for the only one of their name whom they may be."""
    known = [person for person in people if person.country is not None]
    by_letters: dict[str, list[Person]] = defaultdict(list)
    for person in known:
        for letters in {letters for name in person.names for letters in turned(name)}:
            by_letters[letters].append(person)
    found = [*known]
    for stranger in (person for person in people if person.country is None):
        keys = sorted({letters for name in stranger.names for letters in turned(name)})
        fitting = {id(p): p for key in keys for p in by_letters[key] if p.may_be(stranger)}
        fitting = {key: p for key, p in fitting.items() if not _are_different(p, stranger, different)}
        if len(fitting) == 1:
            next(iter(fitting.values())).take(stranger)
        else:
            found.append(stranger)
    return found


def _with_single(
    known: list[Person], single: Sequence[tuple[Spelling, Mention]], different: Sequence[PeopleCorrection]
) -> list[Person]:
    """The people, and who is named by one name: it is one of them where it fits him only, else whoever held the office then."""
    by_word: dict[tuple[str | None, str], list[Person]] = defaultdict(list)
    for person in known:
        words = {word for name in person.names for word in _ends(name, person.country)}
        for word in sorted(words):
            by_word[person.country, word].append(person)
    left: dict[tuple[str | None, str, str], list[tuple[Spelling, Mention]]] = defaultdict(list)
    for naming in single:
        mention = naming[1]
        words = _ends(mention.name, mention.country)
        candidates = {id(p): p for word in sorted(words) for p in by_word[mention.country, word]}.values()
        fitting = [p for p in candidates if any(are_one(mention, m) for m in p.career.values())]
        here = Person(mention.country, {mention.name}, [naming])
        if len(fitting) == 1 and mention.country is not None and not _are_different(here, fitting[0], different):
            fitting[0].take(here)
        else:
            left[mention.country, mention.name, mention.office if mention.country else naming[0][0]].append(naming)
    found = [*known]
    for (country, name, _), told in sorted(left.items(), key=_by_office):
        found.extend(_terms(country, name, told))
    return found


def _with_same(people: list[Person], same: Iterable[PeopleCorrection]) -> list[Person]:
    """The people, those put together whom a correction calls one."""
    for correction in same:
        meant = [person for person in people if correction.sides_of(person.names, person.country)]
        for other in meant[1:]:
            meant[0].take(other)
            people = [person for person in people if person is not other]
    return people


def _by_office(item: tuple[tuple[str | None, str, str], object]) -> tuple[str, str, str]:
    country, name, office = item[0]
    return country or "", name, office


def _terms(country: str | None, name: str, told: Sequence[tuple[Spelling, Mention]]) -> Iterator[Person]:
    """Those whom one single name means in one office: another begins where nothing is told of him for some years."""
    run = [told[0]]
    for before, after in pairwise(told):
        if years_between(before[1], after[1]) > _LULL:
            yield Person(country, {name}, run)
            run = []
        run.append(after)
    yield Person(country, {name}, run)


def _ends(name: str, country: str | None) -> set[str]:
    """The first and the last word of a name, as blocks know them."""
    words = read_name(name, country).words
    return {key_of(words[0], country), key_of(words[-1], country)}
