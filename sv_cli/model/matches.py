"""Owns the outcome of matching: for each commitment of a bid the proxies that its words point to, and why."""

from enum import StrEnum

from msgspec import Struct

from sv_cli.findings.finding import Finding
from sv_cli.model.bids import Bid, Commitment
from sv_cli.model.figures import Proxy

_MOST = 99


class State(StrEnum):
    """The outcome for one commitment.

    ``named``: its reference names one proxy, so nothing is proposed. ``proposed``: one proxy is fit to be filled in.
    ``unsure``: there are candidates, none of which stands out. ``unmatched``: there are none.
    """

    NAMED = "named"
    PROPOSED = "proposed"
    UNSURE = "unsure"
    UNMATCHED = "unmatched"


class Proposal(Struct, frozen=True):
    """A proxy that a commitment may mean: how well it fits (from 0; 1 or more where everything does), and why.

    ``unit_fits`` is whether the commitment states a unit that converts into the proxy's.
    """

    proxy: Proxy
    fit: float
    reasons: tuple[str, ...]
    unit_fits: bool

    @property
    def confidence(self) -> int:
        """How well it fits in per cent; at most 99, since only a reference is certain."""
        return min(_MOST, round(self.fit * 100))


class Match(Struct, frozen=True):
    """One commitment and the proposals for it, best first."""

    commitment: Commitment
    state: State
    proposals: tuple[Proposal, ...] = ()


class Matching(Struct, frozen=True):
    """A bid, each commitment's match in the file's order, and the confidence (%) from which a proposal is filled in."""

    bid: Bid
    matches: tuple[Match, ...]
    threshold: int
    findings: tuple[Finding, ...]

    def of(self, *states: State) -> tuple[Match, ...]:
        """The matches that are in one of ``states``."""
        return tuple(match for match in self.matches if match.state in states)
