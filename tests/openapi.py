"""Requests held against Discord's own description of its HTTP API, which lies beside the checkout or does not."""

import functools
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import referencing
from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import ValidationError
from referencing.jsonschema import DRAFT202012
from simcord.types import HttpLogEntry

from tests.beside import SHARED

DESCRIPTION = SHARED / "discord" / "openapi.json"
NAME = "discord"

FIRST_SNOWFLAKE = 1 << 42
"""Numbers below it are numbers: sizes, colours, the ids of components."""

ANY_SNOWFLAKE = re.compile(r"(?<!\d)\d{19}(?!\d)")
"""One is as good as another here, and bodies that differ by nothing else are judged once."""


def objections(request: HttpLogEntry) -> list[str]:
    """What the description has against this request; nothing where there is no description."""
    if not DESCRIPTION.exists():
        return []
    template = template_of(request.method, request.path)
    if template is None:
        return ["Discord has no such route"]
    body = ANY_SNOWFLAKE.sub("1" * 19, json.dumps(with_snowflakes_as_text(request.json), sort_keys=True))
    return list(judged(request.method, template, body))


def with_snowflakes_as_text(body: Any) -> Any:
    """discord.py sends ids as numbers, the description wants digits in quotes; Discord takes both."""
    match body:
        case {"id": int(number), "filename": _, **rest}:  # a file of this very request, numbered from 0 up
            return rest | {"id": str(number), "filename": body["filename"]}
        case {**entries}:
            return {key: with_snowflakes_as_text(value) for key, value in entries.items()}
        case [*values]:
            return [with_snowflakes_as_text(value) for value in values]
        case int() if body >= FIRST_SNOWFLAKE:
            return str(body)
        case _:
            return body


def template_of(method: str, path: str) -> str | None:
    """The route of the description that a path belongs to; where several do, the most literal one."""
    segments = path.strip("/").split("/")
    fitting = [
        (sum(map(str.__eq__, parts, segments)), template)
        for template, parts in templates().get((method.lower(), len(segments)), ())
        if all(part.startswith("{") or part == segment for part, segment in zip(parts, segments, strict=True))
    ]
    return max(fitting)[1] if fitting else None


@functools.cache
def description() -> Any:
    return json.loads(DESCRIPTION.read_text(encoding="utf-8"))


@functools.cache
def templates() -> dict[tuple[str, int], list[tuple[str, list[str]]]]:
    """The routes by method and number of segments."""
    found: dict[tuple[str, int], list[tuple[str, list[str]]]] = {}
    for template, methods in description()["paths"].items():
        parts = template.strip("/").split("/")
        for method in methods:
            found.setdefault((method, len(parts)), []).append((template, parts))
    return found


@functools.cache
def judged(method: str, template: str, body: str) -> tuple[str, ...]:
    """The same body is judged once: every bot that starts tells the same commands."""
    validator = validator_of(method, template)
    if validator is None:
        return () if body == "null" else ("this route takes no body",)
    return tuple(map(told, validator.iter_errors(json.loads(body))))


def told(error: ValidationError) -> str:
    return f"{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}"


def some_fit(validator: Any, branches: list[Any], instance: Any, schema: Any) -> Iterator[ValidationError]:
    """`oneOf` and `anyOf`, told apart by the kind of thing that each is about: quick, and an objection says what is
    wrong with this button rather than that it is no select either.
    """
    likely = [branch for branch in branches if may_be(validator, branch, instance)]
    if len(likely) == 1:
        yield from validator.descend(instance, likely[0])
    else:
        any_of: Any = Draft202012Validator.VALIDATORS["anyOf"]
        yield from any_of(validator, likely or branches, instance, schema)


def may_be(validator: Any, branch: Any, instance: Any) -> bool:
    if "$ref" in branch:
        branch = description()["components"]["schemas"][branch["$ref"].rpartition("/")[2]]
    kinds = branch.get("properties", {}).get("type", {}).get("enum")
    if kinds and validator.is_type(instance, "object"):
        return instance.get("type") in kinds
    types = branch.get("type", [])
    return not types or any(
        validator.is_type(instance, kind) for kind in ([types] if isinstance(types, str) else types)
    )


extend: Any = vars(validators)["extend"]  # jsonschema says of no type what it is
Description = extend(Draft202012Validator, {"oneOf": some_fit, "anyOf": some_fit})


@functools.cache
def registry() -> referencing.Registry[Any]:
    return referencing.Registry[Any]().with_resource(NAME, DRAFT202012.create_resource(description()))


@functools.cache
def validator_of(method: str, template: str) -> Any:
    """Of the body as JSON; files go beside it and are no part of it."""
    if "requestBody" not in description()["paths"][template][method.lower()]:
        return None
    steps = ("paths", template, method.lower(), "requestBody", "content", "application/json", "schema")
    pointer = "/".join(quote(step.replace("~", "~0").replace("/", "~1")) for step in steps)
    return Description({"$ref": f"{NAME}#/{pointer}"}, registry=registry())
