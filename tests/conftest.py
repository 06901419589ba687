"""What several tests share: the clone, the seeds, npm packages, the `kg` command in its own process, a graph of the seeds."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.presence import absent

ROOT = Path(__file__).parents[1]

RunKg = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def seeds() -> Path:
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def npm_package() -> Callable[[str], Path]:
    """The folder of a package that package.json names, from NODE_PATH or from where `npm ci` puts it beside these tests."""

    def npm_package(name: str) -> Path:
        homes = [*filter(None, os.environ.get("NODE_PATH", "").split(os.pathsep)), Path(__file__).parent / "node_modules"]
        found = next((Path(home, name) for home in homes if Path(home, name).is_dir()), None)
        return found or absent(f"{name} (npm ci --prefix tests)")

    return npm_package


@pytest.fixture(scope="session")
def run_kg() -> RunKg:
    """`run_kg(*arguments, cwd=…, env=…, stdin=…)` runs `python -m kg` of this clone."""

    def run(
        *arguments: str | Path, cwd: Path, env: Mapping[str, str] | None = None, stdin: str = ""
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "kg", *map(str, arguments)],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
        )

    return run


@pytest.fixture(scope="session")
def built(run_kg: RunKg, seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which `kg build seeds --out graph` was run, with its standard output in `output.txt`."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "seeds").symlink_to(seeds)
    run = run_kg("build", "seeds", "--out", "graph", cwd=folder)
    assert (run.returncode, run.stderr) == (0, "")
    (folder / "output.txt").write_text(run.stdout, "utf-8")
    return folder
