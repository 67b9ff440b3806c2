"""The looks of what a copied workbook gains: put in where the schema has them, and nothing of the sheet's own lost."""

from sv_cli.matching.looks import Kind, Styles, with_lists, with_widths

OWN = '<cols><col min="1" max="3" width="4"/><col min="5" max="100" hidden="1"></col></cols>'
# Parts that hold, inside of them, what may stand behind a list
INSIDE = "<conditionalFormatting><cfRule><extLst><ext/></extLst></cfRule></conditionalFormatting>"
OF_EXCEL = '<extLst><x14:dataValidations count="1"><x14:dataValidation/></x14:dataValidations></extLst>'
LISTS = {"F2": ("a.b", "c.d")}
LIST = '<dataValidation type="list" allowBlank="1" sqref="F2"><formula1>&quot;a.b,c.d&quot;</formula1></dataValidation>'


def test_widths_part_those_that_are_there():
    sheet = f"<worksheet>{OWN}<sheetData/></worksheet>"
    wide = with_widths(sheet, [6])
    assert '<col min="5" max="5" hidden="1"/><col min="6" max="6" width="36" customWidth="1"/>' in wide
    assert wide.endswith('<col min="11" max="100" hidden="1"/></cols><sheetData/></worksheet>')


def test_widths_are_told_where_none_were():
    wide = with_widths("<x:worksheet><x:sheetData/></x:worksheet>", [1])
    assert wide.startswith('<x:worksheet><x:cols><x:col min="1" max="1" width="36" customWidth="1"/>')
    assert wide.endswith("</x:cols><x:sheetData/></x:worksheet>")


def test_lists_stand_behind_formats_and_before_the_rest():
    sheet = f"<worksheet><sheetData></sheetData>{INSIDE}<hyperlinks/>{OF_EXCEL}</worksheet>"
    listed = f'<dataValidations count="1">{LIST}</dataValidations>'
    assert with_lists(sheet, LISTS) == sheet.replace("<hyperlinks/>", f"{listed}<hyperlinks/>")
    assert with_lists(sheet, {}) == sheet


def test_lists_join_those_that_are_there():
    own = '<dataValidation sqref="A1"/>'
    sheet = (
        f'<worksheet><sheetData/><dataValidations count="1" xWindow="3">{own}</dataValidations>{OF_EXCEL}</worksheet>'
    )
    listed = f'<dataValidations xWindow="3" count="2">{own}{LIST}</dataValidations>'
    assert listed in with_lists(sheet, LISTS)
    assert OF_EXCEL in with_lists(sheet, LISTS)


def test_a_list_is_no_longer_than_a_program_takes():
    options = tuple(f"theme.{'x' * 80}{n}" for n in range(5))
    (listed,) = with_lists("<worksheet><sheetData/></worksheet>", {"A1": options}).split("&quot;")[1::2]
    assert listed == ",".join(options[:2])


def test_a_style_is_added_once_and_keeps_the_font_and_the_border():
    text = (
        '<styleSheet><fills count="2"><fill/><fill/></fills><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="9" fontId="3" fillId="1" borderId="2" xfId="0"><alignment/></xf></cellXfs></styleSheet>'
    )
    styles = Styles(text)
    assert styles.markup() == text
    assert [styles.of(1, Kind.HEAD), styles.of(1, Kind.CHOICE), styles.of(1, Kind.TEXT)] == [1, 2, 3]
    assert styles.of(1, Kind.CHOICE) == 2
    assert 'fontId="3" fillId="2" borderId="2" xfId="0"' in styles.markup()
    assert '<fills count="3">' in styles.markup()
    assert '<cellXfs count="4">' in styles.markup()


def test_without_styles_a_cell_is_as_the_one_before_it():
    assert Styles("").of(7, Kind.CHOICE) == 7
