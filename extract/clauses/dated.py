"""When what a clause tells took place: which of the dates around a verb or noun is the act's own."""

from collections.abc import Sequence, Set
from itertools import pairwise

from extract.clauses.clauses import Sentence
from extract.dates import DateMention
from extract.text.calendar import Period, add_days, distance, weekday
from extract.words.lexicon import clause_words, references
from extract.words.meeting_words import meeting_words
from extract.words.verbs import is_past

SPEECH = {"said", "says", "told", "added", "stated", "according", "reported", "announced"}
ASIDES = {"who", "which"}
_CONTENT = {
    **dict.fromkeys(("thanked", "thanks", "congratulated"), "for"),
    **dict.fromkeys(("agreed", "vowed", "pledged"), "to"),
}  # verbs, and what leads to that for which or to which they were
_QUOTES = {'"', "“", "”"}
_SAID = 5  # tokens
_NEAREST = 70
_LOOSE = 20
_CONJUNCT = 4  # tokens
_LONGEST_NAME = 14  # tokens
_YEAR, _MONTH = 4, 7  # characters
_FIRST_DATES = 6
_SET = [[was, due] for was in ("was", "were") for due in ("to", "due", "scheduled", "planned", "set")]
_DAYS = 7
_HALF_A_YEAR = 182
_OWNED = 4  # tokens
_JOURNEY = 12  # tokens
_ON_THE_WAY = {"to", "where", "and"}
_AFTER = {"after", "following"}
_ABOUT = {"discuss", "discussing", "welcome", "recall"}


def period_of(sentence: Sentence, start: int, end: int, status: str = "held") -> Period | None:
    """When, by the date nearest to tokens `start` to `end`, not parted from them by words of speech or several clauses."""
    lower = sentence.words.lower
    beside_speech = not meeting_words().nouns.after.isdisjoint(lower[max(sentence.start, start - 4) : start])
    best, cost, spoken_of = None, _NEAREST, None
    for mention in sentence.dates:
        reading = _reading(sentence, mention, status) or _shifted(mention, spoken_of)
        if reading is None:
            continue
        spoken_of = reading.start
        beyond = mention.start >= end and "that" in lower[end : mention.start] and status != "cancelled"
        if beyond or not _may_date(sentence, mention, reading, (start, end), status):
            continue
        low, high = (mention.end, start) if mention.end <= start else (end, mention.start)
        steps = _steps(lower[low:high], {"that"} if beside_speech else SPEECH)
        steps += _LOOSE * (_is_conjunct(lower[low:high]) + (len(reading.start) == _YEAR))
        spoken = status == "planned" and "about" in lower[low:high] and mention.end == low
        steps += 2 * _LOOSE * spoken  # "spoke today about the summit, which will be held on 5 May"
        if steps < cost:
            travelling = reading.end is not None and _is_of_journey(sentence, mention, lower[low:high])
            best, cost = Period(reading.start[:_MONTH]) if travelling else reading, steps
    return best


def _is_of_journey(sentence: Sentence, mention: DateMention, between: Sequence[str]) -> bool:
    """Whether days are those of a journey on which it falls: "will be in Oslo from 3 to 5 May | to meet X"."""
    journeys, lower = meeting_words().holding.journeys, sentence.words.lower
    goes = not journeys.isdisjoint(lower[max(sentence.start, mention.start - _JOURNEY) : mention.start])
    of_journey = mention.end < sentence.end and lower[mention.end] in journeys  # "during his 3-5 May visit"
    return of_journey or not journeys.isdisjoint(between) or (goes and not _ON_THE_WAY.isdisjoint(between))


