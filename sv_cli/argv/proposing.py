"""Owns shell completion for the values of options: names from the library and its overlays."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from sv_cli.model.figures import Library

_Proposals = list[tuple[str, str]]


def methods(ctx: typer.Context, incomplete: str) -> _Proposals:
    """The methods of valuing."""
    library = _library(ctx)
    return _beginning(incomplete, {key: each.title for key, each in library.methods.items()} if library else {})


def themes(ctx: typer.Context, incomplete: str) -> _Proposals:
    """The themes of proxies."""
    library = _library(ctx)
    return _beginning(incomplete, library.themes if library else {})


def proxies(ctx: typer.Context, incomplete: str) -> _Proposals:
    """The ids of proxies."""
    library = _library(ctx)
    return _beginning(incomplete, {key: each.title for key, each in library.proxies.items()} if library else {})


def places(ctx: typer.Context, incomplete: str) -> _Proposals:
    """Regions and countries by their codes, and by names of one word: a shell takes others apart at the space."""
    library = _library(ctx)
    names = {key: each.name for key, each in library.vocabulary.places.items()} if library else {}
    return _beginning(incomplete, {**names, **{name: key for key, name in names.items() if " " not in name}})


def frameworks(ctx: typer.Context, incomplete: str) -> _Proposals:
    """The frameworks to check against."""
    from sv_cli.library.frameworks import framework_files

    return _beginning(incomplete, dict.fromkeys(framework_files(_overlays(ctx)), ""))


def _beginning(incomplete: str, names: Mapping[str, str]) -> _Proposals:
    """The names, each with its title, that begin with what is typed."""
    return sorted((name, title) for name, title in names.items() if name.startswith(incomplete))


def _library(ctx: typer.Context) -> "Library | None":
    from sv_cli.library.load import load_library

    return load_library(_overlays(ctx)).library


def _overlays(ctx: typer.Context) -> tuple[Path, ...]:
    return tuple(map(Path, ctx.params.get("library") or ()))  # as it was typed, while somebody types
