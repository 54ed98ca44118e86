"""What pages document and a spec lacks, as edits of the spec's text.

Each folder of `cases` holds a page, a spec written by hand, and what is proposed.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tests.cases import expect, folders
from tests.usecases.sync.project import Project
from undrift.openapi import Value, load_source, yaml_text
from undrift.reading.reader import Reader
from undrift.usecases.sync import Proposal, difference, propose
from undrift.usecases.sync.yamltext import ChangedMember, Editing, Item, Member, edited

LIMIT = re.compile(rb"\s*(?:min|max)\w*:")
CASES = Path(__file__).with_name("cases")


def proposed(case: Path, root: Path) -> Proposal:
    made = Project(root)
    shutil.copytree(case, made.folder)
    names = ["client: Acme", "pages: [{file: page.md}]", "spec: openapi.yaml"]
    names += ["overlay: overlay.yaml"] * (case / "overlay.yaml").exists()
    (made.folder / "provider.yaml").write_text("\n".join(names))
    target = made.target()
    found = propose(target, target.held, Reader())
    assert isinstance(found, Proposal), found
    return found


@pytest.mark.parametrize("case", folders(CASES), ids=lambda path: path.name)
def test_case(case: Path, tmp_path: Path) -> None:
    found = proposed(case, tmp_path)
    lines = [
        *(f"+ {lack.place}: {lack.message}" for lack in found.added),
        *(f"by hand {problem}" for problem in found.left),
    ]
    if found.after != found.before:
        lines += ["", *difference(found.before, found.after, 999)]
    expect("\n".join(lines) + "\n", case / "expected.txt")


@pytest.mark.parametrize("case", folders(CASES), ids=lambda path: path.name)
def test_nothing_else_changes(case: Path, tmp_path: Path) -> None:
    """Every line that was there still is, as it was, but for limits that pages set."""
    found = proposed(case, tmp_path)
    after = iter(found.after.split(b"\n"))
    *lines, last = found.before.split(b"\n")
    assert all(line in after for line in lines if not LIMIT.match(line))
    # The last line may lack an end, and gets one if something follows.
    assert last in (line.rstrip(b"\r") for line in after)
    ends = set(re.findall(rb"\r?\n", found.after))
    assert ends <= set(re.findall(rb"\r?\n", found.before))


@pytest.mark.parametrize("case", folders(CASES), ids=lambda path: path.name)
def test_once_is_enough(case: Path, tmp_path: Path) -> None:
    first = proposed(case, tmp_path / "1")
    shutil.copytree(case, tmp_path / "case")
    (tmp_path / "case/openapi.yaml").write_bytes(first.after)
    again = proposed(tmp_path / "case", tmp_path / "2")
    assert again.after == first.after
    assert not again.added
    assert [d.message for d in again.left] == [d.message for d in first.left]


def test_a_word_is_changed_and_what_stands_behind_it_stays() -> None:
    text = "a:\n  maximum: 40  # a small train\n  other: 'x'\n"
    assert edited(text, [ChangedMember("/a", "maximum", 60)]) == text.replace(
        "40", "60"
    )
    assert edited(text, [ChangedMember("/a", "other", "y")]) is None
    assert edited(text, [ChangedMember("/a", "minimum", 1)]) is None


LIST = "a:\n  required: [x]  # all\n  more:\n  - 1\n  - b: 2\n    c: 3\n# end\n"


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (Item("/a/required", "z"), LIST.replace("[x]", "[x, z]")),
        (Item("/a/required", "no"), LIST.replace("[x]", '[x, "no"]')),
        (Item("/a/required", "a, b"), LIST.replace("[x]", '[x, "a, b"]')),
        (Item("/a/more", "z"), LIST.replace("c: 3\n", "c: 3\n  - z\n")),
        (Item("/a/more", {"d": [4]}), LIST.replace("3\n", "3\n  - d:\n      - 4\n")),
        (Member("/a", "new", {}), LIST.replace("c: 3\n", "c: 3\n  new: {}\n")),
        (
            Member("/a", "new", 1, ("nothing", "required")),
            LIST.replace("# all\n", "# all\n  new: 1\n"),
        ),
        (Member("/a/more/1", "d", 4), LIST.replace("c: 3\n", "c: 3\n    d: 4\n")),
        (Member("", "new", "x"), LIST.replace("# end", "new: x\n# end")),
        (Member("/a", "more", 1), None),
        (Member("/b", "n", 1), None),
        (Member("/a/required", "n", 1), None),
        (Item("/a", 1), None),
        (Item("/a/more/9", 1), None),
    ],
)
def test_edits(edit: Member | Item, expected: str | None) -> None:
    assert edited(LIST, [edit]) == expected


def test_edits_of_one_place_stand_in_their_order() -> None:
    """What ends deeper comes first, and what is added later stands later."""
    text = "a:\n  b:\n    c: 1\n  d:\n  - 1"
    edits: list[Member | Item] = [
        Member("", "e", 1),
        Member("/a", "f", 2),
        Item("/a/d", 2),
        Item("/a/d", 3),
        Member("/a", "g", 3),
        Member("/a/b", "h", 4),
    ]
    assert edited(text, edits) == (
        "a:\n  b:\n    c: 1\n    h: 4\n  d:\n  - 1\n  - 2\n  - 3\n  f: 2\n  g: 3\ne: 1"
    )
    crlf = text.replace("\n", "\r\n")
    assert edited(crlf, edits) == str(edited(text, edits)).replace("\n", "\r\n")


def test_one_of_two_edits_that_exclude_each_other_is_left() -> None:
    editing = Editing("a:\n  b: [1]\n", Reader())
    assert editing.add([Member("/a", "c", 1), Item("/a/b", 2)])
    assert not editing.add([Member("/a", "c", 2)])
    assert not editing.add([Item("/a/b", 3)])
    assert not editing.add([Member("/a", "d", 1), Member("/a", "d", 2)])
    assert editing.result() == "a:\n  b: [1, 2]\n  c: 1\n"


def test_a_comment_further_out_ends_nothing() -> None:
    text = "a:\n  b:\n# left\n    c: 1\n# right\n  d: 2\n"
    found = edited(text, [Member("/a", "new", 3, ("b",))])
    assert found == text.replace("c: 1\n", "c: 1\n  new: 3\n")


def test_what_stands_in_two_places_is_not_changed_in_one() -> None:
    text = "a: &x\n  b: 1\nc: *x\n"
    assert edited(text, [Member("/c", "new", 1)]) is None
    assert edited(text, [Member("/a", "new", 1)]) is None


@pytest.mark.parametrize(
    "text",
    [
        "a: {b: 1}\n",
        "a: {b: 1,\n    c: 2}\n",
        "a: {}\n",
        "a: &x\n  b: &x {c: 1}\nd: *x\n",
        "a:\n\tb: 1\n",
        "? a\n: b: 1\n",
        "a: [",
    ],
)
def test_what_cannot_be_edited_is_left(text: str) -> None:
    changed = edited(text, [Member("/a", "new", 1)])
    assert changed is None or "new: 1" in changed


WORDS = st.sampled_from(
    ["a", "b", "a b", "#", "- x", "on", "1", "", "é", "x\ny\n", "{"]
)
VALUES: st.SearchStrategy[Value] = st.recursive(
    WORDS | st.integers(0, 9) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(WORDS.filter(bool), inner, max_size=3),
    max_leaves=8,
)
MAPPINGS = st.dictionaries(WORDS.filter(bool), VALUES, min_size=1, max_size=3)


@given(MAPPINGS, VALUES, st.booleans(), st.lists(WORDS, max_size=2).map(tuple))
def test_an_edit_is_what_was_meant_or_none(
    target: dict[str, Value], value: Value, deep: bool, after: tuple[str, ...]
) -> None:
    whole: Value = {"first": 0, "in": target, "last": [1]} if deep else target
    text = (
        "# begin\n" + yaml_text(whole).replace("\n", "\n\n# between\n", 1) + "# end\n"
    )
    changed = edited(text, [Member("/in" if deep else "", "new", value, after)])
    if changed is None:
        return
    loaded = load_source("", changed)
    added = {**target, "new": value}
    wanted = {"first": 0, "in": added, "last": [1]} if deep else added
    assert getattr(loaded, "value", None) == wanted
    rest = iter(changed.split("\n"))
    assert all(line in rest for line in text.split("\n"))


def test_without_a_spec_there_is_nothing_to_propose(tmp_path: Path) -> None:
    made = Project(tmp_path)
    made.folder.mkdir(parents=True)
    (made.folder / "page.md").write_text("# A\n")
    text = "client: Acme\npages: [{file: page.md}]\n"
    (made.folder / "provider.yaml").write_text(text)
    target = made.target()
    assert propose(target, target.held, Reader()) is None


def test_a_spec_that_cannot_be_read(tmp_path: Path) -> None:
    made = Project(tmp_path)
    shutil.copytree(CASES / "new-calls", made.folder)
    (made.folder / "openapi.yaml").write_text("openapi: [")
    text = "client: Acme\npages: [{file: page.md}]\nspec: openapi.yaml\n"
    (made.folder / "provider.yaml").write_text(text)
    target = made.target()
    found = propose(target, target.held, Reader())
    assert isinstance(found, tuple)
    assert [problem.code for problem in found] == ["UD010"]
