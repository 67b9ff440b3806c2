"""Owns the check `duplicates`: one promise that is in a bid twice."""

from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta

from sv_cli.checks.case import Case, Violation
from sv_cli.checks.settings import Settings as Base
from sv_cli.checks.words import called, listed
from sv_cli.findings.finding import Finding
from sv_cli.model.valuations import Line

KINDS = ("duplicate-commitment",)
Name = Literal["measure", "quantity", "description", "place", "dates", "owner"]


class Settings(Base, frozen=True):
    """``same``: the fields that are equal in two commitments which are one promise."""

    same: Annotated[tuple[Name, ...], Meta(min_length=1)] = ("measure", "quantity", "description", "place", "dates")


def judge(settings: Settings, case: Case) -> Iterator[Violation]:
    """One finding for each line that repeats an earlier one."""
    first: dict[tuple[object, ...], Line] = {}
    for line in case.named():
        earlier = first.setdefault(tuple(_value(line, name) for name in settings.same), line)
        if earlier is not line:
            fields = {"measure": called(line), "other": _where(earlier, line), "same": listed(list(settings.same))}
            yield Violation("duplicate-commitment", fields, line.commitment)


def takes_over(_settings: Settings, finding: Finding, _case: Case) -> bool:
    """The reader's warning of a repeated line is about the same."""
    return finding.name == "said-twice"


def _value(line: Line, name: str) -> object:
    commitment = line.commitment
    if name == "measure":
        return line.proxy.id if line.proxy else None
    if name == "quantity":
        return line.quantity if line.quantity is not None else commitment.quantity
    if name == "dates":
        return commitment.start, commitment.end, commitment.tranches
    text: str | None = getattr(commitment, name)
    return None if text is None else " ".join(text.split()).casefold()


def _where(earlier: Line, line: Line) -> str:
    one, other = earlier.commitment, line.commitment
    return f"row {one.at}" if one.sheet == other.sheet else f"row {one.at} of sheet {one.sheet!r}"
