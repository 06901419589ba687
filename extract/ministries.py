"""Bodies of a country's government: ministries, general staffs, armed forces, presidencies, procurement agencies.

`doc.spans["ministries"]` marks each, with the label "heads" where only those who head several are meant; `id_` is
``KOR/defense``; ``/defense`` where the words beside it do not tell whose the body is, and ``&/armed_forces`` for "the two armed
forces", ``&&/…`` for those of three: owners.py decides these.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from extract.gazetteer import country, fold
from extract.officials.office_tails import ACRONYM
from extract.text.marked import Marked, mark, marked
from extract.text.phrases import Phrases
from extract.text.prose import Prose, prose
from extract.text.tokens import words
from extract.words.lexicon import titles
from extract.words.ministry_words import ministries

BOTH, ALL_THREE = "&", "&&"
_Titles = dict[int, tuple[int, int]]  # word → first and last word of the office phrase that holds it


class _Body(NamedTuple):
    """A body named at words `start` to `end`; `owner` where the name alone tells it."""

    start: int
    end: int
    kind: str
    owner: str


@Language.component("defense_ministries", requires=["doc.spans", "doc._.offices"], assigns=["doc.spans"])
def mark_ministries(doc: Doc) -> Doc:
    """Write `doc.spans["ministries"]`."""
    found = prose(doc)
    held: _Titles = {}
    for office in doc._.offices:
        first, last = found.word[office.start], found.word[office.end - 1] + 1
        held.update(dict.fromkeys(range(first, last), (first, last)))
    named = list(_seats(doc))
    taken = {i for span in named for i in range(span.start, span.end)}
    reader = _Reader(found, held)
    for body, owners in reader.owned():
        begin, stop = found.tokens(body.start, body.end)
        label = "heads" if reader.is_of_several_heads(body) else "ministry"
        if begin not in taken:
            named += [Marked(begin, stop, label, f"{owner}/{body.kind}") for owner in owners]
    mark(doc, "ministries", sorted(named, key=lambda span: span.start))
    return doc


@cache
def kind_of(words: str) -> str | None:
    """The kind of a body in words: ``kind_of("maritime self defense force") == "armed_forces"``."""
    kinds = ministries().kinds
    return next((kind for kind, entry in kinds.items() if any(phrase in words for phrase in _forms(entry.phrases))), None)


@cache
def users_of(name: str) -> tuple[str, ...]:
    """The countries that alone have bodies of a name, which is in lower case; none where any country may."""
    singular = {many: one for one, many in ministries().plurals.items()}
    words = (singular.get(word, word) for word in name.replace("defence", "defense").split())
    return ministries().users.get(" ".join(words), ())


@cache
def _forms(phrases: tuple[str, ...]) -> frozenset[str]:
    """Phrases in American and British spelling, singular and plural."""
    plurals = ministries().plurals
    forms = {*phrases}
    for one, many in plurals.items():
        forms |= {" ".join(many if word == one else word for word in phrase.split()) for phrase in phrases}
    forms |= {form.replace("defense", "defence") for form in forms}
    return frozenset(form.replace("organization", "organisation") for form in forms) | forms


@cache
def _phrases() -> Phrases:
    table = ministries()
    kinds = ((phrase, kind) for kind, entry in table.kinds.items() for phrase in _forms(entry.phrases))
    return Phrases([*table.bodies.items(), *kinds])


@cache
def _plural_forms() -> frozenset[str]:
    """The forms of which each names several bodies: "defense ministries", but not "armed forces"."""
    plurals = frozenset(ministries().plurals.values()) - {"forces"}
    forms = (form for entry in ministries().kinds.values() for form in _forms(entry.phrases))
    return frozenset(form for form in forms if form == "air forces" or not plurals.isdisjoint(form.split()))


@cache
def _abbreviations() -> dict[str, str]:
    """Abbreviations as they stand → kind, or ``CHN/armed_forces`` for a body of one country."""
    table = ministries()
    kinds = {short: kind for kind, entry in table.kinds.items() for short in entry.abbreviations}
    return kinds | {short: f"{body.country}/{kind_of(body.words)}" for short, body in table.acronyms.items()}


@cache
def _abbreviated() -> frozenset[str]:
    return frozenset(map(str.lower, _abbreviations()))


def _named(found: Prose) -> list[_Body]:
    """The bodies that are named, in text order."""
    openings = found.places(_phrases().openers)
    bodies = [_body(hit.start, hit.end, hit.value) for hit in _phrases().among(found.lower, openings, len(found.lower))]
    taken = {i for body in bodies for i in range(body.start, body.end)}
    short, codes = _abbreviations(), {owner.code for owner in found.owners.values()}
    for i in found.places(_abbreviated()):
        word = found.text[i]
        if word in short and i not in taken and i not in found.owners:
            body = _body(i, i + 1, short[word])
            is_agency = word in ministries().shared and not found.says(i - 1, "the") and not _is_explained(found, i)
            if not is_agency and (not body.owner or body.owner in codes):
                bodies.append(body)
    return sorted(bodies)


def _is_explained(found: Prose, i: int) -> bool:
    """Whether the abbreviation at word `i` stands somewhere behind its name: "Armed Forces of the Philippines (AFP)"."""
    others = found.places(frozenset({found.lower[i]}))
    brackets = ((k - 2, k - 1, k + 1) for k in others if found.text[k] == found.text[i] and k > 1)
    return any(name in found.owners and found.says(left, "(") and found.says(right, ")") for name, left, right in brackets)


def _body(start: int, end: int, name: str) -> _Body:
    owner, _, kind = name.rpartition("/")
    return _Body(start, end, kind, owner)


def _seats(doc: Doc) -> Iterator[Marked]:
    """Seats of government that stand for a body: "the Pentagon said". As a place to meet they are only the country."""
    lower = prose(doc).lower
    for span in marked(doc, "countries"):
        if span.label_ != "seat":
            continue
        name = fold(words(doc).between(span.start, span.end))
        kind = next((seat.kind for seat in country(span.id_).seats if fold(seat.name) == name), None)
        if kind and not is_place(lower, prose(doc).word[span.start]):
            yield Marked(span.start, span.end, "ministry", f"{span.id_}/{kind}")


def is_place(lower: Sequence[str], start: int) -> bool:
    """Whether what is named at word `start` is where something is: "at the Pentagon", "in front of the ministry"."""
    k = start - 1
    while k >= 0 and lower[k] in {"the", "al", "of"}:
        k -= 1
    return k >= 0 and lower[k] in ministries().beside.at and lower[k - 1 : k] != ["according"]


class _Reader:
    """The bodies named in one text, and by the words beside them whose they are."""

    def __init__(self, found: Prose, held: _Titles) -> None:
        self.found, self.held, self.table = found, held, ministries()
        self.bodies = _named(found)
        self.by_start = {body.start: body for body in self.bodies}
        self.by_end = {body.end: body for body in self.bodies}

    def owned(self) -> Iterator[tuple[_Body, list[str]]]:
        """Each body with its owners, "" where the words do not tell; words that only describe are left out."""
        for body in self.bodies:
            owners = self._owners(body)
            if self._is_mere_title(body, owners) or self._is_description(body) or self._is_residence(body):
                continue
            if owners or self._is_definite(body):
                yield body, owners or [""]
            yield from self._counterpart(body)

    def is_of_several_heads(self, body: _Body) -> bool:
        """Whether only who heads such bodies is told of: "the heads of the defence ministries of Norway, Mali and Fiji"."""
        first, _ = self.held.get(body.start, (body.start, body.end))
        return self.found.lower[first] in _HEADS

    def _owners(self, body: _Body) -> list[str]:
        """Whose the body is: as its name tells, the words before or behind it, or another body that it belongs to."""
        return self._own(body) or self._owners_by_body(body) or self._together(body)

    def _own(self, body: _Body) -> list[str]:
        told = _owners_before(body.start, self.found) or _owners_behind(self._whole_name(body), self.found)
        return told or [body.owner for _ in body.owner[:1]]

    def _whole_name(self, body: _Body) -> int:
        """Where "Ministry of Defence" ends in "Ministry of Defence, Justice and Security of Botswana"."""
        found, k = self.found, body.end
        while k < len(found.lower) and k - body.end < _LONGEST_REST and k not in found.owners:
            if found.lower[k] not in {",", "and", "&"} and not found.text[k][0].isupper():
                break
            k += 1
        is_rest = found.says(k, "of") and found.lower[body.end] in {",", "and", "&"}
        return k if is_rest else body.end

    def _owners_by_body(self, body: _Body) -> list[str]:
        """Whose the body beside it is: "the PLA General Staff", "the SDF and the Ministry of Defense"."""
        found, start = self.found, body.start
        before = self.by_end.get(start - found.says(start - 1, "'s"))
        behind = self._behind(body.end + 1) if found.says(body.end, "of") else None
        joined = self.by_end.get(start - 2) if found.says(start - 2, "and", "the") else None
        if joined and joined.kind == body.kind:
            joined = None
        neighbor = before or behind or joined
        return self._own(neighbor) if neighbor else []

    def _behind(self, k: int) -> _Body | None:
        """The body that begins at word `k` or behind a demonym there: "the Royal Serbian Armed Forces"."""
        for start in range(k, min(k + 4, len(self.found.lower))):
            if start in self.by_start:
                return self.by_start[start]
            if start not in self.found.owners and self.found.lower[start] not in {"the", *self.table.beside.before}:
                return None
        return None

    def _together(self, body: _Body) -> list[str]:
        """Of "their defence ministries" both sides."""
        phrase = " ".join(self.found.lower[body.start : body.end])
        before = self.found.lower[body.start - 1] if body.start else ""
        if before == "their" and phrase in _ARMED_FORCES:
            return self._joint_subject(body.start - 1)
        return [BOTH] if phrase in _plural_forms() and before in self.table.beside.theirs and not users_of(phrase) else []

    def _joint_subject(self, their: int) -> list[str]:
        """Whose "their" is where its sentence tells of several: "the two countries … their …", "A and B … their …"."""
        found, beside = self.found, self.table.beside
        for k in range(their - 1, max(their - _SUBJECT, 0), -1):
            if found.text[k] in _SENTENCE_ENDS or "\n" in found.text[k]:
                break
            if found.lower[k] in beside.sides and found.lower[k - 1] in beside.two:
                return [ALL_THREE if found.lower[k - 1] == "three" else BOTH]
            if found.begins_owner(k) and len(codes := _owners_before(found.owners[k].end, found)) > 1:
                return codes
        return []

    def _counterpart(self, body: _Body) -> Iterator[tuple[_Body, list[str]]]:
        """The like body of another country: "the Singapore Army and its Indonesian counterpart"."""
        found, k = self.found, body.end
        for i in range(k, min(k + _COUNTERPART_REACH, len(found.lower) - 1)):
            owner = found.owners.get(i + 1)
            if found.lower[i] in {"its", "their"} and owner and found.lower[owner.end : owner.end + 1] in _COUNTERPARTS:
                yield _Body(i, owner.end + 1, body.kind, owner.code), [owner.code]

    def _is_mere_title(self, body: _Body, owners: list[str]) -> bool:
        """Whether an office phrase holds the body and more than it and its country, and does not spell it out."""
        first, last = self.held.get(body.start, (body.start, body.start))
        return (
            any(
                not body.start <= k < body.end and k not in self.found.owners and self.found.lower[k] not in {"'s", "the", "of"}
                for k in range(first, last)
            )
            and not self._is_spelled_out(body)
            and not self._is_named_apart(body, owners)
        )

    def _is_spelled_out(self, body: _Body) -> bool:
        """Whether a title names the body in full: "head of the Ministry of Defence", "commander of the Defence Force (BDF)"."""
        found, behind = self.found, self.found.lower[body.end : body.end + 3]
        if not self.table.spelled_out.isdisjoint([*found.lower[body.start : body.end], *behind[:1]]):
            return True
        in_brackets = behind[:1] == ["("] and behind[2:] == [")"]
        return in_brackets and found.text[body.end + 1].isupper() and found.lower[body.end - 1] != "staff"

    def _is_named_apart(self, body: _Body, owners: list[str]) -> bool:
        """Whether a title names the body with its country: "head of the Omani Armed Forces", "the Malian Army's head"."""
        found, beside, start = self.found, self.table.beside, body.start
        if owners and found.says(body.end, "of") and self.held[start][0] == start:
            return True
        if owners and body.kind == "armed_forces" and found.says(body.end, "of") and found.says(start - 1, "the"):
            return found.lower[start - 2] in beside.apart
        owner = found.owners.get(start - 1)
        if owner is None and found.lower[start - 1] in beside.before:
            owner = found.owners.get(start - 2)
        if owner is None:
            return found.says(start - 1, "'s") and found.lower[start - 2] in {"country", "nation"}
        if body.kind == "armed_forces" and (owner.end, owner.label) == (start, "name") and found.text[start][0].isupper():
            return True  # "the Malta Armed Forces commander"
        before = owner.start - 1 - found.says(owner.start - 1, "the")
        return (before >= 0 and found.lower[before] in beside.apart) or found.says(body.end, "'s")

    def _is_description(self, body: _Body) -> bool:
        """Whether "military" or "navy" only describes the word behind it; "the Philippine Navy and …" is a body."""
        phrase = " ".join(self.found.lower[body.start : body.end])
        if self._is_chairmanship(body, phrase) or self._belongs_to_rank(body):
            return True
        if phrase not in self.table.body_only.words:
            return False
        described = self.table.body_only.not_before
        following = self.found.lower[body.end : body.end + 4]
        if following[:1] == ["to"]:
            return following[1:2] == [self.found.lower[body.start]]
        if following[:1] in (["and"], ["or"], ["/"]) and self.found.text[body.start][0].islower():
            return following[1:2] not in (["its"], ["the"], ["their"]) and not described.isdisjoint(following[1:])
        if following[:1] == [","] and self.found.says(body.start - 2, "in"):
            # "in the military, economic and other spheres"
            return not _SPHERES.isdisjoint(self.found.lower[body.end : body.end + _LONGEST_REST * 2])
        return following[:1] != [] and following[0] in described

    def _is_chairmanship(self, body: _Body, phrase: str) -> bool:
        """Whether a presidency is that of a council or a group: "the German Presidency of the Council", "V4 Presidency"."""
        if phrase != "presidency":
            return False
        found = self.found
        behind = [word for word in found.lower[body.end : body.end + 3] if word not in {"of", "the"}]
        grouped = body.start > 0 and body.start - 1 not in found.owners and bool(ACRONYM.match(found.text[body.start - 1]))
        return grouped or behind[:1] in (["council"], ["defense"], ["defence"])

    def _belongs_to_rank(self, body: _Body) -> bool:
        """Whether forces are named in the midst of an officer's rank: "General TNI Andika"."""
        ranked = body.start > 0 and self.found.lower[body.start - 1] in titles().rank_cores
        return ranked and body.end - body.start == 1 and self.found.text[body.start].isupper()

    def _is_residence(self, body: _Body) -> bool:
        """Whether a palace or house is only where something is: "received at the presidential palace"."""
        residence = not self.table.residences.isdisjoint(self.found.lower[body.start : body.end])
        owner = self.found.owners.get(body.start - 1)
        return residence and is_place(self.found.lower, owner.start if owner else body.start)

    def _is_definite(self, body: _Body) -> bool:
        """Whether a body without an owner is one that the article knows ("the army said"), and no mere description."""
        found = self.found
        if body.kind not in {"armed_forces", "presidency"}:
            return True
        if found.says(body.start - 1, "-"):
            return False
        if found.text[body.start].islower() and (not body.start or found.lower[body.start - 1] not in self.table.beside.known):
            return False
        if " ".join(found.lower[body.start : body.end]) not in self.table.body_only.loose:
            return True
        following = found.lower[body.end] if body.end < len(found.lower) else "."
        if found.text[body.start][0].isupper() and body.kind == "presidency":
            return True
        closed = not following[0].isalpha() or following in titles().acts | _GOING_ON
        return closed and (found.says(body.start - 1, "the") or found.says(body.start - 1, "'s"))


