"""What operations require of a caller: security alternatives, and their scopes."""

from __future__ import annotations

from ..openapi import Node, escape
from .reading import Problems, elements, mapping, text


def scopes_in_force(problems: Problems, nodes: list[Node]) -> dict[str, frozenset[str]]:
    """Return the schemes that operations require, with all scopes asked of each."""
    found: dict[str, frozenset[str]] = {}
    for node in nodes:
        stated = elements(_secured_by(problems, node), "security")
        kept = {name for group in security_of(problems, node) for name in group}
        for alternative in stated:
            for name, listed in alternative.items():
                if name in kept:
                    scopes = {str(scope.value) for _, scope in listed.items()}
                    found[name] = found.get(name, frozenset()) | scopes
    return found


def _secured_by(problems: Problems, node: Node) -> Node:
    """Return what states an operation's security: itself, or else the document."""
    return node if "security" in mapping(node) else problems.document.root


def security_of(problems: Problems, node: Node) -> tuple[tuple[str, ...], ...]:
    """Return an operation's security alternatives, the root's where it has none."""
    stated = elements(_secured_by(problems, node), "security")
    return tuple(dict.fromkeys(_sendable(problems, a) for a in stated))


def _sendable(problems: Problems, alternative: Node) -> tuple[str, ...]:
    """Return the schemes of an alternative that one request can satisfy together.

    Two OAuth flows that lead to one token are often said to apply both; there is one
    `Authorization` field (RFC 9110, section 11.6.2), and the first scheme has it.
    """
    names = tuple(
        name for name in mapping(alternative) if not _is_of_connection(problems, name)
    )
    takers = [name for name in names if _takes_authorization(problems, name)]
    for name in takers[1:]:
        if is_http(problems, name):
            message = f"{takers[0]!r} and {name!r} are both sent as Authorization"
            hint = f"{name!r} is not sent beside it"
            problems.report("UD043", message, alternative, hint)
    return tuple(name for name in names if name not in takers[1:])


def is_http(problems: Problems, identity: str) -> bool:
    """Tell whether a scheme is one of HTTP's own."""
    declared = _declared(problems, identity)
    return declared is not None and text(declared, "type") == "http"


def _takes_authorization(problems: Problems, identity: str) -> bool:
    """Tell whether a scheme's credential is the whole `Authorization` field."""
    at = _declared(problems, identity)
    return (
        at is not None
        and text(at, "type") in {"http", "oauth2", "openIdConnect"}
        and "x-undrift-signing" not in mapping(at)
    )


def _is_of_connection(problems: Problems, identity: str) -> bool:
    """Tell whether the connection, and no request, shows who calls; say so."""
    at = _declared(problems, identity)
    if at is None or text(at, "type") != "mutualTLS":
        return False
    problems.report(
        "UD043",
        f"security scheme {identity!r} (mutualTLS) is not of requests",
        at,
        "give the client an `http_client` that has your certificate",
    )
    return True


def _declared(problems: Problems, identity: str) -> Node | None:
    """Return the scheme of a name, None if there is none."""
    at = problems.document.at(f"/components/securitySchemes/{escape(identity)}")
    return problems.resolve(at) if at is not None else None
