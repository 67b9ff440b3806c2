"""Owns texts with white space at their ends or in place of their spaces, which hides nothing of what they say."""

from tests.corpus.case import Case
from tests.corpus.write.others import csv
from tests.corpus.write.xlsx import xlsx

SAID = {
    "Volunteering ???": "line-withdrawn",
    "Talks (to be confirmed)": "line-withdrawn",
    "Time if funding allows": "line-withdrawn",
    "See NT8": "part-of-another",
    "Buddies (also counted in the talks above)": "part-of-another",
    "40 days of volunteering": "amount-in-description",
    "60 hours or more": "amount-in-description",
    "40 hours a week": "rate-in-description",
}
WRITTEN = {
    "behind": "{}\u00a0 ",
    "before": "\n  {}",
    "wrapped": "{}",
    "doubled": "{}",
}
BETWEEN = {"wrapped": "\n", "doubled": " \u00a0"}


def spaced(name: str, text: str, finding: str) -> Case:
    """A line like the one above it, but for what its description says."""
    rows = [["Ref", "Measure", "Quantity", "Unit"], ["NT17", "Painting", 30, "hours"], ["NT17", text, 40, "hours"]]
    made = csv(*rows) if name.endswith("csv") else xlsx(rows)
    return Case(name, made, ((2, "NT17", "30", "hour"), (3, "NT17", "40", "hour")), findings=(finding,))


UNSEEN = {"zero-width": "\u200b", "joiner": "\u200d", "non-joiner": "\u200c", "word-joiner": "\u2060", "mark": "\ufeff"}
UNSEEN |= {"soft-hyphen": "\u00ad"}


def veiled(name: str, text: str, finding: str) -> tuple[Case, ...]:
    """The description with what nobody sees at its end, at its start and within its words."""
    return tuple(
        spaced(f"unseen-{name}-{where}-{sign}.{file}", form(unseen), finding)
        for where, form in {
            "behind": lambda unseen: text + unseen,
            "before": lambda unseen: unseen + text,
            "within": lambda unseen: text[:-3] + unseen + text[-3:],
        }.items()
        for sign, unseen in UNSEEN.items()
        for file in ("xlsx", "csv")
    )


REFERENCES = tuple(
    Case(
        f"unseen-reference-{sign}.{file}",
        (csv(*rows) if file == "csv" else xlsx(rows)),
        ((2, "NT17", "40", "hour"),),
        findings=("hidden-edges",),
    )
    for sign, unseen in UNSEEN.items()
    for rows in [[["Ref", "Measure", "Quantity", "Unit"], [f"NT17{unseen}", "Talks", 40, "hours"]]]
    for file in ("xlsx", "csv")
)
CASES = tuple(
    spaced(f"{how}-{at}.{file}", form.format(text.replace(" ", BETWEEN.get(how, " "))), finding)
    for how, form in WRITTEN.items()
    for at, (text, finding) in enumerate(SAID.items())
    for file in ("xlsx", "csv")
)
CASES += (
    *veiled("doubt", "Talks (TBC)", "line-withdrawn"),
    *veiled("condition", "Time if funding allows", "line-withdrawn"),
    *veiled("pace", "40 hours a week", "rate-in-description"),
    *REFERENCES,
)
