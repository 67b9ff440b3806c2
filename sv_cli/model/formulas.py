"""Owns the shape of a parsed formula: a postfix list of tokens, so that evaluating it never recurses."""

from decimal import Decimal

from msgspec import Struct


class Token(Struct, frozen=True, omit_defaults=True):
    """A number, a figure (with the key of one of its values, when pinned), or an operation on ``arity`` values."""

    kind: str
    text: str
    number: Decimal | None = None
    key: str | None = None
    arity: int = 0


class Formula(Struct, frozen=True):
    """A formula as its author wrote it, and as it is evaluated: tokens in postfix order."""

    text: str
    tokens: tuple[Token, ...]

    @property
    def figures(self) -> tuple[str, ...]:
        """The ids of the figures it names, in order, each once."""
        return tuple(dict.fromkeys(token.text for token in self.tokens if token.kind == "figure"))
