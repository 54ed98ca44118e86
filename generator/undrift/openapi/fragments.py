"""Several fragments of one API, as its pages show them, to one document.

Documentation tools print the same components on every page that needs them, so that
equal parts meet often. Parts that differ have one of three causes:

- their pages come from different spec files: both are kept, one under another name;
- one page is older: the newer one wins, and the other is reported as stale;
- the pages contradict each other: an error that names both.

parts ─▶ groups, one for each spec ─▶ entries, one for each thing described ─▶ document
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..diagnostics import Diagnostic
from ..jsontext import kind_of
from .document import ContestedVersion, Document, Graft
from .groups import OPERATION_METHODS, Part, label_of, parts_by_spec, version_of
from .pointer import join_pointer, pointer_to
from .refs import Folder
from .renaming import renamed
from .structure import canonical, equivalent
from .value import Value, same
from .versions import meaning_of, versions_of

_Tokens = tuple[str, ...]

_UNITED = ("paths", "webhooks", "components")
"""The root's members that are united, two levels deep."""

_INHERITED = ("servers", "security")
"""The root's members that hold for operations which do not say otherwise."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One thing described: an operation, a component, a member of the root."""

    value: Value
    part: Part
    pointer: str
    inherited: Mapping[str, Graft] = field(default_factory=dict[str, Graft])
    """Members that its root says, written at the entry itself."""


@dataclass(slots=True)
class _Group:
    """What the parts of one spec say together."""

    label: str
    parts: Sequence[Part]
    entries: dict[_Tokens, _Entry] = field(default_factory=dict[_Tokens, _Entry])
    head: dict[str, _Entry] = field(default_factory=dict[str, _Entry])
    contested: dict[_Tokens, tuple[ContestedVersion, ...]] = field(
        default_factory=dict[_Tokens, tuple[ContestedVersion, ...]]
    )
    """The versions of what its pages describe differently."""


