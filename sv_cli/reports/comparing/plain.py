"""Owns several methods side by side for scripts and papers: JSON (`sv.comparison/1`), CSV and Markdown."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from sv_cli import __version__
from sv_cli.model.valuations import Line, Valuation
from sv_cli.reports import csv
from sv_cli.reports.comparing import words
from sv_cli.reports.json import as_text, bid_data, finding_data, layers_data, line_data, money, ratio, result_data
from sv_cli.reports.markdown import code, escaped, finding_item, table_of
from sv_cli.reports.screen import Screen
from sv_cli.reports.sentences import library_sentence, method_sentence, title_of
from sv_cli.reports.shortened import WHERE_SIDE_BY_SIDE, said_of
from sv_cli.reports.words import description_of, present_of, reference_of
from sv_cli.reports.words import money as pounds
from sv_cli.valuation.bridge import Bridge, BridgeStep
from sv_cli.valuation.side_by_side import SideBySide

SCHEMA = "sv.comparison/1"
_SHARED = ("sheet", "row", "ref", "proxy", "title", "theme", "description")


def render_json(compared: SideBySide, _screen: Screen) -> str:
    """The comparison as JSON text; `comparison.schema.json` beside this file describes it."""
    first = compared.valuations[0]
    return as_text(
        {
            "schema": SCHEMA,
            "sv_version": __version__,
            "bid": bid_data(first),
            "library": layers_data(first.layers),
            "methods": [result_data(each) for each in compared.valuations],
            "lines": [_line(lines, compared) for lines in words.rows_of(compared)],
            "bridges": [_bridge(each) for each in compared.bridges],
            "findings": [{**finding_data(each), "methods": list(names)} for each, names in compared.findings],
        }
    )


def render_csv(compared: SideBySide, _screen: Screen) -> Iterator[str]:
    """The table of one method, with the rows of the others below; the column `method` tells them apart."""
    return csv.table_of(compared.valuations)


def render_markdown(compared: SideBySide, screen: Screen) -> str:
    """The comparison as GitHub-flavoured Markdown."""
    names = [_name(each) for each in compared.valuations]
    said = [method_sentence(each) for each in compared.valuations]
    parts = [
        f"## {escaped(title_of(compared.valuations[0]))}",
        table_of(("Row", "Commitment", *names), "rl" + "r" * len(names), _rows(compared, screen)),
        *map(escaped, words.returns_sentences(compared)),
        *(part for bridge in compared.bridges for part in _bridge_parts(bridge)),
        "  \n".join(map(escaped, [*said, library_sentence(compared.valuations[0])])),
    ]
    if compared.findings:
        items = (f"{finding_item(each)} ({', '.join(map(escaped, names))})" for each, names in compared.findings)
        parts.append("### Findings\n\n" + "\n".join(items))
    return "\n\n".join(parts) + "\n"


def _line(lines: Sequence[Line], compared: SideBySide) -> dict[str, Any]:
    """One commitment: what the bid says of it, once, and its amounts by each method."""
    datas = [line_data(line) for line in lines]
    return {
        **{key: datas[0][key] for key in _SHARED},
        "by_method": {
            each.method.id: {key: value for key, value in data.items() if key not in _SHARED}
            for each, data in zip(compared.valuations, datas, strict=True)
        },
    }


def _bridge(bridge: Bridge) -> dict[str, Any]:
    return {
        "from": bridge.start.method.id,
        "to": bridge.end.method.id,
        "start": money(bridge.start.totals.present),
        "end": money(bridge.end.totals.present),
        "difference": money(bridge.difference),
        "steps": [_step(step) for step in bridge.steps],
    }


def _step(step: BridgeStep) -> dict[str, Any]:
    return {
        "convention": step.convention,
        "title": step.title,
        "before": step.before,
        "after": step.after,
        "change": money(step.change),
        "present_value": money(step.total),
        "valued": step.valued,
        "sroi_ratio": ratio(step.ratio),
        "lines": [money(change) for change in step.lines],
    }


def _rows(compared: SideBySide, screen: Screen) -> Iterable[Sequence[str]]:
    for sheet, lines in words.rows_shown(compared, screen):
        if sheet:
            yield "", f"**{escaped(sheet)}**", *("" for _ in lines)
        what, reference = escaped(description_of(lines[0])), code(reference_of(lines[0]))
        yield str(lines[0].commitment.at), f"{what}<br>`{reference}`", *(present_of(line) for line in lines)
    rests = words.rests_of(compared, screen)
    if rests:
        yield (
            "",
            f"**{said_of(rests[0])}**<br>{WHERE_SIDE_BY_SIDE}",
            *(f"**{pounds(each.present)}**" for each in rests),
        )
    yield "", "**Total**", *(f"**{pounds(each.totals.present)}**" for each in compared.valuations)


def _bridge_parts(bridge: Bridge) -> Iterable[str]:
    start, end = bridge.start, bridge.end
    rows = [
        _row(_name(start), "", "", "", start.totals.present, start.totals.sroi_ratio),
        *(_changed(step) for step in words.telling(bridge)),
        _row(_name(end), "", "", words.signed(bridge.difference), end.totals.present, end.totals.sroi_ratio),
    ]
    headings = ("Convention changed", "From", "To", "Change", "Present value", "Ratio")
    width = len(headings) if words.with_ratio(bridge) else len(headings) - 1
    yield f"### {escaped(words.title_of_bridge(bridge))}"
    yield table_of(headings[:width], "lllrrr"[:width], [row[:width] for row in rows])
    yield "  \n".join(map(escaped, filter(None, (words.difference_sentence(bridge), words.silent_sentence(bridge)))))


def _changed(step: BridgeStep) -> Sequence[str]:
    said = (escaped(step.title), escaped(step.before), escaped(step.after))
    return _row(*said, words.signed(step.change), step.total, step.ratio)


def _row(what: str, before: str, after: str, change: str, total: Decimal, of: Decimal | None) -> Sequence[str]:
    return what, before, after, change, pounds(total), words.ratio_of(of)


def _name(valuation: Valuation) -> str:
    return f"`{code(valuation.method.id)}`"
