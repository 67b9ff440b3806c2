# ruff: noqa: E501 - a case of a table is a line
"""Libraries that are made to break the program: each ends in a finding, within a second and in bounded memory."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sv_cli.library.build import build
from sv_cli.library.documents import parse_document
from sv_cli.library.faults import MAX_FAULTS, Faults, TooManyFaultsError
from sv_cli.library.find import MAX_DEPTH, MAX_FILES
from sv_cli.library.layers import MAX_BYTES, RawFile, RawLayer
from sv_cli.library.lint.rules import RULES
from sv_cli.library.lint.subject import Subject
from sv_cli.library.load import load_alone, load_library
from sv_cli.library.yaml_text import MAX_VALUES, YamlError, parse_yaml
from tests.examples import examples
from tests.library.test_lint import CLEAN, TODAY

LAUGHS = "a: &a [lol, lol]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)
FILES = {
    "alias bomb": LAUGHS.encode(),
    "deep list": b"[" * 1_000_000,
    "deep mapping": b"{a: " * 500_000,
    "deep block": b"".join(b" " * n + b"a:\n" for n in range(1000)),
    "deep sequence": b"- " * 500_000,
    "many values": b"totals: [" + b"a," * 1_900_000 + b"]",
    "many keys": b"columns: {" + b"".join(b"k%d: [],\n" % n for n in range(150_000)) + b"}",
    "many wrong entries": b"proxies:\n" + b"  - {}\n" * 50_000,
    "many wrong keys": b"".join(b"k%d: 1\n" % n for n in range(100_000)),
    "many directives": b"".join(b"%%TAG !t%d! x\n" % n for n in range(200_000)) + b"---\na: b\n",
    "many documents": b"---\na: b\n" * 300_000,
    "one long text": b"totals: [" + b"a" * 3_900_000 + b"]",
    "one long key": b"a" * 3_900_000 + b": b",
    "one long line of quotes": b"totals: ['" + b"''" * 1_900_000 + b"']",
    "too large": b"# " + b"a" * (MAX_BYTES - 1),
    "a tag of Python's": b"library: !!python/object/apply:os.system ['echo owned']",
    "a merge key": b"a: {<<: *b}",
    "not YAML at all": bytes(range(256)) * 100,
    "a spreadsheet": b"PK\x03\x04\x14\x00\x06\x00" + b"\x00" * 1000,
    "UTF-16": "library: {name: x, version: '1'}".encode("utf-16"),
    "a NUL": b"library:\n  name: a\0b",
    "a text": b"hello",
    "a list": b"- a\n- b\n",
    "an unquoted colon": b"library: name: x",
    "a wrong bracket": b"library: {name: x",
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_told(tmp_path, name):
    path = tmp_path / "mine.yaml"
    path.write_bytes(FILES[name])
    loading = load_alone(path)
    assert loading.library is None
    assert 1 <= len(loading.findings) <= MAX_FAULTS + 1
    assert all(each.fatal and len(each.message) < 600 for each in loading.findings)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the memory of a process is not told there")
def test_hostile_files_take_little_time_and_memory(tmp_path):
    """Each takes about half a second and all of them 100 MB at most; the bounds leave room for a busy machine."""
    for number, data in enumerate(FILES.values()):
        (tmp_path / f"{number}.yaml").write_bytes(data)
    code = """
import re, sys, time
from pathlib import Path
from sv_cli.library.load import load_alone
slowest = 0
for path in Path(sys.argv[1]).iterdir():
    start = time.process_time()
    assert load_alone(path).library is None
    slowest = max(slowest, time.process_time() - start)
