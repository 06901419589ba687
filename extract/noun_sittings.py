"""Sittings told by a noun: "X held talks with Y", "the 11th X-Y dialogue opened", "in a call with Y, X …"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from .clauses import Argument, Sentence
from .gazetteer import organizations
from .lexicon import clause_words, meeting_words
from .phrases import Found
from .sittings import Sitting, actors_of, each_counterpart, parties_of
from .telling import call_mode, is_announced, is_cancelled, level_of_words, mode_near, verb_status

_WITH = ("with", "between", "among", "and")
_TOWARD = {"call": ("on", "upon"), "calls": ("on", "upon"), "visit": ("to",)}
_FROM = {"call": ("from",), "visit": ("from", "by"), "audience": ("to", "by"), "reception": ("for",), "receptions": ("for",)}
_WILL = {"will", "would", "scheduled", "due", "expected"}
_ALSO_VERBS = {"call", "calls", "talk"}
_REPORTED = {"that", "said", "says", ";"}
_LONGEST_PHRASE = 14


@dataclass(frozen=True)
class NounPhrase:
    """A meeting noun with its phrase: tokens `first` to `end`, articles and possessives from `lead` on.

    `strength` is as in the lexicon; `held_by` and `happens` are the verbs that hold it and by which it takes place.
    """

    sentence: Sentence
    lead: int
    first: int
    end: int
    strength: str
    held_by: int | None
    happens: int | None

    @property
    def words(self) -> list[str]:
        """The phrase in lower case."""
        return self.sentence.words.lower[self.first : self.end]

    @property
    def before(self) -> str:
        """The word before the phrase and its article."""
        return self.sentence.words.lower[self.lead - 1] if self.lead > self.sentence.start else ""

    @property
    def spelled(self) -> str:
        """The phrase with compounds closed: "vice-ministerial dialogue"."""
        return " ".join(self.words).replace(" - ", "-")


def sittings_by_noun(sentence: Sentence, passed: set[int]) -> Iterator[Sitting]:
    """The sittings that nouns of meeting tell of or refer to; tokens in `passed` belong to something else."""
    found = meeting_words().nouns.phrases.find(sentence.words.lower, sentence.start, sentence.end)
    nouns = [n for n in found if passed.isdisjoint(range(n.start, n.end)) and not _is_verb(sentence, n)]
    phrases = [noun_phrase(sentence, noun) for noun in nouns]
    for phrase, following in zip_longest(phrases, phrases[1:]):
        if following is None or following.first >= phrase.end:  # "the 2+2 Dialogue" is one
            yield from _by_noun(phrase)


def _is_verb(sentence: Sentence, noun: Found) -> bool:
    """Whether "call" or "talk" is a verb: its subject or an auxiliary stands before it."""
    if sentence.words.lower[noun.start] not in _ALSO_VERBS or noun.end - noun.start > 1:
        return False
    subject = any(a.actor.end == noun.start and a.actor.kind != "modifier" for a in sentence.arguments)
    return subject or sentence.words.lower[noun.start - 1] in clause_words().auxiliaries - clause_words().being


def noun_phrase(sentence: Sentence, noun: Found) -> NounPhrase:
    """The phrase around a noun and the verbs it belongs to."""
    lower, table = sentence.words.lower, clause_words()
    first = lead = _phrase_start(sentence, noun)
    while lead > sentence.start:
        if lower[lead - 1] in table.determiners or lower[lead - 1] == "'s" or lower[lead - 1 : lead + 1] == ["year", "'s"]:
            lead -= 1
        elif lower[lead - 1] == "of" and lower[lead - 2] in meeting_words().nouns.measures:
            lead = _phrase_start(sentence, Found(lead - 2, lead - 1, ""))
        else:
            break
    held_by = meeting_words().holding.forms.ending_at(lower, lead) if lead > sentence.start else None
    return NounPhrase(
        sentence, lead, first, noun.end, noun.value, held_by.start if held_by else None, _happens(sentence, noun.end)
    )


def _by_noun(noun: NounPhrase) -> Iterator[Sitting]:
    sentence, lower, table = noun.sentence, noun.sentence.words.lower, meeting_words()
    right = _right(noun)
    left, right, status = _relative(noun) or (_left(noun, right), right, _status(noun, right))
    if len(parties_of([*left, *right])) < 2:
        left = _attending(noun, right) or left
    wished = not clause_words().wishes.isdisjoint(sentence.between(max(sentence.start, noun.lead - 6), noun.lead)[-2:])
    if status is None or wished or not (clause_words().habits | clause_words().negations).isdisjoint(noun.words):
        return
    pair = [a for a in sentence.arguments if noun.first <= a.actor.start < noun.end]
    ordinal = next((n for word in lower[noun.lead : noun.end] if (n := table.ordering.ordinal(word)) is not None), None)
    name = _proper_name(noun)
    anchored = noun.held_by is not None or noun.happens is not None
    own = parties_of((*pair, *right))
    if (noun.strength == "loose" and not (own or ordinal or name or anchored)) or (
        noun.strength == "bodies" and not (ordinal or anchored)
    ):
        return
    pointing = not any(a.governor in _WITH for a in right) and not pair
    definite = pointing and not clause_words().definite.isdisjoint(lower[noun.lead : noun.first])
    sitting = Sitting(
        sentence,
        noun.first,
        noun.end,
        actors_of(left),
        actors_of([*pair, *right]),
        status="cancelled" if is_cancelled(sentence, noun.end) else status,
        mode=None if definite else call_mode(noun.words) or mode_near(sentence, noun.first, noun.end),
        host=_visited(noun, right),
        name=name,
        ordinal=ordinal,
        level=level_of_words(noun.spelled),
        definite=definite,
        past=not table.ordering.past.isdisjoint(lower[noun.lead : noun.end]),
    )
    sitting.company = definite and meeting_words().holding.presence.first(lower, sentence.start, sentence.end) is not None
    sitting.of_several = _is_of_each(noun, sitting)
    yield from each_counterpart(sitting) if sitting.of_several else [sitting]


def _is_of_each(noun: NounPhrase, sitting: Sitting) -> bool:
    """Whether there was one with each counterpart: "meetings with A and B", "bilateral talks with A and B"."""
    table = meeting_words()
    for_two = not table.nouns.for_two.isdisjoint(noun.words) and len(sitting.codes) > 2
    return (
        for_two
        or "separate" in noun.words
        or noun.words[-1] in table.nouns.several
        or not table.holding.apart.isdisjoint(noun.sentence.lower)
    )


# ---- who met -----------------------------------------------------------------------------------------------------------


def _right(noun: NounPhrase) -> list[Argument]:
    """The parties behind the noun: with "with", "between", "of", "chaired by", or gathered by it."""
    sentence, lower = noun.sentence, noun.sentence.words.lower
    partners = (*_WITH, *_TOWARD.get(noun.words[-1], ()), *_FROM.get(noun.words[-1], ()))
    found = _both_ends(sentence, sentence.objects(noun.end, partners)) or _several(sentence.objects(noun.end, ("of", "and")))
    if not found and not meeting_words().holding.led.isdisjoint(lower[noun.end : noun.end + 6]):
        found = sentence.behind(noun.end, "by")
    found = found or gathered(sentence, noun.end) or [a for a in sentence.behind(noun.end, "with") if a.actor.people]
    return found or (sentence.fronted(noun.held_by) if noun.held_by is not None else [])


def _visited(noun: NounPhrase, right: list[Argument]) -> str | None:
    """The party upon whom a call was paid."""
    toward = _TOWARD.get(noun.words[-1], ())
    return next((code for a in right if a.governor in toward for code in a.actor.codes), None)


def _left(noun: NounPhrase, right: list[Argument]) -> list[Argument]:
    """The parties before the noun: its holder's subject, its owner, or the subject of the clause in which it is named."""
    sentence, lower = noun.sentence, noun.sentence.words.lower
    if any(a.governor in {"between", "among"} for a in right):
        return []
    if right and right[0].governor == "with":
        of = [a for a in sentence.arguments if a.governor == "of" and noun.end < a.actor.start <= noun.end + 2 and a.is_party]
        if of:
            return of
    if noun.held_by is not None and not _is_passive(lower, noun.held_by):
        left = sentence.subjects(noun.held_by)
    elif noun.happens is not None:
        left = []
    else:
        left = _clause_subject(noun, right)
    owner = _owner(noun)
    if noun.held_by is None and owner is not None and (owner.actor.people or not left):
        left = [owner]
    if not left and lower[noun.lead] == "their":
        left = sentence.subjects(noun.lead)
    return left


