"""Owns columns that say less is promised than stands there: baselines below a target, bands of which one will apply."""

import re
from collections.abc import Collection
from decimal import Decimal

from msgspec.structs import replace

from sv_cli.bids.cells.figures import NUMBER, value_of
from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.sheets.grid import Row, cell_at, not_empty
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.headings.heading import RATE, Heading
from sv_cli.bids.tables.several.spread import Dated
from sv_cli.bids.tables.several.times import Clash, Times
from sv_cli.bids.tables.under.by_field import ByField
from sv_cli.bids.tables.under.choices import AMOUNT, CHANGED, is_last_word, is_score
from sv_cli.bids.tables.under.held import Column, are_numbers, cells, number_at
from sv_cli.bids.tables.under.offered import LEFT
from sv_cli.bids.terms.deductions import is_deduction, is_net
from sv_cli.bids.terms.names import BUYER
from sv_cli.late import late, rare

_LEVEL = r"(?:levels?|position|figures?|numbers?|no|quantity|qty|values?|amounts?|performance|provision|total|units)"
# What was there before the contract, or is there now
_BEFORE = late(
    r"(?:20[0-9]{2}(?: [0-9]{2,4})? )?baselines?\b(?! (?:year|yr|date|period|source|evidence)\b).*"
    rf"|(?:current|existing|present)(?:ly)?(?: {_LEVEL})?|before|now|today|as is|already in place"
    r"|existing (?:hours|days|weeks|people|staff|posts|jobs|apprentices)"
    r"|starting (?:point|position|level|figure)"
)
# What was done before or is so far, would be welcome, or is wanted by somebody else
_NOT_OFFERED = late(
    r"(?:.* )?(?:achieved|delivered|completed|performed|actuals?|outturn|done)"
    r"(?: (?:so far|to date|last year|20[0-9]{2}))?"
    r"|(?:.* )?(?:so far|to date|ytd)"
    r"|(?:(?:last|previous|prior) (?:(?:financial|contract) )?(?:year|contract|period|term|quarter)(?: s)?"
    r"|(?:20[0-9]{2}(?: [0-9]{2,4})? )?actuals?)(?: .*)?"
    rf"|(?:.* )?(?:stretch|aspiration(?:al)?|benchmark)(?: (?:targets?|offer|{_LEVEL}))?"
    rf"|(?:{BUYER}(?: s)?|minimum|min) (?:targets?|requirements?)"
)
# What is left of it, which is all of it where nothing was done
_LEFT = late(rf"(?:remaining|outstanding|balance|left|still)(?: {_LEVEL})?(?: to (?:deliver|do|complete|go))?|to go")
_OF_ELSE = late(
    r"\b(?:to be|will be|cost|costs|spend|spent|value|(?<!to )dates?|days?|who|by whom|evidence|contact|status)\b|£"
)
# What part of the quantity was there before
_INCLUDED = late(r"(?:of which|including) (?:.* )?(?:already|existing|current|previous|in place)\b.*")
# What says so on either side of a target
_ANYWHERE = ("baseline", "already", "existing")
# What somebody else, or a later look, made of the quantity, beside what is its last word by its name alone: “New hours”
# may be further ones
_WHO = rf"(?:{BUYER}|evaluator|panel|moderator|team|sv team)(?: s)?"
_JUDGED = late(
    rf"(?:{_WHO} )?(?:{CHANGED}|corrected|evaluated|assessed|verified|checked|validated|reviewed|rebased|challenged"
    rf"|realistic)(?: {AMOUNT})?(?: by .*)?|{_WHO} (?:agreed|{AMOUNT})|(?:new|latest|alternative) {AMOUNT}"
    rf"|(?:{AMOUNT} )?(?:after|post) evaluations?(?: {AMOUNT})?"
    r"|v(?:ersion)? ?[2-9]|(?:high|low|best|worst) case"
)
# What right of the quantity says how little of it may come to pass; left of it the buyer may want so much
_LEAST = late(rf"(?:min(?:imum)?|guaranteed|lowest|lower|least|low)(?: (?:{AMOUNT}|bound|limit|estimate|scenario))?")
_MOST = late(r"(?:max|upper|high|most)")
_AIMED = late(r"\b(?:total|targets?|proposed|planned|projected|forecast|future|aim|levels?|end of contract)\b")
# What says that a target counts nothing of what is there already
_BESIDES = frozenset(("additional", "extra", "increase", "above", "further", "new"))
_RISES = _BESIDES | {"net", "uplift", "rise", "growth", "difference", "change", "improvement", "added"}
_SAVED = rare(
    r"\b(?:sav(?:ed|ings?)|reduc(?:ed|tions?)|avoided|decrease)\b",
    ("sav", "reduc", "avoided", "decrease"),
    re.IGNORECASE,
)
_LESS = Heading("quantity", "because it is the reduction from the baseline", guessed=True)
_MORE = Heading("quantity", "because it is the increase over the baseline", guessed=True)
# What a net beside the quantity comes from: shares that are taken off it, or prices
_NETTING = frozenset(("deadweight", "displacement", "attribution", "attribution_own", "attribution_unclear", "cost",
                      "own_unit_value", "own_total"))  # fmt: skip
