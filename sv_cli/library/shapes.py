"""Owns what an author may write in a library's YAML: keys, types, patterns. Linking turns it into the model.

A text with a pattern never stands in a union with a mapping, list or tuple: msgspec (0.22) then writes past the
end of the memory that it has for the type. A text with a closed list of words (Literal) may.
"""

from typing import Annotated, Any, Literal, TypeVar

from msgspec import Meta, Struct, convert, field

from sv_cli.library.reading_shapes import WHOLE
from sv_cli.model.figures import Confidence
from sv_cli.model.sources import Source

T = TypeVar("T", bound=Struct)
_END = r"$(?!\n)"  # Python's $ also matches before a last line break

_ID = r"^[a-z0-9]+([.-][a-z0-9]+)*" + _END
_UNIT = r"^[A-Za-z0-9£%][A-Za-z0-9-]*" + _END
_NUMBER = r"^-?[0-9]{1,15}([.][0-9]{1,20})?" + _END
_SHARE = r"^(0([.][0-9]{1,20})?|1([.]0{1,20})?)" + _END
_YEAR = r"^([0-9]{4}|[0-9]{4}/[0-9]{2})" + _END
_PRICE_YEAR = r"^([0-9]{4}|[0-9]{4}/[0-9]{2}|own)" + _END
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}" + _END
_KIND = r"^(fiscal|economic|wellbeing|environmental)" + _END
_FIRST_YEAR = r"^[0-9]([.][0-9]{1,4})?" + _END
_LAST_YEAR = r"^[0-9]{1,3}" + _END
_FROM_YEAR = r"^([0-9]{4}|[0-9]{4}/[0-9]{2}|contract)" + _END
_PLACES = r"^([1-9]|1[0-9]|20)" + _END
_PLACE = r"^[EKNSW][0-9]{8}" + _END
_ADJUSTED = r"^(deadweight|displacement|attribution|drop_off)" + _END

WANTED = {
    _ID: "an id in lower-case letters, digits, dots and hyphens",
    _UNIT: "the id of a unit",
    _NUMBER: 'a plain decimal number such as "1234.50"',
    _SHARE: 'a share between 0 and 1, such as "0.25"',
    _YEAR: 'a year such as "2019" or "2019/20"',
    _PRICE_YEAR: 'a year such as "2019" or "2019/20", or own',
    DAY: 'a day such as "2027-11-23"',
    _KIND: "fiscal, economic, wellbeing or environmental",
    WHOLE: "a whole number above 0, such as 500000",
    _FIRST_YEAR: "a number of years from 0 to 9, such as 0.5",
    _LAST_YEAR: "a whole number of years, such as 30",
    _FROM_YEAR: 'a year such as "2019" or "2019/20", or contract',
    _PLACES: "a whole number from 1 to 20",
    _PLACE: "an ONS code such as E12000009",
    _ADJUSTED: "deadweight, displacement, attribution or drop_off",
}

Id = Annotated[str, Meta(pattern=_ID, max_length=100)]
UnitId = Annotated[str, Meta(pattern=_UNIT, max_length=40)]
Number = Annotated[str, Meta(pattern=_NUMBER)]
Share = Annotated[str, Meta(pattern=_SHARE)]
Adjusted = Annotated[str, Meta(pattern=_ADJUSTED)]
Year = Annotated[str, Meta(pattern=_YEAR)]
PriceYear = Annotated[str, Meta(pattern=_PRICE_YEAR)]
Day = Annotated[str, Meta(pattern=DAY)]
Text = Annotated[str, Meta(min_length=1, max_length=4000)]
Kind = Annotated[str, Meta(pattern=_KIND)]


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """Every entry of a library refuses keys that it does not know."""


class About(Entry, frozen=True):
    """What a library says of itself; the two defaults are for the library that ships, or one that changes them."""

    name: Text
    version: Text
    title: Text | None = None
    licence: Text | None = None
    default_method: Id | None = None
    default_price_year: Year | None = None


class Heading(Entry, frozen=True):
    """The id and title of a theme or an outcome."""

    id: Id
    title: Text


