"""How soon the page opens and how smoothly it moves, beside the page of plain pyvis, in headless Chromium on two cores.

    python benchmarks/page.py [NODES ...] [--limit SECONDS]

NODES are numbers of nodes (100 1000 10000 100000 if left out). The graphs are synthetic, of the attributes of docs/graph.md:
countries where they lie, officials, meetings and relations of up to 1,300 pairs of countries, four edges a node on average,
and an article for each two nodes; one number gives the same graph every time. Each page opens in a browser of its own, with
the network off and drawn by software:

- `make s` is how long it takes to make the page, `MB` its size, and `B a fact` by how many bytes it is larger than the page
  of an empty graph for each meeting, relation and official (a dash where it holds but a part of them);
- `open s` goes from the opening of the file to a graph that rests and can be clicked: nothing moves from one frame to the
  next, and a point of the screen at which a node lies leads to that node.

The last lines tell how many frames a second are drawn while the overview of all countries and their 1,300 pairs is dragged
and zoomed. Plain pyvis is what `Network` writes as it comes, its simulation running; at most LIMIT seconds are waited for it.
"""

import argparse
import os
import random
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import networkx as nx
from playwright.sync_api import Page, TimeoutError, sync_playwright
from pyvis.network import Network

import viz
from extract.gazetteer import countries
from kg.kinds import RELATIONS
from kg.sources import Source

_NODES = (100, 1_000, 10_000, 100_000)
_PAIRS = 1_300
_FIRST = date(1995, 1, 1)
_DAYS = 365 * 30
_MOVING = 3.0
"""Seconds for which the overview is dragged, and then zoomed."""
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_QUIET = "--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync"

_NETWORK = "typeof modules === 'undefined' ? network : modules.map.network"
"""The vis-network of a page: of plain pyvis or of ours."""
_RESTS = """() => {
    const state = () => {
        const network = shown();
        const ids = network.body.nodeIndices.slice(0, 200);
        const first = ids.length ? network.canvasToDOM(network.getPosition(ids[0])) : null;
        const leads = !ids.length || ids.some((id) => network.getNodeAt(network.canvasToDOM(network.getPosition(id))) === id);
        return leads && JSON.stringify([ids, network.getPositions(ids), first]);
    };
    const watch = (before, since) => {
        let now = false;
        try {
            now = state();
        } catch {
            now = false;
        }
        if (now && now === before) document.documentElement.dataset.rests = String(since);
        else requestAnimationFrame(() => watch(now, performance.now()));
    };
    watch(false, 0);
}"""
"""Notes as `data-rests` the milliseconds after which, for the first time, two frames are alike and can be clicked."""


class Opened(NamedTuple):
    """A page that was made and opened, with the seconds that each took; None if it does not rest within the limit."""

    html: str
    made: float
    rests: float | None


class Moved(NamedTuple):
    """Frames a second while the view is dragged and while it is zoomed."""

    dragged: float
    zoomed: float


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("nodes", type=int, nargs="*", default=_NODES)
    parser.add_argument("--limit", type=float, default=60.0, help="seconds to wait for a page to rest (60)")
    args = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    empty = len(viz.render(nx.MultiDiGraph()).encode())
    print(f"{'':>10}{'explorer':>40}{'plain pyvis':>30}")
    columns = ("make s", "MB", "B a fact", "open s", "make s", "MB", "open s")
    print(f"{'nodes':>10}{''.join(f'{column:>10}' for column in columns)}")
    for number in args.nodes:
        graph = synthetic(number)
        ours, theirs = (_opened(make, graph, args.limit) for make in (viz.render, plain))
        figures = (*_told(ours, _bytes_a_fact(graph, ours.html, empty)), *_told(theirs))
        print(f"{number:10,}{''.join(f'{figure:>10}' for figure in figures)}", flush=True)
    _print_frames(overview(), args.limit)


def _told(opened: Opened, *also: str) -> tuple[str, ...]:
    rests = "never" if opened.rests is None else f"{opened.rests:.2f}"
    return f"{opened.made:.2f}", f"{len(opened.html.encode()) / 1e6:.1f}", *also, rests


