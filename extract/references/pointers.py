"""Words that point at people and parties named elsewhere: pronouns, groups, ranks, offices without a name, guests, hosts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Literal, NamedTuple

from spacy.tokens import Doc

from extract.officials.offices import Office
from extract.officials.person import Person
from extract.text.marked import marked
from extract.text.tokens import Words, words
from extract.words.lexicon import clause_words, references, titles
from extract.words.meeting_words import meeting_words
from extract.words.roles import role_class

Means = Literal[
    "he", "his", "him", "they", "them", "people", "parties", "their", "office", "rank", "guest", "host", "delegation", "I"
]

_NAMINGS = 12  # of one person, of which the offices are read
_LONGEST_PHRASE = 4
_DETERMINERS = {"the", "both", "these", "all", "their"}
_ARTICLES = {"the", "his", "her", "their"}
_MERE_ARTICLES = {"the", "these", "all", "their"}
_ALSO_VERBS = {"call", "calls", "talk", "chat"}
_OF_ANYBODY = {"other", "", "military_officer"}


class Pointer(NamedTuple):
    """Tokens `start` to `end` that point at somebody.

    Those meant have one of `keys` (class, role, word of a rank), if any are given, and are of `countries`, if any are told;
    `size` is how many parties they are of, `visiting` tells that they are no hosts.
    """

    start: int
    end: int
    means: Means
    keys: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    size: int | None = None
    visiting: bool = False
    definite: bool = True

    @property
    def kind(self) -> str:
        """The kind of actor that it is."""
        if self.means in {"he", "him", "his", "I"}:
            return "pronoun"
        return "group" if self.means in {"they", "them", "people", "parties", "their"} else "office"


def find_pointers(doc: Doc, holders: set[int]) -> Iterator[Pointer]:
    """The pointers of `doc`; offices that begin at `holders` stand beside a name and point at nobody else."""
    lower, text = words(doc).lower, words(doc).text
    offices = {office.start: office for office in doc._.offices}
    places = {span.start: str(span.id_) for span in marked(doc, "countries")}
    named = {i for person in doc._.officials for n in person.namings for i in (n.start, max(n.end, n.name_end))}
    bodies = {i for span in marked(doc, "ministries") for i in range(span.start, span.end)}
    for i in _openings(words(doc), offices):
        pointer = _pronoun(i, lower) or _stranger(i, lower, text, places) or _group(i, lower, text, offices)
        if pointer is None or (pointer.means == "parties" and pointer.end - 1 in bodies):
            continue
        if pointer.means not in {"guest", "host"} or not _is_apposed(pointer, lower, named):
            yield pointer
    for office in doc._.offices:
        if office.start not in holders and not office.is_counterpart and not (office.plural and not office.countries):
            yield from (_office(one, lower, places) for one in _apart(office, lower, places))


@cache
def _cues() -> frozenset[str]:
    """The words, besides articles, with which what points at somebody begins."""
    table = references()
    return table.pronouns.union(table.first_persons, table.sizes, _DETERMINERS, {"they", "them", "his", "her"}) - _MERE_ARTICLES


def _openings(found: Words, offices: Iterable[int]) -> list[int]:
    """Where what points at somebody may begin: at a cue, or at an article before a word with which a pointer may go on."""
    lower, positions = found.lower, found.positions
    behind = [*positions.of(_behind_articles()), *offices, *(i - 1 for i in positions.at("-"))]
    return sorted({*positions.of(_cues()), *(i - 1 for i in behind if i > 0 and lower[i - 1] in _MERE_ARTICLES)})


@cache
def _behind_articles() -> frozenset[str]:
    """The words, besides offices and compounds, with which what an article opens goes on."""
    table = references()
    nouns = (table.groups, table.visitors, table.guests, table.hosts, titles().ranks)
    return table.group_modifiers.union(*nouns, table.sizes, {"visiting", "same"})


def _is_apposed(pointer: Pointer, lower: list[str], named: set[int]) -> bool:
    """Whether a comma parts the pointer from his name: "his host, Prime Minister X, …"; names begin or end at `named`."""
    behind = lower[pointer.end : pointer.end + 1] == [","] and pointer.end + 1 in named
    return behind or (lower[pointer.start - 1] == "," and pointer.start - 1 in named)


def _pronoun(i: int, lower: list[str]) -> Pointer | None:
    """A pronoun that stands alone; "her" only where it owns nothing."""
    word, table = lower[i], references()
    if word in {"i", "we"}:
        return Pointer(i, i + 1, "I")
    if word in table.first_persons:
        owns = not titles().counterparts.isdisjoint(lower[i + 1 : i + _LONGEST_PHRASE]) or _is_of_meeting(i + 1, lower)
        return Pointer(i, i + 1, "I") if owns else None
    if word in {"they", "them"}:
        return Pointer(i, i + 1, "they" if word == "they" else "them")
    if word in {"his", "her"} and _is_of_meeting(i + 1, lower):
        return Pointer(i, i + 1, "his")
    if word not in table.pronouns or (word == "her" and not _ends_phrase(i + 1, lower)):
        return None
    return Pointer(i, i + 1, "him" if word in table.object_pronouns else "he")


def _is_of_meeting(k: int, lower: list[str]) -> bool:
    """Whether what somebody owns from token `k` on is a meeting: "his talks", "her first official meeting"."""
    nouns = meeting_words().nouns.phrases
    for i in range(k, min(k + _LONGEST_PHRASE, len(lower))):
        if nouns.at(lower, i) is not None:
            return True
        if not lower[i].isalpha():
            return False
    return False


def _ends_phrase(k: int, lower: list[str]) -> bool:
    """Whether what ends before token `k` is followed by no noun of its own."""
    table = clause_words()
    return k >= len(lower) or not lower[k][0].isalnum() or lower[k] in table.prepositions or lower[k] in table.determiners


# ---- groups ------------------------------------------------------------------------------------------------------------------


def _group(i: int, lower: list[str], text: list[str], offices: Mapping[int, Office]) -> Pointer | None:
    """Of "the two sides", "both ministers", "the defence chiefs of the three countries", "the two", "their ministers"."""
    table, k = references(), i
    size = table.sizes.get(lower[i])
    k += lower[i] in _DETERMINERS
    k += lower[k : k + 1] == ["same"]
    if k < len(lower) and lower[k] in table.sizes and lower[k] not in table.groups:
        size = table.sizes[lower[k]]
        k += 1
    if k >= len(lower) or lower[k] == "-" or (lower[i] not in _DETERMINERS and i and lower[i - 1] in _DETERMINERS | {"same"}):
        return None
    counted = size is not None
    noun, office = _noun(k, lower, offices)
    if office is not None and (office.countries or "the" in lower[office.start : office.end] or _is_of_body(office, text)):
        return None  # "the ministers of the region"
    if noun == k:
        return Pointer(i, k, "they", size=size) if counted and _stands_alone(i, k, lower) else None
    means, keys = _meant(lower[noun - 1], office)
    size = size or table.sizes.get(lower[noun - 1])
    if means == "parties" and lower[noun : noun + 1] in (["'"], ["'s"]):
        end, owned = _noun(noun + 1, lower, offices)
        if owned is not None and not owned.countries:
            return Pointer(i, end, "their", _meant(lower[end - 1], owned)[1], size=size)
    if not (counted or _is_definite(i, noun, lower, text)) or not (lower[i] in _DETERMINERS or lower[i - 1] == "our"):
        return None
    if lower[i] == "their":
        return Pointer(i, noun, "their", keys, size=size) if means == "people" else None
    return Pointer(i, noun, means, keys, size=size)


def _is_of_body(office: Office, text: list[str]) -> bool:
    """Whether letters of some body stand before the office: "the SEDM Ministers"."""
    letters = text[office.start]
    return len(letters) > 1 and letters.isupper() and not text[office.end - 1].isupper()


def _is_definite(i: int, end: int, lower: list[str], text: list[str]) -> bool:
    """Whether "the ministers" are those told of before, and not "the ministers of X" or "the Ministers' Meeting"."""
    following = lower[end] if end < len(lower) else ""
    of_meeting = following and meeting_words().nouns.phrases.at(lower, end) is not None and following not in _ALSO_VERBS
    named = (following.startswith("'") or of_meeting) and text[end - 1][0].isupper()
    return lower[i] not in {"all", "these"} and following not in references().narrowing and not named


def _noun(k: int, lower: list[str], offices: Mapping[int, Office]) -> tuple[int, Office | None]:
    """The token after the noun of a group whose modifiers begin at token `k`, and the office that it is; `k` without a noun."""
    table = references()
    for last in range(k, min(k + 4, len(lower))):
        office = offices.get(last)
        if office is not None and office.plural and not office.is_counterpart:
            return office.end, office
        if lower[last] in table.groups:
            return last + 1, None
        if lower[last] not in table.group_modifiers:
            break
    return k, None


def _meant(noun: str, office: Office | None) -> tuple[Means, tuple[str, ...]]:
    """Whether a group's noun is of people, and what those are whom it fits."""
    if office is not None and office.role_class not in _OF_ANYBODY:
        return "people", (office.role_class,)
    if office is None and noun not in references().people_groups:
        return "parties", ()
    head = next((word for word in reversed(office.role.split()) if word in titles().plural_heads), noun) if office else noun
    return "people", () if head in references().anybody else (titles().singular.get(head, head.removesuffix("s")),)


