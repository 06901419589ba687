"""Deals: verbs that may tell of a transfer, and whether they name what changed hands."""

from functools import cache
from typing import NamedTuple

from extract.clauses.clauses import Sentence
from extract.relations.acts import dates_between, is_passive, led_by, with_plurals
from extract.relations.companies import companies_in, makers_of
from extract.text.phrases import Found, Phrases
from extract.words.date_forms import tables
from extract.words.lexicon import clause_words
from extract.words.relation_words import Transfer, relation_words
from extract.words.verbs import is_past

_AHEAD, _BACK = 18, 26
_REACH = 5
_NEAREST = 14
_LONGEST_PHRASE = 9
_WARMLY = frozenset({"ceremonially", "warmly", "cordially", "traditionally"})
_ABOUT = {"on", "about", "how", "regarding", "as"}
_NOUNS = {"grant", "transfer"}
_OWN = {"its", "their", "his", "her", "our"}
_RELATIVE = {"which", "that"}
_DESCRIBED = {"process", "ground", "grounds"}  # "the training | process" is not given
_PRONOUNS = {"it", "they", "he", "she", "we"}
_SHOWING = {"of", "on", "for"}


class Deal(NamedTuple):
    """A verb that may tell of a transfer, of which kind, and in which way it is read."""

    sentence: Sentence
    verb: Found
    name: str
    way: str

    @property
    def kind(self) -> Transfer:
        """The words of its kind."""
        return transfer_words(self.name)

    @property
    def lower(self) -> list[str]:
        """The words of the Doc in lower case."""
        return self.sentence.words.lower

    @property
    def following(self) -> list[str]:
        """The word behind the verb."""
        return self.lower[self.verb.end : self.verb.end + 1]

    @property
    def goods(self) -> Phrases:
        """What may change hands."""
        first = self.lower[self.verb.start]
        traded = first in self.kind.trading or bool(self.kind.wares and self.are_makers_told)
        return _goods(self.name, self.way, traded or first in self.kind.gratis or self.is_induction)

    @property
    def are_makers_told(self) -> bool:
        """Whether the sentence names a company, or the country that built the goods."""
        sentence = self.sentence
        built = not self.kind.made.isdisjoint(sentence.lower) and makers_of(sentence, sentence.start, sentence.end)
        return bool(built or companies_in(sentence))

    @property
    def is_induction(self) -> bool:
        """“Commissioned a ship”, “were handed over”: something was sold only where it is told who made it."""
        return self.way in {"getting", "giving"} and self.lower[self.verb.start] in self.kind.inducting

    @property
    def is_participle(self) -> bool:
        """“The boats given to Y”: the goods stand right before the verb, and no object behind it."""
        if self.lower[self.verb.start] in relation_words().acts.bare:  # "a $2 million grant"
            return False
        before = self.goods.ending_at(self.lower, self.verb.start - (self.lower[self.verb.start - 1] == ","))
        described = self.following and (
            self.following[0] in clause_words().others or self.following[0] in {",", ".", "by"} or self.is_dated_right_behind
        )
        return before is not None and before.start >= self.sentence.start and bool(described)

    @property
    def is_dated_right_behind(self) -> bool:
        """Whether a date stands right behind the verb."""
        return bool(dates_between(self.sentence, self.verb.end, self.verb.end + 1))

    @property
    def is_passive(self) -> bool:
        """Whether what was given stands before the verb: "were given", "given by X", "the boats given to"."""
        return is_passive(self.lower, self.verb.start) or self.following == ["by"] or self.is_participle

    @property
    def is_noun(self) -> bool:
        """Whether the verb's place is taken by a noun: "the donation of"."""
        return self.lower[self.verb.end - 1] in {"of", "from"}

    @property
    def is_relative(self) -> bool:
        """“The boats that X gave”."""
        floor = max(self.sentence.start, self.verb.start - _NEAREST)
        if self.is_contact:
            return True
        which = next((k for k in range(self.verb.start - 2, floor, -1) if self.lower[k] in _RELATIVE), None)
        if which is None or "," in self.lower[which : self.verb.start]:
            return False
        return not relation_words().acts.before_verb.issuperset(self.lower[which + 1 : self.verb.start])

    @property
    def is_contact(self) -> bool:
        """“The boats | it gave”: a relative clause that only its pronoun opens."""
        passed = relation_words().acts.before_verb
        back = range(self.verb.start - 1, max(self.sentence.start, self.verb.start - _REACH), -1)
        at = next((k for k in back if self.lower[k] not in passed), self.sentence.start)
        return self.lower[at] in _PRONOUNS and self.goods.ending_at(self.lower, at) is not None

    @property
    def is_told_behind(self) -> bool:
        """Whether the verb stands behind what was given."""
        return self.is_passive or self.is_relative

    @property
    def goods_before(self) -> Found | None:
        """The last of what may have changed hands before the verb."""
        floor = max(self.sentence.start, self.verb.start - _BACK)
        if self.way == "training":
            taught = (k for k in range(self.verb.start - 1, floor - 1, -1) if self.lower[k] in self.kind.trainees)
            return next((Found(k, k + 1, self.lower[k]) for k in taught), None)
        named = reversed(self.goods.find(self.lower, floor, self.verb.start))
        return next((goods for goods in named if self.lower[goods.end] not in _DESCRIBED), None)


