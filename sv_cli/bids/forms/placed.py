"""Owns putting what was read of a form back where it stands in the sheet, and telling that it was one."""

from collections.abc import Iterable

from msgspec.structs import replace

from sv_cli.bids.forms.form import Form
from sv_cli.bids.tell import Teller
from sv_cli.model.bids import Commitment, Table

_LISTED = 6


def placed(commitments: Iterable[Commitment], form: Form) -> list[Commitment]:
    """The commitments, their rows and cells being those of the sheet."""
    places = form.table.places
    found = []
    for each in commitments:
        cells = {name: places[each.row, at] for name, at in each.columns.items() if (each.row, at) in places}
        begins = places[each.row, 0]
        found.append(replace(each, row=begins[0], cells=cells | {"": begins}))
    return found


def as_form(table: Table, form: Form) -> Table:
    """What was taken for a table, its rows being those of the sheet."""
    rows = [row for (number, _), (row, _) in form.table.places.items() if number >= _head(form)]
    return replace(table, header_row=min(rows), first_row=min(rows), last_row=max(rows), form=form.cells)


def _head(form: Form) -> int:
    return form.table.rows[form.spans[0].head].number


def tell_form(commitments: list[Commitment], form: Form, tell: Teller) -> None:
    """Tell how many commitments were read of a form, from which cells, and what of it says nothing."""
    aside = list(form.aside[:_LISTED])
    more = [f"{len(form.aside) - _LISTED} more"] if len(form.aside) > _LISTED else []
    left = f"; nothing is read of {', '.join([*aside, *more])}" if aside else ""
    empty = f"; empty cards: {form.empty}" if form.empty else ""
    tell.say("form-read", _head(form), count=len(commitments), cells=form.cells, rest=left + empty)
