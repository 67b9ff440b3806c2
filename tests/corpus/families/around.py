"""Owns sentences around a table and notes beside its lines that say how firm they are, each beside innocent ones."""

from tests.corpus.case import Case
from tests.corpus.families.innocent import HEAD, HOURS, JOBS, THREE, WEEKS, beside, read_at
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

WITHDRAWN = ("line-withdrawn",)


def said(name: str, text: str, findings: tuple[str, ...] = WITHDRAWN) -> Case:
    """Three lines below a sentence that stands alone."""
    sheet = Sheet([[text], [], HEAD, HOURS, WEEKS, JOBS])
    return Case(f"said-{name}.xlsx", xlsx(sheet), read_at(4, 5, 6), findings, quiet=not findings)


def footed(name: str, text: str, findings: tuple[str, ...] = WITHDRAWN) -> Case:
    """Three lines above a sentence that stands alone."""
    sheet = Sheet([HEAD, HOURS, WEEKS, JOBS, [], [text]])
    return Case(f"footed-{name}.xlsx", xlsx(sheet), THREE, findings, quiet=not findings)


def past(name: str, text: str) -> Case:
    """Three lines below a title that speaks of what is done."""
    return Case(f"past-{name}.xlsx", one_sheet([text], HEAD, HOURS, WEEKS, JOBS), fatal="no-table")


def innocently(*texts: str) -> tuple[Case, ...]:
    """Sentences that speak of all lines as well, and leave them as they are."""
    cases = ((said(f"innocently-{n}", text, ()), footed(f"innocently-{n}", text, ())) for n, text in enumerate(texts))
    return tuple(case for pair in cases for case in pair)


def noted(name: str, text: str, findings: tuple[str, ...] = WITHDRAWN) -> Case:
    """Three lines, and a note beside the last, which leaves its quantity open where it says that it is a rate."""
    reads = THREE if findings is WITHDRAWN else (*THREE[:2], (4, "NT1", None, None))
    return beside(f"note-{name}", "Notes", "", "", text, findings=findings, reads=reads)


def well_noted(*texts: str) -> tuple[Case, ...]:
    """Notes that say much the same words and leave their line as it is."""
    return tuple(beside(f"note-innocently-{n}", "Notes", "", "", text) for n, text in enumerate(texts))


def section(name: str, text: str, findings: tuple[str, ...] = WITHDRAWN) -> Case:
    """Two lines, and a third below the heading of a section."""
    sheet = Sheet([HEAD, HOURS, WEEKS, [text], JOBS])
    return Case(f"below-{name}.xlsx", xlsx(sheet), read_at(2, 3, 5), findings, quiet=not findings)


