"""Owns the one contract that the facts make: those that are told twice have to agree, and its length with its days."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from msgspec import Struct

from sv_cli.bids.cells.text import normal, visible
from sv_cli.bids.tell import Teller
from sv_cli.findings.finding import quoted
from sv_cli.model.bids import Cell, Contract

_MONTHS = 12
_Kind = TypeVar("_Kind", str, Decimal, date)
CALLED = {"supplier": "supplier", "title": "contract's title", "value": "contract value", "start": "contract's start",
          "end": "contract's end", "years": "contract's length", "place": "contract's place"}  # fmt: skip


class Fact(Struct, frozen=True):
    """One label with its value, as read; ``whole_month`` says that a day was told as a month and no day of it.

    What a text says ``in_passing`` holds only where nothing else tells of the fact.
    """

    name: str
    value: str | Decimal | date
    cell: Cell
    label: str
    whole_month: bool = False
    in_passing: bool = False


def agreed(facts: list[Fact], file: str, found: list[Teller], stated: frozenset[str]) -> Contract:
    """The contract by the facts that nothing disputes; two different values for one fact are told."""
    known: dict[str, Fact] = {}
    disputed: set[str] = set()
    for fact in dict.fromkeys(_sure(facts)):  # a column of bidders may be found as one of facts too
        first = known.setdefault(fact.name, fact)
        if not _agree(first, fact):
            disputed.add(fact.name)
            _tell_dispute(first, fact, file, [] if fact.name in stated else found)
    kept = {name: fact for name, fact in known.items() if name not in disputed}
    values = {name: fact.value for name, fact in kept.items()}
    years = _length(kept, file, [] if "years" in stated else found, disputed=disputed)
    return Contract(
        supplier=_as(str, values.get("supplier")),
        title=_as(str, values.get("title")),
        value=_as(Decimal, values.get("value")),
        start=_as(date, values.get("start")),
        years=years,
        place=_as(str, values.get("place")),
        cells={name: fact.cell for name, fact in kept.items()},
    )


def _sure(facts: list[Fact]) -> list[Fact]:
    """The facts without those that are said in passing, which stand where all say the same and nothing else tells."""
    passing = [fact for fact in facts if fact.in_passing]
    told = [fact for fact in facts if not fact.in_passing]
    names = {fact.name for fact in told}
    unsure = "years" in names or {"start", "end"} <= names or len({fact.value for fact in passing}) > 1
    return told if unsure else [*told, *passing[:1]]


def _agree(one: Fact, other: Fact) -> bool:
    if isinstance(one.value, str) and isinstance(other.value, str):
        return normal(one.value) == normal(other.value)
    return one.value == other.value


def _tell_dispute(one: Fact, other: Fact, file: str, found: list[Teller]) -> None:
    teller = Teller(file, other.cell.sheet, [])
    found.append(teller)
    where = f"{one.cell.sheet}!{one.cell.address}" if one.cell.sheet else one.cell.address
    teller.say("fact-disputed", other.cell.row, other.cell.column, other.label, fact=CALLED[one.name],
               value=_for_people(other.value), other=_for_people(one.value), where=where)  # fmt: skip


def _length(known: Mapping[str, Fact], file: str, found: list[Teller], *, disputed: set[str]) -> Decimal | None:
    """The contract's length in years: as stated, else from its first and last day when these make whole months."""
    stated = _as(Decimal, known["years"].value) if "years" in known else None
    start, end = known.get("start"), known.get("end")
    if start is None or end is None or "years" in disputed:
        return stated
    first, last = _as(date, start.value), _as(date, end.value)
    if first and last and end.whole_month and (last.month, last.day) != (first.month, first.day):
        last = _last_of_month(last)  # a contract to March 2029 runs to the last of March
    between = _between(first, last) if first and last else None
    if stated is not None and between is not None and between != stated:
        derived = Fact("years", between, end.cell, end.label)
        _tell_dispute(known["years"], derived, file, found)
        return None
    return between if stated is None else stated


def _between(first: date, last: date) -> Decimal | None:
    after = last + timedelta(days=1) if last.year < date.max.year else last
    months = (after.year - first.year) * _MONTHS + after.month - first.month
    same_day_given = last.day == first.day and after.day != first.day
    if same_day_given:  # 1 April 2026 to 1 April 2029: people count the anniversary in
        months = (last.year - first.year) * _MONTHS + last.month - first.month
        if months % _MONTHS == _MONTHS - 1:
            return None  # the first of the last month, as programs keep “Mar-29”: the day may be none that was meant
    elif after.day != first.day:
        return None
    return Decimal(months) / _MONTHS if months > 0 else None


def _last_of_month(day: date) -> date:
    if day.month == _MONTHS:
        return date(day.year, _MONTHS, 31)  # and no day after it is sought, of which the year 9999 has none
    return date(day.year, day.month + 1, 1) - timedelta(days=1)


def _for_people(value: str | Decimal | date) -> str:
    if isinstance(value, Decimal):
        return f"{value:,f}"
    return value.isoformat() if isinstance(value, date) else quoted(visible(value))


def _as(kind: type[_Kind], value: object) -> _Kind | None:
    """A value, if it is of this kind; None for any other."""
    return value if isinstance(value, kind) else None
