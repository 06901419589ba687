"""The benchmarks say what they should: of records that are right, half right and wrong, and of who is who."""

import json
import os
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from extract import Record

TEXT = (
    "Defense Minister Jonas Berg of Norway met his Danish counterpart, Mads Holm, in Oslo on May 4, 2020. They signed a pact."
)
GOLD: dict[str, Any] = {
    "id": "a",
    "published": None,
    "countries": ["DNK", "NOR"],
    "organizations": [],
    "officials": [
        {"name": "Jonas Berg", "country": "NOR", "role_class": "defense_minister"},
        {"name": "Mads Holm", "country": "DNK", "role_class": "defense_minister"},
    ],
    "meetings": [
        {
            "date": "2020-05-04",
            "parties": ["DNK", "NOR"],
            "officials": ["Jonas Berg", "Mads Holm"],
            "place": "Oslo",
            "evidence": TEXT,
        }
    ],
    "relations": [{"type": "signed", "source": "DNK", "target": "NOR", "date": None, "evidence": "They signed a pact."}],
}


@pytest.fixture(scope="module")
def accuracy(root: Path) -> ModuleType:
    """benchmarks/accuracy.py, which is in no package."""
    spec = spec_from_file_location("accuracy", root / "benchmarks/accuracy.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules["accuracy"] = module
    spec.loader.exec_module(module)
    return module


MEETING = GOLD["meetings"][0]


@pytest.mark.parametrize(
    ("changes", "metric", "figures"),
    [
        ({}, "meetings_exact", {"precision": 1.0, "recall": 1.0, "f1": 1.0, "gold": 1}),
        # honours, accents and hyphens make no other name
        ({"officials": [{**GOLD["officials"][0], "name": "Sir Jónas-Berg"}]}, "officials", {"precision": 1.0, "recall": 0.5}),
        # a date less precise still pairs, but is not exact
        ({"meetings": [{**MEETING, "date": "2020-05"}]}, "meetings", {"f1": 1.0}),
        ({"meetings": [{**MEETING, "date": "2020-05"}]}, "meetings_exact", {"f1": 0.0}),
        # no date pairs with no other
        ({"meetings": [{**MEETING, "date": None}]}, "meetings", {"f1": 0.0}),
        # two of three parties are enough, one is not
        ({"meetings": [{**MEETING, "parties": ["DNK", "NOR", "SWE"]}]}, "meetings", {"f1": 1.0}),
        ({"meetings": [{**MEETING, "parties": ["DNK", "SWE"]}]}, "meetings", {"f1": 0.0}),
        # each gold meeting pairs once
        ({"meetings": [MEETING, MEETING]}, "meetings", {"precision": 0.5, "recall": 1.0}),
        # only held meetings tell who met whom
        ({"meetings": [{**MEETING, "status": "planned"}]}, "who_met_whom", {"recall": 0.0, "gold": 1}),
        # two wrong fields of six
        ({"meetings": [{**MEETING, "mode": "phone", "place": "Bergen"}]}, "details", {"accuracy": 0.667}),
        # a symmetric relation has no direction
        ({"relations": [{**GOLD["relations"][0], "source": "NOR", "target": "DNK"}]}, "relations", {"f1": 1.0}),
        ({"relations": [{**GOLD["relations"][0], "date": "2020"}]}, "relations", {"f1": 0.0}),
        # one quote of two is in the article
        ({"relations": [{**GOLD["relations"][0], "evidence": "They hugged."}]}, "evidence", {"accuracy": 0.5}),
        ({"published": "2020-05-05"}, "published", {"accuracy": 0.0}),
    ],
)
def test_rows(changes: dict[str, Any], metric: str, figures: dict[str, float], accuracy: ModuleType) -> None:
    score = accuracy.Score()
    score.add(Record.model_validate(GOLD), Record.model_validate({**GOLD, **changes}), TEXT)
    row = score.table()[metric]
    assert {name: row[name] for name in figures} == figures


def test_errors_are_named(accuracy: ModuleType) -> None:
    found = Record.model_validate({**GOLD, "countries": ["NOR", "SWE"]})
    errors = accuracy.Score().add(Record.model_validate(GOLD), found, TEXT)
    assert [tuple(error) for error in errors] == [("countries", "-", "DNK"), ("countries", "+", "SWE")]


def test_halves_are_always_the_same_and_make_a_whole(accuracy: ModuleType) -> None:
    names = [str(number) for number in range(9)]
    a, b = (accuracy.half_of(names, half) for half in "ab")
    assert a == accuracy.half_of(names[::-1], "a")
    assert (len(a), sorted(a + b)) == (5, names)


def test_the_command_scores_a_folder(root: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.json").write_text(json.dumps(GOLD), "utf-8")
    run = subprocess.run(
        [sys.executable, root / "benchmarks/accuracy.py", tmp_path],
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.startswith("1 articles; share right: published 1.000, ")
    assert "\ncountries            1.000   1.000   1.000      2\n" in run.stdout


def test_who_is_who_among_synthetic_records(root: Path) -> None:
    run = subprocess.run(
        [sys.executable, root / "benchmarks/identity.py", "300"],
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    names, figures = run.stdout.splitlines()
    assert (names.split()[0], figures.split()[0]) == ("records", "300")
    right, found = map(float, figures.split()[-2:])
    assert right > 0.99
    assert found > 0.9


def test_exports_beside_networkx(root: Path) -> None:
    run = subprocess.run(
        [sys.executable, root / "benchmarks/export.py", "300"],
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    names, *rows = (line.split() for line in run.stdout.splitlines())
    assert names[:2] == ["edges", "format"]
    assert [row[1] for row in rows] == ["graphml", "gexf", "csv", "json"]
    assert all(float(row[4]) > 0 for row in rows)
    assert [row[5] == "-" for row in rows] == [False, False, True, False]
