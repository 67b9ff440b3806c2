"""Owns when the quantity of a row falls: in the times that its columns name, or as a rate in each year."""

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from sv_cli.bids.cells.figures import tidy
from sv_cli.bids.cells.numbers import Amount, Problem
from sv_cli.bids.cells.text import folded, normal, shown_text, visible
from sv_cli.bids.cells.units import COUNT, TIMES_A_YEAR, as_yearly
from sv_cli.bids.cells.year_lists import asks_how_many_years, first_years, has_several, is_all, years_named
from sv_cli.bids.lines.fields.amounts import Told, is_of_scale
from sv_cli.bids.lines.fields.own_years import own_years
from sv_cli.bids.lines.fields.refused import Refused
from sv_cli.bids.lines.fields.stated import Stated, unit_text
from sv_cli.bids.lines.fields.texts import LONGEST_TEXT
from sv_cli.bids.lines.sheeted import Sheeted
from sv_cli.bids.sheets.grid import Raw, Row, cell_at
from sv_cli.bids.tables.pace_columns import TICKED, headed_basis, may_say_other_paces, says_pace
from sv_cli.bids.tables.several.spread import added
from sv_cli.bids.tables.statements import Section
from sv_cli.bids.tables.under.held import Column, is_tick
from sv_cli.bids.terms.forms import says_in_all
from sv_cli.bids.terms.rates import RATES, basis_of, falls_once, is_rate, is_told_in_all, names_another
from sv_cli.bids.terms.some_years import open_years, some_months, some_years
from sv_cli.bids.terms.standing import is_note, kind_of
from sv_cli.late import late
from sv_cli.model.bids import Period, Tranche

_CALENDAR = late(r"\b20[0-9]{2}\b")
# How a time begins that falls more than once: “Each summer”, “Every other year”
_OFTEN = RATES | {"each", "every", "twice", "biennial", "biennially", "biannually"}
_REMARKS = ("note", "comment", "remark")
_FEW = 3  # words that a note of how often has, and nothing else
_OF_YEARS = late(r"\by(?:ea)?r|\by ?[0-9]|\bfy|\b20[0-9]{2}\b.{0,20}\bonly", re.IGNORECASE)
_NAMES_YEAR = late(r"year|yr|annu|p\.? ?a\b", re.IGNORECASE)
# “Quarterly review”, and no “Annually, reported quarterly”
_REVIEWED = late(r"\s*[a-z]+ (?:review|report|monitor)[a-z]*(?: [a-z]+){0,3}\s*", re.IGNORECASE)
_DIGITS = 9
_EACH_TIME = frozenset(("year", *TIMES_A_YEAR))
_TELLING = ("description", "timing")
# What stands in a column of years where none is filled in
_NAMES_NONE = frozenset(("year", "yr", ""))


def tranches_of(
    table: Sheeted, row: Row, amounts: list[Told], stated: Stated, head: Section | None
) -> tuple[Tranche, ...]:
    """The quantity by the times that it falls in; refuses a rate that cannot be told, or is for each pound."""
    column, period, amount = amounts[0]
    if head is not None and head.scale and is_of_scale(table, row, column, head.scale):
        raise Refused(Problem("scaled-heading", {"scale": head.scale}), column)
    rate = _rate(table, row, amounts, stated, head)
    if rate in _EACH_TIME and any(map(is_told_in_all, _notes(table, row))):
        raise Refused(Problem("rate-conflict"), column)
    if rate in TIMES_A_YEAR:
        return _over_parts(table, row, amounts, rate, stated.unit)
    if rate == "year" and _is_said_around(table, column, stated) and any(map(falls_once, _texts_of(table, row))):
        raise Refused(Problem("rate-conflict"), column)
    if rate == "pound":
        raise Refused(Problem("rate-not-count"), column)
    if amount.years is not None and (period is not None or column.heading.part):
        raise Refused(Problem("rate-conflict"), column)
    if column.heading.part:
        undated = [each for each, when, _ in amounts if when is None]
        if rate == "year" and undated:
            raise Refused(Problem("rate-conflict"), undated[0])
        return added(((each, when, said.value or Decimal(0)) for each, when, said in amounts), table.start)
    if rate == "year" and period is None and amount.value is not None:
        return _spread(table, row, column, amount)
    return tuple(Tranche(amount.value or Decimal(0), period) for _, period, amount in amounts)


