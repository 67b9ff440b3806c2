"""Small libraries for the tests of this folder, and a cache of their own, so that nobody's is touched."""

from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import dedent

import pytest

from sv_cli.findings.finding import Finding
from sv_cli.library.load import Loading, load_alone, load_library

UNITS = """
units:
  - {id: GBP, one: pound, many: pounds, dimension: money, factor: "1"}
  - {id: hour, one: hour, many: hours, dimension: hour, factor: "60", names: [hrs]}
  - {id: day, one: day, many: days, dimension: hour, factor: "450"}
  - {id: year, one: year, many: years, dimension: year, factor: "1"}
  - {id: person, one: person, many: people, dimension: person, factor: "1"}
"""
FIGURES = """
source: {publisher: Office, title: Costs, published: "2026", url: "https://example.org/costs", licence: OGL-UK-3.0,
         redistributable: true, read: primary, accessed: "2026-11-23"}
figures:
  - {id: cost.hour, title: An hour, unit: GBP/hour, amount: "12.50", price_year: "2025", locator: table 1}
  - {id: cost.yearly, title: A year, unit: GBP/person/year, amount: "500", price_year: "2025", locator: table 2}
  - {id: cost.series, title: By year, unit: GBP/hour, series: year, values: {"2025": "1", "2026": "2"},
     price_year: own, locator: table 3}
"""
PROXY = """
theme: {id: giving, title: Giving}
outcome: {id: time, title: Time given}
proxies:
  - id: giving.hour
    title: Hour given
    unit: hour
    value: cost.hour
    value_kind: economic
    counts: Hours worked without pay.
    evidence: [A signed sheet]
    confidence: {level: low, why: One source.}
    review_by: "2027-11-23"
"""
SMALL = {
    "library.yaml": "library: {name: small, version: '1', default_method: plain, default_price_year: '2025'}\n",
    "units.yaml": UNITS,
    "figures/costs.yaml": FIGURES,
    "themes/giving.yaml": PROXY,
}


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.getbasetemp() / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    monkeypatch.delenv("SV_NO_CACHE", raising=False)
    return folder


def written(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(dedent(text), encoding="utf-8")
    return folder


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A whole library of one proxy."""
    return written(tmp_path / "small", SMALL)


@pytest.fixture
def loaded(tmp_path: Path) -> Callable[..., Loading]:
    """Load the small library alone with some of its files replaced, added, or (by None) left out."""

    def load(**files: str | None) -> Loading:
        named = {name.replace("__", "/") + ".yaml": text for name, text in files.items()}
        kept = {name: text for name, text in (SMALL | named).items() if text is not None}
        return load_alone(written(tmp_path / "alone", kept))

    return load


@pytest.fixture
def laid_over(tmp_path: Path) -> Callable[[str], Loading]:
    """Load the library that ships with one file laid over it."""

    def load(text: str) -> Loading:
        return load_library([written(tmp_path, {"mine.yaml": text}) / "mine.yaml"])

    return load


@pytest.fixture
def told(tmp_path: Path) -> Callable[[tuple[Finding, ...]], list[str]]:
    """The findings as a person reads them, with places within the test's folder."""

    def tell(findings: tuple[Finding, ...]) -> list[str]:
        return [f"{each.place}: {each.name}: {each.message}".replace(f"{tmp_path}/", "") for each in findings]

    return tell
