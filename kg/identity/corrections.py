"""What readers have put right, kept beside the graph and applied whenever it is made.

`corrections.toml` holds them, each with what it is about and who said so, when and why, so that it can be read, shared and
undone with a text editor. What a correction is about is told by names, dates, parties and articles, never by ids, which change
as articles are added.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args

import tomlkit
from pydantic import BaseModel, ConfigDict, ValidationError

from extract.record import Meeting, Official, Record, Relation
from extract.text.calendar import add_days, earliest_latest
from kg.errors import CorrectionError
from kg.files import StrPath, replacing
from kg.identity.names import turned

FILE = "corrections.toml"


class _Correction(BaseModel):
    """Who said so, when and why; all three are free text."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    who: str | None = None
    when: str | None = None
    why: str | None = None

    def told(self) -> dict[str, Any]:
        """What it is about, as plain data."""
        fields = self.model_dump(mode="json", exclude_none=True, exclude={"who", "when", "why"})
        return {name: sorted(value) if isinstance(value, list) else value for name, value in fields.items() if value != []}


class PeopleCorrection(_Correction):
    """Two names, in any spelling, that are one person's (`same`) or two people's (`different`); of `country`, if it is told."""

    a: str
    b: str
    country: str | None = None

    def sides_of(self, names: Iterable[str], country: str | None) -> frozenset[str]:
        """Which of the two, "a" and "b", are among the names of somebody of a country."""
        pair = (("a", self.a), ("b", self.b))
        named = [*names]
        return frozenset(side for side, own in pair if any(_is_named(name, country, own, self.country) for name in named))

    def is_met_in(self, records: Iterable[Record]) -> bool:
        """Whether both names are in the records."""
        told = {(official.name, official.country) for record in records for official in record.officials}
        return frozenset("ab") == frozenset().union(*(self.sides_of([name], country) for name, country in told))


class NoOfficial(_Correction):
    """A name that is no official's."""

    name: str
    country: str | None = None

    def fits(self, official: Official) -> bool:
        """Whether the official is meant."""
        return _is_named(official.name, official.country, self.name, self.country)

    def is_met_in(self, records: Iterable[Record]) -> bool:
        """Whether such an official is in the records."""
        return any(self.fits(official) for record in records for official in record.officials)


class NoMeeting(_Correction):
    """A meeting that did not happen, by its date and parties.

    In the `articles`, if any are named, also one of some of the parties, or of a date that may be the same, is meant.
    """

    date: str | None = None
    parties: frozenset[str]
    articles: frozenset[str] = frozenset()

    def fits(self, article: str, meeting: Meeting) -> bool:
        """Whether the article's meeting is meant."""
        parties = frozenset(meeting.parties)
        if not self.articles:
            return (meeting.date, parties) == (self.date, self.parties)
        alike = parties <= self.parties or parties >= self.parties
        return article in self.articles and alike and _may_be_one_date(meeting.date, self.date)

    def is_met_in(self, records: Iterable[Record]) -> bool:
        """Whether such a meeting is in the records."""
        return any(self.fits(record.id, meeting) for record in records for meeting in record.meetings)


class MovedMeeting(NoMeeting):
    """A meeting that was on another day than articles tell."""

    on: str


class NoRelation(_Correction):
    """A relation that is wrong: as articles tell it; in all articles, if none are named."""

    type: str
    source: str
    target: str
    date: str | None = None
    articles: frozenset[str] = frozenset()

    def fits(self, article: str, relation: Relation) -> bool:
        """Whether the article's relation is meant."""
        told = (relation.type, relation.source, relation.target, relation.date)
        return (not self.articles or article in self.articles) and told == (self.type, self.source, self.target, self.date)

    def is_met_in(self, records: Iterable[Record]) -> bool:
        """Whether such a relation is in the records."""
        return any(self.fits(record.id, relation) for record in records for relation in record.relations)


Correction: TypeAlias = PeopleCorrection | NoOfficial | NoMeeting | MovedMeeting | NoRelation
Kind: TypeAlias = Literal["same", "different", "not_official", "no_meeting", "meeting_on", "wrong"]


