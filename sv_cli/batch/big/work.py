"""Owns the valuing of a big table inside the engine: each context once, then a join and a multiplication.

Pence are worked out in double precision and rounded half up. A double is off by less than one part in 10^15; where a
product is so near to half a penny that this could matter, the row is worked out in exact decimals, as is every row
that the engine cannot do. Sums are of whole pence.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct, field

from sv_cli.batch.big.contexts import Outcome, Read, Unit, same_but_for_quantity, shared, units_of, worked_out
from sv_cli.batch.big.layout import Regular
from sv_cli.batch.big.odd_rows import is_regular_context, sets_apart
from sv_cli.batch.big.source import BigTable, passing_file, quoted
from sv_cli.batch.columns import LINE_AT
from sv_cli.batch.rows import number_text
from sv_cli.bids.cells.text import folded
from sv_cli.bids.lines.duplicates import OF_ONE
from sv_cli.bids.lines.unfilled import FEWEST, may_be_idle
from sv_cli.bids.sheets.grid import Raw, Row
from sv_cli.bids.tables.notation import PROBE, SHOWN_POINT, shows_comma_decimals
from sv_cli.bids.terms.codes import code_of, looked_up
from sv_cli.model.figures import VALUE_KINDS

_MOST_PENCE = "1e13"  # beyond it doubles are not exact enough
FIRST_STUB = 900_000_000  # the first row number of stubs: no table has so many rows
MONEY = ("gross", "net", "present_value")


class Work(Struct):
    """The engine with the table's rows in it, and what has been worked out so far.

    ``bid`` is the column that names bids; ``lines`` says whether the table of lines is wanted. ``outcomes`` are the
    distinct outcomes of rows, by number; ``units`` has those that are of one unit. ``paired`` says that some rows have
    outcomes by context and quantity, ``apart`` that some bids are set apart. ``unfit`` are texts of contracts' facts
    that keep a context from being regular. ``saying`` are the columns of ``raw`` with texts that may change the outcome
    of their row, each with its column in the file, and ``held`` those with texts that may set it apart (see `load`).
    """

    engine: Any
    table: BigTable
    bid: int
    regular: Regular
    read: Read
    lines: bool
    outcomes: list[Outcome] = field(default_factory=list)
    units: dict[int, Unit] = field(default_factory=dict)
    paired: bool = False
    apart: bool = False
    unfit: frozenset[tuple[str, ...]] = frozenset()
    saying: dict[str, int] = field(default_factory=dict)
    held: tuple[str, ...] = ()

    @property
    def says_nothing(self) -> str:
        """The SQL condition for a row without a text that may change its outcome."""
        return " AND ".join(f"{name} IS NULL" for name in self.saying) or "true"

    def is_same(self, table: str) -> str:
        """The SQL condition that joins ``raw`` to ``table`` by context, quantity and the columns ``saying``."""
        texts = (f" AND raw.{name} IS NOT DISTINCT FROM {table}.{name}" for name in self.saying)
        return f"raw.entry = {table}.entry AND raw.q = {table}.q{''.join(texts)}"

    @property
    def keys(self) -> list[str]:
        """The names of the columns that make up a context."""
        return [f"c{at}" for at in self.regular.context]

    @property
    def where_regular(self) -> str:
        """The SQL condition that keeps the rows of the bids that are not set apart."""
        return "raw.bid NOT IN (SELECT bid FROM odd_bid)" if self.apart else "true"

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows that a statement gives."""
        found: list[tuple[Any, ...]] = self.engine.execute(sql).fetchall()
        return found

    def run(self, sql: str) -> None:
        """Run a statement."""
        self.engine.execute(sql)

    def any(self, table: str) -> bool:
        """Whether ``table``, a name with perhaps a WHERE clause, has rows."""
        return bool(self.query(f"SELECT 1 FROM {table} LIMIT 1"))

    def insert(self, table: str, columns: str, rows: Sequence[Sequence[Any]]) -> None:
        """Make a table of ``rows``."""
        insert(self.engine, table, columns, rows)


