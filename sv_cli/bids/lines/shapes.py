"""Owns shapes of texts: what is left of a text when all its digits are made alike.

Long tables hold many texts that differ in their digits alone. No look at a description asks which digits it holds, so
that one look at a shape is enough for all texts of it.
"""

from collections.abc import Collection

_ALIKE = bytes.maketrans(b"123456789", b"0" * 9)


def shapes_of(texts: Collection[str]) -> set[bytes] | None:
    """The shapes of many texts, in UTF-8; None where one of them is of several lines."""
    together = "\n".join(texts).encode("utf-8", "surrogatepass").translate(_ALIKE)
    shapes = together.split(b"\n")
    return set(shapes) if len(shapes) == len(texts) else None


def shape_of(text: str) -> bytes:
    """The shape of one text."""
    return text.encode("utf-8", "surrogatepass").translate(_ALIKE)


def text_of(shape: bytes) -> str:
    """A text of the shape."""
    return shape.decode("utf-8", "surrogatepass")
