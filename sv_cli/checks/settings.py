"""Owns what the settings of all checks have in common: numbers that are numbers, and keys that are known."""

from decimal import Decimal

from sv_cli.library.shapes import Entry

_LARGEST = Decimal("1e15")


class Settings(Entry, frozen=True):
    """The keys of one family of rules. Numbers are plain: 0 or more, and no larger than any contract."""

    def __post_init__(self) -> None:
        for name in self.__struct_fields__:
            if not _plain(getattr(self, name)):
                raise ValueError(f"{name} has to be a plain number, 0 or more")


def _plain(value: object) -> bool:
    if isinstance(value, Decimal):
        return value.is_finite() and 0 <= value <= _LARGEST
    return not isinstance(value, int) or 0 <= value <= _LARGEST