def insert(engine: Any, table: str, columns: str, rows: Sequence[Sequence[Any]]) -> None:
    """Make a table of ``rows``, through a text file, which the engine reads much faster than it takes values."""
    if not rows:
        engine.execute(f"CREATE OR REPLACE TABLE {table} ({columns})")
        return
    types = [each.strip().rsplit(" ", 1) for each in columns.split(",")]
    lines = (f"{','.join(map(_as_text, row))}\n".encode("utf-8", "backslashreplace") for row in rows)
    with passing_file(lines) as file:
        named = ", ".join(f"{quoted(name.strip(chr(34)))}: '{kind}'" for name, kind in types)
        options = "header = false, auto_detect = false, parallel = false, quote = '\"', escape = '\"'"
        options += ", nullstr = '', allow_quoted_nulls = false"
        read = f"read_csv({quoted(file)}, columns = {{{named}}}, {options})"
        engine.execute(f"CREATE OR REPLACE TABLE {table} AS SELECT * FROM {read}")


def _as_text(cell: Any) -> str:
    """A cell of the text file: texts in quotes, so that an empty one is not NULL."""
    if isinstance(cell, str):
        return '"' + cell.replace('"', '""') + '"'
    return "" if cell is None else str(cell)


def tidy_sql(q: str) -> str:
    """The SQL for a plain quantity as numbers are shown: without leading noughts, and trailing ones of decimals."""
    tidy = f"CASE WHEN contains({q}, '.') THEN rtrim(rtrim({q}, '0'), '.') ELSE {q} END"
    bare = f"ltrim({tidy}, '0')"
    return (
        f"CASE WHEN starts_with({q}, '0') THEN CASE WHEN {bare} = '' OR starts_with({bare}, '.') THEN '0' || {bare}"
        f" ELSE {bare} END ELSE {tidy} END"
    )


def work_out(work: Work) -> None:
    """Make the tables ``odd_bid``, the bids set apart, and ``entry``, the outcomes that rows are joined to."""
    contexts = work.query(f"SELECT {', '.join(work.keys)} FROM known ORDER BY id")
    _price(work, contexts)
    _set_odd_bids_apart(work, contexts)
    _pair(work, contexts, _pairs_with_texts(work, contexts))
    _enter(work)


def _price(work: Work, contexts: Sequence[tuple[str, ...]]) -> None:
    """Make the table ``context``: whether each is odd, its outcome, pence a unit, and its only kind of value, if so."""
    several = _spelt_in_several_ways(contexts, work)
    fit = [texts not in several and _is_fit(texts, work) for texts in contexts]
    rows = [_row(texts, "", work) for texts, good in zip(contexts, fit, strict=True) if good]
    units = iter(units_of(rows, work.regular.quantity, work.regular.deciding, work.read))
    entries = [(at, *_entry(good, units, work)) for at, good in enumerate(fit)]
    work.insert(
        "context",
        "id INTEGER, odd BOOLEAN, outcome INTEGER, gross DOUBLE, net DOUBLE, present_value DOUBLE, kind INTEGER",
        entries,
    )


def _spelt_in_several_ways(contexts: Sequence[tuple[str, ...]], work: Work) -> set[tuple[str, ...]]:
    """The contexts whose reference has more than a code, such as ``NT17 - weeks``, where others have that code too."""
    spelt: dict[str | None, dict[str | None, list[tuple[str, ...]]]] = {}
    for texts in contexts:
        way = looked_up(texts[len(work.regular.deciding)])
        spelt.setdefault(_code(texts, work), {}).setdefault(way, []).append(texts)
    return {
        texts
        for code, ways in spelt.items()
        for way, alike in ways.items()
        if len(ways) > 1 and way != code
        for texts in alike
    }


def _is_fit(texts: tuple[str, ...], work: Work) -> bool:
    reference = texts[len(work.regular.deciding)]
    under = texts[: len(work.regular.deciding)]
    return under not in work.unfit and folded(reference) == reference and is_regular_context(texts, work.regular)


def _entry(good: bool, units: Iterator[Unit | None], work: Work) -> tuple[Any, ...]:
    unit = next(units) if good else None
    if unit is None:
        return (not good, None, None, None, None, None)
    work.outcomes.append(unit.outcome)
    outcome = len(work.outcomes) - 1
    work.units[outcome] = unit
    if unit.gross is None or unit.net is None or unit.present is None:
        return (False, outcome, None, None, None, None)
    kind = VALUE_KINDS.index(next(iter(unit.kinds))) if len(unit.kinds) == 1 else None
    return (False, outcome, float(unit.gross * 100), float(unit.net * 100), float(unit.present * 100), kind)


