"""Discount factors against the tables that governments publish."""

from decimal import Decimal

import pytest
from support import library_of

from sv_cli.model.methods import Discounting, RateStep
from sv_cli.valuation.discounting import discount_factor, factor_in, round_half_up
from sv_cli.valuation.timing import When

# Northern Ireland Guide to Expenditure Appraisal and Evaluation, appendix 4, table 1
TO_YEAR_30 = """
1.0000 0.9662 0.9335 0.9019 0.8714 0.8420 0.8135 0.7860 0.7594 0.7337 0.7089
0.6849 0.6618 0.6394 0.6178 0.5969 0.5767 0.5572 0.5384 0.5202 0.5026
0.4856 0.4692 0.4533 0.4380 0.4231 0.4088 0.3950 0.3817 0.3687 0.3563
"""
LATER = {40: "0.2651", 50: "0.1973", 60: "0.1468", 75: "0.0942", 80: "0.0833", 90: "0.0651", 100: "0.0508"}
MUCH_LATER = {125: "0.0274", 150: "0.0167", 200: "0.0062", 250: "0.0029", 300: "0.0014", 350: "0.0009", 400: "0.0005"}
FACTORS = dict(enumerate(TO_YEAR_30.split())) | LATER | MUCH_LATER | {500: "0.0002"}
# HM Treasury, The Green Book, table 2: the present value of £1,000
OF_A_THOUSAND = (1000, 966, 934, 902, 871, 842, 814, 786, 759, 734, 709)
FLAT = (RateStep(Decimal("0.035")),)


@pytest.fixture(scope="module")
def green_book(tmp_path_factory):
    return library_of(tmp_path_factory.mktemp("shipped")).methods["green-book"].discounting


@pytest.mark.parametrize(("year", "factor"), FACTORS.items())
def test_the_shipped_schedule_gives_the_published_factors(green_book, year, factor):
    assert round_half_up(discount_factor(Decimal(year), green_book.schedules["standard"]), 4) == Decimal(factor)


@pytest.mark.parametrize(("year", "pounds"), list(enumerate(OF_A_THOUSAND)))
def test_the_shipped_schedule_gives_the_published_present_values(green_book, year, pounds):
    assert round_half_up(1000 * discount_factor(Decimal(year), green_book.schedules["standard"]), 0) == pounds


def test_the_schedule_is_chained_and_not_the_last_rate_all_the_way(green_book):
    assert round_half_up(discount_factor(Decimal(40), green_book.schedules["standard"]), 4) == Decimal("0.2651")
    assert round_half_up(1 / Decimal("1.03") ** 40, 4) == Decimal("0.3066")


def test_half_a_year_is_the_square_root_of_a_year():
    half, whole = (discount_factor(Decimal(years), FLAT) for years in ("0.5", "1"))
    assert round_half_up(half * half, 20) == round_half_up(whole, 20)


def test_a_part_of_a_year_is_discounted_by_the_rate_of_the_year_that_it_is_in():
    steps = (RateStep(Decimal("0.21"), 1), RateStep(Decimal("0.44")))
    assert round_half_up(discount_factor(Decimal("0.5"), steps), 20) == round_half_up(1 / Decimal("1.1"), 20)
    assert round_half_up(discount_factor(Decimal("1.5"), steps), 20) == round_half_up(1 / Decimal("1.452"), 20)


def test_before_the_base_year_money_grows():
    assert discount_factor(Decimal(-2), FLAT) == Decimal("1.035") ** 2


def years_after(base, start, offset=0, **rest):
    discounting = Discounting(first_year=Decimal(0), schedules={"standard": FLAT}, base_year=base, **rest)
    return factor_in(When(offset, start + offset, start + offset), "standard", discounting)


def test_the_base_year_may_lie_before_the_contract():
    assert years_after("2020", 2026, offset=1) == discount_factor(Decimal(7), FLAT)


def test_the_schedule_may_be_counted_from_the_contract_and_the_value_from_an_earlier_base():
    steps = (RateStep(Decimal("0.035"), 30), RateStep(Decimal("0.03")))
    discounting = Discounting(
        first_year=Decimal(0), schedules={"standard": steps}, base_year="2010", schedule_from="contract"
    )
    found = factor_in(When(40, 2066, 2066), "standard", discounting)
    by_hand = 1 / (Decimal("1.035") ** 30 * Decimal("1.03") ** 10) / Decimal("1.035") ** 16
    assert round_half_up(found, 20) == round_half_up(by_hand, 20)


def test_factors_may_be_rounded_as_older_guidance_did():
    assert years_after(None, 2026, offset=6, factor_places=4) == Decimal("0.8135")


def test_a_schedule_that_the_method_has_not_is_the_standard_one():
    discounting = Discounting(first_year=Decimal(1), schedules={"standard": FLAT})
    assert factor_in(When(0, None, None), "health", discounting) == discount_factor(Decimal(1), FLAT)
