"""Owns the telling of a wrong entry in a framework or a file beside it: key, file and line, near names."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, TypeVar

import msgspec

from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.library.documents import in_words, name_of, parted
from sv_cli.library.nearest import nearest_text
from sv_cli.library.yaml_text import Marked

T = TypeVar("T")


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
    where, problem, key = parted(message, path)
    if key is not None:
        place = Place(file=file, row=marked.line_of(f"{where}.{key}"))
        return finding("unknown-key", place, key=key[:80], nearest=nearest_text(key, known))
    return bad(name_of(where) or label, in_words(problem), file, marked.line_of(where))


def bad(key: str, problem: str, file: str, line: int) -> Finding:
    """The finding that the entry called ``key`` is wrong."""
    return finding("bad-entry", Place(file=file, row=line), problem=f"{key}: {problem}")


def each_converted(
    name: str, raw: Sequence[Any], shape: type[T], marked: Marked, file: str, findings: list[Finding]
) -> Iterator[tuple[T, int]]:
    """Every entry of the list ``name`` that is a ``shape``, with its line; the others are among ``findings``."""
    for number, each in enumerate(raw):
        where = f"$.{name}[{number}]"
        entry = converted(each, shape, where, marked, file, findings)
        if entry is not None:
            yield entry, marked.line_of(where)
