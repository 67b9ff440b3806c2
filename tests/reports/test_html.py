"""The HTML report: whole, well formed, self-contained, readable by all; and nothing that a bid says runs in it."""

import base64
import csv
import hashlib
import re
from io import StringIO
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace

import sv_cli
from sv_cli.model.sources import Source
from sv_cli.reports.cited_sources import _cited, _some, cited_sources
from sv_cli.reports.html import render
from sv_cli.reports.screen import Screen
from tests.cli.door import SAMPLES, sv
from tests.support import figure, proxy, write_library

CSS = (Path(sv_cli.__file__).parent / "reports" / "valuation.css").read_text(encoding="utf-8")
HOSTILE = "<script>alert(1)</script>\" onload='x' &amp; {{ 7*7 }} {% raw %} </style><!-- ]]> javascript:x"


def page_of(text: str) -> ET.Element:
    """The page as a tree: it is written so that a strict parser takes it too."""
    return ET.fromstring(text.removeprefix("<!DOCTYPE html>\n"))  # noqa: S314 - our own page


def page(sample: str, *options: str) -> ET.Element:
    return page_of(sv("score", SAMPLES / sample, "--format", "html", *options).out)


def said(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def table(tree: ET.Element, name: str) -> list[list[str]]:
    rows = next(each for each in tree.iter("table") if name in each.get("class", "").split()).find("tbody")
    return [[said(cell) for cell in row] for row in rows]


class TestWhatItSays:
    def test_the_headline_and_the_facts(self):
        told = said(page("food-bank.xlsx"))
        assert "£482,875 of social value (present value, 2025 prices) from 8 of 8 commitments" in told
        assert "170 % of the contract value of £284,000.00" in told
        facts = {said(each[0]): said(each[1]) for each in page("food-bank.xlsx").findall(".//dl/div")}
        assert facts["Supplier"] == "Larkmere Community Larder CIO"
        assert (facts["Start"], facts["Length"]) == ("1 April 2026", "3 years")
        assert facts["Place"] == "East Midlands (E12000004)"

    def test_every_line_has_the_amounts_of_the_table_of_lines(self):
        rows = list(csv.DictReader(StringIO(sv("score", SAMPLES / "food-bank.xlsx", "--format", "csv").out)))
        shown = table(page("food-bank.xlsx"), "lines")
        assert len(shown) == len(rows) == 8
        for cells, row in zip(shown, rows, strict=True):
            amounts = [f"£{float(row[name]):,.2f}" for name in ("unit_value", "gross", "net", "present_value")]
            assert (cells[0], cells[3:]) == (row["row"], amounts)
            assert row["proxy"] in cells[1]

    def test_a_line_that_is_not_valued_is_shown_as_such_with_its_finding(self):
        tree = page("bad-bid.xlsx")
        row = next(each for each in tree.iter("tr") if each.get("id") == "line-2")
        assert row.get("class") == "unvalued"
        assert [said(cell) for cell in row] == [
            "13", "Team days in the park volunteering.hours SV302", "90 hours", "—", "—", "—", "not valued",
        ]  # fmt: skip
        assert [link.get("href") for link in row.iter("a")] == ["#finding-2"]

    def test_findings_stand_by_severity_with_what_to_do(self):
        tree = page("bad-bid.xlsx")
        assert [said(each) for each in tree.iter("h3")] == ["14 errors", "1 warning"]
        assert table(tree, "warning") == [
            [
                "SV240 said-twice",
                "SV Commitments!25",
                "'volunteering.hour' with the same text and quantity is already in row 12",
                "remove one of them, unless you mean both",
            ]
        ]

    def test_bars_are_as_long_as_the_shares(self):
        tree = page("food-bank.xlsx")
        bars = [each[1].get("width") for each in tree.iter("svg") if each.get("class") == "bar theme"]
        assert bars == ["52.1", "27.5", "17.7", "1.9", "0.7"]
        assert [row[2] for row in table(tree, "sums")] == ["52 %", "27 %", "18 %", "2 %", "1 %"]

    def test_a_bar_is_no_longer_than_the_whole_and_none_where_something_is_lost(self, tmp_path):
        gained, lost = figure("test.gained", "30"), figure("test.lost", "10")
        both = proxy("test.hour", {"fiscal": "test.gained", "economic": "test.lost - test.gained"})
        library = write_library(tmp_path, figures=[gained, lost], proxies=[both])
        (tmp_path / "bid.csv").write_text("Ref,Commitment,Quantity,Unit\ntest.hour,Time,1,hours\n", encoding="utf-8")
        tree = page_of(sv("score", tmp_path / "bid.csv", "--library", library, "--format", "html").out)
        drawn = [each for each in tree.iter("svg") if each.get("class") == "bar kind"]
        assert [(bar[0].get("width"), bar[1].get("width")) for bar in drawn] == [("100", "100"), ("100", "0")]

    def test_the_ratio_is_there_when_costs_are(self):
        told = said(page("food-bank.xlsx", "--investment", "£120,000"))
        assert "£120,000.00" in told
        assert "Benefit–cost ratio 4.02: £482,875 for costs of £120,000" in told

    def test_sources_are_named_once_with_what_rests_on_them(self):
        sources = table(page("food-bank.xlsx"), "sources")
        assert sources[0][0].startswith("HM Government, National Minimum Wage and National Living Wage rates")
        assert sources[0][1:] == ["rate from 1 April of each year, highest age band", "OGL-UK-3.0", "row 9"]
        assert len({tuple(each) for each in sources}) == len(sources)
        assert sources[-1][3] == "the method"

    def test_rows_of_several_sheets_are_told_apart(self):
        valuation = sv_cli.score(SAMPLES / "food-bank.xlsx")
        first, *rest = valuation.lines
        moved = replace(first, commitment=replace(first.commitment, sheet="Other"))
        several = replace(valuation, lines=(moved, *rest))
        assert table(page_of(render(several, Screen())), "lines")[0][0] == "9 Other"
        assert cited_sources(several)[0].used == "row Other!9"

    def test_nothing_valued_is_a_page_too(self, tmp_path):
        (tmp_path / "bid.csv").write_text("Ref,Commitment,Quantity\nno.such,Nothing,3\n", encoding="utf-8")
        told = sv("score", tmp_path / "bid.csv", "--format", "html")
        assert told.code == 1
        assert "£0.00 of social value" in said(page_of(told.out))
        assert "Nothing is valued." in said(page_of(told.out))


class TestThatNothingRuns:
    def test_the_policy_lets_its_own_style_sheet_in_and_nothing_else(self):
        tree = page("food-bank.xlsx")
        (policy,) = [each.get("content") for each in tree.iter("meta") if each.get("http-equiv")]
        (style,) = tree.iter("style")
        assert style.text == CSS
        digest = base64.b64encode(hashlib.sha256((style.text or "").encode()).digest()).decode()
        assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"

    @pytest.mark.parametrize("sample", ["food-bank.xlsx", "bad-bid.xlsx", "adult-services.xlsx", "after-hours.csv"])
    def test_nothing_is_asked_of_anywhere(self, sample):
        tree = page(sample)
        tags = {each.tag for each in tree.iter()}
        assert not tags & {"script", "img", "link", "iframe", "object", "embed", "base", "form", "audio", "video"}
        names = {name for each in tree.iter() for name in each.attrib}
        assert not {name for name in names if name.startswith("on")} | names & {"src", "style", "srcset", "action"}
        assert "url(" not in CSS
        assert "@import" not in CSS
        for link in tree.iter("a"):
            assert link.get("href", "").startswith(("#", "https://", "http://"))

    def test_every_link_within_the_page_leads_somewhere(self):
        tree = page("bad-bid.xlsx")
        ids = [each.get("id") for each in tree.iter() if each.get("id")]
        assert len(ids) == len(set(ids))
        wanted = {link.get("href", "") for link in tree.iter("a") if link.get("href", "").startswith("#")}
        assert wanted <= {f"#{each}" for each in ids}
        labels = {each.get("aria-labelledby") for each in tree.iter("section")} - {None}
        assert labels <= set(ids)

    @pytest.mark.parametrize("column", ["Supplier", "Ref", "Commitment", "Unit", "Quantity"])
    def test_what_a_bid_says_is_text_and_nothing_else(self, tmp_path, column):
        row = {"Ref": "volunteering.hour", "Commitment": "Time", "Quantity": "10", "Unit": "hours", "Supplier": "Us"}
        row[column] = HOSTILE
        text = StringIO()
        csv.writer(text).writerows(
            [["Supplier", row.pop("Supplier")], [], list(row), list(row.values())],
        )
        (tmp_path / "bid.csv").write_text(text.getvalue(), encoding="utf-8")
        told = sv("score", tmp_path / "bid.csv", "--format", "html").out
        clean = sv("score", SAMPLES / "food-bank.xlsx", "--format", "html").out
        assert {each.tag for each in page_of(told).iter()} <= {each.tag for each in page_of(clean).iter()} | {"h3"}
        assert "<script>alert(1)" in said(page_of(told))

    def test_characters_that_are_not_seen_are_written_out_and_huge_cells_cut(self):
        valuation = sv_cli.score(SAMPLES / "food-bank.xlsx")
        first, second, *rest = valuation.lines
        lines = (
            replace(first, commitment=replace(first.commitment, description="a\0b\u202ec\u2066\ud800\x1b[2J")),
            replace(second, commitment=replace(second.commitment, description="x" * 1_000_000)),
            *rest,
        )
        told = render(replace(valuation, lines=lines), Screen())
        assert r"a\u0000b\u202ec\u2066\ud800\u001b[2J" in told
        assert "x" * 400 + "…" in told
        assert len(told.encode()) < 60_000

    def test_an_address_that_is_none_of_the_web_is_no_link(self):
        source = Source("P", "T", "2026", "javascript:alert(1)", "OGL-UK-3.0", True, "primary", "2026-01-01")
        assert _cited(source, (), ("9",)).url == ""
        assert _cited(replace(source, url="https://example.org"), (), ("9",)).url == "https://example.org"

    def test_long_lists_are_cut_and_counted(self):
        assert _some(("a", "b", "c"), ", ", 2) == "a, b, and 1 more"
        assert _some(("a", "b"), ", ", 2) == "a, b"


class TestThatAllCanReadIt:
    def test_language_title_and_one_first_heading(self):
        tree = page("food-bank.xlsx")
        assert tree.get("lang") == "en-GB"
        assert (tree.findtext("head/title") or "").startswith("Social value: Larkmere Community Larder CIO")
        assert len(list(tree.iter("h1"))) == 1

    def test_headings_go_down_one_level_at_a_time(self):
        levels = [int(each.tag[1]) for each in page("bad-bid.xlsx").iter() if re.fullmatch("h[1-6]", each.tag)]
        assert all(after <= before + 1 for before, after in pairwise(levels))

    def test_every_table_has_a_caption_and_every_heading_cell_a_scope(self):
        tree = page("bad-bid.xlsx")
        assert all(each.find("caption") is not None for each in tree.iter("table"))
        assert all(each.get("scope") in ("row", "col") for each in tree.iter("th"))

    @pytest.mark.parametrize("look", [0, 1, 2], ids=["light", "dark", "print"])
    def test_text_stands_out_from_what_is_behind_it(self, look):
        colours = [dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", block)) for block in CSS.split(":root {")[1:]]
        for text in ("ink", "less", "strong", "link", "error", "warning", "note"):
            for behind in ("page", "panel", "unvalued"):
                assert contrast(colours[look][text], colours[look][behind]) >= 4.5, (text, behind)
        for bar in ("theme", "kind"):
            assert contrast(colours[look][bar], colours[look]["page"]) >= 3


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, as WCAG 2.2 defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_several_methods_have_no_page():
    told = sv("score", SAMPLES / "food-bank.xlsx", "--method", "gross", "--method", "green-book", "--format", "html")
    assert (told.code, told.out) == (2, "")
    said = " ".join(told.err.replace("│", " ").split())
    assert "html shows one method; to show several side by side use table, json, csv, markdown" in said
