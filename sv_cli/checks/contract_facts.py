"""Owns the check `contract-facts`: what a bid has to state of its contract."""

from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta

from sv_cli.checks.case import Case, Violation
from sv_cli.checks.settings import Settings as Base

KINDS = ("contract-fact-missing",)
_NAMES = {"years": "length in years", "supplier": "supplier"}


class Settings(Base, frozen=True):
    """``what``: the facts that have to be stated."""

    what: Annotated[tuple[Literal["supplier", "title", "value", "start", "years", "place"], ...], Meta(min_length=1)]


def judge(settings: Settings, case: Case) -> Iterator[Violation]:
    """One finding for each fact that is missing."""
    for name in settings.what:
        if getattr(case.contract, name) is None:
            yield Violation("contract-fact-missing", {"what": _NAMES.get(name, name)})
