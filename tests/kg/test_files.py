"""Whole or not at all, and nothing left behind."""

import os
import time
from pathlib import Path

import pytest

from kg.files import replacing


def test_the_new_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")
    with replacing(target) as temporary:
        temporary.write_text("new")
        assert target.read_text() == "old"
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"out.txt": "new"}


@pytest.mark.parametrize(("target", "error"), [("gone/out.txt", FileNotFoundError), ("", IsADirectoryError)])
def test_a_place_that_is_none_is_said_before_anything_is_written(target: str, error: type[OSError], tmp_path: Path) -> None:
    with pytest.raises(error) as raised, replacing(tmp_path / target):
        pytest.fail("the block ran")
    assert ";" not in str(raised.value)  # the caller gives the advice
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_long_ago_goes_and_all_else_stays(tmp_path: Path) -> None:
    long_ago = time.time() - 100_000
    for name in (".out[1].txt.aa.tmp", "..out[1].txt.aa.tmp.bb.tmp", ".other.aa.tmp", "out[1].txt.tmp"):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (long_ago, long_ago))
    (tmp_path / ".out[1].txt.cc.tmp").touch()  # may be another process at work
    with replacing(tmp_path / "out[1].txt") as temporary:
        temporary.touch()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".other.aa.tmp", ".out[1].txt.cc.tmp", "out[1].txt", "out[1].txt.tmp"
    ]  # fmt: skip
