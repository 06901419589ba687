"""Who is who among the officials of a store: however articles come and go, the tables have what all records together say."""

import sqlite3
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.record import Official, Record
from kg.identity.corrections import NONE, Corrections, PeopleCorrection
from kg.identity.resolution import resolve
from kg.store import schema, settled_people

NAMES = ["Jan Nowak", "Nowak", "J. Nowak", "Jan M. Nowak", "Janusz Nowak", "Nowak Jan", "Jan Novak", "Ewa Lis"]
OFFICES = ["defense_minister", "defense_minister", "chief_of_defense", "other"]
DATES = [None, "1990", "2018-03-01", "2019", "2019-06", "2021-06-09"]

officials = st.builds(
    Official,
    name=st.sampled_from(NAMES),
    country=st.sampled_from(["POL", "POL", "POL", "CZE", None]),
    role=st.just("minister"),
    role_class=st.sampled_from(OFFICES),
)
rows = st.tuples(st.lists(officials, min_size=1, max_size=2).map(tuple), st.sampled_from(DATES))
steps = st.lists(st.dictionaries(st.sampled_from("abcdefgh"), st.none() | rows, min_size=1, max_size=4), max_size=6)
"""In each step some articles get another record, or are taken out."""

corrections = st.builds(
    Corrections,
    same=st.lists(
        st.builds(PeopleCorrection, a=st.sampled_from(NAMES), b=st.sampled_from(NAMES), country=st.sampled_from([None, "POL"])),
        max_size=2,
    ).map(tuple),
    different=st.lists(
        st.builds(PeopleCorrection, a=st.sampled_from(NAMES), b=st.sampled_from(NAMES), country=st.sampled_from([None, "POL"])),
        max_size=2,
    ).map(tuple),
)


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    """A database with the tables of people alone."""
    made = _database()
    yield made
    made.close()


def _database() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:", isolation_level=None)
    schema.run(made, settled_people.TABLES)
    return made


def _found(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    return {(article, name): official for article, name, official, _ in settled_people.identities(connection)}


def _record(article: str, told: tuple[tuple[Official, ...], str | None]) -> Record:
    return Record(id=article, published=told[1], officials=told[0])


@settings(deadline=None, max_examples=200)
@given(steps)
def test_what_is_kept_is_what_all_records_say(
    taken: Sequence[dict[str, tuple[tuple[Official, ...], str | None] | None]],
) -> None:
    connection, records = _database(), dict[str, Record]()
    for step in taken:
        before = {(article, name): settled_people.person_of(connection, article, name) for article, name in _found(connection)}
        for article, told in step.items():
            records.pop(article, None)
            if told is not None:
                records[article] = _record(article, told)
        moved = settled_people.settle(connection, step.keys(), records.get, NONE)
        assert _found(connection) == resolve(records.values()).officials
        for spelling, person in before.items():  # whoever another number stands for now is told
            if spelling[0] in records and spelling[0] not in moved | step.keys():
                assert settled_people.person_of(connection, *spelling) == person
    connection.close()


@settings(deadline=None, max_examples=200)
@given(steps, st.lists(corrections, min_size=1, max_size=3))
def test_corrections_may_come_and_go(
    taken: Sequence[dict[str, tuple[tuple[Official, ...], str | None] | None]], held: Sequence[Corrections]
) -> None:
    connection, records, before = _database(), dict[str, Record](), NONE
    for number, step in enumerate(taken):
        after = held[number % len(held)]
        for article, told in step.items():
            records.pop(article, None)
            if told is not None:
                records[article] = _record(article, told)
        once = (*before.same, *before.different, *after.same, *after.different) if before != after else ()
        settled_people.settle(connection, step.keys(), records.get, after, once)
        before = after
        assert _found(connection) == resolve(records.values(), after).officials
    connection.close()


def test_only_what_is_asked_for_is_told(connection: sqlite3.Connection) -> None:
    records = {
        article: Record(id=article, officials=(Official(name=name, country="POL"),))
        for article, name in (("a", "Jan Nowak"), ("b", "Ewa Lis"), ("c", "J. Nowak"))
    }
    settled_people.settle(connection, records.keys(), records.get, NONE)
    assert list(settled_people.identities(connection, ["c"])) == [("c", "J. Nowak", "POL/jan-nowak", "Jan Nowak")]
    assert settled_people.articles_naming(connection, "Nowak Jan") == {"a"}


def test_a_surname_means_another_as_others_come_and_go(connection: sqlite3.Connection) -> None:
    records = dict[str, Record]()

    def official_of_a(article: str, name: str | None) -> str:
        records.pop(article, None)
        if name:
            minister = Official(name=name, country="POL", role="minister", role_class="defense_minister")
            records[article] = Record(id=article, published="2021-06", officials=(minister,))
        settled_people.settle(connection, [article], records.get, NONE)
        return _found(connection)["a", "Nowak"]

    assert official_of_a("a", "Nowak") == "POL/nowak"
    assert official_of_a("b", "Jan Nowak") == "POL/jan-nowak"
    assert official_of_a("c", "Janusz Nowak") == "POL/nowak"
    assert official_of_a("c", None) == "POL/jan-nowak"
    assert official_of_a("b", None) == "POL/nowak"
    assert connection.execute("SELECT count(*) FROM people").fetchone() == (1,)


def test_a_surname_left_over_is_not_whoever_it_meant_before(connection: sqlite3.Connection) -> None:
    names = {"a": "Nowak", "b": "Jan Nowak", "c": "Jan Nowak Lis"}
    records = {
        article: Record(
            id=article,
            published="2021-06",
            officials=(Official(name=name, country="POL", role="minister", role_class="defense_minister"),),
        )
        for article, name in names.items()
    }
    settled_people.settle(connection, records.keys(), records.get, NONE)
    assert set(_found(connection).values()) == {"POL/jan-nowak-lis"}
    del records["b"]
    settled_people.settle(connection, ["b"], records.get, NONE)
    assert _found(connection) == {("a", "Nowak"): "POL/nowak", ("c", "Jan Nowak Lis"): "POL/jan-nowak-lis"}
