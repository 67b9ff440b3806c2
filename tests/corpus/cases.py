"""Owns the list of all cases: those of every family, which is a file in ``families``."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from tests.corpus import families
from tests.corpus.case import Case


@cache
def all_cases() -> tuple[tuple[str, Case], ...]:
    """Every case with its family's name and its own; whoever asks, each file is made once."""
    return tuple(
        (f"{family.name}/{case.name}", case._replace(data=cache(case.data)))
        for family in iter_modules(families.__path__)
        for case in import_module(f"{families.__name__}.{family.name}").CASES
    )
