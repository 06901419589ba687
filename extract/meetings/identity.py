"""Whether a sitting is one more telling of an occasion known: by its date, name, parties, people, scene and other words."""

import re

from extract.gazetteer import organizations
from extract.meetings.occasion import Occasion
from extract.meetings.parties import same_parties
from extract.meetings.sittings import Sitting
from extract.text.calendar import Period, add_months
from extract.words.lexicon import titles
from extract.words.meeting_words import meeting_words

_TWO = 2
_BESIDE = 4  # tokens
_OPENING = 3  # tokens
_TOGETHER = {"trilateral", "three-way", "tripartite", "quadrilateral", "four-way"}
_CEREMONIES = {"ceremony", "signing", "handover"}
_MONTH = 7  # characters


def tells_of(sitting: Sitting, period: Period | None, occasion: Occasion) -> bool:
    """Whether the sitting is one more telling of the occasion."""
    if sitting.ordinal and occasion.ordinal and sitting.ordinal != occasion.ordinal:
        return False
    codes, parties = set(sitting.codes), set(occasion.parties)
    published = sitting.sentence.published
    agree = dates_agree(period, occasion.date)
    if period is not None and occasion.date is None:
        agree = not (is_long_past(period.start, published) or (sitting.past and not (sitting.definite or occasion.past)))
    elif period is None and occasion.date is not None and not (sitting.definite and _may_point_at(sitting, occasion)):
        agree = not is_long_past(occasion.date, published)
    same_name = sitting.name is not None and occasion.name is not None and _plain(sitting.name) == _plain(occasion.name)
    if sitting.larger and not codes:
        return occasion.larger and same_name
    if same_name and agree:
        return True
    called_off = sitting.status == "cancelled" and occasion.status == "planned" and sitting.definite
    if (
        (sitting.status != occasion.status and not called_off)
        or not agree
        or (sitting.past and period is None and not sitting.definite)
    ):
        return False
    if len(codes) < 2:
        dated = period is not None and occasion.date is not None and not occasion.date.startswith(period.start)
        another = sitting.ordinal is not None and occasion.ordinal is None and dated
        unnamed = sitting.name is None and not sitting.past and not another
        apart = sitting.name is not None and occasion.name is None and "also" in sitting.sentence.lower
        if _names_the_rest(sitting, occasion):
            return True
        known = sitting.definite and not occasion.larger and not (apart or is_gathering_of_others(sitting, occasion))
        return known and (codes <= parties if codes else unnamed)
    return not _is_told_apart(sitting, occasion) and _parties_agree(sitting, occasion) and _details_agree(sitting, occasion)


def _names_the_rest(headline: Sitting, occasion: Occasion) -> bool:
    """Whether a headline names one side of "the call" of which the body names the others."""
    if not (headline.sentence.is_title and headline.people) or len(occasion.parties) < _TWO:
        return False
    noun = headline.sentence.words.lower[headline.end - 1]
    return all(telling.definite and telling.sentence.words.lower[telling.end - 1] == noun for telling in occasion.tellings)


def is_gathering_of_others(sitting: Sitting, occasion: Occasion) -> bool:
    """Whether it is named as one where many meet, and the occasion is of two and never called so."""
    words, noun, gatherings = sitting.sentence.words, sitting.end - 1, meeting_words().nouns.gatherings
    if len(occasion.parties) != _TWO or words.lower[noun] not in gatherings or not words.text[noun][0].isupper():
        return False
    return all(words.lower[telling.end - 1] != words.lower[noun] for telling in occasion.tellings)


def _may_point_at(sitting: Sitting, occasion: Occasion) -> bool:
    """Whether none of the people of the sitting speak against the occasion."""
    return not sitting.people or not set(sitting.people).isdisjoint(occasion.people)


def _is_told_apart(sitting: Sitting, occasion: Occasion) -> bool:
    """Whether the words set it apart from what was told before: "separately", "earlier in the day", "afterwards"."""
    sentence, lower = sitting.sentence, sitting.sentence.words.lower
    if sentence.start <= occasion.tellings[0].start or sentence.is_title:
        return False
    near = lower[max(sentence.start, sitting.start - _BESIDE) : min(sentence.end, sitting.end + _BESIDE)]
    somebody_else = lower[sitting.start - 1] == "also" and any(a.kind == "office" and not a.people for a in sitting.right)
    ordering = meeting_words().ordering
    opens = lower[sentence.start] in ordering.turning
    if (opens or lower[sentence.start] == "earlier") and sitting.ordinal and not occasion.ordinal:
        return True
    others = set(sitting.people) != set(occasion.people)
    turns = (opens or precedes(sitting)) and others and not sitting.points_back
    set_apart = not ordering.set_apart.isdisjoint(near)
    here, there = set(sitting.people), set(occasion.people)
    then = lower[sitting.start - 1] == "then" and not (here <= there or there <= here)
    return bool(sitting.people) and (set_apart or somebody_else or turns or then)


def precedes(sitting: Sitting) -> bool:
    """Whether the words tell that it preceded the news: "Earlier in the day, X met Y", "Before the ceremony, X met Y"."""
    sentence = sitting.sentence
    opening = sentence.words.lower[sentence.start : sentence.start + _OPENING]
    before = opening[0] == "earlier" or (opening[:2] == ["before", "the"] and opening[-1] in _CEREMONIES)
    return bool(sitting.people) and before and not sentence.is_title


