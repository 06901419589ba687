"""Offices in running text: "Vice Minister of National Defence of Viet Nam".

An office phrase is found from its head noun: modifiers are taken to the left, "of" and body words to the right. What
country it names is read on the way. Which class it has is told by the first fitting role of titles.toml.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from .gazetteer import organizations
from .lexicon import Titles, ministries, titles
from .prose import Prose

_ACRONYM = re.compile(r"[A-Z][A-Z&-]{1,6}s?\Z")
_LINKS = frozenset({"of", "for", "to", "in", "at", "with", "and", "&", "/", ",", "-", "'s"})
_LONGEST = 40
_OF_STATES = frozenset({"head_of_state", "head_of_government"})
_JOINTS = frozenset({"'s", "the", "and", "-", ",", "&"})
_BEFORE_BODIES = frozenset({"the", "his", "its", "country", "nation", "kingdom", "'s"})
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

    def in_doc(self, found: Prose) -> "Office":
        """The same office by the Doc's tokens."""
        start, end = found.tokens(self.start, self.end)
        return self if (start, end) == (self.start, self.end) else replace(self, start=start, end=end)


def find_offices(found: Prose) -> list[Office]:
    """The office phrases in text order, without overlaps."""
    table = titles()
    offices: list[Office] = []
    done = 0
    for i in [i for i, word in enumerate(found.lower) if word in table.openers]:
        if i < done or _is_modifier(i, found, table):
            continue
        read = _counterpart_at if found.lower[i] in table.counterparts else _office_at
        office = read(i, done, found, table)
        if office is not None:
            offices.append(office)
            done = office.end
    return offices


@cache
def role_class(role: str, country: str | None = None) -> str:
    """The codebook's class of an office in words, e.g. ``role_class("vice minister of defence")``; "other" if none fits."""
    words = plain(role)
    kind = next((entry.role_class for entry in titles().role if entry.fits(words, country)), "other")
    return "other" if country in organizations() and kind in _OF_STATES else kind


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
    if not office.bare or office.countries or not found.says(end, "of"):
        return None
    return _of_body(office.role, end, found, titles())


def _of_body(head: str, at: int, found: Prose, table: Titles) -> Office | None:
    """The office `head` of the body that is named behind word `at`."""
    end, countries = _Tail(at, found, table, None, "of").read()
    words = [
        word
        for k, word in enumerate(found.lower[at + 1 : end], at + 1)
        if k not in found.owners or found.owners[k].label == "seat"
    ]
    if not any(word in table.bodies for word in words):
        return None
    role = f"{head} of {_joined(_trimmed(words))}"
    return Office(at, end, role, role_class(role, countries[0] if countries else None), countries)


# ---- one office -----------------------------------------------------------------------------------------------------------


def _is_modifier(i: int, found: Prose, table: Titles) -> bool:
    """Whether the head noun only describes the one behind it: "Deputy Minister", "Prime Minister's adviser"."""
    if found.says(i + 1, "'s"):
        return _leads_to_head(i + 2, found.lower, table)
    return found.lower[i] in table.modifiers and not found.says(i + 1, "and") and _leads_to_head(i + 1, found.lower, table)


def _leads_to_head(k: int, lower: list[str], table: Titles) -> bool:
    """Whether the modifiers from `k` on end in a head noun ("and Defence Minister")."""
    for word in lower[k : k + 5]:
        if table.is_head(word):
            return True
        if word not in table.modifiers and word not in {"and", "-", "&"}:
            return False
    return False


def _office_at(head: int, floor: int, found: Prose, table: Titles) -> Office | None:
    lower = found.lower
    if not _is_office_word(head, found, table):
        return None
    if lower[head] in table.name_heads and _is_part_of_name(head, found, table):
        return None
    start, country, former = _left(head, floor, found, table)
    end, countries = _Tail(head, found, table, country).read()
    if _is_business(head, end, countries, found, table):
        return None
    words = [lower[k] for k in range(start, end) if k > head or k not in found.owners or found.owners[k].label == "seat"]
    role = _joined(_trimmed(words))
    kind = role_class(role, countries[0] if countries else None)
    return Office(start, end, role, kind, countries, lower[head] in table.plural_heads, role.isalpha(), former)


