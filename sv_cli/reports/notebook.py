"""Owns a valuation as a notebook shows it: a small table in HTML, with everything that others wrote made harmless."""

from collections.abc import Sequence
from html import escape

from sv_cli.model.valuations import Line, Valuation
from sv_cli.reports.sentences import headline_sentence
from sv_cli.reports.words import money, number, shown

_MOST_LINES = 50
_HEADINGS = ("Row", "Commitment", "Proxy", "Quantity", "Unit value", "Net", "Present value")


def render(valuation: Valuation) -> str:
    """The headline, the lines (the first fifty), the totals and the number of findings, as HTML."""
    totals = valuation.totals
    rows = [_row(_cells(line)) for line in valuation.lines[:_MOST_LINES]]
    more = len(valuation.lines) - _MOST_LINES
    if more > 0:
        rows.append(_row(("", f"and {more:,} more lines", "", "", "", "", "")))
    foot = _row(("", "Total", "", "", "", money(totals.net), money(totals.present)), "th")
    return (
        f"<div><p><strong>{_safe(headline_sentence(valuation))}</strong></p>"
        f"<table><thead>{_row(_HEADINGS, 'th')}</thead><tbody>{''.join(rows)}</tbody><tfoot>{foot}</tfoot></table>"
        f"<p>{_safe(valuation.bid.file)}: {len(valuation.findings):,} findings; "
        f"method {_safe(valuation.method.id)}, {_safe(valuation.price_year)} prices.</p></div>"
    )


def _cells(line: Line) -> tuple[str, ...]:
    commitment = line.commitment
    return (
        str(commitment.at),
        commitment.description,
        line.proxy.id if line.proxy else commitment.reference or "",
        number(line.quantity if line.valued else commitment.quantity),
        money(line.unit_value),
        money(line.net),
        money(line.present),
    )


def _row(cells: Sequence[str], tag: str = "td") -> str:
    return "<tr>" + "".join(f"<{tag}>{_safe(cell)}</{tag}>" for cell in cells) + "</tr>"


def _safe(text: str) -> str:
    return escape(shown(text, 300), quote=True)
