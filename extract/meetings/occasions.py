"""Sittings told in many sentences → occasions, each once."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from operator import attrgetter

from extract.clauses.clauses import Sentence
from extract.clauses.noun_phrases import is_passive
from extract.clauses.telling import verb_status
from extract.gazetteer import organizations
from extract.meetings.identity import dates_agree, is_gathering_of_others, is_long_past, is_of_all, precedes, tells_of
from extract.meetings.occasion import Occasion
from extract.meetings.parties import attending, holders, present_too
from extract.meetings.sittings import Sitting, each_counterpart
from extract.references.actors import Actor
from extract.text.calendar import Period, add_days
from extract.text.phrases import Phrases
from extract.words.lexicon import clause_words
from extract.words.meeting_words import meeting_words

_REMEMBERED = 50
_MOST_PEOPLE = 100  # of one occasion: everybody on one side met everybody on the other
_NEAR = 200  # tokens
_FOLLOWING = 20  # tokens
_MOST_OF_SERIES = 4  # parties: of a larger forum it is not told that the same came before
_OPENING = 3  # tokens
_TWO = _FEWEST_PARTS = 2
_ACCOMPANIED = {("was", "accompanied"), ("were", "accompanied"), ("be", "accompanied"), ("is", "accompanied")}
_AHEAD = 6  # tokens
_SCENES = {"it": "one", "this": "one", "they": "several", "these": "several", "both": "several"}
_SCENE = 6  # tokens
_AHEAD_OF = {("ahead", "of"), ("prior", "to")}
_LISTING = {"include", "includes", "comprise", "comprises"}
_MONTH, _DAY = 7, 10  # characters


def add_sitting(sitting: Sitting, occasions: list[Occasion]) -> bool:
    """Add the sitting to the occasion it tells of, or begin a new one: the last that fits, for a headline the first.

    False if it tells of none known and names too few for one of its own.
    """
    if sitting.one_sided and len(sitting.codes) < _TWO:
        return False
    if (sitting.points_back or sitting.topical) and _met_one_by_one(sitting, occasions[-_REMEMBERED:]):
        return True
    plural = sitting.sentence.words.lower[sitting.end - 1] in meeting_words().nouns.several
    if occasions and plural and sitting.definite and not sitting.people:
        return True  # "during the calls"
    period = _period(sitting, occasions)
    candidates = occasions[:_REMEMBERED] if sitting.sentence.is_title else reversed(occasions[-_REMEMBERED:])
    told_of = (occasion for occasion in candidates if tells_of(sitting, period, occasion))
    fitting = (occasion for occasion in told_of if not (occasion is occasions[0] and precedes(sitting)))
    known = next(fitting, None)
    if known is not None and not sitting.definite and set(known.parties) != set(sitting.codes):
        known = next((other for other in fitting if set(other.parties) == set(sitting.codes)), known)
    if known is not None and sitting.topical and not set(sitting.people) <= set(known.people):
        known = next((other for other in fitting if set(sitting.people) <= set(other.people)), known)
    if sitting.sentence.is_title and len(sitting.codes) >= _TWO:
        known = next((occasion for occasion in occasions if _is_of_some_group(occasion, sitting)), None) or known
    if known is not None:
        _join(sitting, period, known)
    elif sitting.sentence.is_title and any(_is_of(sitting, occasion) for occasion in occasions):
        return True  # the body tells it apart
    elif sitting.within and any(_is_said_at(sitting, period, occasion) for occasion in occasions):
        return True
    elif len(sitting.codes) >= 2 or _is_another_of_series(sitting, period, occasions):
        if len(sitting.codes) < _TWO:
            _take_sides(sitting, occasions[-1])
        occasions.append(Occasion([], sitting.status))
        _join(sitting, period, occasions[-1])
    else:
        return False
    return True


def take_for_plan(sitting: Sitting, occasions: Sequence[Occasion]) -> None:
    """Let that ahead of which something was said be planned, if it is: "is to host X. … he said before the meeting"."""
    sentence = sitting.sentence
    before = sentence.between(max(sentence.start, sitting.start - _AHEAD), sitting.start)
    ahead = "before" in before or not _AHEAD_OF.isdisjoint(pairwise(before))
    published = sentence.published or ""
    over = any(m.future is not None and m.future.start < published[: len(m.future.start)] for m in sentence.dates)
    if sitting.status == "held" and sitting.people and ahead and not over:
        plans = (o for o in occasions if o.status == "planned" and set(o.parties) == set(sitting.codes))
        if any(set(sitting.people) <= set(plan.people) for plan in plans):
            sitting.status = "planned"


def _is_of_some_group(occasion: Occasion, headline: Sitting) -> bool:
    """Whether only "they said" tells of the occasion, so that the headline tells who they were: it is emptied for them."""
    met = {code for actor in (*headline.left, *headline.right) if actor.kind != "country" for code in actor.codes}
    shared = not met.isdisjoint(occasion.parties) and met == set(headline.codes) and occasion.status == headline.status
    if not shared or not all(telling.within and telling.points_back for telling in occasion.tellings):
        return False
    occasion.parties, occasion.people = [], []
    return True


def _is_said_at(sitting: Sitting, period: Period | None, occasion: Occasion) -> bool:
    """Whether what was said may have been said at the occasion: by some of those who were there, or by no one in particular."""
    if not sitting.people:
        return sitting.points_back
    there = set(sitting.codes) <= set(occasion.parties)
    there = there and (not set(sitting.people).isdisjoint(occasion.people) or _is_of_one_side(sitting))
    return there and (sitting.points_back or dates_agree(period, occasion.date))


def _is_of_one_side(sitting: Sitting) -> bool:
    """Whether of the other side nobody is named: "X briefed the Norwegian side"."""
    return bool(sitting.left and sitting.right) and not all(
        any(a.people for a in side) for side in (sitting.left, sitting.right)
    )


def _take_sides(sitting: Sitting, occasion: Occasion) -> None:
    """Give a sitting the parties of the occasion before it, and its people to "our meeting in Oslo last year"."""
    sitting.members = list(occasion.parties)
    if _is_ours(sitting) and len(occasion.people) == len(occasion.parties):
        sitting.left = [Actor(sitting.start, sitting.start, "group", tuple(occasion.people), tuple(occasion.parties))]


def _is_ours(sitting: Sitting) -> bool:
    """Whether a speaker tells of it: "our last meeting"."""
    return "our" in sitting.sentence.words.lower[max(sitting.sentence.start, sitting.start - 1) : sitting.end]


def _met_one_by_one(sitting: Sitting, occasions: list[Occasion]) -> bool:
    """Whether several occasions were each of some of those of whom "they discussed" tells, and none of all."""
    parties = [set(occasion.parties) for occasion in occasions if occasion.status == sitting.status]
    return set(sitting.codes) not in parties and sum(some < set(sitting.codes) for some in parties) > 1


def _is_of(sitting: Sitting, occasion: Occasion) -> bool:
    """Whether all parties of the occasion are among the sitting's."""
    return set(occasion.parties) <= set(sitting.codes)


