"""Swagger 2.0 → the same document as OpenAPI 3.0.

Only the frame differs: bodies and forms are parameters there, media types are listed
apart from schemas, hosts come in three pieces. Schemas stay where they are, under
`definitions`, so that every reference to them still holds. Each part that moves keeps
the place where it was written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ..diagnostics import Diagnostic
from .document import Document, Graft, Node
from .groups import OPERATION_METHODS
from .pointer import join_pointer
from .value import Value

_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"

_SAID_OF_PARAMETERS = frozenset(
    {"name", "in", "description", "required", "collectionFormat", "allowEmptyValue"}
)
"""What a parameter says beside its schema, which is not a member of its own in 2.0."""

_STYLES = {
    "multi": ("form", True),
    "ssv": ("spaceDelimited", False),
    "pipes": ("pipeDelimited", False),
    "tsv": ("tabDelimited", False),
}
"""How lists are written. OpenAPI 3 has no tabs: such an operation will be refused."""

_FLOWS = {"application": "clientCredentials", "accessCode": "authorizationCode"}


def upgraded(document: Document) -> Document:
    """Return a Swagger 2.0 document as OpenAPI 3.0; any other one as it is."""
    if document.version != "2.0":
        return document
    return _Upgrade(document).document()


@dataclass(slots=True)
class _Upgrade:
    old: Document
    grafts: dict[str, Graft] = field(default_factory=dict[str, Graft])

    def document(self) -> Document:
        """Return the whole document."""
        root = self.old.root
        assert isinstance(root.value, dict), "a version is a member of an object"
        value: dict[str, Value] = {"openapi": "3.0.3"}
        for key, member in root.value.items():
            match key:
                case (
                    "swagger" | "host" | "basePath" | "schemes" | "securityDefinitions"
                ):
                    pass
                case "paths":
                    value[key] = self._paths(Node(member, "/paths"))
                case _:
                    value[key] = member
        if servers := self._servers(root):
            value["servers"] = servers
        if (schemes := root.get("securityDefinitions")) is not None:
            value["components"] = {"securitySchemes": self._schemes(schemes)}
        return replace(self.old, value=value, grafts={**self.old.grafts, **self.grafts})

    def _moved(self, to: str, at: Node) -> None:
        """Remember where what now stands at `to` was written."""
        self.grafts[to] = Graft(*self.old.origin(at.pointer))

    def _target(self, at: Node) -> Node:
        """Follow references; a broken one stays, for others to report."""
        target = self.old.resolve(at)
        return at if isinstance(target, Diagnostic) else target

    def _servers(self, root: Node) -> list[Value]:
        host, base = root.text("host"), root.text("basePath").rstrip("/")
        stated = root.get("schemes")
        schemes = stated.value if stated is not None else None
        listed = schemes if isinstance(schemes, list) and schemes else ["https"]
        scheme = "https" if "https" in listed else str(listed[0])
        at = root.get("host") or root.get("basePath")
        if at is None:
            return []
        self._moved("/servers", at)
        return [{"url": f"{scheme}://{host}{base}" if host else base or "/"}]

    def _schemes(self, at: Node) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for name, entry in at.items():
            to = join_pointer("/components/securitySchemes", name)
            self._moved(to, entry)
            if not isinstance(entry.value, dict):
                found[name] = entry.value
                continue
            scheme = dict(entry.value)
            match entry.text("type"):
                case "basic":
                    scheme |= {"type": "http", "scheme": "basic"}
                case "oauth2":
                    flow = str(scheme.pop("flow", "implicit"))
                    moved = ("authorizationUrl", "tokenUrl", "scopes")
                    parts = {key: scheme.pop(key) for key in moved if key in scheme}
                    scheme["flows"] = {_FLOWS.get(flow, flow): {"scopes": {}, **parts}}
                case _:
                    pass
            found[name] = scheme
        return found

    def _paths(self, at: Node) -> Value:
        if not isinstance(at.value, dict):
            return at.value
        return {
            path: entry.value if path.startswith("x-") else self._item(entry)
            for path, entry in at.items()
        }

    def _item(self, entry: Node) -> Value:
        item = self._target(entry)
        if not isinstance(item.value, dict):
            return item.value
        if item.pointer != entry.pointer:
            self._moved(entry.pointer, item)
        found: dict[str, Value] = {}
        for key, member in item.items():
            if key in OPERATION_METHODS:
                stands_at = join_pointer(entry.pointer, key)
                found[key] = self._operation(item, member, stands_at)
            elif key != "parameters":
                found[key] = member.value
        return found

    def _operation(self, item: Node, at: Node, to: str) -> Value:
        if not isinstance(at.value, dict):
            return at.value
        left = {"parameters", "consumes", "produces", "responses", "schemes"}
        found = {key: value for key, value in at.value.items() if key not in left}
        parameters: list[Value] = []
        form: list[Node] = []
        for parameter in self._parameters(item, at):
            match parameter.text("in"):
                case "body":
                    found["requestBody"] = self._body(parameter, at, to)
                case "formData":
                    form.append(parameter)
                case _:
                    here = f"{to}/parameters/{len(parameters)}"
                    self._moved(here, parameter)
                    self._moved(f"{here}/schema", parameter)
                    parameters.append(_parameter(parameter))
        if parameters:
            found["parameters"] = parameters
        if form:
            found["requestBody"] = self._form(form, at, to)
        if (responses := at.get("responses")) is not None:
            produced = self._media(at, "produces") or [_JSON]
            found["responses"] = {
                status: self._response(entry, produced, f"{to}/responses", status)
                for status, entry in responses.items()
            }
        return found

    def _parameters(self, item: Node, at: Node) -> list[Node]:
        """Return a path's and an operation's parameters; own ones replace namesakes."""
        found: dict[tuple[str, str], Node] = {}
        for owner in (item, at):
            listed = owner.get("parameters")
            for _, entry in listed.items() if listed is not None else ():
                parameter = self._target(entry)
                found[parameter.text("in"), parameter.text("name")] = parameter
        return list(found.values())

    def _media(self, at: Node, key: str) -> list[str]:
        """Return an operation's media types, else those of the whole document."""
        stated = at.get(key) or self.old.root.get(key)
        if stated is None or not isinstance(stated.value, list):
            return []
        return [name for name in stated.value if isinstance(name, str)]

    def _body(self, parameter: Node, at: Node, to: str) -> Value:
        self._moved(f"{to}/requestBody", parameter)
        body: dict[str, Value] = {"content": {}}
        body |= _picked(parameter, ("description", "required"))
        schema = parameter.get("schema")
        content: dict[str, Value] = {}
        for name in self._media(at, "consumes") or [_JSON]:
            content[name] = {} if schema is None else {"schema": schema.value}
            if schema is not None:
                here = join_pointer(f"{to}/requestBody/content", name)
                self._moved(f"{here}/schema", schema)
        body["content"] = content
        return body

    def _form(self, parameters: list[Node], at: Node, to: str) -> Value:
        consumed = self._media(at, "consumes")
        has_files = any(p.text("type") == "file" for p in parameters)
        name = _MULTIPART if has_files or _MULTIPART in consumed else _FORM
        if _FORM in consumed and not has_files:
            name = _FORM
        here = join_pointer(f"{to}/requestBody/content", name) + "/schema"
        properties: dict[str, Value] = {}
        required: list[Value] = []
        for parameter in parameters:
            key = parameter.text("name")
            self._moved(join_pointer(f"{here}/properties", key), parameter)
            schema = _schema(parameter)
            if parameter.text("description"):
                schema["description"] = parameter.text("description")
            properties[key] = schema
            if parameter.flag("required"):
                required.append(key)
        whole: dict[str, Value] = {"type": "object", "properties": properties}
        if required:
            whole["required"] = required
        self._moved(f"{to}/requestBody", parameters[0])
        content: dict[str, Value] = {name: {"schema": whole}}
        return {"required": bool(required), "content": content}

    def _response(
        self, entry: Node, produced: list[str], under: str, status: str
    ) -> Value:
        at = self._target(entry)
        if not isinstance(at.value, dict) or status.startswith("x-"):
            return at.value
        to = join_pointer(under, status)
        self._moved(to, at)
        left = {"schema", "headers", "examples"}
        found = {key: value for key, value in at.value.items() if key not in left}
        if (headers := at.get("headers")) is not None:
            found["headers"] = dict(self._headers(headers))
        schema, examples = at.get("schema"), at.get("examples")
        shown = examples.value if examples is not None else {}
        shown = shown if isinstance(shown, dict) else {}
        content: dict[str, Value] = {}
        for name in produced if schema is not None else shown:
            here = join_pointer(f"{to}/content", name)
            described: dict[str, Value] = {}
            if schema is not None:
                described["schema"] = _schema_value(schema.value)
                self._moved(f"{here}/schema", schema)
            if examples is not None and name in shown:
                described["example"] = shown[name]
                self._moved(f"{here}/example", Node(shown[name], f"{examples.pointer}"))
            content[name] = described
        if content:
            found["content"] = content
        return found

    def _headers(self, at: Node) -> Iterator[tuple[str, Value]]:
        for name, header in at.items():
            told = _picked(header, ("description",))
            yield name, {**told, "schema": _schema(header)}


