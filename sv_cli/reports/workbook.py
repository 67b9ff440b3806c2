"""Owns the report as a workbook for a spreadsheet program: numbers as numbers, and no text that it would run.

The amounts and totals are the valuation's own, not formulas.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from io import BytesIO

from sv_cli import __version__
from sv_cli.findings.many import codes_of_rows
from sv_cli.model.valuations import Line, Valuation
from sv_cli.reports import sentences
from sv_cli.reports.cited_sources import cited_sources
from sv_cli.reports.json import money, plain
from sv_cli.reports.screen import Screen
from sv_cli.reports.sums import Sum, kind_sums, theme_sums
from sv_cli.reports.words import description_of, reference_of, replaced_mark, shown, unit_of
from sv_cli.workbooks.streamed import BELOW, Page, Properties, font, looks_of, streaming
from sv_cli.workbooks.style import AMBER, MUTED, NAVY, PALE, POUNDS

_LINE_HEIGHT, _INDENT = 15, 4
_LINES = (
    ("Sheet", 20), ("Row", 9), ("Commitment", 52), ("Proxy", 34), ("Quantity", 14), ("Unit", 14), ("Unit value", 15),
    ("Gross", 18), ("Net", 18), ("Present value", 18), ("Valued", 14), ("Findings", 14),
)  # fmt: skip
_FINDINGS = (("Severity", 12), ("Code", 10), ("Name", 26), ("Where", 34), ("What", 62), ("What to do", 62))
_SOURCES = (("Publication", 62), ("Where in it", 46), ("Licence", 18), ("Used for", 22), ("Address", 60))
_NUMBERS = frozenset({1, 4, 6, 7, 8, 9})
_TEXT_WIDTHS = tuple(width for at, (_, width) in enumerate(_LINES) if at not in _NUMBERS)

_LEFT: Properties = {"align": "left", "valign": "top", "text_wrap": True, "indent": 1}
_RIGHT: Properties = {"align": "right", "valign": "top", "indent": 1}
_PALE: Properties = {**_LEFT, "bg_color": f"#{PALE}"}
_ROW: Properties = {**font(), **_LEFT, **BELOW}
_COUNT: Properties = {**font(), **_RIGHT, **BELOW}
_LOOKS: Mapping[str, Properties] = {
    "text": {**font(), **_LEFT},
    "amount": {**font(), **_RIGHT, "num_format": POUNDS},
    "share": {**font(), **_RIGHT, "num_format": '0.0" %"'},
    "who": {**font(14, bold=True), **_LEFT},
    "headline": {**font(14, bold=True, colour=NAVY), **_PALE},
    "said": {**font(), **_PALE},
    "muted": {**font(colour=MUTED), **_LEFT},
    "row": _ROW,
    "row not valued": {**_ROW, **font(bold=True, colour=AMBER)},
    "row number": {**_COUNT, "num_format": "0"},
    "row quantity": {**_COUNT, "num_format": "#,##0.###"},
    "row amount": {**_COUNT, "num_format": POUNDS},
    "total": {**_ROW, **font(bold=True)},
    "total amount": {**_COUNT, **font(bold=True), "num_format": POUNDS},
    "empty": BELOW,
}

_Texts = tuple[str, str, str, str, str, str]
"""Sheet, commitment, proxy, unit, whether it is valued, codes of findings."""


def render(valuation: Valuation, _screen: Screen) -> bytes:
    """The whole report as an xlsx file; raises OSError when there is no room on the disk for temporary files."""
    file = BytesIO()
    with streaming(file, f"Social value: {sentences.title_of(valuation)}") as book:
        looks = looks_of(book, _LOOKS)
        _draw_summary(Page(book, "Summary", looks), valuation)
        _draw_lines(Page(book, "Lines", looks), valuation)
        _draw_findings(Page(book, "Findings", looks), valuation)
        _draw_sources(Page(book, "Sources", looks), valuation)
    return file.getvalue()


def _draw_summary(page: Page, valuation: Valuation) -> None:
    page.widths(36, 20, 12, 60)
    page.title("Social value report", f"Worked out from published figures by sv {__version__}")
    _say(page, 3, sentences.title_of(valuation), "who")
    _say(page, 4, sentences.headline_sentence(valuation), "headline")
    row = 5
    found = sentences.findings_sentence(valuation.findings)
    told = sentences.contract_sentence(valuation), sentences.returns_sentence(valuation)
    for said in (*told, found and f"Findings: {found}"):
        if said:
            _say(page, row, said, "said")
            row += 1
    row = _totals(page, row + 1, valuation)
    for heading, sums in (("Theme", theme_sums(valuation)), ("Value kind", kind_sums(valuation))):
        row = _sums(page, row + 1, heading, sums)
    row = _facts(page, row + 1, valuation)
    conventions = sentences.method_sentence(valuation), sentences.library_sentence(valuation)
    for said in (*sentences.table_sentences(valuation), *conventions):
        _say(page, row, said, "muted")
        row += 1
    page.printed(across=False)


def _say(page: Page, row: int, text: str, look: str) -> None:
    """Write a sentence across the sheet, in a row of the height that it needs."""
    page.height(row, _height(text, 128))
    page.across(row, 0, 3, shown(text), look)


def _totals(page: Page, row: int, valuation: Valuation) -> int:
    totals = valuation.totals
    page.header(row, ("Total of the valued lines", "Amount"), frozenset({1}))
    for name, amount in (("Gross", totals.gross), ("Net", totals.net), ("Present value", totals.present)):
        row += 1
        page.text(row, 0, name, "text")
        page.number(row, 1, money(amount), "amount")
    return row + 1


def _sums(page: Page, row: int, heading: str, sums: Iterable[Sum]) -> int:
    page.header(row, (heading, "Present value", "Share"), frozenset({1, 2}))
    for each in sums:
        row += 1
        page.text(row, 0, shown(each.name), "text")
        page.number(row, 1, money(each.amount), "amount")
        page.number(row, 2, plain(each.per_cent), "share")
    return row + 1


def _facts(page: Page, row: int, valuation: Valuation) -> int:
    page.header(row, ("The bid",))
    page.across(row, 1, 3, "", "heading")
    for name, fact in (*sentences.facts_of(valuation), ("sha256", valuation.bid.sha256)):
        row += 1
        page.text(row, 0, shown(name), "text")
        page.across(row, 1, 3, shown(fact), "text")
    return row + 2


def _draw_lines(page: Page, valuation: Valuation) -> None:
    _headed(page, _LINES, _NUMBERS)
    last = len(valuation.lines) + 1
    for row, (line, texts) in enumerate(_with_texts(valuation), start=1):
        _draw_line(page, row, line, texts)
    page.height(last, _height("Total", _LINES[2][1]))
    for column in range(len(_LINES)):
        page.text(last, column, "", "empty")
    page.text(last, 2, "Total", "total")
    totals = valuation.totals
    for column, amount in ((7, totals.gross), (8, totals.net), (9, totals.present)):
        page.number(last, column, money(amount), "total amount")
    page.sheet.autofilter(0, 0, last - 1, len(_LINES) - 1)


def _draw_line(page: Page, row: int, line: Line, texts: _Texts) -> None:
    sheet, what, proxy, unit, state, codes = texts
    page.height(row, max(map(_height, texts, _TEXT_WIDTHS)))
    page.text(row, 0, sheet, "row")
    page.number(row, 1, line.commitment.row, "row number")
    page.text(row, 2, what, "row")
    page.text(row, 3, proxy, "row")
    page.number(row, 4, plain(line.quantity if line.valued else line.commitment.quantity), "row quantity")
    page.text(row, 5, unit, "row")
    for column, amount in enumerate((line.unit_value, line.gross, line.net, line.present), start=6):
        page.number(row, column, money(amount), "row amount")
    page.text(row, 10, state, "row" if line.valued else "row not valued")
    page.text(row, 11, codes, "row")


def _with_texts(valuation: Valuation) -> Iterator[tuple[Line, _Texts]]:
    """Each line with the texts of its row."""
    codes = codes_of_rows(valuation.findings)
    again = lru_cache(maxsize=1024)(shown)  # for texts that are the same in many rows
    for line in valuation.lines:
        mark = replaced_mark(line.proxy) if line.proxy else ""
        yield (
            line,
            (
                again(line.commitment.sheet),
                shown(description_of(line) or "(no description)"),
                again(f"{reference_of(line)}{mark}"),
                again(unit_of(line, valuation.units)),
                "yes" if line.valued else "not valued",
                codes.get(line.commitment.line, ""),
            ),
        )


def _draw_findings(page: Page, valuation: Valuation) -> None:
    findings = valuation.findings
    rows = (
        (each.severity.value, each.code, each.name, sentences.where_of(each, valuation.bid), each.message, each.help)
        for each in findings
    )
    _draw_texts(page, _FINDINGS, rows)
    page.sheet.autofilter(0, 0, len(findings), len(_FINDINGS) - 1)


def _draw_sources(page: Page, valuation: Valuation) -> None:
    cited = cited_sources(valuation)
    _draw_texts(page, _SOURCES, ((each.cited, each.places, each.licence, each.used, each.url) for each in cited))


def _draw_texts(page: Page, columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[str]]) -> None:
    """A table of texts; each row is as high as its longest text needs."""
    _headed(page, columns)
    for row, texts in enumerate((tuple(map(shown, each)) for each in rows), start=1):
        page.height(row, max(_height(text, width) for text, (_, width) in zip(texts, columns, strict=True)))
        for column, text in enumerate(texts):
            page.text(row, column, text, "row")


def _headed(page: Page, columns: Sequence[tuple[str, int]], numbers: frozenset[int] = frozenset()) -> None:
    page.widths(*(width for _, width in columns))
    page.header(0, [name for name, _ in columns], numbers)
    page.sheet.freeze_panes(1, 0)
    page.printed(repeated=True)


def _height(text: str, width: int) -> int:
    """The height in points of ``text`` in a cell of ``width`` characters; not every program works it out."""
    return _INDENT + _LINE_HEIGHT * (1 + max(len(text) - 1, 0) // (width - _INDENT))
