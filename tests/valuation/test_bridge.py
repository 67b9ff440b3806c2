"""The bridge from one method to another: one convention at a time, and the steps add up to the difference."""

from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest
from support import bid_of, figure, library_of, promise, proxy, share

from sv_cli.model.methods import Method
from sv_cli.valuation.bridge import bridge
from sv_cli.valuation.conventions import CONVENTIONS
from sv_cli.valuation.money import exact, pounds

DESCRIBING = {"id", "title", "edition", "summary", "timing", "sources", "price_year", "reports"}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    deducted = {"deadweight": share("0.2"), "drop_off": share("0.5")}
    return library_of(
        tmp_path_factory.mktemp("bridge"),
        figures=[figure("test.rate", "100", unit="GBP/hour/year"), figure("test.old", "10", price_year="2019")],
        proxies=[
            proxy("test.hour", "test.rate", adjustments=deducted, duration_years="2.5"),
            proxy("test.old-hour", "test.old", adjustments={"attribution": share("0.1")}),
            proxy("test.post-year", "test.old * 1924", unit="fte-year"),
        ],
    )


@pytest.fixture(scope="module")
def bid():
    promises = (
        promise("test.hour", 100, unit="hour"),
        promise("test.old-hour", 7, row=3, unit="day"),
        promise("test.post-year", 2, row=4, unit="fte"),
        promise("no-such-proxy", 2, row=5),
    )
    return bid_of(*promises, start=date(2026, 4, 1), years=Decimal(3))


def test_a_bridge_from_gross_value_to_the_green_book(library, bid):
    gross, green_book = (library.methods[name] for name in ("gross", "green-book"))
    crossed = bridge(bid, library, gross, green_book, ("2025", "2025"))
    assert [(step.title, step.before, step.after) for step in crossed.steps] == [
        ("Counting of posts", "fte as fte-year in every year", "as stated"),
        ("Adjustments", "none", "deadweight, displacement, attribution to others, drop-off"),
        ("Years of an effect", "the first year only, parts of years pro rata", "all years, parts of years pro rata"),
        (
            "Discounting",
            "none",
            (
                "standard 3.5 % → 3 % → 2.5 % → 2 % → 1.5 % → 1 %; health 1.5 % → 1.29 % → 1.07 % → 0.86 % → 0.64 % → "
                "0.43 %; year 1 not discounted"
            ),
        ),
    ]
    assert [step.valued for step in crossed.steps] == [2, 2, 2, 2]
    assert [step.change for step in crossed.steps][2] == Decimal("5000.00")  # 100 × £80 × (0.5 + 0.5 × 0.25)


def test_the_steps_add_up_to_the_difference_between_any_two_methods_line_by_line(library, bid):
    for start, end in permutations(library.methods.values(), 2):
        crossed = bridge(bid, library, start, end, ("2025", "2019"))
        assert sum(step.change for step in crossed.steps) == crossed.difference
        for n, (before, after) in enumerate(zip(crossed.start.lines, crossed.end.lines, strict=True)):
            with exact():
                change = pounds(after.present or Decimal(0)) - pounds(before.present or Decimal(0))
            assert sum(step.lines[n] for step in crossed.steps) == change


def test_a_change_of_price_year_is_a_step(library, bid):
    green_book = library.methods["green-book"]
    (step,) = bridge(bid, library, green_book, green_book, ("2025", "2024")).steps
    assert (step.before, step.after) == (
        "prices of 2025 by hmt-deflator.index",
        "prices of 2024 by hmt-deflator.index",
    )


def test_every_option_of_a_method_belongs_to_a_convention():
    told = {name for convention in CONVENTIONS for name in convention.fields}
    assert told | DESCRIBING == set(Method.__struct_fields__)
