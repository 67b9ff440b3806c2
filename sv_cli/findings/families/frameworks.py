"""Owns SV60x, SV610 and SV69x: what is wrong with frameworks, waivers and targets, and what keeps rules unjudged."""

from sv_cli.findings.kinds import error, fatal, note, warning

_TRUST = "A rule that is not fully understood would pass bids that it should stop."

KINDS = (
    fatal(
        "SV600 framework-not-found",
        title="No such framework",
        message="there is no framework {name!r}{nearest}",
        help="`sv frameworks list` shows them all; for your own file give its full name, such as council.yaml",
        why="A bid must not be checked against a different policy from the one asked for.",
    ),
    fatal(
        "SV601 framework-file-missing",
        title="The file does not exist",
        message="there is no file with this name",
        help="check the path; `sv frameworks new` writes a framework to start from",
        why="Without the rules nothing can be checked.",
    ),
    fatal(
        "SV602 no-such-check",
        title="A check that does not exist",
        message="the rule {rule!r} asks for the check {check!r}, which does not exist{nearest}",
        help="use one of these: {known}",
        why=_TRUST,
    ),
    fatal(
        "SV603 bad-rule",
        title="A rule that cannot be applied",
        message="the rule {rule!r} cannot be applied: {problem}",
        help="correct the rule; `sv frameworks new` writes an example of every check",
        why=_TRUST,
    ),
    note(
        "SV604 out-of-scope",
        title="The framework is not for this contract",
        message="the framework does not apply: {found}, but it is for {wanted}",
        help="no action needed if the contract's facts are right; none of the rules were applied",
        why="A policy for large contracts says nothing about small ones.",
    ),
    fatal(
        "SV605 fact-needed",
        title="A rule needs a contract fact that is not stated",
        message="{fact} is not known, so {rule} cannot be judged",
        help="give it in the bid, or with {option}",
        why="A rule that cannot be judged is neither met nor broken, and silence would look like a pass.",
    ),
    warning(
        "SV606 waiver-expired",
        title="A waiver that has expired",
        message="the waiver of {rule} by {by} expired on {until}",
        help="correct the bid, or ask somebody with the authority to renew the waiver",
        why="A waiver has an end date so that an exception does not become the rule.",
    ),
    note(
        "SV607 waiver-unused",
        title="A waiver that waives nothing",
        message="the waiver of {rule} by {by} matches nothing in these bids",
        help="delete it if the bid has been corrected",
        why="A forgotten waiver may one day hide something that nobody intended.",
    ),
    fatal(
        "SV608 no-such-rule",
        title="A rule or code that does not exist",
        message="{name!r} is not a rule in the framework, or a code or name of a finding{nearest}",
        help="`sv frameworks show` lists the rules; `sv explain SV605` explains a code",
        why="A misspelt name would select nothing, or leave in force what was meant to be ignored.",
    ),
    note(
        "SV609 framework-superseded",
        title="A framework that has been superseded",
        message="{framework!r} has been superseded by {by!r}",
        help="use it for contracts awarded under it, and {by!r} for new ones",
        why="Existing contracts stay under the policy that they were awarded under.",
    ),
    warning(
        "SV610 not-countable",
        title="A commitment that cannot be counted towards a target",
        message="{measure!r} counts in {found}, but the target {target!r} counts in {wanted}",
        help="give the target a unit that its measures can be counted in, or set one target for each unit",
        why="Units that measure different things cannot be added up.",
    ),
    error(
        "SV690 target-missed",
        title="A target that nothing is promised for",
        message="{title}: nothing is promised; {wanted} wanted",
        help="promise something for it, or tell the buyer why not",
        why="The buyer has said that this outcome is wanted.",
    ),
    warning(
        "SV691 target-part-met",
        title="A target that is partly met",
        message="{title}: {found} promised of {wanted} wanted; {gap} missing",
        help="raise the commitment, or tell the buyer why it cannot be higher",
        why="The buyer has said how much of this outcome is wanted.",
    ),
)
