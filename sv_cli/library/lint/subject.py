"""Owns Subject: what the lint rules look at, and in which files they report."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from sv_cli.library.documents import Placed
from sv_cli.library.overlay import Entries
from sv_cli.model.figures import Figure, Library, Proxy
from sv_cli.model.sources import Source


class Subject(Struct, frozen=True):
    """A library that loads, its entries as written, and the files that findings are reported in.

    ``private`` are the files of overlays, which may hold what must not be published.
    """

    library: Library
    entries: Entries
    files: frozenset[str]
    private: frozenset[str]
    today: date

    def placed(self, kind: str) -> Iterator[Placed]:
        """The entries of ``kind`` in the files to report on."""
        return (each for each in self.entries.placed[kind].values() if each.file in self.files)

    def figures(self) -> Iterator[tuple[Placed, Figure]]:
        """The figures in the files to report on."""
        return ((each, self.library.figures[each.entry.id]) for each in self.placed("figures"))

    def proxies(self) -> Iterator[tuple[Placed, Proxy]]:
        """The proxies in the files to report on."""
        return ((each, self.library.proxies[each.entry.id]) for each in self.placed("proxies"))

    def sources(self) -> Iterator[tuple[Placed, Source]]:
        """The source of every file of figures to report on, with the file's first figure, where findings point."""
        seen: set[str] = set()
        for each in self.placed("figures"):
            if each.source is not None and each.file not in seen:
                seen.add(each.file)
                yield each, each.source

    def used_figures(self) -> set[str]:
        """The ids of the figures that a proxy or a method uses."""
        used = {each for proxy in self.library.proxies.values() for each in proxy.figures}
        return used | {method.price_index for method in self.library.methods.values() if method.price_index}
