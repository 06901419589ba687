"""From a sentence to the sittings it tells of: who sat with whom, how, and under what name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from .clauses import Argument, Sentence
from .gazetteer import find_party, find_place
from .lexicon import MeetingVerb, clause_words, meeting_words
from .phrases import Found, Phrases
from .references import Actor
from .telling import call_mode, is_announced, is_cancelled, is_to_come, level_of_words, mode_near, verb_status

_SIDELINES = ("on the sidelines of", "on the margins of", "on the fringes of", "on the sideline of", "in the margins of", "at the margins of")
_NAME_JOINTS = {"of", "and", "the", "on", "for", "'s", "-", "(", ")", "in", "&", "/", "’"}
_DETERMINERS = {"the", "a", "an", "their", "his", "her", "its", "this", "these", "such", "that", "any", "some", "our"}
_DEFINITE = {"the", "their", "this", "these", "his", "her", "its"}
_PASSIVE = {"was", "were", "been", "being", "be", "is", "are"}
_WITH = ("with", "between", "among", "and")
_BEFORE_PARTICIPLE = {"by", "after", "before", "while", "when", "upon", "was", "were", "is", "are", "be", "been", "since", "besides"}
_ABSENT = {"of", "about", "for", "from", "on", "against", "under"}
_APART = {"separately", "each"}
_LED = {"chaired", "hosted", "attended", "led", "headed", "presided", "organized", "organised", "convened"}
_PHRASE_ENDS = {",", ";", ":", "'s", ".", "to", "who", "which", "that", "“", "”", '"', "–", "—", "--", "will", "is", "was", "were", "be", "as", "attends", "include", "includes", "had", "has"}


@dataclass
class Sitting:
    """One telling of a meeting: trigger tokens `start` to `end`, both sides' people and parties, and what the words add.

    `definite` tells that it points back ("the talks"), `larger` that it is an event beside which something else was held.
    """

    sentence: Sentence
    start: int
    end: int
    left: list[Actor] = field(default_factory=list)
    right: list[Actor] = field(default_factory=list)
    members: list[str] = field(default_factory=list)
    status: str = "held"
    mode: str | None = None
    name: str | None = None
    ordinal: int | None = None
    level: str | None = None
    definite: bool = False
    past: bool = False
    larger: bool = False

    @property
    def people(self) -> list[str]:
        """Names of those who sat, in order."""
        return list(dict.fromkeys(name for actor in (*self.left, *self.right) for name in actor.people))

    @property
    def codes(self) -> list[str]:
        """Parties, in order."""
        return list(dict.fromkeys([*(code for actor in (*self.left, *self.right) for code in actor.codes), *self.members]))


def find_sittings(sentence: Sentence) -> list[Sitting]:
    """The sittings that `sentence` tells of or refers to, in order; the sides may still be incomplete."""
    lower = sentence.words.lower
    passed = {i for start, end in sidelines(sentence) for i in range(start, end)}
    passed.update(i for a in sentence.arguments if a.actor.kind != "modifier" for i in range(a.actor.start, a.actor.end))
    tellings: list[Sitting] = []
    for hit in _verbs().find(lower, sentence.start, sentence.end):
        told = list(_by_verb(sentence, hit, _verb_of(hit.value)))
        passed.update(range(hit.start, hit.end) if told else ())
        tellings += told
    for noun in _nouns().find(lower, sentence.start, sentence.end):
        tellings += _by_noun(sentence, noun) if passed.isdisjoint(range(noun.start, noun.end)) else ()
    return sorted(tellings, key=lambda s: s.start) or list(_by_ceremony(sentence))


def _by_ceremony(sentence: Sentence) -> Iterator[Sitting]:
    """Where people of two parties are told to have signed, handed over or decorated, they were together."""
    hit = next(iter(_ceremonies().find(sentence.words.lower, sentence.start, sentence.end)), None)
    people = [a.actor for a in sentence.arguments if a.actor.people and a.actor.kind != "group" and a.governor not in _ABSENT]
    if hit is not None and len({code for actor in people for code in actor.codes}) > 1 and verb_status(sentence, hit.start) == "held":
        yield Sitting(sentence, hit.start, hit.end, people)


@cache
def _ceremonies() -> Phrases:
    return Phrases((form, form) for form in meeting_words().holding.ceremonies)


# ---- verbs ---------------------------------------------------------------------------------------------------------------


@cache
def _verbs() -> Phrases:
    return Phrases((form, form) for verb in meeting_words().verb for form in verb.forms)


@cache
def _verb_of(form: str) -> MeetingVerb:
    return next(verb for verb in meeting_words().verb if form in verb.forms)


def _by_verb(sentence: Sentence, hit: Found, verb: MeetingVerb) -> Iterator[Sitting]:
    """ "X met (with) Y", "X and Y met", "X was received by Y", "With Y, X talked"; "A and B each received X" are two."""
    lower = sentence.words.lower
    status = verb_status(sentence, hit.start)
    if status is None or (hit.value == "meeting" and lower[hit.start - 1] not in _BEFORE_PARTICIPLE):
        return
    left = sentence.subjects(hit.start)
    partners = (*verb.links, "and", lower[hit.end - 1])
    if verb.topic_first:
        right = sentence.behind(hit.end, "with") or sentence.fronted(hit.start) or sentence.behind(hit.end, "by")
    else:
        right = sentence.objects(hit.end, partners) or (sentence.fronted(hit.start) if "with" in verb.links else [])
    if right and right[0].governor == "" and "" not in verb.links:
        right = []
    named = [a for a in right if a.actor.people or a.actor.kind in {"office", "pronoun"}]
    if verb.people:
        right = named
    mode = verb.mode or mode_near(sentence, hit.start, hit.end)
    both = verb.topic_first and len({code for a in left if a.actor.people for code in a.actor.codes}) > 1
    if not (named or verb.alone or mode or both):
        return
    if not right and len({code for a in left for code in a.actor.codes}) < 2:
        return
    if status == "held" and is_to_come(sentence, hit.start, hit.end):
        status = "planned"
    apart = not _APART.isdisjoint(lower[sentence.start + 1 : sentence.end])
    sitting = Sitting(sentence, hit.start, hit.end, _actors(left), _actors(right), status=status, mode=mode)
    yield from _each_counterpart(sitting) if apart else [sitting]


# ---- nouns ---------------------------------------------------------------------------------------------------------------


@cache
def _nouns() -> Phrases:
    nouns = meeting_words().nouns
    return Phrases((noun, strength) for strength in ("strong", "loose", "bodies") for noun in getattr(nouns, strength))


@cache
def _holding() -> Phrases:
    return Phrases((form, form) for form in meeting_words().holding.forms)


@cache
def _happening() -> Phrases:
    return Phrases((form, form) for form in meeting_words().holding.happening)


def _by_noun(sentence: Sentence, noun: Found) -> Iterator[Sitting]:
    """ "X held talks with Y", "the meeting between X and Y", "the 11th X-Y dialogue", "in a call with Y, X …"."""
    lower, table = sentence.words.lower, meeting_words()
    first = _phrase_start(sentence, noun)
    lead = first
    while lead > sentence.start and (lower[lead - 1] in _DETERMINERS | {"'s"} or lower[lead - 1 : lead + 1] == ["year", "'s"]):
        lead -= 1
    phrase = lower[first : noun.end]
    held_by = _holding().ending_at(lower, lead) if lead > sentence.start else None
    happens = _happens(sentence, noun.end)
    left, right, status = _parties(sentence, noun, lead, held_by, happens)
    if status is None or not clause_words().wishes.isdisjoint(lower[max(sentence.start, lead - 2) : lead]) or not clause_words().habits.isdisjoint(phrase):
        return
    pair = [a for a in sentence.arguments if first <= a.actor.start < noun.end]
    own = any(a.actor.codes for a in (*pair, *right))
    ordinal = next((n for word in lower[lead : noun.end] if (n := table.ordering.ordinal(word)) is not None), None)
    name = _proper_name(sentence, first, noun.end)
    anchored = held_by is not None or happens is not None
    if (noun.value == "loose" and not (own or ordinal or name or anchored)) or (noun.value == "bodies" and not (ordinal or anchored)):
        return
    if status == "held" and not anchored and not table.ordering.planned.isdisjoint(lower[max(sentence.start, lead - 3) : noun.end]):
        status = "planned"
    sitting = Sitting(
        sentence,
        first,
        noun.end,
        _actors(left),
        _actors([*pair, *right]),
        status="cancelled" if is_cancelled(sentence, noun.end) else status,
        mode=call_mode(phrase) or mode_near(sentence, first, noun.end),
        name=name,
        ordinal=ordinal,
        level=level_of_words(_spelled(phrase)),
        definite=not any(a.governor in _WITH for a in right) and not pair and not _DEFINITE.isdisjoint(lower[lead:first]),
        past=not table.ordering.past.isdisjoint(lower[lead : noun.end]),
    )
    yield from _each_counterpart(sitting) if lower[noun.end - 1] in table.nouns.several else [sitting]


def _parties(sentence: Sentence, noun: Found, lead: int, held_by: Found | None, happens: int | None) -> tuple[list[Argument], list[Argument], str | None]:
    """Who stands left and right of the meeting, and whether it was held."""
    lower = sentence.words.lower
    partners = (*_WITH, "on") if lower[noun.end - 1] == "call" else _WITH
    right = _both_ends(sentence, sentence.objects(noun.end, partners)) or _of_parties(sentence, noun.end)
    if not right and not _LED.isdisjoint(lower[noun.end : noun.end + 6]):
        right = sentence.behind(noun.end, "by")
    right = right or _gathered(sentence, noun.end) or [a for a in sentence.behind(noun.end, "with") if a.actor.people]
    relative = _relative(sentence, noun.end) if held_by is None else None
    if relative is not None:
        return relative
    if held_by is not None and not _is_passive(lower, held_by.start):
        left, status = sentence.subjects(held_by.start), verb_status(sentence, held_by.start)
    elif happens is not None:
        left, status = [], "planned" if lower[happens - 1] == "to" else verb_status(sentence, happens)
    else:
        left, status = _beside(sentence, lead, noun.end, right), "held"
    owner = next((a for a in sentence.arguments if a.actor.end == lead or (a.actor.end == lead - 1 and lower[lead - 1] == "'s")), None)
    if held_by is None and owner is not None and (owner.actor.people or not left):
        left = [owner]
    if right and right[0].governor == "with":
        left = [a for a in sentence.arguments if a.governor == "of" and noun.end < a.actor.start <= noun.end + 2 and a.is_party] or left
    if not left and lower[lead : lead + 1] == ["their"]:
        left = sentence.subjects(lead)
    if any(a.governor in {"between", "among"} for a in right):
        left = []
    if status == "held" and held_by is None and is_announced(sentence, lead, noun.end):
        status = "planned"
    return left, right, status


def _both_ends(sentence: Sentence, chain: list[Argument]) -> list[Argument]:
    """The chain behind "between", with the other end of it where more than a comma parts the two."""
    codes = {code for a in chain for code in a.actor.codes}
    if not chain or chain[0].governor != "between" or len(codes) > 1:
        return chain
    other = next((a for a in sentence.arguments if a.actor.start > chain[-1].actor.end and a.is_party and not codes.issuperset(a.actor.codes) and sentence.follows_and(a.actor.start)), None)
    return [*chain, *(sentence.chain_from(other.actor.start) if other else [])]


def _relative(sentence: Sentence, after: int) -> tuple[list[Argument], list[Argument], str | None] | None:
    """ "the meeting (that) X had with Y", "talks in which X and Y agreed": the parties of the relative clause."""
    lower = sentence.words.lower
    for i in range(after, min(sentence.end, after + 14)):
        if lower[i] in {"had", "held"} and i > after and not _is_passive(lower, i):
            left = [a for a in sentence.arguments if after <= a.actor.start and a.actor.end <= i and a.actor.kind != "modifier"]
            right = sentence.objects(i + 1, ("with",))
            return (left, right, verb_status(sentence, i)) if left and right else None
        if lower[i] == "which" and lower[i - 1] in {"in", "during", "at"}:
            chain = sentence.chain_from(i + 1)
            return ([], chain, "held") if len({c for a in chain for c in a.actor.codes}) > 1 else None
        if lower[i] in {";", ":", "said", ".", "between"}:
            return None
    return None


def _of_parties(sentence: Sentence, after: int) -> list[Argument]:
    """ "a meeting of the defence ministers of X and Y": the chain behind "of", if it is of several parties."""
    chain = sentence.objects(after, ("of", "and"))
    return chain if len({code for a in chain for code in a.actor.codes}) > 1 else []


def _beside(sentence: Sentence, lead: int, after: int, own: list[Argument]) -> list[Argument]:
    """The subject of the clause in which a meeting is named behind a preposition: left of it, else behind its own parties and a comma."""
    lower = sentence.words.lower
    if lead == sentence.start or lower[lead - 1] not in {"in", "at", "during", "after", "following", "on", "with", "for", "following", "before", "through"}:
        return sentence.subjects(lead) if any(a.governor == "with" for a in own) else []
    left = sentence.subjects(lead - 1)
    if left:
        return left if own else [*left, *sentence.fronted(lead)]
    position = max([after, *(a.actor.end for a in own)])
    comma = next((i for i in range(position, min(position + 30, sentence.end)) if lower[i] == ","), None)
    return sentence.chain_from(comma) if comma is not None else []


def _each_counterpart(sitting: Sitting) -> Iterator[Sitting]:
    """ "meetings with A and B" were one with each; so were those that A and B each had with one."""
    left, right = _apart(sitting.left), _apart(sitting.right)
    if len(right) > 1:
        yield from (replace(sitting, right=[actor]) for actor in right)
    elif len(left) > 1 and sitting.right:
        yield from (replace(sitting, left=[actor]) for actor in left)
    else:
        yield sitting


def _apart(actors: Sequence[Actor]) -> list[Actor]:
    """Each person and each party of its own: "leaders of X and Y" are two."""
    named = [actor for actor in actors if actor.people] or actors
    return [replace(actor, codes=(code,)) for actor in named for code in (actor.codes if len(actor.people) < 2 else actor.codes[:1])]


def _phrase_start(sentence: Sentence, noun: Found) -> int:
    """Where the noun's phrase begins: left over adjectives, numbers and names, not over prepositions, verbs and articles."""
    lower, text, table = sentence.words.lower, sentence.words.text, clause_words()
    people = [a.actor for a in sentence.arguments if a.actor.kind in {"pronoun", "official", "group", "office"}]
    named = {i for actor in people if actor.kind != "office" or lower[actor.end : actor.end + 1] not in (["’"], ["'"]) for i in range(actor.start, actor.end)}
    start = noun.start
    while start > sentence.start and noun.end - start < 14 and start - 1 not in named:
        word = lower[start - 1]
        joins = word in {"and", "of", "on", "for"} and start - 2 >= sentence.start and text[start][0].isupper() and text[start - 2][0].isupper()
        ends = word in _DETERMINERS or word in _PHRASE_ENDS or word in table.partners or word in table.others or word.isspace() or _holding().ending_at(lower, start, 3)
        if ends and not joins:
            break
        start -= 1
    return start


