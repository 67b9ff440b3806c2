"""Owns the years of an effect: how long it lasts, how it decays, and what each of its years is worth (£ per unit).

stream[t]  = gross in year t × what is kept × (1 − drop-off)^(t − 1) × the part of year t,   t = 1 … duration
present[t] = stream[t] × discount factor

"What is kept" is the product of (1 − share) over the deductions (`adjusting.Kept`). Sources: `unit_value`.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal

from msgspec import Struct

from sv_cli.model.figures import Proxy
from sv_cli.model.methods import Method
from sv_cli.valuation.adjusting import Kept
from sv_cli.valuation.discounting import factor_in
from sv_cli.valuation.money import ONE, ZERO
from sv_cli.valuation.problem import Problem
from sv_cli.valuation.steps import Steps
from sv_cli.valuation.timing import When
from sv_cli.valuation.words import plain

MAX_DURATION = 100  # years


class Decay(Struct, frozen=True):
    """The share that an effect loses each year, and the year of the effect (1 or 2) that first loses it."""

    drop_off: Decimal
    starts: int

    def left(self, t: int) -> Decimal:
        """The share that drop-off leaves in year ``t`` of the effect (1 is the first), compounded yearly."""
        steps = max(t - self.starts + 1, 0)
        return (ONE - self.drop_off) ** steps if steps else ONE


class Effect(Struct, frozen=True):
    """One unit's effect: in which year of the contract it begins, how many years it lasts, how it decays."""

    begins: When
    years: Decimal
    decay: Decay
    whole_years: bool

    def last(self) -> int:
        """The number of years that the effect touches: 2.1 years touch three."""
        whole = int(self.years)
        return whole if self.years == whole else whole + 1

    def part(self, t: int) -> Decimal:
        """How much of year ``t`` the effect lasts; the whole of it where the method rounds up."""
        return ONE if self.whole_years else min(self.years - (t - 1), ONE)


class Stream(Struct, frozen=True):
    """£ per unit by year (offset from the contract's first), undiscounted and present, and present by value kind."""

    undiscounted: Mapping[int, Decimal]
    present: Mapping[int, Decimal]
    by_kind: Mapping[str, Decimal]


def effect_of(proxy: Proxy, method: Method, begins: When, stated: Decimal | None, decay: Decay) -> Effect:
    """The effect of one unit; ``stated`` is the bid's own duration in years, if any.

    Raises Problem for a duration that is not above 0 and at most MAX_DURATION.
    """
    years = proxy.duration_years if stated is None else stated
    if not (years.is_finite() and 0 < years <= MAX_DURATION):
        raise Problem("duration-out-of-range", "duration", years=f"{years:.12g}", limit=MAX_DURATION)
    return Effect(
        begins=begins,
        years=min(years, ONE) if method.effect_years == "first" else years,
        decay=decay,
        whole_years=method.part_years == "rounded-up",
    )


def stream_of(
    effect: Effect,
    kept: Kept,
    gross_in: Callable[[When, int], Mapping[str, Decimal]],
    discount: Callable[[When], Decimal],
    steps: Steps,
) -> Stream:
    """Every year of ``effect``, with a step for each written to ``steps``.

    ``gross_in`` gives the gross value (£ per unit) by kind for a year of the contract and the number of the effect's
    year; ``discount`` gives the discount factor of a year of the contract.
    """
    undiscounted: dict[int, Decimal] = {}
    present: dict[int, Decimal] = {}
    kinds: dict[str, Decimal] = {}
    for t in range(1, effect.last() + 1):
        when = effect.begins.later(t - 1)
        share = kept.in_year(t) * effect.decay.left(t) * effect.part(t)
        factor = discount(when)
        amounts = gross_in(when, t)
        for kind, amount in amounts.items():
            kinds[kind] = kinds.get(kind, ZERO) + amount * share * factor
        undiscounted[when.offset] = sum(amounts.values(), ZERO) * share
        present[when.offset] = undiscounted[when.offset] * factor
        steps.write(f"year-{t}", _text(t, when, effect, kept, factor), present[when.offset])
    return Stream(undiscounted, present, kinds)


def discount_of(proxy: Proxy, method: Method) -> Callable[[When], Decimal]:
    """The discount factor of a year, by the schedule that the proxy is discounted by; 1 where nothing is."""
    discounting = method.discounting
    if discounting is None:
        return lambda _: ONE
    return lambda when: factor_in(when, proxy.discounting, discounting)


def _text(t: int, when: When, effect: Effect, kept: Kept, factor: Decimal) -> str:
    calendar = "" if when.calendar is None else f" ({when.calendar})"
    factors = [f"discount factor {plain(factor, 6)}"]
    if effect.part(t) != 1:
        factors.insert(0, f"part of the year {plain(effect.part(t))}")
    if effect.decay.left(t) != 1:
        factors.insert(0, f"drop-off {plain(effect.decay.left(t), 6)}")
    if kept.growing and t > 1:
        factors.insert(0, f"kept after adjustments {plain(kept.in_year(t), 6)}")
    return f"year {t} of the effect, year {when.offset + 1} of the contract{calendar}: × {' × '.join(factors)}"
