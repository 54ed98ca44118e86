"""What earlier checks saw: the findings, and when each page was last read.

    {"seen": {"storno": ["DR202-c2e75e4785"]},
     "pages": {"storno": {"docs/cancel.md": {"checked": "2026-03-01T04:00:00+00:00",
                                             "etag": "\\"a1\\""}}}}

A file that is not there has seen nothing. One that cannot be read is an error: taken
for empty, it would make every finding new, or every page never checked.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import cast

from ..diagnostics import Diagnostic
from ..openapi import Loaded, Value, join_pointer
from .files import Kept, read_kept
from .finding import Finding, Seen

STATE = ".undrift-state.json"
"""The file's usual name, beside the folder of the specs."""

_HINT = "restore it; or delete it, and every finding counts as new"


@dataclass(frozen=True, slots=True)
class PageState:
    """When a page was last read (ISO 8601), and what its server called it."""

    checked: str = ""
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class DriftState:
    """Ids of findings by provider, and pages by provider and name."""

    seen: Mapping[str, frozenset[str]] = field(
        default_factory=dict[str, frozenset[str]]
    )
    pages: Mapping[str, Mapping[str, PageState]] = field(
        default_factory=dict[str, Mapping[str, PageState]]
    )

    def page(self, provider: str, page: str) -> PageState:
        """Return what is known of a page."""
        return self.pages.get(provider, {}).get(page, PageState())

    def with_page(self, provider: str, page: str, state: PageState) -> DriftState:
        """Return a state that knows a page."""
        known = {**self.pages.get(provider, {}), page: state}
        return replace(self, pages={**self.pages, provider: known})

    def providers_of(self, finding: str) -> tuple[str, ...]:
        """Return the providers in which a finding was seen."""
        return tuple(sorted(p for p, ids in self.seen.items() if finding in ids))


def read_state(path: Path, shown: str = "") -> DriftState | Diagnostic:
    """Read a state; `shown` is what messages call the file."""
    shown = shown or str(path)
    loaded = read_kept(path, shown)
    match loaded:
        case None:
            return DriftState()
        case Loaded():
            return _state(loaded)
        case _:
            return replace(loaded, hint=loaded.hint or _HINT)


def render_state(state: DriftState) -> bytes:
    """Return the file for a state, the same bytes for the same state."""
    document = {
        "seen": {p: sorted(ids) for p, ids in sorted(state.seen.items()) if ids},
        "pages": {
            provider: {name: _page_out(page) for name, page in sorted(pages.items())}
            for provider, pages in sorted(state.pages.items())
            if pages
        },
    }
    return (json.dumps(document, indent=2) + "\n").encode()


def mark_known(findings: Iterable[Finding], state: DriftState) -> tuple[Finding, ...]:
    """Return findings, those that were seen before marked so."""
    return tuple(
        (
            replace(f, seen=Seen.KNOWN)
            if f.seen is Seen.NEW and f.id in state.seen.get(f.provider, ())
            else f
        )
        for f in findings
    )


def with_seen(
    state: DriftState, findings: Iterable[Finding], complete: Collection[str] = ()
) -> DriftState:
    """Return a state that has seen these findings.

    For providers in `complete`, every page of which was checked, what was not found
    again is forgotten: it would be new if it came back.
    """
    seen = {p: ids for p, ids in state.seen.items() if p not in complete}
    for finding in findings:
        before = seen.get(finding.provider, frozenset[str]())
        seen[finding.provider] = before | {finding.id}
    return replace(state, seen=seen)


def _page_out(page: PageState) -> dict[str, str]:
    named = {f.name: cast("str", getattr(page, f.name)) for f in fields(page)}
    return {name: text for name, text in named.items() if text}


def _state(loaded: Loaded) -> DriftState | Diagnostic:
    """Check every value; keys that a later undrift may add are let pass."""
    kept = Kept(loaded.source, _HINT)
    top = kept.mapping(loaded.value, "")
    seen = kept.mapping(top.get("seen", {}), "/seen")
    pages = kept.mapping(top.get("pages", {}), "/pages")
    state = DriftState(
        {
            provider: frozenset(kept.texts(ids, join_pointer("/seen", provider)))
            for provider, ids in seen.items()
        },
        {
            provider: _pages(of, join_pointer("/pages", provider), kept)
            for provider, of in pages.items()
        },
    )
    return kept.problems[0] if kept.problems else state


def _pages(value: Value, pointer: str, kept: Kept) -> dict[str, PageState]:
    names = tuple(f.name for f in fields(PageState))
    found: dict[str, PageState] = {}
    for page, item in kept.mapping(value, pointer).items():
        at = join_pointer(pointer, page)
        members = kept.mapping(item, at)
        texts = {n: kept.text(members[n], at) for n in names if n in members}
        found[page] = PageState(**texts)
    return found
