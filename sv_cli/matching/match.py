"""Owns the matching of a bid: every commitment's proposals, and whether one of them is fit to be filled in."""

from collections.abc import Iterator

from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding
from sv_cli.matching.index import Index, index_of
from sv_cli.matching.propose import propose
from sv_cli.model.bids import Bid, Commitment
from sv_cli.model.figures import Library
from sv_cli.model.matches import Match, Matching, Proposal, State
from sv_cli.valuation.noting import place_in
from sv_cli.valuation.problem import Problem
from sv_cli.valuation.resolve import References, references_of, resolved

_LEAD = 0.1  # how much better than the second a proposal has to fit to be filled in


def matched(bid: Bid, library: Library, threshold: int, findings: tuple[Finding, ...]) -> Matching:
    """Every commitment of ``bid`` with its proposals; ``threshold`` is the least confidence (0..100) to fill one in.

    ``findings`` are those of reading the bid; codes without a value add theirs.
    """
    references = references_of(library)
    matcher = _Matcher(index_of(library), references, threshold)
    every = (*findings, *_without_value(bid, references))
    return Matching(bid, tuple(map(matcher.match, bid.commitments)), threshold, every)


def _without_value(bid: Bid, references: References) -> Iterator[Finding]:
    """A finding for each reference that is a code without a value."""
    for each in bid.commitments:
        problem = _problem(each, references) if each.reference else None
        if problem is not None and problem.name == "code-not-valued":
            yield finding(problem.name, place_in(bid, each, problem.about), **problem.fields)


class _Matcher:
    """Matches the commitments of one bid; the same words are looked up once."""

    def __init__(self, index: Index, references: References, threshold: int) -> None:
        self._index = index
        self._references = references
        self._threshold = threshold
        self._known: dict[tuple[str, str | None, str | None], tuple[Proposal, ...]] = {}

    def match(self, commitment: Commitment) -> Match:
        """The commitment's match."""
        if commitment.reference and _problem(commitment, self._references) is None:
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


def _problem(commitment: Commitment, references: References) -> Problem | None:
    """Why a commitment's reference does not name exactly one proxy; None if it does."""
    try:
        resolved(commitment, references)
    except Problem as problem:
        return problem
    return None


def _stands_out(proposals: tuple[Proposal, ...], threshold: int) -> bool:
    """Whether the first is confident enough, and leads the second clearly."""
    runner_up = proposals[1].fit if len(proposals) > 1 else 0.0
    return proposals[0].confidence >= threshold and proposals[0].fit - runner_up >= _LEAD
