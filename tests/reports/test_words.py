"""How money, quantities and other people's text are shown, the same in every report."""

from decimal import Decimal

import pytest

from sv_cli.model.bids import Commitment
from sv_cli.model.valuations import Line
from sv_cli.model.vocabulary import Unit
from sv_cli.reports.words import counted, headline, money, number, percent, shown, unit_of

D = Decimal


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (None, "—"),
        (D(0), "£0.00"),
        (D("0.005"), "£0.01"),
        (D("1234.5"), "£1,234.50"),
        (D("-1234.5"), "−£1,234.50"),
        (D("-0.001"), "£0.00"),
        (D("123456789.995"), "£123,456,790.00"),
    ],
)
def test_money_is_pounds_and_pence_rounded_half_up(amount, said):
    assert money(amount) == said


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (D("412.3"), "£412.30"),
        (D("999.99"), "£999.99"),
        (D("1000"), "£1,000"),
        (D("86559.5"), "£86,560"),
        (D("999999.4"), "£999,999"),
        (D("1000000"), "£1.00m"),
        (D("1239999"), "£1.24m"),
        (D("-1239999"), "−£1.24m"),
        (D("1000000000"), "£1.00bn"),
        (D("2500000000"), "£2.50bn"),
    ],
)
def test_a_headline_has_three_figures_or_so(amount, said):
    assert headline(amount) == said


@pytest.mark.parametrize(
    ("value", "said"), [(None, "—"), (D(1200), "1,200"), (D("0.5"), "0.5"), (D("2.2400"), "2.24"), (D("1E+3"), "1,000")]
)
def test_a_quantity_has_no_more_decimals_than_it_needs(value, said):
    assert number(value) == said


def test_shares_and_counts():
    assert percent(D("12.44")) == "12.4 %"
    assert (counted(1, "error"), counted(2, "error"), counted(1200, "proxy", "proxies")) == (
        "1 error",
        "2 errors",
        "1,200 proxies",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("  two\twords\r\n", "two words"),
        ("\x1b[31mred", "\\u001b[31mred"),
        ("\u202eback", "\\u202eback"),
        ("Ωmega, naïve, 社会", "Ωmega, naïve, 社会"),
        ("long", "lo…"),
    ],
)
def test_other_peoples_text_is_one_line_that_can_be_seen(text, said):
    assert shown(text, 2 if text == "long" else 2000) == said


@pytest.mark.parametrize(
    ("quantity", "unit", "text", "said"),
    [
        (D(1), "hour", "hrs", "hour"),
        (D(2), "hour", "hrs", "hours"),
        (None, "hour", None, "hours"),
        (D(2), None, "sittings", "sittings"),
        (D(2), None, None, ""),
    ],
)
def test_the_unit_of_a_line_is_said_in_words(quantity, unit, text, said):
    hours = {"hour": Unit("hour", "hour", "hours", "hour", D(1))}
    commitment = Commitment("", 2, None, "", quantity, unit=unit, unit_text=text)
    assert unit_of(Line(commitment), hours) == said
