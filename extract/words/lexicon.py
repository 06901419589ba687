"""The words of the language: titles, references, clauses, meetings, relations, topics. Names are the gazetteer's.

Each table of data/ becomes one frozen model, checked once, when it is first asked for.
"""

import re
from functools import cache, cached_property
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from extract.gazetteer import read_table
from extract.text.phrases import Phrases


class Table(BaseModel):
    """A table of data/: frozen, and every key known."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, ignored_types=(cached_property,))


PhraseSet = Annotated[Phrases, BeforeValidator(Phrases.of)]


class Exemplified(Table):
    """An entry that carries its own tests."""

    examples: tuple[str, ...]
    not_examples: tuple[str, ...]


# ---- titles ---------------------------------------------------------------------------------------------------------------


class Held(Exemplified):
    """Offices, by a pattern of their words, that `only` these countries have or that these `never` have."""

    pattern: re.Pattern[str]
    only: tuple[str, ...] = ()
    never: frozenset[str] = frozenset()

    def excludes(self, code: str) -> bool:
        """Whether the country has no such office."""
        return code in self.never or (bool(self.only) and code not in self.only)


class Sides(Table):
    """Words between officials and countries that tell whether they are of one side."""

    joining: frozenset[str]
    along: frozenset[str]
    opposing: frozenset[str]
    exchanging: frozenset[str]
    escorting: frozenset[str]
    sending: frozenset[str]
    leading: frozenset[str]
    heading: frozenset[str]
    threats: frozenset[str]
    introducing: frozenset[str]
    own: frozenset[str]
    places: frozenset[str]
    partners: frozenset[str]
    meeting: frozenset[str]
    toward: frozenset[str]
    travel: frozenset[str]


class Apposition(Table):
    """Words between a name and the office that is told of it, and behind such an office."""

    between: frozenset[str]
    verbs: frozenset[str]
    adverbs: frozenset[str]
    closing: frozenset[str]
    telling: frozenset[str]
    opening: frozenset[str]
    governing: frozenset[str]


class Titles(Table):
    """Office heads and what may stand around them, ranks, titles of honour, and the words of names."""

    heads: frozenset[str]
    acronyms: frozenset[str]
    name_heads: frozenset[str]
    business_heads: frozenset[str]
    firm_heads: frozenset[str]
    direct_heads: frozenset[str]
    accredited: frozenset[str]
    charged: frozenset[str]
    counterparts: frozenset[str]
    modifiers: frozenset[str]
    presidential: frozenset[str]
    states: frozenset[str]
    past_states: frozenset[str]
    bodies: frozenset[str]
    deeds: frozenset[str]
    houses: frozenset[str]
    departments: frozenset[str]
    presided: frozenset[str]
    schools: frozenset[str]
    private: frozenset[str]
    civic: frozenset[str]
    societies: frozenset[str]
    tails: frozenset[str]
    after_general: frozenset[str]
    general_offices: frozenset[str]
    generals: frozenset[str]
    rank_parts: frozenset[str]
    rank_cores: frozenset[str]
    rank_pairs: dict[str, frozenset[str]]
    high_ranks: frozenset[str]
    rank_arms: frozenset[str]
    rank_tails: frozenset[str]
    plural_ranks: frozenset[str]
    honorifics: frozenset[str]
    honorific_tails: frozenset[str]
    local_honorifics: dict[str, str]
    common: frozenset[str]
    kin: frozenset[str]
    civil: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    short_names: dict[str, str]
    post_nominals: frozenset[str]
    acts: frozenset[str]
    body_names: frozenset[str]
    venues: frozenset[str]
    venue_surnames: frozenset[str]
    never_names: frozenset[str]
    common_words: frozenset[str]
    ships: frozenset[str]
    leading: dict[str, str]
    countries: dict[str, str]
    of_organizations: frozenset[str]
    apposition: Apposition
    sides: Sides
    held: tuple[Held, ...]

    @cached_property
    def singular(self) -> dict[str, str]:
        """Plural head noun → singular."""
        heads = self.heads - self.acronyms
        regular = {head[:-1] + "ies" if head.endswith(("ry", "uty")) else head + "s": head for head in heads}
        return regular | {head[:-2] + "en": head for head in heads if head.endswith("man")}

    @cached_property
    def plural_heads(self) -> frozenset[str]:
        """Head nouns in the plural."""
        return frozenset(self.singular)

    @cached_property
    def head_forms(self) -> frozenset[str]:
        """Head nouns in the singular and the plural."""
        return self.heads | self.acronyms | self.plural_heads

    @cached_property
    def describing(self) -> frozenset[str]:
        """Words that may stand before a head noun."""
        return self.modifiers | self.states

    @cached_property
    def attributes(self) -> frozenset[str]:
        """Words that may stand between what joins two offices and the second's head: "and Crisis Recovery Coordinator"."""
        return self.modifiers | self.common_words

    @cached_property
    def nameless(self) -> frozenset[str]:
        """Words that are no part of a person's name."""
        return self.never_names | self.common_words | (self.bodies - self.body_names) | (self.head_forms - self.name_heads)

    @cached_property
    def works(self) -> frozenset[str]:
        """Words that stand in names of bodies and works and do not act."""
        return (self.bodies - self.deeds) | self.common_words

    @cached_property
    def institutional(self) -> frozenset[str]:
        """Words of bodies, and those that join them."""
        return self.bodies | {"'s", "of"}

    @cached_property
    def openers(self) -> frozenset[str]:
        """Words from which an office phrase is read."""
        return self.head_forms | self.counterparts | {"general"}  # "top general"

    @cached_property
    def style_words(self) -> frozenset[str]:
        """Words with which a rank or a title of honour can begin."""
        return self.ranks.union(self.honorifics, self.local_honorifics)

    @cached_property
    def ranks(self) -> frozenset[str]:
        """Words of ranks."""
        return self.rank_parts | self.rank_cores

    def is_head(self, word: str) -> bool:
        """Whether the lower-case word is a head noun of an office."""
        return word in self.head_forms


