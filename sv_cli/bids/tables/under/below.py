"""Owns what the cells below a row say of it as a heading: what a column of unknown, misspelt or vague name is."""

import re
from itertools import takewhile

from msgspec.structs import replace

from sv_cli.bids.cells.text import folded, normal, shown_text
from sv_cli.bids.sheets.grid import Row, cell_at, column_at, widest
from sv_cli.bids.tables.headings.heading import COUNTS, POUNDS, Heading
from sv_cli.bids.tables.headings.headings import Headings
from sv_cli.bids.tables.under.choices import last_word
from sv_cli.bids.tables.under.held import Column, are_prices, count_of, holds_amounts
from sv_cli.bids.tables.under.left_over import with_net
from sv_cli.bids.terms.codes import code_of, is_coded, is_measure_code
from sv_cli.bids.terms.forms import BY_NAME, unbracketed
from sv_cli.bids.terms.questions import asks_for_promise
from sv_cli.bids.terms.slips import taken_apart
from sv_cli.late import late

KEYS = frozenset(("reference", "description"))
WIDEST = 400
BY_AMOUNTS = "what it holds are amounts"
_FEWEST_HEADINGS = 3
# Units whose short names head nothing but amounts; “Yr” and “Wk” may say when
_MEASURING = frozenset(("GBP", "GBPk", "GBPm", "hour", "kg", "tonne", "km", "mile", "m2", "m3", "hectare", "litre"))
_FIGURES = late(r"^(?!20[0-9]{2}$).*[0-9]")  # but for a year: “Target by March 2029”
_NUMBERED = late(r"(?:[A-Z]|[QS][A-Z]*)[ .\-]?[0-9]")
_ANSWER = late(r"\b(?:answer|response)s?$", re.IGNORECASE)
# What holds what is promised where another column says in what unit
_VALUES = late(
    r"(?:(?:commitments?|committed|offer(?:ed)?|promised?|pledged?|proposed)[ .])?value"
    r"|value (?:committed|offered|promised|pledged|proposed)"
)
_SPEND = late(
    r"(?:£ ?)?(?:(?:total|our|planned|proposed|committed|local|sme|msme|vcse|supply chain) )*"
    r"(?:spend|spending|expenditure)\b"
    r"(?: (?:locally|with (?:local )?(?:smes|msmes|vcses|businesses|suppliers)|in the (?:area|borough|county))\b)?"
    r"|(?:(?:total|monetary|cash|£) )*(?:(?:value|amount) (?:of (?:the |our )?)?)?(?:donat(?:ed|ions?)|gifts?)"
    r"(?: (?:value|amount))?\b",
    re.IGNORECASE,
)
_MEASURED = late(r"[0-9][0-9,]*(?:\.[0-9]+)? ?(?P<unit>[A-Za-z][A-Za-z0-9 ]*)")
_AGREED = frozenset(("agreed", "accepted"))
_TELLING = frozenset((*KEYS, "quantity", "unit"))
# Whether the columns of these fields hold amounts
_HELD = {"quantity": True, "total": True, "count": True, "unit": False, "description": False}
# What the pounds beside it may be worked out from
_VALUED = frozenset(("unit", "own_unit_value", "own_total"))
# What begins the words of a heading that speaks of what is offered, and of one that speaks of something else
_OFFERING = ("commit", "offer", "pledg", "promis", "quant", "target", "volume", "forecast", "planned", "estimat",
             "expect", "anticipat", "guarant", "output", "goal")  # fmt: skip
_OTHERWISE = (
    *("value", "£", "cost", "price", "budget", "spen", "proxy", "scor", "weight", "mark", "point", "rank", "rating"),
    *("base", "bench", "actual", "achiev", "deliver", "previous", "current", "last", "old", "remain", "varian"),
    *("outturn", "supersed", "exist", "already"),
    *("differ", "max", "min", "stretch", "aspir", "ambiti", "optimis", "pessimis", "per", "each", "every", "day"),
    *("week", "month", "year", "annual", "ratio", "rate", "%"),
    *("thousand", "hundred", "million", "committee", "status", "progress", "client", "buyer", "council", "authority"),
    *("suggest", "example", "sample", "guid", "national", "ideal", "ref", "id", "code", "line", "order", "date"),
)
_MOST_WORDS = 2
# What says where a line stands, and is often a number
_PLACES = ("lot", "page", "phase", "priorit", "section", "theme", "site", "version", "rev", "appendix", "question",
           "group", "band", "tier", "level", "stage", "clause", "part", "row", "item", "no", "nr", "#", "risk",
           "multipl", "factor", "conver", "index")  # fmt: skip
