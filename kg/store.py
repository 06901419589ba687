"""The store: articles and what each of them says, in one SQLite file.

The records are the truth that graph, page and exports are made from, and can be made from again.
"""

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from extract.article import Article
from extract.record import Record
from kg.errors import StoreError
from kg.files import StrPath, replacing

APPLICATION_ID = int.from_bytes(b"dfkg")
FORMAT = 1

_SCHEMA = f"""
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {FORMAT};
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
    record TEXT NOT NULL
);
"""
_SIDECARS = ("-wal", "-shm")
_HEADER = 100
"""Bytes of the header of an SQLite file."""


class Store:
    """An open store, to be read; a context manager that closes it.

    `Store.replace` writes a whole one. Raises StoreError for a file that is missing, foreign, newer or damaged.
    """

    def __init__(self, path: StrPath, connection: sqlite3.Connection) -> None:
        self.path = Path(path)
        self._connection = connection

    @classmethod
    def open(cls, path: StrPath) -> Self:
        """The store in the file `path`, for reading."""
        if Path(path).is_dir():
            raise StoreError(f"{path}: is a folder, not a store; name the file in it, such as graph.db")
        if not Path(path).is_file():
            raise StoreError(f"{path}: there is no store here; make one with kg build")
        try:
            return cls(path, _connect(path))
        except sqlite3.Error as error:
            raise StoreError(f"{path}: cannot be read as a store ({error}); make it again with kg build") from error

    @classmethod
    def replace(cls, path: StrPath, pairs: Iterable[tuple[Article, Record]]) -> int:
        """Writes a store of `pairs`, which may be a stream, in the place of what is there; how many they were.

        The old store stays whole until the new one is. A damaged store is replaced, another program's file never.
        """
        try:
            with replacing_store(path) as temporary:
                return _write(temporary, pairs)
        except sqlite3.Error as error:
            raise StoreError(f"{path}: cannot be written ({error}); the store that was there is as it was") from error

    def records(self) -> Iterator[Record]:
        """The records in the order of their articles' ids."""
        for (record,) in self._rows("SELECT record FROM records ORDER BY article"):
            yield Record.model_validate_json(record)

    def articles(self) -> Iterator[Article]:
        """The articles in the order of their ids."""
        for row in self._rows("SELECT id, text, title, published, url, publisher FROM articles ORDER BY id"):
            fields = dict(zip(("id", "text", "title", "published", "url", "publisher"), row, strict=True))
            yield Article.model_validate(fields)

    def __len__(self) -> int:
        return int(next(self._rows("SELECT count(*) FROM records"))[0])

    def close(self) -> None:
        """Closes the file; nothing stays beside it."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self.close()

    def _rows(self, query: str) -> Iterator[tuple[str, ...]]:
        try:
            yield from self._connection.execute(query)
        except sqlite3.Error as error:
            raise StoreError(f"{self.path}: is damaged ({error}); make it again with kg build") from error


@contextmanager
def replacing_store(path: StrPath) -> Iterator[Path]:
    """As `kg.files.replacing`, for a store: the old one's log goes with it. Raises StoreError as `check_replaceable` does."""
    check_replaceable(path)
    with replacing(path) as temporary:
        yield temporary
        for suffix in _SIDECARS:
            Path(f"{os.fspath(path)}{suffix}").unlink(missing_ok=True)


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


def _connect(path: StrPath) -> sqlite3.Connection:
    """A connection to a store of our own format, that cannot change it."""
    file = Path(path).resolve()
    # A reader of a write-ahead log needs two files beside the store, and only one that may write takes them away again.
    mode = "mode=rw" if os.access(file, os.W_OK) and os.access(file.parent, os.W_OK) else "immutable=1"
    connection = sqlite3.connect(f"{file.as_uri()}?{mode}", uri=True)
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if application != APPLICATION_ID:
            raise StoreError(f"{path}: is another program's file, not a store; name another file")
        if version > FORMAT:
            raise StoreError(f"{path}: is of format {version}, and this version knows {FORMAT}; install a later one")
        connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _write(path: Path, pairs: Iterable[tuple[Article, Record]]) -> int:
    """Writes a new store. Nobody sees the file before it is whole, so it needs no journal until then."""
    count = 0
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript(_SCHEMA)
        for article, record in pairs:
            _insert(connection, article, record)
            count += 1
        connection.commit()
        connection.execute("PRAGMA journal_mode = WAL")
    return count


def _insert(connection: sqlite3.Connection, article: Article, record: Record) -> None:
    if article.id != record.id:
        raise StoreError(f"the record {record.id!r} came with the article {article.id!r}; pair each article with its own")
    fields = (article.text, article.title, article.published, article.url, article.publisher)
    try:
        connection.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?)", (article.id, *fields, _content_hash(fields)))
    except sqlite3.IntegrityError:
        raise StoreError(f"two articles have the id {article.id!r}; give every article an id of its own") from None
    connection.execute("INSERT INTO records VALUES (?, ?)", (record.id, record.model_dump_json()))


def _content_hash(fields: tuple[str | None, ...]) -> str:
    """SHA-256 of what was read, with what came with it."""
    return hashlib.sha256(json.dumps(fields).encode()).hexdigest()
