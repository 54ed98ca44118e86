"""Emptying long fences before parsing changes nothing of what is parsed."""

import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from undrift.docs import hollow, markdown

PAGES = sorted(Path(__file__).with_name("cases").glob("*/*.md"))
PIECES = (
    *("```", "````", "~~~", "```json", "<pre>", "</pre>", "<!--", "-->", "- ", "  ```"),
    *(
        "> ```",
        "{% tab %}",
        "    ````",
        "\t```",
        "<table>",
        "</table>",
        "<Tab>",
        "1. x",
    ),
    *("````yaml /openapi.yaml get /x", "", "``` a`b", "~~~~", "{/*", "*/}", "{%", "%}"),
)


def nothing(lines: Sequence[str]) -> tuple[list[str], Mapping[int, int]]:
    """Empty no fence."""
    return list(lines), {}


@pytest.mark.parametrize("seed", range(6))
def test_pages_are_parsed_alike(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = random.Random(seed)
    monkeypatch.setattr(hollow, "_LONG", 2)
    shortened = 0
    for _ in range(60):
        lines = chosen.choice(PAGES).read_text("utf-8").split("\n")[:400]
        for _ in range(chosen.randrange(6)):
            lines.insert(chosen.randrange(len(lines) + 1), chosen.choice(PIECES))
        text = "\n".join(lines)
        shortened += bool(hollow.hollowed(lines)[1])
        quick = markdown.parse(text)
        with monkeypatch.context() as patch:
            patch.setattr(markdown, "hollowed", nothing)
            assert markdown.parse(text) == quick, text
    assert shortened > 10, "hardly any fence was emptied"


def test_a_long_fence_keeps_its_body() -> None:
    body = [f"line {number}" for number in range(100)]
    page = "\n".join(["# A", "", "````yaml", *body, "````", "", "after"])
    _, fences = hollow.hollowed(page.split("\n"))
    assert fences == {2: 103}
    (fence,) = (b for b in markdown.parse(page).blocks if b.line == 3)
    assert isinstance(fence, markdown.Fence)
    assert fence.text == "\n".join(body) + "\n"
    assert fence.closed
