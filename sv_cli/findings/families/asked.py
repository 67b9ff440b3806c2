"""Owns SV2xx of what is asked of the reader that the file or the reader does not have: sheets, columns, fields."""

from sv_cli.findings.finding import Kind, Severity

KINDS = (
    Kind(
        code="SV202",
        name="no-such-sheet",
        severity=Severity.ERROR,
        title="The sheet asked for is not in the workbook",
        message="there is no sheet {sheet!r}; the workbook has {sheets}",
        help="name one of them with --sheet",
        why="A sheet that is asked for and missing must not be replaced by another.",
        fatal=True,
    ),
    Kind(
        code="SV210",
        name="no-such-column",
        severity=Severity.ERROR,
        title="The column asked for is in no table",
        message="no table has a column {heading!r} to use for the {field}",
        help="copy the heading exactly as it stands in the file into --column",
        why="A column that is asked for and missing must not be replaced by another.",
        fatal=True,
    ),
    Kind(
        code="SV259",
        name="no-such-field",
        severity=Severity.ERROR,
        title="A column is asked for under a name that is no field",
        message="there is no field {field!r} that a column could be read as; the fields are {fields}",
        help="name one of them and the heading as it stands in the file, such as --column quantity='Target (total)'",
        why="Read as something that nobody knows, the column would be missing where it belongs.",
        fatal=True,
    ),
)
