"""Owns `sv batch`: every bid of a folder scored, recorded as it comes, and rendered as tables."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from time import monotonic

from msgspec import Struct, field

from sv_cli.batch.cluster import ClusterError, results_of
from sv_cli.batch.columns import Packed, Result, packed
from sv_cli.batch.discover import JOURNAL, REPORTS, Found, discover, shown_path
from sv_cli.batch.folder import Folder, folder_at
from sv_cli.batch.journal import Journal, JournalError, Record
from sv_cli.batch.local import Crew, CrewError, workers
from sv_cli.batch.lost import Lost, lost_finding
from sv_cli.batch.render import rendering
from sv_cli.batch.rows import unscored
from sv_cli.batch.sources import StoreError, is_remote, sha256_of
from sv_cli.batch.stopping import stoppable
from sv_cli.batch.tables.workbook import LAST_ROW, TooLongError
from sv_cli.bids.read import without_collecting
from sv_cli.commands.bids import require_place
from sv_cli.commands.outcome import ExitCode, Outcome, Refused, refusable, unusable
from sv_cli.commands.parts import Request, library_for, valuer_for
from sv_cli.commands.tasks import Setup, begin, score_all, setup_for
from sv_cli.commands.unwritten import what_is_written, why_unwritten
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.model.summaries import Summary
from sv_cli.paths import is_folder, is_there, system_says
from sv_cli.reports.batch import render as summary_text
from sv_cli.reports.findings_text import as_lines
from sv_cli.reports.screen import Screen

Watch = Callable[[int], AbstractContextManager[Callable[[int], None]]]
_CHUNK, _CHUNK_BYTES = 16, 512 * 1024  # the most bids, and bytes of bids, in a chunk
_TOGETHER = 32  # results that the journal takes at once
_LONGEST_NAME = 230  # bytes of a report's file name, without its ending
_ENDINGS = {"table": ".txt", "markdown": ".md"}


class BatchRequest(Struct, frozen=True):
    """The bids, what decides their figures, where the results go, and how the work is shared out.

    ``timeout`` is in seconds for each bid. ``watch`` shows progress: for a number of bids it gives a context, which
    gives a function to call with how many more of them are done.
    """

    bids: tuple[str, ...]
    asked: Request
    out: str
    formats: tuple[str, ...]
    jobs: int
    timeout: float
    screen: Screen
    watch: Watch
    report: str | None = None
    cluster: str | None = None


class _Run(Struct):
    """The state of a run.

    ``root`` is the folder that reports are named from. Of the first ``looked_at`` paths it is known whether they need
    scoring; ``under_way`` are those that do and are not scored yet. The results of the first ``written`` paths are in
    the tables. ``done`` counts the results that there are, ``reused`` those of them that an earlier run made.
    """

    request: BatchRequest
    setup: Setup
    folder: Folder
    journal: Journal
    paths: tuple[str, ...]
    root: str
    advance: Callable[[int], None] = lambda _: None
    write: Callable[[Iterable[Result]], None] = lambda _: None
    reused: int = 0
    done: int = 0
    looked_at: int = 0
    written: int = 0
    under_way: set[str] = field(default_factory=set)


@refusable
def batch(request: BatchRequest) -> Outcome:
    """Score the bids that are not scored yet, then write the tables of all of them."""
    missing = _missing(request)
    if missing is not None:
        return Outcome(exit_code=ExitCode.USAGE, notes=as_lines([missing]))
    try:
        setup = _setup(request)
        found = _found(request)
        folder = folder_at(request.out)
        with Journal(folder.journal / JOURNAL) as journal:
            return _with_journal(request, setup, found, folder, journal)
    except (JournalError, ClusterError, StoreError, TooLongError, OSError) as error:
        return unusable([_why(error, request)])


def _why(error: JournalError | ClusterError | StoreError | TooLongError | OSError, request: BatchRequest) -> Finding:
    """The finding that says why the run did not finish."""
    if isinstance(error, ClusterError):
        return finding("cluster-unreachable", Place(file=request.cluster or ""), reason=str(error)[:300])
    if isinstance(error, StoreError):
        address, reason = error.args
        return finding("store-unreadable", Place(file=address), reason=reason)
    if isinstance(error, CrewError):
        return finding("workers-not-started", Place(), reason=system_says(error))
    if isinstance(error, TooLongError):
        place = Place(file=shown_path(request.out))
        return finding("too-long-for-xlsx", place, table=str(error), limit=f"{LAST_ROW - 1:,}")
    return why_unwritten(error, request.out)


def _missing(request: BatchRequest) -> Finding | None:
    """The finding for an optional package that the run needs and that is not installed; None if none is missing."""
    far = any(is_remote(each) for each in (*request.bids, request.out))
    for wanted, module, extra in ((request.cluster is not None, "distributed", "cluster"), (far, "fsspec", "cloud")):
        if wanted and find_spec(module) is None:
            return finding("extra-missing", Place(), extra=extra, module=module)
    return None


def _setup(request: BatchRequest) -> Setup:
    library = library_for(request.asked)
    # An unknown method, price year or place is refused before any bid is read
    using = valuer_for(request.asked, library)
    require_place(request.asked.contract.place, using)
    return setup_for(request.asked, library, request.report)


def _found(request: BatchRequest) -> Found:
    """The bids; raises Refused when there are none, or when the folder of results is one of the folders of bids."""
    out = None if is_remote(request.out) else Path(request.out)
    if out is not None and any(is_there(out) and is_folder(each) and out.samefile(each) for each in request.bids):
        raise Refused((finding("results-among-bids", Place(file=shown_path(request.out))),))
    found = discover(request.bids, request.out)
    if any(each.fatal for each in found.findings):
        raise Refused(found.findings)
    if not any(is_remote(path) or is_there(path) for path in found.paths):
        looked = ", ".join(shown_path(each) for each in request.bids)
        earlier = "; results of an earlier run are unchanged" if out and is_there(out / JOURNAL) else ""
        raise Refused((*found.findings, finding("no-bids", Place(), looked=f"looked at {looked}{earlier}")))
    return found


def _with_journal(request: BatchRequest, setup: Setup, found: Found, folder: Folder, journal: Journal) -> Outcome:
    began = monotonic()
    summary = Summary()
    run = _Run(request, setup, folder, journal, found.paths, _common(found.paths))
    try:
        with (
            stoppable(),
            request.watch(len(run.paths)) as run.advance,
            rendering(folder, request.formats, summary) as run.write,
        ):
            _score(run)
    except KeyboardInterrupt:
        return Outcome(exit_code=ExitCode.INTERRUPTED, notes=_interrupted(run))
    worked = run.done - run.reused
    notes = as_lines(found.findings) + _notes(worked, run.reused, monotonic() - began)
    files = summary.files if request.report is None else [*summary.files, REPORTS]
    notes += what_is_written(request.out, folder, files, _ending(request.report))
    return Outcome(_exit_code(summary, found.findings), summary_text(summary, request.screen), notes)


def _score(run: _Run) -> None:
    """Score what is not scored yet, and write the tables meanwhile.

    Finished results reach the journal even when the run is stopped half way.
    """
    waiting: list[Record] = []
    try:
        for path, result in _worked_out(run):
            _report(path, result, run)
            waiting.append(Record(path, run.setup.fingerprint, result))
            if len(waiting) >= _TOGETHER:
                _keep(run, waiting)
                _write(run)
    finally:
        _keep(run, waiting)
    _write(run)


def _report(path: str, result: Packed, run: _Run) -> None:
    """Write the report that came with a result; where none did, remove the report of an earlier run."""
    if result.report is not None:
        run.folder.write(_report_name(path, run), result.report)
    elif run.setup.report is not None:
        run.folder.remove(_report_name(path, run))


def _keep(run: _Run, waiting: list[Record]) -> None:
    records, waiting[:] = list(waiting), []
    if records:
        run.journal.keep(records)
        run.under_way.difference_update(record.path for record in records)
        run.done += len(records)
        run.advance(len(records))


def _write(run: _Run) -> None:
    """Write to the tables, in the order of the paths, the journal's further results up to the first still missing."""
    start = stop = run.written
    while stop < run.looked_at and run.paths[stop] not in run.under_way:
        stop += 1
    run.written = stop
    with without_collecting():
        run.write(run.journal.results(run.paths[start:stop]))