def _bytes_a_fact(graph: nx.MultiDiGraph, html: str, empty: int) -> str:
    if '"left_out":0' not in html:
        return "-"
    told = Counter(kind for _, kind in graph.nodes(data="kind")) + Counter(kind for *_, kind in graph.edges(data="kind"))
    return f"{(len(html.encode()) - empty) / sum(told[kind] for kind in ('meeting', 'official', *RELATIONS)):,.0f}"


def _print_frames(graph: nx.MultiDiGraph, limit: float) -> None:
    print(f"\n{'frames a second':>20}{'dragged':>10}{'zoomed':>10}")
    for name, make in (("explorer", viz.render), ("plain pyvis", plain)):
        with _page(make(graph)) as page:
            _rests(page, limit)
            moved = _moved(page)
        print(f"{name:>20}{moved.dragged:10.1f}{moved.zoomed:10.1f}", flush=True)


# ---- in the browser ------------------------------------------------------------------------------------------------


def _opened(make: Callable[[nx.MultiDiGraph], str], graph: nx.MultiDiGraph, limit: float) -> Opened:
    start = time.perf_counter()
    html = make(graph)
    made = time.perf_counter() - start
    with _page(html) as page:
        return Opened(html, made, _rests(page, limit))


@contextmanager
def _page(html: str) -> Iterator[Page]:
    """The page in a browser of its own."""
    browser_path = next(filter(None, map(shutil.which, _BROWSERS)), None)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "page.html"
        path.write_text(html, "utf-8")
        browser = playwright.chromium.launch(executable_path=browser_path, args=_QUIET.split())
        try:
            page = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True).new_page()
            page.add_init_script(f"window.shown = () => {_NETWORK}; ({_RESTS})()")
            page.goto(path.as_uri(), wait_until="commit")
            yield page
        finally:
            browser.close()


def _rests(page: Page, limit: float) -> float | None:
    """After how many seconds the page rests; None beyond the limit."""
    try:
        page.wait_for_selector("html[data-rests]", timeout=limit * 1000)
    except TimeoutError:
        return None
    return float(page.evaluate("document.documentElement.dataset.rests")) / 1000


def _moved(page: Page) -> Moved:
    """The view moved as a hand moves it, to and fro."""
    page.evaluate("window.drawn = 0; shown().on('afterDrawing', () => (window.drawn += 1)); 0")
    left, top = page.evaluate(
        "(({ x, y, width }) => [x + width / 2, y])(document.querySelector('canvas').getBoundingClientRect())"
    )
    page.mouse.move(left, top + 20)
    page.mouse.down()
    dragged = _frames(page, lambda step: page.mouse.move(left + 120 * _swing(step, 40), top + 20 + 60 * _swing(step, 28)))
    page.mouse.up()
    zoomed = _frames(page, lambda step: page.mouse.wheel(0, 100 if step % 16 < 8 else -100))
    return Moved(dragged, zoomed)


def _swing(step: int, period: int) -> float:
    """From 0 to 1 and back in `period` steps."""
    return abs((step / period) % 2 - 1)


def _frames(page: Page, move: Callable[[int], None]) -> float:
    before, start, step = int(page.evaluate("window.drawn")), time.perf_counter(), 0
    while time.perf_counter() - start < _MOVING:
        move(step)
        step += 1
    return (int(page.evaluate("window.drawn")) - before) / (time.perf_counter() - start)


def plain(graph: nx.MultiDiGraph) -> str:
    """The page of pyvis as it comes, but for the lists: it adds nodes and edges one by one, looking through all of them."""
    network = Network(directed=True, cdn_resources="in_line")
    network.nodes = [{"id": key, "label": attributes["label"], "shape": "dot"} for key, attributes in graph.nodes(data=True)]
    network.edges = [{"from": source, "to": target, "arrows": "to"} for source, target in graph.edges()]
    return str(network.generate_html())


# ---- the graphs ----------------------------------------------------------------------------------------------------


