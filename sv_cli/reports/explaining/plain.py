"""Owns the explanation of lines for scripts and papers: JSON (`sv.explanation/1`) and Markdown."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sv_cli import __version__
from sv_cli.findings.finding import Finding, Kind
from sv_cli.model.adjustments import Adjustment
from sv_cli.model.figures import Library
from sv_cli.model.sources import Source
from sv_cli.model.valuations import Line, Portion, Step, UnitValue, Valuation
from sv_cli.reports.explaining.words import STAGES, cited, findings_by_line, result_of, shared_steps
from sv_cli.reports.json import (
    as_text,
    bid_data,
    finding_data,
    in_pieces,
    layers_data,
    line_data,
    method_data,
    money,
    plain,
)
from sv_cli.reports.markdown import code, escaped, finding_item, table_of
from sv_cli.reports.rows import row_names
from sv_cli.reports.screen import Screen
from sv_cli.reports.sentences import library_sentence, method_sentence
from sv_cli.reports.shortened import lines_explained
from sv_cli.reports.words import money as pounds
from sv_cli.reports.words import number, replaced_mark, shown, unit_name
from sv_cli.valuation.explaining import Worth, in_force, stage_of, worths_of

SCHEMA = "sv.explanation/1"
KIND_SCHEMA = "sv.finding-kind/1"
KINDS_SCHEMA = "sv.finding-kinds/1"
_HEADINGS = ("Step", "Result", "Unit")


class _Steps:
    """The steps of unit values as plain data: made once for each, since lines share them by the thousand."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[UnitValue, list[dict[str, Any]]]] = {}

    def of(self, value: UnitValue) -> list[dict[str, Any]]:
        """The steps of ``value``, by its id; it is kept too, so that the id cannot pass to another object."""
        known = self._made.get(id(value))
        if known is None:
            known = self._made[id(value)] = value, [_step(step) for step in value.steps]
        return known[1]


def render_json(valuation: Valuation, lines: tuple[Line, ...], _library: Library, _screen: Screen) -> Iterator[str]:
    """The explanation as JSON text, in pieces; `explanation.schema.json` beside this file describes it."""
    found_of, steps = findings_by_line(valuation), _Steps()
    data = {
        "schema": SCHEMA,
        "sv_version": __version__,
        "bid": bid_data(valuation),
        "library": layers_data(valuation.layers),
        "method": method_data(valuation),
        "lines": [],
    }
    return in_pieces(data, (_line(line, found_of(line), valuation, steps) for line in lines))


def kind_json(kind: Kind, _screen: Screen) -> str:
    """A finding's entry of the catalogue; `message` and `help` are templates with named fields in braces."""
    return as_text(_kind_data(kind))


def kinds_json(kinds: Sequence[Kind], _screen: Screen) -> str:
    """All entries of the catalogue, in the order of the codes."""
    entries = [_kind_data(kind) for kind in sorted(kinds, key=lambda each: each.code)]
    return as_text({"schema": KINDS_SCHEMA, "kinds": entries})


def _kind_data(kind: Kind) -> dict[str, object]:
    return {
        "schema": KIND_SCHEMA,
        "code": kind.code,
        "name": kind.name,
        "severity": kind.severity.value,
        "fatal": kind.fatal,
        "title": kind.title,
        "message": kind.message,
        "why": kind.why,
        "help": kind.help,
    }


def render_markdown(valuation: Valuation, lines: tuple[Line, ...], library: Library, screen: Screen) -> str:
    """Every line with its steps as a table; the sources as links."""
    explained, left_out = lines_explained(lines, screen)
    found_of, row_of = findings_by_line(valuation), row_names(valuation.lines)
    parts = [
        part
        for line in explained
        for part in _line_parts(row_of(line.commitment), line, found_of(line), valuation, library)
    ]
    if left_out:
        parts.append(f"**{escaped(left_out)}**")
    parts.append(f"{escaped(method_sentence(valuation))}  \n{escaped(library_sentence(valuation))}")
    return "\n\n".join(parts) + "\n"


def _line(line: Line, findings: list[Finding], valuation: Valuation, steps: _Steps) -> dict[str, Any]:
    return {
        **line_data(line),
        "adjustments": [
            {"name": each.name, "taken": _adjustment(each.taken), "default": _adjustment(each.default)}
            for each in in_force(line, valuation.method)
        ],
        "portions": _portions(line, valuation, steps),
        "findings": [finding_data(each) for each in findings],
    }