def _worked_out(run: _Run) -> Iterator[tuple[str, Packed]]:
    request = run.request
    chunks = _chunks(_to_do(run), len(run.paths), request.jobs)
    jobs = workers(request.jobs, len(run.paths))
    crew: Crew[Setup, Packed] = Crew(begin, run.setup, score_all, jobs, request.timeout)
    for path, found in _results(crew, chunks, request.cluster):
        yield path, (_lost(path, found) if isinstance(found, Lost) else found)


def _results(
    crew: Crew[Setup, Packed], chunks: Iterable[Sequence[str]], cluster: str | None
) -> Iterator[tuple[str, Packed | Lost]]:
    if cluster is None:
        return crew.results(chunks)
    return results_of(crew, chunks, cluster)


def _to_do(run: _Run) -> Iterator[str]:
    """The paths to be scored: those whose bytes or setup differ from those of their last result."""
    setup, limit = run.setup.fingerprint, run.setup.asked.reading.max_bytes
    for path in run.paths:
        known = run.journal.known(path, setup)
        scored = known is not None and known == sha256_of(path, limit) and _reported(path, run)
        if not scored:
            run.under_way.add(path)
        run.looked_at += 1
        if not scored:
            yield path
            continue
        run.reused += 1
        run.done += 1
        run.advance(1)


