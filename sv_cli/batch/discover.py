"""Owns the search for bids: folders, patterns and files become one list in a stable order, and findings."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from sv_cli.batch.patterns import MAGIC, matches
from sv_cli.batch.sources import is_remote
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.paths import is_folder, system_says

SUFFIXES = frozenset((".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv"))
JOURNAL = "sv-batch.journal"  # stands in every folder of results
REPORTS = "reports"
_TABLES = frozenset(("bids.csv", "lines.csv", "findings.csv", "results.xlsx"))
_LOCKS = ("~$", ".~lock.")
_RESULT = "result of an earlier run"
_LINK = "link to a folder"


class Found(Struct, frozen=True):
    """The paths of the bids, in order, each once; and findings on what was left out or could not be read."""

    paths: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


class _Looking(Struct):
    """A search under way: the folder or address of results (``out``, ``far_out``), and what was found so far.

    ``paths`` maps the real path of a bid to the name that it was found by; ``left`` counts reasons for leaving out.
    """

    out: str
    far_out: str = ""
    paths: dict[str, str] = field(default_factory=dict)
    left: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)

    def take(self, path: str) -> None:
        """Keep ``path``, unless the same file was found under another name before."""
        real = os.path.realpath(path)
        if real in self.paths and self.paths[real] != path:
            self.left["the same file under another name"] += 1
        self.paths.setdefault(real, path)

    def unreadable(self, folder: str, reason: str) -> None:
        """Note a folder that could not be read."""
        self.findings.append(finding("folder-unreadable", Place(file=shown_path(folder)), reason=reason))


def discover(asked: Iterable[str], out: str | None = None) -> Found:
    """The bids that ``asked`` names: every spreadsheet below a folder, every match of a pattern, every file.

    Lock files, hidden files, other kinds of file, results of other runs and all of ``out`` are left out and counted.
    A file that is named itself is taken whatever it is called; if it cannot be read, its reader has a finding.
    """
    far = out is not None and is_remote(out)
    looking = _Looking("" if out is None or far else os.path.realpath(out), out if out is not None and far else "")
    for each in asked:
        if is_remote(each):
            _look_far(each, looking)
            continue
        for path in _matches(each, looking):
            if os.path.isdir(path):  # noqa: PTH112 - undecodable names stay what they are
                for inside in _below(path, looking):
                    looking.take(inside)
            elif path != each and (why := _lock(os.path.basename(path)) or _result(path)):  # noqa: PTH119 - as above
                looking.left[why] += 1
            else:
                looking.take(path)
    if looking.left:
        looking.findings.append(_left_out(looking.left))
    return Found(tuple(sorted(looking.paths.values(), key=os.fsencode)), tuple(looking.findings))


def _look_far(address: str, looking: _Looking) -> None:
    """Add the spreadsheets below an address, or those that its pattern matches, or the one that it names."""
    from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra, and only where an address is read

    try:
        system, inside = url_to_fs(address)
        names = system.glob(inside) if MAGIC & set(inside) else system.find(inside)
        out = _unstripped(looking.far_out) if looking.far_out else ""
        top = _unstripped(address)
        named = sorted(str(system.unstrip_protocol(name)) for name in names)
    except Exception as error:  # noqa: BLE001 - every store has errors of its own
        reason = str(error)[:200] or type(error).__name__
        looking.findings.append(finding("store-unreadable", Place(file=address), reason=reason))
        return
    for name in named or [address]:
        if out and name.startswith(out):
            looking.left["the folder of results"] += 1
        elif name not in (address, top[:-1]) and (why := _far(name, top)):
            looking.left[why] += 1
        else:
            looking.paths.setdefault(name, name)


def _far(name: str, top: str) -> str:
    """Why a file that a store lists is left out, by its name and those of its folders below ``top``; else ``""``."""
    parts = name.removeprefix(top).split("/") if name.startswith(top) else name.split("/")[-1:]
    wanted = top.split("/")[-2].startswith(".")  # the pattern, or the folder, is of hidden ones
    hidden = not wanted and any(part.startswith(".") for part in parts)
    return _lock(parts[-1]) or ("hidden" if hidden else "") or _ending(name)


def _unstripped(address: str) -> str:
    """The address as its store lists it, with a slash at its end."""
    from fsspec.core import url_to_fs  # noqa: PLC0415 - as above

    system, inside = url_to_fs(address)
    return f"{system.unstrip_protocol(inside).rstrip('/')}/"


def _matches(asked: str, looking: _Looking) -> list[str]:
    """The files that a pattern matches; anything else as it is, even if there is no such file, for a finding later."""
    if os.path.lexists(asked) or not MAGIC & set(asked):
        return [asked]
    links: set[str] = set()
    found = sorted(set(matches(asked, links.add, looking.unreadable)), key=os.fsencode)
    if links:
        looking.left[_LINK] += len(links)
    return found


def _below(folder: str, looking: _Looking) -> Iterator[str]:
    """The spreadsheets below ``folder``, however deep; links to folders are not followed, so that no loop can be."""
    under_way = [_entries(folder, looking)]
    while under_way:
        entry = next(under_way[-1], None)
        if entry is None:
            under_way.pop()
        elif why := _left(entry, looking.out):
            looking.left[why] += 1
        elif entry.is_dir(follow_symlinks=False):
            under_way.append(_entries(entry.path, looking))
        else:
            yield entry.path


def _entries(folder: str, looking: _Looking) -> Iterator[os.DirEntry[str]]:
    """The entries of a folder, by name; none, and a finding, if it cannot be read."""
    try:
        yield from sorted(os.scandir(folder), key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        looking.unreadable(folder, system_says(error))


def _left(entry: os.DirEntry[str], out: str) -> str:
    """Why an entry of a folder is left out; ``""`` when it may be a bid, or a folder of bids."""
    if why := _lock(entry.name) or ("hidden" if entry.name.startswith(".") else ""):
        return why
    if entry.is_dir(follow_symlinks=False) or (entry.is_symlink() and is_folder(entry.path)):
        if out and os.path.realpath(entry.path) == out:
            return "the folder of results"
        return _LINK if entry.is_symlink() else ""
    return _ending(entry.name) or _result(entry.path)


def _lock(name: str) -> str:
    return "lock file" if name.startswith(_LOCKS) else ""


def _ending(name: str) -> str:
    ending = os.path.splitext(name)[1].lower()  # noqa: PTH122 - it may be no path of this machine
    return "" if ending in SUFFIXES else ending or "no ending"


def _result(path: str) -> str:
    return _RESULT if _is_result(path) else ""


def _is_result(path: str) -> bool:
    """Whether an earlier run has written the file: a table beside a journal, or a bid's report below one."""
    folder, name = os.path.split(path)
    if name in _TABLES and os.path.lexists(os.path.join(folder, JOURNAL)):  # noqa: PTH118 - as above
        return True
    of_bid = os.path.splitext(os.path.splitext(name)[0])[1].lower() in SUFFIXES  # noqa: PTH122 - as above
    while of_bid and folder and folder != os.path.dirname(folder):  # noqa: PTH120 - as above
        folder, last = os.path.split(folder)
        if last == REPORTS and os.path.lexists(os.path.join(folder, JOURNAL)):  # noqa: PTH118 - as above
            return True
    return False


def _left_out(left: Counter[str]) -> Finding:
    what = ", ".join(f"{count} × {shown_path(why)}" for why, count in sorted(left.items()))
    total = sum(left.values())
    return finding("left-out", Place(), count=f"{total:,} {'entry' if total == 1 else 'entries'}", what=what)


def shown_path(path: str) -> str:
    """The path as text that can be written anywhere: bytes that are no text become backslash escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
