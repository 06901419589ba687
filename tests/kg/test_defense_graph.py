"""The graph as a user holds it."""

import subprocess
import sys
import webbrowser
from pathlib import Path

import pytest

import kg
from extract.article import Article
from extract.record import Record


def test_summary_and_repr(graph: kg.DefenseGraph) -> None:
    assert graph.summary() == {
        "articles": 2,
        "countries": 15,
        "organizations": 1,
        "ministries": 2,
        "officials": 3,
        "meetings": 3,
        "series": 1,
        "relations": 4,
    }
    assert repr(graph).startswith("<DefenseGraph: 2 articles, 15 countries, 1 organization, ")


def test_a_store_opens_as_the_graph_that_was_kept(
    graph: kg.DefenseGraph, video_talks: Record, policy_dialogue: Record, tmp_path: Path
) -> None:
    path = tmp_path / "graph.db"
    kg.Store.replace(path, [(Article(id=record.id, text="Text."), record) for record in (video_talks, policy_dialogue)])
    opened = kg.open(path)
    assert list(opened.networkx.nodes(data=True)) == list(graph.networkx.nodes(data=True))
    assert list(opened.networkx.edges(keys=True, data=True)) == list(graph.networkx.edges(keys=True, data=True))


def test_opening_nothing_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(kg.StoreError, match="kg build"):
        kg.open(tmp_path / "graph.db")


def test_the_page_is_written_and_shown(graph: kg.DefenseGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    graph.to_html(tmp_path / "page.html")
    shown: list[str] = []
    monkeypatch.setattr(webbrowser, "open", shown.append)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    path = graph.show()
    assert shown == [path.as_uri()]
    assert path.read_bytes() == (tmp_path / "page.html").read_bytes()
    assert "Hoang Xuan Chien" in path.read_text("utf-8")


def test_building_a_missing_path_raises(tmp_path: Path) -> None:
    from extract import ArticleError

    with pytest.raises(ArticleError, match="nowhere"):
        kg.build(tmp_path / "nowhere")


def test_building_writes_nothing_and_reads_folders(seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    graph = kg.build(seeds)
    assert graph.summary()["articles"] == 2
    assert list(tmp_path.iterdir()) == []


def test_importing_kg_loads_nothing_heavy() -> None:
    code = (
        "import kg, sys; print(sorted({'spacy', 'networkx', 'pydantic', 'pyvis', 'sqlite3', 'rapidfuzz'} & sys.modules.keys()))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(kg.__file__).parents[1]
    )
    assert run.stdout.strip() == "[]"


def test_asking_a_store_loads_neither_spacy_nor_pyvis() -> None:
    code = "import kg, sys; kg.DefenseGraph; print(sorted({'spacy', 'pyvis'} & sys.modules.keys()))"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(kg.__file__).parents[1]
    )
    assert run.stdout.strip() == "[]"


def test_every_public_name_loads() -> None:
    assert sorted(kg.__all__) == kg.__all__
    assert all(getattr(kg, name) is not None for name in kg.__all__)
    assert set(kg.__all__) <= set(dir(kg))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = kg.nothing  # type: ignore[attr-defined]
