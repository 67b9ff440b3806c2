"""Owns parsed YAML files: their entries in the shapes of `shapes.py`, each fault with its file and line."""

import re
from ast import literal_eval
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from sv_cli.findings.finding import Place
from sv_cli.library import shapes
from sv_cli.library.faults import Faults
from sv_cli.library.nearest import nearest_text
from sv_cli.library.yaml_text import MAX_VALUES, Marked, YamlError, parse_yaml
from sv_cli.model.sources import Source

T = TypeVar("T")
_UNKNOWN = re.compile(r"unknown field `(?P<key>[^`]*)`")
_WHERE = re.compile(r"^(?P<problem>.*?)(?: - at (?:`key` in )?`(?P<path>\$.*)`)?$", re.DOTALL)
_EXPECTED = re.compile(r"^Expected `(?P<wanted>[^`]*)`, got `(?P<got>[^`]*)`$")
_CHOICE = re.compile(r"^\^\((?P<words>[a-z0-9 |_-]+)\)(?P<after>[a-z ]*)\$")
_ENUM = re.compile(r"^Invalid enum value '?(?P<got>[^']*)'?$")
_MISSING = re.compile(r"^Object missing required field `(?P<key>[^`]*)`$")
_LONG = re.compile(r"^Expected `(?P<what>str|array|object)` of length (?P<limit>[<>]= \d+)$")
_TYPES = {"object": "keys with values", "array": "a list", "str": "a text", "null": "nothing", "bool": "yes or no"}


class Placed(Struct, frozen=True):
    """An entry, the file and line it stands at, and what its file says of it (source, theme, outcome)."""

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
    """One file: its entries by list name, the rest of its document, and how many keys and values it has."""

    file: str
    document: shapes.Document
    entries: Mapping[str, tuple[Placed, ...]]
    lines: Mapping[str, int]
    count: int

    def place_of(self, key: str) -> Place:
        """Where the top-level ``key`` stands."""
        return Place(file=self.file, row=self.lines.get(f"$.{key}", 1))


def parse_document(data: bytes, file: str, faults: Faults, max_values: int = MAX_VALUES) -> Parsed | None:
    """Parse one file's bytes; every entry that is wrong is a fault of its own, and left out."""
    try:
        marked = parse_yaml(data, max_values)
    except YamlError as error:
        faults.add("yaml-broken", Place(file=file, row=error.line or None), problem=error.problem)
        return None
    document = _converted(marked.plain, shapes.Document, "$", marked, file, faults)
    if document is None:
        return None
    entries = {
        name: tuple(_entries(name, shape, document, marked, file, faults)) for name, shape in shapes.LISTS.items()
    }
    return Parsed(file, document, entries, _top_lines(marked), marked.count)


def _top_lines(marked: Marked) -> dict[str, int]:
    return {f"$.{key}": marked.line_of(f"$.{key}") for key in marked.plain}


def _entries(
    name: str, shape: type[T], document: shapes.Document, marked: Marked, file: str, faults: Faults
) -> list[Placed]:
    found = []
    for number, raw in enumerate(getattr(document, name)):
        path = f"$.{name}[{number}]"
        entry = _converted(raw, shape, path, marked, file, faults)
        if entry is not None:
            theme = getattr(entry, "theme", None) or document.theme
            outcome = getattr(entry, "outcome", None) or document.outcome
            found.append(Placed(entry, file, marked.line_of(path), document.source, theme, outcome))
    return found


def _converted(raw: object, shape: type[T], path: str, marked: Marked, file: str, faults: Faults) -> T | None:
    try:
        return msgspec.convert(raw, shape, strict=False)
    except msgspec.ValidationError as error:
        _note(str(error), path, marked, file, faults)
        return None


def _note(message: str, path: str, marked: Marked, file: str, faults: Faults) -> None:
    where, problem, key = parted(message, path)
    if key is not None:
        place = Place(file=file, row=marked.line_of(f"{where}.{key}"))
        faults.add("unknown-key", place, key=key[:80], nearest=nearest_text(key, _known_keys()))
    else:
        place = Place(file=file, row=marked.line_of(where))
        faults.add("bad-entry", place, problem=f"{name_of(where) or 'the file'}: {in_words(problem)}")


def parted(message: str, path: str) -> tuple[str, str, str | None]:
    """Where msgspec finds something wrong in what stands at ``path``, its words, and the key that it does not know."""
    match = _WHERE.match(message)
    problem, inner = (match["problem"], match["path"] or "$") if match else (message, "$")
    unknown = _UNKNOWN.search(problem)
    return path + inner[1:], problem, None if unknown is None else unknown["key"]


def name_of(where: str) -> str:
    """The last key of a path, with its number in a list: ``evidence[2]``; empty for the path of the whole."""
    return where.rpartition(".")[2].replace("[...]", "") if "." in where else ""


def in_words(problem: str) -> str:
    """What msgspec says, said to an author of YAML."""
    if " matching regex " in problem:
        return f"this has to be {_wanted(literal_eval(problem.partition(' matching regex ')[2]))}"
    chosen = _ENUM.match(problem)
    if chosen:
        return f"{chosen['got']!r} is none of the words that may stand here"
    expected, missing, long = _EXPECTED.match(problem), _MISSING.match(problem), _LONG.match(problem)
    if expected:
        wanted = " or ".join(_TYPES.get(each, each) for each in expected["wanted"].split(" | "))
        return f"{wanted} is wanted here, and this is {_TYPES.get(expected['got'], expected['got'])}"
    if missing:
        return f"the key {missing['key']!r} is missing"
    if long:
        return f"the length of {_TYPES[long['what']]} here has to be {long['limit']}"
    return problem.replace("`", "'")


def _wanted(pattern: str) -> str:
    choice = _CHOICE.match(pattern)
    if pattern in shapes.WANTED or choice is None:
        return shapes.WANTED.get(pattern, f"of the form {pattern.strip('^').partition('$')[0]}")
    *words, last = (word + choice["after"] for word in choice["words"].split("|"))
    return f"{', '.join(words)} or {last}" if words else last


def _known_keys() -> list[str]:
    kinds: tuple[type[Struct], ...] = (*shapes.PARTS, *shapes.LISTS.values())
    return sorted({key for kind in kinds for key in kind.__struct_fields__})
