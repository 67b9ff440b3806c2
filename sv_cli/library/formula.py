"""Owns the parsing of formulas: arithmetic on named figures, and nothing else.

A formula has figures (`tag.injury-collision`, or one value of a series: `nlw.adult[2026]`), decimal
numbers, `+ - * /` with spaces around them, brackets, `min(a, b)` and `max(a, b)`. There is no power,
no name that is not a figure and no way to reach Python, and its length and depth are limited.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from sv_cli.model.formulas import Formula, Token

MAX_LENGTH = 400
MAX_DEPTH = 20
_FUNCTIONS = frozenset({"min", "max"})
_TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)(?![\w.])"
    r"|(?P<figure>[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*)(?:\[(?P<key>[A-Za-z0-9/]{1,16})\])?"
    r"|(?P<mark>[-+*/(),]))"
)


class FormulaError(ValueError):
    """A formula that cannot be read; the message says why, in words."""


def parse_formula(text: str) -> Formula:
    """Parse ``text`` into tokens in postfix order; raises FormulaError. Whether its figures exist is not checked."""
    if len(text) > MAX_LENGTH:
        raise FormulaError(f"it is longer than {MAX_LENGTH} characters")
    reader = _Reader(_tokens(text))
    reader.sum(0)
    if reader.at is not None:
        raise FormulaError(f"{reader.at.text!r} is not expected there")
    return Formula(text=text, tokens=tuple(reader.postfix))


def _tokens(text: str) -> list[Token]:
    found: list[Token] = []
    position, end = 0, len(text.rstrip())
    while position < end:
        match = _TOKEN.match(text, position)
        if match is None:
            raise FormulaError(f"{text[position:].strip()[:20]!r} is not a figure, a number or an operation")
        found.append(_token(match))
        position = match.end()
    if not found:
        raise FormulaError("it is empty")
    return found


def _token(match: re.Match[str]) -> Token:
    if match["number"]:
        return Token(kind="number", text=match["number"], number=Decimal(match["number"]))
    if match["figure"]:
        return Token(kind="figure", text=match["figure"], key=match["key"])
    return Token(kind="mark", text=match["mark"])


class _Reader:
    """Recursive descent over the tokens, writing postfix; its depth is bounded by MAX_DEPTH."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.position = 0
        self.postfix: list[Token] = []

    @property
    def at(self) -> Token | None:
        return self.tokens[self.position] if self.position < len(self.tokens) else None

    def sum(self, depth: int) -> None:
        self._chain("+-", self.product, depth)

    def product(self, depth: int) -> None:
        self._chain("*/", self.atom, depth)

    def _chain(self, marks: str, part: Callable[[int], None], depth: int) -> None:
        part(depth)
        while self.at is not None and self.at.kind == "mark" and self.at.text in marks:
            operator = self._take()
            part(depth)
            self.postfix.append(Token(kind="operation", text=operator.text, arity=2))

    def atom(self, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise FormulaError(f"its brackets are nested more than {MAX_DEPTH} deep")
        token = self._take()
        if token.kind == "mark":
            if token.text != "(":
                raise FormulaError(f"{token.text!r} is not expected there")
            self.sum(depth + 1)
            self._expect(")")
        elif token.kind == "figure" and token.text in _FUNCTIONS:
            self._call(token.text, depth)
        else:
            self.postfix.append(token)

    def _call(self, name: str, depth: int) -> None:
        self._expect("(")
        self.sum(depth + 1)
        arity = 1
        while self.at is not None and self.at.text == ",":
            self._take()
            self.sum(depth + 1)
            arity += 1
        self._expect(")")
        self.postfix.append(Token(kind="operation", text=name, arity=arity))

    def _take(self) -> Token:
        token = self.at
        if token is None:
            raise FormulaError("it is incomplete")
        self.position += 1
        return token

    def _expect(self, text: str) -> None:
        token = self.at
        if token is None or token.text != text:
            raise FormulaError(f"{text!r} is missing")
        self.position += 1
