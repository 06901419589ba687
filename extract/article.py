"""Articles: what the extractor reads, and how they come off the disk.

`Article` is one news item with what is known of it beforehand. `read_articles` streams articles out of text files, JSON lines,
folders and standard input, and says in one line what it could not read.
"""

import codecs
import gzip
import json
import os
import re
import stat
import sys
import warnings
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import IO, Annotated, Any, Literal, cast

from charset_normalizer import from_bytes
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, ValidationInfo, field_validator

from extract.errors import ArticleError, ArticleWarning

MAX_BYTES = 10_000_000
SUFFIXES = (".txt", ".jsonl", ".jsonl.gz")
STANDARD_INPUT = "-"

StrPath = str | os.PathLike[str]

_KINDS = f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]} files"
_BYTE_ORDER_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROLS = [chr(code) for code in range(1, 32) if chr(code) not in "\t\n\f\r\x1b"]
_LATIN = [bytes([code]) for code in range(32, 127)]
_SAMPLE = 32_768
_CHUNK = 65_536


# ---- articles ------------------------------------------------------------------------------------------------------


def _readable(value: Any) -> Any:
    """Text with line feeds alone for line ends, and nothing that UTF-8 cannot hold; other values as they are."""
    if not isinstance(value, str):
        return value
    return _SURROGATE.sub("\ufffd", value).replace("\r\n", "\n").replace("\r", "\n")


def _one_line(value: Any) -> Any:
    """Metadata on one line; None where it is blank."""
    return " ".join(_readable(value).split()) or None if isinstance(value, str) else value


def _numbers_too(value: Any) -> Any:
    return str(value) if type(value) is int else value


_Text = Annotated[str, BeforeValidator(_readable)]
_Line = Annotated[str, BeforeValidator(_one_line)]
_Metadata = Annotated[str | None, BeforeValidator(_one_line)]


