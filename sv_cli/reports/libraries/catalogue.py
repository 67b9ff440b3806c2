"""Owns the page of all kinds of finding: what each is, why it matters and what to do, in the order of the codes."""

from collections.abc import Iterable, Sequence

from sv_cli.findings.finding import Kind
from sv_cli.reports.explaining.words import as_words
from sv_cli.reports.screen import Screen

_FAMILIES = {
    "SV10": "Files",
    "SV11": "Files",
    "SV18": "Templates and proposals",
    "SV19": "Results that are written",
    "SV2": "Tables, columns and cells of a bid",
    "SV3": "References and units",
    "SV4": "Values, years, places, adjustments",
    "SV5": "Libraries",
    "SV6": "Frameworks and checks",
    "SV7": "Folders of bids",
    "SV8": "Comparing bids",
}
_HEAD = """# Findings

Everything that `sv` can report about a bid, a library or a framework. `sv explain CODE` shows one of these entries.
An **error** leaves something not valued or a rule broken; a **warning** should be checked; a **note** says what was
assumed. After a *fatal* finding there is no figure, and the exit code is 3. Words in ‹angle brackets› are filled in for
each case.

This page is written by `sv explain all`.
"""


def render(kinds: Sequence[Kind], _screen: Screen) -> str:
    """The page as Markdown."""
    parts, family = [_HEAD], ""
    for kind in sorted(kinds, key=lambda each: each.code):
        if _family(kind.code) != family:
            family = _family(kind.code)
            parts.append(f"## {family}\n")
        parts.append("\n".join(_entry(kind)))
    return "\n".join(parts)


def render_one(kind: Kind, _screen: Screen) -> str:
    """One entry of the page."""
    return "\n".join(_entry(kind)).rstrip() + "\n"


def _family(code: str) -> str:
    """The title of the code's family: that of the longest beginning of ``code`` that has one."""
    return next((title for length in (4, 3) if (title := _FAMILIES.get(code[:length]))), "Others")


def _entry(kind: Kind) -> Iterable[str]:
    severity = f"{kind.severity.value}, fatal" if kind.fatal else kind.severity.value
    yield f"### {kind.code} {kind.name}\n"
    yield f"**{kind.title}** ({severity})\n"
    yield f"> {_plain(kind.message)}\n"
    yield f"- Why: {_plain(kind.why)}"
    yield f"- What to do: {_plain(kind.help)}\n"


def _plain(template: str) -> str:
    """A template with its fields in angle brackets, as Markdown."""
    return as_words(template).replace("*", "\\*").replace("<", "&lt;")