def _may_date(sentence: Sentence, mention: DateMention, reading: Period, told: tuple[int, int], status: str) -> bool:
    """Whether a date can be that of what stands at tokens `told`: of its clause, not "since", no mere year, not to come."""
    lower, (start, end) = sentence.words.lower, told
    before = _last_part(lower[end if end <= mention.start else sentence.start : mention.start])
    if "since" in (
        *before,
        *_before_article(_last_part(lower[max(sentence.start, start - _SAID) : start])),
    ) or _is_reported(sentence, mention):
        return False
    behind = mention.start >= end
    between = lower[end : mention.start] if behind else lower[mention.end : start]
    if sum(word in _QUOTES for word in between) % 2:
        return False  # "the embargo ended in May," X told Y
    spoken = lower[mention.start - 1 - (lower[mention.start - 1] == "on")] in SPEECH
    if spoken and (behind or status == "planned"):
        return False  # "held talks, the ministry said Friday", "said today that X plans to meet Y"
    made = mention.start - 3 > end and is_past(lower[mention.start - 3])  # "discussed the vows made at the May summit"
    led = lower[mention.start - 2 : mention.start] in (["at", "the"], ["during", "the"])
    named = start <= mention.start < end or (led and not made)
    if (_is_attribute(sentence, mention) and not named) if behind else _is_of_something_before(sentence, mention, start):
        return False
    content = _CONTENT.get(lower[start])
    if behind and lower[mention.end : mention.end + 1] == ["'s"] and lower[mention.start - 1] in {"and", ","}:
        return False  # "at the talks and this month's summit"
    if behind and (_opens_clause(sentence, mention) or content in lower[end : mention.start]):
        return False
    if behind and (_is_of_somebody_else(sentence, end, mention.start) or _is_of_participle(sentence, end, mention.start)):
        return False
    if mention.kind == "year" and (reading.end or not (named or status == "planned" or _is_of_year(sentence, mention, end))):
        return False
    ahead = lower[end : mention.start]
    to_come = not clause_words().announcing.isdisjoint(ahead) or ("to", "be") in pairwise(ahead)
    if status == "held" and (to_come or is_later(reading, sentence.published)):
        return False
    return _is_of_clause(sentence, mention, start, end)


def _is_of_somebody_else(sentence: Sentence, end: int, date: int) -> bool:
    """Whether a clause on somebody or something named after the act leads to the date: "met the crew, which came on Monday"."""
    lower, table = sentence.words.lower, meeting_words().holding
    opener = next((i for i in range(end + 2, date) if lower[i] in ASIDES and lower[i - 1] == ","), None)
    if opener is None or sentence.clause(opener)[0] != sentence.start or lower[opener + 1] in references().pronouns:
        return False
    return table.happening.first(lower, opener, date) is None and "when" not in lower[opener:date]


def _is_of_participle(sentence: Sentence, end: int, date: int) -> bool:
    """Whether the date tells when something named after the act was made: "reviewed the issues raised in June"."""
    lower, table, holding = sentence.words.lower, clause_words(), meeting_words().holding
    verb = date - 1 - (lower[date - 1] in {"in", "on"})
    if verb < end + 2 or not (sentence.words.text[verb].islower() and is_past(lower[verb])) or lower[verb] in table.due:
        return False
    happens = holding.happening.at(lower, verb) is not None or holding.forms.at(lower, verb) is not None
    thing, before = lower[verb - 1], table.auxiliaries | table.left_ends | table.prepositions | references().pronouns
    acts = any(actor.end == verb for actor in sentence.actors) or sentence.is_passed(verb - 1)
    return thing.isalpha() and thing not in before and not (happens or acts)


def _last_part(words: list[str]) -> list[str]:
    """The words behind the last comma."""
    return words[len(words) - words[::-1].index(",") :] if "," in words else words


def _before_article(words: list[str]) -> list[str]:
    """The words without an article at their end and the word that governs it, which tell of what stands behind."""
    return words[:-2] if words[-1:] and words[-1] in clause_words().determiners else words


