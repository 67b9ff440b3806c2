"""An open, exact, fast social-value calculator. The command line is `sv`; the Python API is the names below.

`score`, `score_many`, `Library`, `Valuation`, `Scored`, `Finding`, `Options` (the arguments that go by name), and the
errors `SvError`, `BidError`, `LibraryError` and `MethodError` are imported when they are first used, so that
`import sv_cli` costs nothing.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = [
    "BidError",
    "Finding",
    "Library",
    "LibraryError",
    "MethodError",
    "Options",
    "Scored",
    "SvError",
    "Valuation",
    "__version__",
    "score",
    "score_many",
]

if TYPE_CHECKING:
    from sv_cli.api import (
        BidError,
        Library,
        LibraryError,
        MethodError,
        Options,
        Scored,
        SvError,
        Valuation,
        score,
        score_many,
    )
    from sv_cli.findings.finding import Finding


def __getattr__(name: str) -> Any:
    if name in __all__:
        from importlib import import_module  # noqa: PLC0415 - only when the API is used

        return getattr(import_module("sv_cli.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
