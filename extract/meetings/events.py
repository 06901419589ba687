"""The larger events beside which meetings are held: "on the sidelines of the Seoul Defense Dialogue"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.clauses.clauses import Sentence
from extract.clauses.sentences import holding
from extract.gazetteer import find_party, find_place, organizations
from extract.meetings.noun_sides import gathered
from extract.meetings.occasion import Occasion
from extract.meetings.sittings import Sitting, actors_of
from extract.text.phrases import Found, Phrases
from extract.words.meeting_words import meeting_words

_TWO = 2
_JOURNEY = 14  # tokens


def larger_events(told: Sequence[Sentence]) -> Iterator[Sitting]:
    """The events named as those beside which something was held, where the article tells who took part in them."""
    named: dict[str, Sitting] = {}
    for sentence in holding(told, meeting_words().larger.beside.keys):
        for start, end in sidelines(sentence):
            name = sentence.text(start, end)
            named.setdefault(name, _event(sentence, Found(start, end, name)))
    if not named:
        return
    names = Phrases((alias, name) for name in named for alias in {name, _acronym(name)})
    for sentence in told:
        for hit in sentence.find(names):
            event = _event(sentence, hit)
            if len(event.codes) >= 2:
                yield event
                yield named[hit.value]


def sidelines(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where "on the sidelines of" something named is told: the tokens of its name."""
    for hit in sentence.find(meeting_words().larger.beside):
        start, end = _name_from(sentence, hit.end)
        if end > start:
            yield start, end


def _name_from(sentence: Sentence, start: int) -> tuple[int, int]:
    """The tokens of the name that stands behind token `start`, its article passed over."""
    lower, text, table = sentence.words.lower, sentence.words.text, meeting_words().larger
    nouns = meeting_words().nouns
    while start < sentence.end and lower[start] in {"the", "a", "an", "this", "year", "'s"}:
        start += 1
    end = start
    days = {i for mention in sentence.dates if mention.kind != "year" for i in range(mention.start, mention.end)}
    while (
        end < sentence.end
        and end not in days
        and not (end > start and _begins_anew(sentence, end))
        and (
            text[end][0].isupper()
            or text[end][0].isdigit()
            or lower[end] in table.joints
            or lower[end] in table.words
            or nouns.phrases.at(lower, end) is not None
        )
    ):
        end += 1
    while end > start and lower[end - 1] in table.joints - {")"}:
        end -= 1
    return start, end


class Purpose(NamedTuple):
    """The name of an event for which somebody came, told of in a sentence at tokens `start` to `end`."""

    sentence: Sentence
    start: int
    end: int
    name: str


def purposes(told: Sequence[Sentence]) -> list[Purpose]:
    """The named events for which somebody is told to have come: "is in Oslo for the 5th Nordic Forum"."""
    words = meeting_words().larger.purpose
    found: list[Purpose] = []
    for sentence in holding(told, words.keys):
        for hit in sentence.find(words):
            start, end = _name_from(sentence, hit.end)
            if _is_event(sentence, start, end):
                found.append(Purpose(sentence, hit.start, end, sentence.text(start, end)))
    return found


def travelled_for(occasion: Occasion, events: Sequence[Purpose]) -> str | None:
    """The event for which some of those who met had come, as a telling tells, or words on one of them in that country."""
    own = {sitting.sentence.start for sitting in occasion.tellings}
    for sentence, start, end, name in events:
        if any(sitting.sentence is sentence and start <= sitting.start < end for sitting in occasion.tellings):
            continue  # the event itself
        people = {person for a in sentence.arguments for person in a.actor.people}
        there = any(span.id_ == occasion.place_country for span in sentence.countries) and not occasion.past
        tells = sentence.start in own or (there and not people.isdisjoint(occasion.people))
        if tells and name != occasion.name and _comes(sentence, start, occasion):
            return name
    return None


def _is_event(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the tokens are the proper name of an event at which many meet, not only the parties in its name."""
    text, nouns = sentence.words.text, meeting_words().nouns
    named = end - start > 1 and (text[start][0].isupper() or text[start][0].isdigit())
    head = nouns.phrases.first(sentence.words.lower, start, end) if named else None
    if head is None:
        return False
    of = {code for actor in sentence.actors if start <= actor.start < end for code in actor.codes}
    return len(of) < _TWO and (text[head.start][0].isupper() or not of.isdisjoint(organizations()))


def _comes(sentence: Sentence, purpose: int, occasion: Occasion) -> bool:
    """Whether a journey or a stay is told before the purpose, and not the meeting itself ("met in Oslo for …")."""
    before = range(max(sentence.start, purpose - _JOURNEY), purpose)
    met = max((s.end for s in occasion.tellings if s.sentence is sentence and s.start < purpose), default=sentence.start)
    apart = [i for i in before if i >= met or not sentence.in_one_clause(i, met - 1)]
    lower, journeys = sentence.words.lower, meeting_words().holding.moving | {"come"}
    return any(lower[i] in journeys or (lower[i] == "in" and met == sentence.start) for i in apart)


def _begins_anew(sentence: Sentence, token: int) -> bool:
    """Whether the words behind an event are of somebody else: "of the event | the minister met", "of the forum | Gen. X"."""
    lower, text = sentence.words.lower, sentence.words.text
    if lower[token] == "the":
        return lower[token - 1] not in meeting_words().larger.joints
    plain = text[token - 1].islower() and meeting_words().nouns.phrases.ending_at(lower, token) is not None
    return plain and text[token][0].isupper()


def host_of(name: str) -> str | None:
    """The country whose capital or name an event bears ("Seoul Defense Dialogue"); None where it bears none."""
    return next((code for word in name.split() if (code := find_place(word) or find_party(word))), None)


def _event(sentence: Sentence, hit: Found) -> Sitting:
    """The event that the name at `hit` stands for, with those whom it is told to have brought together and its host."""
    parties = actors_of(gathered(sentence, hit.end))
    host = host_of(hit.value) if parties else None
    members = [host] if host else []
    return Sitting(sentence, hit.start, hit.end, right=parties, members=members, name=hit.value, definite=True, larger=True)


def _acronym(name: str) -> str:
    """SDD of "Seoul Defense Dialogue"; the name itself where it is too short for one."""
    letters = [word[0] for word in name.split() if word[0].isupper()]
    return "".join(letters) if len(letters) > 2 else name
