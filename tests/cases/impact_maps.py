"""The published impact maps, worked out by the engine from their own libraries and bids."""

from decimal import Decimal

from cases.engine import (
    bid_in,
    bid_of,
    by_years,
    convention,
    one,
    row,
    table_in,
    unrounded,
    valued,
    with_costs,
    with_rows,
)
from msgspec.structs import replace

from sv_cli.valuation.money import exact

PARTICIPANTS = ("a", "b", "c", "d", "e", "f")
PRACTICES = ("l", "m")
HALF = Decimal("0.5")
LWTC_INPUTS = ("119446", "1062.75")
CTBC_INPUTS = Decimal(1387000) / 3  # printed as 462,333.33
OBSERVED = {"lwtc.a": 62, "lwtc.b": 29, "lwtc.c": 27, "lwtc.d": 7, "lwtc.e": 22}


def lwtc_rows():
    plain = convention("undiscounted")
    valuation = valued(bid_in("lwtc"), plain)
    net = {line.proxy.id.removeprefix("lwtc."): line.net for line in valuation.lines}
    text = row("lwtc.h-text", 4, adjustments={"deadweight": HALF})
    found = {f"impact of row {name}": amount for name, amount in net.items()}
    found["impact of row h"] = valued(bid_of(text), plain).lines[0].net
    found["total impact"] = valuation.totals.net
    found["subtotal participants (Table 11)"] = sum(net[name] for name in PARTICIPANTS)
    found["subtotal GP practices (Table 11)"] = sum(net[name] for name in PRACTICES)
    hours = valued(bid_of(row("lwtc.volunteer-hour", "163.5")), plain).lines[0].gross
    found["volunteers, 163.5 hours at 6.50"] = hours
    found["total input"] = valued(with_costs(bid_in("lwtc"), 119446, hours), plain).totals.returns.inputs
    for name, working in {
        "a": "mean of 35, 45.99 and 55",
        "b": "12 × 35.50 + 10",
        "e": "mean of 117.25 and 133.70",
        "f": "mean of 3,990 and 11,445",
        "m": "11 × 156.92",
    }.items():
        found[f"proxy {name}, {working}"] = one(f"lwtc.proxy-{name}", plain)
    return found


def lwtc_projection():
    valuation = valued(with_costs(bid_in("lwtc"), *LWTC_INPUTS), convention("year-1"))
    returns = valuation.totals.returns
    return {
        **{f"PV year {year}": amount for year, amount in valuation.by_year.items()},
        "total PV": valuation.totals.present,
        "NPV": returns.net_present_value,
        "NPV, second printing": returns.net_present_value,
        "SROI ratio": returns.sroi_ratio,
        "net SROI ratio": returns.net_sroi_ratio,
    }


def lwtc_sensitivity():
    def ratio(changed, inputs=LWTC_INPUTS):
        bid = with_costs(with_rows(bid_in("lwtc"), changed), *inputs)
        return valued(bid, convention("year-1")).totals.returns.sroi_ratio

    def all_at_half(*names):
        return ratio(lambda each: replace(each, adjustments={**each.adjustments, **dict.fromkeys(names, HALF)}))

    def without(*names):
        return ratio(lambda each: None if each.reference in names else each)

    return {
        "deadweight 50% all": all_at_half("deadweight"),
        "drop-off 50% all": all_at_half("drop_off"),
        "attribution 50% all": all_at_half("attribution"),
        "deadweight 50% + drop-off 50%": all_at_half("deadweight", "drop_off"),
        "deadweight 50% + attribution 50%": all_at_half("deadweight", "attribution"),
        "attribution 50% + drop-off 50%": all_at_half("attribution", "drop_off"),
        "all three at 50%": all_at_half("deadweight", "attribution", "drop_off"),
        "remove outcome f": without("lwtc.f"),
        "remove outcome o": without("lwtc.o"),
        "remove GP outcomes l,m": without("lwtc.l", "lwtc.m"),
        "exclude start-up cost (105,369.65 + volunteers)": ratio(lambda each: each, ("105369.65", "1062.75")),
        "observed quantities only (a62 b29 c27 d7 e22)": ratio(
            lambda each: replace(each, quantity=Decimal(OBSERVED.get(each.reference, each.quantity)), tranches=())
        ),
    }


def ffl_kirklees():
    bid = with_costs(bid_in("ffl"), 152000, 26235, 703, 15953, 1912)
    valuation = valued(bid, convention("year-1"))
    returns = valuation.totals.returns
    return {
        **{f"PV year {year}": amount for year, amount in valuation.by_year.items()},
        "total PV": valuation.totals.present,
        "NPV": returns.net_present_value,
        "SROI ratio": returns.sroi_ratio,
        "net SROI": returns.net_sroi_ratio,
        "total inputs": returns.inputs,
    }


def ffl_unit_values():
    plain = convention("undiscounted")
    net = valued(bid_of(row("ffl.person")), plain).lines[0].net
    premium = valued(with_costs(bid_of(row("ffl.premium")), 635), plain).totals.returns.sroi_ratio
    day, volunteers, cook, four_hours = (
        valued(bid_of(row(name, hours)), plain).lines[0].gross
        for name, hours in (
            ("ffl.staff-day", "7.5"),
            ("ffl.volunteer-day", "7.5"),
            ("ffl.cook-day", "7.5"),
            ("ffl.cook-hour", "4"),
        )
    )
    return {
        "QALY value per head": one("ffl.qaly-per-head", plain),
        "net unit value 136 × 0.8^3": net,
        "pupil premium hourly 935/635": premium,
        "behaviour-management staff day 37.10 × 7.5": day,
        "volunteer day 7.5 × 12.92": volunteers,
        "cook day 8.59 × 7.5 (printed 64.43) + 30%": cook,
        "training 45 + 4 × 8.59": one("ffl.course", plain) + four_hours,
    }


