"""Text of articles is hostile: in any field of the graph it runs nothing and breaks nothing, in any view of the page."""

import csv
import io
import re

import networkx as nx
import pytest

import viz

HOSTILE = {
    "closing script": '</script><img src=x onerror="window.hacked = 1">',
    "closing attribute": '"><img src=x onerror=window.hacked=1>',
    "comment": "<!--<script>",
    "script address": "javascript:window.hacked=1",
    "data address": "data:text/html,<script>window.hacked=1</script>",
    "template": "{{ 7 * 7 }}{% raw %}${window.hacked=1}",
    "replacement": "$& $1 $` {count} {names}",
    "pattern": "(((a+)+)+[^",
    "line separators": "a\u2028b\u2029c",
    "lone surrogate": "a\ud800b",
    "controls": "a\x00b\x1bc",
    "right to left": "\u202eabc\u2066",
    "prototype": "__proto__",
    "constructor": "constructor",
    "formula": "=cmd|' /C calc'!A0",
    "spaces": "   ",
    "long": "x" * 100_000,
    "long words": "ab cd " * 17_000,
}

KINDS = ("country", "organization", "ministry", "official", "meeting", "series")
TEXTS = (
    "code", "name", "region", "role", "role_class", "ministry", "date", "end", "earliest", "latest", "reported", "status",
    "mode", "level", "ordinal", "place", "place_country", "sidelines_of", "detail", "amount", "currency", "since", "cadence",
    "country",
)  # fmt: skip
LISTS = ("memberships", "spellings", "topics", "documents", "skipped", "disagreements", "inferred", "parties", "officials")
ENDS = {
    "represents": ("official", "country"), "holds_office": ("official", "ministry"), "belongs_to": ("ministry", "country"),
    "attended": ("official", "meeting"), "took_part": ("country", "meeting"), "held_in": ("meeting", "country"),
    "part_of": ("meeting", "series"), "held_beside": ("meeting", "meeting"), "met": ("country", "organization"),
    "visited": ("country", "organization"), "signed": ("country", "organization"),
}  # fmt: skip


def hostile_graph(text, *, dated):
    """Nodes and edges of each kind and of one that is none, in which every field is the text, but for dates if `dated`."""
    source = dict.fromkeys(("article", "title", "publisher", "url", "published", "copy_of", "sentence"), text)
    source |= {"start_char": 0, "end_char": len(text), "trigger": (0, 1)}
    told = dict.fromkeys(TEXTS, text) | dict.fromkeys(LISTS, (text,))
    told |= {"label": text, "sides": ((text,), (text,)), "sources": (source, source | {"article": f"{text}2"})}
    told |= {"sightings": ({"name": text, "role": text, "source": source},)}
    if dated:
        told |= {"date": "2020-01-02", "end": "2020-01-03", "earliest": "2020-01-02", "latest": "2020-01-03", "status": "held"}
    graph = nx.MultiDiGraph()
    keys = {kind: f"{kind}:{text}" for kind in [*KINDS, text]}
    for kind, key in keys.items():
        graph.add_node(key, kind=kind, longitude=10.0, latitude=50.0, **told)
    for kind, (start, end) in (ENDS | {text: (text, "country")}).items():
        meeting = keys["meeting"] if kind == "met" else text
        graph.add_edge(keys[start], keys[end], key=f"{kind}/{text}", kind=kind, meeting=meeting, **told)
    return graph


def unharmed(page):
    state = page.evaluate(
        """() => ({
            hacked: window.hacked ?? null,
            strange: document.querySelectorAll("img, iframe, base, form, main script:not(body > script)").length,
            links: [...document.links].map(({ protocol }) => protocol).filter((name) => !/^https?:$/.test(name)),
            wide: document.scrollingElement.scrollWidth > innerWidth,
            panels: document.querySelectorAll("#panel h2").length,
        })"""
    )
    assert state == {"hacked": None, "strange": 0, "links": [], "wide": False, "panels": 1}


@pytest.fixture(params=HOSTILE.values(), ids=HOSTILE)
def text(request):
    return request.param


def test_no_view_runs_anything_or_breaks(show, text):
    every_view(show(hostile_graph(text, dated=True)), text)


@pytest.mark.parametrize("text", [HOSTILE[name] for name in ("closing script", "prototype", "long")])
def test_nor_where_dates_are_hostile(show, text):
    every_view(show(hostile_graph(text, dated=False)), text)


def every_view(page, text):
    kinds = page.evaluate("modules.data.nodes.map((node) => node.kind)")
    changes = ["{ table: true }", "{ table: false, layout: 'ties' }", "{ chosen: null, open: null }"]
    views = [f"choose({i})" for i in range(len(kinds))] + ["chooseDyad(0, 1)"] + [f"change({change})" for change in changes]
    for view in views:
        page.evaluate(f"modules.state.{view}; 0")
        unharmed(page)
    page.evaluate(f"modules.state.choose({kinds.index('meeting')}); 0")
    shown = page.locator("#panel blockquote").first.evaluate("element => element.textContent")
    assert shown.replace("\ud800", "?").startswith(whole(text)[:1_000])
    page.go_back()
    page.go_forward()
    unharmed(page)


def whole(text):
    """As it comes to be in the page."""
    return text.encode("utf-8", "replace").decode()


def test_searching_filtering_and_taking_away(show, text):
    page = show(hostile_graph(text, dated=True))
    page.locator("#search input").fill(text[:300].replace("\ud800", "").replace("\x00", ""))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    unharmed(page)
    page.get_by_role("button", name="Filters").click()
    for select in page.locator("#filters select").all():
        select.select_option(index=1)
        select.select_option(index=0)
    for check in page.locator("#filters input").all():
        check.click()
        check.click()
    unharmed(page)
    page.get_by_role("button", name="Take away").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Picture (PNG)").click()
    assert download.value.path().read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as download:
        page.get_by_role("button", name="Facts (CSV)").click()
    assert re.fullmatch(r"[\w-]+\.csv", download.value.suggested_filename)
    csv.field_size_limit(10_000_000)
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_bytes().decode("utf-8-sig"), newline="")))
    assert len(rows) == page.evaluate("modules.table.factsInView().length")
    assert not [cell for row in rows for cell in row.values() if cell.lstrip().startswith("=")]
    unharmed(page)


def test_titles_and_addresses_are_read_as_text(show, articles, text, tmp_path):
    page = show(articles)
    (tmp_path / "page.html").write_text(viz.render(articles, title=text), "utf-8")
    page.reload()
    page.wait_for_selector("#panel h2")
    assert page.locator("h1").evaluate("element => element.textContent") == whole(text).replace("\x00", "")
    told = text[:1_000].replace("\ud800", "%ED%A0%80")
    for fragment in (told, f"dyad={told}", f"since={told}&topic={told}&country=%E0%A4%A", "node=&&=&dyad=-&since=9999"):
        page.evaluate("fragment => (location.hash = fragment)", fragment)
        page.wait_for_timeout(20)
        unharmed(page)
