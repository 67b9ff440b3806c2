"""Owns the conditions that make a row of a big table odd by its texts: SQL for each row, Python for distinct texts.

The SQL functions below give conditions that are true where a text *may* say something; what it does say the reader
decides. Most have a quick pattern first, which rules out most texts, within CASE, since the engine would work out both
sides of AND.
"""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from sv_cli.batch.big.labels import is_label, is_one_of, is_unpromised
from sv_cli.batch.big.layout import Regular, letters_of
from sv_cli.batch.big.marked import may_be_marked
from sv_cli.batch.big.source import named, quoted
from sv_cli.bids.cells.described_units import FORM, LONGEST
from sv_cli.bids.cells.described_units import GLANCE as OF_UNITS
from sv_cli.bids.cells.looks import AMOUNT
from sv_cli.bids.cells.numbers import PARTED
from sv_cli.bids.cells.parts import MONTH_STEM
from sv_cli.bids.cells.spelt import SEVERAL
from sv_cli.bids.cells.text import normal
from sv_cli.bids.cells.units import COUNT, MEASURES
from sv_cli.bids.lines.fields.amounts import BACK
from sv_cli.bids.sheets.unseen import UNSEEN_IN_CODES, has_unseen
from sv_cli.bids.tables.less.kinds import UNPROMISED
from sv_cli.bids.tables.notation import COMMA, shows_comma_decimals
from sv_cli.bids.terms import depending, marks, notes
from sv_cli.bids.terms.beginnings import WORDS
from sv_cli.bids.terms.closing import counts_words
from sv_cli.bids.terms.codes import CODED
from sv_cli.bids.terms.depending import BESIDE_OTHERS, DEPENDING, WAITING, is_option, is_other
from sv_cli.bids.terms.marks import BEHIND, TAKEN_BEHIND
from sv_cli.bids.terms.names import REGULARLY, TIME
from sv_cli.bids.terms.noted import NOTED
from sv_cli.bids.terms.notes import LONGEST_NOTES
from sv_cli.bids.terms.paces import EACH_PACE, MOST_OFTEN, OFTEN, PACE, SAID_OFTEN, TIMED
from sv_cli.bids.terms.rates import RATES, SO_MANY_TIMES
from sv_cli.bids.terms.said_amounts import AMOUNTS, LIMITING, OF_DAYS, OF_HOURS, OF_KILOS, OF_SIZES, OF_SPELT
from sv_cli.bids.terms.said_amounts import SAID as SAID_AMOUNT
from sv_cli.bids.terms.some_years import MONTHS
from sv_cli.bids.terms.standing import STANDINGS
from sv_cli.bids.terms.standing_words import OPTIONAL
from sv_cli.bids.terms.words import SHORTEST_TOTAL, Words
from sv_cli.bids.terms.workings import FACTORS, WORKED
from sv_cli.valuation.convert import EVENTS, OF_CO2