def _parties_agree(sitting: Sitting, occasion: Occasion) -> bool:
    """Whether both are of the same parties; what points back, or adds nobody, may name a part of them."""
    codes, parties = set(sitting.codes), set(occasion.parties)
    if occasion.larger != sitting.larger:
        return codes == parties
    if sitting.sentence.is_title:
        return codes <= parties
    if len(parties) == _TWO < len(sitting.members) and parties.isdisjoint(organizations()):
        return False  # a forum of those listed
    apart = len(codes) == _TWO < len(parties) and not (sitting.definite or codes & set(organizations()))
    if (apart and not parties & set(organizations())) or (len(parties) == _TWO and not sitting.definite and is_of_all(sitting)):
        return False
    others = not set(occasion.people) <= set(sitting.people) or bool(sitting.people) > bool(occasion.people)
    plural = sitting.sentence.words.lower[sitting.end - 1] in meeting_words().nouns.several
    groups = {actor.kind for actor in (*sitting.left, *sitting.right)} == {"group"}
    if sitting.of_several and others and not (plural and groups):
        return False
    partial = sitting.definite or not occasion.people or set(sitting.people) <= set(occasion.people)
    return same_parties(codes, parties) or (partial and (codes <= parties or parties <= codes))


def is_of_all(sitting: Sitting) -> bool:
    """Whether the words tell that three or more parties sat at one table: "a trilateral meeting"."""
    return not _TOGETHER.isdisjoint(sitting.sentence.words.lower[sitting.start : sitting.end])


def _details_agree(sitting: Sitting, occasion: Occasion) -> bool:
    """Whether number, mode and people do not contradict each other."""
    if sitting.mode and occasion.mode and sitting.mode != occasion.mode and not sitting.definite:
        return False
    if _receives_all(sitting, occasion) or _is_of_another(sitting, occasion.tellings[-1]):
        return False
    if any(_is_elsewhere(sitting, telling) for telling in occasion.tellings):
        return False
    if _names_another_office(sitting, occasion):
        return False
    return sitting.sentence.is_title or sitting.company or not _other_people(sitting, occasion)


def _receives_all(sitting: Sitting, occasion: Occasion) -> bool:
    """Whether somebody else met with those who had met each other: "both were received by the President"."""
    known = set(occasion.people)
    sides = [{name for actor in side for name in actor.people} for side in (sitting.left, sitting.right)]
    pairs = (sides, sides[::-1]) if sitting.host and len(known) > 1 else ()
    return any(known <= one and other and known.isdisjoint(other) for one, other in pairs)


def _is_of_another(one: Sitting, other: Sitting) -> bool:
    """Whether a sentence tells of one with a nameless holder of an office and of one with somebody else."""
    if one.sentence is not other.sentence or one.definite or other.definite:
        return False
    nameless = [bool(s.right) and all(a.kind == "office" and not a.people for a in s.right) for s in (one, other)]
    return bool(one.right and other.right) and any(nameless) and one.right != other.right


def _is_elsewhere(one: Sitting, other: Sitting) -> bool:
    """Whether their sentences open with two scenes: "In Oslo, he will meet X" and "In Riga, he will meet Y"."""
    scene, another = _scene(one), _scene(other)
    return scene is not None and another is not None and scene != another


def _scene(sitting: Sitting) -> str | None:
    """The country of "In Oslo, …" at the beginning of the sentence."""
    sentence = sitting.sentence
    opening = range(sentence.start, sentence.start + _OPENING)
    if "in" not in sentence.words.lower[sentence.start : sentence.start + _OPENING]:
        return None
    spans = (*sentence.places, *sentence.countries)
    return next(
        (str(s.id_) for s in spans if s.start - 1 in opening and sentence.words.lower[s.start - 1] in {"in", "the"}), None
    )


def _names_another_office(sitting: Sitting, occasion: Occasion) -> bool:
    """Whether "his Polish counterpart" cannot be who came from there: holders of his own office are others'."""
    officials, lower = sitting.sentence.officials, sitting.sentence.words.lower
    counterparts = [
        a for a in sitting.right if a.kind == "office" and lower[a.end - 1] in titles().counterparts and not a.people
    ]
    kinds = {officials[name].role_class for name in sitting.people}
    for actor in counterparts if kinds and not sitting.definite else ():
        there = [officials[name] for name in occasion.people if officials[name].country in actor.codes]
        if there and kinds.isdisjoint(person.role_class for person in there):
            return True
    return False


def _other_people(sitting: Sitting, occasion: Occasion) -> bool:
    """Whether one side sent somebody else, to "the meeting" both: each counterpart met separately is a meeting of its own."""
    here, there = set(sitting.people), set(occasion.people)
    homes = {name: person.country for name in here | there if (person := sitting.sentence.officials.get(name))}
    others = 0
    for code in {homes.get(name) for name in here}:
        sent, known = ({name for name in names if homes.get(name) == code} for names in (here, there))
        others += bool(known) and sent.isdisjoint(known)
    return others > sitting.definite


def is_long_past(date: str, published: str | None) -> bool:
    """Whether the date is before the month that precedes the report's: that of no undated news."""
    return published is not None and len(published) >= _MONTH and date[:_MONTH] < add_months(published, -1)[: len(date)]


def dates_agree(period: Period | None, date: str | None) -> bool:
    """Unknown, equal, or one the other made more precise."""
    return period is None or date is None or period.start.startswith(date) or date.startswith(period.start)


def _plain(name: str) -> str:
    return re.sub(r"\W+", " ", name.lower()).strip()
