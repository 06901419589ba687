"""The larger events beside which meetings are held: "on the sidelines of the Seoul Defense Dialogue"."""

from collections.abc import Iterator, Sequence

from extract.clauses.clauses import Sentence
from extract.clauses.sentences import holding
from extract.gazetteer import find_party, find_place
from extract.meetings.noun_sides import gathered
from extract.meetings.sittings import Sitting, actors_of
from extract.text.phrases import Found, Phrases
from extract.words.meeting_words import meeting_words


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
    lower, text, table = sentence.words.lower, sentence.words.text, meeting_words().larger
    nouns = meeting_words().nouns
    for hit in sentence.find(table.beside):
        start = hit.end
        while start < sentence.end and lower[start] in {"the", "a", "an", "this", "year", "'s"}:
            start += 1
        end = start
        days = {i for mention in sentence.dates if mention.kind != "year" for i in range(mention.start, mention.end)}
        while (
            end < sentence.end
            and end not in days
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
        if end > start:
            yield start, end


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
