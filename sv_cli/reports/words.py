"""Owns how money, quantities and texts of bids and libraries are shown, the same in every report."""

import unicodedata
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from sv_cli.model.figures import Proxy
from sv_cli.model.valuations import Line
from sv_cli.model.vocabulary import Unit

KIND_TITLES = {
    "fiscal": "Fiscal (public purse)",
    "economic": "Economic",
    "wellbeing": "Wellbeing",
    "environmental": "Environmental",
}
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_LONGEST = 2000
_MILLION = Decimal(1_000_000)
_BILLION = Decimal(1_000_000_000)


def money(amount: Decimal | None) -> str:
    """Pounds and pence: ``£1,234.50``; a dash for None."""
    if amount is None:
        return "—"
    rounded = amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    return f"{'−' if rounded < 0 else ''}£{abs(rounded):,.2f}"


def headline(amount: Decimal) -> str:
    """Pounds for a sentence, to three figures or so: ``£1.24m``, ``£86,560``, ``£412.30``."""
    for size, letter in ((_BILLION, "bn"), (_MILLION, "m")):
        if abs(amount) >= size:
            scaled = (amount / size).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
            return f"{'−' if scaled < 0 else ''}£{abs(scaled):,}{letter}"
    if abs(amount) >= Decimal(1000):
        whole = amount.quantize(Decimal(1), rounding=ROUND_HALF_UP)
        return f"{'−' if whole < 0 else ''}£{abs(whole):,}"
    return money(amount)


def number(value: Decimal | None, places: int = 3) -> str:
    """A quantity with thousands marked and at most ``places`` decimals: ``1,200``, ``0.5``."""
    if value is None:
        return "—"
    rounded = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    text = f"{rounded:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def unit_of(line: Line, units: Mapping[str, Unit]) -> str:
    """The unit that the shown quantity is in, in words: the proxy's for a valued line, the bid's own otherwise."""
    commitment = line.commitment
    if line.valued and line.portions:
        name, quantity = line.portions[0].unit_value.unit, line.quantity
    else:
        name, quantity = commitment.unit or "", commitment.quantity
    unit = units.get(name)
    if unit is None:
        return shown(commitment.unit_text or name, 30)
    return unit_name(unit, quantity)


def unit_name(unit: Unit, quantity: Decimal | None) -> str:
    """The singular or plural name of ``unit``, made safe to show."""
    return shown(unit.one if quantity == 1 else unit.many, 60)


def reference_of(line: Line) -> str:
    """The proxy that a line was valued by; otherwise what the bid refers to."""
    return line.proxy.id if line.proxy else line.commitment.reference or "no reference"


def description_of(line: Line) -> str:
    """What a line promises in the bid's own words, or in its proxy's where the bid has none."""
    return line.commitment.description or (line.proxy.title if line.proxy else "")


def quantity_of(line: Line) -> str:
    """The quantity that a line was valued with, in the unit of `unit_of`; if not valued, the bid's own."""
    return number(line.quantity if line.valued else line.commitment.quantity)


def present_of(line: Line) -> str:
    """A line's present value, or that it has none."""
    return money(line.present) if line.valued else "not valued"


def percent(value: Decimal, places: int = 1) -> str:
    """``12.4 %`` for 12.4: ``value`` is in per cent already."""
    return f"{number(value, places)} %"


def counted(n: int, one: str, many: str | None = None) -> str:
    """``1 error``, ``2 errors``."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def shown(text: str, longest: int = _LONGEST) -> str:
    r"""``text`` of a bid or library made safe to show: it cannot move a cursor, change a colour or reverse the line.

    Line breaks and tabs become spaces; other characters that are not seen are written out as ``\u202e``.
    """
    flat = " ".join(text.split())
    safe = visible(flat[: longest + 1])
    return safe if len(flat) <= longest else safe[:longest] + "…"


def visible(text: str) -> str:
    r"""``text`` with each character that is not seen written out as ``\u202e``."""
    return text if text.isprintable() else "".join(map(_visible, text))


def replaced_mark(proxy: Proxy) -> str:
    """`` (replaced by …)`` for a proxy that an overlay replaced, or whose figure or unit it did; else ``""``."""
    return "" if proxy.replaced_by is None else f" (replaced by {shown(proxy.replaced_by, 60)})"


def _visible(character: str) -> str:
    if character.isprintable() or unicodedata.category(character) not in _UNSEEN:
        return character
    return f"\\u{ord(character):04x}"
