"""Time and memory of a store that grows, of opening it and of opening a part of it, on synthetic records.

    python benchmarks/identity.py [RECORDS ...] [--folder FOLDER]

RECORDS are numbers of records (10,000 if left out; 10000 100000 1000000 shows how the cost grows). The records tell of
meetings of two countries' officials, each told by one to six outlets that spell names their own way, name all or some of those
who met, and date the meeting to the day, from their dateline, or to the month. They come in the order of publication, as
articles are added over thirty years; one number gives the same records every time. Each step runs in a fresh process on one
core:

- `add s` puts them into a store, who is who being worked out as they come, in transactions of 1,000; `last ms` is what each of
  the last tenth took, and `add MB` the process's peak memory;
- `open s` opens the whole store as a graph, with `open MB` (left out beyond 100,000 records, which do not fit a laptop);
- `part s` opens what concerns one country in two years, with `part MB`, and `meetings` are how many that has.

`right` is the share of pairs of reports put together that are of one meeting, `found` the share of pairs of reports of one
meeting that were put together.
"""

import argparse
import multiprocessing
import random
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from functools import cache
from heapq import heappop, heappush
from itertools import combinations
from pathlib import Path
from typing import NamedTuple, TypeVar

import kg
from extract.article import Article
from extract.gazetteer import countries
from extract.record import Meeting, Official, Record
from kg.batches import batches
from kg.store.schema import connect
from kg.store.settled_events import identities

_T = TypeVar("_T")

_FIRST = date(1995, 1, 1)
_DAYS = 365 * 30
_OFFICES = ("defense_minister", "deputy_defense_minister", "chief_of_defense", "foreign_minister")
_TERM = 3
"""Years in office."""
_SYLLABLES = ("ba", "do", "gu", "ka", "li", "mo", "na", "pe", "ri", "sho", "ta", "ve", "yan", "zhu")
_REPORTS = 3.5
"""Reports of a meeting, on average."""


_AT_ONCE = 1_000
"""Records of one transaction."""
_MOST_OPENED = 100_000
"""Records of which the whole graph is opened."""
_PART = ("2010", "2011")


class Added(NamedTuple):
    """How long it took to add some records, and each of the last tenth in milliseconds."""

    seconds: float
    last: float
    megabytes: float


class Opened(NamedTuple):
    """How long it took to open a store, and how many meetings it has."""

    seconds: float
    meetings: int
    megabytes: float


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=int, nargs="*", default=[10_000])
    parser.add_argument("--folder", type=Path, help="where the stores are written; about 3.5 KB a record (a temporary folder)")
    args = parser.parse_args()
    columns = ("add s", "last ms", "add MB", "file MB", "open s", "open MB", "part s", "part MB", "meetings", "right", "found")
    print(f"{'records':>10}{''.join(f'{column:>10}' for column in columns)}")
    for number in args.records:
        with tempfile.TemporaryDirectory(dir=args.folder) as folder:
            print(
                f"{number:10,}{''.join(f'{figure:>10}' for figure in _figures(number, Path(folder) / 'graph.db'))}", flush=True
            )


def _figures(number: int, path: Path) -> Iterator[str]:
    added: Added = _alone(_add, number, path)
    yield from (f"{added.seconds:,.1f}", f"{added.last:.2f}", f"{added.megabytes:,.0f}", f"{path.stat().st_size / 1e6:,.0f}")
    if number <= _MOST_OPENED:
        opened: Opened = _alone(_open, path)
        yield from (f"{opened.seconds:,.1f}", f"{opened.megabytes:,.0f}")
    else:
        yield from ("-", "-")
    part: Opened = _alone(_open_part, path, _busy(number)[0][0])
    yield from (f"{part.seconds:,.2f}", f"{part.megabytes:,.0f}", f"{part.meetings:,}")
    yield from (f"{share:.3f}" for share in _agreement(path))


def _alone(step: Callable[..., _T], *values: object) -> _T:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(step, values)


def _add(number: int, path: Path) -> Added:
    start, done, marked = time.perf_counter(), 0, 0.0
    with kg.Store.grow(path) as store:
        for some in batches(_records(number), _AT_ONCE):
            if not marked and done >= 0.9 * number:
                marked = time.perf_counter()
            store.put((Article(id=record.id, text=f"Words of {record.id} alone."), record) for record in some)
            done += len(some)
    end = time.perf_counter()
    return Added(end - start, (end - marked) / (0.1 * number) * 1000, _peak())


