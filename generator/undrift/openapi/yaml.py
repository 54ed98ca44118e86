"""YAML 1.2 text to values, with the place of every value.

Events are read one by one, so that a hostile text is refused before it is expanded, and
scalars become values by their text alone (the core schema of YAML 1.2, section 10.3.2):
no timestamps, no `yes`, no `010`, no `1_000`. Keys are strings exactly as written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple, Protocol, cast

from .budget import DEPTH, EXPANSION, YAML_SIZE
from .positions import Children, Position, YamlPositions
from .scalar import ScalarError, read_scalar, text_of
from .source import Fault, Lines
from .value import Value, quoted


def read_yaml(text: str) -> tuple[Value, YamlPositions] | Fault:
    """Return the value of a YAML text and its places, or why there is none."""
    if len(text) > YAML_SIZE:
        message = f"{len(text)} characters of YAML are more than {YAML_SIZE}"
        return Fault("UD012", message, 0, 0)
    # Imported here because most runs on large documents read no YAML at all.
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError
    from ruamel.yaml.reader import ReaderError

    builder = _Builder()
    try:
        for event in cast(_Parser, YAML(typ="safe", pure=True)).parse(text):
            builder.take(event)
    except _Refused as refused:
        return refused.fault
    except ReaderError as error:
        unreadable = cast(_ReaderError, error)
        line, column = Lines(text).at(unreadable.position)
        message = f"the character U+{unreadable.character:04X} is not allowed"
        return Fault("UD010", message, line, column, "remove it or write an escape")
    except MarkedYAMLError as error:
        marked = cast(_MarkedError, error)
        mark = marked.problem_mark or marked.context_mark
        return _syntax_fault(marked.problem or marked.context or "", mark)
    except (
        YAMLError,
        ArithmeticError,
        AttributeError,
        LookupError,
        ValueError,
    ) as error:
        # The parser lets some of its own mishaps through, such as an escape beyond
        # the last Unicode character.
        problem = f"something here cannot be read ({type(error).__name__})"
        return _syntax_fault(problem, builder.mark)
    if builder.root is None:
        return Fault("UD010", "the text holds no value", 0, 0)
    node, position = builder.root
    return node.value, YamlPositions(position)


class _Mark(Protocol):
    line: int
    column: int


class _Parser(Protocol):
    """The part of ruamel.yaml that is used here; it leaves this untyped."""

    def parse(self, stream: str, /) -> Iterable[_Event]: ...


class _ReaderError(Protocol):
    position: int
    character: int


class _MarkedError(Protocol):
    problem: str | None
    problem_mark: _Mark | None
    context: str | None
    context_mark: _Mark | None


class _Event(Protocol):
    """What every parser event has; the names of the rest depend on its class."""

    start_mark: _Mark


class _NodeEvent(_Event, Protocol):
    anchor: str | None
    tag: str | None


class _ScalarEvent(_NodeEvent, Protocol):
    value: str
    style: str | None


class _Refused(Exception):
    def __init__(self, code: str, message: str, mark: _Mark, hint: str = "") -> None:
        super().__init__(message)
        self.fault = Fault(code, message, mark.line + 1, mark.column + 1, hint)


class _Node(NamedTuple):
    """A finished value: how many values it holds, and how deeply they nest."""

    value: Value
    children: Children
    size: int = 1
    height: int = 0


@dataclass(slots=True)
class _Key:
    text: str
    mark: _Mark
    merge: bool


@dataclass(slots=True)
class _Frame:
    """A collection that is being read."""

    mark: _Mark
    anchor: str | None
    is_map: bool
    entries: dict[str, Value] = field(default_factory=dict[str, "Value"])
    items: list[Value] = field(default_factory=list["Value"])
    entry_spots: dict[str, Position] = field(default_factory=dict[str, Position])
    item_spots: list[Position] = field(default_factory=list[Position])
    merged: list[_Node] = field(default_factory=list[_Node])
    key: _Key | None = None
    size: int = 1
    height: int = 0

    def close(self) -> _Node:
        """Return the finished collection; its own keys win over merged ones."""
        if not self.is_map:
            return _Node(self.items, self.item_spots, self.size, self.height + 1)
        values: dict[str, Value] = {}
        positions: dict[str, Position] = {}
        for node in reversed(self.merged):  # the earlier one wins
            values |= cast("dict[str, Value]", node.value)
            positions |= cast("dict[str, Position]", node.children)
        values |= self.entries
        positions |= self.entry_spots
        return _Node(values, positions, self.size, self.height + 1)


class _Builder:
    """Builds the value from parser events, holding every budget as it goes."""

    def __init__(self) -> None:
        self.root: tuple[_Node, Position] | None = None
        self.mark: _Mark | None = None
        self._frames: list[_Frame] = []
        self._anchors: dict[str, _Node] = {}
        self._expanded = 0

    def take(self, event: _Event) -> None:
        """Take one event."""
        self.mark = event.start_mark
        match type(event).__name__:
            case "ScalarEvent":
                self._scalar(cast(_ScalarEvent, event))
            case "AliasEvent":
                self._alias(cast(_NodeEvent, event))
            case "MappingStartEvent" | "SequenceStartEvent" as name:
                self._open(cast(_NodeEvent, event), name.startswith("Mapping"))
            case "MappingEndEvent" | "SequenceEndEvent":
                frame = self._frames.pop()
                node = frame.close()
                if frame.anchor is not None:
                    self._anchors[frame.anchor] = node
                self._add(node, frame.mark)
            case "DocumentStartEvent" if self.root is not None:
                raise _Refused(
                    "UD010",
                    "a second document begins here",
                    event.start_mark,
                    "keep one document in a file",
                )
            case _:
                pass

    def _scalar(self, event: _ScalarEvent) -> None:
        if self._frames and self._frames[-1].is_map and self._frames[-1].key is None:
            tagged = event.tag not in (None, "!", _TAG + "str")
            merge = event.style is None and event.value == "<<" and event.tag is None
            if tagged:
                raise _Refused(
                    "UD013", f"the key has the tag {_shown(event.tag)}", self._at()
                )
            try:
                text = text_of(event.value)
            except ScalarError as error:
                raise _Refused(error.code, str(error), self._at()) from None
            self._key(text, merge)
            if event.anchor is not None:
                self._anchors[event.anchor] = _Node(text, None)
            return
        node = _Node(_resolve(event), None)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        self._add(node, event.start_mark)

    def _alias(self, event: _NodeEvent) -> None:
        name = event.anchor or ""
        node = self._anchors.get(name)
        if node is None:
            inside = any(frame.anchor == name for frame in self._frames)
            reason = "stands inside its own anchor" if inside else "has no anchor"
            raise _Refused(
                "UD013" if inside else "UD010",
                f"the alias {quoted(name)} {reason}",
                event.start_mark,
            )
        if self._frames and self._frames[-1].is_map and self._frames[-1].key is None:
            if not isinstance(node.value, str):
                raise _Refused("UD013", "a key that is no string", event.start_mark)
            self._key(node.value, merge=False)
            return
        self._expanded += node.size
        if self._expanded > EXPANSION:
            raise _Refused(
                "UD012",
                f"aliases add more than {EXPANSION} values",
                event.start_mark,
                "write references ($ref) instead of aliases",
            )
        self._check_depth(node.height, event.start_mark)
        self._add(node, event.start_mark)

    def _open(self, event: _NodeEvent, is_map: bool) -> None:
        mark = event.start_mark
        if self._frames and self._frames[-1].is_map and self._frames[-1].key is None:
            raise _Refused("UD013", "a key that is no string", mark)
        expected = _TAG + ("map" if is_map else "seq")
        if event.tag not in (None, "!", expected):
            raise _Refused(
                "UD013", f"the tag {_shown(event.tag)} is not supported", mark
            )
        self._check_depth(1, mark)
        if event.anchor is not None:
            self._anchors.pop(event.anchor, None)
        self._frames.append(_Frame(mark, event.anchor, is_map))

    def _check_depth(self, height: int, mark: _Mark) -> None:
        if len(self._frames) + height > DEPTH:
            message = f"nested more than {DEPTH} levels deep"
            raise _Refused("UD012", message, mark)

    def _key(self, text: str, merge: bool) -> None:
        frame = self._frames[-1]
        mark = self._at()
        if not merge and text in frame.entries:
            first = frame.entry_spots[text].line
            raise _Refused(
                "UD011",
                f"the key {quoted(text)} is given twice",
                mark,
                f"the other stands {_lines_above(mark.line + 1 - first)}; keep one",
            )
        frame.key = _Key(text, mark, merge)

    def _add(self, node: _Node, mark: _Mark) -> None:
        """Put a finished value where it belongs."""
        if not self._frames:
            self.root = node, Position(mark.line + 1, mark.column + 1, node.children)
            return
        frame = self._frames[-1]
        frame.size += node.size
        frame.height = max(frame.height, node.height)
        if not frame.is_map:
            frame.items.append(node.value)
            position = Position(mark.line + 1, mark.column + 1, node.children)
            frame.item_spots.append(position)
            return
        key, frame.key = frame.key, None
        if key is None:
            raise _Refused("UD010", "a value without a key", mark)
        if key.merge:
            frame.merged.extend(_maps_of(node, mark))
            return
        frame.entries[key.text] = node.value
        position = Position(key.mark.line + 1, key.mark.column + 1, node.children)
        frame.entry_spots[key.text] = position

    def _at(self) -> _Mark:
        assert self.mark is not None
        return self.mark


def _maps_of(node: _Node, mark: _Mark) -> list[_Node]:
    """Return the mappings that a merge key's value names."""
    match node.value, node.children:
        case dict(), _:
            return [node]
        case list(values), list(positions) if all(isinstance(v, dict) for v in values):
            pairs = zip(values, cast("list[Position]", positions), strict=True)
            return [_Node(value, position.children) for value, position in pairs]
        case _:
            message = "the value of << is neither a mapping nor a list of mappings"
            raise _Refused("UD013", message, mark)


