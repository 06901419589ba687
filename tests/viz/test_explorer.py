"""The page in a real browser. `show` also fails a test whose page logs anything or asks for anything outside the file."""

import networkx as nx
import pytest


def node_id(page, label):
    return page.evaluate("label => data.nodes.find((node) => node.about.label === label).id", label)


def click_node(page, label):
    x, y = page.evaluate(
        """id => {
            const { x, y } = network.canvasToDOM(network.getPosition(id));
            const frame = document.getElementById("graph").getBoundingClientRect();
            return [frame.x + x, frame.y + y];
        }""",
        node_id(page, label),
    )
    page.mouse.click(x, y)


def click_line(page, first, second):
    """Click a point of the line at which nothing else lies."""
    spot = page.evaluate(
        """([first, second]) => {
            const [a, b] = [network.getPosition(first), network.getPosition(second)];
            const frame = document.getElementById("graph").getBoundingClientRect();
            for (let share = 0.05; share < 1; share += 0.01) {
                const point = { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
                const at = network.canvasToDOM(point);
                const tie = data.edges[network.getEdgeAt(at)];
                const ours = tie && [tie.from, tie.to].sort().join() === [first, second].sort().join();
                if (ours && network.getNodeAt(at) === undefined && labelAt(point) === undefined)
                    return [frame.x + at.x, frame.y + at.y];
            }
        }""",
        [node_id(page, first), node_id(page, second)],
    )
    page.mouse.click(*spot)


def pixels(page, color):
    """How many pixels of the canvas have about this color."""
    return page.evaluate(
        """([r, g, b]) => {
            const canvas = document.querySelector("#graph canvas");
            const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
            copy.drawImage(canvas, 0, 0);
            const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
            const near = (i) => Math.abs(data[i] - r) + Math.abs(data[i + 1] - g) + Math.abs(data[i + 2] - b) < 12;
            let count = 0;
            for (let i = 0; i < data.length; i += 4) count += data[i + 3] > 250 && near(i);
            return count;
        }""",
        [int(color[i : i + 2], 16) for i in (1, 3, 5)],
    )


def test_every_kind_is_drawn_and_in_the_legend(show, articles):
    page = show(articles)
    for color in ("#0072B2", "#56B4E9", "#D55E00", "#E69F00", "#009E73", "#CC79A7"):
        assert pixels(page, color) > 40
    legend = page.locator(".legend").inner_text()
    for count in ("15 countries", "2 organizations", "3 meetings", "3 officials", "2 ministries", "2 series", "2 articles"):
        assert count in legend


def test_click_on_a_node_tells_what_it_rests_on(show, articles):
    page = show(articles)
    click_node(page, "11th Viet Nam-South Korea defense policy dialogue")
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text() == "11th Viet Nam-South Korea defense policy dialogue"
    text = panel.inner_text()
    for part in ("23 Apr 2024", "in person", "Ha Noi", "Sides\nSouth Korea\nViet Nam", "defense industry, military medicine"):
        assert part in text
    assert "Kim Seon Ho co-chaired the dialogue in Ha Noi." in panel.locator("blockquote").first.inner_text()
    assert "Eleventh defense policy dialogue held, Example Gazette, 24 Apr 2024" in text
    assert panel.locator("time").first.get_attribute("title") == "2024-04-23"


def test_a_copy_says_whose_text_it_repeats(show, articles):
    dialogue = "11th Viet Nam-South Korea defense policy dialogue"
    node = next(node for _, node in articles.nodes(data=True) if node["label"] == dialogue)
    source, *_ = node["sources"]
    copies = (source._replace(article="mirror", copy_of="dialogue"), source._replace(article="site", copy_of="elsewhere"))
    node["sources"] = (source, *copies)
    page = show(articles)
    click_node(page, dialogue)
    captions = page.locator("#panel figcaption").all_inner_texts()
    said = [caption.partition("24 Apr 2024")[2] for caption in captions[:3]]
    assert said == ["", " (the same text as in Example Gazette)", " (the same text as in elsewhere)"]


def test_click_on_a_line_lists_all_facts_of_the_pair_newest_first(show, articles):
    page = show(articles)
    click_line(page, "South Korea", "Viet Nam")
    titles = page.locator(".fact h3 span:first-child").all_inner_texts()
    assert [title.lower() for title in titles] == [
        "met", "signed", "raised ties", "met", "south korea aided viet nam",
    ]  # fmt: skip
    text = page.locator("#panel").inner_text()
    for part in ("Dec 2022", "8 Sep 2021", "undated", "24 Apr 2024", "USD 34,000,000", "They also signed the minutes"):
        assert part in text


