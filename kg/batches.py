"""Items taken some at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

_T = TypeVar("_T")


def batches(items: Iterable[_T], size: int) -> Iterator[list[_T]]:
    """The items in lists of `size`, the last of which may be shorter."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
