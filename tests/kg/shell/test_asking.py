"""The questions in the shell."""

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

import kg
from extract import Article, Record
from kg.shell.asking import asking
from kg.shell.cli import app

RunKg = Callable[..., subprocess.CompletedProcess[str]]

NAME = "Kim \x1b[2JMin\x9b31m"


def ask(store: Path, *question: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error."""
    result = CliRunner().invoke(app, [*question, "--graph", str(store)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def store(built: Path) -> Path:
    return built / "graph/graph.db"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (["met"], {"Kim Seon Ho (KOR)", "Hoang Xuan Chien (VNM)", "Park Jae-min (KOR)", "Brunei", "ASEAN"}),
        (["met", "kim seon-ho"], {"2024-04-23", "Hoang Xuan Chien (VNM)", "Ha Noi", "003_61cc0cd76c02e46e"}),
        (["met", "Park Jae-min", "--country", "Vietnam"], {"Viet Nam"}),
        (["met", "--since", "2022", "--country", "RoK"], {"Kim Seon Ho (KOR)"}),
        (["meetings", "KOR", "Viet Nam"], {"2021-09-08", "2024-04-23", "held"}),
        (["meetings", "Japan"], {"2021-09-08 to 2021-09-10", "Seoul Defense Dialogue"}),
        (["relations", "KOR", "VNM", "--kind", "signed"], {"2024-04-23", "signed"}),
        (["relations", "--kind", "aided"], {"34,000,000 USD"}),
        (["officials", "--country", "VNM"], {"Hoang Xuan Chien", "deputy defense minister"}),
        (["officials", "--on", "2021-09"], {"Park Jae-min", "2021-09-08"}),
        (["official", "kim seon-ho"], {"Kim Seon Ho", "003_61cc0cd76c02e46e"}),
        (["career", "Park Jae-min"], {"2021-09-08", "vice defense minister"}),
        (["timeline", "KOR", "Viet Nam"], {"2022-12", "upgraded ties", "KOR VNM", "Ha Noi"}),
        (["counterparts", "Park Jae-min"], {"ASEAN", "Brunei", "1"}),
        (["path", "Brunei", "Japan"], {"Brunei", "South Korea", "Japan", "Seoul Defense Dialogue"}),
        (["path", "Kim Seon Ho", "Hoang Xuan Chien"], {"Kim Seon Ho (KOR)", "Hoang Xuan Chien (VNM)"}),
        (["compare", "KOR", "VNM", "--period", "2018/2021", "--period", "2022/"], {"2018", "2021", "2022", "0", "1"}),
        (["busiest"], {"South Korea – Viet Nam", "2"}),
        (["busiest", "--by", "official", "--most", "1"], {"Kim Seon Ho (KOR)"}),
        (["busiest", "--by", "country"], {"South Korea", "Viet Nam"}),
    ],
)
def test_questions(question: list[str], expected: set[str], store: Path) -> None:
    status, out, said = ask(store, *question)
    assert (status, said) == (0, "")
    header, *rows = [line.split("  ") for line in out.splitlines()]
    assert header
    cells = {cell.strip() for row in rows for cell in row}
    assert expected <= cells, cells


def test_a_person_and_a_country_answer_only_what_concerns_both(store: Path) -> None:
    _, out, _ = ask(store, "met", "Park Jae-min", "--country", "Vietnam")
    assert len(out.splitlines()) == 2


QUESTIONS = [
    ["met"],
    ["meetings"],
    ["relations"],
    ["officials"],
    ["official", "Kim Seon Ho"],
    ["career", "Kim Seon Ho"],
    ["timeline", "KOR", "VNM"],
    ["counterparts", "Kim Seon Ho"],
    ["path", "KOR", "VNM"],
    ["compare", "KOR", "VNM", "--period", "2020/2025"],
    ["busiest"],
]


def test_every_question_is_tried() -> None:
    commands = [command.callback for command in asking.registered_commands]
    assert {name for name, *_ in QUESTIONS} == {callback.__name__ for callback in commands if callback}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_answers_as_json(question: list[str], store: Path) -> None:
    _, out, _ = ask(store, *question, "--json")
    answers = json.loads(out)
    assert answers
    assert all(answer["sources"][0]["sentence"] for answer in answers)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_answers_as_csv(question: list[str], store: Path) -> None:
    status, out, said = ask(store, *question, "--csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert (status, said, bool(rows)) == (0, "", True)
    answers = json.loads(ask(store, *question, "--json")[1])
    fields = [name for name in (answers[0]["spellings"][0] if question[0] == "official" else answers[0]) if name != "sources"]
    assert list(rows[0]) == [*fields, "articles", "copies", "publishers", "urls", "published", "sentences"]
    assert all(row["articles"] and row["sentences"] for row in rows)


def test_csv_of_nothing_has_its_header(store: Path) -> None:
    status, out, said = ask(store, "met", "--until", "1990", "--csv")
    assert (status, said) == (0, "")
    assert out.startswith("person,person_kind,person_country,other,")
    assert out.count("\n") == 1


def test_an_official_as_json_is_one_with_spellings_and_their_sources(store: Path) -> None:
    (profile,) = json.loads(ask(store, "official", "Kim Seon-ho", "--json")[1])
    assert [spelling["spelling"] for spelling in profile["spellings"]] == ["Kim Seon Ho"]
    assert profile["spellings"][0]["sources"][0]["article"] == "003_61cc0cd76c02e46e"


@pytest.mark.parametrize(
    ("period", "counts"), [("2021", ["1"]), ("2022/2024-06", ["1"]), ("/2024-04", ["2"]), ("2022/", ["1"]), ("/", ["2"])]
)
def test_a_period_may_be_a_year_or_open(period: str, counts: list[str], store: Path) -> None:
    _, out, _ = ask(store, "compare", "KOR", "VNM", "--period", period, "--csv")
    assert [row["meetings"] for row in csv.DictReader(io.StringIO(out))] == counts


def test_no_answer_is_said(store: Path) -> None:
    result = ask(store, "met", "--until", "1990")
    assert result == (0, "", "kg: the articles tell of nothing that answers this\n")
    assert ask(store, "met", "--until", "1990", "--json")[1] == "[]\n"


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["met", "Hoang Xuan Chian"], 2, "did you mean Hoang Xuan Chien"),
        (["met", "--country", "Vietnarm"], 2, "did you mean Viet Nam"),
        (["met", "Park Jae-min", "--country", "Vietnarm"], 2, "did you mean Viet Nam"),
        (["met", "--status", "happened"], 2, "held, planned, cancelled or any"),
        (["met", "--since", "last year"], 2, "write 2021, 2021-09 or 2021-09-08"),
        (["relations", "--kind", "hugged"], 2, "visited"),
        (["officials", "--office", "wizard"], 2, "defense_minister"),
        (["officials", "--on", "now"], 2, "write 2021, 2021-09 or 2021-09-08"),
        (["career", "Park Jae-mun"], 2, "did you mean Park Jae-min"),
        (["path", "Vietnarm", "KOR"], 2, "did you mean Viet Nam"),
        (["compare", "KOR", "VNM", "--period", "2021/2020"], 2, "ends before it begins"),
        (["busiest", "--by", "town"], 2, "dyad, official or country"),
        (["met", "--json", "--csv"], 2, "choose one"),
    ],
)
def test_questions_that_cannot_be_answered(arguments: list[str], status: int, said: str, store: Path) -> None:
    result = ask(store, *arguments)
    assert (result[0], result[1]) == (status, "")
    assert result[2].startswith("kg: ")
    assert result[2].count("\n") == 1
    assert said in result[2]


def test_output_is_utf8_in_any_locale(built: Path, run_kg: RunKg) -> None:
    run = run_kg("meetings", cwd=built, env={"PYTHONIOENCODING": "latin-1"})
    assert "ASEAN – South Korea" in run.stdout


def test_no_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert ask(Path("graph/graph.db"), "met") == (1, "", "kg: graph/graph.db: there is no store here; make one with kg build\n")


# ---- the terminal --------------------------------------------------------------------------------------------------


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A store whose names and sentences hold escape sequences, newlines and marks that turn the direction of text."""
    record = Record.model_validate(
        {
            "id": "a",
            "countries": ["KOR", "NOR"],
            "officials": [
                {"name": NAME, "country": "KOR", "role": "minister\x07", "role_class": "defense_minister", "evidence": NAME},
                {"name": "Jonas Berg", "country": "NOR", "role_class": "defense_minister"},
            ],
            "meetings": [
                {
                    "date": "2020-05-04",
                    "parties": ["KOR", "NOR"],
                    "officials": [NAME, "Jonas Berg"],
                    "place": "Seoul\n\u202eluoeS",
                    "evidence": NAME,
                }
            ],
        }
    )
    kg.Store.replace(tmp_path / "graph.db", [(Article(id="a", text=NAME), record)])
    return tmp_path / "graph.db"


@pytest.mark.parametrize("command", ["met", "meetings", "officials"])
@pytest.mark.parametrize("form", [[], ["--json"], ["--csv"]])
def test_no_control_character_reaches_the_terminal(command: str, form: list[str], hostile: Path) -> None:
    _, out, _ = ask(hostile, command, *form)
    assert "Jonas Berg" in out
    assert {character for character in out if not character.isprintable()} == {"\n"}
    if form == ["--json"]:
        assert NAME in {source["sentence"] for answer in json.loads(out) for source in answer["sources"]}