class FigureEntry(Entry, frozen=True):
    """A figure as it is written: one amount, or a series of values by year or by place."""

    id: Id
    title: Text
    unit: Text
    locator: Text
    amount: Number | None = None
    low: Number | None = None
    high: Number | None = None
    price_year: PriceYear | None = None
    series: Annotated[str, Meta(pattern=r"^(year|place)$(?!\n)")] | None = None
    values: dict[Text, Number] = field(default_factory=dict)
    geography: Text = "UK"
    note: Text | None = None
    derived: Text | None = None
    superseded_by: Text | None = None


class AdjustmentEntry(Entry, frozen=True):
    """A deduction 0..1 with its basis and the reason for it."""

    value: Share
    basis: Annotated[str, Meta(pattern=r"^(cited|default|judgement)$(?!\n)")]
    why: Text


class ProxyEntry(Entry, frozen=True):
    """A proxy as it is written, inside a file of one theme and one outcome, or with a theme and outcome of its own."""

    id: Id
    title: Text
    unit: UnitId
    value: str | dict[Kind, str]
    counts: Text
    evidence: Annotated[tuple[Text, ...], Meta(min_length=1)]
    confidence: Confidence
    review_by: Day
    value_kind: Literal["fiscal", "economic", "wellbeing", "environmental"] | dict[Kind, Share] | None = None
    value_kind_why: Text | None = None
    adjustments: dict[Adjusted, AdjustmentEntry] = field(default_factory=dict)
    duration_years: Number = "1"
    duration_why: Text | None = None
    starts_after_years: Annotated[str, Meta(pattern=r"^[0-9]{1,2}$(?!\n)")] = "0"
    drop_off_from: Annotated[str, Meta(pattern=r"^(first|second) year$(?!\n)")] | None = None
    discounting: Annotated[str, Meta(pattern=r"^(standard|health)$(?!\n)")] = "standard"
    geography: Text = "UK"
    agency: dict[Text, Share] = field(default_factory=dict)
    excludes: tuple[Id, ...] = ()
    overlaps: tuple[Id, ...] = ()
    maps_to: dict[Text, tuple[Text, ...]] = field(default_factory=dict)
    synonyms: tuple[Text, ...] = ()
    note: Text | None = None
    theme: Heading | None = None
    outcome: Heading | None = None


class UnitEntry(Entry, frozen=True):
    """A unit of the closed list, with the names that people write for it."""

    id: UnitId
    one: Text
    many: Text
    dimension: Text
    factor: Number
    names: tuple[Text, ...] = ()
    why: Text | None = None


class PlaceEntry(Entry, frozen=True):
    """A region or country with its ONS code."""

    code: Annotated[str, Meta(pattern=_PLACE)]
    name: Text
    names: tuple[Text, ...] = ()
    within: str | None = None


class CodeEntry(Entry, frozen=True):
    """A code of another framework that bids use and that no proxy values: what it counts, and why it has no value.

    ``instead`` are the proxies to name for what such a promise may hold beyond what it counts.
    """

    code: Text
    scheme: Annotated[str, Meta(pattern=r"^(toms|ppn002|ppn0620|own)$(?!\n)")]
    counts: Text
    why: Text
    instead: tuple[Id, ...] = ()


FirstYear = Annotated[str, Meta(pattern=_FIRST_YEAR)]


class RateEntry(Entry, frozen=True):
    """A discount rate and the last year that it holds for; the last step of a schedule has no last year."""

    rate: Share
    to_year: Annotated[str, Meta(pattern=_LAST_YEAR)] | None = None


class DiscountingEntry(Entry, frozen=True):
    """When discounting starts, and its schedules; `sv_cli.model.methods.Discounting` says what the keys mean."""

    first_year: FirstYear
    schedules: dict[str, Annotated[tuple[RateEntry, ...], Meta(min_length=1)]]
    base_year: Year | None = None
    schedule_from: Annotated[str, Meta(pattern=_FROM_YEAR)] | None = None
    factor_places: Annotated[str, Meta(pattern=_PLACES)] | None = None


class MitigationEntry(Entry, frozen=True):
    """A cause of optimism bias: its share of the whole, and how much of it is managed away."""

    contribution: Share
    mitigated: Share


class CostBiasEntry(Entry, frozen=True):
    """Optimism bias of costs: upper bound × (1 − sum of contribution × mitigated)."""

    upper_bound: Number
    why: Text
    causes: tuple[MitigationEntry, ...] = ()


