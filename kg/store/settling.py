"""What the reports of a store are reports of, kept beside its records, in the transaction that adds, changes or removes them.

That is what `kg.identity.resolve` says of all records as corrected, worked out anew only where something changed
(kg.store.settled_people, kg.store.settled_events).
"""

import json
import re
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial

from extract.record import Record
from kg.batches import batches
from kg.identity.corrections import Correction, Corrections, Kind, NoOfficial, PeopleCorrection, corrected, listed
from kg.identity.resolution import Resolution
from kg.store import settled_events, settled_people

TABLES = f"""
{settled_people.TABLES}
{settled_events.TABLES}
CREATE TABLE corrections (
    correction TEXT NOT NULL,
    kind TEXT NOT NULL
);
CREATE TABLE corrected (
    correction TEXT NOT NULL,
    article TEXT NOT NULL,
    PRIMARY KEY (correction, article)
) WITHOUT ROWID;
CREATE INDEX corrected_by_article ON corrected (article);
"""
"""`corrections` are those that the tables rest on, as JSON; `corrected` are the articles whose records one of them is about."""

_DERIVED = re.findall(r"CREATE TABLE (\w+)", settled_people.TABLES + settled_events.TABLES)

AT_ONCE = 1_000
"""Articles that are settled together where there are many."""

_Told = Mapping[str, tuple[Kind, Correction]]
"""Corrections by what they say, who said it, when and why aside."""


def settle(connection: sqlite3.Connection, changed: Collection[str]) -> None:
    """Works out anew what is reported, where the records of articles are new, others or gone."""
    _settle(connection, changed, held(connection))


def correct(connection: sqlite3.Connection, corrections: Corrections) -> None:
    """Works out anew what is reported, where these corrections say other than those that the tables rest on."""
    before, after = _told(held(connection)), _told(corrections)
    come = {text: one for text, (_, one) in after.items() if text not in before}
    gone = {text: one for text, (_, one) in before.items() if text not in after}
    articles = {article for text in gone for article in _corrected_by(connection, text)}
    articles |= {article for one in come.values() for article in _concerned(connection, one)}
    connection.execute("DELETE FROM corrections")
    rows = ((text, kind) for text, (kind, _) in after.items())
    connection.executemany("INSERT INTO corrections VALUES (?, ?)", rows)
    people = [one for one in (*come.values(), *gone.values()) if isinstance(one, PeopleCorrection)]
    _settle(connection, articles, corrections, people)


def settle_anew(connection: sqlite3.Connection) -> None:
    """Works out anew what all records report, by the present rules."""
    for table in _DERIVED:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608
    settle(connection, [article for (article,) in connection.execute("SELECT article FROM records")])


def held(connection: sqlite3.Connection) -> Corrections:
    """The corrections that the tables rest on, without who said them, when and why."""
    told: dict[str, list[object]] = {}
    for text, kind in connection.execute("SELECT correction, kind FROM corrections ORDER BY rowid"):
        told.setdefault(kind, []).append(json.loads(text)[1])
    return Corrections.model_validate(told)


def rests_on(connection: sqlite3.Connection, corrections: Corrections) -> bool:
    """Whether these are the corrections that the tables rest on."""
    return _told(held(connection)).keys() == _told(corrections).keys()


def unmatched(connection: sqlite3.Connection) -> list[tuple[Kind, Correction]]:
    """Those of the corrections that the tables rest on, with their kinds, that are about nothing in the records as read."""

    def is_met(text: str, one: Correction) -> bool:
        if isinstance(one, PeopleCorrection):
            return settled_people.tells_both(connection, one)
        return any(True for _ in _corrected_by(connection, text))

    return [(kind, one) for text, (kind, one) in _told(held(connection)).items() if not is_met(text, one)]


def resolution(connection: sqlite3.Connection) -> Resolution:
    """What each report stands for."""
    events: dict[str, dict[tuple[str, int], str]] = {"meeting": {}, "relation": {}}
    for kind, article, number, event in settled_events.identities(connection):
        events[kind][article, number] = event
    people = list(settled_people.identities(connection))
    return Resolution(
        {(article, name): official for article, name, official, _ in people},
        events["meeting"],
        events["relation"],
        {official: label for _, _, official, label in people},
    )


# ---- articles ------------------------------------------------------------------------------------------------------


def _settle(
    connection: sqlite3.Connection,
    articles: Collection[str],
    corrections: Corrections,
    once: Sequence[PeopleCorrection] = (),
) -> None:
    waiting = set(articles)
    for some in (*batches(sorted(waiting), AT_ONCE), []):
        waiting.difference_update(some)
        _note(connection, some, corrections)
        record_of = _corrected_records(connection, corrections)
        moved = settled_people.settle(connection, some, record_of, corrections, [] if waiting else once)
        changed = moved.union(some) - waiting
        settled_events.settle(connection, changed, record_of, partial(settled_people.person_of, connection))


def _corrected_records(connection: sqlite3.Connection, corrections: Corrections) -> Callable[[str], Record | None]:
    @lru_cache(2 * AT_ONCE)
    def record_of(article: str) -> Record | None:
        record = _record(connection, article)
        return record and corrected([record], corrections)[0]

    return record_of


def _record(connection: sqlite3.Connection, article: str) -> Record | None:
    row = connection.execute("SELECT record FROM records WHERE article = ?", (article,)).fetchone()
    return Record.model_validate_json(row[0]) if row else None


# ---- corrections ---------------------------------------------------------------------------------------------------


def _told(corrections: Corrections) -> _Told:
    return {json.dumps([kind, one.told()], sort_keys=True): (kind, one) for kind, one in listed(corrections)}


def _note(connection: sqlite3.Connection, articles: Iterable[str], corrections: Corrections) -> None:
    """Writes down which corrections are about the records of articles."""
    of_records = {text: one for text, (_, one) in _told(corrections).items() if not isinstance(one, PeopleCorrection)}
    for article in articles:
        connection.execute("DELETE FROM corrected WHERE article = ?", (article,))
        record = _record(connection, article) if of_records else None
        rows = ((text, article) for text, one in of_records.items() if record and one.is_met_in([record]))
        connection.executemany("INSERT INTO corrected VALUES (?, ?)", rows)


def _corrected_by(connection: sqlite3.Connection, text: str) -> Iterator[str]:
    rows = connection.execute("SELECT article FROM corrected WHERE correction = ?", (text,))
    return (article for (article,) in rows)


def _concerned(connection: sqlite3.Connection, correction: Correction) -> Iterator[str]:
    """The articles whose records a correction is about that does not hold yet; all are read where it does not tell which."""
    if isinstance(correction, PeopleCorrection):
        return
    if isinstance(correction, NoOfficial):
        articles: Iterable[str] = settled_people.articles_naming(connection, correction.name)
    else:
        articles = correction.articles or (article for (article,) in connection.execute("SELECT article FROM records"))
    for article in articles:
        record = _record(connection, article)
        if record and correction.is_met_in([record]):
            yield article
