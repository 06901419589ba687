"""Which reports are of one meeting or relation, kept in a store and worked out anew only where articles change.

The tables hold what each report tells of its event, and which event that is. `settle` decides by the functions by which
`kg.identity.resolve` decides for all records at once, and comes to the same. Reports that are alike, directly or through
others, make a component, and what a component comes to depends on nothing outside it (`kg.identity.alike`). So only those are
worked out that lose a report, or that a report is like which is new: an article costs what the reports near its own cost,
however many others there are.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, NamedTuple, TypeAlias

from extract.record import Record
from extract.text.calendar import earliest_latest
from kg.identity import deeds, occasions
from kg.identity.agreement import date_and_end, likeliest_date
from kg.identity.alike import ReportKey, Rules, T, components
from kg.identity.spans import Span
from kg.identity.tellings import Telling, telling

PersonOf: TypeAlias = Callable[[str, str], Hashable]
"""Who an official is, by article and name: the same for one person, as of now."""

TABLES = """
CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    prefix TEXT NOT NULL,
    article TEXT NOT NULL,
    number INTEGER NOT NULL,
    earliest TEXT,
    latest TEXT
);
CREATE UNIQUE INDEX events_by_prefix ON events (kind, prefix, article, number);
CREATE INDEX events_by_days ON events (latest, earliest);
CREATE TABLE event_parties (
    event INTEGER NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (event, code)
) WITHOUT ROWID;
CREATE INDEX event_parties_by_code ON event_parties (code);
CREATE TABLE reports (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    article TEXT NOT NULL,
    number INTEGER NOT NULL,
    told TEXT NOT NULL,
    event INTEGER,
    component INTEGER
);
CREATE UNIQUE INDEX reports_by_article ON reports (article, kind, number);
CREATE INDEX reports_by_event ON reports (event);
CREATE INDEX reports_by_component ON reports (component);
CREATE TABLE blocks (
    kind TEXT NOT NULL,
    block TEXT NOT NULL,
    length INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    report INTEGER NOT NULL,
    PRIMARY KEY (kind, block, length, first, last, report)
) WITHOUT ROWID;
CREATE INDEX blocks_by_report ON blocks (report);
"""
"""`reports` have what an article tells of one event (`told`, a record of that alone), the event, and the component, which is
named by one of its events. `events` have the first of their reports by article and number. `blocks` have the days (ordinals) of
the reports with which a report is compared; `last - first` has `length` bits, so that an index finds what overlaps others."""

_MOST_VALUES = 30_000
"""Values that one statement takes; SQLite's limit is 32,766."""
_ALWAYS = Span(0, date.max.toordinal())
_LENGTHS = range((_ALWAYS.last - _ALWAYS.first).bit_length() + 1)
_OVERLAPPING = f"""
    WITH lengths (known) AS (VALUES {", ".join(f"({length})" for length in _LENGTHS)})
    SELECT report, component FROM lengths
        CROSS JOIN blocks ON blocks.kind = :kind AND block = :block AND length = known
            AND first BETWEEN :first - (1 << known) AND :last AND last >= :first
        JOIN reports ON id = report
    WHERE component IS NOT NULL
"""  # noqa: S608


class Event(NamedTuple):
    """The event that a report is of: `kind` is "meeting" or "relation", `number` the report's index in the article's record.

    `event` is the canonical id: "2021-09-08/ASEAN-KOR/1".
    """

    kind: str
    article: str
    number: int
    event: str


def settle(
    connection: sqlite3.Connection,
    changed: Collection[str],
    record_of: Callable[[str], Record | None],
    person_of: PersonOf,
) -> None:
    """Works out anew which reports are of one meeting or relation, where articles changed, in the transaction that is open.

    `changed` are the ids of articles whose record is new, another or gone (`record_of` gives None), or whose officials are now
    other people than before. `person_of` tells who the officials of all articles are now.
    """
    articles = sorted(set(changed))
    records = [record for article in articles if (record := record_of(article))]
    for kind in _KINDS:
        _settle(_Reports(connection, kind, person_of), articles, records)


def identities(connection: sqlite3.Connection, articles: Iterable[str] | None = None) -> Iterator[Event]:
    """Of which event each report is, of all articles or of some. The ids are those that `resolve` gives for all records."""
    if articles is None:
        return _placed(connection, "")
    return _of_some(connection, "reports.article", list(articles))


