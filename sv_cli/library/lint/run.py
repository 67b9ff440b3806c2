"""Owns a lint run: the libraries read and linked, every rule asked, the findings in the order of the files."""

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
    """What there is to say; ``library`` is None when it does not even load.

    ``files`` are the files that were looked at; ``spoken_of`` are the ids of their proxies.
    """

    library: Library | None
    findings: tuple[Finding, ...]
    files: tuple[str, ...] = ()
    spoken_of: frozenset[str] = frozenset()


def lint(paths: Sequence[Path], today: date) -> Linting:
    """Look at the library that ships, or at ``paths``, laid over it unless the first of them stands alone.

    Only the files of ``paths`` are spoken of, though they are held against everything below them.
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
    spoken_of = frozenset(placed.entry.id for placed in subject.placed("proxies"))
    return Linting(built.library, tuple(in_order(found)), files, spoken_of)


def in_order(findings: Sequence[Finding]) -> list[Finding]:
    """By file and line; where they are the same, as they were found."""
    return sorted(findings, key=lambda each: (each.place.file, each.place.row or 0))


def _layers(paths: Sequence[Path], faults: Faults) -> tuple[tuple[RawLayer, ...], tuple[RawLayer, ...]]:
    """All layers, and those of them that are laid over another library."""
    if not paths or (len(paths) == 1 and is_shipped(paths[0])):
        return read_layers((), faults), ()
    given = read_layers(paths, faults, shipped=False)
    if given and stands_alone(given[0]):
        return given, given[1:]
    return (*read_layers((), faults), *given), given
