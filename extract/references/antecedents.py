"""Whom pointers mean: those of whom the text told before, who held which office, was the subject, acted together."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, pairwise

from extract.officials.person import Person
from extract.references.actors import Actor
from extract.references.mentions import Mention, acting_together, governor_of, is_aside, parties_among, parties_of
from extract.references.pointers import Pointer, deputy_keys, keys_of
from extract.text.tokens import Words
from extract.words.lexicon import clause_words, references, titles
from extract.words.meeting_words import meeting_words
from extract.words.verbs import is_past

_REMEMBERED = 40
_SUBJECTS = 3
_BESIDE = 12  # tokens
_OWNED = 4  # tokens
_MOST_PARTIES = 3
_ONE_EACH = 3  # people: "the three" are of three countries, four of perhaps two
_LONGEST_QUOTATION = 100  # tokens
_OPENING, _CLOSING = {'"', "“"}, {'"', "”"}
_OF_MANY = {"", "other", "military_officer", "spokesperson", "legislator", "ambassador"}
_MILITARY = {"chief_of_defense", "service_chief", "military_officer"}
_SUBORDINATE = {"", "after", "before", "since", "until"}
_INDEFINITE = {"a", "an"}
_DESCRIBING = {"modifier", "title"}
_OF_PEOPLE = {"official", "office", "pronoun"}


class Told:
    """What the text has told so far."""

    def __init__(self, people: Iterable[Person], home: str | None, found: Words) -> None:
        self.people = {person.name: person for person in people}
        self.home, self.lower = home, found.lower
        self.teams = found.positions.of(references().teams)
        self.keys = {name: keys_of(person) for name, person in self.people.items()}
        self.as_deputy = {name: deputy_keys(person, self.keys[name]) for name, person in self.people.items()}
        self.holders: dict[str, list[Person]] = {}
        self.last: dict[str, dict[str | None, Person]] = {}
        self.leading: dict[str, Person] = {}
        self.female = {name: female for name in self.people if (female := self._is_female(name)) is not None}
        self.meant: tuple[int, tuple[str, ...]] = (0, ())
        self.heads: dict[str, str] = {}
        self.delegation: Actor | None = None
        self.travellers: dict[str, None] = {}
        self.subjects: deque[Mention] = deque(maxlen=_SUBJECTS)
        self.journey: Mention | None = None  # whose was spoken of last
        self.opened = -1  # the last sentence in which "they" or the like acted
        self.acted: Counter[str] = Counter()
        self.mentions: deque[Mention] = deque(maxlen=_REMEMBERED)
        for person in self.people.values():
            for key in self.keys[person.name]:
                self.holders.setdefault(key, []).append(person)

    def expect(self, actors: Iterable[Actor]) -> None:
        """Learn who heads a delegation before the text is read: it may be told without him first."""
        for actor in actors:
            if actor.kind == "official" and len(actor.codes) == 1 and self._heads_delegation(actor):
                self.heads.setdefault(actor.codes[0], actor.people[0])

    # ---- remembering -----------------------------------------------------------------------------------------------------

    def add(self, actor: Actor, sentence: int) -> None:
        """Remember an actor of the sentence with that number; one that only describes another is none to remember."""
        if actor.kind in _DESCRIBING:
            return
        is_first = not self.subjects or self.subjects[-1].sentence != sentence
        opens = is_first and self.opened != sentence
        governor = governor_of(actor, self.mentions, self.lower)
        is_subject = len(actor.people) == 1 and is_first and not governor
        if actor.kind == "group" and not governor:
            self.opened = sentence
        if is_subject:
            self.subjects.append(Mention(sentence, actor))
            self.acted[actor.people[0]] += 1
        elif len(actor.people) == 1 and self._owns_journey(actor):
            self.journey = Mention(sentence, actor)
        if len(actor.people) == 1 and self._travels(actor, is_subject):
            self.travellers.pop(actor.people[0], None)
            self.travellers[actor.people[0]] = None
        if actor.kind == "official" and len(actor.codes) == 1 and self._heads_delegation(actor):
            self.heads[actor.codes[0]] = actor.people[0]
            self.delegation = actor
        if self._is_delegation(actor) and not (governor and self.delegation):
            self.delegation = actor
        if actor.kind == "official":
            for name in actor.people:
                self._add_offices(self.people[name], is_subject)
        if actor.codes or actor.kind == "official":
            self.mentions.append(Mention(sentence, actor, is_aside(actor, self.mentions, self.lower, opens=opens), governor))

    def _add_offices(self, person: Person, is_subject: bool) -> None:
        """Remember who was told last to hold the offices of a person."""
        for key in self.keys[person.name]:
            known = self.last.setdefault(key, {})
            if key in self.as_deputy[person.name]:
                known.setdefault(person.country, person)
                known.setdefault(None, person)
                continue
            known[person.country] = known[None] = person
            if is_subject:
                self.leading[key] = person

    def _owns_journey(self, actor: Actor) -> bool:
        """Whether a journey of his is spoken of: "the second stop of X's tour"."""
        behind = self.lower[actor.end : actor.end + _OWNED]
        return behind[:1] == ["'s"] and not meeting_words().holding.journeys.isdisjoint(behind)

    def _travels(self, actor: Actor, is_subject: bool) -> bool:
        """Whether the words beside an official tell that he is on a journey."""
        table, lower = references(), self.lower
        following = lower[actor.end : actor.end + _BESIDE]
        following = following[: following.index(".")] if "." in following else following
        journey = meeting_words().holding.moving
        leaves = is_subject and (not journey.isdisjoint(following) or not table.calling.isdisjoint(following[:2]))
        return leaves or "visiting" in lower[max(0, actor.start - 1) : actor.end] or lower[actor.start - 1] in table.receiving

    def _heads_delegation(self, actor: Actor) -> bool:
        """Whether the words beside an official tell that he led a delegation, came "at the head of a team" or "at its head"."""
        if not self.teams:
            return False
        lower, table, heading = self.lower, references(), meeting_words().holding.heading
        before, after = lower[max(0, actor.start - _BESIDE) : actor.start], lower[actor.end : actor.end + _BESIDE]
        after = after[: after.index(".")] if "." in after else after
        led = "by" in before[-4:] and not (table.teams.isdisjoint(before) or heading.isdisjoint(before))
        leads = ("its", "head") in pairwise(before[-_OWNED:])  # "At its head was X"
        leads = leads or ("with" in before and ("its", "head") in pairwise(after))  # "with X, the minister, at its head"
        return led or leads or not (table.teams.isdisjoint(after) or (heading.isdisjoint(after) and "head" not in after))

    # ---- resolving -------------------------------------------------------------------------------------------------------

    def resolve(self, pointer: Pointer, sentence: int) -> Actor | None:
        """The actor with those it means; None for an office that means nobody."""
        match pointer.means:
            case "he" | "his" | "him":
                return self._of(pointer, self._one(pointer, sentence))
            case "I":
                return self._actor(pointer, (), (self.home,) if self.home else ())
            case "office":
                return self._office(pointer, sentence)
            case "rank":
                officer = self._holder(pointer, sentence)
                return self._of(pointer, officer) if officer else None
            case "guest" | "host":
                return self._of(pointer, self._stranger(pointer, sentence))
            case "delegation":
                return self._visitors(pointer, sentence)
            case _:
                return self._group(pointer, sentence)

    def completed(self, actor: Actor, sentence: int) -> Actor:
        """The actor; "the Omani delegation" with him who leads it, "the Iranian general" with him who was named last.

        "His counterpart" is who alone holds his office elsewhere.
        """
        if actor.kind == "office" and self.lower[actor.end - 1] == "counterpart":
            return self._counterpart(actor, sentence)
        if self._is_delegation(actor):
            return actor._replace(people=tuple(self.heads[code] for code in actor.codes if code in self.heads))
        noun = self.lower[actor.end - 1]
        another = self.lower[actor.start] in _INDEFINITE or self.lower[actor.start - 1] in _INDEFINITE
        somebody = actor.kind in {"country", "organization"} and noun in references().persons and not another
        return actor._replace(people=self._last_of(actor.codes, noun)) if somebody else actor

    def _counterpart(self, actor: Actor, sentence: int) -> Actor:
        """The counterpart with the only official, of that country if one is told, who holds the office of who acts."""
        acting = self._subject_here(sentence)
        holder = self.people.get(next(iter(acting.people if acting else self._subject()), ""))
        if holder is None or holder.role_class in _OF_MANY:
            return actor
        abroad = ((p.name, p.country) for p in self.holders.get(holder.role_class, ()) if p.country != holder.country)
        alike = [(name, code) for name, code in abroad if code and (not actor.codes or code in actor.codes)]
        return actor._replace(people=(alike[0][0],), codes=(alike[0][1],)) if len(alike) == 1 else actor

    def _is_delegation(self, actor: Actor) -> bool:
        """Whether it is "the Omani delegation" or "a delegation from Oman"."""
        if actor.kind == "country":
            return not references().delegations.isdisjoint((self.lower[actor.start], self.lower[actor.end - 1]))
        if actor.kind != "ministry":
            return False
        of = self.lower[max(actor.start - 4, 0) : actor.start]  # "the delegation of the Russian Ministry of Defence"
        return not (references().teams.isdisjoint(of) or {"of", "from"}.isdisjoint(of))

    def _actor(self, pointer: Pointer, people: Sequence[str], codes: Iterable[str]) -> Actor:
        return Actor(pointer.start, pointer.end, pointer.kind, tuple(people), tuple(dict.fromkeys(codes)))

    def _of(self, pointer: Pointer, people: Sequence[str]) -> Actor:
        """The actor who is these people."""
        return self._actor(pointer, people, (code for name in people if (code := self._country(name))))

    def _country(self, name: str) -> str | None:
        return self.people[name].country if name in self.people else None

    # ---- one -------------------------------------------------------------------------------------------------------------

    def _is_female(self, name: str) -> bool | None:
        """What the title of honour before the name tells; None where there is none."""
        titled = {word for n in self.people[name].namings for word in self.lower[n.start : n.name_start]}
        if not titled.isdisjoint(references().female):
            return True
        return None if titled.isdisjoint(references().male) else False

    def _one(self, pointer: Pointer, sentence: int) -> tuple[str, ...]:
        """The subject told last, for "him" who was told last but does not act himself; of those who can be "he" or "she"."""
        female = self.lower[pointer.start] in references().female
        relative = self.lower[pointer.start - 1] == "whom"
        acting = self._acting(pointer, sentence) if relative or pointer.means == "him" else None
        where = self.lower[pointer.start - 1] == "where"  # "after Y left for Oslo, where he met Z"
        away = acting.codes if acting else ()
        names = self._leading_there() if where else self._told_last(acting)
        told = (name for name in names if self._fits(name, pointer) and self._country(name) not in away)
        subject = () if acting or where else self._subject()
        quoted = self._quoted(pointer)
        here = self._subject_here(sentence) and not quoted
        before = () if acting or here or where or sentence - self.meant[0] > 1 else self.meant[1]
        possible = (
            name for name in chain(before, subject, told) if self.female.get(name, female) == female and name not in quoted
        )
        meant = next(possible, None)
        if female:
            meant = next((name for name in chain([meant], possible) if name in self.female), meant)
        if meant is None:
            return ()
        self.female.setdefault(meant, female)
        self.meant = (sentence, (meant,))
        return (meant,)

    def _quoted(self, pointer: Pointer) -> set[str]:
        """Names told in the quotation that ends right before the pointer: "X and I met," she said."""
        behind = self.lower[pointer.end : pointer.end + 1]
        if self.lower[pointer.start - 1] not in _CLOSING or references().telling.isdisjoint(behind):
            return set()
        reach = range(pointer.start - 2, max(pointer.start - _LONGEST_QUOTATION, 0), -1)
        opening = next((i for i in reach if self.lower[i] in _OPENING), pointer.start)
        return {name for m in self.mentions if m.actor.start > opening for name in m.actor.people}

    def _subject(self) -> tuple[str, ...]:
        """The subject told last; where a later sentence has none, whose journey it speaks of."""
        told = [*([self.subjects[-1]] if self.subjects else ()), *([self.journey] if self.journey else ())]
        return max(told, key=lambda mention: mention.sentence).actor.people if told else ()

    def _subject_here(self, sentence: int) -> Actor | None:
        """The subject of the sentence, as far as it has been read."""
        return next((m.actor for m in self.subjects if m.sentence == sentence), None)

    def _told_last(self, acting: Actor | None) -> Iterator[str]:
        """Names but those of who acts, the last told first; in an earlier sentence the subject comes before the others."""
        for sentence, mentions in groupby(reversed(self.mentions), key=lambda mention: mention.sentence):
            named = [name for m in mentions for name in m.actor.people if len(m.actor.people) == 1]
            subject = self._subject_here(sentence)
            for name in dict.fromkeys([*(subject.people if subject else ()), *named]):
                if acting is None or name not in acting.people:
                    yield name

    def _leading_there(self) -> Iterator[str]:
        """Names of those who were told to do something, the last told first, whoever opened the sentence."""
        alone = (m.actor for m in reversed(self.mentions) if len(m.actor.people) == 1 and m.governor in _SUBORDINATE)
        yield from (name for actor in alone for name in actor.people)

    def _acting(self, pointer: Pointer, sentence: int) -> Actor | None:
        """Who acts in the clause that has been read so far: the person told last, if a verb follows him, else the subject.

        None where the pointer opens a clause and acts itself.
        """
        last = next((m for m in reversed(self.mentions) if m.actor.people or m.sentence != sentence), None)
        if last is None or last.sentence != sentence or self._opens_clause(pointer, last.actor.end):
            return None
        following, table = self.lower[last.actor.end], clause_words()
        leads = following.isalpha() and following not in table.prepositions
        leads = leads or (following == "," and self._is_object(pointer, last.actor.end + 1))
        relative = following == "," and self.lower[last.actor.end + 1] in table.asides
        return last.actor if leads or relative else self._subject_here(sentence) or last.actor

    def _opens_clause(self, pointer: Pointer, after: int) -> bool:
        """Whether a clause of its own begins right before the pointer or a semicolon stands somewhere behind token `after`."""
        before = self.lower[pointer.start - 1 - (self.lower[pointer.start - 1] in clause_words().determiners)]
        opens = before in clause_words().left_ends - {"told"} | {","} and pointer.means != "him"
        return opens or ";" in self.lower[after : pointer.start]

    def _is_object(self, pointer: Pointer, verb: int) -> bool:
        """Whether the pointer is what the finite verb at token `verb` governs: "X, chief of Y, | paid | him a visit"."""
        past = is_past(self.lower[verb])
        return pointer.means == "him" and past and pointer.start == verb + 1

    def _fits(self, name: str, pointer: Pointer) -> bool:
        """Whether the person can be meant by an office or rank, and does not merely speak for others."""
        person = self.people.get(name)
        if person is None or person.role_class == "spokesperson":
            return False
        return not pointer.keys or not self.keys[name].isdisjoint(pointer.keys)

    def _stranger(self, pointer: Pointer, sentence: int) -> tuple[str, ...]:
        """The guest or host: who is not of the country of who acts, else the traveller, who is not of the article's own."""
        acting = self._acting(pointer, sentence)
        fitting = [name for name in self._told_last(acting) if self._country(name) and self._fits(name, pointer)]
        if acting is not None and acting.codes:
            return tuple([name for name in fitting if self._country(name) not in acting.codes][:1])
        if pointer.means == "host":
            return tuple([name for name in fitting if self._country(name) == self.home][:1])
        travelling = [name for name in self.travellers if name in fitting][::-1]
        abroad = [name for name in fitting if self._country(name) != self.home]
        return tuple([*travelling, *abroad, *(fitting if pointer.keys else ())][:1])

    def _holder(self, pointer: Pointer, sentence: int) -> tuple[str, ...]:
        """Who holds that office or rank, of that country if one is told."""
        country = pointer.countries[0] if pointer.countries else None
        if pointer.visiting and country is None:
            return self._stranger(pointer, sentence)
        role, kinds = pointer.keys[-1], pointer.keys[:-1]
        certain = country is not None or pointer.definite
        holder = self._known(role, country, pointer) or (certain and self._of_like_words(role, country))
        holder = holder or next((known for kind in kinds if (known := self._known(kind, country, pointer))), None)
        holder = holder or (certain and self._only_holder(pointer, country))
        return (holder,) if holder else self._officers_of(country) if kinds and kinds[0] in _MILITARY else ()

    def _known(self, key: str, country: str | None, pointer: Pointer) -> str | None:
        """Who has been told to hold the office: who did it as the subject, where no country is told, else the last one."""
        leading = self.leading.get(key) if country is None and pointer.means == "office" else None
        holder = leading or self.last.get(key, {}).get(country)
        return holder.name if holder else None

    def _of_like_words(self, role: str, country: str | None) -> str | None:
        """Who was told last whose office has all words of this one: "the foreign minister" is a minister of foreign affairs."""
        words = set(role.split())
        alike = {name for name, keys in self.keys.items() if words <= keys} if len(words) > 1 else set()
        told = (name for name in self._told_last(None) if name in alike) if alike else ()
        return next((name for name in told if country in {None, self._country(name)}), None)

    def _officers_of(self, country: str | None) -> tuple[str, ...]:
        """The officer of the country who was told last: "the head of the Qatari military" may be its chief of staff."""
        told = (name for name in self._told_last(None) if country and self._country(name) == country)
        return tuple([name for name in told if self._is_officer(name)][:1])

    def _only_holder(self, pointer: Pointer, country: str | None) -> str | None:
        """The first of that country in the whole article; without a country, who alone holds the office."""
        for holders in (self.holders.get(key, ()) for key in pointer.keys):
            if country and (own := [person for person in holders if person.country == country]):
                return own[0].name
            if not country and pointer.means == "office" and len(holders) == 1:
                told = any(mention.actor.people == (holders[0].name,) for mention in self.mentions)
                return holders[0].name if told or holders[0].country in {self.home, None} or self.home is None else None
        return None

    def _office(self, pointer: Pointer, sentence: int) -> Actor | None:
        """The official of that office, and country if one is told; else the country's."""
        single = " " not in pointer.keys[-1]
        anybody = self.lower[pointer.start - 1] in _INDEFINITE and bool(pointer.countries)  # "a Polish minister"
        if anybody or len(pointer.countries) > 1 or self.lower[pointer.end - 1] in titles().plural_heads:
            return self._actor(pointer, (), pointer.countries)
        if single and not pointer.countries and not pointer.definite:
            return None
        holder = self._holder(pointer, sentence)
        if holder:
            return self._of(pointer, holder)
        people = self._last_of(pointer.countries, self.lower[pointer.end - 1]) if pointer.countries and single else ()
        return self._actor(pointer, people, pointer.countries) if pointer.countries or pointer.definite else None

    def _last_of(self, codes: tuple[str, ...], noun: str) -> tuple[str, ...]:
        """The official of the country who was named last, for "the Iranian general" an officer."""
        military = noun in references().officers
        named = (m.actor for m in reversed(self.mentions) if m.actor.kind == "official" and m.actor.codes == codes)
        return next((a.people for a in named if not military or self._is_officer(a.people[0])), ())

    def _is_officer(self, name: str) -> bool:
        """Whether the person has a rank or a military office."""
        person = self.people[name]
        return person.role_class in _MILITARY or any(naming.rank for naming in person.namings)

    # ---- several ---------------------------------------------------------------------------------------------------------

    def _visitors(self, pointer: Pointer, sentence: int) -> Actor:
        """The delegation told last, with him who leads it; else the guest. "X and the team" are of X's country."""
        beside = self.mentions[-1].actor if self.mentions else None
        if beside and beside.kind == "official" and beside.end == pointer.start - 1 and self.lower[beside.end] == "and":
            return self._actor(pointer, (), beside.codes)
        if self.delegation is None:
            return self._actor(pointer, (), self._guests(pointer, sentence))
        heads = [self.heads[code] for code in self.delegation.codes if code in self.heads]
        return self._actor(pointer, heads, self.delegation.codes)

    def _guests(self, pointer: Pointer, sentence: int) -> tuple[str, ...]:
        """The country of the guest; where no person is told, the last one that is not of who acts, or of the article's own."""
        guest = self._of(pointer, self._stranger(pointer, sentence)).codes
        acting = self._acting(pointer, sentence)
        hosts = acting.codes if acting else (self.home,)
        states = (m.actor.codes for m in reversed(self.mentions) if m.actor.kind in {"country", "ministry"} and not m.aside)
        return guest or next((codes for codes in states if len(codes) == 1 and codes[0] not in hosts), ())

    def _group(self, pointer: Pointer, sentence: int) -> Actor:
        """The people, and where there are none or the words are of parties the parties, that were told together last."""
        if pointer.means == "they" and self._met_others(pointer) and (own := self._acting_team()):
            return own._replace(start=pointer.start, end=pointer.end, kind=pointer.kind)
        if pointer.means == "they" and self.delegation is not None and self._are_received(pointer):
            return self._visitors(pointer, sentence)
        if pointer.means in {"they", "them", "people"} and (people := self._people(pointer, sentence)):
            return self._of(pointer, people)
        codes = self._parties(pointer, sentence)
        return self._actor(pointer, [name for code in codes if (name := self._holder_of(code, pointer))], codes)

    def _met_others(self, pointer: Pointer) -> bool:
        """Whether "they" are told to have met somebody else: "they also met with X"."""
        following = self.lower[pointer.end : pointer.end + _BESIDE]
        verb, *others = [word for word in following if word not in clause_words().auxiliaries] or [""]
        return verb in {"met", "meet"} and bool(others) and (others[0] == "with" or others[0] in titles().modifiers)

    def _are_received(self, pointer: Pointer) -> bool:
        """Whether "they" are told to have been received: "they were welcomed by X"."""
        were, verb = (*self.lower[pointer.end : pointer.end + 2], "", "")[:2]
        return were in {"were", "are"} and verb in references().receiving | {"seen", "met"}

    def _acting_team(self) -> Actor | None:
        """The delegation that is the first to act in the sentence told last."""
        last = next((m.sentence for m in reversed(self.mentions) if not m.aside), 0)
        first = next((m for m in self.mentions if m.sentence == last and not m.aside), None)
        return first.actor if first is not None and not first.governor and self._is_team(first.actor) else None

    def _is_team(self, actor: Actor) -> bool:
        return self._is_delegation(actor) or self.lower[actor.end - 1] in references().visitors

    def _holder_of(self, code: str, pointer: Pointer) -> str | None:
        """Who of that country fits "their ministers"."""
        held = (self.last[key][code].name for key in pointer.keys if code in self.last.get(key, {}))
        return next(held, None)

    def _by_sentence(self, pointer: Pointer, sentence: int) -> Iterator[list[Mention]]:
        """What was told, sentence by sentence, the last first; "them" is nobody of its own sentence.

        "At the meeting with X, the two sides …" are X and who was the subject most often.
        """
        if pointer.means != "them" and (partner := self._partner(pointer, sentence)):
            yield partner
        for number, mentions in groupby(reversed(self.mentions), key=lambda mention: mention.sentence):
            if pointer.means != "them" or number != sentence:
                yield list(mentions)[::-1]

    def _partner(self, pointer: Pointer, sentence: int) -> list[Mention]:
        """Whom alone the sentence names before the pointer, behind "with", and of another party who acted most."""
        here = [m for m in self.mentions if m.sentence == sentence and m.actor.people]
        if len(here) != 1 or here[0].governor != "with":
            return []
        others = [name for name in self.acted if self._country(name) not in {None, *here[0].actor.codes}]
        return [Mention(sentence, self._of(pointer, [max(others, key=self.acted.__getitem__)])), *here] if others else []

    def _people(self, pointer: Pointer, sentence: int) -> tuple[str, ...]:
        """The officials told together last whom the words fit: of two or more countries, or as many as the words count."""
        apart: dict[str, str] = {}
        size = pointer.size or 2
        for mentions in self._by_sentence(pointer, sentence):
            acting = acting_together([m for m in mentions if not m.aside], self.lower)
            named = [name for actor in acting for name in actor.people if self._country(name) and self._fits(name, pointer)]
            names = list(dict.fromkeys(named))
            first = {self._country(name): name for name in reversed(names)}
            if len(names) == pointer.size or (pointer.size is None and 1 < len(first) <= _MOST_PARTIES):
                return tuple(names)
            if len(first) == size:
                return tuple(name for name in names if name in first.values())
            if pointer.means != "people" and len({code for actor in acting for code in actor.codes}) == size:
                return ()
            for name in names:
                apart.setdefault(self._country(name) or "" if size <= _ONE_EACH else name, name)
            if len(apart) >= size:
                return tuple(apart.values())[size - 1 :: -1]
        if pointer.means != "people" or not pointer.size or not pointer.keys:
            return ()
        officers = pointer.keys[0] in references().officers
        looser = tuple(_MILITARY) if officers and set(pointer.keys) != _MILITARY else ()
        return self._people(pointer._replace(keys=looser), sentence) if apart or looser else ()

    def _parties(self, pointer: Pointer, sentence: int) -> tuple[str, ...]:
        """The parties that acted together last, for people those whose people did; else told in one sentence, or in turn."""
        told = [*self._by_sentence(pointer, sentence)]
        among = parties_among(self.lower[pointer.end - 1])
        of_people = ([m for m in mentions if m.actor.kind in _OF_PEOPLE and not m.aside] for mentions in told)
        acting = ([m for m in mentions if not m.aside] for mentions in told)
        by_turns = chain.from_iterable(zip(of_people, acting, strict=True))
        for chosen in chain(of_people, acting) if pointer.means in {"people", "their"} else by_turns:
            codes = parties_of(chosen, among)
            if len(codes) == pointer.size or (pointer.size is None and 1 < len(codes) <= _MOST_PARTIES):
                return codes
        size = pointer.size or 2
        together = (codes for mentions in told if len(codes := parties_of(mentions, among)) == size)
        apart = parties_of((m for mentions in told for m in mentions if not m.aside), among)[:size]
        return next(together, apart if len(apart) == size else ())
