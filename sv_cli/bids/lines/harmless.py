"""Owns which texts of a row leave it as it is: those that decide nothing, and say nothing of what is promised."""

from collections.abc import Callable, Collection
from itertools import islice

from sv_cli.bids.cells.text import are_on_one_line
from sv_cli.bids.lines.fields.texts import LONGEST_TEXT, text_at
from sv_cli.bids.lines.shapes import shape_of, shapes_of, text_of
from sv_cli.bids.memory import LONGEST_PLAIN, MOST_KNOWN, MOST_PLAIN, Memory
from sv_cli.bids.sheets.grid import Raw
from sv_cli.bids.terms.marks import any_marked_behind, may_be_marked_behind
from sv_cli.bids.terms.noted import any_may_be_noted, may_be_noted
from sv_cli.bids.terms.notes import any_not_meant, is_not_meant
from sv_cli.bids.terms.paces import saying_often
from sv_cli.bids.terms.said_amounts import saying_amounts
from sv_cli.bids.terms.words import Words


class Harmless:
    """The texts of one table that were looked at, of which this bid or the next one may hold more.

    ``texts`` are the 0-based columns of description, evidence and owner, ``labels`` those in which a text may say
    that its row is a total, ``free`` all that decide nothing.
    """

    def __init__(
        self, words: Words, memory: Memory, texts: tuple[int, ...], labels: tuple[int, ...], free: tuple[int, ...]
    ) -> None:
        self._words = words
        self._memory = memory
        self._described, self._evidence = texts[:2]
        self._texts, self._labels, self._free = texts, labels, free

    def telling(self, distinct: set[Raw]) -> Collection[str] | None:
        """The descriptions that may say how much or how often; None where one needs more than to be taken as it is."""
        filled = distinct - {None, ""}
        texts = [cell for cell in filled if isinstance(cell, str)]
        shapes = shapes_of(texts) if texts else set()
        if shapes is None or len(texts) < len(filled):
            return None
        known = self._memory.shapes
        unknown = [text_of(shape) for shape in shapes - known]
        if not unknown:
            return ()
        if not _are_plain(set(unknown)) or self._words.any_may_be_marked(unknown) or any_marked_behind(unknown):
            return None
        told = {shape_of(text) for text in (*saying_often(unknown), *saying_amounts(unknown))}
        if len(known) < MOST_KNOWN:
            known.update({shape_of(text) for text in unknown} - told)
        return {text for text in texts if shape_of(text) in told} if told else ()

    def are_all(self, index: int, distinct: set[Raw]) -> bool:
        """Whether what stands in a column that decides nothing, and is no description, leaves its lines as they are."""
        evidence, label, text = index == self._evidence, index in self._labels, index in self._texts
        known = self._memory.harmless.setdefault((evidence, label, text), set())
        new = distinct - known
        if not new:
            return True
        texts = [cell for cell in new if isinstance(cell, str)]
        if (
            self._words.any_may_be_marked(texts)
            or (evidence and (any_not_meant(texts) or any_may_be_noted(texts)))
            or (label and any(map(self._words.is_total, texts)))
            or (text and not _are_plain(new))
        ):
            return False
        if len(known) < MOST_PLAIN and max(map(len, texts), default=0) <= LONGEST_PLAIN:
            known |= new
        return True

    def others(self, index: int, distinct: set[Raw]) -> set[Raw]:
        """The cells of a column that need more than to be taken as they are, looked for by halves: most have few."""
        if index == self._described:
            return _without(lambda cells: self.telling(cells) is not None, distinct)
        return _without(lambda cells: self.are_all(index, cells), distinct)

    def are_in(self, cells: list[Raw]) -> bool:
        """Whether all texts of a row that decide nothing are such, but for what its description says of amounts."""
        for index in self._free:
            if index >= len(cells):
                return True
            text = line_of(cells, index)
            if text and self._says_mark(text, index):
                return False
        return True

    def _says_mark(self, text: str, index: int) -> bool:
        return (
            self._words.may_be_marked(text)
            or (index == self._described and may_be_marked_behind(text))
            or (index == self._evidence and (is_not_meant(text) or may_be_noted(text)))
            or (index in self._labels and self._words.is_total(text))
        )


def _without(are_clear: Callable[[set[Raw]], bool], cells: set[Raw]) -> set[Raw]:
    """The cells that are not clear; that several are says that each is."""
    if are_clear(cells):
        return set()
    if len(cells) == 1:
        return cells
    half = set(islice(cells, len(cells) // 2))
    return _without(are_clear, half) | _without(are_clear, cells - half)


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