def _attending(noun: NounPhrase, right: list[Argument]) -> list[Argument]:
    """The people of two sides whom the clause of a meeting names besides, where it tells of nobody else who sat there."""
    sentence, lower = noun.sentence, noun.sentence.words.lower
    elsewhere = not right and lower[noun.end : noun.end + 1] in (["with"], ["between"], ["of"], ["among"])
    if elsewhere or not (noun.held_by is not None or noun.before in meeting_words().nouns.after):
        return []
    ends = [i for i in range(noun.end, sentence.end) if lower[i] in _REPORTED]
    near = [
        a for a in sentence.beside(noun.first) if a.takes_part and a.actor.people and a.actor.end <= min([*ends, sentence.end])
    ]
    return near if len(parties_of([*near, *right])) > 1 else []


def _owner(noun: NounPhrase) -> Argument | None:
    """X in "X's meeting"."""
    for argument in noun.sentence.arguments:
        end = argument.actor.end
        if end == noun.lead or (end == noun.lead - 1 and noun.before == "'s"):
            return argument
    return None


def _clause_subject(noun: NounPhrase, right: list[Argument]) -> list[Argument]:
    """The subject left of a meeting that is named behind a preposition, else the one behind its own parties and a comma."""
    sentence, lower = noun.sentence, noun.sentence.words.lower
    if noun.before not in meeting_words().nouns.after:
        return []
    left = sentence.subjects(noun.lead - 1)
    if left:
        return left if right else [*left, *sentence.fronted(noun.lead)]
    position = max([noun.end, *(a.actor.end for a in right)])
    comma = next((i for i in range(position, min(position + 30, sentence.end)) if lower[i] == ","), None)
    chain = sentence.chain_from(comma) if comma is not None else []
    own = lower[noun.lead] in {"his", "her"}
    return [] if own and not any(argument.actor.people for argument in chain) else chain


