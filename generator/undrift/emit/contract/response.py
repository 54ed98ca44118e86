"""Prints the replies that an operation's `Contract` expects, field by field.

Operations of one resource return the same few types, and document the same examples:
whatever is equal is printed once.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ...ir import Client, Content, DocumentedResponse, Type
from ...ir.media import reading
from ...ir.walk import holds_nothing
from ...ir.xml import XmlRoot
from ...jsontext import dumps
from ..code import Code, bracket, items_tuple, literal, string
from ..examples.responses import ResponseExample, composed_example, response_examples
from ..examples.validate import parsed
from ..format.shape import WIDTH
from ..imports import Imports
from .field_checks import DocumentedField, check_kind, field_checks
from .serialization import expected_text
from .xml_text import as_xml_says, expected_xml

INDENT = 4
"""Where the template has a contract's arguments."""

_REPLY = INDENT + 4
_MEMBER = _REPLY + 4
_PART = _MEMBER + 4

_RAW = {"text": "text", "bytes": "octets"}


@dataclass(frozen=True, slots=True)
class ResponsePrinter:
    """Prints replies for one module."""

    client: Client
    imports: Imports
    _replies: dict[tuple[DocumentedResponse, Content | None, bool], Code] = field(
        default_factory=dict[tuple[DocumentedResponse, Content | None, bool], Code]
    )
    _fields: dict[Type, Code] = field(default_factory=dict[Type, Code])

    def response(
        self, response: DocumentedResponse, content: Content | None, *, success: bool
    ) -> Code:
        """Return an `ExpectedResponse`, as one of a tuple."""
        key = response, content, success
        if key not in self._replies:
            self._replies[key] = self._reply(response, content, success=success)
        return self._replies[key]

    def _support(self, name: str) -> Code:
        return self.imports.name("._support", name)

    def _reply(
        self, response: DocumentedResponse, content: Content | None, *, success: bool
    ) -> Code:
        holds, type_ = self._holds(response, content, success=success)
        shown = response_examples(self.client, response, content)
        if holds in {"text", "octets"}:
            shown = [
                replace(e, content=expected_text(parsed(e.content))) for e in shown
            ]
        root = content.xml if content is not None else None
        as_xml = root if holds not in {"none", "any"} else None
        if as_xml is not None and content is not None and content.type is not None:
            # What contradicts its schema has no place in XML.
            shown = [e for e in shown if not e.defects]
            shown = shown or [composed_example(self.client, content)]
        parts = [
            Code(f"status={_status(response.status)}"),
            Code(f"holds={string(holds)}"),
        ]
        if content is not None and content.media_type != "application/json":
            parts.append(Code(f"media_type={string(content.media_type)}"))
        if type_ is not None and (fields := self._fields_of(type_)):
            parts.append(fields)
        examples = [self._example(e, as_xml) for e in shown]
        if examples:
            parts.append(bracket("examples=(", examples, _MEMBER))
        if as_xml is not None:
            parts.append(Code("xml=True"))
        if success and (response.may_be_empty or holds == "none"):
            parts.append(Code("empty_is_none=True"))
        return bracket(f"{self._support('ExpectedResponse')}(", parts, _REPLY)

    def _holds(
        self, response: DocumentedResponse, content: Content | None, *, success: bool
    ) -> tuple[str, Type | None]:
        """Return the kind of a reply, and its type where that has fields to look at."""
        if content is None:
            return ("none" if success else "any"), None
        if content.type is None:
            return "any", None
        if (
            success
            and response.may_be_empty
            and holds_nothing(self.client, content.type)
        ):
            return "none", None
        if success and (raw := _RAW.get(reading(content))):
            return raw, None
        return check_kind(self.client, content.type)[0], content.type

    def _fields_of(self, type_: Type) -> Code:
        if type_ not in self._fields:
            found = [self._check(check) for check in field_checks(self.client, type_)]
            printed = bracket("fields=(", found, _MEMBER) if found else Code("")
            self._fields[type_] = printed
        return self._fields[type_]

    def _check(self, check: DocumentedField) -> Code:
        parts = [string(check.pointer), string(check.attribute), string(check.kind)]
        if check.required:
            parts.append(Code("required=True"))
        if check.nullable:
            parts.append(Code("nullable=True"))
        if check.known:
            known = items_tuple([literal(value) for value in check.known])
            parts.append(Code(f"known={known}"))
        if check.variant:
            parts.append(Code("variant=True"))
        return bracket(f"{self._support('FieldCheck')}(", parts, _PART)

    def _example(self, example: ResponseExample, root: XmlRoot | None) -> Code:
        parts = [Code(f"source={string(example.source)}")]
        content = _lines(example.content, _PART + 4)
        if root is None:
            parts.append(Code(f"content={content}"))
        else:
            value = as_xml_says(self.client, root.shape, parsed(example.content))
            written = expected_xml(self.client, root, value)
            parts.append(Code(f"content={string(written)}"))
            lines = _lines(dumps(value, indent=2), _PART + 4)
            parts.append(Code(f"value={lines}"))
        if not example.documented:
            parts.append(Code("documented=False"))
        if example.defects:
            make = self._support("Defect")
            listed = [
                Code(f"{make}({string(d.pointer)}, {string(d.reason)})")
                for d in example.defects
            ]
            parts.append(bracket("defects=(", listed, _PART + 4))
        return bracket(f"{self._support('ContentExample')}(", parts, _PART)


def _lines(text: str, indent: int) -> Code:
    """Return text as adjacent string literals, one for each of its lines."""
    lines = [string(line) for line in text.splitlines(keepends=True)]
    if len(lines) <= 1:
        return string(text)
    if sum(map(len, lines)) < WIDTH:
        return Code(f"({' '.join(lines)})")
    outer = "\n" + " " * indent
    return Code(f"({''.join(f'{outer}    {line}' for line in lines)}{outer})")


def _status(status: str) -> Code:
    """Return a status; a range is given by one that is not documented by itself.

    Where `default` is all that is said, success is said by 200.
    """
    return Code("200" if status == "default" else str(int(status.replace("XX", "99"))))