_POUNDS = ("GBP",)  # with pounds 2.500 may mean 2,500
_SETTING_APART = ("description", "evidence", "remark", "margin")
_CODE = re.compile(r"(?=[^0-9.]*[0-9.])[A-Za-z][A-Za-z0-9&.\- ]*[A-Za-z0-9]")  # words alone may head a sum
_BRACKETED = re.compile(r"[(\[][^)\]]*[)\]]")
_MASSES = ("kg", "tonne")
UNPLAIN = r"[^ -~]|  |^ | $"
WIDE_SPACE = "[\\s\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x1c-\\x1f]+"
_PACED = rf"\b(?:per|each|apiece|every|p\.?[ap]|an? {TIME}|{REGULARLY})\b|/| x "  # what any text with a pace has
_FEW_UNITS = 12  # with more, comparing with their names takes longer than looking at the description
_SO_MANY = SO_MANY_TIMES.replace(" ", r"\W+")
_SO_OFTEN = rf"(?i)^\W*((in|for|during|at)\W+)?(per|each|every|{_SO_MANY}\W+(per|an?|each|every))\b"
_SO_OFTEN += r"|^\W*(a|repeated|delivered|provided|given|offered|this|the|figure|quantity|number)\W.*(year|annum)"
_SO_OFTEN += r"\W+(of|for|over|during|throughout)\W+((the|our)\W+)?(contract|term)(\W+(term|period))?\W*$"
# Where a description may say in a further sentence, or of a part of it, what a note may
_SENTENCES = r"[.!] |[;\n]| [-–—] |^\W*(?:half|part|some|most|all) of th"
_OF_A_YEAR = r"(?i)year|yr|\by\b|annu|\bp\.? ?a\b|month|quarter"
_NAMES_YEARS = r"(?i)year|yr|\by ?[0-9]|20[0-9]{2}|^\W*[0-9]|[0-9]\W{1,3}[0-9]{2}|\bfy"
_NAMES_YEARS += rf"|\b{MONTH_STEM}[a-z]*\W{{0,3}}[0-9]|one[ -]?off|\bonce\b|\bsingle\b|\btotal\b|\ball over\b|{MONTHS}"
_QUANTITY = r"[0-9]{1,9}(\.[0-9]{1,4})?"


def is_regular_context(texts: Sequence[str | None], found: Regular) -> bool:
    """Whether rows with these texts in the columns of the context mean the same whatever rows are around them."""
    reference = texts[found.context.index(found.reference)] or ""
    words = found.words
    if (
        not _CODE.fullmatch(reference)
        or normal(reference) == "or"
        or counts_words([reference])
        or words.is_total(reference)
        or words.begins_total(reference)
    ):
        return False
    if any(text and has_unseen(text) for text in texts):
        return False
    said = ((texts[found.context.index(at)], form) for at, form in found.times.items())
    if any(text and not form.fullmatch(text) for text, form in said):
        return False
    return not any(
        text is not None and (words.may_be_marked(text) or words.is_instruction(text) or words.is_total(text))
        for text in texts
    )


def sets_apart(text: str, words: Words) -> bool:
    """Whether a text of a row whose reference is a code sets the row apart.

    Asked of the few texts that `held_texts` gives: “Number of measures” and “Number of pupils” both begin like marks.
    """
    named = words.is_total(text) or words.begins_total(text) or words.is_statistic(text) or words.is_instruction(text)
    beside = is_other(text) or is_option(text) or normal(text) in OPTIONAL
    return named or beside or words.is_example(text) or any(STANDINGS[kind](text) for kind in _SETTING_APART)


def speaks_of_its_row(text: str, found: Regular) -> bool:
    """Whether a text in a column of facts may say something of its row, or be a label of another fact."""
    label, words = _BRACKETED.sub("", text.partition(":")[0]), found.words
    return (
        letters_of(label, digits=True) in found.labels
        or letters_of(label) in UNPROMISED
        or words.may_be_marked(text)
        or words.is_instruction(text)
        or re.search(_totals(words.totals), text) is not None
        or shows_comma_decimals(text)
    )


def glanced_at(found: Regular) -> str:
    """The SQL for columns that several conditions use.

    These are ``amount``, each text's first character, and ``telling``: whether a description may match any of the
    conditions of `own_row`, or is written in a way that the reader folds. The engine searches for one word as slowly as
    for hundreds at once, and works an expression out as often as it occurs within CASE.
    """
    firsts = [f"ascii(c{at}) AS first_c{at}" for at in sorted({*found.texts, *found.answers})]
    column = f"c{found.description}"
    telling = "false" if found.description is None else _says(column, *_asked(found, (), column))
    return ", ".join((f"{plain_amount(f'c{found.quantity}')} AS amount", *firsts, f"{telling} AS telling"))


