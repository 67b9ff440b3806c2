"""Owns the reading of one row of the list: its values, or the reason why it is left out."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct

from sv_cli.bids.cells.numbers import Numbers
from sv_cli.bids.sheets.grid import Raw
from sv_cli.importing.sheet import text_of
from sv_cli.importing.units import ImportUnits, Per
from sv_cli.model.figures import VALUE_KINDS

_PRICE_YEAR = re.compile(
    r"(?:fy|prices of)?\s*(?P<first>(?:19|20)[0-9]{2})(?:\s*[-/\u2013]\s*(?P<second>[0-9]{2}|[0-9]{4}))?(?:\s*prices)?"
)
_GRADES = {
    "high": ("g", "green", "high", "h", "strong", "good"),
    "medium": ("a", "amber", "medium", "med", "m", "moderate", "fair"),
    "low": ("r", "red", "low", "l", "weak", "poor"),
}
_LONGEST = 1000


class Defaults(Struct, frozen=True):
    """The price year and the value kind of rows that do not state theirs; None where the user states none either."""

    price_year: str | None = None
    value_kind: str | None = None


class Imported(Struct, frozen=True):
    """One row that is imported: ``value``, ``low`` and ``high`` in pounds of ``price_year``, ``per`` a unit.

    ``grade`` is the level of confidence, None when the row gives none.
    """

    row: int
    code: str
    title: str
    theme: str
    detail: str
    per: Per
    value: Decimal
    price_year: str
    value_kind: str
    grade: str | None = None
    source: str = ""
    guidance: str = ""
    evidence: str = ""
    low: Decimal | None = None
    high: Decimal | None = None


class LeftOut(Struct, frozen=True):
    """One row that is not imported, and the reason."""

    row: int
    title: str
    reason: str


class _Reason(Exception):  # noqa: N818 - why a row is left out
    pass


class Rows:
    """Reads the rows of a list; ``price_years`` are those that the library's price index has."""

    def __init__(self, numbers: Numbers, units: ImportUnits, defaults: Defaults, price_years: frozenset[str]) -> None:
        self.numbers = numbers
        self.units = units
        self.defaults = defaults
        self.price_years = price_years

    def read(self, number: int, cells: Mapping[str, Raw]) -> Imported | LeftOut:
        """One row by its number and its cells."""
        texts = {name: text_of(cell) for name, cell in cells.items()}
        try:
            return self._imported(number, cells, texts)
        except _Reason as reason:
            return LeftOut(number, texts.get("title") or texts.get("code") or "", str(reason))

    def _imported(self, number: int, cells: Mapping[str, Raw], texts: Mapping[str, str]) -> Imported:
        title = texts.get("title", "")
        if not title:
            raise _Reason("it has no title")
        long = next((name for name, text in texts.items() if len(text) > _LONGEST), None)
        if long is not None:
            raise _Reason(f"its {long} is longer than {_LONGEST:,} characters")
        value = self._amount("value", cells)
        if value is None:
            raise _Reason("it has no value")
        if value <= 0:
            raise _Reason(f"its value is {value:f}; a proxy must be worth more than zero")
        return Imported(
            row=number,
            code=texts.get("code", ""),
            title=title,
            theme=texts.get("theme", "") or "Imported",
            detail=texts.get("detail", ""),
            per=self._per(texts.get("unit", "")),
            value=value,
            price_year=self._price_year(texts.get("price_year", "")),
            value_kind=self._kind(texts.get("value_kind", "")),
            grade=_grade(texts.get("confidence", "")),
            source=texts.get("source", ""),
            guidance=texts.get("guidance", ""),
            evidence=texts.get("evidence", ""),
            low=self._amount("low", cells),
            high=self._amount("high", cells),
        )

    def _amount(self, name: str, cells: Mapping[str, Raw]) -> Decimal | None:
        read = self.numbers.read(cells.get(name))
        if read.problem is not None:
            raise _Reason(f"its {name} {text_of(cells.get(name))!r} is not a number")
        if read.per:
            raise _Reason(f"its {name} {text_of(cells.get(name))!r} has more than an amount")
        return read.value

    def _per(self, text: str) -> Per:
        if not text:
            raise _Reason("it has no unit")
        per = self.units.per(text)
        if per is None:
            raise _Reason(f"its unit {text!r} cannot be used for a unit value")
        return per

    def _price_year(self, text: str) -> str:
        year = price_year(text) if text else self.defaults.price_year
        if year is None:
            raise _Reason(f"its price year {text!r} is not a year" if text else "it has no price year (--price-year)")
        if year not in self.price_years:
            raise _Reason(f"its price year {year} is not in the library's price index")
        return year

    def _kind(self, text: str) -> str:
        kind = text.casefold() or self.defaults.value_kind
        if kind is None:
            raise _Reason("it does not say who gains (--kind)")
        if kind not in VALUE_KINDS:
            raise _Reason(f"its value kind {text!r} is not one of {', '.join(VALUE_KINDS)}")
        return kind


def price_year(text: str) -> str | None:
    """``2012/13``, ``2012-13``, ``2012/2013``, ``FY2012/13`` or ``2012`` as the library writes it; None for others."""
    match = _PRICE_YEAR.fullmatch(" ".join(text.casefold().split()))
    if match is None:
        return None
    first, second = int(match["first"]), match["second"]
    if second is None:
        return str(first)
    return f"{first}/{(first + 1) % 100:02d}" if int(second) % 100 == (first + 1) % 100 else None


def _grade(text: str) -> str | None:
    return next((level for level, words in _GRADES.items() if text.casefold() in words), None)


def next_year(today: date) -> str:
    """The day of review: a year from ``today``, or the day after where that year has no such day."""
    try:
        return today.replace(year=today.year + 1).isoformat()
    except ValueError:
        return date(today.year + 1, 3, 1).isoformat()
