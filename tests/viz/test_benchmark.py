import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_pages_open_and_move(chromium):
    """The table has a row for the graph and two for the overview; our page came to rest."""
    run = subprocess.run(
        [sys.executable, ROOT / "benchmarks/page.py", "100", "--limit", "10"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    _, names, figures, _, _, explorer, plain = run.stdout.splitlines()
    assert (names.split()[0], figures.split()[0]) == ("nodes", "100")
    assert "never" not in figures.split()[:5]
    assert explorer.split()[0] == "explorer"
    assert all(float(frames) > 0 for frames in explorer.split()[1:])
    assert plain.split()[:2] == ["plain", "pyvis"]
