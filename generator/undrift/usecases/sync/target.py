"""What a provider's folder holds, and what is to be asked of which hosts."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from ...config import (
    FetchedPage,
    Manifest,
    Page,
    Provider,
    read_fetched,
    read_manifest,
)
from ...config.files import LARGEST_FILE
from ...diagnostics import Diagnostic
from ...fetch import FetchPolicy, PageRequest, header_problem, hosts_of
from ...output import digest
from ...reading.provider import Stopped


@dataclass(frozen=True, slots=True)
class Target:
    """One provider's pages as they are kept; `held` lacks those not yet fetched."""

    manifest: Manifest
    fetched: Mapping[str, FetchedPage]
    held: Mapping[str, bytes]

    @property
    def fetchable(self) -> tuple[Page, ...]:
        """Return the pages that have an address."""
        return tuple(page for page in self.manifest.pages if page.url)

    def request(self, page: Page) -> PageRequest:
        """Return what to ask for a page.

        A server may answer "unchanged" only where the file is what that server sent
        from that address.
        """
        html = page.file.endswith((".html", ".htm"))
        known, data = self.fetched.get(page.file), self.held.get(page.file)
        if known is None or data is None:
            return PageRequest(page.url, html=html)
        if known.url != page.url or known.digest != digest(data):
            return PageRequest(page.url, html=html)
        return PageRequest(page.url, known.etag, known.last_modified, html)

    def policy(
        self, environment: Mapping[str, str], agent: str
    ) -> FetchPolicy | tuple[Diagnostic, ...]:
        """Return whom to ask and with which secrets, or why they cannot be sent."""
        urls = [page.url for page in self.manifest.pages]
        hosts = hosts_of(urls) | frozenset(self.manifest.hosts)
        problems = tuple(self._header_problems(environment))
        headers = {
            name: environment.get(variable, "")
            for name, variable in self.manifest.headers
        }
        policy = FetchPolicy(hosts, MappingProxyType(headers), agent)
        if self.manifest.publishes_spec:
            policy = replace(policy, largest=LARGEST_FILE)
        return problems or policy

    def _header_problems(self, environment: Mapping[str, str]) -> Iterator[Diagnostic]:
        for name, variable in self.manifest.headers:
            place = self.manifest.place(f"headers/{name}")
            value = environment.get(variable, "")
            if not value:
                message = f"the environment variable {variable} is not set"
                hint = f"it holds the value of the header {name}"
                yield Diagnostic("UD002", message, place, hint)
            elif reason := header_problem(name, value):
                message = f"the header of {variable} cannot be sent: {reason}"
                yield Diagnostic("UD002", message, place)


def sync_target(
    provider: Provider, manifest: Manifest | None = None
) -> Target | Stopped:
    """Read a provider's manifest, unless that is known, and the pages that are kept.

    A page that has an address need not be kept yet.
    """
    if manifest is None:
        found = read_manifest(provider.folder, provider.shown, unfetched=True)
        if not isinstance(found, Manifest):
            return Stopped(found)
        manifest = found
    fetched = read_fetched(provider.folder, provider.shown)
    if isinstance(fetched, Diagnostic):
        return Stopped((fetched,))
    held: dict[str, bytes] = {}
    for page in manifest.pages:
        if page.url and not os.path.lexists(manifest.path(page.file)):
            continue
        match manifest.read(page.file):
            case Diagnostic() as problem:
                return Stopped((problem,))
            case data:
                held[page.file] = data
    return Target(manifest, fetched, held)
