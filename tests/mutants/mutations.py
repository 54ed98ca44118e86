"""Ways to break a client, each as exact edits of its generated source."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from tests.mutants.edits import (
    Call,
    EditError,
    Mutant,
    Package,
    called,
    calls,
    within,
)

Mutation = Callable[[Package], Iterator[Mutant]]

SIGNING = ("HmacScheme", "HttpSignatureScheme")
SIMPLE = ("ApiKeyScheme", "BearerScheme", "BasicScheme")


def drop_a_header(package: Package) -> Iterator[Mutant]:
    """Leave out a documented header."""
    for operation in operations(package):
        for parameter in within(operation, "HeaderParameter"):
            yield without_item(operation, "parameters", parameter.node)
        yield from without_scheme(package, operation, SIMPLE)
        if body_of(operation):
            yield package.replace(
                "Content-Type",
                "_runtime/call.py",
                'headers.append(("Content-Type", content.media_type))',
                "pass",
            )
    for field in signed_fields(package):
        yield package.replace(
            field,
            "_runtime/auth/http_signature.py",
            "for name in sent]",
            f"for name in sent if name != {field!r}]",
        )


def rename_a_field(package: Package) -> Iterator[Mutant]:
    """Look for, or send, a field under another name."""
    for operation in operations(package):
        for field in within(operation, "BodyField"):
            wire = field.node.args[1]
            yield field.put(f"sent {field.text(wire)}", wire, '"renamed"')
    for path in package.modules("types"):
        source = package.text(path)
        for model in ast.parse(source).body:
            if not isinstance(model, ast.ClassDef) or not is_model(model):
                continue
            call = Call(path, source, ast.Call(ast.Name(""), [], []))
            for name, wire in first_fields(model):
                what = f"read {model.name}.{name}"
                if isinstance(wire, ast.Constant):
                    yield call.put(what, wire, '"renamed"')
                else:
                    yield call.put(what, wire, "renamed")


def swap_the_method(package: Package) -> Iterator[Mutant]:
    """Use another method."""
    for operation in operations(package):
        other = "PUT" if operation.constant("method") != "PUT" else "POST"
        yield operation.set(other, "method", f'"{other}"')


def change_the_path(package: Package) -> Iterator[Mutant]:
    """Call another path, or the same one with or without its last slash."""
    for operation in operations(package):
        path = operation.constant("path")
        slash = path[:-1] if path.endswith("/") else f"{path}/"
        for other in (slash, f"{path}x", f"/v0{path}"):
            yield operation.set(other, "path", repr(other))


def skip_signing(package: Package) -> Iterator[Mutant]:
    """Send no signature, or sign other bytes than are sent."""
    for operation in operations(package):
        yield from without_scheme(package, operation, SIGNING)
    if uses(package, "HmacScheme"):
        yield package.replace(
            "other bytes",
            "_runtime/auth/hmac.py",
            'body = draft.content or b""',
            'body = b""',
        )
    if uses(package, "HttpSignatureScheme"):
        yield package.replace(
            "other bytes",
            "_runtime/auth/http_signature.py",
            "hashlib.sha256(content or b'')",
            "hashlib.sha256(b'')",
        )


def float_for_decimal(package: Package) -> Iterator[Mutant]:
    """Read numbers through a float."""
    if any(has_value(operation) for operation in operations(package)):
        yield package.replace(
            "JSON numbers",
            "_runtime/jsontext.py",
            "parse_float=Decimal",
            "parse_float=float",
        )
    for path in package.modules("types"):
        source = package.text(path)
        floats = re.sub(r"\b(Amount|Number)\b(?!\")", "Float", source)
        if floats != source:
            ast.parse(floats)
            yield Mutant(f"fields in {path.name}", ((path, floats),))


def drop_the_body(package: Package) -> Iterator[Mutant]:
    """Send no body where one is documented."""
    for operation in operations(package):
        if body_of(operation):
            yield operation.set("none", "body", "None")


def add_a_body(package: Package) -> Iterator[Mutant]:
    """Send a body where none is documented."""
    for operation in operations(package):
        if not body_of(operation):
            body = 'ConstantBody(b"{}", "application/json")'
            yield operation.set("{}", "body", body, needs="ConstantBody")


def close_an_enum(package: Package) -> Iterator[Mutant]:
    """Take the documented values for all there will ever be."""
    if not any(open_enums(package)):
        return
    read = "    match reader.shape, value:\n        case Shape.OBJECT"
    for what, closed in (
        ("an unknown value is an error", 'raise ValueError("unknown")'),
        ("an unknown value is dropped", "return None"),
    ):
        enum = f'    if reader.expected.startswith("one of"):\n        {closed}\n'
        yield package.replace(what, "_runtime/decode.py", read, enum + read)
    if any(is_described(operation) for operation in operations(package)):
        yield package.replace(
            "an unknown value is not told",
            "_runtime/scalars.py",
            "return handler.generate_schema(get_args(source)[0])",
            "return handler(source)",
        )


def hide_a_null(package: Package) -> Iterator[Mutant]:
    """Say nothing of a null that is not documented."""
    if any(is_described(operation) for operation in operations(package)):
        yield package.replace(
            "not noticed", "_runtime/scalars.py", "anywhere = True", "anywhere = False"
        )


def discard_unknown_fields(package: Package) -> Iterator[Mutant]:
    """Forget what is not documented."""
    if any(models(package)):
        yield package.replace(
            "ignored", "_runtime/model.py", 'extra="allow"', 'extra="ignore"'
        )


def resend_a_post(package: Package) -> Iterator[Mutant]:
    """Send a call again that may have been processed."""
    for operation in operations(package):
        if operation.constant("method") == "POST":
            yield operation.set(
                "is safe", "retry", "RetryPolicy.SAFE", needs="RetryPolicy"
            )
    yield package.replace(
        "after a lost connection",
        "_runtime/retry.py",
        "again = retry is RetryPolicy.SAFE or not outcome.sent",
        "again = True",
    )
    yield package.replace(
        "after a failing status",
        "_runtime/retry.py",
        "safe = retry is RetryPolicy.SAFE\n",
        "safe = True\n",
    )


def return_instead_of_raise(package: Package) -> Iterator[Mutant]:
    """Return normally when something is wrong."""
    yield package.replace(
        "a failing status",
        "_runtime/responses.py",
        "raise self._status_error(outcome)",
        "return outcome.response",
    )
    if any(has_value(operation) for operation in operations(package)):
        yield package.replace(
            "content that is no JSON",
            "_runtime/responses.py",
            "raise self._undecodable(response, problem)",
            "return Decoded(None)",
        )


def secret_into_a_message(package: Package) -> Iterator[Mutant]:
    """Let a credential out."""
    reveal = "''.join(form.reveal() for form in self.redactor._forms)"
    yield package.replace(
        "into an error",
        "_runtime/responses.py",
        "return _printable(self.redactor.text(line))",
        f"return _printable(self.redactor.text(line)) + {reveal}",
    )
    yield package.replace(
        "echoed in a header",
        "_runtime/secret.py",
        "text = text.replace(form.reveal(), MASK)",
        "text = text.replace(MASK, MASK)",
    )
    yield package.replace(
        "echoed in the content",
        "_runtime/secret.py",
        "content = content.replace(form.reveal().encode(), MASK.encode())",
        "content = content.replace(MASK.encode(), MASK.encode())",
    )
    yield package.replace(
        "into the client's repr",
        "_runtime/client.py",
        'f", {name}=***" for name in',
        'f", {name}={settings.arguments[name].reveal()}" for name in',
    )
    yield package.replace(
        "into the log",
        "_runtime/secret.py",
        "        return self._value\n",
        '        __import__("logging").getLogger("sent").debug("%s", self._value)\n'
        "        return self._value\n",
    )


MUTATIONS: Mapping[str, Mutation] = MappingProxyType(
    {
        "drop a header": drop_a_header,
        "rename a field": rename_a_field,
        "swap the method": swap_the_method,
        "change the path": change_the_path,
        "skip signing": skip_signing,
        "float for Decimal": float_for_decimal,
        "drop the body": drop_the_body,
        "add a body": add_a_body,
        "close an enum": close_an_enum,
        "hide a null": hide_a_null,
        "discard unknown fields": discard_unknown_fields,
        "resend a POST": resend_a_post,
        "return instead of raise": return_instead_of_raise,
        "secret into a message": secret_into_a_message,
    }
)

_NOT_SIGNED = "its requests are not signed"
_HAS_BODY = "it documents a body"
_NO_BODY = "it documents no body"
_NO_FIELDS = "it documents no value, neither sent nor returned"

INAPPLICABLE: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("cryptoprocessing", "add a body"): _HAS_BODY,
        ("visa_acceptance", "add a body"): _HAS_BODY,
        ("cryptoprocessing", "hide a null"): "it returns nothing",
        ("storno", "add a body"): _HAS_BODY,
        ("storno", "skip signing"): _NOT_SIGNED,
        ("meum", "skip signing"): _NOT_SIGNED,
        ("meum", "drop the body"): _NO_BODY,
        ("firekassa", "skip signing"): _NOT_SIGNED,
        ("firekassa", "drop the body"): _NO_BODY,
        ("firekassa", "rename a field"): _NO_FIELDS,
        ("firekassa", "float for Decimal"): _NO_FIELDS,
        ("firekassa", "close an enum"): _NO_FIELDS,
        ("firekassa", "hide a null"): _NO_FIELDS,
        ("firekassa", "discard unknown fields"): _NO_FIELDS,
    }
)
"""Pairs that cannot be, each with the reason: a table that is held true."""


# What a generated package consists of


def operations(package: Package) -> Iterator[Call]:
    """Return the descriptors of a package."""
    for path in package.modules("resources"):
        yield from calls(package, path, "OperationSpec")


def body_of(operation: Call) -> bool:
    """Return whether a call sends a body."""
    body = operation.argument("body")
    return body is not None and ast.unparse(body) != "None"


def has_value(operation: Call) -> bool:
    """Return whether a call returns anything but None."""
    return any(annotation != "None" for annotation in results(operation))


def is_described(operation: Call) -> bool:
    """Return whether a call returns something that can deviate from documentation."""
    return any(annotation not in {"None", "Any"} for annotation in results(operation))


def results(operation: Call) -> Iterator[str]:
    """Return the annotations of what a call returns."""
    replies = operation.argument("responses")
    if replies is None:
        raise EditError(f"{operation.path} has an operation without replies")
    for reply in ast.walk(replies):
        if isinstance(reply, ast.Call) and called(reply) == "ResponseSpec":
            yield ast.unparse(reply.args[1])


def schemes(package: Package) -> dict[str, str]:
    """Return the security schemes of a package: identifier and class."""
    tree = ast.parse(package.text("_client.py"))
    return {
        key.value: called(value)
        for mapping in ast.walk(tree)
        if isinstance(mapping, ast.Dict)
        for key, value in zip(mapping.keys, mapping.values, strict=True)
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
        if isinstance(value, ast.Call) and called(value) in (*SIMPLE, *SIGNING)
    }


def uses(package: Package, scheme: str) -> bool:
    """Return whether a package has a security scheme of this class."""
    return scheme in schemes(package).values()


def signed_fields(package: Package) -> list[str]:
    """Return the header fields that are sent because they are signed."""
    return sorted(
        {
            item.value
            for scheme in calls(package, Path("_client.py"), "HttpSignatureScheme")
            for item in ast.walk(scheme.argument("headers") or ast.Tuple([]))
            if isinstance(item, ast.Constant) and isinstance(item.value, str)
        }
        - {"host", "request-target"}
    )


def models(package: Package) -> Iterator[ast.ClassDef]:
    """Return the model classes of a package."""
    for path in package.modules("types"):
        for node in ast.parse(package.text(path)).body:
            if isinstance(node, ast.ClassDef) and is_model(node):
                yield node


def is_model(node: ast.ClassDef) -> bool:
    """Return whether a class is read from replies."""
    return any(isinstance(base, ast.Name) and base.id == "Model" for base in node.bases)


def open_enums(package: Package) -> Iterator[str]:
    """Return the modules that document known values."""
    for path in package.modules("types"):
        if re.search(r"\bOPEN\b", package.text(path)):
            yield path.name


def first_fields(model: ast.ClassDef) -> Iterator[tuple[str, ast.expr]]:
    """Return the first field with an alias and the first without: what to rename."""
    aliased = plain = False
    for node in model.body:
        if not isinstance(node, ast.AnnAssign) or not isinstance(node.target, ast.Name):
            continue
        alias = alias_of(node)
        if alias is not None and not aliased:
            aliased = True
            yield node.target.id, alias
        elif alias is None and not plain:
            plain = True
            yield node.target.id, node.target


def alias_of(field: ast.AnnAssign) -> ast.expr | None:
    """Return the wire name of a field, where it has one of its own."""
    if isinstance(field.value, ast.Call):
        for keyword in field.value.keywords:
            if keyword.arg == "alias":
                return keyword.value
    return None


def without_scheme(
    package: Package, operation: Call, classes: tuple[str, ...]
) -> Iterator[Mutant]:
    """Return the call without each of its schemes that is of these classes."""
    known = schemes(package)
    security = operation.argument("security")
    for alternative in getattr(security, "elts", ()):
        for name in getattr(alternative, "elts", ()):
            if known.get(ast.literal_eval(name)) in classes:
                yield without_element(operation, alternative, name)


def without_item(operation: Call, argument: str, item: ast.expr) -> Mutant:
    """Return the call without one item of a tuple argument."""
    whole = operation.argument(argument)
    if whole is None:
        raise EditError(f"{operation.path} has no {argument}")
    return without_element(operation, whole, item)


def without_element(operation: Call, whole: ast.expr, item: ast.expr) -> Mutant:
    """Return the call with a tuple in it that lacks one element."""
    kept = [
        operation.text(element)
        for element in getattr(whole, "elts", ())
        if element is not item
    ]
    what = " ".join(operation.text(item).split())
    return operation.put(what, whole, f"({''.join(f'{text}, ' for text in kept)})")
