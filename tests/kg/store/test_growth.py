"""A growing store: only what is new is read, and whatever ends the reading, what was said to be added is there."""

import contextlib
import json
import multiprocessing
import resource
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise, takewhile
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from extract import Article, Extractor, Notice, Record
from extract.assembly import record_of
from extract.record import Meeting
from kg.defense_graph import DefenseGraph
from kg.errors import StoreError
from kg.store.growth import Rebuilt, Tally, add, changes, count, rebuild
from kg.store.store import Store

SENTENCE = "Defense Minister Jonas Berg of Norway met his Danish counterpart, Mads Holm, in Oslo on May {}, 2020."
NOON = "2021-09-08T12:00:00Z"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "graph.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Sixty articles, a file each and in lines."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(30):
        (folder / f"text{number:02}.txt").write_text(SENTENCE.format(number))
    lines = [json.dumps({"id": f"line{number:02}", "text": SENTENCE.format(number)}) for number in range(30)]
    (folder / "lines.jsonl").write_text("\n".join(lines))
    return folder


@pytest.fixture
def extractor(monkeypatch: pytest.MonkeyPatch) -> Extractor:
    """One for all runs of a test, which its child processes have from the start."""
    made = Extractor()
    monkeypatch.setattr("kg.store.reading.Extractor", lambda: made)
    return made


def added(path: Path, *paths: Path, report: Callable[[Notice], None] = lambda notice: None) -> Tally:
    tally = Tally()
    with Store.grow(path) as store:
        add(paths, store, tally, report=report, progress=lambda: None, now=lambda: NOON)
    return tally


def ids(path: Path) -> list[str]:
    with Store.open(path) as store:
        return [record.id for record in store.records()]


# ---- what is read --------------------------------------------------------------------------------------------------


def test_only_what_is_new_or_changed_is_read(
    path: Path, folder: Path, extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert added(path, folder) == Tally(new=60)
    read: list[str] = []
    doc = extractor.doc
    monkeypatch.setattr(extractor, "doc", lambda article: (read.append(article.id), doc(article))[1])
    assert added(path, folder) == Tally(known=60)
    assert read == []
    (folder / "text07.txt").write_text("Sweden and Finland.")
    (folder / "more.txt").write_text("Norway and Denmark.")
    assert added(path, folder) == Tally(new=1, changed=1, known=59)
    assert sorted(read) == ["more", "text07"]
    monkeypatch.setattr("kg.store.growth.__version__", "another")
    assert added(path, folder / "more.txt") == Tally(known=1)  # its record is the same
    assert sorted(read) == ["more", "more", "text07"]


def test_what_was_read_and_what_failed_is_kept_until_it_can_be_read(path: Path, folder: Path, extractor: Extractor) -> None:
    bad, lines = folder / "bad.txt", folder / "lines.jsonl"
    bad.touch()
    lines.write_text(lines.read_text() + "\n{")
    notices: list[Notice] = []
    assert added(path, folder, report=notices.append) == Tally(new=60, failed=2)
    assert [notice.where for notice in notices] == [str(bad), f"{lines}:31"]
    assert added(path, folder / "text00.txt") == Tally(known=1)
    with Store.open(path) as store:
        readings = {reading.article: reading for reading in store.readings()}
    assert len(readings) == 62
    assert (readings["line00"].when, readings["line00"].failure) == (NOON, None)
    assert (readings[str(bad)].when, readings[str(bad)].failure) == (NOON, "is empty; put an article in it, or leave it out")
    bad.write_text("Norway and Denmark.")
    assert added(path, folder) == Tally(new=1, known=60, failed=1)
    with Store.open(path, write=True) as store:
        assert [reading.article for reading in store.readings() if reading.failure] == [f"{lines}:31"]
        store.remove([f"{lines}:31"])
        assert not [reading for reading in store.readings() if reading.failure]


def test_an_article_that_cannot_be_extracted_is_tried_again(
    path: Path, folder: Path, extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(doc: Doc, article: Article) -> Record:
        if article.id == "text03":
            raise ValueError("a stone")
        return record_of(doc, article)

    with monkeypatch.context() as patch:
        patch.setattr("extract.pipeline.record_of", stumble)
        assert added(path, folder) == Tally(new=59, failed=1)
    with Store.open(path) as store:
        (failed,) = (reading for reading in store.readings() if reading.failure)
    assert failed.article == "text03"
    assert "a stone" in (failed.failure or "")
    assert added(path, folder) == Tally(new=1, known=59)
    with Store.open(path) as store:
        assert not [reading for reading in store.readings() if reading.failure]


def test_articles_are_counted_before_they_are_read(folder: Path) -> None:
    (folder / "bad.txt").touch()
    assert count([folder, folder / "text00.txt", "nowhere"]) == 60
    assert count([folder, "-"]) is None


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(8)), st.lists(st.integers(0, 8), max_size=3).map(sorted))
def test_any_order_in_any_batches_makes_the_same_graph(order: list[int], ends: list[int]) -> None:
    """Two texts three times each, under other names, and two of their own."""
    pairs = [_told_on(number, day=4 + min(number % 3, 1) if number < 6 else number) for number in range(8)]
    with Store.temporary() as whole, Store.temporary() as grown:
        whole.put(pairs)
        for start, end in pairwise([0, *ends, 8]):
            grown.put([pairs[place] for place in order[start:end]])
        assert grown.copies() == whole.copies() != {}
        one, other = (DefenseGraph.from_store(store).networkx for store in (whole, grown))
    assert dict(one.nodes(data=True)) == dict(other.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))


