"""Owns the loading of a framework by its name or file: find it, parse it with line marks, check its shapes."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.library.beside import read_beside
from sv_cli.library.complaints import bad, converted
from sv_cli.library.find import shipped_folder
from sv_cli.library.framework_shapes import FrameworkDocument, RuleEntry
from sv_cli.library.nearest import nearest_text
from sv_cli.library.shapes import record_of
from sv_cli.library.yaml_text import Marked
from sv_cli.model.frameworks import Framework, Rule

FOLDER = "frameworks"
_RULE = re.compile(r"\$\.rules\[\d+\]")
_COMMON = frozenset(RuleEntry.__struct_fields__)


class FrameworkLoading(Struct, frozen=True):
    """A framework, or the findings that say why there is none to check against."""

    framework: Framework | None
    findings: tuple[Finding, ...] = ()


def framework_files(overlays: Sequence[Path] = ()) -> dict[str, Path]:
    """Every framework by name: those that ship and those in ``frameworks`` folders of ``overlays``; later ones win."""
    folders = [path / FOLDER for path in (shipped_folder(), *overlays)]
    files = (file for folder in folders for file in sorted(folder.glob("*.yaml")))
    return {file.stem: file for file in files}


def named_framework(name: str, overlays: Sequence[Path]) -> FrameworkLoading:
    """The framework called ``name``, or the one in the file ``name``; without one, a finding with near names."""
    files = framework_files(overlays)
    path = files.get(name) or Path(name)
    if name in files or path.suffix in {".yaml", ".yml"}:
        return load_framework(path)
    nearest = nearest_text(name, files)
    place = Place(file="--framework")
    return FrameworkLoading(None, (finding("framework-not-found", place, name=name[:80], nearest=nearest),))


def load_framework(path: Path) -> FrameworkLoading:
    """Read one framework's file; every wrong rule gives a finding of its own, and then there is no framework."""
    findings: list[Finding] = []
    read = read_beside(path, FrameworkDocument, findings, "framework-file-missing")
    if read is None:
        return FrameworkLoading(None, tuple(findings))
    document, marked = read
    about = document.framework
    rules = tuple(_rules(document.rules, about.contact, marked, findings))
    framework = record_of(
        about,
        Framework,
        summary=" ".join(about.summary.split()),
        rules=rules,
        scope=document.scope,
        sources=document.sources,
        not_checked=tuple(" ".join(each.split()) for each in document.not_checked),
        file=str(path),
    )
    return FrameworkLoading(None if findings else framework, tuple(findings))


def _rules(raw_rules: Iterable[Any], contact: str | None, marked: Marked, findings: list[Finding]) -> Iterable[Rule]:
    file = marked.file
    first: dict[str, int] = {}
    lines = _lines_by_rule(marked)
    for number, raw in enumerate(raw_rules):
        path = f"$.rules[{number}]"
        line = marked.line_of(path)
        if not isinstance(raw, dict):
            findings.append(bad(f"rules[{number}]", "a rule has keys and values", file, line))
            continue
        common = {key: value for key, value in raw.items() if key in _COMMON}
        entry = converted(common, RuleEntry, path, marked, findings)
        if entry is None:
            continue
        if entry.id in first:
            place = Place(file=file, row=line)
            findings.append(finding("duplicate-id", place, id=entry.id, first=f"{file}:{first[entry.id]}"))
        first.setdefault(entry.id, line)
        settings = {key: value for key, value in raw.items() if key not in _COMMON}
        yield replace(_rule(entry, settings, line, lines.get(path, {}), file), contact=_flat(entry.contact or contact))


def _lines_by_rule(marked: Marked) -> dict[str, dict[str, int]]:
    """The lines of every rule's keys: by the rule's path, and then by the key's path within the rule."""
    found: dict[str, dict[str, int]] = {}
    for path, line in marked.lines.items():
        match = _RULE.match(path)
        if match:
            found.setdefault(match[0], {})[path[match.end() :]] = line
    return found


def _rule(entry: RuleEntry, settings: Mapping[str, Any], line: int, lines: Mapping[str, int], file: str) -> Rule:
    flat = {name: _flat(getattr(entry, name)) for name in ("message", "reason", "clause")}
    return record_of(entry, Rule, settings=settings, scope=entry.applies, file=file, line=line, lines=lines, **flat)


def _flat(text: str | None) -> str | None:
    return None if text is None else " ".join(text.split())
