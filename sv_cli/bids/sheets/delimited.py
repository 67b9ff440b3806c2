"""Owns text files of values: their encoding, their delimiter, and the line that each record starts on."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from itertools import chain

from sv_cli.bids.options import ReadOptions
from sv_cli.bids.sheets.damaged import MENDED, may_be_damaged, mended
from sv_cli.bids.sheets.grid import LAST_COLUMN, Book, Grid, Raw, Remark, Row, UnreadableError, trimmed
from sv_cli.bids.sheets.lengthy import may_say_much, require_few_letters
from sv_cli.bids.sheets.unseen import has_unseen
from sv_cli.late import late

_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar", "^": "caret"}
_MARKS = (  # that of UTF-32 begins as that of UTF-16 does
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TEXT_FORMULA = late(r'^="([^"]*)"$')  # how exports keep a spreadsheet program from reading a number
_WRAPPED = late(r'^"((?:[^"\r\n]|"")*)"(?=\r?$)', re.MULTILINE)
_WHOLE = late(r",(?! )")  # as in NT17,Parks,40,hours and in no sentence
_EXCHANGED = late(r"ID;P[A-Z\d;]*\s+[A-Z]{1,2};[A-Z]|TABLE\s+0,1\s")
_MARKED_UP = late(r"<(?:html|table|tr)[\s>]")
_DECLARED = late(r'sep=([^\w\s"]|\t)\1* *[\r\n]', re.IGNORECASE)
_FEWEST_COMMAS = 2
# What to do about what spreadsheet programs open as well as their own files
_SAVED_AGAIN = "open it in your spreadsheet program, check that nothing is missing, and save it as .xlsx"
_SAMPLE = 64 * 1024
_PROBE = 200
_FEWEST_PAIRS = 8
_LONGEST_RECORD = 200
_SINGLE = late(r"(^|[,;\t|])'((?:[^'\r\n]|'')*)'(?=[,;\t|\r\n]|\Z)", re.MULTILINE)
_CONTROLS = frozenset(chr(n) for n in range(32)) - set("\t\n\r\f\x1b")
_MOST_CONTROLS = 20


def read_delimited(data: bytes, options: ReadOptions) -> Book:
    """The one sheet of a CSV or TSV; raises UnreadableError when the bytes are no text, or no whole records."""
    text, remarks = _decode(data)
    if may_be_damaged(text) and (whole := mended(text)) != text:
        text = whole
        remarks.append(MENDED)
    text = _requoted(_unwrapped(text))
    _refuse_other_text(text)
    delimiter, declared = _delimiter(text)
    if text.count(delimiter) > 4 * options.max_cells:
        raise UnreadableError("too-many-cells", limit=f"{options.max_cells:,}")
    records, lines = _records(text, delimiter, options.max_rows)
    if max(map(len, records), default=0) > LAST_COLUMN:
        raise UnreadableError("file-damaged", reason=f"one of its lines has more than {LAST_COLUMN:,} values")
    if '="' in text:
        records = [[as_shown(cell) if isinstance(cell, str) else cell for cell in cells] for cells in records]
    if has_unseen(text) or any([*map(str.strip, cells)] != cells for cells in records):  # type: ignore[arg-type]
        records = [[*map(trimmed, cells)] for cells in records]
    rows = _rows(records, lines)
    if declared:
        rows = rows[1:]
    elif delimiter != ",":
        remarks.append(Remark("delimiter-detected", {"delimiter": _DELIMITERS[delimiter]}))
    grid = Grid("", rows, delimited=True)
    if may_say_much(len(text), options):
        require_few_letters([grid], options)
    return Book((grid,), tuple(remarks), semicolons=delimiter == ";")


def text_of(data: bytes) -> tuple[str, str, bool]:
    """The text, its delimiter, and whether its first line declares that; raises UnreadableError for no text."""
    text = _requoted(_unwrapped(_decode(data)[0]))
    return text, *_delimiter(text)


def as_shown(cell: str) -> str:
    """The text that ``="…"`` shows, and any other text as it is."""
    return _TEXT_FORMULA.sub(r"\1", cell) if cell.startswith("=") else cell


def is_spaced(text: str, delimiter: str) -> bool:
    """Whether fields are quoted after a space, as people type them: ``NT17, "Parks, beaches", 40``."""
    if f'{delimiter} "' not in text:
        return False
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=True, skipinitialspace=True)
    try:
        return sum(1 for _ in reader) > 0
    except csv.Error:
        return False


def _unwrapped(text: str) -> str:
    """The text without the quotation marks around its lines, where most are quoted whole, once too often."""
    lines = text[:_SAMPLE].splitlines()[:_PROBE]
    wrapped = [line for line in lines if line[:1] == '"' and _WRAPPED.fullmatch(line)]
    if 2 * len(wrapped) <= len(lines) or not all(len(_WHOLE.findall(line)) >= _FEWEST_COMMAS for line in wrapped):
        return text
    return _WRAPPED.sub(lambda line: line[1].replace('""', '"'), text)


def _requoted(text: str) -> str:
    """The text with its values in double quotation marks where a program put them in single ones."""
    return _SINGLE.sub(_in_double, text) if quotes_singly(text) else text


def quotes_singly(text: str) -> bool:
    """Whether values stand in single quotation marks, and there is no double one."""
    sample = text[:_SAMPLE]
    return "'" in sample and '"' not in text and _SINGLE.search(sample) is not None


def _in_double(value: re.Match[str]) -> str:
    inside = value[2].replace("''", "'")
    return f'{value[1]}"{inside}"'


def _rows(records: list[list[Raw]], lines: Iterable[int]) -> list[Row]:
    """The records that hold something, each with the line it starts on."""
    if all(map(any, records)):
        return list(map(Row, lines, records))
    rows: list[Row] = []
    gap = False
    for cells, line in zip(records, lines, strict=True):
        if any(cells):
            rows.append(Row(line, cells, gap))
            gap = False
        else:
            gap = True
    return rows


def _decode(data: bytes) -> tuple[str, list[Remark]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding), []
    unmarked = _without_mark(data)
    if unmarked:
        text = _decoded(data, unmarked)
        return text, [Remark("encoding-detected", {"encoding": unmarked[:6].upper()})]
    if b"\0" in data:
        raise UnreadableError("not-a-spreadsheet", reason="it has bytes that are not text")
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    # Of the single-byte encodings Excel writes Windows-1252 in Britain; five bytes are undefined in it
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise UnreadableError("not-a-spreadsheet", reason="it is not text in UTF-8, UTF-16 or Windows-1252") from None
    return text, [Remark("encoding-detected", {"encoding": "Windows-1252"})]


def _decoded(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableError("file-damaged", reason=f"its text is not in {encoding.upper()}, as it claims") from None
    if "\0" in text:
        raise UnreadableError("not-a-spreadsheet", reason="it has bytes that are not text")
    return text


def _without_mark(data: bytes) -> str | None:
    """UTF-16 or UTF-32 that does not say so: nearly every second byte of Western text is zero, or three of four are."""
    sample = data[:_SAMPLE]
    quarters = [sample[at::4].count(0) for at in range(4)] if len(data) % 4 == 0 else []
    for encoding, letters in (("utf-32-le", quarters), ("utf-32-be", quarters[::-1])):
        if len(data) >= _FEWEST_PAIRS and letters[2:] == [len(sample) // 4] * 2 and not letters[0]:
            return encoding
    pairs = len(sample) // 2
    if pairs < _FEWEST_PAIRS or len(data) % 2:
        return None
    if sample[1::2].count(0) > 0.7 * pairs and not sample[0::2].count(0):
        return "utf-16-le"
    if sample[0::2].count(0) > 0.7 * pairs and not sample[1::2].count(0):
        return "utf-16-be"
    return None


def _refuse_other_text(text: str) -> None:
    head = text[:2048].lstrip().casefold()
    if (head.startswith("<") and _MARKED_UP.search(head)) or head.startswith(
        ("<!doctype html", "<head", "<meta", "<body", "<style")
    ):
        reason = f"it is a web page under a spreadsheet's name, as some websites export; {_SAVED_AGAIN}"
        raise UnreadableError("not-a-spreadsheet", reason=reason)
    if head.startswith("mime-version:"):
        raise UnreadableError(
            "not-a-spreadsheet", reason=f"it is a web archive under a spreadsheet's name; {_SAVED_AGAIN}"
        )
    if "schemas-microsoft-com:office:spreadsheet" in head:
        raise UnreadableError("not-a-spreadsheet", reason=f"it is an Excel 2003 XML spreadsheet; {_SAVED_AGAIN}")
    if _EXCHANGED.match(text):
        raise UnreadableError("not-a-spreadsheet", reason=f"it is in SYLK or DIF, two old formats; {_SAVED_AGAIN}")
    if head.startswith(("<?xml", "<workbook")):
        raise UnreadableError("not-a-spreadsheet", reason="it is an XML document")
    if head.startswith(("[{", '{"', "{\n", '{ "')):
        raise UnreadableError("not-a-spreadsheet", reason="it is JSON")
    if not head:
        raise UnreadableError("file-empty")
    sample = text[:_SAMPLE]
    if sum(map(sample.count, _CONTROLS)) > max(len(sample) / 100, _MOST_CONTROLS):
        raise UnreadableError("not-a-spreadsheet", reason="it is full of control characters, so it is not text")


def _delimiter(text: str) -> tuple[str, bool]:
    """The delimiter, and whether the file's first line declares it (Excel's ``sep=;``)."""
    if said := _DECLARED.match(text):
        return said[1], True
    sample = text[:_SAMPLE]
    there = filter(sample.__contains__, _DELIMITERS)
    return max(there, key=lambda delimiter: _regularity(sample, delimiter), default=","), False


def _regularity(sample: str, delimiter: str) -> int:
    """How many values fall into columns when the sample is cut at ``delimiter``."""
    widths: Counter[int] = Counter()
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    try:
        for _, record in zip(range(_PROBE), reader, strict=False):
            widths[len(record)] += 1
    except csv.Error:
        return 0
    return max(((width - 1) * count for width, count in widths.items()), default=0)


def _records(text: str, delimiter: str, limit: int) -> tuple[list[list[Raw]], Iterable[int]]:
    """The records, and the line that each starts on."""
    spaced = is_spaced(text, delimiter)
    if text.count("\n") + text.count("\r") - text.count("\r\n") <= limit:
        reader = csv.reader(_lines(text), delimiter=delimiter, strict=True, skipinitialspace=spaced)
        with suppress(csv.Error):
            records: list[list[Raw]] = list(reader)  # type: ignore[arg-type]
            if len(records) == reader.line_num:
                return records, range(1, len(records) + 1)  # each line is a record
    try:
        return _parse(text, delimiter, limit, strict=True, spaced=spaced)
    except csv.Error as error:
        if "unexpected end of data" in str(error):
            raise UnreadableError("file-damaged", reason="a quotation mark is opened but never closed") from None
    try:
        return _parse(text, delimiter, limit, strict=False, spaced=spaced)
    except csv.Error as error:
        raise UnreadableError("file-damaged", reason=f"its records cannot be separated ({error})") from None


def _lines(text: str) -> io.TextIOWrapper:
    """The text line by line, as `csv` wants it; io.StringIO would hold four bytes a letter at once."""
    return io.TextIOWrapper(io.BytesIO(text.encode("utf-8", "surrogatepass")), "utf-8", "surrogatepass", newline="")


def _parse(text: str, delimiter: str, limit: int, *, strict: bool, spaced: bool) -> tuple[list[list[Raw]], list[int]]:
    records: list[list[Raw]] = []
    lines: list[int] = []
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=strict, skipinitialspace=spaced)
    line = 1
    for record in reader:
        records.append(record)  # type: ignore[arg-type]
        lines.append(line)
        following = reader.line_num + 1
        if following - line > 1:
            _refuse_swallowed(record, delimiter, line, following - line, spaced=spaced)
        line = following
        if len(records) > limit:
            raise UnreadableError("too-many-rows", limit=f"{limit:,}")
    return records, lines


def _refuse_swallowed(record: list[str], delimiter: str, line: int, height: int, *, spaced: bool) -> None:
    """A stray quotation mark joins records into one cell; then whole commitments would be missing.

    A comma before a space is one of a sentence, but in a file that puts spaces between its values.
    """
    if height > _LONGEST_RECORD:
        raise UnreadableError("file-damaged", reason=f"a quotation mark opened on line {line} runs over {height} lines")
    fewest = max(len(record) - 1, 3)
    broken = [parts for parts in map(str.splitlines, record) if len(parts) > 1]
    for part in chain.from_iterable(broken):
        if part.count(delimiter) - (0 if spaced else part.count(delimiter + " ")) >= fewest:
            raise UnreadableError("file-damaged", reason=f"a quotation mark opened on line {line} runs over whole rows")
