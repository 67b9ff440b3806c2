"""Patterns that are compiled when they are first used."""

import importlib
import pkgutil
import re

import pytest

import sv_cli.bids
from sv_cli.bids.late import Late, late

MODULES = [each.name for each in pkgutil.walk_packages(sv_cli.bids.__path__, "sv_cli.bids.")]
PATTERNS = {
    f"{name}.{each}": pattern
    for name in MODULES
    for each, pattern in vars(importlib.import_module(name)).items()
    if isinstance(pattern, Late)
}


def test_there_are_such_patterns():
    assert len(PATTERNS) > 100


def test_each_is_a_pattern():
    for pattern in PATTERNS.values():
        assert re.compile(pattern.pattern, pattern.flags)


def test_one_does_what_a_compiled_pattern_does():
    word = late(r"(?P<first>[a-z])[a-z]*", re.IGNORECASE)
    assert word.fullmatch("Hours")["first"] == "H"
    assert word.sub("x", "one two") == "x x"
    assert word.match("1") is None
    assert word.pattern == r"(?P<first>[a-z])[a-z]*"


def test_what_is_no_pattern_fails_when_it_is_used():
    broken = late("(")
    with pytest.raises(re.error):
        broken.match("")
