"""Owns the list of formats: the function that renders each, resolved only when it is asked for."""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any

SCORE: Mapping[str, str] = MappingProxyType(
    {
        "table": "sv_cli.reports.table:render",
        "json": "sv_cli.reports.json:render",
        "csv": "sv_cli.reports.csv:render",
        "markdown": "sv_cli.reports.markdown:render",
        "html": "sv_cli.reports.html:render",
        "xlsx": "sv_cli.reports.workbook:render",
    }
)
FILES = frozenset({"xlsx"})
SIDE_BY_SIDE: Mapping[str, str] = MappingProxyType(
    {
        "table": "sv_cli.reports.side_by_side:render",
        "json": "sv_cli.reports.side_by_side_plain:render_json",
        "csv": "sv_cli.reports.side_by_side_plain:render_csv",
        "markdown": "sv_cli.reports.side_by_side_plain:render_markdown",
    }
)
EXPLAIN: Mapping[str, str] = MappingProxyType(
    {
        "text": "sv_cli.reports.explanation:render",
        "json": "sv_cli.reports.explanation_plain:render_json",
        "markdown": "sv_cli.reports.explanation_plain:render_markdown",
    }
)
EXPLAIN_KIND: Mapping[str, str] = MappingProxyType(
    {
        "text": "sv_cli.reports.explanation:render_kind",
        "json": "sv_cli.reports.explanation_plain:kind_json",
        "markdown": "sv_cli.reports.catalogue:render_one",
    }
)
EXPLAIN_EVERYTHING: Mapping[str, str] = MappingProxyType(
    {
        "text": "sv_cli.reports.catalogue:render",
        "json": "sv_cli.reports.explanation_plain:kinds_json",
        "markdown": "sv_cli.reports.catalogue:render",
    }
)
EXPLAIN_SUFFIXES: Mapping[str, str] = MappingProxyType(
    {".json": "json", ".md": "markdown", ".markdown": "markdown", ".txt": "text"}
)
METHODS: Mapping[str, str] = MappingProxyType(
    {
        "list": "sv_cli.reports.methods:render_list",
        "show": "sv_cli.reports.methods:render_method",
    }
)
CHECK: Mapping[str, str] = MappingProxyType(
    {
        "text": "sv_cli.reports.check_text:render",
        "json": "sv_cli.reports.check_json:render",
        "junit": "sv_cli.reports.junit:render",
        "sarif": "sv_cli.reports.sarif:render",
        "github": "sv_cli.reports.github:render",
    }
)
CHECK_SUFFIXES: Mapping[str, str] = MappingProxyType(
    {".json": "json", ".xml": "junit", ".sarif": "sarif", ".txt": "text"}
)
LISTED: Mapping[str, str] = MappingProxyType(
    {
        "table": "sv_cli.reports.proxies:render_list",
        "json": "sv_cli.reports.proxies_plain:list_json",
        "csv": "sv_cli.reports.proxies_plain:list_csv",
        "markdown": "sv_cli.reports.proxies_plain:list_markdown",
    }
)
FOUND: Mapping[str, str] = MappingProxyType({**LISTED, "table": "sv_cli.reports.proxies:render_found"})
SHOWN: Mapping[str, str] = MappingProxyType(
    {
        "table": "sv_cli.reports.proxies:render_proxy",
        "json": "sv_cli.reports.proxies_plain:proxy_json",
        "markdown": "sv_cli.reports.proxies_plain:proxy_markdown",
    }
)
DIFFERENCES: Mapping[str, str] = MappingProxyType(
    {
        "table": "sv_cli.reports.differences:render_table",
        "json": "sv_cli.reports.differences:render_json",
        "markdown": "sv_cli.reports.differences:render_markdown",
    }
)
LINT: Mapping[str, str] = MappingProxyType(
    {
        "text": "sv_cli.reports.lint:render_text",
        "json": "sv_cli.reports.lint:render_json",
        "github": "sv_cli.reports.lint:render_github",
        "sarif": "sv_cli.reports.lint:render_sarif",
    }
)
LINT_SUFFIXES: Mapping[str, str] = MappingProxyType({".json": "json", ".sarif": "sarif", ".txt": "text"})
FRAMEWORKS: Mapping[str, str] = MappingProxyType(
    {
        "list": "sv_cli.reports.frameworks:render_list",
        "show": "sv_cli.reports.frameworks:render_framework",
    }
)
MATCH: Mapping[str, str] = MappingProxyType(
    {
        "table": "sv_cli.reports.matches:render_table",
        "json": "sv_cli.reports.matches:render_json",
        "csv": "sv_cli.reports.matches:render_csv",
    }
)
SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        ".json": "json",
        ".csv": "csv",
        ".md": "markdown",
        ".markdown": "markdown",
        ".html": "html",
        ".htm": "html",
        ".xlsx": "xlsx",
        ".txt": "table",
    }
)


def renderer(name: str, formats: Mapping[str, str] = SCORE) -> Callable[..., Any]:
    """The function that renders the format called ``name``, as text, a long one in pieces; of `FILES`, as bytes.

    Raises KeyError for none.
    """
    module, _, function = formats[name].partition(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found
