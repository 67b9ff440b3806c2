"""Owns the lines of a big table: the value of each row, and the table of lines in the file's order.

The engine does not keep the order of rows in joins. Where order matters, the outcome of a row is looked up in lists by
the number of the row's entry, as long as the lists are short; else the lines are joined, and sorted.
"""

from sv_cli.batch.big.contexts import IrregularError
from sv_cli.batch.big.source import quoted
from sv_cli.batch.big.work import MONEY, Work, tidy_sql
from sv_cli.model.figures import VALUE_KINDS

_TEXTS = ("ref", "proxy", "title", "theme", "unit", "findings")
_SHOWN = (*_TEXTS, "valued", "unit_value", "quantity", "number")
_EVERY = (*_SHOWN, *MONEY, *(f"{name}_of_one" for name in MONEY), "before", "after", "as_said", "description")
_CODES = "concat_ws(' ', nullif(before, ''), nullif(after, ''))"
_LONGEST_LIST = 10_000
_ALIKE, _OVERLAPPING = 1, 2


def make_line(work: Work) -> None:
    """Make the view ``line``: every row of a regular bid with its pence, and their kind of value if it is one."""
    columns = ["raw.*", f"raw.rowid + {work.table.first} AS n", "outcome", "kind", "said", *VALUE_KINDS]
    columns += [f"{_pence(name, 'entry.')} AS {name}" for name in MONEY]
    work.run(
        f"CREATE OR REPLACE VIEW line AS SELECT {', '.join(columns)} FROM raw JOIN entry USING (entry)"
        f" WHERE {work.where_regular}"
    )


def _pence(name: str, of: str) -> str:
    """The SQL for the pence of a row: those worked out exactly, else its quantity × the pence of one unit, rounded."""
    return f"coalesce({of}{name}, CAST(floor(raw.amount * {of}{name}_of_one + 0.5) AS BIGINT))"


def make_lines(work: Work, file: str) -> None:
    """Make the view ``the_lines``; raises IrregularError when a row of a bid set apart has several lines."""
    _enter_apart(work)
    _name_texts(work, file)
    _show(work)
    also = _mark_also(work)
    listed = work.query("SELECT count(*) FROM shown")[0][0] <= _LONGEST_LIST
    if listed:
        _make_lists(work)
    columns = _columns(work, listed=listed, also=also) | {"file": quoted(file), "sheet": "''"}
    columns |= {name: f"CAST({columns[name]} AS text_of_file)" for name in ("file", "sheet")}
    named = ", ".join(f'{sql} AS "{name}"' for name, sql in columns.items())
    rows = "raw WHERE entry IS NOT NULL" if listed else "raw JOIN shown USING (entry)"
    order = "" if listed else " ORDER BY row"
    work.run(f"CREATE VIEW the_lines AS SELECT {named} FROM {rows}{order}")


def _enter_apart(work: Work) -> None:
    """Make the table ``own``: the lines of bids that are set apart, each an entry of its own."""
    last = "(SELECT coalesce(max(entry), -1) FROM entry)"
    work.run(f"CREATE TABLE own AS SELECT {last} + row_number() OVER (ORDER BY row) AS entry, * FROM apart_lines")
    if not work.apart:
        return
    if work.any("own GROUP BY row HAVING count(*) > 1"):
        raise IrregularError
    work.run("UPDATE raw SET entry = NULL WHERE bid IN (SELECT bid FROM odd_bid)")
    work.run(f"UPDATE raw SET entry = own.entry FROM own WHERE raw.rowid = own.row - {work.table.first}")


def _name_texts(work: Work, file: str) -> None:
    """Make ENUM types of the texts that lines show, which are written as fast as numbers."""
    work.run(f"CREATE TYPE text_of_file AS ENUM ({quoted(file)}, '')")
    for name in _TEXTS:
        sql = _CODES if name == "findings" else name
        every = f"SELECT {sql} AS text FROM outcome UNION SELECT {name} FROM own UNION SELECT ''"
        work.run(
            f"CREATE TYPE text_of_{name} AS ENUM (SELECT text FROM ({every}) WHERE text IS NOT NULL ORDER BY text)"
        )


