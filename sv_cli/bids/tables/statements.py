"""Owns what a sheet says of all amounts of a table, around it or in a comment: they are a year's, or in thousands."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from sv_cli.bids.cells.described_units import unit_headed
from sv_cli.bids.cells.periods import find_period
from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.cells.units import Units
from sv_cli.bids.sheets.grid import Grid, Row, filled_cells
from sv_cli.bids.tables.around import FARTHEST, alone_below, asked_of, lone_rows, said_around
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.headings.heading import RATE
from sv_cli.bids.tables.headings.stages import several_years
from sv_cli.bids.tables.layout import Layout
from sv_cli.bids.tables.several.times import Clash
from sv_cli.bids.tables.under.held import Column
from sv_cli.bids.terms.footnotes import marked_footnote
from sv_cli.bids.terms.forms import IN_ALL
from sv_cli.bids.terms.names import ONE, PART_OF_YEAR, REGULARLY, WHAT
from sv_cli.bids.terms.of_all import not_promised, says_whole, stamped
from sv_cli.bids.terms.pinned import asks_so_often
from sv_cli.bids.terms.rates import names_another
from sv_cli.bids.terms.unheeded import may_change_lines
from sv_cli.late import late, rare
from sv_cli.model.bids import Period

_FEW_YEARS = Decimal(5)  # that contracts mostly have, where nothing is said of their length
_NO_MORE = late(
    r"(?:only|alone|commitments?|targets?|offers?|promises?|quantit(?:y|ies)|delivery|amounts?|of contract| )*"
)
_FROM_FIRST = late(r"\b(?:years?|yrs?|y) ?[12]\b")  # later ones may as well be of a school
_LONGEST = 120
# One of these is in every statement
_STEMS = (
    *("annu", "year", "yr", "p.a", "p. a", "p a", "pa", "month", "mth", "mnth", "week", "wk", "day", "dai", "quarter"),
    *("qtr", "term", "fortnight", "per ", "each ", "every ", "00", "10", "thousand", "hundred", "tens", "million"),
    *("\u00a3k", "\u00a3 k", "\u00a3m", "\u00a3 m"),
)
# The parts of a year over which columns spread an amount, as texts call them
_CALLED = {"month": late(r"mo?n?th", re.IGNORECASE), "quarter": late(r"quarter|qtr", re.IGNORECASE)}
# What is in thousands, and the hours beside it are not; how often such money is given need not be meant of the hours
_MONEY = rf"(?:£|pounds?|money|donations?|gifts|spend)(?: {WHAT})?"
_YEAR = (
    r"(?:per|each|every|each and every|for each|in each|a) (?:contract )?(?:year|annum)|p\.? ?a\.?|annual(?:ly)?|yearly"
    r"|(?:in |for )?each of the (?:[a-z0-9]+ )?years"
)
_TIME = rf"(?:per|each|every|for each|in each|a) (?:calendar )?{PART_OF_YEAR}|{REGULARLY}"
_THING = (
    rf"(?:per|each|every|for each|for every) (?:{ONE}|£.*)"
    r"(?: (?:contract|order|awarded|won|placed|let|commissioned))*"
)
# “Each figure is for one apprentice”
_EACH = (
    r"(?:each|every) (?:figure|quantity|number|target|commitment|amount)(?: (?:below|above|shown|stated|given))?"
    r" is (?:per|(?:for|per|of) (?:one|an?|each|every|a single))"
    rf" (?:{ONE}|{PART_OF_YEAR})"
)
_SCALE = (
    r"(?:in )?(?P<scale>£ ?(?:'?,?000'?s?|thousands?|millions?|k|m)|[x\u00d7] ?10{1,6}"
    r"|(?:'?,?0{2,3}'?s?|10{1,6}'?s|thousands?|hundreds|tens|millions?)(?: of (?P<of>pounds))?)"
)
# “… for a 3 year contract”, “… of the contract”
_TAIL = (
    r" (?:for|of|over|during|throughout) (?:the|an?|our|this) (?:[a-z0-9-]+ ){0,3}(?:contract|term)"
    r"(?: (?:term|period))?"
)
# “…, not for the whole contract” takes nothing back; what other words follow may hold of some lines alone
_REST = r"(?:,? (?:and )?not [^,]{1,60})?(?P<more>(?:,| except| apart from| but| excluding) .{1,80})?"
_NOTED = r"(?:(?:please )?note:? (?:that )?|n\.?b\.?:? |\*+ ?)?"
_NOTE = rf"{_NOTED}(?:unless (?:otherwise )?(?:stated|noted|shown|specified)(?: otherwise)?,? )?"
_ONE_TIME = rf"for (?:one|1|a single|12) (?:{PART_OF_YEAR}s?|years?)(?: only)?"
_BASIS = rf"(?:(?P<year>{_YEAR})|(?P<time>{_TIME}|{_ONE_TIME})|(?P<thing>{_THING})|{_SCALE})"
# Where a statement says that the amounts stand: “in the commitments schedule”, “on the next sheet”
_THERE = (
    r"(?:in|on) (?:this|the|our) (?:[a-z]+ ){0,3}"
    r"(?:table|schedule|sheet|tab|workbook|spreadsheet|worksheet|form|list|page)s?"
)
_STATEMENT = rare(
    rf"{_NOTE}(?:please (?:enter|state|give|provide) )?"
    r"(?:(?:all|the|these|our) )*"
    r"(?:(?:(?P<cash>financial|monetary|cash)|social value|quantity|target|proposed|offered) )?"
    rf"(?:{WHAT}|(?P<money>{_MONEY}))"
    rf"(?: (?:below|above|shown|stated|given|offered|{_THERE}|are|is|should be|to be"
    rf"|expressed|quoted|provided|entered|on an?))*,? {_BASIS}(?: (?:basis|{WHAT})|{_TAIL}| unless .*)?"
    rf"{_REST}\.?|{_EACH}(?:, .{{1,60}})?\.?",
    _STEMS,
    re.IGNORECASE,
)
# What a title names: “Our annual pledges”, “What we promise each year”, “Each year we will deliver the following”
_OFFERED = (
    rf"(?:(?:our|the|all|these) )*(?:social value )?(?:{WHAT}|offers?|pledges?|promises?|commitment|target"
    r"|number|figure|quantity|amount|what we (?:will )?(?:offer|promise|pledge|commit to|deliver|give|do)"
    r"|(?<=social value ))"
)
_ENTER = r"(?:(?:please )?(?:enter|state|give|provide|insert) )?"
_WE_GIVE = r"we (?:(?:will|can|commit to|promise to) )?(?:(?:deliver|provid|offer|giv)(?:e|ing)?|do|commit to)"
# “The above will be delivered”
_DONE = (
    r"(?:all (?:of )?)?(?:the )?(?:above|following|these|this)(?: (?:commitments?|activities|offers?|measures?))?"
    r"(?: (?:will|shall|is|are|to|be))+ (?:delivered|provided|given|repeated|offered|done)"
)
_TITLE = rare(
    rf"{_NOTE}(?:{_ENTER}(?:(?:our|the|all|these) )*"
    r"(?:(?P<of_year>annual|yearly)|(?P<of_time>monthly|weekly|quarterly|termly))"
    rf" {_OFFERED}(?: in (?:the )?(?:[a-z]+ ){{1,4}}(?:columns?|cells?|boxes))?(?: unless .*)?\.?"
    rf"|{_ENTER}(?:(?:{_OFFERED}|{_DONE}|{_WE_GIVE} (?:the following|(?:all )?(?:of )?(?:this|these|it|them)))"
    rf" (?!(?:for )?(?:per|each|every) (?:{ONE}|£)))?(?:all )?{_BASIS}"
    rf"(?: of the (?:[a-z0-9-]+ ){{0,2}}contract)?(?:,? {_WE_GIVE}(?: the following)?)?(?: unless .*)?)\.?",
    _STEMS,
    re.IGNORECASE,
)
# What is said of years that each hold all until then: “All figures are cumulative”
_CUMULATIVE = late(
    rf"{_NOTED}(?:(?:all|the|these|our|yearly|annual|year) )*"
    rf"(?:(?:{WHAT}|(?:years?|columns?|year columns?))(?: (?:below|above|shown|stated|given|for each year|by year"
    rf"|{_THERE}|are|is|shows?|to be|expressed|quoted|an?|the|on an?))* )?"
    r"(?:cumulative(?:ly)?|running totals?|cumulative totals?)(?: basis| totals?| position| year on year)?"
    rf"(?: (?:{WHAT}))?(?: (?:at|by|to|up to) (?:the )?(?:end|close) of (?:each|that|the|every) year)?\.?",
    re.IGNORECASE,
)
# What a text speaks of whose part says how often, and nothing else: “Social value offer (per year)”
_PROMISED = late(
    rf"\b(?:social value|{WHAT}|quantity|offer(?:s|ed)?|commitments?|promises?|pledges?|targets?|measures?|outcomes?"
    r"|benefits?|toms|kpis?|delivery|bid|response)\b"
)
_OF_MONEY = late(r"\b(?:contract (?:value|sum|price)|prices?|pricing|costs?|fees?|turnover|budget|index\w*|insur\w*)\b")
_PARTS = late(r"[()\[\];]|\s[-\u2013\u2014]\s|:\s|\.\s|\n|,\s(?=\u00a3)")

# “All quantities are in days”, “(all in days)”, “Unit of measure: days”
_IN_UNIT = rare(
    rf"{_NOTED}(?:{_OFFERED}|all)"
    r"(?:,? (?:below|above|shown|stated|given|offered|expressed|quoted|provided|entered|measured|counted|are|is|in|as"
    r"|numbers? of))+ (?P<unit>[a-z\u00a3][a-z \u00a3'-]{0,30}?)(?: unless .*)?\.?"
    r"|units?(?: of measure(?:ment)?)? ?[:=-] ?(?P<said>[a-z\u00a3][a-z \u00a3'-]{0,30})",
    (
        *(" below ", " above ", " shown ", " stated ", " given ", " offered ", " expressed ", " quoted ", " provided "),
        *(" entered ", " measured ", " counted ", " are ", " is ", " in ", " as ", "number of ", "numbers of ", "unit"),
    ),
    re.IGNORECASE,
)
_OF_TIME = late(r"\b(?:periods?|durations?|terms?|lengths?|times?|ages?)\b", re.IGNORECASE)
_UNIT_LABELS = frozenset(("unit", "units", "unit of measure", "units of measure", "unit of measurement", "uom"))


class Section(Struct, frozen=True):
    """What the heading of a section says of the amounts below it.

    ``basis`` is ``year``, or ``?`` where it is another rate or reaches over several years; ``scale`` is in what they
    are; ``period`` is the year that they are of; ``unit`` is that of amounts beside which no other stands.
    """

    text: str
    basis: str = ""
    scale: str = ""
    period: Period | None = None
    unit: str | None = None


def section_of(text: str, layout: Layout, years: Decimal | None, *, starts: bool) -> Section | None:
    """What a section's heading says of its amounts, where no column says it: ``Monthly``, ``Year 2 only``."""
    columns = layout.counting()
    if not columns or len(text) > _LONGEST or not _TITLE.may_match(text):
        return None
    for match in _said(text):
        said = match.groupdict()
        if said["scale"] and not said.get("more"):
            return Section(text, scale=said["scale"])
        if not _is_headed(layout, columns, said):
            yearly = (said["year"] or said.get("of_year")) and not said.get("more") and not layout.years
            return Section(text, basis="year" if yearly else "?")
    return None if layout.years or "year" in layout.columns else _of_years(text, years, starts=starts)