def _happens(sentence: Sentence, after: int) -> int | None:
    """The verb by which what the noun names takes place, behind the noun and its "with" or "between"."""
    lower = sentence.words.lower
    for i in range(after, min(sentence.end, after + 45)):
        if lower[i] in {";", ":", "said", "says", "that"}:
            return None
        hit = _happening().at(lower, i)
        if hit is not None and (hit.value not in {"held", "hosted", "chaired", "co-chaired"} or _is_passive(lower, i)):
            return hit.start
    return None


def _is_passive(lower: Sequence[str], verb: int) -> bool:
    """Whether a form of "be" governs the verb: "was held", "is being held", not "is to hold"."""
    before = lower[max(0, verb - 3) : verb]
    return not _PASSIVE.isdisjoint(before) and before[-1] != "to"


def _proper_name(sentence: Sentence, first: int, end: int) -> str | None:
    """The name given to the meeting: capitalised words down to the noun, or a numbered phrase of more than the number and the noun."""
    text, lower = sentence.words.text, sentence.words.lower
    start = next((i for i in range(first, end) if text[i][0].isalnum()), first)
    content = [i for i in range(start, end) if text[i][0].isalpha() or text[i][0].isdigit()]
    own = [i for i in content if text[i][0].isupper() and not any(a.actor.start <= i < a.actor.end for a in sentence.arguments)]
    numbered = any(meeting_words().ordering.ordinal(lower[i]) is not None for i in content)
    if (text[end - 1][0].isupper() and len(own) >= 2 and not _in_capitals(sentence)) or (numbered and len(content) >= 3):
        return sentence.text(start, end)
    return None


