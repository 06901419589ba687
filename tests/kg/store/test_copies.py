"""Copies: one text on several sites is one source, in whatever order it came; like texts about unlike things are several."""

import sqlite3
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.article import Article
from extract.record import Record
from kg.defense_graph import DefenseGraph
from kg.store.copies import Runs, are_copies, bands, runs
from kg.store.store import Store

WORDS = [f"word{number}" for number in range(3_000)]
WIRE = " ".join(Random(1).choices(WORDS, k=300))
OTHER = " ".join(Random(2).choices(WORDS, k=300))


def changed(text: str, count: int, seed: int = 0) -> str:
    """The text with `count` words replaced, spread evenly: of its runs five go for each."""
    words = text.split()
    for place in range(count):
        words[place * len(words) // max(1, count)] = f"new{seed}{place}"
    return " ".join(words)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (WIRE, WIRE, True),
        (WIRE, WIRE.upper().replace(" ", ",\n"), True),
        (WIRE, f"Home | News | Sport {WIRE} Copyright 2021", True),
        (WIRE, changed(WIRE, 5), True),
        (WIRE, changed(WIRE, 15), False),
        (WIRE, " ".join(WIRE.split()[:150]), False),
        (WIRE, OTHER, False),
        ("", "", True),
        ("Three short words", "three short words.", True),
        ("Three short words", "Three other words", False),
    ],
)
def test_copies_share_most_runs(one: str, other: str, same: bool) -> None:
    assert are_copies(runs(one), runs(other)) is same


def test_copies_share_a_band() -> None:
    for seed in range(50):
        text = " ".join(Random(seed).choices(WORDS, k=200))
        assert set(bands(runs(text))) & set(bands(runs(changed(text, 3, seed))))
    assert not set(bands(runs(WIRE))) & set(bands(runs(OTHER)))


@given(st.text())
def test_any_text_has_runs(text: str) -> None:
    assert len(bands(runs(text))) == len(set(bands(runs(text)))) == 20


def held(*articles: tuple[str, str, str | None]) -> Store:
    store = Store.temporary()
    for article, text, day in articles:
        store.put([(Article(id=article, text=text), Record(id=article, published=day))])
    return store


CHAIN = [
    ("a", WIRE, "2021-09-08"),
    ("b", changed(WIRE, 4), "2021-09-09"),
    ("c", changed(changed(WIRE, 4), 3, seed=1), "2021-09-10"),
    ("d", OTHER, "2021-09-08"),
    ("e", WIRE, None),
]


@pytest.mark.parametrize("order", list(permutations(CHAIN)))
def test_any_order_finds_the_same_copies(order: tuple[tuple[str, str, str | None], ...]) -> None:
    with held(*order) as store:
        assert store.copies() == {"b": "a", "c": "a", "e": "a"}


@pytest.mark.parametrize(
    ("days", "copies"),
    [
        (("2021-09-08", "2021-09-11"), {"b": "a"}),
        (("2021-09-08", "2021-09-12"), {}),
        (("2021-09-08", "2021-09"), {"b": "a"}),
        ((None, "2021-09-12"), {"b": "a"}),
    ],
)
def test_a_form_filled_in_again_is_no_copy(days: tuple[str | None, str | None], copies: dict[str, str]) -> None:
    with held(("a", WIRE, days[0]), ("b", WIRE, days[1])) as store:
        assert store.copies() == copies


@pytest.mark.parametrize(
    ("removed", "copies"),
    [("a", {"c": "b", "e": "b"}), ("b", {"c": "a", "e": "a"}), ("d", {"b": "a", "c": "a", "e": "a"})],
)
def test_what_is_removed_or_changed_is_no_copy_any_more(removed: str, copies: dict[str, str]) -> None:
    with held(*CHAIN) as store:
        store.remove([removed])
        assert store.copies() == copies
    with held(*CHAIN) as store:
        store.put([(Article(id=removed, text="Something else."), Record(id=removed))])
        assert store.copies() == copies


def test_who_was_held_together_comes_apart() -> None:
    bridge = changed(WIRE, 6)
    far = changed(bridge, 5, seed=1)
    assert not are_copies(runs(WIRE), runs(far))
    with held(("far", far, None), ("wire", WIRE, None), ("bridge", bridge, None)) as store:
        assert store.copies() == {"far": "bridge", "wire": "bridge"}
        store.remove(["bridge"])
        assert store.copies() == {}


def test_sources_tell_of_which_text_they_are_copies(video_talks: Record) -> None:
    with Store.temporary() as store:
        for name in ("talks", "talks-2"):
            record = video_talks.model_copy(update={"id": name})
            store.put([(Article(id=name, text=WIRE), record)])
        graph = DefenseGraph.from_store(store)
    told = {source.article: source.copy_of for meeting in graph.meetings() for source in meeting.sources}
    assert told == {"talks": None, "talks-2": "talks"}


@pytest.mark.parametrize("day", [None, "2021-09-08"])
@pytest.mark.parametrize("text", [WIRE, " ".join(f"{word}{{0}}" for word in WIRE.split()), f"{WIRE} site {{0}}"])
def test_an_article_is_compared_with_few(day: str | None, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether all carry one text, each its own, or each nearly the same."""
    looked_at = []

    def counted_runs(text: str) -> Runs:
        looked_at.append(text)
        return runs(text)

    monkeypatch.setattr("kg.store.copies.runs", counted_runs)
    with held(*((f"{number:04}", text.format(number), day) for number in range(200))) as store:
        assert len(store.copies()) == (0 if "{0} " in text else 199)
    assert len(looked_at) <= 400


def test_the_tables_hold_nothing_of_what_was_removed() -> None:
    with held(*CHAIN) as store:
        store.remove([article for article, *_ in CHAIN])
        connection: sqlite3.Connection = store._connection
        for table in ("articles", "records", "forms", "bands", "copies", "failures"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
