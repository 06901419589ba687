"""Background: what the rest of an article tells that a clause does not: who met, where, on which day, of which two it is."""

from collections import Counter
from collections.abc import Collection
from functools import cached_property

from spacy.tokens import Doc

from extract.dates import DateMention
from extract.meetings.occasion import Occasion
from extract.references.component import dateline_country
from extract.text.calendar import add_days
from extract.text.marked import marked
from extract.text.tokens import words
from extract.words.lexicon import titles
from extract.words.relation_words import relation_words

_MONTH, _DAY = 7, 10  # characters of dates of a month and a day
_OWNED = 5  # tokens
_OF_BOTH = 4  # how much oftener than the other one of two countries may be named that an article is about


class Background:
    """What the article tells elsewhere: which meetings were held, where it is reported from."""

    def __init__(self, doc: Doc) -> None:
        known = doc._
        self._doc = doc
        self.published: str | None = known.published
        self.home: str | None = known.home
        self._month: str | None = known.published_month
        self.held: list[Occasion] = [o for o in known.meetings if o.status == "held"]
        self.planned = [set(o.parties) for o in known.meetings if o.status == "planned"]

    @cached_property
    def dateline(self) -> str | None:
        """The country from which the article is reported."""
        return dateline_country(self._doc)

    @cached_property
    def _news(self) -> DateMention | None:
        """The first day of the last ten before publication that the text names behind its headline and dateline."""
        if self.published is None:
            return None
        doc, oldest, published = self._doc, add_days(self.published, -10), self.published
        start = max((s.end for s in marked(doc, "layout")), default=0)
        lower, speech = words(doc).lower, relation_words().acts.speech
        mentions = (
            m
            for m in doc._.dates
            if m.start >= start and m.past and not m.past.end and speech.isdisjoint(lower[max(0, m.start - 3) : m.end + 3])
        )
        return next((m for m in mentions if len(m.past.start) == _DAY and oldest <= m.past.start <= published), None)

    @property
    def news_day(self) -> str | None:
        """The day of the news."""
        return self._news.past.start if self._news and self._news.past else None

    @cached_property
    def _residents(self) -> set[str]:
        """The ambassadors, who are in the country without visiting it."""
        return {person.name for person in self._doc._.officials if person.role_class == "ambassador"}

    @cached_property
    def _of_officials(self) -> set[str | None]:
        """The countries of the officials."""
        return {person.country for person in self._doc._.officials}

    @cached_property
    def _mentions(self) -> Counter[str]:
        """How often each country is named."""
        return Counter(s.id_ for s in marked(self._doc, "countries"))

    def meeting(self, codes: Collection[str], at: int) -> Occasion | None:
        """The meeting with these parties told last before token `at`, else the first told behind it."""
        with_all = [o for o in self.held if set(codes) <= set(o.parties)]
        before = [o for o in with_all if _first(o) <= at]
        return max(
            before,
            key=lambda o: (self._is_dated(o), set(codes) == set(o.parties), _last(o, at)),
            default=next(iter(with_all), None),
        )

    def met(self, codes: Collection[str]) -> bool:
        """Whether exactly these parties met, at a meeting of the news."""
        return any(set(codes) == set(o.parties) and not self._is_old(o) for o in self.held)

    def awaits(self, codes: Collection[str]) -> bool:
        """Whether these are to meet and have not met yet."""
        pair = set(codes)
        return any(pair <= parties for parties in self.planned) and not any(pair <= set(o.parties) for o in self.held)

    def is_about(self, codes: Collection[str]) -> bool:
        """Whether these met among others, officials of each are named, or the article is about these two."""
        together = any(set(codes) <= set(o.parties) for o in self.held)
        return together or set(codes) <= self._of_officials or set(codes) == set(self.pair())

    def month(self, codes: Collection[str], at: int) -> str | None:
        """The month in which what the article reports of these parties happened."""
        meeting = self.meeting(codes, at)
        date = meeting.date or "" if meeting and not self._is_old(meeting) else ""
        if len(date) >= _MONTH and (self.published is None or date <= self.published):
            return date[:_MONTH]
        return self.published[:_MONTH] if self.published else self._month

    def day(self, codes: Collection[str], at: int) -> str | None:
        """When those met who acted: the day of their meeting, the month of one of several days, else the day of the news."""
        meeting = self.meeting(codes, at)
        if meeting is None or self._is_old(meeting):
            return self.news_day
        if meeting.date and meeting.end and meeting.date < meeting.end <= (self.published or meeting.end):
            return meeting.date[:_MONTH]  # on one of its days
        return meeting.date or (self.news_day if self._news and self._news.start <= at else None)

    def _is_dated(self, meeting: Occasion) -> int:
        """How well the day of the meeting is known: best of one of the news."""
        return (meeting.date is not None) + (meeting.date is not None and not self._is_old(meeting))

    def _is_old(self, meeting: Occasion) -> bool:
        """Whether the meeting is not of the news: of a year only, or of a day more than two months before publication."""
        date = meeting.date or ""
        oldest = add_days(self.published, -60) if self.published else ""
        return len(date) == 4 or ("" < date < oldest[: len(date)])

    def pair(self) -> tuple[str, ...]:
        """The two countries that the article is about, where no third is named nearly as often."""
        named = self._mentions.most_common(3)
        third = named[2][1] if len(named) > 2 else 0
        return tuple(code for code, _ in named[:2]) if len(named) > 1 and 2 * third <= named[1][1] else ()

    def host(self, guest: str) -> str | None:
        """Where a guest of country `guest` is, if the article nowhere says it."""
        meetings = [o for o in self.held if guest in o.parties and o.mode not in {"phone", "video"}]
        others = [party for o in meetings if len(o.parties) == 2 for party in o.parties if party != guest and len(party) == 3]
        reported_from = [self.dateline] if self.dateline and self.dateline != guest else []
        pair = {*self.pair()} - {guest}
        return next(iter((*self.met_at(guest), *reported_from, *others, *(pair if len(pair) == 1 else ()))), None)

    def met_at(self, guest: str) -> list[str]:
        """The countries in which a guest of country `guest` met others."""
        met = (o for o in self.held if guest in o.parties and o.place_country in o.parties)
        return [o.place_country for o in met if o.place_country and o.place_country != guest]

    @cached_property
    def attackers(self) -> frozenset[str]:
        """The countries whose war or threat the article speaks of: "Norway's aggression"."""
        lower, threats = words(self._doc).lower, titles().sides.threats
        owners = (s for s in marked(self._doc, "countries") if lower[s.end : s.end + 1] == ["'s"] or s.label_ == "demonym")
        return frozenset(s.id_ for s in owners if not threats.isdisjoint(lower[s.end : s.end + _OWNED]))

    def guests(self, at: int) -> tuple[str, ...]:
        """The one foreign party of the meeting told last before token `at`, for which "the visiting general" stands."""
        meeting = self.meeting((self.home,), at) if self.home else None
        is_visit = meeting is not None and self._residents.isdisjoint(meeting.people)
        foreign = [party for party in meeting.parties if party != self.home] if meeting and is_visit else []
        return tuple(foreign) if meeting and len(foreign) == 1 and meeting.place_country not in foreign else ()

    def partner(self, code: str, at: int) -> tuple[str, ...]:
        """The country that `code` met last before token `at`, where it met no third."""
        meeting = self.meeting((code,), at)
        others = [party for party in meeting.parties if party != code] if meeting else []
        return tuple(others) if len(others) == 1 and len(others[0]) == len(code) else ()

    def other(self, code: str) -> tuple[str, ...]:
        """The one country that the article names besides `code`, if it is about both of them."""
        named = tuple(self._mentions.keys() - {code})
        return named if len(named) == 1 and _OF_BOTH * self._mentions[named[0]] >= self._mentions[code] else ()


def _first(occasion: Occasion) -> int:
    return min(s.sentence.start for s in occasion.tellings)


def _last(occasion: Occasion, at: int) -> int:
    return max(s.start for s in occasion.tellings if s.sentence.start <= at)
