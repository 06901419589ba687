"""The words of relations and of money: one model for each part of relations.toml, and one for money.toml."""

from functools import cache

from extract.gazetteer import read_table
from extract.words.lexicon import Exemplified, Table


class ActWords(Table):
    """Words by which a clause tells whether, and when, something was done."""

    breaks: frozenset[str]
    speech: frozenset[str]
    joints: dict[str, int]
    never_dating: frozenset[str]
    before_year: frozenset[str]
    adverbs: frozenset[str]
    before_verb: frozenset[str]
    being: frozenset[str]
    staying: frozenset[str]
    leaders: frozenset[str]
    leading: frozenset[str]
    planning: frozenset[str]
    topical: frozenset[str]
    bare: frozenset[str]
    gatherings: frozenset[str]
    recalling: frozenset[str]
    before_detail: frozenset[str]
    after_detail: frozenset[str]
    phrase_ends: frozenset[str]
    goods_ends: frozenset[str]
    subject_joints: frozenset[str]
    subject_ends: frozenset[str]


class MatterWords(Table):
    """What an act may be about that is none of defence, and what makes it one of defence all the same."""

    civil: tuple[str, ...]
    defence: tuple[str, ...]


class VisitWords(Exemplified):
    """Verbs and nouns of travel, and the words around them that tell who, where, and whether."""

    direct: tuple[str, ...]
    moving: tuple[str, ...]
    arriving: frozenset[str]
    prepositions: frozenset[str]
    leaving: frozenset[str]
    craft: frozenset[str]
    private: frozenset[str]
    nouns: tuple[str, ...]
    figures: frozenset[str]
    noun_prepositions: dict[str, frozenset[str]]
    being: tuple[str, ...]
    before_noun: frozenset[str]
    auxiliaries: frozenset[str]
    determiners: frozenset[str]
    not_visiting: frozenset[str]
    to_come: frozenset[str]
    ahead: frozenset[str]
    here: frozenset[str]
    place_joints: frozenset[str]
    taking: tuple[str, ...]
    occasions: frozenset[str]
    legs: frozenset[str]
    days: frozenset[str]
    getting: frozenset[str]
    returning: tuple[str, ...]
    carrying: frozenset[str]
    staying: frozenset[str]
    hosting: frozenset[str]
    receiving: frozenset[str]
    beginning: frozenset[str]
    during: frozenset[str]
    purposes: frozenset[str]
    possessive: frozenset[str]
    ending: frozenset[str]
    one_day: tuple[str, ...]
    that_day: tuple[str, ...]
    between: frozenset[str]
    planned: frozenset[str]
    unlike: frozenset[str]
    not_after: frozenset[str]
    unreal: frozenset[str]
    before_places: frozenset[str]
    countries: frozenset[str]
    capitals: frozenset[str]
    stops: frozenset[str]


class Accord(Exemplified):
    """What two sides did together: the verbs, what they are done to, and what must follow."""

    verbs: tuple[str, ...]
    objects: tuple[str, ...] = ()
    followed: frozenset[str] = frozenset()
    reach: int = 6
    endings: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    opinions: frozenset[str] = frozenset()
    alone_too: frozenset[str] = frozenset()
    resolving: frozenset[str] = frozenset()
    binding: frozenset[str] = frozenset()
    founding: frozenset[str] = frozenset()
    turning: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    uniting: frozenset[str] = frozenset()
    training: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    alone: tuple[str, ...] = ()
    happens: bool = False
    at_meetings: bool = False


class Transfer(Exemplified):
    """What one side let the other have: verbs whose subject gives or gets, or of contracts, and what is given."""

    giving: tuple[str, ...]
    sending: frozenset[str] = frozenset()
    getting: tuple[str, ...]
    contracting: tuple[str, ...] = ()
    ordering: tuple[str, ...] = ()
    sealed: frozenset[str] = frozenset()
    trading: frozenset[str] = frozenset()
    wares: tuple[str, ...] = ()
    objects: tuple[str, ...]
    contracts: tuple[str, ...] = ()
    companies: frozenset[str] = frozenset()
    gratis: frozenset[str] = frozenset()
    handovers: tuple[str, ...] = ()
    arriving: tuple[str, ...] = ()
    thanking: tuple[str, ...] = ()
    shown: frozenset[str] = frozenset()
    training: tuple[str, ...] = ()
    trainees: frozenset[str] = frozenset()
    learning: frozenset[str] = frozenset()
    letting: frozenset[str] = frozenset()
    sent_off: frozenset[str] = frozenset()
    landing: tuple[str, ...] = ()
    loads: frozenset[str] = frozenset()
    inducting: frozenset[str] = frozenset()
    made: frozenset[str] = frozenset()
    takers: frozenset[str] = frozenset()
    concrete: tuple[str, ...] = ()
    buying: frozenset[str] = frozenset()
    selling: frozenset[str] = frozenset()


class RelationWords(Table):
    """relations.toml."""

    acts: ActWords
    matter: MatterWords
    visited: VisitWords
    agreed: Accord
    signed: Accord
    upgraded_ties: Accord
    exercised: Accord
    aided: Transfer
    supplied_arms: Transfer
    ships: dict[str, tuple[str, ...]]
    makers: dict[str, tuple[str, ...]]


@cache
def relation_words() -> RelationWords:
    """relations.toml."""
    return RelationWords(**read_table("relations"))


class Money(Table):
    """Currencies by sign and word, and the words that multiply."""

    signs: dict[str, str]
    words: dict[str, str]
    multipliers: dict[str, int]


@cache
def money() -> Money:
    """money.toml."""
    return Money(**read_table("money"))
