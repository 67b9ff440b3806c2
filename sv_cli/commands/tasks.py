"""Owns the scoring of one bid of many in a worker: a pure function of the bid's bytes and the setup.

A worker builds the library once, from the setup, and keeps it for all the bids that it is given.
"""

import hashlib
from collections.abc import Iterable, Sequence

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from sv_cli import __version__
from sv_cli.batch.columns import Packed, Result, packed
from sv_cli.batch.discover import shown_path
from sv_cli.batch.program import program_state
from sv_cli.batch.rows import scored, unscored
from sv_cli.batch.sources import StoreError, read_source
from sv_cli.bids.read import read_data, without_collecting
from sv_cli.bids.sheets.grid import UnreadableError
from sv_cli.commands.bids import valued
from sv_cli.commands.parts import Request, library_for, valuer_for
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Place
from sv_cli.model.figures import Library
from sv_cli.model.valuations import Valuation
from sv_cli.reports.formats import renderer
from sv_cli.reports.screen import Screen
from sv_cli.valuation.value import Valuer

_MOST_UNIT_VALUES = 200_000


class Setup(Struct, frozen=True):
    """All that decides a result besides the bid's bytes: the request, the library's hashes, the report's format."""

    asked: Request
    library: tuple[str, ...]
    report: str | None = None

    @property
    def fingerprint(self) -> str:
        """A hash that changes with anything that can change a result, the program's own files included."""
        asked = self.asked
        parts = (
            __version__, program_state(), self.library, self.report, asked.method, asked.price_year,
            {name: str(getattr(asked.contract, name)) for name in ("supplier", "value", "start", "years", "place")},
            {name: str(getattr(asked.reading, name)) for name in asked.reading.__struct_fields__},
        )  # fmt: skip
        return hashlib.sha256(msgspec.msgpack.encode(parts)).hexdigest()


def setup_for(asked: Request, library: Library, report: str | None = None) -> Setup:
    """The setup of a run that scores with ``library``."""
    return Setup(asked, tuple(layer.sha256 for layer in library.layers), report)


class Scorer:
    """What a worker keeps: the setup, and the library and valuer made from it. Raises Refused where these cannot be."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._library = library_for(setup.asked)
        self._valuer = valuer_for(setup.asked, self._library)

    def score(self, path: str) -> Result:
        """The result of one bid; whatever goes wrong is in its findings, but for StoreError, which ends the run."""
        file = shown_path(path)
        if setup_for(self._setup.asked, self._library).library != self._setup.library:
            return unscored(file, "", (finding("library-changed", Place(file=file)),), lasting=False)
        try:
            with without_collecting():
                return _result(path, file, self._setup, self._fresh())
        except StoreError:
            raise  # the store's other bids would fail too, each after a long wait
        except Exception as error:  # noqa: BLE001 - one bid's fault must not stop the others
            said = f"{type(error).__name__}: {error}"[:300].encode("utf-8", "backslashreplace").decode()
            return unscored(file, "", (finding("bid-failed-inside", Place(file=file), error=said),), lasting=False)

    def _fresh(self) -> Valuer:
        """The valuer, made anew when it remembers more than _MOST_UNIT_VALUES, so that memory stays bounded."""
        if len(self._valuer.unit_values) > _MOST_UNIT_VALUES:
            self._valuer = valuer_for(self._setup.asked, self._library)
        return self._valuer


def _result(path: str, file: str, setup: Setup, using: Valuer) -> Result:
    try:
        data = read_source(path, setup.asked.reading.max_bytes)
    except UnreadableError as error:
        return unscored(file, "", (finding(error.name, Place(file=file), **error.fields),), lasting=False)
    reading = read_data(data, file, using.library.vocabulary, setup.asked.reading)
    if reading.bid is None:
        return unscored(file, hashlib.sha256(data).hexdigest(), reading.findings, lasting=True)
    valuation = valued(reading, setup.asked, using)
    result = scored(valuation)
    return result if setup.report is None else replace(result, report=_report(valuation, setup.report))


def _report(valuation: Valuation, name: str) -> bytes:
    report: str | bytes | Iterable[str] = renderer(name)(valuation, Screen())
    return report if isinstance(report, bytes) else "".join(report).encode("utf-8", "backslashreplace")


_scorer: list[Scorer] = []


def begin(setup: Setup) -> None:
    """Make this process a worker for ``setup``."""
    _scorer[:] = [Scorer(setup)]


def score_all(paths: Sequence[str]) -> list[Packed]:
    """The results of ``paths``, in their order; `begin` has to be called first."""
    return [packed(_scorer[0].score(path)) for path in paths]
