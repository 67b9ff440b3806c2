"""Owns SV19x: what can keep a result from being written, or a question from being answered."""

from sv_cli.findings.finding import Kind, Severity

KINDS = (
    Kind(
        code="SV191",
        name="output-exists",
        severity=Severity.ERROR,
        title="The output file exists already",
        message="this file exists already, and was left as it is",
        help="choose another name, or say --force to replace it",
        why="A report that somebody signed must not be replaced by accident.",
    ),
    Kind(
        code="SV192",
        name="output-is-input",
        severity=Severity.ERROR,
        title="The output would replace the bid",
        message="this is the bid itself, which is never changed",
        help="choose another name for the report",
        why="A bid is evidence; nothing writes to it, not even with --force.",
    ),
    Kind(
        code="SV193",
        name="output-is-folder",
        severity=Severity.ERROR,
        title="The output is a folder",
        message="this is a folder, and a report is a file",
        help="add a file name to it",
        why="There is no name to write the report under.",
    ),
    Kind(
        code="SV194",
        name="output-not-written",
        severity=Severity.ERROR,
        title="The output could not be written",
        message="the report could not be written: {reason}",
        help="check the folder, the rights to it and the space on the disk; --output is never left half written",
        why="A report is written whole or not at all.",
        fatal=True,
    ),
    Kind(
        code="SV195",
        name="no-such-finding",
        severity=Severity.ERROR,
        title="No such finding",
        message="there is no finding {what!r}, and no file of that name{nearest}",
        help="name a bid, or a finding by its code or its name, such as SV203 or not-a-number",
        why="An explanation of something else would mislead.",
        fatal=True,
    ),
)
