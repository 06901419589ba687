"""The shapes in which the press tells of a meeting: sentences of sittings.tsv, each with who met, how and when.

A row: the sentence, the parties, the surnames of those who met, mode and status; one without parties tells of no meeting, and
";" parts those of several.
"""

import csv
from pathlib import Path

import pytest

from extract import Article, Extractor

ROWS = list(csv.reader((Path(__file__).parent / "sittings.tsv").read_text(encoding="utf-8").splitlines(), delimiter="\t"))
DATELINE = "OSLO, May 6, 2020 (Wire) -- "


@pytest.mark.parametrize(("text", "parties", "people", "mode", "status"), ROWS, ids=lambda value: value[:60])
def test_sentence(extractor: Extractor, text: str, parties: str, people: str, mode: str, status: str) -> None:
    record = extractor(Article(id="a", text=DATELINE + text if text.endswith(".") else text))
    told = [
        (" ".join(m.parties), " ".join(sorted(o.split()[-1] for o in m.officials)), m.mode, m.status) for m in record.meetings
    ]
    pairs = zip(parties.split(";"), people.split(";"), strict=True) if parties else ()
    assert sorted(told) == sorted((of, met, mode, status) for of, met in pairs)