def _stands_alone(i: int, end: int, lower: list[str]) -> bool:
    """Whether "the two" or "both" from `i` to `end` is followed by no noun, and no "and" takes "both" up."""
    table = references()
    if lower[i] not in _DETERMINERS or end >= len(lower) or lower[i - 1] in {"we", "you", "us"}:
        return False
    if lower[i] == "both" and "and" in lower[end : end + 4]:
        return False
    if lower[i - 1] in table.before_pair and not lower[end][0].isalpha():
        return True
    return lower[end] in table.group_verbs or not lower[end][0].isalnum() or lower[end].endswith("ed")


# ---- somebody who is not named -----------------------------------------------------------------------------------------------


def _stranger(i: int, lower: list[str], text: list[str], places: Mapping[int, str]) -> Pointer | None:
    """Of "the General", "the visiting Admiral", "the guest", "his host", "the delegation"."""
    table = references()
    if lower[i] not in {"the", "his", "her", "their"}:
        return None
    visiting = lower[i + 1 : i + 2] == ["visiting"]
    k = i + 1 + visiting
    while k < len(lower) and lower[k] in table.group_modifiers and lower[k] not in table.visitors:
        k += 1
    noun = lower[k] if k < len(lower) else ""
    following = lower[k + 1] if k + 1 < len(lower) else ""
    if noun in table.visitors and lower[i] == "the" and following not in {"of", "from", "'s"}:
        return Pointer(i, k + 1, "delegation")
    if noun in table.guests and following not in {"of", "from", "speaker", "'s"}:
        return Pointer(i, k + 1, "guest")
    if noun in table.hosts and following not in {"of", "nation", "country", "'s", "city"}:
        return Pointer(i, k + 1, "host")
    first = i + 1 + visiting
    end = _rank_end(first, lower, text) if lower[i] == "the" else 0
    if not end:
        return None
    keys = dict.fromkeys((lower[end - 1], _closed(lower[first:end])))
    return Pointer(i + 1, end, "rank", tuple(keys), _origin(end, lower, places), visiting=visiting)


