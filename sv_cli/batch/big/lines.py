"""Owns the lines of a big table: what each row comes to, and the table of lines in the file's order."""

from collections.abc import Mapping

from sv_cli.batch.big.source import quoted
from sv_cli.batch.big.work import MONEY, Work, tidy_sql
from sv_cli.batch.columns import KINDS, LINES

_TEXTS = ("ref", "proxy", "title", "theme", "unit", "findings")
_CODES = "concat_ws(' ', nullif(before, ''), nullif(after, ''))"


def make_line(work: Work) -> None:
    """Make the view ``line``: every row of a regular bid with its pence, and the one kind that they are of."""
    work.run(f"CREATE OR REPLACE VIEW line AS {_line_sql(work)} WHERE {work.where_regular}")


def _line_sql(work: Work) -> str:
    """The rows with what is told of them; where a pair is worked out, it says more than the context."""
    money = {name: f"CAST(floor(raw.amount * context.{name} + 0.5) AS BIGINT)" for name in MONEY}
    columns = {"told": "context.told", "kind": "context.kind", "said": "CAST(NULL AS VARCHAR)"} | money
    joined = " LEFT JOIN context ON context.id = raw.context"
    if work.paired:
        joined += " LEFT JOIN pair ON pair.id = raw.context AND pair.q = raw.q"
        pence = "CASE WHEN pair.id IS NOT NULL THEN pair.{} ELSE {} END"
        columns |= {name: pence.format(name, sql) for name, sql in money.items()}
        columns |= {"told": "coalesce(pair.told, context.told)", "said": "pair.said"}
        columns |= {"kind": "CASE WHEN pair.id IS NULL THEN context.kind END"}
        columns |= {name: f"pair.{name}" for name in KINDS}
    named = ", ".join(f"{sql} AS {name}" for name, sql in columns.items())
    return f"SELECT raw.*, raw.rowid + {work.table.first} AS n, {named} FROM raw{joined}"


def make_lines(work: Work, file: str) -> None:
    """Make the view ``the_lines``: one stream in the file's order, so that nothing has to be sorted.

    Lines of bids that were read line by line stand where their rows are.
    """
    _show(work, file)
    shown, joined = _shown(), " JOIN shown USING (told)"
    codes, also = _codes(work)
    joined += also
    shown["findings"] = codes
    if work.apart:
        own = {name: f"CAST(own.{name} AS {_type(name)})" if name in _TEXTS else f"own.{name}" for name in shown}
        own["number"] = "CAST(own.quantity AS DOUBLE)"
        shown = {name: f"CASE WHEN own.row IS NULL THEN {sql} ELSE {own[name]} END" for name, sql in shown.items()}
        joined = f" LEFT{joined} LEFT JOIN apart_lines AS own ON own.row = line.n"
        joined += f" WHERE own.row IS NOT NULL OR {work.where_regular.replace('raw.', 'line.')}"
    named = ", ".join(f'{sql} AS "{name}"' for name, sql in ({"bid": "line.bid"} | shown).items())
    placed = f"{named}, CAST({quoted(file)} AS {_type('file')}) AS file, CAST('' AS {_type('file')}) AS sheet"
    work.run(f"CREATE VIEW the_lines AS SELECT {placed} FROM ({_line_sql(work)}) AS line{joined}")


def _show(work: Work, file: str) -> None:
    """Make ``shown``: what a line shows of what is told.

    Its texts are numbers of a type of the engine's, which are as quick to join and write as numbers are.
    """
    work.run(f"CREATE TYPE {_type('file')} AS ENUM ({quoted(file)}, '')")
    for name in _TEXTS:
        told = _CODES if name == "findings" else name
        every = f"SELECT {told} AS text FROM told UNION SELECT {name} FROM apart_lines UNION SELECT ''"
        work.run(f"CREATE TYPE {_type(name)} AS ENUM (SELECT text FROM ({every}) WHERE text IS NOT NULL ORDER BY text)")
    texts = ", ".join(f"CAST({_CODES if name == 'findings' else name} AS {_type(name)}) AS {name}" for name in _TEXTS)
    work.run(
        f"CREATE TABLE shown AS SELECT told, valued, {texts}, nullif(before, '') AS before, nullif(after, '') AS after,"
        " CASE WHEN valued THEN unit_value END AS unit_value, quantity,"
        " CAST(quantity AS DOUBLE) AS number, as_said FROM told"
    )


def _type(column: str) -> str:
    return f"text_of_{column}"


def _shown() -> dict[str, str]:
    """The SQL of what a line shows, by column."""
    shown = {column.name: f"shown.{column.name}" for column in LINES.columns if column.name not in ("file", "sheet")}
    shown |= {name: f"line.{name}" for name in (*MONEY, "description")}
    quantity = f"CASE WHEN as_said THEN {tidy_sql('line.q')} ELSE shown.quantity END"
    return shown | {
        "row": "line.n",
        "quantity": quantity,
        "number": "CASE WHEN as_said THEN line.amount ELSE number END",
    }


def _codes(work: Work) -> tuple[str, str]:
    """The SQL of the codes of a line's findings, and the joins that it needs."""
    also: Mapping[str, str] = {name: f"{name}.code" for name in ("alike", "overlapping") if work.any(name)}
    if not also:
        return "shown.findings", ""
    listed = f"before, {also.get('alike', 'NULL')}, after, {also.get('overlapping', 'NULL')}"
    none = f"coalesce({', '.join(also.values())}) IS NULL"
    joined = "".join(
        f" LEFT JOIN (SELECT n, any_value(code) AS code FROM {name} GROUP BY n) AS {name} ON {name}.n = line.n"
        for name in also
    )
    return f"CASE WHEN {none} THEN CAST(shown.findings AS VARCHAR) ELSE concat_ws(' ', {listed}) END", joined
