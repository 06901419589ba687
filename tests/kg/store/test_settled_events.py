"""Reports kept in tables are of the meetings and relations that all records together tell, however they came there."""

import sqlite3
from collections.abc import Hashable, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.record import Meeting, Official, Record, Relation
from kg.identity.resolution import resolve
from kg.store import settled_events
from kg.store.settled_events import Event, articles_of, events_of, identities, identities_of, settle
from tests.kg.strategies import crowded, records


class _Shelf:
    """Articles whose reports are settled whenever some change; officials are people by name, or as `resolve` tells."""

    def __init__(self, people: Mapping[str, int] | None = None) -> None:
        self._by_name = people
        self.connection = sqlite3.connect(":memory:", isolation_level=None)
        for statement in settled_events.TABLES.split(";"):
            self.connection.execute(statement)
        self.records: dict[str, Record] = {}
        self._people: Mapping[tuple[str, str], Hashable] = {}

    def put(self, *some: Record) -> None:
        self.change({record.id: record for record in some})

    def change(self, some: Mapping[str, Record | None]) -> None:
        """Puts the records in the place of those of the same articles; None takes an article out."""
        for article, record in some.items():
            self.records.pop(article, None)
            if record:
                self.records[article] = record
        if self._by_name:
            by_name = self._by_name
            settle(self.connection, list(some), self.records.get, lambda _, name: by_name[name])
            return
        people = resolve(self.records.values()).officials
        others = {article for article, name in people if people[article, name] != self._people.get((article, name))}
        self._people = people
        settle(self.connection, {*some, *others}, self.records.get, lambda article, name: people[article, name])

    def check(self) -> None:
        """All reports are of the events that `resolve` tells, and the tables hold nothing else."""
        resolution = resolve(self.records.values())
        meetings = [Event("meeting", *report, event) for report, event in resolution.meetings.items()]
        relations = [Event("relation", *report, event) for report, event in resolution.relations.items()]
        assert list(identities(self.connection)) == sorted(meetings + relations)
        for table, column in (("events", "id"), ("event_parties", "event")):
            rows = self.connection.execute(f"SELECT DISTINCT {column} FROM {table} ORDER BY 1").fetchall()
            assert rows == self.connection.execute("SELECT DISTINCT event FROM reports ORDER BY 1").fetchall()
        assert not self.connection.execute("SELECT 1 FROM blocks WHERE report NOT IN (SELECT id FROM reports)").fetchall()


def _met(identity: str, date: str | None, name: str = "Jonas Berg", *, times: int = 1, **told: Any) -> Record:
    """A record of Denmark and Norway, or of other parties, meeting once, or so often that day."""
    official = Official(name=name, country="NOR", role_class="ambassador")
    meeting = Meeting(**{"date": date, "parties": ("DNK", "NOR"), "officials": (name,), **told})
    return Record(id=identity, officials=(official,), meetings=(meeting,) * times)


@settings(deadline=None, max_examples=200)
@given(records | crowded(), crowded(), st.data())
def test_any_sequence_of_changes_comes_to_what_all_records_tell(
    some: list[Record], others: list[Record], data: st.DataObject
) -> None:
    shelf = _Shelf()
    pool = data.draw(st.permutations(some + others))
    while pool:
        batch = [pool.pop() for _ in range(data.draw(st.integers(1, len(pool))))]
        gone = data.draw(st.sets(st.sampled_from(sorted(shelf.records)), max_size=2)) if shelf.records else set()
        shelf.change({**dict.fromkeys(gone), **{record.id: record for record in batch}})
        shelf.check()


