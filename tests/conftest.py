"""Owns what holds for every test: no options from outside, and the same random examples every time."""

import os

from hypothesis import HealthCheck, settings

for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "SV_TRACEBACK"):
    os.environ.pop(name, None)

# Examples are the same on every run, so that a build does not fail by luck; HYPOTHESIS_PROFILE=search looks further.
settings.register_profile("same", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