def _is_attribute(sentence: Sentence, mention: DateMention) -> bool:
    """Whether the date only tells which of something is meant: "discussed the March 10 crash"."""
    lower, table = sentence.words.lower, clause_words()
    first, last = mention.start, mention.end
    for other in sentence.dates:  # "the March 10 and March 12 crashes"
        if other.end == first - 1 and lower[other.end] == "and":
            first = other.start
        elif other.start == last + 1 and lower[last] == "and":
            last = other.end
    after = lower[last : min(last + 1, sentence.end)]
    led = lower[first - 1] == "the" or lower[mention.start - 1] in {"upcoming", "forthcoming"}
    if not led or not after or not after[0].isalpha():
        return False
    return after[0] not in table.prepositions | table.auxiliaries | table.left_ends | table.determiners


def _is_of_something_before(sentence: Sentence, mention: DateMention, start: int) -> bool:
    """Whether the date belongs to what went before: "Recalling the vote of March 2, they …", "Today's launch follows …"."""
    lower, first = sentence.words.lower, sentence.start
    if lower[mention.end] == "'s":
        owned = lower[mention.end + 1 : min(mention.end + 1 + _OWNED, start)]
        meets = meeting_words().nouns.phrases.first(owned, 0, len(owned)) is not None
        return bool(owned) and not meets and meeting_words().holding.journeys.isdisjoint(owned)
    if _is_spoken_of(lower[mention.end : start]):
        return True
    if "," not in lower[mention.end : start]:
        return False
    after_act = lower[first] in _AFTER and not lower[first + 1].endswith("ing")
    if after_act and _is_attribute(sentence, mention):
        return True
    opener = first + 2 * (lower[first : first + 2] == ["and", ","])
    if lower[opener] == "as" and "," not in lower[opener : mention.start]:
        return True  # "As agreed at the summit in May, they will meet"
    others = after_act and any(a.is_party and a.actor.people for a in sentence.arguments if a.actor.end <= mention.start)
    return others or lower[first] in clause_words().background


def _is_spoken_of(between: Sequence[str]) -> bool:
    """Whether what follows the words was only spoken of: "spoke today with X to discuss | his meeting with Y"."""
    spoken = next((i for i, word in enumerate(between) if word in _ABOUT), len(between))
    return spoken < len(between) and between[spoken - 1 : spoken] == ["to"] and "and" not in between[spoken:]


def _is_of_clause(sentence: Sentence, mention: DateMention, start: int, end: int) -> bool:
    """Whether the date stands in the same clause, in one right behind ("talks, which …"), or before a "where"."""
    lower = sentence.words.lower
    opener = sentence.clause(mention.start)[0]
    of_body = (
        lower[end : end + 1] == ["of"] and end < opener < end + _LONGEST_NAME
    )  # "the session of the council, which is due in May"
    behind = lower[opener + 1 : opener + 2] == ["which"] and (
        opener == end or (of_body and lower[opener + 2] in {"is", "are", "will"}) or lower[opener + 2 : opener + 4] in _SET
    )
    where = lower[sentence.clause(start)[0] + 1 :][:1] == ["where"] and sentence.is_near(start, mention.start)
    return behind or where or sentence.in_one_clause(mention.start, start)


def _is_conjunct(between: Sequence[str]) -> bool:
    """Whether "and" parts the words of a date from those of an act right behind it: "arrived on Tuesday and was received"."""
    near = between[-_CONJUNCT:]
    return "and" in near and "," not in near[near.index("and") :]


def _is_of_year(sentence: Sentence, mention: DateMention, act: int) -> bool:
    """Whether a bare year dates the act: "In 2021 …", "met X in 2012", "met X in Oslo in 2012"."""
    before = mention.start - 1
    who = any(actor.people and act <= actor.start and actor.end == before for actor in sentence.actors)
    where = any(act <= place.start and place.end == before for place in sentence.places)
    return before <= sentence.start or (sentence.words.lower[before] == "in" and (who or where))


