"""Owns the judging of a bid: is it in scope, what does each rule find, what of the valuation still stands."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from sv_cli.checks.binding import FIELD, BoundRule, Ready
from sv_cli.checks.case import Case, FactNeeded, Told
from sv_cli.checks.waiving import status_of
from sv_cli.checks.words import pounds
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place, Severity
from sv_cli.model.frameworks import Rule, Scope
from sv_cli.model.judgements import Breach, Judged
from sv_cli.model.valuations import Valuation
from sv_cli.valuation.money import exact


def judged(valuation: Valuation, ready: Ready, today: date) -> Judged:
    """``valuation`` judged by a framework as on ``today``; nothing is waived, and every finding keeps its severity."""
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
    """``valuation`` by no rules at all: what was found in reading and valuing it."""
    return _outcome(valuation, [Breach(each) for each in valuation.findings])


def _by_rules(case: Case, ready: Ready) -> Judged:
    breaches: list[Breach] = []
    passed, not_applied, applied = [], [], []
    for each in ready.rules:
        try:
            if _outside(each.rule.scope, case):
                not_applied.append(each.rule.id)
                continue
            found = [_breach(told, each.rule, case) for told in each.module.judge(each.settings, case)]
        except FactNeeded as needed:
            found = [Breach(_needed(needed, case, f"the rule {each.rule.id!r}", each.rule), each.rule)]
        applied.append(each)
        breaches += found
        if not found:
            passed.append(each.rule.id)
    judges = [each for each in applied if hasattr(each.module, "takes_over")]
    standing = [Breach(_standing(each, judges, case)) for each in case.valuation.findings]
    outcome = _outcome(case.valuation, [*standing, *breaches])
    return replace(outcome, passed=tuple(passed), not_applied=tuple(not_applied))


def _outcome(valuation: Valuation, breaches: list[Breach]) -> Judged:
    status, totals = status_of([each.finding for each in breaches]), valuation.totals
    return Judged(valuation.bid.file, status, tuple(breaches), commitments=totals.commitments, valued=totals.valued)


def _standing(found: Finding, rules: list[BoundRule], case: Case) -> Finding:
    """A finding of reading or valuing; only a note when a rule of the framework judges it in its place."""
    for each in rules:
        if each.module.takes_over(each.settings, found, case):
            return replace(found, severity=Severity.NOTE)
    return found


def _breach(told: Told, rule: Rule, case: Case) -> Breach:
    place = told.place or _bid(case)
    if told.commitment is not None:
        place = case.place(told.commitment, told.about)
    found = finding(told.name, place, **told.fields)
    message = found.message if rule.message is None else filled(rule.message, told)
    return Breach(replace(found, severity=rule.severity, message=message), rule)


def filled(message: str, told: Told) -> str:
    """A rule's own message with its fields; nothing in it but the fields is looked at."""
    return FIELD.sub(lambda match: str(told.fields.get(match[1], match[0])), message)


def _needed(needed: FactNeeded, case: Case, rule: str, by: Rule | None = None) -> Finding:
    found = finding("fact-needed", _bid(case), fact=needed.fact, rule=rule, option=needed.option)
    if by is None or by.severity is Severity.ERROR:
        return found
    return replace(found, severity=by.severity, fatal=False)


def _bid(case: Case) -> Place:
    return Place(file=case.valuation.bid.file)


def _outside(scope: Scope, case: Case) -> tuple[str, str] | None:
    """What puts the contract outside ``scope``, and what the scope is; None when it is within. Raises FactNeeded."""
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
