"""Owns the folders of bids that the tests of many bids share: small CSVs that are quick to make, and broken files."""

from pathlib import Path

GOOD = """Supplier,Firm {n} Ltd
Contract value,{value}

Ref,Description,Quantity,Unit
volunteering.community-project-hour,Hours of our staff on community projects,{hours},hours
crime.burglary-avoided,Burglaries prevented,{crimes},crimes
"""
BROKEN = {
    "empty.csv": b"",
    "picture.xlsx": b"\x89PNG\r\n\x1a\n" + b"\0" * 64,
    "no-header.csv": b"just,some,words\nand,some,more\n",
    "half.xlsx": b"PK\x03\x04" + b"\0" * 200,
    "unknown.csv": b"Ref,Description,Quantity,Unit\nno.such-proxy,Nobody knows it,3,hours\n",
}


def good(n: int) -> str:
    return GOOD.format(n=n, value=100_000 + n, hours=10 + n, crimes=n % 7)


def write_bids(folder: Path, count: int, broken: int = 0) -> Path:
    """``count`` good bids in ``folder``, and ``broken`` ones of every kind in turn."""
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(count):
        (folder / f"bid-{n:04}.csv").write_text(good(n), encoding="utf-8")
    kinds = list(BROKEN.items())
    for n in range(broken):
        name, content = kinds[n % len(kinds)]
        (folder / f"broken-{n:03}-{name}").write_bytes(content)
    return folder


def tables_in(out: Path) -> dict[str, bytes]:
    """Every file of results but the journal, by name."""
    names = [path for path in sorted(out.rglob("*")) if path.is_file() and "sv-batch" not in path.name]
    return {str(path.relative_to(out)): path.read_bytes() for path in names}
