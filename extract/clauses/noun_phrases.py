"""Nouns of meetings with their phrases: "the 11th India-France defence dialogue", and the verbs that hold them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile, zip_longest

from extract.clauses.clauses import Sentence
from extract.references.actors import Actor
from extract.text.phrases import Found
from extract.words.lexicon import clause_words, titles
from extract.words.meeting_words import meeting_words
from extract.words.verbs import is_past

_ALSO_VERBS = {"call", "calls", "talk"}
_ASPECTS = ("continu", "resum", "beg", "start")
_JOINED = {"and", ",", "an"}
_OPENS = frozenset({";"})
_TELLING = {"was", "is", "took", "takes", "will", "had"}
_SITTING = {"met", "meets", "meet", "sat", "sits", "sit"}
_SITTING_AGAIN = {"last", "also", "then", "previously", "again"}
_WHERE = {"in", "on", "at", "here", "for"}
_LONGEST = 14
_BEHIND_BODY = 12  # tokens
_MEET = {"met", "meets", "meet"}
_OF_BODY = {"of", "and", "for", "on", "between", "countries", "nations", "states", "sides", "cooperation"}
_DEMANDS = 6  # tokens


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
    def ordinal(self) -> int | None:
        """The number that the phrase gives to the meeting."""
        words = self.sentence.words.lower[self.lead : self.end]
        return next((n for word in words if (n := meeting_words().ordering.ordinal(word)) is not None), None)

    @property
    def spelled(self) -> str:
        """The phrase with compounds closed: "vice-ministerial dialogue"."""
        return " ".join(self.words).replace(" - ", "-")


def noun_phrases(sentence: Sentence, passed: set[int]) -> Iterator[NounPhrase]:
    """The nouns of meetings in the sentence with their phrases; tokens in `passed` belong to something else."""
    found = sorted([*left_out(sentence), *sentence.find(meeting_words().nouns.phrases)])
    nouns = [n for n in found if passed.isdisjoint(range(n.start, n.end)) and not _is_verb(sentence, n)]
    phrases = [noun_phrase(sentence, noun) for noun in nouns]
    for phrase, following in zip_longest(phrases, phrases[1:]):
        if following is None or following.first >= phrase.end:  # "the 2+2 Dialogue" is one
            yield phrase


def left_out(sentence: Sentence) -> list[Found]:
    """The number that stands for the meeting it counts: "The 11th was held in May", "…; the next is due in July"."""
    lower, table = sentence.words.lower, meeting_words().ordering
    if lower[sentence.start] != "the" and not sentence.words.positions.at(";"):
        return []
    parted = sentence.places_of(_OPENS)
    opens = [i for i in (sentence.start, *(k + 1 for k in parted)) if lower[i : i + 1] == ["the"]]
    counted = [
        i + 1
        for i in opens
        if i + 2 < sentence.end
        and (lower[i + 1] == "next" or table.ordinal(lower[i + 1]) is not None)
        and lower[i + 2] in _TELLING
    ]
    return [Found(i, i + 1, "counted") for i in counted if _takes_place(sentence, i + 1) or _is_ahead(lower, i + 1)]


def _takes_place(sentence: Sentence, after: int) -> int | None:
    """The verb by which what is only counted takes place: "the 11th | was held", "the second | was in Oslo"."""
    was_there = sentence.words.lower[after] == "was" and sentence.words.lower[after + 1] in {"in", "at"}
    return _happens(sentence, after) or (after if was_there else None)


def _is_ahead(lower: Sequence[str], after: int) -> bool:
    """Whether the words behind token `after` tell when it will be: "is due", "will be in Oslo"."""
    return lower[after] == "will" or lower[after + 1] in clause_words().due


def noun_phrase(sentence: Sentence, noun: Found) -> NounPhrase:
    """The phrase around a noun and the verbs it belongs to."""
    lower, table = sentence.words.lower, clause_words()
    first = lead = _phrase_start(sentence, noun)
    measures = meeting_words().nouns.measures - ({"meeting"} if noun.value == "bodies" else set())
    while lead > sentence.start:
        if lower[lead - 1] in table.determiners or lower[lead - 1] == "'s" or lower[lead - 1 : lead + 1] == ["year", "'s"]:
            lead -= 1
        elif lower[lead - 1] == "of" and lower[lead - 2] in measures:
            lead = _phrase_start(sentence, Found(lead - 2, lead - 1, ""))
        else:
            break
    verb_end = lead
    # "hosted on Thursday the meeting", "paid him a visit"
    while verb_end > sentence.start and (sentence.is_passed(verb_end - 1) or lower[verb_end - 1] in clause_words().objective):
        verb_end -= 1
    held_by = _holding(sentence, verb_end, 6) if verb_end > sentence.start else None
    happens = _sits(sentence, noun.end) if noun.value == "bodies" else None
    happens = _happens(sentence, noun.end) if happens is None else happens
    if happens is None and noun.value == "counted":
        happens = _takes_place(sentence, noun.end)
    return NounPhrase(sentence, lead, first, noun.end, noun.value, held_by.start if held_by else None, happens)


def _holding(sentence: Sentence, end: int, reach: int) -> Found | None:
    """The verb of holding right before token `end`; in capitals it belongs to a name: "the Global Action | Plan | Meeting"."""
    found = meeting_words().holding.forms.ending_at(sentence.words.lower, end, reach)
    if found is None or sentence.is_title or found.start == sentence.start:
        return found
    before = sentence.words.lower[found.start - 1]
    if found.value == "open" and before in _JOINED:
        return None  # "a frank and open dialogue"
    if found.value == "resumed" and before in clause_words().determiners:
        return None  # "the resumed session"
    text = sentence.words.text
    return None if text[found.start][0].isupper() and text[found.start - 1][0].isupper() else found


def _is_verb(sentence: Sentence, noun: Found) -> bool:
    """Whether "call" or "talk" is a verb: its subject or an auxiliary stands before it."""
    lower = sentence.words.lower
    if noun.end - noun.start > 1:
        return False
    if lower[noun.start] == "meeting" and is_of_demands(sentence, noun.end):
        return True
    if lower[noun.start] not in _ALSO_VERBS or lower[noun.start - 1] in clause_words().determiners:
        return False
    if lower[noun.end : noun.end + 1] == ["for"]:
        return True  # "… and calls for restraint"
    subject = any(a.actor.end == noun.start and a.actor.kind != "modifier" for a in sentence.arguments)
    return subject or lower[noun.start - 1] in clause_words().auxiliaries - clause_words().being


def is_of_demands(sentence: Sentence, after: int) -> bool:
    """Whether what is met, behind token `after`, is no person: "meet the pressing needs of X"."""
    lower, ends = sentence.words.lower, clause_words().prepositions
    met = takewhile(lambda i: lower[i] not in ends and lower[i][0].isalnum(), range(after, min(after + _DEMANDS, sentence.end)))
    return any(lower[i] in meeting_words().nouns.demands for i in met)


def _happens(sentence: Sentence, after: int) -> int | None:
    """The verb by which what the noun names takes place, behind the noun and its "with" or "between"."""
    lower, table = sentence.words.lower, meeting_words().holding
    for i in range(after, min(sentence.end, after + 45)):
        if lower[i] in {";", ":", "said", "says", "that"} or _tells_of_next(lower, after, i):
            return None
        hit = table.happening.at(lower, i)
        if hit is not None and hit.value.startswith(_ASPECTS) and _has_object(lower, hit.end):
            continue
        if hit is not None and (hit.value not in table.passive_only or is_passive(lower, i) or _is_reduced(sentence, after, i)):
            return hit.start
    return None


def _has_object(lower: Sequence[str], after: int) -> bool:
    """Whether what somebody goes on with stands at the token: "and will continue | to cooperate", "began | their work"."""
    following = lower[after : after + 1]
    return any(word == "to" or word.endswith("ing") or word in clause_words().determiners for word in following)


def _sits(sentence: Sentence, after: int) -> int | None:
    """The verb by which the body before token `after` meets: "the Committee (JMC) of the two countries has | met"."""
    lower, table = sentence.words.lower, clause_words()
    subject = {i for a in sentence.actors for i in range(a.start, a.end)}
    passed = table.auxiliaries | table.fillers | _SITTING_AGAIN | _OF_BODY
    for i in range(after, min(sentence.end, after + _BEHIND_BODY)):
        if lower[i] in _SITTING:
            told = lower[i + 1 : i + 2] and (lower[i + 1] in _WHERE or any(m.start == i + 1 for m in sentence.dates))
            return i if told or (lower[i] in _MEET and not is_of_demands(sentence, i + 1)) else None
        if not (sentence.is_passed(i) or i in subject or lower[i] in passed):
            return None
    return None


def _tells_of_next(lower: Sequence[str], after: int, token: int) -> bool:
    """Whether a clause with "which" begins at the token behind another meeting: "a step to the conference, which …"."""
    end = token - (lower[token - 1] == ",")
    if lower[end - 1] == ")" and "(" in lower[after:end]:
        end -= lower[after:end][::-1].index("(") + 1
    return lower[token] == "which" and end > after and meeting_words().nouns.phrases.ending_at(lower, end) is not None


def _is_reduced(sentence: Sentence, after: int, verb: int) -> bool:
    """Whether the verb is a participle that stands right behind the noun: "the meeting, held in X between Y and Z"."""
    return all(word == "," for word in sentence.between(after, verb))


def is_passive(lower: Sequence[str], verb: int) -> bool:
    """Whether a form of "be" governs the verb: "was held", "is being held", not "is to hold"."""
    before = lower[max(0, verb - 3) : verb]
    return not clause_words().being.isdisjoint(before) and before[-1] != "to"


def _phrase_start(sentence: Sentence, noun: Found) -> int:
    """Where the noun's phrase begins: left over adjectives, numbers and names, not over prepositions, verbs and articles."""
    lower, text, ends = sentence.words.lower, sentence.words.text, _phrase_bounds()
    people = [a.actor for a in sentence.arguments if a.actor.kind in {"pronoun", "official", "group", "office"}]
    own = [p for p in people if p.kind != "office" or not _names_meeting(p, noun, lower)]
    named = {i for actor in own for i in range(actor.start, actor.end)}
    start = noun.start
    while start > sentence.start and noun.end - start < _LONGEST and start - 1 not in named:
        word = lower[start - 1]
        capitals = start - 2 >= sentence.start and text[start][0].isupper() and text[start - 2][0].isupper()
        joins = capitals and word in {"and", "of", "on", "for"}
        compound = lower[start] == "-" and (
            lower[start - 2] == "-" or lower[start + 1] == "depth"
        )  # "face-to-face", "in-depth"
        stops = (
            (word in ends and not compound and not (word == "'s" and lower[start - 2] in titles().plural_heads))
            or word.isspace()
            or (lower[start - 2 : start] != ["-", "led"] and _holding(sentence, start, 3) is not None)
            or _is_act(sentence, start - 1)
        )
        if stops and not joins:
            break
        start -= 1
    return start


