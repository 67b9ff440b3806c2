"""Owns the lists of formats, with the function that renders each; it is imported only when its format is asked for."""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any


def _formats(**functions: str) -> Mapping[str, str]:
    """Formats by name, each with its function as ``module:function`` of this package."""
    return MappingProxyType(functions)


def _suffixes(**names: str) -> Mapping[str, str]:
    """Names of formats by the endings of files."""
    return MappingProxyType({f".{ending}": name for ending, name in names.items()})


SCORE = _formats(
    table="table:render",
    json="json:render",
    csv="csv:render",
    markdown="markdown:render",
    html="html:render",
    xlsx="workbook:render",
)
FILES = frozenset({"xlsx"})
SUFFIXES = _suffixes(
    json="json", csv="csv", md="markdown", markdown="markdown", html="html", htm="html", xlsx="xlsx", txt="table"
)
SIDE_BY_SIDE = _formats(
    table="comparing.table:render",
    json="comparing.plain:render_json",
    csv="comparing.plain:render_csv",
    markdown="comparing.plain:render_markdown",
)
EXPLAIN = _formats(
    text="explaining.text:render",
    json="explaining.plain:render_json",
    markdown="explaining.plain:render_markdown",
)
EXPLAIN_KIND = _formats(
    text="explaining.text:render_kind",
    json="explaining.plain:kind_json",
    markdown="libraries.catalogue:render_one",
)
EXPLAIN_EVERYTHING = _formats(
    text="libraries.catalogue:render",
    json="explaining.plain:kinds_json",
    markdown="libraries.catalogue:render",
)
EXPLAIN_SUFFIXES = _suffixes(json="json", md="markdown", markdown="markdown", txt="text")
CHECK = _formats(
    text="checking.text:render",
    json="checking.json:render",
    junit="checking.junit:render",
    sarif="checking.sarif:render",
    github="checking.github:render",
)
CHECK_SUFFIXES = _suffixes(json="json", xml="junit", sarif="sarif", txt="text")
METHODS = _formats(list="libraries.methods:render_list", show="libraries.methods:render_method")
FRAMEWORKS = _formats(list="libraries.frameworks:render_list", show="libraries.frameworks:render_framework")
LISTED = _formats(
    table="libraries.proxies:render_list",
    json="libraries.proxies_plain:list_json",
    csv="libraries.proxies_plain:list_csv",
    markdown="libraries.proxies_plain:list_markdown",
)
FOUND = _formats(**{**LISTED, "table": "libraries.proxies:render_found"})
SHOWN = _formats(
    table="libraries.proxies:render_proxy",
    json="libraries.proxies_plain:proxy_json",
    markdown="libraries.proxies_plain:proxy_markdown",
)
DIFFERENCES = _formats(
    table="libraries.differences:render_table",
    json="libraries.differences:render_json",
    markdown="libraries.differences:render_markdown",
)
LINT = _formats(
    text="libraries.lint:render_text",
    json="libraries.lint:render_json",
    github="libraries.lint:render_github",
    sarif="libraries.lint:render_sarif",
)
LINT_SUFFIXES = _suffixes(json="json", sarif="sarif", txt="text")
MATCH = _formats(table="matches:render_table", json="matches:render_json", csv="matches:render_csv")


def renderer(name: str, formats: Mapping[str, str] = SCORE) -> Callable[..., Any]:
    """The function that renders the format called ``name``; KeyError when ``formats`` has none.

    It gives text, or an iterator of pieces of a long text; for the formats in `FILES` it gives bytes.
    """
    module, _, function = formats[name].partition(":")
    found: Callable[..., Any] = getattr(import_module(f"sv_cli.reports.{module}"), function)
    return found
