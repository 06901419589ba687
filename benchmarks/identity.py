"""Time and peak memory of finding out who is who, and of building the graph, on synthetic records.

    python benchmarks/identity.py [RECORDS ...]

RECORDS are numbers of records (10,000 if left out; 10000 100000 1000000 shows how the cost grows). Each number runs in a fresh
process on one core. The records tell of meetings of two countries' officials, each told by one to six outlets that spell names
their own way, name all or some of those who met, and date the meeting to the day, from their dateline, or to the month. One
number gives the same records every time. `right` is the share of pairs of reports put together that are of one meeting, `found`
the share of pairs of reports of one meeting that were put together.
"""

import argparse
import multiprocessing
import random
import resource
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from typing import NamedTuple

from extract.gazetteer import countries
from extract.record import Meeting, Official, Record
from kg.graph import build_graph
from kg.identity import Resolution, resolve

_FIRST = date(1995, 1, 1)
_OFFICES = ("defense_minister", "deputy_defense_minister", "chief_of_defense", "foreign_minister")
_TERM = 3
"""Years in office."""
_SYLLABLES = ("ba", "do", "gu", "ka", "li", "mo", "na", "pe", "ri", "sho", "ta", "ve", "yan", "zhu")
_REPORTS = 3.5
"""Reports of a meeting, on average."""


class Figures(NamedTuple):
    """What was done with some records."""

    records: int
    meetings: int
    resolving: float
    building: float
    megabytes: float
    right: float
    found: float


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=int, nargs="*", default=[10_000])
    args = parser.parse_args()
    print(f"{'records':>10}{'meetings':>10}{'resolve s':>11}{'graph s':>9}{'peak MB':>9}{'right':>8}{'found':>8}")
    for number in args.records:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            done = pool.apply(_figures, (number,))
        print(
            f"{done.records:10,}{done.meetings:10,}{done.resolving:11,.1f}{done.building:9,.1f}{done.megabytes:9,.0f}"
            f"{done.right:8.3f}{done.found:8.3f}"
        )


def _figures(number: int) -> Figures:
    records = list(_records(number))
    start = time.perf_counter()
    resolution = resolve(records)
    resolved = time.perf_counter()
    graph = build_graph(records, resolution)
    built = time.perf_counter()
    meetings = sum(kind == "meeting" for _, kind in graph.nodes(data="kind"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Figures(number, meetings, resolved - start, built - resolved, peak, *_agreement(resolution))


def _agreement(resolution: Resolution) -> tuple[float, float]:
    """The shares of right pairs among those put together, and of those put together among the right ones."""
    true, given, both = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    for (record, _), meeting in resolution.meetings.items():
        occasion = record.split("-")[0]
        true[occasion] += 1
        given[meeting] += 1
        both[occasion, meeting] += 1
    hits, told, there = (sum(n * (n - 1) // 2 for n in counts.values()) for counts in (both, given, true))
    return hits / max(told, 1), hits / max(there, 1)


# ---- the records ---------------------------------------------------------------------------------------------------


def _records(number: int) -> Iterator[Record]:
    """So many records, shuffled; an id is the number of its meeting and of the report."""
    chance = random.Random(number)
    dyads = list(combinations(sorted(countries()), 2))
    chance.shuffle(dyads)
    busy = dyads[: max(20, round(number**0.5))]
    made: list[Record] = []
    while len(made) < number:
        occasion = len(made)
        pair, day = chance.choice(busy), _FIRST + timedelta(days=chance.randrange(365 * 30))
        office, host = chance.choice(_OFFICES), chance.choice(pair)
        made.extend(
            _report(chance, f"{occasion}-{outlet}", pair, day, office, host)
            for outlet in range(min(chance.randint(1, round(2 * _REPORTS - 1)), number - len(made)))
        )
    chance.shuffle(made)
    return iter(made)


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
    chance = random.Random(f"{country}/{office}/{day.year // _TERM}")
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