def own_row(found: Regular, unit_texts: Sequence[str]) -> dict[int, str]:
    """By columns, the SQL for a text that may change the outcome of its row alone; NULL for any other.

    ``unit_texts`` are the units of most rows: beside some of these a description is not looked at.
    """
    said = {
        at: (_may_be_noted(f"c{at}"), _may_say_when(f"c{at}", found, unit_texts)) for at in (*found.notes, *found.rows)
    }
    noted = {at: f"CASE WHEN {' OR '.join(each)} THEN c{at} END" for at, each in said.items()}
    return noted if found.description is None else {**noted, found.description: _described(found, unit_texts)}


def _described(found: Regular, unit_texts: Sequence[str]) -> str:
    column = f"c{found.description}"
    asked = " OR ".join(filter(None, _asked(found, unit_texts, "description").values()))
    telling = f"CASE WHEN telling THEN {asked} ELSE false END"
    said = [telling, _may_count_things(column, found), _is_amount(column), _may_say_when(column, found, unit_texts)]
    if found.unit is not None:
        said.append(_unless(_beside_unit(found, unit_texts), _may_name_unit(column)))
    return f"CASE WHEN {' OR '.join(said)} THEN {column} END"


def _beside_unit(found: Regular, unit_texts: Sequence[str]) -> str:
    """Whether a row names a known unit, beside which its description says none but in brackets; ``""`` for never."""
    known = [text for text in unit_texts if found.units.find(text) not in (None, COUNT)]
    bracket = f"contains(c{found.description}, ')') OR contains(c{found.description}, ']')"
    return f"c{found.unit} IN ({named(known)}) AND NOT ({bracket})" if known and found.unit is not None else ""


def held_texts(found: Regular) -> dict[int, str]:
    """By columns, the SQL for a text that `sets_apart` has to decide on; NULL for any other."""
    noting = {*found.notes, *found.rows}
    held = {}
    for at in sorted({*found.texts, *noting}):
        asked = [may_be_marked(f"c{at}", found.words)] if at in found.texts else []
        asked += [_may_not_be_meant(f"c{at}")] if at in noting else []
        asked += [_says_of_others(found), _may_end_as_note(f"c{at}")] if at == found.description else []
        held[at] = f"CASE WHEN {' OR '.join(asked)} THEN c{at} END"
    return held


def _says_of_others(found: Regular) -> str:
    """Whether a description may say that its row is a total, or one of several."""
    said = _says("description", _totals_within(found.words.totals), BESIDE_OTHERS)
    return f"CASE WHEN telling THEN {said} ELSE false END"


def _asked(found: Regular, unit_texts: Sequence[str], column: str) -> dict[str, str]:
    """SQL conditions on a description, by a quick pattern that every text which meets the condition matches.

    The patterns are searched for together, and are simple enough for the engine's fast automaton, without which it
    takes forty times as long. An empty condition is never met; its pattern only makes the text `telling`, so that it is
    folded. ``column`` holds the folded description.
    """
    quantity = f"c{found.quantity}"
    beside_others = {
        OFTEN: (TIMED, _may_say_often(column)),
        f"{AMOUNTS}|{FACTORS}": (MEASURES, _may_say_other(column, quantity, found)),
        OF_CO2: (_MASSES, _says(column, OF_CO2)),
    }
    return {
        UNPLAIN: "",
        _SENTENCES: "",
        _totals_within(found.words.totals): "",
        marks.seen_first(): _says(column, BEHIND),
        depending.seen_first(): " OR ".join(_says(column, each) for each in DEPENDING),
        _PACED: _may_say_pace(column, quantity),
        **{look: _unless(_of_other(units, unit_texts, found), said) for look, (units, said) in beside_others.items()},
        **({OF_UNITS: _may_name_unit(column)} if found.unit is None else {}),
    }


def in_doubt(found: Regular) -> str:
    """The SQL condition for a row whose quantity has a point that may mark thousands."""
    quantity = f"c{found.quantity}"
    parted = f"regexp_full_match({quantity}, '\\s*{PARTED}(\\s.*)?')"
    return f"CASE WHEN contains({quantity}, '.') THEN {parted} ELSE false END"


