"""Builders that tests share: small libraries, written as YAML files and loaded as usual, and bids as records."""

import json
from decimal import Decimal
from pathlib import Path

from sv_cli.library.load import load_library
from sv_cli.model.bids import Bid, Commitment, Contract, Table
from sv_cli.model.figures import Library
from sv_cli.model.valuations import Valuation
from sv_cli.valuation.value import value, valuer

SOURCE = {
    "publisher": "Office of Examples",
    "title": "Worked examples",
    "published": "2025",
    "url": "https://example.org/",
    "licence": "OGL-UK-3.0",
    "redistributable": "true",
    "read": "primary",
    "accessed": "2026-11-23",
}
HEADINGS = {
    "reference": "Ref",
    "quantity": "How many",
    "unit": "Unit",
    "place": "Where",
    "start": "From",
    "deadweight": "Deadweight %",
    "duration": "Lasts (years)",
}
TABLE = Table(sheet="Promises", header_row=1, first_row=2, last_row=999, columns=HEADINGS)
COLUMNS = {name: number for number, name in enumerate(HEADINGS, 1)}


def figure(name, amount="1", unit="GBP/hour", **rest):
    """A figure in the prices of 2025, or, with ``values``, a series."""
    about = {"id": name, "title": name, "unit": unit, "locator": "Table 1"}
    about |= {} if "values" in rest else {"amount": amount}
    return about | ({"price_year": "2025"} if "GBP" in unit else {}) | rest


def proxy(name, value, unit="hour", **rest):
    """A proxy whose value is wholly economic unless it says otherwise."""
    about = {
        "id": name,
        "title": name,
        "unit": unit,
        "value": value,
        "counts": "what is counted",
        "evidence": ["a list"],
        "confidence": {"level": "medium", "why": "an example"},
        "review_by": "2027-11-23",
    }
    return about | ({"value_kind": "economic"} if isinstance(value, str) and "value_kind" not in rest else {}) | rest


def share(value, basis="judgement", why="an example"):
    """An adjustment as a library states it."""
    return {"value": value, "basis": basis, "why": why}


def method(name, **rest):
    """A method with every option at its default: nothing deducted, nothing discounted, no index."""
    about = {"id": name, "title": name, "edition": "1", "summary": "an example", "timing": "as it says"}
    return about | {"sources": [SOURCE]} | rest


def discounting(first_year="0", rate="0.035", **rest):
    """Discounting at one rate for ever."""
    return {"first_year": first_year, "schedules": {"standard": [{"rate": rate}]}} | rest


def write_library(folder, figures=(), proxies=(), methods=(), theme="examples", outcome="example", **rest):
    """Write a library into ``folder``; JSON is YAML."""
    path = Path(folder) / "library"
    path.mkdir(exist_ok=True)
    heads = {"theme": {"id": theme, "title": theme}, "outcome": {"id": outcome, "title": outcome}}
    parts = {
        "figures": {"source": SOURCE, "figures": list(figures)},
        "proxies": {**heads, "proxies": list(proxies)},
        "methods": {"methods": list(methods)},
        "rest": rest,
    }
    for name, part in parts.items():
        (path / f"{name}.yaml").write_text(json.dumps(part, indent=1), encoding="utf-8")
    return path


def library_of(folder, *overlays, **parts) -> Library:
    """The library that ships with a small one laid over it."""
    loading = load_library([write_library(folder, **parts), *overlays])
    assert loading.library is not None, [f"{each.place} {each.message}" for each in loading.findings]
    return loading.library


def promise(reference, quantity, row=2, **fields) -> Commitment:
    """A commitment with a cell for each field that it states."""
    tranches = fields.get("tranches")
    if tranches and quantity is None:
        quantity = sum((each.quantity for each in tranches), Decimal(0))
    stated = {"reference", "quantity", *fields, *fields.get("adjustments", {})}
    stated |= {"duration"} if "duration_years" in fields else set()
    columns = {name: column for name, column in COLUMNS.items() if name in stated}
    quantity = None if quantity is None else Decimal(str(quantity))
    known = {"sheet": TABLE.sheet, "row": row, "description": "a promise", "columns": columns}
    return Commitment(reference=reference, quantity=quantity, **(known | fields))


def bid_of(*promises, **contract) -> Bid:
    """A bid with the promises in rows of their own."""
    return Bid(file="bid.xlsx", sha256="00", contract=Contract(**contract), commitments=promises, tables=(TABLE,))


def valued(bid, library, method_name, price_year="2025") -> Valuation:
    """The bid valued."""
    return value(bid, valuer(library, library.methods[method_name], price_year))


def told(valuation):
    """Every finding as people read it: place, code, name and message, and the help below."""
    return [f"{each.place} {each.code} {each.name}: {each.message}\nhelp: {each.help}" for each in valuation.findings]
