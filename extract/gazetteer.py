"""The names that extraction knows: the only reader of data/*.toml, which is checked as it is read.

Codes are ISO 3166-1 alpha-3 (XKX for Kosovo) for countries and the codebook's abbreviations for organizations; together they
are the codes of parties.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal, TypeVar

from anyascii import anyascii
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, field_validator, model_validator

from extract.errors import ExtractError

Region = Literal[
    "Australia and New Zealand",
    "Caribbean",
    "Central America",
    "Central Asia",
    "Eastern Africa",
    "Eastern Asia",
    "Eastern Europe",
    "Melanesia",
    "Micronesia",
    "Middle Africa",
    "Northern Africa",
    "Northern America",
    "Northern Europe",
    "Polynesia",
    "South America",
    "South-eastern Asia",
    "Southern Africa",
    "Southern Asia",
    "Southern Europe",
    "Western Africa",
    "Western Asia",
    "Western Europe",
]
MinistryKind = Literal["defense", "foreign", "joint_staff", "armed_forces", "presidency", "procurement"]
Label = Literal["name", "demonym", "capital", "seat", "city", "organization"]


class GazetteerError(ExtractError):
    """A table of data/ that contradicts itself or another."""


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


_E = TypeVar("_E", bound=_Entry)


class Seat(_Entry):
    """A seat of government; `kind` is the ministry that it stands for when it acts or speaks, if it stands for one."""

    name: str
    kind: MinistryKind | None = None


class Country(_Entry):
    """A present-day state. `latitude` and `longitude` are its capital's, in degrees; `region` is a sub-region of UN M49."""

    code: str = Field(pattern=r"^[A-Z]{3}$")
    alpha_2: str = Field(pattern=r"^[A-Z]{2}$")
    name: str
    official: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    combining: tuple[str, ...] = ()
    capitals: tuple[str, ...]
    seats: tuple[Seat, ...] = ()
    agencies: tuple[str, ...] = ()
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    region: Region
    memberships: tuple[str, ...] = ()

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name and abbreviation of the state, its short name first."""
        return (self.name, *self.official, *self.names, *self.abbreviations)


class Organization(_Entry):
    """An intergovernmental body or standing grouping. `bodies` are its organs and missions that bear other names.

    `seat` is the country whose capital is named for the body more often than for the country.
    """

    code: str = Field(pattern=r"^[A-Z0-9]+$")
    name: str
    names: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    seat: str | None = None

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name and abbreviation of the body, its code first."""
        return (self.code, self.name, *self.names)


class Reading(_Entry):
    """What a name means in certain company: `codes`, which are empty where it mentions nobody.

    A reading fits a name of `names` (any, if there are none) with a label of `labels` (likewise), where the text right before
    it ends with `before`, the text right after it begins with `after` (regular expressions), and the rest of the article has
    one of `beside`, none of `without` (codes or names) and, if `alone`, not the owner of the name. A `person` is one wherever
    the article has the name, unless the owner has other names there.
    """

    names: tuple[str, ...] = ()
    labels: tuple[Label, ...] = ()
    before: str = ""
    after: str = ""
    beside: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    alone: bool = False
    person: bool = False
    codes: tuple[str, ...] = ()
    examples: tuple[str, ...] = Field(min_length=1)
    not_examples: tuple[str, ...] = Field(min_length=1)

    @field_validator("before", "after")
    @classmethod
    def _joined(cls, pattern: str) -> str:
        """Line breaks and indents, which only the table's layout needs, go."""
        return pattern if "\n" not in pattern else "".join(line.lstrip(" ") for line in pattern.split("\n"))

    @property
    def rests_on_article(self) -> bool:
        """Whether the words on either side do not decide alone."""
        return bool(self.beside or self.without or self.alone)

    @model_validator(mode="after")
    def _compiles(self) -> "Reading":
        re.compile(self.before)
        re.compile(self.after)
        return self

    @model_validator(mode="after")
    def _rests_on_its_words(self) -> "Reading":
        if self.rests_on_article and not self.names:
            raise ValueError("a reading of any name cannot rest on the rest of the article: give `names`")
        return self


@cache
def read_table(name: str) -> Mapping[str, Any]:
    """data/`name`.toml as plain data."""
    return MappingProxyType(tomllib.loads((files("extract") / "data" / f"{name}.toml").read_text("utf-8")))


def raw_tables() -> Iterator[str]:
    """The text of every table of data/ as it stands, examples included."""
    return (table.read_text("utf-8") for table in (files("extract") / "data").iterdir() if table.name.endswith(".toml"))


@cache
def countries() -> Mapping[str, Country]:
    """Countries by code; their `memberships` are derived from organizations.toml."""
    members = {code: organization.members for code, organization in organizations().items()}
    rows = {
        code: {**row, "code": code, "memberships": [body for body, states in members.items() if code in states]}
        for code, row in read_table("countries").items()
    }
    return MappingProxyType(_validated("countries", Country, rows))


