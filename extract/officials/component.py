"""Named officials: one person for all the places where an article names him.

`doc._.officials` holds one `Person` for each official of the article with all his namings; `doc.spans["officials"]` marks
those places, with the name as `id_`. Whose a bare "Defense Minister Kim" or "his counterpart" is, extract.references decides.
"""

import re
from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc

from extract.officials.described import find_described
from extract.officials.names import name_end, parts_of, same_name, sound
from extract.officials.naming import Naming, merged, names_of
from extract.officials.namings import find_namings
from extract.officials.offices import Office, find_offices
from extract.officials.person import Person, mark_officials
from extract.officials.signatures import find_signatures
from extract.officials.untitled import find_untitled
from extract.record import SOLE_OFFICES
from extract.text.marked import marked
from extract.text.prose import Prose, prose
from extract.words.lexicon import titles
from extract.words.roles import in_singular
from extract.words.spellings import is_common

Doc.set_extension("officials", default=(), force=True)
Doc.set_extension("offices", default=(), force=True)
Doc.set_extension("publisher", default=None, force=True)

_NAMES_TOO = frozenset({"Sheikh", "Tan"})  # titles of honour that may be a person's first name
_FOR_LIFE = frozenset({"mp", "amb", "amb.", "sen.", "rep."})  # how one is addressed, whatever his office
_WEAK = frozenset({"other", "military_officer"})
_OUTSIDE_PARLIAMENT = frozenset({"head_of_state", "chief_of_defense", "national_security_adviser", "spokesperson"})
_DEFENSE_CHIEFS = frozenset({"defense chief", "defence chief"})
_BODY = 40  # words
_KIN_BEFORE = 6  # words
_ARTICLE = re.compile(r"\b[AaEe][ln]-(?=\w)")  # Al-Hadi is "Hadi" too
_CROWNED = frozenset({"king", "queen", "emir", "amir", "sultan"})


@Language.component("defense_officials", requires=["doc.spans"], assigns=["doc.spans", "doc._.officials"])
def officials(doc: Doc) -> Doc:
    """Write `doc._.officials`, `doc._.offices` and `doc.spans["officials"]`."""
    found = prose(doc)
    offices = find_offices(found)
    doc._.offices = tuple(office.in_doc(found) for office in offices)
    doc._.officials = tuple(_persons(doc, found, offices))
    mark_officials(doc)
    return doc


