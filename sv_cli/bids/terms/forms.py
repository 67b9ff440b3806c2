"""Owns the forms of a heading: its text without rates, brackets, numbering and signs, as its names are looked up."""

import re
from functools import lru_cache

from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.terms.legends import legend_of
from sv_cli.late import late, rare

BY_NAME = "by name"
LONGEST = 400  # characters of a heading
BRACKETS = late(r"[(\[]([^()\[\]]*)[)\]]")
PER_YEAR = rare(
    r"(?:\b(?:(?:per|each|every) (?:(?:contract|programme|project|service|financial|calendar) )?"
    r"(?:year|yr|ann?um)|p\.a\.?|annual(?:ly)?|yearly|a year)"
    r"|/ ?(?:yr|year|ann?um)|(?<=[ (])pa(?=\)|$))(?=\W|$)",
    ("year", "yr", "num", "annual", "p.a", " pa", "(pa"),
    re.IGNORECASE,
)
IN_ALL = rare(
    r"\b(?:(?:over|for|across|throughout) (?:the )?(?:(?:whole|full|entire) )?"
    r"(?:(?:life|term|length|duration) of (?:the )?)?"
    r"(?:contract(?: term| period| life)?|term(?! time| ?[0-9]))|per contract(?! (?:year|yr|ann?um))"
    r"|whole contract|contract term|total (?:for )?[0-9]{1,2} (?:years|yrs)"
    r"|[0-9]{1,2}[ -]?(?:years?|yrs?) (?:total|target|quantity|commitment)"
    r"|over (?:the )?[0-9]{1,2}[ -](?:years?|yrs?|months?)(?: contract| term| period)?)\b",
    ("contract", "term", "year", "yr", "month"),
    re.IGNORECASE,
)
_WHOLE = late(
    r"\b(?:(?:contract|term|lifetime|whole life) total|total contract|life ?time|whole life|all (?:contract )?years)\b",
    re.IGNORECASE,
)
# What a pivot table puts before a heading, and what databases put before the name of a column
SUM_OF = late(r"^\s*sum of (?=\S)", re.IGNORECASE)
OF_TABLE = late(
    r"(?i:custom field) \((?P<custom>[^()]+)\)|"
    r"\w+\[(?P<column>[^\[\]]+)\]|[A-Za-z_]+\.(?P<field>[^.]+)|(?P<line>[A-Za-z ]+): (?P<part>[A-Za-z ]+)"
)
_MARKS = late(r"[\s*\u2020\u2021\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+$")
# What explains a heading below its first line; a word or two go on with it: “Target / date”
_ADDED = late(r"\n\s*(?=[(\[*0-9]|[ei]\.?[ge]\b|\S+\s+\S+\s+\S).*$", re.DOTALL)
# A mark behind a word or a number, and not the power of a unit: “Year 1¹”, but “m²”; and where to find a note
_NOTE_MARK = late(
    r"(?:(?:(?<=[a-z]{3})|(?<= [IVX])|(?<=II)|(?<=[0-9.)\]?:]))(?<!metre)(?<!metres)(?<!sqm)"
    r"[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+"
    r"|\s*(?:\[[0-9]{1,2}\]|\([a-e]\)"
    r"|[(\[](?:(?:see |ref )?(?:foot)?notes?\b[0-9a-z ]{0,12}|required|mandatory|compulsory)[)\]])"
    r"|\s*[*\u2020\u2021])+$",
    re.IGNORECASE,
)
_ENDS = frozenset("*)]\u2020\u2021\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079")
# “AnnualTarget” and “Year1”, but not “kWh”
_JOINED = late(r"(?<=[a-z]{2})(?=[A-Z])|(?<=[a-z]{3})(?=[0-9])|(?<=[Yy]r)(?=[0-9])|(?<=[0-9])(?=[A-Z][a-z])")
_NUMBERING = late(
    r"^\s*(?:(?:[0-9]{1,2}|[A-Za-z])[.)]|[0-9]{1,2}(?:\.[0-9]{1,2})+|(?:Column|Col) [A-Z][:.]?(?: -)?"
    r"|Q[0-9]{1,2}[.:)](?=\s+(?:which|what|how|who|unit|please|description|measure)\b))\s+",
    re.IGNORECASE,
)
# “What is the unit of measurement?”, “What quantity will you deliver over the term?”
_QUESTION = late(
    r"(?:what|which) (?:(?:is|are) )?(?:(?:the|your|our) )?(?P<what>[a-z][a-z ]*?)"
    r"(?: (?:will|would|can|do|does|are|is) (?:you|we|this|these|it|your)\b.*)?\?",
    re.IGNORECASE,
)
_PLEASE = late(
    r"please (?:state|list|enter|give|provide|insert|specify|indicate|describe|confirm|add)(?: (?:the|your|a))? ",
    re.IGNORECASE,
)
# Who is to do it: “Quantity you will deliver”
_BY_WHOM = late(
    r"\s+(?:that )?(?:we|you)(?: (?:will|can|are|is|would|propose|intend|plan))?(?: to)?"
    r" (?:deliver|provide|offer|give|commit|promise|pledge|do|committing|offering|promising|pledging)\b.*$",
    re.IGNORECASE,
)
_BY_BIDDER = late(
    r"\s+(?:offered|proposed|pledged|committed(?: to)?|promised|tendered) by (?:the |our )?"
    r"(?:bidder|tenderer|supplier|contractor|provider|applicant)\b(?!['\u2019]).*$",
    re.IGNORECASE,
)
_THOUSANDS = rare(r"\s+(?:x ?)?'?,?000'?s?$", ("000",))
_SIGNS = "£%#* \n"
# What is done with what a heading counts: “Hours donated”
DONE = late(
    r" (?:(?:to be )?(?:saved|avoided|given|donated|provided|delivered|offered|committed|pledged|promised|created"
    r"|invested|supported|diverted|proposed|volunteered|funded|hired))$",
    re.IGNORECASE,
)

