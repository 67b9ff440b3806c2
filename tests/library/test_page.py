"""The library's page says how large the library is, and names only what is there."""

import re
from collections import Counter

from sv_cli.library.find import shipped_folder
from sv_cli.library.load import load_library

LIBRARY = load_library().library
PAGE = (shipped_folder() / "README.md").read_text(encoding="utf-8")
FLAT = " ".join(PAGE.split())


def test_its_numbers_are_the_library_s():
    records = (figure.source for figure in LIBRARY.figures.values())
    sources = {(each.publisher, each.title, each.edition, each.url) for each in records}
    themes = {proxy.theme for proxy in LIBRARY.proxies.values()}
    read = Counter(figure.source.read for figure in LIBRARY.figures.values())
    level = Counter(str(proxy.confidence.level) for proxy in LIBRARY.proxies.values())
    assert f"{len(LIBRARY.proxies)} proxies in {len(themes)} themes" in FLAT
    assert f"{len(LIBRARY.figures)} figures of {len(sources)} sources" in FLAT
    assert f"{read['primary']} figures were read in the publication itself" in FLAT
    assert f"{read['secondary']} at second hand" in FLAT
    assert f"{level['high']} proxies have high confidence, {level['medium']} medium, {level['low']} low" in FLAT


def test_the_proxies_that_it_names_are_there():
    families = {key.split(".")[0] for key in LIBRARY.proxies}
    named = [each for each in re.findall(r"`([a-z]+\.[a-z0-9*-]+)`", PAGE) if each.split(".")[0] in families]
    assert len(named) >= 15
    for each in named:
        form = re.compile(re.escape(each).replace(r"\*", ".*"))
        assert any(form.fullmatch(key) for key in LIBRARY.proxies), each