print(slowest, re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])
"""
    told = subprocess.check_output([sys.executable, "-c", code, str(tmp_path)], text=True).split()
    assert float(told[0]) < 5
    # The peak of this very program: what getrusage tells of a child starts from the size of its parent.
    assert int(told[1]) < 300_000


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("alias bomb", "mine.yaml:1: SV502 not valid YAML: a library cannot use anchors; write the value again"),
        ("deep list", "mine.yaml:1: SV502 not valid YAML: it is nested more than 30 deep"),
        ("many values", "mine.yaml:1: SV502 not valid YAML: a library has at most 120,000 keys and values"),
        ("many directives", "mine.yaml:1: SV502 not valid YAML: a library cannot use a line that starts with %"),
        ("many documents", "mine.yaml:4: SV502 not valid YAML: a file has one document; delete the second `---`"),
        ("too large", "mine.yaml: SV512 the library has too many bytes; the limit is 4 MB"),
        ("UTF-16", "mine.yaml:1: SV502 not valid YAML: the text is not in UTF-8; save the file again as UTF-8"),
        ("a NUL", "mine.yaml:2: SV502 not valid YAML: the character U+0000 is not allowed"),
        ("a text", "mine.yaml:1: SV504 the file: keys with values is needed here, but this is a text"),
        ("a list", "mine.yaml:1: SV504 the file: keys with values is needed here, but this is a list"),
        ("an unquoted colon", "mine.yaml:1: SV502 not valid YAML: mapping values are not allowed in this context"),
    ],
)
def test_a_hostile_file_is_told_in_plain_words(tmp_path, name, said):
    path = tmp_path / "mine.yaml"
    path.write_bytes(FILES[name])
    (one,) = load_alone(path).findings
    assert f"{one.place}: {one.code} {one.message}".replace(f"{tmp_path}/", "") == said


def test_faults_without_end_are_cut_off_and_it_says_so(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_bytes(FILES["many wrong entries"])
    *faults, last = load_library([path]).findings
    assert len(faults) == MAX_FAULTS
    assert last.name == "too-many-faults"
    assert last.message == "there are more faults; reading stopped after 200"


@pytest.mark.parametrize(
    ("formula", "problem"),
    [
        ("__import__('os').system('id')", "\"__import__('os').sys\" is not a figure, a number or an operation"),
        ("cost.hour.__class__", "'.__class__' is not a figure, a number or an operation"),
        ("9**9**9", "'*' is not expected there"),
        ("9 ** 9", "'*' is not expected there"),
        ("cost.hour if 1 else 2", "'if' is not expected there"),
        ("exec(cost.hour)", "'(' is not expected there"),
        ("(" * 100 + "1" + ")" * 100, "its brackets are nested more than 20 deep"),
        ("1 + " * 100 + "1", "it is longer than 400 characters"),
        ("1e999", "'1e999' is not a figure, a number or an operation"),
        ("\u0661 * cost.hour", "'\u0661 * cost.hour' is not a figure, a number or an operation"),
        ("../../etc/passwd", "'../../etc/passwd' is not a figure, a number or an operation"),
        ("lambda: 0", "': 0' is not a figure, a number or an operation"),
        ("cost.hour[__x__]", "'[__x__]' is not a figure, a number or an operation"),
        ("min()", "')' is not expected there"),
        ("min(1,", "it is incomplete"),
        ("- cost.hour", "'-' is not expected there"),
        ("   ", "it is empty"),
    ],
)  # fmt: skip
def test_a_formula_reaches_nothing_but_figures(loaded, formula, problem):
    text = f"""
theme: {{id: giving, title: Giving}}
outcome: {{id: time, title: Time given}}
proxies:
  - {{id: a.b, title: T, unit: hour, value: {formula!r}, value_kind: economic, counts: C, evidence: [E],
     confidence: {{level: low, why: W}}, review_by: "2027-11-23"}}
