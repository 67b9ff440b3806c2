"""Owns the sentences that all reports of a valuation share: title, tables that were read, headline, method."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from sv_cli.findings.finding import Finding, Severity
from sv_cli.model.bids import Bid, Table
from sv_cli.model.valuations import Valuation
from sv_cli.model.vocabulary import Place
from sv_cli.reports.words import counted, headline, money, number, percent, shown
from sv_cli.valuation.discounting import round_half_up
from sv_cli.valuation.words import in_years

_RATIOS = {"sroi": "SROI ratio", "bcr": "benefit–cost ratio", "public-value": "public value ratio"}
RESULTS = _RATIOS | {
    "net-sroi": "net SROI ratio",
    "npv": "net present value",
    "payback": "payback",
    "fiscal": "fiscal ratio",
}

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def title_of(valuation: Valuation) -> str:
    """The supplier and the contract's title, as far as the bid states them; else the file's name."""
    contract = valuation.bid.contract
    named = [shown(each, 100) for each in (contract.supplier, contract.title) if each]
    return " · ".join(named) or shown(valuation.bid.file, 100)


def table_sentences(valuation: Valuation, *, verbose: bool = False) -> list[str]:
    """A sentence for each table of commitments that was found; when ``verbose``, also its columns, fields and why."""
    return [f"{shown(valuation.bid.file, 100)}: {_table(table, verbose=verbose)}" for table in valuation.bid.tables]


def _table(table: Table, *, verbose: bool) -> str:
    where = f"sheet {shown(table.sheet, 60)}, " if table.sheet else ""
    below = f"rows {table.first_row}–{table.last_row}" if table.last_row > table.header_row else "no rows below it"
    rows = f"{where}header row {table.header_row}, {below}, columns"
    if table.form:
        rows = f"{where}a form or list in {table.form}"
    if verbose:
        return f"{rows}\n" + "\n".join(_column(field, heading, table) for field, heading in table.columns.items())
    headings = dict.fromkeys(table.columns.values())  # one column of notes may hold several fields
    return f"{rows}: {', '.join(shown(heading, 30) for heading in headings)}"


def _column(field: str, heading: str, table: Table) -> str:
    """One column on a line of its own: its heading, the field it was taken for, and why."""
    name = "quantity of a year" if field.startswith("period ") else field.replace("_", "-")
    how = table.how.get(heading)
    return f"  {shown(heading, 60)} → {name}" + (f", {how}" if how else "")


def headline_sentence(valuation: Valuation) -> str:
    """The present value, the prices it is in, and how many of the commitments it comes from."""
    totals = valuation.totals
    of = f"{totals.valued:,} of {counted(totals.commitments, 'commitment')}"
    return f"{headline(totals.present)} of social value (present value, {valuation.price_year} prices) from {of}"


def contract_sentence(valuation: Valuation) -> str | None:
    """The present value as a share of the contract's value; None when that is not known."""
    share, contract = valuation.totals.percent_of_contract, valuation.bid.contract.value
    if share is None or contract is None:
        return None
    return f"{percent(share)} of the contract value of {money(contract)}"


def returns_sentence(valuation: Valuation) -> str | None:
    """The returns on the bid's costs, under the names that the method uses; None without costs."""
    returns = valuation.totals.returns
    if returns is None:
        return None
    asked = valuation.method.reports
    names = [name for key, name in _RATIOS.items() if key in asked] or ["SROI ratio"]
    value, costs = headline(valuation.totals.present), headline(returns.present_inputs)
    stated = "" if returns.inputs == returns.present_inputs else f" ({headline(returns.inputs)} as stated)"
    ratio = f"{' and '.join(names)} {number(returns.sroi_ratio, 2)}: {value} for costs of {costs}{stated}"
    parts = [ratio[0].upper() + ratio[1:], f"net present value {headline(returns.net_present_value)}"]
    if "net-sroi" in asked:
        parts.append(f"net SROI ratio {number(returns.net_sroi_ratio, 2)}")
    if "fiscal" in asked:
        parts.append(f"fiscal ratio {number(returns.fiscal_ratio, 2)}")
    if "payback" in asked:
        parts.append(_payback(returns.payback_years))
    return "; ".join(parts)


def _payback(years: Decimal | None) -> str:
    return "never paid back" if years is None else f"paid back after {in_years(round_half_up(years, 1))}"


def method_sentence(valuation: Valuation) -> str:
    """The method and its timing convention, which decides what the figure means."""
    method = valuation.method
    return f"Method: {shown(method.title, 200)} ({shown(method.edition, 100)}). {shown(method.timing)}"


def library_sentence(valuation: Valuation) -> str:
    """Each library that was used, with version and the start of its hash."""
    layers = "; ".join(
        f"{shown(layer.name, 60)} {shown(layer.version, 30)} (sha256 {layer.sha256[:12]})" for layer in valuation.layers
    )
    return f"Library: {layers}"


def findings_sentence(findings: Iterable[Finding]) -> str:
    """How many errors, warnings and notes there are: ``2 errors, 1 note``."""
    counts = Counter(each.severity for each in findings)
    return ", ".join(counted(counts[severity], severity.value) for severity in reversed(Severity) if counts[severity])


def facts_of(valuation: Valuation) -> list[tuple[str, str]]:
    """The contract's facts that the bid or the options state, as (label, text)."""
    contract, returns = valuation.bid.contract, valuation.totals.returns
    facts = (
        ("Supplier", contract.supplier and shown(contract.supplier, 200)),
        ("Contract", contract.title and shown(contract.title, 200)),
        ("Contract value", None if contract.value is None else money(contract.value)),
        ("Start", None if contract.start is None else _day(contract.start)),
        ("Length", None if contract.years is None else in_years(round_half_up(contract.years, 3))),
        ("Place", contract.place and _place(contract.place, valuation.places)),
        ("Costs stated", None if returns is None else money(returns.inputs)),
        ("File", None if valuation.bid.tables else shown(valuation.bid.file, 200)),
    )
    return [(name, fact) for name, fact in facts if fact]


def _place(place: str, places: Mapping[str, Place]) -> str:
    """A region or country by its name, with its code; any other place as the bid has it."""
    known = places.get(place)
    return shown(place if known is None else f"{known.name} ({known.code})", 100)


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def where_of(finding: Finding, bid: Bid) -> str:
    """The place of a finding within the bid; with a file name where it is about a whole file, or another one."""
    place = finding.place
    return (str(replace(place, file="")) if place.file == bid.file else "") or str(place)
