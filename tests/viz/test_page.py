import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import viz
from viz import page

ROOT = Path(__file__).parents[2]


def test_same_graph_gives_same_page_in_any_process(articles, tmp_path):
    program = (
        f"import sys; sys.path[:0] = [{str(ROOT)!r}, {str(Path(__file__).parent)!r}]\n"
        "import viz, conftest; sys.stdout.buffer.write(viz.render(conftest.article_graph()).encode())"
    )
    for seed in ("0", "7"):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        made = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, check=True)
        assert made.stdout == viz.render(articles).encode()


def test_order_of_nodes_and_edges_does_not_matter(articles):
    backward = nx.MultiDiGraph()
    backward.add_nodes_from(reversed(list(articles.nodes(data=True))))
    backward.add_edges_from(reversed(list(articles.edges(keys=True, data=True))))
    assert viz.render(backward) == viz.render(articles)


def test_graph_is_left_as_it_was(articles):
    before = articles.copy()
    viz.render(articles)
    assert nx.utils.graphs_equal(before, articles)


def test_policy_allows_exactly_the_scripts_and_the_style_of_the_page(articles):
    html = viz.render(articles)
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    inline = re.findall(r"<script>(.*?)</script>", html, re.DOTALL) + re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    hashes = ["sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in inline]
    assert policy.startswith("default-src 'none';")
    assert re.findall(r"'(sha256-[^']*)'", policy) == hashes
    assert len(hashes) == 3


def test_page_names_no_address_but_those_of_articles_and_of_the_licensed_library(articles):
    html = viz.render(articles)
    outside = re.sub(r"/\*\*\s*\n \* vis-network.*?</script>", "", html, count=1, flags=re.DOTALL)
    assert set(re.findall(r"https?://[^\s\"'<)]+", outside)) == {"https://news.example/talks"}
    assert "@license\n * vis.js is dual licensed" in html


def test_edges_of_a_pair_are_one_line_with_all_their_facts(articles, data):
    shown = data(viz.render(articles))
    ids = {node["about"]["label"]: node["id"] for node in shown["nodes"]}
    pair = {ids["South Korea"], ids["Viet Nam"]}
    (line,) = [edge for edge in shown["edges"] if {edge["from"], edge["to"]} == pair]
    assert sorted(fact["label"] for fact in line["facts"]) == ["aided", "met", "met", "raised ties", "signed"]
    assert sum(len(edge["facts"]) for edge in shown["edges"]) == articles.number_of_edges()
    assert line["width"] == max(edge["width"] for edge in shown["edges"])


def test_sentences_and_articles_are_carried_once(articles, data):
    shown = data(viz.render(articles))
    assert len(shown["articles"]) == 2
    sentences = [sentence for _, sentence in shown["sentences"]]
    assert len(sentences) == len(set(sentences)) == 7


def test_sources_may_be_objects_or_mappings(articles):
    mapped = articles.copy()
    for owner in (*mapped.nodes.values(), *mapped.edges.values()):
        owner["sources"] = tuple(source._asdict() for source in owner["sources"])
    assert viz.render(mapped) == viz.render(articles)


def test_title_is_text():
    assert "<title>A &lt;b&gt; &amp; C</title>" in viz.render(nx.MultiDiGraph(), title="A <b> & C")


def crowd(countries, others):
    graph = nx.MultiDiGraph()
    for i in range(countries):
        graph.add_node(f"country:{i}", kind="country", label=f"Country {i}", latitude=i % 50, longitude=i % 170)
    for i in range(others):
        graph.add_node(f"official:{i}", kind="official", label=f"Official {i}")
        for j in range(1 + (i % 3 == 0)):
            graph.add_edge(f"official:{i}", f"country:{(i + j) % countries}", kind="represents", label="represents")
    return graph


def test_large_graph_holds_countries_then_the_busiest_and_says_so(data, monkeypatch):
    monkeypatch.setattr(page, "_LIMIT", 1_500)
    graph = crowd(50, 2_000)
    html = viz.render(graph)
    shown = data(html)
    kinds = [node["about"]["kind"] for node in shown["nodes"]]
    assert kinds.count("country") == 50
    assert 0 < kinds.count("official") < 2_000
    assert len(shown["nodes"]) + len(shown["edges"]) <= 1_500
    degree = dict(graph.degree())
    held = {f"official:{node['about']['label'].split()[-1]}" for node in shown["nodes"] if node["about"]["kind"] == "official"}
    assert all(degree[official] == 2 for official in held)
    assert f"This page holds {len(shown['nodes']):,} of 2,050 symbols" in html
    assert "2,000</span> officials" in html


def test_small_graph_is_held_whole_and_says_nothing(articles, data):
    html = viz.render(articles)
    assert len(data(html)["nodes"]) == articles.number_of_nodes()
    assert "This page holds" not in html.split("<main>")[0]


def test_more_countries_than_fit_are_cut_too(data, monkeypatch):
    monkeypatch.setattr(page, "_LIMIT", 1_500)
    assert len(data(viz.render(crowd(2_000, 0)))["nodes"]) <= 1_500


@pytest.mark.parametrize(
    ("label", "caption"),
    [
        ("South Korea", ["South Korea"]),
        ("Ministry of Defense, South Korea", ["Ministry of Defense,", "South Korea"]),
        ("x" * 100_000, ["x" * 20, "x" * 20, "…"]),
        ("  ", []),
    ],
)
def test_captions_are_short(label, caption):
    assert page._caption(label) == caption


def test_numbers_that_json_does_not_hold_are_text(articles, data):
    articles.nodes["country:KOR"]["latitude"] = float("nan")
    articles.nodes["series:KOR-VNM/defense-policy-dialogue"]["since"] = float("inf")
    shown = data(viz.render(articles))
    assert "inf" in [node["about"]["details"].get("since") for node in shown["nodes"]]


def test_details_do_not_repeat_the_label(articles, data):
    articles.nodes["official:KOR/park-jae-min"]["spellings"] = ("Park Jae-min", "Park Jaemin")
    about = {node["about"]["label"]: node["about"]["details"] for node in data(viz.render(articles))["nodes"]}
    assert about["Park Jae-min"]["spellings"] == ["Park Jaemin"]
    assert about["ASEAN"]["name"] == "Association of Southeast Asian Nations"
    assert "name" not in about["South Korea"]


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(), min_size=1, max_size=50))
def test_any_text_comes_through_whole_and_stays_text(text):
    graph = nx.MultiDiGraph()
    names = ("article", "title", "publisher", "url", "published", "copy_of", "sentence")
    source = dict.fromkeys(names, text)
    graph.add_node(text, kind="official", label=text, role=text, sources=(source,))
    html = viz.render(graph, title=text)
    html.encode("utf-8")
    (start,) = [match.end() for match in re.finditer(r'id="data">', html)]
    raw = html[start : html.index("</script>", start)]
    assert "<" not in raw
    assert raw.isascii()
    shown = json.loads(raw)
    assert shown["nodes"][0]["about"]["label"] == text
    assert shown["sentences"] == [[0, text]]
    assert shown["articles"] == [[text] * 6]
