"""Owns the report of what changed between two libraries: entries, values of one unit, and the lines of a bid."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sv_cli.library.diff import Change
from sv_cli.model.figures import LibraryLayer
from sv_cli.reports.drawing import printed, ruled
from sv_cli.reports.json import as_text, layers_data
from sv_cli.reports.json import money as pounds
from sv_cli.reports.markdown import escaped, table_of
from sv_cli.reports.screen import Screen
from sv_cli.reports.words import counted, money, shown

SCHEMA = "sv.library-differences/1"
_KINDS = {"proxy": "proxies", "figure": "figures", "unit": "units", "method": "methods"}
_LONGEST = 200
_HEADINGS = ("What", "Before", "After", "Difference")


class Moved(Struct, frozen=True):
    """An amount (£) before and after; None where there was or is none. ``by`` is the difference, None without both."""

    id: str
    title: str
    before: Decimal | None
    after: Decimal | None
    by: Decimal | None
    row: int | None = None


class Differences(Struct, frozen=True):
    """Two libraries compared.

    ``values`` are the gross values of one unit that changed; ``lines`` are all lines of the bid with their present
    values, and ``total`` is their sum; both None without a bid.
    """

    before: tuple[LibraryLayer, ...]
    after: tuple[LibraryLayer, ...]
    changes: tuple[Change, ...]
    values: tuple[Moved, ...]
    price_year: str
    method: str
    bid: str | None = None
    lines: tuple[Moved, ...] | None = None
    total: Moved | None = None


def render_table(differences: Differences, screen: Screen) -> str:
    """The differences as text for a terminal."""
    parts: list[RenderableType] = [_heading(differences)]
    if differences.changes:
        parts.append(_changes(differences.changes, screen))
    if differences.values:
        parts.append(_moves("Gross value of one unit", differences.values, screen))
    if differences.lines is not None and differences.total is not None:
        title = f"Present value of {shown(differences.bid or '', 100)}"
        parts.append(_moves(title, (*differences.lines, differences.total), screen))
    return printed(Group(*parts), screen)


def _heading(differences: Differences) -> RenderableType:
    text = Text(f"before: {_layers(differences.before)}\nafter:  {_layers(differences.after)}")
    text.append(f"\n{_summary(differences)}", style="bold")
    return Padding(text, (1, 0, 0, 1))


def _layers(layers: Sequence[LibraryLayer]) -> str:
    return " + ".join(f"{shown(each.name, 60)} {shown(each.version, 40)} ({each.sha256[:12]})" for each in layers)


def _summary(differences: Differences) -> str:
    """How many entries of each kind were added, removed or changed, and how many values changed."""
    parts = []
    for kind, many in _KINDS.items():
        for what in ("added", "removed", "changed"):
            n = sum((each.kind, each.what) == (kind, what) for each in differences.changes)
            if n:
                parts.append(f"{counted(n, kind, many)} {what}")
    if differences.values:
        parts.append(f"{counted(len(differences.values), 'unit value')} moved")
    return "; ".join(parts) or "nothing that affects a value or its explanation differs"


def _changes(changes: Sequence[Change], screen: Screen) -> Table:
    table = ruled(screen)
    table.add_column("Entry", overflow="fold", ratio=1)
    table.add_column("What differs", overflow="fold", ratio=2)
    for each in changes:
        name = Text(f"{each.kind} {each.id} {each.what}")
        name.append(f"\n{shown(each.title, 120)}", style="dim")
        table.add_row(name, Text("\n".join(_field(*field) for field in each.fields.items())))
    return table


def _field(name: str, values: tuple[str, str]) -> str:
    before, after = values
    return f"{name}: {shown(before, _LONGEST)} → {shown(after, _LONGEST)}"


def _moves(title: str, moves: Sequence[Moved], screen: Screen) -> Table:
    table = ruled(screen, title=title)
    what, *amounts = _HEADINGS
    table.add_column(what, overflow="fold", ratio=1)
    for heading in amounts:
        table.add_column(heading, justify="right", no_wrap=True)
    for each in moves:
        name = Text(_named(each))
        name.append(f"\n{shown(each.id, 80)}" if each.id else "", style="dim")
        table.add_row(name, *_amounts(each))
    return table


def render_json(differences: Differences, _screen: Screen) -> str:
    """The differences as data."""
    data = {
        "schema": SCHEMA,
        "before": layers_data(differences.before),
        "after": layers_data(differences.after),
        "price_year": differences.price_year,
        "method": differences.method,
        "changes": [_change(each) for each in differences.changes],
        "values": [_moved(each) for each in differences.values],
        "bid": differences.bid,
        "lines": None
        if differences.lines is None
        else [_moved(each) | {"row": each.row} for each in differences.lines],
        "total": None if differences.total is None else _moved(differences.total),
    }
    return as_text(data)


def _change(change: Change) -> dict[str, Any]:
    fields = {name: {"before": before, "after": after} for name, (before, after) in change.fields.items()}
    return {"kind": change.kind, "what": change.what, "id": change.id, "title": change.title, "fields": fields}


def _moved(moved: Moved) -> dict[str, Any]:
    amounts = {"before": moved.before, "after": moved.after, "difference": moved.by}
    return {"id": moved.id, "title": moved.title, **{name: pounds(amount) for name, amount in amounts.items()}}


def render_markdown(differences: Differences, _screen: Screen) -> str:
    """The differences for a pull request."""
    parts = [
        f"**{escaped(_summary(differences))}**",
        f"before: {escaped(_layers(differences.before))}  \nafter: {escaped(_layers(differences.after))}",
    ]
    if differences.changes:
        parts.append("\n".join(_bullet(each) for each in differences.changes))
    if differences.values:
        parts.append(f"### Gross value of one unit\n\n{_grid(differences.values)}")
    if differences.lines is not None and differences.total is not None:
        title = escaped(f"Present value of {differences.bid}")
        parts.append(f"### {title}\n\n{_grid((*differences.lines, differences.total))}")
    return "\n\n".join(parts) + "\n"


def _bullet(change: Change) -> str:
    lines = [f"- {change.kind} `{change.id}` {change.what}: {escaped(change.title)}"]
    lines += [f"  - {escaped(_field(*field))}" for field in change.fields.items()]
    return "\n".join(lines)


def _grid(moves: Sequence[Moved]) -> str:
    rows = ((escaped(_named(each)), *_amounts(each)) for each in moves)
    return table_of(_HEADINGS, "lrrr", rows)


def _named(moved: Moved) -> str:
    return ("" if moved.row is None else f"row {moved.row}: ") + shown(moved.title, 120)


def _amounts(moved: Moved) -> tuple[str, str, str]:
    return money(moved.before), money(moved.after), money(moved.by)
