"""Occasions without a date of their own → dates, by what the report tells before and around them.

The article's own news is of the day of which its lead tells, what followed ("then", "after the ceremony") of the day last
spoken of, and what fell on a journey of its month.
"""

from collections.abc import Iterator, Sequence, Set
from itertools import islice, pairwise

from spacy.tokens import Doc

from extract.clauses.clauses import Sentence
from extract.clauses.dated import is_ahead_of, is_of_speech
from extract.meetings.occasion import Occasion
from extract.meetings.sittings import Sitting
from extract.text.calendar import Period
from extract.text.marked import Marked, marked
from extract.words.lexicon import clause_words
from extract.words.meeting_words import meeting_words

_LEAD = 3  # sentences of the body
_SPOKEN = 40  # sentences
_OPENING = 5  # tokens
_AROUND = 10  # tokens
_REACH = 6  # tokens
_NEAR = 40  # tokens
_MONTH, _DAY = 7, 10  # characters
_TWO = 2
_ACTS = {"signing", "ceremony", "handover"}
_VISITED = 14  # tokens
_PHRASE_ENDS = {",", ";", "for", "where", "and", "who"}
_SET_OUT = {"left", "departed", "arrived", "landed", "flew", "came", "went"}
_ELSEWHERE = {"who", "since", "follows", "followed", "precedes", "preceded", "comes", "came"}
_AT_EVENT = {"at", "during", "day", "sidelines", "sideline", "margins", "fringes"}
_BE = frozenset({"be"})
_NEXT_TO = {"after", "before", "following"}
_THAT = {"that", "this"}
_LASTING = {"until", "till", "since"}


def date_by_report(doc: Doc, told: Sequence[Sentence], occasions: Sequence[Occasion]) -> None:
    """Date what has no date, but for what was called off or is told as an earlier occasion."""
    if all(occasion.date for occasion in occasions):
        return
    journeys = [journey for sentence in told if (journey := _journey(sentence))]
    scheduled = _day_of_schedule(told)
    news = next((occasion for occasion in occasions if occasion.status == "held" and not occasion.past), None)
    for occasion in occasions:
        earlier = occasion.past and not any(_journey(sitting.sentence) for sitting in occasion.in_body)
        if occasion.date is not None or occasion.status == "cancelled" or earlier:
            continue
        occasion.date = scheduled
        if occasion is news:
            others = {s.sentence.start for other in occasions if other.parties == occasion.parties for s in other.tellings}
            occasion.date = occasion.date or _day_of_lead(told, occasion, others) or _day_of_words(told, occasion)
        occasion.date = occasion.date or _day_of_act(told, occasion)
        if occasion.date is None and occasion.status == "held":
            occasion.date = _day_told_before(told, occasion) or _day_of_all(occasion, occasions)
        made = [j for j in journeys if not (_is_past(*j) if occasion.status == "planned" else _departs(*j))]
        if occasion.date is None and made:
            occasion.date = _date_of_journey(occasion, made, doc._.published)
        occasion.date = occasion.date or _year_of_event(occasion)


def _year_of_event(occasion: Occasion) -> str | None:
    """The year in the name of the event at or beside which it was held: "at Expo 2023", "on the first day of Expo 2023"."""
    tellings = (telling for sitting in occasion.in_body for telling in (sitting, sitting.umbrella) if telling is not None)
    named = ((t.sentence, mention) for t in tellings for mention in t.sentence.dates if mention.kind == "year")
    years = (mention.past for sentence, mention in named if _ends_name_of_event(sentence, mention.start))
    return next((year.start for year in years if year is not None and not year.end), None)


def _ends_name_of_event(sentence: Sentence, year: int) -> bool:
    """Whether a name that ends with the year at a token stands behind "at", "during" or "the sidelines of"."""
    lower, text, joints = sentence.words.lower, sentence.words.text, meeting_words().larger.joints
    first = year - 1
    while first > sentence.start and (text[first][0].isupper() or lower[first] in joints):
        first -= 1
    return text[year - 1][0].isupper() and not _AT_EVENT.isdisjoint(lower[first:year])


def is_over(occasion: Occasion, published: str | None) -> bool:
    """Whether what is told as a purpose fell on a day before the report: "his journey yesterday to meet X"."""
    last = occasion.end or occasion.date
    if occasion.status != "planned" or not (last and published) or len(last) != len(published) or last >= published:
        return False
    return all(clause_words().future.isdisjoint(sitting.sentence.lower) for sitting in occasion.tellings)


