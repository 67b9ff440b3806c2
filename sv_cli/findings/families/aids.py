"""Owns SV18x: what can keep a blank workbook from being made, or references from being proposed."""

from sv_cli.findings.finding import Kind, Severity

KINDS = (
    Kind(
        code="SV181",
        name="nothing-to-offer",
        severity=Severity.ERROR,
        title="No proxy is left for the workbook",
        message="no proxy of the library is left to choose from{because}",
        help="ask for other themes or another framework, or for neither; `sv proxies list` shows the themes",
        why="A workbook without anything to choose from cannot be filled in.",
        fatal=True,
    ),
    Kind(
        code="SV182",
        name="copy-not-possible",
        severity=Severity.ERROR,
        title="No copy with proposals can be written in this format",
        message="a copy with a column of proposals can be written of {formats}, and this bid is {what}",
        help="save the bid as .xlsx or .csv and match that, or leave --output out and read the proposals here",
        why="A copy in another format would lose what the original holds.",
        fatal=True,
    ),
    Kind(
        code="SV183",
        name="copy-format-differs",
        severity=Severity.ERROR,
        title="The copy's name has another ending than its format",
        message="the bid is {what}, and its copy is asked for under a name that ends in {ending!r}",
        help="give the copy a name that ends in {wanted}",
        why="A copy keeps the format of its original, and its name says which that is.",
        fatal=True,
    ),
)
