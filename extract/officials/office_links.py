"""Words that lead from an office to its field, or to what its holder is besides."""

from extract.text.prose import Prose

_CHARGES = (("responsible", "for"), ("with", "responsibility", "for"), ("charged", "with"), ("in", "charge", "of"))
_BESIDES = (("and", "at", "the", "same", "time"), ("and", "simultaneously"), ("and", "also"), ("as", "well", "as"))
_OF_TWO = frozenset({"also", "as"})  # "the president and also the minister" are two people, "… and also its minister" is one
_CHARGING, _ADDING = (frozenset(words[0] for words in phrases) for phrases in (_CHARGES, _BESIDES))
_POSSESSIVES = frozenset({"its", "his", "her", "their"})


def past_charge(k: int, found: Prose) -> int:
    """The word after what leads from word `k` to a minister's field: "with responsibility for | Defence"; else `k`."""
    start = k + found.says(k, ",")
    if _CHARGING.isdisjoint(found.lower[start : start + 1]):
        return k
    said = next((words for words in _CHARGES if found.says(start, *words)), ())
    end = start + len(said)
    end += found.says(end, "the")
    return end if said and end < len(found.lower) else k


def past_besides(k: int, found: Prose) -> int:
    """The word after what leads from word `k` to a second office of one holder: "and at the same time its | …"; else `k`."""
    if found.lower[k] not in _ADDING:
        return k
    said = next((words for words in _BESIDES if found.says(k, *words)), ())
    end = k + len(said)
    owned = not _POSSESSIVES.isdisjoint(found.lower[end : end + 1])
    return end + owned if said and (owned or said[-1] not in _OF_TWO) else k