def merge(
    parts: Sequence[Part], folder: Folder | None = None, *, apart: bool = False
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Return the document that the parts make up, and what contradicts in them.

    With `apart`, contradicting components of one spec are both kept as well.
    """
    problems = [problem for part in parts if (problem := _broken_promise(part))]
    usable = [part for part in parts if isinstance(part.loaded.value, dict)]
    if len(usable) < len(parts) or not usable:
        return None, tuple(problems)
    if len(usable) == 1:
        return Document.of(usable[0].loaded, folder), tuple(problems)
    groups: list[_Group] = []
    for group in parts_by_spec(usable):
        reader = _Reader(group, apart=apart)
        groups += reader.read()
        problems += reader.problems()
    groups.sort(key=lambda group: -len(group.parts))
    assembly = _Assembly(groups)
    document = Document(assembly.value(), assembly.grafts, folder, assembly.contested)
    return document, (*problems, *assembly.problems)


def _broken_promise(part: Part) -> Diagnostic | None:
    """Hold a fragment against the method and path of its page."""
    root, source = part.loaded
    if not isinstance(root, dict):
        message = f"an OpenAPI document is an object, not {kind_of(root)}"
        return Diagnostic("UD014", message, source.locate(""))
    if not part.path:
        return None
    held: list[str] = []
    for key in ("paths", "webhooks"):
        paths = root.get(key)
        for path, item in paths.items() if isinstance(paths, dict) else ():
            for method in OPERATION_METHODS:
                if isinstance(item, dict) and method in item:
                    held.append(f"{method.upper()} {path}")
    method = part.method.upper()
    promised = f"{method} {part.path}" if method else part.path
    # A webhook's page may name no method.
    kept = held if method else [operation.partition(" ")[2] for operation in held]
    if promised in kept or f"{method} /{part.path}" in kept:
        return None
    message = f"the page says {promised}, its fragment does not"
    hint = f"the fragment has {', '.join(held[:5]) or 'no operation'}"
    return Diagnostic("UD022", message, source.locate("/paths"), hint)


class _Reader:
    """Reads the parts of one spec in the order of their pages."""

    def __init__(self, parts: Sequence[Part], *, apart: bool) -> None:
        self._parts = parts
        self._apart = apart
        self._label = label_of(parts)
        self._pages = Counter(version_of(part) for part in parts)
        self._stale: dict[int, tuple[_Entry, _Entry, int]] = {}
        self._problems: list[Diagnostic] = []
        self._hosts: dict[str, tuple[Part, int]] = {}
        self._contrary: dict[_Tokens, list[_Entry]] = {}
        self._contested: set[_Tokens] = set()

    def read(self) -> list[_Group]:
        """Return what the parts say: one group, or several that are kept apart."""
        waiting = list(self._parts)
        groups: list[_Group] = []
        while waiting:
            group = _Group(self._label, waiting)
            common = _common(waiting)
            self._hosts |= _other_hosts(waiting, common)
            left: list[Part] = []
            for part in waiting:
                if not self._add(group, part, common):
                    left.append(part)
            group.parts = [p for p in waiting if p not in left]
            self._settle(group, common)
            groups.append(group)
            waiting = left
        return groups

    def problems(self) -> Iterator[Diagnostic]:
        """Yield the contradictions, and one warning for each stale page."""
        yield from self._problems
        for old, new, count in self._stale.values():
            place = old.part.loaded.source.locate(old.pointer)
            newer = new.part.loaded.source.locate(new.pointer)
            more = f", and {count - 1} more" if count > 1 else ""
            message = f"the page is stale: {newer} describes this otherwise{more}"
            yield Diagnostic("UD025", message, place, "fetch the page again")
        for part, count in self._hosts.values():
            place = part.loaded.source.locate("/servers")
            pages = "this page names" if count == 1 else f"{count} pages name"
            message = f"{pages} other servers than most: their operations go there"
            yield Diagnostic("UD028", message, place)

    def _add(self, group: _Group, part: Part, common: Mapping[str, Value]) -> bool:
        """Take a part in; False if it is to be kept apart, and nothing was taken."""
        found = list(_entries(part, common))
        contrary = [
            (tokens, group.entries[tokens], entry)
            for tokens, entry in found
            if tokens in group.entries and self._winner(group, tokens, entry) is None
        ]
        if contrary and self._apart:
            return False
        for tokens, first, entry in contrary:
            self._contradiction(first, entry)
            self._contrary.setdefault(tokens, [first]).append(entry)
            self._contested.add(tokens)
        for tokens, entry in found:
            if tokens not in group.entries:
                group.entries[tokens] = entry
            elif (winner := self._winner(group, tokens, entry)) is not None:
                self._note(tokens, group.entries[tokens], entry, winner)
                group.entries[tokens] = winner
        self._add_head(group, part)
        return True

    def _settle(self, group: _Group, common: Mapping[str, Value]) -> None:
        """Let most pages decide between contradictions: their order says nothing."""
        told: dict[_Tokens, list[_Entry]] = {}
        for part in group.parts if self._contested else ():
            for tokens, entry in _entries(part, common):
                if tokens in self._contested:
                    told.setdefault(tokens, []).append(entry)
        for tokens, entries in told.items():
            versions = versions_of(map(_stated, entries))
            group.contested[tokens] = versions
            contrary = versions_of(map(_stated, self._contrary.get(tokens, ())))
            usable = {meaning_of(stated.value) for stated in contrary}
            for most in versions:
                if meaning_of(most.value) in usable:
                    held = next(e for e in entries if e.value is most.value)
                    group.entries[tokens] = held
                    break

    def _winner(self, group: _Group, tokens: _Tokens, entry: _Entry) -> _Entry | None:
        """Return which of two entries holds, or None if nothing tells."""
        first = group.entries[tokens]
        if first.value is entry.value or same(first.value, entry.value):
            return first
        newer = self._newer(first.part, entry.part)
        if newer is not None:
            return entry if newer is entry.part else first
        return first if equivalent(first.value, entry.value) else None

    def _newer(self, left: Part, right: Part) -> Part | None:
        """Return the newer part: by date, else of the version that most pages show.

        The text of a version says that two pages differ in age, never which is older.
        """
        if left.revision and right.revision and left.revision != right.revision:
            return max(left, right, key=lambda part: part.revision)
        counts = [self._pages[version_of(part)] for part in (left, right)]
        if version_of(left) == version_of(right) or counts[0] == counts[1]:
            return None
        return (left, right)[counts.index(max(counts))]

    def _note(
        self, tokens: _Tokens, first: _Entry, second: _Entry, winner: _Entry
    ) -> None:
        loser = second if winner is first else first
        if winner.value is loser.value or equivalent(winner.value, loser.value):
            return
        self._contested.add(tokens)
        old, new, count = self._stale.get(id(loser.part), (loser, winner, 0))
        self._stale[id(loser.part)] = (old, new, count + 1)

    def _contradiction(self, first: _Entry, second: _Entry) -> None:
        self._problems.append(
            Diagnostic(
                "UD023",
                "this differs from what"
                f" {first.part.loaded.source.locate(first.pointer)} says",
                second.part.loaded.source.locate(second.pointer),
                "correct one of the pages, leave one of them out, give the pages dates,"
                " or say `conflicts: keep-apart` in provider.yaml",
            )
        )

    def _add_head(self, group: _Group, part: Part) -> None:
        root = part.loaded.value
        assert isinstance(root, dict)
        for key, value in root.items():
            if key in _UNITED or key in _INHERITED:
                continue
            entry = _Entry(value, part, join_pointer("", key))
            first = group.head.get(key)
            if first is None or self._newer(first.part, part) is part:
                group.head[key] = entry


def _stated(entry: _Entry) -> ContestedVersion:
    source = entry.part.loaded.source
    grafts = {"": Graft(source, entry.pointer), **entry.inherited}
    files = frozenset((source.file,))
    return ContestedVersion(entry.value, grafts, entry.part.revision, files)


def _common(parts: Sequence[Part]) -> dict[str, Value]:
    """Return the servers and security that most parts name; they are the root's."""
    common: dict[str, Value] = {}
    for key in _INHERITED:
        values = {canonical(v): v for part in parts for v in (_member(part, key),)}
        counted = Counter(canonical(_member(part, key)) for part in parts)
        common[key] = values[counted.most_common(1)[0][0]]
    return common


def _other_hosts(
    parts: Sequence[Part], common: Mapping[str, Value]
) -> dict[str, tuple[Part, int]]:
    """Return the first page, and how many there are, of each uncommon server list."""
    found: dict[str, tuple[Part, int]] = {}
    for part in parts:
        named = _member(part, "servers")
        if named and not same(named, common["servers"]):
            first, count = found.get(canonical(named), (part, 0))
            found[canonical(named)] = (first, count + 1)
    return found


def _member(part: Part, key: str) -> Value:
    """Return a member of a part's root; no security and an empty list are the same."""
    root = part.loaded.value
    assert isinstance(root, dict)
    return root.get(key) or []


def _entries(
    part: Part, common: Mapping[str, Value]
) -> Iterator[tuple[_Tokens, _Entry]]:
    """Yield everything that a part describes."""
    root = part.loaded.value
    assert isinstance(root, dict)
    differing = {
        key: Graft(part.loaded.source, f"/{key}")
        for key in _INHERITED
        if not same(_member(part, key), common[key])
    }
    for key in _UNITED:
        if key in root:
            for tokens, value in _leaves((key,), root[key], 2):
                entry = _Entry(value, part, pointer_to(tokens))
                if differing and key == "paths" and tokens[-1] in OPERATION_METHODS:
                    item = root["paths"]
                    assert isinstance(item, dict)
                    entry = _with_inherited(entry, item.get(tokens[1]), differing)
                yield tokens, entry


def _with_inherited(
    entry: _Entry, item: Value, differing: Mapping[str, Graft]
) -> _Entry:
    """Write what its own root says at an operation that says nothing of it."""
    operation = entry.value
    if not isinstance(operation, dict) or not isinstance(item, dict):
        return entry
    added = {
        key: graft
        for key, graft in differing.items()
        if key not in operation and (key == "security" or key not in item)
    }
    values = {key: _member(entry.part, key) for key in added}
    return _Entry({**operation, **values}, entry.part, entry.pointer, added)


def _leaves(
    tokens: _Tokens, value: Value, levels: int
) -> Iterator[tuple[_Tokens, Value]]:
    if levels and isinstance(value, dict) and value:
        for key, item in value.items():
            yield from _leaves((*tokens, key), item, levels - 1)
    else:
        yield tokens, value


class _Assembly:
    """Puts groups together; the first one keeps its names and is the root."""

    def __init__(self, groups: Sequence[_Group]) -> None:
        self._groups = groups
        first = groups[0].parts[0].loaded.source
        self.grafts: dict[str, Graft] = {"": Graft(first)}
        self.problems: list[Diagnostic] = []
        self.contested: dict[str, tuple[ContestedVersion, ...]] = {}
        self._entries: dict[_Tokens, _Entry] = {}
        self._begun: set[str] = set()

    def value(self) -> Value:
        """Return the document."""
        common = _common(self._groups[0].parts)
        for group in self._groups:
            self._take(group, common)
        head = self._groups[0].head
        root: dict[str, Value] = {}
        for key in ("openapi", "info"):
            if key in head:
                root[key] = self._placed((key,), head[key])
        for key in _INHERITED:
            if common[key]:
                root[key] = common[key]
        for key, entry in head.items():
            if key == "tags":
                root[key] = self._tags()
            elif key not in root:
                root[key] = self._placed((key,), entry)
        for tokens, entry in self._entries.items():
            _put(root, tokens, self._placed(tokens, entry))
        return root

    def _take(self, group: _Group, common: Mapping[str, Value]) -> None:
        """Add a group's entries, under other names where they differ from others."""
        differing = {
            key: Graft(group.parts[0].loaded.source, f"/{key}")
            for key in _INHERITED
            if not same(_common(group.parts)[key], common[key])
        }
        names = dict(self._other_names(group))
        for told, entry in group.entries.items():
            tokens = told
            if differing and tokens[0] == "paths" and tokens[-1] in OPERATION_METHODS:
                item: Value = {
                    t[-1]: None for t in group.entries if t[:2] == tokens[:2]
                }
                entry = _with_inherited(entry, item, differing)
            if names:
                entry = _Entry(
                    renamed(entry.value, names),
                    entry.part,
                    entry.pointer,
                    entry.inherited,
                )
                tokens = names.get(tokens, tokens)
            first = self._entries.setdefault(tokens, entry)
            if first is entry and told in group.contested:
                versions = group.contested[told]
                self.contested[pointer_to(tokens)] = tuple(
                    replace(stated, value=renamed(stated.value, names))
                    for stated in versions
                )
            if first is not entry and not equivalent(first.value, entry.value):
                place = entry.part.loaded.source.locate(entry.pointer)
                other = first.part.loaded.source.locate(first.pointer)
                message = f"this differs from what {other} says"
                hint = "make a provider of each API, or leave one of the pages out"
                self.problems.append(Diagnostic("UD023", message, place, hint))

    def _other_names(self, group: _Group) -> Iterator[tuple[_Tokens, _Tokens]]:
        """Yield components that another group describes otherwise, with new names."""
        for tokens, entry in group.entries.items():
            first = self._entries.get(tokens)
            if first is None or tokens[0] != "components" or len(tokens) < 3:
                continue
            if equivalent(first.value, entry.value):
                continue
            *above, name = tokens
            number = 1
            other = (*above, f"{name}_{group.label}" if group.label else f"{name}_2")
            while other in self._entries or other in group.entries:
                number += 1
                other = (*above, f"{name}_{group.label}{number}")
            place = entry.part.loaded.source.locate(entry.pointer)
            there = first.part.loaded.source.locate(first.pointer)
            message = f"{there} describes another {name}; this one is {other[-1]}"
            self.problems.append(Diagnostic("UD026", message, place))
            yield tokens, other

    def _tags(self) -> Value:
        tags: dict[str, Value] = {}
        for group in self._groups:
            for part in group.parts:
                root = part.loaded.value
                listed = root.get("tags") if isinstance(root, dict) else None
                for index, tag in enumerate(listed if isinstance(listed, list) else ()):
                    name = str(tag.get("name")) if isinstance(tag, dict) else ""
                    if name not in tags:
                        pointer = f"/tags/{len(tags)}"
                        source = part.loaded.source
                        self.grafts[pointer] = Graft(source, f"/tags/{index}")
                        tags[name] = tag
        return list(tags.values())

    def _placed(self, tokens: _Tokens, entry: _Entry) -> Value:
        """Note where an entry was written; return its value."""
        pointer = pointer_to(tokens)
        source = entry.part.loaded.source
        container = pointer_to(tokens[:2])
        elsewhere = source is not self.grafts[""].source
        if container not in self._begun:
            self._begun.add(container)
            if elsewhere:
                inner = entry.pointer.rsplit("/", max(len(tokens) - 2, 0))[0]
                self.grafts[container] = Graft(source, inner)
        self.grafts[pointer] = Graft(source, entry.pointer)
        for key, graft in entry.inherited.items():
            self.grafts[join_pointer(pointer, key)] = graft
        return entry.value


def _put(root: dict[str, Value], tokens: Iterable[str], value: Value) -> None:
    *above, last = tokens
    for token in above:
        inner = root.setdefault(token, {})
        if not isinstance(inner, dict):
            return
        root = inner
    if last not in root or not isinstance(value, dict) or value:
        root[last] = value
