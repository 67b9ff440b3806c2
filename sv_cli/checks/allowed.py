"""Owns the check `allowed`: only the measures that the framework lists may be promised."""

from collections.abc import Iterator

from sv_cli.checks.case import Case, Violation, distinct
from sv_cli.checks.settings import Settings as Base
from sv_cli.library.framework_shapes import Selection

KINDS = ("measure-not-allowed",)


class Settings(Base, frozen=True):
    """``of``: the measures that are allowed."""

    of: Selection


def judge(settings: Settings, case: Case) -> Iterator[Violation]:
    """One violation for each measure that is not listed, at its first line."""
    allowed = case.selecting.proxies(settings.of)
    for measure, line in distinct(case.named()).items():
        if measure not in allowed:
            fields = {"measure": measure, "wanted": case.selecting.words(settings.of)}
            yield Violation("measure-not-allowed", fields, line.commitment)
