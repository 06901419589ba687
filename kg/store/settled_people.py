"""Who is who among the officials of a store, kept in tables and worked out anew only where articles changed.

The tables hold what `kg.identity.officials` finds in all records, however these came: what a whole name means depends on its
family, what a single name means on the people who bear it, and both are looked at again when one of their namings changes.
"""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from extract.record import Record
from kg.identity.corrections import Corrections, PeopleCorrection
from kg.identity.name_rows import (
    Row,
    StretchRow,
    called_by,
    keys_of,
    kin_of,
    mention_in,
    name_in,
    row_of,
    stretch_row,
    stretch_values,
    with_letters,
)
from kg.identity.officials import (
    Naming,
    Person,
    ends,
    is_single,
    meant_by,
    named,
    namings_of,
    people_called,
    stand_for,
    stretched,
)
from kg.identity.resolution import official_id, prefix_and_name

TABLES = """
CREATE TABLE namings (
    article TEXT NOT NULL,
    name TEXT NOT NULL,
    country TEXT NOT NULL,
    office TEXT NOT NULL,
    date TEXT NOT NULL,
    person INTEGER,
    PRIMARY KEY (article, name)
) WITHOUT ROWID;
CREATE INDEX namings_by_name ON namings (country, name, date, office, person);
CREATE INDEX namings_by_person ON namings (person);
CREATE TABLE names (
    country TEXT NOT NULL,
    name TEXT NOT NULL,
    family INTEGER,
    PRIMARY KEY (country, name)
) WITHOUT ROWID;
CREATE INDEX names_by_family ON names (family);
CREATE TABLE name_keys (
    key TEXT NOT NULL,
    country TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (key, country, name)
) WITHOUT ROWID;
CREATE TABLE stretches (
    country TEXT NOT NULL,
    name TEXT NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    career TEXT NOT NULL,
    times INTEGER NOT NULL,
    article TEXT NOT NULL,
    person INTEGER
);
CREATE INDEX stretches_by_name ON stretches (country, name);
CREATE INDEX stretches_by_person ON stretches (person);
CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    official INTEGER NOT NULL,
    prefix TEXT,
    label TEXT,
    article TEXT,
    name TEXT
);
CREATE INDEX people_by_official ON people (official);
CREATE INDEX people_by_prefix ON people (prefix, article, name);
CREATE INDEX people_joined ON people (id) WHERE official <> id;
"""
"""Where nothing is told, `country` and `date` are empty. A single name has no `family`. `stretches` are those of
`kg.identity.officials`, each with its first article, and of a single name what of it means one person. `official` is who
stands for all of the people whom corrections make one; only he has a `prefix`, his id without its number, the fullest name
as `label`, and in `article` and `name` his first naming, by which those of one prefix are numbered."""


class Identity(NamedTuple):
    """Which official a name in an article means, by his canonical id, and the fullest name he has anywhere."""

    article: str
    name: str
    official: str
    label: str


def settle(
    connection: sqlite3.Connection,
    changed: Collection[str],
    record_of: Callable[[str], Record | None],
    corrections: Corrections,
    once: Sequence[PeopleCorrection] = (),
) -> set[str]:
    """Works out anew whom names mean, where articles changed; the articles in which one now means another than before.

    `changed` are ids of articles whose record is new, another or gone (`record_of` has none). `once` are corrections of people
    that held before or do since, where these changed.
    """
    work = _Work(connection, corrections, always=bool(once))
    for article in sorted(changed):
        work.put(article, record_of(article))
    for correction in once:
        work.touched |= called_by(connection, correction)
    for family in sorted(work.families()):
        work.settle_family(family)
    for row in sorted(work.singles()):
        work.settle_single(row)
    work.stand()
    work.describe()
    return work.moved


def identities(connection: sqlite3.Connection, articles: Iterable[str] | None = None) -> Iterator[Identity]:
    """Whom every name means, or every name in some articles."""
    query = """
        SELECT namings.article, namings.name, own.prefix, (
            SELECT count(*) FROM people AS other
            WHERE other.prefix = own.prefix AND (other.article, other.name) <= (own.article, own.name)
        ), own.label
        FROM namings JOIN people ON people.id = person JOIN people AS own ON own.id = people.official
    """
    some = "" if articles is None else " WHERE namings.article IN (SELECT value FROM json_each(?))"
    values = () if articles is None else (json.dumps([*articles]),)
    for article, name, prefix, number, label in connection.execute(query + some, values):
        yield Identity(article, name, official_id(prefix, number), label)


