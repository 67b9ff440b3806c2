"""Owns the short way through tables: a row that says what an earlier one says, but for its amounts and texts.

Whatever a row says beside plain amounts and texts is read, judged and told about once; rows that say the same again
take it over, in this bid or in the next one with the same columns. A row with anything unusual in it goes the long
way, so the two ways cannot differ.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from decimal import Decimal
from itertools import chain
from operator import itemgetter

from sv_cli.bids.cells.described_units import may_name_unit
from sv_cli.bids.cells.figures import tidy
from sv_cli.bids.cells.text import shown_text
from sv_cli.bids.cells.year_lists import years_named
from sv_cli.bids.lines.fields.amounts import column_of_words, halves, is_back
from sv_cli.bids.lines.fields.plain import IN_PARTS, PlainAmounts
from sv_cli.bids.lines.fields.texts import text_at
from sv_cli.bids.lines.harmless import Harmless, Told, line_of
from sv_cli.bids.lines.sheeted import Sheeted
from sv_cli.bids.lines.totals import adds_above
from sv_cli.bids.memory import MOST_KNOWN, MOST_PLAIN, Known, Plain
from sv_cli.bids.sheets.grid import Raw, Row
from sv_cli.bids.tables.layout import TEXTS
from sv_cli.bids.terms.codes import has_form_of_code
from sv_cli.bids.terms.corrections import agrees
from sv_cli.bids.terms.noted import may_be_noted, noted_pace
from sv_cli.bids.terms.notes import is_all_under
from sv_cli.bids.terms.paces import MOST_OFTEN, names_quantity, said_pace
from sv_cli.bids.terms.said_amounts import noted_amount, said_otherwise
from sv_cli.bids.terms.standing import STANDINGS, is_note, kind_of
from sv_cli.bids.terms.workings import noted_otherwise
from sv_cli.model.bids import Commitment, Tranche

_WIDEST = 60
_OFTEN = 4  # times that a text stands in its column
_LABELS = frozenset(("", "year", "place", "owner", "theme", "outcome"))
_ZERO = Decimal(0)
_Texts = tuple[str, str | None, str | None]  # of description, evidence and owner


class Repeats:
    """The rows of one table that were read the long way without a remark, by all that they say beside their amounts."""

    def __init__(self, table: Sheeted, columns: dict[str, int], widest: int) -> None:
        layout = table.layout
        self._table = table
        self._memory = table.tools.desk.memory
        self._of_all = table.years_of_all()
        self._columns = columns
        self._texts = tuple(columns.get(name, 0) - 1 for name in ("description", "evidence", "owner"))
        self._sheet = table.grid.name
        self._delimited = table.grid.delimited
        # A record longer than its heading is looked at closely, whatever it repeats
        self._width = table.width or _WIDEST
        self._years = tuple((column.index, period) for column, period in layout.years)
        total = layout.columns.get("total")
        single = layout.columns.get("quantity") or total
        self._total = total.index if total is not None and self._years else -1
        self._single = single.index if single is not None and not self._years else -1
        amounts = {self._single, self._total, *(index for index, _ in self._years)}
        named = {column.index for name, column in layout.columns.items() if name not in TEXTS}
        decisive = sorted(named | amounts | {column.index for column in layout.costs})
        self._free = tuple(index for index in range(widest) if index not in decisive)
        # What no field answers to, or says who, where or when, may say of a row that it is a total
        fields = {column.index: name for name, column in layout.columns.items()}
        others = (at for at in range(widest) if at not in amounts and fields.get(at, "") in _LABELS)
        self.labels = tuple(others)
        self._cut = tuple(at for at in sorted(amounts) if at >= 0 and table.width and column_of_words(layout, at) > 0)
        self._key: Callable[[list[Raw]], object] | None = None
        self._in_unit: Callable[[list[Raw]], object] | None = None
        of_unit = () if "unit" in layout.columns else self._texts[:1]  # which may name it: “Volunteering (days)”
        keys = self._keyed = (*decisive, *of_unit)
        self._most = max(keys)
        if not table.looks_count() and widest <= _WIDEST:
            self._key = _getter(keys, amounts)
            self._in_unit = _getter(decisive, amounts)
        self._notes = tuple(column.index for name, column in layout.columns.items() if is_note(name))
        self._standing = tuple(layout.columns[name].index for name in layout.columns if kind_of(name) in STANDINGS)
        self._odd, self._formulas = table.odd, table.grid.formulas
        self._referring, self._summing = columns.get("reference", 0), [at + 1 for at in layout.amount_columns()]
        self._known = self._memory.rows(table.deciding())
        numbers = table.tools.numbers
        self._plain = PlainAmounts(numbers, self._memory.plain.setdefault(numbers.settings, {}))
        words, memory = table.tools.desk.words, self._memory
        self._harmless = Harmless(words, memory, self._texts, self.labels, self._free)
        self._held: dict[str | None, str | None] = {}

    def like(self, row: Row) -> Commitment | None:
        """The commitment of a row that repeats an earlier one; None when it has to be read the long way."""
        cells = row.cells
        if self._key is None or len(cells) > self._width or self._is_odd(row.number):
            return None
        try:
            amount = self._plain.of(cells[self._single]) if self._single >= 0 else None
            known = self._known.get(self._key_of(cells, amount))
            if (
                known is None
                or self._holds_truths(cells)
                or not self._harmless.are_in(cells)
                or any(halves(cells, at) for at in self._cut)
            ):
                return None
            if self._single < 0:
                return None if self._speaks_of_quantity(cells) else self._over_years(row, known[0])
        except IndexError:  # a row shorter than the table
            return None
        if amount is None or not amount[0] or self._says_other(cells, amount[1], known[0]):
            return None
        return self._again(row, known[0], amount[1], _tranches_of(cells[self._single], amount, known))

    def all_like(self, rows: list[Row]) -> Sequence[Commitment | None]:
        """What `like` gives for each row, a column at a time; None also where that would have to look more closely."""
        cells = self._as_wide([row.cells for row in rows])
        if cells is None or self._key is None:
            return [None] * len(rows)
        known = [*map(self._known.get, map(self._key, cells))]
        odd = {row.number for row in rows if self._is_odd(row.number)} if self._odd or self._formulas else set()
        # Totals and headings among the lines are none of those that are looked at together
        alike = [at for at, same in enumerate(known) if same is not None and rows[at].number not in odd]
        told, others = self._looked([cells[at] for at in alike])
        alike = [at for at in alike if not any(cells[at][index] in odd for index, odd in others)] if others else alike
        if len(alike) == len(rows):
            return self._alike(rows, known, cells, told)
        made = self._alike([rows[at] for at in alike], [known[at] for at in alike], [cells[at] for at in alike], told)
        found: list[Commitment | None] = [None] * len(rows)
        for at, commitment in zip(alike, made, strict=True):
            found[at] = commitment
        return found

    def _alike(
        self, rows: list[Row], known: list[Known | None], cells: list[list[Raw]], told: Told
    ) -> Sequence[Commitment | None]:
        """The commitments of rows that say what ``known`` ones say, and None where what is ``told`` says more."""
        if not cells:
            return []
        texts = self._texts_of(cells)
        quantities = [*map(itemgetter(self._single), cells)]
        for new in set(quantities).difference(self._plain.known):
            self._plain.of(new)
        amounts = map(self._plain.known.get, quantities)
        often, stating, noted = told
        make, says, notes = self._made, self._says_otherwise, self._notes_otherwise
        return [
            make(
                row.number,
                same[0],
                amount[1],
                same[2].get(cell) or _tranches_of(cell, amount, same),
                (described, evidenced, owned),
            )
            if same is not None
            and amount
            and amount[0]
            and not amount[3]
            and not (
                (
                    (amount[2] in described and names_quantity(described, amount[1]))
                    or (often and amount[1] < MOST_OFTEN and described in often)
                    or (stating and described in stating)
                )
                and says(described, amount[1], same[0])
            )
            and not (noted and evidenced in noted and notes(evidenced, amount[1], same[0]))
            else None
            for row, same, cell, amount, described, evidenced, owned in zip(
                rows, known, quantities, amounts, *texts, strict=True
            )
        ]

    def _is_odd(self, number: int) -> bool:
        """Whether more than its cells says what a row is: what the sheet shows of it, or its formulas."""
        formulas = self._formulas
        if number in self._odd or (number, self._referring) in formulas:
            return True
        return any(adds_above(formula, number) for at in self._summing if (formula := formulas.get((number, at))))

    def _says_other(self, cells: list[Raw], quantity: Decimal, like: Commitment) -> bool:
        """Whether a text says of the quantity that it is a rate, or that another amount is promised."""
        text, note = (line_of(cells, index) for index in self._texts[:2])
        said = bool(text) and self._says_otherwise(text, quantity, like)
        return said or (bool(note) and may_be_noted(note) and self._notes_otherwise(note, quantity, like))

    def _says_otherwise(self, text: str, quantity: Decimal, like: Commitment) -> bool:
        """Whether a description says so beside the unit of an earlier row."""
        units = self._table.tools.desk.units
        pace = said_pace(text, quantity, like.unit, units, self._table.years)
        return pace != "" or said_otherwise(text, quantity, like.unit, units, self._of_all) != ""

    def _notes_otherwise(self, note: str, quantity: Decimal, like: Commitment) -> bool:
        """Whether a note says so beside the unit of an earlier row."""
        units, unit = self._table.tools.desk.units, like.unit
        rate = noted_pace(note, quantity, unit, units, self._table.years)
        other = noted_otherwise(note, quantity, unit, units) or noted_amount(note, quantity, unit, units, self._of_all)
        return rate != "" or other != ""

    def _as_wide(self, cells: list[list[Raw]]) -> list[list[Raw]] | None:
        """The cells of rows made as long as the longest; None where one of them has to be looked at closely."""
        widest, narrowest = max(map(len, cells)), min(map(len, cells))
        if self._key is None or self._single < 0 or not self._most < widest <= self._width:
            return None
        if self._delimited:
            return cells if narrowest == widest else None
        if self._holds_truths(chain.from_iterable(cells)):
            return None
        return [row if len(row) == widest else row + [None] * (widest - len(row)) for row in cells]

    def _looked(self, cells: list[list[Raw]]) -> tuple[Told, list[tuple[int, set[Raw]]]]:
        """What may say how often or how much, and by columns what is not to be taken as it is."""
        told = Told()
        if not cells:
            return told, []
        others: list[tuple[int, set[Raw]]] = []
        for index in self._free:
            if index >= len(cells[0]):
                break
            distinct = set(map(itemgetter(index), cells))
            if index == self._texts[0]:
                said, odd = self._harmless.described(distinct)
                told = said._replace(noted=told.noted)
            else:
                noted, odd = self._harmless.others(index, distinct)
                told = told._replace(noted=noted) if noted else told
            if index == self._single + 1 and self._cut:
                odd = odd.union(filter(is_back, distinct))
            if odd:
                others.append((index, odd))
        return told, others

    def _texts_of(self, cells: list[list[Raw]]) -> list[Sequence[str | None]]:
        """The columns of description, evidence and owner."""
        nothing = ("", None, None)
        columns = zip(self._texts, nothing, strict=True)
        return [
            [none] * len(cells) if not 0 <= index < len(cells[0]) else self._texts_at(index, cells, none)
            for index, none in columns
        ]

    def _texts_at(self, index: int, cells: list[list[Raw]], none: str | None) -> list[str | None]:
        """The texts in a 0-based column of rows; those that come often are held once, whatever rows they stand in."""
        texts: list[str | None] = [row[index] or none for row in cells]  # type: ignore[misc]
        distinct = set(texts)
        if len(distinct) * _OFTEN > len(texts):
            return texts
        once = {text: self._held.setdefault(text, text) for text in distinct}
        return [*map(once.__getitem__, texts)]

    def keep(self, row: Row, commitment: Commitment) -> None:
        """Remember a row that was read without a remark, if there is nothing unusual about its amounts."""
        coded = has_form_of_code(self._table.words(row, "reference"))  # else it may be a sum of the lines above
        if self._key is None or not (coded and commitment.reference) or self._memory.count >= MOST_KNOWN:
            return
        if self._is_odd(row.number):
            return
        with suppress(IndexError):
            cells, tranches = row.cells, commitment.tranches
            amounts = [*map(self._plain.of, self._amounts(cells))]
            if not tranches or None in amounts or self._holds_truths(cells) or self._speaks_of_quantity(cells):
                return
            if may_name_unit(line_of(cells, self._texts[0])) and self._texts[0] not in self._keyed:
                return
            if any(is_back(cells[at + 1]) for at in self._cut) or self._agrees(cells, commitment.quantity):
                return
            in_units = any(amount is not None and amount[3] for amount in amounts)
            usual = not in_units if self._years else len(tranches) == 1 and not self._notes_year(cells)
            if usual:
                key, period = self._key_of(cells, None if self._years else amounts[0]), tranches[0].period
                again = self._memory.tranches.setdefault((self._table.tools.numbers.settings, period), {})
                self._known[key] = commitment, period, again
                self._memory.count += 1

    def _speaks_of_quantity(self, cells: list[Raw]) -> bool:
        """Whether a note may speak of the very quantity, which no other row repeats."""
        held = (cells[index] for index in self._notes if index < len(cells))
        return any(isinstance(cell, str) and may_be_noted(cell) for cell in held)

    def _agrees(self, cells: list[Raw], quantity: Decimal | None) -> bool:
        """Whether what tells how the line stands says its quantity again, as it does no other."""
        held = (shown_text(cells[index]) for index in self._standing if index < len(cells))
        return any(agrees(text, quantity) or is_all_under(text, quantity) for text in held if text)

    def _notes_year(self, cells: list[Raw]) -> bool:
        """Whether a note names a year, in which no other row need fall."""
        return any(years_named(line_of(cells, index)) for index in self._notes)

    def _holds_truths(self, cells: Iterable[Raw]) -> bool:
        """Whether a cell is TRUE or FALSE, which are no 1 and 0 but equal them; in a text file all cells are texts."""
        return not self._delimited and bool in set(map(type, cells))

    def _again(self, row: Row, like: Commitment, quantity: Decimal, tranches: tuple[Tranche, ...]) -> Commitment:
        """The commitment of a row that says the same as ``like``, but for its quantity and its texts."""
        described, evidenced, owned = (text_at(row.cells, index) for index in self._texts)
        return self._made(row.number, like, quantity, tranches, (described or "", evidenced, owned))

    def _made(
        self, number: int, like: Commitment, quantity: Decimal, tranches: tuple[Tranche, ...], texts: _Texts
    ) -> Commitment:
        described, evidenced, owned = texts
        return Commitment(  # by position, which takes half the time
            self._sheet,
            number,
            like.reference,
            described,
            quantity,
            tranches,
            like.unit,
            like.unit_text,
            like.start,
            like.end,
            like.place,
            like.adjustments,
            like.duration_years,
            like.drop_off_from,
            like.starts_after_years,
            evidenced,
            owned,
            like.cost,
            self._columns,
            like.unsure,
            like.counted,
            like.reference_words,
        )

    def _over_years(self, row: Row, like: Commitment) -> Commitment | None:
        tranches, total = [], _ZERO
        cells = row.cells
        for index, period in self._years:
            if cells[index] in (None, ""):
                continue
            amount = self._plain.of(cells[index])
            if amount is None or amount[3]:
                return None
            tranches.append(Tranche(amount[0] or _ZERO, period))
            total += amount[0]
        if self._total >= 0 and cells[self._total] not in (None, ""):
            stated = self._plain.of(cells[self._total])
            if stated is None or stated[3] or stated[0] != total:
                return None
        units = self._table.tools.desk.units
        if not total or said_otherwise(line_of(cells, self._texts[0]), total, like.unit, units, self._of_all):
            return None
        return self._again(row, like, tidy(total), tuple(tranches))

    def _key_of(self, cells: list[Raw], amount: Plain | None) -> object:
        """All that a row says beside its amount; where a unit stands behind that, no description names another."""
        if amount is None or not amount[3] or self._in_unit is None:
            return None if self._key is None else self._key(cells)
        unit = self._key if amount[3] == IN_PARTS and self._key is not None else self._in_unit
        return (unit(cells),), amount[3]  # in a tuple, as no cell is: else the unit might be a cell's text

    def _amounts(self, cells: list[Raw]) -> list[Raw]:
        if self._single >= 0:
            return [cells[self._single]]
        return [cells[index] for index, _ in self._years if cells[index] not in (None, "")]


def _getter(columns: Iterable[int], amounts: Collection[int]) -> Callable[[list[Raw]], object]:
    """What gives the cells of a row in these columns, beside its amounts."""
    return itemgetter(*dict.fromkeys(index for index in columns if index >= 0 and index not in amounts))


def _tranches_of(cell: Raw, amount: Plain, known: Known) -> tuple[Tranche, ...]:
    """The whole of a plain amount, in the time of a known row; those of equal cells are the same."""
    _, period, again = known
    if cell in again:
        return again[cell]
    made = (Tranche(amount[0], period),)
    if len(again) < MOST_PLAIN:
        again[cell] = made
    return made
