"""Named officials: names joined to the offices and ranks that stand beside them.

`doc._.officials` holds one `Person` for each official of the article with all places where he is named; `doc.spans["officials"]` marks
those places, with the name as `id_`. Whose a bare "Defense Minister Kim" or "his counterpart" is, references.py decides.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from .lexicon import titles
from .names import name_end, name_start, parts_of, same_name
from .offices import Office, Style, find_offices, find_styles, owners_of
from .tokens import Words, words

Doc.set_extension("officials", default=(), force=True)
Doc.set_extension("offices", default=(), force=True)

_WEAK = {"other", "military_officer", ""}
_APPOSITIVE = {"the", "a", "an", "his", "her", "its", "their", "as"}
_ELSEWHERE = {"to", "in", "with", "against", "from", "visiting", "visited", "met", "and", "said", "told", "at", "on", "by", "after", "for", "arrived", "left"}


@dataclass(frozen=True)
class Naming:
    """One place where a person is named: tokens `start` to `end` with the titles, `name_start` to `name_end` the name alone."""

    start: int
    end: int
    name_start: int
    name_end: int
    offices: tuple[Office, ...] = ()
    rank: str | None = None
    country: str | None = None


@dataclass(frozen=True)
class Person:
    """What the article says of one official. `role_class` is "" while he is known only as somebody's counterpart."""

    name: str
    country: str | None
    role: str | None
    role_class: str
    namings: tuple[Naming, ...]
    inferred: tuple[str, ...] = ()


@Language.component("defense_officials", requires=["doc.spans"], assigns=["doc.spans", "doc._.officials"])
def officials(doc: Doc) -> Doc:
    """Write `doc._.officials`, `doc._.offices` and `doc.spans["officials"]`."""
    doc._.offices = tuple(find_offices(doc))
    doc._.officials = tuple(_persons(doc, list(_namings(doc))))
    mark_officials(doc)
    return doc


def mark_officials(doc: Doc) -> None:
    """Mark every naming of `doc._.officials` in `doc.spans["officials"]`."""
    namings = sorted((n.start, n.end, person.name) for person in doc._.officials for n in person.namings)
    doc.spans["officials"] = [Span(doc, start, end, label="official", span_id=name) for start, end, name in namings]


def _namings(doc: Doc) -> Iterator[Naming]:
    """Every name that stands with an office, a rank or a title of honour, and every PERSON of a trained pipeline beside an office."""
    found, blocked, owners = words(doc), _blocked(doc), owners_of(doc)
    offices = [o for o in doc._.offices if o.start not in blocked["furniture"]]
    anchors: list[Office | Style] = sorted([*offices, *find_styles(doc, offices)], key=lambda a: a.start)
    by_start = {anchor.start: anchor for anchor in anchors}
    used: set[int] = set()
    for anchor in anchors:
        if anchor.start in used or anchor.start in blocked["furniture"]:
            continue
        chain, after = _chain(anchor, by_start, found)
        used.update(a.start for a in chain)
        naming = _after_titles(chain, after, found, blocked["names"])
        before = _before_titles(chain, found, blocked["names"])
        if before and (naming is None or found.text[after] == ","):
            namings = before
        elif naming is not None:
            namings = list(_with_apposition(naming, chain, by_start, used, found, blocked["names"]))
        else:
            namings = []
        for number, one in enumerate(namings):
            yield replace(one, country=_country_of(one, number, len(namings), found, owners))


def _blocked(doc: Doc) -> dict[str, set[int]]:
    """Tokens that belong to no name (countries, bodies, dates, places), and those of site furniture."""
    spans = {key: {i for span in doc.spans.get(key, ()) for i in range(span.start, span.end)} for key in ("furniture", "countries", "organizations", "dates")}
    furniture = spans.pop("furniture") | {i for span in doc.spans.get("layout", ()) if span.label_ == "published" for i in range(span.start, span.end)}
    offices = {i for office in doc._.offices if not office.bare for i in range(office.start, office.end)}
    return {"furniture": furniture, "names": set().union(*spans.values()) | offices}