def add_attending(sentence: Sentence, occasions: list[Occasion]) -> None:
    """Add the countries that the sentence lists to the forum told last."""
    last = occasions[-1] if occasions else None
    if last is None or not (last.name or _is_forum(last)) or sentence.start - last.tellings[-1].end > _FOLLOWING:
        return
    last.parties = sorted({*last.parties, *attending(sentence)})


def _is_forum(occasion: Occasion) -> bool:
    """Whether a body met, or more than two parties did."""
    return len(occasion.parties) > _TWO or not organizations().keys().isdisjoint(occasion.parties)


def add_company(sentence: Sentence, occasions: list[Occasion]) -> None:
    """Add those whom the sentence tells to have been there too to the occasion told last, to "the meetings" all."""
    seen = any(occasion.mode != "phone" for occasion in occasions)
    for occasion in reversed(occasions[-_REMEMBERED:]):
        last = occasion.tellings[-1].sentence
        if seen and occasion.mode == "phone" and last is not sentence and sentence.first(_beside()) is not None:
            continue
        away = sentence.start - last.end
        told = last is sentence or (away < _FOLLOWING and _may_list_guests(sentence))
        if away < _NEAR if occasion.status == "held" else told:
            telling = last is sentence or _tells_of_act(sentence, sum(other.status == occasion.status for other in occasions))
            present = present_too(sentence, set(occasion.parties), telling=telling)
            names = (name for actor in present for name in actor.people)
            occasion.people = list(dict.fromkeys([*occasion.people, *names]))[:_MOST_PEOPLE]
            occasion.parties = sorted({*occasion.parties, *(code for actor in present for code in actor.codes)})
            if "meetings" not in sentence.lower:
                return