def ctbc_arts():
    return _ctbc_rows() | _ctbc_years() | _ctbc_totals()


def _ctbc_rows():
    """The first year's impact of each row from the factors as they are printed, rounded."""
    valuation = valued(bid_in("ctbc-arts"), convention("undiscounted"))
    with exact():
        return {
            f"row{n:02} impact": line.quantity * line.portions[0].unit_value.undiscounted[0]
            for n, line in enumerate(valuation.lines, 1)
        }


def _ctbc_years():
    """The drop-off that the printed first two years imply, and the third year that follows from it."""
    found = {}
    for n, (each, line) in enumerate(zip(table_in("ctbc-arts/years.csv"), _ctbc_lines(), strict=True), 1):
        drop_off = _implied(each)
        if drop_off is not None:
            found[f"row{n:02} implied drop-off %"] = drop_off * 100
        if Decimal(each["year_2"]) and drop_off is not None:
            found[f"row{n:02} year-2 value"] = sum(
                portion.quantity * portion.unit_value.undiscounted.get(2, Decimal(0)) for portion in line.portions
            )
    return found


def _ctbc_totals():
    valuation = _ctbc()
    streams = [0, 1, 2]
    found = {f"sum year {n}": _sum_of(valuation, n) for n in streams}
    found |= {f"PV period {n + 1}": valuation.by_year[str(n + 1)] for n in streams}
    returns = valuation.totals.returns
    ratio = returns.sroi_ratio
    students = {"stakeholder": "Students"}
    return found | {
        "total PV": valuation.totals.present,
        "NPV": unrounded(valuation) - CTBC_INPUTS,
        "SROI": ratio,
        "SROI × 1.1": ratio * Decimal("1.1"),
        "SROI × 0.9": ratio * Decimal("0.9"),
        "displacement 0 -> 10% on all": _ratio(displacement="10"),
        "sensitivity: students duration 1 year": _ratio(students, duration="1"),
        "sensitivity: students drop-off all 10%": _ratio(students, drop_off="0.1"),
        "sensitivity: students duration 3 years": _ratio(students, duration="3"),
        "sensitivity: deadweight all 10% (displayed pct)": _ratio(deadweight="10"),
        "sensitivity: attribution all 10% (displayed pct)": _ratio(attribution="10"),
    }


def _ratio(only=None, **changed):
    return _ctbc(only or {}, changed).totals.returns.sroi_ratio


def _sum_of(valuation, offset):
    with exact():
        return sum(
            portion.quantity * portion.unit_value.undiscounted.get(offset, Decimal(0))
            for line in valuation.lines
            for portion in line.portions
        )


def _ctbc(only=(), changed=()):
    rows = [
        _ctbc_row(each, dict(changed) if dict(only).items() <= each.items() else {})
        for each in table_in("ctbc-arts/years.csv")
    ]
    bid = with_costs(bid_of(*rows), CTBC_INPUTS)
    return valued(bid, convention("year-1", "0.01047"))


def _ctbc_lines():
    return valued(
        bid_of(*(_ctbc_row(each, {}, rolled=True) for each in table_in("ctbc-arts/years.csv"))),
        convention("undiscounted"),
    ).lines


def _implied(each):
    """Drop-off from the first year to the second; None where the second has nothing."""
    first, second, part = Decimal(each["year_0"]), Decimal(each["year_1"]), _part(each, 1)
    with exact():
        return None if not part else 1 - second / first / part


def _part(each, year):
    return min(max(Decimal(each["duration"]) - year, Decimal(0)), Decimal(1))


def _ctbc_row(each, changed, *, rolled=False):
    """A row whose quantity is what its printed first year is before its deductions.

    Its years stand as they are printed, unless they are to be ``rolled`` forward from the first, as a change of its
    duration or drop-off needs. Row 5 then lasts the three years that its source counts.
    """
    shares = {name: Decimal(each[name]) / 100 for name in ("deadweight", "attribution")} | {"displacement": Decimal(0)}
    with exact():
        kept = (1 - shares["deadweight"]) * (1 - shares["attribution"])
        years = [Decimal(each[name]) / kept for name in ("year_0", "year_1", "year_2")]
    shares |= {name: Decimal(changed[name]) / 100 for name in shares.keys() & changed.keys()}
    if not rolled and not changed.keys() & {"duration", "drop_off"}:
        return by_years(years, adjustments=shares)
    drop_off = Decimal(changed.get("drop_off") or _implied(each) or 0)
    printed = "3" if each["row"] == "5" and not rolled else each["duration"]
    duration = Decimal(changed.get("duration") or printed)
    return row("case.pound-a-year", years[0], adjustments=shares | {"drop_off": drop_off}, duration_years=duration)


MAPS = {
    "SROI-LWTC-ROWS": lwtc_rows,
    "SROI-LWTC-PROJECTION": lwtc_projection,
    "SROI-LWTC-SENSITIVITY": lwtc_sensitivity,
    "SROI-FFL-KIRKLEES": ffl_kirklees,
    "SROI-FFL-UNITVALUES": ffl_unit_values,
    "SROI-CTBC-ARTS": ctbc_arts,
}
