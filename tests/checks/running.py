"""Owns the running of a check in a test, as the command runs it, on a day of the test's choosing."""

import os
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from sv_cli.commands.check import CheckRequest, check
from sv_cli.commands.parts import Request
from sv_cli.commands.written import Destination
from sv_cli.reports.screen import Screen

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE / "examples"
LIBRARY = HERE / "library"
TODAY = date(2026, 11, 23)


@contextmanager
def inside(folder):
    """Work in ``folder``, so that what is told names files as somebody there would."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def checked(*bids, framework="framework.yaml", format_name="text", method="gross", today=TODAY, **rest):
    """The outcome of `sv check`, valued by the little library beside this file."""
    contract = {"contract": rest.pop("contract")} if "contract" in rest else {}
    asked = Request(libraries=(LIBRARY, *rest.pop("libraries", ())), method=method, price_year="2025", **contract)
    screen = Screen(verbose=rest.pop("verbose", False))
    destination = Destination(format_name)
    return check(CheckRequest(bids, framework and str(framework), asked, destination, screen, today, **rest))


def told(bid):
    """What the check says of an example; the framework stands beside it, by its name or for all of the folder."""
    own = bid.with_name(f"framework-{bid.stem}.yaml")
    with inside(bid.parent):
        return checked(bid.name, framework=own.name if own.exists() else "framework.yaml").text
