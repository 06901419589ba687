"""The page in a real browser. `show` also fails a test whose page logs anything or asks for anything outside the file."""

import re

import networkx as nx
import pytest

DIALOGUE = "11th Viet Nam-South Korea defense policy dialogue"


def number_of(page, label):
    return page.evaluate("label => modules.data.nodes.find((node) => node.label === label).id", label)


def on_screen(page, x, y):
    """A point of the map as one of the window."""
    return page.evaluate(
        """([x, y]) => {
            const at = modules.map.network.canvasToDOM({ x, y });
            const frame = document.getElementById("graph").getBoundingClientRect();
            return [frame.x + at.x, frame.y + at.y];
        }""",
        [x, y],
    )


def spot(page, label):
    return page.evaluate("id => modules.map.spotOf(id)", number_of(page, label))


def click_symbol(page, label):
    at = spot(page, label)
    page.mouse.click(*on_screen(page, at["x"], at["y"]))


def click_line(page, first, second):
    """Click a point of the line at which nothing else lies."""
    x, y = page.evaluate(
        """([first, second]) => {
            const { network, lineAt, spotOf } = modules.map;
            const [a, b] = [spotOf(first), spotOf(second)];
            for (let share = 0.5; share < 1; share += 0.01) {
                const point = { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
                const isBare = network.getNodeAt(network.canvasToDOM(point)) === undefined && !modules.labels.labelAt(point);
                const ends = String(lineAt(point)?.ends);
                if (isBare && [`${first},${second}`, `${second},${first}`].includes(ends)) return [point.x, point.y];
            }
        }""",
        [number_of(page, first), number_of(page, second)],
    )
    page.mouse.click(*on_screen(page, x, y))


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


def heading(page):
    return page.locator("#panel h2").inner_text()


def drawn_labels(page):
    return set(page.evaluate("modules.map.drawn().symbols.map((id) => modules.data.nodes[id].label)"))


def suggestions(page):
    return page.locator("[role=option]").all_inner_texts()


def fragment(page):
    return page.evaluate("decodeURIComponent(location.hash)")


# ---- overview


def test_opens_on_the_countries_and_organizations_that_have_something(show, articles):
    page = show(articles)
    labels = drawn_labels(page)
    assert {"South Korea", "Viet Nam", "ASEAN", "United States"} <= labels
    assert not labels & {"UN", "Park Jae-min", DIALOGUE}
    assert page.evaluate("modules.map.drawn().lines") == 11
    legend = page.locator("#legend").inner_text()
    for count in ("15 countries", "1 organization", "3 meetings", "3 officials", "2 ministries", "2 articles"):
        assert count in legend


def test_nothing_moves_unless_the_reader_moves_it(show, articles):
    page = show(articles)
    state = """JSON.stringify([
        modules.data.places.map(({ id }) => modules.map.spotOf(id)),
        modules.map.network.getViewPosition(),
        modules.map.network.getScale(),
    ])"""
    before = page.evaluate(state)
    page.wait_for_timeout(400)
    assert page.evaluate(state) == before
    click_symbol(page, "Viet Nam")
    assert page.evaluate(state) == before


def test_symbols_are_drawn_in_the_colors_of_their_kinds(show, articles):
    page = show(articles, address="#dyad=KOR-VNM")
    for color in ("#0072B2", "#D55E00", "#E69F00", "#009E73", "#CC79A7"):
        assert pixels(page, color) > 30


def test_who_met_whom_when_and_how_do_we_know_in_three_clicks(show, articles):
    page = show(articles)
    click_line(page, "South Korea", "Viet Nam")
    assert heading(page) == "South Korea – Viet Nam"
    assert {DIALOGUE, "Kim Seon Ho", "Hoang Xuan Chien"} <= drawn_labels(page)
    click_symbol(page, DIALOGUE)
    assert heading(page) == DIALOGUE
    text = page.locator("#panel").inner_text()
    for part in ("23 Apr 2024", "Ha Noi, Viet Nam", "defense industry, military medicine"):
        assert part in text
    assert "Kim Seon Ho co-chaired the dialogue in Ha Noi." in page.locator("blockquote").first.inner_text()
    assert "Eleventh defense policy dialogue held, Example Gazette, 24 Apr 2024" in text
    assert page.locator("#panel time").first.get_attribute("title") == "2024-04-23"


