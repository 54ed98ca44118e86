"""Two operations held together: parameters, body, replies, security, servers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...openapi import OPERATION_METHODS, Document, Node, Value
from .change import Change, ComparedPair, Direction, Subject
from .described import Described, followed
from .schemas import RECEIVED, SENT, SchemaComparison, anything
from .shape import shape_of

_OF_HTTP = frozenset(("accept", "content-type", "authorization"))
"""Header parameters that OpenAPI ignores (3.1.1, Parameter Object)."""

_STYLES = {"path": "simple", "header": "simple", "query": "form", "cookie": "form"}


class OperationComparison:
    """Compares operations of two documents."""

    def __init__(self, old: Document, new: Document, schemas: SchemaComparison) -> None:
        """Take the documents and what compares their schemas."""
        self._old = old
        self._new = new
        self._schemas = schemas

    def compare(self, old: Described, new: Described) -> ComparedPair:
        """Return how two descriptions of one operation differ."""
        pair = _Pair(self._old, self._new, old, new, ComparedPair())
        return self._compared(pair)

    def _compared(self, pair: _Pair) -> ComparedPair:
        _deprecation(pair)
        if not pair.new.webhook:
            self._parameters(pair)
            _security(pair)
            _servers(pair)
        self._body(pair)
        self._replies(pair)
        self._callbacks(pair)
        return pair.node

    def _callbacks(self, pair: _Pair) -> None:
        """Compare what the provider sends in answer to a call."""
        before = _callbacks(self._old, pair.old)
        after = _callbacks(self._new, pair.new)
        for key in {**before, **after}:
            old, new = before.get(key), after.get(key)
            if old is None or new is None:
                code = "DR106" if old is None else "DR105"
                ats = old.at if old else None, new.at if new else None
                pair.note(code, "callback", f"callback {key}", *ats)
            else:
                about = f"callback {key} "
                inner = _Pair(self._old, self._new, old, new, pair.node, about)
                self._compared(inner)

    # Parameters

    def _parameters(self, pair: _Pair) -> None:
        before = _parameters(self._old, pair.old)
        after = _parameters(self._new, pair.new)
        if len(pair.old.names) != len(pair.new.names):
            before, after = _outside_paths(before), _outside_paths(after)
        elif pair.old.path != pair.new.path:
            before = _renamed(pair, before)
        gone = {key: at for key, at in before.items() if key not in after}
        added = {key: at for key, at in after.items() if key not in before}
        for (name, location), at in list(added.items()):
            moved = next((k for k in gone if k[0] == name), None)
            if moved is not None and location != "path" and moved[1] != "path":
                old = gone.pop(moved)
                del added[name, location]
                where = f"{location} parameter {name}"
                pair.note("DR207", "parameter", where, old, at, moved[1], location)
        for (name, location), at in gone.items():
            where = f"{location} parameter {name}"
            pair.note("DR203", "parameter", where, at, None, name)
        for (name, location), at in added.items():
            code = "DR201" if _is_required(at) else "DR202"
            where = f"{location} parameter {name}"
            pair.note(code, "parameter", where, None, at, None, name)
        for key in before.keys() & after.keys():
            self._parameter(pair, key, before[key], after[key])

    def _parameter(
        self, pair: _Pair, key: tuple[str, str], old: Node, new: Node
    ) -> None:
        name, location = key
        where = f"{location} parameter {name}"
        if _is_required(old) != _is_required(new) and location != "path":
            code = "DR204" if _is_required(new) else "DR205"
            pair.note(code, "required", where, old, new)
        styles = [_style(at, location) for at in (old, new)]
        if styles[0] == styles[1] and self._both_compound(old, new):
            styles = [
                f"{style}{_exploded(at, style)}"
                for at, style in zip((old, new), styles, strict=True)
            ]
        if styles[0] != styles[1]:
            pair.note("DR208", "style", where, old, new, *styles)
        if old.flag("deprecated") != new.flag("deprecated"):
            code = "DR209" if new.flag("deprecated") else "DR216"
            pair.note(code, "deprecated", where, old, new)
        self._schema(pair, _schema_of(old), _schema_of(new), SENT, where)

    def _both_compound(self, old: Node, new: Node) -> bool:
        """Tell whether both may be lists or objects: only those can be exploded."""
        documents = (self._old, old), (self._new, new)
        schemas = ((document, _schema_of(at)) for document, at in documents)
        shapes = (shape_of(document, (at,)) for document, at in schemas if at)
        return all(not s.types or s.types & {"array", "object"} for s in shapes)

    # Bodies and replies

    def _body(self, pair: _Pair) -> None:
        old = next(followed(self._old, pair.old.at.get("requestBody")), None)
        new = next(followed(self._new, pair.new.at.get("requestBody")), None)
        direction = RECEIVED if pair.new.webhook else SENT
        if old is None or new is None:
            if new is not None:
                code = "DR210" if new.flag("required") else "DR212"
                pair.note(code, "body", "request body", None, new)
            elif old is not None:
                pair.note("DR213", "body", "request body", old, None)
            return
        if old.flag("required") != new.flag("required"):
            code = "DR210" if new.flag("required") else "DR211"
            pair.note(code, "body", "request body", old, new)
        codes = ("DR214", "DR215")
        self._contents(pair, old, new, direction, "request body", codes)

    def _contents(
        self,
        pair: _Pair,
        old: Node,
        new: Node,
        direction: Direction,
        where: str,
        codes: tuple[str, str],
    ) -> None:
        before, after = _media_types(old), _media_types(new)
        gone = [name for name in before if name not in after]
        added = [name for name in after if name not in before]
        if gone:
            names = ", ".join(gone), ", ".join(added) or None
            pair.note(codes[0], "media type", where, old, new, *names)
        elif added:
            pair.note(codes[1], "media type", where, old, new, None, ", ".join(added))
        pairs = [(before[name], after[name]) for name in before if name in after]
        if not pairs and len(before) == len(after) == 1:
            pairs = list(zip(before.values(), after.values(), strict=True))
        for left, right in pairs:
            old_schema, new_schema = left.get("schema"), right.get("schema")
            stated = [schema for schema in (old_schema, new_schema) if schema]
            if len(stated) == 2 or (stated and not gone):
                old_schema = old_schema or anything(left, "schema")
                new_schema = new_schema or anything(right, "schema")
                self._schema(pair, old_schema, new_schema, direction, where)

    def _schema(
        self,
        pair: _Pair,
        old: Node | None,
        new: Node | None,
        direction: Direction,
        where: str,
    ) -> None:
        if old is not None and new is not None:
            spot = Subject(pair.about + where)
            self._schemas.compare((old,), (new,), direction, spot, pair.node)

    def _replies(self, pair: _Pair) -> None:
        before = _statuses(self._old, pair.old)
        after = _statuses(self._new, pair.new)
        gone = [status for status in before if status not in after]
        added = [status for status in after if status not in before]
        good = [s for s in gone if _is_success(s)], [s for s in added if _is_success(s)]
        matched = [(status, status) for status in before if status in after]
        if len(good[0]) == len(good[1]) == 1:
            (old,), (new,) = good
            ats = before[old], after[new]
            pair.note("DR305", "status", f"response {new}", *ats, old, new)
            gone.remove(old)
            added.remove(new)
            matched.append((old, new))
        for status in gone:
            code = "DR301" if _is_success(status) else "DR302"
            where = f"response {status}"
            pair.note(code, "status", where, before[status], None, status)
        for status in added:
            code = "DR303" if _is_success(status) else "DR304"
            where = f"response {status}"
            pair.note(code, "status", where, None, after[status], None, status)
        for old, new in matched:
            self._reply(pair, new, before[old], after[new])

    def _reply(self, pair: _Pair, status: str, old: Node, new: Node) -> None:
        direction = SENT if pair.new.webhook else RECEIVED
        where = f"response {status}"
        _headers(pair, where, old, new)
        before, after = _media_types(old), _media_types(new)
        if bool(before) != bool(after):
            code = "DR309" if after else "DR308"
            pair.note(code, "content", where, old, new)
            return
        codes = ("DR306", "DR307")
        self._contents(pair, old, new, direction, f"{where} body", codes)


class _Pair:
    """Two descriptions of one operation, and where to note what differs."""

    def __init__(
        self,
        before: Document,
        after: Document,
        old: Described,
        new: Described,
        node: ComparedPair,
        about: str = "",
    ) -> None:
        self.before = before
        self.after = after
        self.old = old
        self.new = new
        self.node = node
        self.about = about

    def note(
        self,
        code: str,
        family: str,
        where: str,
        old: Node | None,
        new: Node | None,
        before: str | None = None,
        after: str | None = None,
    ) -> None:
        """Note a difference; None where there is nothing any more, or was not yet."""
        places = (old or self.old.at).pointer, (new or self.new.at).pointer
        where = self.about + where
        self.node.changes.append(Change(code, family, where, *places, before, after))


def _deprecation(pair: _Pair) -> None:
    before, after = (o.at.flag("deprecated") for o in (pair.old, pair.new))
    if before != after:
        code = "DR103" if after else "DR104"
        pair.note(code, "deprecated", pair.new.key, pair.old.at, pair.new.at)


def _parameters(
    document: Document, operation: Described
) -> dict[tuple[str, str], Node]:
    """Return the parameters by name and location; the operation's own win."""
    found: dict[tuple[str, str], Node] = {}
    for at in (operation.item, operation.at):
        listed = at.get("parameters")
        for _, member in listed.items() if listed is not None else ():
            for parameter in followed(document, member):
                name, location = parameter.text("name"), parameter.text("in")
                if location == "header":
                    if name.casefold() in _OF_HTTP:
                        continue
                    name = name.casefold()
                if name and location:
                    found[name, location] = parameter
    return found


