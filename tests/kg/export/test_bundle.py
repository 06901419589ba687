"""A data release: what is in it, that its sums are right, that it is always the same, and that the graph comes of it again."""

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import kg
from extract.article import Article
from extract.record import Record
from kg.errors import QuestionError
from kg.export import bundle, stored
from kg.identity.corrections import beside, read_corrections

TEXT = "The whole text of an article, which belongs to its publisher. " * 9
CORRECTION = (
    '[[no_meeting]]\ndate = "2021-09-08"\nparties = ["CHN", "JPN", "KOR", "RUS", "USA"]\nwhy = "it was – alas – called off"\n'
)
CONTENTS = {
    *(
        "README.txt",
        "SHA256SUMS",
        "versions.json",
        "codebook.md",
        "graph.md",
        "records.jsonl",
        "articles.csv",
        "corrections.toml",
    ),
    *(
        "graph.graphml",
        "graph-dyads.graphml",
        "graph.gexf",
        "graph.json",
        "graph.schema.json",
        "nodes.csv",
        "edges.csv",
        "sources.csv",
        "dyad_years.csv",
    ),
}


@pytest.fixture
def store(video_talks: Record, policy_dialogue: Record, tmp_path: Path) -> Path:
    """A store of three articles, two of which carry one text, with a correction."""
    path = tmp_path / "graph.db"
    copy = video_talks.model_copy(update={"id": "wire"})
    pairs = [(Article(id=told.id, text=f"{TEXT} {told.published}"), told) for told in (video_talks, copy, policy_dialogue)]
    kg.Store.replace(path, pairs, when="2024-05-01T12:00:00Z")
    beside(path).write_text(CORRECTION, "utf-8")
    return path


def _read(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def released(store: Path, tmp_path: Path) -> dict[str, bytes]:
    kg.open(store).export("bundle", tmp_path / "b.zip")
    return _read(tmp_path / "b.zip")


def _records(released: dict[str, bytes]) -> list[Record]:
    return [Record.model_validate_json(line) for line in released["records.jsonl"].decode().splitlines()]


def test_everything_is_in_it_and_the_sums_are_right(released: dict[str, bytes]) -> None:
    assert set(released) == CONTENTS
    sums = dict(line.split("  ")[::-1] for line in released["SHA256SUMS"].decode().splitlines())
    assert sums == {name: hashlib.sha256(told).hexdigest() for name, told in released.items() if name != "SHA256SUMS"}


def test_its_files_are_those_that_the_exports_write(released: dict[str, bytes], store: Path, tmp_path: Path) -> None:
    graph = kg.open(store)
    for name, (format_name, shape) in {
        "graph.graphml": ("graphml", "full"),
        "graph-dyads.graphml": ("graphml", "dyads"),
        "graph.gexf": ("gexf", "full"),
        "graph.json": ("json", "full"),
        "edges.csv": ("csv", "full"),
        "dyad_years.csv": ("csv", "dyad_years"),
    }.items():
        graph.export(format_name, tmp_path / name, shape=shape)
        assert released[name] == (tmp_path / name).read_bytes()


def test_it_tells_of_what_and_by_what_it_was_made(released: dict[str, bytes], root: Path) -> None:
    made = json.loads(released["versions.json"])
    assert (made["articles"], made["first_read"], made["last_read"]) == (3, "2024-05-01T12:00:00Z", "2024-05-01T12:00:00Z")
    assert {"defense-kg", "python", "spacy", "networkx", "store_format"} <= made.keys()
    assert "kg export bundle --graph graph.db\n" in released["README.txt"].decode()
    assert released["codebook.md"] == (root / "docs/codebook.md").read_bytes()
    assert released["corrections.toml"].decode() == CORRECTION
    rows = [*csv.DictReader(io.StringIO(released["articles.csv"].decode()))]
    assert [(row["article"], row["copy_of"]) for row in rows] == [("dialogue", ""), ("talks", ""), ("wire", "talks")]


def test_no_text_of_an_article_is_in_it(released: dict[str, bytes]) -> None:
    assert not [name for name, told in released.items() if TEXT[:40].encode() in told]


def test_the_graph_can_be_made_of_it_again(released: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "corrections.toml").write_bytes(released["corrections.toml"])
    rows = csv.DictReader(io.StringIO(released["articles.csv"].decode()))
    copies = {row["article"]: row["copy_of"] for row in rows if row["copy_of"]}
    graph = kg.DefenseGraph.from_records(_records(released), read_corrections(tmp_path / "corrections.toml"), copies)
    graph.export("graphml", tmp_path / "again.graphml")
    assert (tmp_path / "again.graphml").read_bytes() == released["graph.graphml"]


def test_one_store_gives_the_same_bytes(store: Path, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        kg.open(store).export("bundle", tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_a_large_store_gives_the_same_slice_by_slice(
    store: Path, released: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored, "_FITS", 0)
    kg.open(store).export("bundle", tmp_path / "s.zip")
    assert _read(tmp_path / "s.zip") == released


def test_of_a_part_only_the_part_is_in_it(store: Path, tmp_path: Path, run_kg: Callable[..., object]) -> None:
    kg.open(store, countries=["Viet Nam"], since="2022").export("bundle", tmp_path / "p.zip")
    part = _read(tmp_path / "p.zip")
    (record,) = _records(part)
    assert (record.id, record.organizations, len(record.relations)) == ("dialogue", (), 2)
    assert len(part["articles.csv"].splitlines()) == 2
    assert json.loads(part["versions.json"])["command"] == "kg export bundle --graph graph.db --country VNM --since 2022-01-01"
    run_kg("export", "bundle", "--graph", store, "--country", "VNM", "--since", "2022", "--out", "q.zip", cwd=tmp_path)
    assert (tmp_path / "q.zip").read_bytes() == (tmp_path / "p.zip").read_bytes()


def test_without_corrections_there_is_no_file_of_them(store: Path, tmp_path: Path) -> None:
    beside(store).unlink()
    kg.open(store).export("bundle", tmp_path / "b.zip")
    assert set(_read(tmp_path / "b.zip")) == CONTENTS - {"corrections.toml"}


def test_interrupted_it_leaves_the_old_one(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    graph, out = kg.open(store), tmp_path / "out"
    out.mkdir()
    (out / "b.zip").write_text("old")
    monkeypatch.setattr(bundle, "write_gexf", interrupted)
    with pytest.raises(KeyboardInterrupt):
        graph.export("bundle", out / "b.zip")
    assert [(path.name, path.read_text()) for path in out.iterdir()] == [("b.zip", "old")]


def test_what_is_of_no_store_or_not_whole_is_no_release(store: Path, video_talks: Record, tmp_path: Path) -> None:
    with pytest.raises(QuestionError, match=r"open one with kg\.open"):
        kg.DefenseGraph.from_records([video_talks]).export("bundle", tmp_path / "b.zip")
    with pytest.raises(QuestionError, match="name no kinds"):
        kg.open(store).export("bundle", tmp_path / "b.zip", kinds=["met"])
    with pytest.raises(QuestionError, match="bundle has no shape 'dyads'"):
        kg.open(store).export("bundle", tmp_path / "b.zip", shape="dyads")
    assert not (tmp_path / "b.zip").exists()
