"""Owns Patience: how long a book is looked through for headings, since each text that is none has to be looked up."""

from msgspec import Struct, field

MOST_TEXTS = 20_000  # of a book, however many sheets it has
ENOUGH = 400  # beyond them it is these at the top of a sheet, and below a heading


class Patience(Struct):
    """The texts of one book that were looked at and head nothing: in all, and since the last heading of a sheet.

    When it is over, a heading row has to hold a name as it is known. ``labels`` are what was looked up for forms.
    """

    spent: int = 0
    since: int = 0
    labels: set[str] = field(default_factory=set)

    @property
    def is_over(self) -> bool:
        """Whether no more texts of this sheet are looked up, until it has a heading."""
        return self.spent > MOST_TEXTS and self.since > ENOUGH

    @property
    def has_no_form(self) -> bool:
        """Whether no more texts are looked up as the labels of a form."""
        return len(self.labels) > MOST_TEXTS

    def begin(self) -> None:
        """Start anew, at the top of a sheet or below a heading."""
        self.since = 0

    def look(self, texts: int) -> None:
        """Count the texts of a row that heads nothing."""
        self.since += texts
        self.spent += texts
