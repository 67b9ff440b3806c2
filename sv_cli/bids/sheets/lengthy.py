"""Owns the budget of long texts: whatever a cell says is heard in many ways, each of which reads every letter."""

from collections.abc import Iterable
from itertools import chain

from sv_cli.bids.options import ReadOptions
from sv_cli.bids.sheets.grid import Grid, Raw, UnreadableError

LONG = 200  # letters; shorter texts are remembered, and heard once however often they are there
_VERY_LONG, _FIFTH = 1_000, 5  # of which people write few


def may_say_much(size: int, options: ReadOptions) -> bool:
    """Whether a text of so many letters may be over the limit, where each of them is said once."""
    return size * _FIFTH > options.max_letters


def require_few_letters(grids: Iterable[Grid], options: ReadOptions) -> None:
    """Raise UnreadableError where long texts say more than the limit, in as many cells as share them."""
    grids = tuple(grids)
    said = [row.cells for grid in grids for row in grid.rows]
    said += [[*grid.comments.values()] for grid in grids if grid.comments]
    if not _holds_long(said, of_texts=all(grid.delimited for grid in grids)):
        return
    lengths = [len(text) for texts in said for text in texts if text.__class__ is str and len(text) > LONG]
    for longer, part in ((LONG, 1), (_VERY_LONG, _FIFTH)):
        held = sum(length for length in lengths if length > longer)
        if held * part > options.max_letters:
            size = f"{held:,} letters in its texts of more than {longer:,}"
            share = "" if part == 1 else f", a fifth of the {options.max_letters:,} of all its long texts"
            raise UnreadableError("file-too-large", size=size, limit=f"{options.max_letters // part:,}{share}")


def _holds_long(said: list[list[Raw]], *, of_texts: bool) -> bool:
    """Whether any text is long, as most bids have none; their distinct texts show it soonest, if not all are texts."""
    cells = chain.from_iterable(said)
    if of_texts:
        return max(map(len, filter(None, cells)), default=0) > LONG  # type: ignore[arg-type]
    return any(text.__class__ is str and len(text) > LONG for text in set(cells))