def _day_of_schedule(told: Sequence[Sentence]) -> str | None:
    """The day of which a headline announces the schedule: "Public Schedule – 3 May 2022"."""
    titles = [s for s in told if s.is_title and not clause_words().programmes.isdisjoint(s.lower)]
    days = [m.past.start for title in titles for m in title.dates if m.past and len(m.past.start) == _DAY]
    return days[0] if len(days) == 1 else None


def _journey(sentence: Sentence) -> tuple[Sentence, int] | None:
    """The sentence and the first token in it that tells of a journey; a courtesy visit is none."""
    lower, table = sentence.words.lower, meeting_words()
    stays = {i + 1 for i in sentence.places_of(_BE) if lower[i + 1] == "in"}
    cues = sorted({*sentence.places_of(clause_words().departing), *sentence.places_of(table.holding.journeys), *stays})
    if not cues:
        return None
    countries = {span.start for span in sentence.countries if span.label_ == "name"}
    calls = table.modes.personal_calls - {"a"}
    for i in cues:
        stays_abroad = i in stays and not countries.isdisjoint({i + 1, i + 2})  # "will be in Norway"
        if stays_abroad or _departs(sentence, i):
            return sentence, i
        if lower[i] not in table.holding.journeys or lower[i + 1 : i + 3] == ["of", "duty"]:
            continue
        abroad = lower[i + 1 : i + 2] == ["to"] and not countries.isdisjoint({i + 2, i + 3})
        if abroad or lower[i - 1] not in calls:  # "an introductory visit to Norway", no "introductory call"
            return sentence, i
    return None


def _is_past(sentence: Sentence, at: int) -> bool:
    """Whether the word at a token tells of a journey made: "visited Oslo in May"."""
    return sentence.words.lower[at].endswith("ed")


def _departs(sentence: Sentence, at: int) -> bool:
    """Whether the word at a token tells of one who is leaving: "flies to Oslo today"."""
    lower = sentence.words.lower
    return lower[at] in clause_words().departing and lower[at + 1 : at + 2] in (["to"], ["for"])


def _date_of_journey(occasion: Occasion, journeys: Sequence[tuple[Sentence, int]], published: str | None) -> str | None:
    """The month of the journey told last before the occasion, else of the first; of one of a day to come, the day."""
    first, planned = occasion.best.sentence.start, occasion.status == "planned"
    before = [(sentence, at) for sentence, at in journeys if sentence.start <= first][::-1] or journeys[:1]
    sentence, at = before[0]
    known = sentence.words.lower[at - 1] in clause_words().definite  # "this trip"
    near = [before[0], *(journey for journey in before[1:] if known or first - journey[0].end < _NEAR)]
    for sentence, at in near:
        planned = planned and _SET_OUT.isdisjoint(sentence.lower)
        dates = _dates_of_journey(sentence, at, planned)
        if dates:
            lasts = dates[0].end is not None or _lasts(sentence) or _ends_journey(sentence)
            of_a_day = first - sentence.end < _NEAR or sentence is before[0][0]
            of_a_day = of_a_day and (planned or _is_to_site(sentence, at)) and not lasts
            return dates[0].start if of_a_day else dates[0].start[:_MONTH]
    abroad = planned or any(sentence.words.lower[at] != "visited" or not _is_to_site(sentence, at) for sentence, at in near)
    return published[:_MONTH] if published and abroad else None


def _ends_journey(sentence: Sentence) -> bool:
    """Whether a journey is told to have come to its end: "today concluded a visit to Norway"."""
    lower, table = sentence.words.lower, meeting_words().holding
    ends = sentence.places_of(table.ending)
    return any(not table.journeys.isdisjoint(lower[i + 1 : min(i + _REACH, sentence.end)]) for i in ends)


def _lasts(sentence: Sentence) -> bool:
    """Whether a journey of more than a day is told: "a visit of three days", not "a one-day visit"."""
    words = [word for word in sentence.lower if word != "-"]
    of_one = {i + 1 for i, pair in enumerate(pairwise(words)) if pair == ("one", "day")}
    return any(word in meeting_words().holding.lasting for i, word in enumerate(words) if i not in of_one)


def _is_to_site(sentence: Sentence, at: int) -> bool:
    """Whether the journey told at a token led to a base, a ship or the like, and not to a country."""
    lower, table = sentence.words.lower, meeting_words().holding
    phrase = range(at + 1, min(at + _VISITED, sentence.end))
    end = next((i for i in phrase if lower[i] in _PHRASE_ENDS), phrase.stop)
    first = next((i for i in range(at + 1, end) if lower[i] == "to"), at) + 1
    first += lower[first] == "the"
    abroad = any(span.start == first == span.end - 1 for span in sentence.countries)
    return not abroad and not table.sites.isdisjoint(lower[first:end])


