"""Short reports of many outlets, each with the meetings that a careful reader would code: reports.txt. All people are invented.

A report begins with "=== name | publication date"; behind "---" stand its meetings: date ("-" where none is told), status,
mode, parties, and behind the colon the surnames of those who took part.
"""

from pathlib import Path

import pytest

from extract import Article, Extractor

REPORTS = (Path(__file__).parent / "reports.txt").read_text(encoding="utf-8").split("=== ")[1:]


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.split(" | ")[0])
def test_report(extractor: Extractor, report: str) -> None:
    head, _, rest = report.partition("\n")
    text, _, expected = rest.partition("\n---\n")
    record = extractor(Article(id="a", text=text, published=head.split(" | ")[1]))
    told = {
        f"{m.date or '-'} {m.status} {m.mode} {' '.join(m.parties)} : {' '.join(o.split()[-1] for o in m.officials)}"
        for m in record.meetings
    }
    assert {_sorted(line) for line in told} == {_sorted(line) for line in expected.split("\n") if line}


def _sorted(line: str) -> str:
    facts, _, people = line.partition(" :")
    return f"{facts} : {' '.join(sorted(people.split()))}".rstrip()