def test_a_country_opens_with_its_officials_ministries_and_meetings(show, articles):
    page = show(articles)
    click_symbol(page, "South Korea")
    assert heading(page) == "South Korea"
    assert {"Park Jae-min", "Kim Seon Ho", "Ministry of Defense, South Korea", DIALOGUE} <= drawn_labels(page)
    assert "Hoang Xuan Chien" not in drawn_labels(page)
    page.mouse.click(15, 300)
    assert heading(page) == "What the articles say"
    assert "Park Jae-min" not in drawn_labels(page)


def test_a_click_on_a_label_is_a_click_on_its_symbol(show, articles):
    page = show(articles)
    page.wait_for_function("modules.labels.labelBoxes().length > 0")
    box = page.evaluate("id => modules.labels.labelBoxes().find((box) => box.id === id)", number_of(page, "United States"))
    page.mouse.click(*on_screen(page, (box["left"] + box["right"]) / 2, (box["top"] + box["bottom"]) / 2))
    assert heading(page) == "United States"


@pytest.mark.parametrize("address", ["", "#country=KOR", "#dyad=KOR-VNM"])
def test_labels_lie_on_no_other_label(show, articles, address):
    page = show(articles, address=address)
    page.wait_for_function("modules.labels.labelBoxes().length > 0")
    boxes = page.evaluate("modules.labels.labelBoxes()")
    clashes = [
        (a["id"], b["id"])
        for i, a in enumerate(boxes)
        for b in boxes[i + 1 :]
        if a["left"] < b["right"] and b["left"] < a["right"] and a["top"] < b["bottom"] and b["top"] < a["bottom"]
    ]
    assert clashes == []


def test_what_is_not_chosen_recedes(show, articles):
    page = show(articles)
    before = pixels(page, "#0072B2")
    page.evaluate("modules.state.choose(modules.data.nodeWith('country:USA'))")
    page.wait_for_timeout(100)
    assert 0 < pixels(page, "#0072B2") < before / 2


def test_by_ties_is_a_switch(show, articles):
    page = show(articles)
    before = spot(page, "United States")
    page.get_by_role("button", name="By ties").click()
    assert spot(page, "United States") != before
    assert fragment(page) == "#layout=ties"
    page.get_by_role("button", name="Map", exact=True).click()
    assert spot(page, "United States") == before


# ---- search


def test_search_suggests_by_any_spelling_and_goes_there(show, articles):
    articles.nodes["official:KOR/kim-seon-ho"]["spellings"] = ("Kim Seon Ho", "Kim Sŏn-ho")
    page = show(articles)
    page.keyboard.press("/")
    for asked in ("kim son-ho", "KIM SEONHO", "seon ho kim", "Kim Soen-ho", "kim seun ho"):
        page.locator("#search input").fill(asked)
        found = suggestions(page)
        assert (found and "Kim Seon Ho" in found[0]) or asked == "Kim Soen-ho"
    page.locator("#search input").fill("nobody")
    assert "Nothing here is called so." in page.locator("#suggestions").inner_text()
    page.locator("#search input").fill("kim")
    page.keyboard.press("Enter")
    assert heading(page) == "Kim Seon Ho"
    assert page.evaluate("document.activeElement.tagName") == "H2"


def test_search_is_a_combobox_for_the_keyboard(show, articles):
    page = show(articles)
    page.keyboard.press("/")
    page.keyboard.type("south korea")
    box = page.locator("#search input")
    assert box.get_attribute("aria-expanded") == "true"
    first = box.get_attribute("aria-activedescendant")
    page.keyboard.press("ArrowDown")
    second = box.get_attribute("aria-activedescendant")
    assert first != second
    assert page.locator(f"#{second}").get_attribute("aria-selected") == "true"
    page.keyboard.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"


def test_two_names_are_a_pair(show, articles):
    page = show(articles)
    page.locator("#search input").fill("viet nam korea")
    assert "South Korea – Viet Nam" in suggestions(page)[0]
    page.keyboard.press("Enter")
    assert fragment(page) == "#dyad=KOR-VNM"


# ---- time and filters


