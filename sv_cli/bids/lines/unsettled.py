"""Owns tables of which every line is taken back or left open in one column: that is told once."""

from sv_cli.bids.cells.looks import is_blank
from sv_cli.bids.cells.text import shown_text, visible
from sv_cli.bids.lines.sheeted import Sheeted
from sv_cli.bids.sheets.grid import Row
from sv_cli.bids.tables.several.times import is_nought
from sv_cli.bids.tables.under.held import distinct_at
from sv_cli.bids.terms.standing import standings_of
from sv_cli.findings.finding import quoted

_FIELDS = ("status", "agreed", "waiting", "withdrawn")
_FEW, _SHORT = 3, 40


def tell_unsettled(table: Sheeted, rows: list[Row]) -> str:
    """Tell of the column by which no line is promised for sure; the field of it, ``""`` where there is none."""
    columns = table.layout.columns
    standings = standings_of({name: columns[name].text for name in _FIELDS if name in columns})
    for name, tells in standings.items():
        column = columns[name]
        said = sorted({shown_text(cell) for cell in distinct_at(column.index, rows)} - {""})
        if not said or not all(map(tells, said)):
            continue
        lines = [row for row in rows if _is_line(table, row)]
        if len(lines) > 1 and not any(is_blank(table.at(row, column.index)) for row in lines):
            listed = [quoted(visible(text)[:_SHORT]) for text in said[:_FEW]]
            texts = " or ".join([*listed, "\u2026"] if len(said) > _FEW else listed)
            fields = {"heading": column.text, "texts": texts}
            table.tell.say("lines-unsettled", lines[0].number, column.index + 1, column.text, **fields)
            return name
    return ""


def _is_line(table: Sheeted, row: Row) -> bool:
    key = table.words(row, "reference") or table.words(row, "description")
    if not key or table.tools.desk.words.is_total(key):
        return False
    return not all(is_nought(table.at(row, index)) for index in table.layout.amount_columns())
