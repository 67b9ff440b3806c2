"""Owns the telling of a wrong entry in a framework or a file beside it: key, file and line, near names."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any, TypeVar

import msgspec

from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.library.documents import in_words
from sv_cli.library.nearest import nearest_text
from sv_cli.library.yaml_text import Marked

T = TypeVar("T")
_UNKNOWN = re.compile(r"unknown field `(?P<key>[^`]*)`")
_MISSING = re.compile(r"missing required field `(?P<key>[^`]*)`")
_WHERE = re.compile(r"^(?P<problem>.*?)(?: - at (?:`key` in )?`(?P<path>\$.*)`)?$", re.DOTALL)
_CHOICE = re.compile(r"Invalid enum value '?(?P<got>[^']*)'?$")


def converted(
    raw: object,
    shape: type[T],
    path: str,
    marked: Marked,
    file: str,
    findings: list[Finding],
    known: Collection[str] = (),
    label: str = "the file",
) -> T | None:
    """``raw``, called ``label``, as a ``shape``; None, with a finding that names file and line, when it is not one."""
    try:
        return msgspec.convert(raw, shape, strict=False)
    except msgspec.ValidationError as error:
        keys = known or getattr(shape, "__struct_fields__", ())
        findings.append(complaint(str(error), path, marked, file, keys, label))
        return None


def complaint(message: str, path: str, marked: Marked, file: str, known: Collection[str], label: str) -> Finding:
    """What msgspec said of the value at ``path``, as a finding; ``known`` are the keys that may stand there."""
    match = _WHERE.match(message)
    problem, inner = (match["problem"], match["path"] or "$") if match else (message, "$")
    where = path + inner[1:]
    unknown = _UNKNOWN.search(problem)
    if unknown:
        key = unknown["key"]
        place = Place(file=file, row=marked.line_of(f"{where}.{key}"))
        return finding("unknown-key", place, key=key[:80], nearest=nearest_text(key, known))
    return bad(_name_of(where) or label, _plainly(problem), file, marked.line_of(where))


def bad(key: str, problem: str, file: str, line: int) -> Finding:
    """The finding that the entry called ``key`` is wrong."""
    return finding("bad-entry", Place(file=file, row=line), problem=f"{key}: {problem}")


def _plainly(problem: str) -> str:
    choice, missing = _CHOICE.match(problem), _MISSING.search(problem)
    if choice:
        return f"{choice['got']!r} is none of the words that may stand here"
    return f"the key {missing['key']!r} is missing" if missing else in_words(problem)


def _name_of(where: str) -> str:
    """The last key of a path; empty for the path of the whole."""
    return where.rpartition(".")[2].replace("[...]", "") if "." in where else ""


def each_converted(
    name: str, raw: Sequence[Any], shape: type[T], marked: Marked, file: str, findings: list[Finding]
) -> Iterator[tuple[T, int]]:
    """Every entry of the list ``name`` that is a ``shape``, with its line; the others are among ``findings``."""
    for number, each in enumerate(raw):
        where = f"$.{name}[{number}]"
        entry = converted(each, shape, where, marked, file, findings)
        if entry is not None:
            yield entry, marked.line_of(where)
