import networkx as nx
import pytest

import viz
from viz.wanting import check


def test_a_whole_graph_passes(articles):
    check(articles)
    check(nx.MultiDiGraph())


@pytest.mark.parametrize("name", ["kind", "label"])
@pytest.mark.parametrize("value", [None, ""])
def test_what_a_node_lacks_is_named(articles, name, value):
    articles.nodes["country:KOR"][name] = value
    with pytest.raises(ValueError, match=f"^node 'country:KOR' has no '{name}': give every node and edge the attributes"):
        viz.render(articles)


def test_what_an_edge_lacks_is_named(articles):
    articles.add_edge("country:KOR", "country:JPN", key="x", kind="met")
    with pytest.raises(ValueError, match=r"^edge 'country:KOR' → 'country:JPN' has no 'label': "):
        viz.render(articles)


def test_everything_is_told_at_once():
    graph = nx.karate_club_graph()
    graph.nodes[0]["kind"] = "official"
    graph.nodes[3]["sources"] = ("a", "b")
    graph.nodes[4]["sources"] = 5
    with pytest.raises(ValueError, match=r"docs/graph\.md") as caught:
        viz.render(graph)
    assert str(caught.value) == (
        "the graph is a Graph and no MultiDiGraph; "
        "33 nodes have no 'kind' (1, 10, 11 …); 34 nodes have no 'label' (0, 1, 10 …); "
        "2 nodes have sources without 'article' (3, 4); "
        "78 edges have no 'kind' (0 → 1, 0 → 10, 0 → 11 …); 78 edges have no 'label' (0 → 1, 0 → 10, 0 → 11 …): "
        "give every node and edge the attributes of docs/graph.md"
    )


def test_names_without_end_are_cut():
    graph = nx.MultiDiGraph()
    graph.add_node("x" * 100_000)
    with pytest.raises(ValueError, match="has no 'label'") as caught:
        check(graph)
    assert len(str(caught.value)) < 400