# What has a number of its own, of which nothing is promised: “Contract number”
_ISSUED = frozenset(
    (
        *("proposal", "contract", "project", "tender", "order", "quote", "quotation", "framework", "job", "po", "file"),
        *("supplier", "vendor", "customer", "account", "invoice", "purchase", "case", "document", "procurement"),
        *("requisition", "opportunity", "company", "charity", "registration", "record", "serial", "lead", "scheme"),
    )
)
_LOWER = ("minimum", "min", "lower", "low", "base", "core")
_UPPER = ("maximum", "max", "upper", "high", "stretch", "aspirational", "ambitious")
_BOUND = Heading("quantity", "it is one of two bounds")
_ASKING = frozenset(
    (
        *("insert", "enter", "state", "type", "fill", "in", "please", "your", "our", "the", "a", "here", "of", "total"),
        *("number", "numbers", "amount", "figure", "only", "whole", "we", "will", "you", "agreed"),
    )
)


def with_offer(row: Row, columns: tuple[Column, ...], below: list[Row], headings: Headings) -> tuple[Column, ...]:
    """The columns of a heading, and the one that names a unit (``£000``, ``kg``) or speaks of what is offered.

    It has to be the only one that holds amounts.
    """
    net = with_net(row, columns, below)
    if net is not columns:
        return net
    fields = {column.heading.field for column in columns if column.heading.rank < COUNTS}
    bare = fields.isdisjoint(("description", "unit"))
    if "reference" not in fields or (bare and not _ask_of_measures(below)):
        return columns
    known = {column.index for column in columns if column.heading.field != POUNDS}
    unknown = [
        (at, cell)
        for at, cell in enumerate(row.cells[:WIDEST])
        if isinstance(cell, str) and cell and at not in known and holds_amounts(at, below)
    ]
    last = last_word(unknown) if len(unknown) > 1 else []
    if last:
        heading = Heading("quantity", "since it is the last word on what was offered", guessed=True)
        return _in_order(*columns, Column(last[0][0], folded(last[0][1]), heading))
    if len(unknown) > 1:  # shares, scores and the like stand beside it
        unknown = [(at, cell) for at, cell in unknown if normal(cell) not in ("input", "inputs")]
        shares = [at for at, _ in unknown if all(_is_share(line, at) for line in below)]
        offered = [(at, cell) for at, cell in unknown if at not in shares and not _speaks_otherwise(words_of(cell))]
        unknown = [(at, cell) for at, cell in offered if _speaks_of_offer(words_of(cell)) or len(offered) == 1]
    unknown = unknown or _unheaded(row, columns, below)
    if len(unknown) != 1:
        return columns
    index, cell = unknown[0]
    unit = headings.unit_alone(cell)
    beside = _is_beside_unit(index, columns) or _is_beside_units(index, below, headings)
    if unit in _MEASURING:
        heading = Heading("quantity", "since it names a unit and holds amounts", COUNTS, unit=unit)
    elif beside and (may_count(words_of(cell)) or headings.names_units(cell)):
        heading = Heading("quantity", "since it holds amounts, beside their unit", guessed=True)
    elif _speaks_of_offer(words_of(cell)):
        heading = Heading("quantity", "since it speaks of what is offered and holds amounts", guessed=True)
    else:
        return columns
    others = [column for column in columns if column.index != index]
    return _in_order(*others, Column(index, folded(cell), heading))


def _in_order(*columns: Column) -> tuple[Column, ...]:
    """The columns as they stand beside each other."""
    return tuple(sorted(columns, key=lambda column: column.index))


def _unheaded(row: Row, columns: tuple[Column, ...], below: list[Row]) -> list[tuple[int, str]]:
    """The column of amounts within a heading that was left empty, beside that of their units."""
    beside = (at for at in range(columns[0].index + 1, columns[-1].index + 2) if _is_beside_unit(at, columns))
    return [(at, "") for at in beside if cell_at(row, at) in (None, "") and holds_amounts(at, below)]


def _is_beside_unit(index: int, columns: tuple[Column, ...]) -> bool:
    """Whether the column next to a 0-based one is that of the units, by its name."""
    units = (column.index for column in columns if column.heading.field == "unit" and column.heading.how == BY_NAME)
    return any(abs(unit - index) == 1 for unit in units)


def _is_beside_units(index: int, below: list[Row], headings: Headings) -> bool:
    """Whether the column right of a 0-based one holds units and nothing else, spelt out."""
    held = {cell for row in below if (cell := cell_at(row, index + 1)) not in (None, "")}
    spelt = all(isinstance(cell, str) and (len(cell) > 1 or cell == "£") for cell in held)
    return bool(held) and spelt and all(map(headings.unit_alone, map(str, held)))


