"""Owns the shortening of reports for people: lines after the first thousand are counted and summed, not shown.

Nobody reads two hundred thousand lines on a screen or a page. Totals are always of all lines, and formats for scripts
and spreadsheet programs (csv, json, xlsx) hold all of them.
"""

from collections.abc import Sequence

from sv_cli.model.valuations import Line, Totals, Valuation
from sv_cli.reports.screen import Screen
from sv_cli.reports.words import counted
from sv_cli.valuation.totals import totals_of

MOST_LINES = 1_000
WHERE_SIDE_BY_SIDE = "sv score --verbose shows every line here; csv and json always hold them all"
WHERE = "sv score --verbose shows every line here; csv, json and xlsx always hold them all"
_WHERE_EXPLAINED = "sv explain --verbose explains every line here; json always holds them all"


def lines_shown(valuation: Valuation, screen: Screen) -> Sequence[Line]:
    """The lines that a report for people shows: the first thousand, or all of them when ``screen`` is verbose."""
    return valuation.lines if screen.verbose else valuation.lines[:MOST_LINES]


def rest_of(valuation: Valuation, screen: Screen) -> Totals | None:
    """The sums of the lines that `lines_shown` leaves out; None when there are none."""
    left = valuation.lines[len(lines_shown(valuation, screen)) :]
    return totals_of(left, valuation.bid.contract, valuation.method) if left else None


def said_of(rest: Totals) -> str:
    """In words: how many lines are left out, and how many of these are not valued."""
    unvalued = rest.commitments - rest.valued
    without = f", {unvalued:,} of them not valued" if unvalued else ""
    return f"and {counted(rest.commitments, 'more line')}{without}"


def lines_explained(lines: Sequence[Line], screen: Screen) -> tuple[Sequence[Line], str]:
    """Those of ``lines`` that an explanation for people shows, and a sentence on the others, if there are any."""
    shown = lines if screen.verbose else lines[:MOST_LINES]
    left = len(lines) - len(shown)
    return shown, f"and {counted(left, 'more line')}; {_WHERE_EXPLAINED}" if left else ""
