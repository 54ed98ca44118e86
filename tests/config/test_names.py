"""Recorded names: read back exactly, written sorted, edits and comments kept."""

import random
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from undrift.config import Names, Recorded, read_names, render_names

SHOWN = "specs/acme/names.yaml"
NAMES = Names(
    {"POST /b": "b.make", "GET /a/{id}": "a.get"},
    {"/components/schemas/Null": "Null", "/components/schemas/A~1B": "AB"},
)
TEXT = """\
# The Python names of this client's calls and types.
# undrift adds new ones and never renames what stands here; to rename something,
# change it here and generate again.
operations:
  "GET /a/{id}": a.get
  "POST /b": b.make
types:
  "/components/schemas/A~1B": AB
  "/components/schemas/Null": "Null"
"""


def read(tmp_path: Path, data: bytes | str) -> Recorded | str:
    file = tmp_path / "names.yaml"
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    found = read_names(file, SHOWN)
    return found if isinstance(found, Recorded) else "\n".join(map(str, found))


def recorded(tmp_path: Path, data: bytes | str) -> Recorded:
    found = read(tmp_path, data)
    assert isinstance(found, Recorded), found
    return found


def test_what_is_written(tmp_path: Path) -> None:
    assert render_names(NAMES).decode() == TEXT
    found = recorded(tmp_path, TEXT)
    assert found.names == NAMES
    assert str(found.place("operations", "POST /b")) == f"{SHOWN}:6:3"
    assert str(found.place("types", "/components/schemas/A~1B")) == f"{SHOWN}:8:3"


def test_no_file_and_no_names(tmp_path: Path) -> None:
    found = read_names(tmp_path / "names.yaml", SHOWN)
    assert found == Recorded(Names(), SHOWN)
    for empty in ("", "# only a comment\n", "operations:\ntypes: {}\n"):
        assert recorded(tmp_path, empty).names == Names()
    assert recorded(tmp_path, render_names(Names())).names == Names()
    mine = recorded(tmp_path, "# mine\n")
    assert render_names(Names(), mine) == b"# mine\n"
    assert render_names(Names({"GET /a": "a.get"}), mine) == (
        b'# mine\noperations:\n  "GET /a": a.get\n'
    )


ENTRIES = st.dictionaries(
    st.text(st.characters(exclude_categories=["Cs"], min_codepoint=32), max_size=8),
    st.sampled_from(["A", "Null", "True_", "Yes", "No", "On", "Y", "E5", "Inf"]),
    max_size=3,
)


@given(ENTRIES, st.randoms(use_true_random=False))
def test_any_key_reads_back(
    tmp_path_factory: pytest.TempPathFactory,
    entries: dict[str, str],
    chance: random.Random,
) -> None:
    types = {f"/{key}": f"{name}{n}" for n, (key, name) in enumerate(entries.items())}
    operations = {f"GET /{key}": f"x.m{n}" for n, key in enumerate(entries)}
    mixed = list(types.items())
    chance.shuffle(mixed)
    names = Names(operations, types)
    data = render_names(names)
    assert render_names(Names(operations, dict(mixed))) == data
    found = recorded(tmp_path_factory.getbasetemp(), data)
    assert found.names == names


@pytest.mark.parametrize("name", ["Null", "True_", "Yes", "On", "N"])
def test_words_of_yaml_stay_names(tmp_path: Path, name: str) -> None:
    names = Names({}, {"/a": name})
    assert recorded(tmp_path, render_names(names)).names == names


def test_what_says_the_same_is_left_as_it_is(tmp_path: Path) -> None:
    text = "types: {/a: A}   # mine\noperations: {GET /a: a.get}\n"
    found = recorded(tmp_path, text)
    assert render_names(found.names, found) == text.encode()


def test_comments_and_edits_stay_when_something_is_added(tmp_path: Path) -> None:
    text = (
        "\ufeff# Our own words.\r\n"
        "\r\n"
        "operations:  # calls\r\n"
        "  # Renamed: b.make reads badly.\r\n"
        "\r\n"
        '  "POST /b": b.create  # was b.make, see b.create\r\n'
        "  'GET /a#b': 'a.get'   # quoted\r\n"
        "# about types\r\n"
        "types:\r\n"
        "  /x: X\r\n"
        "# the end\r\n"
    )
    found = recorded(tmp_path, text)
    more = Names({**found.names.operations, "GET /c": "c.get"}, found.names.types)
    assert render_names(more, found).decode() == (
        "# Our own words.\n"
        "operations:  # calls\n"
        '  "GET /a#b": a.get  # quoted\n'
        '  "GET /c": c.get\n'
        "  # Renamed: b.make reads badly.\n"
        '  "POST /b": b.create  # was b.make, see b.create\n'
        "# about types\n"
        "types:\n"
        '  "/x": X\n'
        "# the end\n"
    )
    again = recorded(tmp_path, render_names(more, found))
    assert again.names == more
    assert render_names(more, again) == again.data


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a", ":1:1: error[UD005] a mapping is expected here"),
        ("operation: {}", "unknown key 'operation'\n    did you mean operations?"),
        ("types: []", "#/types: a mapping is expected here"),
        ("operations: {get /a: a.get}", "'get /a' is not METHOD /path"),
        ("operations: {GET /a: get}", "'get' is not resource.method"),
        ("operations: {GET /a: a.b.get}", "'a.b.get' is not resource.method"),
        ("operations: {GET /a: A.get}", "'A.get' is not resource.method"),
        ("operations: {GET /a: a.class}", "class is a keyword of Python"),
        ("operations: {GET /a: a.gét}", "is not resource.method"),
        ("operations: {GET /a: 1}", "resource.method is expected here, as a string"),
        (
            "operations:\n  GET /a: a.get\n  GET /b: a.get",
            f"{SHOWN}:3:3: error[UD005] #/operations/GET ~1b: "
            "a.get is already the name of 'GET /a'",
        ),
        ("types: {/a: AB, /b: Ab}", "Ab is already the name of '/a'"),
        ("types: {/a: 'None'}", "None is a keyword of Python"),
        ("types: {/a: invoice}", "'invoice' is not a class name"),
        ("types: {a: Invoice}", "'a' is not a JSON pointer"),
        ("types: {/a: A, /a: B}", "error[UD011]"),
        ("<<<<<<< ours\n", f"{SHOWN}:1:1: error[UD005] a mapping is expected here"),
        (b"types: \xff", "error[UD010] byte 0xff is not UTF-8"),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str | bytes, message: str) -> None:
    found = read(tmp_path, text)
    assert isinstance(found, str), found
    assert message in found