def words_of(cell: str) -> list[str]:
    """The words of a heading; those that a database joined (``BidderTargetUnits``) are taken apart."""
    return taken_apart(cell) if " " not in cell else normal(cell).split(" ")


def may_count(words: list[str]) -> bool:
    """Whether a short heading over numbers and beside their unit says nothing else of them."""
    placed = any(word.startswith(_PLACES) for word in words) or (words[0] in _ISSUED and words[-1] == "number")
    return len(words) <= _MOST_WORDS and not placed and not _speaks_otherwise(words)


def _speaks_otherwise(words: list[str]) -> bool:
    return any(word.startswith(_OTHERWISE) or _FIGURES.search(word) for word in words)


def _speaks_of_offer(words: list[str]) -> bool:
    if _speaks_otherwise(words):
        return False
    asked = {"number", "amount", "figure"} & set(words) and set(words) <= _ASKING
    return bool(asked) or any(word.startswith(_OFFERING) for word in words)


def is_open(row: Row, columns: tuple[Column, ...], below: list[Row]) -> bool:
    """Whether a row heads a table with amounts, of which no column is known to hold the quantity."""
    fields = {column.heading.field for column in columns if column.heading.rank < COUNTS}
    if "reference" not in fields or (fields.isdisjoint(("description", "unit")) and not _begins_with_it(row, columns)):
        return False
    known = {column.index for column in columns if column.heading.field != "own_total"}
    unknown = (at for at, cell in enumerate(row.cells[:WIDEST]) if isinstance(cell, str) and cell and at not in known)
    return any(holds_amounts(at, below) for at in unknown)


def _begins_with_it(row: Row, columns: tuple[Column, ...]) -> bool:
    """Whether a row of headings begins with that of the references: ``Ref | Risk | Score``."""
    texts = [at for at, cell in enumerate(row.cells) if cell not in (None, "")]
    first = columns[0]
    named = first.heading.field == "reference" and first.heading.how == BY_NAME
    return named and texts[0] == first.index and len(texts) >= _FEWEST_HEADINGS


def with_promised(columns: tuple[Column, ...], below: list[Row]) -> tuple[Column, ...]:
    """The columns of a heading without an amount, where one headed “Our commitment” holds amounts, not texts.

    There has to be a reference or another text to its left that says what is promised; answers to questions without
    references, units and codes of measures are those of a questionnaire about the bidder. “Value” holds what is
    promised where a column says in what unit, and “Units” where it holds amounts.
    """
    keys = [column for column in columns if column.heading.field in KEYS]
    texts = [column for column in keys[1:] if column.heading.field == "description"]
    promised = [column for column in texts if holds_amounts(column.index, below)]
    fields = {column.heading.field for column in columns}
    if not promised and keys and "unit" in fields:
        valued = [each for each in columns if _VALUES.fullmatch(normal(each.text)) or normal(each.text) in _AGREED]
        valued = [each for each in valued if not are_prices(each, columns, below)]
        promised = [each for each in valued if holds_amounts(each.index, below)]
    if not promised and keys:
        promised = [each for each in columns if _counts_units(each, columns) and holds_amounts(each.index, below)]
    of_bidder = fields.isdisjoint(("reference", "unit")) and any(_ANSWER.search(column.text) for column in promised)
    if len(promised) != 1 or (of_bidder and not _ask_of_measures(below)):
        return columns
    heading = replace(promised[0].heading, field="quantity", how=BY_AMOUNTS)
    found = Column(promised[0].index, promised[0].text, heading)
    return tuple(found if column is promised[0] else column for column in columns)


def _counts_units(column: Column, columns: tuple[Column, ...]) -> bool:
    """Whether ``Units`` stands alone, or beside the ``Unit`` that they are counted in."""
    others = [each for each in columns if each.heading.field == "unit" and each is not column]
    return normal(unbracketed(column.text)) == "units" and all(normal(each.text) != "units" for each in others)


def _ask_of_measures(below: list[Row]) -> bool:
    """Whether most rows have a measure's code in one column, or ask for a promise; A1, Q2 and SQ3 number questions."""
    for index in range(widest(below)):
        held = [folded(cell) for cell in column_at(below, index) if isinstance(cell, str)]
        codes = (text if is_measure_code(text) else code_of(text) or "" for text in held)
        coded = sum(bool(code) and not is_numbered(code) for code in codes) or sum(map(asks_for_promise, held))
        if coded and coded * 2 > len(below):
            return True
    return False


