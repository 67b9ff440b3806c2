"""Owns what holds for every test: no settings from outside, a cache of its own, the same random examples every time.

The command line is built once and not for every call, which takes as long as scoring a small bid; and so are the
bytes of the library that ships, and of the program that it is made by, which do not change while the tests run.
"""

import gc
import os
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import typer.main
import typer.testing
from hypothesis import HealthCheck, Phase, settings

from sv_cli.library import cache as libraries
from sv_cli.library import load
from sv_cli.library.faults import Faults
from sv_cli.library.find import shipped_folder
from sv_cli.library.layers import RawLayer
from tests.examples import SEARCHING

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
settings.load_profile("search" if SEARCHING else "same")


def pytest_configure(config: pytest.Config) -> None:
    """Before any test is imported or run."""
    for name in OUTSIDE:
        os.environ.pop(name, None)
    typer.main.get_command = typer.testing._get_command = cache(typer.main.get_command)
    load.read_layer = _read_once(load.read_layer)
    libraries._code = cache(libraries._code)
    config.stash[CACHE] = os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="sv-tests-")
    gc.set_threshold(50_000)  # as the program does
    load.load_library()  # whoever loads it from now on is given the same one, and what is made of it is made once


def pytest_collection_finish() -> None:
    """Exempt all objects that exist before the first test, and that stay, from garbage collection."""
    gc.freeze()


def _read_once(read: Callable[..., RawLayer]) -> Callable[..., RawLayer]:
    """``read``, but the shipped library is read only once; it has no faults, or no test would run."""
    shipped = cache(lambda: read(shipped_folder(), Faults(), links=True))

    def layer(path: Path, faults: Faults, *, links: bool = False) -> RawLayer:
        return shipped() if links and path == shipped_folder() else read(path, faults, links=links)

    return layer


def pytest_unconfigure(config: pytest.Config) -> None:
    """When all is done."""
    shutil.rmtree(config.stash[CACHE], ignore_errors=True)
