"""Which articles of a store carry one text: the same wire report on three sites is three copies of one source.

Two texts are copies if they came out within three days (a form that is filled in anew each month is news each month) and at
least four fifths of their runs of five words are the same; whoever is a copy of a copy is one too. Bands (MinHash with
locality-sensitive hashing: Leskovec, Rajaraman and Ullman, *Mining of Massive Datasets*, chapter 3) find whom to compare, so
that an article costs about the same however many there are, but for those that are nearly alike and of days within three of its
own or unknown. All of it depends on the articles alone, never on their order.
"""

import hashlib
import json
import re
import sqlite3
from datetime import date
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Runs: TypeAlias = NDArray[np.uint64]
"""The hashes of a text's runs of words, sorted, each once."""

BANDS = """
CREATE TABLE bands (
    day INTEGER NOT NULL,
    band INTEGER NOT NULL,
    article TEXT NOT NULL,
    PRIMARY KEY (day, band, article)
) WITHOUT ROWID;
"""
TABLES = f"""
CREATE TABLE forms (
    form INTEGER NOT NULL,
    article TEXT NOT NULL,
    PRIMARY KEY (form, article)
) WITHOUT ROWID;
{BANDS}
CREATE TABLE copies (
    article TEXT PRIMARY KEY,
    original TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX copies_by_original ON copies (original);
"""
"""`forms` have the articles of one text and day, one of which has the text's `bands`; `copies` have all but the first by id.

Bands lie by day, so that what is written of articles that come in the order of their days lies together."""

_LEAST_SHARED = 0.8
_MOST_APART = 3
"""Days."""
_RUN = 5
_BANDS, _ROWS = 20, 8
"""Texts that share 0.8 of their runs have a band in common in 97 of 100 cases, at 0.9 always, at 0.3 in one of a thousand."""
_UNKNOWN = 0

_WORD = re.compile(r"\w+")
_DRAWN = np.random.Generator(np.random.PCG64(20)).integers(1, 2**63, (2, _BANDS * _ROWS), dtype=np.uint64)
_FACTORS, _SHIFTS = _DRAWN[0] * np.uint64(2) + np.uint64(1), _DRAWN[1]
_POWERS = [np.uint64(pow(0x9E3779B97F4A7C15, place, 2**64)) for place in range(_RUN)]


def sign(connection: sqlite3.Connection, article: str, text: str, published: str | None) -> None:
    """Puts an article among its copies. What is not a whole day in `published` is not known, and speaks against nobody."""
    found, day = runs(text), _day(published)
    form = _number(found.tobytes(), day)
    alike = connection.execute("SELECT article FROM forms WHERE form = ? LIMIT 1", (form,)).fetchone()
    connection.execute("INSERT INTO forms VALUES (?, ?)", (form, article))
    if alike:
        _join(connection, article, alike[0])
        return
    numbers = bands(found)
    joined = set()
    for other, original in _candidates(connection, numbers, day):
        if original not in joined and are_copies(found, runs(_text(connection, other))):
            _join(connection, article, other)
            joined.add(original)
    connection.executemany("INSERT INTO bands VALUES (?, ?, ?)", ((day, band, article) for band in numbers))


def unsign(connection: sqlite3.Connection, article: str) -> None:
    """Takes an article of the store from among its copies; those that it held together come apart."""
    original = _original(connection, article)
    query = """
        SELECT id, text, json_extract(record, '$.published') FROM articles JOIN records ON records.article = id
        WHERE id = ? OR id IN (SELECT article FROM copies WHERE original = ?) ORDER BY id
    """
    group = connection.execute(query, (original, original)).fetchall()
    connection.execute("DELETE FROM copies WHERE original = ?", (original,))
    for member, text, published in group:
        found, day = runs(text), _day(published)
        connection.execute("DELETE FROM forms WHERE form = ? AND article = ?", (_number(found.tobytes(), day), member))
        rows = ((day, band, member) for band in bands(found))
        connection.executemany("DELETE FROM bands WHERE day = ? AND band = ? AND article = ?", rows)
    for member, text, published in group:
        if member != article:
            sign(connection, member, text, published)


def are_copies(one: Runs, other: Runs) -> bool:
    """Whether two texts share four fifths of the runs that either has."""
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared >= _LEAST_SHARED * (len(one) + len(other) - shared)


def runs(text: str) -> Runs:
    """The runs of five words of a text, whatever its case, spaces and punctuation; a shorter text is one run."""
    words = np.array([_hash(word) for word in _WORD.findall(text.casefold())], dtype=np.uint64)
    words = np.pad(words, (0, max(0, _RUN - len(words))))
    starts = len(words) - _RUN + 1
    found = np.zeros(starts, dtype=np.uint64)
    for place, power in enumerate(_POWERS):
        found += words[place : place + starts] * power
    return np.unique(found ^ (found >> np.uint64(29)))


def bands(of: Runs) -> list[int]:
    """Numbers of which two copies have at least one in common."""
    drawn = zip(_FACTORS.reshape(_BANDS, _ROWS), _SHIFTS.reshape(_BANDS, _ROWS), strict=True)
    least = ((of[:, None] * factors + shifts).min(axis=0) for factors, shifts in drawn)
    return [_number(band.tobytes(), place) for place, band in enumerate(least)]


def _candidates(connection: sqlite3.Connection, numbers: list[int], day: int) -> list[tuple[str, str]]:
    """The articles that share a band with a text of a day, or of an unknown one; each with the original of its copies."""
    days = [_UNKNOWN, *range(day - _MOST_APART, day + _MOST_APART + 1)] if day != _UNKNOWN else _days(connection)
    query = """
        SELECT DISTINCT article, coalesce(original, article)
        FROM json_each(?) AS days CROSS JOIN json_each(?) AS numbers
            CROSS JOIN bands ON day = days.value AND band = numbers.value LEFT JOIN copies USING (article)
    """
    return connection.execute(query, (json.dumps(days), json.dumps(numbers))).fetchall()


def _days(connection: sqlite3.Connection) -> list[int]:
    """The days of which there are texts, the unknown one among them; one look at the table for each."""
    query = """
        WITH RECURSIVE found (day) AS (
            SELECT min(day) FROM bands
            UNION ALL
            SELECT (SELECT min(day) FROM bands WHERE bands.day > found.day) FROM found WHERE found.day IS NOT NULL
        )
        SELECT day FROM found WHERE day IS NOT NULL
    """
    return [day for (day,) in connection.execute(query)]


def _text(connection: sqlite3.Connection, article: str) -> str:
    return str(connection.execute("SELECT text FROM articles WHERE id = ?", (article,)).fetchone()[0])


def _join(connection: sqlite3.Connection, article: str, other: str) -> None:
    first, second = sorted((_original(connection, article), _original(connection, other)))
    connection.execute("UPDATE copies SET original = ? WHERE original = ?", (first, second))
    connection.execute("INSERT INTO copies VALUES (?, ?)", (second, first))


def _original(connection: sqlite3.Connection, article: str) -> str:
    """The article that stands for all copies of one."""
    row = connection.execute("SELECT original FROM copies WHERE article = ?", (article,)).fetchone()
    return str(row[0]) if row else article


def _day(published: str | None) -> int:
    try:
        return date.fromisoformat(published or "").toordinal()
    except ValueError:
        return _UNKNOWN


@lru_cache(maxsize=100_000)
def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def _number(data: bytes, salt: int) -> int:
    """A number of 64 bits with a sign, as SQLite keeps them."""
    return int.from_bytes(hashlib.blake2b(data, digest_size=8, salt=salt.to_bytes(4)).digest(), signed=True)
