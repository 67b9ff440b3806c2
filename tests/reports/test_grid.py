"""Long tables are laid out by hand: nothing is lost, nothing is too wide, and rich would draw the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Group
from rich.table import Table
from rich.text import Text

from sv_cli.reports.drawing import printed, ruled
from sv_cli.reports.grid import Column, Grid, width_of, wrapped
from sv_cli.reports.screen import Screen

WORDS = st.text(st.characters(exclude_categories=("C", "Z", "M")), min_size=1, max_size=30)
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
SCREEN = Screen(width=60)


@given(TEXTS, st.integers(3, 40))
def test_wrapping_keeps_every_character_and_the_width(text, width):
    lines = wrapped(text, width)
    assert all(width_of(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(TEXTS)
def test_a_width_is_what_a_screen_takes(text):
    assert width_of(text) == cell_len(text)


def by_rich(rows: list[tuple[str, str]]) -> Table:
    table = ruled(SCREEN, footer=True)
    table.add_column("What", footer="Total", overflow="fold", width=38)
    table.add_column("Worth", footer="£1.00", justify="right", overflow="fold", width=14)
    for what, worth in rows:
        table.add_row(Text(what), Text(worth))
    return table


def by_hand(rows: list[tuple[str, str]]) -> Grid:
    columns = [Column("What", 38, right=False, footer=(("Total", ""),)), Column("Worth", 14, footer=(("£1.00", ""),))]
    return Grid(columns, [((((what, ""),), ((worth, ""),)), "") for what, worth in rows], "─")


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [("short", "£1.00")],
        [("words that go on over the end of a line of thirty-eight characters", "£12,345.00")],
        [("a" * 80, "£0.01")],
        [("社会的価値のある約束をたくさんする会社です、ほんとうに", "£1.00"), ("naïve café", "£2.00")],
    ],
)
def test_rich_would_draw_the_same(rows):
    assert printed(Group(by_hand(rows)), SCREEN) == printed(by_rich(rows), SCREEN)


def test_colours_are_for_terminals_only():
    grid = Grid([Column("What", 8)], [(((("told", ""), ("dim", "dim")),), "yellow")], "─")
    assert "\x1b" not in printed(grid, SCREEN)
    coloured = printed(grid, Screen(width=60, colour=True))
    assert "\x1b[33m    told\x1b[0m" in coloured
    assert "\x1b[2m     dim\x1b[0m" in coloured, "pale yellow cannot be read on white"


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("waste.food-surplus-tonne-eaten", ["waste.food-", "surplus-tonne-", "eaten"]),
        ("loneliness.one-step-less", ["loneliness.", "one-step-less"]),
        ("https://example.org/a/page", ["https://", "example.org/a/", "page"]),
        ("incomprehensibilities", ["incomprehensib", "ilities"]),
    ],
)
def test_a_word_that_is_too_long_is_broken_where_it_has_a_joint(word, lines):
    assert wrapped(word, 14) == lines
