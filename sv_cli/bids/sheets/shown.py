"""Owns what a stored number says in the style of its cell, whichever of Excel's formats it is read from."""

from sv_cli.bids.sheets.grid import NO_DAY, Moment, Raw, Shown
from sv_cli.bids.sheets.serials import clock, from_serial
from sv_cli.bids.sheets.styles import Style, style_for

_HOURS_A_DAY = 24


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
