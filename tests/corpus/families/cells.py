"""Owns quantities as people type them: each has one meaning, or is a question."""

from datetime import date, datetime
from typing import Any

from tests.corpus.case import Case
from tests.corpus.write.values import Formatted, Formula, Wrong
from tests.corpus.write.xlsx import one_sheet, replacing, xlsx

HEAD = ["Ref", "Commitment", "Unit", "Quantity"]


def typed(name: str, *cells: tuple[Any, str | None], unit: str = "hours", reads: str = "hour", **more: Any) -> Case:
    """A table whose quantities are ``cells``: what is typed, and what is to be read of it."""
    rows = [[f"R{n}", "Something promised", unit, cell] for n, (cell, _) in enumerate(cells, start=1)]
    expected = tuple((n + 1, f"R{n}", read, reads) for n, (_, read) in enumerate(cells, start=1))
    return Case(name, one_sheet(HEAD, *rows), expected, **more)


CASES = (
    Case(
        "escaped-letters.xlsx",
        xlsx(
            [HEAD, ["NT17", "Volunteering", "hours", 40], ["NT8", "Talks", "hours", 12]],
            edits={"xl/sharedStrings.xml": replacing("<t>NT17</t>", "<t>NT17_x000D_</t>")},
        ),
        ((2, "NT17", "40", "hour"), (3, "NT8", "12", "hour")),
        quiet=True,
    ),
    Case(
        "an-escaped-bell.xlsx",
        xlsx(
            [HEAD, ["NT17", "Volunteering", "hours", 40], ["NT8", "Talks", "hours", 12]],
            edits={"xl/sharedStrings.xml": replacing("<t>NT17</t>", "<t>NT1_x0007_7</t>")},
        ),
        ((2, "NT1\x077", "40", "hour"), (3, "NT8", "12", "hour")),
        findings=("hidden-character",),
    ),
    typed(
        "thousands-as-text.xlsx",
        ("1,200", "1200"),
        ("1 200", "1200"),
        ("1\u00a0200", "1200"),
        ("1\u202f200", "1200"),
        ("12,345,678", "12345678"),
        ("1,200.50", "1200.50"),
        ("  300 ", "300"),
        ("+40", "40"),
        quiet=True,
    ),
    typed("letters-for-thousands.xlsx", ("1.5k", "1500"), ("12k", "12000"), ("2K", "2000"), ("1.5 thousand", "1500")),
    typed(
        "money.xlsx",
        ("£1,200.50", "1200.50"),
        ("£2m", "2000000"),
        ("£1.2m", "1200000"),
        ("£250k", "250000"),
        ("£ 300", "300"),
        ("GBP 400", "400"),
        (Formatted(5000, '"£"#,##0.00'), "5000"),
        (Formatted(6000, "[$£-809]#,##0"), "6000"),
        unit="£",
        reads="GBP",
        quiet=True,
    ),
    typed(
        "unit-in-the-cell.xlsx", ("12 hrs", "12"), ("1.5 hours", "1.5"), ("40hrs", "40"), (Formatted(7, '0" hrs"'), "7")
    ),
    typed(
        "not-yet-known.xlsx",
        ("TBC", None),
        ("tbc", None),
        ("n/a", None),
        ("N/A", None),
        ("-", None),
        ("?", None),
        ("To be confirmed", None),
        (None, None),
        findings=("no-quantity",),
        why="a promise that is not yet known does not vanish",
    ),
    typed(
        "brackets-are-a-minus.xlsx",
        ("(500)", None),
        (-5, None),
        ("-5", None),
        ("\u22125", None),
        findings=("negative-quantity",),
    ),
    typed(
        "continental-or-thousands.xlsx",
        ("1.200,50", None),
        ("1,200,50", None),
        ("1,20", None),
        ("12,5", None),
        findings=("not-a-number",),
    ),
    typed(
        "sums-and-ranges-in-words.xlsx",
        ("2 x 6", None),
        ("10-20", None),
        ("10 to 20", None),
        ("approx. 50", None),
        ("at most 5", None),
        ("<100", None),
        ("c. 40", None),
        ("~30", None),
        ("about five", None),
        ("1/2", None),
        findings=("not-a-number",),
        why="a clerk would ask which number is promised",
    ),
    typed(
        "superscripts-and-lookalikes.xlsx",
        ("\u00b2", None),
        ("10\u00b2", None),
        ("\u2460", None),
        ("1O0", None),
        ("l2", None),
    ),
    typed(
        "digits-of-other-scripts.xlsx",
        ("\u0661\u0662", None),
        ("\uff11\uff12", "12"),
        ("\u0967", None),
        why="nobody in the evaluation team can check them, unless they look as ours do",
    ),
    typed("halves.xlsx", ("2\u00bd", "2.5"), ("\u00bd", "0.5"), ("1\u00bc", "1.25")),
    typed("halves-of-parts.xlsx", ("2.5\u00bd", None), ("1,000\u00bd", "1000.5"), findings=("not-a-number",)),
    typed(
        "spelt-out.xlsx",
        ("two thousand and fifty", "2050"),
        ("Twenty-five thousand and one hundred", "25100"),
        ("one hundred and", None),
        ("and five", None),
        findings=("not-a-number",),
    ),
    typed("marks-of-texts.xlsx", ("'500", "500"), ("^500", None), ("\\500", None), findings=("not-a-number",)),
    typed("booleans.xlsx", (True, None), (False, None), ("Yes", None), ("No", None), findings=("not-a-number",)),
    typed(
        "dates-for-numbers.xlsx",
        (date(2026, 4, 1), None),
        (datetime(2026, 4, 1, 9, 30), None),  # noqa: DTZ001 - a cell has no zone
        ("01/04/2026", None),
        findings=("date-for-number|not-a-number",),
    ),
    typed(
        "times-for-numbers.xlsx",
        (Formatted(1.5, "h:mm"), None),
        (Formatted(1.5, "[m]:ss"), None),
        (Formatted(0.3125, "h:mm"), "7.5"),
        ("12:30", "12.5"),
        why="a length of hours is often typed as a time of day, which no length beyond a day is shown as",
    ),
    typed(
        "lengths-of-time-for-hours.xlsx",
        (Formatted(1.5625, "[h]:mm"), "37.5"),
        (Formatted(0.3125, "[hh]:mm:ss"), "7.5"),
        quiet=True,
        why="hours that pass are shown beyond 24, as no time of day is",
    ),
    typed(
        "lengths-of-time-for-posts.xlsx",
        (Formatted(1.5625, "[h]:mm"), None),
        unit="FTE",
        reads="fte",
        findings=("unit-conflict",),
    ),
    typed(
        "error-cells.xlsx",
        (Wrong("#N/A"), None),
        (Wrong("#REF!"), None),
        (Wrong("#DIV/0!"), None),
        (Wrong("#VALUE!"), None),
        ("#NAME?", None),
        findings=("error-cell",),
    ),
    typed(
        "formulas-that-kept-their-result.xlsx",
        (Formula("=2*6", 12), "12"),
        (Formula("=10/4", 2.5), "2.5"),
        (Formula('=6&"0"', "60"), "60"),
        quiet=True,
    ),
    typed(
        "formulas-without-result.xlsx",
        (Formula("=2*6"), None),
        (Formula("=D99"), None),
        findings=("formula-without-result",),
    ),
    typed("noughts.xlsx", (0, "0"), ("0", "0"), ("nil", "0"), ("0.00", "0"), (5, "5"), findings=("zero-quantity",)),
    typed("absurd.xlsx", (1e15, None), ("999999999999999", None), (1e300, None), findings=("absurd-quantity",)),
    typed("binary-noise.xlsx", (0.1 + 0.2, "0.3"), (1234.5000000000002, "1234.5"), (1e-7, "0.0000001"), (3.0, "3")),
    typed(
        "exponents-as-text.xlsx",
        ("1e3", None),
        ("1E5", None),
        ("0x10", None),
        ("1_000", None),
        why="Python would read these; a clerk would ask",
    ),
    typed(
        "not-numbers-to-python.xlsx", ("nan", None), ("inf", None), ("-inf", None), ("NaN", None), ("Infinity", None)
    ),
    typed(
        "wrong-grouping.xlsx",
        ("1,2,3", None),
        ("12,34", None),
        ("1,0000", None),
        ("1 20", None),
        ("1..2", None),
        ("1.2.3", None),
    ),
    typed("percent.xlsx", ("10%", "10"), ("12.5 %", "12.5"), (Formatted(0.1, "0%"), "10"), unit="%", reads="percent"),
    typed(
        "percent-formatted-against-hours.xlsx", (Formatted(0.5, "0%"), None), ("50%", None), findings=("unit-conflict",)
    ),
    typed("per-pound-and-per-year.xlsx", ("2 per £100k", None), ("1 per £1m", None), findings=("rate-not-count",)),
    typed(
        "words-after-the-number.xlsx",
        ("12 visits by the team", None),
        ("3 (see note 2)", None),
        ("5*", None),
        ("approx 5", None),
        findings=("not-a-number",),
    ),
    typed("numbers-stored-as-text.xlsx", ("3", "3"), ("5.0", "5"), ("007", "7"), quiet=True),
    typed("very-long-cells.xlsx", ("9" * 400, None), ("lorem ipsum " * 2000, None), ("1" + " " * 3000, "1")),
)
