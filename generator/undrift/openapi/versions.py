"""Things that pages describe in several versions, and by which two sites are compared.

Documentation pages are renewed one by one, so that a snapshot may show a component as
it is now and as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from .document import ContestedVersion, Document, Graft, Node
from .pointer import join_pointer, split_pointer
from .structure import canonical, structure_of
from .value import Value


def versions_of(stated: Iterable[ContestedVersion]) -> tuple[ContestedVersion, ...]:
    """Return one statement for each meaning, the most frequent first, then the newest.

    Pages that share a text share its value, so that each is looked at once.
    """
    known: dict[int, str] = {}
    alike: dict[str, list[ContestedVersion]] = {}
    for each in stated:
        meant = known.get(id(each.value)) or meaning_of(each.value)
        known[id(each.value)] = meant
        alike.setdefault(meant, []).append(each)
    ranked = sorted(alike.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(
        replace(
            same[0],
            revision=max(each.revision for each in same),
            files=frozenset(file for each in same for file in each.files),
        )
        for _, same in ranked
    )


def settled_versions(
    old: Document, new: Document, former: Callable[[str], str] = str
) -> tuple[Document, Document]:
    """Return two documents in which each contested thing is told as it has to be held.

    What no page said before is news as soon as one page says it, held against what that
    page said; `former` is what its file was called, "" for a page that is new itself:
    it may well show something old. What some page said already is no news, however many
    pages say it now.
    """
    before: dict[str, ContestedVersion] = {}
    after: dict[str, ContestedVersion] = {}
    for pointer in {**old.contested, **new.contested}:
        olds, news = list(_versions(old, pointer)), list(_versions(new, pointer))
        if not olds or not news:
            continue
        known = {meaning_of(stated.value): stated for stated in reversed(olds)}
        shown = _news(news, known, former)
        files = {former(file) for file in shown.files}
        after[pointer] = shown
        before[pointer] = known.get(meaning_of(shown.value)) or max(
            olds, key=lambda stated: len(stated.files & files)
        )
    return _saying(old, before), _saying(new, after)


def _versions(document: Document, pointer: str) -> Iterator[ContestedVersion]:
    """Yield the versions of a thing, first the one that the document holds."""
    at = document.at(pointer)
    if at is None:
        return
    held = meaning_of(at.value)
    others = document.contested.get(pointer, ())
    yield next(
        (s for s in others if meaning_of(s.value) == held), _as_it_is(document, at)
    )
    yield from (stated for stated in others if meaning_of(stated.value) != held)


def _as_it_is(document: Document, at: Node) -> ContestedVersion:
    source, pointer = document.origin(at.pointer)
    return ContestedVersion(at.value, {"": Graft(source, pointer)})


def _news(
    versions: Sequence[ContestedVersion],
    known: Mapping[str, ContestedVersion],
    former: Callable[[str], str],
) -> ContestedVersion:
    """Return a version that is not known yet and not older, else the first."""
    first = versions[0]
    for stated in versions:
        older = first.revision and stated.revision < first.revision
        if older or meaning_of(stated.value) in known:
            continue
        if stated is first or any(map(former, stated.files)):
            return stated
    return first


def meaning_of(value: Value) -> str:
    """Return a text that is the same for whatever means the same to a program."""
    return canonical(structure_of(value))


def _saying(document: Document, choices: Mapping[str, ContestedVersion]) -> Document:
    """Return the document with other versions of some things."""
    chosen = {
        pointer: stated
        for pointer, stated in choices.items()
        if (at := document.at(pointer)) is None or at.value is not stated.value
    }
    if not chosen:
        return document
    grafts = {
        pointer: graft
        for pointer, graft in document.grafts.items()
        if not any(f"{pointer}/".startswith(f"{other}/") for other in chosen)
    }
    value = document.value
    for pointer, stated in chosen.items():
        value = _with(value, split_pointer(pointer), stated.value)
        for inner, graft in stated.grafts.items():
            grafts[pointer if not inner else join_pointer(pointer, inner)] = graft
    return replace(document, value=value, grafts=grafts)


def _with(node: Value, tokens: Sequence[str], value: Value) -> Value:
    """Return an object with another member; what it is in is copied, nothing else."""
    if not tokens or not isinstance(node, dict):
        return value
    first, *rest = tokens
    return {**node, first: _with(node.get(first), rest, value)}
