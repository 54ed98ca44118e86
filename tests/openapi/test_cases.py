"""Each folder under `cases/<stage>/` is a case: its inputs, and `expected.txt`.

`UPDATE_EXPECTED=1` writes what the code gives now; read that before you commit it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from tests.cases import expect, folders
from undrift.diagnostics import Diagnostic
from undrift.jsontext import dumps
from undrift.openapi import (
    Document,
    Folder,
    Loaded,
    Node,
    Part,
    Source,
    Value,
    apply_overlay,
    check_document,
    join_pointer,
    load_source,
    merge,
    settled_versions,
    upgraded,
)

CASES = Path(__file__).with_name("cases")


def read_case(case: Path) -> Iterator[str]:
    """Show the value of `input.*`, or why there is none."""
    (file,) = case.glob("input.*")
    yield from shown(load_source(file.name, file.read_bytes()))


def merge_case(case: Path) -> Iterator[str]:
    """Show the union of the numbered files.

    `pages.txt` has a line `METHOD PATH [SPEC [DATE]]` for each, `-` where unknown;
    a line `keep-apart` at its end is the manifest's word.
    """
    document, problems = merged(case)
    yield from map(str, problems)
    if document is not None:
        yield from shown_document(document)


def merged(folder: Path) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    pages = folder / "pages.txt"
    promises = pages.read_text("utf-8").splitlines() if pages.exists() else []
    parts: list[Part] = []
    for number, file in enumerate(sorted(folder.glob("[0-9]*.yaml"))):
        loaded = load(file)
        words = promises[number].split() if promises else []
        parts.append(Part(loaded, *("" if word == "-" else word for word in words)))
    return merge(parts, apart="keep-apart" in promises)


def versions_case(case: Path) -> Iterator[str]:
    """Show what `old` and `new` say in view of each other.

    `former.txt` has a line `NEW OLD` for each file that was called otherwise, `-` for
    one that is new.
    """
    former = case / "former.txt"
    lines = former.read_text("utf-8").splitlines() if former.exists() else []
    names = {new: old.strip("-") for new, old in map(str.split, lines)}
    (old, _), (new, _) = merged(case / "old"), merged(case / "new")
    assert old is not None
    assert new is not None
    settled = settled_versions(old, new, lambda file: names.get(file, file))
    for side, document in zip(("old", "new"), settled, strict=True):
        yield f"{side}:"
        yield from shown_document(document)


def upgrade_case(case: Path) -> Iterator[str]:
    """Show the Swagger 2.0 document `swagger.yaml` as OpenAPI 3.0, with its places."""
    document = upgraded(Document.of(load(case / "swagger.yaml")))
    yield dumps(document.value, indent=2)
    for pointer in sorted(document.grafts):
        yield f"#{pointer} {document.place(pointer)}"


def overlay_case(case: Path) -> Iterator[str]:
    """Show `document.yaml` under `overlay.yaml`, and what the overlay did."""
    loaded = load(case / "document.yaml")
    result = apply_overlay(Document.of(loaded), load(case / "overlay.yaml"))
    for action in result.applied:
        yield f"{action.place} {', '.join(action.pointers)}: {action.reason}"
    yield from map(str, result.diagnostics)
    yield from shown_document(result.document)


def check_case(case: Path) -> Iterator[str]:
    """Show what is wrong with `document.yaml`."""
    yield from map(str, check_document(Document.of(load(case / "document.yaml"))))


def refs_case(case: Path) -> Iterator[str]:
    """Show where every reference of `openapi.yaml` leads."""
    loaded = load(case / "openapi.yaml")
    document = Document.of(loaded, Folder(case, main="openapi.yaml"))
    for at in nodes(document.root):
        if at.get("$ref"):
            target = document.resolve(at)
            if isinstance(target, Diagnostic):
                yield str(target)
            else:
                place = document.place(target.pointer)
                yield f"#{at.pointer} -> #{target.pointer} ({place})"


def load(file: Path) -> Loaded:
    loaded = load_source(file.name, file.read_bytes())
    assert isinstance(loaded, Loaded), loaded
    return loaded


def nodes(at: Node) -> Iterator[Node]:
    yield at
    for _, member in at.items():
        yield from nodes(member)


def shown(outcome: Loaded | Diagnostic) -> Iterable[str]:
    return [
        (
            str(outcome)
            if isinstance(outcome, Diagnostic)
            else dumps(outcome.value, indent=2)
        )
    ]


def shown_document(document: Document) -> Iterator[str]:
    """Show a document, and each place that is not in its main text."""
    yield dumps(document.value, indent=2)
    yield from foreign(document, document.value, "", document.grafts[""].source)


def foreign(
    document: Document, value: Value, pointer: str, within: Source
) -> Iterator[str]:
    source, _ = document.origin(pointer)
    if source is not within:
        yield f"#{pointer} {document.place(pointer)}"
    members = value if isinstance(value, dict) else {}
    items = enumerate(value) if isinstance(value, list) else members.items()
    for key, item in items:
        yield from foreign(document, item, join_pointer(pointer, key), source)


STAGES: dict[str, Callable[[Path], Iterator[str]]] = {
    "check": check_case,
    "merge": merge_case,
    "overlay": overlay_case,
    "read": read_case,
    "refs": refs_case,
    "upgrade": upgrade_case,
    "versions": versions_case,
}
ALL = [case for stage in STAGES for case in folders(CASES / stage)]


@pytest.mark.parametrize("case", ALL, ids=lambda p: p.relative_to(CASES).as_posix())
def test_case(case: Path) -> None:
    actual = "\n".join(STAGES[case.parent.name](case)) + "\n"
    expect(actual, case / "expected.txt")


def test_every_folder_is_a_case() -> None:
    assert {path for path in CASES.glob("*/*") if path.is_dir()} == set(ALL)
