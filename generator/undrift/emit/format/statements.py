"""Statements that do not fit on their line, laid out as black's stable style has them.

Only the kinds that templates print; `Unsure` is raised for every other.
"""

from __future__ import annotations

import re

from .shape import (
    ATOM,
    STEP,
    UNION,
    WIDTH,
    BlackLayout,
    Element,
    Unsure,
    check_width,
    find,
    is_trailer,
    parse_brackets,
    skeleton,
    width,
)

_TYPE = rf"{ATOM}(?: \| {ATOM})*"
_CALL = r"[\w.]+\("
_DEFINITION = re.compile(rf"(?:async )?def \w+\( -> {_TYPE}:")
_CLASS = re.compile(r"class \w+\(:")
_RETURN = re.compile(rf"return (?:await )?{_CALL}")
_ASSIGNED = re.compile(rf"[\w.]+ = (?:{_CALL}|\()")
_ALIAS = re.compile(rf"\w+: \w+ = {UNION}")
_ANNOTATED = re.compile(rf"\w+: {_TYPE}(?: = (?:{_CALL}|None))?")
_OPENING = re.compile(r"\w+: \w+\( = \w+\(")
_IMPORT = re.compile(r"from (\.*[\w.]*) import ([\w, ]+)")


def statement(text: str, indent: int) -> list[str]:
    """Lay out a statement that does not fit on its line."""
    if found := _IMPORT.fullmatch(text, indent):
        return _imported(found[1], found[2].split(", "), indent)
    group = parse_brackets(text, indent)
    if len(group.items) != 1 or group.trailing:
        raise Unsure(text)
    if width(text) <= WIDTH and not group.exploded:
        return [text]
    item = group.items[0]
    shape = skeleton(text, item)
    layout = _Statement(text)
    if _RETURN.fullmatch(shape):
        layout.at_last(item, indent)
    elif _ASSIGNED.fullmatch(shape):
        layout.assigned(item, indent)
    elif _ALIAS.fullmatch(shape):
        layout.wrapped(item, find(text, item, " = ") + 3, indent)
    elif _ANNOTATED.fullmatch(shape):
        layout.annotated(item, indent)
    elif _DEFINITION.fullmatch(shape):
        layout.definition(item, indent)
    elif _CLASS.fullmatch(shape):
        layout.split(item.groups[0], indent, indent, ":")
    else:
        raise Unsure(text)
    return layout.lines


def opening(text: str) -> tuple[list[str], str]:
    """Lay out `name: type[…] = call(`, of which the template has split the call.

    Return the lines and, where the call is to be in brackets of its own, its first one.
    """
    group = parse_brackets(text[:-1], 0)
    item = group.items[0]
    if len(group.items) != 1 or not _OPENING.fullmatch(skeleton(text, item) + "("):
        raise Unsure(text)
    equals = find(text, item, " = ")
    if width(text[:equals]) + 4 <= WIDTH:
        return [text[: equals + 3] + "("], text[equals + 3 :]
    layout = BlackLayout(text)
    check_width(0, text[: item.groups[0].start + 1])
    layout.split(item.groups[0], 0, 0, text[equals:])
    return layout.lines, ""


def _imported(module: str, names: list[str], indent: int) -> list[str]:
    inner = [" " * (indent + STEP) + f"{name}," for name in names]
    head = " " * indent + f"from {module} import ("
    return [head, *inner, " " * indent + ")"]


