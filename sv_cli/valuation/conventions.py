"""Owns the list of conventions in which methods differ: the method's fields that set each, and how it reads."""

from collections.abc import Callable

import msgspec
from msgspec import Struct

from sv_cli.model.methods import Discounting, Method
from sv_cli.valuation.adjusting import NAMES
from sv_cli.valuation.words import in_years, percent

Saying = Callable[[Method, str], str]


class Convention(Struct, frozen=True):
    """One convention: the ``fields`` of a method that set it; ``said`` words it for a method and a price year."""

    name: str
    title: str
    fields: tuple[str, ...]
    said: Saying

    def changed(self, method: Method, other: Method) -> Method:
        """``method`` with this convention as ``other`` has it."""
        return msgspec.structs.replace(method, **{name: getattr(other, name) for name in self.fields})


def _prices(method: Method, price_year: str) -> str:
    return "as published" if method.price_index is None else f"prices of {price_year} by {method.price_index}"


def _adjustments(method: Method, _: str) -> str:
    names = ", ".join(NAMES[name] for name in method.adjustments) or "none"
    tables = "".join(f"; {NAMES[name]} by outcome or theme" for name in method.tables)
    return names + tables + ("" if method.own_adjustments else "; the bid's own ignored")


def _growth(method: Method, _: str) -> str:
    return "added again each year" if method.deadweight_growth == "cumulative" else "the same each year"


def _optimism(method: Method, _: str) -> str:
    levels = ", ".join(f"{level} {percent(share)}" for level, share in method.optimism_bias.items())
    return levels or "not corrected"


def _effect(method: Method, _: str) -> str:
    years = "the first year only" if method.effect_years == "first" else "all years"
    parts = "parts of years rounded up" if method.part_years == "rounded-up" else "parts of years pro rata"
    return f"{years}, {parts}"


def _drop_off(method: Method, _: str) -> str:
    return f"from the {'first' if method.drop_off_from == 1 else 'second'} year of an effect"


def _timing(method: Method, _: str) -> str:
    where = "in year 1" if method.undated == "first-year" else "spread over the contract"
    late = "" if not method.starts_after_years else ", effects from the year after"
    return f"undated quantities {where}{late}"


def _counts(method: Method, _: str) -> str:
    pairs = ", ".join(f"{unit} as {made} in every year" for unit, made in method.yearly_counts.items())
    return pairs or "as stated"


def _discounting(method: Method, _: str) -> str:
    discounting = method.discounting
    if discounting is None:
        return "none"
    schedules = "; ".join(f"{name} {_rates(discounting, name)}" for name in discounting.schedules)
    first = f"by {in_years(discounting.first_year)}" if discounting.first_year else "not discounted"
    return f"{schedules}; year 1 {first}{_clocks(discounting)}"


def _rates(discounting: Discounting, name: str) -> str:
    return " → ".join(percent(step.rate) for step in discounting.schedules[name])


def _clocks(discounting: Discounting) -> str:
    base = "" if discounting.base_year is None else f", to {discounting.base_year}"
    start = "" if discounting.schedule_from is None else f", steps counted from {discounting.schedule_from}"
    places = "" if discounting.factor_places is None else f", factors to {discounting.factor_places} places"
    return base + start + places


def _costs(method: Method, _: str) -> str:
    bias = method.costs.optimism_bias
    raised = "" if bias is None else f", increased by {percent(bias.left)}"
    return ("discounted" if method.costs.discounted else "not discounted") + raised


def _rounding(method: Method, _: str) -> str:
    unit = "pence" if method.round_to < 1 else "pounds"
    return f"each line to {unit}" if method.rounding == "lines" else f"only the totals, to {unit}"


CONVENTIONS = (
    Convention("prices", "Price base", ("price_index",), _prices),
    Convention("counts", "Counting of posts", ("yearly_counts",), _counts),
    Convention("adjustments", "Adjustments", ("adjustments", "tables", "own_adjustments"), _adjustments),
    Convention("deadweight-growth", "Deadweight over the years", ("deadweight_growth",), _growth),
    Convention("optimism-bias", "Optimism bias of benefits", ("optimism_bias",), _optimism),
    Convention("effect", "Years of an effect", ("effect_years", "part_years"), _effect),
    Convention("drop-off", "Start of drop-off", ("drop_off_from",), _drop_off),
    Convention("timing", "When benefits fall", ("undated", "starts_after_years"), _timing),
    Convention("discounting", "Discounting", ("discounting",), _discounting),
    Convention("costs", "Costs", ("costs",), _costs),
    Convention("rounding", "Rounding", ("rounding", "round_to"), _rounding),
)
