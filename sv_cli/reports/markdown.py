"""Owns the report for a paper or a pull request, as GitHub-flavoured Markdown."""

import re
from collections.abc import Iterable, Sequence

from sv_cli.findings.finding import Finding
from sv_cli.model.valuations import Line, Totals, Valuation
from sv_cli.reports import sentences
from sv_cli.reports.rows import under_sheets
from sv_cli.reports.screen import Screen
from sv_cli.reports.shortened import WHERE, lines_shown, rest_of, said_of
from sv_cli.reports.sums import kind_sums, theme_sums
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

_SPECIAL = re.compile(r"([\\`*_{}\[\]|<>~&])")
# What GitHub turns into a link or a mention even where it is escaped; an unseen character within prevents that.
_LINKED = re.compile(r"(?<=:)(?=//)|(?<=@)(?=\w)|(?<=#)(?=\w)|(?<=www)(?=\.)|(?<=GH)(?=-\d)", re.IGNORECASE)
_NOTHING = "\u2060"
_COMMAND = re.compile(r"\\`([^`\\]+)\\`")


def render(valuation: Valuation, screen: Screen) -> str:
    """The whole report as Markdown text."""
    more = filter(None, (sentences.contract_sentence(valuation), sentences.returns_sentence(valuation)))
    said = (f"**{escaped(sentences.headline_sentence(valuation))}**", *map(escaped, more))
    parts = [
        f"## {escaped(sentences.title_of(valuation))}",
        "  \n".join(said),
        table_of(
            ("Row", "Commitment", "Quantity", "Unit value", "Net", "Present value"), "rlrrrr", _rows(valuation, screen)
        ),
        *_sum_tables(valuation),
        f"{escaped(sentences.method_sentence(valuation))}  \n{escaped(sentences.library_sentence(valuation))}",
    ]
    if valuation.findings:
        parts.append("### Findings\n\n" + "\n".join(finding_item(each) for each in valuation.findings))
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """``text`` escaped so that Markdown shows it as it is: it makes no tags, links, mentions or table cells."""
    return _SPECIAL.sub(r"\\\1", _LINKED.sub(_NOTHING, shown(text)))


def _rows(valuation: Valuation, screen: Screen) -> Iterable[Sequence[str]]:
    for sheet, line in under_sheets(lines_shown(valuation, screen), valuation.lines):
        if sheet:
            yield "", f"**{escaped(sheet)}**", "", "", "", ""
        yield _row(line, valuation)
    rest = rest_of(valuation, screen)
    if rest is not None:
        yield _sum_row(said_of(rest), rest, f"<br>{escaped(WHERE)}")
    yield _sum_row("Total", valuation.totals)


def _sum_row(name: str, totals: Totals, more: str = "") -> Sequence[str]:
    return ("", f"**{name}**{more}", "", "", f"**{money(totals.net)}**", f"**{money(totals.present)}**")


def _row(line: Line, valuation: Valuation) -> Sequence[str]:
    mark = escaped(replaced_mark(line.proxy)) if line.proxy else ""
    return (
        str(line.commitment.at),
        f"{escaped(description_of(line))}<br>`{code(reference_of(line))}`{mark}",
        f"{quantity_of(line)} {escaped(unit_of(line, valuation.units))}".strip(),
        money(line.unit_value),
        money(line.net),
        present_of(line),
    )


def code(text: str) -> str:
    """``text`` as code between backticks, also within a table's cell."""
    return shown(text, 80).replace("`", "'").replace("|", "\\|")


def _sum_tables(valuation: Valuation) -> Iterable[str]:
    """The tables of sums by theme and by value kind; none for a bid without value."""
    for heading, sums in (("Theme", theme_sums(valuation)), ("Value kind", kind_sums(valuation))):
        if sums:
            rows = ((escaped(each.name), money(each.amount)) for each in sums)
            yield table_of((heading, "Present value"), "lr", rows)


def table_of(headings: Sequence[str], sides: str, rows: Iterable[Sequence[str]]) -> str:
    """A table; ``sides`` has an l or an r for each column, and the cells are Markdown already."""
    rule = ["---:" if side == "r" else ":---" for side in sides]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (headings, rule, *rows))


def finding_item(finding: Finding) -> str:
    """A finding as an item of a list."""
    where = escaped(str(finding.place))
    return (
        f"- **{finding.severity.value}** {where}: {finding.code} {finding.name}: "
        f"{escaped(finding.message)} *{_with_code(finding.help)}*"
    )


def _with_code(text: str) -> str:
    """``text`` escaped, but commands between backticks stay code, unless escapes in them would show."""
    return _COMMAND.sub(r"`\1`", escaped(text))
