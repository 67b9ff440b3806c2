"""Owns the search for the list in a spreadsheet: the row of its headings, and the column of each field."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from sv_cli.bids.cells.text import normal
from sv_cli.bids.sheets.grid import Fault, Grid, Moment, Raw, Shown, Uncached, UnreadableError
from sv_cli.importing.fields import FIELDS, NEEDED

_HEADER_WITHIN = 60
_SHOWN_HEADINGS = 20


class Found(Struct, frozen=True):
    """A list: its sheet, the row of its headings, and by field the column (from 0) and its heading."""

    grid: Grid
    header_row: int
    columns: Mapping[str, int]
    headings: Mapping[str, str]

    def rows(self) -> Iterator[tuple[int, Mapping[str, Raw]]]:
        """The rows below the headings that are not empty: the row's number, and its cells by field."""
        for row in self.grid.rows:
            cells = {name: row.cells[at] for name, at in self.columns.items() if at < len(row.cells)}
            if row.number > self.header_row and any(cell not in (None, "") for cell in cells.values()):
                yield row.number, cells


def find_list(grids: Sequence[Grid], chosen: Mapping[str, str], sheets: Sequence[str]) -> Found:
    """The list with the most fields on the visible sheets, or on those named in ``sheets``.

    ``chosen`` maps a field to the heading to use for it. Raises UnreadableError when a sheet, a needed field or a
    chosen heading is missing, or two columns are of one field.
    """
    wanted = [grid for grid in grids if (grid.name in sheets if sheets else not grid.hidden)]
    missing = [name for name in sheets if name not in {grid.name for grid in grids}]
    if missing:
        names = ", ".join(repr(grid.name) for grid in grids)
        raise UnreadableError("import-no-sheet", sheet=missing[0], sheets=names)
    candidates = [(grid, row.number, row.cells) for grid in wanted for row in grid.rows[:_HEADER_WITHIN]]
    scored = [(_columns(cells, chosen), grid, number, cells) for grid, number, cells in candidates]
    best = max(scored, key=lambda each: len(each[0]), default=None)
    if best is None or not all(name in best[0] for name in (*NEEDED, *chosen)):
        raise UnreadableError(
            "import-no-list", missing=_missing(best[0] if best else {}, chosen), headings=_headings(scored)
        )
    columns, grid, number, cells = best
    double = next((name for name, at in columns.items() if len(at) > 1), None)
    if double is not None:
        named = " and ".join(repr(text_of(cells[at])) for at in columns[double])
        raise UnreadableError("import-two-columns", field=double, headings=named, row=number)
    settled = {name: at[0] for name, at in columns.items()}
    return Found(grid, number, settled, {name: text_of(cells[at]) for name, at in settled.items()})


def _columns(cells: Sequence[Raw], chosen: Mapping[str, str]) -> dict[str, list[int]]:
    """The columns of each field; the best-known name wins, and two columns of one name are both given."""
    whole, bare = dict[str, list[int]](), dict[str, list[int]]()
    for n, cell in enumerate(cells):
        heading = normal(text_of(cell))
        whole.setdefault(heading, []).append(n)
        bare.setdefault(heading.replace(" £", "").replace("£", "").strip(), []).append(n)
    found: dict[str, list[int]] = {}
    for name, names in FIELDS.items():
        accepted = (normal(chosen[name]),) if name in chosen else names
        for known in accepted:
            at = bare.get(known) or whole.get(known)
            if at and known:
                found[name] = at
                break
    return {name: at for name, at in found.items() if name in chosen or not _claimed(at, name, found, chosen)}


def _claimed(at: list[int], name: str, found: Mapping[str, list[int]], chosen: Mapping[str, str]) -> bool:
    """Whether the column is chosen for another field."""
    return any(other != name and other in chosen and found[other] == at for other in found)


def _missing(columns: Mapping[str, object], chosen: Mapping[str, str]) -> str:
    missing = [name for name in dict.fromkeys((*NEEDED, *chosen)) if name not in columns]
    return ", ".join(f"{name} ({chosen[name]!r})" if name in chosen else name for name in missing)


def _headings(scored: Sequence[tuple[Mapping[str, object], Grid, int, Sequence[Raw]]]) -> str:
    """The cells of the row most likely to be the headings, for a message to a user who has to name one."""
    if not scored:
        return "none"
    fullest = max(scored, key=lambda each: (len(each[0]), sum(isinstance(cell, str) for cell in each[3])))
    texts = [text_of(cell) for cell in fullest[3]]
    return ", ".join(repr(text[:60]) for text in texts if text)[: 60 * _SHOWN_HEADINGS] or "none"


def text_of(cell: Raw) -> str:
    """A cell as one line of text, with spaces in place of unseen characters."""
    if cell is None or isinstance(cell, (Fault, Uncached)):
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, Shown):
        cell = f"{cell.value:.15g}"
    if isinstance(cell, Moment):
        cell = cell.text
    return " ".join("".join(each if each.isprintable() else " " for each in str(cell)).split())
