# ruff: noqa: E501 - a case of a table is a line
"""What ships: every formula's result, and what every proxy has to say for itself."""

import re
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml

from sv_cli.library.find import library_files, shipped_folder
from sv_cli.library.load import load_library
from sv_cli.library.schema import library_schema, library_schema_text
from tests.library.golden_values import GOLDEN, unit_values

LIBRARY = load_library().library
FILES = dict(library_files(shipped_folder()).files)
ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s/]+(/\S*)?")


def test_every_unit_value_is_the_reviewed_one():
    assert unit_values() == GOLDEN.read_text(encoding="utf-8"), "python -m tests.library.golden_values, and review"


def test_the_library_is_as_wide_as_it_says():
    assert len(LIBRARY.proxies) >= 150
    assert len({proxy.theme for proxy in LIBRARY.proxies.values()}) >= 12


@pytest.mark.parametrize("key", sorted({name for proxy in LIBRARY.proxies.values() for part in proxy.parts.values() for name in part.figures}))  # fmt: skip
def test_every_figure_in_use_can_be_looked_up(key):
    figure = LIBRARY.figures[key]
    source = figure.source
    assert all(text.strip() for text in (source.publisher, source.title, source.licence, figure.locator))
    assert source.edition or source.published
    assert ADDRESS.fullmatch(source.url)
    assert source.read in ("primary", "secondary")
    assert source.read == "primary" or source.read_via
    assert date.fromisoformat(source.accessed) <= date(2100, 1, 1)
    assert source.redistributable
    money = "GBP" in figure.unit and figure.unit != "GBP/GBP"
    assert figure.price_year or not money


@pytest.mark.parametrize("key", sorted(LIBRARY.proxies))
def test_every_proxy_says_what_counts_and_what_evidence_is_asked_for(key):
    proxy = LIBRARY.proxies[key]
    assert len(proxy.counts.split()) >= 5
    assert proxy.evidence
    assert all(line.strip() for line in proxy.evidence)
    assert proxy.confidence.why
    assert all(adjustment.why for adjustment in proxy.adjustments.values())


def test_the_schema_that_ships_is_the_shapes_own():
    shipped = (shipped_folder() / "schema" / "library.schema.json").read_text(encoding="utf-8")
    assert shipped == library_schema_text(), "sv proxies schema -o proxies/schema/library.schema.json --force"


class Editor(yaml.SafeLoader):
    """YAML as an editor with YAML 1.2 reads it: true and false are truth values, other plain words are texts."""


Editor.yaml_implicit_resolvers = {}
Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def test_the_schema_itself_is_sound():
    jsonschema.Draft7Validator.check_schema(library_schema())


@pytest.mark.parametrize("path", sorted(FILES.values()), ids=lambda path: path.name)
def test_every_file_that_ships_fits_the_schema(path: Path):
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=Editor)  # noqa: S506 - a SafeLoader with fewer guesses
    errors = sorted(jsonschema.Draft7Validator(library_schema()).iter_errors(data), key=lambda error: error.json_path)
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


@pytest.mark.parametrize(
    "text",
    [
        "proxies: [{id: a.b, titel: T}]",
        "figures: [{id: a.b, title: T, unit: GBP, locator: L, amount: 12}]",
        "figures: [{id: a.b, title: T, unit: GBP, locator: L, amount: '1,200'}]",
        "units: [{id: kettle}]",
        "withdraw: {themes: [health]}",
        "unknown: x",
    ],
)
def test_the_schema_refuses_what_the_loader_refuses(text):
    data = yaml.safe_load(text)
    assert not jsonschema.Draft7Validator(library_schema()).is_valid(data)
