"""Owns what a code of a measure looks like: alone in a cell, or in front of the measure's title."""

import re
from functools import lru_cache

from sv_cli.bids.terms.names import FRAMEWORKS
from sv_cli.late import late

_LETTERED = r"(?:[A-Za-z&]{1,6}|[A-Za-z&]{1,3}[ .\-])[0-9]+(?:[.\-][0-9]+)*[A-Za-z]?"
_DOTTED = r"[a-z][a-z0-9\-]*(?:\.[a-z0-9\-]+)+"
CODED = rf"^\s*(?:[(\[]\s*)?(?:{_LETTERED}|{_DOTTED})(?:[^A-Za-z0-9]|$)"  # whatever may be one, or begin with one
# Most words are seen to be none without trying again with fewer letters, which not every engine can do
_BEGUN = r"[A-Za-z&]{1,6}+[0-9]|[A-Za-z&]{1,3}+[ .\-][0-9]|[a-z][a-z0-9\-]*+\.[a-z0-9\-]"
_MAYBE = late(rf"(?=\s*+(?:[(\[]\s*+)?+(?:{_BEGUN})){CODED}", re.IGNORECASE)
_ALONE = late(rf"{_LETTERED}|{_DOTTED}", re.IGNORECASE)
_ID = late(_DOTTED)
_JOINED = rf"(?:[A-Z&]{{1,5}}[0-9]+(?:\.[0-9]+)*[a-z]?|{_DOTTED})"
_SIGN = r"(?:\s*[:|\u2013\u2014]\s*|\s+-\s*|\s*-\s+|\.\s+)"
_BEFORE_SIGN = late(rf"(?P<code>{_LETTERED}|{_DOTTED}){_SIGN}(?P<title>\S.*)")
_BEFORE_WORDS = late(rf"(?P<code>{_JOINED})\s+(?P<title>\S.*)")
# NT17-Volunteering and NT17.Volunteering: only a word with a capital, for NT17-a and SV1.jobs may be codes themselves
_BEFORE_CAPITAL = late(r"(?P<code>[A-Z&]{1,5}[0-9]+(?:\.[0-9]+)*[a-z]?)[.\-](?P<title>(?:[A-Z][a-z]{2}|No\b).*)")
_IN_BRACKETS = late(rf"[(\[]\s*(?P<code>{_LETTERED}|{_DOTTED})\s*[)\]](?:\s*[:|\u2013\u2014-])?\s*(?P<title>.*)")
# What says that it is a code, or of which edition: TOMs 2022: NT17, Measure ref NT17, #NT17, NT17 (2022), NT17 / TOMs
_LIST = r"(?:(?:the )?national )?toms?(?: (?:measure|ref|reference|code))?(?: \(?(?:v ?)?20[0-9]{2}\)?)?"
# The code behind a title: Donations (NT28)
_BEHIND = late(
    rf"(?P<title>[^()\[\]]+?)\s*[(\[]\s*(?:{_LIST}[:,]?\s+)?(?P<code>{_LETTERED}|{_DOTTED})\s*[)\]]", re.IGNORECASE
)
_NAMED = late(
    rf"(?:(?:{_LIST}|(?:measure|metric|indicator|proxy|library)(?: (?:ref|reference|code))?|ref|reference|code)"
    rf"\s*[:.#\u2013-]?\s+|#)?(?P<code>{_LETTERED})(?:\s*[(\[](?:v ?)?20[0-9]{{2}}[)\]]|\s*[/|\u2013-]\s*{_LIST}"
    r"|\s*[(\[]\s*(?:£(?:k|m|000s?)?|%|#|hrs?|no\.?)\s*[)\]])?",
    re.IGNORECASE,
)
# The code behind its title and a sign, and the code in quotes, in a list or before a sign that nothing follows
_BEHIND_SIGN = late(
    r"(?P<title>[^()\[\]:|]+?)(?:\s+[-\u2013\u2014]|\s*[:|])\s+"
    rf"(?P<code>[A-Z&]{{2,5}} ?[0-9]+[a-z]?|{_DOTTED})"
)
_WRAPPED = late(
    r"(?:[\u2022\u25cf\u25aa\u00b7\u2013-]\s*|\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)]\s+"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2})+[.)]?\s+|[0-9]{1,2}\s+(?=[(\[])"
    r"|Q?[0-9]{1,2}(?:\.[0-9]{1,2})*(?:\s*:|\s+[\u2013-])\s+)?[\"'\u2018\u201c(\[]?"
    rf"(?P<code>{_LETTERED}|{_DOTTED})[\"'\u2019\u201d)\]]?\s*[:;,.]?"
)
_REFERRING = late(
    r"\W*(?:was|formerly|previously|replac\w*|instead|like|similar|same|cf|as|per|linked?|links?|related|supports?|also"
    r"|contribut\w*|ex|old|part|alternative\w*|double|excl\w*|except\w*|not)\b",
    re.IGNORECASE,
)
_ANOTHER = late(r"(?<![A-Za-z0-9])(?!CO2|KS[0-9]|FY[0-9]|PM[0-9])[A-Z&]{2,5}[ -]?[0-9]+[a-z]?(?![A-Za-z0-9])")
# What a measure may be of, or counted in
_NO_CODE = late(r"(?:t|kg|g|tonnes? ?)?CO2(?:e|eq)?|KS[1-5]|PM10|k?m[23]", re.IGNORECASE)
_NUMBERED = late(r"(?:[A-Z]|[QS][A-Z]*)[ .\-]?[0-9]")
_WORD = late(r"[A-Za-z]{3}|\(FTE\)")
_TAKING_BACK = late(
    r"\W*(?:n/?a|no(?!\.| of\b)|not|none|tbc|tba|tbd|see|option\w*|stretch|example|e\.?g|sample|withdrawn|removed"
    r"|deleted|rejected|cancell?ed|superseded|excluded|declined|duplicate|to be|subject)\b"
    r"|\W*(?:old|draft|aspiration(?:al)?|provisional|void|delete|remove|ignore|dropped)\W*$",
    re.IGNORECASE,
)
_JOINING = ("and ", "or ", "to ", "plus ", "&", "/", "+", ",", ";")
# What heads a part of a form when a number follows; what else counts with a number behind it is no code either
PARTS = frozenset(
    (
        *("theme", "lot", "part", "section", "stage", "year", "outcome", "priority", "phase", "area", "goal"),
        *("mission", "objective", "category", "group", "table", "appendix", "schedule", "aim", "pillar"),
        *("page", "sheet", "form", "question", "annex", "slide"),
    )
)
# What else heads the lines below it, with a number behind it or in the plural
_HEADINGS = PARTS | frozenset(
    (
        *("note", "footnote", "site", "ward", "depot", "building", "school", "partner", "package", "zone", "region"),
        *("district", "borough", "locality", "location", "office", "branch", "estate", "cluster", "hub", "block"),
        *("project", "scheme", "strand", "cohort", "tranche", "wave", "round", "tier", "level", "draft", "version"),
        *("team", "week", "month", "quarter", "under", "over", "age", "aged", "mac"),
    )
)
_SURE = late(rf"{FRAMEWORKS}[ .-]?[0-9]{{1,3}}[a-z]?|[a-z][a-z0-9-]+\.[a-z][a-z0-9-]+", re.IGNORECASE)
_IN_WORDS = late(rf"{FRAMEWORKS.upper()}[ -]?[0-9]")
# A code inside a question, in brackets or behind a word of what is asked, and what before it turns it down
_WITHIN = late(
    r"(?:(?P<open>[(\[])|(?<![A-Za-z])(?:[Uu]nder|for|against|towards?|of|on) "
    r"(?:(?:the|[Nn]ational|TOMs?|[Mm]easure|[Rr]ef|[Rr]eference|[Cc]ode|[Ii]ndicator) ){0,4})"
    rf"(?P<code>{FRAMEWORKS.upper()}[ -]?[0-9]{{1,3}}[a-z]?)(?![A-Za-z0-9]|[.\-][A-Za-z0-9]| [0-9][A-Z]{{2}}\b)"
    r"(?(open)[)\]])"
)
_OTHERS = late(
    r"\b(?:formerly|previously|replac\w*|instead|like|similar|as|link(?:s|ed)|relate[sd]?|in addition|excl\w*|except\w*"
    r"|not(?!-)|than|(?:on )?top|over and|above|beyond|besides?|apart|outside|without|already|see|count\w*|compar\w*"
    r"|part|if)\b",
    re.IGNORECASE,
)
_YEAR = late(r"(?:FY ?|[A-Z]{3,} )?20[0-9]{2}|FY ?[0-9]{2}", re.IGNORECASE)
_REFERENCE = late(
    r"[A-Za-z&]{0,8}[ .\-]?[0-9]+(?:[.\-][0-9]+)*[A-Za-z]?|[a-z][a-z0-9\-]*(?:\.[a-z0-9\-]+)+", re.IGNORECASE
)
_LONGEST_KNOWN = 200  # longer texts would fill the cache
_COUNTED = PARTS | {"item", "row", "line", "no", "step", "week", "month", "quarter", "day", "job"}


def is_measure_code(text: str) -> bool:
    """Whether a text is a code and nothing else, such as NT17, ``nt 17`` or jobs.apprentice; never ``Phase 2``."""
    code = _ALONE.fullmatch(text)
    return code is not None and not _names_a_part(text) and not _NO_CODE.fullmatch(text)


def is_surely_code(text: str) -> bool:
    """Whether a text is a code of a framework that many use or one of the library's; W1 and total1 may be others."""
    return _SURE.fullmatch(text) is not None and is_measure_code(text)


def has_form_of_code(text: str) -> bool:
    """Whether a text has the form of a reference, be it but a number: ``3.1``, ``NT17``, and ``Theme 2`` too."""
    return _REFERENCE.fullmatch(text) is not None


def is_reference(text: str) -> bool:
    """Whether a lone text is a reference, such as NT17 or jobs.apprentice, and no heading such as Theme 2."""
    return has_form_of_code(text) and not heads_a_part(text)


def heads_a_part(text: str) -> bool:
    """Whether a lone text that looks like a code heads lines instead: ``Years 3-5``, ``Site 1``, ``Baseline 2025``."""
    return text.split(" ", 1)[0].casefold().removesuffix("s") in _HEADINGS or _YEAR.fullmatch(text) is not None


def is_library_id(text: str) -> bool:
    """Whether a text is written as the library writes its own references: volunteering.hour."""
    return _ID.fullmatch(text) is not None


def is_coded(text: str) -> bool:
    """Whether a text is a code, or begins with one."""
    return is_measure_code(text) or code_before_title(text) is not None


def may_be_coded(text: str) -> bool:
    """Whether a text may be a code or begin with one, at a glance."""
    return _MAYBE.match(text) is not None


def may_say_code(text: str, *, anywhere: bool) -> bool:
    """Whether a text may begin with a code, or say one anywhere, at a glance."""
    return may_be_coded(text) or (anywhere and _IN_WORDS.search(text) is not None)


def code_before_title(text: str) -> tuple[str, str] | None:
    """The code and the title of ``NT17 - Volunteering``, ``NT17 Volunteering`` and ``(NT17)``, else None."""
    if not may_be_coded(text):
        return None
    forms = (_IN_BRACKETS, _BEFORE_SIGN, _BEFORE_WORDS, _BEFORE_CAPITAL)
    match = next((match for form in forms if (match := form.fullmatch(text))), None)
    if match is None or _names_a_part(text):
        return None
    code, title = match["code"], match["title"].strip()
    return (code, title) if not title or _is_title(title) else None


def code_of(text: str) -> str | None:
    """The code that a text of a column of references begins with, or names in more words; None where it has none."""
    return _known_code(text) if len(text) <= _LONGEST_KNOWN else _code_in(text)


def _code_in(text: str) -> str | None:
    before = code_before_title(text)
    if before is not None:
        return before[0]
    return None if is_measure_code(text) else _code_in_words(text)


_known_code = lru_cache(maxsize=4096)(_code_in)


def code_behind_title(text: str) -> str | None:
    """The code of ``Donations (NT28)``, and of no other text."""
    behind = _BEHIND.fullmatch(text) if text[-1:] in (")", "]") else None
    code = behind["code"] if behind and _is_title(behind["title"]) else ""
    return code if is_measure_code(code) else None


def code_within(text: str) -> str | None:
    """The code of ``How many hours will you give under NT17?``: the only one, which nothing before it turns down."""
    match = _WITHIN.search(text) if _IN_WORDS.search(text) else None
    if match is None or len(_ANOTHER.findall(text)) > 1:
        return None
    before, behind = text[: match.start()], text[match.end() :].lstrip(" -:\u2013")
    if match["open"]:  # the title that stands before it may hold any words
        before = " ".join(before.rsplit(maxsplit=2)[-2:])
    if _OTHERS.search(before) or _TAKING_BACK.match(behind) or _REFERRING.match(behind):
        return None
    return match["code"]


def code_said(text: str) -> str | None:
    """The code of a measure that a description or a question says: most stand before their titles."""
    before = code_before_title(text)
    return before[0] if before else code_behind_title(text) or code_within(text)


def _code_in_words(text: str) -> str | None:
    """The code of ``Donations (NT28)``, ``Gifts - NT28``, ``TOMs NT17`` and ``NT17:``, as references may name it."""
    behind = code_behind_title(text)
    if behind is not None:
        return behind
    match = _NAMED.fullmatch(text) or _WRAPPED.fullmatch(text)
    if match is None and (after := _BEHIND_SIGN.fullmatch(text)) and not _REFERRING.match(text):
        match = after if _is_title(after["title"]) else None
    code = match["code"] if match else ""
    return code if code and is_measure_code(code) else None


def _is_title(text: str) -> bool:
    """Whether words behind a code name its measure: no other code, nothing that joins one or takes the line back."""
    if _TAKING_BACK.match(text) or _ANOTHER.search(text) or text.casefold().startswith(_JOINING):
        return False
    return _WORD.search(text) is not None


def _names_a_part(text: str) -> bool:
    letters = re.match(r"[A-Za-z]*", text)
    return letters is not None and letters[0].casefold() in _COUNTED


def is_numbered(text: str) -> bool:
    """Whether a text begins with a letter and a number, as questions and lines are numbered: A1, Q2, SQ3."""
    return _NUMBERED.match(text) is not None


def looked_up(reference: str | None) -> str | None:
    """A reference as it is looked up: ``NT 17`` and ``nt17`` are one."""
    return reference and reference.replace(" ", "").casefold()