def odd_row(found: Regular, unit_texts: Sequence[str]) -> str:
    """The SQL condition for a row that is odd by its texts, but for those that `held_texts` gives.

    It needs the columns of `glanced_at`; ``unit_texts`` are as for `own_row`.
    """
    odd = [_unless(_of_other(_POUNDS, unit_texts, found), in_doubt(found))]
    odd += [_has_unseen(f"c{at}") for at in found.texts]
    odd += [f"c{at} <> ''" for at in found.others]
    odd += [_may_take_back(f"c{at}") for at in found.spoken]
    odd += [f"coalesce({_may_say_pace(f'c{at}', f'c{found.quantity}')}, false)" for at in found.spoken]
    odd += [_is_amount(f"c{at}") for at in found.answers]
    odd += [f"regexp_matches(c{at}, '[0-9]')" for at in found.offered]
    odd += [_shows_comma(f"c{at}") for at in found.texts]
    odd += [f"coalesce(regexp_matches(c{at}, '(?i){CODED}'), false)" for at in found.measures]
    if found.description is not None:  # behind a code, of which the bid's other descriptions tell whether it is one
        odd.append(_unless(_beside_unit(found, unit_texts), _may_name_unit(f"c{found.description}", CODED)))
    right = found.quantity + 1
    odd += [f"coalesce(regexp_full_match(c{right}, '{BACK}'), false)"] if right in (*found.texts, *found.facts) else []
    odd += [is_one_of(f"c{at}", map(letters_of, RATES | {"annual"})) for at in found.paced]
    odd += [f"coalesce(regexp_matches(c{at}, '{_SO_OFTEN}'), false)" for at in found.paced]
    odd += [f"coalesce(regexp_matches(c{at}, {quoted(_totals(found.words.totals))}), false)" for at in found.rows]
    odd += [is_unpromised(f"c{at}") for at in found.rows]
    odd += [is_label(f"c{at}", found.labels) for at in found.beside]
    return "(" + " OR ".join(odd or ["false"]) + ")"


def _has_unseen(column: str) -> str:
    """Whether a text may have unseen characters, which the reader takes out; most texts are ASCII, and have none."""
    unseen = f"regexp_matches({column}, '{UNSEEN_IN_CODES}')"
    return f"CASE WHEN strlen({column}) = length({column}) THEN false ELSE {unseen} END"


def _says(column: str, *patterns: str) -> str:
    """Whether any of the patterns is in a text, in capitals or small letters."""
    return f"regexp_matches({column}, {quoted('(?i)' + '|'.join(f'(?:{each})' for each in patterns))})"


def _may_take_back(column: str) -> str:
    """Whether a sentence beside the description may say that its line is not promised, or waits for others."""
    folded = f"trim(regexp_replace({column}, '{WIDE_SPACE}', ' ', 'g'))"
    said, odd = (_says(each, TAKEN_BEHIND, WAITING) for each in (column, folded))
    return f"coalesce(CASE WHEN regexp_matches({column}, {quoted(UNPLAIN)}) THEN {odd} ELSE {said} END, false)"


def _of_other(units: Collection[str], texts: Sequence[str], found: Regular) -> str:
    """Whether a row's unit is certainly none of ``units``; ``""`` where no text of a unit is, or too many are.

    A quantity that is no plain number may have a unit of its own.
    """
    others = [text for text in texts if (unit := found.units.find(text)) not in (None, COUNT) and unit not in units]
    return f"amount IS NOT NULL AND c{found.unit} IN ({named(others)})" if 0 < len(others) <= _FEW_UNITS else ""


def _unless(other: str, condition: str) -> str:
    return f"CASE WHEN {other} THEN false ELSE {condition} END" if other else condition


def _may_be_noted(column: str) -> str:
    """Whether a note may show how the quantity was worked out, or call it a rate."""
    maybe = _says(column, "[0-9]", *OF_SPELT, SEVERAL, "twice")
    return f"CASE WHEN {maybe} THEN {_says(column, NOTED)} ELSE false END"


