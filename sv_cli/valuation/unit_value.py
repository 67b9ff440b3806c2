"""Owns the value of one unit: worked out once for each distinct context, as the list of steps that explains it.

    gross      = the proxy's formula over its figures, each in the report's prices
    net        = gross × (1 − deadweight) × (1 − displacement) × (1 − attribution to others)
    stream[t]  = net × (1 − drop-off)^(t − 1) × the part of year t that the effect lasts,   t = 1 … duration
    present    = Σ stream[t] × discount factor

after the impact map of the Guide to Social Return on Investment and HM Treasury's Green Book; the
method says which deductions apply, from which year drop-off counts and where discounting starts.
"""

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from sv_cli.model.figures import Adjustment, Basis, Figure, Library, Proxy
from sv_cli.model.formulas import Token
from sv_cli.model.methods import Method
from sv_cli.model.valuations import Step, UnitValue
from sv_cli.valuation.discounting import discount_factor
from sv_cli.valuation.figures import Chosen, chosen, evaluated, in_base_units, varies_by_year
from sv_cli.valuation.money import ONE, ZERO, exact
from sv_cli.valuation.price_base import rebased, require_year
from sv_cli.valuation.problem import Problem
from sv_cli.valuation.timing import When
from sv_cli.valuation.words import percent, plain

MAX_DURATION = 100
DEDUCTIONS = ("deadweight", "displacement", "attribution")
NAMES = {
    "deadweight": "deadweight",
    "displacement": "displacement",
    "attribution": "attribution to others",
    "drop_off": "drop-off",
}


class Context(Struct, frozen=True):
    """All that a unit value depends on, besides library and method."""

    proxy: str
    when: When
    place: str | None = None
    adjustments: tuple[tuple[str, Decimal], ...] = ()
    duration_years: Decimal | None = None


class UnitValues:
    """The unit values of one library, method and price year, each context worked out once."""

    def __init__(self, library: Library, method: Method, price_year: str) -> None:
        self.library = library
        self.method = method
        self.price_year = price_year
        self._known: dict[Context, UnitValue | Problem] = {}

    def of(self, context: Context) -> UnitValue:
        """The value of one unit in ``context``; raises Problem when it cannot be worked out."""
        known = self._known.get(context)
        if known is None:
            try:
                with exact():
                    known = _Derivation(self, context).unit_value()
            except Problem as problem:
                known = problem
            self._known[context] = known
        if isinstance(known, Problem):
            raise known
        return known


