"""Owns the check `population`: promises to more people, or households, than there are."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from sv_cli.checks.case import Case, Violation, distinct
from sv_cli.checks.settings import Settings as Base
from sv_cli.library.framework_shapes import Selection

KINDS = ("above-population",)


class Settings(Base, frozen=True):
    """``number``: how many people or households (``unit``) there are ``where``, in words; ``of``: which measures."""

    number: Decimal
    where: str
    unit: Literal["person", "household"] = "person"
    of: Selection = Selection()


def judge(settings: Settings, case: Case) -> Iterator[Violation]:
    """One violation for each measure whose commitments add up to too much; measures of other units are left alone."""
    lines = [line for line in case.valued(settings.of) if line.proxy and line.proxy.unit == settings.unit]
    for measure, first in distinct(lines).items():
        mine = (each.quantity or Decimal(0) for each in lines if each.proxy and each.proxy.id == measure)
        found = sum(mine, Decimal(0))
        if found > settings.number:
            fields = {
                "found": f"{case.said(found, settings.unit)} are",
                "measure": measure,
                "wanted": f"{case.said(settings.number, settings.unit)} in {settings.where}",
            }
            yield Violation("above-population", fields, first.commitment, "quantity")
