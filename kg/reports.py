"""What the records report, gathered by what it is a report of, and what several reports of one thing say together."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any, NamedTuple

from extract.gazetteer import organizations
from extract.record import Official, Record, Series
from extract.text.calendar import earliest_latest
from kg.errors import RecordError
from kg.identity.officials import named_once
from kg.identity.resolution import Resolution, country_in, slug
from kg.identity.tellings import telling_words
from kg.kinds import OFFICES
from kg.sides import parties_code
from kg.sources import Shelf, Source, distinct, place_of

_CODE = re.compile(r"[A-Z][A-Z0-9]*")
_MINISTRY = re.compile(r"[a-z][a-z_]*")


@dataclass(frozen=True, slots=True)
class Sighting:
    """How one article names an official, and the office it gives him; `role` in its words, `role_class` the codebook's."""

    name: str
    role: str | None
    role_class: str
    source: Source


class Report(NamedTuple):
    """One item of one record, an official, a ministry, a meeting, a series or a relation, with the sentence it rests on."""

    record: Record
    item: Any
    source: Source


@dataclass(frozen=True)
class Reports:
    """The reports by the canonical id of what they are of, in order of the first report of each.

    Those of a party, by its code, are the articles that name it or an official of it; those of a ministry are of the body
    itself and of those who hold office in it.
    """

    parties: Mapping[str, list[Source]]
    officials: Mapping[str, list[Report]]
    ministries: Mapping[str, list[Report]]
    meetings: Mapping[str, list[Report]]
    series: Mapping[str, list[Report]]
    relations: Mapping[str, list[Report]]


def check_record(record: Record) -> None:
    """Raises RecordError for a code or a date that is none, and for what has no name."""
    for code in sorted(_codes(record)):
        if not _CODE.fullmatch(code):
            raise RecordError(f"record {record.id!r} has the party {code!r}; write a code such as KOR or ASEAN")
    for ministry in record.ministries:
        if not _MINISTRY.fullmatch(ministry.kind):
            raise RecordError(f"record {record.id!r} has the ministry {ministry.kind!r}; write a kind such as defense")
    if not all(name.strip() for name in _names(record)):
        raise RecordError(f"record {record.id!r} has an official or a series without a name; give it one or leave it out")
    for date in _dates(record):
        try:
            earliest_latest(date)
        except ValueError as error:
            raise RecordError(f"record {record.id!r} has a date that is none: {error}") from None


def check_records(records: Iterable[Record]) -> None:
    """As `check_record`; raises RecordError for two records of one id, too."""
    ordered = sorted(records, key=lambda record: record.id)
    for earlier, later in pairwise(ordered):
        if earlier.id == later.id:
            raise RecordError(f"two records have the id {later.id!r}; give every article an id of its own")
    for record in ordered:
        check_record(record)


def gather(records: Iterable[Record], resolution: Resolution, copies: Mapping[str, str]) -> Reports:
    """The reports of records that are as `check_records` has them; the same for any order. `copies` are as in `build_graph`."""
    ordered = sorted(map(named_once, records), key=lambda record: record.id)
    shelf = Shelf(copies)

    def by_id(name: str, identify: Callable[[Record, int, Any], str]) -> dict[str, list[Report]]:
        return _by_id(ordered, shelf, name, identify)

    officials = by_id("officials", lambda record, _, official: resolution.officials[record.id, official.name])
    return Reports(
        parties=_parties(ordered, shelf, resolution),
        officials=officials,
        ministries=_ministries(ordered, shelf, officials),
        meetings=by_id("meetings", lambda record, index, _: resolution.meetings[record.id, index]),
        series=by_id("series", lambda _record, _index, series: series_id(series)),
        relations=by_id("relations", lambda record, index, _: resolution.relations[record.id, index]),
    )


def ministry_of_office(country: str | None, role_class: str) -> str | None:
    """The id of the ministry an office belongs to; None where it belongs to none, or is an organization's."""
    kind = OFFICES.get(role_class)
    return f"{country}/{kind}" if country and kind and country not in organizations() else None


def tells_office(item: Official | Sighting) -> bool:
    """Whether any office is given to an official there, or only his name."""
    return bool(item.role) or item.role_class != "other"


