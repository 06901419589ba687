"""A data release that can be cited: one ZIP archive of a graph, what it was made of and by what, and the sums to check it by.

The texts of the articles, which belong to their publishers, are not in it. The same store gives the same bytes.
"""

import hashlib
import json
import platform
import shlex
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib.metadata import version
from importlib.resources import files
from io import BufferedWriter, RawIOBase
from pathlib import Path
from string import Template
from typing import IO, Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from extract import __version__
from extract.record import Record
from kg.errors import QuestionError
from kg.export.columns import Columns
from kg.export.flow import Flow, Origin
from kg.export.gexf import write_gexf
from kg.export.graphml import write_graphml
from kg.export.node_link import write_node_link
from kg.export.shapes import shaped
from kg.export.tables import Table, edges, tables, write_csv
from kg.identity.corrections import beside
from kg.kinds import counted
from kg.store.parts import EVERYTHING
from kg.store.schema import FORMAT
from kg.store.store import Reading
from kg.terminal import json_line

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first time that a ZIP archive can tell: the files in ours have none of their own."""
_MODE = 0o100644 << 16
_UNIX = 3
_AT_ONCE = 1 << 20
"""Bytes that are compressed at once."""
_ARTICLES: Columns = dict.fromkeys(
    ("article", "title", "published", "publisher", "url", "copy_of", "when", "extractor"), "string"
)

_Writer = Callable[[BinaryIO], None]


def write_bundle(flow: Flow, file: BinaryIO) -> None:
    """Writes the archive, piece by piece.

    Raises QuestionError for a flow that is of no store, or of some kinds of edge alone.
    """
    if flow.origin is None:
        raise QuestionError("a bundle holds all that a store, or a part of it, tells; open one with kg.open, and name no kinds")
    sums: dict[str, str] = {}
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, write in sorted(_contents(flow, flow.origin).items()):
            sums[name] = _add(archive, name, write)
        _add(archive, "SHA256SUMS", _text("".join(f"{told}  {name}\n" for name, told in sums.items())))


def _add(archive: ZipFile, name: str, write: _Writer) -> str:
    """Adds a file; its SHA-256 sum."""
    entry = ZipInfo(name, _EPOCH)
    entry.compress_type, entry.external_attr, entry.create_system = ZIP_DEFLATED, _MODE, _UNIX
    with archive.open(entry, "w", force_zip64=True) as compressed:
        summed = _Summed(compressed)
        with BufferedWriter(summed, _AT_ONCE) as buffered:
            write(buffered)
    return summed.sum.hexdigest()


class _Summed(RawIOBase):
    """Writes on, and sums up what is written."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.sum = hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, some: Any) -> int:
        self.sum.update(some)
        return self._file.write(some)


# ---- what is in it -------------------------------------------------------------------------------------------------


def _contents(flow: Flow, origin: Origin) -> dict[str, _Writer]:
    made = _made(origin)
    written: dict[str, _Writer] = {
        "README.txt": _text(_readme(made)),
        "versions.json": _text(json.dumps(made, indent=2) + "\n"),
        "codebook.md": _text(_document("codebook.md")),
        "graph.md": _text(_document("graph.md")),
        "records.jsonl": partial(_write_records, origin),
        "articles.csv": partial(write_csv, Table(_ARTICLES, lambda: _articles(origin))),
        "graph.graphml": partial(write_graphml, flow),
        "graph-dyads.graphml": partial(write_graphml, shaped(flow, "dyads")),
        "graph.gexf": partial(write_gexf, flow),
        "graph.json": partial(write_node_link, flow),
        "graph.schema.json": _text(files("kg").joinpath("data/graph.schema.json").read_text("utf-8")),
        "dyad_years.csv": partial(write_csv, edges(shaped(flow, "dyad_years"))),
        **{f"{name}.csv": partial(write_csv, table) for name, table in tables(flow).items()},
    }
    corrections = beside(origin.store.path)
    return written | ({corrections.name: _text(corrections.read_text("utf-8"))} if corrections.exists() else {})


def _text(text: str) -> _Writer:
    return lambda file: file.writelines([text.encode()])


def _readme(made: Mapping[str, Any]) -> str:
    template = Template(files("kg").joinpath("data/bundle.txt").read_text("utf-8"))
    return template.substitute(version=__version__, articles=counted(made["articles"], "article"), command=made["command"])


def _document(name: str) -> str:
    """A document of the project's: in the package it stands beside the data, in a clone in docs/."""
    shipped = files("kg").joinpath(f"data/{name}")
    return (shipped if shipped.is_file() else Path(__file__).parents[2] / "docs" / name).read_text("utf-8")


def _made(origin: Origin) -> dict[str, Any]:
    """Of what the release was made, and by what."""
    count, readers, times = 0, set[str](), set[str]()
    for reading in _readings(origin):
        count += 1
        readers |= {f"defense-kg {reading.extractor}"} if reading.extractor else set()
        times |= {reading.when} if reading.when else set()
    return {
        "command": _command(origin),
        "articles": count,
        "read_by": sorted(readers),
        **({"first_read": min(times), "last_read": max(times)} if times else {}),
        "defense-kg": __version__,
        "store_format": FORMAT,
        "python": platform.python_version(),
        **{library: version(library) for library in ("spacy", "networkx", "pydantic")},
    }


def _command(origin: Origin) -> str:
    codes, since, until = origin.asked
    asked = [word for code in sorted(codes) for word in ("--country", code)]
    period = [word for option, day in (("--since", since), ("--until", until)) if day for word in (option, day)]
    return shlex.join(["kg", "export", "bundle", "--graph", origin.store.path.name, *asked, *period])


# ---- records and articles ------------------------------------------------------------------------------------------


def _records(origin: Origin) -> Iterator[Record]:
    """The records of a store as read, those of a part of it as corrected."""
    return origin.store.records() if origin.asked == EVERYTHING else iter(origin.store.part(origin.asked).records)


def _write_records(origin: Origin, file: BinaryIO) -> None:
    file.writelines(f"{json_line(record.to_dict())}\n".encode() for record in _records(origin))


def _readings(origin: Origin) -> Iterator[Reading]:
    """The articles whose records are in the release."""
    known = None if origin.asked == EVERYTHING else {record.id for record in _records(origin)}
    for reading in origin.store.readings():
        was_read = reading.extractor or not reading.failure
        if was_read and (known is None or reading.article in known):
            yield reading


def _articles(origin: Origin) -> Iterator[Mapping[str, str]]:
    for reading in _readings(origin):
        values = {name: getattr(reading, name) for name in _ARTICLES}
        yield {name: value for name, value in values.items() if value is not None}
