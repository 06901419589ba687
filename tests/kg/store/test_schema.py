"""The file of a store: an older format becomes today's, whole or not at all, or is refused."""

import os
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

import kg
from extract import __version__
from extract.article import Article
from extract.record import Official, Record
from kg.errors import StoreError
from kg.store import settling
from kg.store.schema import APPLICATION_ID, FORMAT
from kg.store.store import Store

WIRE = "The defence ministers of Norway and Denmark met in Oslo on Monday and agreed to exercise together in the Skagerrak."

_FORMAT_1 = f"""
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = 1;
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


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A store of format 1 with two articles of one text and one of another."""
    path = tmp_path / "graph.db"
    Store.replace(path, [(article, record) for article, record in PAIRS])
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT id, text, title, published, url, publisher, content_hash FROM articles").fetchall()
    connection.close()
    path.unlink()
    connection = sqlite3.connect(path)
    connection.executescript(_FORMAT_1)
    connection.executemany("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    connection.executemany("INSERT INTO records VALUES (?, ?)", [(record.id, record.model_dump_json()) for _, record in PAIRS])
    connection.commit()
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    return path


PAIRS = [
    (Article(id=name, text=text), Record(id=name, countries=("KOR",), extractor="0.1.0"))
    for name, text in (("a", WIRE), ("b", f"{WIRE} (Wire)"), ("c", "Something else."))
]


def schema(path: Path) -> tuple[int, list[str]]:
    connection = sqlite3.connect(path)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").fetchall()
    connection.close()
    return version, [name for (name,) in tables]


def columns(path: Path, table: str) -> list[str]:
    connection = sqlite3.connect(path)
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    connection.close()
    return names


@pytest.mark.parametrize("write", [False, True])
def test_an_older_store_becomes_one_of_today(write: bool, old: Path, tmp_path: Path) -> None:
    with Store.open(old, write=write) as store:
        assert list(store.records()) == [record for _, record in PAIRS]
        assert list(store.articles()) == [article for article, _ in PAIRS]
        assert store.copies() == {"b": "a"}
        assert all(store.has(article, "0.1.0") for article, _ in PAIRS)
        assert [reading.when for reading in store.readings()] == [None] * 3
    assert [path.name for path in tmp_path.iterdir()] == ["graph.db"]
    Store.replace(tmp_path / "new.db", PAIRS)
    assert schema(old) == schema(tmp_path / "new.db")
    for table in schema(old)[1]:
        assert columns(old, table) == columns(tmp_path / "new.db", table)


def test_a_store_without_who_is_who_gets_it(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    minister = Official(name="Kari Berg", country="NOR")
    Store.replace(path, [(article, record.model_copy(update={"officials": (minister,)})) for article, record in PAIRS])
    before, tables = kg.open(path).officials(), schema(path)
    connection = sqlite3.connect(path)
    connection.executescript("""
        CREATE TABLE kept AS SELECT * FROM bands;
        DROP TABLE bands;
        CREATE TABLE bands (band INTEGER, day INTEGER, article TEXT, PRIMARY KEY (band, day, article)) WITHOUT ROWID;
        INSERT INTO bands SELECT band, day, article FROM kept;
        DROP TABLE kept;
    """)
    for table in (*re.findall(r"CREATE TABLE (\w+)", settling.TABLES), "rules"):
        connection.execute(f"DROP TABLE {table}")
    connection.execute("PRAGMA user_version = 2")
    connection.close()
    assert kg.open(path).officials() == before
    assert schema(path) == tables
    with Store.grow(path) as store:
        store.put([(Article(id="d", text=WIRE), Record(id="d"))])
        assert store.copies() == {"b": "a", "d": "a"}


def test_what_breaks_off_half_way_leaves_the_older_store(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_off(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("kg.store.copies.sign", break_off)
        with pytest.raises(KeyboardInterrupt):
            Store.open(old)
    assert schema(old)[0] == 1
    assert columns(old, "records") == ["article", "record"]
    with Store.open(old) as store:
        assert store.copies() == {"b": "a"}


@pytest.fixture
def unwritable(monkeypatch: pytest.MonkeyPatch) -> None:
    real: Callable[[Path, int], bool] = os.access
    monkeypatch.setattr("os.access", lambda path, mode: mode != os.W_OK and real(path, mode))


@pytest.mark.usefixtures("unwritable")
def test_an_older_store_that_cannot_be_written_is_refused(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(StoreError, match="older format 1 and cannot be written; make it and its folder writable"):
        Store.open(old)
    assert old.read_bytes() == before


@pytest.mark.usefixtures("unwritable")
def test_a_store_that_cannot_be_written_is_read_and_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    Store.replace(path, PAIRS)
    with Store.open(path) as store:
        assert len(store) == 3
    with pytest.raises(StoreError, match="is to be changed and cannot be written"):
        Store.open(path, write=True)


def test_a_log_beside_an_unwritable_store_is_read_too(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    path = tmp_path / "graph.db"
    with Store.grow(path) as writer:
        writer.put(PAIRS)
        request.getfixturevalue("unwritable")
        with Store.open(path) as store:
            assert len(store) == 3


def test_the_store_names_its_program_and_format(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    Store.grow(path).close()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (FORMAT,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_what_other_rules_worked_out_is_worked_out_anew(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    minister = Official(name="Kari Berg", country="NOR")
    Store.replace(path, [(article, record.model_copy(update={"officials": (minister,)})) for article, record in PAIRS])
    before = kg.open(path).officials()
    connection = sqlite3.connect(path)
    connection.executescript("UPDATE rules SET version = '0'; UPDATE people SET prefix = 'NOR/nobody'; DELETE FROM stretches;")
    connection.close()
    assert kg.open(path).officials() == before
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT version FROM rules").fetchone() == (__version__,)
    connection.close()


@pytest.mark.usefixtures("unwritable")
def test_what_other_rules_worked_out_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    Store.replace(path, PAIRS)
    connection = sqlite3.connect(path)
    connection.executescript("UPDATE rules SET version = '0'")
    connection.close()
    with pytest.raises(StoreError, match="was worked out by version 0 and cannot be written; make it and its folder writable"):
        Store.open(path)
