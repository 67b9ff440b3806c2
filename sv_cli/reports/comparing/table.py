"""Owns several methods side by side on the screen: each line and the totals under each, and the bridges."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sv_cli.model.valuations import Line
from sv_cli.reports.comparing.words import (
    counted_sentence,
    difference_sentence,
    ratio_of,
    rests_of,
    returns_sentences,
    rows_shown,
    signed,
    silent_sentence,
    telling,
    title_of_bridge,
    with_ratio,
)
from sv_cli.reports.drawing import findings_block, headed, printed, ruled
from sv_cli.reports.grid import Cell, Column, Grid, width_of, widths_of
from sv_cli.reports.screen import Screen
from sv_cli.reports.sentences import library_sentence, method_sentence, table_sentences, title_of
from sv_cli.reports.shortened import WHERE_SIDE_BY_SIDE, said_of
from sv_cli.reports.words import description_of, money, present_of, reference_of, shown
from sv_cli.valuation.bridge import Bridge, BridgeStep
from sv_cli.valuation.side_by_side import SideBySide

if TYPE_CHECKING:
    from sv_cli.findings.finding import Finding

_COMMITMENT, _AMOUNT, _NAME = 40, 18, 24
_NARROWEST = 12


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


def _lines(compared: SideBySide, screen: Screen) -> RenderableType:
    """A column for each method where the screen has room for them; their names beside the amounts otherwise."""
    names = [shown(each.method.id, _NAME) for each in compared.valuations]
    wide = screen.width >= _COMMITMENT + _AMOUNT * len(names)
    rows = list(_rows(compared, names, screen, wide=wide))
    total = _cells([money(each.totals.present) for each in compared.valuations], names, wide=wide)
    headings = names if wide else ("Method", "Present value")
    widths = widths_of(headings, [total, *(cells[2:] for cells, _ in rows)], most=screen.width)
    first = max((len("Row"), *(width_of(text) for cells, _ in rows for text, _ in cells[0])))
    left = max(_NARROWEST, screen.width - first - sum(widths) - 3 * (len(widths) + 2) - 1)
    columns = [
        Column("Row", first),
        Column("Commitment", left, right=False, footer=(("Total", ""),) if wide else ()),
        *(
            Column(heading, width, right=heading != "Method", footer=cell if wide else ())
            for heading, width, cell in zip(headings, widths, total, strict=True)
        ),
    ]
    title = Text(" Present value of each line", style="bold")
    return Group(title, Grid(columns, rows, "─" if screen.unicode else "-"))


def _rows(
    compared: SideBySide, names: Sequence[str], screen: Screen, *, wide: bool
) -> Iterator[tuple[tuple[Cell, ...], str]]:
    """The cells and style of each row: the lines, with the names of their sheets, and the sum of those not shown."""
    none: tuple[Cell, ...] = tuple(() for _ in names) if wide else ((), ())
    for sheet, lines in rows_shown(compared, screen):
        if sheet:
            yield ((), ((sheet, ""),), *none), "bold"
        row = ((str(lines[0].commitment.at), "dim"),)
        yield (row, _what(lines[0]), *_cells([present_of(line) for line in lines], names, wide=wide)), ""
    rests = rests_of(compared, screen)
    if rests:
        amounts = [money(rest.present) for rest in rests]
        yield ((), ((said_of(rests[0]), ""), (WHERE_SIDE_BY_SIDE, "dim")), *_cells(amounts, names, wide=wide)), ""


def _cells(amounts: Sequence[str], names: Sequence[str], *, wide: bool) -> tuple[Cell, ...]:
    """The amounts beside each other, or below each other with the names of their methods."""
    if wide:
        return tuple(((amount, ""),) for amount in amounts)
    return tuple((name, "") for name in names), tuple((amount, "") for amount in amounts)


def _what(line: Line) -> Cell:
    return (shown(description_of(line), 160) or "(no description)", ""), (shown(reference_of(line), 100), "dim")


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
    """The bridge from one method to another as a table: a convention a row; the changes add up to the difference."""
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
    """The findings that all methods share, then those of some methods only."""
    names = tuple(each.method.id for each in compared.valuations)
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding, methods in compared.findings:
        groups.setdefault(methods, []).append(finding)
    ordered = sorted(groups, key=lambda methods: methods != names)
    return [findings_block(tuple(groups[methods]), screen, title=_under(methods, names)) for methods in ordered]


def _under(methods: tuple[str, ...], names: tuple[str, ...]) -> str:
    return "Findings under every method" if methods == names else f"Findings under {' and '.join(methods)}"
