"""Owns the work on a big table inside the engine: texts once, contexts once, the rest a join and a multiplication.

Pence are worked out in double precision and rounded half up. A double is off by less than one part in 10^15; where a
product lies so near to half a penny that this could matter, the row is worked out in exact decimals, as is every row
that the engine cannot do. Sums are of whole pence.
"""

import csv
from collections.abc import Iterator, Sequence
from tempfile import NamedTemporaryFile
from typing import Any

from msgspec import Struct, field

from sv_cli.batch.big.contexts import LINE_AT, Read, Told, Unit, shared, units_of, worked_out
from sv_cli.batch.big.layout import Regular, is_plain_quantity, is_regular_context, odd_row
from sv_cli.batch.big.source import BigTable, quoted
from sv_cli.batch.columns import KINDS
from sv_cli.bids.cells.text import folded
from sv_cli.bids.sheets.grid import Raw

_WIDE_SPACE = "[\\s\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x1c-\\x1f]+"
_LONGEST_TEXT = 4_000
_NOTHING = "\x02"
_MOST_PENCE = "1e13"
_MONEY = ("gross", "net", "present_value")


class Work(Struct):
    """The engine with the table's rows in it, and what has been worked out of them so far.

    ``told`` are the distinct outcomes of a row, by number; ``units`` those of them that are of one unit.
    """

    engine: Any
    table: BigTable
    bid: int
    regular: Regular
    read: Read
    told: list[Told] = field(default_factory=list)
    units: dict[int, Unit] = field(default_factory=dict)

    @property
    def keys(self) -> list[str]:
        """The columns that make a context."""
        return [f"c{at}" for at in self.regular.context]

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows that a statement gives."""
        found: list[tuple[Any, ...]] = self.engine.execute(sql).fetchall()
        return found

    def run(self, sql: str) -> None:
        """Run a statement."""
        self.engine.execute(sql)

    def insert(self, table: str, columns: str, rows: Sequence[Sequence[Any]]) -> None:
        """Make a table of ``rows``."""
        insert(self.engine, table, columns, rows)


def insert(engine: Any, table: str, columns: str, rows: Sequence[Sequence[Any]]) -> None:
    """Make a table of ``rows``, through a text file: the engine reads one far faster than it takes values."""
    types = [each.strip().rsplit(" ", 1) for each in columns.split(",")]
    with NamedTemporaryFile("w", suffix=".csv", encoding="utf-8", errors="backslashreplace", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([_NOTHING if cell is None else cell for cell in row] for row in rows)
        file.flush()
        named = ", ".join(f"{quoted(name.strip(chr(34)))}: '{kind}'" for name, kind in types)
        options = f"header = false, auto_detect = false, nullstr = '{_NOTHING}', parallel = false"
        options += ", quote = '\"', escape = '\"'"
        engine.execute(
            f"CREATE TABLE {table} AS SELECT * FROM read_csv({quoted(file.name)}, columns = {{{named}}}, {options})"
        )


def work_out(work: Work) -> None:
    """Make of the file's rows the tables ``raw``, ``context``, ``pair`` and ``odd_bid`` that the results join."""
    contexts = work.query(f"SELECT {', '.join(work.keys)} FROM raw GROUP BY ALL ORDER BY ALL")
    _price(work, contexts)
    _set_odd_bids_apart(work)
    _pair(work, contexts)


def folded_sql(column: str) -> str:
    """The SQL for a description as the reader folds it; most need no folding, and are left alone."""
    unlike = f"strlen({column}) <> length({column}) OR contains({column}, '  ') OR contains({column}, chr(9))"
    ends = f"ascii({column}) = 32 OR suffix({column}, ' ') OR strlen({column}) > {_LONGEST_TEXT}"
    fold = f"left(trim(regexp_replace({column}, '{_WIDE_SPACE}', ' ', 'g')), {_LONGEST_TEXT})"
    return f"CASE WHEN {unlike} OR {ends} THEN {fold} ELSE {column} END"


def load(work: Work) -> None:
    """Read the file into the engine: the deciding texts, and a hash by which rows that say the same are found."""
    found = work.regular
    context = ", ".join(f"c{at}" for at in found.context)
    description = "''" if found.description is None else folded_sql(f"c{found.description}")
    quantity = f"c{found.quantity}"
    same = f"hash(c{work.bid}, c{found.reference}, TRY_CAST({quantity} AS DOUBLE), {description})"
    columns = f"c{work.bid} AS bid, {context}, {quantity} AS q, {same} AS same, {odd_row(found)} AS odd"
    work.run(f"CREATE TABLE raw AS SELECT {columns} FROM ({work.table.rows})")