def add_scene(sentence: Sentence, occasions: Sequence[Occasion]) -> None:
    """Add to the meeting named right before when and where "it took place" or "they were held"."""
    last = occasions[-1].tellings[-1] if occasions else None
    opening = _SCENES.get(sentence.words.lower[sentence.start])
    if last is None or opening is None or not 0 <= sentence.start - last.sentence.end < _OPENING:
        return
    lower, table = sentence.words.lower, meeting_words()
    happens = table.holding.happening.first(lower, sentence.start, min(sentence.start + _SCENE, sentence.end))
    noun = lower[last.end - 1]
    named = table.nouns.phrases.ending_at(lower, last.end) is not None and noun.endswith("s") == (opening == "several")
    drills = table.holding.drills | {"ceremony", "visit"}
    if happens is None or not named or not drills.isdisjoint(last.sentence.lower):
        return
    takes_place = happens.value.endswith("place") or (
        is_passive(lower, happens.start) and lower[happens.end : happens.end + 1] != ["to"]
    )
    sitting = Sitting(sentence, happens.start, happens.end, definite=True)
    period = _period(sitting, list(occasions))
    same = verb_status(sentence, happens.start) == occasions[-1].status and dates_agree(period, occasions[-1].date)
    if takes_place and same:
        sitting.status = occasions[-1].status
        _join(sitting, period, occasions[-1])


@cache
def _beside() -> Phrases:
    """Words that tell who stood beside somebody, which nobody does on the phone."""
    return Phrases.of(("accompanied by", "flanked by", "also present", "was present", "were present"))


def _may_list_guests(sentence: Sentence) -> bool:
    """Whether the sentence has words of what is to come, or of a list."""
    lower = sentence.lower
    return not (clause_words().future.isdisjoint(lower) and _LISTING.isdisjoint(lower))


def _tells_of_act(sentence: Sentence, of_status: int) -> bool:
    """Whether it tells of what was signed or handed over, or that "X was accompanied by Y" when only one of its status is."""
    lower, table = sentence.words.lower, meeting_words().holding
    accompanied = _ACCOMPANIED & set(pairwise(sentence.lower))
    hit = sentence.first(table.ceremonies)
    ceremony = hit is not None and table.escorts.at(lower, hit.start) is None
    return ceremony or (of_status == 1 and bool(accompanied))


def add_holders(occasion: Occasion) -> None:
    """Add to news of people told by office alone ("the ministers of A and B met") those whom the article names elsewhere."""
    published = occasion.best.sentence.published
    if occasion.past or occasion.larger or (occasion.date and is_long_past(occasion.date, published)):
        return
    recalled = clause_words().background
    tellings = (s for s in occasion.tellings if len(s.members) <= _TWO and s.sentence.lower[0] not in recalled)
    told = [name for sitting in tellings for name in holders(sitting.sentence, occasion.parties)]
    occasion.people = list(dict.fromkeys([*occasion.people, *told]))


def is_under(sitting: Sitting, umbrella: Sitting) -> bool:
    """Whether the sitting is one of those that the umbrella tells of: of the same person, and not told as an earlier one.

    The person may be told by office only: "The Polish minister's third meeting was with X".
    """
    codes = {code for actor in umbrella.left for code in actor.codes}
    own = [actor for actor in (*sitting.left, *sitting.right) if not codes.isdisjoint(actor.codes)]
    named = {name for actor in own for name in actor.people}
    same = not named.isdisjoint(name for actor in umbrella.left for name in actor.people) or (
        not named and any(actor.kind == "office" for actor in own)
    )
    return same and sitting.status == umbrella.status and not (sitting.past or sitting.larger or sitting.mode != umbrella.mode)


