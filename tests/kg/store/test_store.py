"""The store: whole or not at all, and never another program's file."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.article import Article
from extract.record import Record
from kg.errors import StoreError
from kg.store.schema import FORMAT
from kg.store.store import Store

Pair = tuple[Article, Record]


def _pair(article_id: str, text: str = "Text.") -> Pair:
    return Article(id=article_id, text=text, title=None, url="https://news.example/a"), Record(
        id=article_id, countries=("KOR",)
    )


def test_what_is_written_is_read_in_the_order_of_ids(tmp_path: Path, video_talks: Record) -> None:
    path = tmp_path / "graph.db"
    talks = Article(id="talks", text="Line.\n\nÉ 한 𝔘 \x00 end", title=None, published="2021-09-08", publisher="Example")
    assert Store.replace(path, iter([_pair("é"), (talks, video_talks), _pair("Z"), _pair("a")])) == 4
    with Store.open(path) as store:
        assert [record.id for record in store.records()] == ["Z", "a", "talks", "é"]
        assert [article.id for article in store.articles()] == ["Z", "a", "talks", "é"]
        assert list(store.records())[2] == video_talks
        assert list(store.articles())[2] == talks
        assert len(store) == 4


def test_a_store_is_one_file_in_wal_mode(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    Store.replace(path, [_pair("a")])
    with Store.open(path) as store:
        assert len(store) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["graph.db"]
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_the_same_articles_make_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.db", "two.db"):
        Store.replace(tmp_path / name, [_pair("a"), _pair("b")])
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()


def test_an_interrupted_build_leaves_the_old_store(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    Store.replace(path, [_pair("old")])

    def interrupted() -> Iterator[Pair]:
        yield from (_pair(f"new-{number}") for number in range(5_000))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Store.replace(path, interrupted())
    with Store.open(path) as store:
        assert [record.id for record in store.records()] == ["old"]
    assert [file.name for file in tmp_path.iterdir()] == ["graph.db"]


_KILLED = """
import os, sys
from extract.article import Article
from extract.record import Record
from kg.store.store import Store
def pairs():
    for number in range(3000):
        yield Article(id=str(number), text="x" * 1000), Record(id=str(number))
    os.kill(os.getpid(), 9)
