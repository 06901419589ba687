"""Meetings: the sittings that sentences tell of, put together so that each occasion stands once, with place, level and topics.

`doc._.meetings` holds the occasions with at least two parties, `doc._.series` what is said of recurring ones;
`doc.spans["meetings"]` marks the words that tell of each.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.clauses.clauses import Sentence
from extract.clauses.means import call_mode
from extract.clauses.noun_phrases import left_out
from extract.clauses.sentences import dealings
from extract.dates import DateMention
from extract.gazetteer import organizations
from extract.meetings.bond_sittings import sittings_by_bond
from extract.meetings.dating import date_by_report, is_of_both, is_over
from extract.meetings.events import Purpose, host_of, larger_events, purposes, sidelines, travelled_for
from extract.meetings.noun_sittings import sittings_by_noun
from extract.meetings.occasion import Occasion
from extract.meetings.occasions import (
    add_attending,
    add_company,
    add_holders,
    add_scene,
    add_sitting,
    each_met_alone,
    is_under,
    take_for_plan,
    without_summaries,
)
from extract.meetings.parties import (
    add_inviter,
    complete,
    expand_members,
    fill_with_those_present,
    join_waiting,
    listed_members,
)
from extract.meetings.role_sittings import sittings_by_role
from extract.meetings.series import find_series
from extract.meetings.sittings import Sitting, each_counterpart
from extract.meetings.topics import topics_in
from extract.meetings.transcripts import is_plain, is_transcript
from extract.meetings.verb_sittings import sittings_by_ceremony, sittings_by_verb
from extract.references.component import dateline_country
from extract.text.calendar import add_days
from extract.text.marked import Marked, marked
from extract.words.lexicon import clause_words
from extract.words.meeting_words import meeting_words

Doc.set_extension("meetings", default=(), force=True)
Doc.set_extension("series", default=(), force=True)

_REACH = 16  # sentences after its first telling in which a meeting's topics are sought
_SPOKE = {"spoke", "talked", "conferred", "called", "joining", "joined"}
_NEXT = 3  # tokens
_MONTH = 7  # characters
_THERE = 3  # tokens
_VENUE = 4  # tokens of "was also the venue"
_VENUES = {"venue", "scene", "host", "setting"}
_HOSTING = {"hosted", "hosts"}
_BEFORE = 50  # tokens
_AT = {"during", "at", "in"}
_LATER = {"after", "following", "since", "before"}
_ELSEWHERE = {"said", "that", "which", "who", ";"}


@Language.component(
    "defense_meetings", requires=["doc._.actors", "doc._.dates"], assigns=["doc._.meetings", "doc._.series", "doc.spans"]
)
def find_meetings(doc: Doc) -> Doc:
    """Write `doc._.meetings`, `doc._.series` and `doc.spans["meetings"]`."""
    told = dealings(doc)
    occasions = [occasion for occasion in _occasions(told) if len(occasion.parties) >= 2]
    _take_mode_of_headline(told, occasions)
    for occasion in occasions:
        if is_over(occasion, doc._.published):
            occasion.status = "held"
    date_by_report(doc, told, occasions)
    events = purposes(told) if occasions else []
    number = {sentence.start: i for i, sentence in enumerate(told)}
    for occasion in occasions:
        first = min(number[sitting.sentence.start] for sitting in occasion.tellings)
        _add_details(doc, occasion, told, told[first : first + _REACH], events)
    doc._.series = tuple(find_series(told, occasions))
    doc._.meetings = tuple(occasions)
    doc.spans["meetings"] = [Span(doc, o.best.start, o.best.end, label="meeting") for o in occasions]
    return doc


def find_sittings(sentence: Sentence) -> list[Sitting]:
    """The sittings that `sentence` tells of or refers to, in order; the sides may still be incomplete."""
    if sentence.is_question or (sentence.first(meeting_words().tellings) is None and not left_out(sentence)):
        return []
    by_verb = list(sittings_by_verb(sentence))
    by_noun = _by_noun(sentence, by_verb)
    for noun, verb in product(by_noun, by_verb):
        if noun.status == "held" and _is_purpose(noun, verb):
            noun.status = verb.status
    apart = {name for sitting in by_noun if sitting.of_several for actor in sitting.right for name in actor.people}
    told = [
        *(
            verb
            for verb in by_verb
            if len(apart.intersection(verb.people)) < 2
            and not (_is_company(verb, by_noun) or any(_brings_to(verb, noun) or _is_during(verb, noun) for noun in by_noun))
        ),
        *by_noun,
    ]
    told += sittings_by_role(sentence)
    told += [bond for bond in sittings_by_bond(sentence) if not any(set(bond.people) <= set(other.people) for other in told)]
    if not any(sitting.codes for sitting in told):
        told += sittings_by_ceremony(sentence)
    return sorted(told, key=lambda sitting: sitting.start)


def _by_noun(sentence: Sentence, by_verb: Sequence[Sitting]) -> list[Sitting]:
    """The sittings that nouns tell of, but for those that only tell how or for what those told of by verbs met."""
    if sentence.first(meeting_words().nouns.phrases) is None and not left_out(sentence):
        return []
    told = [*sidelines(sentence), *((verb.start, verb.end) for verb in by_verb)]
    told += [(a.actor.start, a.actor.end) for a in sentence.arguments if a.is_party]
    met = {code for verb in by_verb for code in verb.codes}
    return [
        noun
        for noun in sittings_by_noun(sentence, {i for start, end in told for i in range(start, end)})
        if not (_tells_how(noun, met) or any(_is_at(verb, noun) or _is_before_or_after(verb, noun) for verb in by_verb))
    ]


def _tells_how(noun: Sitting, met: set[str]) -> bool:
    """Whether the noun only tells how those of the parties `met` were met: "met A and B in separate talks"."""
    return noun.of_several and not noun.right and noun.sentence.words.lower[noun.start - 1] == "in" and met >= set(noun.codes)


def _is_purpose(noun: Sitting, verb: Sitting) -> bool:
    """Whether the noun tells for what they met: "are to meet in Oslo for their annual dialogue"."""
    joined = verb.end <= noun.start and noun.sentence.in_one_clause(verb.start, noun.start)
    return joined and not verb.topical and _opens_purpose(noun) and set(noun.codes) <= set(verb.codes)


def _opens_purpose(noun: Sitting) -> bool:
    """Whether the noun stands behind "for", its article passed over."""
    lower = noun.sentence.words.lower
    return lower[noun.start - 1 - (lower[noun.start - 1] in clause_words().determiners)] == "for"


def _brings_to(verb: Sitting, noun: Sitting) -> bool:
    """Whether the verb only tells who held what the noun names: "hosted X for a trilateral meeting", "hosted talks with X"."""
    if verb.host is None or verb.end > noun.start:
        return False
    held = clause_words().determiners.issuperset(noun.sentence.words.lower[verb.end : noun.start])
    return (held and set(verb.codes) <= set(noun.codes)) or (_opens_purpose(noun) and set(verb.codes) < set(noun.codes))


def _is_at(verb: Sitting, noun: Sitting) -> bool:
    """Whether the noun names what others met at or for: "At the G7 summit, X met Y", "X joined Y and Z for talks"."""
    if _opens_purpose(noun) and set(noun.people) < set(verb.people):
        return True
    people, own = set(verb.people), {code for actor in noun.right if not actor.people for code in actor.codes}
    bodies = {code for actor in noun.right if actor.kind == "organization" for code in actor.codes} - set(verb.codes)
    of_body = len(own) == 1 and own <= organizations().keys() - set(verb.codes)  # "met Y at the meeting of NATO ministers"
    there = (bodies and people <= set(noun.people)) or (of_body and set(noun.people) <= people)
    return len(verb.codes) > 1 and bool(there)


def _is_before_or_after(verb: Sitting, noun: Sitting) -> bool:
    """Whether the noun only tells when they met, or since when there was a topic: "After talks in Riga, X met Y in Oslo"."""
    sentence, lower = noun.sentence, noun.sentence.words.lower
    if set(noun.codes) != set(verb.codes) or not sentence.in_one_clause(verb.start, noun.start):
        return False
    if lower[sentence.start] in _LATER and not verb.topical and noun.end < verb.start:
        return noun.start == sentence.start + 1 and all(actor.start > verb.start for actor in noun.right)
    if noun.right:
        return False
    after = next((i for i in range(noun.start - 1, verb.end, -1) if lower[i] in _LATER), None)
    return after is not None and verb.topical and verb.end <= after


def _is_during(verb: Sitting, noun: Sitting) -> bool:
    """Whether the noun names the meeting at which those of the verb met: "spoke with X during the ministerial meeting"."""
    lower = noun.sentence.words.lower
    lead = noun.start - 1 - (lower[noun.start - 1] in clause_words().determiners)
    at = verb.end < noun.start and lower[lead] in _AT and noun.sentence.in_one_clause(verb.start, noun.start)
    return at and not noun.of_several and set(verb.codes) == set(noun.codes) and set(verb.people) <= set(noun.people)


def _is_company(verb: Sitting, by_noun: Sequence[Sitting]) -> bool:
    """Whether the verb only tells who was at a meeting already known: "X and Y attended the meeting"."""
    return any(noun.company and verb.end < noun.start and verb.left == noun.left for noun in by_noun)


def _occasions(told: Sequence[Sentence]) -> Iterator[Occasion]:
    """What all sentences tell, each occasion once; the headline is read last, in the light of the body."""
    members, events = listed_members(told), [*larger_events(told)]
    found = [(sentence, find_sittings(sentence)) for sentence in sorted(told, key=lambda sentence: sentence.is_title)]
    transcript = any(events or sittings for _, sittings in found) and is_transcript(told[0].doc)
    occasions: list[Occasion] = []
    umbrella: Sitting | None = None
    waiting: list[Sitting] = []  # of whose sides too little was told
    for sentence, sittings in found:
        for sitting in sittings:
            if transcript and not is_plain(sitting):
                continue
            complete(sitting)
            add_inviter(sitting)
            take_for_plan(sitting, occasions)
            expand_members(sitting, members)
            if sitting.is_round and (umbrella is None or sitting.period is not None):
                umbrella = sitting
            elif umbrella is not None and is_under(sitting, umbrella):
                sitting.umbrella = umbrella
            for part in each_counterpart(sitting) if _lists_each(sitting) else [sitting]:
                pointing = part.definite and not occasions and (part.company or len(part.codes) < 2)
                if pointing or (waiting and part.ordinal is not None and part.ordinal == waiting[-1].ordinal):
                    join_waiting(part, waiting)
                waiting = _still_waiting(part, waiting, occasions)
        if waiting and not (occasions and waiting[-1].definite) and fill_with_those_present(waiting[-1], sentence):
            waiting = _still_waiting(waiting[-1], waiting[:-1], occasions)
        add_scene(sentence, occasions)
        add_company(sentence, occasions)
        add_attending(sentence, occasions)
    occasions = list(each_met_alone(without_summaries(occasions)))
    for occasion in occasions:
        add_holders(occasion)
    for event in () if transcript else events:
        add_sitting(event, occasions)
    yield from occasions


def _lists_each(sitting: Sitting) -> bool:
    """Whether it lists those with whom the sentence before tells separate meetings: "held several meetings. He met A and B"."""
    before = sitting.umbrella.sentence if sitting.umbrella else None
    return before is not None and len(sitting.right) > 1 and 0 <= sitting.sentence.start - before.end < _NEXT


def _still_waiting(sitting: Sitting, waiting: list[Sitting], occasions: list[Occasion]) -> list[Sitting]:
    """Add the sitting and those that waited for its sides to the occasions; those of which still too little is told."""
    if not add_sitting(sitting, occasions):
        if sitting.of_several or sitting.status != "held":
            return waiting
        return [*waiting, sitting] if sitting.definite else [sitting]
    if len(occasions) == 1 and sitting.status == "held":
        occasions[0].take_date_of(waiting)
    return []


def _take_mode_of_headline(told: Sequence[Sentence], occasions: Sequence[Occasion]) -> None:
    """Give the first occasion on which people are told to have spoken the mode of the call that the headline names."""
    mode, called = next((call for sentence in told if sentence.is_title and (call := _call(sentence))), (None, set()))
    held = [occasion for occasion in occasions if occasion.status == "held"]
    news = next((occasion for occasion in held if not called.isdisjoint(occasion.parties)), None)
    spoken = news is not None and any(t.sentence.words.lower[t.start] in _SPOKE for t in news.in_body)
    if mode and news and spoken:
        news.mode = news.mode or mode


def _call(title: Sentence) -> tuple[str, set[str]] | None:
    """The mode of "X's call with Y", and Y's parties, all of the headline where they are not told."""
    lower = title.words.lower
    for hit in meeting_words().nouns.phrases.find(lower, title.start, title.end):
        mode = call_mode(lower[max(hit.start - 1, title.start) : hit.end]) if lower[hit.end : hit.end + 1] == ["with"] else None
        if mode is not None:
            return mode, {code for a in title.objects(hit.end, ("with",)) for code in a.actor.codes} or title.codes()
    return None


