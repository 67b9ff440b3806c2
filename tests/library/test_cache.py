# ruff: noqa: E501 - a case of a table is a line
"""The store of linked libraries: it changes nothing but the time, and is not believed when anybody meddled with it."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

from sv_cli.library.cache import FORMAT, KEPT, Cache
from sv_cli.library.load import load_alone, load_library

OVERLAY = "units:\n  - {id: kettle, one: kettle, many: kettles, dimension: kettle, factor: '1'}\n"


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache" / "sv")


def stored(cache: Cache) -> list[Path]:
    return sorted(cache.folder.glob("*.library")) if cache.folder.exists() else []


@pytest.mark.parametrize("overlays", [0, 1])
def test_a_library_is_the_same_with_and_without_the_cache(cache, tmp_path, overlays):
    path = tmp_path / "mine.yaml"
    path.write_text(OVERLAY)
    paths = [path] * overlays
    built = load_library(paths, Cache(None))
    first, second = load_library(paths, cache), load_library(paths, cache)
    assert len(stored(cache)) == 1
    assert built.library == first.library == second.library
    assert repr(built.library.proxies) == repr(second.library.proxies)
    assert list(built.library.figures) == list(second.library.figures)


def test_a_change_of_a_byte_of_a_name_or_of_a_path_is_seen(cache, small, tmp_path):
    load_alone(small, cache)
    (small / "themes" / "giving.yaml").write_text(
        (small / "themes" / "giving.yaml").read_text().replace("Hour given", "Hour")
    )
    assert load_alone(small, cache).library.proxies["giving.hour"].title == "Hour"
    moved = small.rename(tmp_path / "moved")
    assert load_alone(moved, cache).library.proxies["giving.hour"].origin.startswith(str(moved))
    assert len(stored(cache)) == 3


def test_a_library_with_faults_is_not_stored(cache, small):
    (small / "more.yaml").write_text("withdraw: [nothing]\n")
    assert load_alone(small, cache).library is None
    assert stored(cache) == []


def meddled(data: bytes) -> dict[str, bytes]:
    payload = data[len(FORMAT) + 32 :]
    forged = payload.replace(b"12.50", b"99.50")
    return {
        "nothing": b"",
        "half": data[: len(data) // 2],
        "a byte changed": data.replace(b"12.50", b"99.50"),
        "another format": b"sv-library/0\n" + data[len(FORMAT) :],
        "no data": FORMAT + sha256(b"\xc1").digest() + b"\xc1",
        "a pickle": FORMAT + sha256(b"cos\nsystem\n.").digest() + b"cos\nsystem\n.",
        "nested without end": FORMAT + sha256(b"\x91" * 500_000).digest() + b"\x91" * 500_000,
        "more behind it": FORMAT + sha256(payload).digest() + payload + b"\x00",
        "a changed amount without its hash": data[: len(FORMAT) + 32] + forged,
    }


@pytest.mark.parametrize("how", meddled(b""))
def test_a_stored_library_that_is_damaged_is_built_anew(cache, small, how):
    built = load_alone(small, cache).library
    (path,) = stored(cache)
    path.write_bytes(meddled(path.read_bytes())[how])
    path.chmod(0o600)
    assert load_alone(small, cache).library == built
    assert load_alone(small, cache).library == built


def forged(cache: Cache, small: Path) -> Path:
    """A stored library with a changed amount and the right hash: what only the user could have written."""
    load_alone(small, cache)
    (path,) = stored(cache)
    payload = path.read_bytes()[len(FORMAT) + 32 :].replace(b"12.50", b"99.50")
    path.write_bytes(FORMAT + sha256(payload).digest() + payload)
    return path


def amount(cache: Cache, small: Path) -> str:
    return str(load_alone(small, cache).library.figures["cost.hour"].amount)


@pytest.mark.parametrize("rights", [0o620, 0o602, 0o666])
def test_a_file_that_others_may_write_to_is_not_believed(cache, small, rights):
    forged(cache, small).chmod(rights)
    assert amount(cache, small) == "12.50"


@pytest.mark.parametrize("rights", [0o720, 0o702, 0o777])
def test_a_folder_that_others_may_write_to_is_not_believed(cache, small, rights):
    forged(cache, small)
    cache.folder.chmod(rights)
    assert amount(cache, small) == "12.50"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a file away")
def test_a_file_or_folder_of_somebody_else_is_not_believed(cache, small):
    path = forged(cache, small)
    os.chown(path, 12345, -1)
    assert amount(cache, small) == "12.50"
    os.chown(cache.folder, 12345, -1)
    assert amount(cache, small) == "12.50"


def test_a_link_is_not_followed(cache, small, tmp_path):
    path = forged(cache, small)
    elsewhere = path.rename(tmp_path / "elsewhere")
    path.symlink_to(elsewhere)
    assert amount(cache, small) == "12.50"
    folder = cache.folder.rename(tmp_path / "folder")
    cache.folder.symlink_to(folder)
    assert amount(cache, small) == "12.50"


def test_a_folder_that_cannot_be_made_or_written_to_does_no_harm(small, tmp_path):
    (tmp_path / "file").write_text("no folder")
    assert amount(Cache(tmp_path / "file" / "sv"), small) == "12.50"
    os.mkfifo(tmp_path / "pipe")
    assert amount(Cache(tmp_path / "pipe"), small) == "12.50"


def test_the_folder_is_the_users_alone(cache, small):
    load_alone(small, cache)
    assert oct(cache.folder.stat().st_mode & 0o777) == "0o700"
    assert oct(stored(cache)[0].stat().st_mode & 0o777) == "0o600"


def test_old_libraries_are_thrown_away(cache, small):
    for number in range(KEPT + 5):
        (small / "more.yaml").write_text(f"# {number}\n")
        load_alone(small, cache)
    assert len(list(cache.folder.iterdir())) == KEPT


def test_many_at_once_read_and_write_whole_libraries(cache, small):
    with ThreadPoolExecutor(8) as pool:
        libraries = list(pool.map(lambda _: load_alone(small, cache).library, range(40)))
    assert all(library == libraries[0] for library in libraries)
    assert [path.suffix for path in cache.folder.iterdir()] == [".library"]


def test_the_environment_says_where_and_whether(monkeypatch, tmp_path):
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert Cache.of_user().folder == tmp_path / "sv"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert Cache.of_user().folder == tmp_path / ".cache" / "sv"
    monkeypatch.setenv("SV_NO_CACHE", "1")
    assert Cache.of_user().folder is None


def test_yaml_is_not_even_imported_when_the_cache_has_the_library(tmp_path):
    code = "import sys; from sv_cli.library.load import load_library; assert load_library().library; print('yaml' in sys.modules)"
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    said = [subprocess.check_output([sys.executable, "-c", code], env=environment, text=True) for _ in range(2)]
    assert said == ["True\n", "False\n"]
