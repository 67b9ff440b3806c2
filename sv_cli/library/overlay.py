"""Owns the merging of a library's layers: what a later one adds, replaces and withdraws, by kind and id."""

from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from sv_cli.library import shapes
from sv_cli.library.documents import Parsed, Placed
from sv_cli.library.faults import Faults
from sv_cli.library.nearest import nearest_text

PROXIES = "proxies"
_BY_CODE = frozenset(("places", "unvalued_codes"))


class Entries(Struct):
    """All layers merged: entries by list name and id, and the vocabulary's word lists.

    ``replaced`` and ``withdrawn`` map (list name, id) to the name of the layer that did it; ``headings`` are the
    themes and outcomes that any file has, also when all their proxies are withdrawn.
    """

    placed: dict[str, dict[str, Placed]] = field(default_factory=lambda: {name: {} for name in shapes.LISTS})
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    facts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    totals: tuple[str, ...] = ()
    not_yet: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    instructions: tuple[str, ...] = ()
    guidance_sheets: tuple[str, ...] = ()
    default_method: str = ""
    default_price_year: str = ""
    replaced: dict[tuple[str, str], str] = field(default_factory=dict)
    withdrawn: dict[tuple[str, str], str] = field(default_factory=dict)
    headings: set[str] = field(default_factory=set)
    layers: list[str] = field(default_factory=list)

    def lay_over(self, layer: Sequence[Parsed], name: str, faults: Faults) -> None:
        """Add the layer called ``name``.

        An id that an earlier layer has is replaced; one that this layer has twice, or withdraws without an
        earlier layer having it, is a fault.
        """
        self.layers.append(name)
        before = {kind: dict(placed) for kind, placed in self.placed.items()}
        for kind in shapes.LISTS:
            mine = _by_id((each for parsed in layer for each in parsed.entries[kind]), kind, faults)
            for key, placed in mine.items():
                self.withdrawn.pop((kind, key), None)
                if key in before[kind] and _differs(placed, before[kind][key]):
                    self.replaced[kind, key] = name
            self.placed[kind] |= mine
            self._withdraw(kind, layer, name, mine.keys(), faults)
        for parsed in layer:
            self._lay_words(parsed.document)

    def _withdraw(self, kind: str, layer: Sequence[Parsed], name: str, mine: Iterable[str], faults: Faults) -> None:
        for parsed in layer:
            for key in _withdrawn(parsed.document, kind):
                if key in mine or key not in self.placed[kind]:
                    nearest = nearest_text(key, self.placed[kind].keys() - mine)
                    faults.add("withdrawn-unknown", parsed.place_of("withdraw"), what=kind, id=key, nearest=nearest)
                else:
                    del self.placed[kind][key]
                    self.withdrawn[kind, key] = name

    def _lay_words(self, document: shapes.Document) -> None:
        for mine, theirs in ((self.columns, document.columns), (self.facts, document.facts)):
            for name, words in theirs.items():
                mine[name] = tuple(dict.fromkeys((*mine.get(name, ()), *words)))
        self.totals += document.totals
        self.not_yet += document.not_yet
        self.examples += document.examples
        self.instructions += document.instructions
        self.guidance_sheets += document.guidance_sheets
        self.headings |= {each.id for each in (document.theme, document.outcome) if each is not None}
        if document.library is not None:
            self.default_method = document.library.default_method or self.default_method
            self.default_price_year = document.library.default_price_year or self.default_price_year


def _differs(one: Placed, other: Placed) -> bool:
    """Whether two entries differ in anything but their file and line."""
    first, second = ((placed.entry, placed.source, placed.theme, placed.outcome) for placed in (one, other))
    return first != second


def name_of(placed: Placed, kind: str) -> str:
    """The key of an entry of the list ``kind``: its id, or its code."""
    return str(getattr(placed.entry, "code" if kind in _BY_CODE else "id"))


def _by_id(placed: Iterable[Placed], kind: str, faults: Faults) -> dict[str, Placed]:
    found: dict[str, Placed] = {}
    for each in placed:
        key = name_of(each, kind)
        if key in found:
            first = found[key]
            faults.add("duplicate-id", each.place, id=key, first=f"{first.file}:{first.line}")
        found[key] = each
    return found


def _withdrawn(document: shapes.Document, kind: str) -> tuple[str, ...]:
    """The ids of ``kind`` that a document withdraws; a plain list is of proxies."""
    if isinstance(document.withdraw, shapes.Withdrawal):
        found: tuple[str, ...] = getattr(document.withdraw, kind)
        return found
    return document.withdraw if kind == PROXIES else ()
