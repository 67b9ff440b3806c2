"""Owns the check `conventions`: the method, price year and library that a bid has to be valued by."""

from collections.abc import Iterator
from typing import Literal

from sv_cli.checks.case import Case, Ground, Violation
from sv_cli.checks.settings import Settings as Base
from sv_cli.checks.words import listed

KINDS = ("other-conventions",)


class Settings(Base, frozen=True):
    """``methods``, ``price_years``, ``library`` with its ``versions``, and whether ``overlays`` are refused."""

    methods: tuple[str, ...] = ()
    price_years: tuple[str, ...] = ()
    library: str | None = None
    versions: tuple[str, ...] = ()
    overlays: Literal["allowed", "refused"] = "allowed"


def judge(settings: Settings, case: Case) -> Iterator[Violation]:
    """One violation for each convention that differs from the framework's."""
    for what, found, wanted in _others(settings, case):
        yield Violation("other-conventions", {"what": what, "found": found, "wanted": wanted})


def _others(settings: Settings, case: Case) -> Iterator[tuple[str, str, str]]:
    valuation, layers = case.valuation, case.valuation.layers
    if settings.methods and valuation.method.id not in settings.methods:
        yield "method", valuation.method.id, listed(settings.methods, "or")
    if settings.price_years and valuation.price_year not in settings.price_years:
        yield "price year", valuation.price_year, listed(settings.price_years, "or")
    mine = [layer for layer in layers if settings.library in (None, layer.name)]
    if not mine:
        yield "library", listed([layer.name for layer in layers]), settings.library or ""
    elif settings.versions and not any(layer.version in settings.versions for layer in mine):
        yield f"version of the library {mine[0].name}", mine[0].version, listed(settings.versions, "or")
    if settings.overlays == "refused" and len(layers) > 1:
        yield "library", listed([layer.name for layer in layers]), f"{layers[0].name} alone"


def faults(settings: Settings, case: Ground) -> Iterator[tuple[str, str]]:
    """A method that the library does not have, or no convention at all."""
    for each in settings.methods:
        if each not in case.library.methods:
            yield "methods", f"the library has no method {each!r}"
    wanted = settings.methods or settings.price_years or settings.library or settings.versions
    if not wanted and settings.overlays == "allowed":
        yield "check", "it needs methods, price_years, library, versions or overlays: refused"
