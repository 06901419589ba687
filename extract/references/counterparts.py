"""The office of one of whom the article only says whose counterpart he is, or "minister" without a portfolio.

A counterpart holds the office of the official named first in his sentence, else of the one named last before; "their
counterparts, X and Y" hold those of the last two, in order. A minister without a portfolio has the one that the article named
last.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from extract.gazetteer import find_party
from extract.officials.described import PREDECESSOR, SUCCEEDING
from extract.officials.naming import Naming
from extract.officials.offices import Office
from extract.officials.person import Person
from extract.references.cues import country_of_publisher
from extract.text.marked import marked
from extract.text.tokens import words
from extract.words.lexicon import titles
from extract.words.roles import in_singular, role_class

_OPEN_ROLES = {
    "minister": ("defense_minister", "foreign_minister"),
    "vice minister": ("deputy_defense_minister", "deputy_foreign_minister"),
    "vice-minister": ("deputy_defense_minister", "deputy_foreign_minister"),
    "deputy minister": ("deputy_defense_minister", "deputy_foreign_minister"),
}
_DEPUTIES = frozenset({"deputy", "first deputy"})
_DEPUTY_OF = {
    "defense_minister": "deputy_defense_minister",
    "foreign_minister": "deputy_foreign_minister",
    "chief_of_defense": "military_officer",
    "service_chief": "military_officer",
}
_PORTFOLIOS = ({"defense_minister", "deputy_defense_minister"}, {"foreign_minister", "deputy_foreign_minister"})
_RANK_ONLY = frozenset({"military_officer"})
_MILITARY = frozenset({"chief_of_defense", "service_chief", "military_officer"})
_FOLLOWING = frozenset({("over", "from"), ("succession", "to"), ("place", "of"), ("stead", "of")})
_SUCCEEDING = SUCCEEDING | {PREDECESSOR, "successor"}
_DEPUTY_SECRETARY = re.compile(r"(?:acting )?(?:deputy|under) ?secretary(?! of\b)")
_HEADS = frozenset({"head", "chief", "commander", "commander-in-chief", "chief of staff"})
_FORCES = frozenset({"joint_staff", "armed_forces"})
_SHORTLY = 12  # tokens
_SUCCESSION = 3  # tokens
_WITHIN = 80  # tokens
_NEAR = 40  # namings


def with_counterparts(doc: Doc, people: Sequence[Person]) -> Iterator[Person]:
    """The officials, those known as counterparts or as mere ministers with the office that the article tells elsewhere."""
    elsewhere, department = _Elsewhere(doc, people), _department(doc._.publisher or "")
    secretary = _secretary(people, department, doc._.publisher or "")
    for person in people:
        holder = None
        if person.role_class == "":
            holder = elsewhere.holder(person)
            person = person if holder else elsewhere.with_own_office(person)
        elif not any(n.offices for n in person.namings):
            holder = (
                elsewhere.fellow(person)
                or elsewhere.succeeded(person)
                or (elsewhere.speaker(person) if person.role_class in _RANK_ONLY else None)
            )
        elif person.role == PREDECESSOR:
            holder = elsewhere.succeeded(person)
            if holder is None:
                continue
            person = replace(person, country=holder.country)
        elif person.role in _DEPUTIES:
            chief = elsewhere.chief(person)
            if chief in _DEPUTY_OF:
                person = replace(person, role_class=_DEPUTY_OF[chief], inferred=(*person.inferred, "role_class"))
        elif person is secretary:
            kind = role_class(f"{person.role} of {department}", person.country)
            person = replace(person, role_class=kind, inferred=(*person.inferred, "role_class"))
        elif person.role_class == "other" and (deputy := _DEPUTY_SECRETARY.match(person.role or "")) and department:
            kind = role_class(f"{deputy[0]} of {department}", person.country)
            person = replace(person, role_class=kind, inferred=(*person.inferred, "role_class"))
        elif person.role_class == "other" and (kind := _office_alone(person.role)) in _OPEN_ROLES:
            kind = elsewhere.with_portfolio(person, kind)
            person = replace(person, role_class=kind, inferred=(*person.inferred, "role_class"))
        elif (
            person.role in _HEADS
            and any(n.tie == "its" for n in person.namings)
            and (kind := elsewhere.head_of_forces(person)) != "other"
        ):
            person = replace(person, role_class=kind, inferred=(*person.inferred, "role_class"))
        if holder is not None:
            told = (*person.inferred, "role", "role_class")
            person = replace(person, role=_without_country(holder.role), role_class=holder.role_class, inferred=told)
        yield person


def _office_alone(role: str | None) -> str:
    """A role without what tells when it was held: "minister" for "then minister"."""
    return " ".join(word for word in (role or "").split() if word not in titles().states and word != "then")


def _secretary(people: Sequence[Person], department: str, publisher: str) -> Person | None:
    """The one called "Secretary X" alone most, in a release of a department whose head is not named in full."""
    home = country_of_publisher(publisher) if department else None
    if home is None:
        return None
    kind = role_class(f"secretary of {department}", home)
    if any(person.role_class == kind and person.country == home and person.role != "secretary" for person in people):
        return None
    bare = (person for person in people if person.role == "secretary" and person.country == home)
    return max(bare, key=lambda person: len(person.namings), default=None)


def _department(publisher: str) -> str:
    """What a department that publishes is for: "state" of "U.S. Department of State"."""
    return publisher.lower().partition("department of ")[2]


def _without_country(role: str | None) -> str | None:
    """A role without the country that it ends with: "chief of staff" for "chief of staff of the kingdom of norway"."""
    pieces = (role or "").split(" of ")
    owned = (k for k in range(1, len(pieces)) if find_party(" of ".join(pieces[k:]).removeprefix("the ")))
    return " of ".join(pieces[: next(owned, len(pieces))]) or None


class _Elsewhere:
    """Who is named and which offices stand where in the article."""

    def __init__(self, doc: Doc, people: Sequence[Person]) -> None:
        self.doc = doc
        offices: Sequence[Office] = doc._.offices
        self.namings = sorted(((n, p) for p in people for n in p.namings), key=lambda pair: pair[0].start)
        self.starts = [naming.start for naming, _ in self.namings]
        self.ministers = [o for o in offices if any(o.role_class in portfolio for portfolio in _PORTFOLIOS)]
        self.ministers_at = [office.start for office in self.ministers]
        self.unnamed = [o for o in offices if not o.is_counterpart]
        self.several = [o for o in offices if o.is_counterpart and o.plural and o.countries]
        self.several_at = [office.start for office in self.several]

    def holder(self, person: Person) -> Person | None:
        """Whose counterpart one is: the official named last before him, else the first behind, unless of his own country."""
        phrase, naming = next((o, n) for n in person.namings for o in n.offices if o.is_counterpart)
        others = [(n, p) for n, p in self._around(naming.start) if p is not person and p.role_class not in {"", "spokesperson"}]
        abroad = [(n, p) for n, p in others if p.country is None or p.country != person.country]
        others = abroad or [(n, p) for n, p in others if "country" in p.inferred]
        if naming.rank:
            others = [(n, p) for n, p in others if any(m.offices for m in p.namings)] or others
        before = [p for n, p in others if n.start < min(naming.start, phrase.start)]
        if not before:
            return next((p for n, p in others if n.start >= naming.end), None)
        fellows = [p for n, p in self._around(naming.start) if any(o.start == phrase.start for o in n.offices)]
        owner = next((p for n, p in others if phrase.start - 3 <= n.name_end < phrase.start and self._owns(n, phrase)), None)
        if owner is not None:
            return owner
        if phrase.start and words(self.doc).lower[phrase.start - 1] == "and" and others:
            beside = next((p for n, p in reversed(others) if n.name_end == phrase.start - 1), None)
            if beside is not None:
                return beside
        sentence = self.doc[phrase.start].sent.start
        subject = next((p for n, p in others if sentence <= n.start < phrase.start and not self._is_possessive(n)), None)
        if subject is not None and not phrase.plural:
            return subject
        pair = list(dict.fromkeys(reversed(before)))[: len(fellows)][::-1]
        return pair[fellows.index(person)] if phrase.plural and len(pair) == len(fellows) > 1 else before[-1]

    def with_own_office(self, person: Person) -> Person:
        """A counterpart with the office that stands without a name for his country: "the Turkish and Greek ministers"."""
        own = next((o for o in self.unnamed if o.plural and person.country in o.countries), None)
        if own is None:
            return replace(person, role_class="other")
        return replace(
            person, role=in_singular(own.role), role_class=own.role_class, inferred=(*person.inferred, "role", "role_class")
        )

    def _owns(self, naming: Naming, phrase: Office) -> bool:
        """Whether the name stands right before the counterpart's phrase: "Berg's Danish counterpart"."""
        between = words(self.doc).lower[naming.name_end : phrase.start]
        return between[:1] == ["'s"] and len(between) == 1

    def _is_possessive(self, naming: Naming) -> bool:
        """Whether the name only tells whose something is: "Berg's visit"."""
        return words(self.doc).lower[naming.name_end : naming.name_end + 1] == ["'s"]

    def fellow(self, person: Person) -> Person | None:
        """Who, with an office of his own, is called the counterpart of one named before: "X and his counterpart, Dr Y"."""
        for naming in person.namings:
            after = bisect_left(self.starts, naming.start + 1)
            for following, other in self.namings[after : after + 1]:
                called = any(o.is_counterpart and not o.plural for o in following.offices)
                if called and other is not person and other.role_class not in {"", "other"} and other.country != person.country:
                    return other
        return None

    def succeeded(self, person: Person) -> Person | None:
        """Whose office one held or holds who is only told to be before or after him: "the army chief, X, succeeds Y"."""
        lower = words(self.doc).lower
        for naming in person.namings:
            told = lower[max(naming.start - _SUCCESSION, 0) : naming.start]
            called = (
                lower[naming.name_end + 1 : naming.name_end + 3]
                if lower[naming.name_end : naming.name_end + 1] == [","]
                else []
            )
            told += called if called[:1] in (["his"], ["her"]) else []
            if _SUCCEEDING.isdisjoint(told) and tuple(told[-2:]) not in _FOLLOWING:
                continue
            before = self.namings[: bisect_left(self.starts, naming.start)][-_NEAR:]
            held = (p for _, p in reversed(before) if p is not person and any(m.offices for m in p.namings))
            return next((p for p in held if called or p.role_class in _MILITARY or person.role_class not in _MILITARY), None)
        return None

    def chief(self, deputy: Person) -> str:
        """The class of the official named last before one who is only called a deputy."""
        before = self.namings[: bisect_left(self.starts, deputy.namings[0].start)][-_NEAR:]
        return next((p.role_class for _, p in reversed(before) if p is not deputy), "")

    def speaker(self, officer: Person) -> Person | None:
        """Who tells of "his counterparts from Australia and Japan", where the officer is one of theirs, named soon after."""
        at = officer.namings[0].start
        last = bisect_left(self.several_at, at) - 1
        if last < 0 or at - self.several[last].end > _WITHIN or officer.country not in self.several[last].countries:
            return None
        before = self.namings[: bisect_left(self.starts, self.several[last].start)][-_NEAR:]
        return next((p for _, p in reversed(before) if p.role_class and p is not officer), None)

    def head_of_forces(self, person: Person) -> str:
        """The class of one who is told to head the forces named last: "the Malian Defence Staff by its head, X"."""
        at = next(n.start for n in person.namings if n.tie == "its")
        body = next((s for s in reversed(marked(self.doc, "ministries")) if s.start < at), None)
        if body is None or at - body.end > _SHORTLY or body.id_.split("/")[1] not in _FORCES:
            return "other"
        named = " ".join(words(self.doc).lower[body.start : body.end])
        return role_class(f"{person.role} of {named}", person.country)

    def with_portfolio(self, minister: Person, role: str) -> str:
        """The class of a minister without a portfolio: that of the last minister before him, else of the first behind."""
        if not self.ministers:
            return self._minister_of_body(minister, role)
        nearest = self.ministers[max(bisect_left(self.ministers_at, minister.namings[0].start) - 1, 0)]
        defense, foreign = _OPEN_ROLES[role]
        return defense if nearest.role_class in _PORTFOLIOS[0] else foreign

    def _minister_of_body(self, minister: Person, role: str) -> str:
        """The class of a minister where only ministries are named: that of the one named last before him."""
        before = [s.id_.split("/")[1] for s in marked(self.doc, "ministries") if s.start < minister.namings[0].start]
        classes = dict(zip(("defense", "foreign"), _OPEN_ROLES[role], strict=True))
        return next((classes[kind] for kind in reversed(before) if kind in classes), minister.role_class)

    def _around(self, at: int) -> list[tuple[Naming, Person]]:
        """The namings next to token `at`."""
        middle = bisect_left(self.starts, at)
        return self.namings[max(middle - _NEAR, 0) : middle + _NEAR]
