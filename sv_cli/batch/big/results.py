"""Owns the results of a big table: the engine's tables of bids, lines and findings.

Lines and findings are in the file's order, bids in the order of their first rows.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from msgspec.structs import replace

from sv_cli.batch.big.alike import find_alike
from sv_cli.batch.big.contexts import Outcome, Read, UnscoredError, column_of
from sv_cli.batch.big.lines import make_line, make_lines
from sv_cli.batch.big.shapes import FINDING_COLUMNS, MARK, SAID, SAID_COLUMNS, said_cells, typed, with_row
from sv_cli.batch.big.source import quoted
from sv_cli.batch.big.stated import FACTS
from sv_cli.batch.big.work import FIRST_STUB, MONEY, Work, insert, stub
from sv_cli.batch.columns import BID_AT, BIDS, FINDING_AT, FINDINGS, LINE_AT, LINES, Cells, Result
from sv_cli.batch.rows import finding_cells, scored, unscored
from sv_cli.bids.lines.catalogues import FEWEST
from sv_cli.bids.sheets.grid import Raw, Row, trimmed
from sv_cli.findings.many import MOST_OF_A_KIND
from sv_cli.model.figures import VALUE_KINDS

_SHOWN = ("valued", "ref", "proxy", "title", "theme", "unit", "unit_value", "quantity")
_OUTCOME_COLUMNS = (
    "outcome INTEGER, valued BOOLEAN, ref VARCHAR, proxy VARCHAR, title VARCHAR, theme VARCHAR, unit VARCHAR,"
    " unit_value BIGINT, quantity VARCHAR, as_said BOOLEAN, before VARCHAR, after VARCHAR,"
    " errors INTEGER, warnings INTEGER, notes INTEGER"
)
_MOST_LISTED = 5_000  # measures: no library has more
_MOST_FINDINGS = 1_000_000
_STUB = re.compile(r"\b9[0-9]{8}\b")


def relate(work: Work, file: str) -> None:
    """Make the tables ``the_bids`` and ``the_findings`` and the view ``the_lines``, with their shapes' columns."""
    _outcomes(work)
    _join(work)
    if _set_more_apart(work):
        _join(work)
    _apart(work, file)
    work.run(_findings_sql(file))
    if work.lines:
        make_lines(work, file)
    work.run(_bids_sql(work, file))


def _join(work: Work) -> None:
    make_line(work)
    _sums(work)
    find_alike(work)
    _overlapping(work)


def _set_more_apart(work: Work) -> bool:
    """Set further bids apart, by their sums; gives whether there are any.

    These are bids with more findings of one kind than are listed one by one, and bids that may be a list of all
    measures with one quantity throughout.
    """
    work.run(
        "CREATE TABLE more AS SELECT DISTINCT bid FROM ("
        "SELECT bid, name, sum(rows) AS count FROM by_outcome JOIN outcome_finding USING (outcome) GROUP BY bid, name"
        " UNION ALL SELECT bid, name, count(*) FROM alike GROUP BY bid, name"
        " UNION ALL SELECT bid, name, count(*) FROM overlapping GROUP BY bid, name"
        f") WHERE count > {MOST_OF_A_KIND} UNION SELECT bid FROM by_outcome GROUP BY bid"
        f" HAVING sum(rows) BETWEEN {FEWEST} AND {_MOST_LISTED} AND coalesce(min(least) = max(most), true)"
    )
    if not work.any("more"):
        return False
    work.run("INSERT INTO odd_bid FROM more")
    work.apart = True
    return True


def _outcomes(work: Work) -> None:
    """Make the tables ``outcome`` and ``outcome_finding``: each outcome's line and findings, by its number."""
    rows, findings = [], []
    for number, outcome in enumerate(work.outcomes):
        shown = [outcome.line[LINE_AT[name]] for name in _SHOWN]
        rows.append(
            (number, *shown, number in work.units, *(_codes(outcome, stage) for stage in (0, 2)), *_severities(outcome))
        )
        for seq, each in enumerate(outcome.findings):
            findings.append((number, _stage(each), seq, column_of(each), *said_cells(each)))
    work.insert("outcome", _OUTCOME_COLUMNS, rows)
    work.insert("outcome_finding", FINDING_COLUMNS.replace("n BIGINT", "outcome INTEGER", 1), findings)


