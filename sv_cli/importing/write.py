"""Owns the overlay as YAML text: one source, a figure and a proxy for each row, and the units that are declared."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from sv_cli.importing.rows import Imported, next_year
from sv_cli.model.sources import Source
from sv_cli.model.vocabulary import Unit

_ID = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")
_LONGEST_ID = 80


class Overlay(Struct, frozen=True):
    """All that goes into the file. ``name`` is a slug that begins with a letter; ``sheet`` and ``file`` are cited."""

    name: str
    source: Source
    rows: tuple[Imported, ...]
    units: tuple[Unit, ...]
    file: str
    sheet: str
    today: date


def overlay_text(overlay: Overlay) -> str:
    """The overlay as YAML; every text in quotes, so that nothing in a cell can be more than a text."""
    lines = [f"# Imported from {_comment(overlay.file)}; do not publish it unless its licence allows that."]
    lines.append(f"library: {{name: {overlay.name}, version: {_quoted(overlay.today.isoformat())}}}")
    lines += ["source:", *_record("  ", _source(overlay.source))]
    if overlay.units:
        lines += ["units:", *(line for unit in overlay.units for line in _unit(unit))]
    ids = ids_of(overlay.rows)
    lines += [
        "figures:",
        *(line for row, key in zip(overlay.rows, ids, strict=True) for line in _figure(row, key, overlay)),
    ]
    lines += [
        "proxies:",
        *(line for row, key in zip(overlay.rows, ids, strict=True) for line in _proxy(row, key, overlay)),
    ]
    return "\n".join(lines) + "\n"


def ids_of(rows: Sequence[Imported]) -> list[str]:
    """An id for each row: its code in small letters, so that a bid may use the code itself; else made from its title.

    A code of several rows is numbered; a bid that uses it then has to say which one it means.
    """
    wanted = [_slug(row.code or row.title) or f"row-{row.row}" for row in rows]
    counts, used, ids = Counter(wanted), Counter[str](), []
    for key in wanted:
        used[key] += 1
        ids.append(key if counts[key] == 1 else f"{key}-{used[key]}")
    taken = Counter(ids)
    return [key if taken[key] == 1 else f"{key}-row-{row.row}" for key, row in zip(ids, rows, strict=True)]


def slug(text: str) -> str:
    """``text`` in small letters, digits and hyphens, beginning with a letter."""
    plain = re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:_LONGEST_ID].strip("-")
    return plain if plain[:1].isalpha() else f"x-{plain}".strip("-")


def _slug(text: str) -> str:
    folded = text.casefold()
    return folded if _ID.fullmatch(folded) and len(folded) <= _LONGEST_ID else slug(text)


def _source(source: Source) -> Iterator[tuple[str, str]]:
    for name in source.__struct_fields__:
        value = getattr(source, name)
        if value is not None:
            yield name, str(value).lower() if isinstance(value, bool) else _quoted(value)


def _unit(unit: Unit) -> Iterator[str]:
    yield f"  - id: {unit.id}"
    fields = {"one": unit.one, "many": unit.many, "dimension": unit.dimension, "factor": f"{unit.factor:f}"}
    yield from _record("    ", ((name, _quoted(value)) for name, value in fields.items()))


def _figure(row: Imported, key: str, overlay: Overlay) -> Iterator[str]:
    where = f"sheet {overlay.sheet}, " if overlay.sheet else ""
    code = f", code {row.code}" if row.code else ""
    yield f"  - id: {overlay.name}.{key}"
    fields = {
        "title": _quoted(row.title),
        "unit": f"GBP/{row.per.unit}{'/year' if row.per.yearly else ''}",
        "amount": _quoted(f"{row.value:f}"),
        "low": _number(row.low),
        "high": _number(row.high),
        "price_year": _quoted(row.price_year),
        "locator": _quoted(f"{where}row {row.row}{code}"),
        "note": _quoted(f"The list gives as its source: {row.source}") if row.source else None,
    }
    yield from _record("    ", ((name, value) for name, value in fields.items() if value is not None))


def _proxy(row: Imported, key: str, overlay: Overlay) -> Iterator[str]:
    title = row.title if not row.code else f"{row.title} ({row.code})"
    detail = row.detail if any(each.isalnum() for each in row.detail) else row.theme
    theme = f"{overlay.name}-{slug(row.theme)}"
    level, why = (
        (row.grade, "The grade that the list gives it.") if row.grade else ("low", "The list gives it no grade.")
    )
    yield f"  - id: {key}"
    fields = {
        "title": _quoted(title),
        "theme": f"{{id: {theme}, title: {_quoted(row.theme)}}}",
        "outcome": f"{{id: {theme}-{slug(detail)}, title: {_quoted(_sentence(detail))}}}",
        "unit": row.per.unit,
        "value": f"{overlay.name}.{key}",
        "value_kind": row.value_kind,
        "counts": _quoted(row.guidance or f"As the list defines it, and counted once: {title}."),
        "evidence": f"[{_quoted(row.evidence or f'Records from which each {row.per.unit} can be counted: {title}')}]",
        "confidence": f"{{level: {level}, why: {_quoted(why)}}}",
        "maps_to": f"{{own: [{_quoted(row.code)}]}}" if row.code else None,
        "review_by": _quoted(next_year(overlay.today)),
    }
    yield from _record("    ", ((name, value) for name, value in fields.items() if value is not None))


def _record(indent: str, fields: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"{indent}{name}: {value}" for name, value in fields)


def _number(value: Decimal | None) -> str | None:
    return None if value is None else _quoted(f"{value:f}")


def _quoted(text: str) -> str:
    """A YAML text in double quotes; JSON's form of it is also YAML's."""
    return json.dumps(text, ensure_ascii=False)


def _comment(text: str) -> str:
    return " ".join(text.split())[:200]


def _sentence(text: str) -> str:
    """A text in capitals with only the first letter a capital; any other as it is."""
    return text.capitalize() if text.isupper() else text
