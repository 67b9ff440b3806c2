"""Owns the tables as one SQLite file to be queried. Money is in pounds, as numbers of two decimals."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sv_cli.batch.columns import Shape, Sort, Value
from sv_cli.batch.tables.cells import Write, as_numbers, by_column

_TYPES = {
    Sort.TEXT: "TEXT",
    Sort.SAID: "TEXT",
    Sort.COUNT: "INTEGER",
    Sort.MONEY: "REAL",
    Sort.NUMBER: "REAL",
    Sort.FLAG: "INTEGER",
    Sort.DAY: "TEXT",
}


@contextmanager
def database(path: Path, shapes: Sequence[Shape]) -> Iterator[dict[str, Write]]:
    """A new SQLite file at ``path`` with a table for each shape; gives for its name the function that writes rows."""
    base = sqlite3.connect(path, isolation_level=None)
    try:
        base.execute("PRAGMA journal_mode = OFF")  # the file is renamed only when it is complete
        base.execute("BEGIN")
        with ExitStack() as stack:
            yield {shape.name: stack.enter_context(_table(base, shape)) for shape in shapes}
        base.execute("CREATE INDEX line_of_bid ON lines (file)")
        base.execute("COMMIT")
    except sqlite3.OperationalError as error:
        raise OSError(str(error)) from None
    finally:
        base.close()


@contextmanager
def _table(base: sqlite3.Connection, shape: Shape) -> Iterator[Write]:
    columns = ", ".join(f'"{column.name}" {_TYPES[column.sort]}' for column in shape.columns)
    base.execute(f'CREATE TABLE "{shape.name}" ({columns}) STRICT')
    insert = f'INSERT INTO "{shape.name}" VALUES ({", ".join("?" * len(shape.columns))})'  # noqa: S608 - our own names
    values = as_numbers(shape, _text)
    yield lambda rows: base.executemany(insert, by_column(values, rows))


def _text(value: Value) -> Value:
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value
