"""Owns the list of all cases, by family."""

from collections.abc import Iterator, Mapping
from functools import cache

from tests.corpus.case import Case
from tests.corpus.families import (
    afterthoughts,
    afterwords,
    amounts,
    around,
    besides,
    cells,
    clerks,
    contradicted,
    corrections,
    everyday,
    exports,
    extensions,
    facts,
    formats,
    forms,
    hints,
    hostile,
    hurried,
    hushed,
    innocent,
    layouts,
    lifelike,
    margins,
    marked,
    narrated,
    oddities,
    offers,
    own_tables,
    parts,
    people,
    places,
    pointers,
    queries,
    references,
    second_looks,
    sheets,
    silence,
    spellings,
    stamps,
    statuses,
    surroundings,
    templates,
    tenders,
    totals,
    trappings,
    unasked,
    units,
    untold,
    veils,
    well_filled,
    workings,
    years,
)

FAMILIES: Mapping[str, tuple[Case, ...]] = {
    "layouts": layouts.CASES,
    "lifelike": lifelike.CASES,
    "cells": cells.CASES,
    "amounts": amounts.CASES,
    "around": around.CASES,
    "units": units.CASES,
    "workings": workings.CASES,
    "years": years.CASES,
    "parts": parts.CASES,
    "templates": templates.CASES,
    "totals": totals.CASES,
    "references": references.CASES,
    "spellings": spellings.CASES,
    "stamps": stamps.CASES,
    "facts": facts.CASES,
    "people": people.CASES,
    "places": places.CASES,
    "formats": formats.CASES,
    "forms": forms.CASES,
    "hostile": hostile.CASES,
    "own_tables": own_tables.CASES,
    "tenders": tenders.CASES,
    "surroundings": surroundings.CASES,
    "silence": silence.CASES,
    "pointers": pointers.CASES,
    "queries": queries.CASES,
    "exports": exports.CASES,
    "oddities": oddities.CASES,
    "besides": besides.CASES,
    "extensions": extensions.CASES,
    "sheets": sheets.CASES,
    "offers": offers.CASES,
    "innocent": innocent.CASES,
    "well_filled": well_filled.CASES,
    "unasked": unasked.CASES,
    "untold": untold.CASES,
    "clerks": clerks.CASES,
    "trappings": trappings.CASES,
    "hushed": hushed.CASES,
    "afterthoughts": afterthoughts.CASES,
    "afterwords": afterwords.CASES,
    "statuses": statuses.CASES,
    "marked": marked.CASES,
    "narrated": narrated.CASES,
    "corrections": corrections.CASES,
    "veils": veils.CASES,
    "hints": hints.CASES,
    "hurried": hurried.CASES,
    "contradicted": contradicted.CASES,
    "second_looks": second_looks.CASES,
    "everyday": everyday.CASES,
    "margins": margins.CASES,
}


def all_cases() -> Iterator[tuple[str, Case]]:
    """Every case with its family's name and its own; whoever asks, each file is made once."""
    yield from _kept()


@cache
def _kept() -> tuple[tuple[str, Case], ...]:
    return tuple(
        (f"{family}/{case.name}", case._replace(data=cache(case.data)))
        for family, cases in FAMILIES.items()
        for case in cases
    )
