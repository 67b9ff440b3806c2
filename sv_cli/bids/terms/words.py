"""Owns Words: the words of a library for totals, examples, instructions and sheets, and what a text says by them."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from msgspec import Struct

from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.terms.sheets import bare_name, is_guidance, is_of_sums, is_of_the_work
from sv_cli.bids.terms.standing_words import DUMMY, FORMER, NOT_FIRM, NOT_PROMISED, NOTED, OPEN, OPTIONAL, UNSETTLED
from sv_cli.bids.terms.titles import is_short, repeats
from sv_cli.late import late
from sv_cli.model.vocabulary import Vocabulary

_LABEL = 60
# What stands in a cell that is still to be filled in
_FILLING = frozenset(("insert", "enter", "type", "lorem"))
_OF_EXAMPLES = (
    *("e.g", "eg.", "eg:", "eg ", "for example", "example:", "example -", "example \u2013", "example)"),
    "lorem ipsum",
)
_TO_FILL = late(r"(?:insert|enter|type) (?:your )?[a-z ]{0,30}here")
# “Sample text – delete before submitting”, and no “Sample – water from the river”
_DASH = late(r"\s[-\u2013\u2014]")
_BEFORE_DASH = late(
    r"(?:dummy|placeholder|[a-z]+ [a-z]+) [-\u2013\u2014]"
    r"|[a-z]+ [-\u2013\u2014] (?:delete|replace|remove|overwrite|edit|amend)\b"
)
# What names a number that is drawn from the lines above it, where it stands for a reference
_STATISTICS = frozenset(
    (
        *("average", "averages", "avg", "mean", "median", "min", "max", "minimum", "maximum", "count"),
        *("check", "check sum", "checksum", "control total", "variance", "difference"),
    )
)
SHORTEST_TOTAL = 5  # letters of a word for a total that is looked for among descriptions
_SIGNS = " \t([{*#'\"-_:.=+\u2013\u2014\u2022"
_MOST_WORDS = 4
_ITSELF = late(r"\W*(?:e\.? ?g\b|for example\b|example ?:)\W*[a-z]", re.IGNORECASE)
_TO_SHOW = late(r"\W*(?:e\.? ?g\b|for example\b)\W*[a-z0-9]", re.IGNORECASE)
_EXAMPLES = late(
    r"(?:worked )?examples? (?:of|for)\b(?!.*\b(?:we|our) )|(?:examples?|samples?) (?:commitments?|promises?|pledges?"
    r"|answers?|responses?|rows?|entries|offers?)\b"
)
_TELLING = 8  # letters, so that “Provide” is not taken for “provisional”
_HEAD = 3  # letters by which most texts are known to begin with no mark
_START = 12  # letters, most of which hold as many as tell a mark
_FARTHEST = 80
_LONGER_WORD = late(rf"[\W\d_]*[^\W\d_]{{{_HEAD + 1}}}")
_LINES = late(
    r"(?:total )?(?:number|no|nr|count) of (?:social value |toms )?"
    r"(?:commitments|measures|pledges|promises|initiatives|outcomes|themes|lines|items|rows|entries|offers)"
    r"(?: (?:made|offered|selected|committed))?"
)
_AS_SHARE = late(r".*\bas (?:an? )?(?:%|per ?cent|percentage) of (?:the )?(?:total )?(?:contract|bid|tender|spend)\b")
_LAST_WORDS = frozenset(("total", "totals", "subtotal", "subtotals"))


class Words(Struct, frozen=True):
    """The word lists of a vocabulary, normalised.

    ``beginnings`` are the first letters of the marks that set a line apart from the others, ``shortest`` those marks
    that have no more than three, ``heads`` the first few letters of all of them.
    """

    totals: frozenset[str]
    examples: frozenset[str]
    instructions: tuple[str, ...]
    guidance: frozenset[str]
    not_yet: frozenset[str]
    beginnings: tuple[str, ...]
    shortest: tuple[str, ...]
    heads: frozenset[str]

    def may_be_marked(self, text: str) -> bool:
        """A quick first look: whether a text begins like a mark, with any signs before it and within."""
        if self._begins_otherwise(text[:_HEAD].lower()):
            return False
        letters = "".join(filter(str.isalnum, text[:_FARTHEST])).lower()
        if letters.startswith(self.beginnings):
            return True
        # “Was: 8” and “T.B.C.” begin with a mark, “Waste” does not
        return letters.startswith(self.shortest) and _LONGER_WORD.match(text) is None

    def any_may_be_marked(self, texts: Collection[str]) -> bool:
        """Whether any of many texts begins like a mark; each way to begin is looked at once."""
        begun = {text[:_HEAD] for text in texts}
        maybe = {head for head in begun if not self._begins_otherwise(head.lower())}
        starts = {text[:_START] for text in texts if text[:_HEAD] in maybe} if maybe else set()
        untold = {start for start in starts if len(start) == _START and sum(map(str.isalnum, start)) < _TELLING}
        if any(map(self.may_be_marked, starts - untold)):
            return True
        return bool(untold) and any(self.may_be_marked(text) for text in texts if text[:_START] in untold)

    def _begins_otherwise(self, head: str) -> bool:
        return head.isalpha() and head not in self.heads and head[:2] not in self.heads

    def is_total(self, text: str) -> bool:
        """Whether a label says total and nothing else: ``Sub-total:``, ``Jobs total``, ``Total for Jobs``."""
        return not text.isdecimal() and (_is_total if len(text) < _LABEL else _says_total)(text, self.totals)

    def any_total(self, texts: Collection[str]) -> bool:
        """A quick first look: whether any of many texts may say total where it does not begin like a mark."""
        short = (total for total in self.totals if len(total) < SHORTEST_TOTAL)
        forms = tuple(total.replace(" ", sign) for total in short for sign in " /-_")
        lower = [text.lower() for text in texts]
        return any(text.lstrip(_SIGNS).startswith(forms) or "total" in text for text in lower)

    def is_statistic(self, text: str) -> bool:
        """Whether a label names what is drawn from the lines above, and is no total: ``Average``, ``Check``."""
        words = normal(text.split("(", 1)[0])
        words = "average" if _AS_SHARE.match(words) else words
        average = words.startswith("average ") and not any(map(str.isdigit, text))
        return words in _STATISTICS or average or _LINES.fullmatch(words) is not None

    def begins_total(self, text: str) -> bool:
        """Whether a label begins with a word for a total."""
        return f"{normal(text)} ".startswith(_before_spaces(self.totals))

    def is_example(self, text: str) -> bool:
        """Whether a text says that it is an example: ``e.g. Hire …``, ``Example: …``, ``EXAMPLE``."""
        head = folded(text)[:60].lstrip("([*\"'\u2018\u201c ").casefold()
        if head.startswith(_OF_EXAMPLES):
            return True
        if head.endswith(" here") and _TO_FILL.fullmatch(head):
            return True
        if _BEFORE_DASH.match(head) and normal(_DASH.split(head, maxsplit=1)[0]) in self.examples:
            return True
        return normal(text) in self.examples or normal(head.split(":")[0].split("(")[0]) in self.examples

    def heads_examples(self, title: str) -> bool:
        """Whether the line above a table says that it is an example: ``Example of a completed table``."""
        first = normal(title).split(" ")[0]
        return self.is_example(title) or (first in self.examples and is_short(title))

    def titles_examples(self, title: str) -> bool:
        """Whether the line above a table says so of it; “e.g. 40 hours of talks” is an example itself."""
        return self.heads_examples(title) and _TO_SHOW.match(title) is None

    def opens_examples(self, text: str) -> bool:
        """Whether a lone text heads examples; “Example: hire two people” and “e.g. a talk” are examples themselves."""
        named = self.is_example(text) and len(text.split()) <= _MOST_WORDS and not _ITSELF.match(text)
        return named or _EXAMPLES.match(normal(text)) is not None

    def says_example(self, text: str) -> bool:
        """Whether a text says ``Example`` and nothing else."""
        return normal(text) in self.examples

    def is_instruction(self, text: str) -> bool:
        """Whether a text tells how to fill a cell in."""
        return f"{normal(text)} ".startswith(_before_spaces(self.instructions))

    def is_aside(self, sheet: str) -> bool:
        """Whether a sheet's name says that it serves another purpose: lists, prices, summaries."""
        return bare_name(sheet) in self.guidance or is_guidance(sheet) or is_of_the_work(sheet) or is_of_sums(sheet)

    def is_summary(self, title: str) -> bool:
        """Whether the line above a table says that it repeats, sums up or keeps what stands elsewhere."""
        return (self.is_total(title) and is_short(title)) or repeats(title)


