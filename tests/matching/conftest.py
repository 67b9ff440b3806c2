"""Owns what holds for the tests of matching: a library's index is made once, and not for each bid."""

from collections.abc import Iterator

import pytest

from sv_cli.matching import match
from sv_cli.matching.index import Index, index_of
from sv_cli.model.figures import Library


@pytest.fixture(autouse=True, scope="session")
def one_index() -> Iterator[None]:
    last: dict[int, tuple[Library, Index]] = {}

    def kept(library: Library) -> Index:
        if id(library) not in last:
            last.clear()
            last[id(library)] = library, index_of(library)
        return last[id(library)][1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(match, "index_of", kept)
        yield
