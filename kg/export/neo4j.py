"""CSV files for `neo4j-admin database import full`, which fills a Neo4j database faster than any query.

Headers are those of https://neo4j.com/docs/operations-manual/current/import/header-format/.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import BinaryIO

from kg.export.flow import Flow
from kg.export.property_graph import (
    EVERY,
    UNIQUE_IDS,
    Property,
    node_label,
    properties,
    property_types,
    relationship_type,
)

_BETWEEN = "\x1f"
"""What stands between the values of a list: the unit separator, which no text has (`kg.export.columns.plain_text`)."""
_README = f"""Run this beside the two files, with Neo4j 5 or later; the database "neo4j" must be empty or not there yet:

neo4j-admin database import full neo4j --nodes=nodes.csv --relationships=relationships.csv \\
    --array-delimiter=U+001F --multiline-fields=true --read-buffer-size=16m

Where the database exists, stop it, and add --overwrite-destination. A row must fit into the buffer. Where neo4j-admin knows
--multiline-fields-format, this is faster: --multiline-fields=nodes.csv,relationships.csv --multiline-fields-format=v2

When the database has started (CREATE DATABASE neo4j; where it did not exist), ask this of it, so that nodes are found by id:

{UNIQUE_IDS}
"""


def neo4j_files(flow: Flow) -> dict[str, Callable[[BinaryIO], None]]:
    """What writes each file: `nodes.csv`, `relationships.csv` and `import.txt`, which tells the command."""
    return {
        "nodes.csv": partial(_write, lambda: _nodes(flow)),
        "relationships.csv": partial(_write, lambda: _relationships(flow)),
        "import.txt": _write_readme,
    }


def _write(rows: Callable[[], Iterator[Iterable[str]]], file: BinaryIO) -> None:
    file.writelines((",".join(row) + "\n").encode() for row in rows())


def _write_readme(file: BinaryIO) -> None:
    file.write(_README.encode())


def _nodes(flow: Flow) -> Iterator[Iterable[str]]:
    types = property_types(flow.node_columns)
    yield ["id:ID", ":LABEL", *_header(types)]
    for node in flow.nodes():
        labels = [EVERY, node_label(node.attributes["kind"])]
        yield [_field(node.key), _field(labels), *_fields(properties(node.attributes), types)]


def _relationships(flow: Flow) -> Iterator[Iterable[str]]:
    types = property_types(flow.edge_columns)
    yield [":START_ID", ":END_ID", ":TYPE", "id:string", *_header(types)]
    for edge in flow.edges():
        told = [edge.source, edge.target, relationship_type(edge.attributes["kind"]), edge.key]
        yield [*map(_field, told), *_fields(properties(edge.attributes), types)]


def _header(types: Mapping[str, str]) -> list[str]:
    return [f"{name}:{type_}" for name, type_ in types.items()]


def _fields(values: Mapping[str, Property], names: Iterable[str]) -> Iterator[str]:
    return (_field(values[name]) if name in values else "" for name in names)


def _field(value: Property) -> str:
    """A field with its text in quotes, which are doubled within it (RFC 4180)."""
    if isinstance(value, list):
        value = _BETWEEN.join(map(str, value))
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"'
    return repr(value).lower()
