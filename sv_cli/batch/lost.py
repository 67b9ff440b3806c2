"""Owns the record of a bid whose worker gave no result, and the finding for it."""

from msgspec import Struct

from sv_cli.batch.discover import shown_path
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place


class Lost(Struct, frozen=True):
    """Why there is no result: a timeout of ``seconds``, the worker's end with ``code``, or a worker's other program."""

    seconds: float | None = None
    code: int | None = None
    is_other: bool = False


def lost_finding(path: str, lost: Lost) -> Finding:
    """The finding for the bid at ``path`` whose result is lost."""
    place = Place(file=shown_path(path))
    if lost.is_other:
        return finding("library-changed", place)
    if lost.seconds is not None:
        return finding("bid-timed-out", place, seconds=f"{lost.seconds:g}")
    return finding("worker-lost", place, code=lost.code)
