"""Offices in running text: "Vice Minister of National Defence of Viet Nam".

An office phrase is found from its head noun: modifiers are taken to the left, "of" and body words to the right. What
country it names is read on the way. Which class it has is told by the first fitting entry of roles.toml.
"""

import re
from dataclasses import dataclass, replace

from extract.officials.business import is_business
from extract.officials.office_fronts import front_of
from extract.officials.office_tails import Tail, leads_to_head
from extract.record import SOLE_OFFICES
from extract.text.prose import Prose
from extract.words.lexicon import Titles, titles
from extract.words.provinces import province_at
from extract.words.roles import in_singular, joined, role_class, trimmed

_FIRMS_TOO = frozenset({"other", "head_of_state", "head_of_government"})
_UNDER_CHIEF = frozenset(
    {"marshal", "marshall", "petty", "warrant", "master", "guest"}
)  # "Chief Petty Officer", and guests of honour
_ATTORNEYS, _OF_A_PLACE = (
    frozenset({"attorney", "attorneys"}),
    frozenset({"district", "state", "county", "assistant", "deputy"}),
)
_BEFORE_VERB = frozenset({"to", "will", "would", "can", "could", "must", "should", "we", "i", "they", "you", "not"})
_BEFORE_SERVANT = frozenset({",", "as", "a", "an", "is", "was"})
_THERE = 40  # words from a place to "there"
_TO_PLACES = frozenset({"to", "in", "visited", "visits", "visiting", "at", "reached", "toured"})
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
    start, country, former = front_of(head, floor, found, table)
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
    if lower[head] == "judge" and head and lower[head - 1] in _BEFORE_VERB:
        return False
    if lower[head] in {"head", "heads"}:
        return following not in {"to", "for", "into", "-", "start", "on", "count", "injury", "quarters", "quarter"}
    return not (lower[head] == "chief" and following in _UNDER_CHIEF)


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
