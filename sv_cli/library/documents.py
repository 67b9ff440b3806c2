"""Owns parsed YAML files: their entries in the shapes of `shapes.py`, and how a later layer lies over an earlier."""

import re
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec
from msgspec import Struct, field

from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.library import shapes
from sv_cli.library.nearest import nearest_text
from sv_cli.library.yaml_text import Marked, YamlError, parse_yaml
from sv_cli.model.sources import Source

T = TypeVar("T")
_UNKNOWN = re.compile(r"unknown field `(?P<key>[^`]*)`")
_WHERE = re.compile(r"^(?P<problem>.*?)(?: - at `(?P<key_in>key in )?(?P<path>\$.*)`)?$", re.DOTALL)
_PATTERNS = {
    r"\d{1,15}(\.\d{1,20})?": 'a plain decimal number such as "1234.50"',
    r"(0(\.\d{1,20})?|1(\.0+)?)": "a share between 0 and 1",
    r"\d{4}-\d{2}-\d{2}": "a day such as 2027-11-23",
    r"(\d{4}|\d{4}/\d{2}": "a year such as 2019 or 2019/20",
    r"[a-z0-9]+([.-]": "an id of small letters, digits, dots and hyphens",
}


class Placed(Struct, frozen=True):
    """An entry, the file and line it stands at, and what its file says of it (source, theme, outcome)."""

    entry: Any
    file: str
    line: int
    source: Source | None = None
    theme: shapes.Heading | None = None
    outcome: shapes.Heading | None = None


class Parsed(Struct, frozen=True):
    """One file: its entries by list name, and the rest of its document."""

    file: str
    document: shapes.Document
    entries: Mapping[str, tuple[Placed, ...]]

    @property
    def about(self) -> shapes.About | None:
        """What the library says of itself, when this is the file that says it."""
        return self.document.library


class Entries(Struct):
    """All layers laid over one another: entries by list name and id, and the vocabulary's word lists."""

    placed: dict[str, dict[str, Placed]] = field(default_factory=lambda: {name: {} for name in shapes.LISTS})
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    facts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    totals: tuple[str, ...] = ()
    not_yet: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    instructions: tuple[str, ...] = ()
    guidance_sheets: tuple[str, ...] = ()
    default_method: str = ""
    default_price_year: str = ""
    replaced: set[str] = field(default_factory=set)

    def lay_over(self, layer: list[Parsed]) -> list[Finding]:
        """Add a layer; an id that an earlier layer has is replaced, one that this layer has twice is a finding."""
        findings: list[Finding] = []
        for name in shapes.LISTS:
            mine: dict[str, Placed] = {}
            for placed in (each for parsed in layer for each in parsed.entries[name]):
                key = str(getattr(placed.entry, "code" if name == "places" else "id"))
                if key in mine:
                    findings.append(_duplicate(key, placed, mine[key]))
                mine[key] = placed
            self.replaced |= mine.keys() & self.placed[name].keys()
            self.placed[name] |= mine
        for parsed in layer:
            self._lay_words(parsed.document)
        return findings

    def _lay_words(self, document: shapes.Document) -> None:
        self.columns |= document.columns
        self.facts |= document.facts
        self.totals += document.totals
        self.not_yet += document.not_yet
        self.examples += document.examples
        self.instructions += document.instructions
        self.guidance_sheets += document.guidance_sheets
        for gone in document.withdraw:
            self.placed["proxies"].pop(gone, None)
        if document.library is not None:
            self.default_method = document.library.default_method or self.default_method
            self.default_price_year = document.library.default_price_year or self.default_price_year


def parse_document(data: bytes, file: str) -> tuple[Parsed | None, list[Finding]]:
    """Parse one file's bytes; every entry that is wrong gives a finding of its own."""
    try:
        marked = parse_yaml(data)
    except YamlError as error:
        place = Place(file=file, row=error.line or None)
        return None, [finding("yaml-broken", place, problem=error.problem)]
    findings: list[Finding] = []
    document = _converted(marked.plain, shapes.Document, "$", marked, file, findings)
    if document is None:
        return None, findings
    entries = {
        name: tuple(_entries(name, shape, document, marked, file, findings)) for name, shape in shapes.LISTS.items()
    }
    return Parsed(file=file, document=document, entries=entries), findings


def _entries(
    name: str, shape: type[T], document: shapes.Document, marked: Marked, file: str, findings: list[Finding]
) -> list[Placed]:
    found = []
    for number, raw in enumerate(getattr(document, name)):
        path = f"$.{name}[{number}]"
        entry = _converted(raw, shape, path, marked, file, findings)
        if entry is not None:
            line = marked.line_of(path)
            found.append(Placed(entry, file, line, document.source, document.theme, document.outcome))
    return found


def _converted(
    raw: object, shape: type[T], path: str, marked: Marked, file: str, findings: list[Finding]
) -> T | None:
    try:
        return msgspec.convert(raw, shape, strict=False)
    except msgspec.ValidationError as error:
        findings.append(_fault(str(error), path, marked, file))
        return None


def _fault(message: str, path: str, marked: Marked, file: str) -> Finding:
    match = _WHERE.match(message)
    problem, inner = (match["problem"], match["path"] or "$") if match else (message, "$")
    where = path + inner[1:]
    unknown = _UNKNOWN.search(problem)
    if unknown:
        key = unknown["key"]
        place = Place(file=file, row=marked.line_of(f"{where}.{key}"))
        return finding("unknown-key", place, key=key, nearest=nearest_text(key, _known_keys()))
    place = Place(file=file, row=marked.line_of(where))
    name = where.rpartition(".")[2]
    return finding("bad-entry", place, problem=f"{name}: {_in_words(problem)}")


def _in_words(problem: str) -> str:
    """Say a failed pattern as what is wanted; other problems are plain already."""
    for pattern, wanted in _PATTERNS.items():
        if pattern in problem:
            return f"this has to be {wanted}"
    return problem.replace("Object missing required field", "the key that is missing is").replace("`", "'")


def _known_keys() -> list[str]:
    kinds: tuple[type[Struct], ...] = (*shapes.PARTS, *shapes.LISTS.values())
    return sorted({key for kind in kinds for key in kind.__struct_fields__})


def _duplicate(key: str, placed: Placed, first: Placed) -> Finding:
    place = Place(file=placed.file, row=placed.line)
    return finding("duplicate-id", place, id=key, first=f"{first.file}:{first.line}")
