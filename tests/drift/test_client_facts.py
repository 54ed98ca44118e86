"""What a client states, as facts: all of it, and always a bounded number."""

from collections.abc import Iterator
from pathlib import Path

from tests.cases import expect
from undrift.diagnostics import Diagnostic
from undrift.drift.client_facts import MOST_FIELDS, facts_of_client
from undrift.facts import OperationFacts, PageFacts
from undrift.facts.render import DocumentedPage, facts_lines
from undrift.lower import lower
from undrift.openapi import Document, load_source

TYPES = 12
SCHEMAS = "".join(
    f"    T{n}:\n      type: object\n      properties:\n"
    + "".join(
        f"        t{m}: {{$ref: '#/components/schemas/T{m}'}}\n" for m in range(TYPES)
    )
    for n in range(TYPES)
)
TEXT = f"""\
openapi: 3.1.0
info: {{title: T, version: '1'}}
paths:
  /t:
    get:
      responses:
        '200':
          description: OK
          content:
            application/json:
              schema: {{$ref: '#/components/schemas/T0'}}
components:
  schemas:
{SCHEMAS}"""


def test_types_that_hold_one_another_are_told_once_on_each_way() -> None:
    loaded = load_source("t.yaml", TEXT)
    assert not isinstance(loaded, Diagnostic)
    document = Document.of(loaded)
    (claims,) = facts_of_client(lower(document).client, document.place)
    names = [fact.name for fact in claims.response_fields]
    assert 1 < len(names) <= MOST_FIELDS
    assert "t1" in names
    assert "t1.t2" in names
    assert not any(name.count("t1.") > 1 for name in names)


CLIENT = Path(__file__).with_name("client")


def more(facts: OperationFacts) -> Iterator[str]:
    """Yield what facts of a page never hold."""
    yield f"{facts.key}: body {facts.body or '-'}"
    if facts.unsupported or facts.assumed_auth:
        yield f"    {facts.unsupported}; assumed {', '.join(facts.assumed_auth)}"
    for where, values in facts.values():
        for fact in (fact for fact in values if fact.unsupported):
            yield f"    {where} {fact.name}: {fact.unsupported}"


def test_all_that_a_client_states() -> None:
    loaded = load_source("openapi.yaml", (CLIENT / "openapi.yaml").read_bytes())
    assert not isinstance(loaded, Diagnostic)
    document = Document.of(loaded)
    client = lower(document).client
    facts = facts_of_client(client, document.place)
    page = DocumentedPage(PageFacts("openapi.yaml", "openapi", "", facts), ())
    lines = [*facts_lines([page]), *(line for f in facts for line in more(f))]
    expect("\n".join((*lines, "")), CLIENT / "expected.txt")
