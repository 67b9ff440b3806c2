"""Owns the public Python API, which `sv_cli` itself offers: bids scored from a program or a notebook.

    >>> import sv_cli
    >>> valuation = sv_cli.score("samples/food-bank.xlsx")
    >>> valuation.totals.commitments == len(valuation.lines)
    True

Names, arguments and the errors raised are stable: a change of meaning is a new major version.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self, TypedDict, Unpack

from msgspec import Struct

from sv_cli.batch.lost import Lost, lost_finding
from sv_cli.commands.arguments import checked
from sv_cli.commands.bids import valuation_of
from sv_cli.commands.outcome import Refused
from sv_cli.commands.parts import Request, library_for, valuer_for
from sv_cli.commands.reading import read_options
from sv_cli.findings.finding import Finding
from sv_cli.model import figures
from sv_cli.model import valuations as model
from sv_cli.model.bids import Contract
from sv_cli.valuation.value import Valuer

if TYPE_CHECKING:
    import pandas as pd


class SvError(Exception):
    """There is no figure to trust; ``findings`` say why, each with its code, its place and what to do."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(f"{each.place}: {each.code} {each.name}: {each.message}" for each in findings))

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[Finding, ...]]]:
        return type(self), (self.findings,)


class BidError(SvError):
    """The bid cannot be read: no file, no spreadsheet, no table of commitments."""


class LibraryError(SvError):
    """The library or an overlay of it cannot be used."""


class MethodError(SvError):
    """There is no such method, or its price index has no such year."""


class Options(TypedDict, total=False):
    """What decides a figure besides the bid and the library; all of it may be left out.

    ``method`` and ``price_year`` ("2025" or "2025/26") are the library's own where they are not given. The facts
    of the contract win over the bid's own: ``contract_value`` in pounds, ``start``, ``years`` (its length), ``place``
    (a region, country or ONS code). ``sheets`` names the only sheets to read; ``columns`` maps a field to its heading;
    ``date_order`` ("dmy" or "mdy") settles dates such as 03/04/26; ``limits`` raises the reader's limits ("rows", …).
    """

    method: str | None
    price_year: str | None
    contract_value: Decimal | float | str | None
    start: date | None
    years: Decimal | float | str | None
    place: str | None
    sheets: Sequence[str]
    columns: Mapping[str, str]
    date_order: str | None
    limits: Mapping[str, int]


class Library:
    """The library of proxies, with overlays laid over it; made once and used for any number of bids."""

    def __init__(self, linked: figures.Library, overlays: tuple[Path, ...]) -> None:
        self._linked = linked
        self._overlays = overlays
        self._valuers: dict[tuple[str | None, str | None], Valuer] = {}

    @classmethod
    def load(cls, *overlays: str | os.PathLike[str]) -> Self:
        """The library that ships, with each overlay (a YAML file or a folder of them) over the ones before.

        Raises LibraryError.
        """
        paths = tuple(Path(each) for each in overlays)
        try:
            return cls(library_for(Request(paths)), paths)
        except Refused as refused:
            raise LibraryError(refused.findings) from None

    @property
    def overlays(self) -> tuple[Path, ...]:
        """The overlays, from the lowest to the uppermost."""
        return self._overlays

    @property
    def layers(self) -> tuple[figures.LibraryLayer, ...]:
        """Name, version and hash of the shipped library and of every overlay, from the lowest to the uppermost."""
        return self._linked.layers

    @property
    def proxies(self) -> Mapping[str, figures.Proxy]:
        """All proxies by id; read-only."""
        return MappingProxyType(self._linked.proxies)

    @property
    def methods(self) -> tuple[str, ...]:
        """The names of the methods of valuing."""
        return tuple(sorted(self._linked.methods))

    def valuer(self, request: Request) -> Valuer:
        """The valuer for the request's method and price year, made once; raises MethodError."""
        key = (request.method, request.price_year)
        if key not in self._valuers:
            try:
                self._valuers[key] = valuer_for(request, self._linked)
            except Refused as refused:
                raise MethodError(refused.findings) from None
        return self._valuers[key]

    def __repr__(self) -> str:
        names = ", ".join(f"{layer.name} {layer.version}" for layer in self.layers)
        return f"<Library {names}: {len(self.proxies):,} proxies>"


class Valuation(model.Valuation, frozen=True):
    """A bid with its value: all that `sv score --format json` says, as records, a data frame, or HTML.

    Amounts are in pounds of ``price_year``.
    """

    def to_frame(self) -> "pd.DataFrame":
        """One row a commitment as a pandas data frame, with the columns of the JSON contract's lines."""
        from sv_cli.frame.frames import lines_frame  # noqa: PLC0415 - pandas takes half a second

        return lines_frame([self])

    def findings_frame(self) -> "pd.DataFrame":
        """One row a finding as a pandas data frame."""
        from sv_cli.frame.frames import findings_frame  # noqa: PLC0415 - as above

        return findings_frame([self])

    def to_dict(self) -> dict[str, Any]:
        """The JSON contract ``sv.valuation/1`` as plain data."""
        from sv_cli.reports.json import as_data  # noqa: PLC0415 - not on the way to a figure

        return as_data(self)

    def _repr_html_(self) -> str:
        from sv_cli.reports.notebook import render  # noqa: PLC0415 - only in a notebook

        return render(self)

    def __repr__(self) -> str:
        totals = self.totals
        return (
            f"<Valuation of {self.bid.file!r}: present value £{totals.present:,.2f} "
            f"from {totals.valued} of {totals.commitments} commitments, {len(self.findings)} findings>"
        )


