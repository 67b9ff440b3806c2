"""Owns SV2xx: what can be wrong with tables, columns and cells of a bid."""

from sv_cli.findings.finding import Kind, Severity

KINDS = (
    Kind(
        code="SV201",
        name="no-table",
        severity=Severity.ERROR,
        title="No table of commitments was found",
        message="no row was found that heads a table of commitments ({looked})",
        help="give the table a heading row with at least a reference and a quantity, such as "
        "“Ref | Commitment | Quantity | Unit”; `sv template` makes one",
        why="The table is recognised by the headings of its columns; without them every cell would be a guess.",
        fatal=True,
    ),
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
        code="SV203",
        name="not-a-number",
        severity=Severity.ERROR,
        title="Text where a number belongs",
        message="{text!r} is not a number that can be read with certainty",
        help="type the number alone, such as 1200 or 1,200.50, and put words into a note",
        why="A quantity that is guessed at is money that is guessed at, so the line stays unvalued.",
    ),
    Kind(
        code="SV204",
        name="no-quantity",
        severity=Severity.ERROR,
        title="A commitment without a quantity",
        message="the quantity is {state}",
        help="state the quantity that is promised, even if it is an estimate, or take the line out",
        why="Without a quantity there is nothing to multiply; the line is shown, and counted as unvalued.",
    ),
    Kind(
        code="SV205",
        name="negative-quantity",
        severity=Severity.ERROR,
        title="A quantity below zero",
        message="the quantity is {quantity}, below zero",
        help="state what is promised as a positive number; brackets around a number read as a minus",
        why="A promise is not negative; a minus or brackets are usually a slip, and would lower the total unseen.",
    ),
    Kind(
        code="SV206",
        name="absurd-quantity",
        severity=Severity.ERROR,
        title="A quantity beyond belief",
        message="the quantity is {quantity}, above the limit of {limit}",
        help="check the cell; a reference, a date or two numbers run together often look like this",
        why="No contract promises so many units; valuing it would swamp every other line.",
    ),
    Kind(
        code="SV207",
        name="total-row-skipped",
        severity=Severity.NOTE,
        title="A row of totals, left out",
        message="taken for a total and left out: {text!r}",
        help="nothing to do if it is a total; otherwise give the row a reference",
        why="A total repeats the lines above it; valuing it would count them twice.",
    ),
)
