"""Who is meant: counterparts, surnames' owners, "the ministry", "the minister", "he", "the two sides".

Completes `doc._.officials` (the office of a counterpart, the country of a home official), gives every ministry its country, and writes
`doc._.actors`: everything in the text that can act or take part, in order, each with its people and parties.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from .lexicon import references, titles
from .offices import Office, role_class
from .ministries import BOTH
from .namings import Naming
from .nationality import with_countries
from .officials import Person, mark_officials
from .tokens import words

Doc.set_extension("actors", default=(), force=True)
Doc.set_extension("home", default=None, force=True)


_NOT_ACTING = {"in", "at", "to", "from", "of", "on", "about", "over", "against", "for", "by", "near", "toward", "towards", "via", "the"}


@dataclass(frozen=True)
class Actor:
    """Tokens `start` to `end` that name or point at people (`people`, names) and parties (`codes`).

    `kind`: official, country, demonym, organization, ministry, office, pronoun or group. A pronoun or group that could not be resolved has no codes.
    """

    start: int
    end: int
    kind: str
    people: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


@Language.component("defense_references", requires=["doc._.officials"], assigns=["doc._.actors", "doc._.home"])
def resolve_references(doc: Doc) -> Doc:
    """Complete officials and ministries, and write `doc._.actors` and `doc._.home`."""
    doc._.home = _home(doc)
    doc._.officials = tuple(_with_countries(doc))
    doc._.officials = tuple(_with_counterparts(doc))
    mark_officials(doc)
    doc.spans["ministries"] = _with_owners(doc)
    doc._.actors = tuple(_actors(doc))
    return doc


# ---- officials and ministries -----------------------------------------------------------------------------------------


def _home(doc: Doc) -> str | None:
    """The country whose own officials the article names without saying whose they are: that of the dateline, else of the body that speaks
    first, else the one named most."""
    reported_from = dateline_country(doc)
    if reported_from is not None:
        return reported_from
    owned = next((s.id_.split("/")[0] for s in doc.spans.get("ministries", ()) if not s.id_.startswith("/")), None)
    if owned is not None:
        return str(owned)
    named = Counter(s.id_ for s in doc.spans.get("countries", ()))
    return min(named, key=lambda code: (-named[code], code), default=None)


def dateline_country(doc: Doc) -> str | None:
    """The country of the place from which the article is reported."""
    for dateline in (s for s in doc.spans.get("layout", ()) if s.label_ == "dateline"):
        for key in ("places", "countries"):
            for span in doc.spans.get(key, ()):
                if dateline.start <= span.start < dateline.end:
                    return str(span.id_)
    return None


def _with_counterparts(doc: Doc) -> Iterator[Person]:
    """The officials, those known as counterparts with the office of the one whose counterpart they are."""
    people: tuple[Person, ...] = doc._.officials
    namings = sorted(((n, p) for p in people for n in p.namings), key=lambda pair: pair[0].start)
    for person in people:
        phrase = next(((n, o) for n in person.namings for o in n.offices if o.is_counterpart), None)
        if person.role_class or phrase is None:
            yield person
            continue
        holder = _holder(phrase[0], person, namings)
        country = person.country
        if holder is None:
            yield replace(person, country=country, role_class="other")
        else:
            yield replace(person, country=country, role=holder.role, role_class=holder.role_class or "other", inferred=("role", "role_class"))


def _holder(phrase: Naming, person: Person, namings: list[tuple[Naming, Person]]) -> Person | None:
    """Whose counterpart it is: the official named last before the phrase, else the first behind it, of another country."""
    others = [(n, p) for n, p in namings if p is not person and p.role_class and p.role_class not in {"spokesperson"} and (p.country != person.country or p.country is None)]
    before = [p for n, p in others if n.start < phrase.start]
    return before[-1] if before else next((p for n, p in others if n.start >= phrase.end), None)


def _with_countries(doc: Doc) -> Iterator[Person]:
    """The officials, those of whom no country is told given the one that most speaks for; a defence secretary's class hangs on it."""
    for person, country in with_countries(doc, doc._.officials, dateline_country(doc)):
        if country == person.country:
            yield person
            continue
        kind = role_class(person.role, country) if person.role and person.role_class == role_class(person.role) else person.role_class
        yield replace(person, country=country, role_class=kind, inferred=(*person.inferred, "country"))


def _with_owners(doc: Doc) -> list[Span]:
    """The ministries and "the ministry", each with a country."""
    lower = words(doc).lower
    spans = list(doc.spans.get("ministries", ()))
    marked = {i for span in spans for i in range(span.start, span.end)}
    bare = [
        Span(doc, i, i + 1, label="ministry", span_id="/")
        for i, word in enumerate(lower)
        if word == "ministry" and i not in marked and i and lower[i - 1] in {"the", "his", "her"} and lower[i + 1 : i + 2] != ["of"]
    ]
    owned: list[Span] = []
    for span in sorted([*spans, *bare], key=lambda s: s.start):
        owner, kind = span.id_.split("/")
        if owner and owner != BOTH:
            owned.append(span)
            continue
        for name in _both(doc, span, kind) if owner else _owner(doc, span, kind, owned):
            owned.append(Span(doc, span.start, span.end, label="ministry", span_id=name))
    return owned


