"""For which country's side an article names people: "on the Malian side", "X led the Malian delegation"."""

from collections.abc import Sequence
from functools import cached_property

from extract.officials.naming import Naming
from extract.references.named import Mention, Named
from extract.words.lexicon import titles

_NOUNS = frozenset({"side", "delegation", "team", "contingent"})
_OF_SIDE = 4  # tokens from a country to the end of its side: "the Malian army contingent"
_OWNED = frozenset(
    {"'s", "army", "navy", "military", "defense", "defence", "government", "force", "air", "ministerial", "high-level"}
)
_TO_ESCORT = 6  # words from a country to who accompanies its minister
_ARTICLES = frozenset({"the", "a", "an", "its"})
_PLACED = frozenset({"on", "from"})
_REPRESENTING = frozenset({"represented", "represents", "representing"})
_CUES = _NOUNS | _REPRESENTING | {"accompanied"}
_HEADS = frozenset({"head", "command", "charge", "leader", "chair"})
_BEING = frozenset({"was", "were", "is", "are", "stood"})
_SITTINGS = frozenset({"meeting", "meetings", "talks", "discussion", "discussions", "audience", "visiting"})


class Sides:
    """The sides of which one article tells."""

    def __init__(self, named: Named) -> None:
        self.named, self.lower = named, named.lower

    def of(self, naming: Naming) -> str | None:
        """The country for whose side one is named."""
        return (self._before(naming) or self._behind(naming)) if self._are_told else None

    @cached_property
    def _are_told(self) -> bool:
        return bool(self.named.words.positions.of(_CUES))

    def _noun_end(self, mention: Mention) -> int:
        """The end of the noun of a side that is the country's; 0 where there is none."""
        end = min(mention.end + _OF_SIDE, len(self.lower))
        noun = next((k for k in range(mention.end, end) if self.lower[k] in _NOUNS), None)
        return noun + 1 if noun is not None and _OWNED.issuperset(self.lower[mention.end : noun]) else 0

    def _before(self, naming: Naming) -> str | None:
        """Of the side told last before him in his sentence: "on the Malian side X", "the Malian side was led by X"."""
        first, _ = self.named.sentence(naming.start)
        mentions = self.named.named_from(first, naming.start)
        for mention in reversed(mentions):
            noun = self._noun_end(mention)
            if noun > naming.start:
                continue
            way = self.lower[noun or mention.end : naming.start]
            if noun and self._is_placed(mention):
                stays = (titles().sides.meeting - _SITTINGS).isdisjoint(way) and "with" not in way
                return mention.code if stays and not self._follow_names(mentions, first) else None
            if self._leads_to(way, bool(noun), self.lower[first : mention.start]):
                return mention.code
        return None

    def _is_placed(self, mention: Mention) -> bool:
        """Whether the country's side is told to be where people are: "on the Malian side"."""
        return self.named.preposition(mention.start) in _PLACED

    def _follow_names(self, mentions: Sequence[Mention], first: int) -> bool:
        """Whether the sides of a sentence stand behind their people: "X on the Malian side and Y on the Norwegian side"."""
        side = next(mention.start for mention in mentions if self._is_placed(mention) and self._noun_end(mention))
        return bool(self.named.namings_from(first, side))

    def _leads_to(self, way: Sequence[str], is_side: bool, before: Sequence[str]) -> bool:
        """Whether words lead from a side, or a country that is represented, right to its head."""
        told = [word for word in way if word not in _ARTICLES]
        if told[-2:] == ["accompanied", "by"]:  # "the Malian minister was accompanied by X"
            return len(told) <= _TO_ESCORT and titles().sides.opposing.isdisjoint(told)
        if told[-1:] == ["by"]:
            verbs = titles().sides.heading | _REPRESENTING if is_side else _REPRESENTING
            return not verbs.isdisjoint(before if len(told) == 1 else told[-2:-1])
        at_head = "head" in before[-4:] or not _REPRESENTING.isdisjoint(before[-2:])
        return is_side and at_head and len(told) == 1 and told[0] in _BEING

    def _behind(self, naming: Naming) -> str | None:
        """Of the side that he is told to be on, or to lead: "X led the Malian side", "X represented Mali"."""
        end = max(naming.end, naming.name_end)
        _, last = self.named.sentence(naming.start)
        following = self.named.namings_from(end, last)
        mention = next(iter(self.named.named_from(end, following[0][0] if following else last)), None)
        if mention is None:
            return None
        if self._is_placed(mention) and self._noun_end(mention):
            return mention.code
        way = [word for word in self.lower[end : mention.start] if word not in _ARTICLES]
        heads = self._noun_end(mention) and (
            not titles().sides.heading.isdisjoint(way[-1:]) or (way[-1:] == ["of"] and not _HEADS.isdisjoint(way[-2:-1]))
        )
        told = heads or not _REPRESENTING.isdisjoint(way[-1:])
        return mention.code if told and (titles().sides.opposing - {"chaired"}).isdisjoint(way) else None