def _over_parts(table: Sheeted, row: Row, amounts: list[Told], part: str, unit: str | None) -> tuple[Tranche, ...]:
    """A quantity a month or a quarter; refuses one that falls in some of them, or in times that columns name.

    So many jobs a month may as well be those that there are in each.
    """
    column, period, amount = amounts[0]
    if "fte" in (unit, column.heading.unit, amount.unit):
        raise Refused(Problem("unclear-basis", {"text": f"a {part}"}), column)
    if len(amounts) > 1 or period is not None or column.heading.part:
        raise Refused(Problem("rate-conflict"), column)
    said = next(filter(None, map(some_months, _texts_of(table, row))), "")
    if said:
        told = f"{(amount.value or Decimal(0)) * TIMES_A_YEAR[part]:,f}"
        raise Refused(Problem("some-years-said", {"text": visible(said)[:80], "quantity": told}), column)
    return _spread(table, row, column, amount, part)


def _is_said_around(table: Sheeted, column: Column, stated: Stated) -> bool:
    """Whether only a sentence around the table or the head of a section says that its quantities are a year's."""
    named = _NAMES_YEAR.search(f"{column.text} {stated.text}")
    return named is None and table.layout.columns.keys().isdisjoint(("basis", "timing"))


def _rate(table: Sheeted, row: Row, amounts: list[Told], stated: Stated, head: Section | None) -> str:
    """``year`` or ``pound`` where the row says that its quantity is a rate; refuses two that disagree."""
    column = amounts[0][0]
    in_all = column.heading.per != "year" and says_in_all(column.text)
    basis = _said_basis(table, row, stated) or _timing(table, row) or yearly(table.raw(row, "year"))
    basis = "" if in_all and basis == "year" else basis  # it is done every year, and told for all of them
    said = {rate for rate in (basis, stated.per, column.heading.per, *(amount.per for _, _, amount in amounts)) if rate}
    if len(said) > 1 or (in_all and not _EACH_TIME.isdisjoint((*said, head.basis if head is not None else ""))):
        raise Refused(Problem("rate-conflict"), table.layout.columns.get("basis") or column)
    if "?" in said:
        raise Refused(Problem("unclear-basis", {"text": stated.text[:80]}), table.layout.columns.get("unit"))
    if head is not None and head.basis and not said:
        if head.basis == "?":
            raise Refused(Problem("unclear-basis", {"text": visible(head.text)[:80]}), column)
        return head.basis
    return next(iter(said - {"once"}), "")


def _said_basis(table: Sheeted, row: Row, stated: Stated) -> str:
    """What the column of rates says; refuses words that do not say it."""
    column = table.layout.columns.get("basis")
    if column is None:
        return ""
    if column.heading is TICKED:
        return _ticked_basis(table, row)
    raw = table.raw(row, "basis")
    if not says_pace(column, shown_text(raw)):
        return ""
    basis = _basis(table, raw, stated)
    if basis == "?" or (basis in _EACH_TIME and may_say_other_paces(column)):
        raise Refused(Problem("unclear-basis", {"text": visible(str(raw)[:80])}), column)
    return basis


def _ticked_basis(table: Sheeted, row: Row) -> str:
    """What the box that is ticked in a row is headed with; refuses none and several, and one that may be of the work.

    Of a lone column ``Annual?`` a tick does not say whether the quantity is a year's.
    """
    boxes = [column for name, column in table.layout.columns.items() if kind_of(name) == "basis"]
    ticked = [column for column in boxes if is_tick(table.at(row, column.index))]
    said = "?" if len(ticked) != 1 else headed_basis(ticked[0].text)
    if len(boxes) == 1:
        once, yes = headed_basis(boxes[0].text) == "once", bool(ticked)
        said = "once" if once == yes else "?" if yes or table.at(row, boxes[0].index) not in (None, "") else ""
    if said == "?":
        text = ", ".join(f"{column.text}: {shown_text(table.at(row, column.index))}" for column in ticked or boxes)
        raise Refused(Problem("unclear-basis", {"text": visible(text)[:80]}), boxes[0])
    return said


