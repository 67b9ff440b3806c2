"""Owns how many examples of its own a test thinks up: few in an ordinary run, many where somebody searches."""

import os

from hypothesis import HealthCheck, settings

SEARCHING = os.environ.get("HYPOTHESIS_PROFILE") == "search"
_TIMES = 20


def examples(number: int, suppress_health_check: tuple[HealthCheck, ...] = ()) -> settings:
    """Settings for ``number`` examples, or for twenty times as many with HYPOTHESIS_PROFILE=search."""
    checks = (*settings.default.suppress_health_check, *suppress_health_check)
    return settings(max_examples=number * (_TIMES if SEARCHING else 1), suppress_health_check=checks)
