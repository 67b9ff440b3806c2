"""Owns the summary of a run over many bids."""

from decimal import Decimal

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sv_cli.findings.catalogue import BY_CODE
from sv_cli.findings.finding import Severity
from sv_cli.model.summaries import Summary
from sv_cli.reports.drawing import STYLES, printed, ruled
from sv_cli.reports.screen import Screen
from sv_cli.reports.words import counted, money, shown

_SHOWN_CODES = 12
_ORDER = tuple(reversed(Severity))  # from what matters most


def render(summary: Summary, screen: Screen) -> str:
    """The summary as a table of sums, the findings by code, and the first bids that have no figure."""
    parts: list[RenderableType] = [_sums(summary, screen)]
    if summary.codes:
        parts.append(_codes(summary))
    if summary.failures:
        parts.append(_failures(summary))
    return printed(Group(*parts), screen)


def _sums(summary: Summary, screen: Screen) -> Table:
    table = ruled(screen)
    table.show_header = False
    table.add_column(style="bold")
    table.add_column(justify="right")
    table.add_row("Bids", f"{summary.bids:,}")
    table.add_row("scored", f"{summary.scored:,}")
    table.add_row("scored, with errors to fix", f"{summary.with_errors:,}")
    table.add_row("not scored", f"{summary.failed:,}")
    table.add_row("Commitments", f"{summary.commitments:,}")
    table.add_row("valued", f"{summary.valued:,}")
    table.add_row("Net value", _pounds(summary.net))
    table.add_row("Present value", _pounds(summary.present))
    for severity in ("error", "warning", "note"):
        table.add_row(f"{severity.capitalize()}s", f"{summary.severities.get(severity, 0):,}")
    return table


def _codes(summary: Summary) -> RenderableType:
    """The numbers of findings by code, each with its name, errors first."""
    kinds = [(BY_CODE[code], count) for code, count in summary.codes.items()]
    kinds.sort(key=lambda item: (_ORDER.index(item[0].severity), -item[1], item[0].code))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(justify="right", no_wrap=True)
    for kind, count in kinds[:_SHOWN_CODES]:
        severity = Text(kind.severity.value, style=STYLES[kind.severity])
        table.add_row(severity, f"{kind.code} {kind.name}", f"{count:,}")
    more = counted(len(kinds) - _SHOWN_CODES, "more code")
    also = f"and {more}, in the table of findings; " if len(kinds) > _SHOWN_CODES else ""
    return _block("Findings", table, f"{also}`sv explain CODE` explains a code")


def _failures(summary: Summary) -> RenderableType:
    """The bids without a figure, each with the reason; its further lines are indented, to set off the next bid."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for each in summary.failures:
        table.add_row("-", f"{shown(each.file, 200)}: {each.code}: {shown(each.message, 200)}")
    more = summary.failed - len(summary.failures)
    also = f"and {more:,} more, in the table of findings" if more > 0 else ""
    return _block(f"{counted(summary.failed, 'bid')} not scored", table, also)


def _block(heading: str, table: Table, below: str) -> RenderableType:
    """A heading, an indented table, and a line below it."""
    last = [Padding(Text(below, style="dim"), (0, 0, 0, 2))] if below else []
    return Padding(Group(Text(f"{heading}:", style="bold"), Padding(table, (0, 0, 0, 2)), *last), (0, 0, 1, 1))


def _pounds(pence: int) -> str:
    return money(Decimal(pence) / 100)
