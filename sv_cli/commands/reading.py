"""Owns how a bid is to be read: the settings of a file, with those of the command line over them."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sv_cli.bids.options import ReadOptions
from sv_cli.commands.outcome import Refused
from sv_cli.library.reading_shapes import LimitsEntry, ReadingDocument

if TYPE_CHECKING:
    from sv_cli.findings.finding import Finding

LIMITS = LimitsEntry.__struct_fields__


def read_options(
    file: Path | None,
    sheets: tuple[str, ...],
    columns: Mapping[str, str],
    date_order: str | None,
    limits: Mapping[str, int],
    facts: Mapping[str, Any],
) -> ReadOptions:
    """The reader's options: those given, else those of ``file``. Raises Refused when that cannot be used.

    ``facts`` are the contract's facts that the user states: the reader does not ask for these.
    """
    settings = ReadingDocument() if file is None else _loaded(file)
    kept = {name: int(limit) for name in LIMITS if (limit := getattr(settings.limits, name)) is not None}
    return ReadOptions(
        sheets=sheets or settings.sheets,
        columns={**settings.columns, **columns},
        date_order=date_order or settings.date_order,
        contract_years=facts.get("years"),
        contract_start=facts.get("start"),
        stated=frozenset(facts),
        **{f"max_{name}": limit for name, limit in {**kept, **limits}.items()},
    )


def _loaded(file: Path) -> ReadingDocument:
    from sv_cli.library.beside import read_beside  # noqa: PLC0415 - YAML is for those who keep such a file

    findings: list[Finding] = []
    read = read_beside(file, ReadingDocument, findings)
    if read is None:
        raise Refused(tuple(findings))
    return read[0]
