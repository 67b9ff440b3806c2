"""Owns the look of the cells that a copied workbook gains: styles, widths of columns, drop-down lists.

A style is that of the cell to the left, with what makes a text readable; cells to fill in are pale yellow, and
unlocked, so that they can be filled in on a protected sheet too.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from xml.sax.saxutils import escape

_FORMATS = re.compile(r"<((?:\w+:)?)cellXfs\b[^>]*>(.*?)</\1cellXfs>", re.DOTALL)
_FORMAT = re.compile(r"<((?:\w+:)?)xf\b([^>]*?)(?:/>|>.*?</\1xf>)", re.DOTALL)
_FILLS = re.compile(r"<((?:\w+:)?)fills\b[^>]*>(.*?)</\1fills>", re.DOTALL)
_FILL = re.compile(r"<(?:\w+:)?fill[\s/>]")
_UPRIGHT = re.compile(r'\bvertical="[a-zA-Z]+"')
_PART = re.compile(r'\b(fontId|fillId|borderId|xfId)="([0-9]+)"')
_COLUMNS = re.compile(r"<((?:\w+:)?)cols\b[^>]*>(.*?)</\1cols>", re.DOTALL)
_COLUMN = re.compile(r'<(?:\w+:)?col\b(?=[^>]*\bmin="([0-9]+)")(?=[^>]*\bmax="([0-9]+)")[^>]*?/?>')
_CLOSED = re.compile(r"</(?:\w+:)?col>")
_DATA = re.compile(r"<((?:\w+:)?)sheetData\b")
_LIST = re.compile(r"<(?:\w+:)?dataValidation[\s/>]")
# The elements that may come before dataValidations in a sheet's XML, and those that come after it
_BEFORE = ("sheetData", "customSheetViews", "autoFilter", "sortState", "mergeCells", "conditionalFormatting")
_BEHIND = (
    "hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|rowBreaks|colBreaks|customProperties|cellWatches"
    "|ignoredErrors|smartTags|drawing|drawingHF|legacyDrawing|legacyDrawingHF|picture|oleObjects|controls"
    "|webPublishItems|tableParts|extLst"
)
_TEXT = 49  # the number of the format of cells that hold what is typed, as it is typed
_YELLOW = "FFFFF2CC"
_LONGEST_LIST = 255
WIDTHS = (36, 22, 18, 60, 60)


class Kind(Enum):
    """The kind of an added cell: a heading, a reference to fill in or check, or a text to read."""

    HEAD = 0
    CHOICE = 1
    TEXT = 2


class Styles:
    """The styles of a workbook, and those that are added to them as they are asked for."""

    def __init__(self, text: str) -> None:
        found, fills = _FORMATS.search(text), _FILLS.search(text)
        self._text = text
        self._prefix = found[1] if found else ""
        self._bases = [each[0] for each in _FORMAT.finditer(found[2])] if found and fills else []
        self._fill = len(_FILL.findall(fills[2])) if fills else 0
        self._added: dict[tuple[int, Kind], int] = {}

    def of(self, base: int, kind: Kind) -> int:
        """The number of the style for a cell of ``kind`` next to a cell of the style ``base``."""
        if kind is Kind.HEAD or base >= len(self._bases):
            return base
        return self._added.setdefault((base, kind), len(self._bases) + len(self._added))

    def markup(self) -> str:
        """The markup of all styles."""
        if not self._added:
            return self._text
        formats = "".join(self._format(self._bases[base], kind) for base, kind in self._added)
        p = self._prefix
        fill = (
            f'<{p}fill><{p}patternFill patternType="solid"><{p}fgColor rgb="{_YELLOW}"/><{p}bgColor indexed="64"/>'
            f"</{p}patternFill></{p}fill>"
        )
        count = len(self._bases) + len(self._added)
        text = _FORMATS.sub(lambda all_: _longer(all_, "cellXfs", count, formats), self._text, count=1)
        return _FILLS.sub(lambda all_: _longer(all_, "fills", self._fill + 1, fill), text, count=1)

    def _format(self, base: str, kind: Kind) -> str:
        p, parts = self._prefix, dict(_PART.findall(base))
        if kind is Kind.CHOICE:
            parts["fillId"] = str(self._fill)
        kept = "".join(f' {name}="{number}"' for name, number in parts.items())
        upright = _UPRIGHT.search(base)
        return (
            f'<{p}xf numFmtId="{_TEXT}"{kept} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"'
            f' applyAlignment="1" applyProtection="1"><{p}alignment{f" {upright[0]}" if upright else ""} wrapText="1"/>'
            f'<{p}protection locked="0"/></{p}xf>'
        )


def _longer(all_: re.Match[str], name: str, count: int, more: str) -> str:
    prefix = all_[1]
    return f'<{prefix}{name} count="{count}">{all_[2]}{more}</{prefix}{name}>'


def with_widths(sheet: str, starts: Iterable[int]) -> str:
    """The sheet's markup with the width of the added columns, which begin at each of ``starts``."""
    widths = {start + at: width for start in starts for at, width in enumerate(WIDTHS)}
    found = _COLUMNS.search(sheet)
    if found is None:
        data = _DATA.search(sheet)
        if data is None:
            return sheet
        p, at = data[1], data.start()
        said = "".join(_width(p, column, width) for column, width in sorted(widths.items()))
        return f"{sheet[:at]}<{p}cols>{said}</{p}cols>{sheet[at:]}"
    p = found[1]
    old = [each for column in _COLUMN.finditer(_CLOSED.sub("", found[2])) for each in _besides(column, widths)]
    columns = sorted([*old, *((at, _width(p, at, width)) for at, width in widths.items())])
    said = "".join(text for _, text in columns)
    return f"{sheet[: found.start(2)]}{said}{sheet[found.end(2) :]}"