# ---- details -------------------------------------------------------------------------------------------------------------


def _add_details(
    doc: Doc, occasion: Occasion, told: Sequence[Sentence], following: Sequence[Sentence], events: Sequence[Purpose]
) -> None:
    """Place, larger event, last day, level and topics, from all that tells of the occasion and from the sentences after."""
    for sitting in occasion.tellings:
        place, owner = _place(doc, sitting)
        occasion.place = occasion.place or place
        occasion.place_country = occasion.place_country or owner
        occasion.end = occasion.end or _last_day(occasion.date, sitting)
        if not occasion.larger:
            tellings = [sitting.sentence, *([sitting.umbrella.sentence] if sitting.umbrella else [])]
            beside = next((sentence.text(start, end) for sentence in tellings for start, end in sidelines(sentence)), None)
            occasion.sidelines_of = occasion.sidelines_of or beside
    if occasion.mode in {"video", "phone"}:
        occasion.place = occasion.place_country = None
    elif not occasion.larger:
        occasion.place_country = occasion.place_country or _host_country(doc, occasion, told)
    if occasion.larger and occasion.name:
        occasion.place_country = occasion.place_country or host_of(occasion.name)
    else:
        occasion.level = occasion.level or _level(occasion)
    if not (occasion.larger or occasion.mode):
        occasion.sidelines_of = occasion.sidelines_of or travelled_for(occasion, events)
    about = [sitting.sentence for sitting in occasion.tellings]
    about += [sentence for sentence in following if is_of_both(sentence, occasion)]
    occasion.topics = sorted({topic for sentence in about for topic in topics_in(sentence)})