def has_goods(deal: Deal) -> bool:
    """Whether what changed hands is named behind the verb, or before it where it is passive or a relative clause."""
    sentence, verb, lower = deal.sentence, deal.verb, deal.lower
    if deal.way == "thanking":
        return thanked_for(deal) is not None
    if deal.following == ["for"] and lower[verb.start].startswith("provid"):  # "it provides for the sale of ships"
        return False
    if lower[verb.start] == "got" and any(map(is_past, deal.following)):  # "got acquainted with the training"
        return False
    if deal.is_noun and lower[verb.start - 1] == "a" and lower[verb.start - 2] in relation_words().acts.being:
        return True  # "the ship Berg was a gift of X"
    if deal.is_noun and lower[verb.start - 2 : verb.start] == ["as", "a"]:  # "trucks came as a gift from X"
        return any(goods.end <= verb.start for goods in deal.goods.find(lower, sentence.start, verb.start))
    if lower[verb.start] in deal.kind.sending and not _OWN.isdisjoint(deal.following):  # "sent its ships" on a journey
        return not deal.kind.sent_off.isdisjoint(lower[verb.end : verb.end + _REACH])
    if deal.is_noun and lower[verb.start] in deal.kind.gratis and any(map(is_number, lower[verb.end : verb.end + 1])):
        return True  # "the gift of two Lynxes"
    if deal.way == "landing":
        return deal.goods_before is not None and _is_load(deal)
    if deal.way == "training" or _is_bought_by_forces(deal) or _is_signed_with_company(deal):
        return True
    last = min(sentence.end, verb.end + _AHEAD)
    dated = {m.start - 1 for m in dates_between(sentence, verb.end, last)}
    stops = relation_words().acts.breaks | _ABOUT
    gratis = relation_words().aided.gratis  # "sent 18 tanks as security assistance"
    stops_at = (k for k in range(verb.end, last) if lower[k] in stops and k not in dated)
    stop = next((k for k in stops_at if lower[k] != "as" or gratis.isdisjoint(lower[k + 1 : k + 4])), last)
    stop = verb.end if deal.following in (["by"], [","]) else stop  # "is funded by $2 million", "what X gave, others did"
    named = (goods for goods in deal.goods.find(lower, verb.end, stop) if not _is_only_shown(deal, goods))
    if any(not _is_of_office(sentence, goods) for goods in named) or _designated(deal, stop):
        return True
    before = deal.goods_before
    is_doer = deal.way == "getting" and not clause_words().determiners.isdisjoint(
        deal.following
    )  # "the ships received a salute"
    near = before is not None and verb.start - before.end <= 1 + deal.is_noun and not is_doer
    return before is not None and (deal.is_told_behind or near)


def _is_load(deal: Deal) -> bool:
    """“A batch of drones”, “the last of the jets”: goods on their way, and not ships that sail."""
    start = deal.sentence.start
    return not deal.kind.loads.isdisjoint(deal.lower[max(start, deal.verb.start - _BACK) : deal.verb.start])


def _is_only_shown(deal: Deal, goods: Found) -> bool:
    """“A briefing on the ships”, “a model of the new Polish jet”: not the goods changed hands."""
    before = deal.lower[max(deal.verb.end, goods.start - _LONGEST_PHRASE) : goods.start]
    return any(word in _SHOWING and not deal.kind.shown.isdisjoint(before[:k]) for k, word in enumerate(before))


