"""Owns Listing: proxies chosen from a library, each with the value of one unit; and a proxy as plain data."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field, to_builtins

from sv_cli.model.figures import Library, Proxy
from sv_cli.model.valuations import UnitValue
from sv_cli.reports.json import layers_data, money

Value = UnitValue | Exception


class Listing(Struct, frozen=True):
    """Proxies with ``values``: those of one unit by the proxy's id, in £ of ``price_year``, by the method ``method``.

    A Problem says why there is no value. ``reasons`` says why each proxy was found by a search; else it is empty.
    """

    library: Library
    proxies: tuple[Proxy, ...]
    values: Mapping[str, Value]
    price_year: str
    method: str
    reasons: Mapping[str, str] = field(default_factory=dict)


def summary_of(proxy: Proxy, listing: Listing) -> dict[str, Any]:
    """The cells of a proxy in a list, by column; a missing amount is None."""
    value = listing.values[proxy.id]
    known = value if isinstance(value, UnitValue) else None
    row = {
        "id": proxy.id,
        "title": proxy.title,
        "theme": proxy.theme,
        "outcome": proxy.outcome,
        "unit": proxy.unit,
        "value_kinds": sorted(kinds_of(proxy)),
        "gross": money(known.gross) if known else None,
        "net": money(known.net) if known else None,
        "present_value": money(known.present) if known else None,
        "price_year": listing.price_year,
        "method": listing.method,
        "confidence": proxy.confidence.level,
        "codes": [f"{scheme}:{code}" for scheme, codes in proxy.maps_to.items() for code in codes],
        "review_by": proxy.review_by,
        "replaced_by": proxy.replaced_by,
    }
    return row | ({"found_by": listing.reasons[proxy.id]} if listing.reasons else {})


def kinds_of(proxy: Proxy) -> set[str]:
    """The value kinds that the proxy's value is split into."""
    return set(proxy.shares) or set(proxy.parts)


def proxy_data(proxy: Proxy, listing: Listing) -> dict[str, Any]:
    """All that the library has on a proxy: its fields, its figures and their sources, and the steps of its value."""
    value = listing.values[proxy.id]
    return summary_of(proxy, listing) | {
        "value": {kind: formula.text for kind, formula in proxy.parts.items()},
        "shares": _plain(proxy.shares),
        "share_basis": proxy.share_basis,
        "agency": _plain(proxy.agency),
        "adjustments": _plain(proxy.adjustments),
        "duration_years": str(proxy.duration_years),
        "duration_why": proxy.duration_why,
        "discounting": proxy.discounting,
        "geography": proxy.geography,
        "counts": proxy.counts,
        "evidence": list(proxy.evidence),
        "excludes": list(proxy.excludes),
        "overlaps": list(proxy.overlaps),
        "synonyms": list(proxy.synonyms),
        "confidence_why": proxy.confidence.why,
        "note": proxy.note,
        "figures": [_plain(listing.library.figures[name]) for name in proxy.figures],
        "steps": _plain(value.steps) if isinstance(value, UnitValue) else [],
        "not_valued": None if isinstance(value, UnitValue) else str(value),
        "library": layers_data(listing.library.layers),
    }


def _plain(value: Any) -> Any:
    return to_builtins(value, str_keys=True)