def _both_ends(sentence: Sentence, chain: list[Argument]) -> list[Argument]:
    """The chain behind "between", with the other end of it where more than a comma parts the two."""
    codes = parties_of(chain)
    if not chain or chain[0].governor != "between" or len(codes) > 1:
        return chain
    for other in sentence.arguments:
        further = other.actor.start > chain[-1].actor.end and other.is_party and not codes.issuperset(other.actor.codes)
        if further and sentence.follows_and(other.actor.start):
            return [*chain, *sentence.chain_from(other.actor.start)]
    return chain


def _several(chain: list[Argument]) -> list[Argument]:
    """The chain, if it is of several parties or of a body: "a meeting of the ministers of X and Y", "of NATO ministers"."""
    codes = parties_of(chain)
    return chain if len(codes) > 1 or not codes.isdisjoint(organizations()) else []


def _relative(noun: NounPhrase) -> tuple[list[Argument], list[Argument], str | None] | None:
    """Left, right and status of "the meeting (that) X had with Y", "talks in which X and Y agreed"."""
    sentence, lower = noun.sentence, noun.sentence.words.lower
    for i in range(noun.end, min(sentence.end, noun.end + _LONGEST_PHRASE)) if noun.held_by is None else ():
        if lower[i] in {"had", "held"} and i > noun.end and not _is_passive(lower, i):
            left = [a for a in sentence.arguments if noun.end <= a.actor.start and a.actor.end <= i and a.is_party]
            right = sentence.objects(i + 1, ("with",))
            return (left, right, verb_status(sentence, i)) if left and right else None
        if lower[i] == "which" and lower[i - 1] in {"in", "during", "at"}:
            chain = _several(sentence.chain_from(i + 1))
            return ([], chain, "held") if chain else None
        if lower[i] in {";", ":", "said", ".", "between"}:
            return None
    return None


def gathered(sentence: Sentence, after: int) -> list[Argument]:
    """Those whom an event is told to have brought together: all parties behind the verb, however introduced."""
    hit = meeting_words().holding.gathering.first(sentence.words.lower, after, sentence.end)
    return [a for a in sentence.arguments if hit and a.actor.start >= hit.end and a.is_party]


# ---- whether it was held, and its name -------------------------------------------------------------------------------------


