"""Owns the styles of an ods: which of them hide a sheet, raise or strike out a text, or print in the paper's colour."""

from collections.abc import Callable, Mapping

from sv_cli.bids.sheets.markup import Attributes

_WHITE = "#ffffff"


class OdsStyles:
    """The names of styles that say something of what they are put on, filled while the markup is read.

    ``unseen`` print what is in a cell in the colour of its background.
    """

    def __init__(self) -> None:
        self.hidden: set[str] = set()
        self.raised: set[str] = set()
        self.struck: set[str] = set()
        self.unseen: set[str] = set()
        self._name, self._ink, self._paper = "", "", _WHITE
        self._columns: dict[int, str] = {}

    def handlers(self) -> Mapping[str, Callable[[Attributes], None]]:
        """What is called when an element of a style begins."""
        return {
            "style": self._start,
            "table-properties": self._start_table,
            "table-cell-properties": self._start_cell,
            "text-properties": self._start_text,
        }

    def _start(self, attributes: Attributes) -> None:
        self._name, self._ink, self._paper = attributes.get("name", ""), "", _WHITE

    def _start_table(self, attributes: Attributes) -> None:
        if attributes.get("display") == "false":
            self.hidden.add(self._name)

    def _start_cell(self, attributes: Attributes) -> None:
        paper = attributes.get("background-color", "transparent").casefold()
        self._paper = _WHITE if paper == "transparent" else paper
        self._compare()

    def _start_text(self, attributes: Attributes) -> None:
        if attributes.get("text-position", "").startswith("super"):
            self.raised.add(self._name)
        lines = ("text-line-through-style", "text-line-through-type")
        if any(attributes.get(line, "none") != "none" for line in lines):
            self.struck.add(self._name)
        self._ink = attributes.get("color", "").casefold()
        self._compare()

    def _compare(self) -> None:
        """The background may be said before the text's colour, or after it."""
        (self.unseen.add if self._ink == self._paper else self.unseen.discard)(self._name)

    def begin_sheet(self) -> None:
        """Another sheet has columns of its own."""
        self._columns.clear()

    def add_columns(self, columns: range, attributes: Attributes) -> None:
        """Columns whose cells have a style unless they name another; kept where it says something."""
        name = attributes.get("default-cell-style-name", "")
        if name in self.struck or name in self.unseen:
            self._columns.update(dict.fromkeys(columns, name))

    def of_cell(self, attributes: Attributes, column: int) -> str:
        """The style of a cell: its own, or else that of its column."""
        own = attributes.get("style-name")
        return self._columns.get(column, "") if own is None else own
