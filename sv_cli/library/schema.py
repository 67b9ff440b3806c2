"""Owns the JSON Schema (draft-07) of a library's files, for editors; made from the `shapes` that check them."""

from inspect import cleandoc
from typing import Any

import msgspec

from sv_cli.library import shapes

_DRAFT = "http://json-schema.org/draft-07/schema#"
_ID = "library.schema.json"
_NULL = {"type": "null"}
_REFERENCE = "#/definitions/{name}"


def library_schema() -> dict[str, Any]:
    """The schema of one YAML file of a library. All scalars are texts, except true and false."""
    types = [shapes.Document, *shapes.LISTS.values()]
    (document, *_), definitions = msgspec.json.schema_components(types, ref_template=_REFERENCE)
    for name, shape in shapes.LISTS.items():
        reference = _REFERENCE.format(name=shape.__name__)
        definitions["Document"]["properties"][name] = {"type": "array", "items": {"$ref": reference}}
    return {
        "$schema": _DRAFT,
        "$id": _ID,
        "title": "A file of a library of social value proxies",
        "allOf": [document],
        "definitions": {name: _without_null(each) for name, each in sorted(definitions.items())},
    }


def _without_null(schema: Any) -> Any:
    """``schema`` without null: in YAML an optional key is left out, and not written without a value."""
    if isinstance(schema, list):
        return [_without_null(each) for each in schema if each != _NULL]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _without_null(each) for key, each in schema.items() if not (key == "default" and each is None)}
    if isinstance(said := kept.get("description"), str):
        kept["description"] = cleandoc(said)  # some versions of Python have done this already
    choices = kept.get("anyOf")
    if choices is not None and len(choices) == 1:
        del kept["anyOf"]
        kept |= choices[0]
    return kept


def library_schema_text() -> str:
    """The text of ``proxies/schema/library.schema.json``."""
    return msgspec.json.format(msgspec.json.encode(library_schema()), indent=2).decode() + "\n"
