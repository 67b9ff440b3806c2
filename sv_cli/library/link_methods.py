"""Owns the linking of methods: their price index, units, themes and outcomes have to be there, schedules in order."""

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from sv_cli.library import shapes
from sv_cli.library.documents import Placed
from sv_cli.library.faults import Faults
from sv_cli.model.figures import Figure
from sv_cli.model.methods import Costs, Discounting, Method, OptimismBias, RateStep
from sv_cli.model.vocabulary import Unit


def linked_methods(
    placed: Mapping[str, Placed],
    figures: Mapping[str, Figure],
    units: Mapping[str, Unit],
    headings: Collection[str],
    faults: Faults,
) -> dict[str, Method]:
    """The methods by id, without those that have a fault; ``headings`` are the ids of themes and outcomes."""
    methods = {}
    for key, each in placed.items():
        entry: shapes.MethodEntry = each.entry
        before = len(faults)
        faults.require(figures, "figure", filter(None, [entry.price_index]), key, each.place)
        faults.require(units, "unit", (unit for pair in entry.yearly_counts.items() for unit in pair), key, each.place)
        tabled = (heading for table in entry.tables.values() for heading in table)
        faults.require(headings, "theme or outcome", tabled, key, each.place)
        for problem in _schedule_problems(entry):
            faults.add("bad-entry", each.place, problem=f"{key}: {problem}")
        if len(faults) == before:
            methods[key] = _method(entry)
    return methods


def year_number(text: str) -> int:
    """The year of an effect that drop-off starts in: 1 for ``first year``, 2 for ``second year``."""
    return 1 if text == "first year" else 2


def _schedule_problems(entry: shapes.MethodEntry) -> Iterator[str]:
    if entry.discounting is None:
        return
    if "standard" not in entry.discounting.schedules:
        yield "its discounting has no schedule called 'standard'"
    for name, steps in entry.discounting.schedules.items():
        lasts = [None if step.to_year is None else int(step.to_year) for step in steps]
        if lasts[-1] is not None or None in lasts[:-1]:
            yield f"the last step of the schedule {name!r}, and only that, has no to_year"
        elif sorted(set(filter(None, lasts))) != lasts[:-1]:
            yield f"the to_year of the schedule {name!r} must rise from step to step"


def _method(entry: shapes.MethodEntry) -> Method:
    return shapes.record_of(
        entry,
        Method,
        adjustments=tuple(dict.fromkeys(entry.adjustments)),
        own_adjustments=entry.own_adjustments == "accepted",
        starts_after_years=int(entry.effect_starts == "year after"),
        drop_off_from=year_number(entry.drop_off_from),
        round_to=Decimal("0.01") if entry.round_to == "penny" else Decimal(1),
        discounting=None if entry.discounting is None else _discounting(entry.discounting),
        costs=_costs(entry.costs),
    )


def _discounting(entry: shapes.DiscountingEntry) -> Discounting:
    schedules = {name: tuple(_step(step) for step in steps) for name, steps in entry.schedules.items()}
    return shapes.record_of(entry, Discounting, schedules=schedules)


def _step(entry: shapes.RateEntry) -> RateStep:
    return RateStep(rate=Decimal(entry.rate), to_year=None if entry.to_year is None else int(entry.to_year))


def _costs(entry: shapes.CostsEntry) -> Costs:
    bias = entry.optimism_bias
    raised = None if bias is None else _bias(bias)
    return shapes.record_of(entry, Costs, discounted=entry.discounted == "yes", optimism_bias=raised)


def _bias(entry: shapes.CostBiasEntry) -> OptimismBias:
    causes = tuple((Decimal(each.contribution), Decimal(each.mitigated)) for each in entry.causes)
    return OptimismBias(Decimal(entry.upper_bound), causes, entry.why)