def _adjustment(found: Adjustment | None) -> dict[str, Any] | None:
    return None if found is None else {"share": plain(found.value), "basis": found.basis.value, "why": found.why}


def _portions(line: Line, valuation: Valuation, steps: _Steps) -> list[dict[str, Any]]:
    worths = worths_of(line, valuation.method)
    return [_portion(portion, worth, steps) for portion, worth in zip(line.portions, worths, strict=True)]


def _portion(portion: Portion, worth: Worth, steps: _Steps) -> dict[str, Any]:
    value = portion.unit_value
    return {
        "label": portion.label,
        "quantity": plain(portion.quantity),
        "unit": value.unit,
        "steps": steps.of(value),
        "unit_present_value": plain(value.present),
        "gross": money(worth.gross),
        "net": money(worth.net),
        "present_value": money(worth.present),
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "stage": stage_of(step),
        "name": step.name,
        "text": step.text,
        "value": plain(step.value),
        "unit": step.unit,
        "basis": step.basis,
        "why": step.why,
        "source": None if step.source is None else _source(step.source, step.locator),
    }


def _source(source: Source, locator: str | None) -> dict[str, Any]:
    return {
        "publisher": source.publisher,
        "title": source.title,
        "edition": source.edition,
        "published": source.published,
        "url": source.url,
        "licence": source.licence,
        "locator": locator,
    }


def _line_parts(row: str, line: Line, findings: list[Finding], valuation: Valuation, library: Library) -> Iterable[str]:
    yield f"## {escaped(row)}: {escaped(shown(line.commitment.description or '(no description)', 200))}"
    if line.proxy is not None:
        yield f"`{code(line.proxy.id)}`{escaped(replaced_mark(line.proxy))}: {escaped(line.proxy.title)}"
    if line.portions:
        yield from _derivation(line, valuation, library)
    yield f"**Present value of the line: {pounds(line.present)}**" if line.valued else "**Not valued.**"
    if findings:
        yield "\n".join(map(finding_item, findings))


def _derivation(line: Line, valuation: Valuation, library: Library) -> Iterable[str]:
    """The steps that all years share, once, then each year's own steps with its quantity."""
    shared, rest = shared_steps(line)
    if shared:
        yield table_of(_HEADINGS, "lrl", _rows(shared))
    worths = worths_of(line, valuation.method)
    for portion, steps, worth in zip(line.portions, rest, worths, strict=True):
        if portion.label and len(rest) > 1:
            yield f"### {escaped(shown(portion.label, 40))}"
        yield table_of(_HEADINGS, "lrl", _rows(steps))
        yield _product(portion, worth, library)


def _rows(steps: Iterable[Step]) -> Iterable[Sequence[str]]:
    """A row for each step, and one in bold where a new stage begins."""
    last = ""
    for step in steps:
        stage = stage_of(step)
        if stage != last:
            yield f"**{STAGES[stage]}**", "", ""
        last = stage
        amount, unit = result_of(step)
        yield "<br>".join(_said(step)), escaped(amount), escaped(unit)


def _said(step: Step) -> Iterable[str]:
    yield escaped(step.text)
    if step.basis:
        yield f"*{escaped(f'{step.basis}: {step.why}')}*"
    if step.source is not None:
        yield f"[{escaped(cited(step.source))}]({_address(step.source.url)}), {escaped(step.locator or '')}"


def _address(url: str) -> str:
    """``url`` for use as a Markdown link: escaped, and only if it is a web address, else ``#``."""
    safe = shown(url).replace(" ", "%20").replace("(", "%28").replace(")", "%29").replace("|", "%7C")
    return safe.replace("<", "%3C").replace(">", "%3E") if safe.startswith(("https://", "http://")) else "#"


def _product(portion: Portion, worth: Worth, library: Library) -> str:
    unit = library.vocabulary.units[portion.unit_value.unit]
    name = unit_name(unit, portion.quantity)
    return (
        f"× {number(portion.quantity, 6)} {escaped(name)}: gross {pounds(worth.gross)}, net {pounds(worth.net)}, "
        f"present value {pounds(worth.present)}"
    )