class Article(BaseModel):
    """One news item; `text` is the text as read, and every offset in a record counts its characters.

    `title`, `published` (ISO date), `url` and `publisher` are what came with the article: they beat what its text seems to say.
    A title that is not in the text is put before it with a blank line. Line ends become line feeds. Other keys are ignored; a
    value of the wrong kind raises `pydantic.ValidationError`.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: Annotated[_Line, BeforeValidator(_numbers_too)]
    title: _Metadata = None
    published: _Metadata = None
    url: _Metadata = None
    publisher: _Metadata = None
    text: _Text

    @field_validator("published")
    @classmethod
    def _day(cls, value: str | None) -> str | None:
        """The day of an ISO date or time."""
        return value and date.fromisoformat(re.split("[T ]", value)[0]).isoformat()

    @field_validator("text")
    @classmethod
    def _with_title(cls, text: str, info: ValidationInfo) -> str:
        title = info.data.get("title")
        if not title or _comparable(title) in _comparable(text):
            return text
        return f"{title}\n\n{text}"


def _comparable(text: str) -> str:
    return " ".join(text.casefold().split())


# ---- reading -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Notice:
    """What a reader of articles has to say of one place; `str()` is one line: where, what, what to do.

    `failed`: it could not be read. `warned`: it was read, but not quite as it stands. `skipped`: `count` files of other kinds
    were left alone.
    """

    kind: Literal["failed", "warned", "skipped"]
    where: str
    what: str
    advice: str = ""
    count: int = 1

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" + (f"; {self.advice}" if self.advice else "")


@dataclass(frozen=True)
class _Found:
    where: str
    article: Article


def read_articles(
    paths: StrPath | Iterable[StrPath],
    *,
    max_bytes: int = MAX_BYTES,
    report: Callable[[Notice], None] | None = None,
) -> Iterator[Article]:
    """The articles of files and folders, one at a time, in the order given; those of a folder sorted by path.

    Read are `.txt` (one article; its id is the file's name without the suffix), `.jsonl` and `.jsonl.gz` (one article a line,
    with the keys of `Article`), folders of these at any depth (hidden files are left alone), and `-`, standard input: JSON
    lines if it starts with "{", otherwise one article with id "stdin". A file that is met twice is read once.

    `max_bytes` bounds a text file, and a line of JSON lines. What cannot be read is told to `report`, and the reading goes on;
    without `report` it raises `ArticleError`, and what was read with a guessed encoding gives an `ArticleWarning`.
    """
    tell = report or _raise_or_warn
    places: dict[str, str] = {}
    for item in _read_all([paths] if isinstance(paths, (str, os.PathLike)) else paths, max_bytes):
        if isinstance(item, Notice):
            tell(item)
        elif item.article.id in places:
            first = places[item.article.id]
            tell(
                _failed(item.where, f"has the article id {item.article.id!r} of {first}", "give every article an id of its own")
            )
        else:
            places[item.article.id] = item.where
            yield item.article


def _raise_or_warn(notice: Notice) -> None:
    if notice.kind == "failed":
        raise ArticleError(str(notice))
    if notice.kind == "warned":
        warnings.warn(str(notice), ArticleWarning, stacklevel=3)


def _failed(where: str, what: str, advice: str) -> Notice:
    return Notice("failed", where, what, advice)


def _too_long(where: str, what: str, max_bytes: int) -> Notice:
    return _failed(where, f"{what} is over {max_bytes:,} bytes", "split it, or raise the limit (--max-bytes)")


def _read_all(paths: Iterable[StrPath], max_bytes: int) -> Iterator[_Found | Notice]:
    seen: set[str] = set()
    for given in paths:
        path = os.fspath(given)
        if path == STANDARD_INPUT:
            yield from _read_standard_input(max_bytes)
        elif os.path.isdir(path):
            yield from _read_folder(path, max_bytes, seen)
        elif not os.path.lexists(path):
            yield _failed(path, "does not exist", "check the path")
        elif not _is_readable_kind(path):
            yield _failed(path, "is of a kind that cannot be read", f"give {_KINDS}, or a folder of them")
        elif _first_time(path, seen):
            yield from _read_file(path, max_bytes)


def _is_readable_kind(path: str) -> bool:
    return path.lower().endswith(SUFFIXES)


def _first_time(path: str, seen: set[str]) -> bool:
    real = os.path.realpath(path)
    known = real in seen
    seen.add(real)
    return not known


def _read_folder(folder: str, max_bytes: int, seen: set[str]) -> Iterator[_Found | Notice]:
    others: Counter[str] = Counter()
    holds_articles = False
    for path in _walk(folder):
        if isinstance(path, Notice):
            yield path
        elif _is_readable_kind(path):
            holds_articles = True
            if _first_time(path, seen):
                yield from _read_file(path, max_bytes)
        elif _first_time(path, seen):
            others[Path(path).suffix or "no suffix"] += 1
    if others:
        kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(others.items()))
        yield Notice("skipped", folder, f"files of other kinds left alone ({kinds})", count=others.total())
    if not holds_articles:
        yield _failed(folder, "holds no article", f"give a folder with {_KINDS}")


def _walk(folder: str) -> Iterator[str | Notice]:
    """The paths of the files below a folder, sorted; links are followed, but no folder is entered twice."""
    entered: set[str] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if not os.path.isdir(path):
            yield path
        elif _first_time(path, entered):
            try:
                names = [name for name in os.listdir(path) if not name.startswith(".")]
            except OSError as error:
                yield _unreadable(path, error)
            else:
                waiting.extend(os.path.join(path, name) for name in sorted(names, reverse=True))


def _unreadable(path: str, error: OSError) -> Notice:
    return _failed(path, f"cannot be read ({error.strerror or error})", "check that it is there and yours to read")


def _read_file(path: str, max_bytes: int) -> Iterator[_Found | Notice]:
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            yield _failed(path, "is no regular file", "save it as one")
        elif not path.lower().endswith(".txt"):
            with _open(path) as stream:
                yield from _read_json_lines(path, _lines(stream, max_bytes), max_bytes)
        elif status.st_size > max_bytes:
            yield _too_long(path, "the file", max_bytes)
        else:
            yield from _read_text(path, Path(path).stem, Path(path).read_bytes(), max_bytes)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        yield _failed(path, f"is a broken gzip file ({error})", "fetch or compress it again")
    except OSError as error:
        yield _unreadable(path, error)


def _open(path: str) -> IO[bytes]:
    return cast(IO[bytes], gzip.open(path)) if path.lower().endswith(".gz") else open(path, "rb")


def _read_standard_input(max_bytes: int) -> Iterator[_Found | Notice]:
    stream = sys.stdin.buffer
    lines = _lines(stream, max_bytes)
    first = next(lines, b"")
    if first.removeprefix(codecs.BOM_UTF8).startswith(b"{"):
        yield from _read_json_lines("standard input", chain([first], lines), max_bytes)
    else:
        rest = stream.read(max(0, max_bytes + 1 - len(first)))
        yield from _read_text("standard input", "stdin", first + rest, max_bytes)


def _lines(stream: IO[bytes], max_bytes: int) -> Iterator[bytes]:
    """The lines of a stream; of one over the limit no more than a byte over it, so that it never fills memory."""
    while line := stream.readline(max_bytes + 1):
        end = line
        while len(line) > max_bytes and end and not end.endswith(b"\n"):
            end = stream.readline(_CHUNK)
        yield line


def _read_text(where: str, name: str, data: bytes, max_bytes: int) -> Iterator[_Found | Notice]:
    if len(data) > max_bytes:
        yield _too_long(where, "the text", max_bytes)
        return
    text, notice = _decode(where, data)
    if notice:
        yield notice
    if text is not None:
        yield _article(where, {"id": name, "text": text})


def _read_json_lines(where: str, lines: Iterable[bytes], max_bytes: int) -> Iterator[_Found | Notice]:
    empty = True
    for number, line in enumerate(lines, start=1):
        if line.isspace():
            continue
        empty = False
        place = f"{where}:{number}"
        if len(line) > max_bytes:
            yield _too_long(place, "the line", max_bytes)
            continue
        text, notice = _decode(place, line)
        if notice:
            yield notice
        if text is not None:
            yield _json_article(place, text)
    if empty:
        yield _failed(where, "is empty", "put an article in it, or leave it out")


def _json_article(where: str, line: str) -> _Found | Notice:
    advice = "write one JSON object a line, with at least id and text"
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        return _failed(where, f"is broken JSON ({error})", advice)
    if not isinstance(fields, dict):
        return _failed(where, "is no JSON object", advice)
    return _article(where, fields)


def _article(where: str, fields: dict[str, Any]) -> _Found | Notice:
    try:
        article = Article.model_validate(fields)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        key = fault["loc"][0]
        advice = "write it as YYYY-MM-DD" if key == "published" else "give at least id and text, as strings"
        why = "is missing" if fault["type"] == "missing" else f"cannot be taken ({fault['msg'][:200]})"
        return _failed(where, f"key {key!r} {why}", advice)
    if not article.text.strip():
        return _failed(where, "is empty", "put an article in it, or leave it out")
    return _Found(where, article)


# ---- encodings -----------------------------------------------------------------------------------------------------


def _decode(where: str, data: bytes) -> tuple[str | None, Notice | None]:
    """The text, and what is to be said of its encoding; no text where the data are binary."""
    mark = next((mark for mark in _BYTE_ORDER_MARKS if data.startswith(mark)), None)
    encoding = _BYTE_ORDER_MARKS[mark] if mark else "utf-8"
    text: str | None
    notice: Notice | None
    try:
        text, notice = data.decode(encoding), None
    except UnicodeDecodeError as error:
        text, notice = _decode_otherwise(where, data, error.start)
    if text is None or _is_binary(text):
        return None, _failed(where, "is binary, not text", "give the article as plain text")
    if encoding == "utf-16":
        notice = _read_as(where, encoding)
    return text, notice


def _decode_otherwise(where: str, data: bytes, start: int) -> tuple[str | None, Notice | None]:
    """Data whose byte at `start` is not of the encoding expected: damaged UTF-8, or something else altogether."""
    text = data.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    # Other encodings hardly ever form a sequence that is valid in UTF-8 and beyond ASCII.
    if damaged < sum(not character.isascii() for character in text) - damaged:
        return text, Notice("warned", where, f"is damaged UTF-8, {damaged} characters lost", "fetch it again")
    encoding = _guess_encoding(data[max(0, start - _SAMPLE) : start + _SAMPLE])
    return (data.decode(encoding, errors="replace"), _read_as(where, encoding)) if encoding else (None, None)


def _guess_encoding(sample: bytes) -> str | None:
    """The likeliest encoding of a piece of text; None where it is none."""
    if _is_binary(sample.decode("latin-1")):
        return None
    # Where Latin letters prevail, the rest is too little to judge by: English text is in Windows' encoding.
    if sum(map(sample.count, _LATIN)) > len(sample) / 2:
        return "cp1252"
    best = from_bytes(sample).best()
    return best.encoding if best else None


def _read_as(where: str, encoding: str) -> Notice:
    return Notice("warned", where, f"is not UTF-8, read as {encoding}", "save it as UTF-8 if that is wrong")


def _is_binary(text: str) -> bool:
    head = text[:_SAMPLE]
    return "\0" in head or sum(map(head.count, _CONTROLS)) > len(head) / 50
