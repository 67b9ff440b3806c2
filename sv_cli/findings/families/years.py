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
)