def _codes(outcome: Outcome, stage: int) -> str:
    return " ".join(dict.fromkeys(str(each[FINDING_AT["code"]]) for each in outcome.findings if _stage(each) == stage))


def _stage(finding: Cells) -> int:
    """0 for a finding of reading, 2 for one of valuing; those on several rows together (1) come between."""
    return 0 if str(finding[FINDING_AT["code"]]) < "SV3" else 2


def _severities(outcome: Outcome) -> tuple[int, ...]:
    said = [each[FINDING_AT["severity"]] for each in outcome.findings]
    return tuple(said.count(severity) for severity in ("error", "warning", "note"))


def _sums(work: Work) -> None:
    """Make the table ``by_outcome``: the sums over the rows of a bid with the same outcome.

    Shares of several kinds of value are added in rows of their own, which count as no row of the file.
    """
    sums = [f"coalesce(sum({name}), 0) AS {name}" for name in MONEY]
    of_kind = [f"CASE WHEN kind = {at} THEN sum(present_value) END" for at in range(len(VALUE_KINDS))]
    worked = [f"sum({name})" if work.paired else "NULL" for name in VALUE_KINDS]
    sums += [
        f"coalesce({one}, {each}, 0) AS {name}" for one, each, name in zip(of_kind, worked, VALUE_KINDS, strict=True)
    ]
    range_of = "min(amount) AS least, max(amount) AS most"
    shares = ", ".join((*(f"0 AS {name}" for name in MONEY), *(f"sum({name}) AS {name}" for name in VALUE_KINDS)))
    work.run(
        "CREATE OR REPLACE TABLE by_outcome AS"
        f" SELECT bid, outcome, count(*) AS rows, min(n) AS n, {range_of}, {', '.join(sums)}"
        " FROM line GROUP BY bid, outcome, kind"
        f" UNION ALL SELECT bid, outcome, 0, min(raw.rowid) + {work.table.first}, NULL, NULL, {shares}"
        f" FROM raw JOIN share ON share.id = raw.entry AND share.q = raw.q WHERE {work.where_regular}"
        " GROUP BY bid, outcome"
    )


def _read_again(work: Work, condition: str) -> Iterator[tuple[str, list[Row]]]:
    """The rows of the file under ``condition``, bid by bid."""
    columns = [f"c{at}" for at in range(len(work.table.headings))]
    cursor = work.engine.cursor().execute(
        f"SELECT c{work.bid}, n, {', '.join(columns)} FROM ({work.table.rows}) WHERE {condition} ORDER BY 1, 2"
    )
    rows = iter(cursor.fetchone, None)
    for bid, each in groupby(rows, key=lambda row: str(row[0])):
        yield bid, [Row(row[1], _cells(row[2:], work.bid)) for row in each]


def _cells(cells: Sequence[str | None], bid: int) -> list[Any]:
    return ["" if at == bid or cell is None else trimmed(cell) or "" for at, cell in enumerate(cells)]


def _overlapping(work: Work) -> None:
    """Make the table ``overlapping``: findings on pairs of proxies of a bid that may count one outcome twice."""
    pairs = _pairs_of_proxies(work)
    work.insert("overlap", f"mine VARCHAR, other VARCHAR, letters VARCHAR, {SAID_COLUMNS}", pairs)
    work.run(
        "CREATE OR REPLACE TABLE opening AS SELECT bid, proxy, min(n) AS n FROM by_outcome JOIN outcome USING (outcome)"
        " WHERE valued AND proxy IN (SELECT mine FROM overlap) GROUP BY ALL"
    )
    listed = with_row("early.n")
    work.run(
        f"CREATE OR REPLACE TABLE overlapping AS SELECT late.bid, late.n, 3 AS stage, early.n AS seq, letters, {listed}"
        " FROM opening AS late JOIN overlap ON mine = late.proxy"
        " JOIN opening AS early ON early.bid = late.bid AND early.proxy = other AND early.n < late.n"
    )


