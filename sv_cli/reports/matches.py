"""Owns proposals on the screen, as JSON and as CSV: each promise, the proxies that it may mean, how surely, and why."""

from collections.abc import Iterable
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from sv_cli.model.matches import Match, Matching, Proposal, State
from sv_cli.reports import csv
from sv_cli.reports.csv import as_cell
from sv_cli.reports.drawing import findings_block, printed, ruled
from sv_cli.reports.json import as_text
from sv_cli.reports.rows import under_sheets
from sv_cli.reports.screen import Screen
from sv_cli.reports.words import counted, shown

SCHEMA = "sv.match/1"
COLUMNS = (
    "file",
    "sheet",
    "row",
    "description",
    "reference",
    "state",
    "proposal",
    "confidence",
    "reasons",
    "alternatives",
)
_ALTERNATIVES = 3
_BESIDE = 13  # what the number of the row and the gaps need
_STYLES = {State.PROPOSED: "green", State.UNSURE: "yellow", State.UNMATCHED: "red", State.NAMED: "dim"}
_SAID = {
    State.NAMED: "with a reference",
    State.PROPOSED: "can be filled in",
    State.UNSURE: "for you to choose",
    State.UNMATCHED: "without any match",
}


def render_table(matching: Matching, screen: Screen) -> str:
    """The promises without a reference, each with its proposals; the others are only counted."""
    parts: list[RenderableType] = []
    open_matches = matching.of(State.PROPOSED, State.UNSURE, State.UNMATCHED)
    if open_matches:
        table = ruled(screen)
        table.add_column("Row", justify="right", style="dim")
        table.add_column("Commitment", width=_width_of_promises(open_matches, screen), overflow="fold")
        table.add_column("What it may mean", ratio=1, overflow="fold")
        for sheet, match in under_sheets(open_matches, matching.matches):
            if sheet:
                table.add_row("", Text(sheet, style="bold"))
            table.add_row(str(match.commitment.at), _promise(match), _proposals(match))
        parts.append(table)
    parts.append(Padding(Text(_summary(matching), style="bold"), (0, 0, 1, 1)))
    if matching.findings:
        parts.append(findings_block(matching.findings, screen))
    return printed(Group(*parts), screen)


def _width_of_promises(matches: Iterable[Match], screen: Screen) -> int:
    """The width of the column of promises: two fifths of the screen, or less so that every id fits on one line."""
    shown_of_each = (each.proposals[: _ALTERNATIVES + 1] for each in matches)
    longest = max((len(proposal.proxy.id) for several in shown_of_each for proposal in several), default=0)
    left = screen.width - longest - len("100 %  ") - _BESIDE
    return max(min(left, screen.width * 2 // 5), screen.width // 4)


def _promise(match: Match) -> Text:
    commitment = match.commitment
    text = Text(shown(commitment.description, 200) or "(no words)")
    if commitment.reference:
        text.append(f"\nreference {shown(commitment.reference, 60)}", style="dim")
    text.append(f"\n{_SAID[match.state]}", style=_STYLES[match.state])
    return text


def _proposals(match: Match) -> Text:
    if not match.proposals:
        return Text("—")
    best, *others = match.proposals
    text = Text(f"{best.confidence} %  {best.proxy.id}", style="bold" if match.state is State.PROPOSED else "")
    text.append(f"\n{shown(best.proxy.title)}", style="not bold")
    text.append(f"\n{shown('; '.join(best.reasons))}", style="not bold dim")
    for other in others[:_ALTERNATIVES]:
        text.append(f"\n{other.confidence} %  {other.proxy.id}", style="not bold")
    return text


def _summary(matching: Matching) -> str:
    counts = ", ".join(f"{n} {_SAID[state]}" for state in State if (n := len(matching.of(state))))
    return f"{counted(len(matching.matches), 'commitment')}: {counts}" if counts else "no commitments"


def render_json(matching: Matching, _screen: Screen) -> str:
    """The proposals of every commitment."""
    return as_text(
        {
            "schema": SCHEMA,
            "bid": {"file": matching.bid.file, "sha256": matching.bid.sha256},
            "threshold": matching.threshold,
            "matches": [_data(match) for match in matching.matches],
        }
    )


def _data(match: Match) -> dict[str, Any]:
    commitment = match.commitment
    return {
        "sheet": commitment.sheet,
        "row": commitment.row,
        "ref": commitment.reference,
        "description": commitment.description,
        "state": match.state.value,
        "proposals": [
            {
                "proxy": each.proxy.id,
                "title": each.proxy.title,
                "confidence": each.confidence,
                "reasons": list(each.reasons),
            }
            for each in match.proposals
        ],
    }


def render_csv(matching: Matching, _screen: Screen) -> str:
    """One row a commitment."""
    rows = ([as_cell(cell) for cell in _row(match, matching)] for match in matching.matches)
    return csv.as_text((COLUMNS, *rows))


def _row(match: Match, matching: Matching) -> tuple[str, ...]:
    commitment = match.commitment
    head = (matching.bid.file, commitment.sheet, str(commitment.row), commitment.description)
    return (*head, commitment.reference or "", match.state.value, *_best(match.proposals))


def _best(proposals: tuple[Proposal, ...]) -> tuple[str, str, str, str]:
    if not proposals:
        return ("", "", "", "")
    best, *others = proposals
    listed = "; ".join(f"{each.proxy.id} ({each.confidence} %)" for each in others)
    return best.proxy.id, str(best.confidence), "; ".join(best.reasons), listed
