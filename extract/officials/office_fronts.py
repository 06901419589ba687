"""What stands before the head noun of an office: "the Norwegian Ministry of Defence's deputy | (chief)"."""

from extract.officials.office_tails import ACRONYM, country_of_body
from extract.text.prose import Prose
from extract.words.lexicon import Titles
from extract.words.provinces import province_before
from extract.words.roles import JOINTS, spelled_bodies

_OF_COUNTRY = frozenset({"kingdom", "republic", "state", "federation", "union", "government", "islands"})
_UNDER = frozenset({"-", "secretary", "secretaries"})
_BRACKET = 3  # words
_LIEUTENANTS = (["lieutenant", "governor"], ["lt.", "governor"], ["lt.", "gov."], ["lieutenant", "governors"])


def front_of(head: int, floor: int, found: Prose, table: Titles) -> tuple[int, str | None, bool]:
    """Where the phrase begins, the country named there, and whether the office is a former one."""
    lower, owners = found.lower, found.owners
    start, country, former = head, None, False
    while start > floor:
        word, before = lower[start - 1], start - 2
        if start - 1 in owners:
            owner = owners[start - 1]
            if owner.label == "capital" and lower[owner.start - 1] == "embassy" and owner.start - 1 > floor:
                start = owner.start - 1  # "the Danish Embassy | Bamako attaché"
                continue
            body = _body_before(owner.start, floor, found, table)
            if country is not None or (body == owner.start and _is_elsewhere(start - 1, found)):
                break
            if body < owner.start:
                start, country = body, owner.code
                continue
            if lower[max(owner.start - 2, 0) : owner.start] in (["pro", "-"], ["anti", "-"]):  # "the pro-Danish president"
                start = owner.start - 2
                continue
            start, country = max(owner.start, floor), owner.code
        elif start in owners and word in table.modifiers and table.is_head(word):  # "Assistant | U.S. Attorney"
            start -= 1
        elif country is not None or (word == "under" and not _is_under(start, found)):
            break
        elif province := province_before(lower, start - (word == "'s"), floor):
            start, country = start - (word == "'s") - len(province.words), province.country
        elif start == head and lower[head] == "president" and not _goes_with_president(start - 1, found, table):
            break
        elif (
            word in table.describing or _is_body(start - 1, head, found, table) or lower[start - 1 : start + 1] in _LIEUTENANTS
        ):
            former = former or word in table.past_states
            start -= 1
        elif before >= floor and (
            (word == "-" and lower[before] in table.describing)
            or (
                word in {"and", "&", ",", "/"}
                and start < head
                and lower[before] in table.modifiers
                and found.text[before].islower() == found.text[start].islower()
            )
            or (word == "'s" and _may_own(before, found, table))
            or (lower[start] == "'s" and (table.is_head(word) or word in table.bodies))
        ):
            start -= 1
        elif lower[max(start - 2, floor) : start + 1] == ["chiefs", "of", "staff"]:
            start -= 2
        elif word == ")" and (opening := _opening(start - 1, floor, found)) > floor and _goes_on(opening - 1, found, table):
            start = opening
        elif _is_acronym(start - 1, found, table) and not found.text[head].isupper():
            country = country or country_of_body(found.text[start - 1], found)
            start -= 1
        else:
            break
    while start < head and lower[start] in JOINTS:
        start += 1
    if lower[max(start - 2, floor) : start] == ["nominee", "for"]:
        return start - 2, country, former
    house = _house_before(start, head, floor, found, table) if country is None else start
    if house < start and house - 1 in owners and owners[house - 1].start >= floor:
        return owners[house - 1].start, owners[house - 1].code, former
    return house, country, former


def _is_under(i: int, found: Prose) -> bool:
    """Whether "under" before word `i` belongs to an office, and is not whom one served: "press secretary under Secretary X"."""
    return found.lower[i] in _UNDER and not (found.text[i - 1].islower() and found.text[i][0].isupper())


def _house_before(start: int, head: int, floor: int, found: Prose, table: Titles) -> int:
    """Where the body begins whose name words `start` to `head` end: "Ministry of | Foreign Affairs Director"; else `start`."""
    several = found.lower[head] in table.plural_heads  # "Council of Defence Ministers"
    if start == head or several or found.lower[start] not in table.bodies or table.is_head(found.lower[start]):
        return start
    k = start - 1 - found.says(start - 1, "the")
    if k <= floor or found.lower[k] not in {"of", "for", "on"} or found.lower[k - 1] not in table.departments:
        return start
    return k - 1 if found.is_capital(k - 1) and found.is_capital(start) and found.is_capital(head) else start


def _goes_with_president(i: int, found: Prose, table: Titles) -> bool:
    """Whether a president may be called by the word: "Assembly President", not "they will press President X"."""
    word = found.lower[i]
    return word in table.presidential or word in table.states or not word.isalpha() or bool(ACRONYM.match(found.text[i]))


def _opening(closing: int, floor: int, found: Prose) -> int:
    """The word with the bracket that is closed at word `closing`, `floor` where none is near."""
    near = range(closing - 2, max(closing - _BRACKET - 2, floor), -1)
    return next((k for k in near if found.lower[k] == "("), floor)


def _goes_on(i: int, found: Prose, table: Titles) -> bool:
    """Whether an office may go on behind a bracket after word `i`: "the army's (ANP) chief"."""
    word = found.lower[i]
    return word in table.describing or word in table.bodies or word == "'s" or i in found.owners


def _body_before(owner: int, floor: int, found: Prose, table: Titles) -> int:
    """The word at which the body begins that is of the country named at word `owner`: "Armed Forces of Mali"; else `owner`."""
    start = owner - found.says(owner - 1, "the")
    if not found.says(start - 1, "of"):
        return owner
    end = start = start - 1
    while start > floor and found.text[start - 1][0].isupper() and found.lower[start - 1] in table.bodies:
        start -= 1
    return owner if start == end else start


def _may_own(i: int, found: Prose, table: Titles) -> bool:
    """Whether an office may be that of what is named at word `i`: "Japan's", "the ministry's", "the JDF's"."""
    word = found.lower[i]
    if i in found.owners or word in table.modifiers or table.is_head(word) or found.text[i] in spelled_bodies():
        return True
    return word in table.bodies and word not in _OF_COUNTRY


def _is_body(i: int, head: int, found: Prose, table: Titles) -> bool:
    """Whether the word is of a body's name before the head: "Defence Industries Agency president"."""
    capital, word = found.text[i][0].isupper(), found.lower[i]
    if word in table.common_words:
        return capital and found.text[head][0].isupper()
    return (capital or not found.text[head][0].isupper()) and word in table.bodies and word not in table.deeds


def _is_elsewhere(i: int, found: Prose) -> bool:
    """Whether the country named at word `i` belongs to what stands before it: "on his visit to Norway General X …"."""
    owner = found.owners[i]
    before = found.lower[owner.start - 1] if owner.start else ""
    return owner.label in {"name", "capital"} and not found.text[i].isupper() and before in {"of", "to", "in", "from", "at"}


def _is_acronym(i: int, found: Prose, table: Titles) -> bool:
    word = found.text[i]
    return bool(ACRONYM.match(word)) and (word in spelled_bodies() or found.lower[i] not in table.never_names)