_TAG = "tag:yaml.org,2002:"


def _resolve(event: _ScalarEvent) -> Value:
    """Return the value of a scalar: by its text if plain, else the text itself."""
    tag = event.tag
    try:
        if tag is None and event.style is None:
            return read_scalar(event.value)
        if tag in (None, "!", _TAG + "str"):
            return text_of(event.value)
        value = read_scalar(event.value)
        if tag not in _tags_of(value):
            raise ScalarError(
                "UD013",
                f"the tag {_shown(tag)} does not fit here",
                "write the plain value",
            )
        return value
    except ScalarError as error:
        raise _Refused(error.code, str(error), event.start_mark, error.hint) from None


def _shown(tag: str | None) -> str:
    return quoted((tag or "!").replace(_TAG, "!!", 1))


def _tags_of(value: Value) -> tuple[str, ...]:
    """Return the standard tags that a plain scalar may carry."""
    match value:
        case None:
            return (_TAG + "null",)
        case bool():
            return (_TAG + "bool",)
        case int():
            return (_TAG + "int", _TAG + "float")
        case Decimal():
            return (_TAG + "float",)
        case _:
            return ()


def _syntax_fault(problem: str, mark: _Mark | None) -> Fault:
    tab = "'\\t'" in problem
    hint = "indent with spaces, not with tabs" if tab else ""
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    return Fault("UD010", f"not valid YAML: {problem}", line, column, hint)


def _lines_above(count: int) -> str:
    if count == 0:
        return "on the same line"
    return "on the line above" if count == 1 else f"{count} lines above"