def _row(texts: Sequence[str], quantity: str, work: Work, saying: Sequence[str | None] = ()) -> list[Raw]:
    """A row of the table with a context and a quantity, perhaps the texts of ``work.saying``, and nothing else."""
    row: list[Raw] = [""] * len(work.table.headings)
    for at, text in zip(work.regular.context, texts, strict=True):
        row[at] = text
    row[work.regular.quantity] = quantity
    for at, said in zip(work.saying.values(), saying, strict=False):
        row[at] = said or ""
    return row


def stub(at: int, reference: str, work: Work, under: Sequence[Raw] = ()) -> Row:
    """A row with a reference, the quantity 1 and nothing else, and with a number that no row of a table has.

    ``under`` are its texts of the contract's facts that decide value.
    """
    cells: list[Raw] = [""] * len(work.table.headings)
    for column, text in zip(work.regular.deciding, under, strict=False):
        cells[column] = text
    cells[work.regular.reference] = reference
    cells[work.regular.quantity] = "1"
    return Row(FIRST_STUB + at, cells)


def _set_odd_bids_apart(work: Work, contexts: Sequence[tuple[str, ...]]) -> None:
    """Make the table ``odd_bid``: the bids with a row that is not regular, which are set apart."""
    strange = [row[0] for row in work.query("SELECT DISTINCT q FROM raw WHERE amount IS NULL")]
    words = work.regular.words
    odd = [
        q
        for q in strange
        if not q.strip()
        or may_be_idle(q)
        or words.may_be_marked(q)
        or words.is_instruction(q)
        or shows_comma_decimals(q)
    ]
    work.insert("odd_quantity", "q VARCHAR", [(q,) for q in odd])
    held = {name: _setting_apart(work, name) for name in work.held}
    for name, texts in held.items():
        work.insert(f"odd_{name}", "text VARCHAR", [(text,) for text in texts])
    apart = (
        f"SELECT bid FROM raw WHERE {name} IN (SELECT text FROM odd_{name})" for name, texts in held.items() if texts
    )
    work.run(
        "CREATE TABLE odd_bid AS SELECT DISTINCT bid FROM raw WHERE odd"
        " OR entry IN (SELECT id FROM context WHERE odd)"
        " UNION SELECT DISTINCT bid FROM raw WHERE amount IS NULL AND q IN (SELECT q FROM odd_quantity)"
        f" UNION {' UNION '.join(('SELECT bid FROM stated WHERE odd', *apart))}"
        # A list of measures to choose from may have lines of 0, which count as empty
        f" UNION SELECT bid FROM raw WHERE amount = 0 GROUP BY bid HAVING count(*) >= {FEWEST}"
        f" UNION {_with_points_in_doubt()} UNION {_with_wholes(contexts, work)}"
    )
    work.apart = work.any("odd_bid")


def _with_points_in_doubt() -> str:
    """The SQL for bids with a quantity such as 1.200, whose point may mark thousands or decimals.

    Not for bids where another quantity, among the first that the reader looks at, shows what a point is.
    """
    return (
        f"SELECT bid FROM raw WHERE bid IN (SELECT bid FROM raw WHERE in_doubt) GROUP BY bid"
        f" HAVING count(*) > {PROBE} OR NOT bool_or(regexp_matches(q, '{SHOWN_POINT}'))"
    )


