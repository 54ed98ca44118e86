"""A run that would only repeat the last one is not made; any other one is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from undrift.output import WriteOutcome, write_package
from undrift.reading.provider import Stopped
from undrift.usecases.rerun import unchanged
from undrift.usecases.standalone import generate_from

DOCUMENT = """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
servers: [{url: https://api.example}]
paths:
  /a:
    get:
      operationId: listA
      responses:
        '200':
          description: ''
          content: {application/json: {schema: {$ref: 'types.yaml#/A'}}}
"""


@pytest.fixture
def made(tmp_path: Path) -> tuple[Path, Path]:
    """Return a document and the folder in which its package was made."""
    file, into = tmp_path / "api.yaml", tmp_path / "out"
    file.write_text(DOCUMENT, "utf-8")
    types = "A: {type: object, properties: {a: {type: string}}}\n"
    (tmp_path / "types.yaml").write_text(types, "utf-8")
    generated = generate_from(file, into)
    assert not isinstance(generated, Stopped)
    assert generated.package is not None
    assert isinstance(
        write_package(replace(generated.package, summary="said")), WriteOutcome
    )
    return file, into


def test_a_repetition_is_known(made: tuple[Path, Path]) -> None:
    file, into = made
    assert unchanged(file, into, "") == (into / "shop", "said")


def _edit(path: str) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        target = folder / path
        target.write_bytes(target.read_bytes() + b"\n")

    return edit


def _remove(path: str) -> Callable[[Path], None]:
    def remove(folder: Path) -> None:
        (folder / path).unlink()

    return remove


def _put(path: str, text: str) -> Callable[[Path], None]:
    def put(folder: Path) -> None:
        (folder / path).write_text(text, "utf-8")

    return put


@pytest.mark.parametrize(
    "change",
    [
        _edit("api.yaml"),
        _edit("types.yaml"),
        _edit("out/shop/_client.py"),
        _edit("out/shop/_runtime/call.py"),
        _remove("types.yaml"),
        _remove("out/shop/py.typed"),
        _put("out/shop/mine.py", ""),
        _put("out/shop/.undrift.json", "{}"),
    ],
    ids=[
        "document",
        "referred",
        "edited",
        "runtime",
        "referred-gone",
        "file-gone",
        "foreign",
        "record",
    ],
)
def test_anything_else_is_made(
    made: tuple[Path, Path], change: Callable[[Path], object]
) -> None:
    file, into = made
    change(file.parent)
    assert unchanged(file, into, "") is None


def test_another_name_is_another_package(made: tuple[Path, Path]) -> None:
    file, into = made
    assert unchanged(file, into, "shop") is None
    assert unchanged(file, into, "other") is None
    assert unchanged(file, into / "elsewhere", "") is None
