"""Owns lines that were thought of, and thought better of: on boards of cards, in columns of in and out, in notes."""

from tests.corpus.case import Case
from tests.corpus.families.innocent import HEAD, HOURS, JOBS, THREE, WEEKS
from tests.corpus.write.others import csv
from tests.corpus.write.xlsx import xlsx

LINES = (HOURS, WEEKS, JOBS)
WITHDRAWN = ("line-withdrawn",)


def beside(name: str, heading: str, *said: str | None, **more: object) -> Case:
    """Three lines with what a further column says of each."""
    rows = [[*HEAD, heading], *([*line, each] for line, each in zip(LINES, said, strict=True))]
    more.setdefault("findings", WITHDRAWN)
    more["quiet"] = not more["findings"]
    return Case(f"beside-{name}.xlsx", xlsx(rows), THREE, **more)  # type: ignore[arg-type]


def described(name: str, *texts: str, **more: object) -> Case:
    """Three lines that are described so."""
    rows = [HEAD, *([line[0], text, *line[2:]] for line, text in zip(LINES, texts, strict=True))]
    more.setdefault("findings", WITHDRAWN)
    more["quiet"] = not more["findings"]
    return Case(f"described-{name}.csv", csv(*rows), THREE, **more)  # type: ignore[arg-type]


CASES = (
    beside("in-or-out", "In / out?", "In", "Out", "In"),
    beside("in-or-maybe", "In / out?", "In", "In", "maybe \u2013 ask partners"),
    beside("all-in", "In / out?", "In", "In", "In", findings=()),
    beside("a-list-of-cards", "List", "Doing", "Won't do", "To do"),
    beside("a-list-of-cards-under-way", "List", "Doing", "Done", "To do", findings=()),
    beside("an-idea", "Status", "Committed", "Idea", "Committed"),
    beside("a-question-mark", "Confirmed", "Y", "?", "Y"),
    beside("noted-maybe", "Notes", None, "maybe", None),
    beside("noted-nice-to-have", "Notes", None, "Only a nice to have", None),
    beside("noted-consent", "Remarks", None, "Subject to landowner's consent", None),
    beside("noted-consent-of-parents", "Remarks", None, "Subject to parental consent", None, findings=()),
    beside("opted-out", "Opt out", None, "Yes", None,
           why="an empty cell says that nobody opts out of the first and the third"),
    beside("noted-weather", "Notes", "Weather permitting", "Register, if needed", None, findings=()),
    beside("noted-ideas", "Notes", "Ideas welcome from the school", "A nice walk", "Perhaps with Mind", findings=()),
    *(
        beside(f"thought-{said}", "Our thoughts", None, said, None)
        for said in ("only if the garden stays in", "either this or the surgery", "Depends on Tom", "If there is time",
                     "drop to 4?", "might be fewer", "same people each year", "counted twice?",
                     "shared with the other lot")
    ),
    beside("thoughts-of-no-doubt", "Our thoughts", "Not all pupils", "Same as in our last bid", "Time well spent",
           findings=()),
    described("rejected", "Rejected: charity run", "Training", "Jobs"),
    described("an-idea", "Volunteering", "Idea: training", "Jobs"),
    described("parked", "Volunteering", "Training", "Parked - jobs"),
    described("wont-do", "Won't do: charity run", "Training", "Jobs"),
    described("dropped-kerbs", "Dropped kerbs: advice on where", "Idea clubs - training", "Jobs", findings=()),
)  # fmt: skip