def _owner(doc: Doc, span: Span, kind: str, before: Sequence[Span]) -> Iterator[str]:
    """Whose body it is: that of the last like body, else the article's own."""
    last = next((s.id_ for s in reversed(before) if not kind or s.id_.endswith(f"/{kind}")), None)
    if last:
        yield last
    elif doc._.home:
        yield f"{doc._.home}/{kind or 'defense'}"


def _both(doc: Doc, span: Span, kind: str) -> Iterator[str]:
    """The bodies of the two countries that are named last before "the two armed forces"."""
    named = [s for s in doc.spans.get("countries", ()) if s.start < span.start]
    codes = list(dict.fromkeys(s.id_ for s in reversed(named)))[:2]
    if len(codes) == 2:
        yield from (f"{code}/{kind}" for code in codes)


# ---- actors -----------------------------------------------------------------------------------------------------------


def _actors(doc: Doc) -> Iterator[Actor]:
    """All actors in text order; pronouns and groups resolved against those before them."""
    said: list[Actor] = []
    sentence_of = _sentence_numbers(doc)
    home = {p.name: p.country for p in doc._.officials}
    for actor in _without_overlaps(sorted(_named_actors(doc), key=lambda a: (a.start, -a.end))):
        if actor.kind == "pronoun" and not actor.codes:
            actor = replace(actor, people=_antecedent(actor, said, sentence_of))
            actor = replace(actor, codes=tuple(c for name in actor.people if (c := home.get(name))))
        elif actor.kind == "group":
            actor = _group(actor, said, words(doc).lower)
        said.append(actor)
        yield actor


def _named_actors(doc: Doc) -> Iterator[Actor]:
    table, lower = references(), words(doc).lower
    furniture = {i for span in doc.spans.get("furniture", ()) for i in range(span.start, span.end)}
    attached = set()
    for person in doc._.officials:
        for naming in person.namings:
            attached.update(o.start for o in naming.offices)
            yield Actor(naming.start, naming.end, "official", (person.name,), (person.country,) if person.country else ())
    for office in doc._.offices:
        if office.start not in furniture and office.start not in attached:
            yield from _office_actor(doc, office, lower)
        elif office.start in attached:
            yield Actor(office.start, office.end, "title")
    for span in doc.spans.get("ministries", ()):
        yield Actor(span.start, span.end, "ministry", (), (span.id_.split("/")[0],))
    for span in doc.spans.get("organizations", ()):
        yield Actor(span.start, span.end, "organization", (), (span.id_,))
    for span in doc.spans.get("countries", ()):
        following = lower[span.end] if span.end < len(lower) else ""
        if following in table.collectives:
            yield Actor(span.start, span.end + 1, "country", (), (span.id_,))
        elif span.label_ != "demonym" and following != "'s":
            yield Actor(_with_people_of(span.start, lower), span.end, "country", (), (span.id_,))
        else:
            yield Actor(span.start, span.end, "modifier", (), (span.id_,))
    for i, word in enumerate(lower):
        if i in furniture:
            continue
        if word in table.pronouns:
            yield Actor(i, i + 1, "pronoun")
        elif word in {"i", "we", "my", "our"} and doc._.home:
            yield Actor(i, i + 1, "pronoun", (), (doc._.home,))
        elif word == "they":
            yield Actor(i, i + 1, "group")
        elif word in {"two", "both", "three", "the"}:
            end = _group_end(i, lower, table.groups)
            if end:
                yield Actor(i, end, "group")
            elif word == "the":
                yield from _rank_actor(doc, i + 1, lower)


def _with_people_of(start: int, lower: list[str]) -> int:
    """The first token of "the Government of X", "a delegation from X", given that of X."""
    k = start - 1 - (lower[start - 1] == "the")
    return k - 1 if lower[k] in {"of", "from"} and lower[k - 1] in references().peoples else start


def _office_actor(doc: Doc, office: Office, lower: list[str]) -> Iterator[Actor]:
    """An office without a name: the official of that office and country whom the article names, if there is one."""
    if office.is_counterpart:
        yield Actor(office.start, office.end, "office", (), office.countries)
        return
    if office.plural:
        if office.countries:
            yield Actor(office.start, office.end, "office", (), office.countries)
        return
    if office.bare and not (office.start and lower[office.start - 1] in {"the", "his", "her", "their", "visiting"}):
        return
    person = _holder_of(doc, office.start, office.country, lambda p: _holds(p, office))
    if person is not None:
        yield Actor(office.start, office.end, "office", (person.name,), (person.country,) if person.country else ())
    elif office.country:
        yield Actor(office.start, office.end, "office", (), (office.country,))


