"""Exactness: half-up to the penny, whatever sixty-digit division did, and pence shared out without losing one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sv_cli.valuation.money import exact, pounds, shared_out


@pytest.mark.parametrize(
    ("amount", "rounded"), [("0.005", "0.01"), ("-0.005", "-0.01"), ("2.675", "2.68"), ("0.0049999", "0.00")]
)
def test_half_a_penny_is_rounded_away_from_nought(amount, rounded):
    with exact():
        assert str(pounds(Decimal(amount))) == rounded


def test_half_a_penny_that_division_left_a_hair_short_is_still_half_a_penny():
    with exact():
        short = Decimal(8) / 35 * 35 * Decimal("0.005") / 8
        assert short < Decimal("0.005")
        assert pounds(short) == Decimal("0.01")


def test_spare_pennies_go_to_the_largest_remainders():
    with exact():
        third = Decimal(1) / 3
        shared = shared_out(Decimal("1.00"), {"a": third, "b": third, "c": third})
    assert shared == {"a": Decimal("0.34"), "b": Decimal("0.33"), "c": Decimal("0.33")}


def test_gains_and_losses_that_cancel_out_are_both_told():
    with exact():
        shared = shared_out(Decimal(0), {"fiscal": Decimal(-100), "wellbeing": Decimal(100)})
    assert shared == {"fiscal": Decimal(-100), "wellbeing": Decimal(100)}


@given(st.lists(st.decimals(min_value=-(10**9), max_value=10**9, places=7), min_size=1, max_size=12))
def test_shares_add_up_and_each_is_within_a_penny(amounts):
    with exact():
        total = pounds(sum(amounts))
        shared = shared_out(total, dict(enumerate(amounts)))
    assert sum(shared.values()) == total
    assert all(abs(shared[n] - amount) <= Decimal("0.01") for n, amount in enumerate(amounts))
