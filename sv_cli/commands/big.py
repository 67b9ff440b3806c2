"""Owns `sv batch TABLE --bid-column NAME`: one big table of many bids' commitments, worked on inside DuckDB."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import Any

from msgspec import Struct

from sv_cli.batch.big.contexts import IrregularError, Read, UnscoredError
from sv_cli.batch.big.layout import Regular, regular
from sv_cli.batch.big.load import load
from sv_cli.batch.big.names import tell_of_names
from sv_cli.batch.big.results import relate, relate_apart
from sv_cli.batch.big.source import BigTable, Look, looked_over, open_table
from sv_cli.batch.big.stated import state
from sv_cli.batch.big.tables import write
from sv_cli.batch.big.whole import read_whole
from sv_cli.batch.big.work import Work, work_out
from sv_cli.batch.discover import JOURNAL, shown_path
from sv_cli.batch.folder import folder_at
from sv_cli.batch.journal import Journal, JournalError
from sv_cli.batch.render import MOST_FAILURES
from sv_cli.batch.tables.engine import reason_of
from sv_cli.bids.assemble import assemble
from sv_cli.bids.sheets.grid import Book, Grid, Remark, Row, UnreadableError
from sv_cli.commands.bids import require_place, valued
from sv_cli.commands.outcome import ExitCode, Outcome, Refused, refusable, unusable
from sv_cli.commands.parts import Request, library_for, valuer_for
from sv_cli.commands.unwritten import what_is_written, why_unwritten
from sv_cli.findings.catalogue import BY_CODE, finding
from sv_cli.findings.finding import Place
from sv_cli.model.summaries import Failure, Summary
from sv_cli.model.valuations import Valuation
from sv_cli.reports.batch import render as summary_text
from sv_cli.reports.screen import Screen
from sv_cli.reports.words import counted
from sv_cli.valuation.money import PENNY
from sv_cli.valuation.value import Valuer

_MEMORY = "420MB"
# For each bid that is not scored, the reason: its first fatal finding, else its first error
_FAILURES = (
    "SELECT bid, code, message FROM the_findings SEMI JOIN (FROM the_bids WHERE NOT scored) USING (bid)"
    " WHERE severity = 'error' QUALIFY row_number() OVER"
    " (PARTITION BY bid ORDER BY NOT list_contains($fatal, code), rowid) = 1 ORDER BY rowid LIMIT $most"
)


class BigRequest(Struct, frozen=True):
    """The table, the column that names the bids, what decides figures, and where the results go.

    ``lines`` says whether the table of lines is written too, which takes longer than all the rest.
    """

    table: Path
    bid_column: str
    asked: Request
    out: str
    formats: tuple[str, ...]
    jobs: int
    screen: Screen
    lines: bool = True


@refusable
def big(request: BigRequest) -> Outcome:
    """Value the table and write the results, whole or not at all; the journal is opened only for its lock."""
    began = monotonic()
    try:
        using = valuer_for(request.asked, library_for(request.asked))
        require_place(request.asked.contract.place, using)
        folder = folder_at(request.out)
        with Journal(folder.journal / JOURNAL), folder.staging() as staged, _as_os_error():
            engine = _engine(staged, request.jobs)
            try:
                summary = _worked(engine, request, using, staged)
            finally:
                engine.close()
            folder.place(staged, summary.files)
    except UnscoredError as error:
        return unusable(error.findings)
    except UnreadableError as error:
        return unusable([finding(error.name, Place(file=str(request.table)), **error.fields)])
    except (JournalError, OSError) as error:
        return unusable([why_unwritten(error, request.out)])
    done = f"{counted(summary.commitments, 'row')} of {counted(summary.bids, 'bid')}"
    notes = f"finished: {done} in {monotonic() - began:,.1f} s\n"
    notes += what_is_written(request.out, folder, summary.files)
    exit_code = ExitCode.FINDINGS if summary.with_errors or summary.failed else ExitCode.CLEAN
    return Outcome(exit_code, summary_text(summary, request.screen), notes)


@contextmanager
def _as_os_error() -> Iterator[None]:
    """Turn the engine's errors of a full disk or too little memory into OSError, with the system's words."""
    import duckdb  # noqa: PLC0415 - only where one big table is worked on

    try:
        yield
    except (duckdb.IOException, duckdb.TransactionException, duckdb.OutOfMemoryException) as error:
        raise OSError(reason_of(error)) from None


@contextmanager
def _as_damage(table: BigTable) -> Iterator[None]:
    """Turn the engine's errors on a damaged Parquet file into UnreadableError; with text the reader has to cope."""
    import duckdb  # noqa: PLC0415 - as above

    try:
        yield
    except duckdb.Error as error:
        of_system = isinstance(error, duckdb.OperationalError) and str(table.path) not in str(error)
        if table.is_text or of_system:
            raise
        raise UnreadableError("file-damaged", reason=reason_of(error)) from None