# What is promised or measured, and what beside it says of which field a column is: “Deliverable ref”, “KPI unit”
_NOUNS = frozenset(
    (
        *("commitment", "measure", "indicator", "kpi", "metric", "deliverable", "outcome", "pledge", "promise"),
        *("offer", "initiative", "activity", "action", "benefit", "community benefit", "requirement", "output"),
        *("intervention", "undertaking", "tom", "toms", "sv", "social value", "proposal"),
    )
)
_FIELDS = {"reference": "reference", "code": "reference", "id": "reference", "unit": "unit", "uom": "unit",
           "amount": "quantity", "quantity": "quantity", "volume": "quantity", "target": "quantity",
           "description": "description", "detail": "description", "details": "description", "title": "description",
           "name": "description"}  # fmt: skip
# “Reference of the measure”, “Unit in which the commitment is measured”
_OF_NOUN = late(
    rf"(?P<last>{'|'.join(_FIELDS)}) (?:of|for|in which) (?:(?:the|our|your|each|this) )?(?P<noun>[a-z ]+?)"
    r"(?: (?:is|are|which|that|you|we|to be|being|proposed|offered)\b.*)?"
)
_NOT_COUNTED = frozenset(("requirement", "benefit"))  # the buyer's, and what comes of it in pounds
_LEAST = 490  # after all that are known by their names


def unbracketed(text: str) -> str:
    """The text with a space for what is in brackets."""
    return BRACKETS.sub(" ", text) if "(" in text or "[" in text else text


def plain(text: str) -> str:
    """A heading on one line, in words that are apart, without a colon at its end, a footnote's mark and its number.

    ``D. Quantity_p.a.¹`` is ``Quantity p.a.``: what it says of a year or a rate may stand anywhere in it. What is too
    long for a heading is only put on one line.
    """
    return _plain(text) if len(text) <= LONGEST else folded(text)


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    line = folded(text.replace("_", " "))
    if " " not in line:
        line = _JOINED.sub(" ", line)
    line = line.rstrip(" :") or line
    if line[-1:] in _ENDS and not legend_of(line):
        line = _NOTE_MARK.sub("", line).rstrip(" :") or line
    return _NUMBERING.sub("", line)


def by_noun(words: str) -> tuple[str, int] | None:
    """The field of a heading that says what is promised, and what of it: ``deliverable reference``; None otherwise."""
    noun, _, last = words.removesuffix(" of measure").rpartition(" ")
    match = _OF_NOUN.fullmatch(words) if noun not in _NOUNS else None
    noun, last = (match["noun"].removeprefix("social value "), match["last"]) if match else (noun, last)
    field = _FIELDS.get(last) if noun in _NOUNS else None
    return None if field is None or (field == "quantity" and noun in _NOT_COUNTED) else (field, _LEAST)


def says_in_all(text: str) -> bool:
    """Whether a heading says that what stands below it is for the whole contract: ``Total over term``."""
    return IN_ALL.search(text) is not None or _WHOLE.search(text) is not None


def of_what(text: str) -> str:
    """What is counted in ``Hours of volunteering``; ``Head of service`` counts nothing."""
    counted, of, rest = folded(text).casefold().partition(" of ")
    return counted if of and counted.endswith("s") and not rest.startswith(("the ", "work", "op")) else ""


def bare_unit(text: str) -> str:
    """The text without what it says of a year or of the whole contract."""
    return folded(IN_ALL.sub(" ", PER_YEAR.sub(" ", text))).strip(" ,;-")


def candidates(text: str) -> list[tuple[str, str]]:
    """The forms of a heading that are looked up, the most faithful first, each with the reason it counts."""
    short = unbracketed(text)
    first_line = _ADDED.sub("", text.strip())
    before = re.split(r"[:\u2013\u2014]| - ", _ADDED.sub("", short.strip()), maxsplit=1)[0]
    without_rate = IN_ALL.sub(" ", PER_YEAR.sub(" ", short))
    asked = _QUESTION.fullmatch(short.strip()) if short.rstrip().endswith("?") else None
    found = {normal(text): BY_NAME}
    looked = {""}
    for form, how in (
        (short, "by name, ignoring brackets"),
        (short.strip(_SIGNS), "by name, ignoring signs"),
        (without_rate, "by name, ignoring the rate"),
        (first_line, "by its first line"),
        (before, "by its first words"),
        (_NUMBERING.sub("", short), "by name, ignoring its number"),
        (_MARKS.sub("", short), "by name, ignoring its footnote mark"),
        (_THOUSANDS.sub("", short), "by name, ignoring thousands"),
        (_BY_WHOM.sub("", short) if " we " in short or " you " in short else "", "by name, ignoring who does it"),
        (_BY_BIDDER.sub("", short) if " by " in short else "", "by name, ignoring who does it"),
        (_PLEASE.sub("", short) if short[:7].casefold() == "please " else "", "by what it asks for"),
        (_BY_WHOM.sub("", _PLEASE.sub("", short)) if short[:7].casefold() == "please " else "", "by what it asks for"),
        (asked.string[: asked.end("what")] if asked else "", "by its first words"),  # “Which measure” asks for a code
        (asked["what"] if asked else "", "by what it asks for"),
    ):
        if form in looked:
            continue
        looked.add(form)
        key = normal(form).strip(_SIGNS)
        if key:
            found.setdefault(key, how)
    return list(found.items())
