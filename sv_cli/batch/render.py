"""Owns the rendering of results as tables, in order, and the counting of them for the summary."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from sv_cli.batch.columns import BID_AT, FINDING_AT, Result, Value
from sv_cli.batch.folder import Folder
from sv_cli.batch.rows import is_error, remarked
from sv_cli.batch.tables.formats import FORMATS, tables
from sv_cli.findings.catalogue import BY_CODE, finding
from sv_cli.findings.finding import Place
from sv_cli.model.summaries import Failure, Summary

_SUMS = {
    "commitments": "commitments",
    "valued": "valued",
    "gross": "gross",
    "net": "net",
    "present": "present_value",
}
MOST_FAILURES = 10
"""Bids without a figure that a summary names."""
_BLOCK = 4_000  # bids and lines


@contextmanager
def rendering(folder: Folder, formats: Sequence[str], summary: Summary) -> Iterator[Callable[[Iterable[Result]], None]]:
    """Gives a function that writes results into tables in ``folder``, in their order, and counts them in ``summary``.

    The files get their names at the end, all of them or, after an error, none; raises OSError.
    """
    first: dict[str, str] = {}
    with folder.staging() as staged:
        with tables(staged, formats) as write:
            blocks = _Blocks(write, summary)
            yield lambda results: blocks.add(_with_twin(result, first) for result in results)
            blocks.end()
        summary.files = [file for name in dict.fromkeys(formats) for file in FORMATS[name].files]
        folder.place(staged, summary.files)


class _Blocks:
    """Collects results into blocks of some thousand lines, in which each distinct cell is converted once.

    The end of a block depends on its contents alone, not on when results come, so that the files are always the same.
    """

    def __init__(self, write: Callable[[list[Result]], object], summary: Summary) -> None:
        self._write = write
        self._summary = summary
        self._block: list[Result] = []
        self._size = 0

    def add(self, results: Iterable[Result]) -> None:
        """Add ``results``, and write every block that they fill."""
        for result in results:
            self._block.append(result)
            self._size += 1 + len(result.lines)
            if self._size >= _BLOCK:
                self.end()

    def end(self) -> None:
        """Write and count the results of the block so far."""
        if self._block:
            self._write(self._block)
        for each in self._block:
            _count(each, self._summary)
        self._block, self._size = [], 0


def _with_twin(result: Result, first: dict[str, str]) -> Result:
    """``result``, with a warning when an earlier file had the same bytes; ``first`` maps a hash to its first file."""
    if not result.sha256:
        return result
    file = str(result.bid[BID_AT["file"]])
    earlier = first.setdefault(result.sha256, file)
    return result if earlier == file else remarked(result, [finding("same-content", Place(file=file), other=earlier)])


def _count(result: Result, summary: Summary) -> None:
    bid = result.bid
    summary.bids += 1
    summary.scored += bool(bid[BID_AT["scored"]])
    summary.with_errors += bool(bid[BID_AT["scored"]]) and _whole(bid[BID_AT["errors"]]) > 0
    for name, column in _SUMS.items():
        setattr(summary, name, getattr(summary, name) + _whole(bid[BID_AT[column]]))
    for each in result.findings:
        severity, code = str(each[FINDING_AT["severity"]]), str(each[FINDING_AT["code"]])
        summary.severities[severity] = summary.severities.get(severity, 0) + 1
        summary.codes[code] = summary.codes.get(code, 0) + 1
    if not bid[BID_AT["scored"]] and len(summary.failures) < MOST_FAILURES:
        summary.failures.append(_failure(result))


def _failure(result: Result) -> Failure:
    """Why a bid is not scored: its first fatal finding, else its first error."""
    severity, code = FINDING_AT["severity"], FINDING_AT["code"]
    errors = [each for each in result.findings if is_error(each[severity])]
    worst = next((each for each in errors if BY_CODE[str(each[code])].fatal), next(iter(errors), None))
    said = ("", "") if worst is None else (str(worst[code]), str(worst[FINDING_AT["message"]]))
    return Failure(str(result.bid[BID_AT["file"]]), *said)


def _whole(value: Value) -> int:
    return 0 if value is None else int(value)
