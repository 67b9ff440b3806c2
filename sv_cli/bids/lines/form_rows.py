"""Owns rows of the form itself, which promise nothing: instructions, formulas, noughts, answers in words."""

from sv_cli.bids.cells import looks
from sv_cli.bids.cells.text import shown_text
from sv_cli.bids.lines.sheeted import Sheeted
from sv_cli.bids.lines.totals import Totals
from sv_cli.bids.sheets.grid import Raw, Row, Uncached
from sv_cli.bids.tables.headings.heading import BY_AMOUNTS
from sv_cli.bids.tables.under.held import number_at
from sv_cli.bids.terms.codes import code_of, code_said, has_form_of_code, is_coded, is_measure_code
from sv_cli.late import late

_SHORT = 80
_NUMBER = late(r"(?:[qQ] ?)?[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.)]?")
_OF_ANOTHER_SHEET = late(r"[^!(]+![$]?[A-Za-z]{1,3}[$]?[0-9]{1,7}")


def said_in(row: Row, texts: list[str] | None = None) -> str:
    """What a row says, as it is told of one that is left out: its texts, or all its cells."""
    text = " | ".join(texts or [shown_text(cell) for cell in row.cells if not looks.is_blank(cell)])
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"


def is_instruction(table: Sheeted, row: Row, texts: list[str], *, first: bool) -> bool:
    """Words that say how to fill the table in; ``first`` says that no promise stands above them."""
    reference = table.words(row, "reference")
    placeholders = bool(texts) and all(map(table.tools.desk.words.is_instruction, texts))
    unfilled = placeholders and not table.has_amount(row) and not has_form_of_code(reference)
    if unfilled or looks.are_placeholders(row.cells):
        return True
    if not first:
        return False
    if looks.numbers_columns(texts or [shown_text(cell) for cell in row.cells]):
        return True
    if has_form_of_code(reference) or any(not isinstance(cell, str | None) for cell in row.cells):
        return False
    if _promises_amount(table, row):
        return False  # “Please see our policy” is a note on it
    instructions = len(texts) if looks.are_asides(texts) else sum(map(table.tools.desk.words.is_instruction, texts))
    unnamed = not reference and not table.words(row, "description")
    units_alone = unnamed and not any(map(str.isdigit, "".join(texts)))
    return instructions >= len(texts) / 2 or (bool(instructions) and not reference) or units_alone


def _promises_amount(table: Sheeted, row: Row) -> bool:
    """Whether a row says what is promised, and a plain number of how much; or asks for a measure, and any amount is."""
    described = table.words(row, "description")
    if table.layout.coded and described and code_said(described):
        return table.has_amount(row)  # “Please state your commitment for NT8”
    counted = any(number_at(row, index) is not None for index in table.layout.amount_columns())
    return counted and bool(described) and not table.tools.desk.words.is_instruction(described)


def is_answer_in_words(table: Sheeted, row: Row, reference: str) -> bool:
    """``Tell us how`` beside questions that are answered by amounts: words where no measure is named."""
    columns = table.layout.columns
    column, named = columns.get("quantity"), columns.get("reference")
    titled = named is not None and "description" in columns and named.index == columns["description"].index
    if titled and not is_measure_code(reference) and code_of(reference) is None:
        reference = ""  # a question without a code, among those with one behind them
    if reference or column is None or column.heading.how != BY_AMOUNTS:
        return False
    answer = table.at(row, column.index)
    asked = table.tools.numbers.read(answer)
    in_words = isinstance(answer, str) and not looks.is_amount(answer) and asked.problem is not None
    return in_words and not is_coded(table.words(row, "description"))


def asks_no_amount(table: Sheeted, row: Row, reference: str) -> bool:
    """Whether a row is a question of the form with its number, to be answered in words: ``7.1 | Do you pay … ?``."""
    if table.has_amount(row) or table.raw(row, "unit"):
        return False
    return table.words(row, "description").endswith("?") and _NUMBER.fullmatch(reference) is not None


def comes_to_nothing(table: Sheeted, row: Row) -> bool:
    """Whether a row holds nothing but noughts and perhaps a unit, as formulas that nobody filled in leave them."""
    unit = table.layout.columns.get("unit")
    held = [at for at, cell in enumerate(row.cells) if not looks.is_blank(cell) and (unit is None or at != unit.index)]
    return all(table.tools.numbers.read(row.cells[at]).value == 0 for at in held)


def is_unfilled(table: Sheeted, row: Row, totals: Totals) -> bool:
    """Whether a row holds nothing but formulas, which neither add up rows above nor draw a promise from elsewhere."""
    return bool(table.grid.formulas) and _only_formulas(table, row) and not _is_drawn(table, row, totals)


def _only_formulas(table: Sheeted, row: Row) -> bool:
    formulas = table.grid.formulas
    return all(looks.is_blank(cell) or (row.number, at) in formulas for at, cell in enumerate(row.cells, 1))


def _is_drawn(table: Sheeted, row: Row, totals: Totals) -> bool:
    """Whether formulas add up rows above, or draw a whole promise from elsewhere: words, and more than nought."""
    texts = [table.raw(row, name) for name in ("reference", "description")]
    amounts = [row.cells[index] for index in table.layout.amount_columns() if index < len(row.cells)]
    promised = any(isinstance(text, str) and text for text in texts) and any(map(looks.is_more_than_nought, amounts))
    return promised or all(any(map(_is_elsewhere, each)) for each in (texts, amounts)) or totals.sums_column(row)


def _is_elsewhere(cell: Raw) -> bool:
    """Whether a cell stands for one of another sheet, of which the file does not say what it holds."""
    return isinstance(cell, Uncached) and _OF_ANOTHER_SHEET.fullmatch(cell.formula) is not None
