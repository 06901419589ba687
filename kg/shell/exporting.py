"""The exports in the shell: all of a store or a part of it, in a format that another tool opens."""

from typing import Annotated

import typer

from kg.shell.asking import STORE, Graph, Since, Until, tell_unmatched
from kg.shell.viewing import Countries
from kg.terminal import print_line, print_notice

FormatName = Annotated[
    str, typer.Argument(metavar="FORMAT", help="graphml, gexf, csv, parquet, json, cypher, neo4j, rdf or bundle.")
]
Out = Annotated[
    str | None,
    typer.Option(help="The file, or the folder of a format of several; - is standard output. Left out, the format names it."),
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
    from kg.export import default_name
    from kg.export import export as write
    from kg.export.flow import of_kinds
    from kg.export.stored import flow_in
    from kg.questions.asked import asked_for
    from kg.store.store import Store

    usual = default_name(format_name, shape)  # before a store is opened for a format or shape that is none
    asked = asked_for(country or (), since, until)
    with Store.corrected(graph) as store, flow_in(store, asked) as flow:
        tell_unmatched(graph, store.unmatched())
        if not any(flow.nodes()):
            print_notice("kg: nothing is told of that, and the export is empty")
        for path in write(of_kinds(flow, kind or ()), format_name, out or usual, shape=shape):
            print_line(f"wrote {path}")
