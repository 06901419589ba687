"""What is exported of a store slice by slice is what its graph has, in the same order."""

from collections.abc import Sequence
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.article import Article
from extract.record import Record
from kg.defense_graph import DefenseGraph
from kg.export import stored
from kg.export.flow import Flow, flow_of
from kg.export.stored import flow_in, flow_of_store
from kg.identity.corrections import NONE, Corrections
from kg.kinds import NODES
from kg.questions.asked import asked_for
from kg.store import slices
from kg.store.parts import EVERYTHING
from kg.store.store import Store
from tests.kg.strategies import articles, corrections


def put(store: Store, told: Sequence[tuple[str, Record]]) -> None:
    named = [record.model_copy(update={"id": name}) for name, record in told]
    store.put([(Article(id=record.id, text=f"Words of {record.id} alone."), record) for record in named])


def assert_same(found: Flow, expected: Flow) -> None:
    assert list(found.nodes()) == list(expected.nodes())
    assert list(found.edges()) == list(expected.edges())


@settings(deadline=None, max_examples=60)
@given(articles, st.just(NONE) | corrections, st.integers(1, 4))
def test_slices_make_the_whole(told: Sequence[tuple[str, Record]], held: Corrections, most: int) -> None:
    with Store.temporary() as store, mock.patch.object(slices, "_MOST", most):
        put(store, told)
        store.correct(held)
        whole = flow_of(DefenseGraph.from_store(store).networkx)
        assert_same(flow_of_store(store), whole)
        for kind in NODES:
            assert list(flow_of_store(store).nodes(kind)) == list(whole.nodes(kind))


@pytest.fixture
def store(video_talks: Record, policy_dialogue: Record, tmp_path: Path) -> Path:
    path = tmp_path / "graph.db"
    with Store.grow(path) as grown:
        put(grown, [("a", video_talks), ("b", policy_dialogue)])
    return path


def test_a_slice_has_no_more_than_asked_for_unless_one_has_more(store: Path) -> None:
    with mock.patch.object(slices, "_MOST", 2), Store.open(store) as opened:
        assert [ids for ids, _ in opened.slices("meeting")] == [
            ["2021-09-08/ASEAN-KOR/1", "2021-09-08/CHN-JPN-KOR-RUS-USA/1"],
            ["2024-04-23/KOR-VNM/1"],
        ]
        assert [len(ids) for ids, _ in opened.slices("official")] == [2, 1]
    with mock.patch.object(slices, "_MOST", 0), Store.open(store) as opened:
        assert [len(ids) for ids, _ in opened.slices("relation")] == [1, 1, 1, 1]


@pytest.mark.parametrize("fits", [0, 10])
def test_large_and_small_stores_flow_alike(fits: int, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored, "_FITS", fits)
    with Store.open(store) as opened, flow_in(opened) as flow:
        assert_same(flow, flow_of(DefenseGraph.from_store(opened).networkx))


def test_a_part_flows_as_it_is_opened(store: Path) -> None:
    asked = asked_for(["Viet Nam"], "2022", None)
    with Store.open(store) as opened, flow_in(opened, asked) as flow:
        assert_same(flow, flow_of(DefenseGraph.from_store(opened, asked).networkx))
        assert {node.key for node in flow.nodes("meeting")} == {"meeting:2024-04-23/KOR-VNM/1"}


def test_what_is_added_meanwhile_is_not_in_it(store: Path, video_talks: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored, "_FITS", 0)
    with Store.open(store) as opened, flow_in(opened, EVERYTHING) as flow:
        before = list(flow.edges())
        with Store.grow(store) as grown:
            put(grown, [("c", video_talks)])
        assert list(flow.edges()) == before
    with Store.open(store) as opened, flow_in(opened) as flow:
        assert list(flow.edges()) != before
