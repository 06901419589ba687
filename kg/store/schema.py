"""The file of a store: what its tables are, how one is told from other files, and how an older one becomes one of today."""

import os
import sqlite3
from pathlib import Path

from extract import __version__
from kg.errors import StoreError
from kg.files import StrPath
from kg.store import copies, settling

APPLICATION_ID = int.from_bytes(b"dfkg")
FORMAT = 3

_BUSY = 60.0
"""Seconds for which a process waits until another has written its batch."""
_CACHE = 65_536
"""Kilobytes of the file that a writer keeps in memory."""
_HEADER = 100
"""Bytes of the header of an SQLite file."""

_ADDED_IN_2 = f"""
{copies.TABLES}
CREATE TABLE failures (
    place TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    failed TEXT
) WITHOUT ROWID;
"""
_ADDED_IN_3 = f"""
{settling.TABLES}
CREATE TABLE rules (
    version TEXT NOT NULL
);
INSERT INTO rules VALUES ('{__version__}');
"""  # noqa: S608
_TABLES = f"""
CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    title TEXT,
    published TEXT,
    url TEXT,
    publisher TEXT,
    content_hash TEXT NOT NULL
);
CREATE TABLE records (
    article TEXT PRIMARY KEY REFERENCES articles (id),
    record TEXT NOT NULL,
    extractor TEXT,
    read TEXT
);
{_ADDED_IN_2}
{_ADDED_IN_3}
"""
_FROM_1 = f"""
ALTER TABLE records ADD COLUMN extractor TEXT;
ALTER TABLE records ADD COLUMN read TEXT;
UPDATE records SET extractor = json_extract(record, '$.extractor');
{_ADDED_IN_2}
"""  # noqa: S608
_FROM_2 = f"""
CREATE TEMPORARY TABLE kept AS SELECT day, band, article FROM bands;
DROP TABLE bands;
{copies.BANDS}
INSERT INTO bands SELECT day, band, article FROM kept;
DROP TABLE kept;
"""  # noqa: S608


def create(connection: sqlite3.Connection) -> None:
    """Makes the tables in the transaction that is open, so that there is a whole store or none."""
    run(connection, _TABLES)
    run(connection, f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {FORMAT};")


def connect(path: StrPath, *, write: bool) -> sqlite3.Connection:
    """A connection to the store in `path`, in autocommit mode; without `write` one that cannot change it.

    A store of an older format is brought to today's first, in one transaction. Raises StoreError for a file that is foreign, of
    a later format, or of an older one and not to be written.
    """
    file = Path(path).resolve()
    mode = _mode(file)
    connection = sqlite3.connect(f"{file.as_uri()}?{mode}", uri=True, timeout=_BUSY, isolation_level=None)
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        if application != APPLICATION_ID:
            raise StoreError(f"{path}: is another program's file, not a store; name another file")
        version = _version(connection)
        if version > FORMAT:
            raise StoreError(f"{path}: is of format {version}, and this version knows {FORMAT}; install a later one")
        older = f"is of the older format {version}" if version < FORMAT else _by_other_rules(connection)
        if older or write:
            if mode != _READ_WRITE:
                what = older or "is to be changed"
                raise StoreError(f"{path}: {what} and cannot be written; make it and its folder writable")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute(f"PRAGMA cache_size = {-_CACHE}")
            _migrate(connection)
        if not write:
            connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def check_replaceable(path: StrPath) -> None:
    """Raises StoreError where `path` is a folder, another program's file or a later version's store. A damaged one may go."""
    if Path(path).is_dir():
        raise StoreError(f"{path}: is a folder, not a store; move it away, or write elsewhere")
    if not Path(path).is_file():
        return
    with open(path, "rb") as file:
        header = file.read(_HEADER)
    application, version = header[68:72], int.from_bytes(header[60:64])  # https://www.sqlite.org/fileformat.html
    if header and application != APPLICATION_ID.to_bytes(4):
        raise StoreError(f"{path}: is no store, and is not replaced; move it away, or write elsewhere")
    if version > FORMAT:
        raise StoreError(f"{path}: is of a later version's format, and is not replaced; move it away, or write elsewhere")


_READ_WRITE = "mode=rw"


def _mode(file: Path) -> str:
    """How to open a file: a reader of a write-ahead log needs two files beside it, and only a writer takes them away again."""
    if os.access(file, os.W_OK) and os.access(file.parent, os.W_OK):
        return _READ_WRITE
    return "mode=ro" if Path(f"{file}-wal").exists() else "immutable=1"


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _by_other_rules(connection: sqlite3.Connection) -> str | None:
    """By which rules it was found out who is who, if not by the present ones."""
    (version,) = connection.execute("SELECT version FROM rules").fetchone()
    return None if version == __version__ else f"was worked out by version {version}"


def _migrate(connection: sqlite3.Connection) -> None:
    if _version(connection) == FORMAT and not _by_other_rules(connection):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(connection)  # another process may have done it while this one waited
        if version < 2:
            run(connection, _FROM_1)
            query = (
                "SELECT id, text, json_extract(record, '$.published') FROM articles JOIN records ON article = id ORDER BY id"
            )
            for article, text, published in connection.execute(query):
                copies.sign(connection, article, text, published)
        if version == 2:
            run(connection, _FROM_2)
        if version < 3:
            run(connection, _ADDED_IN_3)
        if version < FORMAT or _by_other_rules(connection):
            settling.settle_anew(connection)
            connection.execute("UPDATE rules SET version = ?", (__version__,))
            run(connection, f"PRAGMA user_version = {FORMAT};")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def run(connection: sqlite3.Connection, script: str) -> None:
    """Runs statements in the transaction that is open, which `executescript` would end."""
    for statement in filter(str.strip, script.split(";")):
        connection.execute(statement)
