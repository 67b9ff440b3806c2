"""Owns Faults: what is found to be wrong with a library while it is read, up to a limit that bounds time and memory."""

from collections.abc import Iterable

from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place

MAX_FAULTS = 200


class TooManyFaultsError(Exception):
    """There are as many faults as are worth telling; the library is not read any further."""


class Faults:
    """The findings of one reading, in the order that they were found."""

    def __init__(self) -> None:
        self._found: list[Finding] = []

    def __len__(self) -> int:
        return len(self._found)

    def add(self, name: str, place: Place, **fields: object) -> None:
        """Note one fault; raises TooManyFaultsError when it was one too many."""
        self.extend([finding(name, place, **fields)])

    def extend(self, findings: Iterable[Finding]) -> None:
        """Note several faults; raises TooManyFaultsError as soon as they are too many."""
        for each in findings:
            self._found.append(each)
            if len(self._found) >= MAX_FAULTS:
                self._found.append(finding("too-many-faults", Place(), limit=MAX_FAULTS))
                raise TooManyFaultsError

    @property
    def all(self) -> tuple[Finding, ...]:
        """Everything that was noted."""
        return tuple(self._found)
