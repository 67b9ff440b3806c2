"""Owns drawing with rich: the console, and the look of tables, headings and findings."""

from collections.abc import Iterable, Sequence
from io import StringIO
from itertools import zip_longest

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sv_cli.findings.finding import Finding, Severity
from sv_cli.reports.findings_text import said_of
from sv_cli.reports.screen import Screen
from sv_cli.reports.sentences import findings_sentence
from sv_cli.reports.words import shown

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def console_of(screen: Screen) -> Console:
    """A console that draws as on ``screen``, to be captured; it looks for no markup, links or emoji in texts."""
    return Console(
        file=StringIO(),
        width=screen.width,
        force_terminal=screen.colour,
        color_system="standard" if screen.colour else None,
        no_color=not screen.colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def printed(what: RenderableType, screen: Screen) -> str:
    """``what`` as rich draws it on ``screen``, without trailing spaces."""
    console = console_of(screen)
    with console.capture() as capture:
        console.print(what)
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def ruled(screen: Screen, *, title: str | None = None, footer: bool = False) -> Table:
    """An empty table with a line under its headings, in the characters that the screen has."""
    return Table(
        title=title,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD if screen.unicode else box.ASCII2,
        header_style="bold",
        show_footer=footer,
        footer_style="bold",
    )


def headed(title: str, sentences: Iterable[str], *, below: int = 0) -> RenderableType:
    """The head of a report: its title, sentences under it, and ``below`` empty lines."""
    text = Text(title, style="bold")
    for sentence in sentences:
        text.append("\n" + sentence, style="not bold dim")
    return Padding(text, (1, 0, below, 1))


def findings_block(findings: tuple[Finding, ...], screen: Screen, title: str = "Findings") -> RenderableType:
    """The findings with their places and what to do; notes are only counted, unless ``screen`` is verbose."""
    told = [each for each in findings if screen.shows(each)]
    heading = Text(f"{title}: {findings_sentence(findings)}", style="bold")
    if len(told) < len(findings):
        heading.append(" (--verbose shows the notes)", style="not bold dim")
    return Padding(Group(heading, _listed(told)), (0, 0, 1, 1))


def _listed(findings: Sequence[Finding]) -> Table:
    """A row a finding; of neighbours with the same help only one shows it."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold", ratio=1)
    for each, after in zip_longest(findings, findings[1:]):
        again = after is not None and after.help == each.help
        said = Text(said_of(each)).append("" if again else f"\nhelp: {shown(each.help)}", style="dim")
        grid.add_row(Text(each.severity.value, style=STYLES[each.severity]), said)
    return grid
