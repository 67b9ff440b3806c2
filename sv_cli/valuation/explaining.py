"""Owns what explains a line beside its unit values' steps: the stage of each step, its portions, its adjustments."""

from decimal import Decimal

from msgspec import Struct

from sv_cli.model.adjustments import Adjustment
from sv_cli.model.methods import Method
from sv_cli.model.valuations import Line, Step
from sv_cli.valuation.adjusting import NAMES, adjustment
from sv_cli.valuation.money import PENNY, ZERO, exact, pounds, shared_out

FIGURES, ADJUSTMENTS, TIMING = "figures", "adjustments", "timing"
_FIGURES = frozenset({"figure", "price-base", "formula", "gross"})
_TIMING = frozenset({"start", "duration", "drop-off", "present-value"})


class InForce(Struct, frozen=True):
    """One adjustment of a line: the one ``taken``, and the ``default``, which the bid's own statement may replace."""

    name: str
    title: str
    taken: Adjustment | None
    default: Adjustment | None


class Worth(Struct, frozen=True):
    """What a portion of a line comes to, in pounds and whole pence."""

    gross: Decimal
    net: Decimal
    present: Decimal


def stage_of(step: Step) -> str:
    """The stage that ``step`` belongs to: FIGURES (published figures), ADJUSTMENTS (deductions) or TIMING (years)."""
    if step.name in _FIGURES:
        return FIGURES
    return TIMING if step.name in _TIMING or step.name.startswith("year-") else ADJUSTMENTS


def worths_of(line: Line, method: Method) -> list[Worth]:
    """What each portion of a valued line comes to: quantity × value of one unit, in pence that add up to the line."""
    to = method.round_to if method.rounding == "lines" else PENNY
    with exact():
        shares = [_shares(name, line, to) for name in ("gross", "net", "present")]
    return [Worth(*(share[n] for share in shares)) for n in range(len(line.portions))]


def _shares(name: str, line: Line, to: Decimal) -> dict[int, Decimal]:
    amounts = {n: each.quantity * getattr(each.unit_value, name) for n, each in enumerate(line.portions)}
    return shared_out(pounds(sum(amounts.values(), ZERO), to), amounts, to)


def in_force(line: Line, method: Method) -> tuple[InForce, ...]:
    """Every adjustment that the method asks for, in its order, as it holds for ``line``; none where it has no proxy."""
    if line.proxy is None:
        return ()
    own = line.commitment.adjustments
    return tuple(
        InForce(name, NAMES[name], adjustment(name, line.proxy, method, own), adjustment(name, line.proxy, method, {}))
        for name in method.adjustments
    )