def _in_capitals(sentence: Sentence) -> bool:
    """Whether the sentence is a headline in capitals, where capitals tell nothing."""
    letters = [word for word in sentence.words.text[sentence.start : sentence.end] if word[0].isalpha() and len(word) > 3]
    return len(letters) > 3 and sum(word[0].isupper() for word in letters) >= 0.9 * len(letters)


def _spelled(words: Sequence[str]) -> str:
    return " ".join(words).replace(" - ", "-")


def _actors(arguments: Iterable[Argument]) -> list[Actor]:
    return [argument.actor for argument in arguments]


# ---- events with a name ------------------------------------------------------------------------------------------------------


def sidelines(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where "on the sidelines of" something named is told: the tokens of its name."""
    lower, text = sentence.words.lower, sentence.words.text
    for hit in _sideline_phrases().find(lower, sentence.start, sentence.end):
        start = hit.end
        while start < sentence.end and lower[start] in {"the", "a", "an", "this", "year", "'s"}:
            start += 1
        end = start
        while end < sentence.end and (text[end][0].isupper() or text[end][0].isdigit() or lower[end] in _NAME_JOINTS or lower[end] in _event_words()):
            end += 1
        while end > start and lower[end - 1] in _NAME_JOINTS - {")"}:
            end -= 1
        if end > start:
            yield start, end


@cache
def _sideline_phrases() -> Phrases:
    return Phrases((phrase, phrase) for phrase in _SIDELINES)


@cache
def _event_words() -> frozenset[str]:
    nouns = meeting_words().nouns
    return frozenset((*nouns.strong, *nouns.loose, "defense", "defence", "ministers", "ministerial", "security", "annual", "leaders", "international"))


def named_sitting(sentence: Sentence, noun: Found, name: str | None) -> Sitting:
    """The sitting that a known event's name stands for, with those it is told to have brought together and its host."""
    first = noun.start if name else _phrase_start(sentence, noun)
    level = level_of_words(_spelled(sentence.words.lower[first : noun.end]))
    sitting = Sitting(sentence, first, noun.end, name=name, level=None if name else level, definite=True, larger=bool(name))
    if name:
        sitting.right = _actors(_gathered(sentence, noun.end))
        host = host_of(name)
        sitting.members = [host] if sitting.right and host else []
    return sitting


def _gathered(sentence: Sentence, after: int) -> list[Argument]:
    """Those whom an event is told to have brought together: all parties behind the verb, however introduced."""
    hits = _gathering().find(sentence.words.lower, after, sentence.end)
    return [a for a in sentence.arguments if hits and a.actor.start >= hits[0].end and a.actor.kind != "modifier"]


@cache
def _gathering() -> Phrases:
    return Phrases((form, form) for form in meeting_words().holding.gathering)


def host_of(name: str) -> str | None:
    """The country in whose capital or whose name an event is named: "Seoul Defense Dialogue"."""
    return next((code for word in name.split() if (code := find_place(word) or find_party(word))), None)
