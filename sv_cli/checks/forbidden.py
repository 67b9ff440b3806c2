"""Owns the check `forbidden`: measures that the framework rules out."""

from collections.abc import Iterator

from sv_cli.checks.case import Case, Violation, distinct
from sv_cli.checks.settings import Settings as Base
from sv_cli.library.framework_shapes import Selection

KINDS = ("measure-forbidden",)


class Settings(Base, frozen=True):
    """``of``: the measures that are forbidden."""

    of: Selection


def judge(settings: Settings, case: Case) -> Iterator[Violation]:
    """One violation for each forbidden measure, at its first line."""
    for measure, line in distinct(case.named(settings.of)).items():
        fields = {"measure": measure, "wanted": case.selecting.words(settings.of)}
        yield Violation("measure-forbidden", fields, line.commitment)
