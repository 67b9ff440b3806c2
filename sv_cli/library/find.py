"""Owns where libraries are: the one that ships, and the files of a folder, in a stable order."""

from pathlib import Path

_SUFFIXES = frozenset({".yaml", ".yml"})
_NOT_LIBRARY = frozenset({"frameworks", "schema"})


def shipped_folder() -> Path:
    """The folder of the library that ships: inside an installed package, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "proxies"
    return inside if inside.is_dir() else package.parent / "proxies"


def library_files(path: Path) -> tuple[Path, ...]:
    """The YAML files of a library: the file itself, or all below a folder (hidden ones and links out of it aside)."""
    if path.is_file():
        return (path,)
    root = path.resolve()
    found = (
        file
        for file in path.rglob("*")
        if file.suffix in _SUFFIXES and file.is_file() and file.resolve().is_relative_to(root)
    )
    return tuple(sorted(file for file in found if _belongs(file.relative_to(path))))


def _belongs(relative: Path) -> bool:
    return not any(part.startswith(".") for part in relative.parts) and relative.parts[0] not in _NOT_LIBRARY
