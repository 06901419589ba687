"""The page in the shell: all of a store or a part of it."""

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from kg.shell.asking import STORE, Graph, Since, Until, open_part
from kg.terminal import print_line, print_notice

Out = Annotated[Path, typer.Option(help="Where the page goes; what was there before is replaced.")]
Countries = Annotated[
    list[str] | None,
    typer.Option(
        "--country", metavar="COUNTRY", help="Only what concerns this country or organization; may be given several times."
    ),
]
Open = Annotated[bool, typer.Option("--open", help="Open the page in the browser.")]

_LARGE = 20_000_000
"""Bytes beyond which a page is slow to send and to open."""

viewing = typer.Typer(help="The page.")


@viewing.command()
def view(
    graph: Graph = STORE,
    out: Out = Path("page.html"),
    country: Countries = None,
    since: Since = None,
    until: Until = None,
    open_page: Open = False,
) -> None:
    """Write the page, one HTML file that opens with no network.

    With --country, --since or --until it holds that part alone: `kg view --country KOR --country VNM --since 2021 --open`.
    """
    part = open_part(graph, country or (), since=since, until=until)
    if not part.networkx:
        print_notice("kg: nothing is told of that, and the page is empty")
    part.to_html(out)
    size = out.stat().st_size
    if size > _LARGE:
        print_notice(f"kg: the page has {size / 1e6:,.0f} MB; --country, --since or --until make a smaller one")
    print_line(f"wrote {out}")
    if open_page:
        webbrowser.open(out.resolve().as_uri())