def _with_wholes(contexts: Sequence[tuple[str, ...]], work: Work) -> str:
    """The SQL for bids with adjoining lines of one reference, one of which may be the others' sum, or repeat one."""
    numbers: dict[str | None, int] = {}
    references = (_code(texts, work) for texts in contexts)
    named = [(at, numbers.setdefault(each, len(numbers))) for at, each in enumerate(references)]
    work.insert("named", "id INTEGER, reference INTEGER", named)
    _adjoining(work)
    number = r"TRY_CAST(replace(regexp_extract(q, '[0-9][0-9,]*(\.[0-9]+)?'), ',', '') AS DOUBLE)"
    rows = f"SELECT bid, reference, coalesce(amount, {number}) AS amount, raw.rowid AS n, same, by_when FROM raw"
    begins = "reference IS DISTINCT FROM lag(reference) OVER (PARTITION BY bid ORDER BY n) AS begins"
    run = "count(*) FILTER (begins) OVER (PARTITION BY bid ORDER BY n) AS run"
    whole = " OR ".join(f"abs(2 * {end}(amount, n) - sum(amount)) < 1e-6" for end in ("arg_min", "arg_max"))
    anew = "count(*) > 1 AND (count(DISTINCT same) = 1 OR bool_and(by_when))"
    anew = "false" if work.regular.description is None else anew
    return (
        f"SELECT bid FROM (SELECT *, {run} FROM (SELECT *, {begins} FROM ({rows} JOIN named ON id = entry"
        " WHERE hash(bid) IN (SELECT of FROM adjoining))))"
        f" GROUP BY bid, run HAVING (count(*) BETWEEN {min(OF_ONE)} AND {max(OF_ONE)} AND ({whole}))"
        f" OR (count(DISTINCT amount) > 1 AND {anew})"
    )


def _adjoining(work: Work) -> None:
    """Make the table ``adjoining``: hashes of the few bids in which lines of one reference may adjoin.

    These are bids with such rows one below the other (three, or two that say the same or both say until when), and
    bids whose rows are not together in the file. To compare each row with the one above takes a twentieth of the time
    that sorting the rows of each bid takes.
    """
    of = "hash(bid) AS of, (SELECT list(reference ORDER BY id) FROM named)[entry + 1] AS reference, same, by_when"
    above = ", ".join(f"lag({each}) OVER () AS {each}_above" for each in ("of", "reference", "same", "by_when"))
    anew = "of = of_above AND (same = same_above OR (by_when AND by_when_above))"
    work.run(
        f"CREATE TABLE adjoining AS SELECT of FROM (SELECT *, {above} FROM (SELECT {of} FROM raw))"
        " WHERE of IS DISTINCT FROM of_above OR reference = reference_above GROUP BY of"
        " HAVING count(*) FILTER (of IS DISTINCT FROM of_above) > 1 OR count(*) FILTER (of = of_above) > 1"
        f" OR bool_or(reference = reference_above AND {anew})"
    )


def _code(texts: tuple[str, ...], work: Work) -> str | None:
    """The reference of a context, or its code if it has one, as references are looked up."""
    reference = texts[len(work.regular.deciding)]
    return looked_up(code_of(reference) or reference)


def _setting_apart(work: Work, column: str) -> list[str]:
    """The distinct texts of a column that set their rows apart."""
    found = work.query(f"SELECT DISTINCT {column} FROM raw WHERE {column} IS NOT NULL ORDER BY ALL")
    return [text for (text,) in found if sets_apart(text, work.regular.words)]


def _pairs_with_texts(work: Work, contexts: Sequence[tuple[str, ...]]) -> list[tuple[Any, ...]]:
    """The pairs of context and quantity with a text that changes the outcome, each worked out with its texts.

    Where the outcome is the context's own, the text is set to NULL in ``raw``, and the row left to the multiplication.
    """
    names = ", ".join(work.saying)
    if not names:
        return []
    found = work.query(
        f"SELECT DISTINCT entry, q, outcome, coalesce(amount > 0, false), {names} FROM raw JOIN context"
        f" ON context.id = raw.entry WHERE NOT ({work.says_nothing}) AND NOT context.odd AND {work.where_regular}"
        " ORDER BY ALL"
    )
    rows = (_row(contexts[at], q, work, saying) for at, q, _, _, *saying in found)
    pairs, silent = [], []
    each = worked_out(rows, work.regular.deciding, work.read)
    for (at, q, of_context, plain, *saying), outcome in zip(found, each, strict=True):
        if plain and of_context is not None and same_but_for_quantity(outcome, work.units[of_context].outcome):
            silent.append((at, q, *saying))
        else:
            pairs.append((at, q, *saying, *_entered(outcome, work)))
    if silent:
        work.insert("silent", _of_pairs(work), silent)
        nothing = ", ".join(f"{name} = NULL" for name in work.saying)
        work.run(f"UPDATE raw SET {nothing} FROM silent WHERE {work.is_same('silent')}")
    return pairs


def _of_pairs(work: Work) -> str:
    """The columns by which `Work.is_same` joins."""
    return ", ".join(("entry INTEGER", "q VARCHAR", *(f"{name} VARCHAR" for name in work.saying)))


