"""Mintlify: fragments of OpenAPI on pages that are generated, components on others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...text.blocks import Block, Frontmatter
from ...text.page import PageText
from ...text.sections import Outline
from ...vocabulary.words import METHODS
from ..protocol import Candidate, Description, Dialect, DialectField
from .components import component_fields
from .info_strings import read_info_string

_COMPONENT = re.compile(r"^[ \t]*<(?:ParamField|ResponseField)\b", re.MULTILINE)
_OLD_DIALECT = re.compile(r"\s*paths:[ \t]*\n[ \t]+path:[ \t]")
_PARTS = frozenset(("openapi", "swagger", "paths", "components", "info", "servers"))
_GENERATED = "mintlify"
_OLD = "mintlify-old"
"""The dialect up to 2025: `paths: {path, method, request, response}`."""


class Mintlify(Dialect):
    """Mintlify; pages written by hand are its MDX."""

    kind = "mdx"

    def recognises(self, outline: Outline) -> bool:
        """Return whether the page holds Mintlify's components for fields."""
        return _COMPONENT.search(outline.text) is not None

    def call_in_metadata(self, front: Frontmatter) -> tuple[str, str, str] | None:
        """Read `openapi: spec.yaml POST /path`: whatever stands before the method."""
        for key in ("openapi", "api"):
            for method, path in pairwise(front.get(key).split()):
                if method.upper() in METHODS:
                    return key, method, path
        return None

    def fields(self, page: PageText, blocks: Sequence[Block]) -> Iterator[DialectField]:
        """Read `<ParamField>` and `<ResponseField>`."""
        return component_fields(page, blocks)

    def described(self, candidate: Candidate) -> Description | None:
        """Recognise a fence by its info string.

        Examples are no fragments, whatever they are called.
        """
        fence = candidate.fence
        named = read_info_string(fence.info)
        if candidate.is_openapi:
            beside = len(fence.info.split()) > 1
            return Description(_GENERATED, named) if beside else None
        if not named.method and not named.webhook:
            return None
        if _OLD_DIALECT.match(fence.text):
            message = "this fragment is in Mintlify's older dialect, not OpenAPI"
            hint = "fetch the page again, or use the site's own OpenAPI document"
            return Description(_OLD, named, False, (message, hint))
        told = named.spec_file or candidate.keys & _PARTS
        return Description(_GENERATED, named) if told else None

    def reason(self, kind: str) -> str:
        """Say what helps with pages in the older dialect."""
        if kind != _OLD:
            return ""
        return "is in Mintlify's older dialect; fetch the page again"
