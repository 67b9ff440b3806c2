"""Owns the check `current-proxies`: proxies past their day of review, and figures that have a successor."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from sv_cli.checks.case import Case, Violation, distinct
from sv_cli.checks.settings import Settings as Base
from sv_cli.library.framework_shapes import Selection
from sv_cli.model.figures import Proxy

KINDS = ("stale-proxy", "superseded-figure")


class Settings(Base, frozen=True):
    """``review``: whether a proxy is refused that is past its day of review by more than ``grace_days``.

    ``superseded``: whether a figure that has a successor is refused. ``of``: which measures.
    """

    review: Literal["refused", "allowed"] = "refused"
    superseded: Literal["refused", "allowed"] = "refused"
    grace_days: int = 0
    of: Selection = Selection()


def judge(settings: Settings, case: Case) -> Iterator[Violation]:
    """One violation for each stale proxy and each superseded figure, at the measure's first line."""
    for measure, line in distinct(case.named(settings.of)).items():
        proxy = case.library.proxies[measure]
        if settings.review == "refused" and _stale(proxy, settings, case.today):
            fields = {"measure": measure, "found": proxy.review_by, "wanted": case.today.isoformat()}
            yield Violation("stale-proxy", fields, line.commitment)
        if settings.superseded == "refused":
            for figure, successor in _superseded(proxy, case):
                fields = {"measure": measure, "found": figure, "wanted": successor}
                yield Violation("superseded-figure", fields, line.commitment)


def _stale(proxy: Proxy, settings: Settings, today: date) -> bool:
    try:
        day = date.fromisoformat(proxy.review_by)
    except ValueError:
        return True  # no such day, so no review that is still to come
    return (today - day).days > settings.grace_days


def _superseded(proxy: Proxy, case: Case) -> Iterator[tuple[str, str]]:
    for name in proxy.figures:
        figure = case.library.figures[name]
        successor = figure.superseded_by or figure.source.superseded_by
        if successor:
            yield name, " ".join(successor.split())[:200]
