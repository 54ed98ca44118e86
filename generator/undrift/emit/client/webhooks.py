"""What a provider sends by itself → `webhooks.py`."""

from __future__ import annotations

from dataclasses import dataclass

from ...ir import Client, Webhook
from ...ir.media import is_json, preferred
from ...naming import ClientNames, argument_name
from ...naming.words import distinct
from ..code import Code, docstring, identifier, join, string
from ..imports import Imports
from .annotations import Annotator, annotator_of
from .layout import Layout
from .models import prose


@dataclass(frozen=True, slots=True)
class WebhookView:
    """One webhook: a constant, and what is said of it or ""."""

    constant: Code
    payload: Code
    arguments: Code
    doc: Code


@dataclass(frozen=True, slots=True)
class WebhooksView:
    """`webhooks.py`."""

    doc: Code
    imports: tuple[Code, ...]
    webhooks: tuple[WebhookView, ...]


def webhooks_module(
    client: Client, names: ClientNames, layout: Layout, folder: str, title: str
) -> WebhooksView:
    """Return the view of the module that reads what a provider sends by itself."""
    taken: set[str] = set()
    constants = {
        webhook.id: distinct(argument_name(webhook.name), taken, webhook.id).upper()
        for webhook in sorted(client.webhooks, key=lambda w: w.id)
    }
    imports = Imports()
    imports.reserve(*constants.values())
    annotator = annotator_of(imports, names, layout, ".")
    annotator.runtime("WebhookSpec")
    views = [
        _view(annotator, webhook, constants[webhook.id]) for webhook in client.webhooks
    ]
    example = identifier(constants[client.webhooks[0].id])
    doc = [
        f"What {title} sends to an address of yours.",
        "",
        f"    from {folder} import webhooks",
        "",
        f"    payload = webhooks.{example}.parse(body)",
        "",
        "Check first that a request is genuine, over the exact bytes of its body.",
    ]
    return WebhooksView(docstring(doc, 0), imports.lines(), tuple(views))


def _view(annotator: Annotator, webhook: Webhook, constant: str) -> WebhookView:
    content = preferred(webhook.contents)
    described = content is not None and is_json(content.media_type)
    payload = (
        annotator.response(content.type)
        if described and content is not None and content.type is not None
        else annotator.any_value()
    )
    arguments = [string(webhook.name), payload]
    if webhook.method != "POST":
        arguments.append(Code(f"method={string(webhook.method)}"))
    about = prose(webhook.docs)
    return WebhookView(
        identifier(constant),
        payload,
        join(arguments),
        docstring(about, 0) if about else Code(""),
    )
