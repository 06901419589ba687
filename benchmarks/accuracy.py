"""How well the extractor does on articles with gold records: precision, recall and F1 of everything the codebook names.

    python benchmarks/accuracy.py ARTICLES_DIR [--half a|b] [--errors [--only METRIC]] [--json] [--records FILE]

ARTICLES_DIR holds NAME.txt beside NAME.json, a record in the form of docs/codebook.md. `--half` takes one half of the articles,
always the same one. `--errors` lists what was missed (-) and made up (+). `--records` scores records that are there already
(JSON lines) instead of extracting.

Rows: `meetings` pairs reports of one status whose dates do not contradict each other (one may be more precise) and whose
parties overlap by two thirds; `meetings_exact` wants date, status, parties and officials equal; `who_met_whom` and `relations`
want dates equal, unknown ones included. `details` is the share of right fields (mode, end, place, place_country,
sidelines_of, name) of paired meetings, `evidence` the share of meetings and relations extracted whose evidence is a verbatim
piece of the article.
"""

import argparse
import json
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from extract import Extractor, Meeting, Record, Relation, read_articles

_SEED = 2021
_SYMMETRIC = {"agreed", "signed", "upgraded_ties", "exercised"}
_HONORIFICS = """
    mr mrs ms dr sir lady lord hon sheikh shaikh prince princess hrh hm he dato datuk datin tan sri seri setia paduka pehin
    awang haji hj ratu tun
"""
_DETAILS = 6


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--half", choices=("a", "b"))
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--only", choices=METRICS)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--records", type=Path)
    args = parser.parse_args()

    gold = {path.stem: Record.model_validate_json(path.read_bytes()) for path in sorted(args.articles.glob("*.json"))}
    names = half_of(gold, args.half) if args.half else sorted(gold)
    texts = {article.id: article for article in read_articles(args.articles / f"{name}.txt" for name in names)}
    if args.records:
        records = _read_records(args.records)
    else:
        extractor = Extractor()
        records = {name: extractor(article) for name, article in texts.items()}
    lost = [name for name in names if name not in records]
    if lost:
        parser.error(f"{args.records}: no record for {len(lost)} of {len(names)} articles: {' '.join(lost[:5])}")

    score = Score()
    for name in names:
        for error in score.add(gold[name], records[name], texts[name].text):
            if args.errors and args.only in (None, error.metric):
                print(f"{name}  {error.metric}  {error.sign} {_brief(error.item)}")
    print(json.dumps({"articles": len(names), **score.table()}) if args.json else _layout(len(names), score.table()))


def half_of(names: Iterable[str], half: str) -> list[str]:
    """One half of the names, sorted: by chance, but always the same."""
    shuffled = sorted(names)
    random.Random(_SEED).shuffle(shuffled)
    middle = (len(shuffled) + 1) // 2
    return sorted(shuffled[:middle] if half == "a" else shuffled[middle:])


def _read_records(path: Path) -> dict[str, Record]:
    with path.open(encoding="utf-8") as lines:
        records = [Record.model_validate_json(line) for line in lines if line.strip()]
    return {re.sub(r"\.(txt|html?)\Z", "", record.id): record for record in records}


# ---- what is compared ----------------------------------------------------------------------------------------------


def fold(name: str) -> str:
    """A name as a comparison key: no accents, case, punctuation or leading titles of honour."""
    decomposed = unicodedata.normalize("NFKD", name.replace("đ", "d").replace("Đ", "D"))
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    words = re.sub(r"[^\w\s]", " ", bare.lower().replace("dato'", "dato").replace("dato’", "dato")).split()
    while len(words) > 2 and words[0] in _HONORIFICS.split():
        words = words[1:]
    return " ".join(words)


def _names(meeting: Meeting) -> set[str]:
    return {fold(name) for name in meeting.officials}


def _who_met_whom(record: Record) -> list[tuple[tuple[str, str], str | None]]:
    """Pairs of people of different countries who sat in one held meeting, with its date."""
    home = {fold(official.name): official.country for official in record.officials}
    return [
        ((a, b), meeting.date)
        for meeting in record.meetings
        if meeting.status == "held"
        for a, b in combinations(sorted(_names(meeting)), 2)
        if home.get(a) is None or home.get(a) != home.get(b)
    ]


def _equal(gold: Hashable, found: Hashable) -> float:
    return float(gold == found)


def _meeting_similarity(gold: Meeting, found: Meeting) -> float:
    parties, others = set(gold.parties), set(found.parties)
    overlap = len(parties & others) / len(parties | others) if parties | others else 0.0
    if gold.status != found.status or not _dates_agree(gold.date, found.date) or overlap < 2 / 3:
        return 0.0
    return overlap + 1 / (1 + len(_names(gold) ^ _names(found))) + (gold.date == found.date)


def _dates_agree(gold: str | None, found: str | None) -> bool:
    """Whether they are equal or one is the other made more precise; a date never agrees with none."""
    if gold is None or found is None:
        return gold is found
    return gold.startswith(found) or found.startswith(gold)


def _same_meeting(gold: Meeting, found: Meeting) -> float:
    same = gold.date == found.date and set(gold.parties) == set(found.parties) and gold.status == found.status
    return float(same and _names(gold) == _names(found))


def _same_relation(gold: Relation, found: Relation) -> float:
    ends, others = (gold.source, gold.target), (found.source, found.target)
    same_ends = set(ends) == set(others) if gold.type in _SYMMETRIC else ends == others
    return float(gold.type == found.type and gold.date == found.date and same_ends)


