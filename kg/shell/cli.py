"""The `kg` command: one thin function for each verb. Whatever is heavy is imported by the verb that needs it."""

import errno
import sys
import webbrowser
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from io import TextIOWrapper
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TypeVar

import typer
from typer.core import TyperGroup

from extract import __version__
from extract.errors import ExtractError
from kg.errors import KgError, QuestionError
from kg.kinds import PLURALS, counted
from kg.shell.asking import STORE, asking
from kg.shell.exporting import exporting
from kg.shell.keeping import MaxBytes, Paths, finish, keeping, tell
from kg.shell.tables import ENCOUNTER, print_answers
from kg.shell.viewing import viewing
from kg.terminal import json_line, print_line, print_notice, print_progress

if TYPE_CHECKING:
    from extract import Article, Notice, Record
    from kg import DefenseGraph

_MOST_ROWS = 50
_FAILED, _WRONG_USAGE, _INTERRUPTED = 1, 2, 130


_T = TypeVar("_T")

_FILES = (STORE.name, "graph.html", "graph.graphml", "graph-dyads.graphml", "graph.gexf")
_COUNTED = ("country", "organization", "official", "ministry", "meeting", "relation")


class _Shell(TyperGroup):
    """Every anticipated error is one line on standard error."""

    def invoke(self, ctx: Any) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()  # here, where a closed pipe is still met with silence
            return result
        except KeyboardInterrupt:
            print_notice("kg: interrupted; what was written before stays")
            raise typer.Exit(_INTERRUPTED) from None
        except QuestionError as error:
            _fail(str(error), _WRONG_USAGE)
        except (KgError, ExtractError) as error:
            _fail(str(error))
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            path = error.filename2 or error.filename
            _fail(f"{path}: {error.strerror}; check the path, its permissions and free space" if path else str(error))


def _fail(message: str, status: int = _FAILED) -> NoReturn:
    print_notice(f"kg: {message}")
    raise typer.Exit(status)


app = typer.Typer(
    cls=_Shell,
    help="A knowledge graph of bilateral defence relations, read out of news: who met whom, when, where, and what came of it.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run the command line; what it prints is UTF-8 wherever it goes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    app(prog_name="kg")


def _print_version(asked: bool) -> None:
    if asked:
        print_line(f"kg {__version__}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")]


@app.callback()
def _common(version: Version = False) -> None:
    """Take what goes before any command."""


# ---- reading -------------------------------------------------------------------------------------------------------


class _Reading:
    """Articles with their records, one pair at a time; what goes wrong is told at once and counted, and the rest goes on."""

    def __init__(self, paths: Sequence[str], max_bytes: int | None) -> None:
        self._paths, self._max_bytes = paths, max_bytes
        self.read = self.failed = self.left_alone = 0
        self.failures: dict[str, str] = {}

    def __iter__(self) -> "Iterator[tuple[Article, Record]]":
        from extract.article import MAX_BYTES
        from kg.store.reading import read

        for pair in read(self._paths, max_bytes=self._max_bytes or MAX_BYTES, report=self._report):
            self.read += 1
            print_progress(f"articles read: {self.read:,}")
            yield pair
        print_progress("")

    def _report(self, notice: "Notice") -> None:
        from kg.store.growth import reason

        if notice.kind == "failed":
            self.failed += 1
            self.failures[notice.where] = reason(notice)
        self.left_alone += notice.count if notice.kind == "skipped" else 0
        tell(notice)


def _some(items: Iterable[_T]) -> Iterator[_T]:
    """The items as they come; fails, before anything is written, if there are none."""
    rest = iter(items)
    for first in rest:
        return chain([first], rest)
    _fail("no article could be read; nothing was written")


@app.command()
def build(
    paths: Paths,
    out: Annotated[Path, typer.Option(help="The folder for the graph's files.")] = STORE.parent,
    open_page: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    max_bytes: MaxBytes = None,
) -> None:
    """Read articles and write their graph.

    Written are a store, a page, GraphML and GEXF; what was there before is replaced.
    """
    _check_places(out)
    reading = _Reading(paths, max_bytes)
    graph = _write_graph(_some(reading), reading.failures, out)
    _print_summary(graph, reading, out)
    if open_page:
        webbrowser.open((out / "graph.html").resolve().as_uri())
    finish(reading.failed)


def _check_places(out: Path) -> None:
    """Fail before anything is read if the files cannot stand where they should."""
    from kg.store.schema import check_replaceable

    if out.exists() and not out.is_dir():
        _fail(f"{out}: is a file, not a folder; give another --out", _WRONG_USAGE)
    for name in _FILES:
        if (out / name).is_dir():
            _fail(f"{out / name}: is a folder where a file should go; move it away or give another --out", _WRONG_USAGE)
    check_replaceable(out / STORE.name)


def _write_graph(pairs: "Iterable[tuple[Article, Record]]", failures: Mapping[str, str], out: Path) -> "DefenseGraph":
    """Write every file before any takes its place, so that an error half-way leaves what was there before."""
    import kg
    from kg.files import replacing
    from kg.store.growth import utc_now
    from kg.store.store import replacing_store

    out.mkdir(parents=True, exist_ok=True)
    with ExitStack() as places:
        store = places.enter_context(replacing_store(out / STORE.name))
        page, graphml, dyads, gexf = (places.enter_context(replacing(out / name)) for name in _FILES[1:])
        kg.Store.replace(store, pairs, failures=failures, when=utc_now())
        graph = kg.open(store)
        graph.to_html(page)
        graph.export("graphml", graphml)
        graph.export("graphml", dyads, shape="dyads")
        graph.export("gexf", gexf)
    return graph


def _print_summary(graph: "DefenseGraph", reading: _Reading, out: Path) -> None:
    counts = graph.summary()
    left_alone = f"; files of other kinds left alone: {reading.left_alone:,}" if reading.left_alone else ""
    print_line(f"{counted(reading.read, 'article')} read, {reading.failed:,} skipped{left_alone}")
    print_line(", ".join(counted(counts[PLURALS[kind]], kind) for kind in _COUNTED))
    print_line("")
    encounters = sorted(graph.who_met_whom(), key=lambda met: met.date is not None)
    if encounters:
        print_answers(encounters[-_MOST_ROWS:], ENCOUNTER)
    else:
        print_line("Nobody whom the articles name met anybody.")
    if len(encounters) > _MOST_ROWS:
        print_line(f"The latest {_MOST_ROWS} of {len(encounters):,}; all of them: kg met --graph {out / STORE.name}")
    print_line("")
    for name in _FILES:
        print_line(f"wrote {out / name}")


@app.command()
def extract(
    paths: Paths,
    out: Annotated[Path | None, typer.Option(help="Write here and not to standard output.")] = None,
    max_bytes: MaxBytes = None,
) -> None:
    """Write what each article says.

    One JSON record a line, in the form of docs/codebook.md.
    """
    reading = _Reading(paths, max_bytes)
    lines = (json_line(record.to_dict()) for _, record in reading)
    if out is None:
        for line in lines:
            print_line(line)
    else:
        _write_lines(out, _some(lines))
    finish(reading.failed)


def _write_lines(path: Path, lines: Iterable[str]) -> None:
    from kg.files import replacing

    with replacing(path) as temporary, open(temporary, "w", encoding="utf-8") as stream:
        stream.writelines(f"{line}\n" for line in lines)


app.add_typer(keeping)
app.add_typer(viewing)
app.add_typer(exporting)
app.add_typer(asking)