def _may_say_when(column: str, found: Regular, unit_texts: Sequence[str]) -> str:
    """Whether a text may name years, or say “once”, of a quantity that is yearly by its unit or its own text."""
    yearly = "false" if found.unit is None else f"regexp_matches(c{found.unit}, {quoted(_OF_A_YEAR)})"
    others = [text for text in unit_texts if not re.search(_OF_A_YEAR, text)]
    yearly = _unless(f"c{found.unit} IN ({named(others)})" if 0 < len(others) <= _FEW_UNITS else "", yearly)
    said = f"regexp_matches({column}, {quoted(_NAMES_YEARS)})"
    return f"CASE WHEN amount IS NULL OR {yearly} THEN {said} ELSE false END"


def _totals_within(totals: Collection[str]) -> str:
    """A pattern for texts that may say “total”; longer words for it are found as marks already."""
    short = "|".join(re.escape(each) for each in sorted(totals) if len(each) < SHORTEST_TOTAL).replace("\\ ", r"[\W_]*")
    return rf"total|^[\W_]*(?:{short})\b"


@lru_cache(1)
def _totals(words: frozenset[str]) -> str:
    """A pattern for words of a total anywhere in a text."""
    spelt = sorted(re.escape(each).replace("\\ ", "[\\W_]*") for each in words)
    return rf"(?i)(^|[\W_])(sub)?({'|'.join(spelt)})([\W_]|$)"


def _may_not_be_meant(column: str) -> str:
    """Whether a text may have a note that its line is not meant: by how it begins, then by the words of such notes."""
    first = rf"(?:^|[.!] +|[;\n]| [-–—] )[^a-z]*(?:[0-9]|(?:{'|'.join(sorted(WORDS))})(?:[^a-z]|$))"
    begun, glance = (f"regexp_matches({column}, {quoted(f'(?i){each}')})" for each in (first, notes.seen_first()))
    long = f"strlen({column}) > {4 * LONGEST_NOTES}"
    return f"CASE WHEN {long} OR NOT {begun} THEN false ELSE {glance} END"


def _may_end_as_note(column: str) -> str:
    """Whether a description may have a sentence that says what a note may."""
    return f"CASE WHEN telling THEN {_says(column, _SENTENCES)} AND {_may_not_be_meant(column)} ELSE false END"


def _may_say_pace(column: str, quantity: str) -> str:
    """Whether a text may say that the quantity, by its number if it is plain, is a rate such as “10 a month”."""
    said = (f"regexp_extract_all({column}, {quoted(f'(?i){each}')}, 1)" for each in (PACE, EACH_PACE))
    numbers = f"list_transform(list_concat({', '.join(said)}), lambda each: CAST(replace(each, ',', '') AS DOUBLE))"
    same = f"coalesce(list_contains({numbers}, amount), len({numbers}) > 0)"
    glance = f"regexp_matches({column}, {quoted(f'(?i){_PACED}')})"
    # most quantities are short, and occur in few descriptions
    stands = f"strlen({quantity}) > 3 OR contains({column}, {quantity}) OR ascii({quantity}) = 48"
    stands += f" OR contains({quantity}, '.')"
    return f"CASE WHEN NOT ({stands}) THEN false WHEN {glance} THEN {same} OR contains({column}, '  ') ELSE false END"


def _may_say_often(column: str) -> str:
    """Whether a text may say in words how often a small quantity, or one that is no plain number, falls."""
    said = f"regexp_matches({column}, {quoted(f'(?i){SAID_OFTEN}')})"
    return f"CASE WHEN coalesce(amount, 0) < {MOST_OFTEN} THEN {said} ELSE false END"


