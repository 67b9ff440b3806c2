"""Owns the check `required`: commitments of a kind that every bid has to have."""

from collections.abc import Iterator
from typing import Literal

from msgspec.structs import replace

from sv_cli.checks.case import Case, Violation
from sv_cli.checks.settings import Settings as Base
from sv_cli.checks.words import counted
from sv_cli.library.framework_shapes import Selection

KINDS = ("measure-missing",)


class Settings(Base, frozen=True):
    """``of``: the measures; ``least``: how many valued commitments, of all together, or of each part of ``of``.

    Its parts, with ``each: apart``, are the themes, outcomes, proxies and codes that it names.
    """

    of: Selection
    least: int = 1
    each: Literal["together", "apart"] = "together"


def judge(settings: Settings, case: Case) -> Iterator[Violation]:
    """One violation for the whole selection, or each part of it, that has too few valued commitments."""
    for part in _parts(settings):
        found = len(case.valued(part))
        if found < settings.least:
            fields = {
                "found": counted(found, "valued commitment"),
                "what": case.selecting.words(part),
                "wanted": settings.least,
            }
            yield Violation("measure-missing", fields)


def _parts(settings: Settings) -> Iterator[Selection]:
    if settings.each == "together":
        yield settings.of
        return
    nothing = replace(settings.of, proxies=(), themes=(), outcomes=(), codes=())
    for key in ("themes", "outcomes", "proxies", "codes"):
        for each in getattr(settings.of, key):
            yield replace(nothing, **{key: (each,)})
