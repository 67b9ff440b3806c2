"""Owns what holds for every test: no settings from outside, a cache of its own, the same random examples every time.

The command line is built once and not for every call, which takes as long as scoring a small bid.
"""

import os
import shutil
import tempfile
from functools import cache

import pytest
import typer.main
import typer.testing
from hypothesis import HealthCheck, Phase, settings

OUTSIDE = ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "TERMINAL_WIDTH", "SV_TRACEBACK", "SV_NO_CACHE")
CACHE = pytest.StashKey[str]()

# Examples are the same on every run, so that a build does not fail by luck; HYPOTHESIS_PROFILE=search looks further.
# What fails is made short, and not varied to explain it, which takes minutes where every example scores a table.
settings.register_profile(
    "same",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)
settings.register_profile("search", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_configure(config: pytest.Config) -> None:
    """Before anything is imported or run."""
    for name in OUTSIDE:
        os.environ.pop(name, None)
    typer.main.get_command = typer.testing._get_command = cache(typer.main.get_command)
    config.stash[CACHE] = os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="sv-tests-")


def pytest_unconfigure(config: pytest.Config) -> None:
    """When all is done."""
    shutil.rmtree(config.stash[CACHE], ignore_errors=True)
