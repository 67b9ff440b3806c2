"""Owns the words of an explanation: the names of stages, the citation of a source, the result of a step."""

from collections.abc import Callable, Sequence

from sv_cli.findings.finding import At, Finding
from sv_cli.late import late
from sv_cli.model.sources import Source
from sv_cli.model.valuations import Line, Step, Valuation
from sv_cli.reports.words import money, number
from sv_cli.valuation.explaining import ADJUSTMENTS, FIGURES, TIMING

STAGES = {
    FIGURES: "From published figures to the value of one unit",
    ADJUSTMENTS: "What is deducted, and why",
    TIMING: "When it falls, year by year",
}
_POUNDS = ("£ per ", "GBP/")
_PLACES = 6
_FIELD = late(r"\{(\w+)(?:![rs])?(?::[^}]*)?\}")


def cited(source: Source) -> str:
    """Publisher, title, edition and date."""
    edition = f", {source.edition}" if source.edition else ""
    return f"{source.publisher}, {source.title}{edition}, {source.published}"


def result_of(step: Step) -> tuple[str, str]:
    """A step's value and its unit, such as ``£12.44`` and ``per hour``; a figure's pounds to six places."""
    for sign in _POUNDS:
        if step.unit.startswith(sign):
            amount = money(step.value)
            if step.name in ("figure", "price-base"):
                exact = number(abs(step.value), _PLACES)
                amount = f"{'−' if step.value < 0 else ''}£{exact}" if len(exact) >= len(amount) else amount
            return amount, f"per {step.unit.removeprefix(sign).replace('/', ' per ').replace('*', ' × ')}"
    return number(step.value, _PLACES), step.unit


def shared_steps(line: Line) -> tuple[Sequence[Step], list[Sequence[Step]]]:
    """The steps that all portions of a line begin with, and each portion's further ones; of a single one all are."""
    lists = [portion.unit_value.steps for portion in line.portions]
    if len(lists) == 1:
        return (), list(lists)
    same = [all(step == steps[0] for step in steps) for steps in zip(*lists, strict=False)]
    shared = min(same.index(False) if False in same else len(same), min(map(len, lists)) - 1)
    return lists[0][:shared], [steps[shared:] for steps in lists]


def as_words(template: str) -> str:
    """A template of the catalogue for people to read, its fields in angle brackets: ``‹unit› is not known``."""
    return _FIELD.sub(lambda match: f"‹{match[1].replace('_', ' ')}›", template)


def findings_by_line(valuation: Valuation) -> Callable[[Line], list[Finding]]:
    """A function that gives the findings on a line's row."""
    found: dict[At, list[Finding]] = {}
    for each in valuation.findings:
        found.setdefault(each.place.line, []).append(each)
    return lambda line: found.get(line.commitment.line, [])
