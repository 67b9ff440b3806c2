"""Whatever an author writes into a rule and whatever a bid says, there is an answer in sentences, never a traceback."""

from datetime import date
from decimal import Decimal

import pytest
import yaml
from hypothesis import HealthCheck, example, given
from hypothesis import strategies as st

from sv_cli.checks.binding import bound
from sv_cli.checks.families import CHECKS
from sv_cli.checks.judging import judged
from sv_cli.library.frameworks import load_framework
from sv_cli.library.load import load_library
from sv_cli.library.yaml_text import parse_yaml
from sv_cli.model.bids import Period, Tranche
from tests.checks.running import EXAMPLES, LIBRARY, TODAY
from tests.examples import examples
from tests.support import bid_of, promise, valued

LIBRARY_OF_EXAMPLES = load_library([LIBRARY]).library
NASTY = st.one_of(
    st.sampled_from(
        [
            "",
            "0",
            "1",
            "-1",
            "0.5",
            "100",
            "1e5",
            "NaN",
            "Infinity",
            "9" * 15,
            "9" * 40,
            "1e999999",
            "true",
            "no",
            "*",
            "[",
            "hour",
            "person",
            "item",
            "fte",
            "refused",
            "apart",
            "commitment",
            "year",
            "England",
            "2026-02-30",
            "\x00",
            "ſ",
        ]
    ),
    st.text(max_size=12),
    st.lists(st.sampled_from(["evidence", "place", "giving.*", "examples-giving", "measure", ""]), max_size=3),
    st.dictionaries(
        st.sampled_from(["themes", "proxies", "units", "x"]), st.lists(st.text(max_size=8), max_size=2), max_size=2
    ),
)
DAYS = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max, date(2026, 4, 1)]))
QUANTITIES = st.one_of(
    st.none(), st.decimals(0, 10**9, places=3), st.sampled_from([Decimal(0), Decimal("1e-12"), Decimal("1e10")])
)
PERIODS = st.one_of(
    st.none(),
    st.builds(Period, label=st.text(max_size=6), number=st.integers(1, 10**6)),
    st.builds(Period, label=st.just("then"), calendar=st.integers(1, 9999), financial=st.booleans()),
)


@st.composite
def promises(draw):
    quantity = draw(QUANTITIES)
    whole = draw(st.booleans()) or quantity is None
    return promise(
        draw(st.sampled_from([*[*LIBRARY_OF_EXAMPLES.proxies][-8:], None, "nothing"])),
        quantity,
        row=draw(st.integers(2, 10**6)),
        description=draw(
            st.one_of(st.text(max_size=40), st.sampled_from(["25 hours a day", "9" * 300 + " days a week"]))
        ),
        tranches=() if whole else (Tranche(quantity, draw(PERIODS)),),
        start=draw(DAYS),
        end=draw(DAYS),
        place=draw(st.one_of(st.none(), st.sampled_from(["London", "E12000007", "nowhere", ""]))),
        adjustments=draw(st.dictionaries(st.sampled_from(["deadweight", "drop_off"]), st.decimals(0, 1, places=2))),
        evidence=draw(st.one_of(st.none(), st.text(max_size=5))),
    )


BIDS = st.builds(
    bid_of,
    st.deferred(promises),
    st.deferred(promises),
    value=st.one_of(st.none(), st.decimals("0.01", 10**12, places=2)),
    start=DAYS,
    years=st.one_of(st.none(), st.sampled_from([Decimal("0.01"), Decimal("2.5"), Decimal(100)])),
    place=st.one_of(st.none(), st.sampled_from(["London", "nowhere"])),
)


def rule_of(check):
    text = (EXAMPLES / check / "framework.yaml").read_text(encoding="utf-8")
    return text, parse_yaml(text.encode()).plain["rules"][0]


@pytest.mark.parametrize("check", CHECKS)
@examples(10, (HealthCheck.function_scoped_fixture,))
@given(bid=BIDS)
@example(bid=bid_of())
def test_any_bid_is_judged_by_every_check(check, bid):
    framework = load_framework(EXAMPLES / check / "framework.yaml").framework
    ready, findings = bound(framework, LIBRARY_OF_EXAMPLES)
    assert findings == []
    outcome = judged(valued(bid, LIBRARY_OF_EXAMPLES, "gross"), ready, TODAY)
    assert outcome.status in ("met", "broken", "not judged")
    assert all(each.finding.message and each.finding.help for each in outcome.breaches)


@pytest.mark.parametrize("check", CHECKS)
@examples(10, (HealthCheck.function_scoped_fixture,))
@given(changes=st.dictionaries(st.integers(0, 8), NASTY, min_size=1, max_size=2), bid=BIDS)
def test_any_rule_is_understood_or_refused(check, changes, bid, tmp_path):
    text, rule = rule_of(check)
    keys = [key for key in (*rule, "of", "unit", "least") if key not in ("id", "check")]
    changed = dict(rule) | {keys[number % len(keys)]: value for number, value in changes.items()}
    document = parse_yaml(text.encode()).plain | {"rules": [changed]}
    file = tmp_path / "framework.yaml"
    file.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
    loading = load_framework(file)
    if loading.framework is None:
        assert loading.findings
        return
    ready, findings = bound(loading.framework, LIBRARY_OF_EXAMPLES)
    assert (ready is None) is bool(findings)
    if ready is not None:
        judged(valued(bid, LIBRARY_OF_EXAMPLES, "gross"), ready, TODAY)