def synthetic(number: int) -> nx.MultiDiGraph:
    """A graph of so many nodes, twice as many edges and half as many articles."""
    graph, chance = nx.MultiDiGraph(), random.Random(number)
    pairs = _pairs(graph, most=max(number // 10, 5), chance=chance)
    meetings = number // 5
    officials: dict[str, list[str]] = {party: [] for party in graph}
    for i in range(number - len(graph) - meetings):
        party = list(officials)[i % len(officials)]
        officials[party].append(_add_official(graph, party, i))
    for i in range(meetings):
        pair = chance.choice(pairs)
        _add_meeting(graph, i, pair, [chance.choice(officials[party]) for party in pair], chance)
    for i in range(2 * number - graph.number_of_edges()):
        _add_relation(graph, i, chance.choice(pairs), chance)
    return graph


def overview() -> nx.MultiDiGraph:
    """All countries, and something between 1,300 pairs of them."""
    graph, chance = nx.MultiDiGraph(), random.Random(1)
    for i, pair in enumerate(_pairs(graph, most=len(countries()), chance=chance)):
        _add_relation(graph, i, pair, chance)
    return graph


def _pairs(graph: nx.MultiDiGraph, most: int, chance: random.Random) -> list[tuple[str, str]]:
    """Pairs of countries, which are added to the graph."""
    for code, told in sorted(countries().items())[:most]:
        about = {"code": code, "name": told.name, "region": told.region, "memberships": tuple(told.memberships)}
        place = {"latitude": told.latitude, "longitude": told.longitude}
        graph.add_node(f"country:{code}", kind="country", label=told.name, sources=(), **about, **place)
    pairs = list(combinations(graph, 2))
    return chance.sample(pairs, min(len(pairs), _PAIRS))


def _add_official(graph: nx.MultiDiGraph, party: str, number: int) -> str:
    code, key = _code(party), f"official:{_code(party)}/{number}"
    graph.add_node(key, kind="official", label=f"Official {number} of {code}", country=code, role="minister", sources=())
    _add_edge(graph, "represents", key, party)
    return key


def _add_meeting(
    graph: nx.MultiDiGraph, number: int, pair: tuple[str, str], officials: list[str], chance: random.Random
) -> None:
    """A meeting of two, in the first, of which two articles tell."""
    codes, day = tuple(map(_code, pair)), _day(chance)
    label, key = " – ".join(graph.nodes[party]["label"] for party in pair), f"meeting:{day['date']}/{'-'.join(codes)}/{number}"
    sources = tuple(_source(f"meeting-{number}-{i}", f"Ministers of {label} met", day["date"]) for i in range(2))
    about = {"parties": codes, "sides": tuple((code,) for code in codes), "status": "held", "topics": ("training",)}
    told: dict[str, Any] = {"sources": sources, **day}
    graph.add_node(key, kind="meeting", label=f"{label}, talks", mode="in_person", **about, **told)
    for party in pair:
        _add_edge(graph, "took_part", party, key, status="held", **told)
    for official in officials:
        _add_edge(graph, "attended", official, key, status="held", **told)
    _add_edge(graph, "held_in", key, pair[0], status="held", **told)
    _add_edge(graph, "met", *sorted(pair), meeting=key, **told)


def _add_relation(graph: nx.MultiDiGraph, number: int, pair: tuple[str, str], chance: random.Random) -> None:
    """Something between two, of which one article tells."""
    kind, day = chance.choice(RELATIONS), _day(chance)
    label = f"{graph.nodes[pair[0]]['label']} {kind.replace('_', ' ')} {graph.nodes[pair[1]]['label']}"
    source = _source(f"relation-{number}", label, day["date"])
    _add_edge(graph, kind, *pair, detail="a matter of both", sources=(source,), **day)


def _add_edge(graph: nx.MultiDiGraph, kind: str, source: str, target: str, **attributes: Any) -> None:
    graph.add_edge(source, target, kind=kind, label=kind.replace("_", " "), **attributes)


def _code(party: str) -> str:
    return party.removeprefix("country:")


def _day(chance: random.Random) -> dict[str, str]:
    day = (_FIRST + timedelta(days=chance.randrange(_DAYS))).isoformat()
    return dict.fromkeys(("date", "earliest", "latest", "reported"), day)


def _source(article: str, what: str, day: str) -> Source:
    sentence = f"{what} on Tuesday in the capital, where delegations of both sides spoke of the region, training and trade."
    url = f"https://news.example/world/{day}/{article}"
    return Source(article, f"{what}: {article}", "Example News", url, day, sentence, 100, 100 + len(sentence), (100, 110))


if __name__ == "__main__":
    main()
