"""The page in the shell and in a notebook."""

import re
from html import unescape
from pathlib import Path

import pytest
from typer.testing import CliRunner

import kg
from kg.shell import viewing
from kg.shell.cli import app


def view(*arguments: str) -> tuple[int, str, str]:
    run = CliRunner().invoke(app, ["view", *arguments], catch_exceptions=False)
    return run.exit_code, run.stdout, run.stderr


def test_the_whole_store(folder: Path) -> None:
    assert view() == (0, "wrote page.html\n", "")
    kg.open("graph/graph.db").to_html("other.html")
    assert Path("page.html").read_bytes() == Path("other.html").read_bytes()


@pytest.mark.parametrize(
    ("asked", "there", "not_there"),
    [
        (["--country", "Viet Nam", "--since", "2022"], "Kim Seon Ho", "Park Jae-min"),
        (["--country", "BRN"], "Park Jae-min", "Kim Seon Ho"),
        (["--until", "2021"], "Park Jae-min", "Kim Seon Ho"),
        (["--country", "Brunei", "--country", "VNM"], "Kim Seon Ho", "Nobody"),
    ],
)
def test_a_part_of_it(asked: list[str], there: str, not_there: str, folder: Path) -> None:
    assert view("--out", "part.html", *asked)[::2] == (0, "")
    page = Path("part.html").read_text("utf-8")
    assert there in page
    assert not_there not in page


def test_open_opens_the_page(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    view("--open", "--out", "a page.html")
    assert opened == [(folder / "a page.html").as_uri()]


@pytest.mark.parametrize(
    ("asked", "status", "said"),
    [
        (["--since", "2030"], 0, "kg: nothing is told of that, and the page is empty\n"),
        (["--country", "Sylvania"], 2, "kg: unknown name 'Sylvania'"),
        (["--since", "yesterday"], 2, "kg: "),
        (["--graph", "nowhere.db"], 1, "kg: nowhere.db: "),
        (["--out", "graph"], 1, "kg: graph: "),
        (["--out", "no/where.html"], 1, "kg: "),
    ],
)
def test_what_cannot_be_is_said_in_a_line(asked: list[str], status: int, said: str, folder: Path) -> None:
    exit_code, _, told = view(*asked)
    assert exit_code == status
    assert told.startswith(said)
    assert told.count("\n") == 1


def test_a_large_page_is_told_to_be(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(viewing, "_LARGE", 1)
    assert re.fullmatch(r"kg: the page has \d MB; --country, --since or --until make a smaller one\n", view()[2])


def test_a_notebook_shows_the_page_in_a_frame(folder: Path) -> None:
    graph = kg.open("graph/graph.db")
    frame = graph._repr_html_()
    graph.to_html("page.html")
    assert re.findall(r' sandbox="([^"]*)"', frame) == ["allow-scripts allow-downloads allow-popups"]
    (page,) = re.findall(r'^<iframe srcdoc="([^"]*)"', frame)
    assert unescape(page) == Path("page.html").read_text("utf-8")
