"""Offices ("Vice Minister of National Defence of Viet Nam"), ranks ("Lt. Gen.") and titles of honour in a Doc.

An office phrase is found from its head noun: modifiers are taken to the left, "of" and body words to the right. What
country it names is read on the way. Which class it has is told by the first fitting role of titles.toml.
"""

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from .lexicon import Titles, ministries, titles
from .tokens import Words, words

_ACRONYM = re.compile(r"[A-Z][A-Z&-]{1,6}s?\Z")
_JOINTS = {"of", "for", "to", "in", "and", "&", "/", ",", "-"}
_STAFF = {"staff", "staffs", "secretariat", "command", "department", "directorate", "assembly", "headquarters", "purpose", "delegate"}
_GENERAL_OFFICES = {"secretary", "attorney", "inspector", "director", "governor", "consul", "adjutant", "-"}
_COUNTERPARTS = {"counterpart", "counterparts", "colleague", "colleagues", "number", "numbers"}


@dataclass(frozen=True)
class Office:
    """An office phrase: tokens `start` to `end`, its words, class and country, whether of several people, and whether it is a
    mere head noun ("the chief"). A counterpart has the class "" until it is known whose counterpart he is."""

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


@dataclass(frozen=True)
class Style:
    """What stands before a name and is no office: a rank ("Lt. Gen.") or titles of honour ("the Hon", "Dato' Seri")."""

    start: int
    end: int
    rank: str | None


def find_offices(doc: Doc) -> list[Office]:
    """The office phrases of `doc` in text order, without overlaps."""
    table, found = titles(), words(doc)
    owners = owners_of(doc)
    offices: list[Office] = []
    done = 0
    for i, word in enumerate(found.lower):
        if i < done or not (word in _COUNTERPARTS or table.is_head(word)) or _is_modifier(i, found, table):
            continue
        office = _office_at(i, done, found, owners, table)
        if office is not None:
            offices.append(office)
            done = office.end
    return offices


def find_styles(doc: Doc, offices: list[Office]) -> list[Style]:
    """The ranks and titles of honour of `doc` outside `offices`, in text order."""
    table, found = titles(), words(doc)
    taken = {i for office in offices if not office.bare for i in range(office.start, office.end)}
    styles: list[Style] = []
    i, count = 0, len(found.lower)
    while i < count:
        end = i
        if i not in taken and found.text[i][0].isupper():
            end = _rank_end(i, taken, found, table) or _honorific_end(i, taken, found, table)
        if end > i:
            rank = " ".join(found.lower[i:end]) if found.lower[end - 1] in table.rank_cores else None
            styles.append(Style(i, end, rank))
        i = max(end, i + 1)
    return styles


@cache
def role_class(role: str, country: str | None = None) -> str:
    """The codebook's class of an office in words, e.g. ``role_class("vice minister of defence")``; "other" if none fits."""
    return next((entry.role_class for entry in titles().role if entry.fits(role, country)), "other")


def owners_of(doc: Doc) -> dict[int, tuple[int, int, str, str]]:
    """First and last token of every country and organization → (start, end, code, label)."""
    owners: dict[int, tuple[int, int, str, str]] = {}
    for key in ("organizations", "countries"):
        for span in doc.spans.get(key, ()):
            entry = (span.start, span.end, span.id_, span.label_)
            owners[span.start] = owners[span.end - 1] = entry
    return owners


def _office_at(head: int, floor: int, found: Words, owners: dict[int, tuple[int, int, str, str]], table: Titles) -> Office | None:
    lower = found.lower
    if lower[head] in _COUNTERPARTS:
        return _counterpart_at(head, floor, found, owners)
    if lower[head] in {"pm", "mp", "cs", "cas", "cns", "cds", "cdf"} and (not found.text[head].isupper() or (head and lower[head - 1][-1].isdigit())):
        return None
    if lower[head] == "chief" and lower[head + 1 : head + 2] == ["marshal"]:
        return None
    start, country, former = _left(head, floor, found, owners, table)
    end, countries = _right(head, found, owners, table, country)
    content = [lower[k] for k in range(start, end) if not (k in owners and owners[k][3] != "seat" and k < head)]
    while content and content[0] in {"'s", "the", "and", "-", ",", "&"}:
        content.pop(0)
    role = _joined(content)
    bare = " " not in role
    plural = lower[head].endswith("s") and lower[head] not in {"cns", "cas", "cs", "jcs", "cds", "coas", "cjcs"}
    single = re.sub(r"\b(minister|secretar|president|chief|ambassador|commander|attach[eé]|advis[eo]r)(s\b|ies\b)", _singular, role)
    return Office(start, end, role, role_class(_plain(single), countries[0] if countries else None), countries, plural, bare, former)