def identities_of(connection: sqlite3.Connection, events: Iterable[int]) -> Iterator[Event]:
    """As `identities`, of all reports of some events, which `events_of` gives."""
    return _of_some(connection, "reports.event", list(events))


def events_of(connection: sqlite3.Connection, codes: Collection[str], since: str | None, until: str | None) -> set[int]:
    """The events that one of the countries or organizations is a party of, or all without `codes`, in a period.

    `since` and `until` are ISO days, inclusive; an event is in the period if it overlaps it, an undated one if it has no bound.
    """
    bounds = {"latest >= ?": since, "earliest <= ?": until}
    conditions = [condition for condition, bound in bounds.items() if bound is not None]
    values = [bound for bound in bounds.values() if bound is not None]
    if codes:
        conditions.append(f"id IN (SELECT event FROM event_parties WHERE code IN ({_marks(codes)}))")  # noqa: S608
        values.extend(codes)
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    return {event for (event,) in connection.execute(f"SELECT id FROM events {where}", values)}  # noqa: S608


def articles_of(connection: sqlite3.Connection, events: Iterable[int]) -> set[str]:
    """The articles that report some of the events."""
    return {
        article
        for some in _portions(list(events))
        for (article,) in connection.execute(
            f"SELECT DISTINCT article FROM reports WHERE event IN ({_marks(some)})",  # noqa: S608
            some,
        )
    }


def listed(connection: sqlite3.Connection, kind: str) -> Iterator[tuple[str, str, int, int]]:
    """All events of a kind: the first article, the canonical id, the number that `articles_of` takes, how many reports."""
    query = """
        SELECT article, prefix || '/' || row_number() OVER (PARTITION BY prefix ORDER BY article, number), id,
            (SELECT count(*) FROM reports WHERE event = events.id)
        FROM events WHERE kind = ?
    """
    yield from connection.execute(query, (kind,))


# ---- meetings and relations ----------------------------------------------------------------------------------------


class _Summary(NamedTuple):
    """What is kept of an event, from all of its reports."""

    prefix: str
    date: str | None
    end: str | None
    parties: frozenset[str]


@dataclass(frozen=True)
class _Kind(Generic[T]):
    """A kind of event: its rules, what a record reports of such, each apart, and what a report and an event come to."""

    name: str
    rules: Rules[T]
    reports: Callable[[Record], Iterable[Record]]
    told: Callable[[Record, PersonOf], T]
    summary: Callable[[Sequence[Record]], _Summary]


def _meetings(record: Record) -> Iterator[Record]:
    """What the record tells of each of its meetings, and no more."""
    signed = tuple(relation for relation in record.relations if relation.type == "signed")
    for meeting in record.meetings:
        officials = tuple(official for official in record.officials if official.name in meeting.officials)
        signings = tuple(relation for relation in signed if {relation.source, relation.target} <= set(meeting.parties))
        yield Record(id=record.id, published=record.published, officials=officials, meetings=(meeting,), relations=signings)


def _meeting_told(report: Record, person_of: PersonOf) -> Telling:
    people = {(report.id, official.name): person_of(report.id, official.name) for official in report.officials}
    return telling(report, report.meetings[0], people)


def _meeting_summary(reports: Sequence[Record]) -> _Summary:
    told = [report.meetings[0] for report in reports]
    parties = frozenset(code for meeting in told for code in meeting.parties)
    return _Summary(occasions.occasion_prefix(told), *date_and_end(told), parties)


def _relations(record: Record) -> Iterator[Record]:
    """What the record tells of each of its relations, and no more."""
    return (Record(id=record.id, relations=(told.model_copy(update={"evidence": ""}),)) for told in record.relations)


def _relation_told(report: Record, _: PersonOf) -> deeds.Deed:
    return deeds.deed(report.id, report.relations[0])


def _relation_summary(reports: Sequence[Record]) -> _Summary:
    told = [report.relations[0] for report in reports]
    when = likeliest_date(relation.date for relation in told)
    return _Summary(deeds.deed_prefix(told), when, None, frozenset(deeds.relation_ends(told[0])))


