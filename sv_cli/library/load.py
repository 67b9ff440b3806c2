"""Owns the loading of a library: its layers' bytes are read, and the library is taken from the cache or built anew."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from sv_cli.findings.finding import Finding
from sv_cli.library.cache import Cache
from sv_cli.library.faults import Faults, TooManyFaultsError
from sv_cli.library.find import is_shipped, shipped_folder
from sv_cli.library.layers import RawLayer, read_layer
from sv_cli.model.figures import Library


class Loading(Struct, frozen=True):
    """A library, or the findings that say why there is none to trust."""

    library: Library | None
    findings: tuple[Finding, ...]


def load_library(overlays: Sequence[Path] = (), cache: Cache | None = None) -> Loading:
    """The library that ships, with each overlay (a YAML file or a folder of them) laid over the ones before.

    A library that was built before from the same bytes by the same program comes from ``cache`` (the user's
    own, unless another is given) and is equal to the one that is built anew.
    """
    faults = Faults()
    return _loaded(read_layers(overlays, faults), faults, cache)


def load_alone(path: Path, cache: Cache | None = None) -> Loading:
    """The library at ``path`` alone, without the one that ships below it."""
    faults = Faults()
    return _loaded(read_layers((path,), faults, shipped=False), faults, cache)


def load_any(path: Path) -> Loading:
    """The library at ``path``: alone if it is a whole one (`stands_alone`), otherwise laid over the one that ships."""
    from sv_cli.library.build import stands_alone  # noqa: PLC0415 - as below

    faults = Faults()
    layers = read_layers((path,), faults, shipped=False)
    if faults:
        return Loading(None, faults.all)
    whole = is_shipped(path) or stands_alone(layers[0])
    return _loaded(layers, faults, None) if whole else load_library((path,))


def read_layers(paths: Sequence[Path], faults: Faults, *, shipped: bool = True) -> tuple[RawLayer, ...]:
    """The bytes of every library of ``paths``, on top of the one that ships unless ``shipped`` is False."""
    try:
        below = (read_layer(shipped_folder(), faults, links=True),) if shipped else ()
        return (*below, *(read_layer(path, faults) for path in paths))
    except TooManyFaultsError:
        return ()


def _loaded(layers: Sequence[RawLayer], faults: Faults, cache: Cache | None) -> Loading:
    if faults:
        return Loading(None, faults.all)
    kept = Cache.of_user() if cache is None else cache
    library = kept.get(layers)
    if library is None:
        from sv_cli.library.build import build  # noqa: PLC0415 - YAML is imported only where the cache has nothing

        library = build(layers, faults).library
        if library is not None:
            kept.put(layers, library)
    return Loading(library, faults.all)