def _width(prefix: str, at: int, width: int) -> str:
    return f'<{prefix}col min="{at}" max="{at}" width="{width}" customWidth="1"/>'


def _besides(column: re.Match[str], widths: Mapping[int, int]) -> Iterator[tuple[int, str]]:
    """The col elements for those columns of ``column`` that are not among ``widths``, each with its first column."""
    first, last = int(column[1]), int(column[2])
    said = column[0] if column[0].endswith("/>") else f"{column[0][:-1]}/>"
    for at in sorted(each for each in widths if first <= each <= last):
        if first < at:
            yield first, _ranged(said, first, at - 1)
        first = at + 1
    if first <= last:
        yield first, _ranged(said, first, last)


def _ranged(said: str, first: int, last: int) -> str:
    text = re.sub(r'\bmin="[0-9]+"', f'min="{first}"', said)
    return re.sub(r'\bmax="[0-9]+"', f'max="{last}"', text)


def with_lists(sheet: str, lists: Mapping[str, tuple[str, ...]]) -> str:
    """The sheet's markup with a list to choose from in each cell; other entries are allowed all the same."""
    data = _DATA.search(sheet)
    if not lists or data is None:
        return sheet
    p = data[1]
    found = re.search(rf"<{p}dataValidations\b([^>]*?)(?:/>|>(.*?)</{p}dataValidations>)", sheet, re.DOTALL)
    said, kept = (found[1], found[2] or "") if found else ("", "")
    start, end = found.span() if found else (_place_of_lists(sheet, p),) * 2
    said = re.sub(r'\s+count="[0-9]*"', "", said)
    more = "".join(_list(p, cell, options) for cell, options in lists.items())
    listed = f'<{p}dataValidations{said} count="{len(_LIST.findall(kept)) + len(lists)}">{kept}{more}'
    return f"{sheet[:start]}{listed}</{p}dataValidations>{sheet[end:]}"


def _place_of_lists(sheet: str, prefix: str) -> int:
    """Where in a sheet's markup lists to choose from go, if it has none."""
    first = max(sheet.rfind(f"</{prefix}{name}>") for name in _BEFORE)
    behind = re.compile(rf"<{prefix}(?:{_BEHIND})\b|<mc:AlternateContent\b|</{prefix}worksheet>")
    found = behind.search(sheet, max(first, 0))
    return found.start() if found else len(sheet)


def _list(prefix: str, cell: str, options: tuple[str, ...]) -> str:
    listed = ""
    for option in options:
        if len(listed) + len(option) < _LONGEST_LIST:
            listed += f",{option}" if listed else option
    return (
        f'<{prefix}dataValidation type="list" allowBlank="1" sqref="{cell}">'
        f"<{prefix}formula1>&quot;{escape(listed)}&quot;</{prefix}formula1></{prefix}dataValidation>"
    )