def _rank_actor(doc: Doc, at: int, lower: list[str]) -> Iterator[Actor]:
    """ "the General", "the admiral": the officer of that rank whom the article named last."""
    end = at + 3 if lower[at + 1 : at + 2] == ["-"] else at + 1
    word, following = (*lower[end - 1 : end + 1], "", "")[:2]
    if word in titles().rank_cores and following not in {"staff", "assembly", "public", "secretary", "secretariat", "-"}:
        person = _holder_of(doc, at, None, lambda p: any(word in (n.rank or "").replace("-", " ").split() for n in p.namings))
        if person is not None:
            yield Actor(at, end, "office", (person.name,), (person.country,) if person.country else ())


def _holds(person: Person, office: Office) -> bool:
    """Whether the person can be meant by the office: one of its class, or for a mere head noun one whose office has that word."""
    if office.bare:
        return office.role in (person.role or "").split() or any(office.role in o.role.split() for n in person.namings for o in n.offices)
    same_words = set(office.role.split()) <= set((person.role or "").split())
    return same_words or (person.role_class == office.role_class and person.role_class != "other")


def _holder_of(doc: Doc, at: int, country: str | None, fits: Callable[[Person], bool]) -> Person | None:
    """The fitting official named last before token `at`; where a country is told, also one named behind it."""
    fitting = [p for p in doc._.officials if fits(p) and (country is None or p.country == country)]
    before = [p for p in fitting if any(n.start < at for n in p.namings)]
    return max(before, key=lambda p: max(n.start for n in p.namings if n.start < at), default=fitting[0] if fitting and country else None)


def _group_end(i: int, lower: list[str], groups: frozenset[str]) -> int:
    """The token after "the two sides" at `i`, 0 if it is none."""
    k = i
    if lower[k] == "the":
        k += 1
    counted = lower[k : k + 1] in (["two"], ["three"]) or lower[i] == "both"
    if counted:
        k += 1
    elif lower[i] != "the":
        return 0
    if lower[k : k + 1] == ["-"]:
        return 0
    for _ in range(3):
        if lower[k : k + 1] and lower[k] in groups and (counted or lower[k] in {"sides", "parties", "pair"}):
            return k + 1
        if lower[k : k + 1] in (["defense"], ["defence"], ["foreign"], ["military"], ["top"], ["prime"], ["allied"], ["neighbouring"], ["neighboring"], ["vice"], ["deputy"]):
            k += 1
    return k if counted and lower[k : k + 1] and (lower[k] in references().group_verbs or not lower[k][0].isalpha()) else 0


def _without_overlaps(actors: Iterable[Actor]) -> Iterator[Actor]:
    """Actors in order, the longest and then the first kept; what lies in another is dropped."""
    order = {"official": 0, "title": 1, "office": 2, "ministry": 3, "organization": 4, "group": 5, "country": 6, "modifier": 7, "pronoun": 8}
    taken: set[int] = set()
    kept = []
    for actor in sorted(actors, key=lambda a: (order[a.kind], a.start, -a.end)):
        if taken.isdisjoint(range(actor.start, actor.end)):
            taken.update(range(actor.start, actor.end))
            kept.append(actor)
    yield from sorted(kept, key=lambda a: a.start)


def _sentence_numbers(doc: Doc) -> list[int]:
    """The number of each token's sentence."""
    numbers: list[int] = (doc.to_array("SENT_START") == 1).cumsum().tolist()
    return numbers


def _antecedent(pronoun: Actor, said: list[Actor], sentence_of: list[int]) -> tuple[str, ...]:
    """The first person of the nearest sentence that has one: the subject, mostly."""
    here = sentence_of[pronoun.start]
    people = [a for a in said if len(a.people) == 1]
    if not people:
        return ()
    own = [a for a in people if sentence_of[a.start] == here]
    if own:
        return own[0].people
    last = sentence_of[people[-1].start]
    return next(a.people for a in people if sentence_of[a.start] == last)


def _group(group: Actor, said: list[Actor], lower: list[str]) -> Actor:
    """The parties, and where the words are of people the people, that acted together last before the group."""
    size = 3 if "three" in lower[group.start : group.end] else 2
    acting = [a for a in said if a.codes and a.kind != "modifier" and not (a.kind == "country" and lower[a.start - 1] in _NOT_ACTING)]
    codes: dict[str, None] = {}
    people: dict[str, None] = {}
    for actor in reversed(acting):
        if actor.kind == "group" and len(actor.codes) == size and not codes:
            return replace(group, codes=actor.codes, people=actor.people)
        fresh = [c for c in actor.codes if c not in codes]
        if len(codes) + len(fresh) > size:
            break
        codes.update(dict.fromkeys(fresh))
        people.update(dict.fromkeys(actor.people) if fresh else {})
        if len(codes) == size:
            break
    alone = group.end - group.start <= 2 and lower[group.end - 1] in {"two", "both", "three"}
    of_people = alone or lower[group.start] == "they" or any(w in references().people_groups for w in lower[group.start : group.end])
    return replace(group, codes=tuple(codes) if len(codes) >= 2 else (), people=tuple(people) if of_people and len(people) >= 2 else ())
