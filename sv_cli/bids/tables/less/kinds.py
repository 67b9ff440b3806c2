"""Owns columns of no known name that list kinds, as ``Target`` and ``Actual``, or say that a line is not meant."""

from collections.abc import Collection, Iterator

from msgspec.structs import replace

from sv_cli.bids.cells.text import normal, shown_text
from sv_cli.bids.sheets.grid import Raw, Row
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.headings.heading import Heading
from sv_cli.bids.tables.less.statuses import is_of_status
from sv_cli.bids.tables.less.ticks import answer_whether, free_standing
from sv_cli.bids.tables.under.by_field import ByField
from sv_cli.bids.tables.under.held import Column, distinct_at
from sv_cli.bids.terms.forms import BRACKETS
from sv_cli.bids.terms.legends import legend_of
from sv_cli.bids.terms.names import BID, BUYER, TALKS
from sv_cli.bids.terms.noted import any_may_be_noted
from sv_cli.bids.terms.notes import any_not_meant
from sv_cli.bids.terms.standing import STANDINGS, adds_nothing, is_paid_by_others, who_does
from sv_cli.bids.terms.standing_words import OPTIONAL, STOOD_DOWN, is_of_the_line
from sv_cli.late import late

_STAGES = Heading("version", "because its cells name stages of the tender")
_BID_STAGES = frozenset(("itt", "bafo", "draft", "original", "initial", "revised", "updated", "final"))
OPTION = "option"
_OPTIONS = Heading(OPTION, "because its cells name options, of which one will be chosen")
_OF_OPTION = late(r"(?:options?|scenarios?|variants?|alternatives?)(?: (?:no|number|ref|name))?")
_NO_OPTION = frozenset(("", "yes", "no", "y", "n", "x", "true", "false", "core", "optional", "n a", "na", "none"))
_KINDS = Heading("status", "because its cells say what is promised")
_REMARKS = Heading("remark", "because its cells say that a line does not count, or how it was worked out")
_FUNDERS = Heading("funder", "because its cells say who pays for a line")
_DELIVERERS = Heading("funder", "because its cells say that the buyer delivers a line")
_NEWNESS = Heading("newness", "because its cells say that a line adds nothing")
_OF_FUNDERS = late(
    r"(?:(?:to be )?(?:funded|paid(?: for)?|financed|met|resourced) (?:by|from|through|via)"
    r"|(?:source of |sources of )?fund(?:s|ing|er)(?: (?:source|stream|body|provider|route))?s?"
    r"|who (?:pays|funds|will (?:pay|fund)|is (?:paying|funding))(?: for (?:it|this))?|pa(?:yer|id by whom))"
)
_OF_DELIVERERS = late(
    r"(?:(?:to be )?(?:delivered|provided|carried out|undertaken|performed|done|run) by(?: whom)?"
    r"|who (?:delivers|provides|will deliver|will provide|is delivering)(?: (?:it|this))?|deliverer)"
)
_IS_BUYER = late(rf"(?:the )?{BUYER}(?: s)?(?: staff| team| officers)?")
_OF_REMARKS = late(
    r"\b(?:notes?|comments?|remarks?|clarif\w*|explan\w*|information|info|caveats?|assumptions?|status|evaluat\w*"
    r"|cq|tq|calculat\w*|workings?|breakdown|deriv\w*|formulae?|rationale|justif\w*|dependenc\w*|limitations?|exclusions?|conditions?|scope|coverage"
    r"|thoughts?|thinking|feedback|concerns?|considerations?|new (?:people|participants|clients|pupils|beneficiaries)"
    r"|scor\w*|buyer|council|client|authority|quer(?:y|ies)|corrections?|checks?|checked|review\w*|issues?"
    r"|legib\w*|keyed|keying|data entry|anything else|sylwad\w*|nodiadau|bemerkung\w*|anmerkung\w*|hinweise?)\b"
)
# What is done in any case, where the heading asks whether it is new
_IN_ANY_CASE = frozenset(("existing", "bau", "business as usual"))
_BEFORE = r"(?:existing|bau|business as usual)"
_OF_NEWNESS = late(
    rf"(?:(?:is (?:it|this) )?(?:new|additional)(?: activity| commitment| offer)? (?:or|and) {_BEFORE}"
    rf"|{_BEFORE}(?: activity| commitment| offer)? (?:or|and) (?:new|additional)"
    r"|new (?:existing|bau)|(?:existing|bau) new|additionality|new activity|is (?:it|this) (?:new|additional))"
    r"(?: activity| commitment| offer)?"
)
# What asks whether a line is more than what is done in any case, to be answered with yes or no
_ASKS_NEWNESS = late(
    r"(?:(?:is|are) (?:it|this|these|they|the (?:activity|commitment|offer|line)) )?(?:an? )?(?:genuinely |truly )?"
    r"(?:(?:new|additional)(?: (?:activity|activities|commitments?|offers?|initiative))?|additionality|over and above)"
    rf"(?: (?:(?:to|or|over|than) )?(?:the |our )?(?:{_BEFORE}|normal business|baseline"
    r"|(?:existing|current|normal) (?:activity|activities|practice|commitments?|delivery)"
    r"|contract(?: requirements?)?|minimum requirements?))?(?: (?:yes(?: or)? no|y n))?"
)
# What asks whether the buyer has agreed to a line, or the contract is to have it, to be answered likewise
_ASKS_AGREEMENT = late(
    r"(?:(?:is|was) (?:it|this|the line) )?(?:agreed|accepted|approved|signed off)"
    r" (?:at|in|after|following|during|by|with) (?:the )?"
    rf"(?:{TALKS}|tender|{BUYER}|evaluation)(?: (?:stage|meeting))?(?: (?:yes no|y n))?"
    rf"|(?:to be )?included?(?: (?:it|this))? (?:with)?in (?:the |our )?"
    rf"(?:{BID}|(?:(?:contract|{BID}) )?(?:prices?|pricing|costs?|fees?)|contract)(?: (?:yes no|y n))?"
)
# What a buyer's form says of lines that are asked of everybody, beside which “Optional” is his word too
_ASKED_OF_ALL = frozenset(("mandatory", "compulsory", "required", "statutory", "essential"))
UNPROMISED = frozenset(("actual", "actuals", "baseline", "stretch", "aspiration", "aspirational", *_IN_ANY_CASE))
_PROMISED = frozenset(("target", "targets", "plan", "planned", "committed", "commitment", "offer", "promise",
                       "new", "additional", "forecast", "firm", "core", "guaranteed", "confirmed",
                       "binding", "kpi", "contractual"))  # fmt: skip


