"""Every finding about a library stands in a test of this folder."""

from pathlib import Path

import pytest

from sv_cli.findings.families import importing, libraries, lint

TESTS = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))


@pytest.mark.parametrize("kind", [*libraries.KINDS, *lint.KINDS, *importing.KINDS], ids=lambda kind: kind.name)
def test_a_finding_is_shown_by_a_test(kind):
    assert kind.name in TESTS or kind.code in TESTS
