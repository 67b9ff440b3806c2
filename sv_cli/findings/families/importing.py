"""Owns SV57x: what `sv proxies import` says of a spreadsheet of unit costs or measures."""

from sv_cli.findings.kinds import error, fatal, note

KINDS = (
    error(
        "SV570 import-row-left-out",
        title="A row that is not imported",
        message="{title!r} is left out: {reason}",
        help="correct the row, or name the right column with --map, and import again",
        why="Nothing that is unclear is guessed; the row is reported and left out.",
    ),
    fatal(
        "SV571 import-no-list",
        title="No list of values in the file",
        message="no row has headings for {missing}; the closest row has {headings}",
        help="name the columns: --map title=HEADING --map value=HEADING",
        why="Without a title and a value there is no proxy.",
    ),
    fatal(
        "SV572 import-two-columns",
        title="Two columns for one field",
        message="row {row} has two headings for {field}: {headings}",
        help="rename or delete one of them in the file",
        why="Choosing either could be choosing the wrong one.",
    ),
    fatal(
        "SV573 import-no-sheet",
        title="A sheet that does not exist",
        message="there is no sheet {sheet!r}; there are {sheets}",
        help="give the name on the sheet's tab",
        why="If the sheet you asked for is missing, another must not be used instead.",
    ),
    fatal(
        "SV574 import-nothing",
        title="No row that can be imported",
        message="no row in the list can be imported, so nothing was written",
        help="see the reasons above; --price-year and --kind set values for all rows",
        why="An empty overlay would look like a list without values.",
    ),
    note(
        "SV575 import-units-declared",
        title="Units that are not in the library's list",
        message="units that are not in the library's list were added to the overlay: {units}",
        help="replace each with a unit in the list if one means the same; other units can then be converted into it",
        why="Nothing else can be converted into a unit of its own.",
    ),
)
