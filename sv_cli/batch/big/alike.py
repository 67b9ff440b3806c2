"""Owns the search for rows that repeat an earlier row of their bid.

A hash shows which rows may be alike; among those the engine compares what the reader compares. The finding on two such
rows is taken from the reader itself, which is given two stubs with their reference.
"""

from typing import Any

from msgspec.structs import replace

from sv_cli.batch.big.contexts import Outcome, column_of
from sv_cli.batch.big.load import folded_sql
from sv_cli.batch.big.shapes import FINDING_COLUMNS, MARK, SAID_COLUMNS, said_cells, with_row
from sv_cli.batch.big.work import FIRST_STUB, Work, stub, tidy_sql
from sv_cli.batch.rows import finding_cells
from sv_cli.bids.terms.codes import looked_up


def find_alike(work: Work) -> None:
    """Make the table ``alike``: the findings on rows that repeat an earlier row of their bid."""
    amount, joined = "amount", ""
    if work.paired and work.any("pair WHERE said IS NOT NULL"):  # such as 1,200 beside 1200
        amount, joined = "coalesce(amount, CAST(said AS DOUBLE))", " JOIN entry USING (entry)"
    keys = f"SELECT hash(same, {amount}) AS key FROM raw{joined} WHERE {work.where_regular}"
    following = f"SELECT key, lead(key) OVER (ORDER BY key) AS next FROM ({keys})"  # sorting is quicker than grouping
    work.run(f"CREATE OR REPLACE TABLE twice AS SELECT DISTINCT key FROM ({following}) WHERE key = next")
    if not work.any("twice"):
        work.insert("alike", f"bid VARCHAR, {FINDING_COLUMNS}", [])
        return
    _compare(work, f"hash(same, {amount})")
    _find(work)


def _compare(work: Work, key: str) -> None:
    """Make the table ``again``: each row that repeats the row ``first`` of its bid, with its reference's number."""
    references: dict[str | None, int] = {}
    rests: dict[tuple[Any, ...], int] = {}
    resting = []
    for number, outcome in enumerate(work.outcomes):
        commitment = outcome.valued.commitment
        if commitment.reference is not None and commitment.quantity is not None:
            at = references.setdefault(looked_up(commitment.reference), len(references))
            resting.append((number, at, commitment.reference, rests.setdefault(_rest(outcome), len(rests))))
    work.insert("resting", "outcome INTEGER, reference INTEGER, ref VARCHAR, rest INTEGER", resting)
    shown = f"CASE WHEN amount IS NULL THEN said ELSE {tidy_sql('q')} END AS number"
    kept = ", description" if work.lines else ""
    work.run(
        f"CREATE OR REPLACE TABLE maybe AS SELECT n, bid, reference, ref, rest, {shown}{kept} FROM line"
        f" JOIN resting USING (outcome) WHERE {key} IN (SELECT key FROM twice)"
    )
    first = "first_value({}) OVER (PARTITION BY bid, reference, description, number ORDER BY n)"
    work.run(
        f"CREATE OR REPLACE TABLE again AS SELECT n, bid, reference, ref, first FROM ("
        f"SELECT *, {first.format('n')} AS first, {first.format('rest')} AS first_rest FROM {_described(work)})"
        " WHERE n <> first AND rest = first_rest"
    )


def _rest(outcome: Outcome) -> tuple[Any, ...]:
    """All that may differ between two promises with one reference, text and quantity."""
    commitment = outcome.valued.commitment
    tranches: tuple[Any, ...] = commitment.tranches
    if len(tranches) == 1:
        tranches = (tranches[0].period,)  # its quantity is the whole, which is compared already
    return (commitment.unit, commitment.unit_text, tranches, commitment.place, commitment.start, commitment.end)


def _described(work: Work) -> str:
    """The rows that may be alike, with their descriptions: from the file again where those were not kept."""
    if work.lines:
        return "maybe"
    at = work.regular.description
    described = "''" if at is None else folded_sql(f"c{at}")
    return f"(SELECT maybe.*, {described} AS description FROM maybe JOIN ({work.table.rows}) USING (n))"


def _find(work: Work) -> None:
    """Make ``alike`` from ``again``, with the reader's finding on two such rows of each reference."""
    findings = []
    for number, reference in work.query("SELECT DISTINCT reference, ref FROM again ORDER BY reference"):
        for each in work.read([stub(at, reference, work) for at in range(2)]).findings:
            if each.name == "said-twice":
                before, _, after = each.message.rpartition(str(FIRST_STUB))
                cells = finding_cells(replace(each, message=f"{before}{MARK}{after}"))
                findings.append((number, reference, column_of(cells), *said_cells(cells)))
    work.insert("repeating", f"reference INTEGER, ref VARCHAR, letters VARCHAR, {SAID_COLUMNS}", findings)
    listed = with_row("first")
    work.run(
        f"CREATE OR REPLACE TABLE alike AS SELECT bid, n, 1 AS stage, 0 AS seq, letters, {listed}"
        " FROM again JOIN repeating USING (reference, ref)"
    )
