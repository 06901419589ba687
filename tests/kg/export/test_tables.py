"""Tables as the standard library and pyarrow read them back."""

import csv
import sys
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.record import ArticleSource, Record, Relation
from kg.defense_graph import DefenseGraph
from kg.errors import MissingLibraryError
from kg.export.flow import flow_of
from kg.export.shapes import SHAPES
from kg.export.tables import tables, write_csv


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def folder(graph: DefenseGraph, tmp_path: Path) -> Path:
    graph.export("csv", tmp_path / "tables")
    return tmp_path / "tables"


def test_every_node_and_edge_has_a_row(folder: Path, graph: DefenseGraph) -> None:
    assert [row["id"] for row in read(folder / "nodes.csv")] == sorted(graph.networkx)
    rows = read(folder / "edges.csv")
    assert {row["id"]: (row["source"], row["target"]) for row in rows} == {
        key: (source, target) for source, target, key in graph.networkx.edges(keys=True)
    }
    assert [row["kind"] for row in rows if not row["date"] and row["kind"] == "aided"] == ["aided"]


def test_cells_are_what_is_known(folder: Path) -> None:
    rows = {row["id"]: row for row in read(folder / "edges.csv")}
    signed = rows["signed/KOR/VNM/2024-04-23/1"]
    assert (signed["documents"], signed["amount"], signed["cameo"], signed["articles"]) == ("minutes", "", "057", "dialogue")
    nodes = {row["id"]: row for row in read(folder / "nodes.csv")}
    talks = nodes["meeting:2021-09-08/ASEAN-KOR/1"]
    assert (talks["multilateral"], talks["ordinal"], talks["mode"]) == ("false", "", "video")
    country = nodes["country:KOR"]
    assert [country[name] for name in ("iso2", "iso3", "iso_numeric", "cow", "gw", "wikidata")] == [
        "KR", "KOR", "410", "732", "732", "Q884",
    ]  # fmt: skip


def test_sources_have_a_row_for_each_sentence(folder: Path, graph: DefenseGraph) -> None:
    rows = read(folder / "sources.csv")
    edges = ((key, edge) for *_, key, edge in graph.networkx.edges(keys=True, data=True))
    for key, attributes in [*graph.networkx.nodes(data=True), *edges]:
        told = [(row["article"], row["published"], row["sentence"], row["start_char"]) for row in rows if row["of"] == key]
        assert told == [
            tuple(_cell(getattr(source, name)) for name in ("article", "published", "sentence", "start_char"))
            for source in attributes["sources"]
        ]


def test_pairs_have_no_sources(graph: DefenseGraph, tmp_path: Path) -> None:
    written = graph.export("csv", tmp_path / "pairs", shape="dyads")
    assert [path.name for path in written] == ["nodes.csv", "edges.csv"]


def test_one_file_has_the_edges(graph: DefenseGraph, tmp_path: Path, folder: Path) -> None:
    assert graph.export("csv", tmp_path / "one.csv") == [tmp_path / "one.csv"]
    assert (tmp_path / "one.csv").read_bytes() == (folder / "edges.csv").read_bytes()


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1", "'  =1"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("a=1", "a=1"),
        ('"quoted", and\nbroken', '"quoted", and\nbroken'),
        ("nul \x00 and \ud800", "nul \ufffd and \ufffd"),
    ],
)
def test_no_cell_is_a_formula(text: str, cell: str, tmp_path: Path) -> None:
    relation = Relation(type="aided", source="KOR", target="VNM", detail=text, evidence=text)
    record = Record(id="a", title=text, article=ArticleSource(publisher=text), relations=(relation,))
    graph = DefenseGraph.from_records([record])
    graph.export("csv", tmp_path / "t")
    (edge,) = read(tmp_path / "t" / "edges.csv")
    assert (edge["detail"], edge["sentences"], edge["publishers"]) == (cell, cell, cell)
    assert [row["sentence"] for row in read(tmp_path / "t" / "sources.csv") if row["of"].startswith("aided")] == [cell]


def test_numbers_below_zero_stay_numbers(tmp_path: Path) -> None:
    DefenseGraph.from_records([Record(id="a", countries=("BRA",))]).export("csv", tmp_path / "t")
    (country,) = read(tmp_path / "t" / "nodes.csv")
    assert float(country["latitude"]) < 0


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=40))
def test_any_text_is_one_row(text: str) -> None:
    relation = Relation(type="aided", source="KOR", target="VNM", detail=text or "x", evidence=text)
    graph = DefenseGraph.from_records([Record(id="a", relations=(relation,))])
    file = BytesIO()
    write_csv(tables(flow_of(graph.networkx))["edges"], file)
    header, row = csv.reader(StringIO(file.getvalue().decode(), newline=""))
    assert len(header) == len(row)


# ---- Parquet -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", SHAPES)
def test_parquet_has_the_same_rows(shape: str, graph: DefenseGraph, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    names = [path.stem for path in graph.export("parquet", tmp_path / "p", shape=shape)]
    graph.export("csv", tmp_path / "c", shape=shape)
    for name in names:
        columns = parquet.read_table(tmp_path / "p" / f"{name}.parquet").to_pylist()
        assert [{key: _cell(value) for key, value in row.items()} for row in columns] == read(tmp_path / "c" / f"{name}.csv")


def _cell(value: Any) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def test_parquet_has_types(graph: DefenseGraph, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    graph.export("parquet", tmp_path / "one.parquet")
    (aided,) = (row for row in parquet.read_table(tmp_path / "one.parquet").to_pylist() if row["kind"] == "aided")
    assert (aided["amount"], aided["weight"], aided["earliest"]) == (34e6, 1.0, None)
    graph.export("parquet", tmp_path / "years.parquet", shape="dyad_years")
    years = parquet.read_table(tmp_path / "years.parquet").to_pylist()
    (signed,) = (row for row in years if row["signed"])
    assert (signed["year"], signed["first"], signed["cow_a"]) == (2024, date(2024, 4, 23), 732)


def test_empty_tables_have_their_columns(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    nothing = DefenseGraph.from_records([])
    nothing.export("parquet", tmp_path / "p.parquet")
    assert parquet.read_table(tmp_path / "p.parquet").column_names[:3] == ["id", "source", "target"]
    nothing.export("csv", tmp_path / "c.csv")
    assert (tmp_path / "c.csv").read_text("utf-8").startswith("id,source,target,kind,")


def test_without_pyarrow_it_is_said_what_to_install(
    graph: DefenseGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingLibraryError, match=r"pip install 'defense-kg\[parquet\]'"):
        graph.export("parquet", tmp_path / "p.parquet")
    assert list(tmp_path.iterdir()) == []
