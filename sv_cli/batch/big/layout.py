"""Owns what the heading of a big table settles, and which rows it leaves regular."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct

from sv_cli.batch.big.source import named, quoted
from sv_cli.bids.cells.described_units import FORM, LONGEST
from sv_cli.bids.cells.described_units import GLANCE as OF_UNITS
from sv_cli.bids.cells.looks import AMOUNT
from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.cells.units import Units
from sv_cli.bids.contract.facts import BIDDERS, adjoining
from sv_cli.bids.lines.apart import DEPENDING, FIRSTS
from sv_cli.bids.lines.halves import BACK
from sv_cli.bids.sheets.grid import Grid, Row
from sv_cli.bids.tables.answers import names_answer, offered_beside
from sv_cli.bids.tables.choices import is_last_word
from sv_cli.bids.tables.evidence import COMMA, shows_comma_decimals
from sv_cli.bids.tables.extensions import is_extension
from sv_cli.bids.tables.find import Span, find_tables
from sv_cli.bids.tables.heading import COUNTS
from sv_cli.bids.tables.headings import Headings
from sv_cli.bids.tables.held import Column
from sv_cli.bids.tables.kinds import UNPROMISED, names_option
from sv_cli.bids.tables.layout import TEXTS
from sv_cli.bids.tables.levels import is_judged, names_unpromised
from sv_cli.bids.tables.multipliers import is_multiplier
from sv_cli.bids.tables.narrated import may_narrate
from sv_cli.bids.tables.pace_columns import is_of_pace
from sv_cli.bids.tables.proofs import may_be_doubted
from sv_cli.bids.tables.references import may_hold_prices, may_number, names_measure
from sv_cli.bids.tables.refusals import is_waiting
from sv_cli.bids.tables.statuses import is_of_status
from sv_cli.bids.tables.ticks import asks_whether, is_of_boxes
from sv_cli.bids.tables.unit_columns import speaks_of_units
from sv_cli.bids.tables.unsure import may_be_instead
from sv_cli.bids.tables.unused import is_unused_share
from sv_cli.bids.terms.codes import CODED
from sv_cli.bids.terms.labels import named_fact
from sv_cli.bids.terms.marks import BEHIND
from sv_cli.bids.terms.notes import FIRST, GLANCE, LONGEST_NOTE, SAID
from sv_cli.bids.terms.paces import MOST_OFTEN, OFTEN, PACE
from sv_cli.bids.terms.rates import RATES
from sv_cli.bids.terms.said_amounts import SAID as SAID_AMOUNT
from sv_cli.bids.terms.standing_words import STOOD_DOWN
from sv_cli.bids.terms.titles import is_unfirm
from sv_cli.bids.terms.words import Words, words_of
from sv_cli.model.vocabulary import Vocabulary
from sv_cli.valuation.convert import EVENTS

_CONTEXT = ("reference", "unit", "place", "year", "start", "end")
_REGULAR = frozenset(("quantity", *_CONTEXT, *TEXTS))
# The facts of a contract that decide what a promise is worth
_DECIDING = frozenset(("start", "end", "years", "place"))
_OF_PROMISES = frozenset(("description", "evidence", "own_unit_value", "own_total"))
# What says of a column's heading that its cells are read together with those beside them
_ASKING = (
    *(is_of_boxes, asks_whether, is_multiplier, is_unused_share),
    *(is_extension, names_unpromised, is_judged, names_option, is_waiting, is_of_pace, is_last_word, is_of_status),
)
_CODE = re.compile(r"(?=[^0-9.]*[0-9.])[A-Za-z][A-Za-z0-9&.\- ]*[A-Za-z0-9]")  # words alone may head a sum
_BRACKETED = re.compile(r"[(\[][^)\]]*[)\]]")
# What a row says of time that means the same whatever others say: no year 0, which makes every year later by one, and
# no date that another one has to settle the order of
_DAY = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}(?: 00:00:00)?")
_TIMES = {
    "year": re.compile(r"(?:(?:contract )?(?:year|yr|y) ?)?[1-9]|20[0-9]{2} ?[/-] ?(?:20)?[0-9]{2}", re.IGNORECASE),
    "start": _DAY,
    "end": _DAY,
}
_QUANTITY = r"[0-9]{1,9}(\.[0-9]{1,4})?"


class Regular(Struct, frozen=True):
    """A heading under which rows can be regular: the column of each field that decides a row's worth, and the texts.

    ``others`` are columns that have to be empty for a row to be regular: what they hold is read together with the
    rows around it (a share, a date), or is not understood. ``facts`` are columns of the contract's facts, those of
    ``deciding`` among them decide what a row is worth and come first in its context; they and what else is in ``once``
    have to say one thing in all rows of a bid. ``times`` are the forms that what a row says of time has to have.
    ``measures`` are columns of measures, which codes would make references, and ``answers`` texts headed as what is
    offered, which amounts would make quantities; those in ``offered`` may contradict a target. ``notes`` may say how
    often a quantity falls, and ``rows`` that a row is a total or no promise. ``beside`` are texts outside the table's
    own columns, where a fact of the contract might stand; ``labels`` are the letters of what such facts are called.
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
    beside: tuple[int, ...]
    labels: frozenset[str]
    words: Words