class _Derivation:
    """One unit value on its way, with the steps written down as they are taken."""

    def __init__(self, values: UnitValues, context: Context) -> None:
        self.library = values.library
        self.method = values.method
        self.price_year = values.price_year
        self.context = context
        self.proxy: Proxy = values.library.proxies[context.proxy]
        self.steps: list[Step] = []
        self.per = f"£ per {values.library.vocabulary.units[self.proxy.unit].one}"

    def unit_value(self) -> UnitValue:
        by_kind = self._gross(self.context.when, write=True)
        gross = sum(by_kind.values(), ZERO)
        self._write("gross", f"value of one unit in {self.price_year} prices, before adjustments", gross)
        kept = self._deductions(gross)
        self._write("net", "value of one unit after adjustments, in the first year of its effect", gross * kept)
        years, kinds = self._stream(by_kind, kept)
        present = sum(years.values(), ZERO)
        self._write("present-value", "present value of one unit, all years of its effect", present)
        return UnitValue(
            proxy=self.proxy.id,
            unit=self.proxy.unit,
            price_year=self.price_year,
            gross=gross,
            net=gross * kept,
            present=present,
            by_year=years,
            by_kind=kinds,
            steps=tuple(self.steps),
        )

    def _gross(self, when: When, *, write: bool) -> dict[str, Decimal]:
        """The gross value by value kind for the year ``when``."""
        units = self.library.vocabulary.units
        results = {}
        for kind, formula in self.proxy.parts.items():
            figures = {token: self._figure(token, when, write=write) for token in formula.tokens if token.kind == "figure"}
            results[kind] = evaluated(formula, figures.__getitem__, self.proxy.unit, units)
            if write and len(formula.tokens) > 1:
                self._write("formula", f"{formula.text}", results[kind])
        if not self.proxy.shares:
            return results
        (whole,) = results.values()
        return {kind: whole * share for kind, share in self.proxy.shares.items()}

    def _figure(self, token: Token, when: When, *, write: bool) -> Decimal:
        """A figure's value in the report's prices, in base units."""
        library = self.library
        found = chosen(
            library.figures[token.text], token.key, when, self.context.place, library.vocabulary.places
        )
        amount = found.amount
        if write:
            self._write_figure(found)
        if found.price_year is not None and self.method.price_index is not None:
            amount = self._rebase(found, found.price_year, write=write)
        return in_base_units(amount, found.figure.unit, library.vocabulary.units)

    def _rebase(self, found: Chosen, price_year: str, *, write: bool) -> Decimal:
        index = self.library.figures[self.method.price_index or ""]
        require_year(found.figure, price_year, index)
        amount = rebased(found.amount, price_year, self.price_year, index)
        if write and price_year != self.price_year:
            over, under = index.values[self.price_year], index.values[price_year]
            text = f"{found.figure.id} from {price_year} to {self.price_year} prices: × {over} / {under} ({index.id})"
            self._write("price-base", text, amount, unit=found.figure.unit, figure=index)
        return amount

    def _deductions(self, gross: Decimal) -> Decimal:
        """The share of the gross value that is kept after the method's deductions, each a factor of its own."""
        kept = ONE
        for name in DEDUCTIONS:
            if name not in self.method.adjustments:
                continue
            adjustment = self._adjustment(name)
            if adjustment is None:
                self._write(name, f"{NAMES[name]}: not stated by the library, nothing deducted", gross * kept)
                continue
            kept *= ONE - adjustment.value
            text = f"{NAMES[name]} of {percent(adjustment.value)} taken off: × {plain(ONE - adjustment.value)}"
            self._write(name, text, gross * kept, basis=adjustment.basis, why=adjustment.why)
        return kept

    def _stream(self, by_kind: Mapping[str, Decimal], kept: Decimal) -> tuple[dict[int, Decimal], dict[str, Decimal]]:
        """Present value by year (offset from the contract's first) and by value kind."""
        duration = self._duration()
        drop_off = self._drop_off(duration)
        varies = varies_by_year(self.proxy.parts, self.library.figures)
        years: dict[int, Decimal] = {}
        kinds = dict.fromkeys(by_kind, ZERO)
        for t in range(1, _last_year(duration) + 1):
            when = self.context.when.later(t - 1)
            amounts = by_kind if t == 1 or not varies else self._gross(when, write=False)
            factor = self._year_factor(t, when, duration, drop_off)
            for kind, amount in amounts.items():
                kinds[kind] += amount * kept * factor
            years[when.offset] = sum(amounts.values(), ZERO) * kept * factor
            self._write(f"year-{t}", self._year_text(t, when, factor), years[when.offset])
        return years, kinds

    def _year_factor(self, t: int, when: When, duration: Decimal, drop_off: Decimal) -> Decimal:
        """What year ``t`` of the effect is multiplied by: drop-off, the part of the year, the discount factor."""
        decay = (ONE - drop_off) ** max(t - self.method.drop_off_from + 1, 0)
        part = min(duration - (t - 1), ONE) if self.method.part_years == "pro-rata" else ONE
        return decay * part * self._discount(when)

    def _discount(self, when: When) -> Decimal:
        discounting = self.method.discounting
        if discounting is None:
            return ONE
        schedule = discounting.schedules.get(self.proxy.discounting) or discounting.schedules["standard"]
        return discount_factor(when.offset + discounting.first_year, schedule)

    def _year_text(self, t: int, when: When, factor: Decimal) -> str:
        calendar = "" if when.calendar is None else f" ({when.calendar})"
        return (
            f"year {t} of the effect, in year {when.offset + 1} of the contract{calendar}: "
            f"× {plain(factor, 6)} for drop-off, part-year and discounting"
        )

    def _duration(self) -> Decimal:
        stated = self.context.duration_years
        duration = self.proxy.duration_years if stated is None else stated
        if not 0 < duration <= MAX_DURATION:
            raise Problem("duration-out-of-range", "duration", years=plain(duration), limit=MAX_DURATION)
        basis = Basis.BID if stated is not None else None
        why = self.proxy.duration_why if stated is None else "stated in the bid"
        if duration != 1:
            self._write("duration", f"the effect lasts {plain(duration)} years", duration, basis, why, unit="years")
        return duration

    def _drop_off(self, duration: Decimal) -> Decimal:
        adjustment = self._adjustment("drop_off") if "drop_off" in self.method.adjustments else None
        if adjustment is None:
            return ZERO
        if duration > 1 and adjustment.value:
            text = f"drop-off of {percent(adjustment.value)} a year"
            self._write("drop-off", text, adjustment.value, adjustment.basis, adjustment.why, unit="share a year")
        return adjustment.value

    def _adjustment(self, name: str) -> Adjustment | None:
        stated = dict(self.context.adjustments).get(name)
        if stated is None:
            return self.proxy.adjustments.get(name)
        if not 0 <= stated <= 1:
            raise Problem("adjustment-out-of-range", name, adjustment=NAMES[name], value=plain(stated))
        return Adjustment(value=stated, basis=Basis.BID, why="stated in the bid")

    def _write_figure(self, found: Chosen) -> None:
        figure = found.figure
        place = self.library.vocabulary.places.get(found.key or "")
        of = "" if found.key is None else f", for {place.name if place else found.key}"
        prices = "" if found.price_year is None else f", {found.price_year} prices"
        self._write("figure", f"{figure.id}: {figure.title}{of}{prices}", found.amount, unit=figure.unit, figure=figure)

    def _write(  # noqa: PLR0913 - a step has this many parts
        self,
        name: str,
        text: str,
        value: Decimal,
        basis: Basis | None = None,
        why: str | None = None,
        unit: str | None = None,
        figure: Figure | None = None,
    ) -> None:
        source, locator = (None, None) if figure is None else (figure.source, figure.locator)
        self.steps.append(Step(name, text, value, unit or self.per, basis, why, source, locator))


def _last_year(duration: Decimal) -> int:
    """The number of years that a duration touches: 2.1 years touch three."""
    whole = int(duration)
    return whole if duration == whole else whole + 1
