"""Owns the list of steps that a unit value is worked out by, in order."""

from decimal import Decimal

from sv_cli.model.figures import Figure
from sv_cli.model.valuations import Step


class Steps:
    """The steps of one unit value so far; ``per`` is the unit of its money, such as ``£ per hour``."""

    def __init__(self, per: str) -> None:
        self.per = per
        self.written: list[Step] = []

    def write(
        self,
        name: str,
        text: str,
        value: Decimal,
        *,
        unit: str | None = None,
        basis: str | None = None,
        why: str | None = None,
        figure: Figure | None = None,
    ) -> None:
        """Add a step that arrives at ``value`` in ``unit``, or else in `per`; ``figure`` gives source and locator."""
        source, locator = (None, None) if figure is None else (figure.source, figure.locator)
        self.written.append(Step(name, text, value, unit or self.per, basis, why, source, locator))
