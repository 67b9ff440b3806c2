"""Owns xls and xlsb: binary forms that an engine parses in a process of its own, since it can die on a hostile one."""

import json
import math
import struct
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

from sv_cli.bids.options import ReadOptions
from sv_cli.bids.sheets.biff import Look, is_locked, look_of
from sv_cli.bids.sheets.files import megabytes
from sv_cli.bids.sheets.grid import (
    Book,
    Fault,
    Grid,
    Merge,
    Moment,
    Raw,
    Remark,
    Row,
    UnreadableError,
    mark_gaps,
    trimmed,
)

_SCRIPT = Path(__file__).with_name("isolated.py")
_FORMS = {"xls": "an old Excel workbook (.xls)", "xlsb": "a binary Excel workbook (.xlsb)"}


def read_legacy(data: bytes, form: str, options: ReadOptions, *, made_whole: bool = False) -> Book:
    """All worksheets of the workbook; raises UnreadableError when the engine refuses it, dies or takes too long.

    ``made_whole`` says that its short cells were given their columns already, which is done once.
    """
    answer = _answer(data, form, options)
    problem = answer.get("problem")
    if problem == "locked" or (problem and form == "xls" and is_locked(data)):
        raise UnreadableError("password-protected")
    if problem == "memory":
        raise _too_hard(form, options)
    if problem == "cells":
        raise UnreadableError("too-many-cells", limit=f"{options.max_cells:,}")
    if problem:
        raise UnreadableError("file-damaged", reason=f"it cannot be read as {_FORMS[form]}")
    if len(answer["sheets"]) > options.max_sheets:
        size, limit = f"{len(answer['sheets'])} sheets", f"{options.max_sheets}"
        raise UnreadableError("file-too-large", size=size, limit=limit)
    look = look_of(data) if form == "xls" else _look_of_xlsb(data, options)
    if look is not None and any(sheet.short_cells for sheet in look.sheets.values()):
        if made_whole:
            raise UnreadableError("file-damaged", reason=f"it cannot be read as {_FORMS[form]}")
        return read_legacy(_with_columns(data, options), form, options, made_whole=True)
    if look is not None and len(look.names) == len(answer["sheets"]):  # the engine may have them in another code page
        for sheet, name in zip(answer["sheets"], look.names, strict=True):
            sheet["name"] = name
    grids = tuple(_grid(sheet, look, options) for sheet in answer["sheets"])
    remarks = () if look is not None else (Remark("look-unknown"),)
    return Book(grids, remarks, serials_1904=look is not None and look.dates_1904)


def _look_of_xlsb(data: bytes, options: ReadOptions) -> Look | None:
    from sv_cli.bids.sheets.xlsb import look_of_xlsb  # noqa: PLC0415 - only the reader that is needed

    return look_of_xlsb(data, options)


def _with_columns(data: bytes, options: ReadOptions) -> bytes:
    from sv_cli.bids.sheets.xlsb import with_columns  # noqa: PLC0415 - only the files that need it

    try:
        return with_columns(data, options)
    except (struct.error, IndexError, zipfile.BadZipFile) as error:
        raise UnreadableError("file-damaged", reason=f"it cannot be read as {_FORMS['xlsb']}") from error


def _answer(data: bytes, form: str, options: ReadOptions) -> dict[str, Any]:
    command = [sys.executable, "-I", str(_SCRIPT)]
    command += [str(options.max_memory), str(options.max_seconds), str(options.max_cells)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=options.max_seconds * 2, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise UnreadableError(
            "file-hostile", reason=f"reading it takes longer than {options.max_seconds} seconds"
        ) from None
    except OSError as error:
        raise UnreadableError(
            "file-unreadable", reason=f"the program that reads it cannot be started ({error.strerror})"
        ) from None
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        raise _too_hard(form, options) from None
    return answer if isinstance(answer, dict) else {"problem": "broken"}


def _too_hard(form: str, options: ReadOptions) -> UnreadableError:
    limit = megabytes(options.max_memory)
    reason = f"reading it as {_FORMS[form]} fails, or needs more than {limit} or {options.max_seconds} seconds"
    return UnreadableError("file-hostile", reason=reason)


def _grid(sheet: dict[str, Any], look: Look | None, options: ReadOptions) -> Grid:
    rows = [Row(number, [_raw(cell) for cell in cells]) for number, cells in sheet["rows"]]
    seen = look.sheets.get(sheet["name"]) if look is not None else None
    if seen is not None:
        seen.apply(rows)
    mark_gaps(rows)
    if len(rows) > options.max_rows:
        raise UnreadableError("too-many-rows", limit=f"{options.max_rows:,}")
    return Grid(
        name=sheet["name"],
        rows=rows,
        hidden=sheet["hidden"],
        hidden_rows=frozenset(seen.hidden_rows) if seen else frozenset(),
        hidden_columns=frozenset(seen.hidden_columns) if seen else frozenset(),
        merges=tuple(Merge(*merge) for merge in sheet["merges"]),
        formulas=dict.fromkeys(seen.formulas, "") if seen else {},
        struck=frozenset(seen.struck) if seen else frozenset(),
        comments=seen.comments if seen else {},
    )


def _raw(cell: Any) -> Raw:
    if isinstance(cell, dict):
        return date.fromisoformat(cell["date"]) if "date" in cell else Moment(cell["time"])
    if isinstance(cell, float) and not math.isfinite(cell):
        return Fault(str(cell))
    return trimmed(cell) if isinstance(cell, str | int | float | bool) else None
