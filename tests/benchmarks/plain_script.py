"""A script that somebody could write in an afternoon with pandas, openpyxl and PyYAML, to compare `sv` with.

Reads a workbook whose first row is the heading, reads the library's own files with PyYAML's C loader where there is
one, joins the two by reference, multiplies and prints the totals. It checks nothing, converts nothing, finds no heading
row, knows no price years, and values only what a plain figure stands behind.
"""

import sys
from pathlib import Path

import pandas as pd
import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def documents(folder):
    for path in sorted(folder.rglob("*.yaml")):
        with path.open(encoding="utf-8") as file:
            yield yaml.load(file, LOADER)  # noqa: S506 - a safe loader, chosen above


def amounts(library):
    """The amount of every figure; of a series its latest value."""
    found = {}
    for document in documents(library / "figures"):
        for figure in document["figures"]:
            values = figure.get("values") or {"": figure.get("amount")}
            found[figure["id"]] = float(list(values.values())[-1] or 0)
    return found


def proxies(library):
    """One row a proxy: its theme, its net share, and the value of a unit by the first figure of its formula."""
    figures = amounts(library)
    for document in documents(library / "themes"):
        for proxy in document["proxies"]:
            formula = proxy["value"] if isinstance(proxy["value"], str) else next(iter(proxy["value"].values()))
            named = next((word for word in str(formula).replace("[", " ").split() if word in figures), None)
            net = 1.0
            for adjustment in proxy.get("adjustments", {}).values():
                net *= 1 - float(adjustment["value"]) if isinstance(adjustment, dict) else 1
            value = figures.get(named, 0.0)
            yield {"Ref": proxy["id"], "theme": document["theme"]["id"], "unit_value": value, "net": net}


def main(bid, library):
    merged = pd.read_excel(bid).merge(pd.DataFrame(proxies(Path(library))), on="Ref", how="left")
    merged["gross"] = merged["Quantity"] * merged["unit_value"]
    merged["value"] = merged["gross"] * merged["net"]
    print(merged[["Ref", "Quantity", "unit_value", "gross", "value"]].to_string())
    print(merged.groupby("theme")["value"].sum().round(2).to_string())
    print(f"{merged['value'].sum():,.2f} from {merged['value'].notna().sum()} of {len(merged)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
