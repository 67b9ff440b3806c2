"""Owns the desk that bids are read on: what one library and one set of options give to all of them, made once."""

from collections.abc import Mapping

from msgspec import Struct, field

from sv_cli.bids.cells.dates import Dates
from sv_cli.bids.cells.numbers import Numbers
from sv_cli.bids.cells.text import normal
from sv_cli.bids.cells.units import Units
from sv_cli.bids.memory import Memory
from sv_cli.bids.options import ReadOptions
from sv_cli.bids.tables.headings.headings import Headings
from sv_cli.bids.terms.slips import Slips
from sv_cli.bids.terms.words import Words, words_of
from sv_cli.model.vocabulary import Vocabulary


class Desk(Struct, frozen=True):
    """What is looked up while bids are read, and what is remembered from one of them to the next.

    ``places`` maps names to codes; ``labels`` maps what people call a fact of the contract to the fact's name, and
    ``slips`` are the slips of the pen in them.
    """

    vocabulary: Vocabulary
    options: ReadOptions
    units: Units
    words: Words
    headings: Headings
    places: Mapping[str, str]
    labels: Mapping[str, str]
    slips: Slips
    memory: Memory = field(default_factory=Memory)
    readers: dict[tuple[bool, str], Numbers] = field(default_factory=dict)

    def numbers(self, *, comma_decimals: bool, doubtful_marks: str) -> Numbers:
        """The reader of numbers for files whose marks mean this."""
        found = self.readers.get((comma_decimals, doubtful_marks))
        if found is None:
            found = Numbers(
                self.units, self.words.not_yet, comma_decimals=comma_decimals, doubtful_marks=doubtful_marks
            )
            self.readers[comma_decimals, doubtful_marks] = found
        return found


class Tools(Struct, frozen=True):
    """What reads the cells of one bid: what all bids share, and what numbers and dates mean in this one."""

    desk: Desk
    numbers: Numbers
    dates: Dates


_last: list[Desk] = []


def desk_for(vocabulary: Vocabulary, options: ReadOptions) -> Desk:
    """A desk for ``vocabulary`` and ``options``; the last one, where they are the same again."""
    for desk in _last:
        if desk.vocabulary is vocabulary and desk.options == options:
            return desk
    units = Units(vocabulary.units)
    labels = {normal(text): name for name, texts in vocabulary.facts.items() for text in texts}
    desk = Desk(
        vocabulary=vocabulary,
        options=options,
        units=units,
        words=words_of(vocabulary),
        headings=Headings(vocabulary, units, options.columns),
        places={
            normal(name): place.code
            for place in vocabulary.places.values()
            for name in (place.code, place.name, *place.names)
        },
        labels=labels,
        slips=Slips(labels, units),
    )
    _last[:] = [desk]
    return desk
