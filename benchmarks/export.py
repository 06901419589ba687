"""Time and memory of exports from a store of synthetic records, beside the writers of networkx.

    python benchmarks/export.py [EDGES ...] [--formats FORMAT ...] [--folder FOLDER]

EDGES are numbers of edges, met or nearly (10,000 if left out; 1000000 shows that memory does not grow with them). The records
tell of the meetings of two countries' ministers and of five relations each, over thirty years; one number gives the same
records every time. The store is made once for each number. Each export then runs in a fresh process on one core:

- `ours s` is how long `kg export` takes, from opening the store to the whole file, `MB` the process's peak memory, all
  included, and `file MB` what is written;
- `networkx s` is how long it takes to open the store as a graph and to write the same attributes with networkx, and `MB` the
  peak memory of that; a dash where networkx has no such writer, or its process was killed for want of memory.
"""

import argparse
import json
import multiprocessing
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import networkx as nx

import kg
from extract.article import Article
from extract.gazetteer import countries
from extract.record import ArticleSource, Meeting, Official, Record, Relation
from kg.batches import batches
from kg.export import FORMATS, export
from kg.export.columns import plain
from kg.export.flow import flow_of
from kg.export.stored import flow_in
from kg.kinds import RELATIONS

_FIRST = date(1995, 1, 1)
_DAYS = 365 * 30
_AT_ONCE = 1_000
"""Records of one transaction."""
_RELATIONS = 5
_EDGES = 12
"""Edges that a record brings, on average: took part, attended, held in, met, and its relations."""
_NAMES = ("Jonas Berg", "Mads Holm", "Kari Lund", "Anna Dahl", "Nils Ness", "Eva Moe", "Odd Vik", "Liv Strand")


class Cost(NamedTuple):
    """What an export took."""

    seconds: float
    megabytes: float


def main() -> None:
    """Print a table for each number of edges."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("edges", type=int, nargs="*", default=[10_000])
    parser.add_argument("--formats", nargs="+", choices=_BY_NETWORKX, default=list(_BY_NETWORKX), help="which (all)")
    parser.add_argument("--folder", type=Path, help="where store and files are written; 2 KB an edge (a temporary folder)")
    args = parser.parse_args()
    columns = ("format", "ours s", "MB", "file MB", "networkx s", "MB")
    print(f"{'edges':>10}{''.join(f'{column:>12}' for column in columns)}")
    for number in args.edges:
        with tempfile.TemporaryDirectory(dir=args.folder) as folder:
            store = Path(folder) / "graph.db"
            edges = _alone(_make, number, store)
            for format_name in args.formats:
                figures = _figures(store, format_name, _BY_NETWORKX[format_name] is not None)
                print(f"{edges:10,}{format_name:>12}{''.join(f'{figure:>12}' for figure in figures)}", flush=True)


def _figures(store: Path, format_name: str, both: bool) -> Iterator[str]:
    out = store.with_name(f"export{FORMATS[format_name].suffix}")
    ours: Cost = _alone(_export, store, format_name, out)
    yield from (f"{ours.seconds:,.1f}", f"{ours.megabytes:,.0f}", f"{out.stat().st_size / 1e6:,.1f}")
    try:
        theirs: Cost | None = _alone(_export_by_networkx, store, format_name, out) if both else None
    except (BrokenProcessPool, MemoryError):
        theirs = None
    yield from (f"{theirs.seconds:,.1f}", f"{theirs.megabytes:,.0f}") if theirs else ("-", "-")


def _alone(step: Callable[..., Any], *values: object) -> Any:
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(step, *values).result()


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _export(path: Path, format_name: str, out: Path) -> Cost:
    start = time.perf_counter()
    with kg.Store.corrected(path) as store, flow_in(store) as flow:
        export(flow, format_name, out)
    return Cost(time.perf_counter() - start, _peak())


# ---- networkx ------------------------------------------------------------------------------------------------------


def _export_by_networkx(path: Path, format_name: str, out: Path) -> Cost:
    start = time.perf_counter()
    graph = nx.MultiDiGraph()
    flow = flow_of(kg.open(path).networkx)
    graph.add_nodes_from((node.key, plain(node.attributes)) for node in flow.nodes())
    graph.add_edges_from((edge.source, edge.target, edge.key, plain(edge.attributes)) for edge in flow.edges())
    write = _BY_NETWORKX[format_name]
    assert write is not None
    write(graph, out)
    return Cost(time.perf_counter() - start, _peak())


_BY_NETWORKX: Mapping[str, Callable[[nx.MultiDiGraph, Path], object] | None] = {
    "graphml": nx.write_graphml,
    "gexf": nx.write_gexf,
    "csv": None,
    "json": lambda graph, out: out.write_text(json.dumps(nx.node_link_data(graph, edges="edges")), "utf-8"),
}
"""How networkx writes each format, where it does."""


# ---- the records ---------------------------------------------------------------------------------------------------


def _make(number: int, path: Path) -> int:
    """Makes a store of so many edges, or nearly; how many they are."""
    with kg.Store.grow(path) as store:
        for some in batches(_records(number), _AT_ONCE):
            store.put((Article(id=record.id, text=f"Words of {record.id} alone."), record) for record in some)
    with kg.Store.corrected(path) as store, flow_in(store) as flow:
        return sum(1 for _ in flow.edges())


def _records(number: int) -> Iterator[Record]:
    chance = random.Random(number)
    pairs = list(combinations(sorted(countries()), 2))
    chance.shuffle(pairs)
    for index in range(number // _EDGES):
        day = _FIRST + timedelta(days=index * _DAYS * _EDGES // number)
        yield _record(chance, str(index), chance.choice(pairs), day.isoformat())


def _record(chance: random.Random, identity: str, pair: tuple[str, str], day: str) -> Record:
    sentence = f"Number {identity}: the defense ministers of {pair[0]} and {pair[1]} met, and signed what had been agreed on."
    officials = tuple(
        Official(name=name, country=country, role="defense minister", role_class="defense_minister", evidence=sentence)
        for name, country in zip(chance.sample(_NAMES, 2), pair, strict=True)
    )
    meeting = Meeting(
        date=day,
        parties=pair,
        sides=((pair[0],), (pair[1],)),
        officials=tuple(official.name for official in officials),
        place_country=chance.choice(pair),
        evidence=sentence,
    )
    relations = tuple(
        Relation(type=kind, source=pair[0], target=pair[1], date=day, detail=f"matter {identity}", evidence=sentence)
        for kind in chance.sample(RELATIONS, _RELATIONS)
    )
    return Record(
        id=identity,
        published=day,
        title=f"Talks {identity}",
        article=ArticleSource(url=f"https://news.example/{identity}", publisher="Example News"),
        countries=pair,
        officials=officials,
        meetings=(meeting,),
        relations=relations,
    )


if __name__ == "__main__":
    main()
