"""Owns the findings on wrong entries in a YAML file: msgspec's errors, put in words, with file, line and near names."""

import re
from ast import literal_eval
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

import msgspec

from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.library import shapes
from sv_cli.library.nearest import nearest_text
from sv_cli.library.yaml_text import Marked

T = TypeVar("T")
_UNKNOWN = re.compile(r"unknown field `(?P<key>[^`]*)`")
_WHERE = re.compile(r"^(?P<problem>.*?)(?: - at (?:`key` in )?`(?P<path>\$.*)`)?$", re.DOTALL)
_EXPECTED = re.compile(r"^Expected `(?P<wanted>[^`]*)`, got `(?P<got>[^`]*)`$")
_CHOICE = re.compile(r"^\^\((?P<words>[a-z0-9 |_-]+)\)(?P<after>[a-z ]*)\$")
_ENUM = re.compile(r"^Invalid enum value '?(?P<got>[^']*)'?$")
_MISSING = re.compile(r"^Object missing required field `(?P<key>[^`]*)`$")
_LONG = re.compile(r"^Expected `(?P<what>str|array|object)` of length (?P<limit>[<>]= \d+)$")
_TYPES = {"object": "keys with values", "array": "a list", "str": "a text", "null": "nothing", "bool": "yes or no"}


class Collecting(Protocol):
    """What findings are added to: a list, or ``Faults``."""

    def extend(self, findings: Iterable[Finding], /) -> None:
        """Add them."""


def converted(
    raw: object,
    shape: type[T],
    path: str,
    marked: Marked,
    findings: Collecting,
    known: Collection[str] = (),
    label: str = "the file",
) -> T | None:
    """``raw``, the value at ``path``, as a ``shape``; None, with a finding that names file and line, if it is not one.

    ``label`` is what the finding calls the whole value, ``known`` the keys to offer in place of an unknown one, where
    they are not the shape's alone.
    """
    try:
        return msgspec.convert(raw, shape, strict=False)
    except msgspec.ValidationError as error:
        keys = known or getattr(shape, "__struct_fields__", ())
        findings.extend([_complaint(str(error), path, marked, keys, label)])
        return None


def each_converted(
    name: str, raw: Sequence[Any], shape: type[T], marked: Marked, findings: Collecting, known: Collection[str] = ()
) -> Iterator[tuple[T, int]]:
    """Every entry of the list ``name`` that is a ``shape``, with its line; any other gives a finding."""
    for number, each in enumerate(raw):
        where = f"$.{name}[{number}]"
        entry = converted(each, shape, where, marked, findings, known)
        if entry is not None:
            yield entry, marked.line_of(where)


def bad(key: str, problem: str, file: str, line: int) -> Finding:
    """The finding that the entry called ``key`` is wrong."""
    return finding("bad-entry", Place(file=file, row=line), problem=f"{key}: {problem}")


def _complaint(message: str, path: str, marked: Marked, known: Collection[str], label: str) -> Finding:
    """The finding for msgspec's error ``message`` on the value at ``path``."""
    where, problem, key = _split(message, path)
    if key is not None:
        place = Place(file=marked.file, row=marked.line_of(f"{where}.{key}"))
        return finding("unknown-key", place, key=key[:80], nearest=nearest_text(key, known))
    return bad(_name_of(where) or label, _in_words(problem), marked.file, marked.line_of(where))


def _split(message: str, path: str) -> tuple[str, str, str | None]:
    """The path of what is wrong within ``path``, msgspec's words for it, and the unknown key if that is what it is."""
    match = _WHERE.match(message)
    problem, inner = (match["problem"], match["path"] or "$") if match else (message, "$")
    unknown = _UNKNOWN.search(problem)
    return path + inner[1:], problem, None if unknown is None else unknown["key"]


def _name_of(where: str) -> str:
    """The last key of a path, with its number in a list: ``evidence[2]``; empty for the path of the whole."""
    named = where.replace("[...]", "")  # what msgspec writes for a key of any name
    return named.rpartition(".")[2] if "." in named else ""


def _in_words(problem: str) -> str:
    """The words of msgspec, rephrased for an author of YAML."""
    if " matching regex " in problem or "RFC3339" in problem:  # a day's format is the only one of that standard
        pattern = literal_eval(problem.partition(" matching regex ")[2] or repr(shapes.DAY))
        return f"this must be {_wanted(pattern)}"
    chosen = _ENUM.match(problem)
    if chosen:
        return f"{chosen['got']!r} is not one of the words allowed here"
    expected, missing, long = _EXPECTED.match(problem), _MISSING.match(problem), _LONG.match(problem)
    if expected:
        wanted = " or ".join(_TYPES.get(each, each) for each in expected["wanted"].split(" | "))
        return f"{wanted} is needed here, but this is {_TYPES.get(expected['got'], expected['got'])}"
    if missing:
        return f"the key {missing['key']!r} is missing"
    if long:
        return f"the length of {_TYPES[long['what']]} here must be {long['limit']}"
    return problem.replace("`", "'")


def _wanted(pattern: str) -> str:
    choice = _CHOICE.match(pattern)
    if pattern in shapes.WANTED or choice is None:
        return shapes.WANTED.get(pattern, f"of the form {pattern.strip('^').partition('$')[0]}")
    *words, last = (word + choice["after"] for word in choice["words"].split("|"))
    return f"{', '.join(words)} or {last}" if words else last
