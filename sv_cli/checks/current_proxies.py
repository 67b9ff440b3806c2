"""Owns the check `current-proxies`: proxies past their review, and figures that their publishers have superseded."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from sv_cli.checks.case import Case, Told, distinct
from sv_cli.checks.settings import Settings as Base
from sv_cli.library.framework_shapes import Selection
from sv_cli.model.figures import Proxy

KINDS = ("stale-proxy", "superseded-figure")


class Settings(Base, frozen=True):
    """``review``: whether a proxy past its day of review is refused, and after how many ``grace_days``.

    ``superseded``: whether a figure that has a successor is refused. ``of``: which measures.
    """

    review: Literal["refused", "allowed"] = "refused"
    superseded: Literal["refused", "allowed"] = "refused"
    grace_days: int = 0
    of: Selection = Selection()


def judge(settings: Settings, case: Case) -> Iterator[Told]:
    """One finding for each measure, at its first line."""
    for measure, line in distinct(case.named(settings.of)).items():
        proxy = case.library.proxies[measure]
        if settings.review == "refused" and _stale(proxy, settings, case.today):
            fields = {"measure": measure, "found": proxy.review_by, "wanted": case.today.isoformat()}
            yield Told("stale-proxy", fields, line.commitment)
        if settings.superseded == "refused":
            for figure, successor in _superseded(proxy, case):
                fields = {"measure": measure, "found": figure, "wanted": successor}
                yield Told("superseded-figure", fields, line.commitment)


def _stale(proxy: Proxy, settings: Settings, today: date) -> bool:
    try:
        day = date.fromisoformat(proxy.review_by)
    except ValueError:
        return True  # a day that there is not has not been kept either
    return (today - day).days > settings.grace_days


def _superseded(proxy: Proxy, case: Case) -> Iterator[tuple[str, str]]:
    for name in proxy.figures:
        figure = case.library.figures[name]
        successor = figure.superseded_by or figure.source.superseded_by
        if successor:
            yield name, " ".join(successor.split())[:200]
