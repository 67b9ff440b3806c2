"""A bid that is written in another way that changes nothing is read the same, and comes to the same figures."""

from collections import Counter, defaultdict
from pathlib import Path
from zlib import crc32

import pytest

from tests.corpus.case import Case
from tests.corpus.cases import all_cases
from tests.corpus.plain import Line, Table, heard, is_plain, table_of, written
from tests.corpus.rewritings import REWRITINGS

SAMPLES = Path(__file__).parents[2] / "samples"
OF_EACH = 16
"""How many tables each rewriting is tried on, which are always the same."""

# Refused, though a clerk would read them
REFUSED = {
    ("columns-turned", "offers/sheet-of-targets-alone.xlsx"),
    ("headings-with-colons", "exports/share-of-reduction-and-tonnes.xlsx"),
}

Kept = list[tuple[Table, Counter[Line]]]


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
    return [] if table is None else [(table._replace(name=name), Counter(heard(path).lines))]


@pytest.mark.parametrize("name", REWRITINGS)
def test_it_is_read_the_same(name: str, tables: Kept, tmp_path: Path) -> None:
    wrong, tried = [], 0
    for table, before in sorted(tables, key=lambda each: crc32(f"{name} {each[0].name}".encode())):
        pages = REWRITINGS[name](table)
        if pages is None or (name, table.name) in REFUSED:
            continue
        bid = tmp_path / "bid.xlsx"
        bid.write_bytes(written(table, pages))
        after, tried = Counter(heard(bid).lines), tried + 1
        if after != before:
            wrong += [f"{table.name}, {name}:", *_lines("was", before - after), *_lines(" is", after - before)]
        if tried == OF_EACH:
            break
    assert tried, "it was tried on no table"
    assert not wrong, "\n".join(wrong)


def _lines(word: str, lines: Counter[Line]) -> list[str]:
    return [f"  {word} {tuple(line)}" for line in lines.elements()]
