"""A client's description as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from .model import ArgumentInfo, CallInfo, HostInfo, ProviderInfo


def as_text(info: ProviderInfo) -> str:
    """Return a description as plain text, places at the end of lines."""
    return "".join(f"{_one_line(line)}\n" for line in _provider(info))


def _one_line(text: str) -> str:
    """Return text without line ends: whatever a document says, a line is undrift's."""
    return " ".join(text.splitlines())


def _provider(info: ProviderInfo) -> Iterator[str]:
    yield f"{info.provider}: {info.title} ({info.client}, Async{info.client})"
    if info.pages:
        yield f"  pages        {', '.join(info.pages)}"
    if not info.hosts:
        yield "  hosts        none documented: base_url is required"
    for host in info.hosts:
        yield f"  host         {_host(host)}"
    for credential in info.credentials:
        optional = "" if credential.required else ", optional"
        yield (
            f"  credential   {credential.argument}{optional}, or"
            f" {credential.variable}: {credential.sent}  [{credential.place}]"
        )
        yield from _note(credential.note)
    for call in info.calls:
        yield ""
        yield from _call(call)
    if info.corrections:
        yield ""
        yield "  corrections to the documentation"
        for correction in info.corrections:
            yield f"    {correction.target}  [{correction.place}]"
            yield f"      {' '.join(correction.reason.split())}"


def _host(host: HostInfo) -> str:
    environment = f" ({host.environment})" if host.environment else ""
    return f"{host.url}{environment}  [{host.place}]"


def _call(call: CallInfo) -> Iterator[str]:
    arguments = ", ".join(
        a.name if a.required or a.location == "path" else f"{a.name}=…"
        for a in call.arguments
    )
    yield f"  {call.call}({arguments})  [{call.place}]"
    if call.summary:
        yield f"    {' '.join(call.summary.split())}"
    yield from _note(call.note)
    if call.deprecated:
        yield "    deprecated"
    yield f"    sends      {call.method} {call.path}, {call.body}"
    for host in call.hosts:
        yield f"    host       {_host(host)}"
    for argument in call.arguments:
        yield from _argument(argument)
    for returned in call.returns:
        yield f"    returns    {returned.status} {returned.type}  [{returned.place}]"
        yield from _note(returned.note)
    for error in call.errors:
        about = f": {' '.join(error.description.split())}" if error.description else ""
        body = f" ({error.body})" if error.body != "Any" else ""
        yield (
            f"    raises     {error.status} {error.error}{body}{about}"
            f"  [{error.place}]"
        )
        yield from _note(error.note)
    yield f"    sent again {call.resend}"


def _argument(argument: ArgumentInfo) -> Iterator[str]:
    needed = "" if argument.required else ", optional"
    wire = f" {argument.wire_name}" if argument.wire_name else ""
    yield (
        f"    argument   {argument.name}: {argument.type}{needed},"
        f" {argument.location}{wire}  [{argument.place}]"
    )
    yield from _note(argument.note)


def _note(note: str) -> Iterator[str]:
    if note:
        yield f"               not on the page: {' '.join(note.split())}"
