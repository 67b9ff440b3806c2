"""Owns where a result goes: to standard output, or into a file that is written whole or not at all."""

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from errno import EEXIST
from pathlib import Path
from tempfile import SpooledTemporaryFile

from msgspec import Struct

from sv_cli.commands.outcome import ExitCode, Outcome, Refused, refusable
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Place
from sv_cli.paths import is_folder, is_stream, is_there, system_says
from sv_cli.reports.words import shown

_MOST_HELD = 1 << 20


class Destination(Struct, frozen=True):
    """The format, and the file it goes to; None is standard output."""

    format_name: str
    path: Path | None = None
    force: bool = False


@refusable
def delivered(
    result: str | bytes | Iterable[str],
    destination: Destination,
    exit_code: ExitCode,
    notes: str = "",
    inputs: tuple[Path, ...] = (),
) -> Outcome:
    """The outcome of a command with ``result``: to be printed, or written to the destination's file, with a note.

    A long text comes in pieces, which are never joined in memory. A file that cannot be written gives a refusal;
    ``inputs`` are files that must not be overwritten.
    """
    if destination.path is None:
        if isinstance(result, str | bytes):
            text = result if isinstance(result, str) else result.decode()
            return Outcome(exit_code=exit_code, text=text, notes=notes)
        try:
            return Outcome(exit_code=exit_code, notes=notes, pieces=_whole(result))
        except OSError as error:
            raise not_written(Path(tempfile.gettempdir()), error) from None
    write(destination.path, _encoded(result), force=destination.force, inputs=inputs)
    return Outcome(exit_code=exit_code, notes=f"{notes}written: {shown(str(destination.path))}\n")


def _whole(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces of a text, once all of them are made, so that none is printed if one fails; raises OSError.

    A long text is kept in a temporary file meanwhile.
    """
    with ExitStack() as on_failure:
        held = on_failure.enter_context(
            SpooledTemporaryFile(_MOST_HELD, "w+", encoding="utf-8", errors="surrogatepass", newline="")
        )
        for piece in pieces:  # not `writelines`, which would hold all of them in memory
            held.write(piece)
        held.seek(0)
        on_failure.pop_all()
    return _read(held)


def _read(held: "SpooledTemporaryFile[str]") -> Iterator[str]:
    with held:
        yield from iter(lambda: held.read(_MOST_HELD), "")


def require_free(path: Path | None, *, force: bool, inputs: tuple[Path, ...] = ()) -> None:
    """Raise Refused where ``path`` may not be written: it is an input, a folder, or is there and ``force`` is not set.

    Asked before any work is done. ``path`` is None for standard output.
    """
    if path is None:
        return
    taken = ""
    if any(_same(path, each) for each in inputs):
        taken = "output-is-input"
    elif is_folder(path):
        taken = "output-is-folder"
    elif is_there(path) and not force and not is_stream(path):
        taken = "output-exists"
    if taken:
        raise Refused([finding(taken, Place(file=str(path)))], ExitCode.USAGE)


def _encoded(result: str | bytes | Iterable[str]) -> Iterable[bytes]:
    if isinstance(result, bytes):
        return (result,)
    return (piece.encode() for piece in ((result,) if isinstance(result, str) else result))


def write(path: Path, data: bytes | Iterable[bytes], *, force: bool, inputs: tuple[Path, ...] = ()) -> None:
    """Write ``data`` to ``path``, whole or not at all; raises Refused.

    The data goes to a new file in the same folder, is flushed to disk and then renamed, so that a full disk or
    a crash leaves what was there before. A link is followed; a pipe or a device such as ``/dev/stdout`` is written to
    directly.
    """
    require_free(path, force=force, inputs=inputs)
    pieces = (data,) if isinstance(data, bytes) else data
    try:
        if is_stream(path):
            with path.open("wb") as stream:
                stream.writelines(pieces)
        else:
            _put(Path(os.path.realpath(path)), pieces)
    except OSError as error:
        raise not_written(path, error) from None


def _put(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a temporary file and rename it, once it has reached the disk; raises OSError."""
    if is_there(path) and not path.is_file():
        raise OSError(EEXIST, "it is a device or a socket")
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
        temporary = ""
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


def not_written(path: Path | None, error: OSError) -> Refused:
    """The refusal for a result that could not be written to ``path``."""
    no_folder = "there is no such folder" if isinstance(error, FileNotFoundError) else ""
    reason = no_folder or system_says(error)
    return Refused([finding("output-not-written", Place(file=str(path or "")), reason=reason)])


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