def _origin(after: int, lower: list[str], places: Mapping[int, str]) -> tuple[str, ...]:
    """The country of "the general from X"."""
    k = after + 1 + (lower[after + 1 : after + 2] == ["the"])
    return (places[k],) if lower[after : after + 1] == ["from"] and k in places else ()


def _rank_end(i: int, lower: list[str], text: list[str]) -> int:
    """The token after the rank at `i`; 0 where there is none, or it belongs to a body ("General Staff") or to a name."""
    table, end = titles(), i
    while end < len(lower) and (lower[end] in table.ranks or lower[end] == "-"):
        end += 1
    while end > i and lower[end - 1] not in table.rank_cores - table.plural_ranks:
        end -= 1
    following = lower[end] if end < len(lower) else ""
    named = following.isalpha() and text[end][0].isupper() and not text[i].isupper()
    return end if end > i and following not in table.after_general and following != "-" and not named else 0


def _closed(words: list[str]) -> str:
    """The words of a rank in one spelling: "vice admiral" of "Vice-Admiral"."""
    return " ".join(word for word in words if word != "-")


def _apart(office: Office, lower: list[str], places: Mapping[int, str]) -> Iterator[Office]:
    """The offices of "the Omani minister and the chief of the navy": of two people, of one country if it is told once."""
    joints = (k for k in range(office.start + 1, office.end - 2) if lower[k] == "and" and lower[k + 1] in _ARTICLES)
    joint = next((k for k in joints if lower[k + 2] in titles().modifiers or titles().is_head(lower[k + 2])), None)
    if joint is None:
        yield office
        return
    first, second = (office.start, joint), (joint + 2, office.end)
    for start, end in (first, second):
        role = " ".join(lower[start:end])
        told = tuple(places[k] for k in range(start, end) if k in places)
        own = told or (office.countries if (start, end) == second else ())
        yield replace(office, start=start, end=end, role=role, role_class=role_class(role), countries=own)