def _is_headed(layout: Layout, columns: tuple[Column, ...], said: Mapping[str, str | None]) -> bool:
    """Whether the headings of amounts say of what time they are, as a text does: of all, of a year, or of a part."""
    yearly = said["year"] or said.get("of_year")
    timed = yearly or said["time"] or said.get("of_time") or ""
    if not timed:
        return False
    kinds = {column.heading.part.kind if column.heading.part else "year" for column, _ in layout.years}
    kind = "year" if yearly else next((each for each, names in _CALLED.items() if names.search(timed)), "")
    return kinds == {kind} or any(column.heading.per or IN_ALL.search(column.text) for column in columns)


def unit_around(grid: Grid, span: Span, units: Units) -> Section | None:
    """What a text around a table says of the unit of its amounts, beside which no other stands."""
    for said in said_around(grid, span):
        for unit in _units_said(said, units) if len(said) <= _LONGEST else ():
            return Section(said, unit=unit)
    for row in grid.rows[max(span.head - FARTHEST, 0) : span.head]:
        label, *told = map(str, filled_cells(row) or ("",))
        labelled = unit_headed(told[0], units) if len(told) == 1 and normal(label) in _UNIT_LABELS else None
        if labelled:
            return Section(told[0], unit=labelled)
    return None


def _units_said(text: str, units: Units) -> Iterator[str]:
    """The unit that a text says all amounts to be in, or a title ends with in brackets, unless that is money."""
    for part in dict.fromkeys((folded(text).strip("()[]: "), *map(folded, _PARTS.split(text)))):
        match = _IN_UNIT.fullmatch(part)
        unit = unit_headed(match["unit"] or match["said"], units) if match else None
        if unit:
            yield unit
    titled = unit_headed(text, units) if text.rstrip(" :.")[-1:] in (")", "]") else None
    if titled and not titled.startswith("GBP") and not _OF_TIME.search(text):
        yield titled


