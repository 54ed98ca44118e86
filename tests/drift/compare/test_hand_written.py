"""Hand-written pages compared: what they state changes, what they show does not."""

import pytest

from undrift.drift.finding import Finding

from .folders import compare_folders

PAGE = """\
# Lend a book

```
POST /v1/loans
```

## Body

| Field | Type | Required | Description |
|---|---|---|---|
| `reader` | string | Yes | Who takes it, 1-40 characters |
| `days` | number | No | For how long, at most 30 |
| `cover` | string | No | What it has: `paper`, `cloth` |

## Response

Returns `201 Created`.

```json
{
  "id": 7,
  "fee": 1.5,
  "copies": [{"shelf": "A"}],
  "late": null
}
```

## Errors

| Status | Code | Description |
|---|---|---|
| 409 | lent | Somebody has it |
"""

TABLE = PAGE[PAGE.index("| Field ") : PAGE.index("\n## Response")]
NOTES = """\
| Field | Type | Required | Notes | Description |
|---|---|---|---|---|
| `reader` | string | Yes | - | Who takes it, 1-40 characters |
| `days` | number | No | whole days only | For how long, at most 30 |
| `cover` | string | No | | What it has: `paper`, `cloth` |
"""
SINCE = """\
| Since | Required | Type | Field | Description |
|---|---|---|---|---|
| v1 | Yes | string | `reader` | Who takes it, 1-40 characters |
| v2 | No | string | `cover` | What it has: `paper`, `cloth` |
| v1 | No | number | `days` | For how long, at most 30 |
"""


def found(old: str, new: str) -> tuple[Finding, ...]:
    """Compare the page with itself after an edit."""
    assert old in PAGE
    before = {"loans.md": PAGE.encode()}
    after = {"loans.md": PAGE.replace(old, new).encode()}
    return compare_folders(before, after).findings


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"fee": 1.5', '"fee": 2'),
        ('"id": 7', '"id": 8000'),
        ('[{"shelf": "A"}]', "[]"),
        ('[{"shelf": "A"}]', "null"),
        ('"late": null', "..."),
        ('  "late": null\n', '  "…": "…"\n'),
        ('"late": null', '"late": null,'),
        ("Who takes it, 1-40 characters", "The reader: 1-40 characters"),
        ("What it has: `paper`, `cloth`", "What it has (`paper` or `cloth`)"),
        ("Somebody has it", "It is lent already"),
        ("Returns `201 Created`.", "The new loan (`201 Created`)."),
        (TABLE, NOTES),
        (TABLE, SINCE),
    ],
)
def test_values_and_words_are_no_findings(old: str, new: str) -> None:
    assert found(old, new) == ()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"id": 7,', '"id": 7, "desk": 1,', "DR320"),
        ('"id": 7,', "", "DR321"),
        ('"id": 7,', '"id": 7, "desk": {"floor": 1, "shelf": {"row": 2}},', "DR320"),
        ('"id": 7,', '"id": {"desk": 1, "number": 2},', "DR324"),
        ('[{"shelf": "A"}]', '"none"', "DR324"),
        ("POST /v1/loans", "POST /v2/loans", "DR107"),
        ("POST /v1/loans", "POST /v1/readers/{reader}/loans", "DR107"),
        ("POST /v1/loans", "PUT /v1/loans", "DR107"),
        ("1-40 characters", "1-20 characters", "DR232"),
        ("`days` | number | No", "`days` | number | Yes", "DR223"),
        ("`days` | number", "`days` | string", "DR225"),
        ("`paper`, `cloth`", "`paper`, `cloth`, `leather`", "DR229"),
        ("`paper`, `cloth`", "`paper`, `leather`", "DR228"),
        ("| 409 | lent | Somebody has it |\n", "", "DR302"),
        (
            "| 409 | lent | Somebody has it |\n",
            "| 409 | lent | Somebody has it |\n| 423 | locked | Nobody may |\n",
            "DR304",
        ),
    ],
)
def test_what_is_stated_is_one_finding(old: str, new: str, code: str) -> None:
    assert [finding.code for finding in found(old, new)] == [code]


SEVERAL = """\
# Shelves

## List them

```
GET /v1/shelves
```

## Look at one

```
GET /v1/shelves/{shelf}
```

## Clear one

```
POST /v1/shelves/{shelf}/clear
```
"""


def told(new: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    """Compare the page of several operations with another text."""
    before = {"shelves.md": SEVERAL.encode()}
    after = {"shelves.md": new.encode()}
    findings = compare_folders(before, after).findings
    return [(f.code, f.operations, f.after) for f in findings]


def test_operations_of_a_page_that_move_alike_are_one_finding() -> None:
    ((code, operations, after),) = told(SEVERAL.replace("/v1/", "/v2/"))
    assert (code, after) == ("DR107", "/v2")
    assert operations == (
        "GET /v1/shelves",
        "GET /v1/shelves/{shelf}",
        "POST /v1/shelves/{shelf}/clear",
    )


def test_another_operation_of_a_page_is_no_move() -> None:
    assert told(SEVERAL.replace("/clear", "/lock")) == [
        ("DR101", ("POST /v1/shelves/{shelf}/clear",), None),
        ("DR102", ("POST /v1/shelves/{shelf}/lock",), None),
    ]