def _may_say_other(column: str, quantity: str, found: Regular) -> str:
    """Whether a text may say another amount than the quantity: by its words, then by its first number."""
    of_amount, worked, limiting = (_says(column, each) for each in (SAID_AMOUNT, WORKED, LIMITING))
    number = "(?i)(?:^|[^0-9a-wyz])([0-9]+(?:,[0-9]{3})*(?:\\.[0-9]+)?)"  # not that of KS2
    first = f"replace(regexp_extract({column}, '{number}', 1), ',', '')"
    further = f"{limiting} OR {_may_be_of_other(column, found)}"
    return f"CASE WHEN {worked} THEN true WHEN {of_amount} THEN {first} <> {quantity} OR {further} ELSE false END"


def _may_be_of_other(column: str, found: Regular) -> str:
    """Whether a text may give days where the unit is the hour, kilograms where it is the tonne, and so on."""
    looks = (f"regexp_matches({column}, {quoted(f'(?i){each}')})" for each in (OF_DAYS, OF_HOURS, OF_KILOS, OF_SIZES))
    days, hours, kilos, sizes = looks
    if found.unit is None:
        return f"({days} OR {hours} OR {sizes})"
    unit = f"lower(c{found.unit})"
    cases = f"WHEN {unit} IN ('hour', 'hours', 'hrs') THEN {days} WHEN {unit} IN ('day', 'days') THEN {hours}"
    cases += f" WHEN {unit} IN ('tonne', 'tonnes') THEN {kilos}"
    return f"CASE {cases} ELSE {days} OR {hours} OR {sizes} END"


def _may_count_things(column: str, found: Regular) -> str:
    """Whether a text may say what the quantity counts, or that it is in pounds, where there is no unit."""
    unitless = "true" if found.unit is None else f"c{found.unit} = ''"
    stands = f"contains({column}, c{found.quantity}) OR strlen(c{found.quantity}) > 3"
    said = f"regexp_matches({column}, '(?i)\\b[0-9][0-9,]*( [a-z][a-z-]+)* [a-z]+s\\b')"
    things = f"CASE WHEN {stands} THEN {said} ELSE false END"
    bare = f"trim(regexp_replace({column}, '\\s+', ' ', 'g'))"
    things += f" OR (contains(lower({column}), 'day') AND regexp_full_match({bare}, {quoted(f'(?i){EVENTS}')}))"
    pounds = f"contains({column}, '\u00a3') OR regexp_matches({column}, '(?i)pounds')"
    return f"CASE WHEN {unitless} THEN {pounds} OR {things} ELSE false END"


def _may_name_unit(column: str, code: str = "") -> str:
    """Whether a text, perhaps after a ``code``, may be the name of a unit: by a word in it, then as a whole."""
    bare = f"trim(regexp_replace({column}, '\\s+', ' ', 'g'))"
    form = quoted(rf"(?i){code}\W*(?:{FORM})")
    whole = f"length({column}) <= {2 * LONGEST} AND regexp_full_match({bare}, {form})"
    return f"CASE WHEN regexp_matches({column}, {quoted(f'(?i){OF_UNITS}')}) THEN {whole} ELSE false END"


def _is_amount(column: str) -> str:
    """Whether a text begins like an amount, as few descriptions do: by its first character, then by the pattern."""
    glance = f"first_{column} <= 57 OR first_{column} IN (163, 8722)"
    return f"CASE WHEN {glance} THEN regexp_matches({column}, '{AMOUNT}') ELSE false END"


def _shows_comma(column: str) -> str:
    """Whether a cell shows that a comma marks decimals, so that 1.200 in another cell is ambiguous."""
    digit_or_sign = f"first_{column} <= 57 OR first_{column} = 163"
    return (
        f"CASE WHEN NOT ({digit_or_sign}) THEN false WHEN NOT contains({column}, ',') THEN false"
        f" ELSE regexp_matches({column}, '{COMMA}') END"
    )


def plain_amount(column: str) -> str:
    """The SQL for a quantity that is digits alone, with at most four decimals; NULL when it is anything else."""
    return f"CASE WHEN regexp_full_match({column}, '{_QUANTITY}') THEN CAST({column} AS DOUBLE) END"