def _reported(path: str, run: _Run) -> bool:
    """Whether no report of the bid is missing: none is asked for, its result came without one, or the file is there."""
    return run.setup.report is None or not run.journal.reported(path) or run.folder.has(_report_name(path, run))


def _chunks(paths: Iterable[str], total: int, jobs: int) -> Iterator[list[str]]:
    """Paths in chunks: small bids together, since handing one over costs more than scoring it; large ones alone."""
    most = min(_CHUNK, max(1, total // (jobs * 4)))
    chunk: list[str] = []
    size = 0
    for path in paths:
        chunk.append(path)
        size += _size(path)
        if len(chunk) >= most or size >= _CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116 - undecodable names stay what they are
    except (OSError, ValueError):
        return 0


def _lost(path: str, lost: Lost) -> Packed:
    return packed(unscored(shown_path(path), "", [lost_finding(path, lost)], lasting=False))


def _common(paths: Sequence[str]) -> str:
    """The folder that all bids are below; reports are named by the bids' paths from there on."""
    return os.path.commonpath([os.path.dirname(os.path.abspath(path)) for path in paths])  # noqa: PTH100, PTH120


def _report_name(path: str, run: _Run) -> str:
    """The report's path below ``reports``, as the bid's below the folder of bids: ``reports/north/bid.xlsx.json``."""
    ending = _ending(run.setup.report)
    folder, name = os.path.split(os.path.relpath(os.path.abspath(path), run.root))  # noqa: PTH100
    return os.path.join(REPORTS, folder, f"{_fitting(name)}{ending}")  # noqa: PTH118


def _ending(report: str | None) -> str:
    return _ENDINGS.get(report or "", f".{report}")


def _fitting(name: str) -> str:
    """The file's name; one too long to take an ending (255 bytes at most) is cut, with a hash at its end."""
    raw = os.fsencode(name)
    if len(raw) <= _LONGEST_NAME:
        return name
    return f"{raw[:180].decode('utf-8', 'ignore')}~{sha256(raw).hexdigest()[:16]}"


def _interrupted(run: _Run) -> str:
    return f"interrupted: {run.done:,} of {len(run.paths):,} bids are done; run the same command to continue\n"


def _notes(worked: int, reused: int, seconds: float) -> str:
    rate = f" ({worked / seconds:,.0f} a second)" if worked and seconds > 0 else ""
    again = f", {reused:,} reused from an earlier run" if reused else ""
    return f"finished: {worked:,} in {seconds:,.1f} s{rate}{again}\n"


def _exit_code(summary: Summary, found: Sequence[Finding]) -> ExitCode:
    unread = any(each.name == "folder-unreadable" for each in found)
    return ExitCode.FINDINGS if summary.failed or summary.with_errors or unread else ExitCode.CLEAN
