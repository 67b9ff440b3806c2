"""The published tables, annuities, price bases, ratios and scores, worked out by the engine."""

from decimal import Decimal
from itertools import pairwise

from cases.engine import (
    bid_in,
    bid_of,
    by_years,
    convention,
    library,
    one,
    row,
    unrounded,
    valued,
    with_costs,
)
from msgspec.structs import replace

from sv_cli.model.methods import Costs, OptimismBias
from sv_cli.valuation.discounting import discount_factor
from sv_cli.valuation.money import exact
from sv_cli.valuation.scores import relative_to_lowest, weighted_mean

WORKS = (("0.05", "1"), ("0.02", "1"), ("0.22", "0.4"), ("0.05", "1"), ("0.03", "1"))
FLOWS = ((-100, 39, 59, 55, 20), (-200, 39, 59, 55, 20), (-100, 19, 49, 58, 200))


def pv_of_a_thousand():
    years = valued(bid_of(by_years([1000] * 11)), convention("year-0")).by_year
    return {f"year {int(year) - 1}": amount for year, amount in years.items()}


def deflated():
    method = library().methods["deflated-two-per-cent"]
    return {f"year {n}": one(f"prices.nominal-{n}", method, "2020") for n in range(6)}


def declining():
    schedule = library().methods["green-book"].discounting.schedules["standard"]
    years = (*range(31), 40, 50, 60, 75, 80, 90, 100, 125, 150, 200, 250, 300, 350, 400, 500)
    return {f"DF year {year}": discount_factor(Decimal(year), schedule) for year in years}


def annuity(years, rate="0.035", quantity=1, reference="case.pound-a-year"):
    lasting = row(reference, quantity, duration_years=Decimal(years))
    return unrounded(valued(bid_of(lasting), convention("year-1", rate)))


def nigeae_annuity():
    return {"annuity factor 20y": annuity(20), "PV": annuity(20, quantity=10000)}


def deferred_annuity():
    method = convention("year-0", "0.035", factor_places=4)
    in_year_6 = valued(bid_of(by_years([0] * 6 + [865])), method).totals.present
    return {
        "DF year 6": discount_factor(Decimal(6), convention("year-0").discounting.schedules["standard"]),
        "PV at year 6 with the source factor (75 × 11.5281)": Decimal(75) * Decimal("11.5281"),
        "PV at year 0, line-rounded (865 × 0.8135)": in_year_6,
        "PV at year 0 printed second way (75 × 11.5281 × 0.8135)": unrounded(
            valued(bid_of(by_years([0] * 6 + ["864.6075"])), method)
        ),
        "annuity factor 15y": annuity(15),
        "PV at year 0 from exact factors": annuity(15, quantity=75, reference="case.deferred-pound-a-year"),
    }


def equivalent_annual_cost():
    with exact():
        return {"annual payment": 100 / annuity(10, "0.06")}


def biased(amount, bias, *more):
    """A cost raised by what is left of an optimism bias, and costs that are not raised."""
    method = replace(convention("undiscounted"), costs=Costs(optimism_bias=bias))
    raised = valued(with_costs(bid_of(row("case.pound")), amount), method).totals.returns.present_inputs
    return raised + sum(more)


def works_duration():
    causes = tuple((Decimal(share), Decimal(managed)) for share, managed in WORKS)
    unmanaged, managed = (OptimismBias(Decimal("0.39"), each) for each in ((), causes))
    return {
        "unmitigated duration": biased(28, unmanaged),
        "managed contribution %": (1 - managed.left / unmanaged.left) * 100,
        "resultant OB %": managed.left * 100,
        "adjusted duration": biased(28, managed),
    }


def capital_cost():
    bias = OptimismBias(Decimal("0.51"), ((Decimal("0.92"), Decimal(1)),))
    return {
        "resultant OB %": bias.left * 100,
        "capex": biased(100, bias),
        "with risk management cost": biased(100, bias, 7),
    }


def deflator():
    method, index = library().methods["deflated-2009"], library().figures["prices.deflator-2009"].values
    years = sorted(index, key=lambda year: int(year[:4]))
    ratio = valued(bid_of(row("prices.ratio-1998")), method, "2003/04").lines[0].unit_value
    amount = valued(bid_of(row("prices.amount-1998")), method, "2003/04").lines[0].unit_value
    changes = {
        f"annual change {year.replace('/', '-')}": (index[year] / index[before] - 1) * 100
        for before, year in pairwise(years)
    }
    return changes | {
        "inflate 7.4m 1998-99 -> 2003-04": amount,
        "ratio 102.789/91.031": ratio,
        "cumulative 1997-98 to 2002-03 %": (index["2002/03"] / index["1997/98"] - 1) * 100,
    }


def wellby():
    return {"value per person per year": one("prices.life-satisfaction", convention("undiscounted"))}


def wellby_rebased():
    method = library().methods["deflated-l8gg"]
    uprated = valued(bid_of(row("prices.wellby-2019")), method, "2024/25").lines[0].unit_value
    return {"ratio": uprated / 13000, "uprated WELLBY": uprated, "gap to 16,300 %": (uprated / 16300 - 1) * 100}


