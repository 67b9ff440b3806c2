"""Owns several methods side by side on the screen: each line and the totals under each, and the bridges."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sv_cli.model.valuations import Line
from sv_cli.reports.comparing.words import (
    counted_sentence,
    difference_sentence,
    present_of,
    ratio_of,
    rests_of,
    returns_sentences,
    rows_shown,
    sheets_of,
    signed,
    silent_sentence,
    telling,
    title_of_bridge,
    with_ratio,
)
from sv_cli.reports.drawing import findings_block, headed, printed, ruled
from sv_cli.reports.screen import Screen
from sv_cli.reports.sentences import library_sentence, method_sentence, table_sentences, title_of
from sv_cli.reports.shortened import WHERE_SIDE_BY_SIDE
from sv_cli.reports.words import description_of, money, reference_of, shown
from sv_cli.valuation.bridge import Bridge, BridgeStep
from sv_cli.valuation.side_by_side import SideBySide

if TYPE_CHECKING:
    from sv_cli.findings.finding import Finding

_COMMITMENT, _AMOUNT = 40, 18


def render(compared: SideBySide, screen: Screen) -> str:
    """The whole comparison as text."""
    first = compared.valuations[0]
    title = headed(title_of(first), table_sentences(first, verbose=screen.verbose), below=1)
    parts: list[RenderableType] = [title, _lines(compared, screen), _totals(compared, screen)]
    returns = returns_sentences(compared)
    if returns:
        parts.append(Padding(Text("\n".join(returns), style="bold"), (0, 0, 1, 1)))
    parts += [_bridge(bridge, screen) for bridge in compared.bridges]
    methods = "\n".join(method_sentence(each) for each in compared.valuations)
    parts.append(Padding(Text(f"{methods}\n{library_sentence(first)}", style="dim"), (0, 0, 1, 1)))
    parts += _findings(compared, screen)
    return printed(Group(*parts), screen)


def _lines(compared: SideBySide, screen: Screen) -> Table:
    """A column for each method where the screen has room for them; their names beside the amounts otherwise."""
    names = [each.method.id for each in compared.valuations]
    wide = screen.width >= _COMMITMENT + _AMOUNT * len(names)
    table = ruled(screen, title=" Present value of each line", footer=wide)
    table.add_column("Row", justify="right", style="dim")
    table.add_column("Commitment", "Total", ratio=1, overflow="fold")
    if not wide:
        table.add_column("Method", max_width=24, no_wrap=True, overflow="ellipsis")
    for each in compared.valuations if wide else ():
        table.add_column(each.method.id, money(each.totals.present), justify="right", overflow="fold")
    if not wide:
        table.add_column("Present value", justify="right", no_wrap=True)
    for sheet, lines in zip(sheets_of(compared, screen), rows_shown(compared, screen), strict=True):
        if sheet:
            table.add_row("", Text(sheet, style="bold"))
        amounts = [present_of(line) for line in lines]
        table.add_row(str(lines[0].commitment.at), _what(lines[0]), *_cells(amounts, names, wide=wide))
    rests = rests_of(compared, screen)
    if rests:
        what = Text(rests[0].said).append(f"\n{WHERE_SIDE_BY_SIDE}", style="dim")
        table.add_row("", what, *_cells([money(rest.totals.present) for rest in rests], names, wide=wide))
    return table


def _cells(amounts: Sequence[str], names: Sequence[str], *, wide: bool) -> Sequence[str]:
    return amounts if wide else ("\n".join(names), "\n".join(amounts))


def _what(line: Line) -> Text:
    what = Text(shown(description_of(line), 160) or "(no description)")
    return what.append(f"\n{shown(reference_of(line), 100)}", style="dim")


def _totals(compared: SideBySide, screen: Screen) -> Table:
    table = ruled(screen, title=" Totals")
    table.add_column("Method", overflow="fold", ratio=1)
    for heading in ("Gross", "Net", "Present value"):
        table.add_column(heading, justify="right", overflow="fold")
    for each in compared.valuations:
        name = Text(each.method.id).append(f"\n{counted_sentence(each)}", style="dim")
        totals = each.totals
        table.add_row(name, money(totals.gross), money(totals.net), Text(money(totals.present), style="bold"))
    return table


def _bridge(bridge: Bridge, screen: Screen) -> RenderableType:
    """The way from one method to the other, a convention a row; the changes add up to the difference."""
    start, end, ratio = bridge.start.totals, bridge.end.totals, with_ratio(bridge)
    table = ruled(screen, title=f" {title_of_bridge(bridge)}", footer=True)
    table.add_column("Convention changed", bridge.end.method.id, ratio=1, overflow="fold")
    table.add_column("Change", signed(bridge.difference), justify="right", overflow="fold")
    table.add_column("Present value", money(end.present), justify="right", overflow="fold")
    if ratio:
        table.add_column("Ratio", ratio_of(end.sroi_ratio), justify="right")
    table.add_row(bridge.start.method.id, "", money(start.present), *([ratio_of(start.sroi_ratio)] if ratio else []))
    for step in telling(bridge):
        cells = [ratio_of(step.ratio)] if ratio else []
        table.add_row(_step(step, bridge), signed(step.change), money(step.total), *cells)
    said = "\n".join(filter(None, (difference_sentence(bridge), silent_sentence(bridge))))
    return Group(table, Padding(Text(said), (0, 0, 1, 1)))


def _step(step: BridgeStep, bridge: Bridge) -> RenderableType:
    words = Text(step.title)
    of = bridge.end.totals.commitments
    valued = f"\n{step.valued:,} of {of:,} valued" if step.valued != bridge.start.totals.valued else ""
    below = Text(f"from: {shown(step.before)}\nto: {shown(step.after)}{valued}", style="dim", overflow="fold")
    return Group(words, Padding(below, (0, 0, 0, 2)))


def _findings(compared: SideBySide, screen: Screen) -> list[RenderableType]:
    """What was found under every method, and then what under some alone."""
    names = tuple(each.method.id for each in compared.valuations)
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding, methods in compared.findings:
        groups.setdefault(methods, []).append(finding)
    ordered = sorted(groups, key=lambda methods: methods != names)
    return [
        findings_block(tuple(groups[methods]), verbose=screen.verbose, title=_under(methods, names))
        for methods in ordered
    ]


def _under(methods: tuple[str, ...], names: tuple[str, ...]) -> str:
    return "Findings under every method" if methods == names else f"Findings under {' and '.join(methods)}"
