"""Owns lists of proxies and single proxies for programs and papers: JSON, CSV, Markdown."""

from collections.abc import Iterator, Sequence
from typing import Any

from sv_cli.model.figures import Figure, Proxy
from sv_cli.model.valuations import UnitValue
from sv_cli.reports import csv
from sv_cli.reports.csv import as_cell
from sv_cli.reports.explaining.words import cited
from sv_cli.reports.json import as_text
from sv_cli.reports.libraries.listing import Listing, proxy_data, summary_of
from sv_cli.reports.markdown import escaped, table_of
from sv_cli.reports.screen import Screen
from sv_cli.reports.words import counted, money, number, percent, replaced_mark
from sv_cli.valuation.adjusting import NAMES

LIST_SCHEMA, PROXY_SCHEMA = "sv.proxies/1", "sv.proxy/1"
_HEADINGS = ("Proxy", "One", "Gross", "Present value", "Confidence")


def list_json(listing: Listing, _screen: Screen) -> str:
    """The proxies as data."""
    rows = [summary_of(proxy, listing) for proxy in listing.proxies]
    return as_text({"schema": LIST_SCHEMA, "proxies": rows})


def list_csv(listing: Listing, _screen: Screen) -> str:
    """A row a proxy, with a header row; a cell with several values has spaces between them."""
    rows = [summary_of(proxy, listing) for proxy in listing.proxies]
    return csv.as_text([*map(list, rows[:1]), *([_cell(value) for value in row.values()] for row in rows)])


def list_markdown(listing: Listing, _screen: Screen) -> str:
    """A table a theme."""
    parts = []
    for theme in dict.fromkeys(proxy.theme for proxy in listing.proxies):
        mine = [proxy for proxy in listing.proxies if proxy.theme == theme]
        table = table_of(_HEADINGS, "llrrl", _rows(mine, listing))
        parts.append(f"## {escaped(listing.library.themes[theme])}\n\n{table}")
    end = f"{counted(len(listing.proxies), 'proxy', 'proxies')}; £ of {listing.price_year}, method {listing.method}"
    return "\n\n".join([*parts, escaped(end)]) + "\n"


def proxy_json(listing: Listing, _screen: Screen) -> str:
    """One proxy with its figures, sources and steps, as data."""
    (proxy,) = listing.proxies
    return as_text({"schema": PROXY_SCHEMA, **proxy_data(proxy, listing)})


def proxy_markdown(listing: Listing, _screen: Screen) -> str:
    """One proxy with its figures and sources, for a paper."""
    (proxy,) = listing.proxies
    value = listing.values[proxy.id]
    unit = listing.library.vocabulary.units[proxy.unit]
    parts = [f"## {escaped(proxy.title)}\n\n`{proxy.id}`{_mark(proxy)}"]
    if isinstance(value, UnitValue):
        worth = (
            f"{money(value.gross)} per {unit.one} gross, {money(value.net)} net, {money(value.present)} present value"
        )
        parts.append(f"**{escaped(worth)}** ({listing.price_year} prices, {escaped(listing.method)})")
    parts.append("\n".join(f"- {kind}: `{formula.text}`" for kind, formula in proxy.parts.items()))
    parts.append(_adjustments(proxy))
    parts.append("### Figures\n\n" + "\n".join(_figure(listing.library.figures[name]) for name in proxy.figures))
    parts.append(f"### What counts\n\n{escaped(proxy.counts)}")
    parts.append("### Evidence\n\n" + "\n".join(f"- {escaped(each)}" for each in proxy.evidence))
    parts.append(f"Confidence {proxy.confidence.level}: {escaped(proxy.confidence.why)} Review by {proxy.review_by}.")
    return "\n\n".join(parts) + "\n"


def _adjustments(proxy: Proxy) -> str:
    rows = []
    for name, label in NAMES.items():
        stated = proxy.adjustments.get(name)
        told = (
            f"{percent(stated.value * 100)} ({stated.basis.value}): {escaped(stated.why)}" if stated else "not stated"
        )
        rows.append(f"- {label}: {told}")
    return "### Adjustments\n\n" + "\n".join(rows)


def _figure(figure: Figure) -> str:
    source = figure.source
    amount = counted(len(figure.values), "value") if figure.amount is None else number(figure.amount, 6)
    prices = f", {figure.price_year} prices" if figure.price_year else ""
    where = f"{cited(source)}; {figure.locator}; {source.url}; {source.licence}"
    return f"- {escaped(figure.title)} (`{figure.id}`): {amount} {escaped(figure.unit)}{prices}. {escaped(where)}"


def _rows(proxies: list[Proxy], listing: Listing) -> Iterator[Sequence[str]]:
    for proxy in proxies:
        value = listing.values[proxy.id]
        gross, present = (value.gross, value.present) if isinstance(value, UnitValue) else (None, None)
        unit = escaped(listing.library.vocabulary.units[proxy.unit].one)
        name = f"{escaped(proxy.title)}<br>`{proxy.id}`{_mark(proxy)}"
        yield name, unit, money(gross), money(present), escaped(proxy.confidence.level)


def _mark(proxy: Proxy) -> str:
    return escaped(replaced_mark(proxy))


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return as_cell(" ".join(value))
    return "" if value is None else as_cell(value) if isinstance(value, str) else f"{value:.2f}"
