"""Owns the result: unit values with the steps that made them, valued lines, totals, and the valuation itself."""

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct, field

from sv_cli.findings.finding import Finding
from sv_cli.model.bids import Bid, Commitment
from sv_cli.model.figures import LibraryLayer, Proxy
from sv_cli.model.methods import Method
from sv_cli.model.sources import Source
from sv_cli.model.vocabulary import Place, Unit


class Step(Struct, frozen=True, omit_defaults=True):
    """One named step on the way from a published figure to the value of one unit.

    ``value`` is what the step arrives at, at full precision; ``unit`` is its unit (usually £ per unit).
    """

    name: str
    text: str
    value: Decimal
    unit: str
    basis: str | None = None
    why: str | None = None
    source: Source | None = None
    locator: str | None = None


class UnitValue(Struct, frozen=True):
    """What one unit is worth in one context, in pounds of ``price_year``, at full precision.

    ``gross`` and ``net`` are of the first year of the effect; ``present`` is of all its years.
    ``by_year`` maps each year's offset from the contract's first year to its share of ``present``;
    ``by_kind`` maps value kinds to theirs; ``undiscounted`` maps the same years to what falls in them.
    """

    proxy: str
    unit: str
    price_year: str
    gross: Decimal
    net: Decimal
    present: Decimal
    by_year: Mapping[int, Decimal]
    by_kind: Mapping[str, Decimal]
    steps: tuple[Step, ...]
    undiscounted: Mapping[int, Decimal] = field(default_factory=dict)


class Portion(Struct, frozen=True):
    """A quantity in the proxy's own unit, and the unit value that it is multiplied by.

    ``label`` is what the bid calls the quantity's year, if it names one.
    """

    quantity: Decimal
    unit_value: UnitValue
    label: str | None = None


class Line(Struct, frozen=True):
    """One commitment with its worth in pounds, rounded as the method says; None throughout when it is not valued.

    ``quantity`` is in the proxy's unit. ``by_kind`` and ``by_year`` split ``present``; a year is a calendar year, or
    the number of the contract's year where nothing says when it starts.
    """

    commitment: Commitment
    proxy: Proxy | None = None
    portions: tuple[Portion, ...] = ()
    quantity: Decimal | None = None
    unit_value: Decimal | None = None
    gross: Decimal | None = None
    net: Decimal | None = None
    present: Decimal | None = None
    by_kind: Mapping[str, Decimal] = field(default_factory=dict)
    by_year: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def valued(self) -> bool:
        """Whether the line is in the totals."""
        return self.present is not None


class Returns(Struct, frozen=True):
    """The value compared with the inputs, by the method's conventions. Money in pounds.

    ``inputs`` is as stated and ``present_inputs`` as the method counts them (discounted or not, raised for
    optimism bias). ``sroi_ratio`` is present value ÷ present inputs, of all value kinds: the benefit–cost or
    public-value ratio by other names; ``net_sroi_ratio`` is that less 1. ``fiscal_ratio`` is of the fiscal
    kind alone. ``payback_years``, undiscounted, is when benefits have paid for all the inputs, in years from the
    contract's start; None: never, as far as valued.
    """

    inputs: Decimal
    present_inputs: Decimal
    net_present_value: Decimal
    sroi_ratio: Decimal
    net_sroi_ratio: Decimal
    fiscal_ratio: Decimal
    payback_years: Decimal | None
    discounted_payback_years: Decimal | None


class Totals(Struct, frozen=True):
    """The sums of the valued lines, in pounds, and how many of the commitments they are.

    ``returns`` is None when the bid states no costs, and when they come to nothing.
    """

    gross: Decimal
    net: Decimal
    present: Decimal
    percent_of_contract: Decimal | None
    commitments: int
    valued: int
    returns: Returns | None = None

    @property
    def sroi_ratio(self) -> Decimal | None:
        """Present value ÷ present inputs; None without inputs."""
        return None if self.returns is None else self.returns.sroi_ratio


class Valuation(Struct, frozen=True):
    """A bid valued by a library and a method: lines in the bid's order, totals, findings.

    ``by_theme``, ``by_kind`` and ``by_year`` split the present value, in pounds of ``price_year``.
    """

    bid: Bid
    layers: tuple[LibraryLayer, ...]
    method: Method
    price_year: str
    lines: tuple[Line, ...]
    totals: Totals
    by_theme: Mapping[str, Decimal]
    by_kind: Mapping[str, Decimal]
    by_year: Mapping[str, Decimal]
    themes: Mapping[str, str]
    findings: tuple[Finding, ...]
    units: Mapping[str, Unit] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
