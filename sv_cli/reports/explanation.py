"""Owns the explanation of a line: the kernel's own steps, in order, each with the source of its figure."""

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sv_cli.findings.finding import Kind
from sv_cli.model.figures import Library
from sv_cli.model.sources import Source
from sv_cli.model.valuations import Line, Portion, Step, Valuation
from sv_cli.reports.screen import Screen
from sv_cli.reports.sentences import method_sentence
from sv_cli.reports.table import STYLES, printed
from sv_cli.reports.words import money, number, shown


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
    title.append(f"\n{line.proxy.id}: {line.proxy.title}", style="not bold")
    parts: list[RenderableType] = [Padding(title, (1, 0, 0, 1))]
    for portion in line.portions:
        parts += [_steps(portion, screen), _product(portion, library)]
    if len(line.portions) > 1:
        parts.append(Padding(Text(f"line: {money(line.present)} present value", style="bold"), (0, 0, 0, 1)))
    return parts


def _steps(portion: Portion, screen: Screen) -> Table:
    table = Table(box=box.SIMPLE_HEAD if screen.unicode else box.ASCII2, header_style="bold")
    table.add_column("Step", overflow="fold", ratio=1)
    table.add_column("Result", justify="right", no_wrap=True)
    if portion.label:
        table.title = shown(portion.label, 40)
    for step in portion.unit_value.steps:
        table.add_row(_step(step), _result(step))
    return table


def _step(step: Step) -> Text:
    text = Text(step.text)
    if step.basis:
        text.append(f"\n{step.basis}: {step.why}", style="dim")
    if step.source is not None:
        text.append(f"\n{_cited(step.source)}, {step.locator}\n{step.source.url}", style="dim")
    return text


def _cited(source: Source) -> str:
    edition = f", {source.edition}" if source.edition else ""
    return f"{source.publisher}, {source.title}{edition}, {source.published}"


def _result(step: Step) -> Text:
    if step.unit.startswith("£"):
        return Text(f"{money(step.value)}\n{step.unit[2:]}")
    return Text(f"{number(step.value, 6)}\n{step.unit}")


def _product(portion: Portion, library: Library) -> RenderableType:
    unit = library.vocabulary.units[portion.unit_value.unit]
    name = unit.one if portion.quantity == 1 else unit.many
    value = portion.unit_value
    amounts = (portion.quantity * each for each in (value.gross, value.net, value.present))
    gross, net, present = (money(each) for each in amounts)
    text = Text(f"× {number(portion.quantity, 6)} {name}: ", style="bold")
    text.append(f"gross {gross}, net {net}, present value {present}", style="not bold")
    return Padding(text, (0, 0, 0, 1))
