"""Owns SV10x and SV11x: what can be wrong with a file before anything in it is read."""

from sv_cli.findings.kinds import fatal, note, warning

KINDS = (
    fatal(
        "SV101 file-not-found",
        title="The file does not exist",
        message="there is no file with this name",
        help="check the path; `ls` lists the files in the folder",
        why="Nothing can be valued without the bid itself.",
    ),
    fatal(
        "SV102 folder-given",
        title="A folder given instead of a bid",
        message="this is a folder, not a bid",
        help="give one spreadsheet in it; `sv batch` scores a whole folder",
        why="`sv score` values one bid, so that it is clear which bid a figure belongs to.",
    ),
    fatal(
        "SV103 not-a-regular-file",
        title="Not a regular file",
        message="this is a {what}, which sv does not open",
        help="save the bid as a file on disk and give that file",
        why="Opening a pipe or a device can wait for ever, so only regular files are read.",
    ),
    fatal(
        "SV104 file-unreadable",
        title="The file cannot be opened",
        message="the file cannot be opened: {reason}",
        help="ask for permission to read it, or close the program that is using it",
        why="A file that cannot be opened cannot be valued.",
    ),
    fatal(
        "SV105 file-empty",
        title="The file is empty",
        message="the file is empty",
        help="save the spreadsheet again; an upload or a copy may have been cut short",
        why="An empty file is more likely to be a broken copy than a bid without commitments.",
    ),
    fatal(
        "SV106 not-a-spreadsheet",
        title="The file is not a spreadsheet",
        message="this is not a spreadsheet that can be read: {reason}",
        help="save it as .xlsx or .csv; copy a PDF or Word table into a spreadsheet first",
        why="Guessing at other formats would mean guessing at money.",
    ),
    fatal(
        "SV107 password-protected",
        title="The workbook is locked with a password",
        message="the workbook is protected with a password",
        help="open it in your spreadsheet program, remove the password (File, Info, Protect) and save a copy",
        why="Its contents are encrypted, so nothing in it can be read.",
    ),
    fatal(
        "SV108 file-damaged",
        title="The file is damaged",
        message="the file is damaged: {reason}",
        help="open it in your spreadsheet program, let the program repair it, and save it again",
        why="Half a spreadsheet would give half a figure.",
    ),
    fatal(
        "SV109 lock-file",
        title="The lock file of an open workbook",
        message="this is the lock file that Excel keeps next to {name!r} while it is open",
        help="close Excel and use {name!r} itself",
        why="A lock file has only the name of the person who has the workbook open, and nothing from the bid.",
    ),
    fatal(
        "SV110 file-too-large",
        title="The file is larger than the limit",
        message="the file has {size}, and the limit is {limit}",
        help="remove pictures and unused sheets, split the bid, or raise the limit with --limit bytes=… (unpacked=… "
        "for the unpacked contents, letters=… for long texts)",
        why="A file that unpacks without end is a known attack; the limit keeps time and memory under control.",
    ),
    fatal(
        "SV111 too-many-rows",
        title="More rows than the limit",
        message="the file has more than {limit} rows",
        help="delete the empty rows below the table, split the bid, or raise the limit with --limit rows=…",
        why="The limit keeps time and memory under control.",
    ),
    fatal(
        "SV112 too-many-cells",
        title="More cells than the limit",
        message="the file has more than {limit} filled cells",
        help="delete what is not part of the bid, split the bid, or raise the limit with --limit cells=…",
        why="The limit keeps time and memory under control.",
    ),
    fatal(
        "SV113 file-hostile",
        title="The file is built like an attack",
        message="the file was refused: {reason}",
        help="ask the sender for a copy saved from a spreadsheet program",
        why="No spreadsheet program writes such a file; it is made to break the program that reads it.",
    ),
    note(
        "SV114 encoding-detected",
        title="The text encoding was detected",
        message="the text is not UTF-8; it was read as {encoding}",
        help="no action needed if pound signs and names look right; otherwise save it as UTF-8",
        why="A text file does not say how its characters are encoded; a wrong guess would spoil names and pound signs.",
    ),
    note(
        "SV115 delimiter-detected",
        title="The separator between values was detected",
        message="values were read as separated by a {delimiter}",
        help="no action needed if the columns look right",
        why="A text file does not say what separates its values.",
    ),
    note(
        "SV116 look-unknown",
        title="A format whose hidden rows cannot be seen",
        message="this file format does not show which rows and columns are hidden, or which values are formulas",
        help="save it as .xlsx so that sv can see them",
        why="Anything hidden in the sheet is read like the rest and cannot be pointed out.",
    ),
    warning(
        "SV117 encoding-mended",
        title="Characters saved in the wrong encoding, corrected",
        message="some characters were once saved in the wrong encoding, such as “Â£” for “£”; they were corrected",
        help="check its names and pound signs, and save it again as UTF-8",
        why="Characters that a program spoils when it opens a file stay wrong once it is saved, and no number begins "
        "with “Â£”.",
    ),
    fatal(
        "SV118 results-given",
        title="Results from sv given instead of a bid",
        message="these lines come from a report or a table of results that sv wrote, so this is not a bid",
        help="give the bid itself; to have these quantities valued as a bid, delete the columns of values",
        why="A report saved among the bids would be counted again on top of the bid that it describes.",
    ),
)
