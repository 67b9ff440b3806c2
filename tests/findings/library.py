"""Owns the small library of the examples: proxies and methods that have one fault each, and some that have none."""

from typing import Any

from tests.support import SOURCE, discounting, figure, method, proxy


def _priced(name: str, value: str = "example.value", **rest: Any) -> dict[str, Any]:
    return proxy(f"example.{name}", value, title=f"Example of a proxy: {name}", **rest)


FIGURES = [
    figure("example.value"),
    figure("example.vast", amount="900000000000000"),
    figure("example.old", price_year="1801"),
    figure("example.yearly", series="year", values={"2026": "1", "2027": "2"}),
    figure("example.local", series="place", values={"E12000007": "3"}),
    figure("example.nothing", amount="0", unit="hour"),
]
PROXIES = [
    _priced("plain", maps_to={"toms": ["EX1"]}, excludes=["example.same"]),
    _priced("same"),
    _priced("other", maps_to={"toms": ["EX1", "EX2"]}),
    _priced("sure", confidence={"level": "high", "why": "an example"}),
    _priced("old-prices", "example.old"),
    _priced("yearly", "example.yearly"),
    _priced("local", "example.local"),
    _priced("divided", "example.value * example.nothing / example.nothing"),
    _priced("vast", "example.vast"),
]
METHODS = [
    method("example-bare"),
    method("example-wary", optimism_bias={"high": "0.1"}),
    method("example-base", discounting=discounting(base_year="2026")),
]
LIBRARY = {
    "theme": {"id": "examples", "title": "Examples"},
    "outcome": {"id": "example", "title": "An example"},
    "source": SOURCE,
    "figures": FIGURES,
    "proxies": PROXIES,
    "methods": METHODS,
}