def _basis(table: Sheeted, raw: Raw, stated: Stated) -> str:
    """What a column of bases says; one that says the unit of the line again says nothing more."""
    yearly, part = as_yearly(shown_text(raw))
    basis = basis_of(raw)
    if part and basis == "?" and basis_of(yearly) == "year":
        return part
    if basis not in ("?", "pound") or not isinstance(raw, str):
        return basis
    said = unit_text(folded(raw), table)
    again = said.unit is not None and said.unit in (stated.unit, COUNT) and said.per in ("", "year")
    return said.per if again else basis


def _timing(table: Sheeted, row: Row) -> str:
    """What a column of times says of a rate: ``every year`` does, ``Spring 2027`` does not."""
    timing = table.layout.columns.get("timing")
    text = "" if timing is None else shown_text(table.raw(row, "timing"))
    basis = basis_of(text)
    words = normal(text)
    often = basis == "?" and timing is not None and (is_rate(words) or _is_so_often(words.split(" "), timing))
    often = often and _REVIEWED.fullmatch(text) is None
    if timing is not None and (often or (basis == "year" and _is_of_proof(timing))):
        raise Refused(Problem("unclear-basis", {"text": visible(text)[:80]}), timing)
    return basis if basis == "year" or (basis == "pound" and is_rate(words)) else ""


def _is_so_often(words: list[str], timing: Column) -> bool:
    """``Each summer``; ``Each school is visited twice`` says so of other things, where it stands among notes."""
    told = len(words) <= _FEW and not names_another(" ".join(words))
    return words[0] in _OFTEN and (told or timing.heading.field == "timing")


def _is_of_proof(timing: Column) -> bool:
    """``Evidence`` over ``Annually``, which may say how often it is shown."""
    named = normal(timing.text)
    return timing.heading.field == "evidence" and names_another(named) and not any(map(named.__contains__, _REMARKS))


def yearly(raw: Raw) -> str:
    """``year`` where a cell that names a year says that each of them is meant: ``Per annum``, among ``Year 1``."""
    words = normal(shown_text(raw)) if isinstance(raw, str) else ""
    return "year" if words not in _NAMES_NONE and basis_of(raw) == "year" else ""


def _spread(table: Sheeted, row: Row, column: Column, amount: Amount, part: str = "") -> tuple[Tranche, ...]:
    """A quantity a year over the contract's years, or the row's own: 20, 20 and 10 for two years and a half.

    It is as much in each ``part`` of a year, where that is given. A cell that says for how many years has to agree.
    """
    each, said_years = amount.value or Decimal(0), amount.years
    value = each * TIMES_A_YEAR.get(part, 1)
    told = f"{each:,f} a {part}, {value:,f}" if part else f"{value:,f}"
    named = _years_said(table, row)
    if named:
        _check_years(table, row, column, said_years, Decimal(len(named)))
        if len(named) > 1:
            _tell_spread(table, row, column, told, value * len(named), Decimal(len(named)))
        return tuple(Tranche(value, period) for period in named)
    years = table.years or said_years
    first, last = _open_years(table, row) or own_years(table, row)
    if last is None and (years is None or years <= 0):
        raise Refused(Problem("rate-without-length", {"quantity": told}), column)
    length = Decimal(last) if last is not None else years or Decimal(0)
    said = _some_years(table, row, length) if (first, last) == (1, None) else ""
    if said:
        raise Refused(Problem("some-years-said", {"text": visible(said)[:80], "quantity": told}), column)
    whole = int(length.to_integral_value(ROUND_FLOOR))
    parts = [Decimal(1)] * whole + ([length - whole] if length > whole else [])
    numbered = [(at, part) for at, part in enumerate(parts, 1) if at >= first]
    over = sum((part for _, part in numbered), Decimal(0))
    _check_years(table, row, column, said_years, over)
    _tell_spread(table, row, column, told, value * over, over)
    return tuple(Tranche(tidy(value * part), Period(f"Year {at}", number=at)) for at, part in numbered)