def regular(headings: Sequence[str], bid: int, vocabulary: Vocabulary) -> Regular | None:
    """What the heading settles; None when no row under it can be regular (it clashes, or spreads over years)."""
    shown = ["" if at == bid else text for at, text in enumerate(headings)]
    grid = Grid("", [Row(1, list(shown))], delimited=True)
    spans = find_tables(grid, Headings(vocabulary, Units(vocabulary.units), {}))
    if len(spans) != 1 or _asks_for_cells(spans[0], Units(vocabulary.units)):
        return None
    columns = _fields(spans[0])
    if not {"reference", "quantity"} <= columns.keys():
        return None
    context = tuple(columns[name] for name in _CONTEXT if name in columns)
    others = tuple(at for name, at in columns.items() if name not in _REGULAR and at != bid)
    decided = {*context, columns["quantity"], *others}
    texts = tuple(at for at in range(len(headings)) if at not in decided and at != bid)
    beside = tuple(at for at in texts if not spans[0].left <= at <= spans[0].right)
    of_facts = _named_facts(headings, beside, vocabulary)
    facts = tuple(at for at in adjoining(grid, spans[0]) if at in of_facts)
    deciding = tuple(at for at in facts if of_facts[at] in _DECIDING)
    bidders = (at for at, text in spans[0].unknown if at != bid and normal(text) in BIDDERS)
    telling = [at for at in of_facts if at not in facts]
    telling += [at for at, text in spans[0].unknown if at != bid and any(says(text) for says in _ASKING)]
    others, texts = (*others, *telling), tuple(at for at in texts if at not in (*telling, *facts))
    beside = tuple(at for at in beside if at in texts)
    described = [each for each in spans[0].columns if each.heading.field == "description"]
    promises = {columns[name] for name in _OF_PROMISES & columns.keys()}
    valued = (each for each in spans[0].columns if each.heading.field == "own_unit_value")
    paces = tuple(each.index for each in valued if is_of_pace(each.text))  # “Rate” over “per month”, and not over £12
    return Regular(
        reference=columns["reference"],
        quantity=columns["quantity"],
        description=columns.get("description"),
        unit=columns.get("unit"),
        times={columns[name]: form for name, form in _TIMES.items() if name in columns},
        context=(*deciding, *context),
        texts=texts,
        others=others,
        facts=facts,
        deciding=deciding,
        once=tuple(dict.fromkeys((*facts, *bidders))),
        measures=tuple(each.index for each in described if names_measure(each)),
        offered=tuple(each.index for each in offered_beside(spans[0], _quantity(spans[0])) if each.index in texts),
        answers=tuple(each.index for each in described if names_answer(each.text)),
        notes=(*(columns[name] for name in ("evidence",) if name in columns), *paces),
        rows=tuple(at for at in texts if at not in promises),
        beside=beside,
        labels=frozenset(_letters(label, digits=True) for labels in vocabulary.facts.values() for label in labels),
        words=words_of(vocabulary),
    )


def _fields(span: Span) -> dict[str, int]:
    """The column of each field; none where two clash, or where rows under them are read together."""
    columns: dict[str, int] = {}
    for column in span.columns:
        heading = column.heading
        if heading.field in columns or heading.field in ("period", "total") or "attribution" in heading.field:
            return {}
        if heading.field == "reference" and may_hold_prices(column):
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


