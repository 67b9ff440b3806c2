"""Owns the list of table formats: which files each makes, and the writing of results into all of them at once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from sv_cli.batch.columns import BIDS, FINDINGS, LINES, SHAPES, Result
from sv_cli.batch.folder import Folder
from sv_cli.batch.tables.cells import Write


class Format(Struct, frozen=True):
    """One format: the function that opens it (``module:function``), its ending, and whether one file has all tables."""

    opener: str
    ending: str
    together: bool

    @property
    def files(self) -> tuple[str, ...]:
        """The names of the files that it makes."""
        names = ("results",) if self.together else tuple(shape.name for shape in SHAPES)
        return tuple(f"{name}{self.ending}" for name in names)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "csv": Format("sv_cli.batch.tables.delimited:table", ".csv", together=False),
        "parquet": Format("sv_cli.batch.tables.engine:parquet", ".parquet", together=False),
        "xlsx": Format("sv_cli.batch.tables.workbook:workbook", ".xlsx", together=True),
        "duckdb": Format("sv_cli.batch.tables.engine:database", ".duckdb", together=True),
        "sqlite": Format("sv_cli.batch.tables.sqlite:database", ".sqlite", together=True),
    }
)


def left_over(folder: Folder, made: Sequence[str]) -> list[str]:
    """The files of tables in ``folder`` that an earlier run has left, in other formats than the ``made`` ones."""
    every = (file for form in FORMATS.values() for file in form.files)
    return [file for file in every if file not in made and folder.has(file)]


@contextmanager
def tables(folder: Path, formats: Sequence[str]) -> Iterator[Callable[[Sequence[Result]], None]]:
    """Open the files of ``formats`` in ``folder``; gives a function that writes some results into all of them."""
    with ExitStack() as stack:
        writers = [_opened(stack, folder, FORMATS[name]) for name in dict.fromkeys(formats)]

        def write(results: Sequence[Result]) -> None:
            bids = [result.bid for result in results]
            lines = [line for result in results for line in result.lines]
            findings = [found for result in results for found in result.findings]
            for writer in writers:
                writer[BIDS.name](bids)
                writer[LINES.name](lines)
                writer[FINDINGS.name](findings)

        yield write


def _opened(stack: ExitStack, folder: Path, form: Format) -> Mapping[str, Write]:
    module, _, function = form.opener.partition(":")
    opener: Callable[..., AbstractContextManager[Any]] = getattr(import_module(module), function)
    if form.together:
        writers: Mapping[str, Write] = stack.enter_context(opener(folder / form.files[0], SHAPES))
        return writers
    return {
        shape.name: stack.enter_context(opener(folder / name, shape))
        for shape, name in zip(SHAPES, form.files, strict=True)
    }
