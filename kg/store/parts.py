"""A part of what a store tells: of some countries, in a period, with the ids that everything has in the whole."""

import json
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from extract.record import Record
from kg.identity.corrections import Corrections, corrected
from kg.identity.officials import named_once
from kg.identity.resolution import Resolution
from kg.store import settled_events, settled_people, settling


class Asked(NamedTuple):
    """What is asked for: codes of countries and organizations, all if there are none; the first and the last day, if any."""

    codes: frozenset[str] = frozenset()
    since: str | None = None
    until: str | None = None


EVERYTHING = Asked()


_EVENTS = frozenset({"meetings", "relations"})
"""The fields of a record that tell of events."""


class Part(NamedTuple):
    """Records, as corrected and without what is not asked for, and what each of their reports stands for."""

    records: list[Record]
    resolution: Resolution


def part(connection: sqlite3.Connection, asked: Asked = EVERYTHING) -> Part:
    """What a store tells of countries or organizations in a period.

    In it is every meeting and relation that one of them is a party of and that overlaps the period (undated ones only if there
    is none), with all of its reports; and of officials those who took part in these, and those of the countries whom an article
    names that came out in the period.
    """
    corrections = settling.held(connection)
    if asked == EVERYTHING:
        return Part(list(_records(connection, None, corrections)), settling.resolution(connection))
    events = settled_events.events_of(connection, *asked)
    told = {report[:3]: report.event for report in settled_events.identities_of(connection, events)}
    naming = settled_people.articles_with(connection, *asked)
    articles = sorted(naming.union(article for _, article, _ in told))
    kept = Part([], _people(connection, articles))
    for record in _records(connection, articles, corrections):
        meetings = [index for index in range(len(record.meetings)) if ("meeting", record.id, index) in told]
        relations = [index for index in range(len(record.relations)) if ("relation", record.id, index) in told]
        kept.records.append(_trimmed(record, asked.codes, meetings, relations, named=record.id in naming))
        kept.resolution.meetings.update(
            ((record.id, number), told["meeting", record.id, index]) for number, index in enumerate(meetings)
        )
        kept.resolution.relations.update(
            ((record.id, number), told["relation", record.id, index]) for number, index in enumerate(relations)
        )
    return kept


def whole(connection: sqlite3.Connection, articles: Collection[str], without: Collection[str] = ()) -> Part:
    """All that some articles tell, but for some fields of their records."""
    kept = _people(connection, () if "officials" in without else articles)
    events = {"meeting": kept.meetings, "relation": kept.relations}
    for kind, article, number, event in settled_events.identities(connection, () if {*without} >= _EVENTS else articles):
        events[kind][article, number] = event
    return Part(list(_records(connection, articles, settling.held(connection), without)), kept)


def _people(connection: sqlite3.Connection, articles: Collection[str]) -> Resolution:
    """Whom the names in some articles mean."""
    kept = Resolution({}, {}, {}, {})
    for article, name, official, label in settled_people.identities(connection, articles):
        kept.officials[article, name] = official
        kept.names[official] = label
    return kept


def _records(
    connection: sqlite3.Connection, articles: Collection[str] | None, corrections: Corrections, without: Collection[str] = ()
) -> Iterator[Record]:
    """The records of some articles, or of all, as corrected; without their mentions, of which nothing is made."""
    fields = ", ".join(f"'$.{field}'" for field in ("mentions", *without))
    some = "" if articles is None else "WHERE article IN (SELECT value FROM json_each(?))"
    values = () if articles is None else (json.dumps([*articles]),)
    query = f"SELECT json_remove(record, {fields}) FROM records {some} ORDER BY article"  # noqa: S608
    rows = connection.execute(query, values)
    return (corrected([Record.model_validate_json(record)], corrections)[0] for (record,) in rows)


def _trimmed(
    record: Record, codes: Collection[str], meetings: Sequence[int], relations: Sequence[int], *, named: bool
) -> Record:
    """A record of some meetings and relations only, and if its officials are asked for (`named`), of those of the countries."""
    met = [record.meetings[index] for index in meetings]
    names = {name for meeting in met for name in meeting.officials}
    series = {meeting.series for meeting in met}

    def is_asked(code: str | None) -> bool:
        return not codes or code in codes

    if named:
        names.update(official.name for official in named_once(record).officials if is_asked(official.country))
    return record.model_copy(
        update={
            "countries": tuple(filter(is_asked, record.countries)),
            "organizations": tuple(filter(is_asked, record.organizations)),
            "ministries": tuple(ministry for ministry in record.ministries if named and is_asked(ministry.country)),
            "officials": tuple(official for official in record.officials if official.name in names),
            "meetings": tuple(met),
            "relations": tuple(record.relations[index] for index in relations),
            "series": tuple(one for one in record.series if one.name in series),
        }
    )
