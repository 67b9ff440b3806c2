"""Owns where libraries are: the shipped one, and the YAML files of a folder, in a stable order."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.paths import system_says

MAX_FILES = 3_000
MAX_ENTRIES = 20_000
MAX_DEPTH = 12
_LIMIT = f"{MAX_FILES:,} files of YAML among {MAX_ENTRIES:,} in all"
_SUFFIXES = (".yaml", ".yml")
_NOT_LIBRARY = frozenset({"frameworks", "schema"})


class Found(Struct, frozen=True):
    """The files of a library by their name within it, and findings on what looks like one and is not read."""

    files: tuple[tuple[str, Path], ...]
    findings: tuple[Finding, ...] = ()


def shipped_folder() -> Path:
    """The folder of the library that ships: inside an installed package, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "proxies"
    return inside if inside.is_dir() else package.parent / "proxies"


def is_shipped(path: Path) -> bool:
    """Whether ``path`` leads to the folder of the library that ships."""
    try:
        return path.samefile(shipped_folder())
    except (OSError, ValueError):
        return False


def library_files(path: Path, *, links: bool = False) -> Found:
    """The file itself, or all ``.yaml`` and ``.yml`` files below a folder, sorted by name.

    Hidden files are left out, and the folders ``frameworks`` and ``schema``, which hold something else. What
    looks like a library file and is none (a link, unless ``links``; a pipe; a device) gives a finding.
    """
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return Found((), (finding("library-not-found", Place(file=str(path))),))
    if stat.S_ISREG(mode):
        return Found(((path.name, path),))
    if not stat.S_ISDIR(mode):
        return Found((), (_refused(path, sort_of(mode)),))
    try:
        return _in_folder(path, links=links)
    except OSError as error:
        place = Place(file=str(error.filename or path))
        return Found((), (finding("file-unreadable", place, reason=system_says(error)),))


def _in_folder(folder: Path, *, links: bool) -> Found:
    files: list[tuple[str, Path]] = []
    refused: list[Finding] = []
    for number, (name, entry) in enumerate(_entries(str(folder), "", 0, links=links)):
        if number >= MAX_ENTRIES or len(files) > MAX_FILES:
            too_large = finding("library-too-large", Place(file=str(folder)), size="so many files", limit=_LIMIT)
            return Found((), (too_large,))
        if not (name.endswith(_SUFFIXES) or entry.is_symlink() or entry.is_dir()):
            continue
        if entry.is_file(follow_symlinks=links):
            files.append((name, folder / name))
        elif name.endswith(_SUFFIXES) or entry.is_dir():
            mode = entry.stat(follow_symlinks=False).st_mode
            what = "a folder too deep down" if stat.S_ISDIR(mode) else sort_of(mode)
            refused.append(_refused(folder / name, what))
    if not files and not refused:
        refused.append(finding("library-not-found", Place(file=str(folder))))
    return Found(tuple(sorted(files)), tuple(sorted(refused, key=lambda each: each.place.file)))


def _entries(folder: str, prefix: str, depth: int, *, links: bool) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Everything below ``folder`` that is not a folder itself, by its name with forward slashes."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or (not depth and entry.name in _NOT_LIBRARY):
                continue
            if entry.is_dir(follow_symlinks=links) and depth < MAX_DEPTH:
                yield from _entries(entry.path, f"{prefix}{entry.name}/", depth + 1, links=links)
            else:
                yield prefix + entry.name, entry


def _refused(path: Path, what: str) -> Finding:
    return finding("library-file-refused", Place(file=str(path)), what=what)


def sort_of(mode: int) -> str:
    """The word for something that is no plain file: a link, a pipe, a folder, a device or socket."""
    sorts = {stat.S_IFLNK: "a link", stat.S_IFIFO: "a pipe", stat.S_IFDIR: "a folder"}
    return sorts.get(stat.S_IFMT(mode), "a device or socket")
