"""Owns the check `share`: the least and the greatest part of the social value that some measures may make up."""

from collections.abc import Iterator
from decimal import Decimal

from sv_cli.checks.case import Case, Violation
from sv_cli.checks.settings import Settings as Base
from sv_cli.checks.words import percent
from sv_cli.library.framework_shapes import Selection

KINDS = ("share-out-of-limits",)
LIMITS = ("least_percent", "most_percent")


class Settings(Base, frozen=True):
    """``of``: which measures; ``least_percent`` and ``most_percent`` of the present value of the whole bid."""

    of: Selection
    least_percent: Decimal | None = None
    most_percent: Decimal | None = None


def judge(settings: Settings, case: Case) -> Iterator[Violation]:
    """One violation for each limit that is broken. A bid without value has no shares; other rules are about that."""
    whole = sum((line.present or Decimal(0) for line in case.valued()), Decimal(0))
    if whole <= 0:
        return
    found = sum((line.present or Decimal(0) for line in case.valued(settings.of)), Decimal(0)) * 100 / whole
    for wanted in _broken(settings, found):
        fields = {"what": case.selecting.words(settings.of), "found": percent(found), "wanted": wanted}
        yield Violation("share-out-of-limits", fields)


def _broken(settings: Settings, found: Decimal) -> Iterator[str]:
    if settings.least_percent is not None and found < settings.least_percent:
        yield f"at least {percent(settings.least_percent)}"
    if settings.most_percent is not None and found > settings.most_percent:
        yield f"at most {percent(settings.most_percent)}"
