"""Offices in running text: "Vice Minister of National Defence of Viet Nam".

An office phrase is found from its head noun: modifiers are taken to the left, "of" and body words to the right. What
country it names is read on the way. Which class it has is told by the first fitting entry of roles.toml.
"""

import re
from dataclasses import dataclass, replace

from extract.officials.business import is_business
from extract.officials.office_tails import ACRONYM, Tail, country_of_body, leads_to_head
from extract.record import SOLE_OFFICES
from extract.text.prose import Prose
from extract.words.lexicon import Titles, titles
from extract.words.provinces import province_at, province_before
from extract.words.roles import JOINTS, in_singular, joined, role_class, spelled_bodies, trimmed

_OF_COUNTRY = frozenset({"kingdom", "republic", "state", "federation", "union", "government", "islands"})
_FIRMS_TOO = frozenset({"other", "head_of_state", "head_of_government"})
_UNDER = frozenset({"-", "secretary", "secretaries"})
_UNDER_CHIEF = frozenset(
    {"marshal", "marshall", "petty", "warrant", "master", "guest"}
)  # "Chief Petty Officer", and guests of honour
_ATTORNEYS, _OF_A_PLACE = (
    frozenset({"attorney", "attorneys"}),
    frozenset({"district", "state", "county", "assistant", "deputy"}),
)
_BEFORE_SERVANT = frozenset({",", "as", "a", "an", "is", "was"})
_BRACKET = 3  # words
_THERE = 40  # words from a place to "there"
_TO_PLACES = frozenset({"to", "in", "visited", "visits", "visiting", "at", "reached", "toured"})
_LIEUTENANTS = (["lieutenant", "governor"], ["lt.", "governor"], ["lt.", "gov."], ["lieutenant", "governors"])
_COUNTERPARTS = {"number": "opposite", "numbers": "opposite", "part": "counter", "parts": "counter"}
_INWARD = {"(": 1, ")": -1}
_POSSESSIVES = frozenset({"his", "her", "their", "the", "its", "whose"})


