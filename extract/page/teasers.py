"""Other stories that a page offers under no header: their teasers, and lists of their headlines behind the article."""

from collections.abc import Container, Iterator, Sequence

BULLETS = "-•*▪·‣●"
SHORTEST_LIST = 3  # lines
_MORE = frozenset({"see more", "read more", "continue reading", "more", "read on"})
_CUT = ("…", "...")
_CLOSED = (".", ":", ";", "!", "?", "…")
_HEADLINE = 4  # words


def teasers(lines: Sequence[str], prose: Container[int], first: int) -> Iterator[int]:
    """A headline behind line `first` with the beginning of its story and "see more"."""
    for number in range(max(first + 2, 2), len(lines) - 1):
        if lines[number].endswith(_CUT) and lines[number + 1].casefold().strip(" .…>»") in _MORE:
            headline = lines[number - 1]
            if number - 1 not in prose and not headline.endswith(_CLOSED) and len(headline.split()) >= _HEADLINE:
                yield from (number - 1, number)


def listed_behind(lines: Sequence[str], last: int) -> Iterator[int]:
    """The headlines with bullets right behind the article's last line of prose, `last`, if that announces no list."""
    end = last + 1
    while end < len(lines) and lines[end][0] in BULLETS and not lines[end].endswith(_CLOSED):
        end += 1
    if end - last > SHORTEST_LIST and last >= 0 and not lines[last].endswith(":"):
        yield from range(last + 1, end)
