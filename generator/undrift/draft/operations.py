"""The facts of one operation → an operation of OpenAPI."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from http import HTTPStatus

from ..facts import OperationFacts, Stated, StatusFact, ValueFact
from ..openapi import Value
from .examples import example_value, repeatable, without_credentials
from .marks import mark
from .schemas import (
    object_schema,
    parameter_example,
    presence_question,
    value_schema,
)

ASK_STATUS = "With which status does it reply? The page does not say."
ASK_REPLY = "What does the reply hold? The page does not say."
ASK_NOT_JSON = "What does the reply hold? The page's example is not JSON."
ASK_MEDIA = "In which form is the body sent? JSON is assumed."
ASK_BODY = "May the body be left out? The page does not say."

_NO_PARAMETER = frozenset({"accept", "authorization", "content-type"})
_PARAMETER = re.compile(r"(?<!\{)\{([^{}/]+)\}(?!\})")
_HEADER = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_BODILESS = ("204", "205", "304")
_STATUS = re.compile(r"[1-5](?:\d\d|XX)", re.IGNORECASE)
_ASSUMED = "200"
"""The status of a reply that a page shows without one; what says so is marked."""

_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
_JSON = "application/json"


def draft_operation(facts: OperationFacts, summary: str) -> dict[str, Value]:
    """Return one operation; its security and servers are the document's matter."""
    found: dict[str, Value] = {}
    if summary:
        found["summary"] = without_credentials(summary)
    if facts.deprecated:
        found["deprecated"] = True
    if parameters := list(_parameters(facts)):
        found["parameters"] = parameters
    body = _body(facts)
    if body is not None:
        found["requestBody"] = body
    found["responses"] = _responses(facts)
    return found


def _parameters(facts: OperationFacts) -> Iterator[Value]:
    in_path = dict.fromkeys(m[1].strip() for m in _PARAMETER.finditer(facts.path))
    described = {fact.name: fact for fact in facts.path_params}
    for name in in_path:
        fact = described.get(name, ValueFact(name, facts.place))
        yield _parameter("path", fact)
    for fact in facts.query_params:
        yield _parameter("query", fact)
    sent = {word.partition(" ")[2].casefold() for word in facts.auth}
    seen = _NO_PARAMETER | sent
    for fact in facts.headers:
        if fact.name.casefold() not in seen and _HEADER.fullmatch(fact.name):
            seen |= {fact.name.casefold()}
            yield _parameter("header", fact)


def _parameter(location: str, fact: ValueFact) -> Value:
    schema, question = value_schema(fact, assumed="string")
    if schema["type"] == "array":
        schema["items"] = {}
    presence = presence_question(fact)
    if location == "path":
        # It is always there, whatever a page says.
        presence = "" if fact.required is not Stated.NO else "Can the path lack it?"
    required = location == "path" or fact.required is Stated.YES
    found: dict[str, Value] = {"name": fact.name, "in": location}
    if required:
        found["required"] = True
    if fact.description:
        found["description"] = without_credentials(fact.description)
    return {
        **found,
        "schema": schema,
        **parameter_example(fact, schema),
        **mark(fact.place, question, presence),
    }


def _body(facts: OperationFacts) -> Value:
    if facts.body == "empty-object":
        empty: dict[str, Value] = {"type": "object", "additionalProperties": False}
        return {"required": True, "content": {_JSON: {"schema": empty}}}
    if not facts.body_fields:
        return None
    place = facts.body_fields[0].place
    schema = object_schema(facts.body_fields, place, received=False)
    example = repeatable(facts.body_example)
    media = _media(facts.headers)
    content: dict[str, Value] = {"schema": schema}
    if example is not None:
        content["example"] = example[0]
    is_json = facts.body_example is not None or media != ""
    required = any(fact.required is Stated.YES for fact in facts.body_fields)
    return {
        **({"required": True} if required else {}),
        "content": {media or _JSON: content},
        **mark(place, "" if is_json else ASK_MEDIA, "" if required else ASK_BODY),
    }


def _media(headers: Sequence[ValueFact]) -> str:
    """Return the form that a page's own list of headers names."""
    for fact in headers:
        if fact.name.casefold() == "content-type":
            said = f"{fact.example or ''} {fact.description}"
            return next((form for form in (_JSON, *_FORMS) if form in said), "")
    return ""


