"""Owns SV50x and SV51x: what can be wrong with a library of proxies."""

from sv_cli.findings.kinds import error, fatal, note

_TRUST = "A library that is not fully understood cannot be trusted with money."

KINDS = (
    fatal(
        "SV501 library-not-found",
        title="The library does not exist",
        message="there is no library here",
        help="with --library, give a YAML file or a folder of them",
        why=_TRUST,
    ),
    fatal(
        "SV502 yaml-broken",
        title="The YAML cannot be parsed",
        message="not valid YAML: {problem}",
        help="correct the line; a text with a colon in it usually needs quotes",
        why=_TRUST,
    ),
    fatal(
        "SV503 unknown-key",
        title="An unknown key",
        message="unknown key {key!r}{nearest}",
        help="correct the key or delete it; no key is ignored",
        why="If a key were ignored, somebody would believe that its figure is in use.",
    ),
    fatal(
        "SV504 bad-entry",
        title="An entry of the wrong shape",
        message="{problem}",
        help="correct it; `sv proxies schema` shows what a library may contain, `sv frameworks new` shows a framework",
        why=_TRUST,
    ),
    fatal(
        "SV505 duplicate-id",
        title="One id used twice",
        message="{id!r} is already defined at {first}",
        help="rename or delete one of them",
        why="A reference to it could mean either.",
    ),
    fatal(
        "SV506 dangling-reference",
        title="A reference to something that does not exist",
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
        message="the formula {formula!r} of {owner!r} gives {got}, but must give {wanted}",
        help="check the units of its figures; each figure's entry gives its unit",
        why="A value in the wrong unit is wrong by the factor between the units.",
    ),
    fatal(
        "SV509 no-such-proxy",
        title="No such proxy",
        message="there is no proxy {id!r}{nearest}",
        help="`sv proxies list` shows them all",
        why="If the proxy you asked for is missing, another must not be used instead.",
    ),
    fatal(
        "SV510 no-such-theme",
        title="No such theme",
        message="there is no theme {id!r}{nearest}",
        help="`sv proxies list` shows them all",
        why="An empty list would look like a library with no proxies.",
    ),
    fatal(
        "SV511 library-file-refused",
        title="Not a regular file, where YAML is expected",
        message="this is {what}, and YAML is read only from regular files",
        help="give a regular file, or put a copy of it here; in a library's folder you can also delete it",
        why="A link can lead out of the library and a pipe can wait for ever, so neither is opened.",
    ),
    fatal(
        "SV512 library-too-large",
        title="The library is larger than the limit",
        message="the library has {size}; the limit is {limit}",
        help="give the file or folder that contains only the library, or split it into several",
        why="The limit keeps time and memory under control; no library that people maintain comes near it.",
    ),
    fatal(
        "SV513 too-many-faults",
        title="More faults than can usefully be listed",
        message="there are more faults; reading stopped after {limit}",
        help="correct these first, then check again",
        why="A file of another kind, or a hostile one, would give endless faults.",
    ),
    fatal(
        "SV514 withdrawn-unknown",
        title="Something withdrawn that does not exist",
        message="`withdraw` names {id!r} of {what}, which no library below this one has{nearest}",
        help="correct the id or delete it; a library cannot withdraw what it adds itself",
        why="A misspelt id would leave in use what somebody believes is withdrawn.",
    ),
    error(
        "SV515 nothing-matches",
        title="No proxy matches the search",
        message="no proxy matches {asked}",
        help="use fewer or different words; `sv proxies list` shows them all",
        why="An empty list alone could look like a fault in the program.",
    ),
    fatal(
        "SV516 no-such-unit",
        title="No such unit",
        message="there is no unit {id!r}{nearest}",
        help="give a unit's id, as `sv proxies show` shows it",
        why="An empty list would look like a unit that no proxy uses.",
    ),
    note(
        "SV517 proxy-replaced",
        title="A line valued with an overlay's figures",
        message="{proxy!r} is not as supplied: the library {library!r} replaced it, one of its figures or its unit",
        help="use `sv proxies diff` to see what the overlay changed",
        why="Anyone who compares two bids must know that one was valued with its own figures.",
    ),
)
