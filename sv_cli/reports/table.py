"""Owns the report for a terminal: lines, totals by theme and value kind, the headline, the findings below."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from rich.cells import cell_len
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
_WIDEST_QUANTITY = 20
_NARROWEST = 12


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
    """One row a commitment. Every column is given its width: rich would look at every cell twice to find it."""
    wide = screen.width >= _WIDE
    headings = ("Quantity", "Unit value", "Net", "Present value") if wide else ("Quantity", "Present value")
    rows = [_wide_cells(line, valuation) if wide else _narrow_cells(line, valuation) for line in valuation.lines]
    footer = _footer(valuation, wide=wide)
    widths = [_widest((Text(heading), *cells)) for heading, *cells in zip(headings, footer, *rows, strict=True)]
    widths[0] = min(widths[0], _WIDEST_QUANTITY)
    first = max(3, *(len(str(line.commitment.row)) for line in valuation.lines)) if valuation.lines else 3
    table = ruled(screen, footer=True)
    table.add_column("Row", justify="right", style="dim", no_wrap=True, width=first)
    table.add_column("Commitment", footer="Total", overflow="fold", width=_left(screen, (first, *widths)))
    for heading, total, width in zip(headings, footer, widths, strict=True):
        table.add_column(heading, footer=total, justify="right", overflow="fold", width=width)
    for line, cells in zip(valuation.lines, rows, strict=True):
        table.add_row(str(line.commitment.row), _what(line), *cells, style=None if line.valued else "yellow")
    return table


def _left(screen: Screen, widths: Sequence[int]) -> int:
    """What the other columns leave of the screen: each takes a space on either side and one between it and the next."""
    return max(_NARROWEST, screen.width - sum(widths) - 3 * (len(widths) + 1) - 1)


def _footer(valuation: Valuation, *, wide: bool) -> tuple[Text, ...]:
    net, present = money(valuation.totals.net), money(valuation.totals.present)
    if wide:
        return Text(), Text(), Text(net), Text(present)
    return Text(), Text(present).append(f"\nnet {net}", style="not bold")


def _widest(cells: Iterable[Text]) -> int:
    return max(cell_len(line) for cell in cells for line in cell.plain.split("\n"))


def _what(line: Line) -> Text:
    title = line.commitment.description or (line.proxy.title if line.proxy else "")
    what = Text(shown(title, 160) or "(no description)")
    reference = line.proxy.id if line.proxy else shown(line.commitment.reference or "no reference", 60)
    mark = replaced_mark(line.proxy) if line.proxy else ""
    return what.append(f"\n{reference}{mark}", style="dim")


def _wide_cells(line: Line, valuation: Valuation) -> tuple[Text, ...]:
    quantity = Text(number(line.quantity if line.valued else line.commitment.quantity))
    quantity.append("\n" + unit_of(line, valuation.units), style="dim")
    present = money(line.present) if line.valued else "not valued"
    return quantity, Text(money(line.unit_value)), Text(money(line.net)), Text(present)


def _narrow_cells(line: Line, valuation: Valuation) -> tuple[Text, ...]:
    """Fewer columns: the unit value below the quantity, the net value below the present one."""
    quantity = number(line.quantity if line.valued else line.commitment.quantity)
    what = Text(f"{quantity} {unit_of(line, valuation.units)}")
    if not line.valued:
        return what, Text("not valued")
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