def _check_years(table: Sheeted, row: Row, column: Column, said: Decimal | None, years: Decimal) -> None:
    """Refuse ``10 a year for 3 years`` where the row or the contract has others."""
    if said not in (None, years):
        text = visible(shown_text(table.at(row, column.index)))[:80]
        raise Refused(Problem("other-years-said", {"text": text, "years": f"{tidy(years):f}"}), column)


def _notes(table: Sheeted, row: Row) -> Iterator[str]:
    return (shown_text(table.raw(row, name)) for name in table.layout.columns if is_note(name))


def _remark(table: Sheeted, row: Row) -> str:
    """What a note of the row says, if it may name years: ``Years 2-3``."""
    named = (said for said in _notes(table, row) if _OF_YEARS.search(said))  # “2 only” counts people as well
    return next((said for said in named if years_named(said) or open_years(said)), "")


def _open_years(table: Sheeted, row: Row) -> tuple[int, int | None] | None:
    """The first year and the last where a column of times says ``From year 2``; None for the last is the contract's."""
    texts = (*(shown_text(table.raw(row, name)) for name in ("year", "timing")), _remark(table, row))
    first, last = next(filter(None, map(open_years, texts)), (0, None))
    return (first, last if last is None or table.years is None or last < table.years else None) if first else None


def _some_years(table: Sheeted, row: Row, length: Decimal) -> str:
    """What a text of the row says of some of the contract's years, where nothing else says in which it falls."""
    years = int(length.to_integral_value(ROUND_CEILING))
    said = (some_years(text, years, table.start) for text in _texts_of(table, row))
    return next(filter(None, said), "")


def _texts_of(table: Sheeted, row: Row) -> Iterator[str]:
    """The texts of a row that may say of its promise when it falls, in whatever columns."""
    layout = table.layout
    told = {column.index for name, column in layout.columns.items() if name in _TELLING or is_note(name)}
    silent = {column.index for column in layout.columns.values()} - told
    beside = set(range(layout.left, layout.right + 2)) - silent
    others = {each.index for each in (*layout.details, *layout.spoken)}
    texts = (cell_at(row, at) for at in sorted(told | beside | others))
    return (text[:LONGEST_TEXT] for text in texts if isinstance(text, str))


def _tell_spread(table: Sheeted, row: Row, column: Column, each: str, total: Decimal, years: Decimal) -> None:
    over = f"{years:,f} year{'' if years == 1 else 's'}"
    fields = {"quantity": each, "years": over, "total": f"{tidy(total):,f}"}
    table.tell.say("per-year-spread", row.number, column.index + 1, column.text, **fields)


def _years_said(table: Sheeted, row: Row) -> tuple[Period, ...]:
    """The years in which the row says that its quantity a year falls; refuses what a column of years may mean else."""
    raw = table.raw(row, "year")
    text = shown_text(raw)
    if not text or is_all(text) or basis_of(raw) in ("year", "once") or _is_length(table, text):
        return years_named(shown_text(table.raw(row, "timing"))) or years_named(_remark(table, row))
    column = table.layout.columns["year"]
    counted = asks_how_many_years(column.text)
    named = first_years(text) if counted else years_named(text)
    if not named and open_years(text):
        return ()
    if (
        not named
        or (counted and table.years is not None and len(named) > table.years)
        or (not counted and text.isdigit() and text != "1" and has_several(column.text))
    ):
        raise Refused(Problem("not-a-year", {"text": visible(text)[:80]}), column)
    return named


def _is_length(table: Sheeted, text: str) -> bool:
    """Whether a cell says no more than how long the contract is, or from when to when: ``4 years``, ``2026 - 2030``."""
    years, start, words = table.years or Decimal(0), table.start, normal(text).split(" ")
    counted = {"year": years, "yr": years, "month": years * 12}.get(words[-1].rstrip("s"))
    if counted is not None and len(words) == len(("4", "years")) and words[0].isdigit():
        return Decimal(words[0][:_DIGITS]) == counted
    named = [int(year) for year in _CALENDAR.findall(text)]
    between = len(named) == len(("first", "last")) and start is not None and named[0] == start.year
    return between and named[1] - named[0] in (years, years - (start is not None and start.month == 1))
