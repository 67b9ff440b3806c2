"""Owns the outcome of a check: what each rule found in each bid, what was waived, how wanted outcomes were met."""

from datetime import date
from decimal import Decimal

from msgspec import Struct

from sv_cli.findings.finding import Finding, Severity
from sv_cli.model.frameworks import Framework, Rule

MET, PART_MET, MISSED = "met", "part met", "missed"


class Breach(Struct, frozen=True):
    """A finding, and the rule or the target (by its id) that it is about; neither if it comes of reading or valuing."""

    finding: Finding
    rule: Rule | None = None
    target: str | None = None


class Waived(Struct, frozen=True):
    """A finding that somebody has accepted: ``by`` whom, for which ``reason``, and ``until`` which day."""

    breach: Breach
    by: str
    reason: str
    until: date


class Reached(Struct, frozen=True, omit_defaults=True):
    """How far one wanted outcome is promised, in units and, where that is known, in pounds of present value.

    ``status`` is "met", "part met" or "missed"; ``counted_in`` is the unit's name in words.
    A gap is 0 when there is none, and None when it is not known.
    """

    id: str
    title: str
    status: str
    unit: str | None = None
    counted_in: str = ""
    wanted: Decimal | None = None
    promised: Decimal | None = None
    gap: Decimal | None = None
    wanted_value: Decimal | None = None
    promised_value: Decimal | None = None
    gap_value: Decimal | None = None
    rows: tuple[int, ...] = ()


class Judged(Struct, frozen=True, omit_defaults=True):
    """One bid, judged: ``status`` is "met", "broken", "out of scope" or "not judged".

    ``passed`` and ``not_applied`` are ids of rules; a rule is not applied when the contract is outside its scope.
    """

    file: str
    status: str
    breaches: tuple[Breach, ...] = ()
    waived: tuple[Waived, ...] = ()
    passed: tuple[str, ...] = ()
    not_applied: tuple[str, ...] = ()
    reached: tuple[Reached, ...] = ()
    commitments: int = 0
    valued: int = 0


class Checked(Struct, frozen=True):
    """All bids of one run, what they were checked against, the day, and the least severity that fails (None: none)."""

    framework: Framework | None
    bids: tuple[Judged, ...]
    today: date
    fails: Severity | None
    findings: tuple[Finding, ...] = ()

    def failing(self, breach: Breach) -> bool:
        """Whether a finding is severe enough to fail its bid."""
        return self.fails is not None and breach.finding.severity.reaches(self.fails)
