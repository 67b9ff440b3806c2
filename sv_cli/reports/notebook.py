"""Owns a valuation as a notebook shows it: a small table in HTML, with all texts of bid and library escaped."""

from collections.abc import Mapping, Sequence
from html import escape

from sv_cli.model.valuations import Line, Valuation
from sv_cli.model.vocabulary import Unit
from sv_cli.reports.sentences import headline_sentence
from sv_cli.reports.words import counted, description_of, money, present_of, quantity_of, reference_of, shown, unit_of

_MOST_LINES = 50
_HEADINGS = ("Row", "Commitment", "Proxy", "Quantity", "Unit value", "Net", "Present value")
_TEXTS = frozenset({"Commitment", "Proxy"})
_SIDES = tuple("left" if heading in _TEXTS else "right" for heading in _HEADINGS)  # each notebook has its own, else


def render(valuation: Valuation) -> str:
    """The headline, the lines (the first fifty), the totals and the number of findings, as HTML."""
    totals = valuation.totals
    rows = [_row(_cells(line, valuation.units)) for line in valuation.lines[:_MOST_LINES]]
    more = len(valuation.lines) - _MOST_LINES
    if more > 0:
        rows.append(_row(("", f"and {counted(more, 'more line')}", "", "", "", "", "")))
    foot = _row(("", "Total", "", "", "", money(totals.net), money(totals.present)), "th")
    return (
        f"<div><p><strong>{_safe(headline_sentence(valuation))}</strong></p>"
        f"<table><thead>{_row(_HEADINGS, 'th')}</thead><tbody>{''.join(rows)}</tbody><tfoot>{foot}</tfoot></table>"
        f"<p>{_safe(valuation.bid.file)}: {counted(len(valuation.findings), 'finding')}; "
        f"method {_safe(valuation.method.id)}, {_safe(valuation.price_year)} prices.</p></div>"
    )


def _cells(line: Line, units: Mapping[str, Unit]) -> tuple[str, ...]:
    return (
        str(line.commitment.at),
        description_of(line),
        reference_of(line),
        f"{quantity_of(line)} {unit_of(line, units)}".strip(),
        money(line.unit_value),
        money(line.net),
        present_of(line),
    )


def _row(cells: Sequence[str], tag: str = "td") -> str:
    placed = zip(cells, _SIDES, strict=True)
    return (
        "<tr>" + "".join(f'<{tag} style="text-align: {side}">{_safe(cell)}</{tag}>' for cell, side in placed) + "</tr>"
    )


def _safe(text: str) -> str:
    return escape(shown(text, 300), quote=True)
