"""Owns the sheets that formulas look up: the proxies, which people read too, and the hidden lists and values."""

from collections.abc import Mapping
from decimal import Decimal

from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from sv_cli.template.content import YEARS, Content, Offer
from sv_cli.workbooks.looks import BOX, font, header, printed, protect, put, title, widths
from sv_cli.workbooks.style import POUNDS

PROXIES, LISTS, VALUES = "Proxies", "Lists", "Values"
FIRST = 5
_VALUE = 4
_HEADINGS = ["Reference", "What one unit is", "Counted in", "Value of one unit in year 1 (£)", "What may be counted",
             "What evidence you will be asked for", "Theme", "Confidence"]  # fmt: skip
_TO_THE_LEFT, _TO_THE_RIGHT = (
    Alignment(horizontal=side, vertical="top", wrap_text=True, indent=1) for side in ("left", "right")
)


def draw_proxies(page: Worksheet, content: Content) -> None:
    """The proxies on offer, to be read and to be chosen from."""
    title(page, "Proxies", "What you can promise, what one unit is worth, and what evidence you will be asked for.")
    widths(page, 38, 46, 18, 22, 62, 50, 24, 14)
    header(page, FIRST - 1, _HEADINGS, frozenset({_VALUE}))
    first_values = {row.key: row.values[0] for row in content.values}
    for number, offer in enumerate(content.offers, start=FIRST):
        _draw_offer(page, number, offer, first_values)
    page.freeze_panes = f"B{FIRST}"
    page.auto_filter.ref = f"A{FIRST - 1}:H{FIRST + len(content.offers) - 1}"
    printed(page, FIRST - 1)
    protect(page)


def _draw_offer(page: Worksheet, row: int, offer: Offer, first_values: Mapping[str, Decimal | None]) -> None:
    proxy = offer.proxy
    value = first_values.get(f"{proxy.id}||")
    depends = " and ".join(["the place"] * offer.by_place + ["the start"] * offer.by_start)
    cells = (
        proxy.id,
        proxy.title,
        offer.unit.many,
        f"depends on {depends}" if value is None else float(value),
        proxy.counts,
        "; ".join(proxy.evidence),
        offer.theme,
        proxy.confidence.level,
    )
    for column, text in enumerate(cells, start=1):
        cell = put(page, row, column, text)
        cell.font = font(10, bold=column == 1)
        cell.border, cell.alignment = BOX, (_TO_THE_RIGHT if column == _VALUE else _TO_THE_LEFT)
    page.cell(row, _VALUE).number_format = POUNDS
    longest = max(len(" ".join(proxy.counts.split())) / 66, len("; ".join(proxy.evidence)) / 52, len(proxy.title) / 48)
    page.row_dimensions[row].height = 14.5 * (int(longest) + 1) + 3


def draw_lists(page: Worksheet, content: Content) -> None:
    """Units (name, dimension, factor), each proxy's needs, places and years: what formulas and drop-downs use."""
    for row, unit in enumerate(content.units, start=1):
        put(page, row, 1, unit.many)
        put(page, row, 2, unit.dimension)
        put(page, row, 3, float(unit.factor))
    for row, name in enumerate(content.places, start=1):
        put(page, row, 5, name)
    for row in range(1, YEARS + 1):
        page.cell(row, 7, row)
    for row, offer in enumerate(content.offers, start=1):
        page.cell(row, 9, int(offer.by_place))
        page.cell(row, 10, int(offer.by_start))
    protect(page)


def draw_values(page: Worksheet, content: Content) -> None:
    """The value of one unit by key and year; a dash where there is none."""
    for row, each in enumerate(content.values, start=1):
        put(page, row, 1, each.key)
        for column, value in enumerate(each.values, start=2):
            cell = page.cell(row, column, "–" if value is None else float(value))
            cell.alignment = Alignment(horizontal="right")
    protect(page)
