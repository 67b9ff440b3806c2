"""Owns the way from a place as a bid writes it to its ONS code."""

from collections.abc import Mapping

from sv_cli.library.nearest import nearest_text
from sv_cli.model.vocabulary import Place
from sv_cli.valuation.problem import Problem

WHOLE_COUNTRY = "K02000001"


def place_code(text: str, places: Mapping[str, Place]) -> str:
    """The ONS code of the place called ``text``; raises Problem when it is not known."""
    wanted = " ".join(text.split()).casefold()
    for code, place in places.items():
        if wanted in (code.casefold(), place.name.casefold(), *(name.casefold() for name in place.names)):
            return code
    names = [place.name for place in places.values()]
    raise Problem("unknown-place", "place", place=text[:60], nearest=nearest_text(text, names))
