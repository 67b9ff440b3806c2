"""Owns YAML as text: every scalar stays a string, every value keeps its line, duplicates and aliases are refused.

YAML guesses (`NO` is false, `010` is eight, `12:30` is 750, money is a binary float), so nothing is
left to it: the shapes in `shapes.py` give each text its type. The tree is built from the parser's
events with a stack of our own, because libyaml's composer recurses and deep nesting ends the process.
Directives are refused before libyaml sees them: it compares every `%TAG` with all the others.
"""

import re
from typing import Any

import yaml
from msgspec import Struct
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

MAX_VALUES = 120_000
MAX_DEPTH = 30
_TOO_DEEP = f"it is nested more than {MAX_DEPTH} deep"
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)
_SHOWN = 60


class YamlError(ValueError):
    """YAML that cannot be used; ``line`` is 1-based, 0 when it is about the whole file."""

    def __init__(self, problem: str, line: int) -> None:
        super().__init__(problem)
        self.problem = problem
        self.line = line


class Marked(Struct, frozen=True):
    """Plain dicts, lists and strings, and the line of every value by its path (``$.proxies[3].value``).

    ``file`` is what findings call the file; ``count`` is how many keys and values there are.
    """

    plain: Any
    lines: dict[str, int]
    file: str = ""
    count: int = 0

    def line_of(self, path: str) -> int:
        """The line of ``path``, or of the nearest thing around it that has one."""
        while path not in self.lines and path != "$":
            path = path[: max(path.rfind("."), path.rfind("["))] or "$"
        return self.lines.get(path, 1)


def parse_yaml(data: bytes, file: str = "", max_values: int = MAX_VALUES) -> Marked:
    """Parse one document of UTF-8 text with at most ``max_values`` keys and values; raises YamlError."""
    text = _text_of(data)
    builder = _Builder(max_values)
    try:
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        if "nesting depth" in (error.problem or ""):  # a limit of newer libyaml's own, far beyond ours
            raise YamlError(_TOO_DEEP, line) from None
        raise YamlError(" ".join(filter(None, (error.context, error.problem))), line) from None
    except yaml.reader.ReaderError as error:  # libyaml gives the character as a number, and counts bytes
        line = data[: error.position].count(b"\n") + 1
        raise YamlError(f"the character U+{int(error.character):04X} is not allowed", line) from None
    except (yaml.YAMLError, UnicodeError) as error:
        raise YamlError(str(error).splitlines()[0], 0) from None
    return Marked({} if builder.root is None else builder.root, builder.lines, file, builder.count)


def _text_of(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise YamlError("the text is not in UTF-8; save the file again as UTF-8", line) from None
    directive = _DIRECTIVE.search(text)
    if directive:
        raise YamlError("a library cannot use a line that starts with %", text[: directive.start()].count("\n") + 1)
    return text


class _Open:
    """A mapping or list that has begun and not ended."""

    __slots__ = ("key", "made", "path")

    def __init__(self, made: dict[str, Any] | list[Any], path: str) -> None:
        self.made = made
        self.path = path
        self.key: str | None = None


class _Builder:
    def __init__(self, max_values: int) -> None:
        self.lines: dict[str, int] = {}
        self.stack: list[_Open] = []
        self.root: Any = None
        self.count = 0
        self.max_values = max_values

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, ScalarEvent):
            self._scalar(event)
        elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            self._begin(event, {} if isinstance(event, MappingStartEvent) else [])
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            self.stack.pop()
        elif isinstance(event, AliasEvent):
            raise YamlError("a library cannot use aliases; write the value again", _line(event))

    def _scalar(self, event: ScalarEvent) -> None:
        self._check(event)
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top.made, dict) and top.key is None:
            if event.value in top.made:
                raise YamlError(f"the key {event.value[:_SHOWN]!r} appears twice", _line(event))
            top.key = event.value
        else:
            self._place(event.value, event)

    def _begin(self, event: yaml.Event, made: dict[str, Any] | list[Any]) -> None:
        self._check(event)
        if len(self.stack) >= MAX_DEPTH:
            raise YamlError(_TOO_DEEP, _line(event))
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top.made, dict) and top.key is None:
            raise YamlError("a key must be a plain word", _line(event))
        self.stack.append(_Open(made, self._place(made, event)))

    def _place(self, value: Any, event: yaml.Event) -> str:
        """Put ``value`` where the innermost open thing wants it, and return its path."""
        if not self.stack:
            if self.root is not None:
                raise YamlError("a file has one document; delete the second `---`", _line(event))
            self.root, path = value, "$"
        else:
            path = _put(self.stack[-1], value)
        self.lines[path] = _line(event)
        return path

    def _check(self, event: Any) -> None:
        self.count += 1
        if self.count > self.max_values:
            raise YamlError(f"a library has at most {MAX_VALUES:,} keys and values", _line(event))
        if event.anchor is not None:
            raise YamlError("a library cannot use anchors; write the value again", _line(event))
        if event.tag not in (None, "!"):
            raise YamlError(f"the tag {event.tag[:_SHOWN]!r} cannot be used in a library", _line(event))


def _put(top: _Open, value: Any) -> str:
    if isinstance(top.made, dict):
        key, top.key = top.key or "", None
        top.made[key] = value
        return f"{top.path}.{key}"
    top.made.append(value)
    return f"{top.path}[{len(top.made) - 1}]"


def _line(event: yaml.Event) -> int:
    return 0 if event.start_mark is None else int(event.start_mark.line) + 1