def _renamed(
    pair: _Pair, before: Mapping[tuple[str, str], Node]
) -> dict[tuple[str, str], Node]:
    """Note path parameters with another name; return them under the new one."""
    names = dict(zip(pair.old.names, pair.new.names, strict=True))
    found: dict[tuple[str, str], Node] = {}
    for (name, location), at in before.items():
        new = names.get(name, name) if location == "path" else name
        found[new, location] = at
    for old, new in names.items():
        if old != new:
            where = f"path parameter {new}"
            pair.note("DR206", "parameter", where, pair.old.at, pair.new.at, old, new)
    return found


def _outside_paths(
    parameters: Mapping[tuple[str, str], Node],
) -> dict[tuple[str, str], Node]:
    """Return the parameters that no path names: another path has others."""
    return {key: at for key, at in parameters.items() if key[1] != "path"}


def _callbacks(document: Document, operation: Described) -> dict[str, Described]:
    """Return the operations of callbacks, by the callback's name and the method."""
    found: dict[str, Described] = {}
    listed = operation.at.get("callbacks")
    for name, member in listed.items() if listed is not None else ():
        for callback in followed(document, member):
            for _, item in callback.items():
                for method, at in item.items():
                    if method in OPERATION_METHODS:
                        told = Described(method.upper(), name, at, item, webhook=True)
                        found[f"{method.upper()} {name}"] = told
    return found