def _is_office_word(head: int, found: Prose, table: Titles) -> bool:
    """Whether the word is the noun of an office here, and no acronym in small letters, verb or part of a rank."""
    lower = found.lower
    following = lower[head + 1] if head + 1 < len(lower) else ""
    if lower[head] == "general":
        return head > 0 and lower[head - 1] in {"top", "commanding"}
    if lower[head] in table.acronyms:
        return found.text[head].isupper() and not (head and lower[head - 1][-1].isdigit())
    if lower[head] == "charge":
        return found.says(head - 1, "in") if following == "of" else following.startswith("d'")
    if lower[head] == "prince":
        return head > 0 and lower[head - 1] == "crown"
    if head and lower[head - 1] in table.ships:
        return False
    if lower[head] == "heads" and head and lower[head - 1] in {"who", "he", "she", "which"}:
        return False
    if lower[head] in {"head", "heads"}:
        return following not in {"to", "for", "into", "-", "start", "on", "count", "injury"}
    return not (lower[head] == "chief" and following == "marshal")


def _is_part_of_name(head: int, found: Prose, table: Titles) -> bool:
    """Whether a word like "Amir" or "King" stands inside a name: right behind a rank, a title of honour or a name word."""
    if not head or not found.text[head][0].isupper() or head - 1 in found.owners or found.lower[head] == "prince":
        return False
    before = found.lower[head - 1]
    if before in table.ranks or before in table.honorifics or table.is_head(before):
        return True
    return found.text[head - 1][0].isupper() and before.isalpha() and before not in table.never_names


def _is_business(head: int, end: int, countries: tuple[str, ...], found: Prose, table: Titles) -> bool:
    """Whether it is an office in a firm or a school: "president of Embraer", "director of the Institute for …"."""
    if found.lower[head] not in table.business_heads:
        return False
    if countries:
        return False
    if not table.firm_heads.isdisjoint(found.lower[head : end + 3]):
        return True
    last = found.text[end - 1]
    if found.lower[head] == "president" and end - 1 > head and _ACRONYM.match(last) and last not in _spelled():
        return True
    k = end + (found.lower[end : end + 1] in (["of"], ["for"], ["at"]))
    if k == end:
        return any(word in table.schools for word in found.lower[head:end])
    k += found.says(k, "the")
    k = found.owners[k].end if k in found.owners and found.owners[k].label == "demonym" else k
    return k < len(found.text) and found.text[k][0].isupper() and k not in found.owners and not found.text[k].isupper()


def _left(head: int, floor: int, found: Prose, table: Titles) -> tuple[int, str | None, bool]:
    """Where the phrase begins, the country named there, and whether the office is a former one."""
    lower, owners = found.lower, found.owners
    start, country, former = head, None, False
    while start > floor:
        word, before = lower[start - 1], start - 2
        if start - 1 in owners:
            if country is not None or _is_elsewhere(start - 1, found):
                break
            start, country = max(owners[start - 1].start, floor), owners[start - 1].code
        elif country is not None:
            break
        elif word in table.describing:
            former = former or word in table.past_states
            start -= 1
        elif before >= floor and (
            (word == "-" and lower[before] in table.describing)
            or (word in {"and", "&", ",", "/"} and start < head and lower[before] in table.modifiers)
            or (word == "'s" and (before in owners or lower[before] in table.modifiers or table.is_head(lower[before])))
            or (lower[start] == "'s" and table.is_head(word))
        ):
            start -= 1
        elif word == ")" and before - 2 >= floor and lower[before - 1] == "(" and lower[before - 2] in table.describing:
            start -= 3
        elif _is_acronym(start - 1, found, table) and not found.text[head].isupper():
            country = country or _country_of_body(found.text[start - 1], found)
            start -= 1
        else:
            break
    while start < head and lower[start] in _JOINTS:
        start += 1
    return start, country, former


def _is_elsewhere(i: int, found: Prose) -> bool:
    """Whether the country named at word `i` belongs to what stands before it: "on his visit to Norway General X …"."""
    owner = found.owners[i]
    before = found.lower[owner.start - 1] if owner.start else ""
    return owner.label in {"name", "capital"} and not found.text[i].isupper() and before in {"of", "to", "in", "from", "at"}


def _is_acronym(i: int, found: Prose, table: Titles) -> bool:
    word = found.text[i]
    return bool(_ACRONYM.match(word)) and (word in _spelled() or found.lower[i] not in table.never_names)


def _country_of_body(acronym: str, found: Prose) -> str | None:
    """Whose a body is that only one country has ("PLA"), if the article names that country, or none."""
    body = ministries().acronyms.get(acronym)
    return body.country if body and (body.country in found.codes or not found.codes) else None


