"""Owns the summary of a run over many bids, and what is said while it goes."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from sv_cli.model.summaries import Summary
from sv_cli.reports.drawing import printed, ruled
from sv_cli.reports.screen import Screen
from sv_cli.reports.words import counted, shown

_SHOWN_CODES = 12


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
    table.add_row("scored, with errors to act on", f"{summary.with_errors:,}")
    table.add_row("not scored", f"{summary.failed:,}")
    table.add_row("Commitments", f"{summary.commitments:,}")
    table.add_row("valued", f"{summary.valued:,}")
    table.add_row("Net value", _pounds(summary.net))
    table.add_row("Present value", _pounds(summary.present))
    for severity in ("error", "warning", "note"):
        table.add_row(f"{severity.capitalize()}s", f"{summary.severities.get(severity, 0):,}")
    return table


def _codes(summary: Summary) -> Text:
    ranked = sorted(summary.codes.items(), key=lambda item: (-item[1], item[0]))
    more = f" and {len(ranked) - _SHOWN_CODES} more codes" if len(ranked) > _SHOWN_CODES else ""
    listed = ", ".join(f"{code} × {count:,}" for code, count in ranked[:_SHOWN_CODES])
    return Text(f" Findings: {listed}{more}.\n `sv explain CODE` says what each means.\n")


def _failures(summary: Summary) -> Text:
    text = Text(f" {counted(summary.failed, 'bid')} not scored:\n", style="bold")
    for each in summary.failures:
        text.append(f"   {shown(each.file, 200)}: {each.code}: {shown(each.message, 200)}\n", style="not bold")
    more = summary.failed - len(summary.failures)
    if more > 0:
        text.append(f"   and {more:,} more, in the table of findings\n", style="not bold")
    return text


def _pounds(pence: int) -> str:
    pounds, rest = divmod(abs(pence), 100)
    return f"{'−' if pence < 0 else ''}£{pounds:,}.{rest:02d}"
