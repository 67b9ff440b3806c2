"""Owns Excel's day numbers, which have two beginnings and one day that never was."""

from datetime import date, timedelta

_EPOCH_1900 = date(1899, 12, 30)
_EPOCH_1904 = date(1904, 1, 1)
_FEBRUARY_29_1900 = 60
_LAST_SERIAL = 2_958_466


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
