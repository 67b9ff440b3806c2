"""Owns SV2xx as far as tables, forms, columns and rows of a bid go; cells.py has the rest."""

from sv_cli.findings.kinds import error, fatal, note, warning

KINDS = (
    fatal(
        "SV201 no-table",
        title="No table of commitments was found",
        message="no heading row of a table of commitments was found ({looked})",
        help="give the table a heading row with at least a reference and a quantity, such as “Ref | "
        "Commitment | Quantity | Unit”, or name its column with --column quantity=HEADING; `sv template` makes one",
        why="The table is recognised by its column headings; without them every cell would be a guess.",
    ),
    note(
        "SV207 total-row-skipped",
        title="A total row, left out",
        message="read as a total and left out: {text!r}",
        help="no action needed if it is a total; otherwise give the row a reference",
        why="A total repeats the lines above it; valuing it would count them twice.",
    ),
    error(
        "SV208 ambiguous-column",
        title="More than one column could be the right one",
        message="{candidates} could each be the {field}",
        help="choose one with --column {field}={heading!r}, or rename the others",
        why="Guessing between two columns of numbers would mean guessing between two figures.",
    ),
    error(
        "SV253 year-column-unclear",
        title="A column for years that are not clear",
        message="{heading!r} covers one or more years or part of a year, but it is not clear which",
        help="give each year its own column, with a heading such as “Year 3” or “2027/28”",
        why="Left out, the commitment would be too small; read as one year, it would fall in the wrong year.",
    ),
    error(
        "SV209 attribution-unclear",
        title="An attribution column that does not say whose share it is",
        message="{heading!r} does not say whose share it is: in some tools it is the share of others, in some your own",
        help="rename it “Attribution to others”, or use --column attribution={heading!r} (or "
        "attribution_own={heading!r} if it is the bidder's own share)",
        why="Read the wrong way round, 20 % becomes 80 %, so lines with a value in this column are not valued.",
    ),
    warning(
        "SV218 example-row-skipped",
        title="An example row, left out",
        message="read as an example of how to fill in the table, and left out: {text!r}",
        help="no action needed if it is one; otherwise remove the word “example” or “e.g.” from the row",
        why="An example is not a commitment.",
    ),
    note(
        "SV219 instruction-row-skipped",
        title="An instruction row, left out",
        message="read as instructions and left out: {text!r}",
        help="no action needed if it is; otherwise give the row a reference and a number",
        why="Text under a heading explains how to fill in the table and commits to nothing.",
    ),
    warning(
        "SV220 hidden-sheet-left-out",
        title="A hidden sheet with a table, left out",
        message="the sheet is hidden and has a table (rows: {rows}), which was left out",
        help="unhide the sheet, or name it with --sheet {sheet!r}, if its commitments should count",
        why="Hidden sheets are usually old versions or lists, and people who read the bid do not see them.",
    ),
    note(
        "SV221 guidance-sheet-left-out",
        title="A sheet of guidance or records, left out",
        message="the sheet's name says that it has no commitments, so its table (rows: {rows}) was left out",
        help="rename the sheet, or name it with --sheet {sheet!r}, if its commitments should count",
        why="Sheets of guidance, examples, prices or old versions often have tables that look like commitments.",
    ),
    warning(
        "SV222 hidden-row-read",
        title="A hidden row that was read",
        message="the row is hidden in the sheet but was read",
        help="unhide the row and check it: the people who evaluate the bid may not have seen it",
        why="A hidden row still counts in the sheet's own totals, so it counts here; but people should know.",
    ),
    warning(
        "SV223 hidden-column-read",
        title="A hidden column that was read",
        message="the column {heading!r} is hidden in the sheet but was read",
        help="unhide the column and check it: the people who evaluate the bid may not have seen it",
        why="A figure that depends on a column nobody can see should say so.",
    ),
    error(
        "SV226 total-with-reference",
        title="A sum of lines above that has its own reference",
        message="the formula, text or label says that the quantity {quantity} adds up other rows",
        help="remove the reference if it is a total; type the number if it is a separate commitment",
        why="If it repeats the lines above, valuing it would count them twice.",
    ),
    error(
        "SV227 merged-quantity",
        title="One quantity merged over several rows",
        message="the quantity is merged over rows {first} to {last}",
        help="unmerge the cells and give each row its own quantity",
        why="It is not clear whether the number is for each row or for all of them together.",
    ),
    error(
        "SV228 struck-out",
        title="A line that is crossed out",
        message="the line is crossed out",
        help="delete the row if the commitment is withdrawn; otherwise remove the strikethrough",
        why="A reader would think it withdrawn, but it is still in the file.",
    ),
    warning(
        "SV235 text-row",
        title="Text in the table that is not a commitment",
        message="text with no reference and no quantity was left out: {text!r}",
        help="give it a reference and a quantity if it is a commitment",
        why="It may be a note, but a half-completed commitment looks the same.",
    ),
    warning(
        "SV240 said-twice",
        title="The same commitment twice",
        message="{reference!r} with the same text and quantity is already in {where}",
        help="remove one of them, unless you mean both",
        why="Both are valued; if they are one commitment, the total is too high.",
    ),
    warning(
        "SV296 said-anew",
        title="A line that repeats the line above with another quantity",
        message="{reference!r} of {quantity} repeats row {row}, which has {other}, and both are valued",
        help="remove the earlier line if this one replaces it, or includes what it promises",
        why="It may be a correction, or a milestone on the way to a later target, and would then count twice.",
    ),
    warning(
        "SV245 example-table-left-out",
        title="A table of examples or totals, left out",
        message="the table is headed {text!r} and was left out",
        help="no action needed if it is an example or a summary; otherwise remove that word from the line above it",
        why="An example is not a commitment, and a summary repeats commitments that are already counted.",
    ),
    warning(
        "SV246 empty-table",
        title="A table with no commitments",
        message="the table has no commitments below its heading",
        help="fill in the table or delete it",
        why="An empty table is more likely to be one that was forgotten than an offer of nothing.",
    ),
    note(
        "SV247 attribution-own",
        title="An attribution column that gives the bidder's own share",
        message="{heading!r} was read as the bidder's own share; the rest is attributed to others",
        help="no action needed if that is right",
        why="In sv, attribution is always a deduction: the share caused by others.",
    ),
    note(
        "SV248 comma-decimals",
        title="A file that uses a comma as the decimal mark",
        message="the file uses a comma as the decimal mark, so 1,5 is read as 1½, and 1.500 as 1500",
        help="no action needed if that is right",
        why="The same cell means something else in a file that uses a decimal point.",
    ),
    warning(
        "SV254 lines-left-empty",
        title="Lines of a printed list that were left blank",
        message="lines that are blank or 0, counted as not offered: {count} (rows: {rows})",
        help="no action needed if nothing is offered there; otherwise enter the quantity",
        why="In a list printed for all bidders, a blank line is not a commitment; in a bidder's own table, it is a "
        "commitment with no quantity.",
    ),
    error(
        "SV255 rate-column-unclear",
        title="A column of rates next to a column of counts",
        message="{heading!r} is a rate, and no column gives the total",
        help="work out the total, and put it in a column headed “Quantity”, with its unit",
        why="Ten people for four hours each could be ten people or forty hours; only the bidder knows which.",
    ),
    error(
        "SV257 line-withdrawn",
        title="A line that its own row withdraws or corrects",
        message="the line has a quantity, but {where} {text!r}",
        help="remove the line if it is not promised; otherwise correct the quantity or the text",
        why="A withdrawn commitment must not be valued, and a real one must not be lost.",
    ),
    note(
        "SV258 more-of-the-same",
        title="Findings that are counted but not listed",
        message="{count} more of {code} {name} are not listed",
        help="fix the {kept} that are listed first; they often have one cause",
        why="A list of two hundred thousand lines helps nobody; the number is given so that none is lost.",
    ),
    warning(
        "SV261 no-quantity-column",
        title="A table with no known quantity column",
        message="no column of the table (rows: {rows}) is known to be the quantity, so the table was left out",
        help="if its rows are commitments, head the column “Quantity”, or name the column: --column quantity=“…”",
        why="A table that explains measures has no commitments; one that has some must not be left out without a "
        "warning.",
    ),
    note(
        "SV262 heading-guessed",
        title="A heading with a clear meaning but an unknown name",
        message="{heading!r} was read as the heading for the {field}, {how}",
        help="no action needed if that is right; otherwise rename it, or name the columns yourself: --column "
        "quantity=“…”",
        why="A column missed because of one wrong letter would be lost without a word; a wrong reading can be "
        "corrected.",
    ),
    warning(
        "SV264 earlier-version-left-out",
        title="A draft or an earlier version of a sheet, left out",
        message="the sheet's name says that it is an earlier version of another; its table (rows: {rows}) was left out",
        help="rename the sheet, or name it with --sheet {sheet!r}, if its commitments should count",
        why="Two versions of the same commitments would be counted twice, and the earlier version was replaced.",
    ),
    warning(
        "SV265 earlier-version-of-line",
        title="A line replaced by a later version, left out",
        message="the line is version {version!r}, which {newer!r} in row {row} replaces; it was left out",
        help="no action needed if that is right; otherwise give the two lines different texts or references",
        why="Two versions of one commitment are one commitment, and adding them up would count it twice.",
    ),
    error(
        "SV267 one-of-several",
        title="Lines of which only one may be promised",
        message="the line seems to be the same commitment as row {other}, or an alternative to it",
        help="keep the line that is promised and remove the other",
        why="When a bid offers one thing or another, only one is delivered, and sv cannot decide which.",
    ),
    error(
        "SV268 multiplier-unclear",
        title="A column that may multiply the quantity, or be deducted from it",
        message="{heading!r} may {effect} the quantity, and no column gives the total",
        help="put the total in a column headed “Total quantity”, or delete {heading!r} if the quantity already "
        "includes it",
        why="Ten hours at twelve sites could be ten hours or a hundred and twenty, and 40 less ten could be 30; only "
        "the bidder knows.",
    ),
    warning(
        "SV269 share-not-used",
        title="A column of shares that is not used",
        message="{heading!r} is a share that may change what the lines are worth, and it is not used",
        help="if only that share is promised, multiply the quantity by it; enter a deduction as “Deadweight” (100 % "
        "less additionality), “Displacement”, “Attribution to others” or “Drop-off”; otherwise no action needed",
        why="The bidder's own sheet may multiply by it and so have different figures.",
    ),
    warning(
        "SV270 said-in-parts",
        title="A quantity that other tables repeat, whole or in parts",
        message="{reference!r} of {quantity} is also what {where} promises, so the same commitment may be here twice",
        help="remove the whole or its parts, or head that table “Summary”, unless you mean both",
        why="A plan that splits a commitment by day, site or year repeats it, and both would be valued.",
    ),
    warning(
        "SV271 extension-not-added",
        title="Amounts for an extension, a further offer or a total, not added",
        message="{heading!r} has amounts that may or may not be promised too; only {quantity!r} was read",
        help="no action needed if {quantity!r} is all that is certain to be promised; otherwise put what is promised "
        "in one column",
        why="An extension may never be granted, and the bid does not say whether the quantity includes it or a "
        "further offer.",
    ),
    warning(
        "SV272 sheet-said-again",
        title="A sheet that may be another version of one with the same lines",
        message="the sheet's name says that it may be a version, part or guide of {other!r}, which has the same "
        "lines; both were read",
        help="choose one with --sheet; no action needed if both are promised",
        why="Of two versions of an offer only one stands, and one year of an offer may be included in the whole.",
    ),
    warning(
        "SV274 bill-left-out",
        title="A table of prices with no measures, left out",
        message="the table (rows: {rows}) prices its lines and names no measures, so it was left out",
        help="if its rows are commitments, add a column “Ref” with the measure for each",
        why="A bill of quantities says what the work itself costs; read as commitments, each of its lines would be "
        "queried.",
    ),
    warning(
        "SV275 baseline-not-taken-off",
        title="A target next to a baseline",
        message="{heading!r} was not deducted from {quantity!r}, which was read as what is promised",
        help="no action needed if all of it is promised; if only the increase is, put that in a column headed "
        "“Quantity”",
        why="A target of 15 apprentices where there are already ten may be a commitment to fifteen or to five.",
    ),
    warning(
        "SV277 measures-left-out",
        title="A sheet for another purpose that refers to measures, left out",
        message="the sheet's name or headings say that it has no commitments, so it was left out; but {rows} of its "
        "rows have measures with their own quantities",
        help="if it has commitments, use --sheet to name all the sheets that count, including {sheet!r}",
        why="A sheet about the team, costs or risks usually has no commitments, but any line on it that is one would "
        "be lost.",
    ),
    note(
        "SV279 amounts-not-promised",
        title="Amounts that their heading says are not promised",
        message="the heading {heading!r} describes past delivery or a wish; only {quantity!r} was read",
        help="no action needed if that is right; otherwise put what is promised in one column",
        why="What was delivered before, or would be welcome, is not a commitment.",
    ),
    warning(
        "SV281 chosen-instead",
        title="A chosen reference that replaces the line's own",
        message="{reference!r}, which was chosen here, replaces {own!r}, which the bid itself gives",
        help="no action needed if that is right; otherwise clear this cell, and the bid's own reference counts",
        why="In a copy written by `sv match` a line can have a reference in two places.",
    ),
    warning(
        "SV282 choice-not-read",
        title="A reference chosen for a row with no commitment",
        message="{reference!r} was chosen here, but no commitment was read in this row",
        help="choose it next to a commitment; other findings about the row say why none was read",
        why="If somebody chose a reference for a line, they meant it to count.",
    ),
    warning(
        "SV290 list-of-measures",
        title="Lines that may just list all measures",
        message="each of {count} lines has a different measure, and all have the quantity {quantity}",
        help="leave out the list with --sheet if it only shows what could be promised; no action needed if it is the "
        "offer",
        why="A catalogue has one of everything, so one hour, one job and one pound would all be valued.",
    ),
    warning(
        "SV291 sentence-not-understood",
        title="Text outside the table that may change what its lines come to",
        message="{text!r} {why}: the lines are valued as they are",
        help="check whether it changes the lines; if so, change them in the table",
        why="What a bid says about all its lines is easily missed, and may double or halve the total.",
    ),
    fatal(
        "SV202 no-such-sheet",
        title="The sheet asked for is not in the workbook",
        message="there is no sheet {sheet!r}; the workbook has {sheets}",
        help="use --sheet with one of these",
        why="If the sheet you asked for is missing, another must not be used instead.",
    ),
    fatal(
        "SV210 no-such-column",
        title="The column asked for was not found",
        message="no table has a column {heading!r} to use for the {field}",
        help="copy the heading into --column exactly as it is in the file",
        why="If the column you asked for is missing, another must not be used instead.",
    ),
    fatal(
        "SV259 no-such-field",
        title="A column asked for under an unknown field name",
        message="there is no field {field!r} to read a column as; the fields are {fields}",
        help="use one of them and the heading as it is in the file, such as --column quantity='Target (total)'",
        why="A column read as an unknown field would be missing from the field that it belongs to.",
    ),
    warning(
        "SV273 form-left-out",
        title="A form laid out downwards, left out",
        message="the sheet has a form laid out downwards whose fields cannot be told apart, so none of it was read",
        help="put what it promises into the table, one row for each commitment",
        why="A table is read row by row; commitments in a form would be missing from the value.",
    ),
    note(
        "SV278 form-read",
        title="Commitments outside a table, read as if in one",
        message="commitments read from cells that are not a table with headings and rows, in {cells}: {count}{rest}",
        help="check what was read; a table has headings, and a row below them for each commitment",
        why="A value next to a heading is read by the same rules as a value below one. The headings alone show which "
        "is which, or the cells themselves where there are no headings.",
    ),
)
