"""Owns what the heading of a big table settles: the column of each field, and whether rows below can be regular."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.cells.units import Units
from sv_cli.bids.contract.facts import BIDDERS, adjoining, within
from sv_cli.bids.sheets.grid import Grid, Row
from sv_cli.bids.tables.answers import names_answer, offered_beside
from sv_cli.bids.tables.finding.find import Span, find_tables
from sv_cli.bids.tables.finding.patience import Patience
from sv_cli.bids.tables.headings.headings import Headings
from sv_cli.bids.tables.headings.timed import is_cumulative
from sv_cli.bids.tables.layout import TEXTS
from sv_cli.bids.tables.less.kinds import (
    asks_agreement,
    asks_newness,
    explains_letters,
    names_deliverer,
    names_funder,
    names_option,
)
from sv_cli.bids.tables.less.levels import is_judged, names_rest, names_unpromised
from sv_cli.bids.tables.less.refusals import is_waiting
from sv_cli.bids.tables.less.shares import is_unused_share
from sv_cli.bids.tables.less.statuses import is_of_status
from sv_cli.bids.tables.less.ticks import asks_whether, is_of_boxes
from sv_cli.bids.tables.narrated import may_narrate, may_speak
from sv_cli.bids.tables.pace_columns import is_of_pace
from sv_cli.bids.tables.references import may_hold_prices, may_number, names_measure
from sv_cli.bids.tables.several.extensions import is_extension
from sv_cli.bids.tables.several.multipliers import is_multiplier
from sv_cli.bids.tables.several.proofs import may_be_doubted
from sv_cli.bids.tables.under.choices import is_last_word
from sv_cli.bids.tables.under.held import Column
from sv_cli.bids.tables.unit_columns import speaks_of_units
from sv_cli.bids.tables.unsure import may_be_instead
from sv_cli.bids.terms.deductions import is_deduction
from sv_cli.bids.terms.labels import named_fact
from sv_cli.bids.terms.titles import is_unfirm
from sv_cli.bids.terms.words import Words, words_of
from sv_cli.model.vocabulary import Vocabulary

_CONTEXT = ("reference", "unit", "place", "year", "start", "end")
_REGULAR = frozenset(("quantity", *_CONTEXT, *TEXTS))
# The facts of a contract that decide what a promise is worth
_DECIDING = frozenset(("start", "end", "years", "place"))
_OF_NO_PACE = frozenset(("description", "owner", "theme", "outcome"))
_OF_PROMISES = frozenset(("description", "evidence", "own_unit_value", "own_total"))
# Questions to a column's heading; with any yes its cells are read together with those beside them
_ASKING = (
    *(is_of_boxes, asks_whether, asks_newness, names_funder, names_deliverer, is_multiplier, is_unused_share),
    *(is_extension, is_deduction, names_unpromised, names_rest, is_judged, names_option, is_waiting, is_of_pace),
    *(is_last_word, is_of_status, asks_agreement, explains_letters),
)
# Years and dates that mean the same whatever other rows hold: no year 0, which shifts all years by one, and no date
# whose order of day and month another row has to settle
_DAY = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}(?: 00:00:00)?")
_TIMES = {
    "year": re.compile(r"(?:(?:contract )?(?:year|yr|y) ?)?[1-9]|20[0-9]{2} ?[/-] ?(?:20)?[0-9]{2}", re.IGNORECASE),
    "start": _DAY,
    "end": _DAY,
}


class Regular(Struct, frozen=True):
    """A heading under which rows can be regular: columns (counted from 0) by what they mean for that.

    * ``reference``, ``quantity``, ``description``, ``unit``: the columns of these fields, if there are any
    * ``context``: those whose texts decide what one unit of a row is worth, the ``deciding`` ones first
    * ``times``: those with years or dates, each with the form that a regular row has there
    * ``texts``: all that decide no value
    * ``others``: those that have to be empty in a regular row, since they are read together with the rows around it
      (a share, a date), or are not understood
    * ``facts``: those of facts of the contract; ``deciding`` are those of them that decide what a row is worth
    * ``once``: facts, and names of bidders, which have to be the same in all rows of a bid
    * ``measures``: descriptions headed as measures; codes in them would make them references
    * ``answers``: descriptions headed as what is offered; amounts in them would make them quantities
    * ``offered``: texts that may contradict the quantity as a target
    * ``notes``: texts that may say how often a quantity falls; ``paced``: the same, whatever their heading
    * ``rows``: texts that may say that their row is a total or no promise; ``spoken``: the same, in a sentence
    * ``beside``: texts outside the table's own columns, where a fact of the contract may be; ``labels`` are the letters
      and digits of the labels of such facts

    ``words`` are the reader's word lists; ``units`` finds the unit that a text names.
    """

    reference: int
    quantity: int
    description: int | None
    unit: int | None
    times: Mapping[int, re.Pattern[str]]
    context: tuple[int, ...]
    texts: tuple[int, ...]
    others: tuple[int, ...]
    facts: tuple[int, ...]
    deciding: tuple[int, ...]
    once: tuple[int, ...]
    measures: tuple[int, ...]
    answers: tuple[int, ...]
    offered: tuple[int, ...]
    notes: tuple[int, ...]
    rows: tuple[int, ...]
    spoken: tuple[int, ...]
    paced: tuple[int, ...]
    beside: tuple[int, ...]
    labels: frozenset[str]
    words: Words
    units: Units


def regular(headings: Sequence[str], bid: int, vocabulary: Vocabulary) -> Regular | None:
    """What the heading settles; None when no row under it can be regular (two columns of one field, columns of years).

    ``bid`` is the column that names the bid of each row.
    """
    shown = ["" if at == bid else text for at, text in enumerate(headings)]
    grid = Grid("", [Row(1, list(shown))], delimited=True)
    spans = find_tables(grid, Headings(vocabulary, Units(vocabulary.units), {}), Patience())
    if len(spans) != 1 or _asks_for_cells(spans[0], bid, Units(vocabulary.units)):
        return None
    columns = _fields(spans[0])
    if not {"reference", "quantity"} <= columns.keys():
        return None
    span, sorts = spans[0], _sorts(headings, grid, spans[0], bid, vocabulary)
    described = [each for each in span.columns if each.heading.field == "description"]
    promises = {columns[name] for name in _OF_PROMISES & columns.keys()}
    bidders = (at for at, text in span.unknown if at != bid and normal(text) in BIDDERS)
    valued = (each for each in span.columns if each.heading.field == "own_unit_value")
    known = {each.index for each in span.columns if each.heading.field in _OF_NO_PACE}
    paces = tuple(each.index for each in valued if is_of_pace(each.text))  # “Rate” over “per month”, and not over £12
    return Regular(
        reference=columns["reference"],
        quantity=columns["quantity"],
        description=columns.get("description"),
        unit=columns.get("unit"),
        times={columns[name]: form for name, form in _TIMES.items() if name in columns},
        context=(*sorts.deciding, *sorts.context),
        texts=sorts.texts,
        others=sorts.others,
        facts=sorts.facts,
        deciding=sorts.deciding,
        once=tuple(dict.fromkeys((*sorts.facts, *bidders))),
        measures=tuple(each.index for each in described if names_measure(each)),
        offered=tuple(each.index for each in offered_beside(span, _quantity(span)) if each.index in sorts.texts),
        answers=tuple(each.index for each in described if names_answer(each.text)),
        notes=(*(columns[name] for name in ("evidence",) if name in columns), *paces),
        rows=tuple(at for at in sorts.texts if at not in promises),
        spoken=tuple(
            at
            for at, _ in may_speak(span, span.headed.items())
            if at in sorts.texts and at != columns.get("description")
        ),
        paced=tuple(at for at in sorts.texts if at not in known),
        beside=tuple(at for at in sorts.beside if at in sorts.texts),
        labels=frozenset(letters_of(label, digits=True) for labels in vocabulary.facts.values() for label in labels),
        words=words_of(vocabulary),
        units=Units(vocabulary.units),
    )


class _Sorts(NamedTuple):
    """Columns by their sort, as in `Regular`; ``beside`` has those too that are not in ``texts``."""

    context: tuple[int, ...]
    others: tuple[int, ...]
    facts: tuple[int, ...]
    deciding: tuple[int, ...]
    texts: tuple[int, ...]
    beside: tuple[int, ...]


def _sorts(headings: Sequence[str], grid: Grid, span: Span, bid: int, vocabulary: Vocabulary) -> _Sorts:
    columns = _fields(span)
    context = tuple(columns[name] for name in _CONTEXT if name in columns)
    others = tuple(at for name, at in columns.items() if name not in _REGULAR and at != bid)
    others += _unheaded(headings, span, columns["quantity"])
    decided = {*context, columns["quantity"], *others, bid}
    texts = tuple(at for at in range(len(headings)) if at not in decided)
    beside = tuple(at for at in texts if not span.left <= at <= span.right)
    inner = tuple(at for at in within(span) if at in texts)
    of_facts = _named_facts(headings, (*beside, *inner), vocabulary)
    facts = tuple(at for at in (*adjoining(grid, span), *inner) if at in of_facts)
    deciding = tuple(at for at in facts if of_facts[at] in _DECIDING)
    asking = (at for at, text in span.unknown if at != bid and any(says(text) for says in _ASKING))
    telling = (*(at for at in of_facts if at not in facts), *asking)
    texts = tuple(at for at in texts if at not in (*telling, *facts))
    return _Sorts(context, (*others, *telling), facts, deciding, texts, beside)


def _unheaded(headings: Sequence[str], span: Span, quantity: int) -> tuple[int, ...]:
    """The columns without a heading in which the reader may find amounts: beside the quantity, and after the last."""
    last = max(span.headed, default=span.right)
    beside = (at for at in (quantity - 1, quantity + 1) if span.left < at < span.right)
    return tuple(at for at in (*beside, *range(last + 1, len(headings))) if not headings[at].strip())


def _fields(span: Span) -> dict[str, int]:
    """The column of each field; empty where two columns are of one field, or rows under them are read together."""
    columns: dict[str, int] = {}
    for column in span.columns:
        heading = column.heading
        if heading.field in columns or heading.field in ("period", "total") or "attribution" in heading.field:
            return {}
        yearly = heading.field == "count" and heading.per  # a number of years to multiply a quantity by
        if yearly or (heading.field == "reference" and may_hold_prices(column)):
            return {}
        if heading.field == "quantity" and may_number(column.text):
            return {}
        if heading.field == "quantity" and (heading.scaled or heading.per or may_be_doubted(column, span)):
            return {}
        if heading.field == "quantity" and is_unfirm(column.text):
            return {}
        columns[heading.field] = column.index
    return columns


def _quantity(span: Span) -> Column | None:
    return next((column for column in span.columns if column.heading.field == "quantity"), None)


def _named_facts(headings: Sequence[str], beside: Sequence[int], vocabulary: Vocabulary) -> dict[int, str]:
    """The columns beside the table's own that are headed as facts of the contract, and which facts these are."""
    labels = {normal(label): name for name, every in vocabulary.facts.items() for label in every}
    return {at: name for at in beside if (name := named_fact(folded(headings[at]), labels))}