def _engine(staged: Path, jobs: int) -> Any:
    import duckdb  # noqa: PLC0415 - as above

    spill = str(staged / "spill")  # removed with the staging folder
    engine = duckdb.connect(config={"threads": jobs, "memory_limit": _MEMORY, "temp_directory": spill})
    engine.execute("SET enable_progress_bar = false")
    return engine


def _worked(engine: Any, request: BigRequest, using: Valuer, staged: Path) -> Summary:
    table = open_table(request.table, engine)
    bid = table.column(request.bid_column)
    with ThreadPoolExecutor(1) as aside, _as_damage(table):
        looking = aside.submit(looked_over, request.table)
        _relate(engine, table, bid, request, using, looking.result)
        engine.execute("UPDATE the_bids SET sha256 = ?", (looking.result().sha256,))
    if not engine.execute("SELECT 1 FROM the_bids LIMIT 1").fetchall():
        raise UnreadableError("no-bids", looked="the table has no rows below its heading")
    tell_of_names(engine, shown_path(str(request.table)), request.bid_column)
    files = write(engine, staged, request.formats, lines=request.lines)
    return _summary(engine, files)


def _relate(
    engine: Any, table: BigTable, bid: int, request: BigRequest, using: Valuer, look: Callable[[], Look]
) -> None:
    """Make ``the_bids``, ``the_lines`` and ``the_findings``: by joins where the table allows it, else line by line."""
    read = _reader(table, bid, request, using)
    found = _regular(table, bid, using)
    if found is not None:
        work = Work(engine, table, bid, found, read, request.lines)
        with suppress(IrregularError, UnscoredError):
            if _is_loaded(work, look):
                state(work)
                work_out(work)
                relate(work, shown_path(str(request.table)))
                return
    whole = read_whole(table, bid, engine, request.asked.reading)
    read = _reader(table, bid, request, using, whole.remarks)
    relate_apart(engine, whole.bids, read, shown_path(str(request.table)))


def _regular(table: BigTable, bid: int, using: Valuer) -> Regular | None:
    method = using.method
    if method.rounding != "lines" or method.round_to != PENNY or table.delimiter == ";" or not table.rows:
        return None
    return regular(table.headings, bid, using.library.vocabulary)


def _is_loaded(work: Work, look: Callable[[], Look]) -> bool:
    """Load the file into the engine; False where it cannot be read there, or its row numbers would be wrong.

    These are wrong when a cell spans lines or a line is empty.
    """
    import duckdb  # noqa: PLC0415 - as above

    try:
        load(work)
    except duckdb.InvalidInputException as error:  # ragged records, or not UTF-8, which the reader can cope with
        if "CSV" not in str(error):
            raise
        return False
    seen = look()
    numbered = work.query("SELECT count(*) FROM raw")[0][0] == seen.lines - 1 and not seen.rare
    return work.table.first == 1 or numbered


def _reader(table: BigTable, bid: int, request: BigRequest, using: Valuer, remarks: tuple[Remark, ...] = ()) -> Read:
    headings = ["" if at == bid else text for at, text in enumerate(table.headings)]
    file, asked = shown_path(str(request.table)), request.asked
    head = Row(table.first - 1, list(headings))

    def read(rows: Sequence[Row]) -> Valuation:
        """The rows as a bid of their own."""
        book = Book((Grid("", [head, *rows], delimited=True),), remarks, semicolons=table.delimiter == ";")
        try:
            return valued(assemble(book, file, "", using.library.vocabulary, asked.reading), asked, using)
        except Refused as refused:
            raise UnscoredError(refused.findings) from None

    return read


def _summary(engine: Any, files: list[str]) -> Summary:
    summary = Summary(files=files)
    sums = ", ".join(f"coalesce(sum({name}), 0)" for name in ("commitments", "valued", "gross", "net", "present_value"))
    counts = "count(*), count(*) FILTER (scored), count(*) FILTER (scored AND errors > 0)"
    numbers = engine.execute(f"SELECT {counts}, {sums} FROM the_bids").fetchall()[0]  # noqa: S608 - our own names
    for name, number in zip(summary.__struct_fields__, numbers, strict=False):
        setattr(summary, name, int(number))
    fatal = [code for code, kind in BY_CODE.items() if kind.fatal]
    failures = engine.execute(_FAILURES, {"fatal": fatal, "most": MOST_FAILURES}).fetchall()
    summary.failures = [Failure(*said) for said in failures]
    summary.severities = dict(engine.execute("SELECT severity, count(*) FROM the_findings GROUP BY 1").fetchall())
    summary.codes = dict(engine.execute("SELECT code, count(*) FROM the_findings GROUP BY 1").fetchall())
    return summary
