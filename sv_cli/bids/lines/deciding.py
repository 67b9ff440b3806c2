"""Owns what of a table decides how its rows are read, beside what stands in them."""

from sv_cli.bids.lines.sheeted import Sheeted


def deciding(table: Sheeted) -> object:
    """All that decides how a row of a table is read, beside its cells."""
    layout, tools = table.layout, table.tools
    return (
        *layout.columns.items(),
        *layout.years,
        *layout.costs,
        *((name, shares.scale) for name, shares in table.shares.items()),
        layout.unticked,
        *table.keys.items(),
        tools.numbers.settings,
        tools.dates,
        table.years,
        table.start if "year" in layout.columns else None,  # by which a cell may say how long the contract is
        table.width,
    )


def looks_count(table: Sheeted) -> bool:
    """Whether more than what the cells of a row hold decides what it is, in any row of the table."""
    layout = table.layout
    parts = layout.matrix or layout.cumulative or any(column.heading.part for column, _ in layout.years)
    checked = layout.checked or (layout.years and "quantity" in layout.columns)  # which has to say what they come to
    return bool(
        parts or checked or layout.offered or layout.clashes or layout.coded or "reference" not in layout.columns
    )
