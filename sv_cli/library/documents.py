"""Owns parsed YAML files: their entries in the shapes of `shapes.py`, each fault with its file and line."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from msgspec import Struct

from sv_cli.findings.finding import Place
from sv_cli.library import shapes
from sv_cli.library.complaints import converted, each_converted
from sv_cli.library.faults import Faults
from sv_cli.library.yaml_text import MAX_VALUES, Marked, YamlError, parse_yaml
from sv_cli.model.sources import Source


class Placed(Struct, frozen=True):
    """An entry in its shape, the file and line it is at, and what its file states for it: source, theme, outcome."""

    entry: Any
    file: str
    line: int
    source: Source | None = None
    theme: shapes.Heading | None = None
    outcome: shapes.Heading | None = None

    @property
    def place(self) -> Place:
        """Where a finding about it points to."""
        return Place(file=self.file, row=self.line)


class Parsed(Struct, frozen=True):
    """One file: its entries by list name, the rest of its document, and the line of every value (``marked``)."""

    file: str
    document: shapes.Document
    entries: Mapping[str, tuple[Placed, ...]]
    marked: Marked

    def place_of(self, key: str) -> Place:
        """The file and line of the top-level ``key``."""
        return Place(file=self.file, row=self.marked.line_of(f"$.{key}"))


def parse_document(data: bytes, file: str, faults: Faults, max_values: int = MAX_VALUES) -> Parsed | None:
    """Parse one file's bytes; every wrong entry is a fault of its own, and left out. None if it is no YAML to use."""
    try:
        marked = parse_yaml(data, file, max_values)
    except YamlError as error:
        faults.add("yaml-broken", Place(file=file, row=error.line or None), problem=error.problem)
        return None
    document = converted(marked.plain, shapes.Document, "$", marked, faults, _known_keys())
    if document is None:
        return None
    entries = {name: tuple(_entries(name, shape, document, marked, faults)) for name, shape in shapes.LISTS.items()}
    return Parsed(file, document, entries, marked)


def _entries(
    name: str, shape: type[Struct], document: shapes.Document, marked: Marked, faults: Faults
) -> Iterator[Placed]:
    for entry, line in each_converted(name, getattr(document, name), shape, marked, faults, _known_keys()):
        theme = getattr(entry, "theme", None) or document.theme
        outcome = getattr(entry, "outcome", None) or document.outcome
        yield Placed(entry, marked.file, line, document.source, theme, outcome)


@cache
def _known_keys() -> tuple[str, ...]:
    kinds = (each for each in vars(shapes).values() if isinstance(each, type) and issubclass(each, Struct))
    return tuple(sorted({key for kind in kinds for key in kind.__struct_fields__}))
