"""What one article says: the form of docs/codebook.md, every item with the sentence it rests on."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

SOLE_OFFICES = frozenset(
    {
        "head_of_state",
        "head_of_government",
        "defense_minister",
        "foreign_minister",
        "chief_of_defense",
        "national_security_adviser",
    }
)
"""The classes of office of which a country has one holder at a time: only in these does one succeed another."""


class _Model(BaseModel):
    """Frozen, and deaf to unknown keys, so that records of other extractors and of later versions can be read."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class _Evidenced(_Model):
    """An item that rests on a sentence: ``text[start_char:end_char] == evidence`` in the article as read.

    `evidence` is the sentence verbatim, or a window of it beyond 2,000 characters. `inferred` names the fields that are
    concluded and not stated. A bare codebook record has no offsets.
    """

    evidence: str = ""
    start_char: int | None = None
    end_char: int | None = None
    inferred: tuple[str, ...] = ()


class _Event(_Evidenced):
    """An item told by certain words: `trigger` is their ``(start_char, end_char)``."""

    trigger: tuple[int, int] | None = None


class Mention(_Model):
    """A span of the text that names something: `id` is a code, ``KOR/defense``, or an official's name in this record."""

    kind: str
    id: str
    start_char: int
    end_char: int


class ArticleSource(_Model):
    """Where an article came from."""

    url: str | None = None
    publisher: str | None = None


class Ministry(_Evidenced):
    """A body of a country's government; `kind` as in the codebook (defense, foreign, joint_staff …)."""

    country: str
    kind: str


class Official(_Evidenced):
    """A named person in public office; `country` is a country or organization code, None where the article does not tell."""

    name: str
    country: str | None = None
    role: str | None = None
    role_class: str = "other"


class Meeting(_Event):
    """An occasion on which representatives of two or more parties met, meet or will meet. Dates are ISO, of any precision.

    `sides` groups the parties as they faced each other; a forum has none. `series` is the name of one of the record's series.
    """

    date: str | None = None
    end: str | None = None
    status: str = "held"
    mode: str = "in_person"
    name: str | None = None
    parties: tuple[str, ...] = ()
    officials: tuple[str, ...] = ()
    place: str | None = None
    place_country: str | None = None
    sidelines_of: str | None = None
    level: str | None = None
    ordinal: int | None = None
    series: str | None = None
    topics: tuple[str, ...] = ()
    sides: tuple[tuple[str, ...], ...] = ()


class Series(_Evidenced):
    """A recurring meeting: `since` (ISO date), `cadence` ("annual"), `skipped` (ISO dates of the sittings left out)."""

    name: str
    parties: tuple[str, ...] = ()
    since: str | None = None
    cadence: str | None = None
    skipped: tuple[str, ...] = ()


class Relation(_Event):
    """What one party did with or to another. A symmetric relation has the alphabetically lower code as `source`."""

    type: str
    source: str
    target: str
    date: str | None = None
    detail: str | None = None
    topics: tuple[str, ...] = ()
    amount: float | None = Field(default=None, allow_inf_nan=False)
    currency: str | None = None
    documents: tuple[str, ...] = ()


class Record(_Model):
    """What one article says. Made by `Extractor`; `Record.model_validate` also takes a bare codebook record."""

    id: str
    published: str | None = None
    title: str | None = None
    countries: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    ministries: tuple[Ministry, ...] = ()
    officials: tuple[Official, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    relations: tuple[Relation, ...] = ()
    series: tuple[Series, ...] = ()
    article: ArticleSource = Field(default_factory=ArticleSource)
    mentions: tuple[Mention, ...] = ()
    extractor: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The record as plain JSON data, keys in the order of the codebook."""
        return self.model_dump(mode="json")
