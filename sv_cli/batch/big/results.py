"""Owns the results of a big table as relations over what was worked out: lines, findings and bids.

Lines and findings are in the file's order, bids in the order of their first rows.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from sv_cli.batch.big.contexts import LINE_AT, Read, Told, column_of
from sv_cli.batch.big.source import quoted
from sv_cli.batch.big.work import Work, folded_sql, insert
from sv_cli.batch.columns import BIDS, FINDINGS, KINDS, LINES, Cells, Shape, Sort
from sv_cli.batch.rows import finding_cells, scored
from sv_cli.bids.sheets.grid import Row

_AT = {column.name: at for at, column in enumerate(FINDINGS.columns)}
_SAID = ("column", "code", "name", "severity", "message", "help")
_TYPES = {Sort.COUNT: "BIGINT", Sort.MONEY: "BIGINT", Sort.FLAG: "BOOLEAN"}
_SHOWN = ("valued", "ref", "proxy", "title", "theme", "unit", "unit_value", "quantity")
_TOLD_COLUMNS = (
    "told INTEGER, valued BOOLEAN, ref VARCHAR, proxy VARCHAR, title VARCHAR, theme VARCHAR, unit VARCHAR,"
    " unit_value BIGINT, quantity VARCHAR, as_said BOOLEAN, before VARCHAR, after VARCHAR,"
    " errors INTEGER, warnings INTEGER, notes INTEGER"
)
_FIRST_STUB = 900_000_000
_STUB = re.compile(r"\b9[0-9]{8}\b")
_MARK = "\x01"
_MONEY = ("gross", "net", "present_value")
_SAID_COLUMNS = ", ".join(f'"{name}" VARCHAR' for name in _SAID)
_FINDING_COLUMNS = f"n BIGINT, stage INTEGER, seq BIGINT, letters VARCHAR, {_SAID_COLUMNS}"


def relate(work: Work, file: str, sha256: str) -> None:
    """Make the tables ``the_bids``, ``the_findings`` and the view ``the_lines``, with the columns of their shapes."""
    _told(work)
    _lines(work)
    _sums(work)
    _alike(work)
    _overlapping(work)
    _apart(work)
    work.run(_findings_sql(file))
    work.run(_lines_sql(work, file))
    work.run(_bids_sql(work, file, sha256))


def _told(work: Work) -> None:
    """Make ``told`` and ``told_finding``: what is told of a row, by number."""
    rows, findings = [], []
    for number, told in enumerate(work.told):
        shown = [told.line[LINE_AT[name]] for name in _SHOWN]
        rows.append(
            (number, *shown, number in work.units, *(_codes(told, stage) for stage in (0, 2)), *_severities(told))
        )
        for seq, each in enumerate(told.findings):
            findings.append((number, _stage(each), seq, column_of(each), *(each[_AT[name]] for name in _SAID)))
    work.insert("told", _TOLD_COLUMNS, rows)
    work.insert("told_finding", _FINDING_COLUMNS.replace("n BIGINT", "told INTEGER", 1), findings)


def _codes(told: Told, stage: int) -> str:
    return " ".join(dict.fromkeys(str(each[_AT["code"]]) for each in told.findings if _stage(each) == stage))


def _stage(finding: Cells) -> int:
    """0 for what the reader tells, 2 for what the kernel does; what is told of rows together comes between."""
    return 0 if str(finding[_AT["code"]]) < "SV3" else 2


def _severities(told: Told) -> tuple[int, ...]:
    said = [each[_AT["severity"]] for each in told.findings]
    return tuple(said.count(severity) for severity in ("error", "warning", "note"))


def _lines(work: Work) -> None:
    """Make the view ``line``: every row of a regular bid with its pence."""
    double = "TRY_CAST(raw.q AS DOUBLE)"
    money = [
        f"CASE WHEN pair.id IS NOT NULL THEN pair.{name}"
        f" ELSE CAST(floor({double} * context.{per} + 0.5) AS BIGINT) END AS {name}"
        for per, name in zip("gnp", _MONEY, strict=True)
    ]
    kinds = [
        f"CASE WHEN pair.id IS NOT NULL THEN pair.{kind} WHEN context.kind = {at}"
        f" THEN CAST(floor({double} * context.p + 0.5) AS BIGINT) ELSE 0 END AS {kind}"
        for at, kind in enumerate(KINDS)
    ]
    apart = " WHERE raw.bid NOT IN (SELECT bid FROM odd_bid)" if work.query("SELECT 1 FROM odd_bid LIMIT 1") else ""
    work.run(
        f"CREATE VIEW line AS SELECT raw.rowid + {work.table.first} AS n, raw.bid, raw.q,"
        f" coalesce(pair.told, context.told) AS told, {', '.join((*money, *kinds))} FROM raw"
        f" JOIN context USING ({', '.join(work.keys)}) LEFT JOIN pair ON pair.id = context.id AND pair.q = raw.q{apart}"
    )


def _sums(work: Work) -> None:
    """Make ``by_told``: the sums over the rows of a bid of which the same is told."""
    sums = ", ".join(f"coalesce(sum({name}), 0) AS {name}" for name in (*_MONEY, *KINDS))
    columns = f"bid, told, count(*) AS rows, min(n) AS n, {sums}"
    work.run(f"CREATE TABLE by_told AS SELECT {columns} FROM line GROUP BY bid, told")


def _alike(work: Work) -> None:
    """Make ``alike``: rows that say what an earlier row of their bid says. Rows that may be are read once more."""
    work.run("CREATE TABLE twice AS SELECT same FROM raw GROUP BY same HAVING count(*) > 1")
    found: list[tuple[Any, ...]] = []
    if work.query("SELECT 1 FROM twice LIMIT 1"):
        work.run(
            f"CREATE TABLE maybe AS SELECT rowid + {work.table.first} AS n FROM raw"
            " WHERE same IN (SELECT same FROM twice) AND bid NOT IN (SELECT bid FROM odd_bid)"
        )
        for bid, rows in _read_again(work, "n IN (SELECT n FROM maybe)"):
            told = [finding_cells(each) for each in work.read(rows).findings if each.name == "said-twice"]
            found += [(bid, *_as_row(each, 1, seq)) for seq, each in enumerate(told)]
    work.insert("alike", f"bid VARCHAR, {_FINDING_COLUMNS}", found)


def _read_again(work: Work, condition: str) -> Iterator[tuple[str, list[Row]]]:
    """Whole rows of the file, bid by bid."""
    columns = [f"c{at}" for at in range(len(work.table.headings))]
    cursor = work.engine.cursor().execute(
        f"SELECT c{work.bid}, n, {', '.join(columns)} FROM ({work.table.rows}) WHERE {condition} ORDER BY 1, 2"
    )
    rows = iter(cursor.fetchone, None)
    for bid, each in groupby(rows, key=lambda row: str(row[0])):
        yield bid, [Row(row[1], _cells(row[2:], work.bid)) for row in each]


def _cells(cells: Sequence[str | None], bid: int) -> list[Any]:
    return ["" if at == bid or cell is None else cell for at, cell in enumerate(cells)]


def _as_row(finding: Cells, stage: int, seq: int) -> tuple[Any, ...]:
    return (finding[_AT["row"]], stage, seq, column_of(finding), *(finding[_AT[name]] for name in _SAID))


def _overlapping(work: Work) -> None:
    """Make ``overlapping``: pairs of proxies of a bid that may count one outcome twice."""
    pairs = _pairs_of_proxies(work)
    work.insert("overlap", f"mine VARCHAR, other VARCHAR, letters VARCHAR, {_SAID_COLUMNS}", pairs)
    work.run(
        "CREATE TABLE opening AS SELECT bid, proxy, min(n) AS n FROM by_told JOIN told USING (told)"
        " WHERE valued AND proxy IN (SELECT mine FROM overlap) GROUP BY ALL"
    )
    message = f"replace(message, '{_MARK}', CAST(early.n AS VARCHAR)) AS message"
    listed = ", ".join(message if name == "message" else f'"{name}"' for name in _SAID)
    work.run(
        f"CREATE TABLE overlapping AS SELECT late.bid, late.n, 3 AS stage, early.n AS seq, letters, {listed}"
        " FROM opening AS late JOIN overlap ON mine = late.proxy"
        " JOIN opening AS early ON early.bid = late.bid AND early.proxy = other AND early.n < late.n"
    )


def _pairs_of_proxies(work: Work) -> list[tuple[Any, ...]]:
    """What is told of every two proxies of the table, told by the kernel itself of a bid that holds them all."""
    stubs: dict[str, str] = {}
    for told in work.told:
        if told.valued.valued and told.line[LINE_AT["proxy"]]:
            stubs.setdefault(str(told.line[LINE_AT["proxy"]]), str(told.line[LINE_AT["ref"]]))
    found = []
    for order in (list(stubs), list(stubs)[::-1]):
        valuation = work.read([_stub(at, stubs[proxy], work) for at, proxy in enumerate(order)])
        for each in valuation.findings:
            if each.name == "same-outcome-twice" and each.place.row is not None:
                mine = order[each.place.row - _FIRST_STUB]
                earlier = _STUB.search(each.message)
                cells = list(finding_cells(each))
                cells[_AT["message"]] = _STUB.sub(_MARK, each.message)
                other = order[int(earlier[0]) - _FIRST_STUB] if earlier else ""
                found.append((mine, other, column_of(tuple(cells)), *(cells[_AT[name]] for name in _SAID)))
    return found


def _stub(at: int, reference: str, work: Work) -> Row:
    cells: list[Any] = [""] * len(work.table.headings)
    cells[work.regular.reference] = reference
    cells[work.regular.quantity] = "1"
    return Row(_FIRST_STUB + at, cells)


def _apart(work: Work) -> None:
    """Make ``apart_bids``, ``apart_lines`` and ``apart_findings``: the bids that were read line by line."""
    made: dict[str, list[tuple[Any, ...]]] = {"bids": [], "lines": [], "findings": []}
    for bid, rows in _read_again(work, f"c{work.bid} IN (SELECT bid FROM odd_bid)"):
        result = scored(work.read(rows))
        made["bids"].append((bid, *result.bid))
        made["lines"] += [(bid, *each) for each in result.lines]
        made["findings"] += [(bid, seq, *each) for seq, each in enumerate(result.findings)]
    work.insert("apart_bids", f"bid VARCHAR, {_columns(BIDS)}", made["bids"])
    work.insert("apart_lines", f"bid VARCHAR, {_columns(LINES)}", made["lines"])
    work.insert("apart_findings", f"bid VARCHAR, seq BIGINT, {_columns(FINDINGS)}", made["findings"])


def _columns(shape: Shape) -> str:
    return ", ".join(f'"{column.name}" {_TYPES.get(column.sort, "VARCHAR")}' for column in shape.columns)


def _findings_sql(file: str) -> str:
    said = ", ".join(f'"{name}"' for name in _SAID)
    cell = "CASE WHEN letters <> '' THEN letters || CAST(n AS VARCHAR) END AS cell"
    placed = ", ".join(f'"{column.name}"' for column in FINDINGS.columns)
    return (
        "CREATE TABLE the_findings AS SELECT * EXCLUDE (n, stage, seq) FROM ("
        f"SELECT bid, {quoted(file)} AS file, '' AS sheet, n AS row, {cell}, {said}, n, stage, seq FROM ("
        f"SELECT bid, n, stage, seq, letters, {said} FROM line JOIN told_finding USING (told)"
        f" UNION ALL SELECT bid, n, stage, seq, letters, {said} FROM alike"
        f" UNION ALL SELECT bid, n, stage, seq, letters, {said} FROM overlapping)"
        " UNION ALL BY NAME"
        f" SELECT bid, {placed}, row AS n, 9 AS stage, seq FROM apart_findings) ORDER BY n NULLS FIRST, stage, seq"
    )


def _lines_sql(work: Work, file: str) -> str:
    """The lines; descriptions come from the file again, so that they need not be kept while it is worked on."""
    found = work.regular
    description = "''" if found.description is None else folded_sql(f"c{found.description}")
    tidy = "CASE WHEN contains(q, '.') THEN rtrim(rtrim(q, '0'), '.') ELSE q END"
    bare = f"CASE WHEN starts_with(q, '0') AND length(q) > 1 THEN CASE WHEN ltrim({tidy}, '0') = '' OR starts_with(ltrim({tidy}, '0'), '.') THEN '0' || ltrim({tidy}, '0') ELSE ltrim({tidy}, '0') END ELSE {tidy} END"  # noqa: E501
    texts = f"SELECT n, {description} AS description FROM ({work.table.rows})"
    codes = "concat_ws(' ', nullif(before, ''), alike.code, nullif(after, ''), over.code) AS findings"
    fast = (
        f"SELECT line.bid, {quoted(file)} AS file, '' AS sheet, line.n AS row, told.ref, proxy, title, theme,"
        f" texts.description, CASE WHEN as_said THEN {bare} ELSE told.quantity END AS quantity, told.unit, valued,"
        f" CASE WHEN valued THEN unit_value END AS unit_value, gross, net, present_value, {codes}"
        f" FROM line JOIN told USING (told) JOIN ({texts}) AS texts ON texts.n = line.n"
        " LEFT JOIN (SELECT n, any_value(code) AS code FROM alike GROUP BY n) AS alike ON alike.n = line.n"
        " LEFT JOIN (SELECT n, any_value(code) AS code FROM overlapping GROUP BY n) AS over ON over.n = line.n"
    )
    return f"CREATE VIEW the_lines AS SELECT * FROM ({fast} UNION ALL BY NAME SELECT * FROM apart_lines) ORDER BY row"


def _bids_sql(work: Work, file: str, sha256: str) -> str:
    """The bids: sums of lines, counts of what is told of them, and what is the same for all."""
    stub = dict(zip((column.name for column in BIDS.columns), scored(work.read([])).bid, strict=True))
    value = stub["contract_value"]
    summed = _summed()
    share = _share(value) if isinstance(value, int) and value else "NULL"
    own = {"file": quoted(file), "sha256": quoted(sha256), "percent_of_contract": share}
    worked = {"commitments", "valued", *_MONEY, *KINDS, "errors", "warnings", "notes"}
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
    """The sums of every regular bid, with the warnings that are about rows together."""
    sums = ", ".join(f"sum({name}) AS {name}" for name in (*_MONEY, *KINDS))
    told = "sum(errors * rows) AS errors, sum(notes * rows) AS notes"
    warnings = "sum(warnings * rows) + coalesce(any_value(also.count), 0) AS warnings"
    together = "SELECT bid FROM alike UNION ALL SELECT bid FROM overlapping"
    also = f"SELECT bid, count(*) AS count FROM ({together}) GROUP BY bid"
    counts = "sum(rows) AS commitments, coalesce(sum(rows) FILTER (valued), 0) AS valued"
    return (
        f"SELECT by_told.bid, min(n) AS n, {counts}, {sums}, {told}, {warnings} FROM by_told JOIN told USING (told)"
        f" LEFT JOIN ({also}) AS also ON also.bid = by_told.bid GROUP BY by_told.bid"
    )


def _share(value: int) -> str:
    """Per cent of the contract's value (in pence), rounded half up to four places, without zeros at its end."""
    rounded = f"(CAST(present_value AS HUGEINT) * 2000000 + {value}) // (2 * {value})"
    return f"rtrim(rtrim(CAST(CAST({rounded} AS DECIMAL(30, 0)) * 0.0001 AS VARCHAR), '0'), '.')"


def _literal(value: Any) -> str:
    if value is None:
        return "NULL"
    return (
        ("true" if value else "false")
        if isinstance(value, bool)
        else quoted(value)
        if isinstance(value, str)
        else str(value)
    )


def relate_apart(engine: Any, bids: Iterator[tuple[str, list[Row]]], read: Read) -> None:
    """Make ``the_bids``, ``the_lines`` and ``the_findings`` of bids that are all read line by line."""
    made: dict[str, list[tuple[Any, ...]]] = {"bids": [], "lines": [], "findings": []}
    for bid, rows in bids:
        result = scored(read(rows))
        made["bids"].append((bid, *result.bid))
        made["lines"] += [(bid, *each) for each in result.lines]
        made["findings"] += [(bid, *each) for each in result.findings]
    for shape in (BIDS, LINES, FINDINGS):
        insert(engine, f"the_{shape.name}", f"bid VARCHAR, {_columns(shape)}", made[shape.name])