def _asks_for_cells(span: Span, units: Units) -> bool:
    """Whether what the cells below hold has to say what a heading means."""
    guessed = any(column.heading.guessed for column in span.columns)
    fields = {column.heading.field: column.index for column in span.columns}
    beside = -9 if "unit" in fields else fields.get("quantity", -9)  # next to it units may stand below any name
    described = sum(column.heading.field == "description" for column in span.columns)
    headed = [(each.heading.field, each.text) for each in span.columns] + [("", text) for _, text in span.unknown]
    answered = any(names_answer(text) for field, text in headed if field in ("", "count"))
    unclear = guessed or answered or ("unit" not in fields and described > 1) or bool(may_narrate(span))
    counted = any(each.heading.field == "quantity" and each.heading.rank >= COUNTS for each in span.columns)
    at_unit = fields.get("unit", -9)
    unclear |= counted and any(abs(at - at_unit) == 1 or may_be_instead(text) for at, text in span.unknown)
    return unclear or any(abs(at - beside) == 1 or speaks_of_units(text, units) for at, text in span.unknown)


def is_regular_context(texts: Sequence[str | None], found: Regular) -> bool:
    """Whether rows with these texts in their deciding columns read the same whatever stands around them."""
    reference = texts[found.context.index(found.reference)] or ""
    words = found.words
    if (
        not _CODE.fullmatch(reference)
        or normal(reference) == "or"
        or words.is_total(reference)
        or words.begins_total(reference)
    ):
        return False
    said = ((texts[found.context.index(at)], form) for at, form in found.times.items())
    if any(text and not form.fullmatch(text) for text, form in said):
        return False
    return not any(
        text is not None and (words.may_be_marked(text) or words.is_instruction(text) or words.is_total(text))
        for text in texts
    )


def speaks_of_its_row(text: str, found: Regular) -> bool:
    """Whether a text that stands where a contract's facts do may say something of the row, or of another fact."""
    label, words = _BRACKETED.sub("", text.partition(":")[0]), found.words
    return (
        _letters(label, digits=True) in found.labels
        or _letters(label) in UNPROMISED
        or words.may_be_marked(text)
        or words.is_instruction(text)
        or re.search(_totals(words), text) is not None
        or shows_comma_decimals(text)
    )


def glanced_at(found: Regular) -> str:
    """The SQL for what `odd_row` looks at again and again: the ``amount``, and each text's first character.

    The engine works out the same thing as often as a condition with cases in it says it.
    """
    firsts = [f"ascii(c{at}) AS first_c{at}" for at in sorted({*found.texts, *found.answers})]
    return ", ".join((f"{plain_amount(f'c{found.quantity}')} AS amount", *firsts))


def odd_row(found: Regular) -> str:
    """The SQL condition for a row whose texts keep it from being regular; the rest is looked at by distinct texts.

    What `glanced_at` gives has to be there.
    """
    odd = [f"c{at} <> ''" for at in found.others]
    odd += [_may_be_marked(f"c{at}", found.words) for at in found.texts]
    described = [] if found.description is None else [f"c{found.description}"]
    odd += [_may_depend(column) for column in described]
    odd += [_may_say_pace(column, f"c{found.quantity}") for column in described]
    odd += [_may_say_often(column, f"c{found.quantity}") for column in described]
    odd += [_may_say_other(column, f"c{found.quantity}") for column in described]
    odd += [_may_count_things(column, found) for column in described]
    odd += [_may_name_unit(column) for column in described if found.unit is None]
    odd += [_is_amount(column) for column in dict.fromkeys((*described, *(f"c{at}" for at in found.answers)))]
    odd += [f"regexp_matches(c{at}, '[0-9]')" for at in found.offered]
    odd += [_shows_comma(f"c{at}") for at in found.texts]
    odd += [f"coalesce(regexp_matches(c{at}, '(?i){CODED}'), false)" for at in found.measures]
    right = found.quantity + 1
    odd += [f"coalesce(regexp_full_match(c{right}, '{BACK}'), false)"] if right in (*found.texts, *found.facts) else []
    rates = named(sorted(map(_letters, RATES | {"annual"})))
    odd += [f"coalesce(list_contains([{rates}], {_as_label(f'c{at}')}), false)" for at in found.notes]
    odd += [f"coalesce(regexp_matches(c{at}, '(?i)^\\W*(per|each|every)\\b'), false)" for at in found.notes]
    odd += [_may_not_be_meant(f"c{at}") for at in (*found.notes, *found.rows)]
    odd += [f"coalesce(regexp_matches(c{at}, {quoted(_totals(found.words))}), false)" for at in found.rows]
    odd += [_is_unpromised(f"c{at}") for at in found.rows]
    odd += [_is_label(f"c{at}", found.labels) for at in found.beside]
    return "(" + " OR ".join(odd or ["false"]) + ")"


