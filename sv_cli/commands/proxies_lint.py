"""Owns `sv proxies lint`: the lint rules, and two checks that need more than the library: unit values, and samples."""

import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from sv_cli.batch.discover import SUFFIXES
from sv_cli.bids.read import read_bid
from sv_cli.commands.outcome import ExitCode, Outcome, Refused, exit_code_of
from sv_cli.commands.parts import Request, valuer_for
from sv_cli.commands.proxies import unit_value_now
from sv_cli.commands.written import Destination, delivered
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place, Severity
from sv_cli.library.find import shipped_folder
from sv_cli.library.lint.run import Linting, in_order, lint
from sv_cli.model.figures import Library
from sv_cli.reports.formats import LINT, renderer
from sv_cli.reports.screen import Screen
from sv_cli.reports.words import money
from sv_cli.valuation.problem import Problem
from sv_cli.valuation.resolve import References, references_of, resolved
from sv_cli.valuation.value import Valuer

_MEANT_TO_FAIL = "bad"


class LintRequest(Struct, frozen=True):
    """The libraries to lint (none: the shipped one), the day, and the least severity that fails (None: none)."""

    paths: tuple[Path, ...]
    today: date
    destination: Destination
    screen: Screen
    fails: Severity | None = Severity.ERROR


def lint_proxies(request: LintRequest) -> Outcome:
    """The findings of every rule. Exit 1 when one is as severe as ``fails``, 3 when the library does not load."""
    linting = lint(request.paths, request.today)
    if linting.library is not None:
        more = [*_unvalued(linting.library, linting), *_dead_in_samples(linting.library, request.paths)]
        linting = replace(linting, findings=tuple(in_order([*linting.findings, *more])))
    linting = replace(linting, findings=tuple(_relative(each) for each in linting.findings))
    text = renderer(request.destination.format_name, LINT)(linting, request.screen)
    return delivered(text, request.destination, _exit_code(linting, request.fails))


def _exit_code(linting: Linting, fails: Severity | None) -> ExitCode:
    if linting.library is None:
        return exit_code_of(linting.findings)
    failed = fails is not None and any(each.severity.reaches(fails) for each in linting.findings)
    return ExitCode.FINDINGS if failed else ExitCode.CLEAN


def _unvalued(library: Library, linting: Linting) -> Iterator[Finding]:
    """Findings on proxies without a value above £0, by the default method and in the default price year."""
    try:
        using = valuer_for(Request(), library)
    except Refused as refused:
        yield from refused.findings
        return
    for key in sorted(linting.proxies):
        yield from _value_findings(key, library, using)


def _value_findings(key: str, library: Library, using: Valuer) -> Iterator[Finding]:
    proxy = library.proxies[key]
    place = Place(file=proxy.origin, row=proxy.line)
    value = unit_value_now(proxy, using)
    if isinstance(value, Problem):
        said = finding(value.name, place, **value.fields).message
        year, method = using.unit_values.price_year, using.method.id
        yield finding("no-unit-value", place, proxy=key, year=year, method=method, problem=said)
    elif value.gross <= 0:
        yield finding("worth-nothing", place, proxy=key, value=money(value.gross))


def _dead_in_samples(library: Library, paths: Sequence[Path]) -> Iterator[Finding]:
    """Findings on references in the samples beside the shipped library that it does not have.

    Samples called `bad…` are meant to fail. With ``paths`` to lint, no samples are looked at.
    """
    folder = shipped_folder().parent / "samples"
    if paths or not folder.is_dir():
        return
    references = references_of(library)
    for path in sorted(folder.iterdir()):
        if path.suffix in SUFFIXES and not path.name.startswith(_MEANT_TO_FAIL):
            yield from _dead_references(path, library, references)


def _dead_references(path: Path, library: Library, references: References) -> Iterator[Finding]:
    bid = read_bid(path, library.vocabulary).bid
    for commitment in bid.commitments if bid else ():
        try:
            resolved(commitment, references)
        except Problem as problem:
            if problem.name == "unknown-reference":
                place = Place(file=str(path), sheet=commitment.sheet, row=commitment.row)
                yield finding("sample-dead-reference", place, **problem.fields)


def _relative(found: Finding) -> Finding:
    """The finding with its file's path relative to the current folder, as editors and CI name it."""
    path = Path(found.place.file)
    if not path.is_absolute():
        return found
    try:
        return replace(found, place=replace(found.place, file=str(path.relative_to(os.getcwd()))))  # noqa: PTH109
    except (ValueError, OSError):
        return found
