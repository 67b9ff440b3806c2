"""One valuer values many bids: what it remembers of one of them must not change how the next is valued."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from support import bid_of, promise

from sv_cli.library.load import load_library
from sv_cli.model.bids import Period, Tranche
from sv_cli.reports.json import as_data
from sv_cli.valuation.value import value, valuer
from tests.examples import examples

LIBRARY = load_library().library
UNITS = {"volunteering.hour": "hour", "climate.tonne-avoided": "tCO2e", "jobs.jobseeker-into-work": "person"}
PERIODS = [None, *(Period(f"Year {n}", number=n) for n in (1, 2)), Period("2026/27", calendar=2026, financial=True)]
# Numbers that are equal and are written differently, and some that are not
quantities = st.sampled_from(["1.5", "1.50", "10", "1E+1", "10.0", "0", "7", "1E+16", "-3"]).map(Decimal)


@st.composite
def bids(draw):
    rows = []
    for row in range(2, 2 + draw(st.integers(1, 6))):
        reference = draw(st.sampled_from([*UNITS, "NT17", "nothing.known"]))
        unit = draw(st.sampled_from([UNITS.get(reference), None, "day"]))
        quantity = draw(quantities)
        parts = (Tranche(quantity, draw(st.sampled_from(PERIODS))),)
        rows.append(promise(reference, quantity, row, tranches=parts, unit=unit))
    start = draw(st.sampled_from([None, date(2026, 4, 1), date(2024, 9, 1)]))
    years = draw(st.sampled_from([None, Decimal(1), Decimal(3)]))
    return bid_of(*rows, start=start, years=years)


@examples(40)
@given(st.lists(bids(), min_size=2, max_size=5))
def test_every_bid_is_valued_as_if_it_were_the_only_one(many):
    method = LIBRARY.methods[LIBRARY.default_method]
    shared = valuer(LIBRARY, method, LIBRARY.default_price_year)
    for bid in [*many, *many]:
        together = value(bid, shared)
        alone = value(bid, valuer(LIBRARY, method, LIBRARY.default_price_year))
        assert as_data(together) == as_data(alone)
        assert [str(line.quantity) for line in together.lines] == [str(line.quantity) for line in alone.lines]