class _Tail:
    """What follows a head noun: linked body words, acronyms and countries, one after another."""

    def __init__(self, head: int, found: Prose, table: Titles, country: str | None, link: str = "") -> None:
        self.head, self.found, self.table = head, found, table
        self.countries = [country] if country else []
        self.end = self.at = head + 1
        self.link = link
        self.accredited = found.lower[head] in table.accredited

    def read(self) -> tuple[int, tuple[str, ...]]:
        """Where the phrase ends, and the countries it names."""
        if not self.link:
            self._joined_heads()
        while (
            self.link
            and self.at < len(self.found.lower)
            and (self.found.lower[self.at] in _BEFORE_BODIES or self.found.begins_owner(self.at + 1))
        ):
            self.at += 1
        while self.at < min(len(self.found.lower), self.head + _LONGEST) and self._step():
            pass
        return self.end, tuple(self.countries)

    def _joined_heads(self) -> None:
        """The words that belong to the head itself: "Secretary General", "commander-in-chief", "Chief of Staff"."""
        lower, k = self.found.lower, self.at
        while k < len(lower) and (
            lower[k] == "-"
            or (lower[k] == "general" and lower[k - 1] in self.table.general_offices)
            or (lower[k] in self.table.tails and (lower[k] != "in" or lower[k + 1 : k + 2] in (["chief"], ["charge"], ["-"])))
        ):
            k += 1
            if lower[k - 1] != "-":
                self.end = k
        if lower[self.end : self.end + 2] == ["of", "staff"]:
            self.end += 2
        self.at = self.end

    def _step(self) -> bool:
        """Take the next piece; False where the phrase ends."""
        k, found, table = self.at, self.found, self.table
        word = found.lower[k]
        if found.says(k, "-", "in", "-", "chief"):
            return self._take(k + 4)
        if found.begins_owner(k) and (self.link or k > self.head + 1):
            return self._owner(k)
        if word in _LINKS:
            return self._take_link(k, word)
        if word in table.modifiers and self.link in {"and", "&", "/"} and _leads_to_head(k, found.lower, table):
            self.at = k + 1
            return True
        if word in table.bodies or (table.is_head(word) and self.link in {"and", "&", "/", "to", "of", "-"}):
            return self._body(k)
        if word == "(" and found.lower[k + 2 : k + 3] == [")"] and found.text[k + 1].isupper() and self.link:
            self.at = k + 3
            return self.at < len(found.lower) and (found.lower[self.at] in _LINKS or found.begins_owner(self.at))
        if self._is_acronym(k):
            country = _country_of_body(found.text[k], found)
            if country and not self.countries:
                self.countries.append(country)
            return self._take(k + 1)
        return False

    def _is_acronym(self, k: int) -> bool:
        """Whether a body's acronym stands at `k`: "of the PNGDF", "of the Polish MoD"."""
        word = self.found.text[k]
        if word in _spelled():
            return self.link in {"of", "to", "for", "body"}
        return self.link in {"of", "to", "for"} and bool(_ACRONYM.match(word)) and word != "MP"

    def _take(self, end: int) -> bool:
        self.at = self.end = end
        self.link = "body"
        return True

    def _owner(self, k: int) -> bool:
        owner, link, lower = self.found.owners[k], self.link, self.found.lower
        away = link in {"to", "in", "at"}
        if link in {"/", "-", "&", ""} or (away and not self.accredited and not self._opens_house(owner.end)):
            return False
        following = self.found.text[owner.end] if owner.end < len(lower) else ""
        if owner.label == "demonym" and link in {"of", "for"} and following[:1].isupper() and not self._is_public(owner.end):
            return False
        if link == "and" and owner.label == "demonym" and not (owner.end < len(lower) and self.table.is_head(lower[owner.end])):
            return False
        if not (away and self.accredited and not self._opens_house(owner.end)) and (not self.countries or link in {"and", ","}):
            self.countries.append(owner.code)
        return self._take(owner.end)

    def _is_public(self, k: int) -> bool:
        """Whether a word names a body of government, and no society or firm."""
        word = self.found.lower[k]
        return word in self.table.bodies or self.table.is_head(word) or word in self.table.describing or self._is_acronym(k)

    def _opens_house(self, k: int) -> bool:
        """Whether a body of its own is named at `k`: "at the Cambodian Ministry of Defense"."""
        k += self.found.says(k, "'s")
        return (
            self.found.lower[k : k + 1] == ["ministry"]
            or self.found.lower[k + 1 : k + 2] == ["ministry"]
            or any(word in self.table.houses for word in self.found.lower[k : k + 1])
        )

    def _take_link(self, k: int, word: str) -> bool:
        lower, table = self.found.lower, self.table
        listed = (
            k + 2 < len(lower)
            and self.link
            and (lower[k + 1] in table.bodies or k + 1 in self.found.owners)
            and lower[k + 2] in {",", "and", "&"}
        )
        last_listed = (
            lower[k + 1 : k + 2] == ["and"] and self.link == "body" and lower[k + 2 : k + 3] and lower[k + 2] in table.bodies
        )
        last_listed = bool(last_listed) and not _leads_to_head(k + 2, lower, table)
        if word == "," and not listed and not last_listed:
            return False
        after = k + 1 + (word == "," and last_listed)
        while after < len(lower) and lower[after] in {"the", "its", "his", "her", "their"}:
            after += 1
        if lower[after : after + 1] in (["newly"], ["recently"]):
            after = next((j for j in range(after + 1, min(after + 4, len(lower))) if lower[j] in table.bodies), after)
        beyond = self.found.owners[after].end if self.found.begins_owner(after) else after
        if (word in {"at", "with"} or (word == "in" and not self.accredited)) and not self._opens_house(beyond):
            return False
        self.link = "to" if word == "-" else word
        self.at = after
        return True

    def _body(self, k: int) -> bool:
        found, link = self.found, self.link
        if not link:
            capitals = found.text[k][0].isupper() and found.text[self.head][0].isupper()
            if found.lower[self.head] not in self.table.direct_heads or not capitals or found.lower[k] == "general":
                return False
        return self._belongs(k, link or "of") and self._take(k + 1)

    def _belongs(self, k: int, link: str) -> bool:
        """Whether the body word at `k` continues the phrase, and is not the rank or office of the name that follows."""
        lower, table = self.found.lower, self.table
        following = lower[k + 1] if k + 1 < len(lower) else ""
        if lower[k] == "general":
            return following in table.after_general or lower[k - 1] in table.general_offices
        if link == "body" and (table.is_head(lower[k]) or lower[k] in {"vice", "deputy", "senior", "first", "acting", "chief"}):
            return lower[k] in {"chiefs", "people's"}
        if lower[k] in {"army", "air", "navy", "police"} and following in {
            "general",
            "marshal",
            "chief",
            "vice",
            "commodore",
            "captain",
        }:
            return following in {"general", "chief"} and lower[k + 2 : k + 3] in (["of"], ["staff"])
        return True


