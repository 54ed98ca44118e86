"""Facts as the JSON document and the text that `undrift facts` prints."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import cast

from ..diagnostics import Diagnostic
from . import OperationFacts, PageFacts, Stated, StatusFact, ValueFact

_NUMBERS = frozenset(
    "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf "
    "minLength maxLength minItems maxItems".split()
)


@dataclass(frozen=True, slots=True)
class DocumentedPage:
    """One page: what it documents, and what is wrong with it."""

    facts: PageFacts
    problems: tuple[Diagnostic, ...]


def facts_json(pages: Iterable[DocumentedPage]) -> dict[str, object]:
    """Return the published document."""
    return {"pages": [_page(page) for page in pages]}


def facts_lines(pages: Sequence[DocumentedPage]) -> Iterator[str]:
    """Yield the lines that people read; each fact begins with its place."""
    for page in pages:
        facts = page.facts
        title = f": {facts.title}" if facts.title else ""
        yield f"{facts.page} ({facts.kind}){title}"
        for operation in facts.operations:
            yield from _operation_lines(operation)


def _page(page: DocumentedPage) -> dict[str, object]:
    facts = page.facts
    return {
        "page": facts.page,
        "kind": facts.kind,
        "title": facts.title,
        "operations": [_operation(operation) for operation in facts.operations],
        "problems": [problem_json(problem) for problem in page.problems],
    }


def _operation(facts: OperationFacts) -> dict[str, object]:
    operation: dict[str, object] = {
        "method": facts.method,
        "path": facts.path,
        "servers": list(facts.servers),
        "line": facts.place.line,
        "deprecated": facts.deprecated,
        "auth": list(facts.auth),
        "headers": [_value(fact) for fact in facts.headers],
        "path_params": [_value(fact) for fact in facts.path_params],
        "query_params": [_value(fact) for fact in facts.query_params],
        "body_fields": [_value(fact) for fact in facts.body_fields],
        "responses": [
            {"status": fact.status, **_example(fact)}
            for fact in facts.responses
            if fact.status
        ],
        "errors": [
            {
                "status": fact.status,
                "code": fact.code,
                "description": fact.description,
                "line": fact.place.line,
            }
            for fact in facts.errors
        ],
    }
    unstated = [_example(fact) for fact in facts.responses if not fact.status]
    # A reply that is shown without a status documents none.
    return {**operation, "examples": unstated} if unstated else operation


def _value(fact: ValueFact) -> dict[str, object]:
    return {
        "name": fact.name,
        "type": fact.type,
        "required": str(fact.required),
        "constraints": {
            keyword: _limit(keyword, text, fact.type)
            for keyword, text in fact.constraints
        },
        "line": fact.place.line,
    }


def _limit(keyword: str, text: str, kind: str) -> object:
    """Return a constraint as a JSON value; facts keep the page's own text."""
    if keyword == "nullable":
        return text == "true"
    typed = keyword in _NUMBERS or keyword == "enum"
    if typed or (keyword == "default" and kind not in ("string", "")):
        with suppress(ValueError, RecursionError):
            value: object = json.loads(text, parse_constant=lambda _: text)
            return value
    return text


def problem_json(problem: Diagnostic) -> dict[str, object]:
    """Return a problem as programs read it."""
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "message": problem.message,
        "file": problem.place.file,
        "line": problem.place.line,
        "hint": problem.hint,
    }


def _example(fact: StatusFact) -> dict[str, object]:
    keys = list(example_keys(fact.example))
    return {"example_keys": keys, "line": fact.place.line}


def example_keys(example: str | None) -> tuple[str, ...]:
    """Return the first names in a documented reply; those of a list's items."""
    value: object = None
    with suppress(ValueError, RecursionError):
        value = json.loads(example or "")
    items = cast(list[object], value) if isinstance(value, list) else [value]
    keys: dict[str, None] = {}
    for item in items:
        if isinstance(item, dict):
            keys.update(dict.fromkeys(cast(dict[str, object], item)))
    return tuple(keys)


def _operation_lines(facts: OperationFacts) -> Iterator[str]:
    mark = " (deprecated)" if facts.deprecated else ""
    yield f"  {facts.place.line:>5}  {facts.method} {facts.path}{mark}"
    for server in facts.servers:
        yield f"         server {server}"
    for scheme in facts.auth:
        yield f"         auth {scheme}"
    for label, values in facts.values():
        for value in values:
            yield f"  {value.place.line:>5}    {label:8} {_value_text(value)}"
    for status in facts.statuses():
        label = "status" if status.status or status.code else "example"
        yield f"  {status.place.line:>5}    {label:8} {_status_text(status)}"


def _value_text(fact: ValueFact) -> str:
    words = [fact.name, fact.type]
    if fact.required is not Stated.UNSTATED:
        words.append(f"required={fact.required}")
    words += [f"{keyword}={text}" for keyword, text in fact.constraints]
    return " ".join(filter(None, words))


def _status_text(fact: StatusFact) -> str:
    words = (fact.status, fact.code, fact.description)
    return " ".join(filter(None, words)) or ", ".join(example_keys(fact.example))
