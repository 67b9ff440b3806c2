"""Owns the loading of the file that keeps how bids are to be read, with every fault told by file and line."""

from pathlib import Path

from sv_cli.findings.finding import Finding
from sv_cli.library.beside import read_beside
from sv_cli.library.reading_shapes import ReadingDocument


def load_reading(path: Path) -> tuple[ReadingDocument | None, list[Finding]]:
    """What the file says, or None and the findings that say why it cannot be used."""
    findings: list[Finding] = []
    read = read_beside(path, ReadingDocument, findings)
    return None if read is None else read[0], findings
