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
from viz import facts, page, script

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


def test_what_makes_up_a_meeting_stands_with_it_and_all_else_is_a_fact(articles, data):
    shown = data(viz.render(articles))
    nodes = {node["key"]: node for node in shown["nodes"]}
    numbers = {node["key"]: i for i, node in enumerate(shown["nodes"])}
    dialogue = nodes["meeting:2024-04-23/KOR-VNM/1"]
    kim, hoang, korea, vietnam = (
        numbers[key] for key in ("official:KOR/kim-seon-ho", "official:VNM/hoang-xuan-chien", "country:KOR", "country:VNM")
    )
    assert sorted(dialogue["parties"]) == sorted((korea, vietnam))
    assert sorted(dialogue["people"]) == sorted((kim, hoang))
    assert [sorted(pair) for pair in dialogue["met"]] == [sorted((korea, vietnam)), sorted((kim, hoang))]
    assert dialogue["host"] == vietnam
    assert shown["nodes"][dialogue["series"]]["key"] == "series:KOR-VNM/defense-policy-dialogue"
    assert dialogue["days"] == ["2024-04-23", "2024-04-23"]
    assert nodes["official:KOR/kim-seon-ho"]["home"] == korea
    assert sorted(edge["kind"] for edge in shown["edges"]) == ["agreed", "aided", "signed", "upgraded_ties"]


def test_places_stand_on_the_map_and_by_ties(articles, data):
    places = [node for node in data(viz.render(articles))["nodes"] if node["kind"] in ("country", "organization")]
    for layout in ("at", "tied"):
        assert len({tuple(node[layout]) for node in places}) == len(places) == 17


def test_sentences_and_articles_are_carried_once(articles, data):
    shown = data(viz.render(articles))
    assert len(shown["articles"]) == 2
    sentences = [sentence for _, sentence in shown["sentences"]]
    assert len(sentences) == len(set(sentences)) == 7


def test_the_words_that_tell_a_fact_are_counted_as_javascript_counts(articles, data):
    source = {"article": "a", "sentence": "\U0001f600 They met.", "start_char": 100, "trigger": (107, 110)}
    articles.nodes["country:KOR"]["sources"] = (source, source | {"trigger": (90, 95)}, source | {"trigger": None})
    shown = data(viz.render(articles))
    (korea,) = [node for node in shown["nodes"] if node["key"] == "country:KOR"]
    (number, start, end), bare = korea["sources"]
    text = shown["sentences"][number][1].encode("utf-16-le")
    assert text[2 * start : 2 * end].decode("utf-16-le") == "met"
    assert bare == number


def test_sources_may_be_objects_or_mappings(articles):
    mapped = articles.copy()
    for owner in (*mapped.nodes.values(), *mapped.edges.values()):
        owner["sources"] = tuple(source._asdict() for source in owner["sources"])
    assert viz.render(mapped) == viz.render(articles)


def test_title_is_text():
    assert "<title>A &lt;b&gt; &amp; C</title>" in viz.render(nx.MultiDiGraph(), title="A <b> & C")


def crowd(countries, meetings):
    graph = nx.MultiDiGraph()
    for i in range(countries):
        graph.add_node(f"country:{i}", kind="country", label=f"Country {i}", latitude=i % 50, longitude=i % 170)
    for k in range(meetings):
        source = {
            "article": f"article {k}",
            "title": f"Meeting {k}",
            "sentence": f"Country {k} met another on day {k}." + 150 * "x",
        }
        told = {"sources": (source,), "date": f"{2000 + k % 20}-01-{1 + k % 28:02}"}
        graph.add_node(f"meeting:{k}", kind="meeting", label=f"Meeting {k}", **told)
        for party in (k % countries, (k + 1) % countries):
            graph.add_edge(f"country:{party}", f"meeting:{k}", kind="took_part", label="took part in", **told)
    return graph


def test_a_large_graph_is_held_in_its_latest_part_and_says_so(articles, data, monkeypatch):
    whole = data(viz.render(articles))
    assert whole["held"]["left_out"] == 0
    assert len(whole["nodes"]) == articles.number_of_nodes()
    monkeypatch.setattr(page, "_LIMIT", 10_000)
    part = data(viz.render(articles))
    held = {node["key"] for node in part["nodes"]}
    assert 0 < part["held"]["left_out"] < len(whole["nodes"]) + len(whole["edges"])
    assert "meeting:2024-04-23/KOR-VNM/1" in held
    assert len(held) < len(whole["nodes"])
    assert {node["key"] for node in whole["nodes"] if node["kind"] == "country"} <= held


def test_a_fact_takes_less_than_a_kilobyte(data):
    sizes = [len(viz.render(crowd(50, count))) for count in (100, 1_100)]
    assert (sizes[1] - sizes[0]) / 1_000 < 1_000


@pytest.mark.parametrize(
    ("attributes", "days"),
    [
        ({"date": "2024"}, ["2024-01-01", "2024-12-31"]),
        ({"date": "2024-02"}, ["2024-02-01", "2024-02-29"]),
        ({"date": "2024-02-03", "end": "2024-02-05"}, ["2024-02-03", "2024-02-05"]),
        ({"earliest": "2022-12-01", "latest": "2022-12-31"}, ["2022-12-01", "2022-12-31"]),
        ({"date": "2024-13"}, None),
        ({"date": "last week"}, None),
        ({"date": 2024}, None),
        ({"date": "2024-02-03", "end": "2024-01-01"}, ["2024-02-03", "2024-02-03"]),
    ],
)
def test_days_of_a_date_of_any_precision(attributes, days):
    assert facts.days(attributes) == days


def test_numbers_that_json_does_not_hold_are_text(articles, data):
    articles.nodes["country:KOR"]["latitude"] = float("nan")
    articles.nodes["series:KOR-VNM/defense-policy-dialogue"]["since"] = float("inf")
    shown = data(viz.render(articles))
    assert "inf" in [node.get("since") for node in shown["nodes"]]


def test_attributes_do_not_repeat_the_label(articles, data):
    articles.nodes["official:KOR/park-jae-min"]["spellings"] = ("Park Jae-min", "Park Jaemin")
    nodes = {node["label"]: node for node in data(viz.render(articles))["nodes"]}
    assert nodes["Park Jae-min"]["spellings"] == ["Park Jaemin"]
    assert nodes["ASEAN"]["name"] == "Association of Southeast Asian Nations"
    assert "name" not in nodes["South Korea"]


def test_modules_are_joined_each_after_what_it_imports():
    text = script.script()
    order = re.findall(r"^modules\.(\w+) = ", text, re.MULTILINE)
    assert order[-1] == "main"
    assert len(order) == len(set(order))
    assert not re.search(r"^(import|export) ", text, re.MULTILINE)
    there = set()
    for name, needed in re.findall(r"^modules\.(\w+) = \(|modules\.(\w+);$", text, re.MULTILINE):
        assert not needed or needed in there
        there.add(name)


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
    assert shown["nodes"][0]["label"] == text
    assert shown["sentences"] == [[0, text]]
    assert shown["articles"] == [[text] * 6]
