"""Owns the check `adjustments`: the limits of deadweight, displacement, attribution and drop-off."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from sv_cli.checks.case import Case, Ground, Violation
from sv_cli.checks.settings import Settings as Base
from sv_cli.checks.words import called, percent
from sv_cli.findings.finding import Finding
from sv_cli.library.framework_shapes import Selection
from sv_cli.model.valuations import Line
from sv_cli.valuation.adjusting import NAMES

KINDS = ("adjustment-outside-limits",)
Name = Literal["deadweight", "displacement", "attribution", "drop_off"]


class Settings(Base, frozen=True):
    """``what``: which adjustments; ``least`` and ``most``: limits as shares, 0 to 1; ``of``: which measures.

    ``kinder``: whether the bid's own may be lower than the library's. ``unstated``: whether it is accepted that
    neither bid nor library states one.
    """

    what: tuple[Name, ...] = ("deadweight", "displacement", "attribution", "drop_off")
    least: Decimal | None = None
    most: Decimal | None = None
    kinder: Literal["allowed", "refused"] = "allowed"
    unstated: Literal["allowed", "refused"] = "allowed"
    of: Selection = Selection()


def judge(settings: Settings, case: Case) -> Iterator[Violation]:
    """One violation for each limit that an adjustment of a line breaks."""
    for line in case.named(settings.of):
        for name in settings.what:
            for found, wanted in _broken(line, name, settings):
                fields = {"what": NAMES[name], "measure": called(line), "found": found, "wanted": wanted}
                yield Violation("adjustment-outside-limits", fields, line.commitment, name)


def takes_over(settings: Settings, finding: Finding, case: Case) -> bool:
    """The valuation's warning of a kinder adjustment is about the same, where the rule refuses these."""
    kinder = settings.kinder == "refused" and finding.name == "more-favourable"
    return kinder and case.is_of(finding.place, settings.of)


def _broken(line: Line, name: str, settings: Settings) -> Iterator[tuple[str, str]]:
    default = line.proxy.adjustments.get(name) if line.proxy else None
    own = line.commitment.adjustments.get(name)
    used = own if own is not None else None if default is None else default.value
    if used is None:
        if settings.unstated == "refused":
            yield "not stated by the bid or by the library", "a stated value"
        return
    if settings.least is not None and used < settings.least:
        yield _share(used), f"at least {_share(settings.least)}"
    if settings.most is not None and used > settings.most:
        yield _share(used), f"at most {_share(settings.most)}"
    if settings.kinder == "refused" and own is not None and default is not None and own < default.value:
        yield _share(own), f"the library's {_share(default.value)} or more"


def _share(share: Decimal) -> str:
    return percent(share * 100)


def faults(settings: Settings, _case: Ground) -> Iterator[tuple[str, str]]:
    """A limit that is no share, or no limit at all."""
    for key in ("least", "most"):
        limit = getattr(settings, key)
        if limit is not None and limit > 1:
            yield key, "a share is between 0 and 1; write 0.25 for 25 %"
    if settings.least is None and settings.most is None and "refused" not in (settings.kinder, settings.unstated):
        yield "check", "it needs least, most, kinder: refused or unstated: refused"
