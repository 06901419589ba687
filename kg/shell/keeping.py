"""The store in the shell: one thin command for each thing that is done with it."""

import dataclasses
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.errors import KgError
from kg.kinds import counted
from kg.shell.asking import STORE, AsJson, Graph
from kg.terminal import print_bar, print_json, print_line, print_notice, print_progress, print_table

if TYPE_CHECKING:
    from extract import Notice
    from kg.store.growth import Rebuilt, Tally
    from kg.store.store import Reading

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files (.txt, .jsonl, .jsonl.gz), folders, or - for standard input.")
]
MaxBytes = Annotated[
    int | None, typer.Option(min=1, help="Most bytes of a text file, or of a line of JSON lines (10 MB if left out).")
]

_MOST_ROWS = 50

keeping = typer.Typer(help="Keeping a store.")


@keeping.command()
def add(paths: Paths, graph: Graph = STORE, max_bytes: MaxBytes = None) -> None:
    """Read what is new or changed into a store.

    What it holds already is passed over; a store that is not there is made. Broken off, it is carried on by the next `kg add`.
    """
    from extract.article import MAX_BYTES
    from kg.store.growth import Tally, count
    from kg.store.growth import add as add_to
    from kg.store.store import Store

    limit = max_bytes or MAX_BYTES
    total = count(paths, limit) if sys.stderr.isatty() else None
    tally = Tally()
    with Store.grow(graph) as store:
        try:
            add_to(paths, store, tally, report=tell, progress=lambda: print_bar(tally.settled, total), max_bytes=limit)
        finally:
            print_progress("")
            print_line(_told(tally))
    finish(tally.failed)


def _told(tally: "Tally") -> str:
    return (
        f"{counted(tally.new, 'article')} added, {tally.changed:,} read again, {tally.known:,} known, {tally.failed:,} failed"
    )


@keeping.command()
def remove(
    names: Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Articles by id, or places that could not be read.")],
    graph: Graph = STORE,
) -> None:
    """Take articles out of a store, with all that they say."""
    from kg.store.store import Store

    with Store.open(graph, write=True) as store:
        store.remove(names)
    print_line(f"{counted(len(names), 'article')} removed")


@keeping.command()
def articles(
    failed: Annotated[bool, typer.Option("--failed", help="Only what could not be read, and why.")] = False,
    graph: Graph = STORE,
    as_json: AsJson = False,
) -> None:
    """What was read, when, and what could not be."""
    from kg.store.store import Store

    with Store.open(graph) as store:
        found = [reading for reading in store.readings() if reading.failure or not failed]
    if as_json:
        print_json(map(dataclasses.asdict, found))
    elif found:
        _print_readings(found)
    else:
        print_notice("kg: everything could be read" if failed else "kg: the store is empty; fill it with kg add")


def _print_readings(readings: "Iterable[Reading]") -> None:
    columns = ("article", "read", "published", "title", "copy of", "failed")
    rows = ((read.article, read.when, read.published, read.title, read.copy_of, read.failure) for read in readings)
    print_table(columns, ([cell or "" for cell in row] for row in rows))


@keeping.command()
def correct(
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="same, different, not_official, no_meeting, meeting_on or wrong.")
    ],
    about: Annotated[list[str], typer.Argument(metavar="ABOUT...", help="Two names; a name; an id; or an id and a day.")],
    why: Annotated[str | None, typer.Option(help="Why it is so.")] = None,
    who: Annotated[str | None, typer.Option(help="Who says so.")] = None,
    when: Annotated[str | None, typer.Option(help="When it was said; today if left out.")] = None,
    graph: Graph = STORE,
) -> None:
    """Put right what the graph has wrong, for good.

    `kg correct same "Park Jae-min" "Jaemin Pak" --why "one man"` is written to corrections.toml beside the store and applied
    whenever it is opened. Ids of meetings and relations are in the answers' --json.
    """
    import datetime

    import kg

    said = when or datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    print_line(f"wrote {kg.open(graph).correct(kind, *about, who=who, when=said, why=why)}")


@keeping.command()
def rebuild(graph: Graph = STORE, as_json: AsJson = False) -> None:
    """Read all articles of a store again by the present rules.

    Printed is what they say now and did not before, and the other way round.
    """
    from kg.store.growth import Rebuilt
    from kg.store.growth import rebuild as read_again
    from kg.store.store import Store

    rebuilt = Rebuilt()
    with Store.open(graph, write=True) as store:
        total = len(store)
        read_again(store, rebuilt, report=tell, progress=lambda: print_bar(rebuilt.read + rebuilt.failed, total))
    print_progress("")
    if as_json:
        print_json(map(dataclasses.asdict, rebuilt.changes))
    else:
        _print_rebuilt(rebuilt, graph)
    finish(rebuilt.failed)


def _print_rebuilt(rebuilt: "Rebuilt", graph: Path) -> None:
    gained = sum(change.gained for change in rebuilt.changes)
    lost = len(rebuilt.changes) - gained
    print_line(f"{counted(rebuilt.read, 'article')} read again; facts gained: {gained:,}, lost: {lost:,}")
    if rebuilt.changes:
        print_line("")
        told = rebuilt.changes[:_MOST_ROWS]
        rows = ([change.article, "gained" if change.gained else "lost", change.kind, change.told] for change in told)
        print_table(("article", "", "kind", "fact"), rows)
    if len(rebuilt.changes) > _MOST_ROWS:
        print_line(f"The first {_MOST_ROWS} of {len(rebuilt.changes):,}; --json gives all of them")


# ---- what all reading shares ---------------------------------------------------------------------------------------


def tell(notice: "Notice") -> None:
    """Print what went wrong with a place; that files of other kinds were left alone is no such thing."""
    if notice.kind != "skipped":
        print_notice(f"kg: {notice}")


def finish(failed: int) -> None:
    """Raise KgError if anything failed."""
    if failed:
        raise KgError(f"{failed:,} could not be read; see the lines above")
