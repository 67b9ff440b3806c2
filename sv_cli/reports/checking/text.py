"""Owns the check's report for people: one line when all is well, otherwise the findings by bid and a summary."""

from collections.abc import Iterator
from itertools import zip_longest

from rich.table import Table
from rich.text import Text

from sv_cli.findings.finding import Severity
from sv_cli.model.judgements import MET, Breach, Checked, Judged, Reached
from sv_cli.reports.checking.words import of_rule, status_words, summary
from sv_cli.reports.drawing import STYLES, console_of, printed
from sv_cli.reports.findings_text import address_of, said_of
from sv_cli.reports.screen import Screen
from sv_cli.reports.words import counted, money, number, shown

_STATUS = {"met": "green", "out of scope": "cyan", "broken": "bold red", "not judged": "bold red"}


def render(checked: Checked, screen: Screen) -> str:
    """The whole report. Lines are never wrapped, so that an address in one can be searched for."""
    about = [Breach(each) for each in checked.findings]
    parts = [_lines(_finding(each), screen) for each in about if screen.shows(each.finding)]
    for bid in checked.bids:
        if screen.verbose or not _quiet(bid):
            parts += _bid(bid, screen)
    parts.append(_lines(_summary(checked), screen))
    return "".join(parts)


def _quiet(bid: Judged) -> bool:
    """Whether a bid meets everything and has notes at most, so that it is left out unless all is asked for."""
    return bid.status == "met" and all(each.finding.severity is Severity.NOTE for each in bid.breaches)


def _bid(bid: Judged, screen: Screen) -> Iterator[str]:
    title = Text(shown(bid.file, 300), style="bold")
    title.append(f": {status_words(bid)}", style=_STATUS[bid.status])
    yield _lines(title, screen)
    shown_here = [each for each in bid.breaches if screen.shows(each.finding) or bid.status == "out of scope"]
    for each, after in zip_longest(shown_here, shown_here[1:]):
        again = after is not None and (after.rule, after.finding.help) == (each.rule, each.finding.help)
        yield _lines(_finding(each, with_help=not again), screen)
    for waived in bid.waived if screen.verbose else ():
        text = (
            f"waived  {address_of(waived.breach.finding)}: until {waived.until.isoformat()} by {shown(waived.by, 100)}"
        )
        yield _lines(Text(f"  {text}: {shown(waived.reason, 300)}", style="dim"), screen)
    if screen.verbose and bid.not_applied and bid.status != "out of scope":
        yield _lines(Text(f"  not for this contract: {', '.join(bid.not_applied)}", style="dim"), screen)
    if bid.reached and (screen.verbose or any(each.status != MET for each in bid.reached)):
        yield printed(_targets(bid), screen)
    yield "\n"


def _finding(breach: Breach, *, with_help: bool = True) -> Text:
    """The finding, and ``with_help`` what to do and the rule: of neighbours that share these only the last has them."""
    finding = breach.finding
    text = Text("  ")
    text.append(f"{finding.severity.value:<8}", style=STYLES[finding.severity])
    text.append(said_of(finding))
    if not with_help:
        return text
    text.append(f"\n          help: {shown(finding.help)}", style="dim")
    if breach.rule is not None:
        text.append(f"\n          rule: {of_rule(breach.rule)}", style="dim")
    return text


def _targets(bid: Judged) -> Table:
    table = Table(title="Targets", title_justify="left", title_style="bold", box=None, header_style="bold")
    table.add_column("Wanted outcome", overflow="fold", ratio=1)
    for heading in ("Wanted", "Promised", "Gap", "Gap in pounds"):
        table.add_column(heading, justify="right", overflow="fold")
    table.add_column("")
    for each in bid.reached:
        table.add_row(*_row(each))
    return table


def _row(reached: Reached) -> tuple[str, ...]:
    of = f" {shown(reached.counted_in, 60)}" if reached.counted_in else ""
    if reached.wanted is None:
        amounts = (money(reached.wanted_value), money(reached.promised_value), "")
    else:
        amounts = (f"{number(reached.wanted)}{of}", number(reached.promised), number(reached.gap))
    return (shown(reached.title, 120), *amounts, money(reached.gap_value), reached.status)


def _summary(checked: Checked) -> Text:
    good = all(bid.status in ("met", "out of scope") for bid in checked.bids)
    text = Text(summary(checked), style="bold green" if good else "bold")
    notes = sum(each.finding.severity is Severity.NOTE for bid in checked.bids for each in bid.breaches)
    left = sum(len(bid.waived) for bid in checked.bids)
    more = [counted(n, word) for n, word in ((notes, "note"), (left, "waived finding")) if n]
    if more:
        text.append(f" ({' and '.join(more)}: --verbose)", style="not bold dim")
    if checked.framework is not None and checked.framework.not_checked and not good:
        demands = counted(len(checked.framework.not_checked), "demand")
        what = f"{demands} of it that software cannot check: sv frameworks show {checked.framework.id}"
        text.append(f"\n{what}", style="not bold dim")
    return text


def _lines(text: Text, screen: Screen) -> str:
    """``text`` in colour where the screen takes it, never wrapped."""
    console = console_of(screen)
    with console.capture() as capture:
        console.print(text, soft_wrap=True)
    return capture.get()
