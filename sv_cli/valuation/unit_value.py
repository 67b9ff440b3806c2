"""Owns the value of one unit: worked out once for each distinct context, as the list of steps that explains it.

    gross      = the proxy's formula over its figures, each in the report's prices
    net        = gross × (1 − deadweight) × (1 − displacement) × (1 − attribution to others)
    stream[t]  = net × (1 − drop-off)^(t − 1) × the part of year t that the effect lasts,   t = 1 … duration
    present    = Σ stream[t] × discount factor

All in pounds of the report's price year per unit of the proxy. After the impact map of the Guide to Social Return on
Investment and HM Treasury's Green Book; the method says which deductions apply, from which year drop-off counts and
where discounting starts.
"""

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from sv_cli.model.figures import Library, Proxy
from sv_cli.model.methods import Method
from sv_cli.model.valuations import UnitValue
from sv_cli.valuation.adjusting import adjustment, kept_of
from sv_cli.valuation.figures import varies_by
from sv_cli.valuation.gross import Prices, gross_by_kind
from sv_cli.valuation.money import ZERO, exact, within_limit
from sv_cli.valuation.problem import Problem
from sv_cli.valuation.steps import Steps
from sv_cli.valuation.stream import Decay, Effect, discount_of, effect_of, stream_of
from sv_cli.valuation.timing import When
from sv_cli.valuation.words import in_years, percent, plain


class Context(Struct, frozen=True):
    """All that a unit value depends on, besides library, method and price year.

    ``when`` is the year of the activity, ``place`` an ONS code (None: the whole country). The rest is what the bid
    states; None, or no adjustment, leaves it to proxy and method.
    """

    proxy: str
    when: When
    place: str | None = None
    adjustments: tuple[tuple[str, Decimal], ...] = ()
    duration_years: Decimal | None = None
    drop_off_from: int | None = None
    starts_after_years: int | None = None


class UnitValues:
    """The unit values of one library, method and price year, each context worked out once."""

    def __init__(self, library: Library, method: Method, price_year: str) -> None:
        self.library = library
        self.method = method
        self.price_year = price_year
        self._known: dict[Context, UnitValue | Problem] = {}

    def __len__(self) -> int:
        """How many contexts are known."""
        return len(self._known)

    def of(self, context: Context) -> UnitValue:
        """The value of one unit in ``context``; raises Problem when it cannot be worked out."""
        known = self._known.get(context)
        if known is None:
            known = self._known[context] = self._worked_out(context)
        if isinstance(known, Problem):
            raise known.with_traceback(None)  # else each raise of the same object would lengthen its traceback
        return known

    def _worked_out(self, context: Context) -> UnitValue | Problem:
        try:
            with exact():
                return _derived(context, Prices(self.library, self.method, self.price_year))
        except Problem as problem:
            return problem
        except ArithmeticError:
            return Problem("value-beyond-belief", "reference")


def _derived(context: Context, prices: Prices) -> UnitValue:
    proxy, method = prices.library.proxies[context.proxy], prices.method
    steps = Steps(f"£ per {prices.library.vocabulary.units[proxy.unit].one}")
    stated = context.starts_after_years
    later = method.starts_after_years + proxy.starts_after_years if stated is None else stated
    begins = context.when.later(later)
    own = dict(context.adjustments)
    by_kind = gross_by_kind(proxy, begins, context.place, prices, steps)
    gross = within_limit(sum(by_kind.values(), ZERO), "reference")
    steps.write("gross", f"value of one unit in {prices.price_year} prices, before adjustments", gross)
    kept = kept_of(proxy, method, own, gross, steps)
    net = gross * kept.in_year(1)
    steps.write("net", "value of one unit after adjustments, in the first year of its effect", net)
    effect = _effect(context, proxy, method, begins, steps)

    def gross_in(when: When, t: int) -> Mapping[str, Decimal]:
        """The gross value of a later year is looked up anew only where a figure has a value for every year."""
        anew = t > 1 and varies_by("year", proxy.parts, prices.library.figures)
        return gross_by_kind(proxy, when, context.place, prices, None) if anew else by_kind

    stream = stream_of(effect, kept, gross_in, discount_of(proxy, method), steps)
    present = within_limit(sum(stream.present.values(), ZERO), "reference")
    steps.write("present-value", "present value of one unit, all years of its effect", present)
    return UnitValue(
        proxy=proxy.id,
        unit=proxy.unit,
        price_year=prices.price_year,
        gross=gross,
        net=_or_same(net, gross),
        present=_or_same(present, net, gross),
        by_year=stream.present,
        by_kind=stream.by_kind,
        steps=tuple(steps.written),
        undiscounted=stream.undiscounted,
    )


def _or_same(amount: Decimal, *others: Decimal) -> Decimal:
    """The last of ``others`` that equals ``amount``, else ``amount``: a line multiplies and rounds one object once."""
    return next((each for each in reversed(others) if each == amount and each.same_quantum(amount)), amount)


def _effect(context: Context, proxy: Proxy, method: Method, begins: When, steps: Steps) -> Effect:
    """The effect of one unit, with a step for a duration or a drop-off that makes a difference."""
    found = adjustment("drop_off", proxy, method, dict(context.adjustments))
    drop_off = ZERO if found is None else found.value
    stated = context.duration_years if method.own_adjustments else None
    drop_off_from = context.drop_off_from or proxy.drop_off_from or method.drop_off_from
    effect = effect_of(proxy, method, begins, stated, Decay(drop_off, drop_off_from))
    if begins.offset > context.when.offset:
        later = Decimal(begins.offset - context.when.offset)
        steps.write("start", f"the effect starts {in_years(later)} after the activity", later, unit="years")
    own = stated is not None and stated != proxy.duration_years
    if effect.years != 1 or own:
        basis, why = (None, proxy.duration_why) if stated is None else ("bid", "stated in the bid")
        text = f"the effect lasts {in_years(effect.years)}"
        text += f" (the library's default is {plain(proxy.duration_years)})" if own else ""
        steps.write("duration", text, effect.years, unit="years", basis=basis, why=why)
    if found is not None and drop_off and (effect.years > 1 or drop_off_from == 1):
        text = f"drop-off of {percent(drop_off)} a year"
        steps.write("drop-off", text, drop_off, unit="share a year", basis=found.basis, why=found.why)
    return effect
