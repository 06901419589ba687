"""What the panel tells of what is chosen, in a real browser."""

import re

import networkx as nx

DIALOGUE = "11th Viet Nam-South Korea defense policy dialogue"


def test_a_dyad_tells_all_that_happened_newest_first(show, articles):
    page = show(articles, address="#dyad=KOR-VNM")
    assert page.locator("#panel .fact .what").all_inner_texts() == [
        DIALOGUE, "South Korea and Viet Nam signed", "South Korea and Viet Nam raised their ties", "South Korea – ASEAN, talks",
        "South Korea aided Viet Nam",
    ]  # fmt: skip
    text = page.locator("#panel").inner_text()
    for part in ("Dec 2022", "8 Sep 2021", "undated", "USD 34 million", "They also signed the minutes"):
        assert part in text


def test_facts_of_one_day_that_rest_on_the_same_sentences_stand_over_them_once(show):
    graph = nx.MultiDiGraph()
    for code in ("KOR", "VNM"):
        graph.add_node(f"country:{code}", kind="country", label=code, code=code)
    for kind, date, sentence in (
        ("agreed", "2024-04-23", "Both."), ("met", "2024-04-23", "Both."), ("signed", "2024-04-23", "Signed."),
        ("visited", "2022", "Both."),
    ):  # fmt: skip
        graph.add_edge(*graph, key=kind, kind=kind, label=kind, date=date, sources=({"article": "a", "sentence": sentence},))
    page = show(graph, address="#dyad=KOR-VNM")
    facts = [fact.split("\n") for fact in page.locator(".fact").all_inner_texts()]
    assert [[line for line in fact if line.startswith("KOR") or line.endswith(".")] for fact in facts] == [
        ["KOR and VNM agreed", "KOR and VNM met", "Both."], ["KOR and VNM signed", "Signed."], ["KOR visited VNM", "Both."],
    ]  # fmt: skip


def test_an_official_has_offices_spellings_and_whom_he_met(show, articles):
    articles.nodes["official:KOR/kim-seon-ho"]["spellings"] = ("Kim Seon Ho", "Kim Sŏn-ho")
    page = show(articles, address="#official=KOR/kim-seon-ho")
    text = page.locator("#panel").inner_text()
    assert "deputy minister of defense (concluded, not stated)" in text
    assert "Kim Sŏn-ho" in text
    assert re.search(r"Met 1\s+Hoang Xuan Chien", text)
    assert page.locator("#panel .timeline .fact").count() == 1


def test_names_and_the_words_that_tell_it_are_marked(show, articles):
    source, *rest = articles.nodes["meeting:2024-04-23/KOR-VNM/1"]["sources"]
    told = source._asdict() | {
        "start_char": 10,
        "trigger": (10 + source.sentence.index("co-chaired"), 10 + source.sentence.index(" the dial")),
    }
    articles.nodes["meeting:2024-04-23/KOR-VNM/1"]["sources"] = (told, *rest)
    page = show(articles, address="#meeting=2024-04-23/KOR-VNM/1")
    quote = page.locator("blockquote").first
    assert quote.locator("mark").all_inner_texts() == ["co-chaired"]
    assert quote.locator("b").all_inner_texts() == ["Hoang Xuan Chien", "Kim Seon Ho"]
    assert quote.inner_text() == source.sentence


def test_copies_of_one_text_are_one_source(show, articles):
    node = articles.nodes["meeting:2024-04-23/KOR-VNM/1"]
    source, *_ = node["sources"]
    copy = source._replace(article="mirror", publisher="Mirror", copy_of="dialogue")
    node["sources"] = (source, copy, source._replace(article="site", publisher="Site", copy_of="elsewhere"))
    page = show(articles, address="#meeting=2024-04-23/KOR-VNM/1")
    captions = page.locator("#panel figcaption").all_inner_texts()
    assert len(captions) == 2
    assert "The same text: Mirror" in captions[0]
    assert "The same text: elsewhere" in captions[1]


def test_links_go_to_the_web_and_tell_it_nothing(show, articles):
    link = show(articles, address="#official=KOR/park-jae-min").locator("#panel a").first
    assert link.get_attribute("href") == "https://news.example/talks"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_long_lists_come_in_portions(show):
    graph = nx.MultiDiGraph()
    for i in range(120):
        graph.add_node(f"meeting:{i}", kind="meeting", label=f"Meeting {i:03}", date="2021-09-08")
    page = show(graph)
    rows = page.locator("#panel .rows li")
    assert rows.count() == 8
    page.get_by_role("button", name="Show 8 more").click()
    assert rows.count() == 16


def test_empty_graph_says_so(show):
    assert "This graph is empty" in show(nx.MultiDiGraph()).locator("#panel").inner_text()