def _price(work: Work, contexts: Sequence[tuple[str, ...]]) -> None:
    """Make ``context``: whether a context is odd, what is told of it, pence a unit, and its one kind of value."""
    fit = [is_regular_context(texts, work.regular) and folded(texts[0]) == texts[0] for texts in contexts]
    rows = [_row(texts, "", work) for texts, good in zip(contexts, fit, strict=True) if good]
    units = iter(units_of(rows, work.regular.quantity, work.read))
    entries = [
        (*texts, at, *_entry(good, units, work)) for at, (texts, good) in enumerate(zip(contexts, fit, strict=True))
    ]
    columns = "id INTEGER, odd BOOLEAN, told INTEGER, g DOUBLE, n DOUBLE, p DOUBLE, kind INTEGER"
    work.insert("context", f"{', '.join(f'{key} VARCHAR' for key in work.keys)}, {columns}", entries)


def _entry(good: bool, units: Iterator[Unit | None], work: Work) -> tuple[Any, ...]:
    unit = next(units) if good else None
    if unit is None:
        return (not good, None, None, None, None, None)
    work.told.append(unit.told)
    told = len(work.told) - 1
    work.units[told] = unit
    if unit.gross is None or unit.net is None or unit.present is None:
        return (False, told, None, None, None, None)
    kind = KINDS.index(next(iter(unit.kinds))) if len(unit.kinds) == 1 else None
    return (False, told, float(unit.gross * 100), float(unit.net * 100), float(unit.present * 100), kind)


def _row(texts: Sequence[str], quantity: str, work: Work) -> list[Raw]:
    """A row of the table that says no more than a context and a quantity."""
    row: list[Raw] = [""] * len(work.table.headings)
    for at, text in zip(work.regular.context, texts, strict=True):
        row[at] = text
    row[work.regular.quantity] = quantity
    return row


def _set_odd_bids_apart(work: Work) -> None:
    """Make ``odd_bid``: the bids with a row that has to be read together with those around it."""
    plain = is_plain_quantity("q")
    strange = [row[0] for row in work.query(f"SELECT DISTINCT q FROM raw WHERE NOT {plain}")]
    words = work.regular.words
    odd = [q for q in strange if not q.strip() or words.mark_pattern.match(q) or words.is_instruction(q)]
    work.insert("odd_quantity", "q VARCHAR", [(q,) for q in odd])
    by_quantity = "OR q IN (SELECT q FROM odd_quantity)" if odd else ""
    work.run(
        f"CREATE TABLE odd_bid AS SELECT DISTINCT bid FROM raw WHERE odd {by_quantity}"
        f" UNION SELECT DISTINCT bid FROM raw JOIN context USING ({', '.join(work.keys)}) WHERE context.odd"
    )


def _pair(work: Work, contexts: Sequence[tuple[str, ...]]) -> None:
    """Make ``pair``: every distinct context and quantity that the multiplication is not enough for, worked out."""
    plain = is_plain_quantity("q")
    unsure = " OR ".join(_unsure(name) for name in ("g", "n", "p"))
    needed = (
        f"told IS NULL OR NOT {plain} OR TRY_CAST(q AS DOUBLE) = 0 OR (p IS NOT NULL AND (kind IS NULL OR {unsure}))"
    )
    found = work.query(
        f"SELECT id, q, any_value(told), bool_or(NOT {plain} OR TRY_CAST(q AS DOUBLE) = 0) FROM raw"
        f" JOIN context USING ({', '.join(work.keys)}) WHERE NOT context.odd AND ({needed})"
        " AND bid NOT IN (SELECT bid FROM odd_bid) GROUP BY id, q ORDER BY id, q"
    )
    alone = [(at, q) for at, q, told, strange in found if told is None or strange]
    pairs = [
        _from_unit(at, q, told, work.units[told]) for at, q, told, strange in found if told is not None and not strange
    ]
    for (at, q), told in zip(
        alone, worked_out((_row(contexts[at], q, work) for at, q in alone), work.read), strict=True
    ):
        work.told.append(told)
        pairs.append((at, q, len(work.told) - 1, *_pence(told)))
    columns = ", ".join(f"{name} BIGINT" for name in (*_MONEY, *KINDS))
    work.insert("pair", f"id INTEGER, q VARCHAR, told INTEGER, {columns}", pairs)


def _unsure(column: str) -> str:
    """Whether double precision cannot tell to which penny a product is rounded."""
    product = f"(TRY_CAST(q AS DOUBLE) * {column})"
    return f"abs({product} - floor({product}) - 0.5) <= {product} * 1e-15 + 1e-12 OR {product} > {_MOST_PENCE}"


def _from_unit(at: int, q: str, told: int, unit: Unit) -> tuple[Any, ...]:
    return (at, q, told, *shared(unit, q))


def _pence(told: Told) -> tuple[int | None, ...]:
    line = told.line
    kinds = told.valued.by_kind
    money = tuple(line[LINE_AT[name]] for name in _MONEY)
    shares = tuple(int(kinds.get(kind, 0) * 100) if told.valued.valued else None for kind in KINDS)
    return (*money, *shares)  # type: ignore[arg-type]  # money is in pence
