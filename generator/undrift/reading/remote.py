"""Reading what a user points at by its address."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit

from ..config.files import LARGEST_FILE
from ..diagnostics import Diagnostic, Place
from ..docs import Index, IndexEntry
from ..fetch import (
    FetchPolicy,
    Missed,
    Moved,
    Ok,
    PageRequest,
    State,
    fetch_pages,
    host_of,
    hosts_of,
)
from .coverage import LeftOut
from .indexes import index_in
from .input_files import InputFile, Inputs, is_spec, page_name, spec_name
from .reader import Reader

MOST_PAGES = 2_000
"""Pages that one index may lead to."""


@dataclass(frozen=True, slots=True)
class Network:
    """Who asks for pages, and whether anybody may be asked at all."""

    agent: str = "undrift"
    offline: bool = False

    def fetch(self, urls: Sequence[str]) -> dict[str, InputFile | Missed]:
        """Fetch what stands at addresses; of a page that is HTML its Markdown."""
        found = self._fetch(urls)
        other = {
            url: f"{url.rstrip('/')}.md"
            for url, missed in found.items()
            if isinstance(missed, Missed)
            and missed.state is State.UNREADABLE
            and not url.endswith((".md", ".txt", ".json", ".yaml", ".yml"))
        }
        for url, markdown in other.items():
            if isinstance(given := self._fetch([markdown])[markdown], InputFile):
                found[url] = given
        return found

    def _fetch(self, urls: Sequence[str]) -> dict[str, InputFile | Missed]:
        policy = FetchPolicy(
            hosts_of(urls), agent=self.agent, offline=self.offline, largest=LARGEST_FILE
        )
        requests = [PageRequest(url) for url in urls]
        results: dict[str, InputFile | Missed] = {}
        for request, fetched in zip(
            requests, fetch_pages(requests, policy), strict=True
        ):
            match fetched:
                case Ok(url, content) | Moved(_, url, content):
                    given = InputFile(page_name(url), content.data, url, url)
                    results[request.url] = given
                case Missed():
                    results[request.url] = fetched
                case _:
                    results[request.url] = Missed(
                        request.url, State.UNREADABLE, "the server sent nothing"
                    )
        return results


def gather_url(url: str, network: Network, reader: Reader) -> Inputs:
    """Read what stands at an address: a page, an index, a bundle or a whole spec."""
    match network.fetch([url])[url]:
        case Missed(_, _, reason):
            return Inputs(problems=(_unreachable(url, reason),))
        case given:
            pass
    if is_spec(urlsplit(given.url).path, given.data):
        return Inputs(specs=(replace(given, name=spec_name(given.url)),))
    index = index_in(replace(given, name=url.rpartition("/")[2]), reader)
    if index is not None:
        name = urlsplit(given.url).path.rpartition("/")[2] or "llms.txt"
        found = _follow(given.url, index, network)
        return found + Inputs(indexes=(replace(given, name=name),))
    return Inputs(pages=(replace(given, name=_plain_name(given.url)),))


def _plain_name(url: str) -> str:
    name = page_name(url)
    return name.rpartition("/")[2]


def _unreachable(url: str, reason: str) -> Diagnostic:
    hint = (
        "on many sites the page's address and `.md`, or /llms.txt, gives it as text;"
        " a page saved by hand can be given as a file"
    )
    return Diagnostic("UD001", reason, Place(url), hint)


def _follow(address: str, index: Index, network: Network) -> Inputs:
    """Return the full spec that an index names, else the pages it names."""
    found = Inputs(title=index.title)
    home = host_of(address)
    for url in _addresses(address, index.specs):
        if host_of(url) != home:
            reason = "the full spec, on another host: add it by its own address"
            found += Inputs(left_out=(LeftOut(url, "spec", reason),))
            continue
        match network.fetch([url])[url]:
            case InputFile() as given if is_spec(urlsplit(given.url).path, given.data):
                note = f"the index names the full spec, {url}: it is preferred"
                spec = replace(given, name=spec_name(given.url))
                return replace(found, specs=(spec,), notes=(note,))
            case InputFile():
                reason = "named as the full spec, but it is no OpenAPI document"
            case Missed(_, _, reason):
                pass
        found += Inputs(left_out=(LeftOut(url, "spec", reason),))
    urls = _addresses(address, index.entries)
    wanted = [url for url in urls if host_of(url) == home]
    reason = "on another host than the index"
    left = [LeftOut(url, "link", reason) for url in urls if host_of(url) != home]
    reason = f"more than the {MOST_PAGES} pages that an index may lead to"
    left += [LeftOut(url, "link", reason) for url in wanted[MOST_PAGES:]]
    pages: list[InputFile] = []
    for url, outcome in network.fetch(wanted[:MOST_PAGES]).items():
        match outcome:
            case InputFile():
                pages.append(outcome)
            case Missed(_, state, reason):
                left.append(LeftOut(url, str(state), reason))
    found += Inputs(pages=tuple(pages), left_out=tuple(left))
    if not pages:
        message = "none of the pages that this index names could be read"
        found += Inputs(problems=(Diagnostic("UD020", message, Place(address)),))
    return found


def _addresses(base: str, entries: Iterable[IndexEntry]) -> list[str]:
    """Return the addresses that entries name, each once; those that are none go."""
    found: dict[str, None] = {}
    for entry in entries:
        try:
            url = urljoin(base, entry.url).partition("#")[0]
        except ValueError:
            continue
        if url.startswith(("https://", "http://")) and url != base:
            found[url] = None
    return list(found)
