"""Owns what is told of a bid that came to nothing in its worker."""

from msgspec import Struct

from sv_cli.batch.discover import shown_path
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place


class Lost(Struct, frozen=True):
    """Why there is no result: it took too long (``seconds``), its worker ended (``code``), or has another program."""

    seconds: float | None = None
    code: int | None = None
    is_other: bool = False


def lost_finding(path: str, lost: Lost) -> Finding:
    """The finding of a bid that took too long, or whose worker ended or is another program."""
    place = Place(file=shown_path(path))
    if lost.is_other:
        return finding("library-changed", place)
    if lost.seconds is not None:
        return finding("bid-timed-out", place, seconds=f"{lost.seconds:g}")
    return finding("worker-lost", place, code=lost.code)
