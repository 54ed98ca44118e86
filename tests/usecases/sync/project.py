"""A project with one provider, and its pages as they are kept."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from undrift.config import Manifest, Provider
from undrift.diagnostics import Place
from undrift.drift.finding import Finding, Level
from undrift.reading.reader import Reader
from undrift.usecases.sync import Target, sync_target

TODAY = date(2026, 11, 21)
OLD = b"# Cancel\n\nAsk us\n"
NEW = b"# Cancel\r\n\r\nAsk us, again\r\n"


@dataclass(frozen=True)
class Project:
    """`specs/acme` in a folder of its own."""

    root: Path

    @property
    def folder(self) -> Path:
        return self.root / "specs" / "acme"

    @property
    def provider(self) -> Provider:
        return Provider("acme", self.folder, "specs/acme")

    def target(self) -> Target:
        target = sync_target(self.provider)
        assert isinstance(target, Target), target
        return target

    def files(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file()
        }

    def fetched(self) -> dict[str, dict[str, str]]:
        text = (self.folder / "fetched.json").read_text("utf-8")
        pages: dict[str, dict[str, str]] = json.loads(text)["pages"]
        return pages


def project(root: Path, pages: Mapping[str, str], more: str = "") -> Project:
    """Make a project whose pages are kept as `OLD`; `pages` gives their addresses."""
    made = Project(root)
    lines = ["client: Acme", *more.splitlines(), "pages:"]
    for file, url in pages.items():
        lines.append(f"  - file: {file}")
        if url:
            lines.append(f"    url: {url}")
        path = made.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(OLD)
    (made.folder / "provider.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    return made


def finding(message: str, page: str = "docs/cancel.md") -> Finding:
    return Finding(
        "DR201",
        Level.BREAKING,
        "acme",
        "request body /reason",
        message,
        calls=("acme.invoices.cancel",),
        pages=(Place(f"specs/acme/{page}", 3),),
    )


def explained(
    manifest: Manifest,
    before: Mapping[str, bytes],
    now: Mapping[str, bytes],
    _: Reader,
) -> Sequence[Finding]:
    """Find one change for each page that differs."""
    return [
        finding(f"{manifest.provider}: {len(data)} bytes", file)
        for file, data in now.items()
        if before.get(file) != data
    ]
