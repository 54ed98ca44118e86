"""Which of the pages given make the client, and which do not, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from ...diagnostics import Diagnostic, errors
from ...docs import (
    Fragment,
    address_without_method,
    names_own_host,
    reason_left_out,
)
from ...facts import PageFacts
from ...reading.coverage import LeftOut
from ...reading.input_files import InputFile
from ...reading.reader import Reader
from ...reading.snapshot import read_single_page

_TOLD = 5


@dataclass(frozen=True, slots=True)
class Sorted:
    """The pages that make the client, by file, with their kinds; and the others.

    `draft` is a spec drafted from the pages, where these hold no OpenAPI.
    """

    taken: Mapping[str, str] = field(default_factory=dict[str, str])
    left_out: tuple[LeftOut, ...] = ()
    draft: bytes | None = None
    notes: tuple[str, ...] = ()
    problems: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """One page, read."""

    file: str
    name: str
    facts: PageFacts
    fragments: tuple[Fragment, ...]
    own_host: bool
    """Whether the page leaves the host to its reader."""

    @property
    def holds_openapi(self) -> bool:
        return bool(self.fragments)


def sort_pages(
    named: Mapping[str, InputFile], reader: Reader, title: str, server: str = ""
) -> Sorted:
    """Read the pages; `named` are the files given, by their names in the folder.

    `server` is called where pages written by hand name no host.
    """
    read: list[_Read] = []
    left: list[LeftOut] = []
    problems: list[Diagnostic] = []
    for file, given in named.items():
        match _read(file, given, reader):
            case LeftOut() as without:
                left.append(without)
            case Diagnostic() as problem:
                problems.append(problem)
                left.append(LeftOut(given.name, "unclear", problem.message))
            case page:
                read.append(page)
    if any(page.holds_openapi for page in read):
        # There an address alone is no operation: the pages' OpenAPI has them all.
        return _fragments(read, left)
    found = _draft(read, left, title, server)
    return replace(found, problems=(*problems, *found.problems))


def _read(file: str, given: InputFile, reader: Reader) -> _Read | LeftOut | Diagnostic:
    # The parts of a bundle are files of their own by now.
    page = read_single_page(reader, given.name, file, given.data)
    text, contents = page.text, page.contents
    if text is None or contents is None:
        return LeftOut(given.name, page.kind, page.unread)
    if contents.fragments or contents.facts.operations:
        own_host = names_own_host(text.text)
        return _Read(file, given.name, contents.facts, contents.fragments, own_host)
    if page.kind == "prose":
        problem = address_without_method(text, contents.blocks)
        if problem is not None:
            return problem
    told = (*errors(contents.problems), *contents.problems)
    reason = told[0].message if told else "documents no operation"
    return LeftOut(given.name, page.kind, reason_left_out(page.kind) or reason)


def _fragments(read: list[_Read], left: list[LeftOut]) -> Sorted:
    """Take the pages that hold OpenAPI; what others say by hand is not mixed in."""
    taken = {page.file: page.facts.kind for page in read if page.holds_openapi}
    for page in read:
        if not page.holds_openapi:
            what = ", ".join(f"{o.method} {o.path}" for o in page.facts.operations[:3])
            by_hand = f"written by hand ({what}); the other pages hold OpenAPI"
            kind = page.facts.kind
            left.append(LeftOut(page.name, kind, reason_left_out(kind) or by_hand))
    return Sorted(taken, tuple(left), notes=tuple(_repeated(read)))


def _repeated(read: list[_Read]) -> Iterator[str]:
    """Tell of operations that several pages have, since each is taken once."""
    homes: dict[str, list[str]] = {}
    for page in read:
        for fragment in page.fragments:
            if fragment.method and not fragment.webhook:
                key = f"{fragment.method} {fragment.path} ({fragment.spec_file})"
                homes.setdefault(key.removesuffix(" ()"), []).append(page.name)
    several = {key: names for key, names in homes.items() if len(names) > 1}
    for key, names in list(several.items())[:_TOLD]:
        yield f"{key} is on {', '.join(names)}: it is taken once"
    if len(several) > _TOLD:
        yield f"{len(several) - _TOLD} more operations are on several pages"


def _draft(read: list[_Read], left: list[LeftOut], title: str, server: str) -> Sorted:
    """Write a spec from what the pages document."""
    if not read:
        return Sorted(left_out=tuple(left))
    from ...draft import draft_of

    own_host = any(page.own_host for page in read)
    facts = [page.facts for page in read]
    drafted = draft_of(facts, title, server, own_host=own_host)
    taken = {page.file: page.facts.kind for page in read}
    return Sorted(taken, tuple(left), drafted.text, (), drafted.problems)
