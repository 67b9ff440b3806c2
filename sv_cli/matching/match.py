"""Owns the matching of a bid: every commitment's proposals, and whether one of them is fit to be filled in."""

from sv_cli.findings.finding import Finding
from sv_cli.matching.index import Index, index_of
from sv_cli.matching.propose import propose
from sv_cli.model.bids import Bid, Commitment
from sv_cli.model.figures import Library
from sv_cli.model.matches import Match, Matching, Proposal, State
from sv_cli.valuation.problem import Problem
from sv_cli.valuation.resolve import References, references_of, resolved

THRESHOLD = 75
_LEAD = 0.1


def matched(bid: Bid, library: Library, threshold: int, findings: tuple[Finding, ...]) -> Matching:
    """Every commitment of ``bid`` with its proposals; ``threshold`` is the least confidence (0..100) to fill one in."""
    index, references = index_of(library), references_of(library)
    matches = tuple(_match(commitment, index, references, threshold) for commitment in bid.commitments)
    return Matching(bid, matches, threshold, findings)


def _match(commitment: Commitment, index: Index, references: References, threshold: int) -> Match:
    if commitment.reference and _names_one(commitment, references):
        return Match(commitment, State.NAMED)
    proposals = propose(commitment, index)
    if not proposals:
        return Match(commitment, State.UNMATCHED)
    fit_to_fill = not commitment.reference and _stands_out(proposals, threshold)
    return Match(commitment, State.PROPOSED if fit_to_fill else State.UNSURE, proposals)


def _names_one(commitment: Commitment, references: References) -> bool:
    try:
        resolved(commitment, references)
    except Problem:
        return False
    return True


def _stands_out(proposals: tuple[Proposal, ...], threshold: int) -> bool:
    """Whether the first is confident enough, and leads the second clearly."""
    runner_up = proposals[1].fit if len(proposals) > 1 else 0.0
    return proposals[0].confidence >= threshold and proposals[0].fit - runner_up >= _LEAD
