"""The quick YAML reader says what the complete one says, or nothing."""

import random
from collections.abc import Iterator, Mapping, Sequence

import pytest

from undrift.openapi.block_yaml import read_block_yaml
from undrift.openapi.pieces import Pieces
from undrift.openapi.positions import YamlPositions
from undrift.openapi.source import Fault
from undrift.openapi.value import Value, same
from undrift.openapi.yaml import read_yaml

DOCUMENT = """\
openapi: 3.0.0
info:
  title: 'It''s a title: with a colon'
  version: "1.0\\_\\u00e9"
servers:
  - url: https://api.example/v1
tags: []
paths:
  /invoices/{id}:cancel:
    post:
      description: >-
        Cancels an invoice.

        Two
          indented
        lines.
      parameters:
      - name: id
        in: path
        required: true
        schema: {}
      responses:
        '200':
          description: |
            # Done

            - one
        404:
          description: null
components:
  schemas:
    # what is billed
    Amount:
      type: number
      minimum: -0.50
      enum:
        - 1
        - 010
        - yes
        - 1e3
        - - nested
          - ~
    Empty:
  responses:
    Ok:
      description: "quoted # no comment"
"""

PIECES = (
    *("", " ", "  ", "\n", "\n\n", "   \n", "-", "- ", "- - ", ":", ": ", "#", " #"),
    *("'", '"', "|", ">", ">-", "|+", ">2-", "{", "}", "[", "]", "&a ", "*a", "!", "%"),
    *("\\", "\\x41", "\\ud83d", "0", "~", "?", "---\n", "a: |\n", "`", "@", ",", "é"),
    *("\t", "\r", "\u2028", "x: ", "<<: ", "= "),
)


def places(value: Value, tokens: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the way to every value."""
    yield tokens
    match value:
        case dict():
            for key, item in value.items():
                yield from places(item, (*tokens, key))
        case list():
            for index, item in enumerate(value):
                yield from places(item, (*tokens, str(index)))
        case _:
            pass


def hold_equal(text: str) -> bool:
    """Compare the readers where the quick one takes the text; say whether it does."""
    pieces = Pieces()
    quick = read_block_yaml(text)
    for read in (quick, pieces.read(text), pieces.read(text)):
        if read is None:
            continue
        complete = read_yaml(text)
        assert not isinstance(complete, Fault), (text, complete)
        value, positions = complete
        assert same(read[0], value), text
        mine = YamlPositions(read[1])
        for tokens in places(value):
            assert mine.find(tokens) == positions.find(tokens), (text, tokens)
    return quick is not None


def test_a_usual_document_is_read_quickly() -> None:
    assert hold_equal(DOCUMENT)
    assert Pieces().read(DOCUMENT) is not None


@pytest.mark.parametrize("seed", range(8))
def test_any_change_is_read_alike_or_left_to_the_complete_reader(seed: int) -> None:
    chosen = random.Random(seed)
    lines = DOCUMENT.splitlines(keepends=True)
    taken = 0
    for _ in range(150):
        start = chosen.randrange(len(lines))
        part = lines[start : start + chosen.randrange(1, len(lines))]
        widths = [len(line) - len(line.lstrip()) for line in part if line.strip()]
        margin = min(widths, default=0)
        text = changed("".join(line[margin:] or "\n" for line in part), chosen)
        taken += hold_equal(text)
    assert taken > 10, "the quick reader hardly took anything"


def changed(text: str, chosen: random.Random) -> str:
    """Return a text with a few small changes."""
    for _ in range(chosen.randrange(4)):
        at = chosen.randrange(len(text) + 1)
        cut = chosen.choice((0, 0, 1, 3))
        text = text[:at] + pick(PIECES, chosen) + text[at + cut :]
    return text


@pytest.mark.parametrize("seed", range(4))
def test_block_scalars_are_read_alike(seed: int) -> None:
    chosen = random.Random(seed)
    heads = ("|", ">", "|-", ">-", "|+", ">+", ">2-", "|2")
    befores = ("a: ", "- ", "a:\n  b: ", "- a: ", "a:\n- ")
    contents = ("", "", "x", "y z", "# c", "- a", "b: c", " ")
    ends = ("", "\n", "\n\n", "\n  \n", "\nz: 1\n", "\n- q\n")
    taken = 0
    for _ in range(1500):
        body = "\n".join(
            " " * chosen.choice((0, 1, 2, 2, 2, 3, 4)) + pick(contents, chosen)
            for _ in range(chosen.randrange(7))
        )
        head = pick(befores, chosen) + pick(heads, chosen)
        taken += hold_equal(f"{head}\n{body}{pick(ends, chosen)}")
    assert taken > 100, "the quick reader hardly took anything"


def pick(texts: Sequence[str], chosen: random.Random) -> str:
    """Return one of the texts."""
    return texts[chosen.randrange(len(texts))]


def test_pieces_are_shared_between_texts() -> None:
    pieces = Pieces()
    other = DOCUMENT.replace("/invoices/{id}:cancel", "/invoices")
    read = [pieces.read(DOCUMENT), pieces.read(other)]
    amounts = [component(found[0], "Amount") for found in read if found is not None]
    assert len(amounts) == 2
    assert amounts[0] is amounts[1]
    places_of = [YamlPositions(found[1]) for found in read if found is not None]
    at = ("components", "schemas", "Amount", "minimum")
    assert places_of[0].find(at) == places_of[1].find(at) == (35, 7)


def component(document: Value, name: str) -> object:
    """Return a schema component."""
    value: object = document
    for key in ("components", "schemas", name):
        assert isinstance(value, Mapping)
        value = value[key]
    return value
