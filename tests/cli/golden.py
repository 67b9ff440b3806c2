"""Owns the expected outputs in `golden/`, each reviewed by eye.

``python -m tests.cli.golden`` runs every command anew, shows what changed and writes it down; read the difference.
"""

import difflib
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.cli.door import Told, sv

GOLDEN = Path(__file__).parent / "golden"
FOOD_BANK, SPEED = "samples/food-bank.xlsx", "samples/speed-watch.xlsx"
INVESTED = ("--investment", "£120,000", "--investment", "30k@2", "--investment", "1500@2028/29")
COMMANDS: Mapping[str, tuple[str, ...]] = {
    "food-bank.txt": ("score", FOOD_BANK),
    "food-bank-invested.html": ("score", FOOD_BANK, *INVESTED, "--format", "html"),
    "speed-watch.txt": ("score", SPEED),
    "speed-watch.csv": ("score", SPEED, "--format", "csv"),
    "speed-watch-row-12.txt": ("explain", SPEED, "12"),
    "food-bank-methods.txt": ("score", FOOD_BANK, "--method", "green-book", "--method", "gross", *INVESTED),
    "speed-watch-methods.json": ("score", SPEED, "--method", "green-book", "--method", "gross", "--format", "json"),
    "food-bank-methods.md": ("score", FOOD_BANK, "--method", "green-book", "--method", "gross", "--format", "markdown"),
    "food-bank-invested.md": ("score", FOOD_BANK, *INVESTED, "--format", "markdown"),
    "adult-services-row-15.txt": ("explain", "samples/adult-services.xlsx", "15"),
    "adult-services-row-15.json": ("explain", "samples/adult-services.xlsx", "15", "--format", "json"),
    "adult-services-row-15.md": ("explain", "samples/adult-services.xlsx", "15", "--format", "markdown"),
    "methods-show.txt": ("methods", "show", "green-book"),
    "after-hours.txt": ("score", "samples/after-hours.csv"),
    "adult-services.txt": ("score", "samples/adult-services.xlsx", "--verbose"),
    "adult-services.json": ("score", "samples/adult-services.xlsx", "--format", "json"),
    "bad-bid.txt": ("score", "samples/bad-bid.xlsx"),
    "bad-bid.json": ("score", "samples/bad-bid.xlsx", "--format", "json"),
    "bad-bid.csv": ("score", "samples/bad-bid.xlsx", "--format", "csv"),
    "bad-bid.md": ("score", "samples/bad-bid.xlsx", "--format", "markdown"),
    "bad-bid.html": ("score", "samples/bad-bid.xlsx", "--format", "html"),
    "proxies-show.txt": ("proxies", "show", "roads.speed-reduced"),
    "explain-code.txt": ("explain", "SV307"),
}
_LIBRARY_HASH = re.compile(
    r"(sha256 )[0-9a-f]{12}|(\"sha256\": \")[0-9a-f]{64}(?=\"\n    \}\n)|(sha256 <code>)[0-9a-f]{64}"
)
_STYLE = re.compile(r"(?<=<style>\n).*?(?=</style>)", re.DOTALL)
_NEAREST = re.compile(r"nearest\s+are\s+('|&#39;)[^'&]*\1(?:,\s+\1[^'&]*\1)*")


def plain(text: str) -> str:
    """``text`` without the style sheet, and the library's hash and near names, which change as proxies are added."""
    text = _STYLE.sub("…\n", text)
    return _NEAREST.sub("nearest are …", _LIBRARY_HASH.sub(lambda found: f"{found[1] or found[2] or found[3]}…", text))


def kept(name: str) -> str:
    """The expected output called ``name``."""
    return (GOLDEN / name).read_bytes().decode()


def now(name: str) -> Told:
    """What the command behind ``name`` says today."""
    told = sv(*COMMANDS[name])
    return told._replace(out=plain(told.out))


def main() -> None:
    """Show what changed, and keep it."""
    for name in COMMANDS:
        path, fresh = GOLDEN / name, now(name).out
        before = kept(name) if path.exists() else ""
        changes = difflib.unified_diff(before.splitlines(keepends=True), fresh.splitlines(keepends=True), name, name)
        sys.stdout.writelines(changes)
        path.write_bytes(fresh.encode())


if __name__ == "__main__":
    main()