def _dates_of_journey(sentence: Sentence, at: int, planned: bool) -> list[Period]:
    """The dates that the sentence gives to the journey told at a token, that right before it first."""
    told = [
        (mention.start, period)
        for mention in sentence.dates
        if (period := mention.future if planned else mention.past) is not None
        if mention.kind != "year" and sentence.in_one_clause(mention.start, at) and not is_of_speech(sentence, mention)
        if not any(line.start <= mention.start < line.end for line in _datelines(sentence.doc))
        if _ELSEWHERE.isdisjoint(sentence.words.lower[at : mention.start])
        if not (planned and "to" in sentence.words.lower[mention.end : at])  # "spoke today to prepare the visit"
    ]
    return [period for _, period in sorted(told, key=lambda dated: (dated[0] > at, abs(dated[0] - at)))]


def _day_of_lead(told: Sequence[Sentence], occasion: Occasion, others: Set[int]) -> str | None:
    """The one day on which the first sentences on all parties tell that something was done, but a journey made.

    Sentences that start at `others` tell of meetings between them, each of its own day.
    """
    lead = islice((sentence for sentence in told if not sentence.is_title and sentence.arguments), _LEAD)
    definite = any(sitting.definite for sitting in occasion.tellings)
    days = {
        day
        for sentence in lead
        if sentence.start not in others and not _ends_journey(sentence)
        if is_of_both(sentence, occasion) or (names_both(sentence, occasion) and (definite or not _travels(sentence)))
        for days in _days(sentence)
        if (day := days.start) and not days.end
    }
    return days.pop() if len(days) == 1 else None


def _day_of_act(told: Sequence[Sentence], occasion: Occasion) -> str | None:
    """Of an act at which both sides were, the day on which it was done, as sentences around tell: "A and B signed it"."""
    acts = meeting_words().holding.ceremonies
    signing = next((t for t in occasion.in_body if acts.at(t.sentence.words.lower, t.start) is not None), None)
    if signing is None or occasion.status != "held":
        return None
    before = [s for s in told if s.start < signing.start and not s.is_title][-_LEAD - 1 : -1][::-1]
    after = [s for s in told if s.start > signing.start][:_TWO]
    around = [*(s for s in before if s.first(acts) is not None), *(s for s in after if _takes_place(s))]
    return next((days.start for sentence in around for days in _days(sentence) if not days.end), None)


def _takes_place(sentence: Sentence) -> bool:
    """Whether it tells where and when an act took place: "The signing took place in Oslo on Monday"."""
    opens, act = sentence.words.lower[sentence.start : sentence.start + _TWO]
    happening = meeting_words().holding.happening.first(sentence.words.lower, sentence.start, sentence.end)
    return opens == "the" and act in _ACTS and happening is not None


def _day_of_words(told: Sequence[Sentence], occasion: Occasion) -> str | None:
    """Of a meeting that only the headline names, the day on which its speakers greet each other: "pleased to see you today"."""
    if occasion.in_body:
        return None
    today = told[0].doc._.written
    opening = (sentence for sentence in told[:_SPOKEN] if not sentence.is_title and sentence.dates and _greets(sentence))
    days = (mention.past for sentence in opening for mention in sentence.dates if mention.kind == "relative")
    return next((day.start for day in days if day is not None and day.start == today), None)


def _greets(sentence: Sentence) -> bool:
    """Whether words of a meeting or of a welcome stand in the sentence."""
    met = meeting_words().nouns.phrases.first(sentence.words.lower, sentence.start, sentence.end) is not None
    return met or not meeting_words().holding.greetings.isdisjoint(sentence.lower)


def _travels(sentence: Sentence) -> bool:
    """Whether somebody is told to have been on a journey."""
    return not meeting_words().holding.moving.isdisjoint(sentence.lower)


def _day_told_before(told: Sequence[Sentence], occasion: Occasion) -> str | None:
    """The day last spoken of before a telling, of it or of all of several, that is tied to it."""
    tellings = (telling for sitting in occasion.in_body for telling in (sitting, sitting.umbrella) if telling is not None)
    return next((_day_before(told, telling) for telling in tellings if _follows(telling)), None)