def _told_on(number: int, day: int) -> tuple[Article, Record]:
    text = SENTENCE.format(day) + " They spoke of exercises" * day
    meeting = Meeting(date=f"2020-05-{day:02}", parties=("DNK", "NOR"), evidence=text)
    return Article(id=str(number), text=text), Record(id=str(number), countries=("DNK", "NOR"), meetings=(meeting,))


# ---- reading again -------------------------------------------------------------------------------------------------


def test_rebuild_tells_what_was_gained_and_lost(
    path: Path, folder: Path, extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def otherwise(doc: Doc, article: Article) -> Record:
        if article.id == "text03":
            raise ValueError("a stone")
        record = record_of(doc, article)
        return record.model_copy(update={"meetings": ()}) if article.id == "text04" else record

    def rebuilt() -> Rebuilt:
        result = Rebuilt()
        with Store.open(path, write=True) as store:
            rebuild(store, result, report=lambda notice: None, progress=lambda: None, now=lambda: NOON)
        return result

    added(path, folder)
    assert rebuilt() == Rebuilt(read=60)
    with monkeypatch.context() as patch:
        patch.setattr("extract.pipeline.record_of", otherwise)
        result = rebuilt()
    assert (result.read, result.failed) == (59, 1)
    assert [(change.article, change.gained, change.kind) for change in result.changes] == [("text04", False, "meetings")]
    assert "parties DNK NOR" in result.changes[0].told
    assert len(ids(path)) == 60
    assert [change.gained for change in rebuilt().changes] == [True]


def test_how_a_fact_is_told_is_no_change() -> None:
    meeting = Meeting(date="2020-05-04", parties=("DNK", "NOR"), evidence="They met.", start_char=0, end_char=9)
    elsewhere = meeting.model_copy(update={"evidence": "They did meet.", "end_char": 14})
    later = meeting.model_copy(update={"date": "2020-05-05"})
    old = Record(id="a", meetings=(meeting, meeting))
    assert changes(old, Record(id="a", meetings=(elsewhere, meeting))) == []
    found = changes(old, Record(id="a", meetings=(later, meeting)))
    assert [(change.gained, change.fact["date"]) for change in found] == [(False, "2020-05-04"), (True, "2020-05-05")]


def test_what_is_changed_meanwhile_is_not_put_back(path: Path) -> None:
    old, new = (Article(id="a", text=text) for text in ("Old.", "New."))
    with Store.grow(path) as store:
        store.put([(new, Record(id="a"))])
        assert store.renew([(old, Record(id="a", countries=("KOR",)))], when=NOON) == []
        assert store.renew([(Article(id="gone", text="x"), Record(id="gone"))], when=NOON) == []
        assert [article.text for article in store.articles()] == ["New."]


# ---- whatever happens ----------------------------------------------------------------------------------------------

_KILLS = 50


def _add_and_tell(path: Path, folder: Path, pipe: Connection) -> None:
    tally = Tally()
    with Store.grow(path) as store:
        add([folder], store, tally, report=lambda notice: None, progress=lambda: pipe.send(tally.settled))


def _told(pipe: Connection) -> Iterator[int]:
    """What the other end tells of how many articles are in the store, until it tells no more."""
    with contextlib.suppress(EOFError):
        while True:
            yield pipe.recv()


def _check_whole(path: Path, told: int) -> int:
    """Checks the file and that at least as many articles are in it as were told; how many are."""
    if not path.exists():
        assert told == 0
        return 0
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    pairs = connection.execute("SELECT count(*), (SELECT count(*) FROM articles) FROM records").fetchone()
    connection.close()
    assert pairs[0] == pairs[1] == len(ids(path)) >= told
    return int(pairs[0])


def test_killed_at_any_moment_nothing_told_is_lost(
    tmp_path: Path, folder: Path, extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each process carries on where the one before it was killed; a finished store gives way to a new one."""
    monkeypatch.setattr("extract.pipeline._BATCH", 4)
    monkeypatch.setattr("kg.store.growth._BATCH", 4)
    processes, random = multiprocessing.get_context("fork"), Random(4)
    killed, stores, begun, there = 0, 0, 0, 0
    while killed < _KILLS:
        path = tmp_path / f"{stores}.db"
        ours, theirs = processes.Pipe(duplex=False)
        child = processes.Process(target=_add_and_tell, args=(path, folder, theirs))
        child.start()
        theirs.close()
        enough = there + random.randrange(30)
        told = list(takewhile(enough.__gt__, _told(ours)))
        child.join(random.uniform(0, 0.03))
        child.kill()
        child.join()
        killed += child.exitcode == -signal.SIGKILL
        assert child.exitcode in (0, -signal.SIGKILL)
        there = _check_whole(path, max([0, *told, *_told(ours)]))
        begun += 0 < there < 60
        if there == 60:
            stores, there = stores + 1, 0
    assert begun > 20
    assert added(path, folder).failed == 0
    assert len(ids(path)) == 60


def test_a_killed_command_is_carried_on(tmp_path: Path, folder: Path, root: Path) -> None:
    """The command as it is, killed at five moments."""
    lines = [json.dumps({"id": f"more{number}", "text": SENTENCE.format(number)}) for number in range(400)]
    (folder / "more.jsonl").write_text("\n".join(lines))
    command = [sys.executable, "-m", "kg", "add", str(folder), "--graph", "graph.db"]
    environment = {"PYTHONPATH": str(root), "PATH": ""}
    random = Random(5)
    there = 0
    for _ in range(5):
        child = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL)
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(random.uniform(1, 3))
        child.kill()
        child.wait()
        there = _check_whole(tmp_path / "graph.db", there)
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, stdout=subprocess.DEVNULL)
    assert _check_whole(tmp_path / "graph.db", 460) == 460


def test_two_processes_that_add_at_once_both_finish(tmp_path: Path, folder: Path, root: Path) -> None:
    for name in ("left", "right"):
        (folder / name).mkdir()
        for number in range(40):
            (folder / name / f"{name}{number}.txt").write_text(SENTENCE.format(number))
    commands = [
        [sys.executable, "-m", "kg", "add", f"in/{name}", "in/lines.jsonl", "--graph", "graph.db"] for name in ("left", "right")
    ]
    environment = {"PYTHONPATH": str(root), "PATH": ""}
    children = [
        subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for command in commands
    ]
    told = [child.communicate() for child in children]
    assert [child.returncode for child in children] == [0, 0], told
    assert _check_whole(tmp_path / "graph.db", 110) == 110
    assert sum(int(output.split()[0]) for output, _ in told) == 110
    assert not list(tmp_path.glob("graph.db-*"))


def test_processes_that_write_at_once_wait_for_each_other(tmp_path: Path) -> None:
    def write(path: Path, name: str) -> None:
        with Store.grow(path) as store:
            for number in range(30):
                article = f"{name}{number}"
                store.put([(Article(id=article, text=f"{article} x"), Record(id=article))])

    processes = multiprocessing.get_context("fork")
    children = [processes.Process(target=write, args=(tmp_path / "graph.db", name)) for name in "abcd"]
    for child in children:
        child.start()
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0] * 4
    assert _check_whole(tmp_path / "graph.db", 120) == 120


@pytest.mark.parametrize("limit", [0, 8_192, 100_000, 150_000, 200_000])
def test_a_full_disk_keeps_what_was_told(
    limit: int, path: Path, folder: Path, extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit of a file's size stands for that of the disk."""
    monkeypatch.setattr("kg.store.growth._BATCH", 4)

    def add_within_limit(pipe: Connection) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        try:
            _add_and_tell(path, folder, pipe)
        except StoreError as error:
            sys.exit(7 if "free space" in str(error) else str(error))

    processes = multiprocessing.get_context("fork")
    ours, theirs = processes.Pipe(duplex=False)
    child = processes.Process(target=add_within_limit, args=(theirs,))
    child.start()
    theirs.close()
    child.join()
    assert child.exitcode == 7
    _check_whole(path, max([0, *_told(ours)]))
    assert added(path, folder).failed == 0
    assert _check_whole(path, 60) == 60