def _is_of_office(sentence: Sentence, goods: Found) -> bool:
    """Whether the word is part of somebody's office: "the head of the arms agency"."""
    return any(a.start < goods.end <= a.end and a.kind in {"official", "office", "title"} for a in sentence.actors)


def is_welcome(deal: Deal) -> bool:
    """“Received the Yish chief of staff for equipment”, “was warmly received”: somebody came, and nothing was given."""
    if deal.is_passive and deal.lower[deal.verb.start - 1] in _WARMLY:
        return True
    if deal.way != "getting":
        return False
    near = (a for a in deal.sentence.arguments if deal.verb.end <= a.actor.start <= deal.verb.end + 3)
    guests = deal.sentence.subjects(deal.verb.start) if deal.following == ["by"] else near
    return any(a.governor == "" and a.actor.kind in {"official", "office", "pronoun"} for a in guests)


def is_description(deal: Deal) -> bool:
    """“The Norwegian | funded | boat”, “Norwegian | grant | aid”: whether the word only describes the goods."""
    lower, at = deal.lower, deal.verb.start
    owner = next((a.actor.start for a in deal.sentence.arguments if a.actor.end == at and a.actor.kind == "modifier"), None)
    if lower[at].endswith("s") and deal.goods.ending_at(lower, at) is not None:  # "arms | purchases"
        return True
    return owner is not None and (lower[at] in _NOUNS or lower[owner - 1] in clause_words().determiners)


def _designated(deal: Deal, stop: int) -> bool:
    """Whether a number stands before the name of a type: "13 MiG-29s", "four K9s"."""
    text = deal.sentence.words.text
    dated = {k for m in deal.sentence.dates for k in range(m.start, m.end)}
    pairs = ((k, k + 1) for k in range(deal.verb.end, stop - 1) if k not in dated and k + 1 not in dated)
    named = {a.actor.start for a in deal.sentence.arguments}
    return deal.way != "contracting" and any(
        text[after][0].isupper()
        and is_number(text[k])
        and after not in named
        and any(c.isdigit() for c in "".join(text[after : after + 3]))
        for k, after in pairs
    )


def _is_bought_by_forces(deal: Deal) -> bool:
    """“The Navy acquired the Berg from Y”: what forces buy of another country are arms."""
    verb, sentence = deal.verb, deal.sentence
    if deal.way != "getting" or deal.lower[verb.start] not in deal.kind.trading - {"ordered"}:
        return False
    forces = any(a.actor.kind == "ministry" for a in sentence.subjects(verb.start))
    return forces and bool(led_by(sentence, verb.end, {"from"}, reach=_AHEAD))


def _is_signed_with_company(deal: Deal) -> bool:
    """“Signed with the Yish maker Berg for the missile”."""
    companies = companies_in(deal.sentence) if deal.way == "contracting" and deal.following == ["with"] else []
    return any(deal.verb.end < company.end <= deal.verb.end + _REACH + 2 for company in companies)


def thanked_for(deal: Deal) -> Found | None:
    """What is named right behind the "for" of the thanks, if it is something concrete."""
    lower, last = deal.lower, min(deal.sentence.end, deal.verb.end + _AHEAD)
    stops = (clause_words().others - {"of"}) | relation_words().acts.breaks
    for start in (k + 1 for k in range(deal.verb.end, last) if lower[k] == "for"):
        stop = next((k for k in range(start, last) if lower[k] in stops or _is_doing(lower[k])), last)
        if (goods := deal.goods.first(lower, start, stop)) is not None:
            return goods
    return None


def is_number(word: str) -> bool:
    """Whether the word is a number, in digits or letters."""
    return word.isdecimal() or word.lower() in tables().numbers


def _is_doing(word: str) -> bool:
    return word.endswith("ing") and word != "training"


def transfer_words(name: str) -> Transfer:
    """The words of a kind of transfer."""
    kind: Transfer = getattr(relation_words(), name)
    return kind


@cache
def _goods(name: str, way: str, traded: bool) -> Phrases:
    kind = transfer_words(name)
    wares = kind.wares or relation_words().supplied_arms.objects  # arms that are given
    nouns = {"contracting": kind.contracts, "thanking": kind.concrete}.get(way, kind.objects + wares * traded)
    return with_plurals(nouns)


@cache
def arms() -> Phrases:
    """What arms and their like are called."""
    kind = transfer_words("supplied_arms")
    return with_plurals(kind.objects + kind.wares)
