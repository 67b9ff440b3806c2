"""Owns `sv check`: bids are checked against a framework, a buyer's targets, or both."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from sv_cli.batch.discover import discover
from sv_cli.checks.binding import Ready
from sv_cli.checks.case import Case, Ground
from sv_cli.checks.judging import judged, unruled
from sv_cli.checks.reaching import reached, target_faults
from sv_cli.checks.selecting import Selecting
from sv_cli.checks.waiving import narrowed, restated, unknown_names, unused, waived
from sv_cli.commands.bids import valuation_of
from sv_cli.commands.frameworks import ready_framework
from sv_cli.commands.outcome import ExitCode, Outcome, Refused, refusable, unusable
from sv_cli.commands.parts import Request, library_for, valuer_for
from sv_cli.commands.written import Destination, delivered, require_free
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place, Severity
from sv_cli.library.targets import Target, load_targets
from sv_cli.library.waivers import Waiver, load_waivers
from sv_cli.model.judgements import Breach, Checked, Judged
from sv_cli.reports.formats import CHECK, renderer
from sv_cli.reports.screen import Screen
from sv_cli.valuation.problem import Problem
from sv_cli.valuation.timing import year_of
from sv_cli.valuation.unit_value import Context
from sv_cli.valuation.value import Valuer


class CheckRequest(Struct, frozen=True):
    """The bids (files, folders, patterns), what they are checked against, and from which severity on a bid fails.

    ``fails`` is None when nothing fails; ``today`` is the day on which waivers run out and reviews are due.
    """

    bids: tuple[str, ...]
    framework: str | None
    asked: Request
    destination: Destination
    screen: Screen
    today: date
    fails: Severity | None = Severity.ERROR
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    waivers: Path | None = None
    targets: Path | None = None


class _Against(Struct, frozen=True):
    """What all bids of a run are checked against."""

    using: Valuer
    ready: Ready | None
    selecting: Selecting
    targets: tuple[Target, ...]
    waivers: tuple[Waiver, ...]


@refusable
def check(request: CheckRequest) -> Outcome:
    """Judge every bid and render the report. One bid that cannot be read stops none of the others."""
    against = _against(request)
    found = discover(request.bids)
    if not found.paths:
        looked = f"looked at {', '.join(request.bids)}"
        return unusable((*found.findings, finding("no-bids", Place(), looked=looked)))
    inputs = tuple(Path(each) for each in found.paths)
    require_free(request.destination.path, force=request.destination.force, inputs=inputs)
    bids: list[Judged] = []
    used: set[Waiver] = set()
    for path in found.paths:
        bid, mine = waived(_judged(Path(path), against, request), against.waivers, request.today)
        bids.append(bid)
        used |= mine
    framework = against.ready.framework if against.ready else None
    findings = (*found.findings, *unused(against.waivers, used), *_superseded(against.ready))
    checked = Checked(framework, tuple(bids), request.today, request.fails, findings)
    text = renderer(request.destination.format_name, CHECK)(checked, request.screen)
    return delivered(text, request.destination, _exit_code(checked), inputs=inputs)


def _against(request: CheckRequest) -> _Against:
    """Load the library, framework, waivers and targets, and check that they fit each other; raises Refused."""
    library = library_for(request.asked)
    ready = None if request.framework is None else ready_framework(request.framework, request.asked, library)
    selecting = ready.selecting if ready else Selecting(library)
    names = list(unknown_names((*request.select, *request.ignore), ready.framework if ready else None))
    place = Place(file="--select, --ignore")
    _stop([finding("no-such-rule", place, name=name[:80], nearest=nearest) for name, nearest in names])
    waivers, findings = load_waivers(request.waivers) if request.waivers else ((), [])
    targets, faults = load_targets(request.targets) if request.targets else ((), [])
    _stop([*findings, *faults, *target_faults(targets, Ground(selecting))])
    unknown = [
        finding("no-such-rule", Place(file=each.file, row=each.line), name=each.rule[:80], nearest=nearest)
        for each in waivers
        for _, nearest in unknown_names([each.rule], ready.framework if ready else None)
    ]
    _stop(unknown)
    return _Against(valuer_for(request.asked, library), ready, selecting, targets, waivers)


def _stop(findings: tuple[Finding, ...] | list[Finding]) -> None:
    if findings:
        raise Refused(tuple(findings))


def _judged(path: Path, against: _Against, request: CheckRequest) -> Judged:
    """One bid, judged, without the findings that `--select` and `--ignore` leave out."""
    try:
        valuation = valuation_of(path, request.asked, against.using)
    except Refused as refused:
        return Judged(str(path), "not judged", tuple(Breach(each) for each in refused.findings))
    bid = unruled(valuation) if against.ready is None else judged(valuation, against.ready, request.today)
    if against.targets:
        case = Case(valuation, against.selecting, request.today)
        results, breaches = reached(against.targets, case, _worth(case, against.using))
        bid = replace(restated(bid, [*bid.breaches, *breaches]), reached=results)
    return narrowed(bid, request.select, request.ignore)


def _worth(case: Case, using: Valuer) -> Callable[[str], Decimal | None]:
    """A function from a proxy's id to the present value (£) of one unit in the contract's first year, or None."""

    def worth(proxy: str) -> Decimal | None:
        try:
            return using.unit_values.of(Context(proxy, year_of(0, case.contract.start))).present
        except Problem:
            return None

    return worth


def _superseded(ready: Ready | None) -> list[Finding]:
    if ready is None or ready.framework.superseded_by is None:
        return []
    about = ready.framework
    return [finding("framework-superseded", Place(file=about.file), framework=about.id, by=about.superseded_by)]


def _exit_code(checked: Checked) -> ExitCode:
    """3 when a bid could not be judged, 1 when one has a finding that fails it, 0 otherwise."""
    if any(bid.status == "not judged" for bid in checked.bids):
        return ExitCode.UNUSABLE
    failed = any(checked.failing(each) for bid in checked.bids for each in bid.breaches)
    return ExitCode.FINDINGS if failed else ExitCode.CLEAN
