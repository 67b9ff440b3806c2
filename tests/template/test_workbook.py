"""A blank workbook is safe to hand out: guided, protected where it should be, readable by everybody."""

import json

import openpyxl
import pytest

from tests.template.workbooks import FIRST, run

YELLOW = "FFFFF8DC"


@pytest.fixture
def book(blank):
    return openpyxl.load_workbook(blank("--rows", 12))


def test_it_opens_on_the_commitments_and_hides_only_what_formulas_look_up(book):
    assert book.active.title == "Commitments"
    assert {page.title: page.sheet_state for page in book} == {
        "Guidance": "visible",
        "Commitments": "visible",
        "Proxies": "visible",
        "Lists": "hidden",
        "Values": "hidden",
        "Workings": "hidden",
    }


def test_only_the_yellow_cells_can_be_filled_in(book):
    page = book["Commitments"]
    assert all(each.protection.sheet for each in book)
    yellow = {
        cell.coordinate for row in page.iter_rows() for cell in row if cell.fill.start_color.rgb[-6:] == YELLOW[-6:]
    }
    unlocked = {cell.coordinate for row in page.iter_rows() for cell in row if not cell.protection.locked}
    facts = {f"B{row}" for row in range(9, 15)}
    assert unlocked == yellow == facts | {f"{letter}{row}" for letter in "ACDEFGH" for row in range(FIRST, FIRST + 12)}


def test_every_choice_has_a_drop_down_and_says_what_is_wanted(book):
    rules = book["Commitments"].data_validations.dataValidation
    assert all(rule.prompt and rule.error and rule.showErrorMessage and rule.errorStyle == "stop" for rule in rules)
    lists = {str(rule.sqref): rule.formula1 for rule in rules if rule.type == "list"}
    assert set(lists) == {"A17:A28", "E17:E28", "F17:F28", "G17:G28", "B14"}
    sheet, cells = lists["A17:A28"].removeprefix("=").split("!")
    offered = [row[0].value for row in book[sheet][cells.replace("$", "")]]
    assert "volunteering.hour" in offered
    assert len(offered) == len(set(offered))


