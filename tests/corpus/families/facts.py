"""Owns the facts of a contract beside the table, and dates and adjustments within it."""

from datetime import date
from typing import Any

from tests.corpus.case import Case
from tests.corpus.families.layouts import HEAD, ROWS, three
from tests.corpus.write.values import Formatted, Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx


def about(name: str, *rows: list[Any], facts: dict[str, str], **more: Any) -> Case:
    """A sheet with ``rows`` of labels above the table."""
    return Case(name, one_sheet(*rows, [], HEAD, *ROWS), three(len(rows) + 3), facts=facts, **more)


def dated(name: str, cell: Any, *findings: str, **more: Any) -> Case:
    """A table whose only start is ``cell``."""
    return Case(
        name,
        one_sheet([*HEAD, "Start date"], ["NT1", "Jobs", "FTE", 3, cell]),
        ((2, "NT1", "3", "fte"),),
        findings=findings,
        **more,
    )


def shares(name: str, heading: str, *cells: Any, findings: tuple[str, ...] = (), **more: Any) -> Case:
    """A table with a column of shares called ``heading``."""
    rows = [[f"R{n}", "Promise", "hours", n, cell] for n, cell in enumerate(cells, start=1)]
    reads = tuple((n + 1, f"R{n}", str(n), "hour") for n in range(1, len(cells) + 1))
    return Case(name, one_sheet([*HEAD, heading], *rows), reads, findings=findings, **more)


