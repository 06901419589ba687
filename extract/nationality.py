"""Whose an official is of whom the words beside his name do not tell it.

Every country of the article is weighed: the one the report is from, one named in the same sentence or the one before, one of which
no official is named otherwise, the one named most. One country has no two defence ministers, and host and guest are not of one country.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc

from .lexicon import titles
from .officials import Person

_SINGLE = {"head_of_state", "head_of_government", "defense_minister", "foreign_minister", "chief_of_defense", "national_security_adviser"}
_FOR_REPORT, _FOR_SENTENCE, _FOR_SENTENCE_BEFORE, _FOR_NONE_OTHER, _FOR_FREQUENCY = 2.0, 1.5, 0.75, 1.5, 1.0


def nationality(doc: Doc, person: Person, known: Sequence[Person], reported_from: str | None) -> str | None:
    """The country code that most speaks for; `known` are the officials whose country is told. None where the article names no country."""
    proper = _country_of_title(person.role or "")
    if proper is not None:
        return proper
    counts = Counter(span.id_ for span in doc.spans.get("countries", ()))
    if not counts:
        return None
    holders = {p.country for p in known if p.role_class == person.role_class and p.role_class in _SINGLE and p is not person}
    owned = {p.country for p in known}
    first = person.namings[0].start
    sentence = doc[first].sent
    before = doc[sentence.start - 1].sent if sentence.start else None
    here = {s.id_ for s in doc.spans.get("countries", ()) if sentence.start <= s.start < sentence.end and not _inside(s.start, known)}
    there = {s.id_ for s in doc.spans.get("countries", ()) if before is not None and before.start <= s.start < before.end and not _inside(s.start, known)}
    most = max(counts.values())

    def weight(code: str) -> float:
        return (
            _FOR_REPORT * (code == reported_from)
            + _FOR_SENTENCE * (code in here)
            + _FOR_SENTENCE_BEFORE * (code in there)
            + _FOR_NONE_OTHER * (code not in owned)
            + _FOR_FREQUENCY * counts[code] / most
            - 4.0 * (code in holders)
        )

    return max(sorted(counts), key=weight)


def _inside(token: int, people: Sequence[Person]) -> bool:
    """Whether the token belongs to the titles of one of `people`."""
    return any(n.start <= token < n.end or any(o.start <= token < o.end for o in n.offices) for p in people for n in p.namings)


@cache
def _country_of_title(role: str) -> str | None:
    """The country of an office that only one country has ("Raksha Mantri", "member of the Saeima")."""
    return next((code for phrase, code in titles().countries.items() if phrase in role), None)
