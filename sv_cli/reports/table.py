"""Owns the report for a terminal: lines, totals by theme and value kind, the headline, the findings below."""

from collections.abc import Mapping
from decimal import Decimal

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sv_cli.model.valuations import Line, Valuation
from sv_cli.reports.drawing import findings_block, printed, ruled
from sv_cli.reports.screen import Screen
from sv_cli.reports.sentences import (
    contract_sentence,
    headline_sentence,
    library_sentence,
    method_sentence,
    returns_sentence,
    table_sentences,
    title_of,
)
from sv_cli.reports.words import KIND_TITLES, money, number, percent, replaced_mark, shown, unit_of

_WIDE = 100


def render(valuation: Valuation, screen: Screen) -> str:
    """The whole report as text, with colour codes only where ``screen`` takes them."""
    parts: list[RenderableType] = [
        _title(valuation, screen),
        _lines(valuation, screen),
        _sums(valuation, screen),
        _headline(valuation),
    ]
    if valuation.findings:
        parts.append(findings_block(valuation.findings, verbose=screen.verbose))
    return printed(Group(*parts), screen)


def _title(valuation: Valuation, screen: Screen) -> RenderableType:
    text = Text(title_of(valuation), style="bold")
    for sentence in table_sentences(valuation, verbose=screen.verbose):
        text.append("\n" + sentence, style="not bold dim")
    return Padding(text, (1, 0, 0, 1))


def _lines(valuation: Valuation, screen: Screen) -> Table:
    wide = screen.width >= _WIDE
    net, present = money(valuation.totals.net), money(valuation.totals.present)
    table = ruled(screen, footer=True)
    table.add_column("Row", justify="right", style="dim")
    table.add_column("Commitment", footer="Total", ratio=1, overflow="fold")
    table.add_column("Quantity", justify="right", overflow="fold", max_width=20)
    if wide:
        table.add_column("Unit value", justify="right", no_wrap=True)
        table.add_column("Net", footer=net, justify="right", no_wrap=True)
        table.add_column("Present value", footer=present, justify="right", no_wrap=True)
    else:
        total = Text(present).append(f"\nnet {net}", style="not bold")
        table.add_column("Present value", footer=total, justify="right", no_wrap=True)
    for line in valuation.lines:
        cells = _wide_cells(line, valuation) if wide else _narrow_cells(line, valuation)
        table.add_row(str(line.commitment.row), _what(line), *cells, style=None if line.valued else "yellow")
    return table


def _what(line: Line) -> Text:
    title = line.commitment.description or (line.proxy.title if line.proxy else "")
    what = Text(shown(title, 160) or "(no description)")
    reference = line.proxy.id if line.proxy else shown(line.commitment.reference or "no reference", 60)
    mark = replaced_mark(line.proxy) if line.proxy else ""
    return what.append(f"\n{reference}{mark}", style="dim")


def _wide_cells(line: Line, valuation: Valuation) -> tuple[RenderableType, ...]:
    quantity = Text(number(line.quantity if line.valued else line.commitment.quantity))
    quantity.append("\n" + unit_of(line, valuation.units), style="dim")
    present = money(line.present) if line.valued else "not valued"
    return quantity, money(line.unit_value), money(line.net), present


def _narrow_cells(line: Line, valuation: Valuation) -> tuple[RenderableType, ...]:
    """Fewer columns: the unit value below the quantity, the net value below the present one."""
    quantity = number(line.quantity if line.valued else line.commitment.quantity)
    what = Text(f"{quantity} {unit_of(line, valuation.units)}")
    if not line.valued:
        return what, "not valued"
    what.append(f"\n× {money(line.unit_value)}", style="dim")
    return what, Text(money(line.present)).append(f"\nnet {money(line.net)}", style="dim")


def _sums(valuation: Valuation, screen: Screen) -> RenderableType:
    total = valuation.totals.present
    themes = {valuation.themes.get(key, key): amount for key, amount in valuation.by_theme.items()}
    kinds = {KIND_TITLES.get(key, key): amount for key, amount in valuation.by_kind.items()}
    tables = [_sum_table("By theme", themes, total, screen), _sum_table("By value kind", kinds, total, screen)]
    if screen.width < _WIDE:
        return Group(*tables)
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_row(*tables)
    return grid


def _sum_table(title: str, sums: Mapping[str, Decimal], total: Decimal, screen: Screen) -> Table:
    table = ruled(screen)
    table.add_column(title, overflow="fold", max_width=34, min_width=22)
    table.add_column("Present value", justify="right", no_wrap=True)
    for name, amount in sorted(sums.items(), key=lambda item: -item[1]):
        share = percent(amount * 100 / total, 0) if total else "—"
        table.add_row(name, Text(f"{money(amount)}  {share:>5}"))
    return table


def _headline(valuation: Valuation) -> RenderableType:
    text = Text()
    text.append(headline_sentence(valuation), style="bold green" if valuation.totals.valued else "bold yellow")
    for sentence in (contract_sentence(valuation), returns_sentence(valuation)):
        if sentence:
            text.append("\n" + sentence, style="bold")
    text.append("\n" + method_sentence(valuation), style="dim")
    text.append("\n" + library_sentence(valuation), style="dim")
    return Padding(text, (0, 0, 1, 1))
