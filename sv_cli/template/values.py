"""Owns the values that the workbook looks up: the kernel's own, for each proxy, year, and place and start if needed."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from sv_cli.model.figures import Library, Proxy
from sv_cli.model.methods import Method
from sv_cli.model.vocabulary import Unit
from sv_cli.template.content import YEARS, Content, Offer, ValueRow, start_key
from sv_cli.valuation.figures import varies_by
from sv_cli.valuation.problem import Problem
from sv_cli.valuation.timing import year_of
from sv_cli.valuation.unit_value import Context
from sv_cli.valuation.value import Valuer

_BEFORE, _AFTER = 1, 7  # years around the price year in which contracts may start
_MONTHS = (1, 4)  # one month before the financial year begins, one after


def content_of(using: Valuer, chosen: Sequence[Proxy], rows: int) -> Content:
    """What a workbook with the ``chosen`` proxies and ``rows`` commitments holds, valued by ``using``."""
    library, method = using.library, using.method
    offers = tuple(_offer(proxy, library, method) for proxy in chosen)
    return Content(
        offers=offers,
        values=tuple(row for offer in offers for row in _rows(offer, using)),
        units=_units(offers, library),
        places=tuple(place.name for place in library.vocabulary.places.values()),
        rows=rows,
        rounds_lines=method.rounding == "lines",
        needs_year=method.undated != "first-year",
        price_year=using.unit_values.price_year,
        method=f"{method.title} ({method.edition})",
        timing=" ".join(method.timing.split()),
        library="; ".join(f"{layer.name} {layer.version}" for layer in library.layers),
    )


def _offer(proxy: Proxy, library: Library, method: Method) -> Offer:
    return Offer(
        proxy=proxy,
        unit=library.vocabulary.units[proxy.unit],
        theme=library.themes.get(proxy.theme, proxy.theme),
        by_place=varies_by("place", proxy.parts, library.figures),
        by_start=varies_by("year", proxy.parts, library.figures) or _needs_calendar(method),
    )


def _needs_calendar(method: Method) -> bool:
    """Whether discounting counts from a calendar year, so that every value depends on the contract's start."""
    discounting = method.discounting
    if discounting is None:
        return False
    return discounting.base_year is not None or discounting.schedule_from not in (None, "contract")


def _rows(offer: Offer, using: Valuer) -> Iterator[ValueRow]:
    """A row for each place and start that the value depends on, and for none stated; only those with a value."""
    places = using.library.vocabulary.places.values() if offer.by_place else ()
    named: list[tuple[str, str | None]] = [("", None), *((place.name, place.code) for place in places)]
    starts: list[tuple[str, date | None]] = [("", None), *(_starts(using) if offer.by_start else ())]
    for name, code in named:
        for key, start in starts:
            values = tuple(_value(offer.proxy, code, start, n, using) for n in range(YEARS))
            if any(value is not None for value in values):
                yield ValueRow(f"{offer.proxy.id}|{name}|{key}", values)


def _starts(using: Valuer) -> Iterator[tuple[str, date]]:
    """Keys and days of starts around the price year: before April and from it on, as financial years go."""
    prices = int(using.unit_values.price_year[:4])
    for year in range(prices - _BEFORE, prices + _AFTER + 1):
        for month in _MONTHS:
            yield start_key(year, month), date(year, month, 1)


def _value(proxy: Proxy, place: str | None, start: date | None, offset: int, using: Valuer) -> Decimal | None:
    try:
        return using.unit_values.of(Context(proxy=proxy.id, when=year_of(offset, start), place=place)).present
    except Problem:
        return None


def _units(offers: Sequence[Offer], library: Library) -> tuple[Unit, ...]:
    """Every unit that a quantity of one of the offers can be stated in, related ones together."""
    dimensions = dict.fromkeys(offer.unit.dimension for offer in offers)
    units = library.vocabulary.units.values()
    return tuple(unit for dimension in dimensions for unit in units if unit.dimension == dimension)
