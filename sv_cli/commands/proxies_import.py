"""Owns `sv proxies import`: a spreadsheet of unit costs or measures becomes a private overlay that loads."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from sv_cli.bids.cells.numbers import Numbers
from sv_cli.bids.cells.units import Units
from sv_cli.bids.containers import open_book
from sv_cli.bids.options import ReadOptions
from sv_cli.bids.sheets.files import read_bytes
from sv_cli.bids.sheets.grid import UnreadableError
from sv_cli.commands.outcome import Outcome, exit_code_of, refusable, unusable
from sv_cli.commands.written import write
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.importing.rows import Defaults, Imported, LeftOut, Rows
from sv_cli.importing.sheet import Found, find_list
from sv_cli.importing.units import ImportUnits
from sv_cli.importing.write import Overlay, overlay_text, slug
from sv_cli.library.build import build
from sv_cli.library.faults import Faults
from sv_cli.library.layers import RawFile, RawLayer
from sv_cli.library.load import load_library, read_layers
from sv_cli.model.figures import Library
from sv_cli.model.sources import Source
from sv_cli.reports.findings_text import as_lines
from sv_cli.reports.words import counted, shown


class ImportRequest(Struct, frozen=True):
    """The spreadsheet, the source that its figures cite, the overlay to write, and the day it was read.

    ``columns`` maps fields to headings, ``sheets`` names those to look in; ``name`` is the overlay's.
    """

    path: Path
    output: Path
    source: Source
    today: date
    defaults: Defaults = Defaults()
    columns: Mapping[str, str] = {}
    sheets: tuple[str, ...] = ()
    name: str | None = None
    force: bool = False


@refusable
def import_proxies(request: ImportRequest) -> Outcome:
    """Write the overlay; exit code 1 when rows were left out, each with the reason, and 3 when nothing was written."""
    file = str(request.path)
    library = load_library()
    if library.library is None:
        return unusable(library.findings)
    try:
        found = _found(request)
    except UnreadableError as error:
        return unusable([finding(error.name, Place(file=file), **error.fields)])
    units = ImportUnits(library.library.vocabulary.units, _name(request))
    rows = _rows(request, found, units, library.library)
    taken = tuple(row for row in rows if isinstance(row, Imported))
    left = [row for row in rows if isinstance(row, LeftOut)]
    left_out = [_left_out(row, file, found) for row in (left if taken else _first_of_each_reason(left))]
    if not taken:
        return unusable([*left_out, finding("import-nothing", Place(file=file))])
    overlay = _overlay(request, found, taken, units)
    return _written(request, overlay_text(overlay), left_out, overlay)


def _found(request: ImportRequest) -> Found:
    options = ReadOptions(sheets=request.sheets)
    book = open_book(read_bytes(request.path, options.max_bytes), options)
    return find_list(book.grids, request.columns, request.sheets)


def _rows(request: ImportRequest, found: Found, units: ImportUnits, library: Library) -> list[Imported | LeftOut]:
    vocabulary = library.vocabulary
    numbers = Numbers(Units(vocabulary.units), frozenset(vocabulary.not_yet))
    method = library.methods[library.default_method]
    index = library.figures[method.price_index].values if method.price_index else {}
    reader = Rows(numbers, units, request.defaults, frozenset(index))
    return [reader.read(number, cells) for number, cells in found.rows()]


def _name(request: ImportRequest) -> str:
    return slug(request.name or request.path.stem)[:30].strip("-")


def _first_of_each_reason(rows: Iterable[LeftOut]) -> Iterable[LeftOut]:
    """The first row that is left out for each reason: where none is taken, all have often the same one."""
    firsts: dict[str, LeftOut] = {}
    for row in rows:
        firsts.setdefault(row.reason, row)
    return firsts.values()


def _left_out(row: LeftOut, file: str, found: Found) -> Finding:
    place = Place(file=file, sheet=found.grid.name, row=row.row)
    return finding("import-row-left-out", place, title=row.title[:80], reason=row.reason)


def _overlay(request: ImportRequest, found: Found, rows: tuple[Imported, ...], units: ImportUnits) -> Overlay:
    return Overlay(
        name=_name(request),
        source=request.source,
        rows=rows,
        units=tuple(units.declared[key] for key in sorted(units.declared)),
        file=request.path.name,
        sheet=found.grid.name,
        today=request.today,
    )


def _written(request: ImportRequest, text: str, left_out: Sequence[Finding], overlay: Overlay) -> Outcome:
    """Write the overlay, if it loads over the shipped library; else the faults."""
    data = text.encode()
    faults = Faults()
    layer = RawLayer(str(request.output), (RawFile(str(request.output), data),), sha256(data).hexdigest())
    build((*read_layers((), faults), layer), faults)
    if faults:
        return unusable([*left_out, *faults.all])
    write(request.output, data, force=request.force, inputs=(request.path,))
    units = ", ".join(each.id for each in overlay.units)
    declared = [finding("import-units-declared", Place(file=str(request.output)), units=units)] if units else []
    count = len(overlay.rows)
    taken = f"{counted(count, 'proxy', 'proxies')} of {counted(count + len(left_out), 'row')}"
    said = f"written: {shown(str(request.output))}: {taken}\n"
    return Outcome(exit_code_of(left_out), notes=as_lines([*left_out, *declared]) + said)
