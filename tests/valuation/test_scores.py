"""Scores of tenders: against the best bid, and weighted."""

from decimal import Decimal

from sv_cli.valuation.scores import relative_to_highest, relative_to_lowest, weighted_mean


def decimals(*numbers):
    return [Decimal(number) for number in numbers]


def test_social_value_is_scored_against_the_highest():
    assert [round(score, 2) for score in relative_to_highest(decimals(40000, 90000), Decimal(10))] == decimals(
        "4.44", 10
    )


def test_when_no_bid_promises_anything_all_score_nothing():
    assert relative_to_highest(decimals(0, 0), Decimal(10)) == [0, 0]
    assert relative_to_highest([], Decimal(10)) == []


def test_a_price_of_nought_has_all_the_points_and_divides_nothing():
    assert relative_to_lowest(decimals(0, 100), Decimal(40)) == [40, 0]


def test_weights_that_come_to_nothing_give_nothing():
    assert weighted_mean([(Decimal(5), Decimal(0))]) == 0
