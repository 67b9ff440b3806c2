"""Owns the comments of a sheet, what somebody pinned to a cell and no cell says, and how xlsx keeps them."""

from collections.abc import Iterable, Mapping

from sv_cli.bids.sheets.archive import Archive
from sv_cli.bids.sheets.grid import UnreadableError
from sv_cli.bids.sheets.markup import CELL, Attributes, joined, walk
from sv_cli.model.addresses import column_number

# What the program writes before a comment with answers, for older ones that cannot show it
_THREADED = "[Threaded comment]"
_BEGINS = "Comment:"
_MOST = 200_000  # bounds the memory
LONGEST = 2000
"""Letters of a comment that are kept."""

Comments = Mapping[tuple[int, int], str]
"""What is said of cells, by row and column, both 1-based."""


def has_comments(archive: Archive) -> bool:
    """Whether any sheet of a workbook has comments, which few have."""
    return any("comments" in name for name in archive.names)


def comments_in(chunks: Iterable[bytes], part: str) -> Comments:
    """The comments in a part of the container, without the names of their authors before them."""
    found: dict[tuple[int, int], str] = {}
    texts: list[str] = []
    state = {"at": "", "open": ""}

    def start(name: str, attributes: Attributes) -> None:
        if name == "comment":
            texts.clear()
            state["at"] = attributes.get("ref", "")
        state["open"] = name if name == "t" else ""

    def end(name: str) -> None:
        state["open"] = ""
        place = CELL.fullmatch(state["at"]) if name == "comment" else None
        said = without_author(joined(texts)[:LONGEST]) if place else ""
        if place and said:
            found[int(place[2]), column_number(place[1])] = said
            require_few(len(found))

    def text(data: str) -> None:
        if state["open"]:
            texts.append(data)

    walk(chunks, start, end, text, part)
    return found


def require_few(count: int) -> None:
    """Raise UnreadableError where one sheet has more comments than people ever write."""
    if count > _MOST:
        raise UnreadableError("file-hostile", reason=f"one of its sheets has more than {_MOST:,} comments")


def without_author(text: str) -> str:
    """``Jo Smith:`` on a line of its own before a comment is who says it; a thread begins behind its heading."""
    if text.startswith(_THREADED):
        text = text.partition(_BEGINS)[2]
    first, _, rest = text.strip().partition("\n")
    said = rest if first.rstrip().endswith(":") and rest.strip() else text
    return " ".join(said.split())
