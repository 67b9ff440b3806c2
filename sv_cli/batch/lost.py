"""Owns what is told of a bid that came to nothing in its worker."""

from msgspec import Struct

from sv_cli.batch.discover import shown_path
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place


class Lost(Struct, frozen=True):
    """Why there is no result: it took too long (``seconds``), or its worker ended (``code``)."""

    seconds: float | None = None
    code: int | None = None


def lost_finding(path: str, lost: Lost) -> Finding:
    """The finding of a bid that took too long, or whose worker ended."""
    place = Place(file=shown_path(path))
    if lost.seconds is not None:
        return finding("bid-timed-out", place, seconds=f"{lost.seconds:g}")
    return finding("worker-lost", place, code=lost.code)
