"""data/meetings.toml: the words of meetings, compiled."""

import re
from functools import cache, cached_property

from extract.gazetteer import read_table
from extract.text.phrases import Phrases
from extract.words.lexicon import Exemplified, PhraseSet, Table


class MeetingVerb(Exemplified):
    """Verbs of meeting: whom they take behind which `links`, and what else they need.

    `alone`: a plural subject is enough; `people`: the other side must be people, `named`: told by name; `topic_first`: a
    topic stands before them ("discussed Y with X"); `together`: a subject of two sides is enough; `own_side`: it is the only
    shape; `within`: they tell what was said at a meeting; `host`: whether the subject or the object received.
    """

    forms: tuple[str, ...]
    links: frozenset[str]
    alone: bool
    people: bool = False
    named: bool = False
    topic_first: bool = False
    together: bool = False
    own_side: bool = False
    within: bool = False
    host: str | None = None
    mode: str | None = None


class MeetingNouns(Exemplified):
    """Nouns of meetings; `after`: prepositions behind which one is named that a clause's subject took part in.

    Loose ones need a party of their own, bodies must be counted or held, `several` tell of one with each counterpart.
    """

    strong: tuple[str, ...]
    loose: tuple[str, ...]
    bodies: tuple[str, ...]
    several: frozenset[str]
    at_large: frozenset[str]
    paid: dict[str, frozenset[str]]
    given: dict[str, frozenset[str]]
    feasts: frozenset[str]
    for_two: frozenset[str]
    measures: frozenset[str]
    generic: frozenset[str]
    outcomes: frozenset[str]
    demands: frozenset[str]
    founding: frozenset[str]
    domestic: frozenset[str]
    crediting: frozenset[str]
    furthering: frozenset[str]
    grounding: frozenset[str]
    attending: frozenset[str]
    structures: frozenset[str]
    gatherings: frozenset[str]
    contents: frozenset[str]
    honours: frozenset[str]
    after: frozenset[str]

    @cached_property
    def phrases(self) -> Phrases:
        """All nouns → strong, loose or bodies."""
        kinds = {"strong": self.strong, "loose": self.loose, "bodies": self.bodies}
        return Phrases((noun, kind) for kind, nouns in kinds.items() for noun in nouns)


class Holding(Table):
    """Verbs that hold a meeting, by which one happens, that gather people for one, and words that tell who was there."""

    forms: PhraseSet
    happening: PhraseSet
    passive_only: frozenset[str]
    gathering: PhraseSet
    led: frozenset[str]
    presence: PhraseSet
    placed: frozenset[str]
    attendance: PhraseSet
    escorts: PhraseSet
    heading: frozenset[str]
    ceremonies: PhraseSet
    journeys: frozenset[str]
    sites: frozenset[str]
    drills: frozenset[str]
    troops: frozenset[str]
    also_nouns: frozenset[str]
    ending: frozenset[str]
    lasting: frozenset[str]
    arriving: frozenset[str]
    courtesies: frozenset[str]
    greetings: frozenset[str]
    apart: frozenset[str]
    in_turn: frozenset[str]
    alike: frozenset[str]
    together: frozenset[str]
    participle_after: frozenset[str]

    @cached_property
    def moving(self) -> frozenset[str]:
        """Words of journeys and of their ends."""
        return self.journeys | self.arriving


class Governing(Table):
    """Nouns of those who govern somewhere, told with `modifiers` or `alone`; before `others` they govern elsewhere."""

    nouns: frozenset[str]
    alone: frozenset[str]
    modifiers: frozenset[str]
    others: frozenset[str]


class Roles(Table):
    """Nouns of guests and hosts, and verbs besides "be" that join them to a name."""

    guest: PhraseSet
    host: PhraseSet
    acting: frozenset[str]


class Bonds(Table):
    """Verbs of having somebody and of bringing somebody, and the words behind him that tell of a meeting."""

    having: frozenset[str]
    as_guest: tuple[str, ...]
    on_phone: tuple[str, ...]
    bringing: frozenset[str]
    together: tuple[str, ...]

    @cached_property
    def phrases(self) -> Phrases:
        """All words behind him → guest, phone or together."""
        kinds = {"guest": self.as_guest, "phone": self.on_phone, "together": self.together}
        return Phrases((words, kind) for kind, phrases in kinds.items() for words in phrases)


class LargerEvents(Table):
    """How the event beside which a meeting was held, or for which people came, is told, and what its name is made of."""

    beside: PhraseSet
    purpose: PhraseSet
    joints: frozenset[str]
    words: frozenset[str]
    listing: frozenset[str]
    states: frozenset[str]


class Modes(Table):
    """Words that tell that a meeting was by phone or video."""

    phone: tuple[str, ...]
    video: tuple[str, ...]
    personal_calls: frozenset[str]
    appealing: frozenset[str]
    written: PhraseSet

    @cached_property
    def phrases(self) -> Phrases:
        """All words → phone or video."""
        return Phrases([*((phrase, "phone") for phrase in self.phone), *((phrase, "video") for phrase in self.video)])


class Ordering(Table):
    """Words that tell one sitting of a series from another, and how often and how long they are held."""

    ordinals: tuple[str, ...]
    numbers: tuple[str, ...]
    past: frozenset[str]
    planned: frozenset[str]
    following: frozenset[str]
    turning: frozenset[str]
    set_apart: frozenset[str]
    around: PhraseSet
    acts: frozenset[str]
    cadences: dict[str, tuple[str, ...]]
    skips: PhraseSet

    def ordinal(self, word: str) -> int | None:
        """The number of "11th" or "eleventh"."""
        if word in self.ordinals:
            return 1 if word == "inaugural" else self.ordinals.index(word) + 1
        numeral = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", word)
        return int(numeral[1]) if numeral else None

    def number(self, word: str) -> int | None:
        """The number of "3" or "three"."""
        if word in self.numbers:
            return self.numbers.index(word)
        return int(word) if re.fullmatch(r"\d{1,3}", word) else None

    @cached_property
    def cadence_phrases(self) -> Phrases:
        """Words of regularity → cadence."""
        return Phrases((form, name) for name, forms in self.cadences.items() for form in forms)


class MeetingWords(Table):
    """meetings.toml."""

    verb: tuple[MeetingVerb, ...]
    nouns: MeetingNouns
    holding: Holding
    roles: Roles
    bonds: Bonds
    governing: Governing
    larger: LargerEvents
    modes: Modes
    ordering: Ordering
    levels: dict[str, tuple[str, ...]]
    level_of_role: dict[str, str]

    @cached_property
    def verb_phrases(self) -> Phrases:
        """All forms of all verbs."""
        return Phrases.of(form for verb in self.verb for form in verb.forms)

    @cached_property
    def tellings(self) -> Phrases:
        """All phrases of which one stands in a sentence that tells of a meeting."""
        return Phrases.union(
            self.verb_phrases,
            self.nouns.phrases,
            self.holding.ceremonies,
            self.roles.guest,
            self.roles.host,
            self.bonds.phrases,
        )

    @cached_property
    def verbs_of(self) -> dict[str, tuple[MeetingVerb, ...]]:
        """Form → its verbs: "called" him, or "called" on him."""
        forms = dict.fromkeys(form for verb in self.verb for form in verb.forms)
        return {form: tuple(verb for verb in self.verb if form in verb.forms) for form in forms}


@cache
def meeting_words() -> MeetingWords:
    """meetings.toml."""
    return MeetingWords(**read_table("meetings"))