@cache
def _phrase_bounds() -> frozenset[str]:
    """The words that stand before a noun's phrase."""
    return clause_words().determiners | clause_words().phrase_ends | clause_words().prepositions


def _is_act(sentence: Sentence, token: int) -> bool:
    """Whether the word at a token is what a subject did, and describes nothing: "he also raised trade talks"."""
    lower, before = sentence.words.lower, sentence.words.lower[token - 1]
    if token == sentence.start or not (sentence.words.text[token].islower() and is_past(lower[token])):
        return False
    subject = any(actor.end == token for actor in sentence.actors if actor.kind != "modifier")
    return subject or before == "and" or before in clause_words().auxiliaries or before.endswith("ly")


def _names_meeting(office: Actor, noun: Found, lower: Sequence[str]) -> bool:
    """Whether the office is part of a meeting's name: "the Defence Ministers' Meeting", "the Chiefs of Defence Conference"."""
    owns = lower[office.end - 1] in titles().plural_heads and lower[office.end : office.end + 1] == ["'s"]
    return owns or office.end == noun.start


def proper_name(noun: NounPhrase) -> str | None:
    """The name given to the meeting: capitalised words down to the noun, or a numbered phrase of more than number and noun."""
    sentence, text, lower = noun.sentence, noun.sentence.words.text, noun.sentence.words.lower
    spoken = (i for i in range(noun.first, noun.end) if text[i][0].isalnum() and not sentence.is_passed(i))
    start = next(spoken, noun.first)
    content = [i for i in range(start, noun.end) if text[i][0].isalnum()]
    parties = {i for a in sentence.arguments for i in range(a.actor.start, a.actor.end)}
    capitals = [i for i in content if text[i][0].isupper() and i not in parties]
    numbers = [i for i in content if meeting_words().ordering.ordinal(lower[i]) is not None]
    numbered = bool(numbers) and not all(i in numbers or lower[i] in meeting_words().nouns.generic for i in content)
    numbered = numbered and (bool(capitals) or any(lower[i] != "first" for i in numbers))  # "the first defence talks"
    telling = [i for i in capitals if lower[i] not in meeting_words().nouns.generic]
    named = text[noun.end - 1][0].isupper() and len(capitals) >= 2 and bool(telling) and not _shouts(noun)
    counted = numbered and len(content) >= 3 and (bool(telling) or lower[start] != "first")
    titled = next((i for i in content if i in numbers or not text[i][0].islower()), start)  # "the successful Oslo Forum"
    return sentence.text(titled, noun.end) if named or counted else None


def _shouts(noun: NounPhrase) -> bool:
    """Whether the noun itself is in capitals ("FOUR-WAY TALKS"), or stands in a headline that is."""
    return noun.sentence.words.text[noun.end - 1].isupper() or _in_capitals(noun.sentence)


def _in_capitals(sentence: Sentence) -> bool:
    """Whether the sentence is a headline in capitals, where capitals tell nothing."""
    if sentence.words.text[sentence.end - 1].endswith("."):
        return False
    letters = [word for word in sentence.words.text[sentence.start : sentence.end] if word[0].isalpha() and len(word) > 3]
    return len(letters) > 3 and sum(word[0].isupper() for word in letters) >= 0.9 * len(letters)
