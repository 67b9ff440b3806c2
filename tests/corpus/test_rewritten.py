"""A bid that is written in another way that changes nothing is read the same, and comes to the same figures."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

import pytest

from tests.corpus.case import Case
from tests.corpus.cases import all_cases
from tests.corpus.plain import Rows, Table, is_plain, said, table_of
from tests.corpus.rewritings import REWRITINGS
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import xlsx

SAMPLES = Path(__file__).parents[2] / "samples"
OF_EACH = 16
"""How many tables each rewriting is tried on, which are always the same."""

# Refused, though a clerk would read them
REFUSED = {
    ("columns-turned", "offers/sheet-of-targets-alone.xlsx"),
    ("headings-with-colons", "exports/share-of-reduction-and-tonnes.xlsx"),
}

Kept = list[tuple[Table, Counter[str]]]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """The samples' tables, and of each family of the corpus one; each with what it comes to."""
    folder, kept = tmp_path_factory.mktemp("plain"), []
    families = defaultdict(list)
    for name, case in all_cases():
        if is_plain(case):
            families[name.partition("/")[0]].append((name, case))
    for path in sorted(SAMPLES.glob("*.xlsx")):
        kept += _kept(path, path.name)
    for cases in families.values():
        for name, case in sorted(cases, key=lambda each: crc32(each[0].encode())):
            found = _kept(_written(case, folder / name.replace("/", "-")), name)
            kept += found
            if found:
                break
    return kept


def _written(case: Case, path: Path) -> Path:
    path.write_bytes(case.data())
    return path


def _kept(path: Path, name: str) -> Kept:
    table = table_of(path)
    return [] if table is None else [(table._replace(name=name), said(path))]


@pytest.mark.parametrize("name", REWRITINGS)
def test_it_is_read_the_same(name: str, tables: Kept, tmp_path: Path) -> None:
    wrong, tried = [], 0
    for table, before in sorted(tables, key=lambda each: crc32(f"{name} {each[0].name}".encode())):
        pages = REWRITINGS[name](table)
        if pages is None or (name, table.name) in REFUSED:
            continue
        bid = tmp_path / "bid.xlsx"
        bid.write_bytes(_workbook(table, pages))
        after, tried = said(bid), tried + 1
        if after != before:
            wrong += [f"{table.name}, {name}:", *_lines("was", before - after), *_lines(" is", after - before)]
        if tried == OF_EACH:
            break
    assert tried, "it was tried on no table"
    assert not wrong, "\n".join(wrong)


def _workbook(table: Table, pages: Sequence[Rows | Sheet]) -> bytes:
    names = ["Commitments" if not at else f"Commitments {at + 1}" for at in range(len(pages))]
    made = zip(names, pages, strict=True)
    sheets = [page._replace(name=name) if isinstance(page, Sheet) else Sheet(page, name) for name, page in made]
    return xlsx(*table.before, *sheets, *table.after)()


def _lines(word: str, lines: Counter[str]) -> list[str]:
    return [f"  {word} {line}" for line in lines.elements()]
