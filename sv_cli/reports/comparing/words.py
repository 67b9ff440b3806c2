"""Owns the sentences on several methods side by side: the value by each, and what makes the difference."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from sv_cli.model.valuations import Line, Totals, Valuation
from sv_cli.reports.rows import under_sheets
from sv_cli.reports.screen import Screen
from sv_cli.reports.sentences import returns_sentence
from sv_cli.reports.shortened import lines_shown, rest_of
from sv_cli.reports.words import counted, money, number
from sv_cli.valuation.bridge import Bridge, BridgeStep
from sv_cli.valuation.side_by_side import SideBySide


def title_of_bridge(bridge: Bridge) -> str:
    """The title of a bridge: from which method to which, and the difference."""
    return f"From {bridge.start.method.id} to {bridge.end.method.id}: {signed(bridge.difference)}"


def difference_sentence(bridge: Bridge) -> str:
    """The convention that makes most of the difference, in a sentence; or that none makes any."""
    most = max((step for step in bridge.steps if step.change), key=lambda step: abs(step.change), default=None)
    if most is None:
        return "No convention in which the two differ makes a difference to this bid."
    return f"What makes the most difference: {most.title.lower()} ({signed(most.change)})."


def telling(bridge: Bridge) -> list[BridgeStep]:
    """The steps that change the total, the ratio, or what is valued."""
    return [step for step, before in _pairs(bridge) if _tells(step, before)]


def silent_sentence(bridge: Bridge) -> str | None:
    """The conventions in which the methods differ without effect on this bid, in a sentence; None without any."""
    names = [step.title.lower() for step, before in _pairs(bridge) if not _tells(step, before)]
    return f"They differ too in what this bid shows nothing of: {', '.join(names)}." if names else None


def with_ratio(bridge: Bridge) -> bool:
    """Whether costs are stated, so that each step has a ratio."""
    return bridge.start.totals.returns is not None or bridge.end.totals.returns is not None


def ratio_of(value: Decimal | None) -> str:
    """A ratio to two places, or a dash."""
    return number(value, 2)


def signed(amount: Decimal) -> str:
    """A change in pounds with its sign; ``£0.00`` for none."""
    return f"+{money(amount)}" if amount > 0 else money(amount)


def counted_sentence(valuation: Valuation) -> str:
    """The prices that a method's figure is in, and how many of the commitments it stands for."""
    totals = valuation.totals
    return f"{valuation.price_year} prices, {totals.valued:,} of {counted(totals.commitments, 'commitment')}"


def returns_sentences(compared: SideBySide) -> list[str]:
    """The returns on the bid's costs by each method, a sentence each; none without costs."""
    found = ((each.method.id, returns_sentence(each)) for each in compared.valuations)
    return [f"{name}: {sentence}" for name, sentence in found if sentence]


def rows_of(compared: SideBySide) -> list[Sequence[Line]]:
    """For each commitment its line under every method, in the methods' order."""
    return list(zip(*(each.lines for each in compared.valuations), strict=True))


def rows_shown(compared: SideBySide, screen: Screen) -> Iterator[tuple[str, Sequence[Line]]]:
    """`rows_of` the lines that a report for people shows, each with the name of its sheet where a new one begins."""
    first = compared.valuations[0]
    rows = zip(*(lines_shown(each, screen) for each in compared.valuations), strict=True)
    for (sheet, _), lines in zip(under_sheets(lines_shown(first, screen), first.lines), rows, strict=True):
        yield sheet, lines


def rests_of(compared: SideBySide, screen: Screen) -> list[Totals]:
    """The sums, by each method, of the lines that `rows_shown` leaves out; empty when it leaves out none."""
    return [rest for each in compared.valuations if (rest := rest_of(each, screen)) is not None]


def _pairs(bridge: Bridge) -> list[tuple[BridgeStep, tuple[Decimal | None, int]]]:
    """Every step with the ratio and the number of valued lines before it."""
    start = bridge.start.totals
    before = [(start.sroi_ratio, start.valued), *((step.ratio, step.valued) for step in bridge.steps)]
    return list(zip(bridge.steps, before, strict=False))


def _tells(step: BridgeStep, before: tuple[Decimal | None, int]) -> bool:
    return bool(step.change) or (step.ratio, step.valued) != before
