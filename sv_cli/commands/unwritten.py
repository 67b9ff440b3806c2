"""Owns the messages on where the results of many bids went: which files are written, or why none could be."""

import os
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryFile

from sv_cli.batch.discover import REPORTS, shown_path
from sv_cli.batch.folder import Folder
from sv_cli.batch.journal import JournalError
from sv_cli.batch.tables.formats import left_over
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.paths import system_says
from sv_cli.reports.words import shown


def what_is_written(out: str, folder: Folder, files: Sequence[str], ending: str = "") -> str:
    """The note of which ``files`` are new in ``out``, and which tables and reports there are of an earlier run.

    ``ending`` is that of this run's reports.
    """
    reports = sorted({os.path.splitext(name)[1] for name in folder.below(REPORTS)} - {ending})  # noqa: PTH122
    old = ", ".join((*left_over(folder, files), *(f"{REPORTS}/**/*{each}" for each in reports)))
    left = f"left from an earlier run: {old}\n" if old else ""
    return f"written: {shown(out)}: {', '.join(files)}\n{left}"


def why_unwritten(error: JournalError | OSError, out: str) -> Finding:
    """The finding that says why a run could not write into ``out``."""
    if isinstance(error, JournalError):
        reason = _unwritable(error.path.parent) or error.reason
        return finding(error.name, Place(file=shown_path(str(error.path))), reason=reason)
    held = isinstance(error.filename, str) and os.path.isfile(error.filename)  # noqa: PTH113 - as it was given
    place = Place(file=shown_path(error.filename if held else out))
    reason = (
        "there is a file where the folder should be" if isinstance(error, FileExistsError | NotADirectoryError) else ""
    )
    return finding("batch-not-written", place, reason=reason or system_says(error))


def _unwritable(folder: Path) -> str | None:
    """Why no file can be written into ``folder``, in the system's words, which say more than the database's."""
    try:
        TemporaryFile(dir=folder).close()
    except OSError as error:
        return system_says(error)
    return None