class _Statement(BlackLayout):
    """Lays out what is not inside a bracket."""

    __slots__ = ()

    def at_last(self, item: Element, indent: int) -> None:
        """Split at the last bracket."""
        if item.part(item.start, item.groups[-1].start).exploded:
            raise Unsure(self.text)
        if not item.groups[-1].items:
            raise Unsure(self.text)
        check_width(0, self.text[: item.groups[-1].start + 1])
        self.split(item.groups[-1], item.start, indent)

    def assigned(self, item: Element, indent: int) -> None:
        """Lay out `name = value`."""
        group = item.groups[-1]
        if not is_trailer(self.text, group) and len(group.items) < 2:
            # Brackets around a single thing may be superfluous.
            raise Unsure(self.text)
        self.at_last(item, indent)

    def wrapped(self, item: Element, start: int, indent: int, rest: str = "") -> None:
        """Put what begins at `start` into brackets of its own, `rest` after them."""
        self.bounded(indent, self.text[indent:start] + "(")
        self.item(item.part(start, item.end), indent + STEP)
        self.bounded(indent, ")" + rest)

    def annotated(self, item: Element, indent: int) -> None:
        """Lay out `name: type = value`, or without a value.

        The value is split at its bracket if all before that fits on the line; else it
        goes into brackets of its own if these fit; else the type is split.
        """
        start = find(self.text, item, ": ") + 2
        equals = find(self.text, item, " = ", start)
        kind = item.part(start, equals if equals >= 0 else item.end)
        value = item.part(equals + 3, item.end) if equals >= 0 else None
        if kind.exploded:
            raise Unsure(self.text)
        is_name = not kind.groups and find(self.text, kind, " | ") < 0
        if value is None and is_name:
            if indent + STEP + width(self.text[kind.start : kind.end]) <= WIDTH:
                self.wrapped(item, start, indent)
            else:
                # No line would take it: it stays too long where it is.
                self.lines.append(self.text)
            return
        if value is not None:
            before_bracket = value.groups[-1].start + 1 if value.groups else WIDTH + 1
            if width(self.text[:before_bracket]) <= WIDTH:
                self.at_last(item, indent)
                return
            if width(self.text[: value.start]) + 1 <= WIDTH:
                self.wrapped(item, value.start, indent)
                return
        if is_name:
            raise Unsure(self.text)
        self._typed(kind, value, indent)

    def _typed(self, kind: Element, value: Element | None, indent: int) -> None:
        """Split the type of an annotated name; its value follows the bracket."""
        if re.fullmatch(r"\w+\(", skeleton(self.text, kind)):
            closer = "]"
            self.bounded(indent, self.text[indent : kind.groups[0].start + 1])
            self.inside(kind.groups[0], indent + STEP)
        else:
            closer = ")"
            self.bounded(indent, self.text[indent : kind.start] + "(")
            self.item(kind, indent + STEP)
        if value is None:
            self.add(indent, closer)
            return
        rest = f"{closer} = {self.text[value.start : value.end]}"
        if indent + width(rest) <= WIDTH and not value.exploded:
            self.add(indent, rest)
            return
        if not value.groups or not value.groups[-1].items:
            raise Unsure(rest)
        group = value.groups[-1]
        head = self.text[value.start : group.start + 1]
        self.bounded(indent, f"{closer} = {head}")
        self.inside(group, indent + STEP)
        self.add(indent, self.text[group.end - 1])

    def definition(self, item: Element, indent: int) -> None:
        """Lay out a signature: its parameters on one line, or one a line."""
        group = item.groups[0]
        if item.exploded or not group.items:
            raise Unsure(self.text)
        inner = indent + STEP
        self.bounded(indent, self.text[indent : group.start + 1])
        inside = self.text[group.items[0].start : group.items[-1].end]
        if len(group.items) > 1 and inner + width(inside) <= WIDTH:
            self.add(inner, inside)
        else:
            for parameter in group.items:
                self.item(parameter, inner, ",")
        arrow = find(self.text, item, " -> ", group.end)
        self._returned(item.part(arrow + 4, item.end - 1), indent)

    def _returned(self, kind: Element, indent: int) -> None:
        text = f") -> {self.text[kind.start : kind.end]}:"
        is_name = re.fullmatch(r"\w+", self.text[kind.start : kind.end]) is not None
        fits_alone = indent + STEP + kind.end - kind.start <= WIDTH
        if indent + width(text) <= WIDTH or (is_name and not fits_alone):
            self.add(indent, text)
        elif is_name or find(self.text, kind, " | ") >= 0:
            self.add(indent, ") -> (")
            self.item(kind, indent + STEP)
            self.add(indent, "):")
        else:
            raise Unsure(text)
