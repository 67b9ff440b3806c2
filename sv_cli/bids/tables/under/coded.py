"""Owns columns of codes under headings of unknown names, and rows that ask for measures."""

from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.sheets.grid import Row, column_at, widest
from sv_cli.bids.tables.headings.heading import WIDEST, Heading
from sv_cli.bids.tables.under.held import Column, count_of, in_order
from sv_cli.bids.terms.codes import code_behind_title, code_of, code_within, is_coded, is_measure_code, is_numbered
from sv_cli.bids.terms.offers import asks_for_promise


def with_codes(row: Row, columns: tuple[Column, ...], below: list[Row]) -> tuple[Column, ...]:
    """The columns of a heading of amounts that names no key, and the one, whatever its name, that holds codes.

    The first may have no name.
    """
    known = {column.index for column in columns if column.heading.field in ("quantity", "total", "unit")}
    found = []
    for index, cell in enumerate(row.cells[:WIDEST]):
        held = [line.cells[index] for line in below if index < len(line.cells) and line.cells[index] not in (None, "")]
        texts = [folded(each) for each in held if isinstance(each, str)]
        begins = cell in (None, "") and all(index < column.index for column in columns)
        if not (begins or (isinstance(cell, str) and cell)) or index in known or is_coded(folded(str(cell or ""))):
            continue
        if sum(is_coded(text) or code_behind_title(text) is not None for text in texts) * 2 > len(held):
            alone = sum(map(is_measure_code, texts)) * 2 > len(held)
            heading = Heading("reference" if alone else "description", "because it has codes", guessed=True)
            found.append(Column(index, folded(str(cell or "")), heading))
    if len(found) != 1:
        return columns
    others = [column for column in columns if column.index != found[0].index]
    return in_order(*others, *found)


def with_own_codes(row: Row, columns: tuple[Column, ...], below: list[Row]) -> tuple[Column, ...]:
    """The columns of a heading that names no reference, and the one that holds codes: a buyer's own ``LBH ref``."""
    fields = {column.heading.field for column in columns}
    if "unit" not in fields or "reference" in fields:
        return columns
    found = []
    for index, cell in enumerate(row.cells[:WIDEST]):
        if isinstance(cell, str) and normal(cell).endswith((" ref", " reference", " code")):
            column = Column(index, folded(cell), Heading("reference", "because it has references", guessed=True))
            found += [column] if count_of(column, below, is_measure_code) else []
    if len(found) != 1 or found[0].index in {column.index for column in columns}:
        return columns
    return in_order(*columns, *found)


def ask_of_measures(below: list[Row]) -> bool:
    """Whether most rows have a measure's code in one column, or ask for a promise; A1, Q2 and SQ3 number questions."""
    for index in range(widest(below)):
        held = [folded(cell) for cell in column_at(below, index) if isinstance(cell, str)]
        codes = (text if is_measure_code(text) else code_of(text) or code_within(text) or "" for text in held)
        coded = sum(bool(code) and not is_numbered(code) for code in codes) or sum(map(asks_for_promise, held))
        if coded and coded * 2 > len(below):
            return True
    return False