def _is_modifier(i: int, found: Words, table: Titles) -> bool:
    """Whether the head noun only describes the one behind it: "Deputy Minister", "chief spokesman"."""
    return found.lower[i] in table.modifiers and found.lower[i + 1 : i + 2] != ["and"] and _leads_to_head(i + 1, found.lower, table)


def _singular(match: re.Match[str]) -> str:
    return match[1] + ("y" if match[2] == "ies" else "")


def _left(head: int, floor: int, found: Words, owners: dict[int, tuple[int, int, str, str]], table: Titles) -> tuple[int, str | None, bool]:
    """Where the phrase begins, the country named there, and whether the office is a former one."""
    lower = found.lower
    start, country, former = head, None, False
    while start > floor:
        word = lower[start - 1]
        if start - 1 in owners:
            first, _, code, _label = owners[start - 1]
            if country is not None:
                break
            start, country = max(first, floor), code
        elif country is not None:
            break
        elif word in table.modifiers or word in table.states:
            former = former or word in {"former", "ex", "then"}
            start -= 1
        elif word == "-" and start - 2 >= floor and (lower[start - 2] in table.modifiers or lower[start - 2] in table.states):
            start -= 1
        elif word in {"and", "&", ","} and start < head and start - 2 >= floor and lower[start - 2] in table.modifiers:
            start -= 1
        elif word == "'s" and start - 2 >= floor and (start - 2 in owners or lower[start - 2] in table.modifiers):
            start -= 1
        elif _ACRONYM.match(found.text[start - 1]) and found.text[head] not in {"MP"} and word not in table.never_names and not found.text[head].isupper():
            country = country or _country_of_body(found.text[start - 1])
            start -= 1
        else:
            break
    while start < head and lower[start] in {"and", "&", ",", "-", "'s"}:
        start += 1
    return start, country, former


@cache
def _country_of_body(acronym: str) -> str | None:
    """Whose a body is that only one country has: "PLA"."""
    return ministries().bodies.get(acronym, "").partition("/")[0] or None


def _right(head: int, found: Words, owners: dict[int, tuple[int, int, str, str]], table: Titles, country: str | None) -> tuple[int, tuple[str, ...]]:
    """Where the phrase ends, and the countries it names."""
    lower, count = found.lower, len(found.lower)
    countries = [country] if country else []
    end = k = head + 1
    while k < count and (lower[k] == "-" or (lower[k] in table.tails and (lower[k] != "in" or lower[k + 1 : k + 2] in (["chief"], ["charge"], ["-"])))):
        k += 1
        if lower[k - 1] != "-":
            end = k
    if lower[end : end + 2] == ["of", "staff"]:
        end += 2
    k = end
    accredited = lower[head] in {"ambassador", "envoy", "attaché", "attache", "consul", "commissioner", "representative"}
    joined_to = ""
    while k < count:
        word = lower[k]
        if k in owners and owners[k][0] == k and (joined_to or k > head + 1):
            _, last, code, label = owners[k]
            if joined_to not in {"of", "for", "and", "'s", "body"} and not (joined_to in {"to", "in", "at"} and accredited):
                break
            if joined_to == "and" and label == "demonym" and not table.is_head(lower[last] if last < count else ""):
                break
            if joined_to not in {"to", "in", "at"} and (not countries or joined_to in {"and", ","}):
                countries.append(code)
            k = end = last
            joined_to = "body"
        elif word in _JOINTS or word == "'s":
            if word == "," and not (k + 2 < count and joined_to and (lower[k + 1] in table.bodies or k + 1 in owners) and lower[k + 2] in {",", "and", "&"}):
                break
            joined_to = "to" if word == "-" else word
            k += 1
            if k < count and lower[k] == "the":
                k += 1
        elif word in table.bodies or (table.is_head(word) and joined_to in {"and", "&", "/", "to", "of", "-"}):
            if not joined_to or not _belongs(k, joined_to, found, table):
                break
            k += 1
            end = k
            joined_to = "body"
        elif word in table.modifiers and joined_to in {"and", "&", "/"} and _leads_to_head(k, lower, table):
            k += 1
        elif word == "(" and k + 2 < count and lower[k + 2] == ")" and found.text[k + 1].isupper() and joined_to:
            k += 3
            if k < count and lower[k] not in _JOINTS:
                break
        elif joined_to in {"of", "to"} and _ACRONYM.match(found.text[k]) and found.text[k] != "MP":
            k += 1
            end = k
            joined_to = "body"
        else:
            break
    return end, tuple(countries)