BASELINE = "baseline"
NOT_OFFERED = "not_offered"
_BASELINE = Heading(BASELINE, "because it names what is there already")
_UNPROMISED = Heading(NOT_OFFERED, "because it names what is not promised")
_AMOUNT = late(rf"[+\u00a3]? ?({NUMBER}) ?\(?[a-z\u00a3 ]{{0,20}}\)?", re.IGNORECASE)
_BAND = late(r"(?=.*\b(?:band|tier)s?$).*\b(?:call[ -]?off|order|spend|value|price)\b", re.IGNORECASE | re.DOTALL)


def bands(span: Span, rows: list[Row]) -> list[Clash]:
    """A clash of a column of bands, such as values of call-offs: how often each will apply is not stated."""
    found = [
        Column(at, text, Heading(RATE, "because it names bands")) for at, text in span.unknown if _BAND.match(text)
    ]
    several = [column for column in found if len({*not_empty(cells(column, rows))}) > 1]
    return [Clash(RATE, tuple(several))] if several else []


def levels(span: Span, rows: list[Row], columns: tuple[Column, ...]) -> list[Clash]:
    """A clash of a target with a greater baseline beside it, or of a quantity with what others made of it."""
    return [*_not_above(span, rows, columns), *_judged(span, rows, columns)]


def _judged(span: Span, rows: list[Row], columns: tuple[Column, ...]) -> list[Clash]:
    quantity = next((column for column in columns if column.heading.field == "quantity"), None)
    if quantity is None:
        return []
    judged = [(at, text) for at, text in span.unknown if is_judged(text) and not is_score(text, span.unknown)]
    judged += _least(quantity, span)
    if any(column.heading.field in _NETTING for column in columns):
        judged = [(at, text) for at, text in judged if not is_net(text)]
    return [
        Clash("quantity", (quantity, Column(at, text, quantity.heading)))
        for at, text in judged[:1]
        if any(_differ(_stated(row, at), _stated(row, quantity.index)) for row in rows)
    ]


def _least(quantity: Column, span: Span) -> list[tuple[int, str]]:
    """The columns right of a quantity that name its least: ``Minimum``. Beside ``Maximum`` they are bounds."""
    if any(_MOST.match(normal(text)) for _, text in span.unknown):
        return []
    return [(at, text) for at, text in span.unknown if at > quantity.index and _LEAST.fullmatch(normal(text))]


def is_judged(text: str) -> bool:
    """Whether a heading names what others made of the quantity, or what is left of it: ``Council figure``, ``Net``."""
    judged = is_last_word(text) or is_net(text) or _JUDGED.fullmatch(normal(text)) is not None
    return judged and not names_unpromised(text)


def _differ(other: Decimal | None, quantity: Decimal | None) -> bool:
    """Whether an amount stands beside a quantity and is another; 1 and 0 may be ticks."""
    return other is not None and quantity is not None and other not in (quantity, 0, 1)