def test_the_period_decides_what_is_drawn_counted_and_told(show, articles):
    page = show(articles, address="#since=2024")
    assert drawn_labels(page) == {"South Korea", "Viet Nam"}
    assert "1 meeting" in page.locator("#legend").inner_text()
    assert "Seoul Defense Dialogue" not in page.locator("#panel").inner_text()
    assert "1 meeting, 1 signing" in page.locator("#panel").inner_text()
    page.locator("#time input").uncheck()
    assert "undated=no" in fragment(page)
    page.evaluate("modules.state.choose(modules.data.nodeWith('country:JPN'))")
    assert "Nothing in this period." in page.locator("#panel").inner_text()


def test_nothing_in_the_period_is_said_on_the_map(show, articles):
    page = show(articles, address="#since=2030&undated=no")
    assert "Nothing in this period" in page.locator("#notice").inner_text()
    page.get_by_role("button", name="Show all").click()
    assert page.locator("#notice").is_hidden()
    assert "South Korea" in drawn_labels(page)


def test_brush_by_mouse_and_by_keyboard(show, articles):
    page = show(articles)
    box = page.locator(".track").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + 20, steps=4)
    page.mouse.up()
    assert re.fullmatch(r"#since=2022-\d\d&until=2023-\d\d", fragment(page))
    grip = page.get_by_role("slider", name="From")
    before = grip.get_attribute("aria-valuetext")
    grip.focus()
    page.keyboard.press("ArrowLeft")
    assert grip.get_attribute("aria-valuetext") != before
    page.keyboard.press("Home")
    page.get_by_role("slider", name="To").focus()
    page.keyboard.press("End")
    assert fragment(page) == ""
    assert page.locator(".period").inner_text() == "all years · 7 facts"


def test_filters_are_folded_said_and_reset_by_one_click(show, articles):
    articles.nodes["meeting:2021-09-08/CHN-JPN-KOR-RUS-USA/1"]["status"] = "planned"
    page = show(articles)
    assert page.locator("#filters").is_hidden()
    page.get_by_role("button", name="Filters").click()
    page.locator("[data-filter=status]").select_option("planned")
    assert drawn_labels(page) == {"China", "Japan", "Russia", "South Korea", "United States"}
    assert page.locator("#filtered").inner_text().startswith("Only: planned")
    page.locator("[data-filter=status]").select_option("")
    page.locator("[data-filter=among]").select_option("ASEAN")
    assert "Japan" not in drawn_labels(page)
    page.locator("[data-kind=official]").uncheck()
    page.evaluate("modules.state.choose(modules.data.nodeWith('country:KOR'))")
    assert "Park Jae-min" not in drawn_labels(page)
    assert "ASEAN · without officials" in page.locator("#filtered").inner_text()
    page.get_by_role("button", name="Show all").click()
    assert page.locator("#filtered").is_hidden()
    assert "Park Jae-min" in drawn_labels(page)


def test_facts_of_a_kind_can_be_left_out(show, articles):
    page = show(articles, address="#dyad=KOR-VNM&without=aided,signed")
    told = page.locator("#panel .fact .what").all_inner_texts()
    assert "South Korea aided Viet Nam" not in told
    assert DIALOGUE in told


# ---- the address


def test_the_address_brings_it_all_back(show, articles):
    address = "#dyad=KOR-VNM&meeting=2024-04-23/KOR-VNM/1&since=2022&status=held&layout=ties&view=table"
    page = show(articles, address=address)
    assert heading(page) == DIALOGUE
    assert page.locator("#table").is_visible()
    page.evaluate("modules.state.change({})")
    told = dict(part.split("=") for part in fragment(page)[1:].split("&"))
    assert told == {
        "dyad": "KOR-VNM", "meeting": "2024-04-23/KOR-VNM/1", "since": "2022", "status": "held",
        "layout": "ties", "view": "table",
    }  # fmt: skip


def test_back_and_forward(show, articles):
    page = show(articles)
    click_symbol(page, "Viet Nam")
    page.evaluate("modules.state.chooseDyad(modules.data.placeWith('KOR'), modules.data.placeWith('VNM'))")
    page.go_back()
    assert heading(page) == "Viet Nam"
    page.go_back()
    assert heading(page) == "What the articles say"
    page.go_forward()
    assert heading(page) == "Viet Nam"


