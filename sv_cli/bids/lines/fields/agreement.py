"""Owns what else a row says of its quantity: totals, quarters and sentences beside it, which have to agree."""

from decimal import Decimal

from sv_cli.bids.cells.numbers import Amount, Problem
from sv_cli.bids.cells.spelt import spelt_first
from sv_cli.bids.cells.text import folded
from sv_cli.bids.lines.fields.amounts import Told, amount_in, over_time
from sv_cli.bids.lines.fields.refused import Refused
from sv_cli.bids.lines.sheeted import Sheeted
from sv_cli.bids.sheets.grid import Row
from sv_cli.bids.tables.several.times import are_years_of_one_lot, is_slice
from sv_cli.bids.tables.under.choices import in_words
from sv_cli.bids.tables.under.held import Column
from sv_cli.bids.terms.offers import offers_otherwise

_TOLERANCE = Decimal("1e-9")


def against_wholes(table: Sheeted, row: Row, years: list[Told]) -> list[Told]:
    """The months, once the quarters beside them come to the same; the quarters where no month is filled in."""
    parts = [each for each in years if each[0].heading.part]
    for columns in table.layout.wholes:
        whole = over_time(table, row, [(column, column.heading.period) for column in columns])
        if whole and not parts:
            years = [*whole, *years]
            parts = whole
        elif whole:
            _agrees(_sum(whole), _sum(parts), whole[-1][0])
    return years


def _sum(told: list[Told]) -> Decimal:
    return sum((amount.value or Decimal(0) for _, _, amount in told), Decimal(0))


def _agrees(said: Decimal, added: Decimal, column: Column) -> None:
    """Refuse a stated total that is not what its parts come to."""
    if abs(said - added) > _TOLERANCE * max(abs(added), Decimal(1)):
        raise Refused(Problem("total-mismatch", {"total": f"{said:,f}", "sum": f"{added:,f}"}), column)


def against_parts(table: Sheeted, row: Row, quantity: Decimal, columns: tuple[Column, ...]) -> None:
    """Months or quarters beside a quantity have to come to it, where all that stands in them are plain amounts.

    Where some are empty they may tell how far it is reached, and must not come to more.
    """
    amounts = [table.tools.numbers.read(table.at(row, column.index)) for column in columns]
    told = [amount.value for amount in amounts if amount.value is not None]
    added = sum(told, Decimal(0))
    if any(amount.problem or amount.unit == "percent" for amount in amounts):
        return
    if len(told) == len(amounts) or added > quantity:
        _agrees(quantity, added, columns[0])


def against_words(table: Sheeted, row: Row, amount: Amount, unit: str | None) -> None:
    """Refuse a target beside a sentence that offers something else."""
    if amount.value is None:
        return
    for column in table.layout.offered:
        text = table.at(row, column.index)
        spelt = spelt_first(folded(text).casefold()) if isinstance(text, str) and in_words(column.text) else None
        otherwise = isinstance(text, str) and offers_otherwise(text, amount.value, unit, table.tools.desk.units)
        if otherwise or (spelt is not None and spelt[0] != amount.value):
            raise Refused(Problem("quantity-undecided"), column)


def against_quantity(table: Sheeted, row: Row, years: list[Told]) -> None:
    """A column of quantities beside years and their total has to say what the years come to."""
    column = table.layout.columns.get("quantity")
    if column is None or not years:
        return
    stated = table.tools.numbers.read(table.at(row, column.index)).value
    if stated is not None:
        _agrees(stated, _sum(years), column)


def against_total(table: Sheeted, row: Row, years: list[Told]) -> list[Told]:
    """The years, once the column of totals beside them agrees; the total alone where no year is filled in."""
    column = table.layout.columns.get("total")
    _is_whole(table, row, years, column)
    if column is None:
        if not years:
            raise Refused(Problem("no-quantity", {"state": "empty"}), table.layout.years[0][0])
        return years
    if not years:
        return [(column, None, amount_in(table, row, column))]
    total = table.tools.numbers.read(table.at(row, column.index))
    if total.value is None and total.state != "empty":
        table.tell.say("total-unchecked", row.number, column.index + 1, column.text)
    if total.value is not None:
        _agrees(total.value, _sum(years), column)
    return years


def _is_whole(table: Sheeted, row: Row, years: list[Told], total: Column | None) -> None:
    """Refuse to add up lots, deliverers or stages where no total says that they make one promise."""
    promised = [column for column, _, amount in years if amount.value]
    told = total is not None and table.tools.numbers.read(table.at(row, total.index)).value is not None
    if len(promised) > 1 and not told and any(map(is_slice, promised)) and not are_years_of_one_lot(promised):
        raise Refused(Problem("quantity-undecided"), promised[0])
