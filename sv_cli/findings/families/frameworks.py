"""Owns SV60x, SV610 and SV69x: what is wrong with frameworks, waivers and targets, and what keeps rules unjudged."""

from sv_cli.findings.kinds import error, fatal, note, warning

_TRUST = "A rule that is not wholly understood would pass bids that it is there to stop."

KINDS = (
    fatal(
        "SV600 framework-not-found",
        title="No such framework",
        message="there is no framework {name!r}{nearest}",
        help="`sv frameworks list` shows them all; a file of your own is named with its ending, council.yaml",
        why="A bid must not be checked against another policy than the one that was asked for.",
    ),
    fatal(
        "SV601 framework-file-missing",
        title="The file is not there",
        message="there is no file of this name",
        help="check the path; `sv frameworks new` writes a framework to start from",
        why="Nothing can be checked against rules that cannot be read.",
    ),
    fatal(
        "SV602 no-such-check",
        title="A family of rules that does not exist",
        message="the rule {rule!r} asks for the check {check!r}, which does not exist{nearest}",
        help="name one of these: {known}",
        why=_TRUST,
    ),
    fatal(
        "SV603 bad-rule",
        title="A rule that cannot be applied",
        message="the rule {rule!r} cannot be applied: {problem}",
        help="mend the rule; `sv frameworks new` writes an example of every check",
        why=_TRUST,
    ),
    note(
        "SV604 out-of-scope",
        title="The framework is not for this contract",
        message="the framework does not apply: {found}, while it is for {wanted}",
        help="nothing to do if the contract's facts are right; none of the rules were applied",
        why="A policy for large contracts says nothing about small ones.",
    ),
    fatal(
        "SV605 fact-needed",
        title="A rule needs a fact of the contract that nobody states",
        message="{fact} is not known, so {rule} cannot be judged",
        help="state it in the bid, or with {option}",
        why="A rule that cannot be judged is neither met nor broken, and silence would read as met.",
    ),
    warning(
        "SV606 waiver-expired",
        title="A waiver that has run out",
        message="the waiver of {rule} by {by} ran out on {until}",
        help="put the bid right, or have the waiver renewed by somebody who may",
        why="A waiver is given for a time, so that an exception does not become the rule.",
    ),
    note(
        "SV607 waiver-unused",
        title="A waiver that waives nothing",
        message="the waiver of {rule} by {by} matches nothing in these bids",
        help="take it out when the bid has been put right",
        why="A forgotten waiver may one day hide something that nobody meant it to.",
    ),
    fatal(
        "SV608 no-such-rule",
        title="A rule or code that does not exist",
        message="{name!r} is no rule of the framework, and no code or name of a finding{nearest}",
        help="`sv frameworks show` lists the rules; `sv explain SV605` explains a code",
        why="A misspelt name would select nothing, or leave standing what was to be ignored.",
    ),
    note(
        "SV609 framework-superseded",
        title="A framework that another one has followed",
        message="{framework!r} has been superseded by {by!r}",
        help="use it for contracts that were let under it, and {by!r} for new ones",
        why="Old contracts run on under the policy that they were let under.",
    ),
    warning(
        "SV610 not-countable",
        title="A commitment that cannot be counted towards a target",
        message="{measure!r} counts in {found}, and the target {target!r} counts in {wanted}",
        help="give the target a unit that its measures can be counted in, or one target for each unit",
        why="Units that measure different things cannot be added up.",
    ),
    error(
        "SV690 target-missed",
        title="A wanted outcome that is not promised at all",
        message="{title}: nothing is promised; {wanted} wanted",
        help="promise something for it, or tell the buyer why not",
        why="The buyer has said that this outcome is wanted.",
    ),
    warning(
        "SV691 target-part-met",
        title="A wanted outcome that is promised in part",
        message="{title}: {found} promised of {wanted} wanted; {gap} missing",
        help="raise the promise, or tell the buyer why it is what it is",
        why="The buyer has said how much of this outcome is wanted.",
    ),
)