_KINDS: tuple[_Kind[Any], ...] = (
    _Kind("meeting", occasions.RULES, _meetings, _meeting_told, _meeting_summary),
    _Kind("relation", deeds.RULES, _relations, _relation_told, _relation_summary),
)
_UNTOLD = {"start_char", "end_char", "inferred", "trigger", "topics"}
_LEFT_OUT: Any = {
    "officials": {"__all__": _UNTOLD | {"evidence"}},
    "meetings": {"__all__": _UNTOLD},
    "relations": {"__all__": _UNTOLD},
}


# ---- settling ------------------------------------------------------------------------------------------------------


def _settle(reports: "_Reports[T]", articles: Iterable[str], records: Iterable[Record]) -> None:
    left, unsettled = reports.remove(articles)
    added = {report for record in records for report in reports.add(record)}
    searched: set[int] = set()
    waiting = added | left
    while waiting:
        for report in sorted(waiting):
            unsettled |= reports.components_like(report, unsettled)
        searched |= waiting
        waiting = reports.told_apart(added | reports.of_components(unsettled), added) - searched
    reports.write(added | reports.of_components(unsettled))


@dataclass(frozen=True, slots=True)
class _Report(Generic[T]):
    """A row of `reports`, and what it tells."""

    record: Record
    number: int
    told: T
    event: int | None


class _Reports(Generic[T]):
    """The reports of one kind that the tables hold, each read once."""

    def __init__(self, connection: sqlite3.Connection, kind: _Kind[T], person_of: PersonOf) -> None:
        self._connection = connection
        self._kind = kind
        self._person_of = person_of
        self._read: dict[int, _Report[T]] = {}

    def remove(self, articles: Iterable[str]) -> tuple[set[int], set[int]]:
        """Takes out what the articles report; the reports that were of one event with that, and the components it was in."""
        query = "SELECT id, event, component FROM reports WHERE article = ? AND kind = ?"
        rows = [row for article in articles for row in self._connection.execute(query, (article, self._kind.name))]
        self._connection.executemany("DELETE FROM blocks WHERE report = ?", [(report,) for report, _, _ in rows])
        self._connection.executemany("DELETE FROM reports WHERE id = ?", [(report,) for report, _, _ in rows])
        events = {event for _, event, _ in rows}
        self._forget(events)
        return self._where("event", events), {component for _, _, component in rows}

    def add(self, record: Record) -> Iterator[int]:
        """Puts in what a record reports, of no event yet."""
        for number, report in enumerate(self._kind.reports(record)):
            written = report.model_dump_json(exclude=_LEFT_OUT, exclude_defaults=True)
            cursor = self._connection.execute(
                "INSERT INTO reports (kind, article, number, told) VALUES (?, ?, ?, ?)",
                (self._kind.name, record.id, number, written),
            )
            identity = cursor.lastrowid or 0
            told = self._kind.told(report, self._person_of)
            self._read[identity] = _Report(report, number, told, None)
            self._connection.executemany(
                "INSERT INTO blocks VALUES (:kind, :block, :length, :first, :last, :report)",
                [{**place, "report": identity} for place in self._places(told)],
            )
            yield identity

    def of_components(self, some: Collection[int]) -> set[int]:
        """The reports in some components."""
        return self._where("component", some)

    def components_like(self, report: int, known: Collection[int]) -> set[int]:
        """The components, but for those `known`, with a report that this one may be joined with."""
        found: set[int] = set()
        for place in self._places(self._read[report].told):
            for other, component in self._connection.execute(_OVERLAPPING, place).fetchall():
                if component not in known and component not in found and self._may_be_joined(report, other):
                    found.add(component)
        return found

    def told_apart(self, some: Iterable[int], added: Collection[int]) -> set[int]:
        """Those of some reports that tell the same as one added, but are not taken as one, as an article tells it twice."""
        same: dict[Hashable, list[int]] = defaultdict(list)
        for report in some:
            same[self._read[report].told.content].append(report)
        return {
            report
            for reports in same.values()
            if len({self._read[report].record.id for report in reports}) < len(reports)
            and any(report in added for report in reports)
            for report in reports
        }

    def write(self, some: Iterable[int]) -> None:
        """Settles of which events some reports are that are whole components."""
        keys: dict[ReportKey, int] = {(self._read[report].record.id, self._read[report].number): report for report in some}
        self._forget({event for report in keys.values() if (event := self._read[report].event) is not None})
        for component in components({key: self._read[report].told for key, report in keys.items()}, self._kind.rules):
            events = [self._write_event(event, [self._read[keys[report]].record for report in event]) for event in component]
            self._connection.executemany(
                "UPDATE reports SET event = ?, component = ? WHERE id = ?",
                [
                    (identity, events[0], keys[report])
                    for identity, event in zip(events, component, strict=True)
                    for report in event
                ],
            )

    def _write_event(self, event: Sequence[ReportKey], records: Sequence[Record]) -> int:
        summary = self._kind.summary(records)
        days = earliest_latest(summary.date, summary.end) if summary.date else (None, None)
        cursor = self._connection.execute(
            "INSERT INTO events (kind, prefix, article, number, earliest, latest) VALUES (?, ?, ?, ?, ?, ?)",
            (self._kind.name, summary.prefix, *event[0], *days),
        )
        identity = cursor.lastrowid or 0
        self._connection.executemany(
            "INSERT INTO event_parties VALUES (?, ?)", [(identity, code) for code in sorted(summary.parties)]
        )
        return identity

    def _forget(self, events: Iterable[int]) -> None:
        gone = [(event,) for event in sorted(events)]
        self._connection.executemany("DELETE FROM event_parties WHERE event = ?", gone)
        self._connection.executemany("DELETE FROM events WHERE id = ?", gone)

    def _where(self, column: str, values: Collection[int]) -> set[int]:
        found: set[int] = set()
        for some in _portions(sorted(values)):
            query = f"SELECT id, number, told, event FROM reports WHERE {column} IN ({_marks(some)})"  # noqa: S608
            for report, number, told, event in self._connection.execute(query, some):
                self._take(report, number, told, event)
                found.add(report)
        return found

    def _take(self, report: int, number: int, told: str, event: int | None) -> None:
        if report not in self._read:
            record = Record.model_validate_json(told)
            self._read[report] = _Report(record, number, self._kind.told(record, self._person_of), event)

    def _may_be_joined(self, report: int, other: int) -> bool:
        if other not in self._read:
            query = "SELECT number, told, event FROM reports WHERE id = ?"
            self._take(other, *self._connection.execute(query, (other,)).fetchone())
        one, two, rules = self._read[report].told, self._read[other].told, self._kind.rules
        if not (rules.reach(one) and rules.reach(two)) and set(rules.people(one)).isdisjoint(rules.people(two)):
            return False
        return rules.likeness(one, two) is not None

    def _places(self, told: T) -> list[dict[str, str | int]]:
        """The blocks in which reports are compared with this one, each with the days of those that are, as in `blocks`."""
        rules = self._kind.rules
        reach = rules.reach(told)
        if reach is None and not list(rules.people(told)):
            return []
        first, last, _ = reach or _ALWAYS
        days: dict[str, str | int] = {"length": (last - first).bit_length(), "first": first, "last": last}
        return [{"kind": self._kind.name, "block": block, **days} for block in rules.blocks(told)]


