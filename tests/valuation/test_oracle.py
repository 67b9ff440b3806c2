"""The kernel against an independent oracle: the same convention in a few lines of exact fractions."""

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import bid_of, discounting, figure, library_of, method, promise, proxy, valued

from sv_cli.model.bids import Period, Tranche
from tests.examples import examples

ALL = ["deadweight", "displacement", "attribution", "drop_off"]
DECLINING = [{"rate": "0.035", "to_year": "2"}, {"rate": "0.03", "to_year": "4"}, {"rate": "0.01"}]
METHODS = {
    "undiscounted": {},
    "from-zero": {"discounting": {"first_year": "0", "schedules": {"standard": DECLINING}}},
    "from-one": {"discounting": discounting("1"), "drop_off_from": "first year", "part_years": "rounded-up"},
    "spread": {"discounting": discounting("0"), "undated": "spread", "rounding": "total"},
    "cumulative": {"discounting": discounting("1"), "deadweight_growth": "cumulative", "effect_starts": "year after"},
}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return library_of(
        tmp_path_factory.mktemp("oracle"),
        figures=[figure("test.first"), figure("test.second", unit="GBP/hour"), figure("test.third")],
        proxies=[
            proxy("test.single", "test.first"),
            proxy("test.parts", {"fiscal": "test.first", "wellbeing": "test.second / 3", "economic": "test.third"}),
            proxy("test.split", "test.first", value_kind={"fiscal": "0.7", "wellbeing": "0.3"}, value_kind_why="so"),
        ],
        methods=[method(name, adjustments=ALL, **rest) for name, rest in METHODS.items()],
    )


def kinds_of(reference, amounts):
    first, second, third = amounts
    return {
        "test.single": {"economic": first},
        "test.parts": {"fiscal": first, "wellbeing": second / 3, "economic": third},
        "test.split": {"fiscal": first * Fraction("0.7"), "wellbeing": first * Fraction("0.3")},
    }[reference]


def rate(method_name, year):
    if method_name != "from-zero":
        return Fraction("0.035")
    return Fraction("0.035") if year <= 2 else Fraction("0.03") if year <= 4 else Fraction("0.01")


def discount(method_name, years):
    growth = Fraction(1)
    for year in range(1, years + 1):
        growth *= 1 + rate(method_name, year)
    return 1 / growth


def oracle(row, amounts, method_name, years):
    """Gross, net and present value of one row as fractions of a pound."""
    options = METHODS[method_name]
    one = sum(kinds_of(row.reference, amounts).values())
    share = {name: Fraction(row.adjustments[name]) for name in ALL}
    kept = (1 - share["displacement"]) * (1 - share["attribution"])
    late = options.get("effect_starts") == "year after"
    first = 0 if "discounting" not in options else int(options["discounting"]["first_year"])
    gross = net = present = Fraction(0)
    for quantity, offset in parts(row, options, years):
        gross += quantity * one
        net += quantity * one * kept * (1 - share["deadweight"])
        for t in range(1, ceil(row.duration_years) + 1):
            dead = min(share["deadweight"] * t, 1) if "deadweight_growth" in options else share["deadweight"]
            decay = (1 - share["drop_off"]) ** (t if "drop_off_from" in options else t - 1)
            part = 1 if "part_years" in options else min(Fraction(row.duration_years) - t + 1, 1)
            when = offset + late + t - 1
            factor = discount(method_name, when + first) if "discounting" in options else 1
            present += quantity * one * kept * (1 - dead) * decay * part * factor
    return gross, net, present


def parts(row, options, years):
    if row.tranches:
        return [(Fraction(each.quantity), each.period.number - 1) for each in row.tranches]
    if options.get("undated") == "spread":
        return [(Fraction(row.quantity) / years, n) for n in range(years)]
    return [(Fraction(row.quantity), 0)]


def half_up(amount):
    return Decimal(floor(amount * 100 + Fraction(1, 2))) / 100


money = st.decimals(min_value=0, max_value=10**6, places=2)
quantities = st.decimals(min_value=0, max_value=10**6, places=3)
shares = st.decimals(min_value=0, max_value=1, places=3)
tranches = st.lists(st.tuples(quantities, st.integers(1, 5)), max_size=3)
rows = st.builds(
    lambda reference, quantity, parts, adjustments, duration: {
        "reference": reference,
        "quantity": sum((each for each, _ in parts), Decimal(0)) if parts else quantity,
        "tranches": tuple(Tranche(each, Period(f"Year {n}", number=n)) for each, n in parts),
        "adjustments": adjustments,
        "duration_years": duration,
    },
    st.sampled_from(["test.single", "test.parts", "test.split"]),
    quantities,
    tranches,
    st.fixed_dictionaries(dict.fromkeys(ALL, shares)),
    st.decimals(min_value="0.1", max_value=6, places=1),
)


def with_amounts(library, amounts):
    names = ("test.first", "test.second", "test.third")
    changed = {
        name: msgspec.structs.replace(library.figures[name], amount=amount)
        for name, amount in zip(names, amounts, strict=True)
    }
    return msgspec.structs.replace(library, figures={**library.figures, **changed})


@examples(150)
@given(
    rows=st.lists(rows, min_size=1, max_size=5),
    amounts=st.tuples(money, money, money),
    name=st.sampled_from(sorted(METHODS)),
    years=st.integers(1, 4),
)
def test_random_bids_agree_with_the_oracle_to_the_penny_and_what_is_printed_adds_up(
    library, rows, amounts, name, years
):
    promises = [promise(row=n, unit="hour", **each) for n, each in enumerate(rows, 2)]
    valuation = valued(bid_of(*promises, years=Decimal(years)), with_amounts(library, amounts), name)
    expected = [oracle(each, [Fraction(amount) for amount in amounts], name, years) for each in promises]
    totals = valuation.totals
    if valuation.method.rounding == "lines":
        printed = [(line.gross, line.net, line.present) for line in valuation.lines]
        assert printed == [tuple(map(half_up, each)) for each in expected]
        assert (totals.gross, totals.net, totals.present) == tuple(map(sum, zip(*printed, strict=True)))
        assert all(sum(line.by_kind.values()) == line.present for line in valuation.lines)
        assert all(sum(line.by_year.values()) == line.present for line in valuation.lines)
    else:
        assert (totals.gross, totals.net, totals.present) == tuple(
            half_up(sum(each)) for each in zip(*expected, strict=True)
        )
    for parts_of_total in (valuation.by_theme, valuation.by_kind, valuation.by_year):
        lost = abs(sum(parts_of_total.values()) - totals.present)
        assert lost <= (0 if valuation.method.rounding == "lines" else len(parts_of_total) * Decimal("0.01"))
        assert all(amount == round(amount, 2) for amount in parts_of_total.values())