def _opens_clause(sentence: Sentence, mention: DateMention) -> bool:
    """Whether a further clause begins with the date: "…, and on Friday he …"."""
    lower = sentence.words.lower
    before = lower[max(sentence.start, mention.start - 2) : mention.start]
    after = mention.end + (lower[mention.end : mention.end + 1] == [","])
    return "and" in before and any(a.actor.start == after for a in sentence.arguments)


def _reading(sentence: Sentence, mention: DateMention, status: str) -> Period | None:
    """The date in a report of what was, or in an announcement of what is to come; of what was called off, the nearer one."""
    published = sentence.published
    if status == "held" or mention.past is None or mention.future is None:
        return mention.past if status == "held" else mention.future or mention.past
    if status == "planned" and mention.kind == "weekday" and published and len(published) == 10:
        first, last = mention.future.start, mention.future.end
        day = _weekday_to_come(sentence, first, published)
        return Period(day, add_days(day, distance(first, last)) if last else None)
    if status == "planned" or published is None or len(mention.past.start) < 10 or len(mention.future.start) < 10:
        return mention.future
    return min(mention.past, mention.future, key=lambda period: abs(distance(period.start, published)))


def _weekday_to_come(sentence: Sentence, day: str, published: str) -> str:
    """The weekday announced; where the text announces what is to be next week, that week's."""
    lower, dates = sentence.words.lower, sentence.doc._.dates
    next_week = any(lower[m.start : m.end] == ["next", "week"] for m in dates[:_FIRST_DATES])
    same_week = weekday(day) >= weekday(published) and abs(distance(day, published)) < _DAYS
    return add_days(day, _DAYS) if next_week and same_week else day


def _shifted(mention: DateMention, spoken_of: str | None) -> Period | None:
    """The day meant by "the following day" of the one that the sentence spoke of."""
    if mention.shift is None or spoken_of is None or len(spoken_of) < 10:
        return None
    return Period(add_days(spoken_of, mention.shift))


def is_ahead_of(mention: DateMention, published: str | None) -> bool:
    """Whether a day without a year is rather to come than half a year past or more."""
    past, future = mention.past, mention.future
    if mention.kind != "day" or published is None or past is None or future is None or past.start == future.start:
        return False
    return len(past.start) == len(published) and distance(past.start, published) > _HALF_A_YEAR


def is_later(period: Period, published: str | None) -> bool:
    """Whether the period begins after the report."""
    return published is not None and period.start > published[: len(period.start)]


def _is_reported(sentence: Sentence, mention: DateMention) -> bool:
    """Whether the date tells when something was reported: "told reporters on Wednesday that …"."""
    return sentence.words.lower[mention.end : mention.end + 1] == ["that"] and is_of_speech(sentence, mention)


def is_of_speech(sentence: Sentence, mention: DateMention) -> bool:
    """Whether the date may be that of what was said: "said in a statement on Wednesday", "On Monday, the ministry said"."""
    lower = sentence.words.lower
    before = lower[max(sentence.start, mention.start - _SAID) : mention.start]
    following = next((m.start for m in sentence.dates if m.start > mention.start), sentence.end)
    after = lower[mention.end : min(following, mention.end + _SAID)]
    dated = following < mention.end + 2 * _SAID and not SPEECH.isdisjoint(after)  # "on Tuesday, he said on Monday"
    return not SPEECH.isdisjoint(before if dated else [*before, *after])


def _steps(between: Sequence[str], speech: Set[str]) -> int:
    if ("after", "which") in pairwise(between):
        between = between[between.index("which") + 1 :]
    if (",", "as") in pairwise(between):  # "in Oslo, as you said, on Monday"
        opened = between.index("as")
        closed = next((i for i in range(opened, len(between)) if between[i] == ","), opened)
        between = [*between[:opened], *between[closed:]]
    breaks = clause_words().left_ends | {"which", "who", "that"}
    return len(between) + sum(100 if word in speech else 20 for word in between if word in speech or word in breaks)