def _totals(words: Words) -> str:
    """A pattern for words of a total anywhere in a text."""
    spelt = sorted(re.escape(each).replace("\\ ", "[\\W_]*") for each in words.totals)
    return rf"(?i)\b(sub)?({'|'.join(spelt)})\b"


def _may_not_be_meant(column: str) -> str:
    """Whether a text is a note that its line is not meant: by its first word, another that all have, then all."""
    begun, glance = (f"regexp_matches({column}, {quoted(f'(?i){each}')})" for each in (FIRST, GLANCE))
    words = f"trim(regexp_replace(lower({column}), '[^a-z0-9]+', ' ', 'g'))"
    whole = f"regexp_full_match({words}, {quoted(SAID)})"
    long = f"strlen({column}) > {4 * LONGEST_NOTE}"
    return f"CASE WHEN {long} OR NOT {begun} THEN false WHEN {glance} THEN {whole} ELSE false END"


def _may_say_pace(column: str, quantity: str) -> str:
    """Whether a text may say of the very quantity, or of one that is no plain number, that it is a rate."""
    said = f"regexp_extract_all({column}, {quoted(f'(?i){PACE}')}, 1)"
    numbers = f"list_transform({said}, lambda each: CAST(replace(each, ',', '') AS DOUBLE))"
    same = f"coalesce(list_contains({numbers}, amount), len({numbers}) > 0)"
    glance = rf"regexp_matches({column}, '(?i)\b(?:per|each|every|an?|p\.?a)\b|ly\b|/| x ')"
    # most quantities are short, and stand in few descriptions
    stands = f"strlen({quantity}) > 3 OR contains({column}, {quantity}) OR ascii({quantity}) = 48"
    stands += f" OR contains({quantity}, '.')"
    return f"CASE WHEN NOT ({stands}) THEN false WHEN {glance} THEN {same} OR contains({column}, '  ') ELSE false END"


def _may_say_often(column: str, quantity: str) -> str:
    """Whether a text may say in words how often so few fall: a glance at the quantity, then the words."""
    few = f"strlen({quantity}) < 4 OR contains({quantity}, '.') OR ascii({quantity}) = 48"
    said = f"regexp_matches({column}, {quoted(f'(?i){OFTEN}')})"
    return f"CASE WHEN ({few}) AND coalesce(amount, 0) < {MOST_OFTEN} THEN {said} ELSE false END"


def _may_say_other(column: str, quantity: str) -> str:
    """Whether a text may say another amount than the quantity: a glance at its digits, then the words."""
    said = f"regexp_matches({column}, '[0-9]') AND NOT contains({column}, {quantity})"
    return f"CASE WHEN {said} THEN regexp_matches({column}, {quoted(f'(?i){SAID_AMOUNT}')}) ELSE false END"


def _may_count_things(column: str, found: Regular) -> str:
    """Whether a text may say what there are so many of, or that they are pounds, where no unit says it."""
    unitless = "true" if found.unit is None else f"c{found.unit} = ''"
    stands = f"contains({column}, c{found.quantity}) OR strlen(c{found.quantity}) > 3"
    said = f"regexp_matches({column}, '(?i)\\b[0-9][0-9,]*( [a-z][a-z-]+)* [a-z]+s\\b')"
    things = f"CASE WHEN {stands} THEN {said} ELSE false END"
    bare = f"trim(regexp_replace({column}, '\\s+', ' ', 'g'))"
    things += f" OR (contains(lower({column}), 'day') AND regexp_full_match({bare}, {quoted(f'(?i){EVENTS}')}))"
    pounds = f"contains({column}, '\u00a3') OR regexp_matches({column}, '(?i)pounds')"
    return f"CASE WHEN {unitless} THEN {pounds} OR {things} ELSE false END"


def _may_name_unit(column: str) -> str:
    """Whether a text may name the unit of the quantity beside it, which nothing else does: a word, then all of it."""
    bare = f"trim(regexp_replace({column}, '\\s+', ' ', 'g'))"
    whole = f"length({column}) <= {2 * LONGEST} AND regexp_full_match({bare}, {quoted(f'(?i){FORM}')})"
    return f"CASE WHEN regexp_matches({column}, {quoted(f'(?i){OF_UNITS}')}) THEN {whole} ELSE false END"


def _is_unpromised(column: str) -> str:
    """Whether a text is a word for what is no promise: how it begins at a glance, then all of it."""
    words = sorted(UNPROMISED | STOOD_DOWN)
    begun = rf"(?i)^[^a-z]*({'|'.join(words)})"
    whole = f"list_contains([{named(words)}], {_as_label(column)})"
    return f"CASE WHEN regexp_matches({column}, {quoted(begun)}) THEN {whole} ELSE false END"