def stated_on_pages(grid: Grid, span: Span, pages: Iterable[tuple[Grid, Span]]) -> str:
    """What is said around a table of the same headings, on another sheet, of all amounts: it may be of these too.

    ``""`` where nothing is, or the own sheet says it, be it the same or not.
    """
    if is_stated_around(grid, span):
        return ""
    said = (text for other, table in pages for text in said_around(other, table))
    return next(filter(says_basis, said), "")


def unheeded_around(grid: Grid, span: Span, units: Units, read: Collection[str | None]) -> Iterator[tuple[Row, str]]:
    """What is said around a table that may change what its lines come to, and that nothing has understood.

    ``read`` are the units of its lines, of which another may be said.
    """
    for row, text in lone_rows(grid, span):
        said = {*_units_said(text, units)}
        heeded = says_of_all(text) or not said.isdisjoint(read) or marked_footnote(text)[0]
        if not heeded and (said or may_change_lines(text)):
            yield row, text


def is_stated_around(grid: Grid, span: Span) -> bool:
    """Whether a text around a table says of all its amounts what they are."""
    return any(map(says_basis, said_around(grid, span)))


def of_pages(text: str, layout: Layout, years: Decimal | None) -> Section | None:
    """What has to be asked of all lines because of such a statement; nothing where a column says it."""
    told = not {"basis", "timing", "year"}.isdisjoint(layout.columns)
    section = None if told else section_of(text, layout, years, starts=False)
    return section and Section(section.text, basis="?")


