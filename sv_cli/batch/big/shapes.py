"""Owns the columns that findings have inside the engine, and those of the results' tables there."""

from sv_cli.batch.columns import FINDING_AT, Cells, Shape, Sort, Value

SAID = ("column", "code", "name", "severity", "message", "help")
SAID_COLUMNS = ", ".join(f'"{name}" VARCHAR' for name in SAID)
FINDING_COLUMNS = f"n BIGINT, stage INTEGER, seq BIGINT, letters VARCHAR, {SAID_COLUMNS}"
MARK = "\x01"
_TYPES = {Sort.COUNT: "BIGINT", Sort.MONEY: "BIGINT", Sort.FLAG: "BOOLEAN"}


def said_cells(finding: Cells) -> tuple[Value, ...]:
    """What a finding says, without its place."""
    return tuple(finding[FINDING_AT[name]] for name in SAID)


def with_row(row: str) -> str:
    """The SQL for what a finding says, with the number in column ``row`` where its message has a mark."""
    message = f"replace(message, '{MARK}', CAST({row} AS VARCHAR)) AS message"
    return ", ".join(message if name == "message" else f'"{name}"' for name in SAID)


def typed(shape: Shape) -> str:
    """The columns of a table of the results, with their types."""
    return ", ".join(f'"{column.name}" {_TYPES.get(column.sort, "VARCHAR")}' for column in shape.columns)