def _place(doc: Doc, sitting: Sitting) -> tuple[str | None, str | None]:
    """City or venue and its country: behind "in" or "at" in the trigger's clause, or "here" for the dateline's."""
    sentence, lower = sitting.sentence, sitting.sentence.words.lower
    seats = [span for span in sentence.countries if span.label_ in {"name", "seat"}]
    named = {i for a in sentence.arguments if a.actor.kind == "official" for i in range(a.actor.start, a.actor.end)}
    for span in (*sentence.places, *seats):
        before = span.start - 1 - (lower[span.start - 1] == "the")
        city = span.label_ != "name"
        listed = city and lower[before] == "," and span.start >= sitting.end and span.label_ != "seat"
        cleft = span.start < sitting.start and lower[sentence.start : sentence.start + 2] == ["it", "was"]
        behind = span.end + (cleft and lower[span.end] == "that")  # "It was in Oslo that X met Y"
        between = lower[sitting.end : span.start] if span.start > sitting.end else lower[behind : sitting.start]
        fronted = city or span.start > sitting.start or before == sentence.start or lower[before - 1] in {",", "and"}
        topical = sitting.topical and before > sitting.end  # not of "what X and Y talked about in Oslo"
        spoken_of = topical or ("summit" in lower[sitting.end : span.start] and "to" in lower[sitting.end : span.start])
        purpose = not city and span.id_ not in sitting.codes and span.start > sitting.end and "to" in between
        elsewhere = (
            before <= sitting.start and lower[before - 1] in meeting_words().nouns.several
        )  # "After talks in Riga, X met"
        owns = elsewhere or lower[span.end : span.end + 1] == ["'s"] or (spoken_of and span.start > sitting.end) or purpose
        where = (lower[before] in {"in", "at"} and fronted and not owns) or (city and _is_venue(sitting, span))
        if (where or listed) and span.start not in named and _ELSEWHERE.isdisjoint(between) and len(between) < 30:
            return (sentence.words.between(span.start, span.end) if city else None), str(span.id_)
    if (place := _place_before(sitting)) is not None:
        return sentence.words.between(place.start, place.end), str(place.id_)
    city_here: str | None = doc._.dateline_place if "here" in sentence.lower else None
    return (city_here.title() if city_here.isupper() else city_here, dateline_country(doc)) if city_here else (None, None)


