"""The store: articles and what each of them says, in one SQLite file.

The records are the truth that graph, page and exports are made from, and can be made from again.

What is written is written in transactions, in write-ahead mode with `synchronous = FULL`: when a method has returned, what it
wrote outlasts the process (`kill -9`, a full disk, an exception) and, as far as the disk keeps what it says it has written, the
machine (power loss). Before that, none of it is there. Others may read meanwhile, and writers wait for each other.
"""

import contextlib
import hashlib
import json
import os
import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from extract.article import Article
from extract.record import Record
from kg.batches import batches
from kg.errors import StoreError
from kg.files import StrPath, replacing
from kg.identity.corrections import Correction, Corrections, Kind, beside, read_corrections
from kg.reports import check_record
from kg.store import copies, settling
from kg.store.parts import EVERYTHING, Asked, Part, part
from kg.store.schema import check_replaceable, connect, create
from kg.store.slices import Slice, SliceKind, parts, slices

_SIDECARS = ("-wal", "-shm")
_PAGE = 200
"""Articles taken at once where the store may change between one and the next."""

Kept = Literal["new", "changed", "known"]


@dataclass(frozen=True)
class Reading:
    """What became of an article: when it was read (UTC) and by which version, or why it could not be (`failure`).

    `copy_of` is the article whose text this one repeats: they count as one source. Of what could not be read at all, `article`
    is the place: a file, or a line of one. Fields that are not known are None.
    """

    article: str
    when: str | None = None
    extractor: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    copy_of: str | None = None
    failure: str | None = None