def is_numbered(text: str) -> bool:
    """Whether a text begins with a letter and a number, as questions and lines are numbered: A1, Q2, SQ3."""
    return _NUMBERED.match(text) is not None


def with_codes(row: Row, columns: tuple[Column, ...], below: list[Row]) -> tuple[Column, ...]:
    """The columns of a heading of amounts that names no key, and the one, whatever its name, that holds codes."""
    known = {column.index for column in columns if column.heading.field in ("quantity", "total", "unit")}
    found = []
    for index, cell in enumerate(row.cells[:WIDEST]):
        held = [line.cells[index] for line in below if index < len(line.cells) and line.cells[index] not in (None, "")]
        texts = [folded(each) for each in held if isinstance(each, str)]
        if not isinstance(cell, str) or not cell or index in known or is_coded(folded(cell)):
            continue
        if sum(map(is_coded, texts)) * 2 > len(held):
            alone = sum(map(is_measure_code, texts)) * 2 > len(held)
            heading = Heading("reference" if alone else "description", "since it holds codes", guessed=True)
            found.append(Column(index, folded(cell), heading))
    if len(found) != 1:
        return columns
    others = [column for column in columns if column.index != found[0].index]
    return _in_order(*others, *found)


def with_own_codes(row: Row, columns: tuple[Column, ...], below: list[Row]) -> tuple[Column, ...]:
    """The columns of a heading that names no reference, and the one that holds codes: a buyer's own ``LBH ref``."""
    fields = {column.heading.field for column in columns}
    if "unit" not in fields or "reference" in fields:
        return columns
    found = []
    for index, cell in enumerate(row.cells[:WIDEST]):
        if isinstance(cell, str) and normal(cell).endswith((" ref", " reference", " code")):
            column = Column(index, folded(cell), Heading("reference", "since it holds references", guessed=True))
            found += [column] if count_of(column, below, is_measure_code) else []
    if len(found) != 1 or found[0].index in {column.index for column in columns}:
        return columns
    return _in_order(*columns, *found)


def counts_years(upper: Row, lower: Row) -> bool:
    """Whether a row numbers the years that the one above it speaks of: ``Contract year`` over ``1 | 2 | 3``."""
    at = next((at for at, cell in enumerate(lower.cells) if cell not in (None, "")), 0)
    over = cell_at(upper, at)
    if not isinstance(over, str) or not folded(over).casefold().endswith("year"):
        return False
    numbers = [*takewhile(str.isdigit, map(shown_text, lower.cells[at:]))]
    return len(numbers) > 1 and numbers == [str(year) for year in range(1, len(numbers) + 1)]


def with_pounds(row: Row, columns: tuple[Column, ...], below: list[Row]) -> tuple[Column, ...]:
    """The columns of a heading without an amount, where one headed “£” is the only one that holds any but shares."""
    pounds = [column for column in columns if column.heading.field == POUNDS]
    return _with_money(row, columns, below, pounds, BY_AMOUNTS)


def with_value(row: Row, columns: tuple[Column, ...], below: list[Row], headings: Headings) -> tuple[Column, ...]:
    """The columns of a heading without an amount, where “Value (£k)” or “Local spend” is the only one that holds any.

    That it is what is promised, and not what the sheet makes of it, is a guess; in single pounds a value may be a
    price, unless a heading speaks of what is offered.
    """
    offered = any(
        _speaks_of_offer(words_of(column.text)) for column in columns if column.heading.field == "description"
    )
    values = [
        each
        for each in columns
        if _is_value(each)
        and (offered or each.heading.unit not in ("GBP", None) or _is_measured(each.index, below, headings))
    ]
    known = {column.index for column in columns}
    texts = ((at, cell) for at, cell in enumerate(row.cells[:WIDEST]) if isinstance(cell, str) and at not in known)
    spent = [Column(at, folded(cell), Heading("own_total", "", unit=unit)) for at, cell in texts
             if (unit := _unit_of_spend(folded(cell), headings))]  # fmt: skip
    found = _with_money(row, (*columns, *spent), below, values + spent, "since it alone holds amounts")
    return tuple(_unless_measured(column, below, headings) for column in found)


def _unless_measured(column: Column, below: list[Row], headings: Headings) -> Column:
    """The column, which is in no pounds where the one beside it or a cell says in what unit: ``Value | Measure``."""
    pounds = column.heading.guessed and column.heading.field == "quantity" and "£" not in column.text
    if not pounds or not _is_measured(column.index, below, headings):
        return column
    return replace(column, heading=replace(column.heading, unit=None))


