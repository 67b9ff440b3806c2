"""Owns the hardened reading of XML: no document types, no entities, within a budget of bytes."""

from collections.abc import Callable, Iterable
from xml.parsers import expat

from sv_cli.bids.sheets.grid import UnreadableError
from sv_cli.late import late

Attributes = dict[str, str]
TRUE = ("1", "true", "on")
CELL = late(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")  # an address, in its letters and its number
_SEPARATOR = "|"
_OPENOFFICE = "-//OpenOffice.org//DTD "
_MOST_TAGS = 24_000_000  # a filled cell takes four to six; beyond three million of them no sheet is read


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
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: start(names[name], attributes)
    parser.EndElementHandler = lambda name: end(names[name])
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_unknown
    parser.EntityDeclHandler = parser.SkippedEntityHandler = _refuse
    try:
        tags = 0
        for chunk in chunks:
            tags += chunk.count(b"<")
            if tags > _MOST_TAGS:
                raise UnreadableError("too-many-cells", limit=f"{_MOST_TAGS // 8:,}")
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise UnreadableError("file-damaged", reason=f"its part {part} is not well-formed ({error})") from None


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
