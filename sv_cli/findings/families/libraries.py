"""Owns SV50x and SV51x: what can be wrong with a library of proxies."""

from sv_cli.findings.kinds import error, fatal, note

_TRUST = "A library that is not wholly understood cannot be trusted with money."

KINDS = (
    fatal(
        "SV501 library-not-found",
        title="The library does not exist",
        message="there is no library here",
        help="name a YAML file or a folder of them with --library",
        why=_TRUST,
    ),
    fatal(
        "SV502 yaml-broken",
        title="The YAML cannot be parsed",
        message="not valid YAML: {problem}",
        help="mend the line; quotes around a text with a colon in it often do",
        why=_TRUST,
    ),
    fatal(
        "SV503 unknown-key",
        title="A key that means nothing",
        message="unknown key {key!r}{nearest}",
        help="correct the key or take it out; no key is ignored",
        why="An ignored key is a figure somebody believes is in force.",
    ),
    fatal(
        "SV504 bad-entry",
        title="An entry of the wrong shape",
        message="{problem}",
        help="correct it; `sv proxies schema` says what belongs in a library, `sv frameworks new` shows a framework",
        why=_TRUST,
    ),
    fatal(
        "SV505 duplicate-id",
        title="One id for two things",
        message="{id!r} is already defined at {first}",
        help="rename one of them, or take it out",
        why="A reference to it could mean either.",
    ),
    fatal(
        "SV506 dangling-reference",
        title="A reference to something that is not there",
        message="{owner!r} refers to the {what} {id!r}, which is not in the library{nearest}",
        help="correct the reference, or add what it refers to",
        why=_TRUST,
    ),
    fatal(
        "SV507 bad-formula",
        title="A formula that cannot be evaluated",
        message="the formula {formula!r} of {owner!r} cannot be read: {problem}",
        help="use figures, numbers, + - * / with spaces around them, brackets, min() and max()",
        why=_TRUST,
    ),
    fatal(
        "SV508 formula-unit",
        title="A formula that gives the wrong unit",
        message="the formula {formula!r} of {owner!r} gives {got}, where {wanted} is wanted",
        help="check the units of its figures; every one is in the figure's own entry",
        why="A value in the wrong unit is wrong by the factor between the units.",
    ),
    fatal(
        "SV509 no-such-proxy",
        title="No such proxy",
        message="there is no proxy {id!r}{nearest}",
        help="`sv proxies list` shows them all",
        why="A proxy that is asked for and missing must not be replaced by another.",
    ),
    fatal(
        "SV510 no-such-theme",
        title="No such theme",
        message="there is no theme {id!r}{nearest}",
        help="`sv proxies list` shows them all",
        why="An empty list would look like a library without proxies.",
    ),
    fatal(
        "SV511 library-file-refused",
        title="What YAML is wanted from is no plain file",
        message="this is {what}, and YAML is read from plain files only",
        help="name a plain file or put a copy of it in its place; in a library's folder it can be taken out too",
        why="A link can lead out of the library and a pipe can wait for ever; neither is opened.",
    ),
    fatal(
        "SV512 library-too-large",
        title="The library is larger than the limit",
        message="the library has {size}; the limit is {limit}",
        help="name the file or folder that holds the library and nothing else, or split it into several",
        why="The limit keeps time and memory bounded; no library that people look after comes near it.",
    ),
    fatal(
        "SV513 too-many-faults",
        title="More faults than are worth telling",
        message="there are more faults; the library was read no further after {limit}",
        help="mend these first and look again",
        why="A file of another kind, or one that is hostile, would give faults without end.",
    ),
    fatal(
        "SV514 withdrawn-unknown",
        title="Something is withdrawn that is not there",
        message="`withdraw` names {id!r} of {what}, which no library below this one has{nearest}",
        help="correct the id, or take it out; what the same library adds it cannot withdraw",
        why="An id that is misspelt would leave in force what somebody believes is withdrawn.",
    ),
    error(
        "SV515 nothing-matches",
        title="No proxy is what was asked for",
        message="no proxy matches {asked}",
        help="ask for less, or in other words; `sv proxies list` shows them all",
        why="An empty list alone could be taken for a fault of the program.",
    ),
    fatal(
        "SV516 no-such-unit",
        title="No such unit",
        message="there is no unit {id!r}{nearest}",
        help="name a unit by its id, as `sv proxies show` gives it",
        why="An empty list would look like a unit that no proxy has.",
    ),
    note(
        "SV517 proxy-replaced",
        title="A line is valued by an overlay's figures",
        message="{proxy!r} is not as it ships: the library {library!r} replaced it, one of its figures or its unit",
        help="`sv proxies diff` shows what the overlay changed",
        why="Whoever compares two bids has to know that one was valued by figures of its own.",
    ),
)
