"""A whole package: same input, same bytes; a small change, a small difference."""

from __future__ import annotations

from difflib import unified_diff

import pytest

from tests.emit.packages import files, rendered
from undrift.emit import normalised

DOCUMENT = """
    openapi: 3.1.0
    info: {title: Acme, version: '1'}
    servers: [{url: https://api.example}]
    security: [{key: []}]
    paths:
      /invoices/{id}/cancel:
        post:
          tags: [Invoices]
          operationId: cancelInvoice
          summary: Cancel an invoice.
          parameters:
            - {name: id, in: path, required: true, schema: {type: string},
               description: Its number.}
          requestBody:
            content:
              application/json:
                schema:
                  type: object
                  required: [reason]
                  properties:
                    reason: {type: string, description: Why it ends.}
                    notify: {type: boolean, default: true}
          responses:
            '200':
              description: Cancelled
              content:
                application/json:
                  schema: {$ref: '#/components/schemas/Invoice'}
                  example: {id: '1', amount: 12.50, status: void}
            '404': {description: No such invoice}
    components:
      securitySchemes:
        key: {type: apiKey, in: header, name: X-Key}
      schemas:
        Invoice:
          type: object
          description: What was sold.
          required: [id]
          properties:
            id: {type: string}
            amount: {type: number, description: With taxes.}
            status: {type: string, enum: [open, void]}
"""


def changed_lines(old: str, new: str) -> list[str]:
    return [
        line
        for line in unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm="")
        if not line.startswith(("---", "+++", "@@"))
    ]


def test_same_input_same_bytes() -> None:
    assert rendered(DOCUMENT).files == rendered(DOCUMENT).files


def test_files_are_formatted_and_clean() -> None:
    for path, text in files(DOCUMENT).items():
        if path.endswith(".py"):
            assert normalised(text.encode()) == text.encode(), path
        assert "\r" not in text
        assert text == "" or text.endswith("\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Its number.", "The number that the customer sees."),
        ("Why it ends.", "A reason."),
        ("What was sold.", "An invoice."),
        ("With taxes.", "With taxes and fees."),
        ("Cancel an invoice.", "Cancels one invoice."),
        ("No such invoice", "There is none"),
    ],
)
def test_a_changed_description_changes_only_lines_that_show_it(
    old: str, new: str
) -> None:
    before, after = files(DOCUMENT), files(DOCUMENT.replace(old, new))
    assert before.keys() == after.keys()
    for path in before:
        for line in changed_lines(before[path], after[path]):
            shown = old if line.startswith("-") else new
            assert shown in line, f"{path}: {line}"


def test_reordered_paths_and_properties_rename_nothing() -> None:
    first = "            id: {type: string}\n"
    reordered = DOCUMENT.replace(first, "").rstrip() + "\n" + first
    assert files(DOCUMENT).keys() == files(reordered).keys()
