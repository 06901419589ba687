"""A part of a store: all that concerns the countries and the period asked for, under the ids of the whole."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kg
from extract.article import Article
from extract.record import Meeting, Official, Record, Relation
from kg.defense_graph import DefenseGraph
from kg.kinds import RELATIONS
from kg.questions.asked import in_period, period
from kg.store.parts import Asked
from kg.store.store import Store
from tests.kg.strategies import CODES, DATES, records


@settings(deadline=None, max_examples=60)
@given(records, st.sets(st.sampled_from(CODES), max_size=2), st.none() | DATES, st.none() | DATES)
def test_a_part_has_what_is_asked_for_as_the_whole_has_it(
    told: Sequence[Record], codes: set[str], since: str | None, until: str | None
) -> None:
    if since and until and since > until:
        since, until = until, since
    named = [record.model_copy(update={"id": name}) for name, record in zip("abcde", told, strict=False)]
    with Store.temporary() as store:
        store.put([(Article(id=record.id, text=f"Words of {record.id} alone."), record) for record in named])
        whole = DefenseGraph.from_store(store).networkx
        part = DefenseGraph.from_store(store, Asked(frozenset(codes), *period(since, until))).networkx
    asked = in_period(since, until, undated=False)
    assert part.nodes.keys() <= whole.nodes.keys()
    assert {key for *_, key in part.edges(keys=True)} <= {key for *_, key in whole.edges(keys=True)}
    meetings = {
        key: node
        for key, node in whole.nodes(data=True)
        if node["kind"] == "meeting" and asked(node) and (not codes or codes.intersection(node["parties"]))
    }
    assert meetings == {key: node for key, node in part.nodes(data=True) if node["kind"] == "meeting"}
    relations = {
        key: edge
        for source, target, key, edge in whole.edges(keys=True, data=True)
        if edge["kind"] in RELATIONS and asked(edge)
        if not codes or codes & {whole.nodes[source]["code"], whole.nodes[target]["code"]}
    }
    assert relations == {key: edge for *_, key, edge in part.edges(keys=True, data=True) if edge["kind"] in RELATIONS}
    assert _met(part) == {key: edge for key, edge in _met(whole).items() if edge["meeting"] in meetings}
    for key in meetings:
        ends = {edge for end, _, edge in whole.in_edges(key, keys=True) if end in part}  # a meeting beside it may be left out
        assert {edge for *_, edge in part.in_edges(key, keys=True)} == ends


def _met(graph: nx.MultiDiGraph) -> dict[str, dict[str, Any]]:
    return {key: edge for *_, key, edge in graph.edges(keys=True, data=True) if edge["kind"] == "met"}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Three articles: Norway and Denmark in 2020 and 2021, Norway and Sweden in 2021; a Dane is named in each."""
    path = tmp_path / "graph.db"

    def record(article: str, day: str, other: str, *names: str) -> Record:
        officials = (Official(name=names[0], country="NOR"), Official(name=names[1], country="DNK"))
        return Record(
            id=article,
            published=day,
            countries=("NOR", other),
            officials=officials,
            meetings=(Meeting(date=day, parties=("NOR", other), officials=names if other == "DNK" else names[:1]),),
            relations=(Relation(type="agreed", source="NOR", target=other, date=day),),
        )

    told = [
        record("a", "2020-03-01", "DNK", "Kari Berg", "Jens Holm"),
        record("b", "2021-03-01", "DNK", "K. Berg", "Jens Holm"),
        record("c", "2021-05-01", "SWE", "Kari Berg", "Jens Peter Holm"),
    ]
    Store.replace(path, [(Article(id=one.id, text=f"Words of {one.id} alone."), one) for one in told])
    return path


def _nodes(graph: DefenseGraph, kind: str) -> list[str]:
    return sorted(key for key, of in graph.networkx.nodes(data="kind") if of == kind)


def test_a_country_is_opened_with_what_it_did(store: Path) -> None:
    part = kg.open(store, countries=["Denmark"])
    assert _nodes(part, "meeting") == ["meeting:2020-03-01/DNK-NOR/1", "meeting:2021-03-01/DNK-NOR/1"]
    assert _nodes(part, "official") == ["official:DNK/jens-peter-holm", "official:NOR/kari-berg"]
    assert part.official("Jens Peter Holm").spellings
    assert len(part.relations("Denmark")) == 2


def test_a_period_is_opened_with_what_happened_in_it(store: Path) -> None:
    part = kg.open(store, since="2021", until="2021-03")
    assert _nodes(part, "meeting") == ["meeting:2021-03-01/DNK-NOR/1"]
    assert _nodes(part, "official") == ["official:DNK/jens-peter-holm", "official:NOR/kari-berg"]
    assert _nodes(kg.open(store, countries=["SWE"], since="2022"), "meeting") == []


def test_names_and_periods_that_are_none_are_refused(store: Path) -> None:
    with pytest.raises(kg.UnknownNameError, match="Denmark"):
        kg.open(store, countries=["Denmrk"])
    with pytest.raises(kg.QuestionError, match="swap since and until"):
        kg.open(store, since="2022", until="2021")
