"""Owns the hardened reading of XML: no document types, no entities, nothing without end."""

from collections.abc import Callable, Iterable
from xml.parsers import expat

from sv_cli.bids.sheets.grid import UnreadableError
from sv_cli.late import late

Attributes = dict[str, str]
TRUE = ("1", "true", "on")
CELL = late(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")  # an address, in its letters and its number
_SEPARATOR = "|"
_OPENOFFICE = "-//OpenOffice.org//DTD "
_PIECE = 1 << 18
_LONGEST_TAG = 4 * _PIECE  # which is looked through anew with every piece of it
_MANY_PARTS, _LONGEST_TEXT = 3, 1_000_000  # the parser gives a text in parts no longer than a piece
_DEEPEST = 100_000  # elements in each other, which bounds the memory; spreadsheets have a dozen


def local(name: str) -> str:
    """The name without its namespace."""
    return name.rpartition(_SEPARATOR)[2]


class _Names(dict[str, str]):
    """Names as expat gives them, to local names, worked out once each."""

    def __missing__(self, name: str) -> str:
        self[name] = found = local(name)
        return found


def walk(
    chunks: Iterable[bytes],
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
    part: str,
) -> None:
    """Parse ``chunks`` and call back with local names; raises UnreadableError on broken or hostile markup."""
    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    names = _Names()
    depth = 0

    def opened(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise UnreadableError("file-hostile", reason=f"the elements in its part {part} are nested without end")
        start(names[name], attributes)

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(names[name])

    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_unknown
    parser.EntityDeclHandler = parser.SkippedEntityHandler = _refuse
    try:
        _feed(parser, chunks, part)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise UnreadableError("file-damaged", reason=f"its part {part} is not well-formed ({error})") from None


def _feed(parser: expat.XMLParserType, chunks: Iterable[bytes], part: str) -> None:
    """Give ``chunks`` to the parser, in pieces, so that none brings it more than is right before that is seen."""
    fed = 0
    for chunk in chunks:
        for at in range(0, len(chunk), _PIECE):
            piece = chunk[at : at + _PIECE]
            parser.Parse(piece, False)
            fed += len(piece)
            if fed - parser.CurrentByteIndex > _LONGEST_TAG:
                raise UnreadableError("file-hostile", reason=f"its part {part} has a tag or comment that never ends")
    parser.Parse(b"", True)


def joined(parts: list[str]) -> str:
    """One text from its parts; raises UnreadableError for one that no cell holds."""
    if len(parts) > _MANY_PARTS and sum(map(len, parts)) > _LONGEST_TEXT:
        raise UnreadableError("file-hostile", reason=f"it has a text of over {_LONGEST_TEXT:,} letters")
    return "".join(parts)


def attribute(attributes: Attributes, name: str) -> str | None:
    """The attribute of this local name, whatever its namespace."""
    if name in attributes:
        return attributes[name]
    return next((value for key, value in attributes.items() if local(key) == name), None)


def _refuse_unknown(_name: str, _system: str | None, public: str | None, defines: int) -> None:
    """Refuse any document type but the one that OpenOffice.org 1 names, which is not fetched and adds no text."""
    if defines or not (public or "").startswith(_OPENOFFICE):
        _refuse()


def _refuse(*_: object) -> None:
    raise UnreadableError("file-hostile", reason="it declares a document type, which spreadsheets never do")
