"""Owns SV2xx of forms, whose headings stand below each other: they are read as tables, or left out."""

from sv_cli.findings.finding import Kind, Severity

KINDS = (
    Kind(
        code="SV273",
        name="form-left-out",
        severity=Severity.WARNING,
        title="A form whose fields stand below each other, left out",
        message="the sheet holds a form whose fields stand below each other that cannot be told apart, and nothing of "
        "it is read",
        help="put what is promised there into the table, in a row of its own with its fields beside each other",
        why="A table is read row by row; what stands in a form would be missing from the value.",
    ),
    Kind(
        code="SV278",
        name="form-read",
        severity=Severity.NOTE,
        title="Commitments that are not laid out as a table, read as one",
        message="commitments read from what is no table with headings and a row for each, in {cells}: {count}{rest}",
        help="look through what was read; a table has headings, and below them a row for each commitment",
        why="What stands beside a heading is read by the same rules as what stands below one. Which is which was told "
        "by the headings alone, or where there are none by what the cells hold.",
    ),
)
