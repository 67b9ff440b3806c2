"""Writes the example files of every finding, and the page of all findings: `python -m tests.findings.write`.

The files are kept with the project, so that anybody can look at them; a test runs each of them.
"""

import json
import shutil
from pathlib import Path

import sv_cli.findings
from sv_cli.findings.catalogue import BY_NAME, KINDS
from sv_cli.reports.libraries.catalogue import render
from sv_cli.reports.screen import Screen
from tests.findings.example import Content, Example
from tests.findings.library import LIBRARY
from tests.findings.tables import bids, files, valuing

FOLDER = Path(__file__).parent / "examples"
PAGE = Path(sv_cli.findings.__file__).parent / "README.md"
TABLE: dict[str, Example] = {**files.EXAMPLES, **bids.EXAMPLES, **valuing.EXAMPLES}


def folder_of(name: str) -> Path:
    """The folder of one finding's examples."""
    return FOLDER / f"{BY_NAME[name].code}-{name}"


def paths_of(name: str) -> tuple[Path, Path]:
    """The bad and the good example of one finding."""
    example = TABLE[name]
    folder = folder_of(name)
    return folder / f"bad{example.ending}", folder / f"good{example.good_ending or example.ending}"


def main() -> None:
    """Write them all, and take away what is no longer an example."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    (FOLDER / "library.yaml").write_text(json.dumps(LIBRARY, indent=1), encoding="utf-8")
    for name, example in TABLE.items():
        bad, good = paths_of(name)
        bad.parent.mkdir()
        bad.write_bytes(_bytes(example.bad))
        good.write_bytes(_bytes(example.good))
    PAGE.write_text(render(KINDS, Screen()), encoding="utf-8")


def _bytes(content: Content) -> bytes:
    return content.encode() if isinstance(content, str) else content()


if __name__ == "__main__":
    main()