@dataclass(frozen=True)
class Office:
    """An office phrase: words `start` to `end`, its text, class and countries.

    `plural`: of several people; `bare`: a mere head noun ("the chief"). A counterpart has the class "" until it is known whose
    counterpart he is.
    """

    start: int
    end: int
    role: str
    role_class: str
    countries: tuple[str, ...] = ()
    plural: bool = False
    bare: bool = False
    former: bool = False

    @property
    def country(self) -> str | None:
        """The country named first in the phrase."""
        return self.countries[0] if self.countries else None

    @property
    def is_counterpart(self) -> bool:
        """Whether the phrase only says "counterpart", "opposite number"."""
        return not self.role_class

    @property
    def is_of_one(self) -> bool:
        """Whether the phrase tells of one person: the only holder of such an office in the country it names."""
        return bool(self.countries) and not self.plural and self.role_class in SOLE_OFFICES

    def in_doc(self, found: Prose) -> "Office":
        """The same office by the Doc's tokens."""
        start, end = found.tokens(self.start, self.end)
        return self if (start, end) == (self.start, self.end) else replace(self, start=start, end=end)

    def shares(self, count: int) -> "tuple[Office, ...]":
        """The office of each of `count` holders: "foreign and defense ministers" are a foreign and a defense minister."""
        if not self.plural or count < 2:
            return ()
        *described, head = self.role.partition(" of ")[0].split() if len(self.countries) == count else self.role.split()
        parts = re.split(r",? and |, ", " ".join(described))
        if head not in titles().plural_heads or len(parts) not in {1, count}:
            return ()
        if len(parts) == 1 and len(self.countries) != count:
            return ()
        roles = [f"{part} {titles().singular[head]}".strip() for part in parts * (count // len(parts))]
        return tuple(replace(self, role=role, role_class=role_class(role, self.country)) for role in roles)


def find_offices(found: Prose) -> list[Office]:
    """The office phrases in text order, without overlaps."""
    table = titles()
    offices: list[Office] = []
    chief: Office | None = None  # for whom the next one speaks
    done = 0
    for i in found.places(table.openers):
        if i < done or _is_modifier(i, found, table):
            continue
        read = _counterpart_at if found.lower[i] in table.counterparts else _office_at
        office = read(i, done, found, table)
        if office is None:
            continue
        if _speaks_for(office.end, found):
            chief = office
            continue
        if chief is not None and office.end > chief.end >= office.start:
            role, countries = f"{chief.role} {found.lower[chief.end]}", office.countries or chief.countries
            office = replace(office, start=chief.start, role=role, countries=countries, bare=False)
        office = _without_served(office, found, table)
        offices.append(office)
        done = office.end
    return offices


def _without_served(office: Office, found: Prose, table: Titles) -> Office:
    """The office without that of whom it serves, who is named behind it: "X, special envoy | of President Y"."""
    if not found.is_capital(office.end) or office.end in found.owners:
        return office
    linking = {"to", "of"} if office.start and found.text[office.start - 1] in _BEFORE_SERVANT else {"to"}
    links = (
        k
        for k in range(office.start + 1, office.end - 1)
        if found.lower[k] in linking and found.is_capital(k + 1) and _leads_to_office(k + 1, found, table)
    )
    end = next(links, office.end)
    following = found.lower[office.end]
    if end == office.end or (not table.is_head(following) and (following in table.nameless or following in table.style_words)):
        return office
    role = joined(
        trimmed([word for k, word in enumerate(found.lower[office.start : end], office.start) if k not in found.owners])
    )
    return replace(office, end=end, role=role, role_class=role_class(role, office.country), bare=role.isalpha())


def _leads_to_office(k: int, found: Prose, table: Titles) -> bool:
    """Whether an office is named from word `k` on, with its country or province or none before it."""
    province = province_at(found.lower, k)
    beyond = found.owners[k].end if k in found.owners else k + len(province.words) if province else k
    return leads_to_head(beyond, found.lower, table)


def led_body(verb: int, found: Prose) -> Office | None:
    """The office of one "who heads the Russian General Staff", from the verb at word `verb`."""
    table = titles()
    head = table.leading.get(found.lower[verb])
    if head is None:
        return None
    office = _of_body(head, verb, found, table)
    return office and replace(office, former=found.lower[verb].endswith("ed"))


def completed(office: Office, end: int, found: Prose) -> Office | None:
    """The office whose body follows the name that ends before word `end`: "Secretary X of the Department of Defense"."""
    named = found.says(end, "of") and found.is_capital(end + 1 + found.says(end + 1, "the"))
    if not office.bare or office.countries or not named:
        return None
    return _of_body(office.role, end, found, titles())


def further_body(office: Office, at: int, found: Prose) -> Office | None:
    """The like office of another body, which is named behind word `at`: "the ministers of trade, X, and of defence"."""
    joint = at
    at += found.says(at, ",")
    at += found.says(at, "and")
    if at == joint or found.lower[at : at + 1] not in (["of"], ["for"]):
        return None
    body = _of_body(in_singular(re.split(r" (?:of|for) ", office.role)[0]), at, found, titles())
    return body and replace(body, countries=body.countries or office.countries)


def _of_body(head: str, at: int, found: Prose, table: Titles) -> Office | None:
    """The office `head` of the body that is named behind word `at`."""
    end, countries = Tail(at, found, table, None, "of").read()
    words = [
        word
        for k, word in enumerate(found.lower[at + 1 : end], at + 1)
        if k not in found.owners or found.owners[k].label == "seat"
    ]
    if not any(word in table.bodies for word in words):
        return None
    role = f"{head} of {joined(trimmed(words))}"
    return Office(at, end, role, role_class(role, countries[0] if countries else None), countries)


# ---- one office -----------------------------------------------------------------------------------------------------------


def _is_modifier(i: int, found: Prose, table: Titles) -> bool:
    """Whether the head noun only describes the one behind it: "Deputy Minister", "Prime Minister's adviser"."""
    owned = i + 1 + found.says(i + 1, "general")
    if found.says(owned, "'s"):
        return leads_to_head(owned + 1, found.lower, table)
    if found.lower[i] not in table.modifiers or found.says(i + 1, "and") or found.says(i + 1, "air", "marshal"):
        return False
    beyond = found.owners[i + 1].end if found.begins_owner(i + 1) else i + 1
    return leads_to_head(beyond, found.lower, table)


def _speaks_for(end: int, found: Prose) -> bool:
    """Whether an office that ends before word `end` is only whom a spokesman speaks for: "Foreign Minister spokesman X"."""
    return found.lower[end : end + 1] in (["spokesman"], ["spokeswoman"], ["spokesperson"])


def _office_at(head: int, floor: int, found: Prose, table: Titles) -> Office | None:
    lower = found.lower
    if not _is_office_word(head, found, table):
        return None
    if lower[head] in table.name_heads and _is_part_of_name(head, found, table):
        return None
    start, country, former = _left(head, floor, found, table)
    end, countries = Tail(head, found, table, country).read()
    countries = countries or _served(end, found, table)
    plural = lower[head] in table.plural_heads
    if plural and countries:
        start, further = _joined_demonyms(start, floor, found)
        countries = (*further, *countries)
    words = [lower[k] for k in range(start, end) if k > head or _is_of_role(k, start, found)]
    role = joined(trimmed(words))
    kind = role_class(role, countries[0] if countries else None)
    if kind in _FIRMS_TOO and is_business(start, head, end, countries, found, table):
        return None
    return Office(start, end, role, kind, countries, plural, role.rstrip(".").isalpha(), former)


def _served(end: int, found: Prose, table: Titles) -> tuple[str, ...]:
    """The country of the president under whom an office that ends before word `end` is told to have been held."""
    k = end + 1
    if not found.says(end, "under"):
        return ()
    while k < len(found.lower) and (found.lower[k] == "the" or found.lower[k] in table.states):
        k += 1
    ruled = found.begins_owner(k) and found.lower[found.owners[k].end : found.owners[k].end + 1]
    return (found.owners[k].code,) if ruled in (["president"], ["prime"], ["premier"], ["chancellor"]) else ()


def _is_of_role(k: int, start: int, found: Prose) -> bool:
    """Whether word `k` before the head is told as the office's own: no country, but a seat, or one inside a body's name."""
    inward = _INWARD.get(found.lower[k], 0)
    if inward and k + inward in found.owners and found.lower[k + 2 * inward] in _INWARD:  # "the United States (US) attaché"
        return False
    owner = found.owners.get(k)
    if owner is None or owner.label == "seat":
        return True
    return owner.start - 1 > start and "of" in found.lower[owner.start - 2 : owner.start]


def _is_office_word(head: int, found: Prose, table: Titles) -> bool:
    """Whether the word is the noun of an office here, and no acronym in small letters, verb or part of a rank."""
    lower = found.lower
    following = lower[head + 1] if head + 1 < len(lower) else ""
    if lower[head] == "general":
        return head > 0 and lower[head - 1] in table.generals
    if lower[head] in table.acronyms:
        return found.text[head].isupper() and not (head and lower[head - 1][-1].isdigit())
    if lower[head] in {"charge", "charges"}:
        return found.says(head - 1, "in") if following == "of" else following.startswith("d'") or found.says(head + 1, "d", "'")
    if lower[head] == "lord":
        return head > 0 and lower[head - 1] == "sea"
    if lower[head] in _ATTORNEYS:
        return following == "general" or head - 1 in found.owners or lower[head - 1] in _OF_A_PLACE
    if lower[head] == "member" and found.says(head - 1, "-"):  # "a five-member team"
        return False
    if lower[head] == "prince":
        return head > 0 and lower[head - 1] == "crown"
    if lower[head] in {"marshal", "marshals"}:
        return any(found.says(head + 1, "of", "the", chamber) for chamber in ("sejm", "senate"))
    if (head and lower[head - 1] in table.ships) or (lower[head][-1] == "." and following in table.ranks):
        return False
    if (
        lower[head] in {"heads", "chairs"}
        and head
        and (lower[head - 1] in {"who", "he", "she", "which"} or _acts(head - 1, found))
    ):
        return False
    if lower[head] == "officer" and head and lower[head - 1] in table.rank_pairs["officer"]:
        return False
    if lower[head] in {"head", "heads"}:
        return following not in {"to", "for", "into", "-", "start", "on", "count", "injury", "quarters", "quarter"}
    return not (lower[head] == "chief" and following in _UNDER_CHIEF)


def _is_under(i: int, found: Prose) -> bool:
    """Whether "under" before word `i` belongs to an office, and is not whom one served: "press secretary under Secretary X"."""
    return found.lower[i] in _UNDER and not (found.text[i - 1].islower() and found.text[i][0].isupper())


def _acts(i: int, found: Prose) -> bool:
    """Whether a country is the subject at word `i`: "Finland chairs the group"."""
    return i in found.owners and found.owners[i].label == "name"


def _is_part_of_name(head: int, found: Prose, table: Titles) -> bool:
    """Whether a word like "Amir" or "King" stands inside a name: right behind a rank, a title of honour or a name word.

    One whose father's name follows is a name too: "Sultan bin Saad".
    """
    if found.lower[head + 1 : head + 2] in (["bin"], ["bint"], ["ibn"]):
        return True
    if not head or not found.text[head][0].isupper() or head - 1 in found.owners or found.lower[head] == "prince":
        return False
    before = found.lower[head - 1]
    if before in {"majesty", "highness"}:
        return False
    if before in table.ranks or before in table.honorifics or before in table.particles or table.is_head(before):
        return True
    return found.text[head - 1][0].isupper() and before.isalpha() and before not in table.never_names


def _left(head: int, floor: int, found: Prose, table: Titles) -> tuple[int, str | None, bool]:
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


def _joined_demonyms(start: int, floor: int, found: Prose) -> tuple[int, tuple[str, ...]]:
    """Where the demonyms begin that are joined to the one at word `start`, and their countries: "Thai, Lao and | Khmer"."""
    countries: list[str] = []
    while _is_adjective(start, found):
        k = start - 1
        while k > floor and found.lower[k] in {",", "and", "&"}:
            k -= 1
        owner = found.owners.get(k)
        if k == start - 1 or owner is None or not _is_adjective(k, found) or owner.start < floor:
            break
        start = owner.start
        countries.insert(0, owner.code)
    return start, tuple(countries)


def _is_adjective(k: int, found: Prose) -> bool:
    """Whether a country named at word `k` may describe what follows, as demonyms do and "U.S."."""
    return k in found.owners and (found.owners[k].label == "demonym" or found.text[k].isupper())


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


def _place_before(start: int, found: Prose) -> list[str]:
    """The country to which or in which something was told to be last before word `start`: "in Mali he met his … there"."""
    for k in range(start - 1, max(start - _THERE, 0), -1):
        if found.begins_owner(k) and found.lower[k - 1 - found.says(k - 1, "the")] in _TO_PLACES:
            return [found.owners[k].code] if found.owners[k].label in {"name", "capital"} else []
    return []


def _counterpart_at(head: int, floor: int, found: Prose, table: Titles) -> Office | None:
    """The phrase of one only known as "his Vietnamese counterpart", "her counterpart from Uzbekistan", "opposite number"."""
    lower, owners = found.lower, found.owners
    start = head
    countries: list[str] = []
    if lower[head] in _COUNTERPARTS:
        if start == 0 or lower[start - 1] != _COUNTERPARTS[lower[head]]:
            return None
        start -= 1
    if start > floor and (last := owners.get(start - 1)):
        start, further = _joined_demonyms(last.start, floor, found)
        countries = [*further, last.code]
    if start and lower[start - 1] == "'s" and start - 2 in owners and not countries:
        start, countries = owners[start - 2].start, [owners[start - 2].code]
    end = head + 1
    if not countries and lower[end : end + 1] in (["from"], ["of"], ["in"]):
        k = end + 1
        while k < len(lower) and (k in owners or lower[k] in {"the", ",", "and"}):
            if k in owners:
                countries.append(owners[k].code)
                end = k = owners[k].end
            else:
                k += 1
    if lower[head] in {"colleague", "colleagues"} and not countries:
        return None
    while start > floor and lower[start - 1] in titles().states:
        start -= 1
    if start and lower[start - 1] in _POSSESSIVES:
        start -= 1
    if lower[end : end + 1] in (["there"], ["here"]):
        countries = countries or _place_before(start, found) if lower[end] == "there" else countries
        end += 1
    return Office(start, end, "counterpart", "", tuple(countries), lower[head].endswith("s"))
