"""Who is who across articles: one official however spelled, one meeting and one relation however many articles report it.

`resolve` gives every official, meeting and relation of a set of records the id of what it stands for. What is decided rests on
the records alone, never on their order. Where nothing decides, reports stay apart: a wrong merge is worse than a missed one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

from extract.gazetteer import fold
from extract.record import Record
from kg.identity.alike import ReportKey
from kg.identity.corrections import NONE, Corrections
from kg.identity.deeds import deed_prefix, deeds
from kg.identity.names import without_asides
from kg.identity.occasions import occasion_prefix, occasions
from kg.identity.officials import Name, people_in
from kg.identity.people import are_one, mention_of

SpellingKey: TypeAlias = tuple[str, str]

_T = TypeVar("_T")

_UNKNOWN = "unknown"
"""What stands in an official's id where his country would."""


@dataclass(frozen=True)
class Resolution:
    """What each report stands for. A report is (record id, index in the record), an official's (record id, name).

    `names` has the fullest name of each official, also where the records at hand do not tell it.
    """

    officials: dict[SpellingKey, str]
    meetings: dict[ReportKey, str]
    relations: dict[ReportKey, str]
    names: dict[str, str]


def resolve(records: Iterable[Record], corrections: Corrections = NONE) -> Resolution:
    """The id of every official, meeting and relation in `records`; the same for any order of them.

    Of `corrections` those count that tell whose names are whose; `corrections.corrected` applies the others to the records.
    """
    ordered = sorted(records, key=lambda record: record.id)
    officials, names = _resolve_officials(ordered, corrections)
    return Resolution(
        officials=officials,
        meetings=_resolve_meetings(ordered, officials),
        relations=_resolve_relations(ordered),
        names=names,
    )


def same_person(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Whether two mentions (`name`, `country`, `role_class`, `date`) are of one official."""
    return are_one(mention_of(a), mention_of(b))


# ---- officials -----------------------------------------------------------------------------------------------------


def spelling_keys(name: str) -> frozenset[str]:
    """What two spellings of one name share: the bare letters as written, with the first word last, and with the last first."""
    words = [letters for word in name.split() if (letters := fold(word).replace(" ", ""))] or [name]
    return frozenset("".join(order) for order in (words, words[1:] + words[:1], words[-1:] + words[:-1]))


def fullest(names: Iterable[str]) -> str:
    """The spelling with the most letters, none in brackets counted, and among equals the most marks."""

    def order(name: str) -> tuple[int, bool, int, str]:
        plain = without_asides(name)
        return len(fold(plain).replace(" ", "")), plain == name, len(name), name

    return max(names, key=order)


def slug(text: str) -> str:
    """The text as part of an id: ``park-jae-min``."""
    return "-".join(re.findall("[a-z0-9]+", fold(text))) or "unnamed"


def _resolve_officials(records: Sequence[Record], corrections: Corrections) -> tuple[dict[SpellingKey, str], dict[str, str]]:
    people = [(prefix_and_name(naming.owner for naming in namings), namings) for namings in people_in(records, corrections)]
    ordered = sorted(people, key=lambda item: (item[0][0], min(naming.spelling for naming in item[1])))
    officials, names = dict[SpellingKey, str](), dict[str, str]()
    for prefix, number, (name, namings) in _numbered((prefix, (name, namings)) for (prefix, name), namings in ordered):
        identity = official_id(prefix, number)
        names[identity] = name
        officials.update((naming.spelling, identity) for naming in namings)
    return officials, names


def prefix_and_name(names: Iterable[Name]) -> tuple[str, str]:
    """The id of an official of these names, but for the number where several share it; and the fullest of them."""
    own = list(names)
    country = min((country for country, _ in own if country), default=_UNKNOWN)
    name = fullest(name for _, name in own)
    return f"{country}/{slug(name)}", name


def country_in(official: str) -> str | None:
    """The country or organization that an official is of, as his id tells it."""
    country = official.split("/", 1)[0]
    return None if country == _UNKNOWN else country


def official_id(prefix: str, number: int) -> str:
    """The id of the official who has a number among those of one prefix."""
    return prefix if number == 1 else f"{prefix}-{number}"


# ---- meetings and relations ----------------------------------------------------------------------------------------


def _resolve_meetings(records: Sequence[Record], officials: Mapping[SpellingKey, str]) -> dict[ReportKey, str]:
    meetings = {(record.id, index): meeting for record in records for index, meeting in enumerate(record.meetings)}
    groups = occasions(records, officials)
    return _ids((occasion_prefix([meetings[report] for report in group]), group) for group in groups)


def _resolve_relations(records: Sequence[Record]) -> dict[ReportKey, str]:
    relations = {(record.id, index): relation for record in records for index, relation in enumerate(record.relations)}
    return _ids((deed_prefix([relations[report] for report in group]), group) for group in deeds(records))


def _ids(groups: Iterable[tuple[str, list[ReportKey]]]) -> dict[ReportKey, str]:
    return {report: f"{prefix}/{number}" for prefix, number, group in _numbered(groups) for report in group}


def _numbered(groups: Iterable[tuple[str, _T]]) -> Iterator[tuple[str, int, _T]]:
    """Each group with its number among those of its prefix, from 1."""
    numbers: Counter[str] = Counter()
    for prefix, group in groups:
        numbers[prefix] += 1
        yield prefix, numbers[prefix], group