class CostsEntry(Entry, frozen=True):
    """How the costs of a bid are counted."""

    discounted: Annotated[str, Meta(pattern=r"^(yes|no)$(?!\n)")] = "yes"
    first_year: FirstYear | None = None
    optimism_bias: CostBiasEntry | None = None


class MethodEntry(Entry, frozen=True):
    """A method as it is written; `sv_cli.model.methods.Method` says what its options mean."""

    id: Id
    title: Text
    edition: Text
    summary: Text
    timing: Text
    sources: tuple[Source, ...]
    price_index: Id | None = None
    price_year: Year | None = None
    adjustments: tuple[Adjusted, ...] = ()
    own_adjustments: Annotated[str, Meta(pattern=r"^(accepted|ignored)$(?!\n)")] = "accepted"
    tables: dict[Adjusted, dict[Id, AdjustmentEntry]] = field(default_factory=dict)
    deadweight_growth: Annotated[str, Meta(pattern=r"^(constant|cumulative)$(?!\n)")] = "constant"
    effect_years: Annotated[str, Meta(pattern=r"^(all|first)$(?!\n)")] = "all"
    effect_starts: Annotated[str, Meta(pattern=r"^(same year|year after)$(?!\n)")] = "same year"
    drop_off_from: Annotated[str, Meta(pattern=r"^(first|second) year$(?!\n)")] = "second year"
    part_years: Annotated[str, Meta(pattern=r"^(pro-rata|rounded-up)$(?!\n)")] = "pro-rata"
    undated: Annotated[str, Meta(pattern=r"^(first-year|spread)$(?!\n)")] = "first-year"
    yearly_counts: dict[UnitId, UnitId] = field(default_factory=dict)
    rounding: Annotated[str, Meta(pattern=r"^(lines|total)$(?!\n)")] = "lines"
    round_to: Annotated[str, Meta(pattern=r"^(penny|pound)$(?!\n)")] = "penny"
    discounting: DiscountingEntry | None = None
    optimism_bias: dict[Text, Share] = field(default_factory=dict)
    costs: CostsEntry = field(default_factory=CostsEntry)
    reports: tuple[
        Annotated[str, Meta(pattern=r"^(sroi|net-sroi|bcr|npv|payback|fiscal|public-value)$(?!\n)")], ...
    ] = ()


class Withdrawal(Entry, frozen=True):
    """What an overlay takes out of the layers below it, by kind."""

    proxies: tuple[Id, ...] = ()
    figures: tuple[Id, ...] = ()
    units: tuple[UnitId, ...] = ()
    methods: tuple[Id, ...] = ()
    places: tuple[UnitId, ...] = ()
    unvalued_codes: tuple[Text, ...] = ()


class Document(Entry, frozen=True):
    """The top level of one YAML file. Entries of lists stay unread here, so that each reports its own faults."""

    library: About | None = None
    source: Source | None = None
    figures: list[Any] = field(default_factory=list)
    theme: Heading | None = None
    outcome: Heading | None = None
    proxies: list[Any] = field(default_factory=list)
    units: list[Any] = field(default_factory=list)
    places: list[Any] = field(default_factory=list)
    unvalued_codes: list[Any] = field(default_factory=list)
    methods: list[Any] = field(default_factory=list)
    columns: dict[Text, tuple[Text, ...]] = field(default_factory=dict)
    facts: dict[Text, tuple[Text, ...]] = field(default_factory=dict)
    totals: tuple[Text, ...] = ()
    not_yet: tuple[Text, ...] = ()
    examples: tuple[Text, ...] = ()
    instructions: tuple[Text, ...] = ()
    guidance_sheets: tuple[Text, ...] = ()
    withdraw: tuple[Id, ...] | Withdrawal = ()


LISTS: dict[str, type[Entry]] = {
    "figures": FigureEntry,
    "proxies": ProxyEntry,
    "units": UnitEntry,
    "places": PlaceEntry,
    "unvalued_codes": CodeEntry,
    "methods": MethodEntry,
}


def record_of(entry: Struct, record: type[T], **others: Any) -> T:
    """The model's ``record`` with what ``entry`` says under its names, each text as what it is there, and ``others``.

    The patterns of the entry see to it that each text can be.
    """
    said = {name: getattr(entry, name) for name in record.__struct_fields__ if hasattr(entry, name)}
    return convert({**said, **others}, record, strict=False, from_attributes=True)
