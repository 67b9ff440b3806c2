"""Owns SV2xx of the years of the contract in which a quantity falls, where a row may say so in words."""

from sv_cli.findings.finding import Kind, Severity

KINDS = (
    Kind(
        code="SV292",
        name="some-years-said",
        severity=Severity.ERROR,
        title="A quantity for each year, in a row that speaks of some years",
        message="the row says {text!r}, and its quantity of {quantity} is for each year",
        help="say in a column “Year” in which years it falls, such as “Years 2-3”, or state what it comes to in all",
        why="Ten hours a year in years 2 and 3 of four are twenty hours, or forty.",
    ),
    Kind(
        code="SV293",
        name="other-years-said",
        severity=Severity.ERROR,
        title="A quantity for each of so many years, where the contract or its row has others",
        message="{text!r} is for another number of years than the {years} that it falls in here",
        help="state what it comes to in all, or correct the years in the cell, the row or the contract's length",
        why="Ten a year for five years are fifty, and in a contract of three years thirty at the most.",
    ),
)
