"""The same records make the same graph and the same files, however they come and wherever it is done."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.record import Record
from kg.defense_graph import DefenseGraph
from kg.identity.resolution import resolve
from tests.kg.strategies import records


@settings(deadline=None, max_examples=150)
@given(records.flatmap(lambda some: st.tuples(st.just(some), st.permutations(some))))
def test_any_order_makes_the_same_graph(orders: tuple[Sequence[Record], Sequence[Record]]) -> None:
    one, other = orders
    assert resolve(one) == resolve(other)
    first, second = DefenseGraph.from_records(one).networkx, DefenseGraph.from_records(other).networkx
    assert list(first.nodes(data=True)) == list(second.nodes(data=True))
    assert list(first.edges(keys=True, data=True)) == list(second.edges(keys=True, data=True))


@settings(deadline=None, max_examples=100)
@given(records)
def test_the_graph_keeps_its_promises(some: list[Record]) -> None:
    graph, resolution = DefenseGraph.from_records(some).networkx, resolve(some)
    relation_edges = {key for _, _, key, kind in graph.edges(keys=True, data="kind") if kind in ("visited", "signed")}
    assert relation_edges == set(resolution.relations.values())
    assert {f"meeting:{meeting}" for meeting in resolution.meetings.values()} == {
        key for key, kind in graph.nodes(data="kind") if kind == "meeting"
    }
    for (record_id, index), meeting in resolution.meetings.items():  # what one article tells apart is never joined
        assert [other for other, joined in resolution.meetings.items() if joined == meeting and other[0] == record_id] == [
            (record_id, index)
        ]
    keys = [key for *_, key in graph.edges(keys=True)]
    assert len(keys) == len(set(keys))
    assert all(None not in node.values() for _, node in graph.nodes(data=True))
    assert all(None not in edge.values() for *_, edge in graph.edges(data=True))


_EXPORT = """
import json, sys
from extract.record import Record
from kg.defense_graph import DefenseGraph
graph = DefenseGraph.from_records(map(Record.model_validate, json.load(sys.stdin)))
for shape in ("full", "dyads"):
    graph.export("graphml", f"{shape}.graphml", shape=shape)
graph.export("gexf", "full.gexf")
print(graph, graph.who_met_whom(), graph.meetings(), graph.relations(), graph.officials())
"""


def test_files_and_answers_are_the_same_in_every_process(
    video_talks: Record, policy_dialogue: Record, tmp_path: Path, root: Path
) -> None:
    told = [video_talks.to_dict(), policy_dialogue.to_dict()]
    results = []
    for seed in ("0", "1", "4242"):
        folder = tmp_path / seed
        folder.mkdir()
        run = subprocess.run(
            [sys.executable, "-c", _EXPORT],
            cwd=folder,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            input=json.dumps(told if seed != "1" else told[::-1]),
            capture_output=True,
            text=True,
            check=True,
        )
        results.append((run.stdout, [path.read_bytes() for path in sorted(folder.iterdir())]))
    assert results[0] == results[1] == results[2]
    assert len(results[0][1]) == 3