NOT_FIRM = (
    said("indicative", "Quantities are indicative only and will be agreed at mobilisation."),
    said("subject-to-agreement", "All commitments are subject to agreement with the client."),
    said("aspirational", "These are aspirational targets and do not form part of the contract."),
    said("illustrative", "The targets below are illustrative."),
    said("conditional", "Commitments conditional on a contract value above £2m."),
    said("of-examples", "Please complete the table below. Example figures are shown."),
    said("maximum", "The following are maximum figures."),
    said("no-part", "This schedule is not part of our offer"),
    footed("not-guaranteed", "The figures shown are not guaranteed."),
    footed("to-be-agreed", "Note: all targets above are still to be agreed"),
    footed("indicative-below", "NB: All figures are indicative"),
)
NOT_OURS = (
    said("company-wide", "These are company-wide figures."),
    said("of-the-organisation", "Figures relate to our organisation as a whole, not to this contract."),
    said("of-all-contracts", "Figures above are across all our contracts"),
    said("shared", "Figures are for the whole framework and will be shared between all suppliers."),
    said("delivered", "The commitments below were delivered on our last contract."),
    past("achieved", "Outputs achieved in 2024/25:"),
    past("on-similar-contracts", "Delivered on similar contracts:"),
    said("of-the-council", "Minimum requirements set by the Council"),
    said("benchmarks", "Benchmark figures from CITB"),
    said("taken-back", "Withdrawn following clarification 12."),
    said("results", "The results below were achieved on earlier contracts"),
    footed("group-wide", "All hours are group-wide"),
)
OF_EACH = (
    Case(
        "said-of-each-lot.xlsx",
        one_sheet(["Figures are per lot awarded."], [], HEAD, HOURS, WEEKS),
        ((4, "NT17", None, "hour"), (5, "NT9", None, "week")),
        ("rate-column-unclear",),
    ),
    Case(
        "said-of-each-apprentice.xlsx",
        one_sheet(["Each figure is for one apprentice."], [], HEAD, HOURS, WEEKS),
        ((4, "NT17", None, "hour"), (5, "NT9", None, "week")),
        ("rate-column-unclear",),
    ),
)
INNOCENT = innocently(
    "All figures below are totals for the whole contract.",
    "All quantities are totals for the whole term, not per annum.",
    "Figures cover the whole contract, not each year.",
    "All commitments are subject to contract award.",
    "The commitments are subject to the terms of the contract.",
    "Our offer builds on what we delivered on our last contract.",
    "The commitments below exceed the Council's minimum requirements",
    "These commitments are binding and will become KPIs",
    "All commitments are firm and not dependent on the extension",
    "All targets are subject to quarterly review with the contract manager",
    "Our commitments are based on what we achieved on similar contracts",
    "All hours are minimum commitments",
    "All figures have been agreed with our supply chain",
    "These figures exclude our company-wide programmes",
    "All commitments will be delivered across all sites",
    "Delivered in the borough by our own staff",
    "Case studies are available on request",
    "Our record of delivery is set out in section 3",
    "We have a strong track record",
    "Delivery dates are indicative",
    "Timescales are subject to agreement with the client",
    "Travel time is not included",
    "TUPE staff are not included in the figures",
)

NOTES = (
    noted("not-additional", "Not additional – already part of the service specification"),
    noted("of-the-contract", "Already a contractual requirement"),
    noted("business-as-usual", "Part of our business as usual"),
    noted("done-already", "We already do this"),
    noted("promised-elsewhere", "Existing commitment under current contract"),
    noted("counted-elsewhere", "Also counted under NT9"),
    noted("with-others-in-it", "Includes the 12 weeks below"),
    noted("same-as", "Same hours as NT8"),
    noted("shared", "Shared equally with two other contracts"),
    noted("a-half", "Only half of this relates to this contract"),
    noted("of-the-group", "Group total, not just this contract"),
    noted("charged", "Charged to the client"),
    noted("paid-for", "Funded by the client"),
    noted("of-a-grant", "Funded by a government grant"),
    noted("adds-nothing", "Additionality: none"),
    noted("not-priced", "Not included in price"),
    noted("most", "Maximum"),
    noted("capped", "Cap of 40"),
    noted("up-to", "Up to"),
    noted("estimated", "Estimate only"),
    noted("with-the-client", "To be agreed with client"),
    noted("extended", "If the extension is taken up"),
    noted("if-so-many", "Year 1 only if numbers allow"),
    noted("of-other-units", "40 days not hours"),
    noted("unit", "Unit should be days"),
    noted("per-volunteer", "Hours per volunteer"),
    noted("reduced", "Reduced to 30 following clarification"),
    noted("per-million", "Per £1m spend", findings=("rate-not-count",)),
    noted("of-a-year", "Figure is per annum", findings=("unclear-basis",)),
    noted("given-already", "20 already given"),
    noted("to-be-checked", "HR to confirm"),
    noted("so-often", "Twice a year", findings=("unclear-basis",)),
    noted("of-each-year", "All figures are per year"),
    noted("of-each-person", "These are per person"),
    noted("by-a-partner", "Half of this by our partner"),
    noted("of-all-lots", "These are totals for both lots"),
    noted("doubled", "Please double this"),
    noted("hours-are-days", "Hours are days"),
    noted("limited", "Limited to 20"),
    noted("agreed-and-cancelled", "OK - cancelled"),
    noted("all-of-a-year", "All of these are annual totals"),
)
NOT_UNDERSTOOD = tuple(
    each(f"not-understood-{n}", text, ("sentence-not-understood",))
    for n, text in enumerate(
        (
            "Please double these",
            "All figures are for year 1 only",
            "If we lose the depot, take 30 hours off",
            "Half of the amounts above go to our partner",
            "We no longer offer the training",
            "The training is offered only if we win lot 2",
            "Each commitment will be delivered every year",
        )
    )
    for each in (said, footed)
)
WELL_NOTED = well_noted(
    "Additional to BAU",
    "Not BAU - new activity",
    "Exceeds the council minimum",
    "No cost to the client",
    "Includes travel time? No",
    "In addition to the hours in our current contract",
    "Agreed with partner",
    "Reported twice a year",
    "4 staff x 10 hours",
    "Required for the DBS check",
    "Hours, not days",
    "HR to confirm start dates",
    "Figures are reported monthly",
    "20 schools already partners",
    "Funded by our community fund",
    "Additionality: high",
    "Helps schools with grant bids",
    "Included in our price",
    "Part of our wider programme",
    "Includes 10 hours of planning",
    "Agreed with the college in principle",
    "Limited to 20 pupils at a time",
    "For this contract only",
    "As per section 4",
    "Up to date plan attached",
    "20 a year",
    "This is planned each term",
    "Half day sessions",
    "Hours are logged weekly",
    "Double glazing is included",
)