def _not_above(span: Span, rows: list[Row], columns: tuple[Column, ...]) -> list[Clash]:
    """A clash of a target with the baseline beside it, where a row's baseline is the greater one."""
    targets = [column for column in columns if _is_target(column)]
    at = _baseline(span, targets[0]) if targets else None
    if at is None:
        return []
    below = any(_is_below(row, target.index, at) for row in rows for target in targets)
    return [Clash("quantity", (*targets[:1], Column(at, dict(span.unknown)[at], targets[0].heading)))] if below else []


def _place_rises(by_field: ByField, times: Times, span: Span, rows: list[Row]) -> None:
    """A column that is the target less the baseline in every row is the quantity, and the target is not."""
    quantities = by_field.get("quantity", [])
    if len(times.dated) == 1:
        risen = _risen(quantities, [times.dated[0][0]], span, rows)
        times.dated = ((risen, times.dated[0][1]),) if risen else times.dated
    elif not times.dated:
        risen = _risen(quantities, [*quantities, *by_field.get("total", [])], span, rows)
        if risen is not None:
            by_field["quantity"] = [risen]
            by_field.pop("total", None)


def place_reductions(by_field: ByField, times: Times, span: Span, rows: list[Row]) -> None:
    """A column that is the baseline less the target in every row is the quantity, and the target is not."""
    _place_rises(by_field, times, span, rows)
    quantities = by_field.get("quantity", [])
    reduced = _reduced(quantities, span, rows)
    if reduced is not None:
        by_field["quantity"] = [reduced]
        return
    for target in filter(_is_target, quantities):
        at = _baseline(span, target)
        if at is None:
            return
        others = [column for column in quantities if column is not target]
        less = [column for column in others if _are_less(rows, at, target.index, column.index)]
        if len(less) == 1:
            by_field["quantity"] = less


def _reduced(quantities: list[Column], span: Span, rows: list[Row]) -> Column | None:
    """``Current | Proposed | Saving``: what in every row is saved, where the quantity is what it comes down to."""
    unknown = dict(span.unknown)
    if len(quantities) != 1 or not any(_SAVED.search(text) for text in unknown.values()):
        return None
    before = [at for at, text in unknown.items() if _is_baseline(text) and at < quantities[0].index]
    saved = [at for at, text in unknown.items() if _SAVED.search(text) and are_numbers(_as_saved(at, text), rows)]
    if len(before) != 1 or len(saved) != 1 or not _are_less(rows, before[0], quantities[0].index, saved[0]):
        return None
    return replace(_as_saved(saved[0], unknown[saved[0]]), heading=replace(_LESS, unit=quantities[0].heading.unit))


def _risen(quantities: list[Column], targets: list[Column], span: Span, rows: list[Row]) -> Column | None:
    """What is left of the target in every row: ``Baseline | Target | Increase``, ``Quantity | Less existing | Net``."""
    before = [at for at, text in span.unknown if _is_baseline(text) or is_deduction(text)]
    if len(before) != 1 or not targets:
        return None
    unknown = [Column(at, text, LEFT if is_net(text) else _MORE) for at, text in span.unknown]
    rises = [
        each
        for each in (*quantities, *unknown)
        if is_net(each.text) or not _RISES.isdisjoint(normal(each.text).split(" "))
    ]
    found = [
        rise
        for rise in rises
        for target in targets
        if target is not rise and _are_less(rows, target.index, before[0], rise.index)
    ]
    if len(found) != 1 or not any((_stated(row, before[0]) or 0) > 0 for row in rows):
        return None
    unit = next((each.heading.unit for each in (*found, *targets) if each.heading.unit), None)
    return replace(found[0], heading=replace(found[0].heading, unit=unit))


def _as_saved(at: int, text: str) -> Column:
    return Column(at, text, _LESS)


def _are_less(rows: list[Row], baseline: int, target: int, less: int) -> bool:
    """Whether in every row that states them one is what lies between the others, and some row does."""
    stated = any(None not in (_stated(row, baseline), _stated(row, target)) for row in rows)
    return stated and all(_is_less(row, baseline, target, less) for row in rows)


