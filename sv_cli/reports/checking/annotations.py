"""Owns the workflow commands of GitHub Actions, by which a finding is shown beside the line that it is about."""

from sv_cli.findings.finding import Finding, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def annotation(finding: Finding, message: str) -> str:
    """The command that shows ``message`` at the finding's line."""
    place = finding.place
    properties = {"file": place.file, "line": str(place.row or 1), "title": f"{finding.code} {finding.name}"}
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
    return f"::{_COMMANDS[finding.severity]} {said}::{as_data(message)}"


def as_data(text: str) -> str:
    """``text`` escaped for a command's message, in which line breaks and per cent signs have forms of their own."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """``text`` escaped for a property of a command; spaces stay as they are, since file names have them."""
    seen = "".join(character if character.isprintable() else "\ufffd" for character in text)
    return as_data(seen).replace(":", "%3A").replace(",", "%2C")