def _show(work: Work) -> None:
    """Make the table ``shown``: the columns of a line that depend on its entry alone."""
    of_outcome = {"findings": _CODES, "unit_value": "CASE WHEN valued THEN unit_value END", "number": "quantity"}
    own = {"number": "quantity"}
    types = {name: f"text_of_{name}" for name in _TEXTS} | {"number": "DOUBLE"}
    first, second = (
        ", ".join(f"CAST({each.get(name, name)} AS {types[name]}) AS {name}" if name in types else
                  f"{each.get(name, name)} AS {name}" for name in _SHOWN)
        for each in (of_outcome, own)
    )  # fmt: skip
    pence = ", ".join((*MONEY, *(f"{name}_of_one" for name in MONEY)))
    also = "nullif(before, '') AS before, nullif(after, '') AS after, as_said, CAST(NULL AS VARCHAR) AS description"
    nothing = ", ".join(f"NULL AS {name}_of_one" for name in MONEY)
    work.run(
        f"CREATE TABLE shown AS SELECT entry, {first}, {pence}, {also} FROM entry LEFT JOIN outcome USING (outcome)"
        f" UNION ALL SELECT entry, {second}, {', '.join(MONEY)}, {nothing}, NULL, NULL, false, description FROM own"
    )


def _mark_also(work: Work) -> dict[str, str]:
    """Mark, in ``also``, the rows with a finding on several rows together; gives the SQL for its code, by table."""
    codes = {}
    for name, bit in (("alike", _ALIKE), ("overlapping", _OVERLAPPING)):
        for (code,) in work.query(f"SELECT any_value(code) FROM {name} HAVING count(*) > 0"):
            marked = f"(SELECT DISTINCT n FROM {name}) AS marked"
            work.run(
                f"UPDATE raw SET also = also + {bit} FROM {marked} WHERE raw.rowid = marked.n - {work.table.first}"
            )
            codes[name] = f"CASE WHEN also & {bit} <> 0 THEN {quoted(code)} END"
    return codes


def _make_lists(work: Work) -> None:
    """Make an engine variable with a list of each column of ``shown``, in the order of the entries."""
    columns = [row[0] for row in work.query("DESCRIBE shown") if row[0] != "entry"]
    for name in columns:
        work.run(f"SET VARIABLE list_of_{name} = (SELECT list({name} ORDER BY entry) FROM shown)")


def _columns(work: Work, *, listed: bool, also: dict[str, str]) -> dict[str, str]:
    """The SQL for each column of a line."""
    of = {name: f"getvariable('list_of_{name}')[raw.entry + 1]" if listed else f"shown.{name}" for name in _EVERY}
    columns = {"bid": "raw.bid", "row": f"raw.rowid + {work.table.first}"} | {name: of[name] for name in _SHOWN}
    columns["quantity"] = f"CASE WHEN {of['as_said']} THEN {tidy_sql('raw.q')} ELSE {of['quantity']} END"
    columns["number"] = f"CASE WHEN {of['as_said']} THEN raw.amount ELSE {of['number']} END"
    columns["description"] = f"coalesce({of['description']}, raw.description)" if work.apart else "raw.description"
    for name in MONEY:
        product = f"CAST(floor(raw.amount * {of[f'{name}_of_one']} + 0.5) AS BIGINT)"
        columns[name] = f"coalesce({of[name]}, {product})" if work.paired or work.apart else product
    if also:
        codes = ", ".join((of["before"], also.get("alike", "NULL"), of["after"], also.get("overlapping", "NULL")))
        columns["findings"] = (
            f"CASE WHEN also = 0 THEN CAST({of['findings']} AS VARCHAR) ELSE concat_ws(' ', {codes}) END"
        )
    return columns
