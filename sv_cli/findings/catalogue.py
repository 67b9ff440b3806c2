"""Owns the list of all kinds of finding, by code and by name."""

from collections.abc import Mapping
from types import MappingProxyType

from sv_cli.findings.families import (
    batch,
    bids,
    cells,
    checks,
    files,
    frameworks,
    importing,
    libraries,
    lint,
    outputs,
    valuing,
)
from sv_cli.findings.finding import Finding, Kind, Place, as_finding

KINDS: tuple[Kind, ...] = (
    *files.KINDS,
    *outputs.KINDS,
    *bids.KINDS,
    *cells.KINDS,
    *valuing.KINDS,
    *libraries.KINDS,
    *lint.KINDS,
    *importing.KINDS,
    *frameworks.KINDS,
    *checks.KINDS,
    *batch.KINDS,
)
BY_CODE: Mapping[str, Kind] = MappingProxyType({kind.code: kind for kind in KINDS})
BY_NAME: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in KINDS})


def finding(name: str, place: Place, /, **fields: object) -> Finding:
    """The finding called ``name`` at ``place``, its templates filled from ``fields``.

    Raises KeyError for an unknown name, and for a field that the templates need and that is not given.
    """
    return as_finding(BY_NAME[name], place, **fields)