def _status(noun: NounPhrase, right: list[Argument]) -> str | None:
    """Held or planned; None where the words tell of no meeting."""
    sentence, lower = noun.sentence, noun.sentence.words.lower
    if noun.held_by is not None and not _is_passive(lower, noun.held_by):
        status = "planned" if lower[noun.held_by] in clause_words().future else verb_status(sentence, noun.held_by)
        if lower[noun.held_by] == "for" and not _WILL.isdisjoint(lower[sentence.start : noun.held_by]):
            return "planned"
        numbered = not meeting_words().ordering.planned.isdisjoint(lower[noun.lead : noun.end])
        agreed = "agreed" in lower[max(sentence.start, noun.held_by - 4) : noun.held_by]
        return "planned" if numbered and agreed and (sentence.dates or sentence.places) else status
    if noun.happens is not None:
        return "planned" if lower[noun.happens - 1] == "to" else verb_status(sentence, noun.happens)
    to_come = not meeting_words().ordering.planned.isdisjoint(lower[max(sentence.start, noun.lead - 3) : noun.end])
    after = max([noun.end, *(argument.actor.end for argument in right)])
    announced = is_announced(sentence, noun.lead, noun.end) or is_announced(sentence, noun.lead, after)
    return "planned" if to_come or announced else "held"


def _happens(sentence: Sentence, after: int) -> int | None:
    """The verb by which what the noun names takes place, behind the noun and its "with" or "between"."""
    lower, table = sentence.words.lower, meeting_words().holding
    for i in range(after, min(sentence.end, after + 45)):
        if lower[i] in {";", ":", "said", "says", "that"}:
            return None
        hit = table.happening.at(lower, i)
        if hit is not None and (hit.value not in table.passive_only or _is_passive(lower, i)):
            return hit.start
    return None


def _is_passive(lower: Sequence[str], verb: int) -> bool:
    """Whether a form of "be" governs the verb: "was held", "is being held", not "is to hold"."""
    before = lower[max(0, verb - 3) : verb]
    return not clause_words().being.isdisjoint(before) and before[-1] != "to"


def _phrase_start(sentence: Sentence, noun: Found) -> int:
    """Where the noun's phrase begins: left over adjectives, numbers and names, not over prepositions, verbs and articles."""
    lower, text, table = sentence.words.lower, sentence.words.text, clause_words()
    people = [a.actor for a in sentence.arguments if a.actor.kind in {"pronoun", "official", "group", "office"}]
    own = [p for p in people if p.kind != "office" or lower[p.end : p.end + 1] not in (["’"], ["'"])]
    named = {i for actor in own for i in range(actor.start, actor.end)}
    ends = table.determiners | table.phrase_ends | table.partners | table.others
    start = noun.start
    while start > sentence.start and noun.end - start < _LONGEST_PHRASE and start - 1 not in named:
        word = lower[start - 1]
        capitals = start - 2 >= sentence.start and text[start][0].isupper() and text[start - 2][0].isupper()
        joins = capitals and word in {"and", "of", "on", "for"}
        stops = word in ends or word.isspace() or meeting_words().holding.forms.ending_at(lower, start, 3) is not None
        if stops and not joins:
            break
        start -= 1
    return start


def _proper_name(noun: NounPhrase) -> str | None:
    """The name given to the meeting: capitalised words down to the noun, or a numbered phrase of more than number and noun."""
    sentence, text, lower = noun.sentence, noun.sentence.words.text, noun.sentence.words.lower
    start = next((i for i in range(noun.first, noun.end) if text[i][0].isalnum()), noun.first)
    content = [i for i in range(start, noun.end) if text[i][0].isalnum()]
    parties = {i for a in sentence.arguments for i in range(a.actor.start, a.actor.end)}
    capitals = [i for i in content if text[i][0].isupper() and i not in parties]
    numbered = any(meeting_words().ordering.ordinal(lower[i]) is not None for i in content)
    telling = [i for i in capitals if lower[i] not in meeting_words().nouns.generic]
    named = text[noun.end - 1][0].isupper() and len(capitals) >= 2 and bool(telling) and not _in_capitals(sentence)
    return sentence.text(start, noun.end) if named or (numbered and len(content) >= 3) else None


def _in_capitals(sentence: Sentence) -> bool:
    """Whether the sentence is a headline in capitals, where capitals tell nothing."""
    letters = [word for word in sentence.words.text[sentence.start : sentence.end] if word[0].isalpha() and len(word) > 3]
    return len(letters) > 3 and sum(word[0].isupper() for word in letters) >= 0.9 * len(letters)