CASES = (
    about(
        "labels-and-values.xlsx",
        ["Supplier", "Acme Ltd"],
        ["Contract value (£)", 1200000],
        ["Start date", date(2026, 4, 1)],
        ["Contract length (years)", 3],
        ["Location", "North West"],
        facts={"supplier": "Acme Ltd", "value": "1200000", "start": "2026-04-01", "years": "3", "place": "E12000002"},
        quiet=True,
    ),
    about(
        "labels-with-colons.xlsx",
        ["Bidder name:", "Acme Ltd"],
        ["Total contract value:", "£1.2m"],
        ["Contract start:", "1 April 2026"],
        ["Duration:", "36 months"],
        facts={"supplier": "Acme Ltd", "value": "1200000", "start": "2026-04-01", "years": "3"},
    ),
    about(
        "label-and-value-in-one-cell.xlsx",
        ["Supplier: Acme Ltd"],
        ["Contract value: £1,200,000"],
        facts={"supplier": "Acme Ltd", "value": "1200000"},
    ),
    about(
        "value-two-cells-on.xlsx",
        ["Supplier", None, "Acme Ltd"],
        ["Contract value", None, "£500,000"],
        facts={"supplier": "Acme Ltd", "value": "500000"},
    ),
    *(
        about(f"value-{name}.xlsx", [label, 500], facts={"value": value}, quiet=True)
        for name, label, value in (
            ("in-thousands-without-vat", "Contract value (£k) (ex VAT)", "500000"),
            ("in-thousands-and-without-vat", "Contract value (£000s, excl. VAT)", "500000"),
            ("in-thousands-as-words", "Contract value (£ thousands)", "500000"),
            ("in-millions-without-vat", "Contract value [£m] (net of VAT)", "500000000"),
            ("in-all", "Contract value (total) (£)", "500"),
            ("of-all-years", "Contract value (£, year 1 to year 3)", "500"),
        )
    ),
    *(
        about(f"value-{name}.xlsx", [label, 500000], facts={"value": "None"}, findings=("fact-unread",))
        for name, label in (
            ("a-year-in-a-bracket-of-its-own", "Contract value (£) (per year)"),
            ("a-year-in-pounds", "Contract value (£ p.a. ex VAT)"),
            ("of-the-first-year", "Contract value (£, Year 1)"),
        )
    ),
    about("months-beside-a-remark.xlsx", ["Contract length (months) (excl. extension)", 24], facts={"years": "2"}),
    about("pounds-by-format.xlsx", ["Contract value", Formatted(750000, '"£"#,##0')], facts={"value": "750000"}),
    about(
        "two-values.xlsx",
        ["Contract value", 1000000],
        ["Total contract value", 2000000],
        facts={"value": "None"},
        findings=("fact-disputed",),
    ),
    about(
        "start-and-end.xlsx",
        ["Contract start", date(2026, 4, 1)],
        ["Contract end", date(2029, 3, 31)],
        facts={"start": "2026-04-01", "years": "3"},
    ),
    about(
        "value-not-yet-known.xlsx",
        ["Contract value", "TBC"],
        ["Supplier", "Acme"],
        facts={"value": "None", "supplier": "Acme"},
    ),
    *(
        about(f"value-{name}.xlsx", [label, cell], facts={"value": value}, findings=findings)
        for name, label, cell, value, findings in (
            ("in-millions", "Contract value (£ millions)", 3, "3000000", ()),
            ("in-thousands-twice-over", "Contract value (£k)", "£500k", "500000", ()),
            ("of-pounds-under-thousands", "Contract value (£k)", "£500", "None", ("fact-unread",)),
        )
    ),
    Case(
        "facts-on-a-cover-sheet.xlsx",
        xlsx(
            Sheet(
                [
                    ["Tender response"],
                    [],
                    ["Supplier name", "Acme Ltd"],
                    ["Contract value", "£2m"],
                    ["Contract term", "5 years"],
                ],
                name="Cover",
            ),
            [HEAD, *ROWS],
        ),
        three(2),
        facts={"supplier": "Acme Ltd", "value": "2000000", "years": "5"},
    ),
    dated("date-cell.xlsx", date(2026, 4, 1)),
    dated("date-in-words.xlsx", "1st April 2026"),
    dated("date-that-proves-its-order.xlsx", "25/04/2026"),
    dated("date-either-way-round.xlsx", "03/04/26", "ambiguous-date"),
    dated("date-that-is-none.xlsx", "in the spring", "not-a-date"),
    dated("date-that-does-not-exist.xlsx", "31/02/2026", "not-a-date"),
    *(
        Case(
            f"start-{name}-financial-year.xlsx",
            one_sheet(
                ["Contract start date", cell],
                [],
                ["Ref", "Commitment", "Unit", "2026/27", "2027/28"],
                ["NT1", "Jobs", "FTE", 2, 1],
            ),
            ((4, "NT1", "3", "fte"),),
            facts={"start": start} if start else {},
            findings=() if start else ("ambiguous-date",),
            why="it is the first day of the first year that is promised for" if start else "nothing says which",
        )
        for name, cell, start in (
            ("on-the-first-day-of-the", "01/04/2026", "2026-04-01"),
            ("by-the-month-on-the-first-day-of-the", "4/1/26", "2026-04-01"),
            ("within-the", "01/09/2026", ""),
            ("a-year-before-the", "01/04/2025", ""),
        )
    ),
    Case(
        "dates-that-settle-each-other.xlsx",
        one_sheet(
            [*HEAD, "Start date"],
            ["NT1", "Jobs", "FTE", 3, "03/04/2026"],
            ["NT17", "Volunteering", "hours", 4, "25/04/2026"],
        ),
        ((2, "NT1", "3", "fte"), (3, "NT17", "4", "hour")),
        why="the second date can only be day first, so the first is too",
    ),
    Case(
        "dates-from-1904.xlsx",
        xlsx([["Contract start", date(2026, 4, 1)], [], HEAD, *ROWS], epoch_1904=True),
        three(4),
        facts={"start": "2026-04-01"},
    ),
    shares("deadweight-per-cent.xlsx", "Deadweight", "25%", Formatted(0.25, "0%"), "10 %", 0, quiet=True),
    shares("deadweight-fractions.xlsx", "Deadweight", 0.25, 0.1, 0),
    shares("deadweight-above-everything.xlsx", "Deadweight", "150%", findings=("not-a-share",)),
    shares("deadweight-in-words.xlsx", "Deadweight", "low", findings=("not-a-share|not-a-number",)),
    shares("deadweight-one-or-one-per-cent.xlsx", "Deadweight %", 1, findings=("ambiguous-share",)),
    shares("attribution-either-way.xlsx", "Attribution", "20%", findings=("attribution-unclear",)),
    shares("attribution-to-others.xlsx", "Attribution to others", "20%"),
)
