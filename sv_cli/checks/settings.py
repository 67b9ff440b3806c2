"""Owns the base of the settings of all checks: unknown keys are refused, and numbers are plain."""

from decimal import Decimal

from sv_cli.library.shapes import Entry

_LARGEST = Decimal("1e15")


class Settings(Entry, frozen=True):
    """The keys of one check's rules. Raises ValueError for a number that is not from 0 to 10^15."""

    def __post_init__(self) -> None:
        for name in self.__struct_fields__:
            if not _plain(getattr(self, name)):
                raise ValueError(f"{name} must be a plain number, 0 or more")


def _plain(value: object) -> bool:
    if isinstance(value, Decimal):
        return value.is_finite() and 0 <= value <= _LARGEST
    return not isinstance(value, int) or 0 <= value <= _LARGEST
