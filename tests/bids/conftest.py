"""What the tests of the reader share: the library's vocabulary, and `Desk`, which writes bids and reads them."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from sv_cli.bids.options import Reading, ReadOptions
from sv_cli.bids.read import read_bid
from sv_cli.findings.finding import Finding
from sv_cli.library.load import load_library
from sv_cli.model.bids import Commitment, Contract, Table
from sv_cli.model.vocabulary import Vocabulary

Rows = list[list[object]]
Sheets = dict[str, Rows]


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    library = load_library(()).library
    assert library is not None
    return library.vocabulary


class Desk:
    """Writes bids as files and reads them with the public function."""

    def __init__(self, folder: Path, vocabulary: Vocabulary) -> None:
        self.folder = folder
        self.vocabulary = vocabulary

    def file(self, name: str, content: bytes | str) -> Path:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def read(self, path: Path, **options: object) -> "Read":
        return Read(read_bid(path, self.vocabulary, ReadOptions(**options)), path)  # type: ignore[arg-type]

    def csv(self, text: str | bytes, **options: object) -> "Read":
        return self.read(self.file("bid.csv", text), **options)

    def xlsx(
        self, sheets: Sheets | Rows, finish: Callable[[openpyxl.Workbook], None] | None = None, /, **options: object
    ) -> "Read":
        """A workbook of these sheets (one called Commitments where only rows are given), ``finish``-ed by hand."""
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, rows in (sheets if isinstance(sheets, dict) else {"Commitments": sheets}).items():
            sheet = book.create_sheet(name)
            for number, row in enumerate(rows, 1):
                for column, value in enumerate(row, 1):
                    if value is not None:
                        sheet.cell(number, column, value)
        if finish:
            finish(book)
        path = self.folder / "bid.xlsx"
        book.save(path)
        return self.read(path, **options)


class Read:
    """What was read, in the shapes that tests compare."""

    def __init__(self, reading: Reading, path: Path) -> None:
        self.reading = reading
        self._path = path

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        return self.reading.bid.commitments if self.reading.bid else ()

    @property
    def tables(self) -> tuple[Table, ...]:
        return self.reading.bid.tables if self.reading.bid else ()

    @property
    def contract(self) -> Contract:
        assert self.reading.bid is not None, self.told
        return self.reading.bid.contract

    @property
    def lines(self) -> list[tuple[int, str | None, str | None]]:
        """Row, reference and quantity of each commitment; no quantity where any field is unsure."""
        return [
            (line.row, line.reference, None if line.quantity is None or line.unsure else f"{line.quantity:f}")
            for line in self.commitments
        ]

    @property
    def told(self) -> list[tuple[str, str]]:
        """The place, without the file's name, and the name of each finding."""
        start = len(str(self._path))
        return [(str(found.place)[start:].lstrip(":"), found.name) for found in self.reading.findings]

    @property
    def names(self) -> list[str]:
        return [found.name for found in self.reading.findings]

    def finding(self, name: str) -> Finding:
        return next(found for found in self.reading.findings if found.name == name)


@pytest.fixture
def desk(tmp_path: Path, vocabulary: Vocabulary) -> Desk:
    return Desk(tmp_path, vocabulary)
