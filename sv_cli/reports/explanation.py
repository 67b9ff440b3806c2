"""Owns the explanation of a line: the kernel's own steps, in order, each with the source of its figure."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sv_cli.findings.finding import Kind
from sv_cli.model.figures import Library
from sv_cli.model.sources import Source
from sv_cli.model.valuations import Line, Portion, Step, Valuation
from sv_cli.reports.drawing import STYLES, printed, ruled
from sv_cli.reports.screen import Screen
from sv_cli.reports.sentences import method_sentence
from sv_cli.reports.words import money, number, replaced_mark, shown


def render(valuation: Valuation, lines: tuple[Line, ...], library: Library, screen: Screen) -> str:
    """Every line's derivation, the convention of the method once at the end."""
    parts: list[RenderableType] = []
    for line in lines:
        parts += _line(line, valuation, library, screen)
    parts.append(Padding(Text(method_sentence(valuation), style="dim"), (1, 0, 1, 1)))
    return printed(Group(*parts), screen)


def render_kind(kind: Kind, screen: Screen) -> str:
    """The catalogue's entry of a finding: what it is, why it matters, what to do."""
    text = Text()
    text.append(f"{kind.code} {kind.name}", style="bold")
    text.append(f"  ({kind.severity.value})\n", style=STYLES[kind.severity])
    text.append(f"{kind.title}\n\n")
    for label, words in (("It says", kind.message), ("Why it matters", kind.why), ("What to do", kind.help)):
        text.append(f"{label}: ", style="bold")
        text.append(f"{words}\n")
    return printed(Padding(text, (1, 1)), screen)


def _line(line: Line, valuation: Valuation, library: Library, screen: Screen) -> list[RenderableType]:
    commitment = line.commitment
    title = Text(f"Row {commitment.row}: {shown(commitment.description or '(no description)', 200)}", style="bold")
    if line.proxy is None or not line.valued:
        reasons = [each for each in valuation.findings if each.place.row == commitment.row]
        text = "\n".join(f"{each.code} {each.name}: {shown(each.message)}" for each in reasons)
        return [Padding(title, (1, 0, 0, 1)), Padding(Text(f"not valued\n{text}", style="yellow"), (0, 0, 0, 1))]
    title.append(f"\n{line.proxy.id}{replaced_mark(line.proxy)}: {shown(line.proxy.title)}", style="not bold")
    return [Padding(title, (1, 0, 0, 1)), _derivation(line, library, screen)]


def _derivation(line: Line, library: Library, screen: Screen) -> Table:
    """What all years share once, then each year's own steps with its quantity."""
    table = ruled(screen)
    table.add_column("Step", overflow="fold", ratio=1)
    table.add_column("Result", justify="right", overflow="fold", max_width=22)
    told = _Told()
    shared = _shared([portion.unit_value.steps for portion in line.portions])
    for step in line.portions[0].unit_value.steps[:shared]:
        table.add_row(*told.row(step))
    for portion in line.portions:
        if len(line.portions) > 1 and portion.label:
            table.add_row(Text(shown(portion.label, 40), style="bold"), "")
        for step in portion.unit_value.steps[shared:]:
            table.add_row(*told.row(step))
        table.add_row(_product(portion, library), Text(money(portion.quantity * portion.unit_value.present)))
    if len(line.portions) > 1:
        table.add_row(Text("present value of the line", style="bold"), Text(money(line.present), style="bold"))
    return table


def _shared(lists: Sequence[Sequence[Step]]) -> int:
    """How many steps all of ``lists`` begin with; none when there is but one year to tell of."""
    same = [all(step == steps[0] for step in steps) for steps in zip(*lists, strict=False)]
    return len(same) if all(same) else same.index(False)


class _Told:
    """What the table has said already, so that a unit or a source is not repeated line by line."""

    def __init__(self) -> None:
        self._unit = ""
        self._sources: set[str] = set()

    def row(self, step: Step) -> tuple[RenderableType, RenderableType]:
        """The step's sentence with what stands behind it set in from the left, and what it comes to."""
        behind = [f"{step.basis}: {step.why}"] if step.basis else []
        if step.source is not None:
            behind += self._cited(step.source, step.locator)
        below = (Padding(Text(each, style="dim", overflow="fold"), (0, 0, 0, 4)) for each in behind)
        return Group(Text(step.text), *below), self._result(step)

    def _result(self, step: Step) -> Text:
        pounds = step.unit.startswith("£")
        text = Text(money(step.value) if pounds else number(step.value, 6))
        if step.unit != self._unit:
            text.append(f"\n{step.unit[2:] if pounds else step.unit}", style="dim")
        self._unit = step.unit
        return text

    def _cited(self, source: Source, locator: str | None) -> list[str]:
        named = f"{_cited(source)}, {locator}"
        if named in self._sources:
            return [f"{source.publisher}, as above"]
        self._sources.add(named)
        return [named, source.url]


def _cited(source: Source) -> str:
    edition = f", {source.edition}" if source.edition else ""
    return f"{source.publisher}, {source.title}{edition}, {source.published}"


def _product(portion: Portion, library: Library) -> Text:
    unit = library.vocabulary.units[portion.unit_value.unit]
    name = unit.one if portion.quantity == 1 else unit.many
    value = portion.unit_value
    gross, net = (money(portion.quantity * each) for each in (value.gross, value.net))
    text = Text(f"× {number(portion.quantity, 6)} {name}", style="bold")
    return text.append(f": gross {gross}, net {net}, present value", style="not bold")
