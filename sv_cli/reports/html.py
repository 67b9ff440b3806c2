"""Owns the report for a browser or a printer: one HTML file, without scripts, that needs no other file.

What is shown is prepared here, as plain texts; how it is laid out is in `valuation.html.jinja` and
`valuation.css` beside this file, as HTML that is well-formed XML too. The page forbids itself scripts and
everything from outside: a Content-Security-Policy allows its own style sheet, by hash, and nothing else.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from msgspec import Struct

from sv_cli import __version__
from sv_cli.findings.finding import Severity
from sv_cli.model.valuations import Line, Totals, Valuation
from sv_cli.reports import sentences
from sv_cli.reports.cited_sources import cited_sources
from sv_cli.reports.rows import several_sheets
from sv_cli.reports.screen import Screen
from sv_cli.reports.shortened import WHERE, lines_shown, rest_of, said_of
from sv_cli.reports.sums import Sum, kind_sums, theme_sums
from sv_cli.reports.words import (
    counted,
    description_of,
    money,
    number,
    present_of,
    quantity_of,
    reference_of,
    replaced_mark,
    shown,
    unit_of,
)

_LONGEST = 400
_HERE = Path(__file__).parent


class _Row(Struct, frozen=True):
    """One commitment as the table of lines shows it; ``findings`` are the numbers and codes of those on its row."""

    sheet: str
    row: int | str
    what: str
    reference: str
    quantity: str
    unit: str
    unit_value: str
    gross: str
    net: str
    present: str
    valued: bool
    findings: tuple[tuple[int, str], ...]


class _Finding(Struct, frozen=True):
    """One finding, numbered from 1; ``line`` is the number of the line that it is about, None for no shown line."""

    severity: Severity
    number: int
    code: str
    name: str
    where: str
    message: str
    help: str
    line: int | None


class _Summed(Struct, frozen=True):
    """A row of sums below the lines; ``where`` says in which formats the lines are that it sums up."""

    name: str
    gross: str
    net: str
    present: str
    where: str = ""


class _Bar(Struct, frozen=True):
    """One theme or value kind, with the length of its bar in per cent of the whole."""

    name: str
    amount: str
    share: str
    length: str


def render(valuation: Valuation, screen: Screen) -> str:
    """The whole report as an HTML document."""
    headline, _, what = sentences.headline_sentence(valuation).partition(" ")
    style, lines = _style(), lines_shown(valuation, screen)
    findings = _findings(lines, valuation)
    return _template().render(
        title=sentences.title_of(valuation),
        style=style,
        style_hash=_hash(style),
        version=__version__,
        headline=headline,
        what=what,
        said=[each for each in (sentences.contract_sentence(valuation), sentences.returns_sentence(valuation)) if each],
        facts=sentences.facts_of(valuation),
        read=sentences.table_sentences(valuation),
        rows=_rows(lines, valuation, findings),
        more=_more(valuation, screen),
        sheets=several_sheets(valuation.lines),
        total=_summed("Total", valuation.totals),
        sums=(("theme", "Theme", _bars(theme_sums(valuation))), ("kind", "Value kind", _bars(kind_sums(valuation)))),
        counted=sentences.findings_sentence(valuation.findings),
        findings=_by_severity(findings),
        method=sentences.method_sentence(valuation).partition(": ")[2],
        layers=[(shown(each.name, 60), shown(each.version, 30), each.sha256) for each in valuation.layers],
        bid_hash=valuation.bid.sha256,
        sources=cited_sources(valuation),
    )


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True,
        loader=FileSystemLoader(_HERE),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("valuation.html.jinja")


@cache
def _style() -> str:
    return (_HERE / "valuation.css").read_text(encoding="utf-8")


def _hash(style: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _rows(lines: Sequence[Line], valuation: Valuation, findings: Iterable[_Finding]) -> Iterator[_Row]:
    """The lines, each with the numbers and codes of its findings."""
    of_lines: dict[int | None, list[tuple[int, str]]] = {}
    for each in findings:
        of_lines.setdefault(each.line, []).append((each.number, each.code))
    return (_row(line, valuation, tuple(of_lines.get(n, ()))) for n, line in enumerate(lines, start=1))


def _row(line: Line, valuation: Valuation, findings: tuple[tuple[int, str], ...]) -> _Row:
    mark = replaced_mark(line.proxy) if line.proxy else ""
    return _Row(
        sheet=shown(line.commitment.sheet, 60),
        row=line.commitment.at,
        what=shown(description_of(line), _LONGEST) or "(no description)",
        reference=shown(reference_of(line), 80) + mark,
        quantity=quantity_of(line),
        unit=unit_of(line, valuation.units),
        unit_value=money(line.unit_value),
        gross=money(line.gross),
        net=money(line.net),
        present=present_of(line),
        valued=line.valued,
        findings=findings,
    )


def _more(valuation: Valuation, screen: Screen) -> _Summed | None:
    rest = rest_of(valuation, screen)
    return None if rest is None else _summed(said_of(rest), rest, WHERE)


def _summed(name: str, totals: Totals, where: str = "") -> _Summed:
    return _Summed(name, money(totals.gross), money(totals.net), money(totals.present), where)


def _findings(lines: Sequence[Line], valuation: Valuation) -> list[_Finding]:
    """The findings; the lines that are shown are numbered from 1."""
    numbers = {line.commitment.line: n for n, line in enumerate(lines, start=1)}
    return [
        _Finding(
            severity=each.severity,
            number=n,
            code=each.code,
            name=each.name,
            where=shown(sentences.where_of(each, valuation.bid), 200),
            message=shown(each.message),
            help=shown(each.help),
            line=numbers.get(each.place.line),
        )
        for n, each in enumerate(valuation.findings, start=1)
    ]


def _by_severity(findings: Sequence[_Finding]) -> list[tuple[str, str, list[_Finding]]]:
    """For each severity that occurs, the gravest first: its name, the number of findings in words, the findings."""
    groups = ((kind.value, [each for each in findings if each.severity is kind]) for kind in reversed(Severity))
    return [(name, counted(len(group), name), group) for name, group in groups if group]


def _bars(sums: Iterable[Sum]) -> list[_Bar]:
    return [_Bar(shown(each.name, 100), money(each.amount), each.share, _length(each)) for each in sums]


def _length(of: Sum) -> str:
    """The length of a bar between 0 and 100, to a tenth."""
    return "0" if of.per_cent is None else number(min(max(of.per_cent, Decimal(0)), Decimal(100)), 1)
