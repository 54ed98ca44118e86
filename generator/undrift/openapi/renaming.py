"""References to things that got another name."""

from __future__ import annotations

from collections.abc import Mapping

from .pointer import pointer_to, split_pointer
from .value import Value


def renamed(value: Value, names: Mapping[tuple[str, ...], tuple[str, ...]]) -> Value:
    """Return a value whose references follow the new names.

    `names` gives new tokens for old ones, such as `("components", "schemas", "Error")`.
    Security requirements and discriminators' mappings name components without a `$ref`.
    """
    match value:
        case dict():
            return {key: _member(key, item, names) for key, item in value.items()}
        case list():
            return [renamed(item, names) for item in value]
        case _:
            return value


def _member(
    key: str, value: Value, names: Mapping[tuple[str, ...], tuple[str, ...]]
) -> Value:
    match key, value:
        case "$ref", str():
            return _reference(value, names)
        case "mapping", dict():
            return {
                tag: _target(target, names) if isinstance(target, str) else target
                for tag, target in value.items()
            }
        case "security", list():
            return [
                (
                    {_name("securitySchemes", n, names): v for n, v in item.items()}
                    if isinstance(item, dict)
                    else item
                )
                for item in value
            ]
        case _:
            return renamed(value, names)


def _target(text: str, names: Mapping[tuple[str, ...], tuple[str, ...]]) -> str:
    if text.startswith("#/"):
        return _reference(text, names)
    return _name("schemas", text, names)


def _name(
    section: str, name: str, names: Mapping[tuple[str, ...], tuple[str, ...]]
) -> str:
    return names.get(("components", section, name), ("", "", name))[2]


def _reference(text: str, names: Mapping[tuple[str, ...], tuple[str, ...]]) -> str:
    if not text.startswith("#/components/"):
        return text
    tokens = split_pointer(text[1:])
    new = names.get(tuple(tokens[:3]))
    return text if new is None else f"#{pointer_to([*new, *tokens[3:]])}"