def _picked(at: Node, keys: tuple[str, ...]) -> dict[str, Value]:
    members = at.value if isinstance(at.value, dict) else {}
    return {key: members[key] for key in keys if key in members}


def _parameter(at: Node) -> Value:
    """Return a parameter that is neither a body nor part of a form."""
    if not isinstance(at.value, dict) or "$ref" in at.value:
        return at.value
    found = _picked(at, ("name", "in", "description", "required", "allowEmptyValue"))
    found |= {key: v for key, v in at.value.items() if key.startswith("x-")}
    found["schema"] = _schema(at)
    if at.text("type") == "array":
        in_query = at.text("in") == "query"
        usual = ("form" if in_query else "simple", False)
        style, explode = _STYLES.get(at.text("collectionFormat"), usual)
        found |= {"style": style, "explode": explode}
    return found


def _schema(at: Node) -> dict[str, Value]:
    """Return the schema that stands among the members of a parameter or header."""
    members = at.value if isinstance(at.value, dict) else {}
    found = {
        key: value
        for key, value in members.items()
        if key not in _SAID_OF_PARAMETERS
        and (not key.startswith("x-") or key == "x-nullable")
    }
    return _file(found)


def _schema_value(value: Value) -> Value:
    return _file(dict(value)) if isinstance(value, dict) else value


def _file(schema: dict[str, Value]) -> dict[str, Value]:
    """Say of a file what OpenAPI 3.0 says."""
    if schema.get("type") == "file":
        schema |= {"type": "string", "format": "binary"}
    return schema