def _open(path: Path) -> Opened:
    start = time.perf_counter()
    graph = kg.open(path)
    return Opened(time.perf_counter() - start, graph.summary()["meetings"], _peak())


def _open_part(path: Path, country: str) -> Opened:
    start = time.perf_counter()
    graph = kg.open(path, countries=[country], since=_PART[0], until=_PART[1])
    return Opened(time.perf_counter() - start, graph.summary()["meetings"], _peak())


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _agreement(path: Path) -> tuple[float, float]:
    """The shares of right pairs among those put together, and of those put together among the right ones."""
    true, given, both = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    with closing(connect(path, write=False)) as connection:
        for report in identities(connection):
            occasion = report.article.split("-")[0]
            true[occasion] += 1
            given[report.event] += 1
            both[occasion, report.event] += 1
    hits, told, there = (sum(n * (n - 1) // 2 for n in counts.values()) for counts in (both, given, true))
    return hits / max(told, 1), hits / max(there, 1)


# ---- the records ---------------------------------------------------------------------------------------------------


def _records(number: int) -> Iterator[Record]:
    """So many records in the order of their publication; an id is the number of its meeting and of the report."""
    chance = random.Random(number)
    busy = _busy(number)
    days = sorted(chance.randrange(_DAYS) for _ in range(round(number / _REPORTS)))
    waiting: list[tuple[str, str, Record]] = []
    for occasion, since in enumerate(days):
        pair, day = chance.choice(busy), _FIRST + timedelta(days=since)
        office, host = chance.choice(_OFFICES), chance.choice(pair)
        while waiting and waiting[0][0] < day.isoformat():
            yield heappop(waiting)[-1]
        for outlet in range(chance.randint(1, round(2 * _REPORTS - 1))):
            report = _report(chance, f"{occasion}-{outlet}", pair, day, office, host)
            heappush(waiting, (report.published or "", report.id, report))
    while waiting:
        yield heappop(waiting)[-1]


def _busy(number: int) -> list[tuple[str, str]]:
    """The pairs of countries of which so many records tell."""
    dyads = list(combinations(sorted(countries()), 2))
    random.Random(number).shuffle(dyads)
    return dyads[: max(20, round(number**0.5))]


def _report(chance: random.Random, identity: str, pair: tuple[str, str], day: date, office: str, host: str) -> Record:
    told = day + timedelta(days=chance.choices((0, 1), (9, 1))[0])
    precise = chance.random() < 0.85
    named = pair if chance.random() < 0.8 else (chance.choice(pair),)
    officials = tuple(
        Official(name=_spelled(chance, _holder(country, office, day)), country=country, role_class=office) for country in named
    )
    sentence = f"The {office.replace('_', ' ')}s of the two countries met."
    meeting = Meeting(
        date=told.isoformat() if precise else f"{day:%Y-%m}",
        parties=pair,
        officials=tuple(official.name for official in officials),
        place_country=host if chance.random() < 0.6 else None,
        evidence=sentence,
    )
    written = 0 if told != day else chance.randint(0, 2)
    published = (told + timedelta(days=written if precise else 40)).isoformat()
    return Record(id=identity, published=published, countries=pair, officials=officials, meetings=(meeting,))


def _holder(country: str, office: str, day: date) -> tuple[str, ...]:
    """The parts of the name of who holds an office of a country on a day."""
    return _named(f"{country}/{office}/{day.year // _TERM}")


@cache
def _named(post: str) -> tuple[str, ...]:
    chance = random.Random(post)
    given, family = ("".join(chance.choices(_SYLLABLES, k=count)).capitalize() for count in (2, 3))
    return given, "".join(chance.choices(_SYLLABLES, k=2)).capitalize(), family


def _spelled(chance: random.Random, parts: tuple[str, ...]) -> str:
    given, middle, family = parts
    return chance.choice(
        (
            f"{given} {middle} {family}",
            f"{given}-{middle} {family}",
            f"{given} {family}",
            f"{given} {middle[0]}. {family}",
            f"{family} {given} {middle}".upper(),
        )
    )


if __name__ == "__main__":
    main()
