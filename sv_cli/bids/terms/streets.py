"""Owns names of places that begin like words for a version: ``New Forest``, ``Old Kent Road``, ``First Avenue``."""

from sv_cli.bids.cells.text import normal
from sv_cli.late import late

_STREET = late(
    r"(?:old|new|first|second|third|current|final|initial|round|clean|original|existing|latest|previous)"
    r" (?:(?!the |our |your )[a-z]+ ){0,2}"
    r"(?:road|street|lane|avenue|close|crescent|gardens|grove|park|square|terrace|hill|hills|green|cross|town|village"
    r"|forest|woods?|bridge|mill|mills|farm|house|hall|lodge|manor|estate|quay|quays|docks?|wharf|harbour|common"
    r"|heath|moor|kent|trafford|romney|ferry|island|brook|court|parade|circus|market|meadows?|barn|chapel|priory)"
    r"(?: (?:lot|depot|site|area|ward|office|school|estate|[0-9]{1,2}))?"
)


def is_street(name: str) -> bool:
    """Whether a name is that of a place, whatever its first word says elsewhere."""
    return _STREET.fullmatch(normal(name)) is not None
