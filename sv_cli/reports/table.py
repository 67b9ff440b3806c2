"""Owns the report for a terminal: lines, totals by theme and value kind, the headline, the findings below."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sv_cli.model.valuations import Line, Totals, Valuation
from sv_cli.reports import sentences
from sv_cli.reports.drawing import findings_block, headed, printed, ruled
from sv_cli.reports.grid import Cell, Column, Grid, widths_of
from sv_cli.reports.rows import under_sheets
from sv_cli.reports.screen import Screen
from sv_cli.reports.shortened import WHERE, lines_shown, rest_of, said_of
from sv_cli.reports.sums import Sum, kind_sums, theme_sums
from sv_cli.reports.words import (
    description_of,
    money,
    present_of,
    quantity_of,
    reference_of,
    replaced_mark,
    shown,
    unit_of,
)

_WIDE = 100
_WIDEST_QUANTITY = 20
_NARROWEST = 12


def render(valuation: Valuation, screen: Screen) -> list[str]:
    """The whole report as text, in pieces, with colour codes only where ``screen`` takes them."""
    below: list[RenderableType] = [_sums(valuation, screen)] if valuation.totals.valued else []
    below.append(_headline(valuation))
    if valuation.findings:
        below.append(findings_block(valuation.findings, screen))
    title = headed(sentences.title_of(valuation), sentences.table_sentences(valuation, verbose=screen.verbose))
    parts = chain((title,), _lines(valuation, screen).pieces(), (Group(*below),))
    return [printed(part, screen) for part in parts]


def _lines(valuation: Valuation, screen: Screen) -> Grid:
    """The lines, one row a commitment, as wide as the screen: descriptions take the width that figures leave."""
    wide = screen.width >= _WIDE
    headings = ("Quantity", "Unit value", "Net", "Present value") if wide else ("Quantity", "Present value")
    lines, rest = lines_shown(valuation, screen), rest_of(valuation, screen)
    footer = _summed(valuation.totals, wide=wide)
    sums = [footer] if rest is None else [footer, _summed(rest, wide=wide)]
    widths = widths_of(headings, chain(sums, _figures(lines, valuation, wide=wide)), most=_WIDEST_QUANTITY)
    first = max([3, *(len(str(line.commitment.at)) for line in lines)])
    left = screen.width - first - sum(widths) - 3 * (len(widths) + 2) - 1
    columns = [
        Column("Row", first),
        Column("Commitment", max(_NARROWEST, left), right=False, footer=(("Total", ""),)),
        *(Column(heading, width, footer=cell) for heading, width, cell in zip(headings, widths, footer, strict=True)),
    ]
    rows = _rows(under_sheets(lines, valuation.lines), _figures(lines, valuation, wide=wide), rest, wide=wide)
    return Grid(columns, rows, "─" if screen.unicode else "-")


def _figures(lines: Iterable[Line], valuation: Valuation, *, wide: bool) -> Iterator[tuple[Cell, ...]]:
    """The cells of each line's figures. They are made twice, for widths and for drawing, to save memory."""
    return (_wide_cells(line, valuation) if wide else _narrow_cells(line, valuation) for line in lines)


def _rows(
    lines: Iterable[tuple[str, Line]], cells: Iterable[tuple[Cell, ...]], rest: Totals | None, *, wide: bool
) -> Iterator[tuple[Sequence[Cell], str]]:
    for (sheet, line), figures in zip(lines, cells, strict=True):
        if sheet:
            yield ((), ((sheet, ""),), *(() for _ in figures)), "bold"
        row = ((str(line.commitment.at), "dim"),)
        yield (row, _what(line), *figures), "" if line.valued else "yellow"
    if rest is not None:
        yield ((), ((said_of(rest), ""), (WHERE, "dim")), *_summed(rest, wide=wide)), "bold"


def _summed(totals: Totals, *, wide: bool) -> tuple[Cell, ...]:
    net, present = money(totals.net), money(totals.present)
    if wide:
        return (), (), ((net, ""),), ((present, ""),)
    return (), ((present, ""), (f"net {net}", "none"))


def _what(line: Line) -> Cell:
    mark = replaced_mark(line.proxy) if line.proxy else ""
    reference = shown(reference_of(line), 60)
    return (shown(description_of(line), 160) or "(no description)", ""), (f"{reference}{mark}", "dim")


def _wide_cells(line: Line, valuation: Valuation) -> tuple[Cell, ...]:
    unit = unit_of(line, valuation.units)
    figures = (money(line.unit_value), money(line.net), present_of(line))
    return ((quantity_of(line), ""), (unit, "dim")), *(((figure, ""),) for figure in figures)


def _narrow_cells(line: Line, valuation: Valuation) -> tuple[Cell, ...]:
    """The cells for a narrow screen: the unit value below the quantity, the net value below the present one."""
    what = (f"{quantity_of(line)} {unit_of(line, valuation.units)}".strip(), "")
    if not line.valued:
        return (what,), (("not valued", ""),)
    return (what, (f"× {money(line.unit_value)}", "dim")), (
        (money(line.present), ""),
        (f"net {money(line.net)}", "dim"),
    )


def _sums(valuation: Valuation, screen: Screen) -> RenderableType:
    tables = [
        _sum_table("By theme", theme_sums(valuation), screen),
        _sum_table("By value kind", kind_sums(valuation), screen),
    ]
    if screen.width < _WIDE:
        return Group(*tables)
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_row(*tables)
    return grid


def _sum_table(title: str, sums: Iterable[Sum], screen: Screen) -> Table:
    table = ruled(screen)
    table.add_column(title, overflow="fold", max_width=34, min_width=22)
    table.add_column("Present value", justify="right", no_wrap=True)
    for each in sums:
        table.add_row(shown(each.name, 100), Text(f"{money(each.amount)}  {each.share:>5}"))
    return table


def _headline(valuation: Valuation) -> RenderableType:
    text = Text()
    colour = "green" if valuation.totals.valued else "yellow"
    text.append(sentences.headline_sentence(valuation), style=f"bold {colour}")
    for sentence in (sentences.contract_sentence(valuation), sentences.returns_sentence(valuation)):
        if sentence:
            text.append("\n" + sentence, style="bold")
    text.append("\n" + sentences.method_sentence(valuation), style="dim")
    text.append("\n" + sentences.library_sentence(valuation), style="dim")
    return Padding(text, (0, 0, 1, 1))
