"""Owns the differences between two libraries: entries added and removed, and every field that differs."""

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from sv_cli.model.figures import Library, Proxy
from sv_cli.model.formulas import Formula

# The file and line of an entry are no part of what it says
_NOT_COMPARED = frozenset({"origin", "line", "replaced_by"})
ADDED, REMOVED, CHANGED = "added", "removed", "changed"


class Change(Struct, frozen=True):
    """One entry that differs. ``kind`` is proxy, figure, unit or method; ``what`` is added, removed or changed.

    ``fields`` maps each field that differs to what it was and what it is, as texts; empty unless changed.
    """

    kind: str
    what: str
    id: str
    title: str
    fields: Mapping[str, tuple[str, str]]


def changes(before: Library, after: Library) -> tuple[Change, ...]:
    """Every difference between two libraries: by kind, in the order of ids.

    An exclusion that came or went with the proxy that it names is not listed as a change of its own.
    """
    both = before.proxies.keys() & after.proxies.keys()
    kinds = (
        ("proxy", _among(before.proxies, both), _among(after.proxies, both)),
        ("figure", before.figures, after.figures),
        ("unit", before.vocabulary.units, after.vocabulary.units),
        ("method", before.methods, after.methods),
    )
    return tuple(change for kind, old, new in kinds for change in _between(kind, old, new))


def _among(proxies: Mapping[str, Proxy], both: Collection[str]) -> Mapping[str, Proxy]:
    return {
        key: replace(proxy, excludes=tuple(sorted(each for each in proxy.excludes if each in both)))
        for key, proxy in proxies.items()
    }


def _between(kind: str, before: Mapping[str, Struct], after: Mapping[str, Struct]) -> Iterator[Change]:
    for key in sorted(before.keys() | after.keys()):
        if key not in before:
            yield Change(kind, ADDED, key, _title(after[key]), {})
        elif key not in after:
            yield Change(kind, REMOVED, key, _title(before[key]), {})
        elif before[key] != after[key]:
            fields = dict(_fields("", asdict(before[key]), asdict(after[key])))
            if fields:
                yield Change(kind, CHANGED, key, _title(after[key]), fields)


def _fields(inside: str, old: Mapping[Any, Any], new: Mapping[Any, Any]) -> Iterator[tuple[str, tuple[str, str]]]:
    """The fields that differ, as texts before and after; for a record or mapping its own fields, by dotted name.

    For a list, before and after are the members that went and those that came.
    """
    for key in dict.fromkeys((*old, *new)):
        before, after = old.get(key), new.get(key)
        name = f"{inside}{key}"
        if before == after or name in _NOT_COMPARED:
            continue
        if isinstance(before, Struct) and isinstance(after, Struct) and not isinstance(before, Formula):
            yield from _fields(f"{name}.", asdict(before), asdict(after))
        elif isinstance(before, Mapping) and isinstance(after, Mapping):
            yield from _fields(f"{name}.", before, after)
        elif isinstance(before, tuple) and isinstance(after, tuple):
            gone = tuple(each for each in before if each not in after)
            come = tuple(each for each in after if each not in before)
            yield name, (_text(gone), _text(come))
        else:
            yield name, (_text(before), _text(after))


def _title(entry: Struct) -> str:
    return str(getattr(entry, "title", None) or getattr(entry, "one", ""))


def _text(value: Any) -> str:
    """A value as an author would write it on one line."""
    if isinstance(value, Formula):
        return value.text
    if isinstance(value, Struct):
        return _text({name: each for name, each in asdict(value).items() if each is not None})
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_text(each)}" for key, each in value.items()) or "nothing"
    if isinstance(value, tuple):
        return ", ".join(_text(each) for each in value) or "nothing"
    return "nothing" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)