def _chain(anchor: Office | Style, by_start: dict[int, Office | Style], found: Words) -> tuple[list[Office | Style], int]:
    """Titles that follow one another before one name ("Chief of Defence Forces (CDF), Gen"), and the token after them."""
    chain, after = [anchor], _past_brackets(anchor.end, found)
    while after < len(found.text):
        step = after
        if found.text[step] == "," and step + 1 < len(found.text):
            step += 1
            step += found.lower[step] == "the"
        following = by_start.get(step)
        if following is None or (step > after and isinstance(chain[-1], Office) and isinstance(following, Office)):
            break
        chain.append(following)
        after = _past_brackets(following.end, found)
    return chain, after


def _past_brackets(i: int, found: Words) -> int:
    """The token after a short bracket at `i`: "(CDF)", "(Rtd)"."""
    if i < len(found.text) and found.text[i] == "(":
        for k in range(i + 1, min(i + 5, len(found.text))):
            if found.text[k] == ")":
                return k + 1
    return i


def _after_titles(chain: list[Office | Style], after: int, found: Words, blocked: set[int]) -> Naming | None:
    """The name right after the titles, or after a comma behind a full office ("the Chief of Defence of Canada, R. Henault")."""
    if after >= len(found.text):
        return None
    comma = found.text[after] == ","
    start = after + comma
    while start < len(found.text) and found.lower[start] in {"the", "hon", "hon."} and not comma and start - after < 2:
        start += 1
    end = name_end(start, found, blocked) if start < len(found.text) else start
    if end == start or (comma and (end - start < 2 or all(_is_weak_anchor(a) for a in chain))):
        return None
    offices = tuple(a for a in chain if isinstance(a, Office))
    rank = next((a.rank for a in chain if isinstance(a, Style) and a.rank), None)
    return Naming(chain[0].start, end, start, end, offices, rank)


def _is_weak_anchor(anchor: Office | Style) -> bool:
    return isinstance(anchor, Style) or (anchor.bare and anchor.country is None and not anchor.is_counterpart)


def _before_titles(chain: list[Office | Style], found: Words, blocked: set[int]) -> list[Naming]:
    """The name to which an office is set in apposition: "Pahala Mansury, the deputy minister", "Li Zuocheng (L), chief of …";
    of a plural office the names."""
    first = chain[0]
    if isinstance(first, Style):
        return []
    k = first.start
    while k > 0 and found.lower[k - 1] in _APPOSITIVE | {"visiting", "former"}:
        k -= 1
    if k >= 2 and found.lower[k - 2 : k] in (["who", "is"], ["who", "was"], ["who", "heads"]):
        k -= 2
    if k < 1 or found.text[k - 1] not in {",", "("}:
        return []
    end = _before_brackets(k - 1, found)
    offices = tuple(a for a in chain if isinstance(a, Office))
    namings: list[Naming] = []
    while True:
        start = name_start(end, max(0, end - 12), found, blocked)
        if end - start < 2:
            return namings
        namings.insert(0, Naming(start, max(first.end, end) if not namings else end, start, end, offices))
        joint = start - 1 - (start > 1 and found.lower[start - 1] == "and" and found.text[start - 2] == ",")
        if not first.plural or joint < 1 or found.lower[joint] not in {",", "and"}:
            return namings
        end = _before_brackets(joint, found)


def _before_brackets(end: int, found: Words) -> int:
    """The end of what stands before a short bracket that ends before token `end`."""
    if end and found.text[end - 1] == ")":
        return next((j for j in range(end - 2, max(end - 7, -1), -1) if found.text[j] == "("), end)
    return end


