"""Owns where a finding about a commitment points: its row, the field's cell, and the heading that the user sees."""

from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.model.bids import CHOICE, Bid, Commitment

_ALSO = {"attribution": "attribution_own", "start": "year", "unit": "quantity"}  # where else a field may stand


def note(name: str, commitment: Commitment, bid: Bid, about: str, /, **fields: object) -> Finding:
    """The finding ``name`` at the commitment's field ``about``, or at its row when that field has no cell."""
    return finding(name, place_in(bid, commitment, about), **fields)


def place_in(bid: Bid, commitment: Commitment, about: str) -> Place:
    """The cell of the field ``about``, its column named by the heading in the bid; the row alone when it has none."""
    known = commitment.columns.keys() | _headings(bid, commitment).keys()
    if about not in known:
        about = _ALSO.get(about, about)
    if about == "reference" and CHOICE in known and (commitment.chosen or not commitment.reference):
        about = CHOICE
    cell = commitment.cell(about)
    return Place(
        file=bid.file,
        sheet=commitment.sheet,
        row=commitment.row if cell is None else cell.row,
        column=_headings(bid, commitment).get(about),
        cell=None if cell is None else cell.address,
        record=str(commitment.at) if commitment.cells else None,
    )


def _headings(bid: Bid, commitment: Commitment) -> dict[str, str]:
    for table in bid.tables:
        if table.sheet == commitment.sheet and table.first_row <= commitment.row <= table.last_row:
            return dict(table.columns)
    return {}
