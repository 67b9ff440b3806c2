"""Owns what a stored number says in the style of its cell, and which day or time it stands for."""

from datetime import date, timedelta

from sv_cli.bids.sheets.grid import NO_DAY, Moment, Raw, Shown
from sv_cli.bids.sheets.styles import Style, style_for

_HOURS_A_DAY = 24
_EPOCH_1900 = date(1899, 12, 30)
_EPOCH_1904 = date(1904, 1, 1)
_FEBRUARY_29_1900 = 60
_LAST_SERIAL = 2_958_466


def shown(value: float, style: Style, *, dates_1904: bool) -> Raw:
    """A number as its style shows it: a date, a time, a percentage, or a number with texts around it."""
    if style.chosen:
        style = style_for(style.chosen, value)
    if style.plain or (style.veil and not value):
        return value
    if style.veil:
        return Shown(value, veil=style.veil)
    if style.sort == "percent":
        return Shown(value, suffix="%")
    if style.sort == "hours":  # a length of time, which is kept in days
        return Shown(value * _HOURS_A_DAY, suffix="hours")
    if style.sort in ("date", "time"):
        return _moment(value, style.sort, dates_1904=dates_1904)
    return Shown(value, style.prefix, style.suffix)


def _moment(value: float, sort: str, *, dates_1904: bool) -> Raw:
    if sort == "time" or 0 <= value < 1:
        return Moment(clock(value))
    found = from_serial(value, dates_1904=dates_1904)
    return Shown(value, suffix=NO_DAY) if found is None else found


def from_serial(value: float, *, dates_1904: bool) -> date | None:
    """The day of an Excel serial number, or None when it is none.

    In the 1900 system day 60 is the 29 February 1900 that never was, so earlier days count from one day later.
    """
    if not 0 < value < _LAST_SERIAL or int(value) == 0:
        return None
    if dates_1904:
        return _EPOCH_1904 + timedelta(days=int(value)) if value < _LAST_SERIAL - 1462 else None
    if int(value) == _FEBRUARY_29_1900:
        return None
    return _EPOCH_1900 + timedelta(days=int(value) + (value < _FEBRUARY_29_1900))


def clock(value: float) -> str:
    """A part of a day, or a length of days, as hours and minutes."""
    minutes = round(abs(value) * 24 * 60) if abs(value) < _LAST_SERIAL else 0
    return f"{minutes // 60}:{minutes % 60:02d}"
