"""Emptying long fences before parsing changes nothing of what is parsed."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from undrift.docs import Fence
from undrift.docs.text import fence_skipping, markdown

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


def nothing(lines: Sequence[str]) -> fence_skipping.SkippedFences:
    """Empty no fence."""
    return fence_skipping.SkippedFences(lines, range(len(lines) + 1), {})


@pytest.mark.parametrize("seed", range(6))
def test_pages_are_parsed_alike(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = random.Random(seed)
    monkeypatch.setattr(fence_skipping, "_LONG", 2)
    shortened = 0
    for _ in range(60):
        lines = chosen.choice(PAGES).read_text("utf-8").split("\n")[:400]
        for _ in range(chosen.randrange(6)):
            lines.insert(chosen.randrange(len(lines) + 1), chosen.choice(PIECES))
        text = "\n".join(lines)
        shortened += bool(fence_skipping.skip_fences(lines).ends)
        quick = markdown.parse(text)
        with monkeypatch.context() as patch:
            patch.setattr(markdown, "skip_fences", nothing)
            assert markdown.parse(text) == quick, text
    assert shortened > 10, "hardly any fence was emptied"


def test_a_long_fence_keeps_its_body() -> None:
    body = [f"line {number}" for number in range(100)]
    page = "\n".join(["# A", "", "````yaml", *body, "````", "", "after"])
    assert fence_skipping.skip_fences(page.split("\n")).ends == {2: 103}
    (fence,) = (b for b in markdown.parse(page).blocks if b.line == 3)
    assert isinstance(fence, Fence)
    assert fence.text == "\n".join(body) + "\n"
    assert fence.closed