class Store:
    """An open store; a context manager that closes it.

    `Store.open` opens one that is there, `Store.grow` makes it first where it is not, `Store.replace` writes a whole one.
    Raises StoreError for a file that is missing, foreign, of a later format, damaged or full.
    """

    def __init__(self, path: StrPath, connection: sqlite3.Connection) -> None:
        self.path = Path(path)
        self._connection = connection

    @classmethod
    def open(cls, path: StrPath, *, write: bool = False) -> Self:
        """The store in the file `path`, to be read, or to be changed as well. One of an older format is brought to today's."""
        if Path(path).is_dir():
            raise StoreError(f"{path}: is a folder, not a store; name the file in it, such as graph.db")
        if not Path(path).is_file():
            raise StoreError(f"{path}: there is no store here; make one with kg build")
        try:
            return cls(path, connect(path, write=write))
        except sqlite3.OperationalError as error:
            raise StoreError(f"{path}: cannot be opened ({error}); check its permissions and free space") from error
        except sqlite3.Error as error:
            raise StoreError(f"{path}: cannot be read as a store ({error}); make it again with kg build") from error

    @classmethod
    def corrected(cls, path: StrPath) -> Self:
        """The store in the file `path`, to be read, with the corrections beside it worked in."""
        corrections = read_corrections(beside(path))
        store = cls.open(path)
        if not store.rests_on(corrections):
            store.close()
            store = cls.open(path, write=True)
            store.correct(corrections)
        return store

    @classmethod
    def grow(cls, path: StrPath) -> Self:
        """The store in the file `path`, to be read and changed; an empty one is made where there is none."""
        if not Path(path).exists():
            _make_empty(Path(path))
        return cls.open(path, write=True)

    @classmethod
    def temporary(cls) -> Self:
        """An empty store that is gone when it is closed."""
        connection = sqlite3.connect("", isolation_level=None)
        connection.execute("PRAGMA synchronous = OFF")
        create(connection)
        return cls("", connection)

    @classmethod
    def replace(
        cls,
        path: StrPath,
        pairs: Iterable[tuple[Article, Record]],
        *,
        failures: Mapping[str, str] | None = None,
        when: str | None = None,
    ) -> int:
        """Writes a store of `pairs`, which may be a stream, in the place of what is there; how many they were.

        The old store stays whole until the new one is. A damaged store is replaced, another program's file never. `failures`
        are as in `put`, and looked at when all pairs have come; `when` is the time of reading.
        """
        try:
            with replacing_store(path) as temporary:
                return _write(temporary, pairs, {} if failures is None else failures, when)
        except sqlite3.Error as error:
            raise StoreError(f"{path}: cannot be written ({error}); the store that was there is as it was") from error

    # ---- reading ---------------------------------------------------------------------------------------------------

    def records(self) -> Iterator[Record]:
        """The records, as they were read, in the order of their articles' ids."""
        for (record,) in self._rows("SELECT record FROM records ORDER BY article"):
            yield Record.model_validate_json(record)

    def part(self, asked: Asked = EVERYTHING) -> Part:
        """What the store tells, as corrected, or what of it is asked for: `kg.store.parts.part`."""
        with self._reading():
            return part(self._connection, asked)

    def slices(self, kind: SliceKind) -> Iterator[Slice]:
        """All meetings, relations or officials, some at a time, in the order of their ids: `kg.store.slices.slices`."""
        with self._reading():
            yield from slices(self._connection, kind)

    def parts(self) -> Iterator[Part]:
        """All that the store tells, some articles at a time, in the order of their ids."""
        with self._reading():
            yield from parts(self._connection)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """What is read in the block is of one moment, whoever writes meanwhile."""
        with self._reading():
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("COMMIT")

    def unmatched(self) -> list[tuple[Kind, Correction]]:
        """Those of the corrections worked in, with their kinds, that are about nothing in the records."""
        with self._reading():
            return settling.unmatched(self._connection)

    def rests_on(self, corrections: Corrections) -> bool:
        """Whether these are the corrections that what the store tells rests on."""
        with self._reading():
            return settling.rests_on(self._connection, corrections)

    def articles(self) -> Iterator[Article]:
        """The articles in the order of their ids; what is added while they are read may be among them."""
        query = f"SELECT {', '.join(_FIELDS)} FROM articles WHERE id > ? ORDER BY id LIMIT {_PAGE}"  # noqa: S608
        last = ""
        while page := list(self._rows(query, last)):
            yield from (Article.model_validate(dict(zip(_FIELDS, row, strict=True))) for row in page)
            last = page[-1][0]

    def copies(self) -> Mapping[str, str]:
        """The articles that repeat another's text, each with the one that stands for all of them: the first by id."""
        return dict(self._rows("SELECT article, original FROM copies ORDER BY article"))

    def readings(self) -> Iterator[Reading]:
        """What was read and what could not be, by article and place."""
        query = """
            SELECT id, read, extractor, json_extract(record, '$.title'), json_extract(record, '$.published'), publisher, url,
                original, reason
            FROM articles
                JOIN records ON records.article = id
                LEFT JOIN copies ON copies.article = id
                LEFT JOIN failures ON place = id
            UNION ALL
            SELECT place, failed, NULL, NULL, NULL, NULL, NULL, NULL, reason
            FROM failures WHERE place NOT IN (SELECT id FROM articles)
            ORDER BY 1
        """
        for row in self._rows(query):
            yield Reading(*row)

    def has(self, article: Article, extractor: str) -> bool:
        """Whether this very article was read by this version of the extractor."""
        query = "SELECT 1 FROM articles JOIN records ON article = id WHERE id = ? AND content_hash = ? AND extractor = ?"
        return any(self._rows(query, article.id, _content_hash(article), extractor))

    def __len__(self) -> int:
        return int(next(self._rows("SELECT count(*) FROM records"))[0])

    # ---- writing ---------------------------------------------------------------------------------------------------

    def put(
        self,
        pairs: Iterable[tuple[Article, Record]],
        *,
        failures: Mapping[str, str] | None = None,
        when: str | None = None,
    ) -> list[Kept]:
        """Adds articles with their records, and places with why they could not be read; what became of each pair.

        An article of an id that the store has takes the other's place. `when` is the time of reading.
        """
        with self._writing() as connection:
            _put_failures(connection, failures or {}, when)
            return [kept for _, kept in _put_all(connection, pairs, when)]

    def renew(self, pairs: Iterable[tuple[Article, Record]], *, when: str) -> list[tuple[Record, Record]]:
        """Puts new records in the place of the old ones of the same articles; each old one with its new one.

        An article that was changed or removed since it was taken from the store is left as it is.
        """
        with self._writing() as connection:
            renewed = []
            for article, record in pairs:
                held = _held(connection, article.id)
                if held and held.content_hash == _content_hash(article):
                    _put(connection, article, record, when)
                    renewed.append((Record.model_validate_json(held.record), record))
            settling.settle(connection, [new.id for old, new in renewed if old != new])
            return renewed

    def correct(self, corrections: Corrections) -> None:
        """Has what the store tells rest on these corrections, and on no others."""
        with self._writing() as connection:
            settling.correct(connection, corrections)

    def settle_anew(self) -> None:
        """Works out by the present rules who and what all records tell of."""
        with self._writing() as connection:
            settling.settle_anew(connection)

    def settle(self, paths: Iterable[str], failed: Iterable[str]) -> None:
        """Forgets the failures at `paths`, which have all been read again, but those of the places that `failed`."""
        again = set(failed)
        with self._writing() as connection:
            for (place,) in connection.execute("SELECT place FROM failures").fetchall():
                if place not in again and any(_is_at(place, path) for path in paths):
                    connection.execute("DELETE FROM failures WHERE place = ?", (place,))

    def remove(self, names: Sequence[str]) -> None:
        """Takes out articles with all that they say, and failures by their places.

        Raises StoreError, and removes nothing, where one of the names is neither.
        """
        with self._writing() as connection:
            for name in names:
                known = _held(connection, name)
                if known:
                    copies.unsign(connection, name)
                    connection.execute("DELETE FROM records WHERE article = ?", (name,))
                    connection.execute("DELETE FROM articles WHERE id = ?", (name,))
                failures = connection.execute("DELETE FROM failures WHERE place = ?", (name,))
                if not known and not failures.rowcount:
                    raise StoreError(f"{self.path}: holds no article {name!r}; kg articles lists what it holds")
            settling.settle(connection, names)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it or nothing."""
        connection = self._connection
        try:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")
        except BaseException as error:
            if connection.in_transaction:
                with contextlib.suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error):
                advice = "what was added before is kept; see to free space and to who else writes, and do it again"
                raise StoreError(f"{self.path}: cannot be written ({error}); {advice}") from error
            raise

    def close(self) -> None:
        """Closes the file; nothing stays beside it."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self.close()

    def _rows(self, query: str, *values: str) -> Iterator[tuple[Any, ...]]:
        with self._reading():
            yield from self._connection.execute(query, values)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
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