def luminance(colour: str) -> float:
    parts = [int(colour[-6:][n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_text_stands_out_from_its_background(book):
    pairs = set()
    for page in book:
        for row in page.iter_rows():
            for cell in row:
                if cell.value is not None and cell.font.color is not None and isinstance(cell.font.color.rgb, str):
                    ground = cell.fill.start_color.rgb if cell.fill.fill_type else "FFFFFF"
                    pairs.add((cell.font.color.rgb, ground))
    lights = [sorted(map(luminance, pair)) for pair in pairs]
    assert len(pairs) > 4
    assert min((light + 0.05) / (dark + 0.05) for dark, light in lights) >= 4.5, "WCAG 2.2, level AA"


def test_it_can_be_read_aloud_and_printed(book):
    page = book["Commitments"]
    assert not page.merged_cells.ranges
    assert [cell.value for cell in page[16]][:4] == ["Reference", "What one unit is", "Commitment", "Quantity"]
    assert page.freeze_panes == "B17"
    assert page.print_title_rows == "$16:$16"
    assert (book.properties.title, book.properties.language) == ("Social value commitments", "en-GB")


def test_the_same_library_gives_the_same_bytes(blank, tmp_path):
    assert run("template", "-o", tmp_path / "again.xlsx").exit_code == 0
    assert (tmp_path / "again.xlsx").read_bytes() == blank().read_bytes()


def test_it_is_narrowed_by_theme_and_by_framework(blank):
    def offered(*options):
        page = openpyxl.load_workbook(blank(*options))["Proxies"]
        return {row[0]: row[6] for row in page.iter_rows(min_row=5, values_only=True)}

    assert set(offered("--theme", "health").values()) == set(offered("--theme", "Health", "--theme", "health").values())
    assert len(set(offered("--theme", "health").values())) == 1
    coded = offered("--framework", "toms")
    assert "volunteering.hour" in coded
    assert 0 < len(coded) < len(offered())


def test_a_framework_that_allows_some_measures_alone_offers_no_others(blank, tmp_path):
    framework = tmp_path / "mine.yaml"
    about = '{id: mine, title: Mine, authority: Me, version: "1", published: "2026", summary: One rule.}'
    rule = "{id: one, check: allowed, of: {proxies: [volunteering.hour, local.goods-given]}}"
    framework.write_text(f"framework: {about}\nrules: [{rule}]\n", encoding="utf-8")
    page = openpyxl.load_workbook(blank("--framework", framework))["Proxies"]
    offered = {row[0] for row in page.iter_rows(min_row=5, values_only=True)}
    assert offered == {"volunteering.hour", "local.goods-given"}


def test_a_framework_that_there_is_not_is_refused_with_the_nearest(tmp_path):
    result = run("template", "-o", tmp_path / "x.xlsx", "--framework", "bradfrod")
    assert result.exit_code == 3
    assert "SV600 framework-not-found: there is no framework 'bradfrod'; did you mean 'bradford'?" in result.stderr


def test_a_theme_that_there_is_not_is_refused_with_the_nearest(tmp_path):
    result = run("template", "-o", tmp_path / "x.xlsx", "--theme", "helth")
    assert result.exit_code == 3
    assert "there is no theme 'helth'; did you mean 'health'?" in result.stderr
    assert not (tmp_path / "x.xlsx").exists()


def test_an_existing_workbook_is_left_as_it_is(tmp_path):
    path = tmp_path / "x.xlsx"
    path.write_bytes(b"mine")
    assert run("template", "-o", path).exit_code == 2
    assert path.read_bytes() == b"mine"


def test_nobody_can_mistake_an_empty_workbook_for_a_bid(blank):
    result = run("score", "--format", "json", blank())
    assert [finding["name"] for finding in json.loads(result.stdout)["findings"]] == ["empty-table"]


def test_texts_of_an_overlay_are_never_formulas(blank, tmp_path):
    overlay = tmp_path / "overlay.yaml"
    overlay.write_text(
        """
theme: {id: tricks, title: "=1+1"}
outcome: {id: trick, title: a trick}
proxies:
  - id: trick.formula
    title: "=HYPERLINK(\\"http://example.org\\",\\"click\\")"
    unit: hour
    value: ashe.all
    value_kind: economic
    counts: "@SUM(1+1)"
    evidence: ["+44 20 7946 0000"]
    confidence: {level: low, why: an example}
    review_by: "2027-11-23"
""",
        encoding="utf-8",
    )
    path = blank("--library", overlay, "--theme", "tricks")
    row = next(openpyxl.load_workbook(path)["Proxies"].iter_rows(min_row=5))
    assert [cell.data_type for cell in row] == ["s", "s", "s", "n", "s", "s", "s", "s"]


def test_a_framework_s_demands_stand_in_the_guidance(blank):
    page = openpyxl.load_workbook(blank("--framework", "bradford"))["Guidance"]
    texts = [cell.value for row in page.iter_rows() for cell in row if cell.value]
    assert "What the buyer asks for: City of Bradford social value policy" in texts
    assert "Social value is mandatory in contracts of £100,000 and over" in texts
    assert "The marks that evaluators give." in texts


def test_the_guidance_says_how_to_arrive_at_the_same_total(blank):
    page = openpyxl.load_workbook(blank("--method", "sroi-guide", "--price-year", "2024"))["Guidance"]
    texts = " ".join(str(cell.value) for row in page.iter_rows() for cell in row if cell.value)
    assert "`sv score --method sroi-guide --price-year 2024 FILE` gives the same total, to the penny" in texts


def test_no_cell_of_the_proxies_touches_the_next_and_the_headings_fit(book):
    page = book["Proxies"]
    assert {cell.alignment.indent for row in page.iter_rows(min_row=4) for cell in row} == {1}
    assert {row[3].alignment.horizontal for row in page.iter_rows(min_row=4)} == {"right"}
    lines = {cell.column_letter: len(cell.value) / page.column_dimensions[cell.column_letter].width for cell in page[4]}
    assert max(lines.values()) < 1.7  # a heading has room for two lines
