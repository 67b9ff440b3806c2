"""Owns the check `forbidden`: measures that the framework rules out."""

from collections.abc import Iterator

from sv_cli.checks.case import Case, Told, distinct
from sv_cli.checks.settings import Settings as Base
from sv_cli.library.framework_shapes import Selection

KINDS = ("measure-forbidden",)


class Settings(Base, frozen=True):
    """``of``: the measures that do not count."""

    of: Selection


def judge(settings: Settings, case: Case) -> Iterator[Told]:
    """One finding for each measure that is ruled out, at its first line."""
    for measure, line in distinct(case.named(settings.of)).items():
        fields = {"measure": measure, "wanted": case.selecting.words(settings.of)}
        yield Told("measure-forbidden", fields, line.commitment)