@pytest.mark.parametrize(
    "steps",
    [
        pytest.param([{"a": _met("a", "2021-05-04")}, {"a": _met("a", "2021-05-09")}, {"a": None}], id="changed"),
        pytest.param(
            [
                {"a": _met("a", "2021-05-04"), "b": _met("b", "2021-05-05"), "c": _met("c", "2021-05-06")},
                {"b": None},
            ],
            id="what held others together is gone",
        ),
        pytest.param(
            [{"b": _met("b", "2021-05-04"), "c": _met("c", "2021-05-04")}, {"a": _met("a", "2021-05-04", "Kari Lund")}],
            id="an earlier article has the lower number",
        ),
        pytest.param(
            [
                {"a": _met("a", None), "b": _met("b", None, parties=("DNK", "FIN", "NOR"))},
                {"c": _met("c", "2021-05-04", parties=("DNK", "FIN", "NOR"))},
            ],
            id="undated",
        ),
        pytest.param(
            [
                {"a": _met("a", "2021-05-04", parties=("NOR",), times=2), "b": _met("b", "2021-05-04", parties=("NOR",))},
                {"a": _met("a", "2021-05-04", parties=("NOR",))},
            ],
            id="one party",
        ),
    ],
)
def test_what_changes_is_settled_anew(steps: list[dict[str, Record | None]]) -> None:
    shelf = _Shelf()
    for step in steps:
        shelf.change(step)
        shelf.check()


@pytest.mark.parametrize("change", [{"b": None}, {"d": _met("d", "2021-05-04", "Jonas Berg", times=2)}])
def test_a_report_is_compared_anew_where_another_no_longer_speaks_for_it(change: dict[str, Record | None]) -> None:
    """Told just the same, "Berg" (a) stood under "Jonas Berg" (b), who is not Kari Berg (c)."""
    people = {"Berg": 1, "Jonas Berg": 1, "Kari Berg": 2}
    told = {article: _met(article, "2021-05-04", name) for article, name in zip("abc", people, strict=True)}
    one, other = _Shelf(people), _Shelf(people)
    one.change(told)
    one.change(change)
    other.change({article: record for article, record in {**told, **change}.items() if record})
    assert list(identities(one.connection)) == list(identities(other.connection))


def test_a_batch_reads_only_what_is_near() -> None:
    shelf = _Shelf({"Jonas Berg": 1})
    shelf.put(*(_met(str(year), f"{year}-05-04") for year in range(1900, 2000)))
    read: list[str] = []
    shelf.connection.set_trace_callback(read.append)
    shelf.put(_met("new", "1950-05-04"))
    shelf.connection.set_trace_callback(None)
    assert sum("SELECT number, told" in statement for statement in read) == 1


@pytest.fixture
def shelf() -> _Shelf:
    """Three meetings, one of them told twice, and a relation that is not dated."""
    shelf = _Shelf()
    aid = Relation(type="aided", source="FIN", target="NOR")
    shelf.put(
        _met("a", "2021-05-04", place="Oslo"),
        _met("b", "2021-05-05"),
        _met("c", "2021-05", "Kari Lund", parties=("FIN", "SWE")),
        _met("d", "2022-05-04", parties=("FIN", "NOR")).model_copy(update={"relations": (aid,)}),
    )
    shelf.check()
    return shelf


@pytest.mark.parametrize(
    ("codes", "since", "until", "articles"),
    [
        ((), None, None, {"a", "b", "c", "d"}),
        (("NOR",), None, None, {"a", "b", "d"}),
        (("SWE", "DNK"), None, None, {"a", "b", "c"}),
        ((), "2021-05-31", None, {"c", "d"}),
        ((), None, "2021-05-03", {"c"}),
        ((), "2021-05-04", "2021-05-04", {"a", "b", "c"}),
        (("FIN",), "2021-06-01", "2021-12-31", set()),
        (("USA",), None, None, set()),
    ],
)
def test_events_of_some_parties_and_days(
    shelf: _Shelf, codes: tuple[str, ...], since: str | None, until: str | None, articles: set[str]
) -> None:
    assert articles_of(shelf.connection, events_of(shelf.connection, codes, since, until)) == articles


def test_a_part_has_the_ids_of_the_whole(shelf: _Shelf) -> None:
    every = list(identities(shelf.connection))
    assert list(identities(shelf.connection, ["a", "c"])) == [event for event in every if event.article in "ac"]
    assert list(identities(shelf.connection, [])) == []
    undated = events_of(shelf.connection, ["FIN"], None, None) - events_of(shelf.connection, ["FIN"], "0001-01-01", None)
    assert list(identities_of(shelf.connection, undated)) == [Event("relation", "d", 0, "aided/FIN/NOR/undated/1")]
