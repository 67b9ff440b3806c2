"""Owns numbers in sentences: plain decimals without trailing noughts, shares as per cent, lengths in years."""

from decimal import Decimal


def plain(value: Decimal, places: int | None = None) -> str:
    """``value`` in plain digits, at most ``places`` after the point: 0.50 is "0.5", 1E+3 is "1000"."""
    shown = value if places is None or value == 0 else round(value, places)
    text = f"{shown:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def in_years(length: Decimal) -> str:
    """A length of time: "1 year", "2.5 years"."""
    return f"{plain(length)} {'year' if length == 1 else 'years'}"


def percent(share: Decimal) -> str:
    """A share as per cent: 0.25 is "25 %"."""
    return f"{plain(share * 100)} %"
