"""Names that may be written, and those that could land elsewhere."""

import pytest

from undrift.output.names import RECORD_FILE, collisions, file_name_problem
from undrift.output.record import BrokenRecord, Record, parse_record, render_record

CONTROL = "holds a control character"
HIDDEN = "holds a character that cannot be shown"
ELSEWHERE = "holds a backslash or a colon"
PATH = "is not a plain relative path"
ENDS = "ends a part with a dot or a space"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.py", ""),
        ("a/b c.py", ""),
        ("a/..b", ""),
        ("ü/é.py", ""),
        ("a\x1f.py", CONTROL),
        ("a\x7f.py", CONTROL),
        ("a\u200b.py", HIDDEN),
        ("a\\b", ELSEWHERE),
        ("a:b", ELSEWHERE),
        ("", PATH),
        ("/a", PATH),
        ("a/", PATH),
        ("a/./b", PATH),
        ("a/../b", PATH),
        ("a./b", ENDS),
        ("a /b", ENDS),
        ("a/b.", ENDS),
    ],
)
def test_a_name(name: str, said: str) -> None:
    assert file_name_problem(name) == said


@pytest.mark.parametrize(
    ("names", "pairs"),
    [
        (["a", "b", "a/b"], [("a", "a/b")]),
        (["x/a", "x/b", "y/a"], []),
        (["x/a", "X/b"], [("X/b", "x/a")]),
        (["x/a/b/c", "x/A/b/c"], [("x/A/b/c", "x/a/b/c")]),
        (["x/y/a", "x/Y"], [("x/Y", "x/y/a")]),
    ],
)
def test_names_that_are_one_somewhere(
    names: list[str], pairs: list[tuple[str, str]]
) -> None:
    assert list(collisions(names)) == pairs


DIGEST = "0" * 64
_FILES = f'"files": {{"{RECORD_FILE}": "{DIGEST}"}}'
_OF_ITSELF = f'{{"undrift": 1, {_FILES}, "inputs": {{}}}}'
FULL = Record({"a.py": DIGEST}, {"specs/a": DIGEST}, "maker", "summary")


@pytest.mark.parametrize("record", [FULL, Record({}, {}), Record({"a": DIGEST}, {})])
def test_a_record_comes_back(record: Record) -> None:
    assert parse_record(render_record(record)) == record


def test_a_record_says_only_what_there_is() -> None:
    assert render_record(Record({}, {})) == (
        b'{\n  "files": {},\n  "inputs": {},\n  "undrift": 1\n}\n'
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "it is not valid JSON (JSONDecodeError)"),
        ("[]", "it is not a JSON object"),
        ("{}", "its format number is missing"),
        ('{"undrift": true}', "its format number is missing"),
        ('{"undrift": "1"}', "its format number is missing"),
        ('{"undrift": 1}', "its files or inputs are not names with digests"),
        (
            '{"undrift": 1, "files": {}, "inputs": {"a": "0"}}',
            "its files or inputs are not names with digests",
        ),
        (
            f'{{"undrift": 1, "files": {{"../a": "{DIGEST}"}}, "inputs": {{}}}}',
            "it lists a file that cannot be in this folder",
        ),
        (
            _OF_ITSELF,
            "it lists a file that cannot be in this folder",
        ),
        (
            '{"undrift": 1, "files": {}, "inputs": {}, "maker": 1}',
            "its maker or summary is no text",
        ),
        (
            '{"undrift": 1, "files": {}, "inputs": {}, "summary": 1}',
            "its maker or summary is no text",
        ),
    ],
)
def test_a_record_that_says_nothing_usable(text: str, reason: str) -> None:
    assert parse_record(text.encode()) == BrokenRecord(reason)


def test_a_record_of_another_format() -> None:
    found = parse_record(b'{"undrift": 2}')
    assert found == BrokenRecord("its format is 2, not 1", other_format=True)


def test_inputs_may_have_any_name() -> None:
    record = Record({}, {"../openapi.yaml": DIGEST})
    assert parse_record(render_record(record)) == record
