"""Tables of nodes, of edges and of what they rest on: CSV for spreadsheets and R, Parquet for data frames."""

import csv
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from io import TextIOWrapper
from itertools import chain
from typing import Any, BinaryIO, NamedTuple

from kg.batches import batches
from kg.errors import MissingLibraryError
from kg.export.columns import Columns, Type, Value, plain, plain_text
from kg.export.flow import Edge, Flow, Node
from kg.terminal import no_formula

_AT_ONCE = 10_000
"""Rows that are in memory at once."""


class Table(NamedTuple):
    """Columns, and rows anew at every call, in each of which a column may be absent."""

    columns: Columns
    rows: Callable[[], Iterator[Mapping[str, Value]]]


def tables(flow: Flow) -> dict[str, Table]:
    """`nodes`, `edges` and, where edges are not sums, `sources`: one row for each sentence that a node or an edge rests on."""
    made = {
        "nodes": Table({"id": "string", **flow.node_columns}, lambda: _nodes(flow)),
        "edges": edges(flow),
    }
    return made | {"sources": Table(_SOURCES, lambda: _sources(flow))} if flow.directed else made


def edges(flow: Flow) -> Table:
    """One row for each edge, dated or not."""
    columns: Columns = {"id": "string", "source": "string", "target": "string", **flow.edge_columns}
    return Table(columns, lambda: _edges(flow))


def write_csv(table: Table, file: BinaryIO) -> None:
    """Writes comma-separated values (RFC 4180, but for plain line feeds) in UTF-8 with a header.

    To a spreadsheet no text is a formula: what would be one has an apostrophe before it.
    """
    text = TextIOWrapper(file, encoding="utf-8", newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_cell(row.get(name)) for name in table.columns] for row in table.rows())
    text.detach()


def _cell(value: Value | None) -> Value | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    return no_formula(value) if isinstance(value, str) else value


def write_parquet(table: Table, file: BinaryIO) -> None:
    """Writes Parquet, days as days. Raises MissingLibraryError without pyarrow."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise MissingLibraryError("Parquet", "pyarrow", "parquet") from None
    text = pyarrow.string()
    types = {
        "string": text, "strings": text, "int": pyarrow.int64(), "double": pyarrow.float64(), "boolean": pyarrow.bool_(),
        "date": pyarrow.date32(),
    }  # fmt: skip
    schema = pyarrow.schema([(name, types[type_]) for name, type_ in table.columns.items()])
    with parquet.ParquetWriter(file, schema) as writer:
        for some in batches(table.rows(), _AT_ONCE):
            columns = [[_typed(row.get(name), type_) for row in some] for name, type_ in table.columns.items()]
            writer.write_table(pyarrow.table(columns, schema=schema))


def _typed(value: Any, type_: Type) -> Any:
    return date.fromisoformat(value) if type_ == "date" and value is not None else value


# ---- rows ----------------------------------------------------------------------------------------------------------


def _nodes(flow: Flow) -> Iterator[Mapping[str, Value]]:
    return ({"id": node.key} | plain(node.attributes) for node in flow.nodes())


def _edges(flow: Flow) -> Iterator[Mapping[str, Value]]:
    for edge in flow.edges():
        yield {"id": edge.key, "source": edge.source, "target": edge.target} | plain(edge.attributes)


_SOURCES: Columns = {
    "of": "string",
    "article": "string",
    "copy_of": "string",
    "title": "string",
    "publisher": "string",
    "url": "string",
    "published": "string",
    "sentence": "string",
    "start_char": "int",
    "end_char": "int",
}


def _sources(flow: Flow) -> Iterator[Mapping[str, Value]]:
    for item in chain[Node | Edge](flow.nodes(), flow.edges()):
        for source in item.attributes["sources"]:
            values = {name: getattr(source, name) for name in _SOURCES if name != "of"}
            told = {name: plain_text(value) if isinstance(value, str) else value for name, value in values.items()}
            yield {"of": item.key} | {name: value for name, value in told.items() if value is not None}