def place_kinds(by_field: ByField, span: Span, rows: list[Row]) -> None:
    """A column of ``Target`` and ``Actual`` alone, or with ``Withdrawn``, says what is promised, beside another too.

    So does one that says ``Not for evaluation`` of a line, whatever else it says of the others.
    """
    for at, text in span.unknown:
        column = Column(at, text, _KINDS)
        held = distinct_at(at, rows)
        legend = legend_of(text)
        said = {normal(BRACKETS.sub("", cell)) if isinstance(cell, str) else "" for cell in held}
        said = {normal(legend.get(each, each)) for each in said} if legend else said
        taken_back = said & STOOD_DOWN and is_of_the_line(text)
        if len(said) > 1 and said <= _BID_STAGES:
            by_field.setdefault("version", [replace(column, heading=_STAGES)])
        elif len(said) > 1 and names_option(text) and said.isdisjoint(_NO_OPTION):
            by_field.setdefault(OPTION, [replace(column, heading=_OPTIONS)])
        elif _are_kinds(said, text) or taken_back or _are_answers(held, text):
            by_field[free_standing(by_field, at)] = [column]
        elif names_funder(text) and any(map(is_paid_by_others, map(shown_text, held))):
            by_field[free_standing(by_field, at, "funder")] = [Column(at, text, _FUNDERS)]
        elif names_deliverer(text) and any(_IS_BUYER.fullmatch(who_does(shown_text(cell))) for cell in held):
            by_field[free_standing(by_field, at, "funder")] = [Column(at, text, _DELIVERERS)]
        elif asks_newness(text) and any(map(adds_nothing, map(shown_text, held))):
            by_field[free_standing(by_field, at, "newness")] = [Column(at, text, _NEWNESS)]
        elif _may_remark(text) and _are_remarks([cell for cell in held if isinstance(cell, str)]):
            by_field[free_standing(by_field, at, "remark")] = [Column(at, text, _REMARKS)]


def optional_kinds(span: Span, rows: list[Row]) -> Iterator[tuple[int, str, str]]:
    """The columns of kinds that say of some lines that they are optional, with their headings and what says so."""
    themes = ((column.index, column.text) for column in span.columns if column.heading.field == "theme")
    for at, heading in (*span.unknown, *themes):
        texts = {normal(cell): cell for cell in distinct_at(at, rows) if isinstance(cell, str)}
        optional = texts.keys() & OPTIONAL
        if optional and texts.keys().isdisjoint(_ASKED_OF_ALL):
            yield at, heading, texts[min(optional)]


def _are_kinds(said: set[str], heading: str) -> bool:
    """Whether words say of each line whether it is promised; ``Existing`` may be said of much beside promises."""
    if not said <= UNPROMISED | _PROMISED or said.isdisjoint(UNPROMISED):
        return False
    return said.isdisjoint(_IN_ANY_CASE) or _OF_NEWNESS.fullmatch(normal(BRACKETS.sub(" ", heading))) is not None


def _are_answers(held: Collection[Raw], heading: str) -> bool:
    """Whether cells say yes or no to whether lines are new, or agreed."""
    return (asks_newness(heading) or asks_agreement(heading)) and answer_whether([*held])


def asks_newness(text: str) -> bool:
    """Whether a heading asks if a line is more than what is done in any case: ``Additional? Yes/No``."""
    return _ASKS_NEWNESS.fullmatch(normal(text)) is not None


def asks_agreement(text: str) -> bool:
    """Whether a heading asks if the buyer has agreed to a line, or the bid includes it: ``Included in price?``."""
    return _ASKS_AGREEMENT.fullmatch(normal(text)) is not None


def explains_letters(text: str) -> bool:
    """Whether a heading says what letters below it stand for: ``Committed (C) / Aspirational (A)``."""
    return bool(legend_of(text))


def names_funder(text: str) -> bool:
    """Whether a heading asks who pays for a line: ``Funded by``, ``Source of funding``."""
    return _OF_FUNDERS.fullmatch(normal(text)) is not None


def names_deliverer(text: str) -> bool:
    """Whether a heading asks who delivers a line: ``Delivered by``, ``Who will deliver``."""
    return _OF_DELIVERERS.fullmatch(normal(text)) is not None


def names_option(text: str) -> bool:
    """Whether a heading names what there are several of to choose from: ``Option``, ``Scenario``."""
    return _OF_OPTION.fullmatch(normal(text)) is not None


def _are_remarks(texts: Collection[str]) -> bool:
    """Whether any of the texts may say that its line is not meant, or is of another quantity."""
    return any_not_meant(texts) or any_may_be_noted(texts) or any(map(STANDINGS["remark"], texts))


def _may_remark(text: str) -> bool:
    """Whether what stands below a heading may be remarks; ``DBS status`` is that of people."""
    words = normal(text)
    return _OF_REMARKS.search(words) is not None and (not words.endswith(" status") or is_of_status(text))
