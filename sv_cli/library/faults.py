"""Owns Faults: the findings on a library while it is read, up to a limit that bounds time and memory."""

from collections.abc import Collection, Iterable

from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.library.nearest import nearest_text

MAX_FAULTS = 200


class TooManyFaultsError(Exception):
    """There are MAX_FAULTS faults; the library is not read any further."""


class Faults:
    """The findings of one reading, in the order that they were found."""

    def __init__(self) -> None:
        self._found: list[Finding] = []

    def __len__(self) -> int:
        return len(self._found)

    def add(self, name: str, place: Place, **fields: object) -> None:
        """Note one fault; raises TooManyFaultsError when that makes MAX_FAULTS."""
        self.extend([finding(name, place, **fields)])

    def extend(self, findings: Iterable[Finding]) -> None:
        """Note several faults; raises TooManyFaultsError as soon as there are MAX_FAULTS."""
        for each in findings:
            self._found.append(each)
            if len(self._found) >= MAX_FAULTS:
                self._found.append(finding("too-many-faults", Place(), limit=MAX_FAULTS))
                raise TooManyFaultsError

    def require(self, known: Collection[str], what: str, ids: Iterable[str], owner: str, place: Place) -> bool:
        """Note each of the ``ids`` that ``owner`` refers to and that is not ``known``; True when there is none.

        ``what`` is the kind of entry that the ids are of; raises TooManyFaultsError.
        """
        missing = [each for each in ids if each not in known]
        for each in missing:
            nearest = nearest_text(each, known)
            self.add("dangling-reference", place, owner=owner, what=what, id=each[:100], nearest=nearest)
        return not missing

    @property
    def all(self) -> tuple[Finding, ...]:
        """Everything that was noted."""
        return tuple(self._found)
