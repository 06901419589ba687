"""A graph such as the two seed articles give, built by hand, and a real browser to look at its page with."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import networkx as nx
import pytest

import viz
from tests.presence import absent


class Source(NamedTuple):
    article: str
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    sentence: str
    start_char: int = 0
    end_char: int = 1
    copy_of: str | None = None


ASEAN = {
    "BRN": ("Brunei", 4.5, 114.7), "IDN": ("Indonesia", -5.0, 120.0), "KHM": ("Cambodia", 13.0, 105.0),
    "LAO": ("Laos", 18.0, 105.0), "MMR": ("Myanmar", 22.0, 98.0), "MYS": ("Malaysia", 2.5, 112.5),
    "PHL": ("Philippines", 13.0, 122.0), "SGP": ("Singapore", 1.4, 103.8), "THA": ("Thailand", 15.0, 100.0),
    "VNM": ("Viet Nam", 16.0, 106.0),
}  # fmt: skip
OTHERS = {
    "CHN": ("China", 35.0, 105.0), "JPN": ("Japan", 36.0, 138.0), "KOR": ("South Korea", 37.0, 127.5),
    "RUS": ("Russia", 60.0, 100.0), "USA": ("United States", 38.0, -97.0),
}  # fmt: skip

TALKS = Source(
    "talks", "Seoul and Southeast Asia talk defense", "The Daily Example", "https://news.example/talks", "2021-09-08",
    "Vice Minister Park Jae-min spoke by video with his counterparts from ten nations beside the Seoul Defense Dialogue.",
)  # fmt: skip
FORUM = TALKS._replace(sentence="This year's SDD brought together officials from the United States, Japan, China and Russia.")
AGREED = TALKS._replace(sentence="The two sides agreed on Wednesday to strengthen their cooperation.")
DIALOGUE = Source(
    "dialogue", "Eleventh defense policy dialogue held", "Example Gazette", None, "2024-04-24",
    "Deputy Minister of Defense Hoang Xuan Chien and his Korean counterpart Kim Seon Ho co-chaired the dialogue in Ha Noi.",
)  # fmt: skip
SIGNED = DIALOGUE._replace(sentence="They also signed the minutes of the dialogue.")
GRANTED = DIALOGUE._replace(sentence="He thanked the Korean Government for granting US$34 million for two projects.")
RAISED = DIALOGUE._replace(sentence="The upgrade to a comprehensive strategic partnership came in December 2022.")


def article_graph() -> nx.MultiDiGraph:
    """Two articles as a graph: video talks beside a forum in 2021, a dialogue in Ha Noi in 2024."""
    graph = nx.MultiDiGraph()

    def node(kind: str, name: str, label: str, /, *sources: Source, **attributes: Any) -> str:
        graph.add_node(f"{kind}:{name}", kind=kind, label=label, sources=sources, **attributes)
        return f"{kind}:{name}"

    def edge(kind: str, label: str, source: str, target: str, *sources: Source, **attributes: Any) -> None:
        key = f"{kind}/{source}/{target}/{attributes.get('date', 'undated')}/1"
        graph.add_edge(source, target, key=key, kind=kind, label=label, weight=1.0, sources=sources, **attributes)

    for code, (name, latitude, longitude) in (ASEAN | OTHERS).items():
        members = ("ASEAN",) if code in ASEAN else ()
        place = {"latitude": latitude, "longitude": longitude, "memberships": members, "region": "Asia"}
        node("country", code, name, TALKS if code in ASEAN else FORUM, code=code, name=name, **place)
    korea, vietnam = "country:KOR", "country:VNM"
    asean = node("organization", "ASEAN", "ASEAN", AGREED, code="ASEAN", name="Association of Southeast Asian Nations")
    node("organization", "UN", "UN", DIALOGUE, code="UN", name="United Nations")
    ministry = node("ministry", "KOR/defense", "Ministry of Defense, South Korea", AGREED, ministry="defense")
    other_ministry = node("ministry", "VNM/defense", "Ministry of Defense, Viet Nam", GRANTED, ministry="defense")
    park = node("official", "KOR/park-jae-min", "Park Jae-min", TALKS, role="vice defense minister", country="KOR")
    kim = node("official", "KOR/kim-seon-ho", "Kim Seon Ho", DIALOGUE, role="deputy minister of defense", inferred=("role",))
    hoang = node("official", "VNM/hoang-xuan-chien", "Hoang Xuan Chien", DIALOGUE, role="deputy minister of defense")

    day = {"date": "2021-09-08", "earliest": "2021-09-08", "latest": "2021-09-08", "reported": "2021-09-08"}
    run = day | {"end": "2021-09-10", "latest": "2021-09-10"}
    talks = node(
        "meeting", "2021-09-08/ASEAN-KOR/1", "South Korea – ASEAN, talks", TALKS, AGREED, status="held", mode="video", **day,
        level="vice_ministerial", parties=("KOR", "ASEAN", *ASEAN), sides=(("KOR",), ("ASEAN", *ASEAN)),
        officials=("Park Jae-min",), sidelines_of="Seoul Defense Dialogue", series="ASEAN-KOR/vice-ministerial-talks",
    )  # fmt: skip
    forum = node(
        "meeting", "2021-09-08/CHN-JPN-KOR-RUS-USA/1", "Seoul Defense Dialogue", FORUM, status="held", mode="in_person",
        parties=tuple(OTHERS), multilateral=True, **run,
    )  # fmt: skip
    when = {"date": "2024-04-23", "earliest": "2024-04-23", "latest": "2024-04-23", "reported": "2024-04-24"}
    dialogue = node(
        "meeting", "2024-04-23/KOR-VNM/1", "11th Viet Nam-South Korea defense policy dialogue", DIALOGUE, SIGNED, status="held",
        mode="in_person", place="Ha Noi", place_country="VNM", ordinal=11, parties=("KOR", "VNM"), sides=(("KOR",), ("VNM",)),
        topics=("defense_industry", "military_medicine"), series="KOR-VNM/defense-policy-dialogue", **when,
    )  # fmt: skip
    yearly = node(
        "series", "ASEAN-KOR/vice-ministerial-talks", "South Korea–ASEAN vice-ministerial talks", TALKS,
        since="2017", cadence="annual", skipped=("2020",), parties=("ASEAN", "KOR"),
    )  # fmt: skip
    policy = node("series", "KOR-VNM/defense-policy-dialogue", "Viet Nam-South Korea defense policy dialogue", DIALOGUE)

    for person, office, country in ((park, ministry, korea), (kim, ministry, korea), (hoang, other_ministry, vietnam)):
        edge("represents", "represents", person, country, DIALOGUE)
        edge("holds_office", "holds office in", person, office, DIALOGUE, role="deputy minister of defense")
    edge("belongs_to", "belongs to", ministry, korea, AGREED)
    edge("belongs_to", "belongs to", other_ministry, vietnam, GRANTED)
    edge("attended", "attended", park, talks, TALKS, **day)
    for person in (kim, hoang):
        edge("attended", "attended", person, dialogue, DIALOGUE, **when)
    for party in (korea, asean, *(f"country:{code}" for code in ASEAN)):
        edge("took_part", "took part in", party, talks, TALKS, **day)
        if party != korea:
            edge("met", "met", *sorted((korea, party)), TALKS, meeting=talks, **day)
    for code in OTHERS:
        edge("took_part", "took part in", f"country:{code}", forum, FORUM, **run)
    for party in (korea, vietnam):
        edge("took_part", "took part in", party, dialogue, DIALOGUE, **when)
    edge("held_in", "held in", forum, korea, FORUM, **run)
    edge("held_in", "held in", dialogue, vietnam, DIALOGUE, place="Ha Noi", **when)
    edge("held_beside", "held beside", talks, forum, TALKS, **day)
    edge("part_of", "part of", talks, yearly, TALKS, **day)
    edge("part_of", "part of", dialogue, policy, DIALOGUE, **when)
    edge("met", "met", korea, vietnam, DIALOGUE, meeting=dialogue, place="Ha Noi", **when)
    edge("met", "met", kim, hoang, DIALOGUE, meeting=dialogue, place="Ha Noi", **when)
    edge("agreed", "agreed", korea, asean, AGREED, detail="strengthen their cooperation", **day)
    edge("signed", "signed", korea, vietnam, SIGNED, detail="the minutes of the dialogue", documents=("minutes",), **when)
    edge("aided", "aided", korea, vietnam, GRANTED, amount=34000000.0, currency="USD", reported="2024-04-24")
    edge("upgraded_ties", "raised ties", korea, vietnam, RAISED, date="2022-12", earliest="2022-12-01", latest="2022-12-31")
    return graph


@pytest.fixture
def articles() -> nx.MultiDiGraph:
    return article_graph()


def page_data(html: str) -> dict[str, Any]:
    """The data that the page carries."""
    (text,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    return json.loads(text)


@pytest.fixture
def data() -> Callable[[str], dict[str, Any]]:
    return page_data


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    return next(filter(None, map(shutil.which, names)), None) or absent("chromium")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Any]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        absent("playwright (pip install -e '.[test]')")
    quiet = "--disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu", *quiet.split()])
        yield browser
        browser.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Open a graph's page, the network off; at the end nothing may have been logged or asked of the network."""
    complaints: list[str] = []
    contexts = []

    def show(graph: nx.MultiDiGraph, width: int = 1280, height: int = 800, scheme: str = "light", address: str = "") -> Any:
        path = tmp_path / "page.html"
        path.write_text(viz.render(graph), encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, offline=True)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on(
            "request",
            lambda request: request.url.partition("#")[0] == path.as_uri() or complaints.append(f"request: {request.url}"),
        )
        page.goto(path.as_uri() + address)
        page.wait_for_selector("#panel h2")
        return page

    yield show
    for context in contexts:
        context.close()
    assert complaints == []
