"""One place of an article where a person is named."""

from collections.abc import Iterable
from dataclasses import dataclass

from extract.officials.offices import Office
from extract.text.prose import Prose
from extract.words.lexicon import titles

_PICTURES = frozenset({"photo", "photos", "photograph", "picture", "image", "video", "credit"})
_PLACES = frozenset({"camp", "fort", "barracks"})
_MEMORIALS = frozenset({"mausoleum", "tomb", "grave", "statue", "memorial", "portrait", "shrine"})
_BEFORE = 6  # words


@dataclass(frozen=True)
class Naming:
    """One place where a person is named: words `start` to `end` with the titles, `name_start` to `name_end` the name alone.

    `tie`: the word by which the office leans on somebody or something named before: "his", "its", "country".
    """

    start: int
    end: int
    name_start: int
    name_end: int
    offices: tuple[Office, ...] = ()
    rank: str | None = None
    country: str | None = None
    tie: str | None = None

    def in_doc(self, found: Prose) -> "Naming":
        """The same naming by the Doc's tokens."""
        start, end = found.tokens(self.start, self.end)
        first, last = found.tokens(self.name_start, self.name_end)
        offices = tuple(office.in_doc(found) for office in self.offices)
        return Naming(start, end, first, last, offices, self.rank, self.country, self.tie)


def merged(namings: Iterable[Naming]) -> list[Naming]:
    """The namings in text order, those of one name as one."""
    by_name: dict[int, Naming] = {}
    for naming in namings:
        known = by_name.get(naming.name_start)
        by_name[naming.name_start] = naming if known is None else _merged(known, naming)
    return [by_name[start] for start in sorted(by_name)]


def _merged(one: Naming, other: Naming) -> Naming:
    """Two readings of one name as one: what stands before it and what stands behind."""
    return Naming(
        min(one.start, other.start),
        max(one.name_end, other.name_end),
        one.name_start,
        max(one.name_end, other.name_end),
        tuple(dict.fromkeys((*one.offices, *other.offices))),
        one.rank or other.rank,
        other.country
        if any(o.countries for o in other.offices) and not any(o.countries for o in one.offices)
        else one.country or other.country,
        one.tie or other.tie,
    )


def names_of(namings: Iterable[Naming]) -> set[int]:
    """The words of these names."""
    return {i for naming in namings for i in range(naming.name_start, naming.name_end)}


def is_no_official(naming: Naming, found: Prose) -> bool:
    """Whether the words before a name tell that it is a photographer's, a relative's, a father's or a place's.

    "Photo: Cpl X", "his wife, Madame X", "Prince Y ibni Sultan X", "Camp General X", "the mausoleum of King X".
    """
    start = naming.start
    while start and found.says(start - 1, ".") and found.lower[start - 2] in titles().ranks:  # "Tech. | Sgt. X"
        start -= 2
    before = found.lower[max(start - _BEFORE, 0) : start]
    credited = all(office.bare for office in naming.offices)  # "Photo: Cpl X", not "Photo: Defence Minister X"
    if credited and before[-1:] and before[-1] in {":", "by", "/"} and before[-2:-1] and before[-2] in _PICTURES:
        return True
    if before[-1:] == ["of"] and before[-2:-1] and before[-2] in _MEMORIALS:
        return True
    if naming.offices:
        return False
    closest = before[-2:-1] if before[-1:] == [","] else before[-1:]
    return "ibni" in before or not (_PLACES | titles().kin).isdisjoint(closest)
