"""Officials who are named without a title: "Anthony Albanese met …", where only later "the prime minister" stands alone."""

from collections import Counter

from .lexicon import titles
from .names import name_end
from .namings import Naming, names_of
from .offices import Office
from .prose import Prose

_TOP = frozenset({"head_of_state", "head_of_government", "defense_minister", "foreign_minister", "chief_of_defense"})
_OPENING = frozenset({".", ",", ":", '"', "”", "\n", "\n\n", "and", "that", "when", "as"})


def find_untitled(found: Prose, offices: list[Office], namings: list[Naming], closed: set[int]) -> list[Naming]:
    """Each top office that the article leaves without a name, given to a full name without an office that recurs and acts."""
    vacant = _vacant(offices, namings)
    if not vacant:
        return []
    counts = Counter(found.text)
    taken = closed | names_of(namings) | {i for office in offices for i in range(office.start, office.end)}
    known = {part for naming in namings for part in found.lower[naming.name_start : naming.name_end]}
    untitled: list[Naming] = []
    done = 0
    for i in [i for i, word in enumerate(found.text) if word[0].isupper()]:
        if i < done or i in taken:
            continue
        end = done = max(name_end(i, found, taken), i + 1)
        recurs = end - i >= 2 and counts[found.text[end - 1]] > 1 and known.isdisjoint(found.lower[i:end])
        if recurs and _acts(i, end, found):
            office = min(vacant, key=lambda o: (o.start < i, abs(o.start - i)))
            untitled.append(Naming(i, end, i, end, (office,), country=office.country))
            known.update(found.lower[i:end])
            vacant.remove(office)
            if not vacant:
                break
    return untitled


def _vacant(offices: list[Office], namings: list[Naming]) -> list[Office]:
    """The top offices whose holder is not named."""
    held = {(office.role_class, office.country) for naming in namings for office in naming.offices}
    classes = {role_class for role_class, _ in held}
    attached = {office.start for naming in namings for office in naming.offices}
    return [
        office
        for office in offices
        if office.role_class in _TOP
        and not (office.plural or office.former or office.start in attached)
        and (office.role_class, office.country) not in held
        and (office.country or office.role_class not in classes)
    ]


def _acts(start: int, end: int, found: Prose) -> bool:
    """Whether a name opens its clause and a verb follows: no place, ship or thing."""
    if (start and found.lower[start - 1] not in _OPENING) or end >= len(found.lower):
        return False
    verb = found.lower[end]
    return verb in titles().acts or (verb.endswith("ed") and verb.isalpha())
