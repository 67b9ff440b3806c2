"""Owns which place a commitment is valued in: its own, or the contract's, and only where the proxy varies by place."""

from sv_cli.model.bids import Commitment, Contract
from sv_cli.model.figures import Library, Proxy


def place_of(commitment: Commitment, contract: Contract, proxy: Proxy, library: Library) -> str | None:
    """The place's text, or None when the proxy has one value for all places, so that contexts stay few."""
    varies = any(
        token.kind == "figure" and token.key is None and library.figures[token.text].series == "place"
        for formula in proxy.parts.values()
        for token in formula.tokens
    )
    return (commitment.place or contract.place) if varies else None
