"""Writing a file whole or not at all."""

import errno
import glob
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

StrPath = str | os.PathLike[str]

_LEFT_BEHIND = 24 * 60 * 60
"""Seconds after which a temporary file is one that a killed process left."""


@contextmanager
def replacing(path: StrPath) -> Iterator[Path]:
    """A temporary path beside `path`; the file written there takes its place if the block ends well, and is removed if not."""
    target = Path(path)
    if not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "there is no such folder", str(target.parent))
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder where a file should go", str(target))
    _remove_left_behind(target)
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        yield temporary
        os.replace(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)


def _remove_left_behind(target: Path) -> None:
    """Remove what processes that were killed while they wrote `target` left of it."""
    for path in target.parent.glob(f".*{glob.escape(target.name)}.*.tmp"):
        if path.stat().st_mtime < time.time() - _LEFT_BEHIND:
            path.unlink(missing_ok=True)