def _belongs(k: int, joined_to: str, found: Words, table: Titles) -> bool:
    """Whether the body word at `k` continues the phrase, and is not the rank or office of the name that follows."""
    lower = found.lower
    following = lower[k + 1] if k + 1 < len(lower) else ""
    if lower[k] == "general":
        return following in _STAFF or lower[k - 1] in _GENERAL_OFFICES
    if joined_to == "body" and (table.is_head(lower[k]) or lower[k] in {"vice", "deputy", "senior", "first", "acting", "chief"}):
        return lower[k] in {"chiefs", "people's"}
    if lower[k] in {"army", "air", "navy", "police"} and following in {"general", "marshal", "chief", "vice"} and following not in _STAFF:
        return lower[k + 2 : k + 3] in (["of"], ["staff"])
    return True


def _leads_to_head(k: int, lower: list[str], table: Titles) -> bool:
    """Whether the modifiers from `k` on end in a head noun ("and Defence Minister")."""
    for word in lower[k : k + 5]:
        if table.is_head(word):
            return True
        if word not in table.modifiers and word not in {"and", "-", "&"}:
            return False
    return False


def _counterpart_at(head: int, floor: int, found: Words, owners: dict[int, tuple[int, int, str, str]]) -> Office | None:
    """ "his Vietnamese counterpart", "his counterpart from Uzbekistan", "her opposite number"."""
    lower = found.lower
    start, country = head, None
    if lower[head] in {"number", "numbers"}:
        if start == 0 or lower[start - 1] != "opposite":
            return None
        start -= 1
    if start - 1 in owners and start > floor:
        start, country = owners[start - 1][0], owners[start - 1][2]
    if start and lower[start - 1] == "'s" and start - 2 in owners and country is None:
        start, country = owners[start - 2][0], owners[start - 2][2]
    elif lower[head] in {"colleague", "colleagues"} and country is None:
        return None
    countries = [country] if country else []
    end = head + 1
    if not countries and lower[end : end + 1] in (["from"], ["of"], ["in"]):
        k = end + 1
        while k < len(lower) and (k in owners or lower[k] in {"the", ",", "and"}):
            if k in owners:
                countries.append(owners[k][2])
                end = k = owners[k][1]
            else:
                k += 1
    if start and lower[start - 1] in {"his", "her", "their", "the", "its", "whose"}:
        start -= 1
    return Office(start, end, "counterpart", "", tuple(countries), lower[head].endswith("s"))


def _rank_end(i: int, taken: set[int], found: Words, table: Titles) -> int:
    """Where the run of rank words at `i` ends, 0 if there is none."""
    end, k = 0, i
    while k < len(found.lower) and k not in taken and found.lower[k] in table.ranks and (found.text[k][0].isupper() or found.text[k][0].isdigit()):
        if found.lower[k] in table.rank_cores:
            end = k + 1
        k += 1
        if k + 1 < len(found.lower) and found.lower[k] == "-" and found.lower[k + 1] in table.ranks:
            k += 1
    if end and found.lower[end - 1] in {"general", "gen"} and found.lower[end : end + 1] and found.lower[end] in _STAFF:
        return 0
    return end


def _honorific_end(i: int, taken: set[int], found: Words, table: Titles) -> int:
    end = i
    while end < len(found.lower) and end not in taken and found.lower[end] in table.honorifics and found.text[end][0].isupper():
        end += 1
    return end if end > i else 0


def _joined(content: list[str]) -> str:
    """Words as a reader would write them: no blank around hyphens and before the possessive and commas."""
    text = " ".join(content)
    return re.sub(r" (?=['’]s\b|[,)])|(?<=\() ", "", re.sub(r" ([-/]) ", r"\1", text))


def _plain(role: str) -> str:
    """The role as the patterns of titles.toml read it: no article, hyphens open."""
    return re.sub(r"\s+", " ", re.sub(r"\bthe\b|['’]s\b", " ", role.replace("-", " ").replace("vice minister", "vice minister"))).strip()
