"""Owns the conventions of valuing, as data: which adjustments apply, when benefits fall, how they are discounted."""

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct, field

from sv_cli.model.adjustments import Adjustment
from sv_cli.model.sources import Source


class RateStep(Struct, frozen=True):
    """A discount rate (a fraction a year, real) and the last year, counted from the start, that it holds for."""

    rate: Decimal
    to_year: int | None = None


class Discounting(Struct, frozen=True, omit_defaults=True):
    """When discounting starts, and at which rates.

    ``first_year`` is the exponent of the first year's benefits: 0 leaves them undiscounted, 1
    discounts them by a full year, 0.5 puts them in the middle of it. ``schedules`` has one named
    ``standard``; a proxy may name another.

    ``base_year`` ("2010" or "2010/11") is the year that values are discounted to, when it is not the
    contract's first. ``schedule_from`` is the year from which a schedule's steps are counted, when it is
    not the base: a year, or ``contract`` for the contract's first; the years between the two are
    discounted at the first rate. ``factor_places`` rounds each factor, as older guidance did.
    """

    first_year: Decimal
    schedules: Mapping[str, tuple[RateStep, ...]]
    base_year: str | None = None
    schedule_from: str | None = None
    factor_places: int | None = None


class OptimismBias(Struct, frozen=True, omit_defaults=True):
    """The share by which costs tend to be put too low, and its causes, as (share of the whole, share managed away)."""

    upper_bound: Decimal
    causes: tuple[tuple[Decimal, Decimal], ...] = ()
    why: str = ""

    @property
    def left(self) -> Decimal:
        """The share to raise costs by: upper bound × (1 − Σ share × share managed away).

        Mott MacDonald, Review of Large Public Procurement in the UK (for HM Treasury, 2002), section 4.
        """
        return self.upper_bound * (1 - sum((share * managed for share, managed in self.causes), Decimal(0)))


class Costs(Struct, frozen=True, omit_defaults=True):
    """How the costs of a bid are counted: discounted or not, and raised for optimism bias or not.

    ``first_year`` is the exponent of the first year's costs where it is not that of the benefits.
    """

    discounted: bool = True
    first_year: Decimal | None = None
    optimism_bias: OptimismBias | None = None


class Method(Struct, frozen=True, omit_defaults=True):
    """A named set of conventions; see ``proxies/methods/`` for how they are written.

    ``adjustments`` are taken off in that order. ``tables`` gives an adjustment by outcome or theme
    where the method, and not the proxy, sets it; ``deadweight_growth`` is ``constant``, or
    ``cumulative`` when the first year's share is added again each year. ``effect_years`` is ``all`` or
    ``first``; ``starts_after_years`` delays every effect; ``drop_off_from`` is 1 or 2. ``part_years``
    is ``pro-rata`` or ``rounded-up``. ``undated`` says where a quantity without a year falls
    (``first-year`` or ``spread``); ``yearly_counts`` maps a unit that is counted once in every year of
    the contract to the unit that it then makes (posts to years of a post). ``optimism_bias`` is the
    share taken off benefits by the proxy's level of confidence. ``reports`` names the results to show.
    ``rounding`` is ``lines`` or ``total``, to the penny or, as older guidance did, ``round_to`` the pound.
    """

    id: str
    title: str
    edition: str
    summary: str
    timing: str
    sources: tuple[Source, ...]
    price_index: str | None
    adjustments: tuple[str, ...]
    drop_off_from: int
    part_years: str
    undated: str
    rounding: str
    discounting: Discounting | None = None
    price_year: str | None = None
    deadweight_growth: str = "constant"
    tables: Mapping[str, Mapping[str, Adjustment]] = field(default_factory=dict)
    effect_years: str = "all"
    starts_after_years: int = 0
    yearly_counts: Mapping[str, str] = field(default_factory=dict)
    own_adjustments: bool = True
    optimism_bias: Mapping[str, Decimal] = field(default_factory=dict)
    costs: Costs = field(default_factory=Costs)
    reports: tuple[str, ...] = ()
    round_to: Decimal = Decimal("0.01")