def _counterpart_at(head: int, floor: int, found: Prose, table: Titles) -> Office | None:
    """The phrase of one only known as "his Vietnamese counterpart", "her counterpart from Uzbekistan", "opposite number"."""
    lower, owners = found.lower, found.owners
    start, country = head, None
    if lower[head] in {"number", "numbers"}:
        if start == 0 or lower[start - 1] != "opposite":
            return None
        start -= 1
    if start - 1 in owners and start > floor:
        start, country = owners[start - 1].start, owners[start - 1].code
    if start and lower[start - 1] == "'s" and start - 2 in owners and country is None:
        start, country = owners[start - 2].start, owners[start - 2].code
    elif lower[head] in {"colleague", "colleagues"} and country is None:
        return None
    countries = [country] if country else []
    end = head + 1
    if not countries and lower[end : end + 1] in (["from"], ["of"], ["in"]):
        k = end + 1
        while k < len(lower) and (k in owners or lower[k] in {"the", ",", "and"}):
            if k in owners:
                countries.append(owners[k].code)
                end = k = owners[k].end
            else:
                k += 1
    while start > floor and lower[start - 1] in titles().states:
        start -= 1
    if start and lower[start - 1] in _POSSESSIVES:
        start -= 1
    end += lower[end : end + 1] in (["there"], ["here"])
    return Office(start, end, "counterpart", "", tuple(countries), lower[head].endswith("s"))


# ---- offices in words -------------------------------------------------------------------------------------------------------


def _trimmed(words: list[str]) -> list[str]:
    """Words without the joints that are left at the front when a country is taken away."""
    start = next(
        (k for k, word in enumerate(words) if word not in _JOINTS and word not in {"newly", "appointed", "visiting"}),
        len(words),
    )
    return words[start:]


def _joined(content: list[str]) -> str:
    """Words as a reader would write them: no blank around hyphens and before the possessive and commas."""
    text = " ".join(content)
    return re.sub(r" (?=['’]s\b|[,)])|(?<=\() ", "", re.sub(r" ([-/]) ", r"\1", text))


@cache
def plain(role: str) -> str:
    """The role as titles.toml's patterns read it: in the singular, hyphens open, no articles, bodies' acronyms in words."""
    singular = titles().singular
    words = re.sub(r"\b(the|its)\b|['’]s\b", " ", role.replace("-", " ")).split()
    spelled = " ".join(_spelled().get(word, word) for word in words).split()
    return " ".join(singular.get(word, word) for word in spelled)


@cache
def _spelled() -> dict[str, str]:
    """Acronyms of bodies, as they stand and in lower case → the body in words."""
    kinds = {short: entry.phrases[0] for entry in ministries().kinds.values() for short in entry.abbreviations}
    bodies = kinds | {short: body.words for short, body in ministries().acronyms.items()}
    return bodies | {short.lower(): spelled for short, spelled in bodies.items()}
