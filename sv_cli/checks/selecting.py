"""Owns selections of measures: the proxies that one names, its words in a sentence, and what in it is unknown."""

from collections.abc import Collection, Iterator
from fnmatch import fnmatchcase

from sv_cli.checks.words import listed
from sv_cli.library.framework_shapes import Selection
from sv_cli.library.nearest import nearest_text
from sv_cli.model.figures import Library, Proxy
from sv_cli.valuation.places import place_code
from sv_cli.valuation.problem import Problem


class Selecting:
    """The selections of proxies of one library; each is resolved once, for any number of bids."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.codes = {code for proxy in library.proxies.values() for code in _codes(proxy)}
        self._known: dict[Selection, frozenset[str]] = {}
        self._places: dict[str, str | None] = {}

    def proxies(self, selection: Selection) -> frozenset[str]:
        """The ids of the proxies that ``selection`` names."""
        known = self._known.get(selection)
        if known is None:
            chosen = (proxy.id for proxy in self.library.proxies.values() if _names(selection, proxy))
            known = self._known[selection] = frozenset(chosen)
        return known

    def place(self, text: str) -> str | None:
        """The ONS code of the place called ``text``; None when it is not known."""
        if text not in self._places:
            try:
                self._places[text] = place_code(text, self.library.vocabulary.places)
            except Problem:
                self._places[text] = None
        return self._places[text]

    def words(self, selection: Selection, joint: str = "or") -> str:
        """What ``selection`` names, in words: titles of themes and outcomes, ids of proxies, codes."""
        themes, outcomes = self.library.themes, self.library.outcomes
        names = [themes.get(each, each) for each in selection.themes]
        names += [outcomes.get(each, each) for each in selection.outcomes]
        names += [*selection.proxies, *selection.codes]
        units = self.library.vocabulary.units
        counted_in = [units[each].many if each in units else each for each in selection.units]
        parts = [listed(names, joint) if names else "measures"]
        if counted_in:
            parts.append(f"counted in {listed(counted_in, 'or')}")
        if selection.confidence:
            parts.append(f"of {listed(selection.confidence, 'or')} confidence")
        return " ".join(parts)

    def faults(self, selection: Selection) -> Iterator[tuple[str, str]]:
        """What ``selection`` names that the library does not have: the key, and the problem in words."""
        library = self.library
        exact: tuple[tuple[str, str, Collection[str]], ...] = (
            ("themes", "theme", library.themes),
            ("outcomes", "outcome", library.outcomes),
            ("units", "unit", library.vocabulary.units),
        )
        for key, what, known in exact:
            for each in getattr(selection, key):
                if each not in known:
                    yield key, f"there is no {what} {each!r} in the library{nearest_text(each, known)}"
        patterns: tuple[tuple[str, str, Collection[str]], ...] = (
            ("proxies", "there is no proxy {!r} in the library", library.proxies),
            ("codes", "no proxy in the library has the code {!r}", self.codes),
        )
        for key, problem, known in patterns:
            for each in getattr(selection, key):
                if not any(fnmatchcase(name, each) for name in known):
                    yield key, problem.format(each) + nearest_text(each, known)
        if not self.proxies(selection):
            yield "", "no measure in the library fits everything that it names"


def _names(selection: Selection, proxy: Proxy) -> bool:
    if selection.units and proxy.unit not in selection.units:
        return False
    if selection.confidence and proxy.confidence.level not in selection.confidence:
        return False
    if not (selection.proxies or selection.themes or selection.outcomes or selection.codes):
        return True
    return (
        proxy.theme in selection.themes
        or proxy.outcome in selection.outcomes
        or any(fnmatchcase(proxy.id, each) for each in selection.proxies)
        or any(fnmatchcase(code, each) for each in selection.codes for code in _codes(proxy))
    )


def _codes(proxy: Proxy) -> Iterator[str]:
    for scheme, codes in proxy.maps_to.items():
        for code in codes:
            yield f"{scheme}:{code}"
