"""What an act is about: of defence or the whole relationship, or of civil matters alone."""

from collections.abc import Iterable
from functools import cache

from spacy.tokens import Doc

from extract.relations.acts import Relation, with_plurals
from extract.text.phrases import Phrases
from extract.text.tokens import split
from extract.words.relation_words import relation_words

_ABOUT = {"agreed", "signed", "aided", "supplied_arms"}  # kinds of acts that need be of defence
_SIGNED = {"signed", "supplied_arms"}  # of which the sentence tells more than the detail
_CIVIL, _DEFENCE, _UNTOLD = "civil", "defence", ""


def without_civil(told: Iterable[Relation], doc: Doc) -> list[Relation]:
    """The relations, but for what has nothing to do with defence, nor with the whole relationship."""
    about = [(relation, _matter_of(relation)) for relation in told]
    headline = _UNTOLD if all(matter for _, matter in about) else _headline(doc)
    return [relation for relation, matter in about if (matter or headline) != _CIVIL]


def _matter_of(relation: Relation) -> str:
    """What the act is about by its detail, or its whole sentence. Visits and drills are of the whole."""
    if relation.type not in _ABOUT:
        return _DEFENCE
    return _matter(relation.sentence.lower if relation.type in _SIGNED else split((relation.detail or "").lower()))


def _headline(doc: Doc) -> str:
    """What the headline is about."""
    return _matter(split((doc._.title or "").lower()))


def _matter(lower: list[str]) -> str:
    """What the words are about; a word of defence that belongs to civil words tells nothing: "health | security"."""
    civil = _civil().find(lower, 0, len(lower))
    if not civil:
        return _DEFENCE if _of_defence().first(lower, 0, len(lower)) else _UNTOLD
    taken = {k for hit in civil for k in range(hit.start, hit.end + 1)}
    return _DEFENCE if any(hit.start not in taken for hit in _of_defence().find(lower, 0, len(lower))) else _CIVIL


@cache
def _civil() -> Phrases:
    return with_plurals(relation_words().matter.civil)


@cache
def _of_defence() -> Phrases:
    return with_plurals(relation_words().matter.defence)
