"""Owns SV18x and SV19x: what can keep a template, a proposal, a result or an answer from being made or written."""

from sv_cli.findings.kinds import error, fatal

KINDS = (
    error(
        "SV191 output-exists",
        title="The output file exists already",
        message="this file exists already, and was left as it is",
        help="choose another name, or say --force to replace it",
        why="A report that somebody signed must not be replaced by accident.",
    ),
    error(
        "SV192 output-is-input",
        title="The output would replace the bid",
        message="this is the bid itself, which is never changed",
        help="choose another name for the report",
        why="A bid is evidence; nothing writes to it, not even with --force.",
    ),
    error(
        "SV193 output-is-folder",
        title="The output is a folder",
        message="this is a folder, and a report is a file",
        help="add a file name to it",
        why="There is no name to write the report under.",
    ),
    fatal(
        "SV194 output-not-written",
        title="The output could not be written",
        message="the report could not be written: {reason}",
        help="check the folder, the rights to it and the space on the disk; --output is never left half written",
        why="A report is written whole or not at all.",
    ),
    fatal(
        "SV195 no-such-finding",
        title="No such finding",
        message="there is no finding {what!r}, and no file of that name{nearest}",
        help="name a bid, or a finding by its code or its name, such as SV203 or not-a-number",
        why="An explanation of something else would mislead.",
    ),
    fatal(
        "SV181 nothing-to-offer",
        title="No proxy is left for the workbook",
        message="no proxy of the library is left to choose from{because}",
        help="ask for other themes or another framework, or for neither; `sv proxies list` shows the themes",
        why="A workbook without anything to choose from cannot be filled in.",
    ),
    fatal(
        "SV182 copy-not-possible",
        title="No copy with proposals can be written in this format",
        message="a copy with a column of proposals can be written of {formats}, and this bid is {what}",
        help="save the bid as .xlsx or .csv and match that, or leave --output out and read the proposals here",
        why="A copy in another format would lose what the original holds.",
    ),
    fatal(
        "SV183 copy-format-differs",
        title="The copy's name has another ending than its format",
        message="the bid is {what}, and its copy is asked for under a name that ends in {ending!r}",
        help="give the copy a name that ends in {wanted}",
        why="A copy keeps the format of its original, and its name says which that is.",
    ),
)
