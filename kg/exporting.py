"""The exports in the shell: all of a store or a part of it, in a format that another tool opens."""

from typing import Annotated

import typer

from kg.asking import STORE, Graph, Since, Until, open_part
from kg.terminal import print_line, print_notice
from kg.viewing import Countries

FormatName = Annotated[str, typer.Argument(metavar="FORMAT", help="graphml, gexf, csv or parquet.")]
Out = Annotated[
    str | None,
    typer.Option(help="The file, or the folder of a format that has several; - is standard output.", show_default="graph.…"),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="KIND", help="Only edges of this kind, such as met or signed; may be given several times."),
]
Shape = Annotated[str, typer.Option(help="full, dyads, dyad_years, countries or officials.")]

exporting = typer.Typer(help="The exports.")


@exporting.command()
def export(
    format_name: FormatName,
    graph: Graph = STORE,
    out: Out = None,
    country: Countries = None,
    since: Since = None,
    until: Until = None,
    kind: Kinds = None,
    shape: Shape = "full",
) -> None:
    """Write the graph for Gephi, R, a spreadsheet, a database or a notebook.

    With --country, --since or --until it is that part alone, and with --shape one edge for each pair:
    `kg export graphml --shape dyads --since 2020 --out dyads.graphml`.
    """
    part = open_part(graph, country or (), since=since, until=until)
    if not part.networkx:
        print_notice("kg: nothing is told of that, and the export is empty")
    for path in part.export(format_name, out, shape=shape, kinds=kind or ()):
        print_line(f"wrote {path}")
