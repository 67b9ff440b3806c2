"""Owns the check `value`: how much social value there has to be, in pounds or as a share of the contract's value."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from sv_cli.checks.case import Case, Violation
from sv_cli.checks.settings import Settings as Base
from sv_cli.checks.words import called, percent, pounds
from sv_cli.library.framework_shapes import Selection
from sv_cli.model.bids import Commitment
from sv_cli.model.valuations import Line

KINDS = ("value-too-low", "value-too-high")
LIMITS = ("least", "least_percent", "most", "most_percent")
_HUNDRED = Decimal(100)


class Settings(Base, frozen=True):
    """Limits in pounds, and in per cent of the contract's value; ``of``: which measures.

    ``amount`` is the present, net or gross value. ``per`` is the whole contract, a year of it (the value
    divided by the contract's years), or every commitment by itself.
    """

    least: Decimal | None = None
    least_percent: Decimal | None = None
    most: Decimal | None = None
    most_percent: Decimal | None = None
    amount: Literal["present", "net", "gross"] = "present"
    per: Literal["contract", "year", "commitment"] = "contract"
    of: Selection = Selection()


def judge(settings: Settings, case: Case) -> Iterator[Violation]:
    """A violation for each amount below the highest lower limit or above the lowest upper limit."""
    low, high = _limits(settings, case)
    for what, found, commitment in _amounts(settings, case):
        fields = {"what": what, "found": _in_words(found, settings, case)}
        if low is not None and found < low[0]:
            yield Violation("value-too-low", fields | {"wanted": low[1]}, commitment)
        if high is not None and found > high[0]:
            yield Violation("value-too-high", fields | {"wanted": high[1]}, commitment)


Limit = tuple[Decimal, str]


def _limits(settings: Settings, case: Case) -> tuple[Limit | None, Limit | None]:
    lows = [*_in_pounds(settings.least), *_in_percent(settings.least_percent, settings, case)]
    highs = [*_in_pounds(settings.most), *_in_percent(settings.most_percent, settings, case)]
    return max(lows, default=None), min(highs, default=None)


def _in_pounds(limit: Decimal | None) -> Iterator[Limit]:
    if limit is not None:
        yield limit, pounds(limit)


def _in_percent(share: Decimal | None, settings: Settings, case: Case) -> Iterator[Limit]:
    if share is None:
        return
    whole = case.contract_value()
    what = "the contract value of"
    if settings.per == "year":
        whole, what = whole / case.contract_years(), "the contract's yearly value of"
    what = f"{what} {pounds(whole)}"
    yield whole * share / _HUNDRED, f"{pounds(whole * share / _HUNDRED)} ({percent(share)} of {what})"


def _amounts(settings: Settings, case: Case) -> Iterator[tuple[str, Decimal, Commitment | None]]:
    lines = case.valued(settings.of)
    if settings.per == "commitment":
        for line in lines:
            yield repr(called(line)), _amount(line, settings), line.commitment
        return
    total = sum((_amount(line, settings) for line in lines), Decimal(0))
    what = "the social value promised"
    if not settings.of.everything:
        what += f" under {case.selecting.words(settings.of)}"
    if settings.per == "year":
        yield f"{what}, on average over the contract's years,", total / case.contract_years(), None
    else:
        yield what, total, None


def _amount(line: Line, settings: Settings) -> Decimal:
    return getattr(line, settings.amount) or Decimal(0)


def _in_words(found: Decimal, settings: Settings, case: Case) -> str:
    shared = settings.least_percent is not None or settings.most_percent is not None
    if not shared or settings.per == "year" or not case.contract.value:
        return pounds(found)
    return f"{pounds(found)} ({percent(found * _HUNDRED / case.contract.value)})"
