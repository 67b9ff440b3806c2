"""Owns the contract for scripts: `sv.valuation/1`, as `valuation.schema.json` beside this file describes it.

Money is in pounds, rounded to pence. The same valuation gives the same bytes.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import islice
from typing import Any

import msgspec
from msgspec.structs import replace

from sv_cli import __version__
from sv_cli.findings.finding import Finding
from sv_cli.model.figures import VALUE_KINDS, LibraryLayer
from sv_cli.model.valuations import Line, Returns, Valuation
from sv_cli.reports.screen import Screen
from sv_cli.valuation.money import PENNY

SCHEMA = "sv.valuation/1"
_PIECE = 1_000
_LINES, _END = '\n  "lines": [', "\n  ]"  # no string can contain these, since JSON escapes line breaks
_BEYOND_ASCII = re.compile(r"[^\n -~]")


def render(valuation: Valuation, _screen: Screen) -> Iterator[str]:
    """The valuation as JSON text, indented, ending in a line break, in pieces."""
    return in_pieces(as_data(replace(valuation, lines=())), map(line_data, valuation.lines))


def in_pieces(data: dict[str, Any], lines: Iterator[dict[str, Any]]) -> Iterator[str]:
    """``data`` as JSON text, with ``lines`` in its key of that name, which is empty; in pieces of a thousand lines."""
    whole = as_text(data)
    some = [*islice(lines, _PIECE)]
    if not some:
        yield whole
        return
    before, _, after = whole.partition(f"{_LINES}]")
    yield f"{before}{_LINES}"
    while some:
        of_some = as_text({"lines": some}).removeprefix(f"{{{_LINES}").removesuffix(f"{_END}\n}}\n")
        some = [*islice(lines, _PIECE)]
        yield f"{of_some}," if some else of_some
    yield f"{_END}{after}"


def as_text(data: Any) -> str:
    """``data`` as JSON text; unseen characters are escaped, so that they show."""
    text = msgspec.json.format(encoded(data), indent=2).decode()
    if text.replace("\n", "").isprintable():  # most texts are
        return text + "\n"
    return _BEYOND_ASCII.sub(_escaped, text) + "\n"


def encoded(data: Any) -> bytes:
    """``data`` as JSON; bytes that are no text, as in a file name of an old encoding, become backslash escapes."""
    try:
        return msgspec.json.encode(data)
    except UnicodeEncodeError:
        return msgspec.json.encode(_spelt_out(data))


def _spelt_out(data: Any) -> Any:
    if isinstance(data, str):
        return data.encode("utf-8", "backslashreplace").decode()
    if isinstance(data, dict):
        return {_spelt_out(key): _spelt_out(value) for key, value in data.items()}
    return [_spelt_out(each) for each in data] if isinstance(data, list | tuple) else data


def _escaped(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be").hex()
    return found[0] if found[0].isprintable() else "".join(f"\\u{units[n : n + 4]}" for n in range(0, len(units), 4))


def as_data(valuation: Valuation) -> dict[str, Any]:
    """The valuation as plain data: what the schema describes."""
    return {
        "schema": SCHEMA,
        "sv_version": __version__,
        "bid": bid_data(valuation),
        "library": layers_data(valuation.layers),
        **result_data(valuation),
        "lines": [line_data(line) for line in valuation.lines],
        "findings": [finding_data(each) for each in valuation.findings],
    }


def result_data(valuation: Valuation) -> dict[str, Any]:
    """The result by one method, without the lines: the method, the totals, the returns, the sums by group."""
    return {
        "method": method_data(valuation),
        "totals": _totals(valuation),
        "returns": _returns(valuation.totals.returns),
        "by": {
            "theme": {key: money(amount) for key, amount in valuation.by_theme.items()},
            "value_kind": {kind: money(valuation.by_kind.get(kind, Decimal(0))) for kind in VALUE_KINDS},
            "year": {key: money(amount) for key, amount in valuation.by_year.items()},
        },
    }


def layers_data(layers: Iterable[LibraryLayer]) -> list[dict[str, Any]]:
    """The libraries that were used, each with version and hash."""
    return [{"name": layer.name, "version": layer.version, "sha256": layer.sha256} for layer in layers]


def bid_data(valuation: Valuation) -> dict[str, Any]:
    """The file that was read, and the facts of the contract."""
    bid, contract = valuation.bid, valuation.bid.contract
    return {
        "file": bid.file,
        "sha256": bid.sha256,
        "sheet": bid.tables[0].sheet if bid.tables else None,
        "sheets": [table.sheet for table in bid.tables],
        "supplier": contract.supplier,
        "title": contract.title,
        "contract_value": money(contract.value),
        "start": contract.start.isoformat() if contract.start else None,
        "years": plain(contract.years),
        "place": contract.place,
    }


def method_data(valuation: Valuation) -> dict[str, Any]:
    """The method in words, and the year whose prices it was used with."""
    method = valuation.method
    return {
        "name": method.id,
        "title": method.title,
        "edition": method.edition,
        "price_year": valuation.price_year,
        "timing": " ".join(method.timing.split()),
        "rounding": method.rounding,
    }


def _totals(valuation: Valuation) -> dict[str, Any]:
    totals = valuation.totals
    return {
        "gross": money(totals.gross),
        "net": money(totals.net),
        "present_value": money(totals.present),
        "percent_of_contract": ratio(totals.percent_of_contract),
        "sroi_ratio": ratio(totals.sroi_ratio),
        "commitments": totals.commitments,
        "valued": totals.valued,
    }


def _returns(returns: Returns | None) -> dict[str, Any] | None:
    """The returns on the bid's costs; None without costs."""
    if returns is None:
        return None
    return {
        "costs": money(returns.inputs),
        "present_costs": money(returns.present_inputs),
        "net_present_value": money(returns.net_present_value),
        "net_sroi_ratio": ratio(returns.net_sroi_ratio),
        "benefit_cost_ratio": ratio(returns.sroi_ratio),
        "public_value_ratio": ratio(returns.sroi_ratio),
        "fiscal_ratio": ratio(returns.fiscal_ratio),
        "payback_years": ratio(returns.payback_years),
        "discounted_payback_years": ratio(returns.discounted_payback_years),
    }