def _make_empty(path: Path) -> None:
    """Puts a whole empty store in a place where there is nothing; one that another process puts there first stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        _write(temporary, (), {}, None)
        with contextlib.suppress(FileExistsError):
            os.link(temporary, path)
    except sqlite3.Error as error:
        raise StoreError(f"{path}: cannot be made ({error}); check the folder's permissions and free space") from error
    finally:
        temporary.unlink(missing_ok=True)


def _write(path: Path, pairs: Iterable[tuple[Article, Record]], failures: Mapping[str, str], when: str | None) -> int:
    """Writes a new store. Nobody sees the file before it is whole, so it needs no journal until then."""
    count = 0
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("BEGIN")
        create(connection)
        for article, kept in _put_all(connection, pairs, when):
            if kept != "new":
                raise StoreError(f"two articles have the id {article!r}; give every article an id of its own")
            count += 1
        _put_failures(connection, failures, when)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")
    return count


# ---- one article ---------------------------------------------------------------------------------------------------

_FIELDS = ("id", "text", "title", "published", "url", "publisher")


@dataclass(frozen=True)
class _Held:
    content_hash: str
    record: str
    text: str
    published: str | None


def _held(connection: sqlite3.Connection, article: str) -> _Held | None:
    query = """
        SELECT content_hash, record, text, json_extract(record, '$.published')
        FROM articles JOIN records ON article = id WHERE id = ?
    """
    row = connection.execute(query, (article,)).fetchone()
    return _Held(*row) if row else None


def _put_all(
    connection: sqlite3.Connection, pairs: Iterable[tuple[Article, Record]], when: str | None
) -> Iterator[tuple[str, Kept]]:
    """Puts in articles, which may be a stream, and settles what they tell; what became of each, by its id."""
    for some in batches(pairs, settling.AT_ONCE):
        kept = [(article.id, _put(connection, article, record, when)) for article, record in some]
        settling.settle(connection, [article for article, became in kept if became != "known"])
        yield from kept


def _put(connection: sqlite3.Connection, article: Article, record: Record, when: str | None) -> Kept:
    if article.id != record.id:
        raise StoreError(f"the record {record.id!r} came with the article {article.id!r}; pair each article with its own")
    check_record(record)
    connection.execute("DELETE FROM failures WHERE place = ?", (article.id,))
    held, content_hash, written = _held(connection, article.id), _content_hash(article), record.model_dump_json()
    if held and (held.content_hash, held.record) == (content_hash, written):
        return "known"
    told_alike = held and (held.text, held.published) == (article.text, record.published)
    if held and not told_alike:
        copies.unsign(connection, article.id)
    fields = [getattr(article, name) for name in _FIELDS]
    connection.execute("INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?, ?)", (*fields, content_hash))
    connection.execute("INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?)", (article.id, written, record.extractor, when))
    if not told_alike:
        copies.sign(connection, article.id, article.text, record.published)
    return "changed" if held else "new"


def _put_failures(connection: sqlite3.Connection, failures: Mapping[str, str], when: str | None) -> None:
    rows = ((place, reason, when) for place, reason in failures.items())
    connection.executemany("INSERT OR REPLACE INTO failures VALUES (?, ?, ?)", rows)


def _content_hash(article: Article) -> str:
    """SHA-256 of what was read, with what came with it."""
    return hashlib.sha256(json.dumps([getattr(article, name) for name in _FIELDS[1:]]).encode()).hexdigest()


def _is_at(place: str, path: str) -> bool:
    """Whether a place is a path, below it, or a line of it."""
    return place == path or place.startswith((f"{path.rstrip('/')}/", f"{path}:"))
