"""Owns the parts that several commands need: the request, the library, and a valuer by its method and price year."""

from pathlib import Path

from msgspec import Struct, field

from sv_cli.bids.options import ReadOptions
from sv_cli.commands.outcome import Refused
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Place
from sv_cli.library.load import load_library
from sv_cli.library.nearest import nearest_text
from sv_cli.model.bids import Contract
from sv_cli.model.figures import Library
from sv_cli.model.methods import Method
from sv_cli.valuation.price_base import span
from sv_cli.valuation.value import Valuer, valuer


class Request(Struct, frozen=True):
    """What decides figures besides the bid; facts of the ``contract`` that are stated here win over the bid's own.

    ``libraries`` are the overlays, from the lowest to the uppermost; ``reading`` says how the bid is read.
    """

    libraries: tuple[Path, ...] = ()
    method: str | None = None
    price_year: str | None = None
    contract: Contract = field(default_factory=Contract)
    reading: ReadOptions = field(default_factory=ReadOptions)


def library_for(request: Request) -> Library:
    """The library with the overlays asked for; raises Refused."""
    loading = load_library(request.libraries)
    if loading.library is None:
        raise Refused(loading.findings)
    return loading.library


def valuer_for(request: Request, library: Library) -> Valuer:
    """A valuer by the method and price year asked for, or the defaults; raises Refused for one that is unknown."""
    method = method_called(request.method or library.default_method, library, Place(file="--method"))
    price_year = request.price_year or method.price_year or library.default_price_year
    index = library.figures[method.price_index] if method.price_index else None
    if index is not None and price_year not in index.values:
        place = Place(file="--price-year")
        raise Refused((finding("price-year-unknown", place, price_year=price_year, index=index.id, span=span(index)),))
    return valuer(library, method, price_year)


def method_called(name: str, library: Library, place: Place) -> Method:
    """The method called ``name``; raises Refused, with a finding at ``place`` that lists the known ones."""
    method = library.methods.get(name)
    if method is None:
        methods = ", ".join(sorted(library.methods)) + nearest_text(name, library.methods)
        raise Refused((finding("no-method", place, name=name, methods=methods),))
    return method