def without_summaries(occasions: list[Occasion]) -> list[Occasion]:
    """The occasions without those that only sum up meetings of one party with each of the rest, of which some are told again.

    Those told again take over the date; those that are not become occasions of their own.
    """
    kept: list[Occasion] = []
    for whole in occasions:
        parts = [part for part in occasions if _is_part(part, whole)]
        if len({tuple(part.parties) for part in parts}) < _FEWEST_PARTS or not _faces_many(whole):
            kept.append(whole)
            continue
        for part in (part for part in parts if part.date is None):
            part.date, part.end = whole.date, whole.end
        kept += _left_over(whole, {code for part in parts for code in part.parties})
    return kept


def each_met_alone(occasions: Sequence[Occasion]) -> Iterator[Occasion]:
    """The occasions; one at which somebody met several is one for each of them where the text goes on to tell of each talk."""
    for occasion in occasions:
        together, alone = _told_alone(occasion)
        if len(alone) < _FEWEST_PARTS or len(alone) + 1 < len(together.people):
            yield occasion
            continue
        for tellings in alone.values():
            part = Occasion([], occasion.status)
            for telling in tellings:
                _join(telling, telling.period, part)
            part.tellings.insert(0, together)
            part.date = part.date or (occasion.date and occasion.date[: _MONTH if occasion.end else _DAY])
            yield part


def _told_alone(occasion: Occasion) -> tuple[Sitting, dict[str, list[Sitting]]]:
    """The telling that names most people, and who of them is told elsewhere to have talked alone with the same person."""
    together = max(occasion.tellings, key=lambda sitting: len(sitting.people))
    alone: dict[str, list[Sitting]] = {}
    rest = [t for t in occasion.tellings if t.sentence is not together.sentence and not (t.within or t.sentence.is_title)]
    pairs = [t for t in rest if len(t.people) == len(t.codes) == _TWO]
    shared = set(together.people).intersection(*(t.people for t in pairs)) if pairs else set()
    for telling in pairs if len(shared) == 1 else ():
        alone.setdefault(next(name for name in telling.people if name not in shared), []).append(telling)
    return together, alone


def _left_over(whole: Occasion, told: set[str]) -> Iterator[Occasion]:
    """An occasion for each counterpart of whom nothing further is told."""
    summary = _fullest(whole)
    for one in each_counterpart(summary):
        if told.isdisjoint(code for actor in one.right for code in actor.codes):
            part = Occasion([], whole.status)
            _join(one, summary.period, part)
            yield part


def _fullest(occasion: Occasion) -> Sitting:
    """The telling that names most parties."""
    return max(occasion.tellings, key=lambda sitting: len(sitting.codes))


def _faces_many(whole: Occasion) -> bool:
    """Whether one party is told to have met the others: "X met the ministers of A and B", not "A, B and C met"."""
    summary = _fullest(whole)
    left = {code for actor in summary.left for code in actor.codes}
    together = any(is_of_all(sitting) for sitting in whole.tellings)
    return len(whole.parties) > 2 and not whole.name and not together and len(left) == 1 and bool(summary.right)


def _is_part(part: Occasion, whole: Occasion) -> bool:
    """Whether one occasion of two is told of with others in the whole."""
    same = set(part.parties) < set(whole.parties) and not set(part.people).isdisjoint(whole.people)
    agree = part.date is None or whole.date is None or part.date == whole.date
    return len(part.parties) == 2 and same and agree and part.status == whole.status


def _period(sitting: Sitting, occasions: list[Occasion]) -> Period | None:
    """When the sitting was; "the same day" is counted from the day the text spoke of last."""
    period = None if _is_counted_in_year(sitting) else sitting.period
    if period is not None:
        return None if sitting.topical and _is_of_topic(sitting, period, occasions) else period
    if sitting.past or sitting.ordinal:
        behind = [m for m in sitting.sentence.dates if m.kind == "year" and m.start >= sitting.end]
        years = [m.past for m in behind if "since" not in sitting.sentence.words.lower[sitting.end : m.start]]
        if years and (years[0] is None or years[0].start <= (sitting.sentence.published or years[0].start)):
            return years[0]
    relative = next((mention for mention in sitting.sentence.dates if mention.shift is not None), None)
    if relative is None or relative.shift is None:
        return None
    spoken_of = _day_spoken_of(sitting, relative.start, occasions)
    return Period(add_days(spoken_of, relative.shift)) if spoken_of else None