def _is_required(at: Node) -> bool:
    return at.flag("required")


def _style(at: Node, location: str) -> str:
    media = ", ".join(_media_types(at))
    return media or at.text("style") or _STYLES.get(location, "")


def _exploded(at: Node, style: str) -> str:
    node = at.value if isinstance(at.value, dict) else {}
    return ", exploded" if node.get("explode", style in ("form", "cookie")) else ""


def _schema_of(at: Node) -> Node | None:
    if (schema := at.get("schema")) is not None:
        return schema
    return next((media.get("schema") for media in _media_types(at).values()), None)


def _media_types(at: Node) -> dict[str, Node]:
    content = at.get("content")
    if content is None:
        return {}
    return {name.partition(";")[0].strip().lower(): at for name, at in content.items()}


def _statuses(document: Document, operation: Described) -> dict[str, Node]:
    responses = operation.at.get("responses")
    if responses is None:
        return {}
    return {
        status.upper() if status != "default" else status: reply
        for status, at in responses.items()
        if not status.startswith("x-")
        for reply in followed(document, at)
    }


def _is_success(status: str) -> bool:
    return status.startswith("2")


def _headers(pair: _Pair, where: str, old: Node, new: Node) -> None:
    before, after = _header_names(old), _header_names(new)
    for name in sorted(before - after):
        pair.note("DR310", "header", f"{where} header {name}", old, new, name)
    for name in sorted(after - before):
        pair.note("DR311", "header", f"{where} header {name}", old, new, None, name)


