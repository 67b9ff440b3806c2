"""Owns the checks of the Python API's options: a value that makes no sense raises ValueError or TypeError."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from numbers import Integral, Real
from typing import Any

from sv_cli.commands.reading import LIMITS

_LONGEST, _MOST = 100, 10**12


def checked(options: Mapping[str, Any]) -> dict[str, Any]:
    """The options that are not None, converted (numbers to Decimal, lists to tuple); raises ValueError or TypeError."""
    for name in options:
        if name not in _CHECKS:
            raise TypeError(f"there is no option {name!r}; the options are {', '.join(_CHECKS)}")
    return {name: _CHECKS[name](name, given) for name, given in options.items() if given is not None}


def _text(name: str, given: Any) -> str:
    if not isinstance(given, str):
        raise TypeError(f"{name}: {given!r} is not a text")
    return given


def _number(name: str, given: Any) -> Decimal:
    if isinstance(given, bool) or not isinstance(given, Decimal | Real | str):
        raise TypeError(f"{name}: {given!r} is not a number")
    try:
        number = Decimal(str(given))
    except InvalidOperation:
        raise ValueError(f"{name}: {given!r} is not a number") from None
    if not number.is_finite() or number <= 0:
        raise ValueError(f"{name}: {given!r} is not a number above zero")
    return number


def _years(name: str, given: Any) -> Decimal:
    years = _number(name, given)
    if years > _LONGEST:
        raise ValueError(f"{name}: {given!r} is not between 0 and {_LONGEST}")
    return years


def _day(name: str, given: Any) -> date:
    if not isinstance(given, date):
        raise TypeError(f"{name}: {given!r} is not a day, such as datetime.date(2026, 4, 1)")
    return given.date() if isinstance(given, datetime) else given


def _texts(name: str, given: Any) -> tuple[str, ...]:
    if isinstance(given, str | bytes | Mapping) or not hasattr(given, "__iter__"):
        raise TypeError(f"{name}: {given!r} is not a list of texts")
    return tuple(_text(name, each) for each in given)


def _headings(name: str, given: Any) -> dict[str, str]:
    if not isinstance(given, Mapping):
        raise TypeError(f"{name}: {given!r} does not map fields to headings")
    return {_text(name, field): _text(name, heading) for field, heading in given.items()}


def _order(name: str, given: Any) -> str:
    if given not in ("dmy", "mdy"):
        raise ValueError(f"{name}: {given!r} is neither 'dmy' (day first) nor 'mdy' (month first)")
    return str(given)


def _limits(name: str, given: Any) -> dict[str, int]:
    if not isinstance(given, Mapping):
        raise TypeError(f"{name}: {given!r} does not map limits to numbers")
    for limit, most in given.items():
        if limit not in LIMITS:
            raise ValueError(f"{name}: there is no limit {limit!r}; the limits are {', '.join(LIMITS)}")
        if isinstance(most, bool) or not isinstance(most, Integral) or not 0 < int(most) < _MOST:
            raise ValueError(f"{name}: {most!r} is not a whole number above zero")
    return {limit: int(most) for limit, most in given.items()}


_CHECKS: Mapping[str, Callable[[str, Any], Any]] = {
    "method": _text,
    "price_year": _text,
    "contract_value": _number,
    "start": _day,
    "years": _years,
    "place": _text,
    "sheets": _texts,
    "columns": _headings,
    "date_order": _order,
    "limits": _limits,
}
