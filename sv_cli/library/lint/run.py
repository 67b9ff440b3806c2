"""Owns a lint run: libraries are read and linked, every rule is run, findings come in the order of the files."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from sv_cli.findings.finding import Finding
from sv_cli.library.build import build, stands_alone
from sv_cli.library.faults import Faults
from sv_cli.library.find import is_shipped
from sv_cli.library.layers import RawLayer
from sv_cli.library.lint.rules import RULES
from sv_cli.library.lint.subject import Subject
from sv_cli.library.load import read_layers
from sv_cli.model.figures import Library


class Linting(Struct, frozen=True):
    """The findings of a lint run; ``library`` is None when it does not load.

    ``files`` are the files that were reported on, ``proxies`` the ids of their proxies.
    """

    library: Library | None
    findings: tuple[Finding, ...]
    files: tuple[str, ...] = ()
    proxies: frozenset[str] = frozenset()


def lint(paths: Sequence[Path], today: date) -> Linting:
    """Lint the library that ships, or the one at ``paths``: laid over it, unless the first of them stands alone.

    Only findings in the files of ``paths`` are reported, though they are compared with everything below them.
    """
    faults = Faults()
    layers, overlays = _layers(paths, faults)
    if faults:
        return Linting(None, faults.all)
    built = build(layers, faults)
    files = tuple(file.path for layer in overlays or layers for file in layer.files)
    if built.library is None:
        return Linting(None, faults.all, files)
    private = frozenset(file.path for layer in overlays for file in layer.files)
    subject = Subject(built.library, built.entries, frozenset(files), private, today)
    found = [each for rule in RULES.values() for each in rule(subject)]
    proxies = frozenset(placed.entry.id for placed in subject.placed("proxies"))
    return Linting(built.library, tuple(in_order(found)), files, proxies)


def in_order(findings: Sequence[Finding]) -> list[Finding]:
    """The findings by file and line; those of one line in the order in which they came."""
    return sorted(findings, key=lambda each: (each.place.file, each.place.row or 0))


def _layers(paths: Sequence[Path], faults: Faults) -> tuple[tuple[RawLayer, ...], tuple[RawLayer, ...]]:
    """All layers, and those of them that are laid over another library."""
    if not paths or (len(paths) == 1 and is_shipped(paths[0])):
        return read_layers((), faults), ()
    given = read_layers(paths, faults, shipped=False)
    if given and stands_alone(given[0]):
        return given, given[1:]
    return (*read_layers((), faults), *given), given
