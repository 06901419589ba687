"""The exports in the shell."""

import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
from typer.main import get_command
from typer.testing import CliRunner

import kg
from kg.export import FORMATS
from kg.export.shapes import SHAPES
from kg.shell.cli import app
from kg.shell.exporting import exporting


def export(*arguments: str) -> tuple[int, str, str]:
    run = CliRunner().invoke(app, ["export", *arguments], catch_exceptions=False)
    return run.exit_code, run.stdout, run.stderr


@pytest.mark.parametrize(
    ("asked", "wrote"),
    [
        (["graphml"], ["graph.graphml"]),
        (["graphml", "--shape", "officials"], ["graph-officials.graphml"]),
        (["gexf", "--out", "other.xml"], ["other.xml"]),
        (["csv"], ["graph-csv/nodes.csv", "graph-csv/edges.csv", "graph-csv/sources.csv"]),
        (["csv", "--out", "edges.csv"], ["edges.csv"]),
        (["csv", "--shape", "dyad_years"], ["graph-dyad_years-csv/nodes.csv", "graph-dyad_years-csv/edges.csv"]),
        (["neo4j"], ["graph-neo4j/nodes.csv", "graph-neo4j/relationships.csv", "graph-neo4j/import.txt"]),
        (["rdf"], ["graph.ttl"]),
    ],
)
def test_what_is_written_is_told(asked: list[str], wrote: list[str], folder: Path) -> None:
    assert export(*asked) == (0, "".join(f"wrote {path}\n" for path in wrote), "")
    assert sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()) == sorted(
        ["graph/graph.db", *wrote]
    )


@pytest.mark.parametrize("name", FORMATS)
def test_the_shell_writes_what_python_does(name: str, folder: Path) -> None:
    assert export(name, "--out", "shell")[::2] == (0, "")
    kg.open("graph/graph.db").export(name, "python")
    for path in [Path("shell"), *Path("shell").rglob("*")]:
        if path.is_file():
            assert path.read_bytes() == Path("python", path.relative_to("shell")).read_bytes()


def test_a_part(folder: Path) -> None:
    export("graphml", "--country", "Viet Nam", "--since", "2022", "--kind", "met", "--kind", "signed", "--out", "part.graphml")
    part = nx.read_graphml("part.graphml", force_multigraph=True)
    assert {kind for *_, kind in part.edges(data="kind")} == {"met", "signed"}
    assert "country:BRN" not in part


def test_standard_output_has_the_file_and_nothing_else(folder: Path) -> None:
    export("csv", "--out", "edges.csv")
    store = folder / "graph" / "graph.db"
    command = [sys.executable, "-m", "kg", "export", "csv", "--graph", store, "--out", "-"]
    run = subprocess.run(command, capture_output=True, check=True, cwd=Path(kg.__file__).parents[1])
    assert run.stdout == Path("edges.csv").read_bytes()
    assert run.stderr == b""


def test_nothing_is_told_of_that(folder: Path) -> None:
    status, told, said = export("csv", "--country", "Norway", "--out", "none.csv")
    assert (status, told) == (0, "wrote none.csv\n")
    assert said == "kg: nothing is told of that, and the export is empty\n"
    assert Path("none.csv").read_text("utf-8").count("\n") == 1


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["docx"], "kg: there is no format 'docx'; the formats are graphml, "),
        (["docx", "--out", "a.docx", "--graph", "nowhere.db"], "kg: there is no format 'docx'; the formats are graphml, "),
        (["csv", "--shape", "round"], "kg: csv has no shape 'round'; its shapes are full, "),
        (["neo4j", "--out", "-"], "kg: neo4j is a folder of files, which standard output cannot be"),
        (["csv", "--kind", "hugged"], "kg: there is no kind of edge 'hugged'; the kinds are "),
        (["csv", "--country", "Atlantis"], "kg: unknown name 'Atlantis'"),
        (["csv", "--graph", "nowhere.db"], "kg: nowhere.db: there is no store here"),
        (["csv", "--since", "soon"], "kg: "),
    ],
)
def test_bad_words_are_told_and_nothing_is_written(asked: list[str], said: str, folder: Path) -> None:
    status, told, error = export(*asked)
    assert (status in (1, 2), told, error.count("\n")) == (True, "", 1)
    assert error.startswith(said)
    assert [path.name for path in folder.iterdir()] == ["graph"]


def test_an_unmatched_correction_is_told(folder: Path) -> None:
    Path("graph/corrections.toml").write_text('[[not_official]]\nname = "Nobody At All"\n', "utf-8")
    status, _, said = export("csv")
    assert status == 0
    assert said.startswith("kg: graph/corrections.toml: the not_official of name Nobody At All matches nothing")


def test_the_help_names_every_format_and_shape() -> None:
    told = {parameter.name: parameter.help for parameter in get_command(exporting).params}
    assert told["format_name"] == f"{', '.join([*FORMATS][:-1])} or {[*FORMATS][-1]}."
    assert told["shape"] == f"{', '.join([*SHAPES][:-1])} or {[*SHAPES][-1]}."
