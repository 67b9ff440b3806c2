"""Owns notes that say that the number beside them is wrong, or what should stand in its place."""

from decimal import Decimal

from sv_cli.bids.cells.figures import NUMBER, value_of
from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.terms.names import FIGURE, TALKS
from sv_cli.bids.terms.sayings import Sayings
from sv_cli.late import late

_FIGURE = rf"(?:(?:the|this|our) )?(?:{FIGURE}|entry)"
_RIGHT = r"(?:correct(?:ed)?|right|true|revised|amended|updated)"
_NUMBER = "\u00a3?[0-9]+(?: [0-9]+)*"
_THINGS = (
    r"(?:hours?|hrs|days?|weeks?|months?|years?|people|persons?|jobs?|ftes?|posts?|roles?|apprentices?|placements?"
    r"|visits?|sessions?|workshops?|events?|tonnes?|kg|trees?|miles?|pounds|pupils|students|learners|volunteers|staff"
    r"|employees|residents|schools?|in (?:total|all)|(?:per|a|each) year|per annum|k)"
)
_AMOUNT = rf"{_NUMBER}(?: {_THINGS}){{0,2}}"
_FIRST = (
    rf"(?:sorry|apologies|(?:i|we) (?:think|believe)(?: this| it| that)?|was {_AMOUNT}|not {_AMOUNT}|please"
    r"|we(?: have| ve)?)"
)
_INSTEAD = rf"(?: (?:and )?(?:not|instead of|rather than|from) {_AMOUNT})"
# Who says so, and when: “reduce to 4 - AB 12/03”
_BY = r"(?: (?:(?:as )?per |by )?[a-z]{2,3}(?: [0-9]{1,2} [0-9]{1,2}(?: [0-9]{2,4})?)?)"
_AFTER = rf"(?: (?:at|after|following|during|in) (?:the )?(?:{TALKS}|review|tender)(?: ?[0-9]{{1,3}})?)"
_WHERE = rf"(?: here| in (?:this |the )?(?:{_FIGURE}|line|row|cell)| (?:please )?see (?:[a-z0-9]+ ?){{1,5}})?"
CORRECTING = Sayings(
    pattern=(
        rf"(?:{_FIRST} )*(?:(?:(?:{_FIGURE}|should) )?(?:(?:should )?(?:be|read|say|have (?:been|read))|reads?(?: as)?"
        rf"|(?:a )?correction(?: to)?|{_RIGHT} {_FIGURE}(?: is| should be)?"
        rf"|(?:correct(?:ed)?|amend(?:ed)?|revised?|changed?|reduced?|increased?|updated?|lowered|raised"
        rf"|drop(?:ped)?|cut|cut back|scaled back|scaled down)(?: (?:this|it|these))? (?:from {_NUMBER} )?to)"
        rf" {_AMOUNT}{_INSTEAD}?(?:{_BY}|{_AFTER})?"
        rf"|(?:reduced|cut|increased|lowered) by (?:half|an? (?:third|quarter)|{_AMOUNT}|[0-9]{{1,2}} ?%)"
        rf"|(?:agreed|accepted|settled|capped|limited) (?:at|as) {_AMOUNT}"
        rf"|(?:capped|limited|restricted) to {_NUMBER}(?: (?:hours?|hrs|days?|weeks?|in (?:total|all)))?"
        r"|we (?:can|could) only (?:do|offer|deliver|manage|give|provide) (?:half|part|some)(?: of (?:this|it|these"
        r"|that))?"
        rf"|(?:(?:but|now) )?only {_AMOUNT}(?: (?:is|are))?(?: (?:possible|available|achievable|deliverable|realistic"
        rf"|agreed))?"
        rf"|(?:now|to be) {_NUMBER}|make (?:it|this|that) {_AMOUNT}|{_NUMBER} (?:and )?not {_NUMBER}"
        rf"|(?:(?:is|was|are|looks|seems) )?(?:an? )?(?:wrong(?: {_FIGURE})?|incorrect(?: {_FIGURE})?|(?:in )?error"
        rf"|typo|typing error|mistake|misprint){_WHERE}"
        rf"|{_FIGURE} (?:is |was |are |looks |seems )?(?:an? )?(?:wrong|incorrect|in error|typo|mistake|misprint)"
        rf"{_WHERE}"
        rf"|see (?:the )?{_RIGHT} {_FIGURE}(?: [a-z0-9]+){{0,4}}"
        rf"|(?:{_FIGURE} )?(?:to be|needs to be|will be|must be|needs|need) correct(?:ed|ing|ion))"
    ),
    stems=(
        "should |read |reads |correct|wrong|error|typo|mistake|misprint|right |true |revise|amend|update|change|reduce"
        "|increase|lowered |raised |agreed |accepted |settled |capped |limited |restricted |only |now |be |say |been "
        "|have |cut |scaled |make |drop|not "
    ),
)
_CORRECTING = late(rf"(?:(?:{CORRECTING.pattern})(?: |$))+")
_TO = late(
    r"(?:^|\b(?:be|read|say|been|as|at|only|to|now|is|figure|number|quantity|qty|amount|value|total|target|entry)\b)"
    rf":? ?\u00a3? ?({NUMBER})"
)
_STEMS = CORRECTING.stems.split("|")
_YEARS = range(2000, 2100)


def may_correct(text: str) -> bool:
    """Whether a text has a word of those that correct."""
    lower = text.casefold()
    return any(map(lower.__contains__, _STEMS))


def corrects(text: str) -> bool:
    """Whether a note says what should stand in place of a number, or that it is wrong, and nothing else."""
    return _CORRECTING.fullmatch(normal(text)) is not None


def agrees(text: str, quantity: Decimal | None) -> bool:
    """Whether a note that corrects says what the quantity says already, or speaks of a year: ``Amended to 40``."""
    said = map(value_of, _TO.findall(folded(text).casefold()))
    if not any(number == quantity or number in _YEARS for number in said):
        return False
    return corrects(text)
