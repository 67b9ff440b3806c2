"""Owns what a caller may ask of the reader, with the limits it reads within, and what the reader hands back."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct, field

from sv_cli.findings.finding import Finding
from sv_cli.model.bids import Bid

MEGABYTE = 1024 * 1024


class ReadOptions(Struct, frozen=True):
    """How to read a bid.

    ``sheets`` narrows the sheets that are read (all visible ones when empty). ``columns`` maps a field to the
    heading that is to be used for it. ``date_order`` settles dates such as 03/04/26. ``contract_years`` is the
    contract's length where the caller knows it; it spreads promises that are made per year. ``contract_start`` is its
    first day, by which months are counted. ``stated`` names the facts of the contract that the caller states, so that
    there is nothing to tell of the file's. The rest are limits: beyond one of them the file is refused with a finding
    that names the limit.
    """

    sheets: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    date_order: str | None = None
    contract_years: Decimal | None = None
    contract_start: date | None = None
    stated: frozenset[str] = frozenset()
    max_bytes: int = 64 * MEGABYTE
    max_unpacked: int = 256 * MEGABYTE
    max_rows: int = 300_000
    max_cells: int = 3_000_000
    max_letters: int = 25_000_000
    max_sheets: int = 300
    max_seconds: int = 30
    max_memory: int = 1024 * MEGABYTE


class Reading(Struct, frozen=True):
    """What was read: the bid, or None when a finding is fatal, and all there is to tell."""

    bid: Bid | None
    findings: tuple[Finding, ...]