class Scored(Struct, frozen=True):
    """What became of one bid of many: its valuation, or None with the findings that say why there is none."""

    path: str
    valuation: Valuation | None
    findings: tuple[Finding, ...]


def score(path: str | os.PathLike[str], library: Library | None = None, **options: Unpack[Options]) -> Valuation:
    """Value the bid in the file at ``path``; `Options` lists the ``options``. ``library`` is the shipped one if None.

    Raises BidError when it cannot be read, MethodError for an unknown method or price year, and ValueError or
    TypeError for an option that makes no sense, such as a length of 0 years. A commitment that cannot be valued is no
    error: its line has no value, and a finding says why.
    """
    request = _request(library, options)
    outcome = _scored(os.fspath(path), request, (library or _shipped()).valuer(request))
    if outcome.valuation is None:
        raise BidError(outcome.findings)
    return outcome.valuation


def score_many(
    paths: Iterable[str | os.PathLike[str]],
    library: Library | None = None,
    *,
    jobs: int = 1,
    timeout: float = 60.0,
    **options: Unpack[Options],
) -> Iterator[Scored]:
    """Value many bids, one outcome for each path, in the order of ``paths``; a bad bid stops nothing.

    With ``jobs`` above 1 that many processes work at once, and a bid that takes longer than ``timeout`` seconds or
    whose process dies is an outcome without a valuation. A script that does so needs the usual
    ``if __name__ == "__main__":``. For tables of very many bids use `sv batch`, which goes on where it was stopped.
    Raises MethodError and LibraryError at once, and ValueError or TypeError as `score` does; during the iteration,
    OSError where the system starts no processes.
    """
    if isinstance(paths, str | bytes | os.PathLike):
        raise TypeError(f"paths: {paths!r} is one path; score takes it, or a list of it")
    if not isinstance(paths, Iterable):
        raise TypeError(f"paths: {paths!r} is not a list of paths")
    if type(jobs) is not int or jobs < 1:
        raise ValueError(f"jobs: {jobs!r} is not a number of processes")
    if isinstance(timeout, bool) or not isinstance(timeout, int | float):
        raise TypeError(f"timeout: {timeout!r} is not a number of seconds")
    if not timeout > 0:
        raise ValueError(f"timeout: {timeout!r} is not a number of seconds above zero")
    request = _request(library, options)
    valuer = (library or _shipped()).valuer(request)
    if jobs == 1:
        return (_scored(os.fspath(path), request, valuer) for path in paths)
    return _in_processes([os.fspath(path) for path in paths], request, jobs, timeout)


def _scored(path: str, request: Request, using: Valuer) -> Scored:
    try:
        found = valuation_of(Path(path), request, using)
    except Refused as refused:
        return Scored(path, None, refused.findings)
    own = Valuation(**{name: getattr(found, name) for name in found.__struct_fields__})
    return Scored(path, own, own.findings)


def _in_processes(paths: Sequence[str], request: Request, jobs: int, timeout: float) -> Iterator[Scored]:
    """Outcomes in the order of ``paths``; those that come in early wait for the ones before them."""
    from sv_cli.batch.local import Crew, workers  # noqa: PLC0415 - worker processes are for many bids

    chunks = ([f"{n} {path}" for n, path in four] for four in _in_fours(enumerate(paths)))
    early: dict[int, Scored] = {}
    following = 0
    crew: Crew[Request, Scored] = Crew(_begin, request, _work, workers(jobs, len(paths)), timeout)
    for task, found in crew.results(chunks):
        number, _, path = task.partition(" ")
        early[int(number)] = Scored(path, None, (lost_finding(path, found),)) if isinstance(found, Lost) else found
        while following in early:
            yield early.pop(following)
            following += 1


def _in_fours(paths: Iterable[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    remaining = iter(paths)
    while chunk := list(islice(remaining, 4)):
        yield chunk


_worker: list[tuple[Request, Valuer]] = []  # in a worker process: what `_begin` has made ready for `_work`


def _begin(request: Request) -> None:
    _worker[:] = [(request, valuer_for(request, library_for(request)))]


def _work(tasks: Sequence[str]) -> list[Scored]:
    """The outcomes of tasks such as ``3 bids/a.xlsx``: the path's number in the list, and the path."""
    request, using = _worker[0]
    return [_scored(task.partition(" ")[2], request, using) for task in tasks]


def _request(library: Library | None, options: Mapping[str, Any]) -> Request:
    if not isinstance(library, Library | None):
        raise TypeError(f"library: {library!r} is not a Library; use Library.load to make one")
    given = checked(options)
    facts = {"value": "contract_value", "start": "start", "years": "years", "place": "place"}
    known: dict[str, Any] = {name: given[option] for name, option in facts.items() if option in given}
    reading = read_options(
        None,
        given.get("sheets", ()),
        given.get("columns", {}),
        given.get("date_order"),
        given.get("limits", {}),
        known,
    )
    overlays = library.overlays if library else ()
    return Request(overlays, given.get("method"), given.get("price_year"), Contract(**known), reading)


@lru_cache(maxsize=1)
def _shipped() -> Library:
    return Library.load()
