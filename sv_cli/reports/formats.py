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
        "table": "sv_cli.reports.comparing.table:render",
        "json": "sv_cli.reports.comparing.plain:render_json",
        "csv": "sv_cli.reports.comparing.plain:render_csv",
        "markdown": "sv_cli.reports.comparing.plain:render_markdown",
    }
)
EXPLAIN: Mapping[str, str] = MappingProxyType(
    {
        "text": "sv_cli.reports.explaining.text:render",
        "json": "sv_cli.reports.explaining.plain:render_json",
        "markdown": "sv_cli.reports.explaining.plain:render_markdown",
    }
)
EXPLAIN_KIND: Mapping[str, str] = MappingProxyType(
    {
        "text": "sv_cli.reports.explaining.text:render_kind",
        "json": "sv_cli.reports.explaining.plain:kind_json",
        "markdown": "sv_cli.reports.libraries.catalogue:render_one",
    }
)
EXPLAIN_EVERYTHING: Mapping[str, str] = MappingProxyType(
    {
        "text": "sv_cli.reports.libraries.catalogue:render",
        "json": "sv_cli.reports.explaining.plain:kinds_json",
        "markdown": "sv_cli.reports.libraries.catalogue:render",
    }
)
EXPLAIN_SUFFIXES: Mapping[str, str] = MappingProxyType(
    {".json": "json", ".md": "markdown", ".markdown": "markdown", ".txt": "text"}
)
METHODS: Mapping[str, str] = MappingProxyType(
    {
        "list": "sv_cli.reports.libraries.methods:render_list",
        "show": "sv_cli.reports.libraries.methods:render_method",
    }
)
CHECK: Mapping[str, str] = MappingProxyType(
    {
        "text": "sv_cli.reports.checking.text:render",
        "json": "sv_cli.reports.checking.json:render",
        "junit": "sv_cli.reports.checking.junit:render",
        "sarif": "sv_cli.reports.checking.sarif:render",
        "github": "sv_cli.reports.checking.github:render",
    }
)
CHECK_SUFFIXES: Mapping[str, str] = MappingProxyType(
    {".json": "json", ".xml": "junit", ".sarif": "sarif", ".txt": "text"}
)
LISTED: Mapping[str, str] = MappingProxyType(
    {
        "table": "sv_cli.reports.libraries.proxies:render_list",
        "json": "sv_cli.reports.libraries.proxies_plain:list_json",
        "csv": "sv_cli.reports.libraries.proxies_plain:list_csv",
        "markdown": "sv_cli.reports.libraries.proxies_plain:list_markdown",
    }
)
FOUND: Mapping[str, str] = MappingProxyType({**LISTED, "table": "sv_cli.reports.libraries.proxies:render_found"})
SHOWN: Mapping[str, str] = MappingProxyType(
    {
        "table": "sv_cli.reports.libraries.proxies:render_proxy",
        "json": "sv_cli.reports.libraries.proxies_plain:proxy_json",
        "markdown": "sv_cli.reports.libraries.proxies_plain:proxy_markdown",
    }
)
DIFFERENCES: Mapping[str, str] = MappingProxyType(
    {
        "table": "sv_cli.reports.libraries.differences:render_table",
        "json": "sv_cli.reports.libraries.differences:render_json",
        "markdown": "sv_cli.reports.libraries.differences:render_markdown",
    }
)
LINT: Mapping[str, str] = MappingProxyType(
    {
        "text": "sv_cli.reports.libraries.lint:render_text",
        "json": "sv_cli.reports.libraries.lint:render_json",
        "github": "sv_cli.reports.libraries.lint:render_github",
        "sarif": "sv_cli.reports.libraries.lint:render_sarif",
    }
)
LINT_SUFFIXES: Mapping[str, str] = MappingProxyType({".json": "json", ".sarif": "sarif", ".txt": "text"})
FRAMEWORKS: Mapping[str, str] = MappingProxyType(
    {
        "list": "sv_cli.reports.libraries.frameworks:render_list",
        "show": "sv_cli.reports.libraries.frameworks:render_framework",
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
