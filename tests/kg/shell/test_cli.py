"""The `kg` command, mostly as a process of its own; where something must break inside it, in this one."""

import errno
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc
from typer.testing import CliRunner

import kg
from extract import Article, Extractor, Record, __version__
from extract.assembly import record_of
from kg.shell.cli import app

FILES = ["graph-dyads.graphml", "graph.db", "graph.gexf", "graph.graphml", "graph.html"]
SENTENCE = "Defense Minister Jonas Berg of Norway met his Danish counterpart, Mads Holm, in Oslo on May 4, 2020."

RunKg = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with one good article in `in/`."""
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/good.txt").write_text(SENTENCE, "utf-8")
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def run_here(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


# ---- build ---------------------------------------------------------------------------------------------------------


def test_build_tells_what_it_read_found_and_wrote(built: Path) -> None:
    output = (built / "output.txt").read_text("utf-8")
    assert output.startswith("2 articles read, 0 skipped\n")
    assert " countries, " in output
    assert "2024-04-23  Kim Seon Ho (KOR)" in output
    assert [line.split("/")[-1] for line in output.splitlines() if line.startswith("wrote ")] == [
        "graph.db",
        "graph.html",
        "graph.graphml",
        "graph-dyads.graphml",
        "graph.gexf",
    ]
    assert sorted(path.name for path in (built / "graph").iterdir()) == FILES


def test_a_second_build_is_the_same_byte_for_byte(built: Path, seeds: Path, root: Path, tmp_path: Path) -> None:
    """On another day, from another folder, with another order of hashes, and over what is there already."""
    elsewhere = (
        "import datetime, sys, time\n"
        "real = time.time\n"
        "time.time = lambda: real() + 4e7\n"
        "time.localtime = lambda s=None, f=time.localtime: f(real() + 4e7 if s is None else s)\n"
        "time.gmtime = lambda s=None, f=time.gmtime: f(real() + 4e7 if s is None else s)\n"
        "time.strftime = lambda form, t=None, f=time.strftime: f(form, time.localtime() if t is None else t)\n"
        "class Date(datetime.date):\n"
        "    today = classmethod(lambda cls: cls(2031, 1, 2))\n"
        "class DateTime(datetime.datetime):\n"
        "    now = classmethod(lambda cls, tz=None: cls(2031, 1, 2, tzinfo=tz))\n"
        "datetime.date, datetime.datetime = Date, DateTime\n"
        "from kg.shell.cli import main\n"
        "sys.argv = ['kg', 'build', sys.argv[1]]\n"
        "main()\n"
    )
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", elsewhere, str(seeds)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(root), "PYTHONHASHSEED": seed, "TZ": "Pacific/Kiritimati"},
            check=True,
            stdout=subprocess.DEVNULL,
        )
        again = contents(tmp_path / "graph")
        assert {name: again[name] for name in FILES if name != "graph.db"} == {
            name: data for name, data in contents(built / "graph").items() if name != "graph.db"
        }


def test_a_long_table_is_cut_and_says_where_the_rest_is(folder: Path) -> None:
    days = [f"{month} {day}, 2020" for month in ("May", "July") for day in range(1, 31)]
    lines = (json.dumps({"id": day, "text": SENTENCE.replace("May 4, 2020", day)}) for day in days)
    Path("in/many.jsonl").write_text("\n".join(lines), "utf-8")
    _, out, _ = run_here("build", "in")
    encounters = len(json.loads(run_here("met", "--json")[1]))
    assert encounters > 50
    assert f"The latest 50 of {encounters}; all of them: kg met --graph graph/graph.db" in out.splitlines()
    assert out.count("Jonas Berg (NOR)") == 50


def test_articles_in_which_nobody_met_make_a_graph(folder: Path) -> None:
    Path("in/good.txt").write_text("Norway and Denmark are in Europe.")
    status, out, said = run_here("build", "in")
    assert (status, said) == (0, "")
    assert out.startswith("1 article read, 0 skipped\n2 countries, 0 organizations, ")
    assert "Nobody whom the articles name met anybody." in out


def test_open_opens_the_page(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    run_here("build", "in", "--open")
    assert opened == [(folder / "graph/graph.html").as_uri()]


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    # file in the folder `in`: how it is made, what is said of it
    "empty.txt": (lambda path: path.touch(), "is empty; put an article in it, or leave it out"),
    "binary.txt": (lambda path: path.write_bytes(bytes(range(256)) * 9), "is binary, not text; give the article as plain text"),
    "long.txt": (
        lambda path: path.write_bytes(b"x" * 10_001),
        "the file is over 10,000 bytes; split it",
    ),
    "none": (lambda path: path.mkdir(), ""),
    "later/good.txt": (lambda path: (path.parent.mkdir(), path.write_text("x")), "has the article id 'good' of "),
    "lines.jsonl": (lambda path: path.write_text('{"id": "x"'), ":1: is broken JSON ("),
    "windows.txt": (lambda path: path.write_bytes("Malmö".encode("cp1252")), "is not UTF-8, read as cp1252; "),
}


def test_bad_input_is_said_in_a_line_each_and_the_rest_is_read(folder: Path, run_kg: RunKg) -> None:
    for name, (make, _) in BAD.items():
        make(folder / "in" / name)
    Path("in/page.html").write_text("<p>")
    run = run_kg("build", "nowhere", "in", "in/none", "--max-bytes", "10000", cwd=folder)
    said = run.stderr.splitlines()
    for name, (_, line) in BAD.items():
        assert [other for other in said if other.startswith(f"kg: in/{name}") and line in other], name
    assert "kg: nowhere: does not exist; check the path" in said
    assert said[-1] == "kg: 7 could not be read; see the lines above"
    assert len(said) == len(BAD) + 2
    assert run.returncode == 1
    assert run.stdout.startswith("2 articles read, 7 skipped; files of other kinds left alone: 1\n")
    assert {article.id for article in kg.Store.open("graph/graph.db").articles()} == {"good", "windows"}


def test_nothing_read_nothing_replaced(folder: Path) -> None:
    run_here("build", "in")
    before = contents(folder / "graph")
    status, out, said = run_here("build", "nowhere")
    assert (status, out, said.splitlines()[-1]) == (1, "", "kg: no article could be read; nothing was written")
    assert contents(folder / "graph") == before
    run_here("build", "nowhere", "--out", "other")
    assert not Path("other").exists()


@pytest.mark.parametrize(
    ("place", "status", "said"),
    [
        ("graph", 2, "kg: graph: is a file, not a folder; give another --out"),
        ("graph/graph.db", 1, "kg: graph/graph.db: "),
        (
            "graph/graph.gexf/folder",
            2,
            "kg: graph/graph.gexf: is a folder where a file should go; ",
        ),
    ],
)
def test_something_else_where_the_graph_should_go(place: str, status: int, said: str, folder: Path) -> None:
    Path(place).parent.mkdir(exist_ok=True, parents=True)
    Path(place).write_text("mine")
    before = contents(folder)
    result = run_here("build", "in")
    assert (result[0], result[1]) == (status, "")
    assert result[2].startswith(said)
    assert result[2].count("\n") == 1
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device", "graph.gexf"),
            1,
            "kg: graph.gexf: No space left on device; ",
        ),
        (KeyboardInterrupt(), 130, "kg: interrupted; "),
    ],
)
def test_an_error_half_way_leaves_what_was_there(
    error: BaseException, status: int, said: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_here("build", "in")
    before = contents(folder / "graph")
    Path("in/good.txt").write_text(SENTENCE.replace("Norway", "Sweden"), "utf-8")

    def break_off(*_: object) -> None:
        raise error

    monkeypatch.setattr(kg.DefenseGraph, "to_html", break_off)
    result = run_here("build", "in")
    assert (result[0], result[1]) == (status, "")
    assert result[2].startswith(said)
    assert result[2].count("\n") == 1
    assert contents(folder / "graph") == before


@pytest.fixture
def stumbling(monkeypatch: pytest.MonkeyPatch) -> None:
    """An extractor that fails on the article with the id "bad"."""
    read = Extractor.doc

    def stumble(self: Extractor, article: Article) -> Doc:
        if article.id == "bad":
            raise ZeroDivisionError("by\x1bzero")
        return read(self, article)

    monkeypatch.setattr(Extractor, "doc", stumble)


@pytest.mark.usefixtures("stumbling")
def test_an_article_that_breaks_the_extractor_is_skipped(folder: Path) -> None:
    Path("in/bad.txt").write_text("x")
    status, out, said = run_here("extract", "in")
    assert (status, [json.loads(line)["id"] for line in out.splitlines()]) == (1, ["good"])
    assert (
        said.splitlines()[0]
        == "kg: bad: could not be extracted (ZeroDivisionError: by\ufffdzero); report this with the article"
    )


# ---- keeping -------------------------------------------------------------------------------------------------------


def test_add_makes_a_store_and_reads_only_what_is_new(folder: Path) -> None:
    assert run_here("add", "in") == (0, "1 article added, 0 read again, 0 known, 0 failed\n", "")
    assert sorted(path.name for path in Path("graph").iterdir()) == ["graph.db"]
    Path("in/more.txt").write_text(SENTENCE.replace("May 4", "May 5"))
    Path("in/good.txt").write_text(SENTENCE.replace("May 4", "May 9"))
    Path("in/empty.txt").touch()
    status, out, said = run_here("add", "in")
    assert (status, out) == (1, "1 article added, 1 read again, 0 known, 1 failed\n")
    assert said.splitlines() == [
        "kg: in/empty.txt: is empty; put an article in it, or leave it out",
        "kg: 1 could not be read; see the lines above",
    ]
    assert run_here("add", "in/more.txt", "in/good.txt")[1] == "0 articles added, 0 read again, 2 known, 0 failed\n"
    assert {met["date"] for met in json.loads(run_here("met", "--json")[1])} == {"2020-05-05", "2020-05-09"}


def test_what_was_built_is_added_to(folder: Path) -> None:
    Path("in/empty.txt").touch()
    run_here("build", "in")
    assert run_here("add", "in")[1] == "0 articles added, 0 read again, 1 known, 1 failed\n"
    listed = json.loads(run_here("articles", "--json")[1])
    assert [(reading["article"], reading["failure"]) for reading in listed] == [
        ("good", None),
        ("in/empty.txt", "is empty; put an article in it, or leave it out"),
    ]
    assert all(reading["when"] for reading in listed)


def test_articles_are_listed_with_what_they_are_copies_of(folder: Path) -> None:
    Path("in/other.txt").write_text(f"News {SENTENCE}")
    run_here("add", "in")
    status, out, said = run_here("articles")
    assert (status, said) == (0, "")
    header, good, other = (line.split() for line in out.splitlines())
    assert header == ["article", "read", "published", "title", "copy", "of", "failed"]
    assert (good[0], other[0], other[-1]) == ("good", "other", "good")
    assert run_here("articles", "--failed") == (0, "", "kg: everything could be read\n")
    sources = [source for met in json.loads(run_here("met", "--json")[1]) for source in met["sources"]]
    assert {(source["article"], source["copy_of"]) for source in sources} == {("good", None), ("other", "good")}


def test_what_is_removed_is_gone(folder: Path) -> None:
    run_here("add", "in")
    assert run_here("remove", "god") == (1, "", "kg: graph/graph.db: holds no article 'god'; kg articles lists what it holds\n")
    assert run_here("remove", "good") == (0, "1 article removed\n", "")
    assert run_here("articles") == (0, "", "kg: the store is empty; fill it with kg add\n")
    assert run_here("met")[1] == ""


def test_rebuild_tells_what_changed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_here("add", "in")
    assert run_here("rebuild") == (0, "1 article read again; facts gained: 0, lost: 0\n", "")
    read = record_of
    monkeypatch.setattr("extract.pipeline.record_of", lambda *of: read(*of).model_copy(update={"officials": ()}))
    status, out, said = run_here("rebuild")
    assert (status, said) == (0, "")
    assert out.splitlines()[0] == "1 article read again; facts gained: 0, lost: 2"
    assert [line.split()[:3] for line in out.splitlines()[3:]] == [["good", "lost", "officials"]] * 2
    assert "name Jonas Berg, country NOR" in out
    monkeypatch.undo()
    gained = json.loads(run_here("rebuild", "--graph", str(folder / "graph/graph.db"), "--json")[1])
    assert [(change["article"], change["gained"], change["kind"]) for change in gained] == [("good", True, "officials")] * 2


@pytest.mark.usefixtures("stumbling")
def test_rebuild_keeps_what_it_cannot_read(folder: Path) -> None:
    kg.Store.replace("graph.db", [(Article(id="bad", text="x"), Record(id="bad", countries=("NOR",)))])
    status, out, said = run_here("rebuild", "--graph", "graph.db")
    assert (status, out) == (1, "0 articles read again; facts gained: 0, lost: 0\n")
    assert said.splitlines()[-1] == "kg: 1 could not be read; see the lines above"
    assert [record.countries for record in kg.Store.open("graph.db").records()] == [("NOR",)]


@pytest.mark.parametrize("arguments", [["remove", "good"], ["articles"], ["rebuild"]])
def test_only_add_makes_a_store(arguments: list[str], folder: Path) -> None:
    assert run_here(*arguments) == (1, "", "kg: graph/graph.db: there is no store here; make one with kg build\n")
    assert not Path("graph").exists()


def test_add_that_is_interrupted_says_what_stays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = kg.Store.put, []

    def put(self: kg.Store, *arguments: object, **options: object) -> list[str]:
        if calls:
            raise KeyboardInterrupt
        calls.append(1)
        return real(self, *arguments, **options)  # type: ignore[arg-type, return-value]

    monkeypatch.setattr(kg.Store, "put", put)
    assert run_here("add", "in") == (
        130,
        "1 article added, 0 read again, 0 known, 0 failed\n",
        "kg: interrupted; what was written before stays\n",
    )
    monkeypatch.undo()
    assert run_here("add", str(folder / "in"), "--graph", str(folder / "graph/graph.db"))[1].startswith("0 articles added")


# ---- extract -------------------------------------------------------------------------------------------------------


def test_extract_writes_a_record_a_line(folder: Path, run_kg: RunKg, seeds: Path) -> None:
    run = run_kg("extract", seeds, cwd=folder)
    assert (run.returncode, run.stderr) == (0, "")
    records = [Record.model_validate_json(line) for line in run.stdout.splitlines()]
    assert [record.id for record in records] == ["000_cc191f8cfcb2935b", "003_61cc0cd76c02e46e"]
    run = run_kg("extract", seeds, "--out", "records.jsonl", cwd=folder)
    assert run.stdout == ""
    assert [Record.model_validate_json(line) for line in Path("records.jsonl").read_text("utf-8").splitlines()] == records


def test_extract_replaces_nothing_if_nothing_was_read(folder: Path) -> None:
    Path("records.jsonl").write_text("before")
    assert run_here("extract", "nowhere", "--out", "records.jsonl")[0] == 1
    assert Path("records.jsonl").read_text() == "before"


def test_extract_into_a_folder_that_is_not_there(folder: Path) -> None:
    status, out, said = run_here("extract", "in", "--out", "gone/records.jsonl")
    assert (status, out) == (1, "")
    assert said.startswith("kg: gone: there is no such folder; check the path")


def test_extract_reads_standard_input(folder: Path, run_kg: RunKg) -> None:
    run = run_kg("extract", "-", cwd=folder, stdin=SENTENCE)
    assert Record.model_validate_json(run.stdout).id == "stdin"
    run = run_kg("extract", "-", cwd=folder, stdin="".join(json.dumps({"id": i, "text": SENTENCE}) + "\n" for i in "ab"))
    assert [Record.model_validate_json(line).id for line in run.stdout.splitlines()] == ["a", "b"]


def test_a_closed_pipe_is_met_with_silence(folder: Path, root: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", "extract", "in"],
        env={**os.environ, "PYTHONPATH": str(root)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 1


# ---- usage ---------------------------------------------------------------------------------------------------------


def test_version(folder: Path, run_kg: RunKg) -> None:
    assert run_kg("--version", cwd=folder).stdout == f"kg {__version__}\n"


@pytest.mark.parametrize("arguments", [["build"], ["ask"], ["met", "--when", "now"], ["build", "in", "--max-bytes", "0"]])
def test_wrong_usage(arguments: list[str], folder: Path) -> None:
    status, out, said = run_here(*arguments)
    assert (status, out) == (2, "")
    assert "Error: " in said


def test_what_is_corrected_stays_corrected(folder: Path) -> None:
    run_here("add", "in")
    (meeting,) = json.loads(run_here("meetings", "--json")[1])
    wrote = (0, "wrote graph/corrections.toml\n", "")
    assert run_here("correct", "no_meeting", meeting["meeting_id"], "--why", "a rehearsal", "--when", "2020-06-01") == wrote
    assert tomllib.loads(Path("graph/corrections.toml").read_text("utf-8"))["no_meeting"] == [
        {
            "date": meeting["date"],
            "parties": meeting["parties"],
            "articles": ["good"],
            "when": "2020-06-01",
            "why": "a rehearsal",
        }
    ]
    assert run_here("meetings")[1] == ""
    run_here("rebuild")
    assert run_here("meetings")[1] == ""
    run_here("remove", "good")
    status, _, said = run_here("officials")
    assert (status, said.splitlines()[0].split(": ")[:2]) == (0, ["kg", "graph/corrections.toml"])
    assert "matches nothing" in said
    kinds = "same, different, not_official, no_meeting, meeting_on, wrong"
    assert run_here("correct", "sme", "x", "y") == (2, "", f"kg: unknown correction 'sme'; write {kinds}\n")
