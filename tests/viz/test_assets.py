"""The page's scripts, as far as they can be checked without a browser."""

import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent


def test_the_types_of_the_scripts_agree(npm_package):
    """`tsc --checkJs`, by the settings of tsconfig.json, reports nothing."""
    compiler = npm_package("typescript") / "bin/tsc"
    node = shutil.which("node")
    run = subprocess.run([node, compiler, "--project", HERE / "tsconfig.json"], capture_output=True, text=True)
    assert (run.stdout, run.returncode) == ("", 0)
