"""Trips as something that happens to a traveller: what takes him somewhere, whence he is back, where he stops on the way."""

from itertools import pairwise

from extract.clauses.clauses import Sentence
from extract.relations.acts import codes_of, is_done
from extract.relations.destinations import Place, destinations, places_from
from extract.relations.journeys import Journey
from extract.relations.travellers import travellers
from extract.text.phrases import Found
from extract.words.relation_words import VisitWords, relation_words

_NEAR = 8  # tokens
_REACH = 10
_OF_PEOPLE = {"official", "office", "pronoun"}
_NAMING = {"which", "with"}


def taking(sentence: Sentence, hit: Found) -> Journey | None:
    """“The tour took X to Poland”, "talks brought X to Poland"."""
    lower, table = sentence.words.lower, _words()
    by_trip = not table.craft.union(table.nouns, table.occasions).isdisjoint(
        lower[max(sentence.start, hit.start - _REACH) : hit.start]
    )
    near = [a for a in sentence.arguments if hit.end <= a.actor.start < hit.end + _NEAR]
    first = next((k for k, a in enumerate(near) if a.actor.kind in _OF_PEOPLE), len(near))
    led = all(other.actor.start - one.actor.end < 2 for one, other in pairwise(near[: first + 1]))  # "U.S. | Gen. John Smith"
    if not by_trip or not near[first:] or not led or not is_done(sentence, hit.start):
        return None
    people = [near[first], *(a for a in sentence.arguments if a.actor.start > near[first].actor.start and a.actor.people)]
    to = next((found for a in people if (found := destinations(sentence, a.actor.end, {"to"}))), [])
    return Journey(codes_of(near[first : first + 1]), to, hit.start)


def returning(sentence: Sentence, hit: Found) -> Journey | None:
    """“X flew home from Poland”, "X is back from four days in Poland"."""
    lower = sentence.words.lower
    to = destinations(sentence, hit.end, {"from"})
    if not to and lower[hit.end : hit.end + 1] == ["from"]:
        lead = next((k for k in range(hit.end + 1, min(sentence.end, hit.end + _NEAR)) if lower[k] in _words().days), None)
        to = places_from(sentence, lead + 2) if lead is not None and lower[lead + 1 : lead + 2] == ["in"] else []
    done = is_done(sentence, hit.start)
    return Journey(travellers(sentence, hit.start), to, hit.start, is_over=True) if done else None


def stops_named(sentence: Sentence, after: int) -> list[Place]:
    """The places of ", in which Poland is the first stop", "with Poland the first leg", behind a noun of travel."""
    lower = sentence.words.lower
    leg = next((k for k in range(after, min(sentence.end, after + 2 * _NEAR)) if lower[k] in _words().legs), after)
    leads = (k for k in range(max(after, leg - _NEAR), leg) if lower[k] in _NAMING)
    return next((found for k in leads if (found := places_from(sentence, k + 1))), [])


def _words() -> VisitWords:
    return relation_words().visited
