"""Owns the check `quantity`: how much of a measure has to be promised, and may be."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from sv_cli.checks.case import Case, Ground, Violation, distinct
from sv_cli.checks.settings import Settings as Base
from sv_cli.checks.words import called
from sv_cli.library.framework_shapes import Selection
from sv_cli.model.bids import Commitment
from sv_cli.model.valuations import Line

KINDS = ("quantity-too-low", "quantity-too-high")
LIMITS = ("least", "most")


class Settings(Base, frozen=True):
    """``least`` and ``most``, in ``unit`` (a proxy's own where none is given); ``of``: which measures.

    ``per``: every commitment by itself, all of one measure together, all that are selected together, or these
    per year of the contract.
    """

    of: Selection
    least: Decimal | None = None
    most: Decimal | None = None
    unit: str | None = None
    per: Literal["commitment", "measure", "contract", "year"] = "commitment"


def judge(settings: Settings, case: Case) -> Iterator[Violation]:
    """A violation for each quantity outside the limits.

    Per contract or year a selection of which nothing is promised counts as 0; per commitment or measure it does not.
    """
    for what, found, unit, commitment in _quantities(settings, case):
        after = " a year" if settings.per == "year" else ""
        fields = {"what": what, "found": case.said(found, unit) + after}
        if settings.least is not None and found < settings.least:
            wanted = case.said(settings.least, unit) + after
            yield Violation("quantity-too-low", fields | {"wanted": wanted}, commitment, "quantity")
        if settings.most is not None and found > settings.most:
            wanted = case.said(settings.most, unit) + after
            yield Violation("quantity-too-high", fields | {"wanted": wanted}, commitment, "quantity")


Quantity = tuple[str, Decimal, str, Commitment | None]


def _quantities(settings: Settings, case: Case) -> Iterator[Quantity]:
    lines = case.valued(settings.of)
    if settings.per == "commitment":
        for line in lines:
            found, unit = _in_unit(line, settings, case)
            yield called(line), found, unit, line.commitment
    elif settings.per == "measure":
        for measure, first in distinct(lines).items():
            mine = [_in_unit(line, settings, case) for line in lines if line.proxy and line.proxy.id == measure]
            yield measure, sum((found for found, _ in mine), Decimal(0)), mine[0][1], first.commitment
    else:
        years = case.contract_years() if settings.per == "year" else Decimal(1)
        total = sum((_in_unit(line, settings, case)[0] for line in lines), Decimal(0))
        yield case.selecting.words(settings.of), total / years, _unit_of(settings, case), None


def _in_unit(line: Line, settings: Settings, case: Case) -> tuple[Decimal, str]:
    unit = line.proxy.unit if line.proxy else ""
    quantity = line.quantity or Decimal(0)
    if settings.unit is None:
        return quantity, unit
    return case.converted(quantity, unit, settings.unit), settings.unit


def _unit_of(settings: Settings, case: Case) -> str:
    """The unit that all selected measures are counted in; `faults` refuses a rule for which there is none."""
    return settings.unit or min(case.library.proxies[each].unit for each in case.selecting.proxies(settings.of))


def faults(settings: Settings, case: Ground) -> Iterator[tuple[str, str]]:
    """Quantities can only be compared and added up in one unit."""
    units = case.library.vocabulary.units
    if settings.unit is not None and settings.unit not in units:
        yield "unit", f"{settings.unit!r} is not a unit"
        return
    stated = {case.library.proxies[each].unit for each in case.selecting.proxies(settings.of)}
    odd = [each for each in sorted(stated) if settings.unit is not None and not case.alike(each, settings.unit)]
    if odd:
        other, wanted = units[odd[0]].many, units[settings.unit or ""].many
        yield "unit", f"some of its measures count in {other}, which cannot be converted into {wanted}"
    if settings.unit is None and len(stated) > 1 and settings.per in ("contract", "year"):
        yield "of", f"its measures count in {len(stated)} units; choose some with one unit, or give one to convert into"
