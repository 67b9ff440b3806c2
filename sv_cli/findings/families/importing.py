"""Owns SV57x: what `sv proxies import` says of a spreadsheet of unit costs or measures."""

from sv_cli.findings.kinds import error, fatal, note

KINDS = (
    error(
        "SV570 import-row-left-out",
        title="A row that is not taken over",
        message="{title!r} is left out: {reason}",
        help="mend the row, or name the right column with --map, and import again",
        why="What is not understood with certainty is not guessed; the row is told and left out.",
    ),
    fatal(
        "SV571 import-no-list",
        title="No list of values in the file",
        message="no row has headings for {missing}; the likeliest row has {headings}",
        help="name the columns: --map title=HEADING --map value=HEADING",
        why="Without a title and a value there is no proxy.",
    ),
    fatal(
        "SV572 import-two-columns",
        title="Two columns for one field",
        message="row {row} has two headings for {field}: {headings}",
        help="rename one of them in the file, or take it out",
        why="Taking either could be taking the wrong one.",
    ),
    fatal(
        "SV573 import-no-sheet",
        title="A sheet that is not there",
        message="there is no sheet {sheet!r}; there are {sheets}",
        help="name a sheet as its tab does",
        why="A sheet that is asked for and missing must not be replaced by another.",
    ),
    fatal(
        "SV574 import-nothing",
        title="No row that can be taken over",
        message="no row of the list can be taken over, so nothing is written",
        help="look at the reasons above; --price-year and --kind say what holds for all rows",
        why="An empty overlay would look like a list without values.",
    ),
    note(
        "SV575 import-units-declared",
        title="Units that the closed list does not have",
        message="units that the closed list does not have are declared in the overlay: {units}",
        help="change each to a unit of the list where one means the same; other units then convert into it",
        why="A unit of its own converts into nothing else.",
    ),
)
