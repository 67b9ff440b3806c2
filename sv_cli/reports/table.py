"""Owns the report for a terminal: lines, totals by theme and value kind, the headline, the findings below."""

from collections.abc import Mapping
from decimal import Decimal
from io import StringIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sv_cli.findings.finding import Finding, Severity
from sv_cli.model.valuations import Line, Valuation
from sv_cli.reports.screen import Screen
from sv_cli.reports.sentences import (
    contract_sentence,
    headline_sentence,
    library_sentence,
    method_sentence,
    table_sentences,
    title_of,
)
from sv_cli.reports.words import counted, money, number, percent, shown

KIND_TITLES = {
    "fiscal": "Fiscal (public purse)",
    "economic": "Economic",
    "wellbeing": "Wellbeing",
    "environmental": "Environmental",
}
STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def render(valuation: Valuation, screen: Screen) -> str:
    """The whole report as text, with colour codes only where ``screen`` takes them."""
    parts: list[RenderableType] = [
        _title(valuation),
        _lines(valuation, screen),
        _sums(valuation, screen),
        _headline(valuation),
    ]
    if valuation.findings:
        parts.append(findings_block(valuation.findings, verbose=screen.verbose))
    return printed(Group(*parts), screen)


def printed(what: RenderableType, screen: Screen) -> str:
    """``what`` as rich draws it on ``screen``, without trailing spaces."""
    console = Console(
        file=StringIO(),
        width=screen.width,
        force_terminal=screen.colour,
        color_system="standard" if screen.colour else None,
        no_color=not screen.colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    with console.capture() as capture:
        console.print(what)
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def _title(valuation: Valuation) -> RenderableType:
    text = Text(title_of(valuation), style="bold")
    for sentence in table_sentences(valuation):
        text.append("\n" + sentence, style="not bold dim")
    return Padding(text, (1, 0, 0, 1))


def _lines(valuation: Valuation, screen: Screen) -> Table:
    table = Table(box=_box(screen), show_footer=True, pad_edge=True, header_style="bold", footer_style="bold")
    table.add_column("Row", justify="right", style="dim")
    table.add_column("Commitment", footer="Total", ratio=1, overflow="fold")
    table.add_column("Quantity", justify="right", overflow="fold")
    table.add_column("Unit value", justify="right", no_wrap=True)
    table.add_column("Net", footer=money(valuation.totals.net), justify="right", no_wrap=True)
    table.add_column("Present value", footer=money(valuation.totals.present), justify="right", no_wrap=True)
    for line in valuation.lines:
        table.add_row(*_cells(line), style=None if line.valued else "yellow")
    return table


def _cells(line: Line) -> tuple[RenderableType, ...]:
    commitment = line.commitment
    title = commitment.description or (line.proxy.title if line.proxy else "")
    what = Text(shown(title, 160) or "(no description)")
    what.append("\n" + (line.proxy.id if line.proxy else shown(commitment.reference or "no reference", 60)), style="dim")
    quantity = Text(number(line.quantity if line.valued else commitment.quantity), justify="right")
    if unit_of(line):
        quantity.append("\n" + unit_of(line), style="dim")
    present = money(line.present) if line.valued else "not valued"
    return str(commitment.row), what, quantity, money(line.unit_value), money(line.net), present


def unit_of(line: Line) -> str:
    """The unit that the shown quantity is in: the proxy's for a valued line, the bid's own otherwise."""
    if line.valued and line.portions:
        return line.portions[0].unit_value.unit
    return shown(line.commitment.unit or line.commitment.unit_text or "", 30)


def _sums(valuation: Valuation, screen: Screen) -> RenderableType:
    total = valuation.totals.present
    themes = {valuation.themes.get(key, key): amount for key, amount in valuation.by_theme.items()}
    kinds = {KIND_TITLES.get(key, key): amount for key, amount in valuation.by_kind.items()}
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_row(_sum_table("By theme", themes, total, screen), _sum_table("By value kind", kinds, total, screen))
    return grid


def _sum_table(title: str, sums: Mapping[str, Decimal], total: Decimal, screen: Screen) -> Table:
    table = Table(box=_box(screen), header_style="bold", pad_edge=True)
    table.add_column(title, overflow="fold", max_width=26)
    table.add_column("Present value", justify="right", no_wrap=True)
    for name, amount in sorted(sums.items(), key=lambda item: -item[1]):
        share = percent(amount * 100 / total, 0) if total else "—"
        table.add_row(name, Text(f"{money(amount)}  {share:>5}"))
    return table


def _headline(valuation: Valuation) -> RenderableType:
    text = Text(headline_sentence(valuation), style="bold green" if valuation.totals.valued else "bold yellow")
    contract = contract_sentence(valuation)
    if contract:
        text.append("\n" + contract, style="bold not green")
    text.append("\n" + method_sentence(valuation), style="not bold dim")
    text.append("\n" + library_sentence(valuation), style="not bold dim")
    return Padding(text, (0, 0, 1, 1))


def findings_block(findings: tuple[Finding, ...], *, verbose: bool) -> RenderableType:
    """The findings with their places and what to do; notes are counted, and shown when ``verbose``."""
    told = [each for each in findings if verbose or each.severity is not Severity.NOTE]
    counts = {severity: sum(each.severity is severity for each in findings) for severity in Severity}
    summary = ", ".join(counted(n, severity.value) for severity, n in reversed(counts.items()) if n)
    text = Text(f"Findings: {summary}", style="bold")
    if counts[Severity.NOTE] and not verbose:
        text.append(" (notes: --verbose)", style="not bold dim")
    for each in told:
        text.append_text(finding_text(each))
    return Padding(text, (0, 0, 1, 1))


def finding_text(finding: Finding) -> Text:
    """One finding: severity and code, place, message, and what to do."""
    text = Text("\n")
    text.append(f"{finding.severity.value:<8}", style=STYLES[finding.severity])
    text.append(f"{shown(str(finding.place), 200)}: {finding.code} {finding.name}: ", style="not bold")
    text.append(shown(finding.message), style="not bold")
    text.append(f"\n        help: {shown(finding.help)}", style="not bold dim")
    return text


def _box(screen: Screen) -> box.Box:
    return box.SIMPLE_HEAD if screen.unicode else box.ASCII2
