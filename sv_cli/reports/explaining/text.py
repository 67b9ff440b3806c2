"""Owns the explanation of a line on the screen: the kernel's own steps, in order, each with its source."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sv_cli.findings.finding import Finding, Kind, Severity
from sv_cli.model.figures import Library
from sv_cli.model.sources import Source
from sv_cli.model.valuations import Line, Portion, Step, Valuation
from sv_cli.reports.drawing import STYLES, printed, ruled
from sv_cli.reports.explaining.words import STAGES, as_words, cited, findings_by_line, result_of, shared_steps
from sv_cli.reports.rows import row_names
from sv_cli.reports.screen import Screen
from sv_cli.reports.sentences import library_sentence, method_sentence
from sv_cli.reports.shortened import lines_explained
from sv_cli.reports.words import money, number, replaced_mark, shown, unit_name
from sv_cli.valuation.explaining import Worth, stage_of, worths_of

_WIDE, _RESULT, _SLIM = 100, 22, 16


def render(valuation: Valuation, lines: tuple[Line, ...], library: Library, screen: Screen) -> str:
    """The derivation of every line, and once, at the end, the method's timing convention."""
    parts: list[RenderableType] = []
    explained, left_out = lines_explained(lines, screen)
    found_of, row_of = findings_by_line(valuation), row_names(valuation.lines)
    for line in explained:
        parts += _line(row_of(line.commitment), line, found_of(line), valuation, library, screen)
    if left_out:
        parts.append(Padding(Text(left_out, style="bold"), (1, 0, 0, 1)))
    said = f"{method_sentence(valuation)}\n{library_sentence(valuation)}"
    parts.append(Padding(Text(said, style="dim"), (1, 0, 1, 1)))
    return printed(Group(*parts), screen)


def render_kind(kind: Kind, screen: Screen) -> str:
    """The catalogue's entry of a finding: what it is, why it matters, what to do."""
    text = Text()
    text.append(f"{kind.code} {kind.name}", style="bold")
    text.append(f"  ({kind.severity.value})\n", style=STYLES[kind.severity])
    text.append(f"{kind.title}\n\n")
    for label, words in (("It says", kind.message), ("Why it matters", kind.why), ("What to do", kind.help)):
        text.append(f"{label}: ", style="bold")
        text.append(f"{as_words(words)}\n")
    if as_words(kind.message + kind.help) != kind.message + kind.help:
        text.append("\nWords in ‹angle brackets› are filled in for each case.\n", style="dim")
    text.rstrip()
    return printed(Padding(text, (1, 1)), screen)


def _line(
    row: str, line: Line, findings: list[Finding], valuation: Valuation, library: Library, screen: Screen
) -> list[RenderableType]:
    title = Text(f"{row}: {shown(line.commitment.description or '(no description)', 200)}", style="bold")
    if line.proxy is None or not line.valued:
        text = Text("not valued\n", style="yellow").append(_found(findings))
        return [Padding(title, (1, 0, 0, 1)), Padding(text, (0, 0, 0, 1))]
    title.append(f"\n{line.proxy.id}{replaced_mark(line.proxy)}: {shown(line.proxy.title)}", style="not bold")
    parts: list[RenderableType] = [Padding(title, (1, 0, 0, 1)), _derivation(line, valuation, library, screen)]
    found = _found(findings)
    return [*parts, Padding(found, (0, 0, 0, 1))] if found else parts


def _found(findings: list[Finding]) -> Text:
    """The findings on the line's row, each with what to do; a note needs nothing done."""
    text = Text()
    for each in findings:
        text.append(f"{each.severity.value} ", style=STYLES[each.severity])
        text.append(f"{each.code} {each.name}: {shown(each.message)}\n", style="default")
        if each.severity is not Severity.NOTE:
            text.append(f"help: {shown(each.help)}\n", style="dim")
    text.rstrip()
    return text


def _derivation(line: Line, valuation: Valuation, library: Library, screen: Screen) -> Table:
    """The steps that all years share, once, then each year's own steps with its quantity."""
    table = ruled(screen)
    table.add_column("Step", overflow="fold", ratio=1)
    table.add_column("Result", justify="right", overflow="fold", max_width=_RESULT if screen.width >= _WIDE else _SLIM)
    rows = _StepRows(table)
    shared, rest = shared_steps(line)
    rows.add(shared)
    worths = worths_of(line, valuation.method)
    for portion, steps, worth in zip(line.portions, rest, worths, strict=True):
        rows.head(steps[0])
        if portion.label and len(rest) > 1:
            table.add_row(Text(f"  {shown(portion.label, 40)}", style="bold"), "")
        rows.add(steps)
        table.add_row(_product(portion, worth, library), money(worth.present))
    table.add_row(Text("present value of the line", style="bold"), Text(money(line.present), style="bold"))
    return table


class _StepRows:
    """Adds rows to a table of steps, and remembers its stages, unit and sources, so that none is repeated."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._stages: set[str] = set()
        self._unit = ""
        self._sources: set[str] = set()

    def add(self, steps: Sequence[Step]) -> None:
        """A row for each of ``steps``, with a heading where a new stage begins."""
        for step in steps:
            self.head(step)
            self._table.add_row(*self._row(step))

    def head(self, step: Step) -> None:
        """The heading of the stage that ``step`` belongs to, unless the table has it already."""
        stage = stage_of(step)
        if stage not in self._stages:
            self._table.add_row(Text(STAGES[stage], style="bold"), "")
        self._stages.add(stage)

    def _row(self, step: Step) -> tuple[RenderableType, RenderableType]:
        """The step's sentence, with its basis and source indented below, and its result."""
        behind = [f"{step.basis}: {step.why}"] if step.basis else []
        if step.source is not None:
            behind += self._cited(step.source, step.locator)
        below = (_set_in(shown(each)) for each in behind)
        return Padding(Group(Text(shown(step.text)), *below), (0, 0, 0, 2)), self._result(step)

    def _result(self, step: Step) -> Text:
        amount, unit = result_of(step)
        text = Text(amount)
        if unit != self._unit:
            text.append(f"\n{shown(unit)}", style="dim")
        self._unit = unit
        return text

    def _cited(self, source: Source, locator: str | None) -> list[str]:
        named = f"{cited(source)}, {locator}"
        if named in self._sources:
            return [f"{source.publisher}, as above"]
        self._sources.add(named)
        return [named, source.url]


def _product(portion: Portion, worth: Worth, library: Library) -> RenderableType:
    unit = library.vocabulary.units[portion.unit_value.unit]
    text = Text(f"× {number(portion.quantity, 6)} {unit_name(unit, portion.quantity)}", style="bold")
    text.append(": present value", style="not bold")
    return Group(text, _set_in(f"gross {money(worth.gross)}, net {money(worth.net)}"))


def _set_in(words: str) -> RenderableType:
    """``words`` indented, to be put below a row."""
    return Padding(Text(words, style="dim", overflow="fold"), (0, 0, 0, 4))