"""
    (one,) = loaded(themes__giving=text).findings
    assert one.name == "bad-formula"
    assert one.message.endswith(f"cannot be read: {problem}")


def test_a_folder_of_many_files_is_not_read(tmp_path):
    for number in range(MAX_FILES + 2):
        (tmp_path / f"{number}.yaml").touch()
    (one,) = load_alone(tmp_path).findings
    assert one.message == "the library has so many files; the limit is 3,000 files of YAML among 20,000 in all"


def test_a_folder_too_deep_down_is_told_and_not_looked_into(small, told):
    above = small.joinpath(*["deeper"] * MAX_DEPTH)
    above.mkdir(parents=True)
    (above / "more.yaml").write_text("places: []\n", encoding="utf-8")
    assert load_alone(small).findings == ()
    (above / "deeper").mkdir()
    folder = "small/" + "deeper/" * MAX_DEPTH
    assert told(load_alone(small).findings) == [
        f"{folder}deeper: library-file-refused: this is a folder too deep down, and YAML is read only from regular files"
    ]


def test_many_files_together_are_as_bounded_as_one(tmp_path):
    part = b"totals: [" + b"a," * (MAX_VALUES // 4) + b"]"
    for number in range(5):
        (tmp_path / f"{number}.yaml").write_bytes(part)
    one, *_ = load_alone(tmp_path).findings
    assert one.message == "not valid YAML: a library has at most 120,000 keys and values"


def test_what_is_no_plain_file_is_neither_opened_nor_passed_over(small, told, tmp_path):
    outside = tmp_path / "outside.yaml"
    outside.write_text("library: {name: outside, version: '1'}")
    os.mkfifo(small / "pipe.yaml")
    (small / "link.yaml").symlink_to(outside)
    (small / "folder").symlink_to(tmp_path)
    (small / "loop").symlink_to(small)
    (small / "lost.yaml").symlink_to("nowhere")
    (small / ".hidden.yaml").write_text("not read: yes")
    said = "library-file-refused: this is a {}, and YAML is read only from regular files"
    assert told(load_alone(small).findings) == [
        f"small/{name}: {said.format(what)}"
        for name, what in [("folder", "link"), ("link.yaml", "link"), ("loop", "link"), ("lost.yaml", "link"), ("pipe.yaml", "pipe")]
    ]  # fmt: skip


def test_a_pipe_or_a_device_is_not_opened(tmp_path, told):
    os.mkfifo(tmp_path / "pipe")
    said = "library-file-refused: this is a {}, and YAML is read only from regular files"
    assert told(load_alone(tmp_path / "pipe").findings) == [f"pipe: {said.format('pipe')}"]
    assert load_alone(tmp_path / "/dev/zero").findings[0].message.startswith("this is a device or socket")


@given(st.binary(max_size=300))
def test_bytes_give_plain_values_or_a_problem(data):
    with suppress(YamlError):
        assert parse_yaml(data).count >= 0


@given(st.recursive(st.text(max_size=5), lambda kids: st.lists(kids, max_size=3) | st.dictionaries(st.text(max_size=9), kids, max_size=3)))  # fmt: skip
def test_values_of_any_shape_give_entries_or_faults(value):
    faults = Faults()
    for name in ("proxies", "figures", "units", "methods", "places", "withdraw", "library"):
        try:
            parse_document(yaml.safe_dump({name: value}).encode(), "x.yaml", faults)
        except TooManyFaultsError:
            return


TOKENS = [
    "",
    "[]",
    "{}",
    "-1",
    '"0"',
    "true",
    "- x",
    "~",
    "2019/20",
    "*",
    "x.y",
    "GBP//x",
    "{a: b}",
    "[[]]",
    '"\\n"',
    "/",
    "9" * 20,
]


@examples(300)
@given(st.sampled_from(sorted(CLEAN)), st.integers(0, 40), st.sampled_from(TOKENS), st.sampled_from("kvdc"))
def test_a_line_that_is_changed_gives_a_library_or_faults(name, number, token, how):
    """The line's key or value is replaced by something else, or the line is taken out or stands twice."""
    lines = CLEAN[name].splitlines()
    number %= len(lines)
    key, _, value = lines[number].partition(":")
    lines[number : number + 1] = {
        "k": [f"{token}:{value}"],
        "v": [f"{key}: {token}"],
        "d": [],
        "c": [lines[number]] * 2,
    }[how]
    files = {**CLEAN, name: "\n".join(lines)}
    layer = RawLayer("clean", tuple(RawFile(path, text.encode()) for path, text in files.items()), "")
    faults = Faults()
    built = build([layer], faults)
    assert (built.library is None) == bool(faults)
    if built.library is not None:
        subject = Subject(built.library, built.entries, frozenset(CLEAN), frozenset(), TODAY)
        assert all(each.message for rule in RULES.values() for each in rule(subject))


def test_the_shapes_are_sound_in_memory():
    """msgspec writes past its memory for a text with a pattern in a union with a list or mapping."""
    code = "import sv_cli.library.shapes as s, msgspec\n" + "".join(
        f"try: msgspec.convert({{}}, s.{name})\nexcept msgspec.ValidationError: pass\n"
        for name in ("Document", "ProxyEntry", "FigureEntry", "MethodEntry", "UnitEntry", "PlaceEntry")
    )
    run = subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONMALLOC": "debug"}, capture_output=True, check=False)  # fmt: skip
    assert (run.returncode, run.stderr) == (0, b"")