def _stated(text: str) -> Iterator[re.Match[str]]:
    return _said(text) if len(text) <= _LONGEST else iter(())


def year_named(text: str) -> Period | None:
    """The one year that a title, such as that of a sheet, says its table is of; None where it says anything else."""
    found = find_period(text) if len(text) <= _LONGEST else None
    return found[0] if found is not None and _NO_MORE.fullmatch(found[1]) else None


def of_one_year(text: str, layout: Layout, years: Decimal | None, *, starts: bool) -> Section | None:
    """What a title that names a year says of the amounts of its table, unless its columns or rows say it."""
    if layout.counted() is None or layout.years or "year" in layout.columns or year_named(text) is None:
        return None
    return _of_years(text, years, starts=starts)


def _of_years(text: str, years: Decimal | None, *, starts: bool) -> Section | None:
    """``Year 2 only``, which may be no year of a school, and ``Years 2-5``, of which each may promise so much."""
    found, several = find_period(text), several_years(text)
    if several is not None and _FROM_FIRST.search(normal(text)) and _NO_MORE.fullmatch(normal(several[1])):
        return Section(text, basis="?")
    if found is None or not _NO_MORE.fullmatch(normal(found[1])):
        return None
    last = years or _FEW_YEARS
    fits = found[0].number <= last if found[0].number is not None else starts
    return Section(text, period=found[0]) if fits else None


def as_stated(layout: Layout, grid: Grid, span: Span) -> Layout:
    """The layout with what the lone texts around its table say of all amounts in it."""
    for said in said_around(grid, span):
        if len(layout.years) > 1 and _says_cumulative(said):
            layout = replace(layout, cumulative=True)
        for match in _stated(said):
            layout = _with(layout, match, layout.counting())
    return _as_asked(layout, grid, span)


