"""The answers: flat frozen dataclasses, dates ISO strings of any precision, `sources` last."""

from dataclasses import dataclass

from kg.sources import Source


@dataclass(frozen=True, slots=True)
class Encounter:
    """Two who met: an official and another official, or the country or organization whose side named nobody.

    `person` and `other` are an official's fullest name or a party's code; `place` is the city or venue, or else the country. If
    `status` is not `held`, they are to meet or were to. `multilateral`: a forum, or a meeting of more than two sides. Dates are
    ISO, of any precision.
    """

    person: str
    person_kind: str
    person_country: str | None
    other: str
    other_kind: str
    other_country: str | None
    date: str | None
    end: str | None
    place: str | None
    meeting: str
    meeting_id: str
    status: str
    multilateral: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class MeetingAnswer:
    """A meeting; `parties` and `place_country` are codes, `officials` names, dates ISO of any precision.

    Of `sides` a body stands for its members, and others on one side are joined by "+"; a forum has none. `disagreements` are
    what its reports tell differently: ``date: 2021-09-08 (a, c), 2021-09-09 (b)``.
    """

    date: str | None
    end: str | None
    meeting: str
    meeting_id: str
    status: str
    mode: str
    level: str | None
    parties: tuple[str, ...]
    sides: tuple[str, ...]
    officials: tuple[str, ...]
    place: str | None
    place_country: str | None
    sidelines_of: str | None
    series: str | None
    ordinal: int | None
    topics: tuple[str, ...]
    multilateral: bool
    disagreements: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class RelationAnswer:
    """What one party did with or to another; `source` and `target` are codes, `amount` in units of `currency` (ISO 4217)."""

    date: str | None
    kind: str
    source: str
    target: str
    detail: str | None
    topics: tuple[str, ...]
    amount: float | None
    currency: str | None
    documents: tuple[str, ...]
    relation_id: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class OfficialAnswer:
    """An official with the office last reported, or the one held on the day asked for.

    `country` is a code, `role_class` the codebook's. `first_seen` and `last_seen` are the first and last day on which articles
    show the official in that office.
    """

    name: str
    country: str | None
    role: str | None
    role_class: str
    first_seen: str | None
    last_seen: str | None
    spellings: tuple[str, ...]
    official_id: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way in which articles spell an official's name."""

    name: str
    spelling: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class OfficialProfile:
    """Who one official is taken to be; each of `spellings` says which articles have it."""

    name: str
    country: str | None
    role: str | None
    role_class: str
    official_id: str
    spellings: tuple[Spelling, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office as far as the articles show somebody in it: first seen, last seen, and nothing beyond.

    `former_by` is the first day on which an article calls him a former holder. `alongside` are his other offices of
    the time. Of offices that one person at a time holds, `overlaps` are the others seen in it at the same time,
    `predecessor` and `successor` who was last seen in it before and first after.
    """

    name: str
    country: str | None
    office: str
    role: str | None
    first_seen: str | None
    last_seen: str | None
    former_by: str | None
    alongside: tuple[str, ...]
    overlaps: tuple[str, ...]
    predecessor: str | None
    successor: str | None
    official_id: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """What is between two parties: a `meeting`, a `forum` (a meeting without sides), or a relation of one of the kinds.

    `what` is the meeting's name or the relation's detail; `parties` of a relation are its source and its target.
    """

    date: str | None
    end: str | None
    kind: str
    what: str | None
    parties: tuple[str, ...]
    officials: tuple[str, ...]
    place: str | None
    status: str | None
    event_id: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How much of each kind is between two parties in one period; what overlaps two periods counts in both."""

    a: str
    b: str
    since: str | None
    until: str | None
    meetings: int
    forums: int
    visited: int
    agreed: int
    signed: int
    upgraded_ties: int
    aided: int
    supplied_arms: int
    exercised: int
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Somebody whom an official met, or a party whose side named nobody.

    `multilateral` of the `meetings` were forums or of more than two sides; `first` and `last` are dates.
    """

    person: str
    other: str
    other_kind: str
    other_country: str | None
    meetings: int
    multilateral: int
    first: str | None
    last: str | None
    meeting_ids: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Activity:
    """How much an official, a country or a dyad was seen to do: held meetings across sides, and relations.

    `other` is the second party of a dyad; `forums` are counted apart; `first` and `last` are the dates of all these.
    """

    kind: str
    name: str
    other: str | None
    country: str | None
    meetings: int
    relations: int
    forums: int
    first: str | None
    last: str | None
    sources: tuple[Source, ...]
