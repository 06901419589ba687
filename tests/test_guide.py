"""The documents tell the truth: their code runs, and what they show is what comes out."""

import re
import shlex
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

RunKg = Callable[..., subprocess.CompletedProcess[str]]

DOCUMENTS = ("README.md", "docs/guide.md")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(document: Path) -> Iterator[tuple[str, str]]:
    """The language and the code of each block, in order."""
    for block in BLOCK.finditer(document.read_text("utf-8")):
        yield block[1], block[2]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_code_in_documents_runs(
    name: str, root: Path, seeds: Path, run_kg: RunKg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python blocks share one namespace; of shell blocks the lines that begin with `kg` run; a `text` block is their output."""
    monkeypatch.chdir(tmp_path)
    Path("seeds").symlink_to(seeds)
    namespace: dict[str, object] = {}
    output, ran = "", 0
    for language, code in blocks(root / name):
        if language == "python":
            exec(compile(code, name, "exec"), namespace)
            ran += 1
        elif language == "sh":
            runs = [run_kg(*shlex.split(line)[1:], cwd=tmp_path) for line in code.splitlines() if line.startswith("kg ")]
            assert all(run.returncode == 0 for run in runs), runs
            output = "".join(run.stdout for run in runs)
            ran += len(runs)
        elif language == "text":
            assert code == output
    assert ran