# Replies


def _responses(facts: OperationFacts) -> dict[str, Value]:
    found: dict[str, Value] = {}
    by_status: dict[str, StatusFact] = {}
    for reply in facts.responses:
        if _STATUS.match(reply.status or _ASSUMED):
            by_status.setdefault(reply.status or _ASSUMED, reply)
    successes = [r for s, r in by_status.items() if s.startswith("2")]
    shares = _shares(facts, successes)
    for status, reply in by_status.items():
        found[status] = _response(reply, shares.get(id(reply), ()))
    if not successes:
        question = ASK_REPLY if not facts.response_fields else ASK_STATUS
        nobody = StatusFact("", facts.place)
        assumed = _response(nobody, facts.response_fields)
        found = {_ASSUMED: assumed | mark(facts.place, ASK_STATUS, question), **found}
    failures: dict[str, list[StatusFact]] = {}
    for error in facts.errors:
        if _STATUS.match(error.status):
            failures.setdefault(error.status, []).append(error)
    for status, errors in failures.items():
        found.setdefault(status, _error(errors))
    return found


def _shares(
    facts: OperationFacts, successes: Sequence[StatusFact]
) -> dict[int, tuple[ValueFact, ...]]:
    """Deal out replies' fields: to the example that shows them, else to the first."""
    if not successes:
        return {}
    holding = [r for r in successes if r.status not in _BODILESS] or list(successes)
    shown = {id(r): _names(r.example) for r in holding}
    first = next((r for r in holding if shown[id(r)]), holding[0])
    dealt: dict[int, list[ValueFact]] = {id(r): [] for r in holding}
    for fact in facts.response_fields:
        owners = [r for r in holding if fact.name in shown[id(r)]]
        for reply in owners or [first]:
            dealt[id(reply)].append(fact)
    return {key: tuple(value) for key, value in dealt.items()}


def _names(example: str | None) -> frozenset[str]:
    read = example_value(example)
    return frozenset(_walk(read[0], "")) if read is not None else frozenset()


def _walk(value: Value, path: str) -> Iterator[str]:
    match value:
        case dict():
            for key, item in value.items():
                name = f"{path}.{key}" if path else key
                yield name
                yield from _walk(item, name)
        case list():
            for item in value:
                yield from _walk(item, f"{path}[]")
        case _:
            pass


def _response(reply: StatusFact, fields: Sequence[ValueFact]) -> dict[str, Value]:
    status = reply.status or _ASSUMED
    question = "" if reply.status else ASK_STATUS
    found: dict[str, Value] = {
        "description": without_credentials(reply.description) or _phrase(status),
        **mark(reply.place, question),
    }
    content = _content(reply, fields)
    if content is not None:
        found["content"] = {_JSON: content}
    return found


def _content(reply: StatusFact, fields: Sequence[ValueFact]) -> Value:
    if fields:
        found: dict[str, Value] = {
            "schema": object_schema(fields, reply.place, received=True)
        }
        if (example := repeatable(reply.example)) is not None:
            found["example"] = example[0]
        return found
    if not (reply.example or "").strip() or reply.status in _BODILESS:
        return None
    read = example_value(reply.example)
    question = ASK_NOT_JSON if read is None else ASK_REPLY
    return {"schema": mark(reply.place, question)}


def _error(errors: Sequence[StatusFact]) -> Value:
    texts = [
        ": ".join(part for part in (error.code, error.description) if part)
        for error in errors
    ]
    described = "\n".join(dict.fromkeys(text for text in texts if text))
    described = without_credentials(described)
    found: dict[str, Value] = {"description": described or _phrase(errors[0].status)}
    for error in errors:
        if isinstance((example_value(error.example) or ("",))[0], dict):
            schema: dict[str, Value] = {"type": "object"}
            content: dict[str, Value] = {
                "schema": schema | mark(error.place, ASK_REPLY)
            }
            if (example := repeatable(error.example)) is not None:
                content["example"] = example[0]
            return {**found, "content": {_JSON: content}}
    return found


def _phrase(status: str) -> str:
    return HTTPStatus(int(status)).phrase if status in _KNOWN else f"Status {status}"


_KNOWN = frozenset(str(status.value) for status in HTTPStatus)
