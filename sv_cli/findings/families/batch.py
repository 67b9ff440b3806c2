"""Owns SV7xx: what there is to tell of many bids: of one that did not come through, and of the run as a whole."""

from sv_cli.findings.kinds import error, fatal, note, warning

KINDS = (
    fatal(
        "SV701 bid-timed-out",
        title="A bid took too long",
        message="this bid was not scored within {seconds} seconds, and was given up",
        help="look what is unusual in the file, or say --timeout with more seconds",
        why="One bid that never ends must not hold up a folder of others.",
    ),
    fatal(
        "SV702 worker-lost",
        title="The process that scored a bid was ended from outside",
        message="the process that scored this bid was ended before it was done (exit code {code})",
        help="the system may have run out of memory: try again with fewer --jobs, and look what is unusual in the file",
        why="The loss of one worker costs one bid, and it is said which.",
    ),
    fatal(
        "SV703 bid-failed-inside",
        title="Scoring a bid failed inside sv",
        message="scoring this bid failed inside sv: {error}",
        help="this is a fault of sv and the bid has no figure; SV_TRACEBACK=1 with `sv score` shows where it happened",
        why="A fault of the program costs one bid's figure and is never hidden.",
    ),
    warning(
        "SV704 same-content",
        title="Two files of a batch hold the same bytes",
        message="this file holds the very bytes of {other}",
        help="leave one of the two out, if they are one bid",
        why="A bid that was saved twice is counted twice in every sum over the folder.",
    ),
    fatal(
        "SV705 library-changed",
        title="The library or the program changed during a run",
        message="the library or the program is not the one that the run began with, and this bid has no figure",
        help="start the same command again, which goes on with what there is now; "
        "on a cluster, install the same sv-cli everywhere",
        why="All bids of a run are valued with one library and one program, or their figures cannot be compared.",
    ),
    fatal(
        "SV711 no-bids",
        title="There is no bid to score",
        message="no bid was found: {looked}",
        help="name a folder that holds spreadsheets or CSV files, a pattern such as 'bids/**/*.xlsx', or the files",
        why="A run without bids has no result to trust.",
    ),
    note(
        "SV712 left-out",
        title="Files of a folder were left out",
        message="{count} left out: {what}",
        help="name a file to have it read whatever it is called",
        why="What was not read is counted, so that nobody takes it for read.",
    ),
    error(
        "SV713 folder-unreadable",
        title="A folder could not be read",
        message="this folder could not be read: {reason}",
        help="check the rights to it; the bids in it are missing from the results",
        why="Bids that nobody saw must not look like bids that are not there.",
    ),
    fatal(
        "SV721 batch-not-written",
        title="The results could not be written",
        message="the results could not be written: {reason}",
        help="check the folder, the rights to it and the space on the disk; the same command then goes on where it was",
        why="Tables are written whole or not at all.",
    ),
    fatal(
        "SV722 folder-in-use",
        title="Another run writes into the folder",
        message="another run is writing into this folder",
        help="wait until it is done, or choose another folder with --output",
        why="Two runs in one folder would mix their results.",
    ),
    fatal(
        "SV723 journal-unusable",
        title="The record of earlier runs cannot be used",
        message="the record of earlier runs cannot be used: {reason}",
        help="move this file away; the next run then scores every bid anew",
        why="A damaged record is never guessed at, nor thrown away unasked.",
    ),
    fatal(
        "SV724 too-long-for-xlsx",
        title="A table has more rows than a worksheet can",
        message="the table {table} has more than {limit} rows, which no worksheet holds",
        help="choose csv, parquet, duckdb or sqlite for this table",
        why="A worksheet that ends before the table does would lose rows.",
    ),
    fatal(
        "SV725 results-among-bids",
        title="The results would stand among the bids",
        message="this folder is one of the folders of bids",
        help="choose another folder with --output, for example one inside it",
        why="A table of results that stands among bids is read as a bid by the next run.",
    ),
    fatal(
        "SV726 extra-missing",
        title="What the run needs is not installed",
        message="{module} is not installed, which this run needs",
        help="install it with: pip install 'sv-cli[{extra}]'",
        why="Clusters and cloud stores are for some, and their libraries are large.",
    ),
    fatal(
        "SV727 store-unreadable",
        title="A store of bids does not give them",
        message="what is stored there cannot be had: {reason}",
        help="check the address, the credentials, the network, and that the driver for its scheme is installed; the "
        "same command then goes on where it was",
        why="Bids that nobody saw must not look like bids that are not there.",
    ),
    fatal(
        "SV728 cluster-unreachable",
        title="The cluster cannot be reached",
        message="no Dask cluster answers there: {reason}",
        help="check its scheduler and the address of it; the same command then goes on where it was, "
        "without --cluster on this machine",
        why="Work that was meant for a cluster is not done on the desk of whoever asked, unasked.",
    ),
    fatal(
        "SV729 workers-not-started",
        title="No process can be started that scores bids",
        message="no process could be started that scores the bids: {reason}",
        help="ask for fewer with --jobs, or have what the system allows you raised: open files, processes, memory; "
        "what is done is kept, and the same command goes on from there",
        why="A run that cannot work says so, and neither waits in vain nor calls bids unreadable that nobody has read.",
    ),
    fatal(
        "SV731 no-bid-column",
        title="The column that names the bids is not there",
        message="no column, or more than one, is headed {heading!r}; the first line names {headings}",
        help="give the heading as it stands in the first line of the table, with --bid-column",
        why="Rows that belong to no certain bid cannot be summed by bid.",
    ),
    warning(
        "SV732 bid-unnamed",
        title="Rows of a table of many bids name no bid",
        message="{count} of the table's commitments name no bid, and are summed as a bid without a name",
        help="fill in the column that names the bids, or leave such rows out",
        why="A promise that nobody is known to make is in no supplier's figure, and must not be lost either.",
    ),
    warning(
        "SV733 bids-named-alike",
        title="Two bids have names that differ only in capitals or spaces",
        message="{name!r} and {other!r} differ only in capitals or spaces, and are summed as two bids",
        help="write the name of a bid in one way in all its rows",
        why="If they are one bid, neither figure is its worth.",
    ),
    fatal(
        "SV734 not-a-big-table",
        title="A table of many bids is neither text nor Parquet",
        message="a table of many bids is one CSV or Parquet file, and this is {what}",
        help="export the table as one CSV or Parquet file; files of one bid each are scored without --bid-column",
        why="A workbook holds one bid for all that its cells can tell.",
    ),
)
