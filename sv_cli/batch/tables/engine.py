"""Owns the tables as Parquet files and as one DuckDB file, which DuckDB writes from a temporary CSV file.

Money is DECIMAL(18, 2), exact to the penny. DuckDB reads a text file faster than it takes rows from Python.
"""

import csv
import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sv_cli.batch.columns import Shape, Sort, Value
from sv_cli.batch.tables.cells import Write, by_column, money

_TYPES = {
    Sort.TEXT: "VARCHAR",
    Sort.SAID: "VARCHAR",
    Sort.COUNT: "BIGINT",
    Sort.MONEY: "DECIMAL(18, 2)",
    Sort.NUMBER: "DOUBLE",
    Sort.FLAG: "BOOLEAN",
    Sort.DAY: "DATE",
}
_NOTHING = "\x02"  # stands for NULL in the temporary file; it is taken out of all texts


@contextmanager
def parquet(path: Path, shape: Shape) -> Iterator[Write]:
    """Write rows of ``shape`` to the Parquet file at ``path``."""
    staged = path.with_suffix(".staged")
    try:
        with _staged(staged, shape) as write:
            yield write
        _run(":memory:", [f"COPY ({_select(staged, shape)}) TO {_quoted(path)} (FORMAT parquet, COMPRESSION zstd)"])
    finally:
        staged.unlink(missing_ok=True)


@contextmanager
def database(path: Path, shapes: Sequence[Shape]) -> Iterator[dict[str, Write]]:
    """A new DuckDB file at ``path`` with a table for each shape; gives for its name the function that writes rows."""
    staged = {shape.name: path.with_suffix(f".{shape.name}") for shape in shapes}
    path.unlink(missing_ok=True)  # DuckDB wants to make the file itself
    try:
        with ExitStack() as stack:
            yield {shape.name: stack.enter_context(_staged(staged[shape.name], shape)) for shape in shapes}
        _run(str(path), [f"CREATE TABLE {shape.name} AS {_select(staged[shape.name], shape)}" for shape in shapes])
    finally:
        for each in staged.values():
            each.unlink(missing_ok=True)


def _run(file: str, statements: Sequence[str]) -> None:
    import duckdb  # noqa: PLC0415 - only where these formats are asked for

    try:
        with duckdb.connect(file) as base:
            base.execute("SET threads = 1")  # rows stay in their order, and the same rows give the same bytes
            for statement in statements:
                base.execute(statement)
            base.execute("CHECKPOINT")  # closing does it too, but without an error when the disk is full
    except duckdb.Error as error:
        raise OSError(reason_of(error)) from None


def reason_of(error: Exception) -> str:
    """The system's message within the engine's error, such as a full disk; else the first line of the error."""
    said = str(error)
    known = (os.strerror(number) for number in sorted(errno.errorcode))
    return next((each for each in known if each in said), said.split("\n", 1)[0])


@contextmanager
def _staged(path: Path, shape: Shape) -> Iterator[Write]:
    texts = [_money if column.sort is Sort.MONEY else _plain for column in shape.columns]
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        rows = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_MINIMAL).writerows
        yield lambda cells: rows(by_column(texts, cells))


def _select(staged: Path, shape: Shape) -> str:
    columns = ", ".join(f"'{column.name}': '{_TYPES[column.sort]}'" for column in shape.columns)
    options = f"header = false, auto_detect = false, delim = ',', quote = '\"', escape = '\"', nullstr = '{_NOTHING}'"
    limits = "max_line_size = 16777216, new_line = '\\n', strict_mode = true, parallel = false"
    return f"SELECT * FROM read_csv({_quoted(staged)}, columns = {{{columns}}}, {options}, {limits})"  # noqa: S608


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _plain(value: Value) -> str:
    if value is None:
        return _NOTHING
    return value.replace("\0", "").replace(_NOTHING, "") if isinstance(value, str) else str(value)


def _money(value: Value) -> str:
    return _NOTHING if value is None else money(value)