Store.replace(sys.argv[1], pairs())
"""


def test_a_killed_build_leaves_the_old_store(tmp_path: Path, root: Path) -> None:
    path = tmp_path / "graph.db"
    Store.replace(path, [_pair("old")])
    run = subprocess.run([sys.executable, "-c", _KILLED, str(path)], cwd=root, check=False)
    assert run.returncode == -9
    with Store.open(path) as store:
        assert [record.id for record in store.records()] == ["old"]


def test_replacing_leaves_no_trace_of_the_old_store(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    Store.replace(path, [_pair("old")])
    reader = Store.open(path)
    records = reader.records()
    Store.replace(path, [_pair("new-1"), _pair("new-2")])
    assert [record.id for record in records] == ["old"]  # who was reading reads on
    reader.close()
    with Store.open(path) as store:
        assert [record.id for record in store.records()] == ["new-1", "new-2"]
    assert [file.name for file in tmp_path.iterdir()] == ["graph.db"]


def _foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE theirs (x)")
    connection.close()


def _newer(path: Path) -> None:
    Store.replace(path, [])
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
    connection.close()


@pytest.mark.parametrize(
    ("make", "unread", "unreplaced"),
    [
        (lambda path: path.write_text("notes to keep"), "cannot be read as a store", "is no store"),
        (_foreign, "another program's file", "is no store"),
        (_newer, "install a later one", "later version's"),
        (Path.mkdir, "is a folder", "is a folder"),
    ],
)
def test_other_files_are_neither_read_nor_replaced(make: object, unread: str, unreplaced: str, tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    make(path)  # type: ignore[operator]
    before = None if path.is_dir() else path.read_bytes()
    with pytest.raises(StoreError, match=unread):
        Store.open(path)
    with pytest.raises(StoreError, match=unreplaced):
        Store.replace(path, [_pair("a")])
    assert before == (None if path.is_dir() else path.read_bytes())
    assert [file.name for file in tmp_path.iterdir()] == ["graph.db"]


def test_a_missing_store_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="make one with kg build"):
        Store.open(tmp_path / "graph.db")


def test_a_damaged_store_is_said_to_be(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    Store.replace(path, (_pair(str(number), "x" * 5000) for number in range(100)))
    data = bytearray(path.read_bytes())
    data[8192:] = b"\xff" * (len(data) - 8192)
    path.write_bytes(data)
    with pytest.raises(StoreError, match="damaged"), Store.open(path) as store:
        list(store.records())


@pytest.mark.parametrize("left", [0, 100, 5000])
def test_what_is_left_of_a_damaged_store_is_replaced(left: int, tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    Store.replace(path, [_pair("old")])
    path.write_bytes(path.read_bytes()[:left])
    Store.replace(path, [_pair("new")])
    with Store.open(path) as store:
        assert [record.id for record in store.records()] == ["new"]


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        ([_pair("a"), _pair("a")], "two articles have the id 'a'"),
        ([(_pair("a")[0], _pair("b")[1])], "pair each article with its own"),
    ],
)
def test_pairs_that_make_no_store(pairs: list[Pair], words: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=words):
        Store.replace(tmp_path / "graph.db", pairs)
    assert list(tmp_path.iterdir()) == []


def test_a_store_cannot_be_changed_through_a_reader(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    Store.replace(path, [_pair("a")])
    with Store.open(path) as store, pytest.raises(sqlite3.OperationalError, match="readonly"):
        store._connection.execute("DELETE FROM records")


# ---- a store that grows --------------------------------------------------------------------------------------------


def test_what_is_put_is_new_changed_or_known(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    with Store.grow(path) as store:
        assert store.put([_pair("a"), _pair("b")], when="2021-09-08T12:00:00Z") == ["new", "new"]
        pairs = [_pair("a", "Other."), _pair("b"), _pair("c")]
        assert store.put(pairs, when="2021-09-09T12:00:00Z") == ["changed", "known", "new"]
        assert [(reading.article, reading.when) for reading in store.readings()] == [
            ("a", "2021-09-09T12:00:00Z"),
            ("b", "2021-09-08T12:00:00Z"),
            ("c", "2021-09-09T12:00:00Z"),
        ]
    with Store.open(path) as store:
        assert [article.text for article in store.articles()] == ["Other.", "Text.", "Text."]
    assert [file.name for file in tmp_path.iterdir()] == ["graph.db"]


def test_a_batch_is_put_whole_or_not_at_all(tmp_path: Path) -> None:
    with Store.grow(tmp_path / "graph.db") as store:
        store.put([_pair("a")])
        with pytest.raises(StoreError, match="pair each article with its own"):
            store.put([_pair("b"), (_pair("c")[0], _pair("d")[1])], failures={"e.txt": "is empty"})
        assert [reading.article for reading in store.readings()] == ["a"]


def test_articles_are_read_page_by_page_while_the_store_changes(tmp_path: Path) -> None:
    with Store.grow(tmp_path / "graph.db") as store:
        store.put(_pair(f"{number:04}") for number in range(450))
        articles = store.articles()
        first = next(articles).id
        store.remove(["0449"])
        assert [first, *(article.id for article in articles)] == [f"{number:04}" for number in range(449)]


def test_removal_is_of_all_or_none(tmp_path: Path) -> None:
    with Store.grow(tmp_path / "graph.db") as store:
        store.put([_pair("a"), _pair("b")], failures={"in/c.txt": "is empty", "b": "could not be extracted"})
        with pytest.raises(StoreError, match="holds no article 'nothing'; kg articles lists"):
            store.remove(["a", "nothing"])
        assert [reading.article for reading in store.readings()] == ["a", "b", "in/c.txt"]
        store.remove(["b", "in/c.txt"])
        assert [reading.article for reading in store.readings()] == ["a"]


@pytest.mark.parametrize(
    ("path", "forgotten"),
    [
        ("in", {"in/a.txt", "in/b.jsonl:3"}),
        ("in/", {"in/a.txt", "in/b.jsonl:3"}),
        ("in/b.jsonl", {"in/b.jsonl:3"}),
        ("in/a", set()),
        ("inn", {"inn"}),
    ],
)
def test_failures_are_forgotten_where_all_was_read_again(path: str, forgotten: set[str], tmp_path: Path) -> None:
    places = {"in/a.txt", "in/b.jsonl:3", "inn", "id"}
    with Store.grow(tmp_path / "graph.db") as store:
        store.put([], failures=dict.fromkeys(places, "is empty"))
        store.settle([path], ["in/other"])
        assert {reading.article for reading in store.readings()} == places - forgotten
        store.settle(["in", "inn"], places)
        assert {reading.article for reading in store.readings()} == places - forgotten


def test_a_reader_sees_the_store_as_it_was_when_it_began(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    with Store.grow(path) as store, Store.open(path) as reader:
        store.put([_pair("a"), _pair("b")])
        records = reader.records()
        assert next(records).id == "a"
        store.remove(["b"])
        assert [record.id for record in records] == ["b"]
        assert len(reader) == 1
