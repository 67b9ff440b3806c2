"""Owns the functions that make entries of the catalogue, one a severity, such as `error("SV101 the-name", …)`."""

from functools import partial

from sv_cli.findings.finding import Kind, Severity


def _kind(
    severity: Severity,
    called: str,
    *,
    title: str,
    message: str,
    help: str,  # noqa: A002 - what the entry calls it
    why: str,
    fatal: bool = False,
) -> Kind:
    code, name = called.split()
    return Kind(code, name, severity, title, message, help, why, fatal)


note, warning, error = (partial(_kind, severity) for severity in Severity)
fatal = partial(_kind, Severity.ERROR, fatal=True)
