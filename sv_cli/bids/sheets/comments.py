"""Owns the comments of an xlsx file's sheets: what somebody pinned to a cell, which no cell says."""

from collections.abc import Iterable, Mapping

from sv_cli.bids.late import late
from sv_cli.bids.sheets.archive import Archive
from sv_cli.bids.sheets.markup import Attributes, walk
from sv_cli.model.addresses import column_number

_REFERENCE = late(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
# What the program writes before a comment with answers, for older ones that cannot show it
_THREADED = "[Threaded comment]"
_BEGINS = "Comment:"
_LONGEST = 2000

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
        place = _REFERENCE.fullmatch(state["at"]) if name == "comment" else None
        said = without_author("".join(texts)[:_LONGEST]) if place else ""
        if place and said:
            found[int(place[2]), column_number(place[1])] = said

    def text(data: str) -> None:
        if state["open"]:
            texts.append(data)

    walk(chunks, start, end, text, part)
    return found


def without_author(text: str) -> str:
    """``Jo Smith:`` on a line of its own before a comment is who says it; a thread begins behind its heading."""
    if text.startswith(_THREADED):
        text = text.partition(_BEGINS)[2]
    first, _, rest = text.strip().partition("\n")
    said = rest if first.rstrip().endswith(":") and rest.strip() else text
    return " ".join(said.split())
