"""Owns methods on the screen: the list, and one with its conventions, rates and sources."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sv_cli.model.figures import Library
from sv_cli.model.methods import Discounting, Method
from sv_cli.reports.drawing import printed, ruled
from sv_cli.reports.screen import Screen
from sv_cli.reports.words import percent


def render_list(library: Library, screen: Screen) -> str:
    """Every method with its summary; the default is marked."""
    table = ruled(screen)
    table.add_column("Method", no_wrap=True)
    table.add_column("What it does", overflow="fold", ratio=1)
    for name, method in sorted(library.methods.items()):
        default = " (default)" if name == library.default_method else ""
        title = Text(f"{method.title} ({method.edition}){default}\n", style="bold")
        table.add_row(name, title.append(" ".join(method.summary.split()), style="not bold"))
    return printed(table, screen)


def render_method(method: Method, screen: Screen) -> str:
    """One method whole."""
    text = Text(f"{method.title} ({method.edition})\n", style="bold")
    text.append(f"{method.id}\n\n", style="not bold dim")
    for label, words in _facts(method):
        text.append(f"{label}: ", style="bold")
        text.append(f"{' '.join(words.split())}\n", style="not bold")
    parts: list[RenderableType] = [Padding(text, (1, 0, 0, 1))]
    if method.discounting is not None:
        parts.append(_rates(method.discounting, screen))
    for source in method.sources:
        cited = f"{source.publisher}, {source.title}, {source.edition or source.published}\n{source.url}"
        parts.append(Padding(Text(cited, style="dim"), (0, 0, 1, 1)))
    return printed(Group(*parts), screen)


def _facts(method: Method) -> list[tuple[str, str]]:
    return [
        ("Summary", method.summary),
        ("Timing", method.timing),
        ("Adjustments", ", ".join(method.adjustments).replace("_", "-") or "none"),
        ("Price index", method.price_index or "none"),
        ("Rounding", "each line to pence" if method.rounding == "lines" else "only the totals"),
    ]


def _rates(discounting: Discounting, screen: Screen) -> Table:
    table = ruled(screen)
    table.add_column("Discount rates")
    table.add_column("Years")
    table.add_column("Rate", justify="right")
    for name, steps in discounting.schedules.items():
        first = 1
        for step in steps:
            years = f"{first} and on" if step.to_year is None else f"{first}–{step.to_year}"
            table.add_row(name, years, percent(step.rate * 100, 2))
            first = (step.to_year or first) + 1
    return table