def _pairs_of_proxies(work: Work) -> list[tuple[Any, ...]]:
    """The findings on every two proxies of the table that overlap, from the valuation of stubs of all proxies."""
    stubs: dict[tuple[Raw, ...], dict[str, str]] = {}
    for outcome in work.outcomes:
        if outcome.valued.valued and outcome.line[LINE_AT["proxy"]]:
            references = stubs.setdefault(outcome.under, {})
            references.setdefault(str(outcome.line[LINE_AT["proxy"]]), str(outcome.line[LINE_AT["ref"]]))
    return list(dict.fromkeys(pair for each in stubs.items() for pair in _pairs_under(*each, work)))


def _pairs_under(under: tuple[Raw, ...], references: Mapping[str, str], work: Work) -> list[tuple[Any, ...]]:
    found = []
    for order in (list(references), list(references)[::-1]):
        valuation = work.read([stub(at, references[proxy], work, under) for at, proxy in enumerate(order)])
        for each in valuation.findings:
            if each.name == "same-outcome-twice" and each.place.row is not None:
                mine = order[each.place.row - FIRST_STUB]
                earlier = _STUB.search(each.message)
                cells = finding_cells(replace(each, message=_STUB.sub(MARK, each.message)))
                other = order[int(earlier[0]) - FIRST_STUB] if earlier else ""
                found.append((mine, other, column_of(cells), *said_cells(cells)))
    return found


def _apart(work: Work, file: str) -> None:
    """Make the tables ``apart_bids``, ``apart_lines`` and ``apart_findings``, by reading the bids set apart."""
    made: dict[str, list[tuple[Any, ...]]] = {"bids": [], "lines": [], "findings": []}
    odd = _read_again(work, f"c{work.bid} IN (SELECT bid FROM odd_bid)") if work.apart else iter(())
    for bid, rows in odd:
        result = _result(rows, work.read, file)
        made["bids"].append((bid, *result.bid))
        made["lines"] += [(bid, *each) for each in result.lines]
        first = rows[0].number * _MOST_FINDINGS  # findings on the heading are in the order of the bids' first rows
        made["findings"] += [(bid, seq, *each) for seq, each in enumerate(result.findings, first)]
    work.insert("apart_bids", f"bid VARCHAR, {typed(BIDS)}", made["bids"])
    work.insert("apart_lines", f"bid VARCHAR, {typed(LINES)}", made["lines"])
    work.insert("apart_findings", f"bid VARCHAR, seq BIGINT, {typed(FINDINGS)}", made["findings"])


def _findings_sql(file: str) -> str:
    said = ", ".join(f'"{name}"' for name in SAID)
    cell = "CASE WHEN letters <> '' THEN letters || CAST(n AS VARCHAR) END AS cell"
    placed = ", ".join(f'"{column.name}"' for column in FINDINGS.columns)
    return (
        "CREATE TABLE the_findings AS SELECT * EXCLUDE (n, stage, seq) FROM ("
        f"SELECT bid, {quoted(file)} AS file, '' AS sheet, n AS row, {cell}, {said}, n, stage, seq FROM ("
        f"SELECT bid, n, stage, seq, letters, {said} FROM line JOIN outcome_finding USING (outcome)"
        f" UNION ALL SELECT bid, n, stage, seq, letters, {said} FROM alike"
        f" UNION ALL SELECT bid, n, stage, seq, letters, {said} FROM overlapping)"
        " UNION ALL BY NAME"
        f" SELECT bid, {placed}, row AS n, 9 AS stage, seq FROM apart_findings) ORDER BY n NULLS FIRST, stage, seq"
    )


