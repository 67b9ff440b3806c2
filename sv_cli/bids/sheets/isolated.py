"""Owns the parse of binary workbooks in a process of its own, which may die without taking the program along.

Run as a script: the workbook on standard input, a JSON document on standard output, limits as arguments. It imports
nothing of this package, so that it starts fast and stands alone.
"""

import io
import json
import sys
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

_LAST_COLUMN = 16_384  # as in `grid`; nothing of ours is loaded here


def main() -> None:
    """Parse the workbook under limits of memory and processor time; print its sheets, or why there are none."""
    memory, seconds, most_cells = map(int, sys.argv[1:4])
    _limit(memory, seconds)
    data = sys.stdin.buffer.read()
    try:
        answer = _parsed(data, most_cells)
    except MemoryError:
        answer = {"problem": "memory"}
    except BaseException as error:  # noqa: BLE001 - the engine panics with a BaseException
        answer = {"problem": "locked" if type(error).__name__ == "PasswordError" else "broken"}
    sys.stdout.write(json.dumps(answer))


def _limit(memory: int, seconds: int) -> None:
    try:
        import resource  # noqa: PLC0415 - not there on Windows
    except ImportError:  # no such limits on Windows; the caller's time limit holds there too
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _parsed(data: bytes, most_cells: int) -> dict[str, object]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415 - under the limits set before

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = []
    cells = filled = 0
    for about in workbook.sheets_metadata:
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_name(about.name)
        if sheet.total_width > _LAST_COLUMN:
            return {"problem": "broken"}
        cells += sheet.total_height * sheet.total_width
        if cells > most_cells * 4:
            return {"problem": "cells"}
        rows = [_cells(row) for row in sheet.to_python(skip_empty_area=False)]
        filled += sum(len(row) - row.count(None) for row in rows)
        if filled > most_cells:
            return {"problem": "cells"}
        merges = sheet.merged_cell_ranges or []
        sheets.append(
            {
                "name": about.name,
                "hidden": about.visible != SheetVisibleEnum.Visible,
                "rows": [[at, row] for at, row in enumerate(rows, 1) if row],
                "merges": [[top + 1, left + 1, bottom + 1, right + 1] for (top, left), (bottom, right) in merges],
            }
        )
    return {"sheets": sheets}


def _cells(row: Sequence[object]) -> list[object]:
    cells = [_cell(value) for value in row]
    while cells and cells[-1] is None:
        cells.pop()
    return cells


def _cell(value: object) -> object:
    if isinstance(value, datetime | date):
        return {"date": value.isoformat()[:10]}
    if isinstance(value, time | timedelta):
        return {"time": str(value)}
    return None if value == "" else value


if __name__ == "__main__":
    main()