def _entered(outcome: Outcome, work: Work) -> tuple[Any, ...]:
    """The cells of a pair for an outcome, which is added to ``work.outcomes``."""
    work.outcomes.append(outcome)
    return (len(work.outcomes) - 1, number_text(outcome.valued.commitment.quantity), *_pence(outcome))


def _pair(work: Work, contexts: Sequence[tuple[str, ...]], with_texts: Sequence[tuple[Any, ...]]) -> None:
    """Make the table ``pair``: those ``with_texts``, and all other pairs of context and quantity that need exact work.

    Where the quantity is no plain number, ``said`` is the number that the reader takes it for. Make ``share`` too: the
    kinds' shares of a quantity where the multiplication is enough, and there are several kinds.
    """
    unsure = f"(present_value IS NOT NULL AND ({' OR '.join(_unsure(name) for name in MONEY)}))"
    alone = "amount IS NULL OR amount = 0 OR outcome IS NULL"
    found = work.query(
        f"SELECT entry, q, any_value(outcome), bool_or({alone}), bool_or({unsure}) FROM raw JOIN context"
        f" ON context.id = raw.entry WHERE {work.says_nothing} AND NOT context.odd AND {work.where_regular}"
        f" AND ({alone} OR {unsure} OR (present_value IS NOT NULL AND kind IS NULL)) GROUP BY entry, q ORDER BY 1, 2"
    )
    by_row = [(at, q) for at, q, _, alone, _ in found if alone]
    exact = [(at, q, one, unsure, shared(work.units[one], q)) for at, q, one, alone, unsure in found if not alone]
    silent = [None] * len(work.saying)
    pairs = [*with_texts, *((at, q, *silent, one, None, *pence) for at, q, one, unsure, pence in exact if unsure)]
    each = worked_out((_row(contexts[at], q, work) for at, q in by_row), work.regular.deciding, work.read)
    pairs += [(at, q, *silent, *_entered(outcome, work)) for (at, q), outcome in zip(by_row, each, strict=True)]
    columns = ", ".join(f"{name} BIGINT" for name in (*MONEY, *VALUE_KINDS))
    numbered = [(len(contexts) + at, *each) for at, each in enumerate(pairs)]
    work.insert("pair", f"id INTEGER, {_of_pairs(work)}, outcome INTEGER, said VARCHAR, {columns}", numbered)
    work.paired = bool(pairs)
    shares = [(at, q, one, *pence[len(MONEY) :]) for at, q, one, unsure, pence in exact if not unsure]
    columns = ", ".join(f"{name} BIGINT" for name in VALUE_KINDS)
    work.insert("share", f"id INTEGER, q VARCHAR, outcome INTEGER, {columns}", shares)


def _enter(work: Work) -> None:
    """Make the table ``entry``: outcome and pence by number of context or, where there is one, of pair."""
    of_one = ", ".join(f"{name} AS {name}_of_one" for name in MONEY)
    worked = ", ".join(f"CAST(NULL AS BIGINT) AS {name}" for name in (*MONEY, *VALUE_KINDS))
    work.run(
        f"CREATE TABLE entry AS SELECT id AS entry, outcome, kind, CAST(NULL AS VARCHAR) AS said, {of_one}, {worked}"
        " FROM context UNION ALL BY NAME"
        f" SELECT id AS entry, outcome, said, {', '.join((*MONEY, *VALUE_KINDS))} FROM pair"
    )
    if work.paired:
        work.run(f"UPDATE raw SET entry = pair.id FROM pair WHERE {work.is_same('pair')}")


def _unsure(column: str) -> str:
    """SQL for whether double precision is too coarse to round a product to the right penny."""
    product = f"(amount * {column})"
    return f"abs({product} - floor({product}) - 0.5) <= {product} * 1e-15 + 1e-12 OR {product} > {_MOST_PENCE}"


def _pence(outcome: Outcome) -> tuple[int | None, ...]:
    line = outcome.line
    kinds = outcome.valued.by_kind
    money = tuple(line[LINE_AT[name]] for name in MONEY)
    shares = tuple(int(kinds.get(kind, 0) * 100) if outcome.valued.valued else None for kind in VALUE_KINDS)
    return (*money, *shares)  # type: ignore[arg-type]  # money is in pence