def _is_venue(sitting: Sitting, place: Marked) -> bool:
    """Whether the place is the subject of what tells where it was: "Oslo was the venue of talks", "Oslo hosted a meeting"."""
    behind = sitting.sentence.words.lower[place.end : place.end + _VENUE]
    told = (behind[:1] and behind[0] in _HOSTING) or not _VENUES.isdisjoint(behind)
    return bool(told) and place.end < sitting.start


def _place_before(sitting: Sitting) -> Marked | None:
    """The city spoken of last, where it was "there": "In Oslo X met Y. He had a further meeting there with Z"."""
    sentence, lower = sitting.sentence, sitting.sentence.words.lower
    ends = range(sitting.end, min(sitting.end + _THERE, sentence.end - 1))
    there = next((i for i in ends if lower[i] == "there"), None)
    if there is None or lower[there + 1] in clause_words().auxiliaries:
        return None
    near = (span for span in marked(sentence.doc, "places") if 0 <= sentence.start - span.end < _BEFORE)
    return next((span for span in reversed([*near]) if lower[span.start - 1] in {"in", "at", "to"}), None)


def _host_country(doc: Doc, occasion: Occasion, told: Sequence[Sentence]) -> str | None:
    """The party at whose place they met: who received, who was travelled to, else whence a party's own press reports."""
    host = next((sitting.host for sitting in occasion.tellings if sitting.host), None)
    if host is not None:
        return host
    outright = (sitting for sitting in occasion.tellings if not sitting.within)
    scenes = (span for sitting in outright for span in sitting.sentence.countries if _is_where(sitting, span))
    if (there := next((span for span in scenes if span.id_ in occasion.parties), None)) is not None:
        return str(there.id_)
    reported_from = dateline_country(doc)
    return _traveled_to(occasion, told) or (reported_from if reported_from in occasion.parties else None)