def words_of(vocabulary: Vocabulary) -> Words:
    """The words of a vocabulary."""
    summing = {words for total in vocabulary.totals if len(words := normal(total)) >= SHORTEST_TOTAL}
    marks = frozenset(map(normal, vocabulary.examples)) | NOT_FIRM | FORMER | NOT_PROMISED | NOTED | DUMMY
    marks |= OPEN | OPTIONAL | UNSETTLED | summing | _FILLING
    letters = {word.replace(" ", "")[:_TELLING] for word in marks if word} | {"eg"}
    shortest = tuple(sorted(each for each in letters if len(each) <= _HEAD))
    return Words(
        totals=frozenset(map(normal, vocabulary.totals)) - {""},
        examples=frozenset(map(normal, vocabulary.examples)) - {""},
        instructions=tuple(words for word in vocabulary.instructions if (words := normal(word))),
        guidance=frozenset(map(normal, vocabulary.guidance_sheets)) - {""},
        beginnings=_without_longer(letters.difference(shortest)),
        shortest=shortest,
        heads=frozenset(each[:_HEAD] for each in letters),
        not_yet=frozenset(word.casefold().strip(" .!*") or word for word in vocabulary.not_yet)
        | frozenset(word.casefold() for word in vocabulary.not_yet),
    )


def _without_longer(beginnings: Iterable[str]) -> tuple[str, ...]:
    """The beginnings that do not begin with another of them: ``total`` of ``total`` and ``total for``."""
    letters = sorted(beginnings)
    return tuple(each for at, each in enumerate(letters) if not each.startswith(tuple(letters[:at])))


@lru_cache(maxsize=16)
def _before_spaces(words: Collection[str]) -> tuple[str, ...]:
    """Each word with a space behind it, as a longer text begins."""
    return tuple(f"{word} " for word in words)


def _says_total(text: str, totals: frozenset[str]) -> bool:
    """Whether a label says total and nothing else."""
    words = normal(text).strip("£ %")
    if words in totals:
        return True
    bare = normal(text.split("(", 1)[0]).strip("£ %")
    if bare in totals:
        return True
    first, _, rest = words.partition(" ")
    if rest.startswith(("for ", "of theme", "theme ", "section ", "from ")) and first in totals:
        return True
    if words.startswith("total n") and _LINES.fullmatch(words):
        return True
    return len(words) < _LABEL and words.rpartition(" ")[2] in _LAST_WORDS


_is_total = lru_cache(maxsize=8192)(_says_total)