def _follows(sitting: Sitting) -> bool:
    """Whether the words tell that it followed, preceded or went with what was told before: "then", "before the ceremony"."""
    sentence, ordering = sitting.sentence, meeting_words().ordering
    lower = sentence.words.lower
    opening = range(sentence.start, min(sentence.start + _OPENING, sentence.end - 1))
    near = range(max(sentence.start, sitting.start - _AROUND), sitting.start)
    if any(lower[i] in ordering.following and lower[i + 1] not in meeting_words().holding.moving for i in (*opening, *near)):
        return True
    if _comes_after(sitting) or _is_at_first(sitting) or lower[sentence.start : sentence.start + 2] == ["while", "at"]:
        return True
    ties = sentence.find(ordering.around)
    return not sitting.definite and any(_is_known(sentence, hit.end) and hit.end != sitting.start - 1 for hit in ties)


def _comes_after(sitting: Sitting) -> bool:
    """Whether it is told to have come after what was told before: "After that, X met Y", "Talks with X came after that"."""
    sentence, lower = sitting.sentence, sitting.sentence.words.lower
    if lower[sentence.start] in _NEXT_TO and not _THAT.isdisjoint(lower[sentence.start + 1 : sentence.start + 2]):
        return True
    behind = sentence.between(sitting.end, sentence.end)
    ends = behind[:-1] if behind[-1:] == ["."] else behind
    return ends[-1:] in (["followed"], ["next"]) or (ends[-2:-1] in (["after"], ["before"]) and ends[-1] in _THAT)


def _is_at_first(sitting: Sitting) -> bool:
    """Whether it was on the day on which somebody came: "upon arrival", "on his first day in the country"."""
    sentence = sitting.sentence
    opening = sentence.words.lower[sentence.start : min(sentence.start + _OPENING, sitting.start)]
    return "arrival" in opening or ("first", "day") in pairwise(opening)


def _is_known(sentence: Sentence, after: int) -> bool:
    """Whether "the talks", "the ceremony" or the like stands at token `after`."""
    phrase = sentence.words.lower[after : min(after + 4, sentence.end)]
    acts = [i for i, word in enumerate(phrase) if word in meeting_words().ordering.acts]
    return bool(acts) and phrase[0] in clause_words().definite and "of" not in phrase[acts[0] + 1 :]


def _day_before(told: Sequence[Sentence], sitting: Sitting) -> str | None:
    """The day last spoken of before the sitting, in the body; of several days their month."""
    lines = [line.start for line in _datelines(sitting.sentence.doc)]
    before = (s for s in told if s.start < sitting.sentence.start and not (s.is_title or s.start in lines))
    earlier = [sentence for sentence in before if any(map(str.isalpha, sentence.between(sentence.start, sentence.end)))]
    at_first = _is_at_first(sitting)
    days_told = (
        days
        for arriving in ((True, False) if at_first else (False,))
        for sentence in reversed(earlier)
        for days in reversed([*_days(sentence, arriving=arriving)])
    )
    spoken_of = next(days_told, None)
    if spoken_of is None:
        return None
    return spoken_of.start[:_MONTH] if spoken_of.end and not at_first else spoken_of.start


def _datelines(doc: Doc) -> list[Marked]:
    """The datelines of the article, and where its page tells when it was published."""
    return [span for span in marked(doc, "layout") if span.label_ in {"dateline", "published"}]


def _day_of_all(occasion: Occasion, occasions: Sequence[Occasion]) -> str | None:
    """The date of what all who took part did together with others."""
    people = set(occasion.best.people)
    together = (other for other in occasions if other.status == "held" and people < set(other.people) and len(people) > 1)
    return next((other.date for other in together if other.date), None)


def _days(sentence: Sentence, *, arriving: bool = False) -> Iterator[Period]:
    """The days on which the sentence tells that something was done there, not said, ended or come; or `arriving`, come."""
    for mention in sentence.dates:
        days, of_another = mention.past, is_of_speech(sentence, mention) or is_ahead_of(mention, sentence.published)
        if days is None or len(days.start) != _DAY or of_another:
            continue
        before = sentence.words.lower[max(sentence.start, mention.start - _REACH) : mention.start]
        came = not meeting_words().holding.arriving.isdisjoint(before)
        if came == arriving and _LASTING.isdisjoint(before):
            yield days


def is_of_both(sentence: Sentence, occasion: Occasion) -> bool:
    """Whether the sentence tells of what all sides of the occasion have done together."""
    return not meeting_words().holding.together.isdisjoint(sentence.lower) and names_both(sentence, occasion)


def names_both(sentence: Sentence, occasion: Occasion) -> bool:
    """Whether the sentence names all sides of the occasion, of a forum all parties."""
    codes = sentence.codes()
    return all(not codes.isdisjoint(side) for side in occasion.sides) if occasion.sides else codes.issuperset(occasion.parties)