def net_present_value(flows, rate, first_year="0"):
    """Flows of successive years, the first of them a cost."""
    cost, *rest = flows
    method = replace(convention("year-0", rate, first_year), costs=Costs(first_year=Decimal(first_year)))
    valuation = valued(with_costs(bid_of(by_years([0, *rest])), -cost), method)
    with exact():
        factor = discount_factor(Decimal(first_year), method.discounting.schedules["standard"])
        return unrounded(valuation) + cost * factor


def npv_numpy():
    return {f"flows {n}": net_present_value(flows, "0.281") for n, flows in enumerate(FLOWS, 1)}


def npv_excel():
    flows = {"a": ((-500000, 200000, 300000, 200000), "0.1"), "b": ((-1000, 500, 300, 800), "0.08")}
    found = {f"{name} t0": net_present_value(*each) for name, each in flows.items()}
    return found | {f"{name} Excel": net_present_value(*each, "1") for name, each in flows.items()}


def toolkit():
    method = convention("year-0", "0.03", factor_places=3)
    flows = (0, 12000, 25000, 25000, 35000, 40000)
    valuation = valued(with_costs(bid_of(by_years(flows)), 150000), method)
    later = valued(bid_of(by_years([0] * 5 + [150000])), method).totals.present
    years = {f"PV year {int(year) - 1}": amount for year, amount in valuation.by_year.items()}
    returns = valuation.totals.returns
    return years | {
        "PV year 0": -returns.present_inputs,
        "150,000 in 5 years": later,
        "NPV printed": returns.net_present_value,
    }


def against_budget(value, budget):
    return valued(with_costs(bid_of(row("case.pound", value)), budget), convention("undiscounted")).totals.returns


def restoration():
    returns = against_budget(135652, 61256)
    return {"ratio": returns.sroi_ratio, "net benefit": returns.net_present_value}


def timebank():
    returns = against_budget(803184, 50000)
    ratio = returns.sroi_ratio
    return {"net social value": returns.net_present_value, "SROI": ratio, "SROI rounded": ratio}


def additionality():
    plain = convention("undiscounted")

    def net(quantity, deadweight):
        counted = row("case.pound", quantity, adjustments={"deadweight": Decimal(deadweight)})
        return valued(with_costs(bid_of(counted), 600000), plain).totals

    jobs, placements = net(1500, "0.4"), net(200, "0.15")
    return {
        "net jobs": jobs.net,
        "net placements": placements.net,
        "cost per additional": placements.returns.inputs / placements.net,
    }


def torbay():
    bid, method = bid_in("torbay"), convention("undiscounted")
    for_a_year = replace(bid, contract=replace(bid.contract, years=Decimal(1)))
    return {
        "FTE": sum(line.quantity for line in valued(for_a_year, method).lines),
        "FTE-years": sum(line.quantity for line in valued(bid, method).lines),
    }


def price_scores():
    scores = relative_to_lowest([Decimal(price) for price in (100, 105, 108)], Decimal(40))
    return {f"bidder {n}": score for n, score in enumerate(scores, 1)}


def strategic_proposals():
    winner, loser = relative_to_lowest([Decimal("4.8"), Decimal("5.3")], Decimal(30))
    return {"price points loser": loser, "total winner": winner + 5 + 40, "total loser": loser + 5 + 40}


def oracle_weighting():
    def mean(*scored):
        return weighted_mean([(Decimal(score), Decimal(weight)) for score, weight in scored])

    return {
        "header weighted": mean((100, "0.7"), (0, "0.3")),
        "header unweighted": mean((100, 1), (0, 1)),
        "line weighted": mean((50, "0.3"), (80, "0.7")),
        "line unweighted": mean((50, 1), (80, 1)),
    }


def payback():
    method = convention("year-1", "0.1")
    returns = valued(with_costs(bid_of(by_years([300, 400, 500, 200])), 1000), method).totals.returns
    return {"simple payback": returns.payback_years, "discounted payback": returns.discounted_payback_years}


CLOSED_FORMS = {
    "GB-TABLE2-PV1000": pv_of_a_thousand,
    "GB-TABLE1-DEFLATE": deflated,
    "GB-DF-DECLINING": declining,
    "NIGEAE-ANNUITY": nigeae_annuity,
    "NIGEAE-DEFERRED-ANNUITY": deferred_annuity,
    "GB1997-EAC": equivalent_annual_cost,
    "OB-WORKS-DURATION": works_duration,
    "OB-CAPEX-AWARD": capital_cost,
    "HMT-GDP-DEFLATOR-2005": deflator,
    "HMT-WELLBY-EXAMPLE": wellby,
    "WELLBY-REBASE-L8GG": wellby_rebased,
    "NPV-NUMPY-DOC": npv_numpy,
    "NPV-EXCEL-VS-T0": npv_excel,
    "CBA-TOOLKIT-NPV": toolkit,
    "SROI-RESTORATION-HACT": restoration,
    "SROI-HOUR-TIMEBANK": timebank,
    "ADDITIONALITY-TUTORIAL": additionality,
    "TOMS-TORBAY-FTE": torbay,
    "TENDER-PRICE-RELATIVE": price_scores,
    "TENDER-STRATEGIC-PROPOSALS": strategic_proposals,
    "TENDER-ORACLE-WEIGHTING": oracle_weighting,
    "PAYBACK-TIKO": payback,
}
