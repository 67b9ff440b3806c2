"""Owns the rules about figures: in order, in known prices, without gaps, once each."""

from collections.abc import Iterator
from decimal import Decimal

from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding
from sv_cli.library.lint.subject import Subject
from sv_cli.library.nearest import nearest_text
from sv_cli.model.figures import Figure


def disordered(subject: Subject) -> Iterator[Finding]:
    """Low ≤ central ≤ high."""
    for placed, figure in subject.figures():
        numbers = [each for each in (figure.low, figure.amount, figure.high) if each is not None]
        if numbers != sorted(numbers):
            listed = ", ".join(f"{number:f}" for number in numbers)
            yield finding("range-disordered", placed.place, figure=figure.id, numbers=listed)


def uncovered(subject: Subject) -> Iterator[Finding]:
    """The price index of the default method has a value for every figure's price year."""
    method = subject.library.methods.get(subject.library.default_method)
    if method is None or method.price_index is None:
        return
    index = subject.library.figures[method.price_index]
    for placed, figure in subject.figures():
        for year in _price_years(figure):
            if year not in index.values:
                fields = {"figure": figure.id, "year": year, "index": index.id}
                span = f"{min(index.values)} to {max(index.values)}"
                yield finding("price-year-uncovered", placed.place, **fields, span=span)


def _price_years(figure: Figure) -> tuple[str, ...]:
    if figure.price_year == "own":
        return tuple(figure.values)
    return () if figure.price_year is None else (figure.price_year,)


def unused(subject: Subject) -> Iterator[Finding]:
    """A figure is used by a proxy or a method."""
    used = subject.used_figures()
    for placed, figure in subject.figures():
        if figure.id not in used:
            yield finding("figure-unused", placed.place, figure=figure.id)


def twice(subject: Subject) -> Iterator[Finding]:
    """One number of one publication has one id."""
    first: dict[tuple[object, ...], str] = {}
    for placed, figure in subject.figures():
        if figure.amount is None or figure.derived is not None:
            continue
        number = (figure.amount, figure.unit, figure.price_year)
        key = (figure.source.url, figure.locator, figure.title.casefold(), *number)
        if key in first:
            yield finding("figure-twice", placed.place, figure=figure.id, other=first[key])
        first.setdefault(key, figure.id)


def gaps(subject: Subject) -> Iterator[Finding]:
    """A series by year has every year between its first and its last."""
    for placed, figure in subject.figures():
        if figure.series != "year":
            continue
        for financial in (False, True):
            years = sorted(int(key[:4]) for key in figure.values if ("/" in key) == financial)
            missing = sorted(set(range(years[0], years[-1])) - set(years)) if years else []
            if missing:
                first = missing[:10]
                listed = ", ".join(f"{year}/{(year + 1) % 100:02d}" if financial else str(year) for year in first)
                yield finding("series-gap", placed.place, figure=figure.id, missing=listed)


def unknown_places(subject: Subject) -> Iterator[Finding]:
    """A series by place has codes of places that the library knows."""
    known = subject.library.vocabulary.places
    for placed, figure in subject.figures():
        for code in figure.values if figure.series == "place" else ():
            if code not in known:
                nearest = nearest_text(code, known)
                yield finding("place-code-unknown", placed.place, figure=figure.id, code=code, nearest=nearest)


def odd_shares(subject: Subject) -> Iterator[Finding]:
    """A share is between 0 and 1: 80 % is 0.8."""
    for placed, figure in subject.figures():
        numbers = (*figure.values.values(), figure.low, figure.amount, figure.high)
        odd = next((each for each in numbers if each is not None and not Decimal(0) <= each <= 1), None)
        if figure.unit == "share" and odd is not None:
            yield finding("share-out-of-range", placed.place, figure=figure.id, value=f"{odd:f}")
