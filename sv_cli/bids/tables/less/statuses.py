"""Owns columns of how far lines have come: which of their words say that a line is not offered, or is done already."""

from sv_cli.bids.cells.text import normal
from sv_cli.bids.sheets.grid import Row
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.headings.heading import Heading
from sv_cli.bids.tables.less.ticks import free_standing
from sv_cli.bids.tables.under.by_field import ByField
from sv_cli.bids.tables.under.held import Column, distinct_at, texts_at
from sv_cli.bids.terms.standing import is_of_delivery, offers_beside_done, standings_of
from sv_cli.late import late

_STATUS = Heading("status", "because its cells give the progress of each line")
# Statuses of what is promised, and not of its evidence, its risks or whoever benefits
_HEADS = late(
    r"(?:(?:current|our|latest) )?(?:(?:row|line|item|offer|bid|commitment|promise|pledge|measure|delivery|approval"
    r"|sign off|review|workflow|submission|internal|draft) )?(?:status|state)"
    r"|(?:trello |kanban |board )?(?:list|lane|swim ?lane|column)(?: name)?"
    r"|status of (?:the )?(?:commitments?|offers?|measures?|lines?|items?|promises?|pledges?)"
)
_DONE = "done"


def is_of_status(text: str) -> bool:
    """Whether a heading is that of how far a line has come: ``Delivery status``, ``Approval status``."""
    return _HEADS.fullmatch(normal(text)) is not None


def place_statuses(by_field: ByField, span: Span, rows: list[Row]) -> None:
    """``Delivery status`` over ``On hold`` says how lines stand; so does ``Delivered`` beside what is offered."""
    for at, text in span.unknown:
        if not is_of_status(text):
            continue
        kinds = ("agreed",) if is_of_delivery(text) else ()
        free = free_standing(by_field, at, *kinds)
        tells = standings_of({free: text})[free]
        if any(map(tells, texts_at(at, rows))):
            by_field[free] = [Column(at, text, _STATUS)]
    columns = by_field.get("status", [])
    if len(columns) == 1 and offers_beside_done(distinct_at(columns[0].index, rows)):
        by_field[_DONE] = columns