class Metric(NamedTuple):
    """What a row of the table counts, and how alike two such items are: 0 never pairs, the most alike pair first."""

    items: Callable[[Record], Sequence[Any]]
    similarity: Callable[[Any, Any], float] = _equal


METRICS: Mapping[str, Metric] = {
    "countries": Metric(lambda record: sorted(set(record.countries))),
    "organizations": Metric(lambda record: sorted(set(record.organizations))),
    "ministries": Metric(lambda record: sorted({(ministry.country, ministry.kind) for ministry in record.ministries})),
    "officials": Metric(lambda record: [(fold(official.name), official.country) for official in record.officials]),
    "roles": Metric(lambda record: [(fold(official.name), official.role_class) for official in record.officials]),
    "meetings": Metric(lambda record: record.meetings, _meeting_similarity),
    "meetings_exact": Metric(lambda record: record.meetings, _same_meeting),
    "who_met_whom": Metric(_who_met_whom),
    "relations": Metric(lambda record: record.relations, _same_relation),
}


# ---- scoring -------------------------------------------------------------------------------------------------------


class Error(NamedTuple):
    """An item that was missed (-) or made up (+)."""

    metric: str
    sign: str
    item: Any


@dataclass
class Score:
    """What was found, missed and made up over all articles added."""

    articles: int = 0
    published: int = 0
    details: int = 0
    paired: int = 0
    evidence: int = 0
    quoted: int = 0
    hits: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Record, found: Record, text: str) -> list[Error]:
        """Count one article, and name its errors."""
        self.articles += 1
        self.published += gold.published == found.published
        flat = _squash(text)
        for item in (*found.meetings, *found.relations):
            self.quoted += 1
            self.evidence += bool(item.evidence) and _squash(item.evidence) in flat
        return [error for name, metric in METRICS.items() for error in self._add_metric(name, metric, gold, found)]

    def _add_metric(self, name: str, metric: Metric, gold: Record, found: Record) -> Iterator[Error]:
        expected, given = metric.items(gold), metric.items(found)
        pairs = _pair(expected, given, metric.similarity)
        if name == "meetings":
            self.paired += len(pairs)
            self.details += sum(_right_details(expected[i], given[j]) for i, j in pairs)
        self.hits[name] += len(pairs)
        self.missed[name] += len(expected) - len(pairs)
        self.extra[name] += len(given) - len(pairs)
        yield from (Error(name, "-", expected[i]) for i in sorted(set(range(len(expected))) - {i for i, _ in pairs}))
        yield from (Error(name, "+", given[j]) for j in sorted(set(range(len(given))) - {j for _, j in pairs}))

    def table(self) -> dict[str, dict[str, float]]:
        """The rows, each with its figures to three places."""
        return {
            "published": {"accuracy": round(self.published / max(1, self.articles), 3)},
            "details": {"accuracy": _share(self.details, _DETAILS * self.paired)},
            "evidence": {"accuracy": _share(self.evidence, self.quoted)},
            **{name: self._row(self.hits[name], self.missed[name], self.extra[name]) for name in METRICS},
        }

    @staticmethod
    def _row(hits: int, missed: int, extra: int) -> dict[str, float]:
        return {
            "precision": _share(hits, hits + extra),
            "recall": _share(hits, hits + missed),
            "f1": _share(2 * hits, 2 * hits + missed + extra) if hits + missed + extra else 1.0,
            "gold": hits + missed,
        }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 0.0


def _squash(text: str) -> str:
    return " ".join(text.split())


def _pair(gold: Sequence[Any], found: Sequence[Any], similarity: Callable[[Any, Any], float]) -> list[tuple[int, int]]:
    """Pairs of indexes, one to one, the most similar first."""
    values = ((similarity(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found))
    pairs: list[tuple[int, int]] = []
    left: set[int] = set()
    right: set[int] = set()
    for value, i, j in sorted(values, key=lambda triple: (-triple[0], triple[1], triple[2])):
        if value > 0 and i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return pairs


def _right_details(gold: Meeting, found: Meeting) -> int:
    """How many of the further fields of a paired meeting are right."""
    right = (gold.mode == found.mode) + (gold.end == found.end) + (gold.place_country == found.place_country)
    right += bool(gold.sidelines_of) == bool(found.sidelines_of)
    for a, b in ((fold(gold.place or ""), fold(found.place or "")), (fold(gold.name or ""), fold(found.name or ""))):
        right += a == b or bool(a and b and (a in b or b in a))
    return right


# ---- printing ------------------------------------------------------------------------------------------------------


def _brief(item: Any) -> str:
    if isinstance(item, Meeting):
        return item.model_dump_json(include={"date", "status", "name", "parties", "officials"})
    if isinstance(item, Relation):
        return item.model_dump_json(include={"type", "source", "target", "date"})
    return str(item)


def _layout(articles: int, table: Mapping[str, Mapping[str, float]]) -> str:
    shares = ", ".join(f"{name} {table[name]['accuracy']:.3f}" for name in ("published", "details", "evidence"))
    lines = [f"{articles} articles; share right: {shares}", f"{'':16}{'precision':>10}{'recall':>8}{'F1':>8}{'gold':>7}"]
    for name in METRICS:
        row = table[name]
        lines.append(f"{name:16}{row['precision']:10.3f}{row['recall']:8.3f}{row['f1']:8.3f}{row['gold']:7}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
