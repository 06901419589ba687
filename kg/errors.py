"""What can go wrong in making, keeping and asking a graph.

KgError
├── RecordError             records that make no graph: two of one id, a date or a code that is none
├── QuestionError           a question that cannot be understood: an unknown status, kind, office or date
│   ├── UnknownNameError    a person, country or organization that nobody knows; offers the nearest
│   └── AmbiguousNameError  a name that several officials bear; tells them apart
├── CorrectionError         a file of corrections that cannot be understood
├── MissingLibraryError     a format that needs a library which is not installed
└── StoreError              a file that is no store, is a newer one, or cannot be read
"""

from collections.abc import Sequence

_NAMED = 5
"""Of those who bear an ambiguous name, how many are named."""


class KgError(Exception):
    """The root of the package's errors; its message is one line: what, where, what to do."""


class RecordError(KgError):
    """Records that make no graph."""


class QuestionError(KgError):
    """A question that cannot be understood."""


class UnknownNameError(QuestionError):
    """A name that neither the gazetteer nor the graph knows; `nearest` are the likeliest that were meant."""

    def __init__(self, name: str, nearest: Sequence[str] = ()) -> None:
        self.name = name
        self.nearest = tuple(nearest)
        advice = f"did you mean {' or '.join(self.nearest)}?" if self.nearest else "check the spelling"
        super().__init__(f"unknown name {name!r}; {advice}")


class AmbiguousNameError(QuestionError):
    """A name that several officials bear; `ids` are theirs, the best known first, and can be asked for instead of the name."""

    def __init__(self, name: str, ids: Sequence[str]) -> None:
        self.name = name
        self.ids = tuple(ids)
        more = len(self.ids) - _NAMED
        told = [*self.ids[:_NAMED], *([f"one of {more} others"] if more > 0 else [])]
        super().__init__(f"{name!r} may be {' or '.join(told)}; ask with the full name or with one of these")


class CorrectionError(KgError):
    """A file of corrections that cannot be understood."""


class MissingLibraryError(KgError):
    """A format that needs a library which is not installed; `extra` of this package brings it."""

    def __init__(self, what: str, library: str, extra: str) -> None:
        super().__init__(f"{what} needs {library}, which is not installed; pip install 'defense-kg[{extra}]'")


class StoreError(KgError):
    """A store that cannot be opened or written."""
