"""Owns the reading of one YAML file that is no part of a library: a framework, waivers, targets, reading options."""

import stat
from pathlib import Path
from typing import TypeVar

from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.library.complaints import converted
from sv_cli.library.find import sort_of
from sv_cli.library.yaml_text import Marked, YamlError, parse_yaml

T = TypeVar("T")
_MAX_BYTES = 1_000_000


def read_beside(
    path: Path, shape: type[T], findings: list[Finding], missing: str = "file-not-found"
) -> tuple[T, Marked] | None:
    """The file as a ``shape``, with its line marks; None, with a finding that says why, when it is not one.

    ``missing`` names the finding for a file that is not there.
    """
    marked = _marked(path, findings, missing)
    document = None if marked is None else converted(marked.plain, shape, "$", marked, findings)
    return None if marked is None or document is None else (document, marked)


def _marked(path: Path, findings: list[Finding], missing: str) -> Marked | None:
    """The YAML of one file with its line marks; None, with a finding, when it cannot be read."""
    place = Place(file=str(path))
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            findings.append(finding("library-file-refused", place, what=sort_of(mode)))
            return None
        with path.open("rb") as opened:
            data = opened.read(_MAX_BYTES + 1)
    except FileNotFoundError:
        findings.append(finding(missing, place))
        return None
    except (OSError, ValueError) as error:
        reason = str(getattr(error, "strerror", None) or error).lower()
        findings.append(finding("file-unreadable", place, reason=reason))
        return None
    if len(data) > _MAX_BYTES:
        findings.append(finding("yaml-broken", place, problem=f"the file is larger than {_MAX_BYTES:,} bytes"))
        return None
    try:
        return parse_yaml(data, str(path))
    except YamlError as error:
        place = Place(file=str(path), row=error.line or None)
        findings.append(finding("yaml-broken", place, problem=error.problem))
        return None
