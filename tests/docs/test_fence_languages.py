"""In which languages of fences calls, examples and statements are looked for."""

from __future__ import annotations

import pytest

from undrift.docs import PageText, facts_of_page
from undrift.facts import OperationFacts, PageFacts


def operation(text: str) -> OperationFacts | None:
    facts, _ = facts_of_page(PageText("page.md", text))
    assert isinstance(facts, PageFacts)
    return facts.operations[0] if facts.operations else None


@pytest.mark.parametrize(
    ("language", "read"),
    [
        *((name, True) for name in ("", "http", "https", "text", "txt", "plaintext")),
        *((name, True) for name in ("endpoint", "url", "HTTP")),
        *((name, False) for name in ("bash", "json", "python")),
    ],
)
def test_statements(language: str, read: bool) -> None:
    found = operation(f"# Brew\n\n```{language}\nPOST /v1/brews\n```\n")
    assert (found is not None) is read


@pytest.mark.parametrize(
    ("language", "read"),
    [
        *((name, True) for name in ("", "sh", "bash", "shell", "zsh", "console")),
        *((name, True) for name in ("curl", "http", "text")),
        *((name, False) for name in ("python", "json", "yaml")),
    ],
)
def test_curl(language: str, read: bool) -> None:
    call = "curl -X POST -H 'X-Shop: 1' https://kettle.example/v1/brews"
    text = f"# Brew\n\n`POST /v1/brews`\n\n```{language}\n{call}\n```\n"
    found = operation(text)
    assert found is not None
    assert [header.name for header in found.headers] == ["X-Shop"] * read


@pytest.mark.parametrize(
    ("language", "read"),
    [
        *((name, True) for name in ("", "json", "json5", "jsonc", "http", "text")),
        *((name, True) for name in ("javascript", "JSON title=x")),
        *((name, False) for name in ("python", "js", "yaml")),
    ],
)
def test_json(language: str, read: bool) -> None:
    text = f'# Brew\n\n`POST /v1/brews`\n\n## Body\n\n```{language}\n{{"a": 1}}\n```\n'
    found = operation(text)
    assert found is not None
    assert [field.name for field in found.body_fields] == ["a"] * read