def listed(connection: sqlite3.Connection) -> Iterator[tuple[str, str, int, int]]:
    """All officials: the first article, the canonical id, the number that `articles_of` takes, how often he is named."""
    query = """
        SELECT article, prefix, row_number() OVER (PARTITION BY prefix ORDER BY article, name), id, (
            SELECT count(*) FROM people AS spelt JOIN namings ON person = spelt.id WHERE spelt.official = people.id
        )
        FROM people WHERE id = official
    """
    for article, prefix, number, identity, times in connection.execute(query):
        yield article, official_id(prefix, number), identity, times


def articles_of(connection: sqlite3.Connection, officials: Iterable[int]) -> set[str]:
    """The articles that name some of the officials."""
    query = """
        SELECT DISTINCT namings.article FROM people JOIN namings ON person = id
        WHERE official IN (SELECT value FROM json_each(?))
    """
    return {article for (article,) in connection.execute(query, [json.dumps([*officials])])}


def person_of(connection: sqlite3.Connection, article: str, name: str) -> int:
    """Whom a name in an article means, by a number that is the same for all names of one official."""
    query = "SELECT official FROM namings JOIN people ON id = person WHERE namings.article = ? AND namings.name = ?"
    return int(connection.execute(query, (article, name)).fetchone()[0])


def articles_with(connection: sqlite3.Connection, codes: Collection[str], since: str | None, until: str | None) -> set[str]:
    """The articles that name officials of countries or organizations, of any without `codes`, and came out in a period.

    `since` and `until` are ISO days, inclusive; an article that is dated vaguely is in the period if it may be.
    """
    conditions = {
        "country IN (SELECT value FROM json_each(?))": json.dumps([*codes]) if codes else None,
        "date >= substr(?, 1, length(date)) AND date <> ''": since,
        "date <= ? AND date <> ''": until,
    }
    asked = {condition: value for condition, value in conditions.items() if value is not None}
    query = f"SELECT DISTINCT article FROM namings WHERE {' AND '.join(asked) or 'true'}"  # noqa: S608
    return {article for (article,) in connection.execute(query, [*asked.values()])}


def articles_naming(connection: sqlite3.Connection, name: str) -> set[str]:
    """The articles that name somebody who is called so, in any order of words."""
    query = "SELECT article FROM namings WHERE country = ? AND name = ?"
    return {article for row in with_letters(connection, name) for (article,) in connection.execute(query, row)}


def tells_both(connection: sqlite3.Connection, correction: PeopleCorrection) -> bool:
    """Whether both names of a correction are told."""
    names = (name_in(row) for row in called_by(connection, correction))
    return frozenset("ab") == frozenset().union(*(correction.sides_of([name], country) for country, name in names))


