"""Owns the list of all cases, by family."""

from collections.abc import Iterator, Mapping

from tests.corpus.case import Case
from tests.corpus.families import (
    afterthoughts,
    amounts,
    besides,
    cells,
    clerks,
    corrections,
    exports,
    extensions,
    facts,
    formats,
    forms,
    hostile,
    hushed,
    innocent,
    layouts,
    marked,
    oddities,
    offers,
    own_tables,
    parts,
    people,
    places,
    queries,
    references,
    sheets,
    silence,
    spellings,
    statuses,
    surroundings,
    templates,
    tenders,
    totals,
    trappings,
    units,
    untold,
    years,
)

FAMILIES: Mapping[str, tuple[Case, ...]] = {
    "layouts": layouts.CASES,
    "cells": cells.CASES,
    "amounts": amounts.CASES,
    "units": units.CASES,
    "years": years.CASES,
    "parts": parts.CASES,
    "templates": templates.CASES,
    "totals": totals.CASES,
    "references": references.CASES,
    "spellings": spellings.CASES,
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
    "queries": queries.CASES,
    "exports": exports.CASES,
    "oddities": oddities.CASES,
    "besides": besides.CASES,
    "extensions": extensions.CASES,
    "sheets": sheets.CASES,
    "offers": offers.CASES,
    "innocent": innocent.CASES,
    "untold": untold.CASES,
    "clerks": clerks.CASES,
    "trappings": trappings.CASES,
    "hushed": hushed.CASES,
    "afterthoughts": afterthoughts.CASES,
    "statuses": statuses.CASES,
    "marked": marked.CASES,
    "corrections": corrections.CASES,
}


def all_cases() -> Iterator[tuple[str, Case]]:
    """Every case with its family's name and its own."""
    for family, cases in FAMILIES.items():
        for case in cases:
            yield f"{family}/{case.name}", case
