"""Owns the reading of a big table's file into the engine, with all that is asked of each of its rows as it passes.

The file is read once, into a table in memory that spills to disk when it grows beyond the engine's limit. What decides
a row's worth is kept as a number: texts are numbered beforehand by some of the rows, and few come later.
"""

from sv_cli.batch.big.odd_rows import UNPLAIN, WIDE_SPACE, glanced_at, held_texts, in_doubt, odd_row, own_row
from sv_cli.batch.big.work import Work
from sv_cli.bids.lines.fields.texts import LONGEST_TEXT

_FEW = 300  # contexts, of which a sample is likely to have all
_BETWEEN = "chr(31)"  # between the texts of a context; one that holds it itself is numbered later


def load(work: Work) -> None:
    """Read the file into the engine: the table ``raw`` of its rows in order, and ``known``, the contexts by number.

    A row's ``entry`` is the number of its context, if a sample of the rows has it: a number of a type of the
    engine's, since a join would not keep the rows' order. ``in_doubt`` says that a point in its quantity may part
    thousands. ``same`` is a hash by which rows that say the same of the same are found, ``by_when`` says that a row may
    say until when; ``also`` marks what is told of rows together. ``saying_2`` is what stands in the third column if it
    may say of its row alone what is told of it, ``held_2`` if it may set its row apart.
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
    work.run("SET disabled_optimizers = 'expression_rewriter'")  # it makes each pattern ready to see if it is a word
    work.run(
        f"CREATE TABLE raw AS SELECT {', '.join(columns)} FROM (SELECT *, {described} AS description FROM ({rows}))"
    )
    work.run("RESET disabled_optimizers")
    if work.any("raw WHERE entry IS NULL"):
        _know_the_rest(work)


def _take_contexts(work: Work) -> None:
    """Make ``head``: the contexts of a sample; of all rows where they are many, since one it lacks is slow to look for.

    They are many too where they hold what bids state of their contracts, which goes on changing to the file's end.
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
    """The SQL for a hash of a row's reference however it is spelt, which of the contexts that are few is known."""
    spelt = f"hash(lower(replace(c{work.regular.reference}, ' ', '')))"
    known = [number for (number,) in work.query(f"SELECT {spelt} FROM known ORDER BY id LIMIT {_FEW + 1}")]
    numbered = f"(CAST({known} AS UBIGINT[]))[entry + 1]"
    return f"CASE WHEN entry IS NULL THEN {spelt} ELSE {numbered} END" if len(known) <= _FEW else spelt


def _unit_texts(work: Work) -> list[str]:
    """What the contexts that are known hold for units."""
    at = work.regular.unit
    return [] if at is None else [row[0] for row in work.query(f"SELECT DISTINCT c{at} FROM head ORDER BY 1")]


def _know_the_rest(work: Work) -> None:
    """Number the contexts that the sample does not have."""
    texts = ", ".join(f"unknown[{at}] AS {key}" for at, key in enumerate(work.keys, 1))
    listed = ", ".join(f"known.{key}" for key in work.keys)
    work.run(
        f"INSERT INTO known SELECT (SELECT count(*) FROM known) + row_number() OVER (ORDER BY unknown) - 1, {texts}"
        " FROM (SELECT DISTINCT unknown FROM raw WHERE entry IS NULL)"
    )
    work.run(f"UPDATE raw SET entry = known.id FROM known WHERE entry IS NULL AND unknown = [{listed}]")


def folded_sql(column: str, maybe: str = "true") -> str:
    """The SQL for a description as the reader folds it; most need no folding, and are left alone.

    ``maybe`` is a condition that all have that need it, but for those that are too long.
    """
    unplain = f"CASE WHEN {maybe} THEN regexp_matches({column}, '{UNPLAIN}') ELSE false END"
    fold = f"left(trim(regexp_replace({column}, '{WIDE_SPACE}', ' ', 'g')), {LONGEST_TEXT})"
    return f"CASE WHEN {unplain} OR strlen({column}) > {LONGEST_TEXT} THEN {fold} ELSE {column} END"