@dataclass
class _Draft:
    """A person while the article is read: every form of his name and every naming."""

    forms: list[tuple[str, ...]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    namings: list[Naming] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    classes: set[str] = field(default_factory=set)

    def add(self, naming: Naming) -> None:
        """Add a place where he is named."""
        self.namings.append(naming)
        insort(self.starts, naming.name_start)
        self.classes.update(office.role_class for office in naming.offices)

    def knows(self, parts: tuple[str, ...]) -> bool:
        return any(same_name(parts, form) for form in self.forms)

    def may_be(self, naming: Naming, parts: tuple[str, ...]) -> bool:
        """Whether the naming may be his, and is not another's of that first name or surname."""
        if not self.knows(parts):
            return False
        if len(parts) > 1 and min(map(len, self.forms)) > 1:
            return True
        crowned = any(office.role_class == "head_of_state" and office.role in _CROWNED for office in naming.offices)
        if len(parts) == 1 and crowned and "head_of_state" not in self.classes and self.classes - _WEAK:
            return False
        classes = {office.role_class for office in naming.offices if not office.former}
        return bool(classes & self.classes) or not (_are_two(classes, self.classes) or _are_two(self.classes, classes))


def _are_two(one: Set[str], other: Set[str]) -> bool:
    """Whether classes of offices under one surname are two people's: "Senator Berg" and "President Berg"."""
    return ("ambassador" in one and not SOLE_OFFICES.isdisjoint(other)) or (
        "legislator" in one and not _OUTSIDE_PARLIAMENT.isdisjoint(other)
    )


def _persons(doc: Doc, found: Prose, offices: list[Office]) -> Iterator[Person]:
    """One person for the namings whose names can be one person's, in the order of first mention."""
    layout = marked(doc, "layout")
    closed = found.owners.keys() | found.covered(marked(doc, "dates"))
    furniture = found.covered([*marked(doc, "furniture"), *(span for span in layout if span.label_ == "published")])
    taken = closed | furniture
    headline = found.covered(span for span in layout if span.label_ == "title")
    titled = find_namings(found, offices, closed, furniture, headline)
    namings = merged([*titled, *find_described(found, offices, taken), *find_signatures(found, offices, taken)])
    drafts: list[_Draft] = []
    by_part: dict[str, list[_Draft]] = {}
    named = [(naming, name, parts_of(name)) for naming in namings for name in (_text(found, naming),)]
    for naming, name, parts in sorted(named, key=lambda told: (-len(told[2]), told[0].name_start)):
        known = {id(d): d for part in (*parts, "".join(parts), sound(parts[-1])) for d in by_part.get(part, ())}
        draft = max((d for d in known.values() if d.may_be(naming, parts)), key=lambda d: _nearness(d, naming), default=None)
        if draft is None:
            draft = _Draft()
            drafts.append(draft)
        for part in {*parts, "".join(parts), sound(parts[-1])}:
            if draft not in by_part.setdefault(part, []):
                by_part[part].append(draft)
        draft.forms.append(parts)
        draft.names.append(name)
        draft.add(naming)
    untitled = find_untitled(found, [o for o in offices if o.start not in furniture], namings, taken)
    by_start = {naming.name_start: draft for draft in drafts for naming in draft.namings}
    for naming in untitled:
        draft = by_start.get(naming.name_start)
        if draft is None:
            draft = _Draft([parts_of(_text(found, naming))], [_text(found, naming)])
            drafts.append(draft)
        draft.namings = [known for known in draft.namings if known.name_start != naming.name_start]
        draft.add(naming)
    drafts.sort(key=lambda d: min(n.name_start for n in d.namings))
    _add_short_namings(
        found,
        drafts,
        closed | {i for o in offices if not o.bare for i in range(o.start, o.end)} | names_of([*namings, *untitled]),
        furniture,
    )
    for draft in drafts:
        if any(n.offices or n.rank or _is_honored(n, found) for n in draft.namings) and not _is_headline(
            draft, headline, found
        ):
            yield _person(found, draft)


def _is_headline(draft: _Draft, headline: set[int], found: Prose) -> bool:
    """Whether the name is but words of a headline that the text below never uses: "Minister Opens Talks"."""
    naming = min(draft.namings, key=lambda n: n.name_start)
    first = found.lower[naming.name_start]
    governed = naming.start > 0 and found.lower[naming.start - 1] in titles().sides.introducing
    verb = first.endswith("s") and not governed and not is_common(first)
    return verb and headline.issuperset(draft.starts) and len(found.text) > max(headline) + _BODY


def _is_honored(naming: Naming, found: Prose) -> bool:
    """Whether a title of honour stands before the name that people without an office do not have."""
    return not titles().common.issuperset(found.lower[naming.start : naming.name_start])


def _text(found: Prose, naming: Naming) -> str:
    """The name as it stands, on one line."""
    words = range(naming.name_start, naming.name_end)
    return "".join(found.text[i] + (" " if found.spaced[i] and i + 1 < naming.name_end else "") for i in words)


def _nearness(draft: _Draft, naming: Naming) -> tuple[bool, int]:
    """Of several whom a short name fits: one of the same office, then the one named last before."""
    before = bisect_right(draft.starts, naming.name_start)
    place = draft.starts[before - 1] if before else -draft.starts[0]
    return any(office.role_class in draft.classes for office in naming.offices), place


def _add_short_namings(found: Prose, drafts: list[_Draft], taken: set[int], furniture: set[int]) -> None:
    """Add where known persons are named without a title, by any part of their names."""
    by_part: dict[str, list[_Draft]] = {}
    words: set[str] = set()
    for draft in drafts:
        bare = (parts_of(_ARTICLE.sub("", name)) for name in draft.names if _ARTICLE.search(name))
        for part in {part for form in (*draft.forms, *bare) for part in form}:
            by_part.setdefault(part, []).append(draft)
        words.update(word.lower() for name in draft.names for word in re.split(r"[\s.-]+", name) if word)
    blocked = taken | furniture
    done = 0
    for i in found.places(frozenset(words)):
        if i < done or i in blocked or not found.text[i][0].isupper():
            continue
        start = _run_start(i, found, blocked, done)
        end = name_end(start, found, blocked)
        if end <= i:
            start, end = i, i + 1 if _is_surname_he(i, found) else name_end(i, found, blocked)
        joined = start > 1 and found.text[start - 1] == "-" and not found.spaced[start - 1]
        is_title = titles().honorifics.issuperset(found.lower[start:end]) and found.is_capital(end)  # of another's name
        if end == start or is_title or (joined and found.lower[start - 2] not in titles().particles):
            continue
        start -= 2 * joined  # "al-Sisi"
        done = end
        here = Naming(start, end, start, end)
        spelled = parts_of(_text(found, here))
        near = _KIN_BEFORE if len(spelled) > 1 else 1 + (found.text[start - 1] == ",")
        if not titles().kin.isdisjoint(found.lower[max(start - near, 0) : i]):
            continue
        candidates = {id(d): d for part in spelled for d in by_part.get(part, ())}.values()
        fitting = [d for d in candidates if all(d in by_part.get(part, ()) for part in spelled)]
        fuller = not fitting and len(spelled) > 1
        fitting = [d for d in candidates if all(same_name(spelled, form) for form in d.forms)] if fuller else fitting
        if fitting:
            best = max(fitting, key=lambda d: _nearness(d, here))
            best.add(here)
            best.names.append(_text(found, here))
            if fuller:  # who bears the surname with another given name is somebody else
                best.forms.append(spelled)


def _is_surname_he(i: int, found: Prose) -> bool:
    """Whether "He" is a name: with a capital in the midst of a sentence, "met with He on Tuesday"."""
    return found.text[i] == "He" and i > 0 and found.text[i - 1].isalpha()


def _run_start(i: int, found: Prose, blocked: set[int], floor: int) -> int:
    """Where the run of capitalised words that holds word `i` begins."""
    k = i
    while (
        k > floor
        and i - k < 6
        and k - 1 not in blocked
        and found.text[k - 1][0].isupper()
        and found.lower[k - 1] not in titles().never_names
    ):
        k -= 1
    return k


def _person(found: Prose, draft: _Draft) -> Person:
    fullest = _fullest(draft.names, found)
    namings = sorted(set(draft.namings), key=lambda n: n.start)
    country = next((n.country for n in namings if n.country), None)
    offices = [o for n in namings for o in n.offices if not o.is_counterpart]
    own = [o for o in offices if country is None or o.country in {country, None}]  # not "what the Thai leader told Lund"
    best = min(own or offices, key=_rank_of_office, default=None)
    rank = next((n.rank for n in namings if n.rank), None)
    is_civil = best is not None and not best.bare and (rank is None or _is_civil(best.role))
    if best is not None and (best.role_class not in _WEAK or is_civil):
        role, kind = in_singular(best.role) if best.plural else best.role, best.role_class
        if rank is not None and role in _DEFENSE_CHIEFS and all(o.role in _DEFENSE_CHIEFS or o.role_class != kind for o in own):
            kind = "chief_of_defense"  # who wears uniform and is nowhere called a minister
    elif any(o.is_counterpart for n in namings for o in n.offices):
        role, kind = None, ""
    elif rank is not None:
        role, kind = (best.role if best else rank), "military_officer"
    else:
        role, kind = (in_singular(best.role), best.role_class) if best else (None, "other")
    if " " not in fullest and any(n.name_start and found.lower[n.name_start - 1] == "sheikh" for n in namings):
        fullest = f"Sheikh {fullest}"
    return Person(_clean(fullest), country, role, kind, tuple(n.in_doc(found) for n in namings))


def _fullest(names: list[str], found: Prose) -> str:
    """Of the names of one person the one that tells most, and then the one that stands most often."""
    often = Counter(names)

    def fullness(name: str) -> tuple[int, bool, int, int, int]:
        words = name.replace(".", " ").split()
        return len(parts_of(name)), not name.isupper(), len(words), found.count(words[-1]), often[name]

    fullest = max(often, key=fullness) if len(often) > 1 else names[0]
    title, _, bare = fullest.partition(" ")
    return bare if bare in often and title.lower() in titles().local_honorifics else fullest


def _is_civil(role: str) -> bool:
    """Whether an office is civil whoever holds it: a minister's, but not an aide's to him."""
    return not titles().civil.isdisjoint(re.split(r" (?:of|to|for|in|at) ", role)[0].split())


def _rank_of_office(office: Office) -> tuple[bool, ...]:
    """What tells most of a person comes first: heads of state and government, other known classes, the longer phrase."""
    heads = office.role_class in {"head_of_state", "head_of_government"}
    return (
        office.former,
        office.role_class in _WEAK or office.role in _FOR_LIFE,
        not heads,
        office.bare,
        office.role_class == "military_officer",
    )


def _is_name_too(parts: list[str]) -> bool:
    """Whether the title of honour at the front is a name here: before one word alone, and "Tan" before all but "Sri"."""
    return parts[0] in _NAMES_TOO and (len(parts) == 2 or (parts[0] == "Tan" and parts[1] not in {"Sri", "Seri"}))


def _clean(name: str) -> str:
    """A name without titles of honour at its front."""
    parts = name.split()
    table = titles()
    while len(parts) > 1 and parts[0].lower() in table.honorifics and not _is_name_too(parts):
        parts = parts[1:]
        while len(parts) > 2 and parts[0].lower() in table.honorific_tails:
            parts = parts[1:]
    return " ".join(parts)