class Corrections(BaseModel):
    """The file `corrections.toml`, one array of tables for each kind."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    same: tuple[PeopleCorrection, ...] = ()
    different: tuple[PeopleCorrection, ...] = ()
    not_official: tuple[NoOfficial, ...] = ()
    no_meeting: tuple[NoMeeting, ...] = ()
    meeting_on: tuple[MovedMeeting, ...] = ()
    wrong: tuple[NoRelation, ...] = ()


NONE = Corrections()


def beside(store: StrPath) -> Path:
    """The file of the corrections of a store."""
    return Path(store).with_name(FILE)


def read_corrections(path: StrPath) -> Corrections:
    """The corrections in a file; none where there is no file. Raises CorrectionError for what cannot be understood."""
    try:
        text = Path(path).read_text("utf-8")
    except FileNotFoundError:
        return NONE
    try:
        return Corrections.model_validate(tomlkit.parse(text).unwrap())
    except (ValueError, ValidationError) as error:
        raise CorrectionError(f"{path}: {_first_line(error)}; mend the file, or take the entry out") from None


def add_correction(path: StrPath, kind: Kind, correction: Correction) -> None:
    """Writes a correction behind those in the file, which stays as it is otherwise. Raises CorrectionError as reading does."""
    read_corrections(path)
    document = tomlkit.parse(Path(path).read_text("utf-8")) if Path(path).exists() else tomlkit.document()
    table = tomlkit.table()
    said = correction.model_dump(exclude_none=True, include={"who", "when", "why"})
    for name, value in {**correction.told(), **said}.items():
        table.add(name, value)
    document.setdefault(kind, tomlkit.aot()).append(table)
    with replacing(path) as temporary:
        temporary.write_text(tomlkit.dumps(document), "utf-8", newline="\n")


def corrected(records: Iterable[Record], corrections: Corrections) -> list[Record]:
    """The records without what is corrected away, and with meetings on their right days."""
    if not (corrections.not_official or corrections.no_meeting or corrections.meeting_on or corrections.wrong):
        return list(records)
    return [_corrected(record, corrections) for record in records]


def listed(corrections: Corrections) -> list[tuple[Kind, Correction]]:
    """Every correction with its kind."""
    return [(kind, one) for kind in get_args(Kind) for one in getattr(corrections, kind)]


def unmatched(records: Sequence[Record], corrections: Corrections) -> list[tuple[Kind, Correction]]:
    """The corrections, with their kinds, that are about nothing: people as corrected, all else as it was read."""
    held = corrected(records, corrections)
    return [
        (kind, one)
        for kind, one in listed(corrections)
        if not one.is_met_in(held if isinstance(one, PeopleCorrection) else records)
    ]


def _corrected(record: Record, corrections: Corrections) -> Record:
    nobody = {o.name for o in record.officials if any(one.fits(o) for one in corrections.not_official)}
    changed: dict[str, Any] = {
        "officials": tuple(official for official in record.officials if official.name not in nobody),
        "meetings": tuple(
            _moved(record.id, meeting, corrections).model_copy(
                update={"officials": tuple(name for name in meeting.officials if name not in nobody)}
            )
            for meeting in record.meetings
            if not any(one.fits(record.id, meeting) for one in corrections.no_meeting)
        ),
        "relations": tuple(
            relation for relation in record.relations if not any(one.fits(record.id, relation) for one in corrections.wrong)
        ),
    }
    return record.model_copy(update=changed)


def _moved(article: str, meeting: Meeting, corrections: Corrections) -> Meeting:
    day = next((one.on for one in corrections.meeting_on if one.fits(article, meeting)), None)
    return meeting if day is None else meeting.model_copy(update={"date": day, "end": None})


def _is_named(name: str, country: str | None, own: str, own_country: str | None) -> bool:
    """Whether an official of this name and country is the one called `own`, in any order of its words."""
    return (own_country is None or country == own_country) and not turned(name).isdisjoint(turned(own))


def _may_be_one_date(one: str | None, other: str | None) -> bool:
    """Whether two dates overlap or are a day apart, as that of a dateline is; none may be any."""
    if one is None or other is None:
        return True
    (first, last), (from_, until) = earliest_latest(one), earliest_latest(other)
    return add_days(first, -1) <= until and from_ <= add_days(last, 1)


def _first_line(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    return str(error).split("\n")[0]