def _is_counted_in_year(sitting: Sitting) -> bool:
    """Whether it is only counted how often they met in a year: "their third meeting this year"."""
    lower = sitting.sentence.words.lower
    counting = (m for m in sitting.sentence.dates if m.start >= sitting.end and lower[m.start : m.end] == ["this", "year"])
    return sitting.ordinal is not None and any(counting)


def _is_of_topic(sitting: Sitting, period: Period, occasions: Sequence[Occasion]) -> bool:
    """Whether those who met are told to have spoken of something of another day: "they discussed the vote of 3 May"."""
    first, verb = sitting.sentence.start, sitting.start
    near = [m for m in sitting.sentence.dates if m.end == verb or m.start < first + _OPENING]
    fronted = any(mention.past == period for mention in near)
    if not fronted and sitting.points_back and len(period.start) < _DAY:
        return True
    known = next((occasion for occasion in reversed(occasions) if set(sitting.people) <= set(occasion.people)), None)
    return not fronted and known is not None and known.status == sitting.status and not dates_agree(period, known.date)


def _day_spoken_of(sitting: Sitting, before: int, occasions: Sequence[Occasion]) -> str | None:
    """The day of which the text spoke last before a token: in words of its own or as that of an occasion."""
    dates = sitting.sentence.doc._.dates[: bisect_left(sitting.sentence.doc._.dates, before, key=attrgetter("start"))]
    lower = sitting.sentence.words.lower
    told_of = (m for m in dates if lower[m.start - 1] != "since")
    days = [(m.start, m.past.start) for m in told_of if m.past and len(m.past.start) == _DAY and not m.past.end]
    told = ((occasion.tellings[-1].start, occasion.date) for occasion in occasions)
    dated = [(at, date) for at, date in told if at < before and date and len(date) == _DAY]
    return max([*days[-1:], *dated[-1:]], default=(0, None))[1]


def _is_another_of_series(sitting: Sitting, period: Period | None, occasions: list[Occasion]) -> bool:
    """Whether it is an earlier or later sitting of the same parties: "The previous dialogue was held in Hanoi in 2019"."""
    words = sitting.sentence.words.lower[sitting.start - 1 : sitting.end]
    to_come = sitting.status == "planned" and "next" in words and bool(sitting.sentence.dates or sitting.sentence.places)
    if sitting.sentence.words.lower[sitting.start - 1] == "its":
        return False  # of a body spoken of
    told_of = sitting.past or sitting.ordinal or "similar" in words or _is_ours(sitting)
    if not occasions or (not (told_of and period) and not to_come) or sitting.people:
        return False
    last = occasions[-1]
    if is_gathering_of_others(sitting, last):
        return False
    near = sitting.start - last.tellings[-1].end < _NEAR and (period is None or period.start != last.date)
    return near and not last.larger and len(last.parties) <= _MOST_OF_SERIES and set(sitting.codes) <= set(last.parties)


def _join(sitting: Sitting, period: Period | None, occasion: Occasion) -> None:
    """Add what the sitting says; who only spoke for somebody did not sit."""
    officials, people, codes = sitting.sentence.officials, sitting.people, sitting.codes
    if sitting.sentence.is_title and occasion.people:
        people = [name for name in people if officials[name].country not in occasion.parties]
    if sitting.points_back and sitting.topical and len(occasion.parties) >= _TWO and not set(codes) <= set(occasion.parties):
        people = codes = []  # "they discussed": who they were is told before
    if sitting.within and not sitting.topical and occasion.tellings:
        codes = [code for actor in (*sitting.left, *sitting.right) if actor.people for code in actor.codes]
    present = [name for name in people if officials[name].role_class != "spokesperson"]
    occasion.people = list(dict.fromkeys([*occasion.people, *present]))[:_MOST_PEOPLE]
    occasion.tellings.append(sitting)
    occasion.status = sitting.status
    occasion.parties = sorted({*occasion.parties, *codes})
    if period is not None and len(period.start) > len(occasion.date or ""):
        occasion.date, occasion.end = period.start, period.end
    occasion.mode = occasion.mode or sitting.mode
    occasion.name = occasion.name or sitting.name
    occasion.ordinal = occasion.ordinal or sitting.ordinal
    occasion.larger = occasion.larger or sitting.larger
    occasion.past = occasion.past or sitting.past
    occasion.level = occasion.level or sitting.level
