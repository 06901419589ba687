import contextlib
import csv
import io
import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from kg.terminal import harmless, json_line, print_csv, print_json, print_notice, print_progress, print_table

COLUMNS = ["who", "with whom"]
ROWS = [["Kim \x1b[2JMin", "[bold]Berg[/bold]"], ["防衛相", "x" * 300]]


@given(st.text(st.characters()))
def test_harmless_text_is_printable_but_for_odd_letters(text: str) -> None:
    assert not set("\x1b\x9b\n\r\x07\u202e\u2066") & set(harmless(text))
    harmless(text).encode("utf-8")


@given(st.dictionaries(st.text(), st.text(st.characters())))
def test_json_says_the_same_on_one_harmless_line(value: dict[str, str]) -> None:
    line = json_line(value)
    assert json.loads(line) == value
    assert harmless(line) == line


def test_a_table_in_a_pipe_is_wide_and_whole(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(COLUMNS, ROWS)
    assert capsys.readouterr().out.splitlines() == [
        "who          with whom",
        "Kim \ufffd[2JMin  [bold]Berg[/bold]",
        # three letters, each two cells wide
        "防衛相       " + "x" * 300,
    ]


def test_a_table_on_a_terminal_fits_it(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm")
    print_table(COLUMNS, ROWS)
    out = capsys.readouterr().out
    assert max(cell_len(Text.from_ansi(line).plain) for line in out.splitlines()) <= 60
    # markup in an article is text
    assert "[bold]Berg[/bold]" in out
    assert out.count("x") == 300
    assert "\x1b[2J" not in out


def test_an_array_of_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    print_json([])
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("Kim, Min", '"Kim, Min"'),
        ('the "host"', '"the ""host"""'),
        ("Đặng", "Đặng"),
        ('=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'),
        ("=1+1", "'=1+1"),
        ("+84 1", "'+84 1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"),
        ("\r\n=1", "'  =1"),
        ("＝1", "'＝1"),
        ("a=1", "a=1"),
        ("2021-09-08", "2021-09-08"),
        ("one\ntwo\x1b", "one two\ufffd"),
        (-1.5, "-1.5"),
        (True, "True"),
        (None, '""'),
    ],
)
def test_a_cell_of_comma_separated_values(cell: str | float | None, written: str, capsys: pytest.CaptureFixture[str]) -> None:
    print_csv(["cell"], [[cell]])
    assert capsys.readouterr().out == f"cell\n{written}\n"


@given(st.lists(st.text(st.characters()), min_size=2, max_size=2))
def test_comma_separated_values_are_read_back_and_no_cell_is_a_formula(cells: list[str]) -> None:
    stream = io.StringIO()
    with contextlib.redirect_stdout(stream):
        print_csv(COLUMNS, [cells])
    header, row = csv.reader(io.StringIO(stream.getvalue()))
    assert header == COLUMNS
    assert [cell.removeprefix("'") for cell in row] == [harmless(cell).removeprefix("'") for cell in cells]
    assert not any(cell.lstrip().startswith(tuple("=+-@")) for cell in row)


AGAIN = "\r\x1b[K"


@pytest.mark.parametrize(
    ("terminal", "shown"),
    [(True, f"{AGAIN}read: 1{AGAIN}kg: a.txt: is empty\n{AGAIN}read: 2{AGAIN}"), (False, "kg: a.txt: is empty\n")],
)
def test_progress_is_for_terminals(
    terminal: bool, shown: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    print_progress("read: 1")
    print_notice("kg: a.txt: is empty")
    print_progress("read: 2")
    print_progress("")
    assert capsys.readouterr() == ("", shown)