def unpromised_around(grid: Grid, span: Span) -> str:
    """What the lone texts around a table say of all its lines that keeps them from being promised, else ``""``.

    A mark such as ``Not for submission`` is looked for below the table alone: above it, it is the title.
    """
    said = next(filter(None, map(not_promised, said_around(grid, span))), "")
    below = alone_below(grid, span) if not said else ()
    return said or next(filter(None, (stamped(text) for _, text in below if not marked_footnote(text)[0])), "")


def says_of_all(text: str) -> bool:
    """Whether a text that stands alone may say of all lines what they are, and is heeded as that."""
    return says_basis(text) or _says_cumulative(text) or bool(not_promised(text) or stamped(text)) or says_whole(text)


def says_basis(text: str) -> bool:
    """Whether a comment on the heading of an amount says of what all of them are, as a text above the table may."""
    return next(_stated(text), None) is not None


def _as_asked(layout: Layout, grid: Grid, span: Span) -> Layout:
    """The layout with what stands around the headings of its amounts and says how often they fall, or asks for it."""
    asked = ((column, text) for column in layout.counting() for text in asked_of(grid, span, column.index))
    for column, text in asked:
        for match in _said(text[:_LONGEST]):
            layout = _with(layout, match, (column,))
        open_ = not layout.years and not column.heading.per and {"year", "basis"}.isdisjoint(layout.columns)
        if open_ and not says_basis(text) and asks_so_often(text[:_LONGEST]):
            layout = _in_question(layout, (column,)) if not IN_ALL.search(text) else layout
    return layout


def _in_question(layout: Layout, columns: tuple[Column, ...]) -> Layout:
    rate = Clash(RATE, columns)
    return layout if rate in layout.clashes else replace(layout, clashes=(*layout.clashes, rate))


def _said(text: str) -> Iterator[re.Match[str]]:
    whole = folded(text).strip("()[]: ")
    for part in dict.fromkeys((whole, *map(folded, _PARTS.split(text)))):
        titles = part == whole or _is_of(whole) or (part.startswith("£") and not _OF_MONEY.search(normal(whole)))
        match = _STATEMENT.fullmatch(part) or (_TITLE.fullmatch(part) if titles else None)
        if match and not (match.groupdict().get("money") and not match["scale"]):
            yield match


def _says_cumulative(text: str) -> bool:
    """Whether a text says of the years of a table that each holds what has come together until then."""
    said = text.casefold() if len(text) <= _LONGEST else ""
    return ("cumul" in said or "running" in said) and any(
        _CUMULATIVE.fullmatch(part) for part in map(folded, (text.strip("()[]: "), *_PARTS.split(text)))
    )


def _is_of(text: str) -> bool:
    """Whether a text speaks of what is promised, and not of prices, reports or reviews: ``Price review: annual``."""
    words = normal(text)
    return _PROMISED.search(words) is not None and not names_another(words) and not _OF_MONEY.search(words)


def _with(layout: Layout, match: re.Match[str], columns: tuple[Column, ...]) -> Layout:
    said = match.groupdict()
    if not columns or _is_headed(layout, columns, said):
        return layout
    if said["scale"] and not said.get("more"):
        pounds = said["of"] or said.get("cash") or said.get("money")
        return _scaled(layout, f"£ {said['scale'].lstrip('£ ')}" if pounds else said["scale"])
    if (said["year"] or said.get("of_year")) and not layout.years and not said.get("more"):
        return _each(layout, columns, lambda column: replace(column, heading=replace(column.heading, per="year")))
    return _in_question(layout, columns)


def _scaled(layout: Layout, scale: str) -> Layout:
    """Every column of amounts in this scale, but those whose heading says its own."""
    named = tuple(layout.columns[name] for name in ("quantity", "total") if name in layout.columns)
    layout = _each(layout, (*named, *layout.matrix), lambda column: _in_scale(column, scale))
    years = tuple((_in_scale(column, scale), period) for column, period in layout.years)
    return replace(layout, years=years)


def _in_scale(column: Column, scale: str) -> Column:
    return column if column.heading.scaled else replace(column, heading=replace(column.heading, scaled=scale))


def _each(layout: Layout, columns: tuple[Column, ...], change: Callable[[Column], Column]) -> Layout:
    """The layout with these columns changed, wherever they stand in it."""
    new = {column.index: change(column) for column in columns}
    named = {name: new.get(each.index, each) for name, each in layout.columns.items()}
    return replace(layout, columns=named, matrix=tuple(new.get(each.index, each) for each in layout.matrix))