# ---- asking --------------------------------------------------------------------------------------------------------


def _of_some(connection: sqlite3.Connection, column: str, values: Sequence[Any]) -> Iterator[Event]:
    for some in _portions(values):
        yield from _placed(connection, f"WHERE {column} IN ({_marks(some)})", some)


def _placed(connection: sqlite3.Connection, where: str, values: Sequence[Any] = ()) -> Iterator[Event]:
    """The reports that the condition tells, each with its event's place among those of one prefix."""
    query = f"""
        WITH
            asked AS (SELECT reports.kind, reports.article, reports.number, event FROM reports {where}),
            prefixes AS (SELECT DISTINCT events.kind, prefix FROM asked JOIN events ON id = event),
            placed AS (
                SELECT id, prefix || '/' || row_number() OVER (PARTITION BY kind, prefix ORDER BY article, number) AS name
                FROM prefixes JOIN events USING (kind, prefix)
            )
        SELECT kind, article, number, name FROM asked JOIN placed ON id = event ORDER BY kind, article, number
    """  # noqa: S608
    return map(Event._make, connection.execute(query, values))


def _portions(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (values[start : start + _MOST_VALUES] for start in range(0, len(values), _MOST_VALUES))


def _marks(values: Collection[Any]) -> str:
    return ", ".join("?" * len(values))