def ratio(value: Decimal | None) -> float | None:
    """A ratio, a number of years or a percentage, to four places."""
    return None if value is None else float(round(value, 4))


def line_data(line: Line) -> dict[str, Any]:
    """One commitment, valued or not."""
    commitment, proxy = line.commitment, line.proxy
    return {
        "sheet": commitment.sheet,
        "row": commitment.row,
        **({"cell": commitment.at} if commitment.cells else {}),
        "ref": commitment.reference,
        "proxy": proxy.id if proxy else None,
        "title": proxy.title if proxy else None,
        "theme": proxy.theme if proxy else None,
        "description": commitment.description,
        "quantity": plain(line.quantity if line.valued else commitment.quantity),
        "unit": proxy.unit if proxy and line.valued else commitment.unit or commitment.unit_text,
        "valued": line.valued,
        "unit_value": money(line.unit_value),
        "gross": money(line.gross),
        "net": money(line.net),
        "present_value": money(line.present),
    }


def finding_data(finding: Finding) -> dict[str, Any]:
    """One finding as the contract has it."""
    place = finding.place
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "file": place.file,
        "sheet": place.sheet,
        "row": place.row,
        "column": place.column,
        "cell": place.cell,
        **({"line_cell": place.record} if place.record else {}),
        "message": finding.message,
        "help": finding.help,
    }


def money(amount: Decimal | None) -> float | None:
    """Pounds, rounded to pence."""
    return None if amount is None else float(amount.quantize(PENNY, ROUND_HALF_UP))


def plain(value: Decimal | None) -> float | None:
    """A number as it is."""
    return None if value is None else float(value)
