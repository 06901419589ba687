"""Officials across articles: every naming of somebody in a record → the person whom it means.

Whole names first: those of one country that are alike and of one career are one person, the surest likeness before the looser,
and nobody joins two who contradict each other. Then names without a country, and at last single names, each where it fits one
person only. Names are compared only within blocks that share a word and the initial of another, so that the cost grows with
the number of names.

What a name means depends on its family alone: the names that are alike through others. So kg.store.settled_people can work out
a family anew and leave all others as they are.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import NamedTuple, TypeAlias

from networkx.utils import UnionFind

from extract.record import SOLE_OFFICES, Record
from kg.identity.corrections import NONE, Corrections, PeopleCorrection
from kg.identity.names import Likeness, initial_of, key_of, likeness, read_name, turned
from kg.identity.people import GENERATION, OF_SURNAME, UNTOLD, Mention, are_one, bears, may_be_one_career, years_between

Name: TypeAlias = tuple[str | None, str]
"""A country and a name of its officials."""

_SUREST: tuple[Likeness, ...] = ("same", "order", "spelling", "shorter", "initials")
_LOOSE = frozenset({"shorter", "initials"})
_FAR_MORE = 10  # times as often as those who bear his name by mistake
_LULL = 3.0  # years without a word of him after which a contradictory career is another's


class Naming(NamedTuple):
    """An official of a record."""

    article: str
    mention: Mention

    @property
    def owner(self) -> Name:
        """The country and the name."""
        return self.mention.country, self.mention.name

    @property
    def spelling(self) -> tuple[str, str]:
        """The article and the name."""
        return self.article, self.mention.name


class Stretch(NamedTuple):
    """The namings of one name from one date to another, as told, with no lull between them: they mean one person."""

    country: str | None
    name: str
    first: str
    last: str

    def holds(self, date: str) -> bool:
        """Whether a naming of that date, as told, is one of these."""
        return self.first <= date <= self.last


@dataclass
class Person:
    """Somebody with the names that mean him and when.

    `career` has the first and the last date of each office, `times` is how often he is named.
    """

    country: str | None
    names: set[str]
    stretches: list[Stretch] = field(default_factory=list)
    career: dict[str, tuple[str, str]] = field(default_factory=dict)
    times: int = 0

    def take(self, other: "Person") -> None:
        """Take over all that means another."""
        self.names |= other.names
        self.stretches += other.stretches
        self.times += other.times
        for office, (first, last) in other.career.items():
            self._extend(office, first, last)

    def may_be(self, other: "Person") -> bool:
        """Whether nothing in the two careers forbids that they are one."""
        return all(
            may_be_one_career(a, b) and years_between(a, b) <= GENERATION for a, b in product(self._ends(), other._ends())
        )

    def is_meant_by(self, single: Mention) -> bool:
        """Whether a single name fits him, as one of his names and in an office that he held about then."""
        return any(
            are_one(single, Mention(name, self.country, office, min(max(single.date or "", first), last)))
            for office, (first, last) in self.career.items()
            for name in self.names
        )

    def held(self, office: str, date: str | None) -> bool:
        """Whether he is told to hold an office before and after a date, or on it."""
        return date is not None and office in self.career and self.career[office][0] <= date <= self.career[office][1]

    def bears(self, single: Mention) -> bool:
        """Whether he is called by a single name, and something is told of him at about its time."""
        dates = [date for told in self.career.values() for date in told]
        if single.date is None or not dates:
            return False
        near = _at(min(max(single.date, min(dates)), max(dates)))
        return years_between(single, near) <= OF_SURNAME and any(bears(name, single) for name in self.names)

    def _extend(self, office: str, first: str, last: str) -> None:
        known = self.career.get(office, (first, last))
        self.career[office] = min(first, known[0]), max(last, known[1])

    def _ends(self) -> Iterator[Mention]:
        """The first and last mention of each office, without slips: what contradicts an office that is told for longer."""
        ends = {office: [self._in(office, date) for date in dict.fromkeys(dates)] for office, dates in self.career.items()}
        for office, mentions in ends.items():
            longer = [others for other, others in ends.items() if self._years(other) > self._years(office)]
            if all(may_be_one_career(a, b) for others in longer for a, b in product(mentions, others)):
                yield from mentions

    def _in(self, office: str, date: str) -> Mention:
        return Mention("", self.country, office, date)

    def _years(self, office: str) -> float:
        return years_between(*(self._in(office, date) for date in self.career[office]))


def people_in(records: Iterable[Record], corrections: Corrections = NONE) -> list[list[Naming]]:
    """The namings of each person whom the records name; the same for any order of records.

    Names that are `same` in the corrections are one person's whatever else is told, and those that are `different` never.
    """
    whole: dict[Name, list[Naming]] = defaultdict(list)
    single: dict[Name, list[Naming]] = defaultdict(list)
    for naming in (naming for record in records for naming in namings_of(record)):
        (single if is_single(naming.owner) else whole)[naming.owner].append(naming)
    people = people_called({name: stretched(map(named, told)) for name, told in whole.items()}, corrections.different)
    found = [
        [naming for stretch in person.stretches for naming in whole[stretch[:2]] if stretch.holds(naming.mention.date or "")]
        for person in people
    ]
    called = _by_end(people)
    for name, namings in sorted(single.items(), key=lambda item: in_order(item[0])):
        numbers = sorted({number for word in ends(name) for number in called[name[0], word]})
        for number, told in meant_by(namings, {number: people[number] for number in numbers}, corrections):
            if number is None:
                people.append(Person(name[0], {name[1]}))
                found.append(told)
            else:
                found[number] += told
    united: dict[int, list[Naming]] = defaultdict(list)
    for number, leader in enumerate(stand_for(people, corrections.same)):
        united[leader] += found[number]
    return list(united.values())


def namings_of(record: Record) -> Iterator[Naming]:
    """The officials of a record, each name once."""
    for official in named_once(record).officials:
        untold = official.role is None and official.role_class == "other"
        office = "" if untold else official.role_class
        yield Naming(record.id, Mention(official.name, official.country or None, office, record.published or None))


def named_once(record: Record) -> Record:
    """The record, of officials of one name only the last."""
    officials = {official.name: official for official in record.officials}
    twice = len(officials) < len(record.officials)
    return record.model_copy(update={"officials": tuple(officials.values())}) if twice else record


def is_single(name: Name) -> bool:
    """Whether somebody is called by one name only."""
    return len(read_name(name[1], name[0]).words) < 2


def in_order(name: Name) -> tuple[str, str]:
    """What names are sorted by."""
    return name[0] or "", name[1]


def runs(namings: Iterable[Naming]) -> list[list[Naming]]:
    """Namings by date, another run beginning where nothing is told for some years."""
    found: list[list[Naming]] = []
    for naming in sorted(namings, key=lambda naming: (naming.mention.date or "", naming)):
        if not found or years_between(found[-1][-1].mention, naming.mention) > _LULL:
            found.append([])
        found[-1].append(naming)
    return found


# ---- whole names -----------------------------------------------------------------------------------------------------


def named(naming: Naming) -> Person:
    """Somebody of whom one naming is all that is told; what is undated tells nothing of a career."""
    name, country, office, date = naming.mention
    career = {office: (date, date)} if date else {}
    return Person(country, {name}, [Stretch(country, name, date or "", date or "")], career, times=1)


def stretched(told: Iterable[Person]) -> list[Person]:
    """What is told of one name, a stretch each: together what no lull lies between."""
    found: list[Person] = []
    for person in sorted(told, key=lambda person: person.stretches[0][2:]):
        (here,) = person.stretches
        last = found[-1].stretches[0] if found else None
        if last and years_between(_at(last.last), _at(here.first)) <= _LULL:
            found[-1].take(person)
            found[-1].stretches = [last._replace(last=max(last.last, here.last))]
        else:
            found.append(Person(person.country, {*person.names}, [here], {**person.career}, person.times))
    return found


def people_called(told: Mapping[Name, Sequence[Person]], different: Sequence[PeopleCorrection] = ()) -> list[Person]:
    """The people whom whole names mean, each name with its stretches."""
    names = sorted(told, key=in_order)
    return _with_strangers(_merged([person for name in names for person in _bearers(told[name])], different), different)


def _bearers(told: Iterable[Person]) -> Iterator[Person]:
    """Those who bear one name: another begins where the offices contradict after a lull, or a generation has passed."""
    person: Person | None = None
    for here in told:
        if person is not None and person.may_be(here):
            person.take(here)
        else:
            if person is not None:
                yield person
            person = here
    if person is not None:
        yield person


def _at(date: str) -> Mention:
    return Mention("", None, "", date or None)


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
    waiting = sorted(loose, key=lambda short: (-len(loose[short]), short))
    while waiting:
        doubtful = [short for short in waiting if not groups.join_the_only(short, loose[short])]
        waiting = doubtful if len(doubtful) < len(waiting) else []
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

    def join_the_only(self, short: int, fuller: Iterable[int]) -> bool:
        """Put a name to the only group that it is short for; whether it is not short for several."""
        fitting = {self.of(full) for full in fuller if self.agree(short, full)}
        if len(fitting) == 1:
            self.join(short, *fitting)
        return len(fitting) < 2

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
    sharing: dict[tuple[str | None, str], list[int]] = defaultdict(list)
    for number, person in enumerate(people):
        for block in sorted(blocks(min(person.names), person.country)):
            sharing[person.country, block].append(number)
    seen: set[tuple[int, int]] = set()
    for numbers in sharing.values():
        for pair in combinations(numbers, 2):
            if pair not in seen:
                seen.add(pair)
                how = likeness(min(people[pair[0]].names), min(people[pair[1]].names), people[pair[0]].country)
                if how in _SUREST:
                    yield _SUREST.index(how), *pair


def are_kin(one: Name, other: Name) -> bool:
    """Whether two whole names may mean one person, and so are of one family."""
    if one[0] == other[0]:
        return likeness(one[1], other[1], one[0]) in _SUREST
    return None in (one[0], other[0]) and not turned(one[1]).isdisjoint(turned(other[1]))


def blocks(name: str, country: str | None) -> set[str]:
    """The blocks in which a whole name is compared with others of its country: each word with the initial of each other."""
    words = read_name(name, country).words
    joined = [(words[0], "".join(words[1:])), ("".join(words[:-1]), words[-1])]
    pairs = [*((a, b) for a in words for b in words if a is not b), *joined, *((b, a) for a, b in joined)]
    return {f"{key_of(a, country)}/{initial_of(b, country)}" for a, b in pairs}


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


def meant_by(
    namings: Iterable[Naming], bearers: Mapping[int, Person], corrections: Corrections = NONE
) -> Iterator[tuple[int | None, list[Naming]]]:
    """The namings by one single name, with the number of him whom they mean; None for somebody else, one a run.

    `bearers` are those of whom it may be a name. What fits one person alone means him; where all of a run does, so do those of
    its namings that tell no office.
    """
    numbers = list(bearers)
    stands = dict(zip(numbers, stand_for(list(bearers.values()), corrections.same), strict=True))
    left: dict[Hashable, list[Naming]] = defaultdict(list)
    for run in runs(namings):
        fitting = [_fitting(naming.mention, bearers, corrections.different) for naming in run]
        everybody = sorted({number for fits in fitting for number in fits})
        for naming, fits in zip(run, fitting, strict=True):
            meant = fits or (everybody if naming.mention.office in UNTOLD else [])
            if len({stands[number] for number in meant}) == 1:
                yield meant[0], [naming]
            else:
                left[naming.mention.office if naming.mention.country else naming.article].append(naming)
    yield from ((None, run) for _, told in sorted(left.items(), key=str) for run in runs(told))


def _fitting(single: Mention, bearers: Mapping[int, Person], different: Sequence[PeopleCorrection]) -> list[int]:
    """The numbers of the bearers whom a single name fits; of nobody's country it fits none.

    Of several who held an office that one at a time holds, it fits who held it just then, and who is told of far more than the
    others. Where it tells no office, it fits the only bearer of its time, if of him, too, none is told.
    """
    if single.country is None:
        return []
    here = Person(single.country, {single.name})
    apart = {number for number, person in bearers.items() if _are_different(here, person, different)}
    fitting = [number for number, person in bearers.items() if number not in apart and person.is_meant_by(single)]
    if len(fitting) > 1 and single.office in SOLE_OFFICES:
        holding = [number for number in fitting if bearers[number].held(single.office, single.date)] or fitting
        most = max(bearers[number].times for number in holding)
        return [number for number in holding if bearers[number].times * _FAR_MORE > most]
    if not fitting and single.office in UNTOLD:
        near = [number for number, person in bearers.items() if number not in apart and person.bears(single)]
        return near if len(near) == 1 and not UNTOLD.isdisjoint(bearers[near[0]].career) else []
    return fitting


def ends(name: Name) -> set[str]:
    """The first and the last word of a name, as all spellings have them."""
    words = read_name(name[1], name[0]).words
    return {key_of(words[0], name[0]), key_of(words[-1], name[0])}


def _by_end(people: Iterable[Person]) -> Mapping[tuple[str | None, str], list[int]]:
    """The numbers of the people by country and the first or last word of a name."""
    found: dict[tuple[str | None, str], list[int]] = defaultdict(list)
    for number, person in enumerate(people):
        for word in {word for name in person.names for word in ends((person.country, name))}:
            found[person.country, word].append(number)
    return found


# ---- corrections -----------------------------------------------------------------------------------------------------


def stand_for(people: Sequence[Person], same: Iterable[PeopleCorrection]) -> list[int]:
    """For each of the people the number of the first of those who are one by the corrections."""
    found: UnionFind[int] = UnionFind(range(len(people)))
    for correction in same:
        meant = [number for number, person in enumerate(people) if correction.sides_of(person.names, person.country)]
        found.union(*meant)
    first = {member: min(group) for group in found.to_sets() for member in group}
    return [first[number] for number in range(len(people))]
