"""Owns the check `exclusive`: measures of which a bid may promise only so many together."""

from collections.abc import Iterator

from sv_cli.checks.case import Case, Violation, distinct
from sv_cli.checks.settings import Settings as Base
from sv_cli.checks.words import listed
from sv_cli.library.framework_shapes import Selection

KINDS = ("exclusive-measures",)


class Settings(Base, frozen=True):
    """``of``: the measures that exclude each other; ``most``: how many of them a bid may promise together."""

    of: Selection
    most: int = 1


def judge(settings: Settings, case: Case) -> Iterator[Violation]:
    """One violation, at the first line of the first measure that is one too many."""
    first = distinct(case.valued(settings.of))
    if len(first) > settings.most:
        one_too_many = list(first.values())[settings.most]
        fields = {"found": listed([repr(each) for each in first]), "wanted": settings.most}
        yield Violation("exclusive-measures", fields, one_too_many.commitment)
