"""Owns the reference of one row: a code without its footnote, its title and what is hidden in it."""

from sv_cli.bids.cells.numbers import Problem
from sv_cli.bids.cells.text import folded, hidden_character, shown_text, visible
from sv_cli.bids.lines.fields.refused import withdrawn
from sv_cli.bids.lines.fields.texts import text_of
from sv_cli.bids.lines.sheeted import Sheeted
from sv_cli.bids.sheets.grid import Fault, Row, Uncached
from sv_cli.bids.sheets.unseen import without_edges
from sv_cli.bids.terms.codes import code_before_title, code_behind_title, code_of, code_said, is_measure_code
from sv_cli.bids.terms.footnotes import FOOTNOTES, without_footnote
from sv_cli.bids.terms.standing import is_conditional
from sv_cli.bids.terms.titles import is_unpromised


def reference_of(table: Sheeted, row: Row, unsure: list[str]) -> str | None:
    """The reference of a row as it is looked up; what cannot be taken as it stands is told, and may be ``unsure``."""
    raw = table.raw(row, "reference")
    if raw in (None, "") and table.layout.coded:
        described = text_of(table, row, "description") or ""
        if "reference" not in table.layout.columns:
            return code_said(described)
        coded = code_before_title(described)
        return coded[0] if coded else code_behind_title(described)
    if raw is None:
        return None
    if isinstance(raw, Fault | Uncached):
        table.say_of_line(_unreadable(raw), row, "reference")
        unsure.append("reference")
        return None
    text = folded(raw) if isinstance(raw, str) else shown_text(raw)
    if text[-1:] in FOOTNOTES or text[:1] in FOOTNOTES:
        text = _without_mark(table, text, row, unsure)
    if text.isascii() and text.isprintable():
        return _unless_not_yet(table, text)
    bare = folded(without_edges(text))
    if bare != text:
        table.say_of_line(Problem("hidden-edges", {"reference": visible(bare)}), row, "reference")
    hidden = hidden_character(bare)
    if hidden:
        problem = Problem("hidden-character", {"reference": visible(bare), "character": hidden})
        table.say_of_line(problem, row, "reference")
        unsure.append("reference")
    return _unless_not_yet(table, bare)


def _without_mark(table: Sheeted, text: str, row: Row, unsure: list[str]) -> str:
    """The code of ``NT17*``, with what its footnote says, where that says that the line is not meant for sure."""
    code, mark = without_footnote(text)
    if not mark:
        return text
    said = table.footnote(mark)
    if said and (is_unpromised(said) or is_conditional(said)):
        table.say_of_line(withdrawn(f"{mark} {said}"), row, "reference")
        unsure.append("reference")
    else:
        fields = {"text": visible(text), "reference": visible(code)}
        table.say_of_line(Problem("footnote-mark-left-out", fields), row, "reference")
    return code


def _unless_not_yet(table: Sheeted, text: str) -> str | None:
    coded = code_of(text)
    if _are_titles(table) and not coded and not is_measure_code(text):
        return None  # a title among those that codes stand before
    text = coded or text
    return None if not text or text.casefold().strip(" .!") in table.tools.desk.words.not_yet else text


def words_behind(table: Sheeted, row: Row, reference: str) -> str | None:
    """What stands behind one of the library's references in its cell: ``volunteering.hour at median pay``."""
    text = text_of(table, row, "reference") or text_of(table, row, "description") or ""
    words = text.removeprefix(reference).strip() if text.startswith(reference) else ""
    return words or None


def _unreadable(raw: Fault | Uncached) -> Problem:
    if isinstance(raw, Fault):
        return Problem("error-cell", {"text": visible(raw.text[:40])})
    return Problem("formula-without-result", {"formula": visible(raw.formula[:80])})


def _are_titles(table: Sheeted) -> bool:
    """Whether the column of references holds the descriptions too, and so may hold titles alone."""
    described = table.layout.columns.get("description")
    return described is not None and described.index == table.layout.columns["reference"].index
