"""Owns the tables of many bids: their columns in order, the sort of value in each, and the rows of one bid.

A row is a tuple of plain values in the columns' order: texts as str, counts as int, money in whole pence as int,
numbers as decimal text, flags as bool, days as ISO text; None where there is nothing.
"""

from enum import StrEnum

import msgspec
from msgspec import Struct


class Sort(StrEnum):
    """The sort of a column's values. ``said`` is text from a bid or a library; ``text`` is the program's own."""

    TEXT = "text"
    SAID = "said"
    COUNT = "count"
    MONEY = "money"
    NUMBER = "number"
    FLAG = "flag"
    DAY = "day"


Value = str | int | bool | None
Cells = tuple[Value, ...]


class Column(Struct, frozen=True):
    """One column of a table."""

    name: str
    sort: Sort


class Shape(Struct, frozen=True):
    """One table: its name and its columns."""

    name: str
    columns: tuple[Column, ...]


def _columns(**sorts: Sort) -> tuple[Column, ...]:
    return tuple(Column(name, sort) for name, sort in sorts.items())


BIDS = Shape(
    "bids",
    _columns(
        file=Sort.SAID,
        sha256=Sort.TEXT,
        scored=Sort.FLAG,
        supplier=Sort.SAID,
        title=Sort.SAID,
        contract_value=Sort.MONEY,
        start=Sort.DAY,
        years=Sort.NUMBER,
        place=Sort.SAID,
        commitments=Sort.COUNT,
        valued=Sort.COUNT,
        gross=Sort.MONEY,
        net=Sort.MONEY,
        present_value=Sort.MONEY,
        percent_of_contract=Sort.NUMBER,
        fiscal=Sort.MONEY,
        economic=Sort.MONEY,
        wellbeing=Sort.MONEY,
        environmental=Sort.MONEY,
        errors=Sort.COUNT,
        warnings=Sort.COUNT,
        notes=Sort.COUNT,
        method=Sort.TEXT,
        price_year=Sort.TEXT,
        library=Sort.TEXT,
        sv_version=Sort.TEXT,
    ),
)
LINES = Shape(
    "lines",
    _columns(
        file=Sort.SAID,
        sheet=Sort.SAID,
        row=Sort.COUNT,
        ref=Sort.SAID,
        proxy=Sort.TEXT,
        title=Sort.SAID,
        theme=Sort.TEXT,
        description=Sort.SAID,
        quantity=Sort.NUMBER,
        unit=Sort.SAID,
        valued=Sort.FLAG,
        unit_value=Sort.MONEY,
        gross=Sort.MONEY,
        net=Sort.MONEY,
        present_value=Sort.MONEY,
        findings=Sort.TEXT,
    ),
)
FINDINGS = Shape(
    "findings",
    _columns(
        file=Sort.SAID,
        sheet=Sort.SAID,
        row=Sort.COUNT,
        column=Sort.SAID,
        cell=Sort.TEXT,
        code=Sort.TEXT,
        name=Sort.TEXT,
        severity=Sort.TEXT,
        message=Sort.SAID,
        help=Sort.SAID,
    ),
)
SHAPES = (BIDS, LINES, FINDINGS)
BID_AT, LINE_AT, FINDING_AT = ({column.name: at for at, column in enumerate(shape.columns)} for shape in SHAPES)


class Result(Struct, frozen=True, array_like=True):
    """The rows of one bid: its row in the table of bids, its lines, its findings, each as plain values.

    ``sha256`` is of the bytes that were read; empty when there were none. ``lasting`` says that the same bytes
    would give the same result, so that a later run can use it. ``report`` is the bid's own report, if one is asked for.
    """

    sha256: str
    lasting: bool
    bid: Cells
    lines: tuple[Cells, ...] = ()
    findings: tuple[Cells, ...] = ()
    report: bytes | None = None


class Packed(Struct, frozen=True, array_like=True):
    """A result as bytes, as the journal keeps it: ``rows`` is the encoded `Result` without its report."""

    sha256: str
    lasting: bool
    rows: bytes
    report: bytes | None = None


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Result)


def packed(result: Result) -> Packed:
    """``result`` as bytes, with its report beside them."""
    kept = msgspec.structs.replace(result, report=None) if result.report is not None else result
    return Packed(result.sha256, result.lasting, _ENCODER.encode(kept), result.report)


def unpacked(rows: bytes) -> Result:
    """The result encoded in ``rows``; raises msgspec.MsgspecError when there is none."""
    return _DECODER.decode(rows)
