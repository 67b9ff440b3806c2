"""Owns the way from paths to a Library: read every layer, check its shapes, lay it over the ones before, link."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.library.documents import Entries, Parsed, parse_document
from sv_cli.library.find import library_files, shipped_folder
from sv_cli.library.link import link
from sv_cli.model.figures import Library, LibraryLayer


class Loading(Struct, frozen=True):
    """A library, or the findings that say why there is none to trust."""

    library: Library | None
    findings: tuple[Finding, ...]


def load_library(overlays: Sequence[Path] = ()) -> Loading:
    """The library that ships, with each overlay (a YAML file or a folder of them) laid over the ones before."""
    findings: list[Finding] = []
    entries = Entries()
    layers: list[LibraryLayer] = []
    for path in (shipped_folder(), *overlays):
        layer, parsed = _read_layer(path, findings)
        if layer is not None:
            layers.append(layer)
        findings += entries.lay_over(parsed)
    if findings:
        return Loading(library=None, findings=tuple(findings))
    library, findings = link(entries, tuple(layers))
    return Loading(library=None if findings else library, findings=tuple(findings))


def _read_layer(path: Path, findings: list[Finding]) -> tuple[LibraryLayer | None, list[Parsed]]:
    files = library_files(path)
    if not files:
        findings.append(finding("library-not-found", Place(file=str(path))))
        return None, []
    digest = sha256()
    parsed: list[Parsed] = []
    for file in files:
        data = _bytes_of(file, findings)
        name = file.name if file == path else file.relative_to(path).as_posix()
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
        document, faults = parse_document(data, str(file))
        findings += faults
        if document is not None:
            parsed.append(document)
    return _layer(path, digest.hexdigest(), parsed), parsed


def _bytes_of(file: Path, findings: list[Finding]) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        findings.append(finding("file-unreadable", Place(file=str(file)), reason=error.strerror or "unknown"))
        return b""


def _layer(path: Path, digest: str, parsed: list[Parsed]) -> LibraryLayer:
    about = next((document.about for document in parsed if document.about), None)
    return LibraryLayer(
        name=about.name if about else path.stem,
        version=about.version if about else "unversioned",
        sha256=digest,
        path=str(path),
    )
