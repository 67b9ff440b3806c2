"""Owns the writing of a big table's results: the engine itself writes CSV, Parquet or a DuckDB file."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sv_cli.batch.big.source import quoted
from sv_cli.batch.columns import BIDS, FINDINGS, LINES, Column, Shape, Sort
from sv_cli.reports.csv import as_cell

FORMATS: Mapping[str, str] = MappingProxyType({"csv": ".csv", "parquet": ".parquet", "duckdb": ".duckdb"})
_RELATIONS = ((BIDS, "the_bids"), (LINES, "the_lines"), (FINDINGS, "the_findings"))
_BID = Column("bid", Sort.SAID)
_CAST = {Sort.COUNT: "BIGINT", Sort.DAY: "DATE"}
_POUNDS = "CAST({} * CAST(0.01 AS DECIMAL(3, 2)) AS DECIMAL(18, 2))"


def write(engine: Any, folder: Path, formats: Sequence[str], *, lines: bool) -> list[str]:
    """Write the tables into ``folder``; gives the files' names. ``lines`` says whether the table of lines is wanted."""
    if "csv" in formats:
        engine.create_function("as_cell", as_cell, ["VARCHAR"], "VARCHAR")
    relations = [each for each in _RELATIONS if lines or each[0] is not LINES]
    made: list[str] = []
    for name in dict.fromkeys(formats):
        if name == "duckdb":
            made.append(_database(engine, folder / "results.duckdb", relations))
            continue
        for shape, relation in relations:
            path = folder / f"{shape.name}{FORMATS[name]}"
            options = "FORMAT csv, HEADER" if name == "csv" else "FORMAT parquet, COMPRESSION zstd"
            engine.execute(f"COPY ({_select(shape, relation, name)}) TO {quoted(str(path))} ({options})")
            made.append(path.name)
    return made


def _database(engine: Any, path: Path, relations: Sequence[tuple[Shape, str]]) -> str:
    engine.execute(f"ATTACH {quoted(str(path))} AS results")
    for shape, relation in relations:
        engine.execute(f"CREATE TABLE results.{shape.name} AS {_select(shape, relation, 'duckdb')}")
    engine.execute("DETACH results")
    return path.name


def _select(shape: Shape, relation: str, target: str) -> str:
    columns = ", ".join(f'{_as(column, target)} AS "{column.name}"' for column in (_BID, *shape.columns))
    return f"SELECT {columns} FROM {relation}"


def _as(column: Column, target: str) -> str:
    name, text = f'"{column.name}"', target == "csv"
    if column.sort is Sort.MONEY:
        return _POUNDS.format(name)
    if column.sort is Sort.NUMBER and not text:
        return "number" if column.name == "quantity" else f"CAST({name} AS DOUBLE)"
    if not text and column.sort in _CAST:
        return f"CAST({name} AS {_CAST[column.sort]})"  # a sum has a wider type
    if column.sort in (Sort.SAID, Sort.TEXT) and target != "parquet":
        name = f"CAST({name} AS VARCHAR)"  # in Parquet an ENUM is a text anyway
    if column.sort is Sort.SAID and text:
        harmless = f"regexp_full_match({name}, '[A-Za-z0-9(/''\"][ -~£]*')"
        return f"CASE WHEN {name} = '' THEN NULL WHEN {name} IS NULL OR {harmless} THEN {name} ELSE as_cell({name}) END"
    return f"nullif({name}, '')" if text and column.sort is Sort.TEXT else name