def test_facts_of_one_day_that_rest_on_the_same_sentences_stand_over_them_once(show):
    graph = nx.MultiDiGraph()
    for code in ("KOR", "VNM"):
        graph.add_node(f"country:{code}", kind="country", label=code)
    for kind, date, sentence in (
        ("agreed", "2024-04-23", "Both."), ("met", "2024-04-23", "Both."), ("signed", "2024-04-23", "Signed."),
        ("visited", "2022", "Both."),
    ):  # fmt: skip
        graph.add_edge(*graph, key=kind, kind=kind, label=kind, date=date, sources=({"article": "a", "sentence": sentence},))
    page = show(graph)
    page.evaluate("chooseTie(0)")
    facts = [fact.split("\n") for fact in page.locator(".fact").all_inner_texts()]
    assert [[line for line in fact if line in ("Met", "Agreed", "Signed", "Both.", "Signed.")] for fact in facts] == [
        ["Met", "Agreed", "Both."], ["Signed", "Signed."], ["Both."],
    ]  # fmt: skip


def test_search_finds_any_spelling_and_says_where_there_is_none(show, articles):
    articles.nodes["official:KOR/kim-seon-ho"]["spellings"] = ("Kim Seon Ho", "Kim Sŏn-ho")
    page = show(articles)
    rows = page.locator("#panel .rows li:visible")
    page.locator("input").fill("kim son")
    assert rows.all_inner_texts() == ["Kim Seon Ho\ndeputy minister of defense"]
    page.locator("input").fill("nobody")
    assert "Nothing here is called so." in page.locator("#panel").inner_text()
    page.locator("input").fill("")
    assert rows.count() == 3


def test_of_a_large_graph_only_countries_and_what_is_chosen_are_drawn(show):
    graph = nx.MultiDiGraph()
    for i in range(20):
        graph.add_node(f"country:{i}", kind="country", label=f"Country {i}", latitude=i, longitude=7 * i)
    for i in range(400):
        graph.add_node(f"official:{i}", kind="official", label=f"Official {i}")
        graph.add_edge(f"official:{i}", f"country:{i % 20}", kind="represents", label="represents")
    page = show(graph)
    drawn = "[network.body.nodeIndices.length, network.body.edgeIndices.length]"
    assert page.evaluate(drawn) == [20, 0]
    click_node(page, "Country 3")
    assert page.evaluate(drawn) == [40, 20]
    assert page.locator("#panel .rows li").count() == 20
    page.keyboard.press("Escape")
    assert page.evaluate(drawn) == [20, 0]


@pytest.mark.parametrize(("status", "note"), [("held", "8 Sep 2021"), ("planned", "planned, 8 Sep 2021")])
def test_lists_tell_what_was_not_held(show, status, note):
    graph = nx.MultiDiGraph()
    graph.add_node("meeting:a", kind="meeting", label="Talks", date="2021-09-08", status=status)
    assert show(graph).locator("#panel .rows li").all_inner_texts() == [f"Talks\n{note}"]


def test_click_on_the_background_goes_back(show, articles):
    page = show(articles)
    click_node(page, "Japan")
    page.mouse.click(20, 780)
    assert page.locator("#panel h2").inner_text() == "What the articles say"


def test_click_on_a_label_is_a_click_on_its_symbol(show, articles):
    page = show(articles)
    page.wait_for_function("labelBoxes.length > 0")
    x, y = page.evaluate(
        """id => {
            const box = labelBoxes.find((box) => box.id === id);
            const at = network.canvasToDOM({ x: (box.left + box.right) / 2, y: box.bottom - 2 });
            const frame = document.getElementById("graph").getBoundingClientRect();
            return [frame.x + at.x, frame.y + at.y];
        }""",
        node_id(page, "Ministry of Defense, South Korea"),
    )
    page.mouse.click(x, y)
    assert page.locator("#panel h2").inner_text() == "Ministry of Defense, South Korea"


def test_what_is_not_chosen_recedes(show, articles):
    page = show(articles)
    before = pixels(page, "#0072B2")
    click_node(page, "Kim Seon Ho")
    page.mouse.move(5, 5)
    page.wait_for_timeout(100)
    assert 0 < pixels(page, "#0072B2") < before / 2


def test_links_go_to_the_web_and_tell_it_nothing(show, articles):
    page = show(articles)
    click_node(page, "Park Jae-min")
    link = page.locator("#panel a").first
    assert link.get_attribute("href") == "https://news.example/talks"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_inferred_facts_are_marked(show, articles):
    page = show(articles)
    click_node(page, "Kim Seon Ho")
    assert "deputy minister of defense (inferred)" in page.locator("#panel dl").inner_text()


