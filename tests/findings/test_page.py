"""The page of all findings is what the program says of them."""

from sv_cli.findings.catalogue import KINDS
from tests.cli.door import sv
from tests.findings.write import PAGE


def test_the_page_is_up_to_date() -> None:
    told = sv("explain", "all")
    assert told.code == 0
    assert PAGE.read_text(encoding="utf-8") == told.out, "run: python -m tests.findings.write"


def test_it_has_every_finding_once_in_order() -> None:
    headings = [line.split()[1:] for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("### ")]
    assert headings == sorted([kind.code, kind.name] for kind in KINDS)


def test_no_field_of_a_message_is_left_in_braces() -> None:
    assert "{" not in PAGE.read_text(encoding="utf-8")
