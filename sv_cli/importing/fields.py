"""Owns what a column of a list of unit costs may hold, and the headings that people give it."""

from collections.abc import Mapping
from types import MappingProxyType

FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "code": ("code", "ref", "reference", "ref no", "measure ref", "id", "measure id", "unit cost code", "number"),
        "title": (
            "description",
            "measure",
            "title",
            "cost benefit detail",
            "outcome measure",
            "indicator",
            "name",
            "unit cost description",
            "measure description",
            "proxy",
            "proxy name",
            "cost saving outcome",
        ),
        "detail": ("detail", "details", "category", "group", "sub theme", "subtheme", "outcome", "outcomes", "topic"),
        "theme": ("theme", "themes", "area", "outcome theme", "domain", "sheet", "policy area"),
        "unit": ("unit", "units", "unit of measure", "unit of measurement", "measured in", "per", "uom"),
        "value": (
            "value",
            "unit cost",
            "cost",
            "proxy value",
            "amount",
            "value gbp",
            "unit value",
            "value per unit",
            "financial proxy",
            "cost gbp",
            "unit cost gbp",
            "proxy value gbp",
            "social value",
            "fiscal value",
            "price",
        ),
        "price_year": ("price year", "year", "price base", "price base year", "cost year", "year of prices", "prices"),
        "confidence": ("confidence", "rag", "confidence grade", "rating", "rag rating", "quality", "grade"),
        "source": ("original source", "source", "sources", "reference source", "evidence source", "origin"),
        "value_kind": ("value kind", "kind", "type of value", "value type"),
        "low": ("low", "lower", "minimum", "low value", "lower bound"),
        "high": ("high", "upper", "maximum", "high value", "upper bound"),
        "guidance": ("guidance", "what counts", "notes", "note", "comment", "comments", "definition"),
        "evidence": ("evidence", "evidence required", "evidence asked for", "monitoring", "proof"),
    }
)
NEEDED = ("title", "value")