class _Work:
    """One settling: what it has touched so far, and what came of it."""

    def __init__(self, connection: sqlite3.Connection, corrections: Corrections, *, always: bool) -> None:
        self._connection, self._corrections = connection, corrections
        self._standing = always or bool(corrections.same)
        self.touched = set[Row]()
        """Names of which a naming came, went or changed."""
        self.moved = set[str]()
        """Articles in which a name means another."""
        self._come: dict[Row, list[Naming]] = defaultdict(list)
        """Namings that are new."""
        self._gone = set[Row]()
        """Names of which a naming went."""
        self._words = set[Row]()
        """The first and last words, with the country, of names of people who changed."""
        self._people = set[int]()
        """People who have gained or lost namings."""

    # ---- namings and names -----------------------------------------------------------------------------------------

    def put(self, article: str, record: Record | None) -> None:
        """Makes the namings of an article those of its record."""
        query = "SELECT country, name, office, date, person FROM namings WHERE article = ?"
        before = {row[:4]: row[4] for row in self._connection.execute(query, (article,))}
        after = {row_of(naming.mention) for naming in namings_of(record)} if record else set()
        for row in before.keys() - after:
            self._connection.execute("DELETE FROM namings WHERE article = ? AND name = ?", (article, row[1]))
            self._people |= {before[row]} - {None}
            self._gone.add(row[:2])
        for row in sorted(after - before.keys()):
            self._connection.execute(
                "INSERT INTO namings (article, country, name, office, date) VALUES (?, ?, ?, ?, ?)", (article, *row)
            )
            self._come[row[:2]].append(Naming(article, mention_in(*row)))
        self.touched |= self._gone | self._come.keys()

    def families(self) -> set[int]:
        """The families of the names touched, which are entered where they are new and struck out where nobody bears them."""
        found = set[int]()
        for row in sorted(self.touched):
            known = self._connection.execute("SELECT family FROM names WHERE country = ? AND name = ?", row).fetchone()
            borne = self._connection.execute("SELECT 1 FROM namings WHERE country = ? AND name = ? LIMIT 1", row).fetchone()
            if known and not borne:
                for table in ("names", "stretches"):
                    self._connection.execute(f"DELETE FROM {table} WHERE country = ? AND name = ?", row)  # noqa: S608
                self._connection.executemany("DELETE FROM name_keys WHERE key = ? AND country = ? AND name = ?", keys_of(row))
                self._end(row)
            elif borne and not known:
                known = (None if is_single(name_in(row)) else self._joined_family(row),)
                self._connection.execute("INSERT INTO names VALUES (?, ?, ?)", (*row, *known))
                self._connection.executemany("INSERT INTO name_keys VALUES (?, ?, ?)", keys_of(row))
            if known and known[0] is not None:
                found.add(known[0])
        return found

    def _joined_family(self, row: Row) -> int:
        """A family of its own for a new name, with all of the families of its kin."""
        (family,) = self._connection.execute("SELECT coalesce(max(family), 0) + 1 FROM names").fetchone()
        own = {self._family(kin) for kin in kin_of(self._connection, row)}
        self._connection.executemany("UPDATE names SET family = ? WHERE family = ?", ((family, joined) for joined in own))
        return int(family)

    def _family(self, row: Row) -> int:
        return int(self._connection.execute("SELECT family FROM names WHERE country = ? AND name = ?", row).fetchone()[0])

    def _end(self, row: Row) -> None:
        self._words |= {(row[0], word) for word in ends(name_in(row))}

    # ---- whole names -----------------------------------------------------------------------------------------------

    def settle_family(self, family: int) -> None:
        """Works out whom the names of a family mean."""
        query = "SELECT country, name FROM names WHERE family = ? ORDER BY country, name"
        rows = self._connection.execute(query, (family,)).fetchall()
        before = {row: self._stretches(row) for row in rows}
        after = {row: self._stretched(row, before[row]) if row in self.touched else before[row] for row in rows}
        meant = {told.stretch: told.person for kept in after.values() for told in kept}
        taken = set[int]()
        for found in people_called(
            {name_in(row): [told.alone() for told in kept] for row, kept in after.items()}, self._corrections.different
        ):
            votes = (person for stretch in found.stretches if (person := meant[stretch]) not in taken)
            person = self._number(votes)
            taken.add(person)
            meant.update(dict.fromkeys(found.stretches, person))
        for row in rows:
            self._keep(row, before[row], [told._replace(person=meant[told.stretch]) for told in after[row]])
        if before != {row: self._stretches(row) for row in rows}:
            for row in rows:
                self._end(row)

    def _stretches(self, row: Row) -> list[StretchRow]:
        query = (
            "SELECT first, last, career, times, article, person FROM stretches WHERE country = ? AND name = ? ORDER BY first"
        )
        return [stretch_row(row, *values) for values in self._connection.execute(query, row)]

    def _stretched(self, row: Row, before: list[StretchRow]) -> list[StretchRow]:
        """The stretches of a name with the namings that came and without those that went, each with whom it meant before."""
        come, kept = self._come[row], before
        if row in self._gone or not all(told.stretch.first for told in before) or not all(new.mention.date for new in come):
            query = "SELECT article, office, date FROM namings WHERE country = ? AND name = ?"
            rows = self._connection.execute(query, row)
            come, kept = [Naming(article, mention_in(*row, office, date)) for article, office, date in rows], []
        found = []
        for person in stretched([*(told.alone() for told in kept), *map(named, come)]):
            (stretch,) = person.stretches
            articles = [told.article for told in kept if stretch.holds(told.stretch.first)]
            articles += [naming.article for naming in come if stretch.holds(naming.mention.date or "")]
            meant = (told.person for told in before if told.shared(stretch))
            found.append(StretchRow(stretch, person.career, person.times, min(articles), next(meant, None)))
        return found

    def _keep(self, row: Row, before: list[StretchRow], after: list[StretchRow]) -> None:
        """Writes the stretches of a name, and whom its namings mean where that is another than before or not told yet."""
        if before != after:
            self._connection.execute("DELETE FROM stretches WHERE country = ? AND name = ?", row)
            self._connection.executemany(
                "INSERT INTO stretches VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (stretch_values(told) for told in after)
            )
            self._people |= {told.person for told in (*before, *after) if told.person is not None}
        query = "SELECT article FROM namings WHERE country = ? AND name = ? AND date BETWEEN ? AND ? AND person = ?"
        for old, new in product(before, after):
            days = old.shared(new.stretch)
            if days and old.person != new.person:
                self._mean(row[1], new.person, self._connection.execute(query, (*row, *days, old.person)), moved=True)
        for naming in self._come[row]:
            person = next(told.person for told in after if told.stretch.holds(naming.mention.date or ""))
            self._mean(row[1], person, [(naming.article,)], moved=False)

    def _number(self, before: Iterable[int | None]) -> int:
        """The number of a person: that by which most of what tells of him went before, or a new one."""
        votes = Counter(person for person in before if person is not None)
        if votes:
            return min(votes, key=lambda person: (-votes[person], person))
        person = self._connection.execute("INSERT INTO people (official) VALUES (0)").lastrowid or 0
        self._connection.execute("UPDATE people SET official = id WHERE id = ?", (person,))
        return person

    def _mean(self, name: str, person: int | None, articles: Iterable[tuple[str]], *, moved: bool) -> None:
        """Has a name in some articles mean a person, and another than before if it `moved`."""
        meaning = [article for (article,) in articles]
        rows = ((person, article, name) for article in meaning)
        self._connection.executemany("UPDATE namings SET person = ? WHERE article = ? AND name = ?", rows)
        self.moved.update(meaning if moved else ())

    # ---- single names ----------------------------------------------------------------------------------------------

    def singles(self) -> set[Row]:
        """The single names that were touched, and those that people may bear who may have changed."""
        found = {row for row in self.touched if is_single(name_in(row))}
        for country, word in self._words:
            rows = self._connection.execute(
                "SELECT country, name FROM name_keys WHERE key = ? AND country = ?", (f"^{word}", country)
            )
            found |= {row for row in rows if is_single(name_in(row))}
        return found

    def settle_single(self, row: Row) -> None:
        """Works out whom a single name means."""
        query = """
            SELECT min(article), office, date, min(person), count(*) > count(person) FROM namings
            WHERE country = ? AND name = ? GROUP BY date, office, CASE country WHEN '' THEN article END
        """
        before: dict[Naming, int | None] = {}
        come = set[Naming]()
        for article, office, date, person, new in self._connection.execute(query, row):
            naming = Naming(article, mention_in(*row, office, date))
            before[naming] = person
            come |= {naming} if new else set()
        bearers = self._bearers(row)
        taken = set(bearers)
        stretches: dict[int, list[Naming]] = defaultdict(list)
        for meant, run in meant_by(before, bearers, self._corrections):
            free = (person for naming in run if (person := before[naming]) not in taken and not self._has_whole_name(person))
            person = self._number(free) if meant is None else meant
            taken.add(person)
            stretches[person] += run
            for naming in run:
                if naming in come or before[naming] != person:
                    self._mean_single(row, naming, person)
        self._connection.execute("DELETE FROM stretches WHERE country = ? AND name = ?", row)
        for person, told in stretches.items():
            dates = [naming.mention.date or "" for naming in told]
            values = (*row, min(dates), max(dates), "{}", len(told), min(naming.article for naming in told), person)
            self._connection.execute("INSERT INTO stretches VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)

    def _mean_single(self, row: Row, naming: Naming, person: int) -> None:
        query = """
            SELECT article, person FROM namings
            WHERE country = ? AND name = ? AND date = ? AND office = ? AND person IS NOT ? AND (country <> '' OR article = ?)
        """
        values = (*row, naming.mention.date or "", naming.mention.office, person, naming.article)
        told = self._connection.execute(query, values).fetchall()
        for moved in (True, False):
            self._mean(row[1], person, [(article,) for article, meant in told if (meant is not None) is moved], moved=moved)
        self._people |= {person, *(meant for _, meant in told if meant is not None)}

    def _bearers(self, row: Row) -> dict[int, Person]:
        """The people, by number, one of whose whole names begins or ends in a single name."""
        query = """
            SELECT DISTINCT person FROM name_keys JOIN names USING (country, name) JOIN stretches USING (country, name)
            WHERE key = ? AND country = ? AND family IS NOT NULL
        """
        found = {person for word in ends(name_in(row)) for (person,) in self._connection.execute(query, (f"^{word}", row[0]))}
        return {person: self._person(person) for person in sorted(found)}

    def _has_whole_name(self, person: int | None) -> bool:
        query = "SELECT 1 FROM stretches JOIN names USING (country, name) WHERE person = ? AND family IS NOT NULL"
        return self._connection.execute(query, (person,)).fetchone() is not None

    def _person(self, number: int) -> Person:
        """Somebody as his whole names tell him, or his single name if he has no other."""
        query = """
            SELECT country, name, first, last, career, times, article, family IS NULL
            FROM stretches JOIN names USING (country, name) WHERE person = ?
        """
        rows = self._connection.execute(query, (number,)).fetchall()
        told = [row for row in rows if not row[-1]] or rows
        person = Person(min((row[0] for row in told if row[0]), default=None), set())
        for country, name, first, last, career, times, article, _ in told:
            person.take(stretch_row((country, name), first, last, career, times, article, number).alone())
        return person

    # ---- who stands for whom ---------------------------------------------------------------------------------------

    def stand(self) -> None:
        """Has the first of those whom corrections call one stand for all of them."""
        if not self._standing:
            return
        called = {row for correction in self._corrections.same for row in called_by(self._connection, correction)}
        query = "SELECT DISTINCT person FROM stretches WHERE country = ? AND name = ?"
        numbers = sorted({person for row in called for (person,) in self._connection.execute(query, row)})
        leaders = stand_for([self._person(number) for number in numbers], self._corrections.same)
        stands = {number: numbers[leader] for number, leader in zip(numbers, leaders, strict=True)}
        joined = dict(self._connection.execute("SELECT id, official FROM people WHERE official <> id"))
        for number in sorted(joined.keys() | stands.keys()):
            official = stands.get(number, number)
            if official != joined.get(number, number):
                self._connection.execute("UPDATE people SET official = ? WHERE id = ?", (official, number))
                self._people |= {number, joined.get(number, number)}
                moved = self._connection.execute("SELECT article FROM namings WHERE person = ?", (number,))
                self.moved |= {article for (article,) in moved}

    def describe(self) -> None:
        """Writes what the ids are made of of the officials whose namings changed, and strikes out whom no name means."""
        for number in sorted(self._people):
            told = self._connection.execute("SELECT 1 FROM stretches WHERE person = ? LIMIT 1", (number,)).fetchone()
            if not told:
                self._connection.execute("DELETE FROM people WHERE id = ?", (number,))
        self._connection.execute("""
            UPDATE people SET prefix = NULL, label = NULL, article = NULL, name = NULL
            WHERE official <> id AND prefix IS NOT NULL
        """)
        officials = {self._official(number) for number in self._people}
        for official in sorted(official for official in officials if official is not None):
            query = """
                SELECT country, stretches.name, min(stretches.article) FROM people JOIN stretches ON person = people.id
                WHERE official = ? GROUP BY country, stretches.name
            """
            rows = self._connection.execute(query, (official,)).fetchall()
            prefix, label = prefix_and_name(name_in((country, name)) for country, name, _ in rows)
            article, name = min((article, name) for _, name, article in rows)
            what = (prefix, label, article, name, official)
            self._connection.execute("UPDATE people SET prefix = ?, label = ?, article = ?, name = ? WHERE id = ?", what)

    def _official(self, number: int) -> int | None:
        row = self._connection.execute("SELECT official FROM people WHERE id = ?", (number,)).fetchone()
        return int(row[0]) if row else None