def _is_measured(index: int, below: list[Row], headings: Headings) -> bool:
    """Whether amounts are told in units other than pounds: in the column beside them, or in their own cells."""
    texts = (cell for cell in column_at(below, index) if isinstance(cell, str))
    units = (headings.unit_alone(match["unit"]) for text in texts if (match := _MEASURED.fullmatch(folded(text))))
    return _is_beside_units(index, below, headings) or any(unit and not unit.startswith("GBP") for unit in units)


def _is_value(column: Column) -> bool:
    money = column.heading.field == "own_total" and (column.heading.unit or "GBP").startswith("GBP")
    return money and _VALUES.fullmatch(normal(unbracketed(column.text)).rstrip(" £")) is not None


def _unit_of_spend(text: str, headings: Headings) -> str | None:
    """In what a heading of spend counts: in pounds where it says nothing else; None for any other heading."""
    spent = _SPEND.match(text)
    rest = text[spent.end() :].strip(" ()[]") if spent else ""
    unit = headings.unit_alone(rest) if rest else "GBP"
    return unit if spent and (unit or "").startswith("GBP") else None


def _with_money(
    row: Row, columns: tuple[Column, ...], below: list[Row], pounds: list[Column], how: str
) -> tuple[Column, ...]:
    fields = {column.heading.field for column in columns if column.heading.rank < COUNTS and column not in pounds}
    texts = sum(isinstance(cell, str) and bool(cell) for cell in row.cells)
    if len(pounds) != 1 or "reference" not in fields or texts < _FEWEST_HEADINGS or fields & _VALUED:
        return columns
    headed = (at for at, cell in enumerate(row.cells[:WIDEST]) if "%" not in str(cell) and holds_amounts(at, below))
    held = {at for at in headed if not all(_is_share(line, at) for line in below)}
    keys = {column.index for column in columns if column.heading.field in (*KEYS, "year", "start", "end")}
    if held - keys != {pounds[0].index}:
        return columns
    heading = pounds[0].heading
    heading = replace(heading, field="quantity", unit=heading.unit or "GBP", how=how, guessed=how != BY_AMOUNTS)
    return tuple(replace(each, heading=heading) if each is pounds[0] else each for each in columns)


def with_bounds(row: Row, columns: tuple[Column, ...], below: list[Row]) -> tuple[Column, ...]:
    """The columns of a heading without an amount, and ``Minimum`` and ``Maximum``, either of which may be promised."""
    if not {"reference", "unit"} <= {column.heading.field for column in columns}:
        return columns  # such as a register of risks
    texts = [(at, cell) for at, cell in enumerate(row.cells[:WIDEST]) if isinstance(cell, str) and cell]
    held = [(at, cell, normal(cell).split(" ")[0]) for at, cell in texts if holds_amounts(at, below)]
    found = [Column(at, folded(cell), _BOUND) for at, cell, word in held if word in (*_LOWER, *_UPPER)]
    words = {word for _, _, word in held}
    if len(found) != 2 or words.isdisjoint(_LOWER) or words.isdisjoint(_UPPER):  # noqa: PLR2004 - one of each
        return columns
    kept = [column for column in columns if column.index not in {each.index for each in found}]
    return _in_order(*kept, *found)


def _is_share(row: Row, index: int) -> bool:
    return index >= len(row.cells) or row.cells[index] in (None, "") or "%" in str(row.cells[index])


def with_slips(row: Row, columns: tuple[Column, ...], below: list[Row], headings: Headings) -> tuple[Column, ...]:
    """The columns of a heading with those whose names are misspelt, of fields that no other column answers to."""
    fields = {column.heading.field for column in columns}
    if all(column.heading.field not in _TELLING or column.heading.rank >= COUNTS for column in columns):
        return columns  # no heading, as most rows are not
    known = {column.index for column in columns}
    found = []
    for index, cell in enumerate(row.cells[:WIDEST]):
        if not isinstance(cell, str) or not cell or index in known:
            continue
        heading = headings.nearest(cell)
        if heading and heading.field not in fields and _bears_out(heading.field, index, below):
            found.append(Column(index, folded(cell), heading))
    return _in_order(*columns, *found) if found else columns


def _bears_out(field: str, index: int, below: list[Row]) -> bool:
    """Whether a column holds what a column of ``field`` would."""
    amounts = holds_amounts(index, below)
    if field == "reference":
        filled = [cell for row in below if (cell := cell_at(row, index))]
        return amounts or sum(isinstance(cell, str) and is_coded(folded(cell)) for cell in filled) * 2 > len(filled)
    return amounts is _HELD.get(field, amounts)
