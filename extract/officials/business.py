"""Whether an office is one in a firm, a society or a community, and its holder no official."""

from extract.officials.office_tails import ACRONYM
from extract.text.prose import Prose
from extract.words.lexicon import Titles
from extract.words.roles import spelled_bodies

_LINE = 12  # words
_LINE_ENDS = frozenset("\n.;:(")
_CORPORATE = frozenset({"senior", "assistant", "associate", "group"})  # "Senior Vice President"
_REALMS = frozenset({"country", "nation", "republic", "state", "kingdom", "federation", "union"})


def is_business(start: int, head: int, end: int, countries: tuple[str, ...], found: Prose, table: Titles) -> bool:
    """Whether it is an office in a firm or a society: "president of Embraer", "X, director, Holm Institute", "NAACP chair"."""
    if found.lower[head] not in table.business_heads:
        return False
    if not table.private.isdisjoint(found.lower[start:end]):
        return True
    if found.lower[head] == "leader" and not table.civic.isdisjoint(found.lower[start:head]):
        return True
    if countries:
        return False
    if not table.firm_heads.isdisjoint(found.lower[head : end + 3]):
        return True
    if found.lower[head] == "president" and head + 1 < end and found.lower[head + 1] in {"of", ","}:
        named = range(head + 2, end)
        if not any(found.lower[k] in table.presided or ACRONYM.match(found.text[k]) for k in named):
            return True
    if "," in found.lower[head:end] and found.lower[end - 1] in table.societies:
        return True
    beside = (head - 1, end - 1, end + 1 if found.lower[end : end + 1] in ([","], ["at"]) else head)
    if found.lower[head] in {"president", "vp"} and not _CORPORATE.isdisjoint(found.lower[start:head]):
        return True
    if found.lower[head] in {"president", "leader"} and any(i != head and _is_firm(i, found) for i in beside):
        return True
    if found.says(end, ",") and found.says(start - 1, ","):
        return _is_private(end + 1, found, table)
    k = end + (found.lower[end : end + 1] in (["of"], ["for"], ["at"]))
    if k == end:
        return not table.schools.isdisjoint(found.lower[head:end])
    k += found.says(k, "the")
    k = found.owners[k].end if k in found.owners and found.owners[k].label == "demonym" else k
    if found.lower[head] == "president" and found.says(end, "of") and k not in found.owners and k < len(found.text):
        return _REALMS.isdisjoint(found.lower[k : k + 3]) and (not found.text[k].isupper() or _is_firm(k, found))
    return k < len(found.text) and found.text[k][0].isupper() and k not in found.owners and not found.text[k].isupper()


def _is_private(k: int, found: Prose, table: Titles) -> bool:
    """Whether the words from `k` to the end of the line or the sentence name a firm or a society: "| Bricks for Homes;"."""
    count = len(found.text)
    stop = min(k + _LINE, count)
    end = next((j for j in range(k, stop) if not (found.text[j][0].isalnum() or found.text[j][0] in "'’")), stop)
    words = found.lower[k:end]
    if not found.is_capital(k) or (end < count and found.text[end][0] not in _LINE_ENDS):
        return False
    if not table.private.isdisjoint(words) or not table.schools.isdisjoint(words):
        return True
    public = (words[-1] not in table.societies and not table.bodies.isdisjoint(words)) or any(
        ACRONYM.match(word) for word in found.text[k:end]
    )
    return not public and found.owners.keys().isdisjoint(range(k, end))


def _is_firm(i: int, found: Prose) -> bool:
    """Whether an acronym at word `i` is no country's and no body's of government."""
    word = found.text[i] if 0 <= i < len(found.text) else ""
    return bool(ACRONYM.match(word)) and len(word) > 2 and word not in spelled_bodies() and i not in found.owners