def _office(office: Office, lower: list[str], places: Mapping[int, str]) -> Pointer:
    """An office without a name: who holds it is known by its class, else by its words; "the minister from X" is of X."""
    kind, role = office.role_class, american(office.role).removeprefix("top ")
    if kind == "other" and (owner := next((k for k in range(office.start + 1, office.end) if k in places), None)):
        role = american(" ".join([*lower[office.start : owner], *lower[owner + 1 : office.end]]))
        kind = role_class(role)
    return Pointer(
        office.start,
        office.end,
        "office",
        (role,) if kind in _OF_ANYBODY else (kind, role),
        office.countries or _origin(office.end, lower, places),
        visiting="visiting" in lower[max(office.start - 1, 0) : office.end],
        definite=lower[office.start - 1] in references().before_bare or lower[office.start] in titles().acronyms,
    )


def american(role: str) -> str:
    """The office in one spelling."""
    return role.replace("defence", "defense")


def keys_of(person: Person) -> set[str]:
    """What may point at a person: his class, his office in words, its single words, the words of his ranks."""
    namings = person.namings[:_NAMINGS]
    roles = [american(role) for role in (person.role or "", *(o.role for n in namings for o in n.offices))]
    full = (_closed(n.rank.lower().replace("-", " ").split()) for n in namings if n.rank)
    written = (word.rstrip(".") for n in namings if n.rank for word in n.rank.replace("-", " ").split())
    ranks = {references().ranks.get(word, word) for word in written}
    classes = {person.role_class} - {"other", ""}
    other_words = references().synonyms.get(person.role_class, frozenset())
    return {*other_words, *roles, *full, *(word for role in roles for word in role.split()), *ranks, *classes} - {""}


def deputy_keys(person: Person, keys: Iterable[str]) -> frozenset[str]:
    """The single words of a deputy's offices: "the minister" is a vice minister only where no minister is."""
    if references().deputies.isdisjoint((person.role or "").split()):
        return frozenset()
    offices = [part.split() for part in (person.role or "").split(" and ")]
    mere = {word for office in offices if not references().deputies.isdisjoint(office) for word in office}
    full = {word for office in offices if references().deputies.isdisjoint(office) for word in office}
    return frozenset(key for key in keys if key in mere - full and key != person.role_class)
