"""Requests held against Discord's own description of its HTTP API, which lies beside the checkout or does not."""

import functools
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from jsonschema_rs import Draft202012Validator, Registry, ValidationError, ValidationErrorKind
from simcord.types import HttpLogEntry

from tests.beside import SHARED

DESCRIPTION = SHARED / "discord" / "openapi.json"
NAME = "urn:discord"

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
    body = ANY_SNOWFLAKE.sub("1" * 19, json.dumps(request.json, sort_keys=True))
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


@functools.cache
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
    found = with_snowflakes_as_text(json.loads(body))
    return tuple(told for error in validator.iter_errors(found) for told in causes(error))


def causes(error: ValidationError) -> Iterator[str]:
    """The reasons why this button is wrong; that it is no select either is none."""
    likely = [branch for branch in branches(error) if not any(is_of_another_kind(each, error) for each in branch)]
    if len(likely) == 1:
        yield from (cause for each in likely[0] for cause in causes(each))
    else:
        yield f"{'/'.join(map(str, error.instance_path))}: {error.message[:300]}"


def branches(error: ValidationError) -> list[list[ValidationError]]:
    """A body may be right in several ways. The objections of each."""
    match error.kind:
        case ValidationErrorKind.AnyOf(context) | ValidationErrorKind.OneOfNotValid(context):
            return context
        case _:
            return []


def is_of_another_kind(cause: ValidationError, error: ValidationError) -> bool:
    """Whether a branch is about another kind of thing, such as a select or a list."""
    match cause.kind:
        case ValidationErrorKind.Type():
            return cause.instance_path == error.instance_path
        case ValidationErrorKind.Enum():
            return cause.instance_path == [*error.instance_path, "type"]
        case _:
            return False


@functools.cache
def registry() -> Registry:
    return Registry([(NAME, description())])


@functools.cache
def validator_of(method: str, template: str) -> Draft202012Validator | None:
    """The validator of the body as JSON. Files go beside it and are no part of it."""
    if "requestBody" not in description()["paths"][template][method.lower()]:
        return None
    steps = ("paths", template, method.lower(), "requestBody", "content", "application/json", "schema")
    pointer = "/".join(quote(step.replace("~", "~0").replace("/", "~1")) for step in steps)
    return Draft202012Validator({"$ref": f"{NAME}#/{pointer}"}, registry=registry())