@cache
def organizations() -> Mapping[str, Organization]:
    """Organizations by code."""
    states = read_table("countries")
    rows = {code: {**row, "code": code} for code, row in read_table("organizations").items()}
    for code, row in rows.items():
        if "all_but" in row:
            row["members"] = [state for state in states if state not in row["all_but"]]
        unknown = {*row.get("members", ()), *row.pop("all_but", ())} - states.keys()
        if unknown:
            raise GazetteerError(
                f"organizations.toml: {code} has unknown members {sorted(unknown)}: give codes of countries.toml"
            )
    return MappingProxyType(_validated("organizations", Organization, rows))


@cache
def places() -> Mapping[str, str]:
    """Codes of countries by the cities, bases and venues in them that are no capitals."""
    table = read_table("places")
    unknown = table.keys() - read_table("countries").keys()
    if unknown:
        raise GazetteerError(f"places.toml: unknown countries {sorted(unknown)}: give codes of countries.toml")
    return MappingProxyType(owners("places", ((place, code) for code, row in table.items() for place in row)))


@cache
def agencies() -> Mapping[str, str]:
    """Codes of countries by the names of their national news agencies."""
    named = ((name, code) for code, entry in countries().items() for name in entry.agencies)
    return MappingProxyType(owners("news agencies", named))


@cache
def readings(table: Literal["countries", "organizations"]) -> tuple[Reading, ...]:
    """The readings of the names of one table, in the order in which they are tried."""
    try:
        return TypeAdapter(tuple[Reading, ...]).validate_python(read_table("readings")[table])
    except ValidationError as error:
        raise GazetteerError(f"readings.toml: {_first(error)}") from error


@cache
def enclosing_names() -> tuple[str, ...]:
    """Fixed names with a country's name in them that mention no country ("New Mexico")."""
    return tuple(read_table("readings")["enclosing_names"])


def country(code: str) -> Country:
    """The country of an alpha-3 code; KeyError where there is none."""
    return countries()[code]


def party_label(code: str) -> str:
    """What a reader sees for a party: a country's short name, an organization's code."""
    return countries()[code].name if code in countries() else organizations()[code].code


def find_party(name: str) -> str | None:
    """The code of a country or organization from any of its names, demonyms and codes, if known. Capitals name none."""
    return party_names().get(fold(name))


@cache
def party_names() -> Mapping[str, str]:
    """Codes of countries and organizations by their names, abbreviations, demonyms and codes, as `fold` gives them."""
    spelled = [
        *((name, code) for code, entry in countries().items() for name in (code, *entry.all_names, *entry.demonyms)),
        *((name, code) for code, entry in organizations().items() for name in entry.all_names),
    ]
    found = owners("countries and organizations", ((fold(name), code) for name, code in spelled))
    alpha_2 = {entry.alpha_2.casefold(): code for code, entry in countries().items()}
    return MappingProxyType({**alpha_2, **found})  # "AU" is the African Union, not Australia


def fold(text: str) -> str:
    """A comparison key: ASCII words in one case, apart by single spaces, without dots, hyphens and apostrophes."""
    return " ".join(_NO_WORD.sub(" ", _WITHIN_WORDS.sub("", anyascii(text).casefold())).split())


_WITHIN_WORDS, _NO_WORD = re.compile(r"[.'’`]"), re.compile(r"[^a-z0-9+&]")


@cache
def spellings(name: str) -> frozenset[str]:
    """The ways in which a name stands in text: with and without accents and hyphens, curly apostrophes, in capitals."""
    ways = {name, anyascii(name)}
    for pattern, replacement in _RESPELLINGS:
        ways |= {re.sub(pattern, replacement, way) for way in ways}
    if re.search(r"[a-z]{2}", name):  # an abbreviation has its own capitals: "LOK" is not Lok's
        ways |= {way.upper() for way in ways}
    ways |= {way.replace("'", "’") for way in ways}
    return frozenset(ways)


_RESPELLINGS = (
    (r"\bSaint\b", "St."),
    (r"\bSt\.", "St"),
    (r"(?<=[^\W_])-(?=[^\W_])", " "),
    (r"\bOrganization\b", "Organisation"),
    (r"\bProgram\b", "Programme"),
    (r"\bDefense\b", "Defence"),
    (r"\b([NS])\. ", r"\1 "),
)


def owners(where: str, pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Owners by name; GazetteerError where one name has two."""
    found: dict[str, str] = {}
    for name, owner in pairs:
        if found.setdefault(name, owner) != owner:
            both = f"{name!r} belongs to {found[name]} and to {owner}"
            raise GazetteerError(f"{where}: {both}: give it to one, and tell the other in readings.toml")
    return found


def _validated(where: str, model: type[_E], rows: Mapping[str, Any]) -> dict[str, _E]:
    try:
        return {key: model.model_validate(row) for key, row in rows.items()}
    except ValidationError as error:
        raise GazetteerError(f"{where}.toml: {_first(error)}") from error


def _first(error: ValidationError) -> str:
    fault = error.errors()[0]
    return f"{'.'.join(map(str, fault['loc']))}: {fault['msg']} (got {fault['input']!r})"


@cache
def _cities() -> Mapping[str, str]:
    capitals = {fold(capital): code for code, entry in countries().items() for capital in entry.capitals}
    return MappingProxyType({**{fold(place): code for place, code in places().items()}, **capitals})


def find_place(name: str) -> str | None:
    """The code of the country in which a capital, city or venue lies; None where it is unknown."""
    return _cities().get(fold(name))
