"""Operations → the contract tests of a generated package.

Everything a test expects is printed from the IR, never taken from the client's code:
the tests are to notice when that code is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...ir import Client, DeclarationId, Operation
from ...ir.media import streamed, streams
from ...naming import CallName, ClientNames, cap_words as spelled
from ..calls import method_call
from ..client.annotations import Annotator
from ..client.client import ConstructorArgument, constructor_arguments, error_name
from ..client.operation import result_of
from ..client.resources import ERROR_CLASSES, method_calls
from ..code import Code, docstring, identifier, join, string
from ..examples.responses import documented_values
from ..imports import Imports
from .contract import ContractPrinter
from .credentials import base_path, credential_values
from .request import RequestPrinter
from .response import ResponsePrinter


@dataclass(frozen=True, slots=True)
class ContractView:
    """One `Contract` and its test class."""

    constant: Code
    type: Code
    arguments: tuple[Code, ...]
    test_class: Code
    test_doc: Code


@dataclass(frozen=True, slots=True)
class ContractModuleView:
    """`contract/test_<resource>.py`."""

    doc: Code
    imports: tuple[Code, ...]
    contracts: tuple[ContractView, ...]
    constants: Code


@dataclass(frozen=True, slots=True)
class CredentialView:
    """A credential of the tests: a module constant.

    `definition` is its name, and that it is final where one of few values is asked for.
    """

    constant: Code
    definition: Code
    value: Code
    argument: Code


@dataclass(frozen=True, slots=True)
class ProviderView:
    """`contract/_provider.py` and `contract/__init__.py`."""

    init_doc: Code
    doc: Code
    imports: tuple[Code, ...]
    name: Code
    error: Code
    credentials: tuple[CredentialView, ...]
    secrets: Code
    base_path: Code


@dataclass(frozen=True, slots=True)
class CoverageView:
    """`contract/test_coverage.py`."""

    doc: Code
    modules: tuple[Code, ...]
    without_example: tuple[Code, ...]
    streaming: tuple[Code, ...]


_OTHER_ERRORS = (
    "APIConnectionError",
    "APIStatusError",
    "InternalServerError",
    "ResponseDecodingError",
    "ResponseValidationError",
)


def provider_module(client: Client, class_name: str, folder: str) -> ProviderView:
    """Return the view of `_provider.py`."""
    asked = constructor_arguments(client)
    values = credential_values(client, folder)
    imports = Imports()
    views = tuple(
        CredentialView(
            identifier(argument.name.upper()),
            _definition(imports, argument),
            string(values[argument.name]),
            identifier(argument.name),
        )
        for argument in asked
    )
    secrets = [identifier(a.name.upper()) for a in asked if a.secret]
    error = error_name(class_name)
    classes = {*ERROR_CLASSES.values(), *_OTHER_ERRORS}
    for name in (class_name, f"Async{class_name}", error, *classes):
        imports.name("..", name)
    for name in ("Errors", "ProviderUnderTest"):
        imports.name("._support", name)
    return ProviderView(
        docstring(
            f"Contract tests of `{folder}`. This folder may be deleted; nothing else"
            " needs it.",
            0,
        ),
        docstring(f"How the contract tests make clients of `{folder}`.", 0),
        imports.lines(),
        identifier(class_name),
        identifier(error),
        views,
        Code(f"({join(secrets)}{',' if len(secrets) == 1 else ''})"),
        string(base_path(client, values)),
    )


def _definition(imports: Imports, argument: ConstructorArgument) -> Code:
    constant = identifier(argument.name.upper())
    if not argument.values:
        return constant
    return Code(f"{constant}: {imports.name('typing', 'Final')}")


def test_module(resource: str) -> str:
    """Return the module of a resource's contract tests."""
    # `test_coverage` sees that none is missing.
    return f"test_{resource}_" if resource == "coverage" else f"test_{resource}"


def coverage_module(client: Client, names: ClientNames, folder: str) -> CoverageView:
    """Return the view of `test_coverage.py`."""
    held = [operation for operation in client.operations if not streams(operation)]
    resources = sorted({names.calls[o.id].resource for o in held})
    without = sorted(
        str(names.calls[operation.id])
        for operation in held
        if not any(
            documented_values(client, response, content)
            for response, content in method_call(client, operation).successes
        )
    )
    return CoverageView(
        docstring(f"Every operation of `{folder}` is under contract.", 0),
        tuple(identifier(test_module(resource)) for resource in resources),
        tuple(string(name) for name in without),
        tuple(string(name) for name in _not_held(client, names, held)),
    )


def _not_held(client: Client, names: ClientNames, held: list[Operation]) -> list[str]:
    """Return the calls that stream, which have no contract of their own."""
    resources: dict[str, list[tuple[Operation, CallName]]] = {}
    for operation in client.operations:
        name = names.calls[operation.id]
        resources.setdefault(name.resource, []).append((operation, name))
    everything = {
        f"{resource}.{method}"
        for resource, calls in resources.items()
        if any(streamed(r.contents) for o, _ in calls for r in o.responses)
        for _, method in method_calls(client, calls)
    }
    return sorted(everything - {str(names.calls[o.id]) for o in held})


_MOST_INFERRED = 200
"""So many items of a tuple are typed one by one; pyright gives up at 256."""


def contract_module(
    client: Client,
    operations: tuple[Operation, ...],
    names: ClientNames,
    resource: str,
    class_name: str,
    folder: str,
) -> ContractModuleView:
    """Return the view of one resource's contract tests."""
    calls = [(operation, names.calls[operation.id]) for operation in operations]
    imports = Imports()
    for _, found in calls:
        imports.reserve(found.method.upper(), _test_class(found.method))
    for name in (class_name, f"Async{class_name}"):
        imports.name("..", name)
    imports.name("._provider", "PROVIDER")
    imports.name("._support", "ContractSuite")
    make = imports.name("._support", "Contract")

    def refer(target: DeclarationId) -> Code:
        return imports.name("..types", names.types[target])

    annotator = Annotator(imports, ".._runtime", refer, refer)
    requests = RequestPrinter(client, imports, credential_values(client, folder))
    responses = ResponsePrinter(client, imports)
    printer = ContractPrinter(client, names, imports, requests, responses)
    views: list[ContractView] = []
    for operation, found in calls:
        call = method_call(client, operation)
        result = result_of(client, annotator, call)
        views.append(
            ContractView(
                identifier(found.method.upper()),
                Code(f"{make}[{class_name}, Async{class_name}, {result}]"),
                printer.contract(call),
                identifier(_test_class(found.method)),
                docstring(f"`{operation.method} {operation.path}`.", 4),
            )
        )
    constants = [view.constant for view in views]
    listed = ""
    if len(constants) > _MOST_INFERRED:
        anything = imports.name("typing", "Any")
        kind = Code(f"{make}[{class_name}, Async{class_name}, {anything}]")
        listed = f": tuple[{kind}, ...]"
    return ContractModuleView(
        docstring(
            f"Contract of `{folder}.{resource}`: what the documentation shows.", 0
        ),
        imports.lines(),
        tuple(views),
        Code(f"CONTRACTS{listed} = ({', '.join(constants)},)"),
    )


def _test_class(method: str) -> str:
    return f"Test{spelled(method)}"
