"""Owns the tables as one SQLite file to be queried. Money is in pounds, as numbers of two decimals."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sv_cli.batch.columns import Shape, Sort, Value
from sv_cli.batch.tables.delimited import Write, by_column

_TYPES = {
    Sort.TEXT: "TEXT",
    Sort.SAID: "TEXT",
    Sort.COUNT: "INTEGER",
    Sort.MONEY: "REAL",
    Sort.NUMBER: "REAL",
    Sort.FLAG: "INTEGER",
}


@contextmanager
def database(path: Path, shapes: Sequence[Shape]) -> Iterator[dict[str, Write]]:
    """Write rows to the tables of a new SQLite file at ``path``: a way in for each shape, by its name."""
    base = sqlite3.connect(path, isolation_level=None)
    try:
        base.execute("PRAGMA journal_mode = OFF")  # the file takes its name only once it is whole
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
    values = [_VALUES.get(column.sort, _as_is) for column in shape.columns]
    yield lambda rows: base.executemany(insert, by_column(values, rows))


def _as_is(value: Value) -> Value | float:
    return value


def _text(value: Value) -> Value | float:
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value


def _pounds(value: Value) -> Value | float:
    return None if value is None else int(value) / 100


def _number(value: Value) -> Value | float:
    return None if value is None else float(value)


_VALUES: dict[Sort, Callable[[Value], Value | float]] = {
    Sort.SAID: _text,
    Sort.MONEY: _pounds,
    Sort.NUMBER: _number,
}
