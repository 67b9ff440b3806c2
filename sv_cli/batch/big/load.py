"""Owns the loading of a big table's file into the engine, with the conditions of `odd_rows` worked out for each row.

The file is read once, into a table in memory that spills to disk when it grows beyond the engine's limit. A row's
context is kept as a number: the contexts of a sample of rows are numbered first, and the few others later.
"""

from sv_cli.batch.big.odd_rows import UNPLAIN, WIDE_SPACE, glanced_at, held_texts, in_doubt, odd_row, own_row
from sv_cli.batch.big.work import Work
from sv_cli.bids.lines.fields.texts import LONGEST_TEXT

_FEW = 300  # contexts; if there are no more, a sample is likely to have all
_BETWEEN = "chr(31)"  # joins the texts of a context; a context with this character in a text is numbered later


def load(work: Work) -> None:
    """Make the tables ``raw``, the file's rows in order, and ``known``, the contexts by number.

    The columns of ``raw``:

    * ``bid``; ``q``, the quantity's text; ``amount``, its number if it is plain; ``description`` if lines are wanted
    * ``entry``: the number of the row's context. It comes from an ENUM, since a join would not keep the rows' order
    * ``odd``: the row is not regular; ``in_doubt``: a point in its quantity may mark thousands
    * ``same``: a hash of bid, reference and description; ``by_when``: the description may say until when
    * ``also``: bits for findings on several rows together, set by `lines`
    * ``saying_2``: the text of the third column if it may change the outcome of its row alone, else NULL
    * ``held_2``: that text if it may set its row apart, else NULL
    """
    found, keys = work.regular, work.keys
    listed, joined = ", ".join(keys), f" || {_BETWEEN} || ".join(keys)
    _take_contexts(work)
    work.run(f"CREATE TYPE context_text AS ENUM (SELECT {joined} AS text FROM head ORDER BY text)")
    number = f"CAST(enum_code(TRY_CAST({joined} AS context_text)) AS INTEGER)"
    work.run(f"CREATE TABLE known AS SELECT {number} AS id, {listed} FROM head")
    described = "''" if found.description is None else folded_sql(f"c{found.description}", "telling")
    units = _unit_texts(work)
    saying, held = own_row(found, units), held_texts(found)
    work.saying, work.held = {f"saying_{at}": at for at in saying}, tuple(f"held_{at}" for at in held)
    columns = (
        f"c{work.bid} AS bid, entry, CASE WHEN entry IS NULL THEN [{listed}] END AS unknown",
        f"c{found.quantity} AS q, amount, {odd_row(found, units)} AS odd, {in_doubt(found)} AS in_doubt",
        f"hash(c{work.bid}, {_reference(work)}, description) AS same, description ILIKE '%by%' AS by_when",
        "CAST(0 AS UTINYINT) AS also",
        *(("description",) if work.lines else ()),
        *(f"{sql} AS saying_{at}" for at, sql in saying.items()),
        *(f"{sql} AS held_{at}" for at, sql in held.items()),
    )
    rows = f"SELECT * EXCLUDE (n), {number} AS entry, {glanced_at(found)} FROM ({work.table.rows})"
    work.run("SET disabled_optimizers = 'expression_rewriter'")  # it would compile every pattern once more
    work.run(
        f"CREATE TABLE raw AS SELECT {', '.join(columns)} FROM (SELECT *, {described} AS description FROM ({rows}))"
    )
    work.run("RESET disabled_optimizers")
    if work.any("raw WHERE entry IS NULL"):
        _number_the_rest(work)


def _take_contexts(work: Work) -> None:
    """Make the table ``head``: the contexts of a sample of rows; of all rows where there are many contexts.

    Contexts that are not in it are slow to number. There are always many where facts of contracts are part of them.
    """
    whole = " AND ".join(f"NOT contains({key}, {_BETWEEN})" for key in work.keys)
    distinct = f"CREATE OR REPLACE TABLE head AS SELECT DISTINCT {', '.join(work.keys)} FROM ({{}}) WHERE {whole}"
    if not work.regular.deciding:
        with work.table.sample() as sample:
            work.run(distinct.format(sample))
        if work.query("SELECT count(*) FROM head")[0][0] <= _FEW:
            return
    work.run(distinct.format(work.table.rows))


def _reference(work: Work) -> str:
    """The SQL for a hash of a row's reference without case and spaces; with few contexts it is looked up by number."""
    spelt = f"hash(lower(replace(c{work.regular.reference}, ' ', '')))"
    known = [number for (number,) in work.query(f"SELECT {spelt} FROM known ORDER BY id LIMIT {_FEW + 1}")]
    numbered = f"(CAST({known} AS UBIGINT[]))[entry + 1]"
    return f"CASE WHEN entry IS NULL THEN {spelt} ELSE {numbered} END" if len(known) <= _FEW else spelt


def _unit_texts(work: Work) -> list[str]:
    """The distinct texts of units in ``head``."""
    at = work.regular.unit
    return [] if at is None else [row[0] for row in work.query(f"SELECT DISTINCT c{at} FROM head ORDER BY 1")]


def _number_the_rest(work: Work) -> None:
    """Number the contexts that the sample does not have."""
    texts = ", ".join(f"unknown[{at}] AS {key}" for at, key in enumerate(work.keys, 1))
    listed = ", ".join(f"known.{key}" for key in work.keys)
    work.run(
        f"INSERT INTO known SELECT (SELECT count(*) FROM known) + row_number() OVER (ORDER BY unknown) - 1, {texts}"
        " FROM (SELECT DISTINCT unknown FROM raw WHERE entry IS NULL)"
    )
    work.run(f"UPDATE raw SET entry = known.id FROM known WHERE entry IS NULL AND unknown = [{listed}]")


def folded_sql(column: str, maybe: str = "true") -> str:
    """The SQL for a description as the reader folds it: with single spaces, and cut; most texts need neither.

    ``maybe`` is a quick condition that is true of every text which needs folding for other reasons than its length.
    """
    unplain = f"CASE WHEN {maybe} THEN regexp_matches({column}, '{UNPLAIN}') ELSE false END"
    fold = f"left(trim(regexp_replace({column}, '{WIDE_SPACE}', ' ', 'g')), {LONGEST_TEXT})"
    return f"CASE WHEN {unplain} OR strlen({column}) > {LONGEST_TEXT} THEN {fold} ELSE {column} END"
