"""Prints one operation's `Contract`: how it is called, and what is expected."""

from __future__ import annotations

from dataclasses import dataclass

from ...ir import Client
from ...naming import ClientNames
from ..calls import MethodArgument, MethodCall, is_idempotency_key
from ..code import Code, bracket, identifier, join, string
from ..examples.validate import JsonValue
from ..imports import Imports
from .arguments import call_arguments
from .literals import Literals
from .request import RequestPrinter
from .response import INDENT, ResponsePrinter


@dataclass(frozen=True, slots=True)
class ContractPrinter:
    """Prints contracts for one module."""

    client: Client
    names: ClientNames
    imports: Imports
    requests: RequestPrinter
    responses: ResponsePrinter

    def contract(self, call: MethodCall) -> tuple[Code, ...]:
        """Return the keyword arguments of one `Contract`."""
        name = self.names.calls[call.operation.id]
        values = call_arguments(self.client, call)
        given = join(self._given(a, values) for a in call.arguments if a.name in values)
        target = f"client.{identifier(name.resource)}"
        method = identifier(name.method)
        plain = Code(f"lambda client: {target}.{method}({given})")
        raw = Code(f"lambda client: {target}.with_raw_response.{method}({given})")
        arguments = [
            Code(f"name={string(str(name))}"),
            Code("provider=PROVIDER"),
            Code(f"call={plain}"),
            Code(f"call_async={plain}"),
            Code(f"call_raw={raw}"),
            Code(f"call_raw_async={raw}"),
            Code(f"request={self.requests.request(call, values)}"),
            Code(f"retry={string(_resend(call))}"),
        ]
        expected = self.responses.response
        successes = [expected(r, c, success=True) for r, c in call.successes]
        arguments.append(bracket("successes=(", successes, INDENT))
        failures = [
            expected(r, c, success=False)
            for r, c in call.failures
            if r.status != "default"
        ]
        if failures:
            arguments.append(bracket("failures=(", failures, INDENT))
        return tuple(arguments)

    def _given(self, argument: MethodArgument, values: dict[str, JsonValue]) -> Code:
        value = values[argument.name]
        literals = Literals(self.client, self.names, self.imports)
        if argument.takes_octets:
            written = literals.octets(value)
        else:
            written = literals.of(argument.type, value)
        if argument.positional:
            return written
        return Code(f"{identifier(argument.name)}={written}")


def _resend(call: MethodCall) -> str:
    """Return when a call may be sent again; a key makes that safe."""
    keyed = any(is_idempotency_key(argument.source) for argument in call.arguments)
    return "safe" if keyed else call.operation.resend.value
