"""Owns the matching of a bid: every commitment's proposals, and whether one of them is fit to be filled in."""

from sv_cli.findings.finding import Finding
from sv_cli.matching.index import Index, index_of
from sv_cli.matching.propose import propose
from sv_cli.model.bids import Bid, Commitment
from sv_cli.model.figures import Library
from sv_cli.model.matches import Match, Matching, Proposal, State
from sv_cli.valuation.problem import Problem
from sv_cli.valuation.resolve import References, references_of, resolved

_LEAD = 0.1


def matched(bid: Bid, library: Library, threshold: int, findings: tuple[Finding, ...]) -> Matching:
    """Every commitment of ``bid`` with its proposals; ``threshold`` is the least confidence (0..100) to fill one in."""
    matcher = _Matcher(index_of(library), references_of(library), threshold)
    return Matching(bid, tuple(map(matcher.match, bid.commitments)), threshold, findings)


class _Matcher:
    """Matches the commitments of one bid; the same words are looked up once."""

    def __init__(self, index: Index, references: References, threshold: int) -> None:
        self._index = index
        self._references = references
        self._threshold = threshold
        self._known: dict[tuple[str, str | None, str | None], tuple[Proposal, ...]] = {}

    def match(self, commitment: Commitment) -> Match:
        """The commitment's match."""
        if commitment.reference and _names_one(commitment, self._references):
            return Match(commitment, State.NAMED)
        proposals = self._proposals(commitment)
        if not proposals:
            return Match(commitment, State.UNMATCHED)
        fit_to_fill = not commitment.reference and proposals[0].unit_fits and _stands_out(proposals, self._threshold)
        return Match(commitment, State.PROPOSED if fit_to_fill else State.UNSURE, proposals)

    def _proposals(self, commitment: Commitment) -> tuple[Proposal, ...]:
        key = (commitment.description, commitment.unit, commitment.reference)
        if key not in self._known:
            self._known[key] = propose(commitment, self._index)
        return self._known[key]


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
