"""Owns tables of bids whose cells are nothing but values, which tests can rewrite in other ways."""

import re
import warnings
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import is_zipfile

from openpyxl import load_workbook

import sv_cli
from sv_cli.findings.finding import Finding
from tests.corpus.case import Case
from tests.corpus.write.values import Formatted, Sheet
from tests.corpus.write.xlsx import xlsx

Rows = list[list[Any]]
_FEW = 60


class Table(NamedTuple):
    """The one table of a bid: all rows of its sheet, where its headings and its lines stand, and which column is what.

    All places are counted from 0; ``columns`` is by the field's name. ``before`` and ``after`` are the other sheets.
    """

    name: str
    rows: Rows
    head: int
    lines: tuple[int, ...]
    columns: Mapping[str, int]
    units: Mapping[int, str | None] = {}
    before: tuple[Sheet, ...] = ()
    after: tuple[Sheet, ...] = ()

    @property
    def width(self) -> int:
        """How many columns its sheet has."""
        return max(map(len, self.rows))


class Line(NamedTuple):
    """What one line says and comes to."""

    reference: str
    description: str
    unit: str
    proxy: str
    quantity: float | None
    net: float | None
    present: float | None


class Heard(NamedTuple):
    """The reading of a bid: each line with its row, and the findings that are more than notes."""

    rows: tuple[int, ...]
    lines: tuple[Line, ...]
    asked: Counter[str]

    def line(self, row: int) -> Line:
        """The line in a row of the sheet, counted from 1."""
        return self.lines[self.rows.index(row)]

    def but(self, row: int) -> list[Line]:
        """All lines but the one in that row."""
        return [line for at, line in zip(self.rows, self.lines, strict=True) if at != row]


def heard(bid: Path) -> Heard:
    """The reading of a bid; one that is refused has no lines, and the findings that say why."""
    try:
        scored = sv_cli.score(bid)
    except sv_cli.BidError as refused:
        return Heard((), (), _asked(refused.findings))
    lines = scored.to_dict()["lines"]
    texts = [[_shown(line[name]) for name in ("ref", "description", "unit", "proxy")] for line in lines]
    numbers = [[line[name] for name in ("quantity", "net", "present_value")] for line in lines]
    read = tuple(Line(*each, *those) for each, those in zip(texts, numbers, strict=True))
    return Heard(tuple(line["row"] for line in lines), read, _asked(scored.findings))


def _asked(findings: Iterable[Finding]) -> Counter[str]:
    """Whatever is said in whichever row it is said."""
    told = (f"{each.name}: {each.message}" for each in findings if each.severity != "note")
    return Counter(re.sub(r"\d+", "#", each) for each in told)


def _shown(value: object) -> str:
    """A reference is the same in small letters and with a gap, and a description on one line."""
    return "-" if value is None else " ".join(str(value).casefold().replace("nt ", "nt").split())


def written(table: Table, pages: Sequence[Rows | Sheet]) -> bytes:
    """The bid with its table written as these sheets."""
    names = ["Commitments" if not at else f"Commitments {at + 1}" for at in range(len(pages))]
    made = zip(names, pages, strict=True)
    sheets = [page if isinstance(page, Sheet) else Sheet(page, name) for name, page in made]
    return xlsx(*table.before, *sheets, *table.after)()


def table_of(bid: Path) -> Table | None:
    """The table of a bid, if it has but one, all of it is read, and no cell is more than its value."""
    sheets = [_sheet(page) for page in _pages(bid)] if is_zipfile(bid) else [None]
    if None in sheets:
        return None
    try:
        read = sv_cli.score(bid).bid
    except sv_cli.BidError:
        return None
    if len(read.tables) != 1 or any(line.quantity is None or line.cells for line in read.commitments):
        return None
    (found,) = read.tables
    (at,) = [number for number, sheet in enumerate(sheets) if sheet.name == found.sheet]
    if None in sheets[at].rows[found.header_row - 1]:
        return None  # something else stands beside it
    columns = {name: column - 1 for name, column in read.commitments[0].columns.items()}
    return Table(
        bid.name,
        sheets[at].rows,
        found.header_row - 1,
        tuple(line.row - 1 for line in read.commitments),
        columns,
        {line.row - 1: line.unit for line in read.commitments},
        tuple(sheets[:at]),
        tuple(sheets[at + 1 :]),
    )


def is_plain(case: Case) -> bool:
    """Whether a case of the corpus is a heading and lines, all of which a clerk reads without a question."""
    if not case.name.endswith(".xlsx") or case.fatal or case.options != Case("", bytes).options:
        return False
    return case.quiet and [row for row, *_ in case.reads] == list(range(2, len(case.reads) + 2))


def _pages(bid: Path) -> list[Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(BytesIO(bid.read_bytes())).worksheets


def _sheet(page: Any) -> Sheet | None:
    """A sheet as rows of values, or None if there is more to it."""
    looks = (*page.row_dimensions.values(), *page.column_dimensions.values())
    if page.merged_cells.ranges or page.max_row > _FEW or any(look.hidden for look in looks):
        return None
    if any(cell.comment or cell.data_type in "fe" or cell.font.strike for row in page.iter_rows() for cell in row):
        return None
    return Sheet([[_value(cell) for cell in row] for row in page.iter_rows()], page.title, state=page.sheet_state)


def _value(cell: Any) -> Any:
    return cell.value if cell.number_format == "General" else Formatted(cell.value, cell.number_format)
