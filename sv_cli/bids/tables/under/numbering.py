"""Owns columns that only number their rows, or the record that all of them are of."""

from sv_cli.bids.cells.text import shown_text
from sv_cli.bids.sheets.grid import Raw, not_empty

_PAIR = 2  # which may be 1 and 2 by chance
_RECORD = 10_000  # so much is not promised of everything alike
_MOST_DIGITS = 15  # of which a spreadsheet program keeps each


def is_line_number(cells: list[Raw], *, surely: bool = False) -> bool:
    """Whether a column only counts its own rows (1, 2, 3 …), and ``surely`` so: several of them, and every one.

    What stands below a table, such as a signature, is not counted.
    """
    if surely:
        while cells and cells[-1] in (None, ""):
            cells = cells[:-1]
        return len(cells) > _PAIR and [*map(_whole, cells)] == [*range(1, len(cells) + 1)]
    held = not_empty(cells)
    numbers = [number for cell in held if (number := _whole(cell)) is not None]
    return bool(held) and len(numbers) == len(held) and numbers == sorted(set(numbers))


def is_running(cells: list[Raw]) -> bool:
    """Whether a column only counts its own rows, behind the same letters perhaps: ``C-001``, ``C-002``."""
    end, numbers = _behind_letters(cells)
    if not numbers:
        return is_line_number(cells)
    if end[-1:].isalpha() and not numbers[0].startswith("0"):
        return False  # NT1, NT2, NT3 are those of measures
    return is_counted(cells)


def is_counted(cells: list[Raw]) -> bool:
    """Whether a column numbers its rows from 1 behind the same letters: ``C1``, ``C2``, ``C3``."""
    _, numbers = _behind_letters(cells)
    return bool(numbers) and [*map(int, numbers)] == [*range(1, len(numbers) + 1)]


def _behind_letters(cells: list[Raw]) -> tuple[str, list[str]]:
    """The letters that all cells begin with and the numbers behind them; no numbers where they do not."""
    texts = [cell.strip() if isinstance(cell, str) else "" for cell in cells if cell not in (None, "")]
    ends = {text.rstrip("0123456789") for text in texts}
    if len(texts) <= _PAIR or len(ends) > 1 or "" in texts or not ends.isdisjoint(texts):
        return "", []
    end = ends.pop()
    return end, [text[len(end) :] for text in texts]


def is_one_record(cells: list[Raw]) -> bool:
    """Whether a column holds one long number in all its rows, as that of a contract or of a proposal is."""
    held = not_empty(cells)
    return len(held) > 1 == len(set(held)) and (_whole(held[0]) or 0) >= _RECORD


def _whole(cell: Raw) -> int | None:
    """The whole number that a cell shows, with a full stop behind it perhaps: ``7.``; None for any other cell."""
    digits = shown_text(cell).rstrip(".")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS else None
