"""Owns methods on the screen: the list, and one with its conventions, rates and sources."""

from collections.abc import Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sv_cli.model.adjustments import Adjustment
from sv_cli.model.figures import Library
from sv_cli.model.methods import Discounting, Method
from sv_cli.model.sources import Source
from sv_cli.reports.drawing import printed, ruled
from sv_cli.reports.explaining.words import cited
from sv_cli.reports.screen import Screen
from sv_cli.reports.sentences import RESULTS
from sv_cli.reports.words import percent, shown
from sv_cli.valuation.adjusting import NAMES
from sv_cli.valuation.conventions import CONVENTIONS


def render_list(library: Library, screen: Screen) -> str:
    """Every method with its summary; the default is marked."""
    table = ruled(screen)
    table.add_column("Method", no_wrap=True)
    table.add_column("What it does", overflow="fold", ratio=1)
    for name, method in sorted(library.methods.items()):
        default = " (default)" if name == library.default_method else ""
        title = Text(f"{_titled(method)}{default}\n", style="bold")
        table.add_row(name, title.append(shown(method.summary), style="not bold"))
    return printed(table, screen)


def render_method(method: Method, library: Library, screen: Screen) -> str:
    """One method in full: every convention in words, its tables and rates, and its sources."""
    text = Text(f"{_titled(method)}\n", style="bold")
    text.append(f"{method.id}\n\n", style="not bold dim")
    for label, words in _facts(method):
        text.append(f"{label}: ", style="bold")
        text.append(f"{shown(words)}\n", style="not bold")
    price_year = method.price_year or library.default_price_year
    parts: list[RenderableType] = [Padding(text, (1, 0, 0, 1)), _conventions(method, price_year, screen)]
    parts += [_adjustments(name, table, library, screen) for name, table in method.tables.items()]
    if method.discounting is not None:
        parts.append(_rates(method.discounting, screen))
    for source in method.sources:
        parts.append(Padding(_source(source), (0, 0, 1, 1)))
    return printed(Group(*parts), screen)


def _titled(method: Method) -> str:
    return f"{shown(method.title, 200)} ({shown(method.edition, 100)})"


def _facts(method: Method) -> list[tuple[str, str]]:
    return [
        ("Summary", method.summary),
        ("Timing", method.timing),
        ("Shown where a bid states its costs", ", ".join(map(RESULTS.__getitem__, method.reports)) or "nothing"),
    ]


def _conventions(method: Method, price_year: str, screen: Screen) -> Table:
    """A table of the conventions in which methods differ, as this one sets them."""
    table = ruled(screen)
    table.add_column("Convention", no_wrap=True)
    table.add_column("As this method has it", overflow="fold", ratio=1)
    for convention in CONVENTIONS:
        table.add_row(convention.title, shown(convention.said(method, price_year)))
    return table


def _adjustments(name: str, shares: Mapping[str, Adjustment], library: Library, screen: Screen) -> Table:
    """An adjustment that the method sets by outcome or theme."""
    table = ruled(screen)
    table.add_column(f"{NAMES[name].capitalize()} of", overflow="fold", ratio=1)
    table.add_column("Share", justify="right")
    table.add_column("Why", overflow="fold", ratio=2)
    titles = {**library.themes, **library.outcomes}
    for key, share in shares.items():
        why = f"{share.basis.value}: {shown(share.why)}"
        table.add_row(shown(titles.get(key, key), 80), percent(share.value * 100, 2), why)
    return table


def _source(source: Source) -> Text:
    """A source of the method, whether it was read at first or second hand, and the note on it."""
    text = Text(f"{shown(cited(source))}\n{shown(source.url)}\n", style="dim")
    via = f" in {shown(source.read_via)}" if source.read_via else ""
    at = "itself" if source.read == "primary" else "at second hand"
    text.append(f"read {at}{via}, {shown(source.accessed)}")
    return text if source.note is None else text.append(f"\n{shown(source.note)}")


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