def _asks_for_cells(span: Span, bid: int, units: Units) -> bool:
    """Whether the meaning of a heading depends on the cells below it."""
    guessed = any(column.heading.guessed for column in span.columns)
    fields = {column.heading.field: column.index for column in span.columns}
    beside = -9 if "unit" in fields else fields.get("quantity", -9)  # next to it units may stand below any name
    described = sum(column.heading.field == "description" for column in span.columns)
    headed = [(each.heading.field, each.text) for each in span.columns] + [("", text) for _, text in span.unknown]
    answered = any(names_answer(text) for field, text in headed if field in ("", "count"))
    unclear = guessed or answered or ("unit" not in fields and described > 1) or bool(may_narrate(span))
    counted = any(each.heading.field == "quantity" and each.heading.merely_counts for each in span.columns)
    unheaded = fields.get("quantity", -9) + 1  # where other amounts may stand
    unclear |= unheaded not in (bid, *span.headed) and unheaded < span.right
    unclear |= any(each.heading.field == "quantity" and is_cumulative(each.text) for each in span.columns)
    at_unit = fields.get("unit", -9)
    unclear |= counted and any(abs(at - at_unit) == 1 or may_be_instead(text) for at, text in span.unknown)
    return unclear or any(abs(at - beside) == 1 or speaks_of_units(text, units) for at, text in span.unknown)


def letters_of(text: str, *, digits: bool = False) -> str:
    """The letters a to z of ``text`` in small letters, as labels are compared; with ``digits`` these too."""
    return "".join(letter for letter in text.lower() if "a" <= letter <= "z" or (digits and "0" <= letter <= "9"))