@cache
def titles() -> Titles:
    """titles.toml."""
    return Titles(**read_table("titles"))


# ---- references and clauses -----------------------------------------------------------------------------------------------


class References(Table):
    """Pronouns, nouns that stand for a whole side, nouns of groups."""

    pronouns: frozenset[str]
    object_pronouns: frozenset[str]
    collectives: frozenset[str]
    delegations: frozenset[str]
    synonyms: dict[str, frozenset[str]]
    persons: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    deputies: frozenset[str]
    officers: frozenset[str]
    ranks: dict[str, str]
    teams: frozenset[str]
    guests: frozenset[str]
    visitors: frozenset[str]
    calling: frozenset[str]
    receiving: frozenset[str]
    hosts: frozenset[str]
    groups: frozenset[str]
    people_groups: frozenset[str]
    anybody: frozenset[str]
    states: frozenset[str]
    sizes: dict[str, int]
    narrowing: frozenset[str]
    group_verbs: frozenset[str]
    before_pair: frozenset[str]
    peoples: frozenset[str]
    group_modifiers: frozenset[str]
    first_persons: frozenset[str]
    singular_first_persons: frozenset[str]
    telling: frozenset[str]
    not_acting: frozenset[str]
    joint_texts: PhraseSet
    before_bare: frozenset[str]

    @cached_property
    def sides(self) -> frozenset[str]:
        """Nouns with which a demonym is a whole side or people of it."""
        return self.collectives | self.persons


@cache
def references() -> References:
    """references.toml."""
    return References(**read_table("references"))


class ClauseWords(Table):
    """The small words by which a clause is read."""

    determiners: frozenset[str]
    definite: frozenset[str]
    being: frozenset[str]
    partners: frozenset[str]
    others: frozenset[str]
    absent: frozenset[str]
    to_topic: frozenset[str]
    leading: frozenset[str]
    people: frozenset[str]
    fillers: frozenset[str]
    right_ends: frozenset[str]
    left_ends: frozenset[str]
    asides: frozenset[str]
    joining: frozenset[str]
    openers: frozenset[str]
    unnamed: frozenset[str]
    sequence: frozenset[str]
    phrase_ends: frozenset[str]
    saying: frozenset[str]
    after_saying: frozenset[str]
    future: frozenset[str]
    auxiliaries: frozenset[str]
    past_forms: frozenset[str]
    objective: frozenset[str]
    departing: frozenset[str]
    announcing: frozenset[str]
    due: frozenset[str]
    unreal: frozenset[str]
    programmes: frozenset[str]
    prospects: frozenset[str]
    chances: PhraseSet
    present: frozenset[str]
    achieved: frozenset[str]
    background: frozenset[str]
    negations: frozenset[str]
    appeals: PhraseSet
    wishes: frozenset[str]
    cancelled: frozenset[str]
    habits: frozenset[str]

    @cached_property
    def prepositions(self) -> frozenset[str]:
        """Prepositions, of partners and of all else."""
        return self.partners | self.others

    @cached_property
    def undone(self) -> frozenset[str]:
        """Words with which what a verb tells did not happen."""
        return self.negations | self.wishes


@cache
def clause_words() -> ClauseWords:
    """clauses.toml."""
    return ClauseWords(**read_table("clauses"))


# ---- topics ---------------------------------------------------------------------------------------------------------------


class Topic(Table):
    """What cooperation is about."""

    label: str
    phrases: tuple[str, ...]


@cache
def topics() -> dict[str, Topic]:
    """topics.toml, by id."""
    return {name: Topic(**entry) for name, entry in read_table("topics").items()}


@cache
def topic_phrases() -> Phrases:
    """Phrases of all topics, in singular and plural → ids."""
    return Phrases({form: name for name, topic in topics().items() for one in topic.phrases for form in (one, f"{one}s")})
