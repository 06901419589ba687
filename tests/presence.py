"""What a test needs that is not there."""

import os
from typing import NoReturn

import pytest


def absent(what: str) -> NoReturn:
    """Without it a contributor goes on; the project's own check does not."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is not installed")
    pytest.skip(f"{what} is not installed")
