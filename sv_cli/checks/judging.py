"""Owns the judging of a bid: whether it is in scope, what breaks each rule, and which other findings remain."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from sv_cli.checks.binding import FIELD, BoundRule, Ready
from sv_cli.checks.case import Case, FactNeeded, Violation
from sv_cli.checks.waiving import status_of
from sv_cli.checks.words import pounds
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place, Severity
from sv_cli.model.frameworks import Rule, Scope
from sv_cli.model.judgements import Breach, Judged
from sv_cli.model.valuations import Valuation
from sv_cli.valuation.money import exact


def judged(valuation: Valuation, ready: Ready, today: date) -> Judged:
    """``valuation`` judged by a framework as on ``today``, before waivers.

    A fact of the contract that a scope or a rule needs and that is not stated is a finding.
    """
    case = Case(valuation, ready.selecting, today)
    with exact():
        try:
            outside = _outside(ready.framework.scope, case)
        except FactNeeded as needed:
            need = _needed(needed, case, "whether the framework applies")
            return _outcome(valuation, [Breach(each) for each in (*valuation.findings, need)])
        if outside:
            note = finding("out-of-scope", _bid(case), found=outside[0], wanted=outside[1])
            everything = tuple(rule.rule.id for rule in ready.rules)
            return replace(_outcome(valuation, [Breach(note)]), status="out of scope", not_applied=everything)
        return _by_rules(case, ready)


def unruled(valuation: Valuation) -> Judged:
    """``valuation`` judged without a framework, by the findings of reading and valuing alone."""
    return _outcome(valuation, [Breach(each) for each in valuation.findings])


def _by_rules(case: Case, ready: Ready) -> Judged:
    breaches: list[Breach] = []
    passed, not_applied, applied = [], [], []
    for each in ready.rules:
        try:
            if _outside(each.rule.scope, case):
                not_applied.append(each.rule.id)
                continue
            found = [_breach(violation, each.rule, case) for violation in each.module.judge(each.settings, case)]
        except FactNeeded as needed:
            found = [Breach(_needed(needed, case, f"the rule {each.rule.id!r}", each.rule), each.rule)]
        applied.append(each)
        breaches += found
        if not found:
            passed.append(each.rule.id)
    judges = [each for each in applied if hasattr(each.module, "takes_over")]
    others = [Breach(_noted(each, judges, case)) for each in case.valuation.findings]
    outcome = _outcome(case.valuation, [*others, *breaches])
    return replace(outcome, passed=tuple(passed), not_applied=tuple(not_applied))


def _outcome(valuation: Valuation, breaches: list[Breach]) -> Judged:
    status, totals = status_of([each.finding for each in breaches]), valuation.totals
    return Judged(valuation.bid.file, status, tuple(breaches), commitments=totals.commitments, valued=totals.valued)


def _noted(found: Finding, rules: list[BoundRule], case: Case) -> Finding:
    """A finding of reading or valuing; made a note when one of ``rules`` takes it over."""
    for each in rules:
        if each.module.takes_over(each.settings, found, case):
            return replace(found, severity=Severity.NOTE)
    return found


def _breach(violation: Violation, rule: Rule, case: Case) -> Breach:
    place = violation.place or _bid(case)
    if violation.commitment is not None:
        place = case.place(violation.commitment, violation.about)
    found = finding(violation.name, place, **violation.fields)
    message = found.message if rule.message is None else filled(rule.message, violation)
    return Breach(replace(found, severity=rule.severity, message=message), rule)


def filled(message: str, violation: Violation) -> str:
    """A rule's own message with its fields filled in; not by str.format, which would reach into Python."""
    return FIELD.sub(lambda match: str(violation.fields.get(match[1], match[0])), message)


def _needed(needed: FactNeeded, case: Case, rule: str, by: Rule | None = None) -> Finding:
    found = finding("fact-needed", _bid(case), fact=needed.fact, rule=rule, option=needed.option)
    if by is None or by.severity is Severity.ERROR:
        return found
    return replace(found, severity=by.severity, fatal=False)


def _bid(case: Case) -> Place:
    return Place(file=case.valuation.bid.file)


def _outside(scope: Scope, case: Case) -> tuple[str, str] | None:
    """Why the contract is outside ``scope``, and what that is, in words; None if it is within. Raises FactNeeded."""
    return next(_reasons(scope, case), None)


def _reasons(scope: Scope, case: Case) -> Iterator[tuple[str, str]]:
    if (scope.from_value, scope.above_value, scope.below_value) != (None, None, None):
        value = case.contract_value()
        found = f"the contract is worth {pounds(value)}"
        for limit, outside, wanted in _money_limits(scope, value):
            if outside:
                yield found, f"contracts {wanted} {pounds(limit)}"
    if (scope.from_start, scope.before_start) != (None, None):
        start = case.contract_start()
        if scope.from_start is not None and start < scope.from_start:
            yield f"the contract starts on {start.isoformat()}", f"contracts from {scope.from_start.isoformat()}"
        if scope.before_start is not None and start >= scope.before_start:
            yield f"the contract starts on {start.isoformat()}", f"contracts before {scope.before_start.isoformat()}"


def _money_limits(scope: Scope, value: Decimal) -> Iterator[tuple[Decimal, bool, str]]:
    if scope.from_value is not None:
        yield scope.from_value, value < scope.from_value, "of at least"
    if scope.above_value is not None:
        yield scope.above_value, value <= scope.above_value, "above"
    if scope.below_value is not None:
        yield scope.below_value, value >= scope.below_value, "below"