@pytest.mark.parametrize("address", ["#dyad=ZZZ-QQQ", "#country=%E0%A4%A", "#since=soon&view=x", "#&&==&a", "#dyad=KOR-KOR"])
def test_an_address_that_means_nothing_opens_the_overview(show, articles, address):
    assert heading(show(articles, address=address)) == "What the articles say"


# ---- for everyone


def test_the_table_has_the_same_facts(show, articles):
    page = show(articles)
    page.get_by_role("button", name="Table").click()
    assert page.locator("#table caption").inner_text() == "7 facts"
    first = page.locator("#table tbody tr").first.inner_text()
    assert DIALOGUE in first
    assert "23 Apr 2024" in first
    page.locator("#table tbody tr").first.get_by_role("button", name="Viet Nam", exact=True).click()
    assert page.locator("#table caption").inner_text() == "5 facts"
    page.get_by_role("button", name="Graph").click()
    assert page.locator("#graph").is_visible()


def test_keyboard_walks_from_overview_to_sentences_and_back(show, articles):
    page = show(articles)
    page.locator("#graph").focus()
    page.keyboard.press("ArrowLeft")
    assert page.locator("#graph").get_attribute("aria-label") == "South Korea"
    page.keyboard.press("Enter")
    assert heading(page) == "South Korea"
    link = page.locator("#panel").get_by_role("button", name="Viet Nam", exact=True)
    link.focus()
    page.keyboard.press("Enter")
    assert heading(page) == "South Korea – Viet Nam"
    assert page.evaluate("document.activeElement.tagName") == "H2"
    page.locator("#panel").get_by_role("button", name=DIALOGUE).focus()
    page.keyboard.press("Enter")
    assert page.locator("blockquote").count() > 0
    for expected in ("South Korea – Viet Nam", "What the articles say"):
        page.keyboard.press("Escape")
        assert heading(page) == expected


def test_dark_and_light_follow_the_reader(show, articles):
    background = "getComputedStyle(document.body).backgroundColor"
    page = show(articles)
    light = page.evaluate(background)
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(200)
    assert page.evaluate(background) != light
    assert pixels(page, "#1b1e22") > 1000  # land


@pytest.mark.parametrize("width", [390, 760, 1280])
@pytest.mark.parametrize("address", ["", "#dyad=KOR-VNM", "#view=table"])
def test_nothing_is_wider_than_the_window(show, articles, width, address):
    page = show(articles, width=width, address=address)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    assert page.locator("#panel h2").is_visible()
    assert page.locator(".track").is_visible()
    if not address:
        drawn = page.evaluate("modules.data.places.map(({ at: [x, y] }) => modules.map.network.canvasToDOM({ x, y }).x)")
        assert min(drawn) > 0
        assert max(drawn) < page.evaluate("document.getElementById('graph').clientWidth")


# ---- many


def crowd(countries, meetings):
    graph = nx.MultiDiGraph()
    for i in range(countries):
        graph.add_node(
            f"country:{i}", kind="country", label=f"Country {i}", code=str(i), latitude=i % 70, longitude=i * 1.7 % 170
        )
    for k in range(meetings):
        first, second = f"country:{k % countries}", f"country:{(k % countries + 1 + k // countries) % countries}"
        graph.add_node(f"meeting:{k}", kind="meeting", label=f"Meeting {k}", date=f"{2000 + k % 20}", status="held")
        for party in (first, second):
            graph.add_edge(party, f"meeting:{k}", kind="took_part", label="took part in")
        graph.add_edge(first, second, kind="met", label="met", meeting=f"meeting:{k}")
    return graph


def test_no_more_than_1500_symbols_and_lines_at_once(show):
    page = show(crowd(200, 4_000))
    drawn = "(({ symbols, lines }) => symbols.length + lines)(modules.map.drawn())"
    assert 1_000 < page.evaluate(drawn) <= 1_500
    assert "busiest pairs" in page.locator("#notice").inner_text()
    page.evaluate("modules.state.choose(modules.data.placeWith('3'))")
    assert page.evaluate(drawn) <= 1_500
    assert heading(page) == "Country 3"
