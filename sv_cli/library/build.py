"""Owns the building of a Library from the bytes of all layers: parse, check shapes, merge, link."""

from collections.abc import Sequence
from pathlib import PurePath

from msgspec import Struct

from sv_cli.library.documents import Parsed, parse_document
from sv_cli.library.faults import Faults, TooManyFaultsError
from sv_cli.library.layers import RawLayer
from sv_cli.library.link import link
from sv_cli.library.overlay import Entries
from sv_cli.library.yaml_text import MAX_VALUES
from sv_cli.model.figures import Library, LibraryLayer


class Built(Struct, frozen=True):
    """The entries of all layers as written, and the library, None if anything is wrong."""

    library: Library | None
    entries: Entries


def build(raw: Sequence[RawLayer], faults: Faults) -> Built:
    """Build a library from its layers, from the lowest to the uppermost; what is wrong joins ``faults``."""
    entries = Entries()
    library = None
    try:
        layers = []
        for each in raw:
            parsed = _parsed(each, faults)
            layers.append(_layer(each, parsed))
            entries.lay_over(parsed, layers[-1].name, faults)
        if not faults:
            linked = link(entries, tuple(layers), faults)
            library = None if faults else linked
    except TooManyFaultsError:
        pass  # the last of the faults says so
    return Built(library, entries)


def stands_alone(layer: RawLayer) -> bool:
    """Whether ``layer`` is a whole library, not an overlay: it has units, a default method and a default price year."""
    try:
        parsed = _parsed(layer, Faults())
    except TooManyFaultsError:
        return False
    about = [each.document.library for each in parsed if each.document.library is not None]
    has_defaults = any(each.default_method and each.default_price_year for each in about)
    return has_defaults and any(each.entries["units"] for each in parsed)


def _parsed(layer: RawLayer, faults: Faults) -> tuple[Parsed, ...]:
    found: list[Parsed] = []
    left = MAX_VALUES
    for file in layer.files:
        parsed = parse_document(file.data, file.path, faults, left)
        if parsed is not None:
            found.append(parsed)
            left -= parsed.marked.count
    return tuple(found)


def _layer(raw: RawLayer, parsed: Sequence[Parsed]) -> LibraryLayer:
    about = next((each.document.library for each in parsed if each.document.library), None)
    return LibraryLayer(
        name=about.name if about else PurePath(raw.path).stem,
        version=about.version if about else "unversioned",
        sha256=raw.sha256,
        path=raw.path,
    )
