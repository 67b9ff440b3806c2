"""Each form of a number that people type has one meaning, or is a finding that repeats what was typed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sv_cli.bids.cells.numbers import Amount, Numbers
from sv_cli.bids.cells.units import Units
from sv_cli.bids.terms.words import words_of
from sv_cli.model.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def numbers(vocabulary: Vocabulary) -> Numbers:
    return Numbers(Units(vocabulary.units), words_of(vocabulary).not_yet)


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [
        ("1200", "1200", None),
        (" 1,200 ", "1200", None),
        ("1,234,567.5", "1234567.5", None),
        ("£1,200.50", "1200.50", "GBP"),
        ("GBP 1,200", "1200", "GBP"),
        ("-£5", "-5", "GBP"),
        ("£-5", "-5", "GBP"),
        ("1 200", "1200", None),
        ("1\u00a0200", "1200", None),
        ("1\u202f200", "1200", None),
        ("1'200", "1200", None),
        (".5", "0.5", None),
        ("5.", "5", None),
        ("+5", "5", None),
        ("\u22125", "-5", None),
        ("(500)", "-500", None),
        ("(£1,200)", "-1200", "GBP"),
        ("1.5k", "1500", None),
        ("£2m", "2000000", "GBP"),
        ("£1.2 million", "1200000", "GBP"),
        ("£1.2mn", "1200000", "GBP"),
        ("£1.2bn", "1200000000", "GBP"),
        ("1 billion", "1000000000", None),
        ("3 thousand", "3000", None),
        ("12 hrs", "12", "hour"),
        ("12hrs", "12", "hour"),
        ("1.5 days", "1.5", "day"),
        ("3 FTE", "3", "fte"),
        ("10 kg", "10", "kg"),
        ("5 km", "5", "km"),
        ("2 tCO2e", "2", "tCO2e"),
        ("100 m2", "100", "m2"),
        ("10%", "10", "percent"),
        ("12.5 %", "12.5", "percent"),
        ("10 no.", "10", "count"),
        ("2½", "2.5", None),
        ("2¼", "2.25", None),
        ("2¾", "2.75", None),
        ("2 ½ days", "2.5", "day"),
        ("12 3/4", "12.75", None),
        ("2 1/2 days", "2.5", "day"),
        ("12 1/4 hrs", "12.25", "hour"),
        ("nil", "0", None),
        ("five", "5", None),
        ("A dozen", "12", None),
        ("Twelve hours", "12", "hour"),
        ("0", "0", None),
        ("0.125", "0.125", None),
        ("12 hours in total", "12", "hour"),
        ("Total of 12 hours", "12", "hour"),
        ("overall total: 12 hours", "12", "hour"),
        ("At least 10", "10", None),
        ("10+", "10", None),
        ("40+ hours", "40", "hour"),
        ("more than 40 hours", "40", "hour"),
        ("\uff14\uff10", "40", None),
        ("a minimum of 40 hours", "40", "hour"),
        ("40 hours minimum", "40", "hour"),
        ("40 min", "40", "minute"),
        ("2 x 3 hrs", "6", "hour"),
        ("10 people x 4 hours", "40", "hour"),
        ("4 trainees \u00d7 10 weeks", "40", "week"),
        ("10 weeks x 4 trainees", "40", "week"),
        ("\u00a3500 x 4 schools", "2000", "GBP"),
        ("4 @ \u00a3500 each", "2000", "GBP"),
        ("26 visits of 2 hrs", "52", "hour"),
        ("26 visits of 1.5 hours each", "39", "hour"),
        ("26 x 2-hour visits", "52", "hour"),
        ("4 staff at 2 hours each", "8", "hour"),
        ("2 apprentices, 52 weeks each", "104", "week"),
        ("1 apprentice for 52 weeks", "52", "week"),
        ("One apprentice for 52 weeks", "52", "week"),
        ("an apprentice for 52 weeks", "52", "week"),
        ("Five hours a week for ten weeks", "50", "hour"),
        ("30 weeks (one apprentice)", "30", "week"),
        ("26 2-hour visits", "52", "hour"),
        ("3 x 4 x 2 hrs", "24", "hour"),
        ("12 months x 2 staff x 3 hrs", "72", "hour"),
        ("5 hours a week for 10 weeks", "50", "hour"),
        ("10 per month for the first six months", "60", None),
        ("10 hrs (of which 2 by partners)", "10", "hour"),
        ("60 hours (40 + 20)", "60", "hour"),
        ("\u00a3500 + \u00a3250 = \u00a3750", "750", "GBP"),
        ("\u00a350 each month over 12 months", "600", "GBP"),
    ],
)
def test_a_number_as_people_type_it(numbers: Numbers, typed: str, value: str, unit: str | None) -> None:
    read = numbers.read(typed)
    assert (read.value, read.unit, read.rate, read.problem) == (Decimal(value), unit, "", None)


@pytest.mark.parametrize(
    "typed",
    [
        "1 of 3 days",
        "2 out of 5 days",
        "2 apprentices for 52 weeks",
        "30 weeks (two apprentices)",
        "1 week for 5 hours",
        "5 hours for 1 week each",
        "3 or 4 staff at 2 hours each",
        "1 event a year for 3 days",
        "2 days per week each",
        "3 of the 10 hours",
        "2 at 3 days",
        "3 left of 10 hours",
        "1,200,50",
        "1.200,50",
        "1,5",
        "12,50",
        "1200,000",
        "1.2.3",
        "1..2",
        "1,,200",
        "1 2",
        "1 2000",
        "10 000 00",
        "2 x 6",
        "5-10",
        "5 to 10",
        "5/10",
        "~50",
        "c. 50",
        "approx 50",
        "at most 10",
        "at least 10, up to 20",
        "up to 20",
        "<5",
        "²",
        "5²",
        "①",
        "٣",
        "Ⅻ",
        "1e5",
        "1E+05",
        "0x10",
        "1_000",
        "about five",
        "twelve or so",
        "12 blah",
        "12*",
        "12 [1]",
        "2m",
        "$5",
        "€5",
        "£",
        "%",
        "--5",
        "-(5)",
        "(5",
        "5)",
        "((5))",
        "5-",
        "12 hrs/week",
        "3 days per month",
        "12:30",
        "40 + 20 = 70",
        "40 + 20",
        "yes",
        "No 5",
        "1st",
        "7 (3 per year)",
        "5 hours a week for 3 months",
        "12 months x 4 hours",
        "4 hours x 10 weeks",
        "3 x 2 to 4 hours",
        "10 or 12 visits of 2 hours",
        "40 hours of 2 days",
        "4 x 2-hour visits a week",
        "3 x 4 x 5",
        "5 staff x 8 hours x 3 years",
        "36 hrs pa x 3",
        "36 hours each year x 3",
        "£500 x 3 pa",
        "4 days x 10 annually",
        "6 pa x £500",
        "£5 hrs",
        "1½.5",
        "1 200,5",
        "inf",
        "nan",
        "1,20 0",
        "5\u200b0",
        "1,200.5.",
        "12 3/8",
        "3/4",
        "2 1/2 day",
        "2 1/2-hour talks",
        "480\n500",
    ],
)
def test_what_a_clerk_would_query_is_no_number(numbers: Numbers, typed: str) -> None:
    amount = numbers.read(typed)
    assert amount.value is None, amount
    assert amount.problem is not None
    assert amount.problem.name == "not-a-number"


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [
        ("6 staff x 2 hours x 40 weeks = 480 hours", "480", "hour"),
        ("480 hours (6 staff x 2 hours x 40 weeks)", "480", "hour"),
        ("£50 x 12 months x 3 years = £1,800", "1800", "GBP"),
    ],
)
def test_an_amount_is_read_beside_what_it_is_worked_out_from(
    numbers: Numbers, typed: str, value: str, unit: str
) -> None:
    assert numbers.read(typed) == Amount(Decimal(value), unit)


@pytest.mark.parametrize(
    "typed", ["6 staff x 2 hours x 40 weeks = 490 hours", "6 staff x 2 hours x 40 weeks = 480", "2 hours x 40 weeks"]
)
def test_a_working_that_is_wrong_or_says_no_unit_is_asked(numbers: Numbers, typed: str) -> None:
    assert numbers.read(typed).value is None


@pytest.mark.parametrize(
    "typed", ["TBC", "tbc.", "To be confirmed", "n/a", "N/A", "-", "–", "?", "TBA", "not known", "x"]
)
def test_what_is_not_known_yet_is_said_to_be_so(numbers: Numbers, typed: str) -> None:
    assert numbers.read(typed) == Amount(state=repr(typed))


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [
        ("5 per year", "5", None),
        ("5 p.a.", "5", None),
        ("5 pa", "5", None),
        ("12 hours per annum", "12", "hour"),
        ("12 hrs/yr", "12", "hour"),
        ("5 a year", "5", None),
    ],
)
def test_a_rate_is_said_to_be_one(numbers: Numbers, typed: str, value: str, unit: str | None) -> None:
    assert numbers.read(typed) == Amount(Decimal(value), unit, "year")


@pytest.mark.parametrize(
    "typed",
    ["10 hours a year for 3 years", "30 hours (10 per annum)", "10 hours p.a. = 30", "10 hrs/yr x 3 years"],
)
def test_a_rate_may_say_for_how_many_years_it_is_given(numbers: Numbers, typed: str) -> None:
    assert numbers.read(typed) == Amount(Decimal(10), "hour", "year", years=Decimal(3))


def test_so_much_a_week_for_so_many_weeks_may_be_a_years(numbers: Numbers) -> None:
    assert numbers.read("2 hours a week for 39 weeks a year") == Amount(Decimal(78), "hour", "year")


def test_a_rate_for_each_pound_is_said_to_be_one(numbers: Numbers) -> None:
    assert numbers.read("5 per £1m").per == "pound"


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_every_way_of_writing_one_number_reads_the_same(number: Decimal) -> None:
    numbers = Numbers(Units({}), frozenset())
    plain, grouped = f"{number:f}", f"{number:,f}"
    spaced = grouped.replace(",", "\u00a0")
    assert {numbers.read(text).value for text in (plain, grouped, spaced, f" {plain} ")} == {number}
    assert numbers.read(f"({abs(number):,f})").value == -abs(number)


@given(st.one_of(st.text(max_size=40), st.from_regex(r"[-(£]?[0-9,. '½k%]{1,12}[a-z %)]{0,6}", fullmatch=True)))
def test_no_text_breaks_the_reading_of_numbers(text: str) -> None:
    amount = Numbers(Units({}), frozenset({"tbc"})).read(text)
    stated = [amount.value is not None, amount.problem is not None, bool(amount.state)]
    assert stated.count(True) == 1


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12))
def test_a_number_in_a_cell_is_what_the_sheet_shows(value: float) -> None:
    found = Numbers(Units({}), frozenset()).read(value).value
    assert found is not None
    assert f"{value:.15g}" == f"{float(found):.15g}"


def test_binary_dust_is_not_read() -> None:
    assert Numbers(Units({}), frozenset()).read(0.1 + 0.2).value == Decimal("0.3")
