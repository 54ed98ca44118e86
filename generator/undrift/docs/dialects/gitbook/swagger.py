"""GitBook's `{% swagger %}` blocks: an operation written as template tags.

{% swagger method="post" path="/notes" baseUrl="https://api.example" %}
{% swagger-parameter in="body" name="text" type="String" required="true" %}
{% swagger-response status="201: Created" %}
"""

from __future__ import annotations

from ....facts import Stated, StatusFact, ValueFact
from ...statements.cells import read_required, read_type
from ...statements.endpoints import Endpoint, read_statement
from ...statements.tables import NAME
from ...text.blocks import Tag
from ...text.page import PageText
from ...vocabulary.lookup import leading_status
from ...vocabulary.words import LOCATIONS, Concept


def operation_of(tag: Tag) -> Endpoint | None:
    """Return the operation that a tag begins."""
    if tag.name != "swagger" or tag.closing or tag.get("src"):
        return None
    base, path = tag.get("baseUrl"), tag.get("path")
    joined = f"{base.rstrip('/')}/{path.lstrip('/')}" if path else base
    method = tag.get("method").upper()
    whole = read_statement(f"{method} {joined}", tag.line)
    # A base such as `http://<HOST>:<PORT>` says nothing; the path stands alone.
    return whole or read_statement(f"{method} {path}", tag.line)


def parameter_of(page: PageText, tag: Tag) -> tuple[Concept, ValueFact] | None:
    """Return the parameter that a tag describes, and where it travels."""
    if tag.name != "swagger-parameter" or tag.closing:
        return None
    location = LOCATIONS.get(tag.get("in").casefold())
    name = tag.get("name").strip()
    if location is None or not NAME.fullmatch(name):
        return None
    kind, constraints = read_type(tag.get("type"))
    required = tag.get("required")
    stated = read_required(required) if required else Stated.UNSTATED
    return location, ValueFact(name, page.place(tag.line), kind, stated, constraints)


def status_of(page: PageText, tag: Tag) -> StatusFact | None:
    """Return the status that a tag describes."""
    if tag.name != "swagger-response" or tag.closing:
        return None
    if stated := leading_status(tag.get("status")):
        text = tag.get("description") or stated.text
        return StatusFact(stated.status, page.place(tag.line), description=text)
    return None
