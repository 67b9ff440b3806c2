"""Owns how far a bid reaches a buyer's targets: promised against wanted, and the gap, in units and in pounds.

A missing unit is worth what a promised one is worth on average; where nothing is promised, what a unit of the target's
own proxy is worth.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from sv_cli.checks.case import Case, Ground
from sv_cli.checks.words import called, pounds
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.library.complaints import bad
from sv_cli.library.targets import Target
from sv_cli.model.judgements import MET, MISSED, PART_MET, Breach, Reached
from sv_cli.model.valuations import Line
from sv_cli.valuation.money import ZERO, exact
from sv_cli.valuation.money import pounds as to_pence
from sv_cli.valuation.noting import place_in

Worth = Callable[[str], Decimal | None]


def target_faults(targets: Sequence[Target], ground: Ground) -> list[Finding]:
    """Findings on targets that name what the library does not have, or whose measures have no common unit."""
    return [bad(each.id, problem, each.file, each.line) for each in targets for problem in _problems(each, ground)]


def _problems(target: Target, ground: Ground) -> Iterator[str]:
    wrong = [problem for _, problem in ground.selecting.faults(target.of)][:1]
    yield from wrong
    library = ground.library
    if target.valued_as is not None and target.valued_as not in library.proxies:
        yield f"there is no proxy {target.valued_as!r} in the library"
    elif target.unit is not None and target.unit not in library.vocabulary.units:
        yield f"{target.unit!r} is not a unit"
    elif not wrong and target.quantity is not None and _unit(target, ground) is None:
        yield "its measures count in different units; give the unit for the target"


def reached(targets: Sequence[Target], case: Case, worth: Worth) -> tuple[tuple[Reached, ...], list[Breach]]:
    """Each target's result, and breaches: targets missed or met in part, commitments that cannot be counted.

    ``worth`` gives the present value in pounds of one unit of a proxy, None if it has none.
    """
    results, breaches = [], []
    with exact():
        for target in targets:
            lines, odd = _countable(target, case)
            result = _reach(target, lines, case, worth)
            results.append(result)
            breaches += [Breach(_not_countable(target, line, case), target=target.id) for line in odd]
            breaches += [Breach(each, target=target.id) for each in _findings(result, case)]
    return tuple(results), breaches


def _reach(target: Target, lines: Sequence[Line], case: Case, worth: Worth) -> Reached:
    unit = _unit(target, case)
    promised = sum((_quantity(line, unit, case) for line in lines), ZERO) if unit else None
    value = sum((line.present or ZERO for line in lines), ZERO)
    gap = None if target.quantity is None or promised is None else max(target.quantity - promised, ZERO)
    gap_value = None if target.value is None else max(target.value - value, ZERO)
    if gap_value is None and gap is not None:
        each = _unit_worth(target, unit, promised or ZERO, value, case, worth) if gap else ZERO
        gap_value = None if each is None else to_pence(gap * each)
    return Reached(
        id=target.id,
        title=target.title,
        status=_status(target, lines, gap, gap_value),
        unit=unit,
        counted_in=case.library.vocabulary.units[unit].many if unit else "",
        wanted=target.quantity,
        promised=promised,
        gap=gap,
        wanted_value=target.value,
        promised_value=value,
        gap_value=gap_value,
        rows=tuple(line.commitment.row for line in lines),
    )


def _status(target: Target, lines: Sequence[Line], gap: Decimal | None, gap_value: Decimal | None) -> str:
    if not lines:
        return MISSED
    short = bool(gap) or (target.value is not None and bool(gap_value))
    return PART_MET if short else MET


def _unit_worth(
    target: Target, unit: str | None, promised: Decimal, value: Decimal, case: Case, worth: Worth
) -> Decimal | None:
    """The present value (£) of one missing unit, in the target's unit; None when it cannot be known."""
    if promised:
        return value / promised
    named = case.selecting.proxies(target.of)
    proxy = target.valued_as or (min(named) if len(named) == 1 else None)
    each = None if proxy is None else worth(proxy)
    if proxy is None or each is None or unit is None:
        return None
    own = case.library.proxies[proxy].unit
    return each * case.converted(Decimal(1), unit, own) if case.alike(unit, own) else None


def _countable(target: Target, case: Case) -> tuple[list[Line], list[Line]]:
    """The lines that count towards the target, and those that cannot because of their unit."""
    lines, unit = case.valued(target.of), _unit(target, case)
    if target.quantity is None or unit is None:
        return lines, []
    fits, others = list[Line](), list[Line]()
    for line in lines:
        (fits if line.proxy and case.alike(line.proxy.unit, unit) else others).append(line)
    return fits, others


def _unit(target: Target, ground: Ground) -> str | None:
    if target.unit is not None:
        return target.unit
    units = {ground.library.proxies[each].unit for each in ground.selecting.proxies(target.of)}
    return units.pop() if len(units) == 1 else None


def _quantity(line: Line, unit: str, case: Case) -> Decimal:
    own = line.proxy.unit if line.proxy else unit
    return case.converted(line.quantity or ZERO, own, unit) if case.alike(own, unit) else ZERO


def _findings(result: Reached, case: Case) -> Iterator[Finding]:
    place = Place(file=case.valuation.bid.file)
    if result.status == MISSED:
        yield finding("target-missed", place, title=result.title, wanted=_said(result, "wanted", case))
    elif result.status == PART_MET:
        found, wanted, gap = (_said(result, each, case) for each in ("promised", "wanted", "gap"))
        yield finding("target-part-met", place, title=result.title, found=found, wanted=wanted, gap=gap)


def _said(result: Reached, what: str, case: Case) -> str:
    """The amount ``what`` ("wanted", "promised" or "gap") in words: in units, pounds, or both, as the target is."""
    quantity: Decimal | None = getattr(result, what) if result.wanted is not None else None
    value: Decimal | None = getattr(result, f"{what}_value")
    units = "" if quantity is None or result.unit is None else case.said(quantity, result.unit)
    if value is None:
        return units
    if result.wanted_value is not None:
        return " and ".join(part for part in (units, pounds(value)) if part)
    return f"{units} (about {pounds(value)})" if what == "gap" else units


def _not_countable(target: Target, line: Line, case: Case) -> Finding:
    units = case.library.vocabulary.units
    place = place_in(case.valuation.bid, line.commitment, "unit")
    found = units[line.proxy.unit].many if line.proxy else ""
    wanted = units[target.unit or ""].many if target.unit else ""
    return finding("not-countable", place, measure=called(line), found=found, target=target.title, wanted=wanted)
