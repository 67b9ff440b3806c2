"""Owns what kind of file the bytes are, by their content and never by their name."""

from sv_cli.bids.options import ReadOptions
from sv_cli.bids.sheets.grid import Book, UnreadableError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NOT_SPREADSHEETS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"PAR1", "a Parquet file"),
)
_LONGEST_NAME = 60
_EARLY_BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")  # without a container around it
_LATER_BIFF = (b"\x09\x08\x08\x00", b"\x09\x08\x10\x00")


def open_book(data: bytes, options: ReadOptions) -> Book:
    """All sheets of the file; raises UnreadableError when it is no spreadsheet that can be read."""
    for signature, what in _NOT_SPREADSHEETS:
        if data.startswith(signature):
            raise UnreadableError("not-a-spreadsheet", reason=f"it is {what}")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _open_archive(data, options)
    if data.startswith(_OLE):
        return _open_ole(data, options)
    if data.startswith(_EARLY_BIFF):
        raise UnreadableError("not-a-spreadsheet", reason="it is a workbook from Excel 4 or older")
    if data.startswith(_LATER_BIFF):
        return _open_legacy(data, "xls", options)
    from sv_cli.bids.sheets.delimited import read_delimited  # noqa: PLC0415 - only the reader that is needed

    return read_delimited(data, options)


def _open_archive(data: bytes, options: ReadOptions) -> Book:
    from sv_cli.bids.sheets.archive import Archive  # noqa: PLC0415 - only the reader that is needed

    archive = Archive.of(data, options)
    names = set(archive.names)
    if "content.xml" in names:
        from sv_cli.bids.sheets.ods import read_ods  # noqa: PLC0415 - only the reader that is needed

        return _mended(read_ods(archive, options), options)
    if "xl/workbook.bin" in names:
        archive.prove()
        return _open_legacy(data, "xlsb", options)
    if "[content_types].xml" in names or "xl/workbook.xml" in names:
        from sv_cli.bids.sheets.xlsx import read_xlsx  # noqa: PLC0415 - only the reader that is needed

        return read_xlsx(archive, options)
    raise UnreadableError("not-a-spreadsheet", reason=_zip_content(names))


def _zip_content(names: set[str]) -> str:
    if any(name.startswith("index/") for name in names):
        return "it is an Apple Numbers or Pages file"
    held = min((name for name in names if not name.endswith("/")), default="")
    if held:
        inside = held[-_LONGEST_NAME:]
        return f"it is a zip file of other files, such as {inside!r}; unzip it and give the bid that is in it"
    return "it is an empty zip file"


def _open_ole(data: bytes, options: ReadOptions) -> Book:
    from sv_cli.bids.sheets.ole import top_names  # noqa: PLC0415 - only the reader that is needed

    if top_names(data).isdisjoint(("workbook", "book")):  # a workbook may hold documents of other kinds, deeper down
        _refuse_other_container(data)
    return _open_legacy(data, "xls", options)


def _refuse_other_container(data: bytes) -> None:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise UnreadableError("password-protected")
    if "WordDocument".encode("utf-16-le") in data:
        raise UnreadableError("not-a-spreadsheet", reason="it is a Word document")
    if "PowerPoint Document".encode("utf-16-le") in data:
        raise UnreadableError("not-a-spreadsheet", reason="it is a PowerPoint presentation")


def _open_legacy(data: bytes, form: str, options: ReadOptions) -> Book:
    from sv_cli.bids.sheets.legacy import read_legacy  # noqa: PLC0415 - only the reader that is needed

    return _mended(read_legacy(data, form, options), options)


def _mended(book: Book, options: ReadOptions) -> Book:
    from sv_cli.bids.sheets.damaged import with_texts_mended  # noqa: PLC0415 - only for the readers that need it
    from sv_cli.bids.sheets.lengthy import require_few_letters  # noqa: PLC0415 - only for the readers that need it

    require_few_letters(book.grids, options)
    return with_texts_mended(book)