def series_id(series: Series) -> str:
    """The id of a series: its parties and what its name tells besides them and the number of a sitting."""
    return f"{parties_code(series.parties)}/{slug(' '.join(telling_words(series.name)) or series.name)}"


# ---- reading the records -------------------------------------------------------------------------------------------


def _codes(record: Record) -> set[str]:
    """Every country and organization that a record names anywhere."""
    return {
        *record.countries,
        *record.organizations,
        *(ministry.country for ministry in record.ministries),
        *(official.country for official in record.officials if official.country),
        *(code for meeting in record.meetings for code in chain(meeting.parties, *meeting.sides)),
        *(meeting.place_country for meeting in record.meetings if meeting.place_country),
        *(code for series in record.series for code in series.parties),
        *(code for relation in record.relations for code in (relation.source, relation.target)),
    }


def _names(record: Record) -> Iterator[str]:
    return chain((official.name for official in record.officials), (series.name for series in record.series))


def _dates(record: Record) -> Iterator[str]:
    found = chain(
        [record.published],
        *([meeting.date, meeting.end] for meeting in record.meetings),
        (relation.date for relation in record.relations),
        *([series.since, *series.skipped] for series in record.series),
    )
    return (date for date in found if date)


def _parties(records: Sequence[Record], shelf: Shelf, resolution: Resolution) -> dict[str, list[Source]]:
    naming: dict[str, list[Source]] = defaultdict(list)
    for record in records:
        represented = {country_in(resolution.officials[record.id, official.name]) for official in record.officials}
        for code in sorted({*_codes(record), *filter(None, represented)}):
            naming[code].append(shelf.article(record))
    return naming


def _ministries(
    records: Sequence[Record], shelf: Shelf, officials: Mapping[str, Sequence[Report]]
) -> Mapping[str, list[Report]]:
    reports = _by_id(records, shelf, "ministries", lambda _record, _index, ministry: f"{ministry.country}/{ministry.kind}")
    for official, told in officials.items():
        for report in told:
            if ministry := ministry_of_office(country_in(official), report.item.role_class):
                reports[ministry].append(report)
    return reports


def _by_id(
    records: Sequence[Record], shelf: Shelf, name: str, identify: Callable[[Record, int, Any], str]
) -> defaultdict[str, list[Report]]:
    reports: defaultdict[str, list[Report]] = defaultdict(list)
    for record in records:
        for index, item in enumerate(getattr(record, name)):
            reports[identify(record, index, item)].append(Report(record, item, shelf.sentence(record, item)))
    return reports


# ---- what several reports say together -----------------------------------------------------------------------------


def first(reports: Iterable[Report], name: str) -> Any:
    """The first value known of a field; None where there is none."""
    return next((value for report in reports if (value := getattr(report.item, name, None)) is not None), None)


def united(reports: Iterable[Report], name: str) -> tuple[str, ...]:
    """All values of a field that holds several, sorted."""
    return tuple(sorted({value for report in reports for value in getattr(report.item, name)}))


def inferred(reports: Iterable[Report]) -> tuple[str, ...]:
    """The fields that every report concludes and none states."""
    return tuple(sorted(set.intersection(*(set(report.item.inferred) for report in reports))))


def dates(reports: Iterable[Report], date: str | None, end: str | None = None) -> dict[str, str]:
    """What is known of `date`, `end`, `earliest`, `latest` and `reported` of an event."""
    days = dict(zip(("earliest", "latest"), earliest_latest(date, end), strict=True)) if date else {}
    return known(date=date, end=end, **days, reported=reported(reports))


def reported(reports: Iterable[Report]) -> str | None:
    """The first publication date."""
    return min((report.record.published for report in reports if report.record.published), default=None)


def sources(reports: Iterable[Report]) -> tuple[Source, ...]:
    """The sentences that reports rest on, by article and place."""
    return distinct(report.source for report in reports)


def sightings(reports: Iterable[Report]) -> tuple[Sighting, ...]:
    """The reports of an official as they name him, by article and place."""
    seen = {Sighting(item.name, item.role, item.role_class, source) for _, item, source in reports}
    return tuple(sorted(seen, key=lambda sighting: (place_of(sighting.source), sighting.name)))


def known(**values: Any) -> dict[str, Any]:
    """What is known of `values`: None and empty ones are left out."""
    return {name: value for name, value in values.items() if value is not None and value != () and value != ""}
