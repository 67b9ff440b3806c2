"""Owns the check `required`: commitments of a kind that every bid has to have."""

from collections.abc import Iterator
from typing import Literal

from msgspec.structs import replace

from sv_cli.checks.case import Case, Told
from sv_cli.checks.settings import Settings as Base
from sv_cli.checks.words import counted
from sv_cli.library.framework_shapes import Selection

KINDS = ("measure-missing",)


class Settings(Base, frozen=True):
    """``of``: the measures; ``least``: how many commitments; ``each``: of every theme, outcome, proxy or code alone."""

    of: Selection
    least: int = 1
    each: Literal["together", "apart"] = "together"


def judge(settings: Settings, case: Case) -> Iterator[Told]:
    """One finding for the whole bid, or for each part of the selection, that has too few valued commitments."""
    for part in _parts(settings):
        found = len(case.valued(part))
        if found < settings.least:
            fields = {
                "found": counted(found, "valued commitment"),
                "what": case.selecting.words(part),
                "wanted": settings.least,
            }
            yield Told("measure-missing", fields)


def _parts(settings: Settings) -> Iterator[Selection]:
    if settings.each == "together":
        yield settings.of
        return
    nothing = replace(settings.of, proxies=(), themes=(), outcomes=(), codes=())
    for key in ("themes", "outcomes", "proxies", "codes"):
        for each in getattr(settings.of, key):
            yield replace(nothing, **{key: (each,)})