SECTIONS = (
    section("what-the-council-wants", "Minimum standards required by the Council"),
    section("group-wide-activity", "Group-wide activity"),
    section("alternatives", "Alternative proposals"),
    section("unfunded", "Unfunded"),
    section("both-lots", "Additional commitments if awarded both lots"),
    section("reserves", "Reserve list"),
    section("what-is-discussed", "Under discussion with partners"),
    section("drafts", "Draft ideas"),
    section("old-people", "Old people", ()),
    section("a-model-criterion", "MAC 4.1", ()),
    section("reserves-of-nature", "Nature reserve volunteering", ()),
)

TOLD = (
    beside("asked-whether-it-is-owed", "Specification requirement?", "No", "Yes", "No", findings=WITHDRAWN),
    beside("asked-whether-it-was-agreed", "Agreed at clarification?", "Yes", "No", "Yes", findings=WITHDRAWN),
    beside("scope", "Scope", "Contract", "Group-wide", "Contract", findings=WITHDRAWN),
    beside("contractual-status", "Contractual status", "KPI", "Aspiration", "KPI", findings=WITHDRAWN),
    beside("funded-by-the-buyer", "Funded by", "The Council", "Acme Ltd", "Acme Ltd", findings=WITHDRAWN),
    beside("paid-by-the-client", "Who pays?", "Us", "Client", "Us", findings=WITHDRAWN),
    beside("funded-by-a-grant", "Source of funding", "Own funds", "Government grant", "", findings=WITHDRAWN),
    beside("funded-by-a-council", "Funding", "Leeds City Council", "", "", findings=WITHDRAWN),
    beside("nothing-added", "Additionality", "High", "None", "High", findings=WITHDRAWN),
    beside("not-additional", "Additional?", "Additional", "Not additional", "Additional", findings=WITHDRAWN),
    beside("funded-by-the-bidder", "Funded by", "Acme Ltd", "Us", "Our community fund"),
    beside("funded-by-a-levy", "Funding", "Apprenticeship levy", "Own funds", "None"),
    beside("for-whom-it-is-funded", "Funded for", "Council tenants", "Clients", ""),
    beside("something-added", "Additionality", "High", "Medium", "Additional"),
    beside("agreed-by-all", "Agreed with client?", "Yes", "Yes", "Yes"),
    beside("scope-of-work", "Scope", "Gardens", "Workshops", "Office"),
)


def described_as(name: str, text: str, findings: tuple[str, ...] = WITHDRAWN) -> Case:
    """Three lines, the first of this description."""
    sheet = Sheet([HEAD, ["NT17", text, 40, "hours"], WEEKS, JOBS])
    return Case(f"described-as-{name}.xlsx", xlsx(sheet), THREE, findings, quiet=not findings)