def _with_apposition(naming: Naming, chain: list[Office | Style], by_start: dict[int, Office | Style], used: set[int], found: Words, blocked: set[int]) -> Iterator[Naming]:
    """`naming` with the offices set behind it, and the further names of a plural office ("Secretaries Blinken and Austin")."""
    plural = any(isinstance(a, Office) and a.plural for a in chain)
    end = _past_brackets(naming.end, found)
    if plural:
        yield naming
        while end + 1 < len(found.text) and found.lower[end] in {",", "and"}:
            start = end + 1 + (found.lower[end + 1] == "and")
            last = name_end(start, found, blocked)
            if last == start:
                return
            yield replace(naming, start=start, end=last, name_start=start, name_end=last, country=None)
            end = last
        return
    offices, last = list(naming.offices), naming.end
    step = end
    if step < len(found.text) and found.text[step] == ",":
        step += 1
        while step < len(found.text) and found.lower[step] in _APPOSITIVE | {"who", "is", "was", "heads"}:
            step += 1
        office = by_start.get(step)
        if isinstance(office, Office) and not _names_another(office, found, blocked):
            offices.append(office)
            used.add(office.start)
            last = office.end
    yield replace(naming, offices=tuple(offices), end=last if len(offices) == len(naming.offices) else naming.end)


def _names_another(office: Office, found: Words, blocked: set[int]) -> bool:
    """Whether the office has a name of its own right behind it."""
    after = _past_brackets(office.end, found)
    return after < len(found.text) and name_end(after, found, blocked) > after


def _country_of(naming: Naming, number: int, count: int, found: Words, owners: dict[int, tuple[int, int, str, str]]) -> str | None:
    """Whose official the words beside the name say he is: his office's, "Iraqi General X", "X of Mali", "X (Japan)", "X, Japan,"."""
    named = next((o.countries for o in naming.offices if o.countries), ())
    if named:
        return named[number] if len(named) == count else named[0]
    before = naming.start - 1 - (found.lower[naming.start - 1] == "'s")
    if before >= 0 and before in owners and owners[before][1] == before + 1 and (owners[before][3] == "demonym" or before < naming.start - 1):
        return owners[before][2]
    after = max(naming.name_end, naming.end)
    if after + 1 >= len(found.text):
        return None
    apposed = _country_in_apposition(after, found, owners)
    if apposed is not None:
        return apposed
    opening, inner = found.lower[after], after + 1 + (found.lower[after + 1] == "the")
    if inner not in owners or owners[inner][0] != inner or owners[inner][3] == "demonym":
        return None
    _, last, code, _ = owners[inner]
    closing = found.text[last] if last < len(found.text) else ""
    if opening in {"of", "from"} or (opening == "(" and closing == ")") or (opening == "," and closing in {",", "."} and found.lower[after + 1] != "the"):
        return code
    return None


def _country_in_apposition(after: int, found: Words, owners: dict[int, tuple[int, int, str, str]]) -> str | None:
    """The country named in what is set behind a name: "Lt. Col. X, New Zealand's defence advisor", "Gen. X, who heads the Russian …"."""
    if found.text[after : after + 1] != [","]:
        return None
    for i in range(after + 1, min(after + 14, len(found.text))):
        if found.text[i] in {",", ".", ";"} or found.lower[i] in _ELSEWHERE:
            return None
        if i in owners:
            return owners[i][2]
    return None


