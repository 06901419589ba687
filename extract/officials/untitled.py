"""Officials who are named without a title: "Anthony Albanese met …", where only later "the prime minister" stands alone."""

from collections.abc import Container, Iterator
from dataclasses import replace

from extract.officials.names import name_end
from extract.officials.naming import Naming, names_of
from extract.officials.offices import Office
from extract.officials.things import is_thing
from extract.text.prose import Prose
from extract.words.lexicon import titles

_TOP = frozenset({"head_of_state", "head_of_government", "defense_minister", "foreign_minister", "chief_of_defense"})
_OPENING = frozenset({".", ",", ":", '"', "”", "\n", "\n\n", "and", "that", "when", "as"})
_HIGH = frozenset({"general", "gen.", "gen", "admiral", "adm.", "marshal"})
_AUXILIARIES = frozenset({"has", "had", "is", "was", "will"})
_ENDS = frozenset({".", "!", "?", ";"})
_SENTENCE = 60  # words
_SPOKEN = 80  # words
_LEAD = 120  # words
_OFTEN = 2
_CLOSE = 250  # words


def find_untitled(found: Prose, offices: list[Office], namings: list[Naming], closed: set[int]) -> list[Naming]:
    """Each top office that the article leaves without a name, given to one who stands without an office and acts.

    That is one who has a title of honour ("Mr X"), or a full name that recurs or stands beside a verb of meeting; a spokesman's
    office is given to an officer or a full name that speaks soon after.
    """
    vacant = _vacant(offices, namings)
    if not vacant:
        return []
    untitled: list[Naming] = []
    given: set[str] = set()
    for naming in _candidates(found, offices, namings, closed):
        parts = _parts(naming.name_start, naming.name_end, found)
        if not given.isdisjoint(parts):
            continue
        office = min(
            (office for office in vacant if _suits(office, naming, found)),
            key=lambda o: (o.start < naming.start, abs(o.start - naming.start)),
            default=None,
        )
        if office is not None:
            untitled.append(replace(naming, offices=(office,), country=naming.country or office.country))
            vacant.remove(office)
            given.update(parts)
    return untitled


def _vacant(offices: list[Office], namings: list[Naming]) -> list[Office]:
    """The top and the spokesmen's offices whose holder is not named."""
    held = {(office.role_class, office.country or naming.country) for naming in namings for office in naming.offices}
    unmarked = {role_class for role_class, country in held if country is None}
    attached = {office.start for naming in namings for office in naming.offices}
    return [
        office
        for office in offices
        if (office.role_class in _TOP or office.role_class == "spokesperson")
        and not (office.plural or office.former or office.start in attached)
        and (office.role_class, office.country) not in held
        and (office.country or office.role_class not in unmarked)
    ]


def _candidates(found: Prose, offices: list[Office], namings: list[Naming], closed: set[int]) -> Iterator[Naming]:
    """Where those are named who have no office: first who bear a title of honour or a rank, then full names that act."""
    held = {part for n in namings if n.offices for part in _parts(n.name_start, n.name_end, found)}
    known: set[str] = set()
    for naming in namings:
        parts = _parts(naming.name_start, naming.name_end, found)
        prominent = naming.rank is not None or naming.start < _LEAD or _stands_often(naming.name_end, found)
        common = naming.rank is None and titles().common.issuperset(found.lower[naming.start : naming.name_start])
        if prominent and not common and not naming.offices and held.isdisjoint(parts):
            known.update(parts)
            yield naming
    known |= held
    taken = (
        closed | names_of(n for n in namings if n.offices) | {i for office in offices for i in range(office.start, office.end)}
    )
    done = 0
    for i in [i for i, word in enumerate(found.text) if word[0].isupper()]:
        if i < done or i in taken:
            continue
        end = done = max(name_end(i, found, taken), i + 1)
        if (
            end - i >= 2
            and known.isdisjoint(parts := _parts(i, end, found))
            and _acts(i, end, found, taken)
            and not is_thing(i, end, found)
        ):
            known.update(parts)
            yield Naming(i, end, i, end)


def _parts(start: int, end: int, found: Prose) -> set[str]:
    """The words of a name by which it is told from others: no particles, which names share."""
    return {word for word in found.lower[start:end] if len(word) > 1} - titles().particles - titles().suffixes


def _suits(office: Office, naming: Naming, found: Prose) -> bool:
    """Whether one may hold the office: an officer only a spokesman's, and who is one speaks soon after it is named."""
    if office.role_class != "spokesperson":
        leads = office.role_class == "chief_of_defense" and naming.start < _LEAD
        fits = naming.rank is None or (leads and not _HIGH.isdisjoint(naming.rank.split()))
        return fits and abs(office.start - naming.start) < _CLOSE and not _shares_sentence(office, naming, found)
    after = found.lower[naming.name_end : naming.name_end + 1]
    speaks = found.says(naming.start - 2, "according", "to") or after in (["said"], ["told"], ["says"], ["added"], ["noted"])
    return speaks and 0 < naming.start - office.start < _SPOKEN


def _shares_sentence(office: Office, naming: Naming, found: Prose) -> bool:
    """Whether one sentence tells of the office and the name, so that they are two people: "Berg met the president"."""
    if office.start and found.lower[office.start - 1] == "as":  # "congratulated Berg on his return as president"
        return False
    first, last = sorted((office.start, naming.start))
    return last - first < _SENTENCE and all(word not in _ENDS and "\n" not in word for word in found.text[first:last])


def _stands_often(end: int, found: Prose, often: int = _OFTEN) -> bool:
    """Whether the surname that ends before word `end` stands more often than that, in whatever capitals."""
    last = next(k for k in range(end - 1, -1, -1) if found.lower[k] not in titles().suffixes)
    return sum(map(found.count, {found.text[last], found.text[last].upper(), found.text[last].capitalize()})) > often


def _acts(start: int, end: int, found: Prose, taken: Container[int]) -> bool:
    """Whether a name opens its clause and a verb follows, or a verb of meeting leads to it: no place, ship or thing."""
    if end >= len(found.lower):
        return False
    meeting, often = titles().sides.meeting, 1 if start < _LEAD else _OFTEN
    verb = found.lower[end + (found.lower[end] in _AUXILIARIES and end + 1 < len(found.lower))]
    while start and found.lower[start - 1] in titles().common:
        start -= 1
    if start and found.lower[start - 1] in meeting and start - 1 not in taken:
        return _stands_often(end, found, often)
    if start and found.lower[start - 1] not in _OPENING:
        return False
    return verb in meeting or (verb in titles().acts and _stands_often(end, found, often))
