"""Owns numbers as people type them: each form has one meaning, or is a problem that says what was found."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from html import unescape

from msgspec import Struct, field
from msgspec.structs import replace

from sv_cli.bids.cells.figures import exact, tidy
from sv_cli.bids.cells.spelt import all_in_figures, in_figures, number_of, spelt_first
from sv_cli.bids.cells.text import folded, shown_text, visible
from sv_cli.bids.cells.unit_texts import worked
from sv_cli.bids.cells.units import COUNT, ENDS_PER_YEAR, PER_POUND, Units
from sv_cli.bids.cells.worked import as_worked_out, bare_amount, over_its_times, without_least
from sv_cli.bids.sheets.grid import NO_DAY, Fault, Moment, Raw, Shown, Uncached
from sv_cli.bids.sheets.unseen import without_edges
from sv_cli.late import late, rare

_LONGEST = 120
_MOST_KNOWN = 100_000  # bounds the memory, not the meaning
_NUMBER = late(
    r"(?P<sign>[-+\u2212]?) ?(?P<money>£|GBP)? ?(?P<inner>[-\u2212]?)"
    r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])|[0-9]{1,3}(?: [0-9]{3})+(?![0-9])"
    r"|[0-9]{1,3}(?:['\u2019][0-9]{3})+(?![0-9])|[0-9]+)?"
    r"(?P<part>\.[0-9]+)?"
    # “2 1/2 days” are two and a half, and “2 1/2 day” may be two that are half as long
    r"(?P<vulgar> ?[\u00bc\u00bd\u00be]| (?:1/[24]|3/4)(?![0-9/])(?! ?-?(?:hour|hr|day|week|month|year)\b))?",
    re.IGNORECASE,
)
# “1.234,5 hours”, and “10.000,-”, which has no pence
_COMMA_NUMBER = late(
    r"^[-\u2212]?£? ?(?:[0-9]{1,3}(?:[. ][0-9]{3})+|[0-9]+)(?:,(?:[0-9]+|[-\u2013]{1,2}))?(?=$| ?[A-Za-z£%(/])"
)
_VULGAR = {part: Decimal(value) for part, value in (
    ("\u00bc", "0.25"), ("1/4", "0.25"), ("\u00bd", "0.5"), ("1/2", "0.5"), ("\u00be", "0.75"), ("3/4", "0.75"),
)}  # fmt: skip
# Of ASCII's letters alone: an i without its dot would match, and is in no list of scales
_SCALE = late(r"((?a:k|m|mn|bn|thousand|million|billion))\b\.?", re.IGNORECASE)
_SCALES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9}
# “1 x 52 weeks” is 52 weeks, and “3 x FTE” is 3 FTE; what other factors come to is not said
_ONE_TIMES = late(r"^1 ?[x\u00d7] ?(?=[0-9])|(?<=[0-9]) ?[x\u00d7](?= [A-Za-z])", re.IGNORECASE)
_OF_WHOLE = (
    r"(?:(?:in )?total|overall|in all|one[- ]off|contract total|(?:whole|full|entire) contract|per contract"
    r"|(?:over|across|during|throughout|for) (?:the )?(?:(?:whole|full|entire|life of the) )?contract(?: term| period)?"
    r"|(?:over|across|throughout|for) the (?:(?:whole|full|entire|contract) )?term"
    r"|over (?:the )?[0-9]{1,2} (?:years|yrs))"
)
_WHOLE = late(rf",? ?(?:\b{_OF_WHOLE}|[(]{_OF_WHOLE}[)]|/ ?contract)$", re.IGNORECASE)
_EX_VAT = late(
    r"[\s,(]*(?:\b(?:ex(?:c|cl|cluding|clusive of)?\.?|net of|before|plus)|\+) ?v\.?a\.?t\.?\)?$", re.IGNORECASE
)
_DURATION = late(
    r"(?P<hours>[0-9]{1,5}) ?(?:h|hrs?|hours?)[,.]? ?(?:and |& )?(?P<minutes>[0-5]?[0-9]) ?(?:m|mins?|minutes?)\.?",
    re.IGNORECASE,
)
_GIFT = (
    r"(?:(?:in )?(?:cash|kind|in-kind|goods)|(?:cash )?(?:donations?|contribution|sponsorship|grant|fund(?:ing)?)"
    r"|donated|pledged|guaranteed|worth|(?:in )?value)"
)
_WORTH = (
    r"(?:worth )?of (?!.*\b(?:or|and|per|each|every|any|all|which|these|this|it|them"
    r"|social|value|impact|savings?|benefits?|sales|income|revenue|turnover|profits?)\b)"
    r"[a-z]+(?: [a-z]+)?"
)
_IN_WHAT = late(rf"\s*(?:\({_GIFT}\)|\b{_GIFT})$|^{_WORTH}$", re.IGNORECASE)
_AGAIN = late(
    r"(?P<said>[^()/]+) / (?P<again>£?[0-9][^()/]*)|(?P<told>[^()]+)\((?:i\.?e\.? |= ?|or )?(?P<anew>£?[0-9][^()]*)\)"
    r"|(?P<first>[^()=]+) ?= ?(?P<then>£?[0-9][^()=]*)",
    re.IGNORECASE,
)
# “10 a year for 3 years”, “for 36 months” and “for the contract term”
_FOR_YEARS = late(
    r"(?P<rate>[^()]+?),? (?:for|over|in|during|across|throughout|x|\u00d7) (?:(?:all|the|each of) )*"
    r"(?:(?P<many>[0-9]{1,3}|[a-z]{3,6}) (?:contract )?(?:years?|yrs?|(?P<months>months?))"
    r"|(?:the |our )?(?:(?:whole|full|entire|life of the|duration of the) )*(?:contract|term)(?: term| period)?)",
    re.IGNORECASE,
)
_LENGTHS = ("years", "year", "yrs", "yr", "months", "month", "contract", "term", "period")
_MOST_YEARS = 50
_TEXT_MARKS = "'\u2019"
_DOUBTFUL = late(r"[-\u2212]?£? ?[1-9][0-9]{0,2}([.,])[0-9]{3}(?![0-9.,])")
_APART = late(r"\s*[1-9][0-9]{2} (?!000)[0-9]{3}(?![0-9.,]| [0-9])")
_CALLED = late(r"0[1-9][0-9]{8,9}")  # the number of a telephone, and no amount
PARTED = r"[1-9][0-9]{0,2}\.[0-9]{3}"
"""What is two pounds and a half, or two thousand five hundred: ``2.500``, for no price has tenths of pence."""
_PARTED = late(PARTED)
_TWO_LINES = late(r"[0-9][^\S\n\r]*[\n\r]\s*[0-9]")
_EXPLAINED = late(r"(?P<unit>[^()]*?)\s*\((?P<again>[^()]+)\)")
# What says in brackets of all that are counted what they are, and nothing of how many or how often
_REMARK = late(
    r"\s*\((?:(?:paid )?(?:at )?(?:the )?(?:(?:real|london) )?(?:living wage|llw|rlw)"
    r"|full[ -]time|local|permanent|new|guaranteed|firm(?: commitment)?|committed|paid|staff time|in[ -]kind"
    r"|(?:nvq )?(?:level|l) ?[1-7]"
    r"|all (?!.*\b(?:sites?|years?|lots?|partners?|schools?|regions?|areas?|depots?|teams?|phases?|months?|quarters?"
    r"|terms?|weeks?|days?|hours?|others?|bidders|contracts?|but|except|per|each|every|if|or|not|optional|tb[acd]"
    r"|staff|employees|volunteers|members|existing|previous|current|retained|estimat\w*|forecast\w*|tentative|pending"
    r"|provisional|indicative|aspir\w*|proposed|potential|unconfirmed|subject|stretch|max\w*|min\w*"
    r"|up|part|half|twice|double|once|weekly|monthly|annual\w*|yearly|together|in)\b)"
    r"[a-z][a-z '\u2019-]{1,40})\)$",
    re.IGNORECASE,
)
# “10 FTE (of which 2 are apprentices)”, “40 hours including 10 from partners”
_AMONG = rare(
    r"(?:^|\s)\s*\(?(?:of wh(?:ich|om)|incl?\.?|including) [0-9]+ (?!.*\b(?:years?|options?|optional|exten\w+|stretch"
    r"|existing|previous|current|retained|already|if|vat|more|extra|further|per|each|every|subject|tb[acd]|estimat\w*"
    r"|provisional)\b)[a-z][a-z -]{1,40}\)?$",
    ("inc", "of wh"),
    re.IGNORECASE,
)
_YEARLY = late(r"\((?P<per>(?:(?:per|each|every|a) )(?:year|annum)|p\.? ?a\.?|annually)\)$", re.IGNORECASE)
# What a rich text field leaves around what was typed into it
_MARKUP = late(r"</?(?:p|div|span|br|b|strong|ul|li|td)\b[^<>]*/?>", re.IGNORECASE)
# What Word puts before the items of a list; a dot in the middle of a line may be a decimal point
_BULLET = late("(?:[\u2022\u2023\u25aa\u25cf\u25e6\uf0a7\uf0b7] *|\u00b7 )(?=[^ ])")
# What keyboards of East Asia type for digits and their marks, as plain as any
_WIDE = dict(zip(range(0xFF10, 0xFF1A), "0123456789", strict=True)) | {0xFF0C: ",", 0xFF0E: "."}
_OVER = (" for ", " over ", " in ", " during ", " x ", " \u00d7 ")
_EACH = frozenset(("each", "ea", "ea."))


class Problem(Struct, frozen=True):
    """Why a cell has no meaning: the name of a finding and the fields of its message."""

    name: str
    fields: Mapping[str, str] = field(default_factory=dict)


class Amount(Struct, frozen=True):
    """What a cell says as a number.

    ``unit`` is a unit's id where the cell names one (``%`` gives per cent), or ``COUNT`` where it merely counts;
    ``per`` is ``year`` or ``pound`` where it is a rate, or ``once``. ``value`` is None when the cell is empty
    (``state`` says how) or when there is a ``problem``. ``mark`` is what the unit may contradict: the ``k`` of
    ``1.5k``, which is multiplied out, and ``each``. ``years`` is for how many a rate is said to be given.
    """

    value: Decimal | None = None
    unit: str | None = None
    per: str = ""
    state: str = ""
    problem: Problem | None = None
    mark: str = ""
    years: Decimal | None = None

    @property
    def rate(self) -> str:
        """What it is for each of; ``""`` where it is in all, or may be."""
        return "" if self.per == "once" else self.per


class Numbers:
    """Reads cells as numbers, with the words and units of one library; each distinct cell is read once.

    ``settings`` are ``comma_decimals`` and ``doubtful_marks``: what the marks of a file mean.
    """

    def __init__(self, units: Units, not_yet: frozenset[str], *, comma_decimals: bool = False,
                 doubtful_marks: str = "") -> None:  # fmt: skip
        self.settings = comma_decimals, doubtful_marks
        self._units = units
        self._not_yet = not_yet
        self._comma_decimals = comma_decimals
        self._doubtful_marks = doubtful_marks
        self._known: dict[str, Amount] = {}

    def read(self, raw: Raw) -> Amount:
        """What the cell says; never raises."""
        if isinstance(raw, str):
            found = self._known.get(raw)
            if found is None:
                two = (" " in self._doubtful_marks and may_be_two(raw)) or _are_on_two_lines(raw)
                found = _problem(folded(raw)) if two else self.read_text(raw)
                if len(raw) <= _LONGEST and len(self._known) < _MOST_KNOWN:
                    self._known[raw] = found
            return found
        if raw is None:
            return Amount(state="empty")
        if isinstance(raw, bool):
            return _problem(str(raw).upper())
        if isinstance(raw, int | float):
            return Amount(exact(raw))
        return self._read_special(raw)

    def _read_special(self, raw: date | Shown | Fault | Uncached | Moment) -> Amount:  # noqa: PLR0911 - a return for each form a cell takes
        if isinstance(raw, Fault):
            return Amount(problem=Problem("error-cell", {"text": visible(raw.text[:40])}))
        if isinstance(raw, Uncached):
            return Amount(problem=Problem("formula-without-result", {"formula": visible(raw.formula[:80])}))
        if isinstance(raw, Moment):
            return Amount(problem=Problem("date-for-number", {"text": raw.text}))
        if isinstance(raw, date):
            return Amount(problem=Problem("date-for-number", {"text": raw.isoformat()}))
        if raw.veil:
            return Amount(problem=Problem("shown-otherwise", {"number": f"{exact(raw.value):f}", "shown": raw.veil}))
        if raw.suffix == NO_DAY:
            return Amount(problem=Problem("date-for-number", {"text": shown_text(raw)}))
        if raw.suffix == "%":
            return Amount(exact(raw.value * 100), unit=self._units.find("%"))
        return self.read_text(f"{raw.prefix}{exact(raw.value):f} {raw.suffix}")

    def read_text(self, text: str) -> Amount:
        """What a typed text says."""
        line = folded(text) if text.isascii() else _without_bullet(folded(without_edges(text)).translate(_WIDE))
        if "<" in line or "&" in line:
            line = folded(unescape(_MARKUP.sub("|", line))).strip("| ")  # what stays within parts two numbers
        if not line:
            return Amount(state="empty")
        amount = without_least(bare_amount(line))
        found = self._read_line(amount)
        if found.problem is None or found.problem.name != "not-a-number" or amount == line:
            return found
        return _problem(line)  # with what stands around the amount, as it was typed

    def _read_line(self, line: str) -> Amount:
        bare = line.casefold().strip(" .!*")
        if bare in self._not_yet or line.casefold() in self._not_yet or not bare:
            return Amount(state=f"{line!r}")
        if bare[0].isalpha() and "(" not in bare and (spelt := spelt_first(bare)) is not None:
            amount = self._with_rest(*spelt, whole_text=line)
            counted = all_in_figures(line) if amount.problem and len(line) <= _LONGEST else line
            again = self._read_line(counted) if counted != line else amount  # “one apprentice for 52 weeks”
            return amount if again.problem else again
        if len(line) > _LONGEST:
            return _problem(line)
        if "(" in line and (figures := in_figures(line)) is not None:
            line = figures
        if line.startswith("#") and line.rstrip("!?").isupper():
            return Amount(problem=Problem("error-cell", {"text": visible(line)}))
        if line[0] in _TEXT_MARKS and line[1:].lstrip("\u00a3")[:1].isalnum():  # the mark of a number typed as text
            line = line[1:]
        if line[0] == "(" and line[-1] == ")" and line[1:-1].strip()[:1] not in ("-", "+", "\u2212"):
            inner = self._number(line[1:-1].strip(), line)
            return inner if inner.value is None else Amount(-inner.value, inner.unit, inner.per)
        said, line = line, as_worked_out(line)
        line = over_its_times(line) if any(map(line.__contains__, _OVER)) else line
        once = _ONE_TIMES.sub("", line, count=1) if "x" in line or "\u00d7" in line else line
        return self._duration(line) or self._said_again(line) or self._number(once, said)

    def _said_again(self, text: str) -> Amount | None:
        """``5 days (37.5 hours)`` and ``4 blynedd / 4 years``, where the two are one; None for any other text."""
        match = _AGAIN.fullmatch(text) if may_say_again(text) else None
        if match is None:
            return self._for_years(text) if text.casefold().endswith(_LENGTHS) else None
        said, again = (self._number(each.strip(), text) for each in match.groups() if each is not None)
        if said.value is None or again.value is None:
            return None
        if said.rate != again.rate:
            return _in_years(again, said) if said.rate == "" else _in_years(said, again)
        if not said.unit or not again.unit:
            return None
        return said if self._units.are_one((said.value, said.unit), (again.value, again.unit)) else None

    def _for_years(self, text: str) -> Amount | None:
        """``10 a year for 3 years``; None for any other text."""
        match = _FOR_YEARS.fullmatch(text)
        rate = self._number(match["rate"], text) if match else None
        if match is None or rate is None or rate.value is None or rate.per != "year":
            return None
        if match["many"] is None:
            return rate
        years = Decimal(number_of(match["many"]) or 0) / (12 if match["months"] else 1)
        return replace(rate, years=years) if 0 < years <= _MOST_YEARS and years * 2 % 1 == 0 else None

    def _duration(self, text: str) -> Amount | None:
        """``12 hrs 30 mins``, where that is a decimal number of hours; None for any other text."""
        match = _DURATION.fullmatch(text) if "h" in text.casefold() else None
        minutes = int(match["minutes"]) if match else 1
        if match is None or minutes % 3:  # twenty minutes are a third of an hour, which no decimal number is
            return None
        return Amount(tidy(int(match["hours"]) + Decimal(minutes) / 60), self._units.find("hour"))

    def _number(self, text: str, whole_text: str) -> Amount:
        if self._comma_decimals and (comma := _COMMA_NUMBER.match(text)):
            number = comma[0].rstrip(",-\u2013").replace(".", "").replace(" ", "").replace(",", ".")
            text = number + text[comma.end() :]
        if self._doubtful_marks and (doubtful := _DOUBTFUL.match(text)) and doubtful[1] in self._doubtful_marks:
            return _problem(whole_text)
        match = _NUMBER.match(text)
        if match is None or not (match["whole"] or match["part"] or match["vulgar"]):
            return _problem(whole_text)
        price = bool(match["money"]) and is_parted(f"{match['whole']}{match['part']}")
        if price or _CALLED.fullmatch(match["whole"] or ""):
            return _problem(whole_text)  # no price has tenths of pence: £1.200 is as likely £1,200
        value = Decimal(re.sub(r"[ ,'\u2019]", "", match["whole"] or "0") + (match["part"] or ""))
        if match["vulgar"]:
            if match["part"]:
                return _problem(whole_text)
            value += _VULGAR[match["vulgar"].strip()]
        if match["sign"] and match["inner"]:
            return _problem(whole_text)
        if match["sign"] in ("-", "\u2212") or match["inner"]:
            value = -value
        rest = text[match.end() :]
        taxed = "vat" in rest.casefold() and _EX_VAT.fullmatch(rest) is not None  # as only pounds are
        return self._with_rest(value, rest, whole_text, money=taxed or bool(match["money"]))

    def _with_rest(self, value: Decimal, rest: str, whole_text: str, *, money: bool = False) -> Amount:
        if rest[:1] in (",", ".", "'", "\u2019") and rest != ".":
            return _problem(whole_text)
        if rest == "." and "." not in whole_text[:-1]:
            rest = ""
        rest = rest.strip()
        scale = _SCALE.match(rest)
        if scale:
            letter = scale[1].casefold()
            if letter in ("m", "mn") and not money:  # metres, months, minutes or millions
                return _problem(whole_text)
            value = tidy(value * Decimal(10 ** _SCALES[letter]))
            rest = rest[scale.end() :].strip()
        rest = _EX_VAT.sub("", _IN_WHAT.sub("", rest)).strip() if money else rest
        rest = _AMONG.sub("", rest).strip() if rest else rest
        if "(" in rest:
            rest = _YEARLY.sub(r"\g<per>", _REMARK.sub("", rest)).strip()
        per = ""
        if PER_POUND.search(rest):
            return Amount(value, self._units.find("£") if money else None, "pound")
        shorter = ENDS_PER_YEAR.sub("", rest).strip()
        if shorter != rest and self._units.find(rest) in (None, "year"):
            per, rest = "year", shorter
        whole = _WHOLE.sub("", rest).strip()
        per, rest = per if whole == rest else per or "once", whole
        rest = _IN_WHAT.sub("", rest).strip() if money else rest
        unit = self._units.find("£") if money else None
        if rest:
            named = self._units.find(rest) or self.explained(rest) or worked(rest, self._units)
            if (
                named is None or (money and named != unit) or rest[:4].casefold() == "per "
            ):  # so many for each of something
                return _problem(whole_text)
            unit = named
        mark = scale[1] if scale else rest if unit == COUNT and rest.casefold() in _EACH else ""
        return Amount(value, unit, per, mark=mark)

    def explained(self, rest: str) -> str | None:
        """The unit of ``FTE (full-time equivalent)`` and ``(hours)``: brackets that hold it, or say it again."""
        match = _EXPLAINED.fullmatch(rest)
        again = self._units.find(match["again"].strip()) if match else None
        return again if match and (not match["unit"] or self._units.find(match["unit"]) == again) else None


def may_say_again(text: str) -> bool:
    """Whether a text may say an amount twice: ``30 (10 a year)``, ``10 a year = 30``, no ``10 a year for 3 years``."""
    return text[-1:] == ")" or " / " in text or "=" in text


def _in_years(rate: Amount, whole: Amount) -> Amount | None:
    """``30 (10 a year)``, which are so many in three years; None where the two are of other things."""
    one_unit = not rate.unit or not whole.unit or rate.unit == whole.unit
    if (rate.rate, whole.rate) != ("year", "") or not rate.value or whole.value is None or not one_unit:
        return None
    years = whole.value / rate.value
    fits = 1 <= years <= _MOST_YEARS and years * 2 % 1 == 0
    return replace(rate, unit=rate.unit or whole.unit, years=years) if fits else None


def is_parted(text: str) -> bool:
    """Whether a text is a number that of pounds may as well be a thousand times as many: ``2.500``."""
    return "." in text and _PARTED.fullmatch(text.strip()) is not None


def may_be_two(text: str) -> bool:
    """Whether a text may as well be two numbers as one: ``100 150``, which ``1 200`` and ``100 000`` hardly are."""
    return _APART.match(text) is not None


def _are_on_two_lines(text: str) -> bool:
    """Whether a cell has numbers on two lines: ``1`` above ``200`` is not 1 200."""
    return "\n" in text and _TWO_LINES.search(text) is not None


def _problem(text: str) -> Amount:
    short = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return Amount(problem=Problem("not-a-number", {"text": visible(short)}))


def _without_bullet(line: str) -> str:
    bullet = _BULLET.match(line)
    return line[bullet.end() :] if bullet else line