def _is_where(sitting: Sitting, country: Marked) -> bool:
    """Whether the country stands behind "in" or "to" and is no topic: "met X in Peru", not "met X on the war in Peru"."""
    lower, table = sitting.sentence.words.lower, clause_words()
    before = country.start - 1 - (lower[country.start - 1] == "the")
    if sitting.start <= country.start < sitting.end:
        return False  # "in the U.S.-Polish dialogue"
    if country.label_ == "demonym" or lower[before] not in {"to", "in"} or lower[country.end : country.end + 1] == ["'s"]:
        return False
    return country.label_ != "name" or (table.to_topic | table.left_ends | {"to"}).isdisjoint(lower[sitting.end : before])


def _traveled_to(occasion: Occasion, told: Sequence[Sentence]) -> str | None:
    """The party to which the article tells a journey: "on a visit to X", "arrived in X"."""
    moving, ahead = meeting_words().holding.moving, meeting_words().ordering.planned
    for sentence in told:
        lower = sentence.words.lower
        if occasion.date is not None and not any(_is_of_month(mention, occasion.date) for mention in sentence.dates or (None,)):
            continue  # another journey
        for span in (span for span in sentence.countries if span.id_ in occasion.parties):
            before = span.start - 1 - (lower[span.start - 1] == "the")
            journey = lower[max(sentence.start, before - 5) : before]
            travels = not moving.isdisjoint(journey) and (occasion.status == "planned" or ahead.isdisjoint(journey))
            if lower[before] in {"visit", "visited", "visits"} or (lower[before] in {"to", "in", "for"} and travels):
                return str(span.id_)
    return None


def _is_of_month(mention: DateMention | None, date: str) -> bool:
    """Whether a date may be of the month of another; what is not dated may be of any."""
    if mention is None:
        return True
    readings = (mention.past, mention.future)
    return all(r is None for r in readings) or any(r and r.start[:_MONTH] == date[:_MONTH] for r in readings)


def _last_day(date: str | None, sitting: Sitting) -> str | None:
    """The last day of a "three-day run" that began on `date`; the days of a larger event or a visit are not the meeting's."""
    lower, table = sitting.sentence.words.lower, meeting_words()
    if date is None or len(date) < 10:
        return None
    for i in range(sitting.start, min(sitting.sentence.end - 3, sitting.end + 20)):
        if table.larger.beside.at(lower, i) is not None:
            return None
        days = table.ordering.number(lower[i]) if lower[i + 1 : i + 3] == ["-", "day"] else None
        if days and lower[i + 3] not in table.holding.journeys | {"official"}:
            return add_days(date, days - 1)
    return None


def _level(occasion: Occasion) -> str | None:
    """The level of those who met: that of the lowest office, as the officials of a summit are not only its heads."""
    levels = meeting_words().level_of_role
    officials = occasion.tellings[0].sentence.officials
    met = [levels[office] for name in occasion.people if (office := officials[name].role_class) in levels]
    order = list(dict.fromkeys(levels.values()))
    return max(met, key=order.index, default=None)
