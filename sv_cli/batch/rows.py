"""Owns the rows of the tables for one bid: from its valuation, or from the findings of a failure. Computes no value."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from sv_cli import __version__
from sv_cli.batch.columns import BIDS, Cells, Result, Value
from sv_cli.findings.finding import Finding, Severity
from sv_cli.findings.many import codes_of_rows
from sv_cli.model.figures import VALUE_KINDS
from sv_cli.model.valuations import Line, Valuation
from sv_cli.valuation.money import PENNY
from sv_cli.valuation.words import plain

_PLACES = Decimal("0.0001")
_EMPTY: Mapping[str, Value] = dict.fromkeys(column.name for column in BIDS.columns)


def scored(valuation: Valuation) -> Result:
    """The rows of a bid that was scored."""
    bid = valuation.bid
    codes = codes_of_rows(valuation.findings)
    lines = tuple(line_cells(line, bid.file, codes.get(line.commitment.line, "")) for line in valuation.lines)
    return Result(
        sha256=bid.sha256,
        lasting=True,
        bid=_bid(valuation),
        lines=lines,
        findings=tuple(finding_cells(each) for each in valuation.findings),
    )


def unscored(file: str, sha256: str, findings: Sequence[Finding], *, lasting: bool) -> Result:
    """The rows of a bid that has no figure; ``findings`` say why."""
    row = {**_EMPTY, "file": file, "sha256": sha256, "scored": False, "sv_version": __version__, **_counts(findings)}
    return Result(sha256, lasting, tuple(row.values()), (), tuple(finding_cells(each) for each in findings))


def remarked(result: Result, findings: Sequence[Finding]) -> Result:
    """``result`` with findings added that depend on the other bids of the run."""
    row = dict(zip(_EMPTY, result.bid, strict=True))
    for name, more in _counts(findings).items():
        row[name] = int(row[name] or 0) + more
    added = tuple(finding_cells(each) for each in findings)
    return Result(result.sha256, result.lasting, tuple(row.values()), result.lines, (*result.findings, *added))


def _bid(valuation: Valuation) -> Cells:
    bid, contract, totals = valuation.bid, valuation.bid.contract, valuation.totals
    share = totals.percent_of_contract
    return (
        bid.file,
        bid.sha256,
        True,
        contract.supplier,
        contract.title,
        _pence(contract.value),
        None if contract.start is None else contract.start.isoformat(),
        number_text(contract.years),
        contract.place,
        totals.commitments,
        totals.valued,
        _pence(totals.gross),
        _pence(totals.net),
        _pence(totals.present),
        None if share is None else number_text(share.quantize(_PLACES, rounding=ROUND_HALF_UP)),
        *(_pence(valuation.by_kind.get(kind, Decimal(0))) for kind in VALUE_KINDS),
        *_counts(valuation.findings).values(),
        valuation.method.id,
        valuation.price_year,
        ", ".join(f"{layer.name} {layer.version}" for layer in valuation.layers),
        __version__,
    )


def line_cells(line: Line, file: str, codes: str) -> Cells:
    """One line as a row of the table of lines; ``codes`` are those of its findings, with spaces between."""
    commitment, proxy, valued = line.commitment, line.proxy, line.valued
    return (
        file,
        commitment.sheet,
        commitment.row,
        commitment.reference,
        proxy.id if proxy else None,
        proxy.title if proxy else None,
        proxy.theme if proxy else None,
        commitment.description,
        number_text(line.quantity if valued else commitment.quantity),
        proxy.unit if proxy and valued else commitment.unit or commitment.unit_text,
        valued,
        _pence(line.unit_value),
        _pence(line.gross),
        _pence(line.net),
        _pence(line.present),
        codes,
    )


def finding_cells(finding: Finding) -> Cells:
    """One finding as a row of the table of findings."""
    place = finding.place
    return (
        place.file,
        place.sheet,
        place.row,
        place.column,
        place.cell,
        finding.code,
        finding.name,
        finding.severity.value,
        finding.message,
        finding.help,
    )


def _counts(findings: Iterable[Finding]) -> dict[str, int]:
    counts = dict.fromkeys(("errors", "warnings", "notes"), 0)
    for each in findings:
        counts[f"{each.severity.value}s"] += 1
    return counts


def is_error(severity: Value) -> bool:
    """Whether a cell of the column ``severity`` is an error's."""
    return severity == Severity.ERROR.value


@lru_cache(maxsize=50_000)
def _pence(amount: Decimal | None) -> int | None:
    return None if amount is None else int(amount.quantize(PENNY, rounding=ROUND_HALF_UP).scaleb(2))


@lru_cache(maxsize=50_000)
def number_text(value: Decimal | None) -> str | None:
    """A number as the tables show it: plain digits, without trailing noughts of decimals; None for None."""
    return None if value is None else plain(value)
