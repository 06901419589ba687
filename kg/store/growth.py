"""A store that grows: articles added batch by batch, and all of them read again when the rules of reading have changed."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from extract import __version__
from extract.article import MAX_BYTES, STANDARD_INPUT, Article, Notice, read_articles
from extract.record import Record
from kg.batches import batches
from kg.files import StrPath
from kg.store.reading import extracted
from kg.store.store import Store

_BATCH = 64
"""Articles of one transaction: what a kill can cost is the reading of about so many."""
_FACTS = ("officials", "ministries", "meetings", "relations", "series")
_HOW_TOLD = {"evidence", "start_char", "end_char", "trigger", "inferred"}
"""What says how and where an article tells of a fact, and not what the fact is."""


@dataclass
class Tally:
    """How many articles of a run are in the store by now, and how many places could not be read."""

    new: int = 0
    changed: int = 0
    known: int = 0
    failed: int = 0

    @property
    def settled(self) -> int:
        """The articles that are in the store."""
        return self.new + self.changed + self.known


@dataclass(frozen=True)
class Change:
    """A fact that an article tells under the present rules and not under those before (`gained`), or the other way round."""

    article: str
    gained: bool
    kind: str
    fact: Mapping[str, Any]

    @property
    def told(self) -> str:
        """The fact in a line."""
        values = ((name, " ".join(map(str, value)) if isinstance(value, tuple) else value) for name, value in self.fact.items())
        return ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in values)


@dataclass
class Rebuilt:
    """How many articles were read again, how many could not be and are as they were, and what changed in what they say."""

    read: int = 0
    failed: int = 0
    changes: list[Change] = field(default_factory=list)


def add(
    paths: Sequence[StrPath],
    store: Store,
    tally: Tally,
    *,
    report: Callable[[Notice], None],
    progress: Callable[[], None],
    max_bytes: int = MAX_BYTES,
    now: Callable[[], str] | None = None,
) -> None:
    """Reads what is new or changed in `paths` into `store`.

    What the store has of the same content, read by the same version, is passed over. What `tally` counts is in the store, for
    good, when `progress` is called; what cannot be read is told to `report`, and kept in the store until it can. `now` gives
    the time of reading.
    """
    clock = now or utc_now
    waiting, failed = dict[str, str](), set[str]()

    def tell(notice: Notice) -> None:
        if notice.kind == "failed":
            tally.failed += 1
            failed.add(notice.where)
            waiting[notice.where] = reason(notice)
        report(notice)

    def is_new(article: Article) -> bool:
        known = store.has(article, __version__)
        tally.known += known
        if known:
            progress()
        return not known

    fresh = filter(is_new, read_articles(paths, max_bytes=max_bytes, report=tell))
    for batch in batches(extracted(fresh, report=tell), _BATCH):
        kept = Counter(store.put(batch, failures=waiting, when=clock()))
        waiting.clear()
        tally.new += kept["new"]
        tally.changed += kept["changed"]
        tally.known += kept["known"]
        progress()
    store.put((), failures=waiting, when=clock())
    store.settle([os.fspath(path) for path in paths], failed)


def count(paths: Sequence[StrPath], max_bytes: int = MAX_BYTES) -> int | None:
    """How many articles `paths` hold; None where they can be read only once."""
    if STANDARD_INPUT in paths:
        return None
    return sum(1 for _ in read_articles(paths, max_bytes=max_bytes, report=lambda notice: None))


def rebuild(
    store: Store,
    rebuilt: Rebuilt,
    *,
    report: Callable[[Notice], None],
    progress: Callable[[], None],
    now: Callable[[], str] | None = None,
) -> None:
    """Reads every article of `store` again, works out anew who is who, and tells in `rebuilt` which facts that gained and lost.

    An article that cannot be read under the present rules is told to `report` and keeps its record. Interrupted, it leaves the
    articles before under the present rules and the others as they were.
    """
    clock = now or utc_now

    def tell(notice: Notice) -> None:
        rebuilt.failed += notice.kind == "failed"
        report(notice)

    for batch in batches(extracted(store.articles(), report=tell), _BATCH):
        for old, new in store.renew(batch, when=clock()):
            rebuilt.read += 1
            rebuilt.changes += changes(old, new)
        progress()
    store.settle_anew()


def changes(old: Record, new: Record) -> list[Change]:
    """The facts of an article that only one of two records of it holds: those lost, then those gained, each as often."""
    return [
        Change(new.id, gained, kind, fact)
        for kind in _FACTS
        for gained, here, there in ((False, old, new), (True, new, old))
        for fact in _beyond(_facts(here, kind), _facts(there, kind))
    ]


def reason(notice: Notice) -> str:
    """What went wrong at the place of a notice, and what to do."""
    return str(notice).removeprefix(f"{notice.where}: ")


def utc_now() -> str:
    """The time, in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _facts(record: Record, kind: str) -> list[dict[str, Any]]:
    return [item.model_dump(exclude=_HOW_TOLD, exclude_defaults=True) for item in getattr(record, kind)]


def _beyond(facts: Iterable[dict[str, Any]], others: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The facts that are not among the others, where each of the others stands for one."""
    rest, beyond = list(others), []
    for fact in facts:
        if fact in rest:
            rest.remove(fact)
        else:
            beyond.append(fact)
    return beyond