def _stated(row: Row, index: int) -> Decimal | None:
    """The number that a 0-based column states, with its unit behind it or without: ``30``, ``+30``, ``30 hours``."""
    number, cell = number_at(row, index), cell_at(row, index)
    found = _AMOUNT.fullmatch(folded(cell)) if number is None and isinstance(cell, str) else None
    return value_of(found[1]) if found else number


def _is_less(row: Row, baseline: int, target: int, less: int) -> bool:
    before, aimed, saved = (_stated(row, at) for at in (baseline, target, less))
    return before is None or aimed is None or (saved is not None and before - abs(aimed) == saved)  # “Less: -20”


def _is_baseline(text: str) -> bool:
    """Whether a heading names what is there already: ``Baseline 2025``, ``Current``, ``Existing level``."""
    return _BEFORE.fullmatch(normal(text)) is not None


def baselines(span: Span, quantity: Column | None, years: tuple[Dated, ...], rows: list[Row]) -> tuple[Column, ...]:
    """The column of baselines beside a target that is read whole, or beside its years, where both are above nought."""
    target = years[0][0] if years else quantity
    if target is None:
        return ()
    at = next((at for at, text in span.unknown if _INCLUDED.fullmatch(normal(text))), None)
    if at is None and (years or _AIMED.search(normal(target.text))) and not _is_besides(target):
        at = _baseline(span, target)
    if at is None:
        return ()
    risen = any((_stated(row, at) or 0) > 0 and (_stated(row, target.index) or 0) > 0 for row in rows)
    return (Column(at, dict(span.unknown)[at], _BASELINE),) if risen else ()


def names_unpromised(text: str) -> bool:
    """Whether a heading names what was done or is there already, or a wish: ``Achieved``, ``Current``, ``Stretch``."""
    words = normal(text)
    return _is_baseline(text) or (_NOT_OFFERED.fullmatch(words) is not None and _OF_ELSE.search(words) is None)


def names_rest(text: str) -> bool:
    """Whether a heading names what is left to be done: ``Remaining``, ``Balance to deliver``."""
    return _LEFT.fullmatch(normal(text)) is not None


def not_promised(span: Span, told: tuple[Column, ...], rows: list[Row]) -> tuple[Column, ...]:
    """The columns of amounts below such headings, but for those that are told of otherwise."""
    others = {column.index for column in told}
    unknown = [(at, text) for at, text in span.unknown if at not in others]
    left = [(at, text) for at, text in unknown if names_rest(text) and not _says_again(at, others, rows)]
    named = (*((at, text) for at, text in unknown if names_unpromised(text)), *left)
    found = (Column(at, text, _UNPROMISED) for at, text in named)
    return tuple(each for each in found if any((_stated(row, each.index) or 0) > 0 for row in rows))


def _says_again(at: int, others: Collection[int], rows: list[Row]) -> bool:
    """Whether a column holds the amounts of another in every row."""
    held = [_stated(row, at) for row in rows]
    return any(held == [_stated(row, other) for row in rows] for other in others)


def _baseline(span: Span, target: Column) -> int | None:
    """The column of what is there already; right of a target “Current” says how far it is reached."""
    found = ((at, normal(text)) for at, text in span.unknown if _is_baseline(text))
    return next((at for at, words in found if at < target.index or words.startswith(_ANYWHERE)), None)


def _is_target(column: Column) -> bool:
    named = column.heading.field in ("quantity", "period") and "target" in normal(column.text).split(" ")
    return named and not _is_besides(column)


def _is_besides(column: Column) -> bool:
    """Whether a heading says that its amounts come on top: ``Target (additional)``."""
    return column.heading.how in (_MORE.how, LEFT.how) or not _BESIDES.isdisjoint(normal(column.text).split(" "))


def _is_below(row: Row, target: int, baseline: int) -> bool:
    aimed, before = _stated(row, target), _stated(row, baseline)
    return aimed is not None and before is not None and aimed < before
