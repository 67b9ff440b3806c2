"""Owns the columns that findings have inside the engine, and those of the results' tables there."""

from sv_cli.batch.columns import FINDING_AT, Cells, Shape, Sort, Value

SAID = ("column", "code", "name", "severity", "message", "help")
SAID_COLUMNS = ", ".join(f'"{name}" VARCHAR' for name in SAID)
FINDING_COLUMNS = f"n BIGINT, stage INTEGER, seq BIGINT, letters VARCHAR, {SAID_COLUMNS}"
MARK = "\x01"  # in a message, where the number of another row goes
_TYPES = {Sort.COUNT: "BIGINT", Sort.MONEY: "BIGINT", Sort.FLAG: "BOOLEAN"}


def said_cells(finding: Cells) -> tuple[Value, ...]:
    """The cells of a finding without its place, but for the column's heading: those of SAID."""
    return tuple(finding[FINDING_AT[name]] for name in SAID)


def with_row(row: str) -> str:
    """The SQL for the columns of SAID, with the number in the column ``row`` in place of MARK in the message."""
    message = f"replace(message, '{MARK}', CAST({row} AS VARCHAR)) AS message"
    return ", ".join(message if name == "message" else f'"{name}"' for name in SAID)


def typed(shape: Shape) -> str:
    """The columns of a table of results with their SQL types."""
    return ", ".join(f'"{column.name}" {_TYPES.get(column.sort, "VARCHAR")}' for column in shape.columns)