def _bids_sql(work: Work, file: str) -> str:
    """The SQL that makes ``the_bids``: sums of lines, counts of findings, and what is the same for all bids."""
    stub = dict(zip((column.name for column in BIDS.columns), scored(work.read([])).bid, strict=True))
    value = stub["contract_value"]
    summed = _summed()
    if work.regular.facts:
        own = {name: f'"{name}"' for name in FACTS}
        share = f"CASE WHEN contract_value > 0 THEN {_share('contract_value')} END"
        summed = f"SELECT * FROM ({summed}) LEFT JOIN stated USING (bid)"
    else:
        own = {}
        share = _share(str(value)) if isinstance(value, int) and value else "NULL"
    own |= {"file": quoted(file), "percent_of_contract": share}
    worked = {"commitments", "valued", *MONEY, *VALUE_KINDS, "errors", "warnings", "notes"}
    names = [column.name for column in BIDS.columns]
    own |= {name: f'"{name}"' for name in worked}
    columns = [f'{own.get(name) or _literal(stub[name])} AS "{name}"' for name in names]
    listed = ", ".join(f'"{column.name}"' for column in BIDS.columns)
    first = (
        f"SELECT bid, min(rowid) + {work.table.first} AS n FROM raw WHERE bid IN (SELECT bid FROM odd_bid) GROUP BY bid"
    )
    return (
        f"CREATE TABLE the_bids AS SELECT * EXCLUDE (n) FROM (SELECT bid, n, {', '.join(columns)} FROM ({summed})"
        f" UNION ALL BY NAME SELECT bid, n, {listed} FROM apart_bids JOIN ({first}) USING (bid)) ORDER BY n"
    )


def _summed() -> str:
    """The SQL for the sums of every regular bid, with the warnings on several rows together."""
    sums = ", ".join(f"sum({name}) AS {name}" for name in (*MONEY, *VALUE_KINDS))
    severities = "sum(errors * rows) AS errors, sum(notes * rows) AS notes"
    warnings = "sum(warnings * rows) + coalesce(any_value(also.count), 0) AS warnings"
    together = "SELECT bid FROM alike UNION ALL SELECT bid FROM overlapping"
    also = f"SELECT bid, count(*) AS count FROM ({together}) GROUP BY bid"
    counts = "sum(rows) AS commitments, coalesce(sum(rows) FILTER (valued), 0) AS valued"
    return (
        f"SELECT by_outcome.bid, min(n) AS n, {counts}, {sums}, {severities}, {warnings}"
        " FROM by_outcome JOIN outcome USING (outcome)"
        f" LEFT JOIN ({also}) AS also ON also.bid = by_outcome.bid GROUP BY by_outcome.bid"
    )


def _share(value: str) -> str:
    """SQL for the present value as a percentage of the contract's ``value`` (in pence, as SQL), to four places."""
    rounded = f"(CAST(present_value AS HUGEINT) * 2000000 + {value}) // (2 * {value})"
    return f"rtrim(rtrim(CAST(CAST({rounded} AS DECIMAL(30, 0)) * 0.0001 AS VARCHAR), '0'), '.')"


def _literal(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "true" if value else "false"
    return quoted(value) if isinstance(value, str) else str(value)


def _result(rows: Sequence[Row], read: Read, file: str) -> Result:
    """The result of reading a bid line by line, or the findings that say why it has none."""
    try:
        return scored(read(rows))
    except UnscoredError as error:
        return unscored(file, "", error.findings, lasting=True)


def relate_apart(engine: Any, bids: Mapping[str, list[Row]], read: Read, file: str) -> None:
    """Make ``the_bids``, ``the_lines`` and ``the_findings`` by reading every bid line by line.

    Raises UnscoredError where no bid can be valued: then the heading is wrong.
    """
    made: dict[str, list[tuple[Any, ...]]] = {"bids": [], "lines": [], "findings": []}
    results = {bid: _result(rows, read, file) for bid, rows in bids.items()}
    if results and not any(each.bid[BID_AT["scored"]] for each in results.values()):
        read(next(iter(bids.values())))  # raises the first bid's findings, and not those of each
    for bid, result in results.items():
        made["bids"].append((bid, *result.bid))
        made["lines"] += [(bid, *each) for each in result.lines]
        made["findings"] += [(bid, *each) for each in result.findings]
    made["lines"].sort(key=lambda cells: int(cells[1 + LINE_AT["row"]]))
    made["findings"].sort(key=lambda cells: int(cells[1 + FINDING_AT["row"]] or 0))  # some are on no row
    for shape in (BIDS, LINES, FINDINGS):
        insert(engine, f"the_{shape.name}", f"bid VARCHAR, {typed(shape)}", made[shape.name])
    engine.execute("ALTER TABLE the_lines ADD COLUMN number DOUBLE")
    engine.execute("UPDATE the_lines SET number = CAST(quantity AS DOUBLE)")