def _is_label(column: str, labels: Collection[str]) -> str:
    """Whether a text is a label of a fact, with its digits, since years is one and 3 years is none."""
    begun = "|".join(sorted({"[^a-z0-9]*".join(label[:3]) for label in labels}))
    whole = f"list_contains([{named(sorted(labels))}], {_as_label(column, 'a-z0-9')})"
    return f"CASE WHEN regexp_matches({column}, '(?i)^[^a-z0-9]*([(\\[]|{begun})') THEN {whole} ELSE false END"


def _letters(text: str, *, digits: bool = False) -> str:
    return "".join(letter for letter in text.lower() if "a" <= letter <= "z" or (digits and "0" <= letter <= "9"))


def _as_label(column: str, kept: str = "a-z") -> str:
    """The letters of a text up to its first colon, without what is in brackets; digits where they are ``kept`` too."""
    bare = f"regexp_replace(split_part({column}, ':', 1), '[(\\[][^)\\]]*[)\\]]', '', 'g')"
    return f"regexp_replace(lower({bare}), '[^{kept}]+', '', 'g')"


def _may_be_marked(column: str, words: Words) -> str:
    """Whether a text may begin with a mark: its first character at a glance, then the whole pattern."""
    first = {head[0] for head in words.heads}
    safe = [at for at in range(128) if at == 0 or (chr(at).isalnum() and chr(at).lower() not in first)]
    pattern = _beginnings(words).replace("'", "''")
    # not AND, which would match the pattern against every text, whatever the glance says
    return f"CASE WHEN {_begins(column, safe)} THEN false ELSE regexp_matches({column}, '(?i)^(?:{pattern})') END"


def _may_depend(column: str) -> str:
    """Whether a description may say that it is no promise of its own: a sign that it must hold, then the patterns.

    Such words stand in brackets or behind a dash, a colon or a comma, or are the description's first.
    """
    signs = " OR ".join(f"contains({column}, '{sign}')" for sign in "([*:|,-")
    firsts = [ord(each) for letter in FIRSTS for each in (letter, letter.upper()) if each.isascii()]
    glance = f"{_begins(column, firsts)} OR {signs} OR strlen({column}) <> length({column})"
    whole = f"coalesce(regexp_matches({column}, '(?i)(?:{BEHIND})|(?:{DEPENDING})'), false)"
    return f"CASE WHEN {glance} THEN {whole} ELSE false END"


def _begins(column: str, characters: Iterable[int]) -> str:
    """Whether a text's first character is one of these, of ASCII's; the bits of two numbers are quickest to look in."""
    low, high = (sum(1 << at % 64 for at in set(characters) if at // 64 == half) for half in range(2))
    bits = f"CASE WHEN first_{column} < 64 THEN {low}::UBIGINT ELSE {high}::UBIGINT END"
    return f"(first_{column} < 128 AND ({bits} >> CAST(first_{column} & 63 AS UBIGINT)) & 1 = 1)"


def _is_amount(column: str) -> str:
    """Whether a text begins like an amount, as few descriptions do: its first character at a glance, then the whole."""
    glance = f"first_{column} <= 57 OR first_{column} IN (163, 8722)"
    return f"CASE WHEN {glance} THEN regexp_matches({column}, '{AMOUNT}') ELSE false END"


def _shows_comma(column: str) -> str:
    """Whether a cell shows that a comma marks decimals, so that 1.200 beside it has no one meaning."""
    digit_or_sign = f"first_{column} <= 57 OR first_{column} = 163"
    return (
        f"CASE WHEN NOT ({digit_or_sign}) THEN false WHEN NOT contains({column}, ',') THEN false"
        f" ELSE regexp_matches({column}, '{COMMA}') END"
    )


def _beginnings(words: Words) -> str:
    """A pattern without look-ahead, which the engine has not, for whatever may begin with a mark."""
    spelt = [r"[\W_]*".join(map(re.escape, letters)) for letters in words.beginnings]
    short = [r"[\W_]*".join(letters) for letters in words.shortest]
    return rf"[\W_]*(?:{'|'.join(spelt)}|(?:{'|'.join(short)})(?:[^a-z]|$))"


def plain_amount(column: str) -> str:
    """The SQL for a quantity that is digits alone, with at most four decimals; NULL when it is anything else."""
    return f"CASE WHEN regexp_full_match({column}, '{_QUANTITY}') THEN CAST({column} AS DOUBLE) END"
