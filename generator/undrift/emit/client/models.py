"""Declarations → the modules of `types/`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from ...ir import (
    AliasType,
    Client,
    DeclarationId,
    Docs,
    EnumType,
    Field,
    MapOf,
    ObjectType,
    Required,
    Type,
)
from ...naming import ClientNames, fields
from ..code import Code, docstring, identifier, join, literal, string
from ..imports import Imports
from .annotations import Annotator, annotator_of
from .layout import Layout, ordered


@dataclass(frozen=True, slots=True)
class FieldView:
    """One attribute of a model: its whole statement, and its docstring or ""."""

    statement: Code
    doc: Code
    spaced: bool = False
    """Whether a blank line sets it off from what stands above."""


@dataclass(frozen=True, slots=True)
class DeclarationView:
    """A class, or an alias of which `value` is the right side."""

    bases: Code
    """What a class is made from, "" for an alias."""
    name: Code
    doc: Code
    fields: tuple[FieldView, ...] = ()
    value: Code = Code("")


@dataclass(frozen=True, slots=True)
class TypesModuleView:
    """One module of `types/`."""

    doc: Code
    imports: tuple[Code, ...]
    declarations: tuple[DeclarationView, ...]


@dataclass(frozen=True, slots=True)
class ExportView:
    """One public type and the module that holds it, as string literals."""

    name: Code
    module: Code


@dataclass(frozen=True, slots=True)
class TypesPackageView:
    """`types/__init__.py`."""

    doc: Code
    imports: tuple[Code, ...]
    """What type checkers see; at run time modules load on demand."""
    exports: tuple[ExportView, ...]


def types_package(title: str, names: ClientNames, layout: Layout) -> TypesPackageView:
    """Return the view of the package that exports every type, on demand."""
    exports = sorted(
        (name, module)
        for modules, spelled in (
            (layout.received, names.types),
            (layout.sent, names.params),
        )
        for declaration, module in modules.items()
        if (name := spelled[declaration])
    )
    imports = Imports()
    for name, module in exports:
        imports.name(f".{module}", name)
    return TypesPackageView(
        docstring(f"Types of the {title} client, loaded on demand.", 0),
        imports.statements(),
        tuple(
            ExportView(string(name), string(f".{module}")) for name, module in exports
        ),
    )


def types_module(
    client: Client,
    names: ClientNames,
    layout: Layout,
    module: str,
    declarations: list[DeclarationId],
) -> TypesModuleView:
    """Return the view of the module of types that holds these declarations."""
    imports = Imports()
    imports.name("__future__", "annotations")
    is_sent = layout.sent.get(declarations[0]) == module
    spelled = names.params if is_sent else names.types
    imports.reserve(*(spelled[declaration] for declaration in declarations))
    annotator = annotator_of(imports, names, layout, "..", module)
    views: list[DeclarationView] = []
    for declaration in ordered(client, declarations):
        name = identifier(spelled[declaration])
        match client.declarations[declaration]:
            case ObjectType() as found if is_sent:
                views.append(_typed_dict(annotator, imports, name, found))
            case ObjectType() as found:
                views.append(_model(annotator, imports, name, found))
            case EnumType() as found:
                views.append(_enum(annotator, imports, name, found))
            case AliasType(target=target, docs=docs):
                imports.name("typing", "TypeAlias")
                printed = annotator.request if is_sent else annotator.response
                views.append(
                    DeclarationView(
                        Code(""), name, _doc(docs, 0), value=printed(target)
                    )
                )
    titles = [str(view.name) for view in views]
    shown = ", ".join(f"`{title}`" for title in titles[:3])
    more = f" and {len(titles) - 3} more" if len(titles) > 3 else ""
    return TypesModuleView(
        docstring(f"{shown}{more}.", 0), imports.lines(), tuple(views)
    )


def _model(
    annotator: Annotator, imports: Imports, name: Code, found: ObjectType
) -> DeclarationView:
    annotator.runtime("Model")
    attributes = fields(found)
    views: list[FieldView] = []
    for field in found.fields:
        view = _field(annotator, imports, field, attributes[field.name])
        # A docstring belongs to the line above it: keep such pairs apart.
        spaced = not views or bool(view.doc) or bool(views[-1].doc)
        views.append(replace(view, spaced=spaced))
    about = _doc(found.docs, 4) or docstring(f"`{name}`, as it arrives.", 4)
    if found.extra_type is not None:
        views.append(_others(annotator, imports, found.extra_type, spaced=bool(views)))
    return DeclarationView(Code("Model"), name, about, tuple(views))


def _others(
    annotator: Annotator, imports: Imports, type_: Type, *, spaced: bool
) -> FieldView:
    """Return what types the members that a model does not name."""
    make = imports.name("pydantic", "Field")
    mapping = annotator.response(MapOf(type_))
    statement = Code(f"__pydantic_extra__: {mapping} = {make}(init=False)")
    return FieldView(statement, docstring("Whatever else arrived.", 4), spaced)


def _typed_dict(
    annotator: Annotator, imports: Imports, name: Code, found: ObjectType
) -> DeclarationView:
    typed = imports.name("typing", "TypedDict")
    attributes = fields(found)
    views: list[FieldView] = []
    for field in found.fields:
        if field.read_only:
            # What only the server sets is nothing to send.
            continue
        attribute = identifier(attributes[field.name])
        markers: list[Code] = []
        if attribute != field.name:
            markers = [Code(f"{annotator.runtime('WireName')}({string(field.name)})")]
        annotation = annotator.checked(field.type, markers)
        if isinstance(field.presence, Required):
            annotation = Code(f"{imports.name('typing', 'Required')}[{annotation}]")
        doc = _doc(field.docs, 4)
        spaced = not views or bool(doc) or bool(views[-1].doc)
        views.append(FieldView(Code(f"{attribute}: {annotation}"), doc, spaced))
    about = _doc(found.docs, 4) or docstring(f"`{name}`, as it is sent.", 4)
    return DeclarationView(Code(f"{typed}, total=False"), name, about, tuple(views))


def _field(
    annotator: Annotator, imports: Imports, field: Field, attribute: str
) -> FieldView:
    annotation = annotator.response(field.type)
    required = isinstance(field.presence, Required)
    takes_none = annotation in {"Any", "None"} or annotation.endswith("| None")
    if not required and not takes_none:
        annotation = Code(f"{annotator.runtime('Maybe')}[{annotation}]")
    value = ""
    if attribute != field.name:
        imports.name("pydantic", "Field")
        absent = "" if required else "default=None, "
        value = f" = Field({absent}alias={string(field.name)})"
    elif not required:
        value = " = None"
    statement = Code(f"{identifier(attribute)}: {annotation}{value}")
    return FieldView(statement, _doc(field.docs, 4))


def _enum(
    annotator: Annotator, imports: Imports, name: Code, found: EnumType
) -> DeclarationView:
    imports.name("typing", "TypeAlias")
    kinds = {type(value) for value in found.values}
    plain = [v for v in found.values if isinstance(v, str | int | bool)]
    if not plain:
        return DeclarationView(
            Code(""), name, _doc(found.docs, 0), value=annotator.runtime("Number")
        )
    annotated = imports.name("typing", "Annotated")
    choice = imports.name("typing", "Literal")
    opened = sorted(kind.__name__ for kind in kinds if kind is not Decimal)
    if Decimal in kinds:
        opened.append(annotator.runtime("Number"))
    values = join(literal(value) for value in plain)
    value = Code(
        f"{annotated}[{choice}[{values}] | {' | '.join(opened)},"
        f" {annotator.runtime('OPEN')}]"
    )
    return DeclarationView(Code(""), name, _doc(found.docs, 0), value=value)


def _doc(docs: Docs, indent: int) -> Code:
    """Return a docstring of what the documentation says, "" if it says nothing."""
    text = prose(docs)
    return docstring(text, indent) if text else Code("")


def prose(docs: Docs) -> str:
    """Return a thing's documentation as one text, deprecation and doubts included."""
    parts = [docs.summary, docs.description]
    if docs.description.startswith(docs.summary):
        parts = [docs.description]
    if docs.deprecated:
        parts.append("Deprecated.")
    if docs.unconfirmed:
        parts.append(f"Not on the provider's page: {docs.unconfirmed}")
    if docs.question:
        parts.append(f"Unconfirmed: {docs.question}")
    return "\n\n".join(part for part in parts if part)


def with_note(about: str, note: str) -> str:
    """Return what documentation says, with a sentence of undrift's own behind it."""
    if not about:
        return note
    if "\n" in about:
        # It may end in a list or in a code block.
        return f"{about}\n\n{note}"
    stop = "" if about.endswith((".", "!", "?", ":", ";")) else "."
    return f"{about}{stop} {note}"
