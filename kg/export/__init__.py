"""The graph as files that other tools open: `export` in one of FORMATS, in one of `kg.export.shapes.SHAPES`.

What the formats cannot hold is turned into what they can (`kg.export.columns`), nodes and edges come in one order, and a file
takes the place of an older one only when it is whole: one graph gives the same bytes every day and everywhere.
"""

import sys
from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from typing import BinaryIO, NamedTuple

from kg.errors import QuestionError
from kg.export.bundle import write_bundle
from kg.export.cypher import write_cypher
from kg.export.flow import Flow
from kg.export.gexf import write_gexf
from kg.export.graphml import write_graphml
from kg.export.neo4j import neo4j_files
from kg.export.node_link import write_node_link
from kg.export.rdf import write_turtle
from kg.export.shapes import SHAPES, shaped
from kg.export.tables import Table, edges, tables, write_csv, write_parquet
from kg.files import StrPath, replacing

Writer = Callable[[BinaryIO], None]


class Format(NamedTuple):
    """How a format is written: `one` file with a name that ends in `suffix`, or a folder of `several`, or either."""

    suffix: str
    one: Callable[[Flow, BinaryIO], None] | None
    several: Callable[[Flow], Mapping[str, Writer]] | None = None
    shapes: Collection[str] = tuple(SHAPES)


def _tabular(suffix: str, write: Callable[[Table, BinaryIO], None]) -> Format:
    def edge_table(flow: Flow, file: BinaryIO) -> None:
        write(edges(flow), file)

    def every_table(flow: Flow) -> Mapping[str, Writer]:
        return {f"{name}{suffix}": partial(write, table) for name, table in tables(flow).items()}

    return Format(suffix, edge_table, every_table)


FORMATS: Mapping[str, Format] = {
    "graphml": Format(".graphml", write_graphml),
    "gexf": Format(".gexf", write_gexf),
    "csv": _tabular(".csv", write_csv),
    "parquet": _tabular(".parquet", write_parquet),
    "json": Format(".json", write_node_link),
    "cypher": Format(".cypher", write_cypher),
    "neo4j": Format("", None, neo4j_files),
    "rdf": Format(".ttl", write_turtle),
    "bundle": Format(".zip", write_bundle, shapes=("full",)),
}


def export(flow: Flow, format_name: str, out: StrPath | None = None, *, shape: str = "full") -> list[Path]:
    """Writes what flows; the files written, whose names are the format's own if `out` is left out, and none for `-`.

    `-` is standard output. A format of several files writes a folder, or one file, of its edges, if `out` has the format's
    suffix or is `-` and there is such a file. Raises QuestionError for an unknown format or shape, and for a folder to standard
    output, and MissingLibraryError where a library is missing.
    """
    chosen = _format(format_name, shape)
    boiled_down = shaped(flow, shape)
    if out == "-":
        if not chosen.one:
            raise QuestionError(f"{format_name} is a folder of files, which standard output cannot be; give the folder")
        chosen.one(boiled_down, sys.stdout.buffer)
        return []
    path = Path(out or default_name(format_name, shape))
    if chosen.one and (path.suffix == chosen.suffix or not chosen.several):
        writers: dict[Path, Writer] = {path: partial(chosen.one, boiled_down)}
    elif chosen.several:
        path.mkdir(parents=True, exist_ok=True)
        writers = {path / name: writer for name, writer in chosen.several(boiled_down).items()}
    for place, writer in writers.items():
        with replacing(place) as temporary, temporary.open("wb") as file:
            writer(file)
    return list(writers)


def default_name(format_name: str, shape: str) -> str:
    """What an export is called where nobody says: `graph.graphml`, `graph-dyads.graphml`, the folder `graph-csv`.

    Raises QuestionError for an unknown format or shape.
    """
    stem = "graph" if shape == "full" else f"graph-{shape}"
    chosen = _format(format_name, shape)
    return f"{stem}-{format_name}" if chosen.several else f"{stem}{chosen.suffix}"


def _format(name: str, shape: str) -> Format:
    if name not in FORMATS:
        raise QuestionError(f"there is no format {name!r}; the formats are {', '.join(FORMATS)}")
    if shape not in FORMATS[name].shapes:
        raise QuestionError(f"{name} has no shape {shape!r}; its shapes are {', '.join(FORMATS[name].shapes)}")
    return FORMATS[name]