DESCRIBED = (
    described_as("if-worth-so-much", "40 hours if the contract exceeds £1m"),
    described_as("shared", "40 hours (shared with Lot 2)"),
    described_as("of-all-contracts", "40 hours across all our contracts"),
    described_as("of-the-company", "40 hours over our whole company"),
    described_as("past", "40 hours delivered last year"),
    described_as("as-before", "As in our current contract, 40 hours of volunteering"),
    described_as("going-on", "Continue our existing volunteering programme"),
    described_as("told-of-the-past", "We have delivered 40 hours of volunteering in Leeds"),
    described_as("of-an-earlier-year", "In 2024 our staff gave 40 hours"),
    described_as("done-before", "Volunteering at the hospice (previously delivered)"),
    described_as("a-track-record", "Track record: 40 hours at the food bank"),
    described_as("with-experience", "Volunteering. We have delivered this for others since 2019", ()),
    described_as("to-those-who-did", "Help for people who previously completed a course", ()),
    described_as("paid-for", "40 hours paid for by the Council"),
    described_as("charged", "40 hours charged at cost"),
    described_as("specified", "40 hours delivered as part of the specification"),
    described_as("owed", "40 hours - contractual requirement"),
    described_as("endeavoured", "We will endeavour to deliver 40 hours"),
    described_as("for-every-million", "40 hours for every £1m spent", ("rate-in-description",)),
    described_as("in-each-year", "40 hours in each of the 3 years", ("rate-in-description",)),
    described_as("of-each-of-our-staff", "Each member of staff will volunteer 40 hours", ("rate-in-description",)),
    described_as("of-every-apprentice", "Every apprentice gets 40 hours of mentoring", ("rate-in-description",)),
    described_as("of-each-session", "Each session is to run for 40 hours", ("rate-in-description",)),
    described_as("estimated", "Volunteering hours (estimate)"),
    described_as("to-come", "Volunteering hours TBC"),
    described_as("not-guaranteed", "Volunteering (target, not guaranteed)"),
    described_as("to-be-taken-out", "Volunteering [delete before submission]"),
    described_as("doubted", "Volunteering ???"),
    described_as("of-each-of-so-many", "Each of our 5 staff will volunteer 40 hours", ("rate-in-description",)),
    described_as("recharged", "40 hours (cost recharged to the Council)"),
    described_as("of-another-contract", "40 hours delivered through our Leeds contract"),
    described_as("as-resources-allow", "40 hours if resources allow"),
    described_as("when-funded", "Volunteering, when funding is secured"),
    described_as("subject-to-funding", "40 hours of volunteering - subject to funding"),
    described_as("brought-forward", "Volunteering brought forward from last year"),
    described_as("transferred", "Existing staff transferring under TUPE"),
    *(
        described_as(f"innocently-{n}", text, ())
        for n, text in enumerate(
            (
                "Volunteering shared with our partner charity",
                "Continuing support for care leavers",
                "Paid time off for 40 hours of volunteering",
                "Talks that meet the requirements of the curriculum",
                "Advice to our company's neighbours",
                "Mentoring for people funded by the trust's bursary",
                "By the riverside: 40 hours of planting",
                "Volunteering above the contract requirement",
                "A total of 40 hours, 10 in each of 4 schools",
                "Each member of staff will volunteer, in all 40 hours",
                "Each volunteer works with 40 pupils",
                "Each of our offices is open for 40 hours",
                "Advice on how to apply if funding is available",
                "Talks on why people volunteer, and for whom?",
                "Help with cost estimates",
                "Help with an estimate",
                "Talks subject to no charge, on our contract's first day",
                "Support for those who move over from other employers",
                "Volunteering arranged through our main contract manager",
                "Training for staff that is not under TUPE",
            )
        )
    ),
)

CASES = (*NOT_FIRM, *NOT_UNDERSTOOD, *NOT_OURS, *OF_EACH, *INNOCENT, *NOTES, *WELL_NOTED, *SECTIONS, *TOLD, *DESCRIBED)
