"""Owns the ONS code of a place that a bid names, and which place a commitment is valued in."""

from collections.abc import Mapping

from sv_cli.library.nearest import nearest_text
from sv_cli.model.bids import Commitment, Contract
from sv_cli.model.figures import Figure, Proxy
from sv_cli.model.vocabulary import Place
from sv_cli.valuation.figures import varies_by
from sv_cli.valuation.problem import Problem


def place_code(text: str, places: Mapping[str, Place]) -> str:
    """The ONS code of the place that ``text`` names, by code, name or other name; raises Problem when there is none."""
    wanted = folded(text)
    for code, place in places.items():
        if wanted in (code.casefold(), place.name.casefold(), *(name.casefold() for name in place.names)):
            return code
    names = [place.name for place in places.values()]
    raise Problem("unknown-place", "place", place=text[:60], nearest=nearest_text(text, names))


def place_of(
    commitment: Commitment, contract: Contract, proxy: Proxy, figures: Mapping[str, Figure], places: Mapping[str, Place]
) -> str | None:
    """The code of the commitment's own place, or else of the contract's; raises Problem when it is not known.

    None when neither is stated. None too when the proxy has one value for all places, so that unit values are shared.
    """
    stated = commitment.place or contract.place
    if stated is None or not varies_by("place", proxy.parts, figures):
        return None
    return place_code(stated, places)


def folded(text: str) -> str:
    """The name of a place as names are compared: in small letters, with single spaces."""
    return " ".join(text.split()).casefold()
