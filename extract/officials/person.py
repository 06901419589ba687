"""One person for all the places where an article names him."""

from dataclasses import dataclass

from spacy.tokens import Doc

from extract.officials.naming import Naming
from extract.text.marked import Marked, mark


@dataclass(frozen=True)
class Person:
    """What the article says of one official. `role_class` is "" while he is known only as somebody's counterpart."""

    name: str
    country: str | None
    role: str | None
    role_class: str
    namings: tuple[Naming, ...]
    inferred: tuple[str, ...] = ()


def mark_officials(doc: Doc) -> None:
    """Mark every naming of `doc._.officials` in `doc.spans["officials"]`."""
    namings = sorted((n.start, n.end, person.name) for person in doc._.officials for n in person.namings)
    mark(doc, "officials", (Marked(start, end, "official", name) for start, end, name in namings))
