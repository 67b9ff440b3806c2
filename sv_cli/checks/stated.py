"""Owns the check `stated`: the fields that a commitment has to state (evidence, place, dates, owner and so on)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta

from sv_cli.checks.case import Case, Violation
from sv_cli.checks.settings import Settings as Base
from sv_cli.checks.words import called, counted, listed
from sv_cli.library.framework_shapes import Selection
from sv_cli.model.bids import Commitment
from sv_cli.model.valuations import Line

KINDS = ("not-stated",)
Name = Literal["description", "unit", "evidence", "owner", "place", "dates", "start", "end", "cost"]


class Settings(Base, frozen=True):
    """``what``: the fields; ``of``: which measures; ``from_value``: only lines of at least so many £ of present value.

    ``dates`` are a start and an end, or the year of every part of the quantity.
    """

    what: Annotated[tuple[Name, ...], Meta(min_length=1)]
    of: Selection = Selection()
    from_value: Decimal | None = None


def judge(settings: Settings, case: Case) -> Iterator[Violation]:
    """One violation for all fields that no line states, and one for each line that lacks others."""
    lines = [line for line in case.lines(settings.of) if _large_enough(line, settings)]
    nowhere = [name for name in settings.what if len(lines) > 1 and not any(_states(each, name) for each in lines)]
    if nowhere:
        measure = f"any of the {counted(len(lines), 'commitment')} that should have it"
        yield Violation("not-stated", {"what": _said(nowhere), "measure": measure})
    for line in lines:
        missing = [name for name in settings.what if name not in nowhere and not _states(line, name)]
        if missing:
            fields = {"what": _said(missing), "measure": repr(called(line))}
            yield Violation("not-stated", fields, line.commitment, "start" if missing[0] == "dates" else missing[0])


def _large_enough(line: Line, settings: Settings) -> bool:
    return settings.from_value is None or (line.present or Decimal(0)) >= settings.from_value


def _states(line: Line, name: str) -> bool:
    commitment = line.commitment
    if name == "dates":
        return _dated(commitment)
    value = commitment.unit_text or commitment.unit if name == "unit" else getattr(commitment, name)
    return bool(value.strip()) if isinstance(value, str) else value is not None


def _dated(commitment: Commitment) -> bool:
    if commitment.start is not None and commitment.end is not None:
        return True
    return bool(commitment.tranches) and all(each.period is not None for each in commitment.tranches)


def _said(names: Sequence[str]) -> str:
    return f"{listed(names)} {'is' if len(names) == 1 and names != ['dates'] else 'are'}"
