"""Owns the summary of a run over many bids: how many were scored, their sums, counts of their findings."""

from msgspec import Struct, field


class Failure(Struct, frozen=True):
    """One bid that has no figure, and the first finding that says why."""

    file: str
    code: str
    message: str


class Summary(Struct):
    """The sums over a run. Money in whole pence.

    ``codes`` counts the findings of each code; ``failures`` are the first few. ``files`` are the names of the tables.
    """

    bids: int = 0
    scored: int = 0
    with_errors: int = 0
    commitments: int = 0
    valued: int = 0
    gross: int = 0
    net: int = 0
    present: int = 0
    severities: dict[str, int] = field(default_factory=dict)
    codes: dict[str, int] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    @property
    def failed(self) -> int:
        """How many bids have no figure."""
        return self.bids - self.scored
