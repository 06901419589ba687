"""What the `kg` command prints: results to standard output, everything else to standard error.

Text of articles is hostile to terminals as well: nothing is printed here before its control characters are made harmless.
"""

import csv
import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

# C0 and C1 controls (escape sequences), line separators, marks that turn the direction of text, lone surrogates.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_SPACES = "\t\n\r\u2028\u2029"
_GAP = "  "
_BAR = 30
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
"""What spreadsheets take for the beginning of a formula: https://owasp.org/www-community/attacks/CSV_Injection."""


def harmless(text: str) -> str:
    """Text on one line that no terminal obeys."""
    return _CONTROL.sub(lambda found: " " if found[0] in _SPACES else "\ufffd", text)


def print_line(text: str) -> None:
    """One line on standard output."""
    sys.stdout.write(harmless(text) + "\n")


def print_notice(text: str) -> None:
    """One line on standard error."""
    sys.stderr.write(_line_start() + harmless(text) + "\n")


def print_progress(text: str) -> None:
    """What is going on, in the place of what was said of it last; only where standard error is a terminal."""
    if sys.stderr.isatty():
        sys.stderr.write(_line_start() + harmless(text))
        sys.stderr.flush()


def print_bar(done: int, total: int | None) -> None:
    """How far it is, as `print_progress` prints; a count alone where it is not known how many there are."""
    if total:
        full = min(done, total) * _BAR // total
        print_progress(f"[{'#' * full}{'-' * (_BAR - full)}] {done:,} of {total:,} articles")
    else:
        print_progress(f"articles: {done:,}")


def _line_start() -> str:
    return "\r\x1b[K" if sys.stderr.isatty() else ""


def json_line(value: Mapping[str, Any]) -> str:
    """A JSON object on one line, with every control character escaped."""
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def print_json(values: Iterable[Mapping[str, Any]]) -> None:
    """A JSON array, one object a line."""
    sys.stdout.write("[" + ",\n ".join(map(json_line, values)) + "]\n")


def print_csv(columns: Sequence[str], rows: Iterable[Sequence[str | float | bool | None]]) -> None:
    """Comma-separated values (RFC 4180, but for plain line feeds) with a header; to a spreadsheet no text is a formula."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([no_formula(harmless(cell)) if isinstance(cell, str) else cell for cell in row] for row in rows)


def no_formula(text: str) -> str:
    """Text that a spreadsheet does not run; an apostrophe makes it so."""
    return f"'{text}" if _FORMULA.match(text) else text


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table that fits the terminal; wide plain columns, nothing cut, where the output goes elsewhere."""
    cells = [[harmless(cell) for cell in row] for row in rows]
    if sys.stdout.isatty():
        _print_fitted(columns, cells)
    else:
        _print_plain([list(columns), *cells])


def _print_fitted(columns: Sequence[str], rows: list[list[str]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    Console().print(table)


def _print_plain(rows: list[list[str]]) -> None:
    from rich.cells import cell_len

    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
        sys.stdout.write(_GAP.join(padded).rstrip() + "\n")
