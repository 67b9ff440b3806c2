"""Owns the list of lint rules: one small function each, by the name of its findings.

Each function's docstring says what has to be so; a finding tells where it is not.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from sv_cli.findings.finding import Finding
from sv_cli.library.lint import figures, proxies, references, sources, wording
from sv_cli.library.lint.subject import Subject

Rule = Callable[[Subject], Iterator[Finding]]

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "source-incomplete": sources.incomplete,
        "source-undated": sources.undated,
        "licence-unknown": sources.unknown_licence,
        "licence-forbids": sources.forbidden,
        "second-hand-unplaced": sources.second_hand,
        "figure-superseded": sources.superseded,
        "range-disordered": figures.disordered,
        "price-year-uncovered": figures.uncovered,
        "figure-unused": figures.unused,
        "figure-twice": figures.twice,
        "series-gap": figures.gaps,
        "place-code-unknown": figures.unknown_places,
        "share-out-of-range": figures.odd_shares,
        "adjustment-missing": proxies.unadjusted,
        "duration-unexplained": proxies.unexplained_duration,
        "agency-shares": proxies.agencies,
        "review-overdue": proxies.overdue,
        "review-far-off": proxies.far_off,
        "overconfident": proxies.overconfident,
        "confidence-unknown": proxies.unknown_level,
        "geography-widened": proxies.geography,
        "overlap-of-one": references.lonely_groups,
        "code-malformed": references.codes,
        "code-shared": references.unreachable,
        "code-answered": references.answered,
        "heading-torn": references.headings,
        "unit-name-twice": references.unit_names,
        "unit-unused": references.unused_units,
        "title-alike": wording.titles,
        "guidance-copied": wording.copied_guidance,
        "guidance-thin": wording.thin_guidance,
        "evidence-copied": wording.copied_evidence,
        "character-hidden": wording.hidden,
    }
)
