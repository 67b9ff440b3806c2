"""Owns SV18x and SV19x: what can keep a template, a proposal, a result or an answer from being made or written."""

from sv_cli.findings.kinds import error, fatal

KINDS = (
    error(
        "SV191 output-exists",
        title="The output file already exists",
        message="this file already exists and was not changed",
        help="choose another name, or use --force to replace it",
        why="A report that somebody has signed off must not be replaced by accident.",
    ),
    error(
        "SV192 output-is-input",
        title="The output would replace the bid",
        message="this is the bid itself, which sv never changes",
        help="choose another name for the report",
        why="A bid is evidence; nothing writes to it, not even with --force.",
    ),
    error(
        "SV193 output-is-folder",
        title="The output is a folder",
        message="this is a folder, and a report must be a file",
        help="add a file name to it",
        why="The report needs a file name.",
    ),
    fatal(
        "SV194 output-not-written",
        title="The output could not be written",
        message="the report could not be written: {reason}",
        help="check the folder, your permissions and the free disk space; --output never leaves a half-written file",
        why="A report is written completely or not at all.",
    ),
    fatal(
        "SV195 no-such-finding",
        title="No such finding",
        message="there is no finding {what!r}, and no file with that name{nearest}",
        help="give a bid, or a finding's code or name, such as SV203 or not-a-number",
        why="An explanation of something else would mislead.",
    ),
    fatal(
        "SV181 nothing-to-offer",
        title="No proxies left for the workbook",
        message="no proxies in the library are left to choose from{because}",
        help="choose other themes or another framework, or neither; `sv proxies list` shows the themes",
        why="A workbook with nothing to choose from cannot be filled in.",
    ),
    fatal(
        "SV182 copy-not-possible",
        title="A copy with proposals cannot be written in this format",
        message="a copy with a column of proposals can only be written as {formats}, and this bid is {what}",
        help="save the bid as .xlsx or .csv and match that, or leave out --output to see the proposals here",
        why="A copy in another format would lose some of the original.",
    ),
    fatal(
        "SV183 copy-format-differs",
        title="The copy's file name does not match its format",
        message="the bid is {what}, but the copy's file name ends in {ending!r}",
        help="give the copy a name that ends in {wanted}",
        why="A copy keeps the format of its original, and its name must show it.",
    ),
)
