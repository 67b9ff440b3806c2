"""Owns the rules about references between entries: overlap groups, codes, themes, names of units."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding
from sv_cli.library.lint.subject import Subject

if TYPE_CHECKING:
    from sv_cli.library.documents import Placed
    from sv_cli.model.figures import Proxy

_CODES = {
    "toms": re.compile(r"(NT|RE|FM|NHS|W)[0-9]{1,3}[a-z]?"),
    "sdg": re.compile(r"([1-9]|1[0-7])(\.[0-9a-d]{1,2})?"),
    "ppn002": re.compile(r"[A-Za-z0-9][A-Za-z0-9 .-]*"),
    "ppn0620": re.compile(r"[A-Za-z0-9][A-Za-z0-9 .-]*"),
    "own": re.compile(r".{1,60}"),  # the codes of a private list
}


def lonely_groups(subject: Subject) -> Iterator[Finding]:
    """An overlap group has more than one member; otherwise its name may be misspelt."""
    members = Counter(group for proxy in subject.library.proxies.values() for group in proxy.overlaps)
    for placed, proxy in subject.proxies():
        for group in proxy.overlaps:
            if members[group] == 1:
                yield finding("overlap-of-one", placed.place, proxy=proxy.id, group=group)


def codes(subject: Subject) -> Iterator[Finding]:
    """Codes of other frameworks are of a known scheme, and have its form."""
    for placed, proxy in subject.proxies():
        for scheme, given in proxy.maps_to.items():
            form = _CODES.get(scheme)
            if form is None:
                known = ", ".join(_CODES)
                yield finding("scheme-unknown", placed.place, proxy=proxy.id, scheme=scheme, known=known)
            else:
                for code in given:
                    if not form.fullmatch(code):
                        yield finding("code-malformed", placed.place, proxy=proxy.id, scheme=scheme, code=code)


def answered(subject: Subject) -> Iterator[Finding]:
    """A code that is listed as having no value has no proxy in the files to report on."""
    mapped = {code: proxy for _, proxy in subject.proxies() for codes in proxy.maps_to.values() for code in codes}
    for placed in subject.placed("unvalued_codes"):
        proxy = mapped.get(placed.entry.code)
        if proxy is not None:
            yield finding("code-answered", placed.place, code=placed.entry.code, proxy=proxy.id)


def headings(subject: Subject) -> Iterator[Finding]:
    """A theme or an outcome has one title, and an outcome belongs to one theme."""
    titles: dict[tuple[str, str], tuple[str, Placed]] = {}
    for placed in subject.entries.placed["proxies"].values():
        theme, outcome = placed.theme, placed.outcome
        if theme is None or outcome is None:
            continue
        both = (("theme", theme.id), theme.title), (("outcome", outcome.id), f"{outcome.title} ({theme.id})")
        for key, title in both:
            known, first = titles.setdefault(key, (title, placed))
            if known != title and placed.file in subject.files and placed.entry is not first.entry:
                titles[key] = (title, placed)
                yield finding("heading-torn", placed.place, what=key[0], id=key[1], title=title, other=known)


def unit_names(subject: Subject) -> Iterator[Finding]:
    """A name belongs to one unit; otherwise a quantity could be read in either."""
    owner: dict[str, str] = {}
    for placed in subject.entries.placed["units"].values():
        unit = placed.entry
        for name in dict.fromkeys(_folded(each) for each in (unit.id, unit.one, unit.many, *unit.names)):
            first = owner.setdefault(name, unit.id)
            if first != unit.id and placed.file in subject.files:
                yield finding("unit-name-twice", placed.place, name=name, unit=unit.id, other=first)


def _folded(name: str) -> str:
    return " ".join(name.replace("-", " ").casefold().split())


def unused_units(subject: Subject) -> Iterator[Finding]:
    """A unit is used by a proxy, a figure or a method, or converts into one that is."""
    units = subject.library.vocabulary.units
    used = {proxy.unit for proxy in subject.library.proxies.values()}
    for method in subject.library.methods.values():
        used |= {unit for pair in method.yearly_counts.items() for unit in pair}
    for figure in subject.library.figures.values():
        used |= set(re.split(r"[*/]", figure.unit))
    dimensions = {part for name in used if name in units for part in units[name].dimension.split("*")}
    for placed in subject.placed("units"):
        unit = units[placed.entry.id]
        if unit.id not in used and not dimensions & set(unit.dimension.split("*")):
            yield finding("unit-unused", placed.place, unit=unit.id)


def unreachable(subject: Subject) -> Iterator[Finding]:
    """No TOMs code maps to several proxies: a bid that names it gets none of them."""
    owners: dict[tuple[str, str], list[Proxy]] = {}
    for proxy in subject.library.proxies.values():
        for scheme, given in proxy.maps_to.items():
            for code in given if scheme == "toms" else ():
                owners.setdefault((scheme, code), []).append(proxy)
    for placed, proxy in subject.proxies():
        for code in proxy.maps_to.get("toms", ()):
            if len(owners["toms", code]) > 1:
                others = ", ".join(each.id for each in owners["toms", code] if each is not proxy)
                yield finding("code-shared", placed.place, proxy=proxy.id, code=code, others=others)
