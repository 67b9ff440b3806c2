"""Patterns that are compiled when they are first used."""

import importlib
import json
import pkgutil
import re
import subprocess
import sys

import pytest

import sv_cli
from sv_cli.late import Late, Rare, late, rare
from tests.drawn import drawn

MODULES = [
    each.name
    for each in pkgutil.walk_packages(sv_cli.__path__, "sv_cli.")
    if each.name.startswith(("sv_cli.bids.", "sv_cli.valuation."))
]
NAMED = {f"{name}.{each}": held for name in MODULES for each, held in vars(importlib.import_module(name)).items()}
PATTERNS = {name: pattern for name, pattern in NAMED.items() if isinstance(pattern, Late)}
RARE = {name: pattern for name, pattern in NAMED.items() if isinstance(pattern, Rare)}


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


@pytest.mark.parametrize("pattern", RARE.values(), ids=RARE)
def test_whatever_a_rare_pattern_matches_has_one_of_its_stems(pattern):
    assert [text for text in drawn(pattern.pattern, pattern.flags, count=2000) if not pattern.may_match(text)] == []


def test_a_rare_pattern_finds_what_it_would_alone():
    again = rare(r"\b(?:deleted|no longer)\b", ("deleted", "longer"), re.IGNORECASE)
    assert again.search("DELETED by us")[0] == "DELETED"
    assert again.search("hours") is None
    assert again.match("hours, deleted") is None
    assert again.fullmatch("no longer")
    assert again.sub("", "hours deleted") == "hours "


REPEATING = ("4 x ", "4, ", "(4) ", "£4 + ", "4 hours of ", "a ", "a-", "per year ", " ", "4", "a")
SEARCHING = """
import json, re, sys
patterns, texts = json.load(sys.stdin)
for pattern, flags in patterns:
    looks = re.compile(pattern, flags)
    for text in texts:
        looks.fullmatch(text)
        looks.search(text)
"""


def test_every_pattern_comes_to_an_end_over_a_text_that_repeats_itself():
    """Where one thing can match in two ways, thirty of it take longer than anybody waits."""
    patterns = [(each.pattern, int(each.flags)) for each in (*PATTERNS.values(), *RARE.values())]
    told = json.dumps([patterns, [each * 35 + "!" for each in REPEATING]])
    subprocess.run([sys.executable, "-c", SEARCHING], input=told, text=True, check=True, timeout=120)
