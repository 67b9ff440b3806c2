"""Owns what the library knows: figures, proxies, units, places, and the library that holds them."""

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct, field

from sv_cli.model.adjustments import Adjustment
from sv_cli.model.formulas import Formula
from sv_cli.model.methods import Method
from sv_cli.model.sources import Source
from sv_cli.model.vocabulary import Vocabulary

VALUE_KINDS = ("fiscal", "economic", "wellbeing", "environmental")
ADJUSTMENTS = ("deadweight", "displacement", "attribution", "drop_off")


class Figure(Struct, frozen=True, omit_defaults=True):
    """A number that somebody published.

    Either ``amount`` (one value) or ``values`` (many, by year or by place, as ``series`` says) is set. ``unit`` is an
    expression over the ids in ``units.yaml`` such as ``GBP/crime``. ``price_year`` says in which
    year's prices a money figure is (``2019`` calendar, ``2019/20`` financial, ``own`` when every
    value of a series is in the prices of its own year); ``None`` for what is not money.
    """

    id: str
    title: str
    unit: str
    locator: str
    source: Source
    amount: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    price_year: str | None = None
    series: str | None = None
    values: Mapping[str, Decimal] = field(default_factory=dict)
    geography: str = "UK"
    note: str | None = None
    derived: str | None = None
    superseded_by: str | None = None


class Confidence(Struct, frozen=True, forbid_unknown_fields=True):
    """How reliable a proxy is: ``high``, ``medium`` or ``low``, and why."""

    level: str
    why: str


class Proxy(Struct, frozen=True, omit_defaults=True):
    """The money value of one unit of one outcome.

    ``parts`` maps each value kind to a formula over figures (£ per ``unit``); their sum is the
    value. When only a split in per cent was published there is one formula, ``parts["all"]``, and
    ``shares`` splits its result between kinds. ``adjustments`` holds what the library stands by:
    a missing one is "not stated", which is not zero. ``excludes`` holds on both sides, whichever
    wrote it. ``replaced_by`` names the overlay that replaced the proxy itself, one of its figures or
    its unit. ``starts_after_years`` is how many whole years pass before the effect begins;
    ``drop_off_from`` (the first or second year of the effect) is set only where the proxy differs
    from the method.
    """

    id: str
    title: str
    theme: str
    outcome: str
    unit: str
    parts: Mapping[str, Formula]
    counts: str
    evidence: tuple[str, ...]
    confidence: Confidence
    review_by: str
    shares: Mapping[str, Decimal] = field(default_factory=dict)
    share_basis: str | None = None
    adjustments: Mapping[str, Adjustment] = field(default_factory=dict)
    duration_years: Decimal = Decimal(1)
    duration_why: str | None = None
    starts_after_years: int = 0
    drop_off_from: int | None = None
    discounting: str = "standard"
    geography: str = "UK"
    agency: Mapping[str, Decimal] = field(default_factory=dict)
    excludes: tuple[str, ...] = ()
    overlaps: tuple[str, ...] = ()
    maps_to: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    synonyms: tuple[str, ...] = ()
    note: str | None = None
    origin: str = ""
    line: int = 0
    replaced_by: str | None = None

    @property
    def figures(self) -> tuple[str, ...]:
        """The ids of the figures that its formulas name, in order, each once."""
        return tuple(dict.fromkeys(figure for formula in self.parts.values() for figure in formula.figures))


class UnvaluedCode(Struct, frozen=True):
    """A code of another framework that no proxy values: what it counts there, why not, and what may be named instead.

    ``scheme`` is the framework, as proxies' ``maps_to`` names it; ``instead`` are ids of proxies.
    """

    code: str
    scheme: str
    counts: str
    why: str
    instead: tuple[str, ...] = ()


class LibraryLayer(Struct, frozen=True):
    """One library that a valuation uses, shipped or overlay: its name and version, and the hash of its files."""

    name: str
    version: str
    sha256: str
    path: str


class Library(Struct, frozen=True):
    """A linked set of figures, proxies, units and methods; later layers lie over earlier ones."""

    layers: tuple[LibraryLayer, ...]
    default_method: str
    default_price_year: str
    figures: Mapping[str, Figure]
    proxies: Mapping[str, Proxy]
    methods: Mapping[str, Method]
    themes: Mapping[str, str]
    outcomes: Mapping[str, str]
    vocabulary: Vocabulary
    unvalued_codes: Mapping[str, UnvaluedCode]
    replaced: frozenset[str] = frozenset()
