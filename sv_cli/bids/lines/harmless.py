"""Owns which texts of a row are harmless: a description or a note that changes nothing of what is promised.

“Talks in schools” is harmless; “Talks (each year)”, “Withdrawn” and “Total” are not: their rows are read the long way.
"""

from collections.abc import Callable, Collection
from typing import NamedTuple

from sv_cli.bids.cells.described_units import any_may_name_unit, may_name_unit
from sv_cli.bids.cells.text import are_on_one_line
from sv_cli.bids.lines.fields.texts import LONGEST_TEXT, text_at
from sv_cli.bids.lines.shapes import shape_of, shapes_of, text_of
from sv_cli.bids.memory import LONGEST_PLAIN, MOST_KNOWN, MOST_PLAIN, Memory
from sv_cli.bids.sheets.grid import Raw
from sv_cli.bids.terms.marks import any_marked_behind, has_mark_behind
from sv_cli.bids.terms.noted import any_may_be_noted, may_be_noted
from sv_cli.bids.terms.notes import any_ended_by_note, any_not_meant, is_not_meant, may_end_as_note
from sv_cli.bids.terms.paces import saying_often, saying_rates
from sv_cli.bids.terms.said_amounts import saying_amounts
from sv_cli.bids.terms.words import Words

Looks = list[tuple[Callable[[list[str]], bool], Callable[[str], bool]]]
"""What a text may say that is not harmless: each a quick look at many texts together, and a look at one of them."""


_OF_LINES: Looks = [
    (any_marked_behind, has_mark_behind),
    (any_may_name_unit, may_name_unit),
    (any_ended_by_note, may_end_as_note),
]


class Told(NamedTuple):
    """The texts that may speak of the quantity beside them: of how often it falls, of how much it is, or in a note."""

    often: Collection[Raw] = ()
    stating: Collection[Raw] = ()
    noted: Collection[Raw] = ()


class Harmless:
    """The texts of one table that were looked at, of which this bid or the next one may hold more.

    ``texts`` are the 0-based columns of description, evidence and owner, ``labels`` those in which a text may say
    that its row is a total, ``free`` all that decide nothing.
    """

    def __init__(
        self, words: Words, memory: Memory, texts: tuple[int, ...], labels: tuple[int, ...], free: tuple[int, ...]
    ) -> None:
        self._memory = memory
        self._described, self._evidence = texts[:2]
        self._texts, self._labels = texts, frozenset(labels)
        self._looks: dict[int, Looks] = {}
        for index in free:
            looks: Looks = [(words.any_may_be_marked, words.may_be_marked)]
            if index == self._described:
                looks += [*_OF_LINES, (words.any_total, words.is_total)]
            looks += [(any_not_meant, is_not_meant)] if index == self._evidence else []
            looks += [(bool, words.is_total)] if index in self._labels else []
            self._looks[index] = looks

    def described(self, distinct: set[Raw]) -> tuple[Told, set[Raw]]:
        """The descriptions that may say how often or how much, and those that are not to be taken as they are."""
        others: set[Raw] = {cell for cell in distinct if cell is not None and not isinstance(cell, str)}
        texts = [cell for cell in distinct if cell and isinstance(cell, str)]
        shapes = shapes_of(texts) if texts else set()
        if shapes is None:
            others.update(text for text in texts if "\n" in text)
            texts = [text for text in texts if "\n" not in text]
            shapes = set(map(shape_of, texts))
        shapes -= self._memory.shapes
        if not shapes:
            return Told(), others
        kinds = self._looked_at(shapes)
        often, stating, marked = ({text for text in texts if shape_of(text) in kind} if kind else () for kind in kinds)
        return Told(often, stating), others.union(marked)

    def _looked_at(self, shapes: set[bytes]) -> list[set[bytes]]:
        """Of descriptions of these shapes those that may say how often, how much, and those not to be taken so."""
        memory = self._memory
        kinds = (memory.often, memory.stating, memory.marked)
        found = [shapes & kind for kind in kinds]
        new = shapes.difference(*found)
        if new:
            texts = [*map(text_of, new)]
            more = [{*map(shape_of, say(texts))} for say in (saying_often, _saying_how_much, self._saying_more)]
            if sum(map(len, kinds)) + len(memory.shapes) < MOST_KNOWN:
                memory.shapes |= new.difference(*more)
                for kind, told in zip(kinds, more, strict=True):
                    kind |= told  # noqa: PLW2901 - the memory's own
            found = [one | other for one, other in zip(found, more, strict=True)]
        return found

    def _saying_more(self, texts: list[str]) -> set[str]:
        """The descriptions that may be marked, or are not on one line of their own: all are looked at, then each."""
        odd = set() if _are_plain(set(texts)) else {text for text in texts if not _are_plain({text})}
        return odd | _found(self._looks[self._described], texts)

    def others(self, index: int, distinct: set[Raw]) -> tuple[Collection[Raw], set[Raw]]:
        """What stands in a column of no descriptions: notes that may speak of quantities, and what is not to be taken.

        All is looked at together, then each.
        """
        evidence, label, text = index == self._evidence, index in self._labels, index in self._texts
        known, unlike, speaking = self._memory.harmless.setdefault((evidence, label, text), (set(), set(), set()))
        new = distinct - known
        if not new:
            return (), new
        odd, noted = new & unlike, new & speaking
        new -= odd | noted
        texts = [cell for cell in new if isinstance(cell, str)]
        more: set[Raw] = {*_found(self._looks[index], texts)} if texts else set()
        if text and not _are_plain(new):
            more.update(cell for cell in new if not _are_plain({cell}))
        maybe = evidence and any_may_be_noted(texts)
        spoken: set[Raw] = {cell for cell in texts if cell not in more and may_be_noted(cell)} if maybe else set()
        held = len(known) + len(unlike) + len(speaking)
        if held < MOST_PLAIN and max(map(len, texts), default=0) <= LONGEST_PLAIN:
            known |= new - more - spoken
            unlike |= more
            speaking |= spoken
        return noted | spoken, odd | more

    def are_in(self, cells: list[Raw]) -> bool:
        """Whether none of a row's texts says anything that decides about it, but for what is said of amounts."""
        for index, looks in self._looks.items():
            if index >= len(cells):
                return True
            text = line_of(cells, index)
            if text and index == self._evidence and "\n" in str(cells[index]):
                return False  # each of its lines may say something
            if text and any(says(text) for _, says in looks):
                return False
        return True


def _saying_how_much(texts: list[str]) -> set[str]:
    return {*saying_amounts(texts), *saying_rates(texts)}


def _found(looks: Looks, texts: list[str]) -> set[str]:
    """The texts that say what any of the looks is for."""
    saying = [says for may_any, says in looks if may_any(texts)]
    return {text for text in texts if any(says(text) for says in saying)} if saying else set()


def line_of(cells: list[Raw], index: int) -> str:
    """The text in a 0-based column on one line, since white space at its end hides no mark; ``""`` for none."""
    cell = cells[index] if 0 <= index < len(cells) else None
    return (text_at(cells, index) or "") if isinstance(cell, str) else ""


def _are_plain(distinct: set[Raw]) -> bool:
    """Whether each cell is empty or a text that is taken as it is: on one line, no white space to fold, not long."""
    texts = [cell for cell in distinct if isinstance(cell, str)]
    if len(texts) + (None in distinct) != len(distinct) or max(map(len, texts), default=0) > LONGEST_TEXT:
        return False
    return are_on_one_line(texts)