@dataclass
class _Draft:
    """A person while the article is read: every form of his name and every naming."""

    forms: list[tuple[str, ...]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    namings: list[Naming] = field(default_factory=list)

    def knows(self, parts: tuple[str, ...]) -> bool:
        return any(same_name(parts, form) for form in self.forms)


def _persons(doc: Doc, namings: list[Naming]) -> Iterator[Person]:
    """One person for the namings whose names can be one person's, in the order of first mention."""
    drafts: list[_Draft] = []
    ordered = sorted(namings, key=lambda n: (-len(parts_of(_text(doc, n))), n.name_start))
    for naming in ordered:
        parts = parts_of(_text(doc, naming))
        fitting = [d for d in drafts if d.knows(parts)]
        draft = max(fitting, key=lambda d: _nearness(d, naming), default=None)
        if draft is None:
            draft = _Draft()
            drafts.append(draft)
        draft.forms.append(parts)
        draft.names.append(_text(doc, naming))
        draft.namings.append(naming)
    drafts.sort(key=lambda d: min(n.name_start for n in d.namings))
    named = {(n.name_start, n.name_end) for n in namings}
    for draft, further in zip(drafts, _further_namings(doc, drafts, named), strict=True):
        yield _person(doc, draft, further)


def _text(doc: Doc, naming: Naming) -> str:
    return str(doc[naming.name_start : naming.name_end].text)


def _nearness(draft: _Draft, naming: Naming) -> tuple[bool, int]:
    """Of several whom a short name fits: one of the same office, then the one named last before."""
    classes = {o.role_class for n in draft.namings for o in n.offices}
    before = [n.name_start for n in draft.namings if n.name_start <= naming.name_start]
    return bool(classes & {o.role_class for o in naming.offices}), max(before, default=-min(n.name_start for n in draft.namings))


def _further_namings(doc: Doc, drafts: list[_Draft], named: set[tuple[int, int]]) -> list[list[Naming]]:
    """Where known persons are named without a title, by any part of their names."""
    found, blocked = words(doc), _blocked(doc)
    taken = {i for start, end in named for i in range(start, end)} | blocked["furniture"]
    parts = [{part for form in d.forms for part in form} for d in drafts]
    known = set().union(*parts) if parts else set()
    further: list[list[Naming]] = [[] for _ in drafts]
    i = 0
    while i < len(found.text):
        end = i
        if i not in taken and i not in blocked["names"] and found.text[i][0].isupper() and (i == 0 or found.text[i - 1] != "-" or found.spaced[i - 1]):
            end = name_end(i, found, blocked["names"] | taken)
        if end == i:
            i += 1
            continue
        spelled = parts_of(doc[i:end].text)
        if known.intersection(spelled):
            fitting = [k for k, p in enumerate(parts) if set(spelled) <= p] or [k for k, d in enumerate(drafts) if len(spelled) > 1 and d.knows(spelled)]
            if fitting:
                here = Naming(i, end, i, end)
                best = max(fitting, key=lambda k: _nearness(drafts[k], here))
                further[best].append(here)
                drafts[best].namings.append(here)
        i = end
    return further


def _person(doc: Doc, draft: _Draft, further: list[Naming]) -> Person:
    names = [*draft.names, *(_text(doc, n) for n in further)]
    fullest = max(names, key=lambda name: (len(parts_of(name)), len(name.split())))
    offices = [o for n in sorted(draft.namings, key=lambda n: n.start) for o in n.offices if not o.is_counterpart]
    best = min(offices, key=lambda o: (o.former, o.bare, o.role_class in _WEAK, o.role_class == "military_officer"), default=None)
    rank = next((n.rank for n in draft.namings if n.rank), None)
    country = next((n.country for n in draft.namings if n.country), None)
    if best is not None and (best.role_class != "other" or rank is None):
        role, kind = best.role, best.role_class
    elif rank is not None:
        role, kind = (best.role if best else rank), "military_officer"
    elif any(o.is_counterpart for n in draft.namings for o in n.offices):
        role, kind = None, ""
    else:
        role, kind = None, "other"
    return Person(_clean(fullest), country, role, kind, tuple(sorted(set(draft.namings), key=lambda n: n.start)))


def _clean(name: str) -> str:
    """A name without titles of honour at its front and the line breaks inside."""
    parts = name.split()
    while len(parts) > 1 and parts[0].lower() in titles().honorifics:
        parts = parts[1:]
    return " ".join(parts)
