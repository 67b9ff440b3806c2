"""Owns SV7xx: what there is to tell of many bids: of one that did not come through, and of the run as a whole."""

from sv_cli.findings.kinds import error, fatal, note, warning

KINDS = (
    fatal(
        "SV701 bid-timed-out",
        title="A bid took too long",
        message="this bid was not scored within {seconds} seconds, so sv stopped trying",
        help="check the file for anything unusual, or use --timeout to allow more seconds",
        why="One bid that never ends must not hold up a folder of others.",
    ),
    fatal(
        "SV702 worker-lost",
        title="The process that scored a bid was stopped from outside",
        message="the process that scored this bid was stopped before it finished (exit code {code})",
        help="the system may have run out of memory: try again with fewer --jobs, and check the file for anything "
        "unusual",
        why="Losing one worker costs one bid, and the report says which.",
    ),
    fatal(
        "SV703 bid-failed-inside",
        title="sv failed while scoring a bid",
        message="sv failed while scoring this bid: {error}",
        help="this is a fault in sv and the bid has no figure; `sv score` with SV_TRACEBACK=1 shows where it happened",
        why="A fault in the program costs one bid's figure and is never hidden.",
    ),
    warning(
        "SV704 same-content",
        title="Two files in a batch are identical",
        message="this file is identical to {other}",
        help="remove one of the two if they are the same bid",
        why="A bid saved twice is counted twice in every total for the folder.",
    ),
    fatal(
        "SV705 library-changed",
        title="The library or the program changed during a run",
        message="the library or the program has changed since the run began, so this bid has no figure",
        help="run the same command again to continue with the current versions; on a cluster, install the same sv-cli "
        "everywhere",
        why="All bids in a run must be valued with one library and one program, or their figures cannot be compared.",
    ),
    fatal(
        "SV711 no-bids",
        title="There is no bid to score",
        message="no bids were found: {looked}",
        help="give a folder that contains spreadsheets or CSV files, a pattern such as 'bids/**/*.xlsx', or the files",
        why="A run without bids has no result to trust.",
    ),
    note(
        "SV712 left-out",
        title="Some files in a folder were not read",
        message="{count} not read: {what}",
        help="to read a file whatever its name, give its path",
        why="Files that were not read are counted, so that nobody assumes they were.",
    ),
    error(
        "SV713 folder-unreadable",
        title="A folder could not be read",
        message="this folder could not be read: {reason}",
        help="check your permissions; the bids in it are missing from the results",
        why="Bids that could not be read must not look like bids that do not exist.",
    ),
    fatal(
        "SV721 batch-not-written",
        title="The results could not be written",
        message="the results could not be written: {reason}",
        help="check the folder, your permissions and the free disk space; then run the same command to continue",
        why="Tables are written completely or not at all.",
    ),
    fatal(
        "SV722 folder-in-use",
        title="Another run is using the folder",
        message="another run is writing into this folder",
        help="wait until it finishes, or choose another folder with --output",
        why="Two runs in one folder would mix their results.",
    ),
    fatal(
        "SV723 journal-unusable",
        title="The record of earlier runs cannot be used",
        message="the record of earlier runs cannot be used: {reason}",
        help="move this file elsewhere; the next run then scores every bid again",
        why="A damaged record is never guessed at, and never deleted without asking.",
    ),
    fatal(
        "SV724 too-long-for-xlsx",
        title="A table has more rows than a worksheet can hold",
        message="the table {table} has more than {limit} rows, which is too many for a worksheet",
        help="choose csv, parquet, duckdb or sqlite for this table",
        why="A worksheet too short for the table would lose rows.",
    ),
    fatal(
        "SV725 results-among-bids",
        title="The results would be saved among the bids",
        message="this is one of the folders that contain the bids",
        help="choose another folder with --output, for example one inside it",
        why="The next run would read a table of results saved among the bids as a bid.",
    ),
    fatal(
        "SV726 extra-missing",
        title="Something the run needs is not installed",
        message="this run needs {module}, which is not installed",
        help="install it with: pip install 'sv-cli[{extra}]'",
        why="Only some people need clusters and cloud stores, and their libraries are large.",
    ),
    fatal(
        "SV727 store-unreadable",
        title="A store of bids cannot be read",
        message="the bids stored there cannot be read: {reason}",
        help="check the address, the credentials, the network and that the driver for its scheme is installed; then "
        "run the same command to continue",
        why="Bids that could not be read must not look like bids that do not exist.",
    ),
    fatal(
        "SV728 cluster-unreachable",
        title="The cluster cannot be reached",
        message="no Dask cluster responds there: {reason}",
        help="check the scheduler and its address; then run the same command to continue, or leave out --cluster to "
        "use this machine",
        why="Work meant for a cluster is never moved to your own machine without asking.",
    ),
    fatal(
        "SV729 workers-not-started",
        title="No process can be started to score bids",
        message="no process could be started to score the bids: {reason}",
        help="use fewer --jobs, or ask for higher system limits: open files, processes, memory; finished work is "
        "kept, and the same command continues from there",
        why="A run that cannot work says so: it does not wait for nothing, or call bids unreadable that it never read.",
    ),
    fatal(
        "SV731 no-bid-column",
        title="The column that names the bids was not found",
        message="no column, or more than one, is headed {heading!r}; the first line has {headings}",
        help="with --bid-column, give the heading exactly as it is in the first line of the table",
        why="Rows cannot be added up by bid if it is not certain which bid they belong to.",
    ),
    warning(
        "SV732 bid-unnamed",
        title="Some rows in a table of many bids name no bid",
        message="{count} of the table's commitments name no bid, and are added up as a bid without a name",
        help="fill in the column that names the bids, or delete these rows",
        why="A commitment with no named bidder belongs in no supplier's figure, but must not be lost.",
    ),
    warning(
        "SV733 bids-named-alike",
        title="Two bids have names that differ only in capitals or spaces",
        message="{name!r} and {other!r} differ only in capitals or spaces, and are added up as two bids",
        help="write the bid's name the same way in all its rows",
        why="If they are one bid, neither figure is right.",
    ),
    fatal(
        "SV734 not-a-big-table",
        title="A table of many bids is neither text nor Parquet",
        message="a table of many bids must be one CSV or Parquet file, and this is {what}",
        help="export the table as one CSV or Parquet file; to score files with one bid each, leave out --bid-column",
        why="Nothing in a workbook's cells says that it has more than one bid.",
    ),
)