_HEADS = frozenset({"heads", "chiefs", "ministers"})
_ARMED_FORCES = frozenset({"armed forces", "forces", "military"})
_SENTENCE_ENDS = frozenset({".", "!", "?", ";"})
_SUBJECT = 30  # words
_LONGEST_REST = 7
_GOING_ON = frozenset({"there", "would", "could", "in", "to", "and", "is", "was", "has", "had", "will"})
_SPHERES = frozenset({"areas", "directions", "domains", "fields", "sectors", "spheres"})
_COUNTERPART_REACH = 8
_COUNTERPARTS = (["counterpart"], ["counterparts"], ["equivalent"])


def _owners_before(start: int, found: Prose) -> list[str]:
    """Whose body it is by the words before it: "Seoul's", "the Royal Thai", "the U.S. and Polish", "the two"."""
    lower, beside, k = found.lower, ministries().beside, start - 1
    while k >= 0 and start - k < 5 and (lower[k] in beside.before or lower[k][0].isdigit()):
        if k in found.owners:
            break
        k -= 1
    if k < 0:
        return []
    if k not in found.owners:
        if lower[k] in beside.two or (lower[k] in beside.sides and start - k > 1):
            return [ALL_THREE if "three" in lower[max(k - 1, 0) : k + 1] else BOTH]
        return []
    codes = [found.owners[k].code]
    k = found.owners[k].start
    while k >= 2 and lower[k - 1] in {"and", "-", ",", "/"}:
        before = found.owners.get(k - 2) or (found.owners.get(k - 3) if lower[k - 2] in {"'s", ","} else None)
        if before is None or (lower[k - 1] == "," and len(codes) < 2):
            break
        codes.append(before.code)
        k = before.start
    return codes[::-1]


def _owners_behind(end: int, found: Prose) -> list[str]:
    """Whose body it is by the words behind it: "of the Republic of Korea", "of A, B and C", "of both countries"."""
    lower, beside = found.lower, ministries().beside
    end += 3 * (lower[end : end + 1] == ["("] and lower[end + 2 : end + 3] == [")"])
    if lower[end : end + 1] not in (["of"], ["for"]):
        return []
    k = end + 1
    while k < len(lower) and lower[k] in beside.adjectives:
        k += 1
    if k < len(lower) and (lower[k] in beside.sides or (lower[k] in beside.two and not found.begins_owner(k + 1))):
        return [ALL_THREE if lower[k] == "three" else BOTH]
    k += lower[k : k + 1] == ["both"]
    codes: list[str] = []
    while found.begins_owner(k) and found.owners[k].label != "demonym":
        codes.append(found.owners[k].code)
        k = found.owners[k].end
        while k < len(lower) and lower[k] in {",", "and", "the"}:
            k += 1
    return codes
