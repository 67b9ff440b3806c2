"""Owns the sums by theme and by value kind as all reports show them: by name, the largest first, with shares."""

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from sv_cli.model.valuations import Valuation
from sv_cli.reports.words import KIND_TITLES, percent


class Sum(Struct, frozen=True):
    """The present value (£) of one theme or value kind; ``per_cent`` of the total, None when the total is 0."""

    name: str
    amount: Decimal
    per_cent: Decimal | None

    @property
    def share(self) -> str:
        """The share of the total in whole per cent; a dash where there is none."""
        return "—" if self.per_cent is None else percent(self.per_cent, 0)


def theme_sums(valuation: Valuation) -> list[Sum]:
    """The present value of each theme, the largest first."""
    return _sums(valuation.by_theme, valuation.themes, valuation.totals.present)


def kind_sums(valuation: Valuation) -> list[Sum]:
    """The present value of each value kind, the largest first."""
    return _sums(valuation.by_kind, KIND_TITLES, valuation.totals.present)


def _sums(amounts: Mapping[str, Decimal], titles: Mapping[str, str], total: Decimal) -> list[Sum]:
    ranked = sorted(amounts.items(), key=lambda item: -item[1])
    return [Sum(titles.get(key, key), amount, amount * 100 / total if total else None) for key, amount in ranked]