def test_labels_lie_on_no_other_label_or_symbol(show, articles):
    page = show(articles)
    page.wait_for_function("labelBoxes.length > 0")
    clashes = page.evaluate(
        """() => labelBoxes.flatMap((box) => [...labelBoxes, ...data.nodes.map(symbolBox)]
            .filter((other) => other !== box && overlap(box, other) && !(other.id === box.id && labelBoxes.includes(other)))
            .map((other) => [data.nodes[box.id].about.label, data.nodes[other.id].about.label]))"""
    )
    assert clashes == []
    assert page.evaluate("labelBoxes.length") == articles.number_of_nodes()


def test_nothing_moves_by_itself(show, articles):
    page = show(articles)
    state = "JSON.stringify([network.getPositions(), network.getViewPosition(), network.getScale()])"
    before = page.evaluate(state)
    page.wait_for_timeout(500)
    click_node(page, "Viet Nam")
    assert page.evaluate(state) == before


def test_keyboard_reaches_sentences_and_comes_back(show, articles):
    page = show(articles)
    for key in ("Tab", "Tab", "Tab", "Enter"):  # past the search and the heading of the meetings to the latest of them
        page.keyboard.press(key)
    heading = page.locator("#panel h2")
    assert heading.inner_text() == "11th Viet Nam-South Korea defense policy dialogue"
    assert heading.evaluate("element => element === document.activeElement")
    assert page.locator("blockquote").count() > 0
    for key in ("Tab", "Enter"):
        page.keyboard.press(key)
    assert page.locator("#panel h2").inner_text() == "Viet Nam"
    page.keyboard.press("Escape")
    assert page.locator("#panel h2").inner_text() == "What the articles say"


def test_dark_and_light_follow_the_reader(show, articles):
    background = "getComputedStyle(document.body).backgroundColor"
    page = show(articles)
    light = page.evaluate(background)
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(200)
    assert page.evaluate(background) != light
    assert pixels(page, "#6a6f76") > 100  # lines between countries


@pytest.mark.parametrize("width", [390, 760, 1280])
def test_nothing_is_wider_than_the_window(show, articles, width):
    page = show(articles, width=width)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    drawn = page.evaluate("data.nodes.map((node) => network.canvasToDOM(network.getPosition(node.id)).x)")
    assert min(drawn) > 0
    assert max(drawn) < page.evaluate("document.getElementById('graph').clientWidth")


def test_empty_graph_says_so(show):
    assert "This graph is empty" in show(nx.MultiDiGraph()).locator("#panel").inner_text()


def test_long_lists_come_in_portions(show):
    graph = nx.MultiDiGraph()
    for i in range(120):
        graph.add_node(f"meeting:{i}", kind="meeting", label=f"Meeting {i:03}", date="2021-09-08")
    page = show(graph)
    rows = page.locator("#panel .rows li")
    assert rows.count() == 50
    page.get_by_role("button", name="Show 50 more").click()
    page.get_by_role("button", name="Show 20 more").click()
    assert rows.count() == 120


HOSTILE = {
    "closing script": '</script><img src=x onerror="window.hacked = 1">',
    "closing attribute": '"><img src=x onerror=window.hacked=1>',
    "comment": "<!--<script>",
    "script address": "javascript:window.hacked=1",
    "data address": "data:text/html,<script>window.hacked=1</script>",
    "template": "{{ 7 * 7 }}{% raw %}${window.hacked=1}",
    "line separators": "a\u2028b\u2029c",
    "lone surrogate": "a\ud800b",
    "controls": "a\x00b\x1bc",
    "right to left": "\u202eabc\u2066",
    "prototype": "__proto__",
    "constructor": "constructor",
    "long": "x" * 100_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_runs_nothing_and_breaks_nothing(show, text):
    source = dict.fromkeys(("article", "title", "publisher", "url", "published", "copy_of", "sentence"), text)
    attributes = ("role", "date", "end", "status", "mode", "place", "detail", "currency", "cadence", "code", "meeting")
    told = dict.fromkeys(attributes, text) | {"sources": (source,), "topics": (text,), "sides": ((text,),)}
    graph = nx.MultiDiGraph()
    graph.add_node(text, kind="official", label=text, spellings=(text,), inferred=(text,), **told)
    graph.add_node(f"{text}!", kind=text, label=text, memberships=(text,), latitude=text, longitude=text, **told)
    graph.add_edge(text, f"{text}!", key=text, kind="met", label=text, amount=text, **told)
    page = show(graph)
    for chosen in ("chooseNode(0)", "chooseNode(1)", "chooseTie(0)"):
        page.evaluate(chosen)
        shown = page.locator("#panel blockquote").first.evaluate("element => element.textContent")
        assert shown == text.replace("\ud800", "\ufffd") or (len(shown) == len(text) and "\ud800" in text)
    assert page.evaluate("window.hacked") is None
    assert page.locator("img, #panel script, iframe").count() == 0
    assert page.locator("a").count() == 0
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 1280