def _header_names(at: Node) -> set[str]:
    headers = at.get("headers")
    if headers is None:
        return set()
    return {name.casefold() for name, _ in headers.items()} - {"content-type"}


# Security and servers


def _security(pair: _Pair) -> None:
    before = _alternatives(pair.before, pair.old)
    after = _alternatives(pair.after, pair.new)
    if before == after:
        return
    old = _inherited(pair.before, pair.old, "security")
    new = _inherited(pair.after, pair.new, "security")
    told = " or ".join(sorted(before)) or "none", " or ".join(sorted(after)) or "none"
    bare = {_without_scopes(a) for a in before}, {_without_scopes(a) for a in after}
    if bare[0] == bare[1]:
        code = "DR403"
    else:
        code = (
            "DR402" if bare[0] <= bare[1] or not bare[1] or "" in bare[1] else "DR401"
        )
    if not bare[0]:
        code = "DR402" if "" in bare[1] else "DR401"
    pair.note(code, "security", "authentication", old, new, *told)


def _alternatives(document: Document, operation: Described) -> frozenset[str]:
    """Return each way to authenticate in words; none at all where none is needed."""
    at = _inherited(document, operation, "security")
    listed = [member for _, member in at.items()] if at is not None else []
    return frozenset(_requirement(document, member) for member in listed)


def _requirement(document: Document, at: Node) -> str:
    schemes = document.at("/components/securitySchemes")
    words: list[str] = []
    for name, scopes in at.items():
        scheme = schemes.get(name) if schemes is not None else None
        said = next((_scheme(s) for s in followed(document, scheme)), name)
        listed = scopes.value if isinstance(scopes.value, list) else []
        granted = ", ".join(sorted(str(scope) for scope in listed))
        words.append(f"{said} [{granted}]" if granted else said)
    return " and ".join(sorted(words))


def _scheme(at: Node) -> str:
    """Return what is sent, however the scheme is called."""
    match at.value:
        case {"type": "apiKey", "in": place, "name": name}:
            return f"{place} {name}"
        case {"type": "http", "scheme": str(scheme)}:
            return scheme.casefold()
        case {"type": str(kind)}:
            return kind
        case _:
            return "?"


def _without_scopes(words: str) -> str:
    return re.sub(r" \[[^\]]*\]", "", words)


def _inherited(document: Document, operation: Described, key: str) -> Node | None:
    """Return an operation's own member, else its path item's, else the root's."""
    for at in (operation.at, operation.item, document.root):
        if (found := at.get(key)) is not None:
            return found
    return None


def _servers(pair: _Pair) -> None:
    before = _urls(pair.before, pair.old)
    after = _urls(pair.after, pair.new)
    if set(before) == set(after):
        return
    gone = [url for url in before if url not in after]
    added = [url for url in after if url not in before]
    code = "DR406" if not gone else "DR405" if len(gone) < len(before) else "DR404"
    if not before:
        code = "DR406"
    old = _inherited(pair.before, pair.old, "servers")
    new = _inherited(pair.after, pair.new, "servers")
    told = ", ".join(gone) or None, ", ".join(added) or None
    pair.note(code, "servers", "servers", old, new, *told)


def _urls(document: Document, operation: Described) -> list[str]:
    at = _inherited(document, operation, "servers")
    listed: list[Value] = at.value if at and isinstance(at.value, list) else []
    return [
        str(server.get("url")).rstrip("/")
        for server in listed
        if isinstance(server, dict)
    ]
