"""Officials whose name and office have a line each, one below the other, as under a statement or at the head of a release."""

from collections.abc import Container, Iterator, Sequence

from extract.officials.names import name_end
from extract.officials.naming import Naming
from extract.officials.offices import Office
from extract.text.prose import Prose
from extract.words.lexicon import titles

_LONGEST = 12  # words of a line with a name


def find_signatures(found: Prose, offices: Sequence[Office], closed: Container[int]) -> Iterator[Naming]:
    """Who has a line of his own right above or below the lines of his offices, with his country where a line below tells it."""
    lines: list[Office] = []
    for office in offices:
        if office.plural or not _fills_line(office.start, office.end, found):
            continue
        if not lines or lines[-1].end + 1 != office.start or not _breaks_once(lines[-1].end, found):
            yield from _signature(lines, found, closed)
            lines = []
        lines.append(office)
    yield from _signature(lines, found, closed)


def _signature(lines: Sequence[Office], found: Prose, closed: Container[int]) -> Iterator[Naming]:
    """The name above these offices, one a line, or else below."""
    if not lines:
        return
    above, below = lines[0].start - 1, lines[-1].end
    start, end = _name_ending(above, found, closed) if _breaks_once(above, found) else (0, 0)
    if start == end and _breaks_once(below, found):
        start, end = _name_on_line(below + 1, found, closed)
    if start < end:
        country = next((office.country for office in lines if office.country), None) or _country_below(below, found)
        yield Naming(start, end, start, end, tuple(lines), country=country)


def _name_ending(end: int, found: Prose, closed: Container[int]) -> tuple[int, int]:
    """The name that fills the line before the break at word `end`; an empty stretch where none does."""
    start = next((k + 1 for k in range(end - 1, max(end - _LONGEST, -1), -1) if _breaks(k, found)), None)
    start = 0 if start is None and end < _LONGEST else start
    return (end, end) if start is None else _name_on_line(start, found, closed)


def _name_on_line(start: int, found: Prose, closed: Container[int]) -> tuple[int, int]:
    """The name that fills the line from word `start` on but for titles; an empty stretch where none does."""
    table, first = titles(), start
    while first < len(found.text) and (found.lower[first] in table.style_words or found.lower[first] == "the"):
        first += 1
    end = name_end(first, found, closed)
    rest = end
    while rest < len(found.text) and (found.lower[rest] in table.post_nominals or found.lower[rest] == ","):
        rest += 1
    return (first, end) if end - first > 1 and _breaks(rest, found) else (start, start)


def _country_below(at: int, found: Prose) -> str | None:
    """The country that fills the line below the break at word `at`."""
    owner = found.owners.get(at + 1)
    return owner.code if owner and _fills_line(owner.start, owner.end, found) else None


def _fills_line(start: int, end: int, found: Prose) -> bool:
    return _breaks(start - 1, found) and _breaks(end, found)


def _breaks(k: int, found: Prose) -> bool:
    """Whether a line ends at word `k`, or the text."""
    return not 0 <= k < len(found.text) or "\n" in found.text[k]


def _breaks_once(k: int, found: Prose) -> bool:
    """Whether at word `k` the next line follows without a blank one."""
    return 0 <= k < len(found.text) and found.text[k].count("\n") == 1
